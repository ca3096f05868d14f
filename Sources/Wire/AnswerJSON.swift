import Editorial
import TextAnalysis

/// The answer to `GET /v1/contradictions?draft=&matter=&desk=&turn=&kind=&rule=&age=&status=&all=&limit=&after=`, the
/// oldest first; `next` is the cursor for `after`, null at the end.
public struct ContradictionList: Codable, Sendable {
  public var contradictions: [ContradictionJSON]
  @OrNull public var next: String?
  public init(contradictions: [ContradictionJSON], next: String? = nil) {
    self.contradictions = contradictions
    self.next = next
  }
}

/// The answer to flagging or settling one.
public struct ContradictionAnswer: Codable, Sendable {
  public var contradiction: ContradictionJSON
  /// Of an act: `receipt.journal` is its journal entry.
  public var receipt: Receipt?
  public init(contradiction: ContradictionJSON, receipt: Receipt? = nil) {
    self.contradiction = contradiction
    self.receipt = receipt
  }
}

/// The answer to `GET /v1/claims?draft=&status=`.
public struct ClaimList: Codable, Sendable {
  public var claims: [ClaimJSON]
  public init(claims: [ClaimJSON]) { self.claims = claims }
}

public struct ClaimAnswer: Codable, Sendable {
  public var claim: ClaimJSON
  /// Of an act: `receipt.journal` is its journal entry.
  public var receipt: Receipt?
  public init(claim: ClaimJSON, receipt: Receipt? = nil) {
    self.claim = claim
    self.receipt = receipt
  }
}

/// One question about one or more places.
public struct FollowUpJSON: Codable, Sendable {
  /// `F1`, `F2` … in the newsroom.
  public var label: String
  public var question: String
  @OrNull public var matter: String?
  /// `open` or `closed`.
  public var status: String
  /// The nightly run that opened it.
  public var openedOn: String
  /// Handle of the member whose turn it is.
  @OrNull public var turn: String?
  public var claims: [ClaimJSON]
  @OrNull public var outcome: FollowUpOutcome?
  @OrNull public var source: String?
  @OrNull public var asOf: String?
  @OrNull public var next: String?
  @OrNull public var note: String?
  @OrNull public var closedBy: String?
  @OrNull public var closedAt: String?
  public init(
    label: String, question: String, matter: String?, status: String, openedOn: String, turn: String?,
    claims: [ClaimJSON], outcome: FollowUpOutcome?, source: String?, asOf: String?, next: String?,
    note: String?,
    closedBy: String?, closedAt: String?
  ) {
    self.label = label
    self.question = question
    self.matter = matter
    self.status = status
    self.openedOn = openedOn
    self.turn = turn
    self.claims = claims
    self.outcome = outcome
    self.source = source
    self.asOf = asOf
    self.next = next
    self.note = note
    self.closedBy = closedBy
    self.closedAt = closedAt
  }
}

/// The answer to `GET /v1/follow-ups?status=open|closed|all`.
public struct FollowUpList: Codable, Sendable {
  public var followUps: [FollowUpJSON]
  public init(followUps: [FollowUpJSON]) { self.followUps = followUps }
}

public struct FollowUpAnswer: Codable, Sendable {
  public var followUp: FollowUpJSON
  /// Of an act: `receipt.journal` is its journal entry.
  public var receipt: Receipt?
  public init(followUp: FollowUpJSON, receipt: Receipt? = nil) {
    self.followUp = followUp
    self.receipt = receipt
  }
}

/// What `stet nightly --json` prints.
public struct NightlyReport: Codable, Sendable {
  public struct Run: Codable, Sendable {
    /// The newsroom-local day.
    public var date: String
    /// Which attempt of that night this was, from 1; 0 for a dry run.
    public var attempt: Int
    public var timeZone: String
    public var dryRun: Bool
    /// Nights since the last finished run that did not run, caught up now.
    public var missed: [String]
    public var opened: Int
    public var alreadyOpen: Int
    /// Claims of imported stories that are due and wait, ranked, until those before them are answered.
    public var waiting: Int
    /// The run's journal entry, such as `newsroom#118`.
    @OrNull public var journal: String?
    public init(
      date: String, attempt: Int, timeZone: String, dryRun: Bool, missed: [String], opened: Int,
      alreadyOpen: Int, waiting: Int = 0,
      journal: String?
    ) {
      self.date = date
      self.attempt = attempt
      self.timeZone = timeZone
      self.dryRun = dryRun
      self.missed = missed
      self.opened = opened
      self.alreadyOpen = alreadyOpen
      self.waiting = waiting
      self.journal = journal
    }
  }

  public struct Stale: Codable, Sendable {
    /// `F1`; null in a dry run for what would be opened.
    @OrNull public var followUp: String?
    public var draft: String
    @OrNull public var live: DraftJSON.Live?
    /// `C2`
    public var claim: String
    public var quote: String
    public var kind: ClaimKind
    public var rule: String
    public var due: String
    /// Whole days since it fell due.
    public var daysLate: Int
    /// The question and the way the day was reached.
    public var reason: String
    @OrNull public var turn: String?
    /// Whether this run opened the follow-up.
    public var opened: Bool
    public init(
      followUp: String?, draft: String, live: DraftJSON.Live?, claim: String, quote: String, kind: ClaimKind,
      rule: String, due: String, daysLate: Int, reason: String, turn: String?, opened: Bool
    ) {
      self.followUp = followUp
      self.draft = draft
      self.live = live
      self.claim = claim
      self.quote = quote
      self.kind = kind
      self.rule = rule
      self.due = due
      self.daysLate = daysLate
      self.reason = reason
      self.turn = turn
      self.opened = opened
    }
  }

  public var run: Run
  public var stale: [Stale]
  public init(run: Run, stale: [Stale]) {
    self.run = run
    self.stale = stale
  }
}

/// The answer to `GET /v1/drafts/{slug}/log`: the draft's journal for people, oldest first.
public struct LogAnswer: Codable, Sendable {
  public struct Entry: Codable, Sendable {
    public var seq: Int64
    public var at: String
    /// `member:ana`, `operator:root`, `system:schedule`
    public var actor: String
    public var act: String
    /// What was done, as a sentence; `erased` payloads say so.
    public var says: String
    public var hash: String
    public init(seq: Int64, at: String, actor: String, act: String, says: String, hash: String) {
      self.seq = seq
      self.at = at
      self.actor = actor
      self.act = act
      self.says = says
      self.hash = hash
    }
  }

  public var chain: String
  public var entries: [Entry]
  public init(chain: String, entries: [Entry]) {
    self.chain = chain
    self.entries = entries
  }
}

/// `GET /v1/me`: who the token speaks for.
public struct MeAnswer: Codable, Sendable {
  public struct Desk: Codable, Sendable {
    public var desk: String
    public var roles: [Role]
    public init(desk: String, roles: [Role]) {
      self.desk = desk
      self.roles = roles
    }
  }
  public var member: String
  public var name: String
  public var desks: [Desk]
  public init(member: String, name: String, desks: [Desk]) {
    self.member = member
    self.name = name
    self.desks = desks
  }
}

/// A problem document (RFC 9457). `status` is the HTTP status; `exitCode` what a command exits with.
public struct ProblemJSON: Codable, Sendable, Error {
  /// Stable name of the kind of problem, as a relative reference: `/problems/outdated`.
  public var type: String
  public var title: String
  public var status: Int
  /// What happened, what became of the work, what to do; one or more lines.
  public var detail: String
  public var exitCode: Int32
  /// Bytes from 0 into the text.
  public var offset: Int?
  /// From 1.
  public var line: Int?
  /// From 1, in characters.
  public var column: Int?
  /// The line around the place, and the cell under which a caret belongs.
  public var excerpt: String?
  public var caret: Int?
  /// Commands or requests that lead on, at most three.
  public var next: [String]?
  /// Unmet requirements, where these are the reason.
  public var missing: [MissingJSON]?
  /// Places of a quote that occurs more than once.
  public var places: [PlaceJSON]?
  public var requestId: String?
  public init(
    type: String, title: String, status: Int, detail: String, exitCode: Int32, offset: Int? = nil,
    line: Int? = nil, column: Int? = nil, excerpt: String? = nil, caret: Int? = nil, next: [String]? = nil,
    missing: [MissingJSON]? = nil, places: [PlaceJSON]? = nil, requestId: String? = nil
  ) {
    self.type = type
    self.title = title
    self.status = status
    self.detail = detail
    self.exitCode = exitCode
    self.offset = offset
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.caret = caret
    self.next = next
    self.missing = missing
    self.places = places
    self.requestId = requestId
  }
}
