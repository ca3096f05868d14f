import Editorial
import TextAnalysis

// The JSON shapes that the API speaks, the client reads and `--json` prints. A field once published stays;
// new fields are added. Offsets are UTF-8 bytes into the revision's text; days are ISO 8601, instants RFC 3339
// in UTC.

/// The answer to `GET /v1/drafts/{slug}`, to filing a revision and to every act on a draft.
public struct DraftAnswer: Codable, Sendable {
  public var draft: DraftJSON
  /// What the act did, where the request was one.
  public var receipt: Receipt?

  public init(draft: DraftJSON, receipt: Receipt? = nil) {
    self.draft = draft
    self.receipt = receipt
  }
}

/// One draft at its latest revision.
public struct DraftJSON: Codable, Sendable {
  public struct Live: Codable, Sendable {
    public var revision: Int
    /// The day readers first saw that revision.
    public var on: String
    public init(revision: Int, on: String) {
      self.revision = revision
      self.on = on
    }
  }

  /// The story's shape, counted.
  public struct Body: Codable, Sendable {
    public var sentences: Int
    public var paragraphs: Int
    /// Places where two sentences ran into each other and were split: offset, line and column of the second.
    public var ranTogether: [PlaceJSON]
    public init(sentences: Int, paragraphs: Int, ranTogether: [PlaceJSON]) {
      self.sentences = sentences
      self.paragraphs = paragraphs
      self.ranTogether = ranTogether
    }
  }

  public var slug: String
  public var desk: String
  @OrNull public var headline: String?
  public var byline: [String]
  public var revision: Int
  public var state: DraftState
  public var dateline: String
  @OrNull public var live: Live?
  /// Handle of the member who filed the latest revision.
  public var filedBy: String
  public var filedAt: String
  /// The policy the latest revision is judged by, such as `main v1`.
  public var policy: String
  public var body: Body
  /// What the policy still asks for before the draft is ready; empty when it is.
  public var missing: [MissingJSON]
  public var keyPoints: [KeyPointJSON]
  public var contradictions: [ContradictionJSON]
  public var claims: [ClaimJSON]
  /// Slugs of matters that the draft names.
  public var matters: [String]
  /// How and why the draft ended, where it did.
  @OrNull public var ended: EndedJSON?

  public init(
    slug: String, desk: String, headline: String?, byline: [String], revision: Int, state: DraftState,
    dateline: String, live: Live?, filedBy: String, filedAt: String, policy: String, body: Body,
    missing: [MissingJSON], keyPoints: [KeyPointJSON], contradictions: [ContradictionJSON],
    claims: [ClaimJSON], matters: [String], ended: EndedJSON?
  ) {
    self.slug = slug
    self.desk = desk
    self.headline = headline
    self.byline = byline
    self.revision = revision
    self.state = state
    self.dateline = dateline
    self.live = live
    self.filedBy = filedBy
    self.filedAt = filedAt
    self.policy = policy
    self.body = body
    self.missing = missing
    self.keyPoints = keyPoints
    self.contradictions = contradictions
    self.claims = claims
    self.matters = matters
    self.ended = ended
  }
}

public struct EndedJSON: Codable, Sendable {
  public var ending: Ending
  public var by: String
  public var at: String
  public var reason: String

  enum CodingKeys: String, CodingKey {
    case ending = "as"
    case by, at, reason
  }

  public init(as ending: Ending, by: String, at: String, reason: String) {
    self.ending = ending
    self.by = by
    self.at = at
    self.reason = reason
  }
}

/// A place in a text: `offset` in bytes from 0; `line` and `column` from 1, columns in characters.
public struct PlaceJSON: Codable, Sendable, Hashable {
  public var offset: Int
  public var line: Int
  public var column: Int
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }
}

/// One unmet requirement.
public struct MissingJSON: Codable, Sendable, Hashable {
  /// The key points or contradictions it is about, such as `K2`, `X1`; empty when it is about the whole draft.
  public var about: [String]
  /// What is missing, as a sentence.
  public var says: String
  /// Handles of the members who can meet it.
  public var who: [String]
  public init(about: [String], says: String, who: [String]) {
    self.about = about
    self.says = says
    self.who = who
  }
}

public struct KeyPointJSON: Codable, Sendable {
  public var label: String
  public var text: String
  public var start: Int
  public var end: Int
  public var status: KeyPointStatus
  /// The revision that the words come from.
  public var wordsFrom: Int
  /// Newest first; those that no longer stand are kept and say why.
  public var signOffs: [SignOffJSON]
  /// Whether the key point is still in the latest revision.
  public var gone: Bool
  public init(
    label: String, text: String, start: Int, end: Int, status: KeyPointStatus, wordsFrom: Int,
    signOffs: [SignOffJSON], gone: Bool
  ) {
    self.label = label
    self.text = text
    self.start = start
    self.end = end
    self.status = status
    self.wordsFrom = wordsFrom
    self.signOffs = signOffs
    self.gone = gone
  }
}

public struct SignOffJSON: Codable, Sendable {
  public var id: Int64
  public var member: String
  public var read: Read
  public var verdict: Verdict
  @OrNull public var basis: Basis?
  /// The revision it was given on.
  public var revision: Int
  public var at: String
  public var standing: Standing
  /// Why it stands or does not, as a sentence.
  public var because: String
  @OrNull public var comment: String?
  @OrNull public var reason: String?
  public var evidence: [String]
  /// SHA-256 of the words that were signed, in hexadecimal.
  public var wordsDigest: String
  public init(
    id: Int64, member: String, read: Read, verdict: Verdict, basis: Basis?, revision: Int, at: String,
    standing: Standing, because: String, comment: String?, reason: String?, evidence: [String],
    wordsDigest: String
  ) {
    self.id = id
    self.member = member
    self.read = read
    self.verdict = verdict
    self.basis = basis
    self.revision = revision
    self.at = at
    self.standing = standing
    self.because = because
    self.comment = comment
    self.reason = reason
    self.evidence = evidence
    self.wordsDigest = wordsDigest
  }
}

public struct ContradictionJSON: Codable, Sendable {
  public struct Passage: Codable, Sendable {
    public var draft: String
    public var revision: Int
    public var quote: String
    public var start: Int
    public var end: Int
    /// Who says it, in the draft's words.
    @OrNull public var says: String?
    public init(draft: String, revision: Int, quote: String, start: Int, end: Int, says: String?) {
      self.draft = draft
      self.revision = revision
      self.quote = quote
      self.start = start
      self.end = end
      self.says = says
    }
  }

  /// Unique in the newsroom.
  public var id: Int64
  /// `X1`, `X2` … for life in its draft.
  public var label: String
  public var draft: String
  public var kind: ContradictionKind
  public var origin: Origin
  public var status: ContradictionStatus
  @OrNull public var outcome: ContradictionOutcome?
  @OrNull public var note: String?
  /// The draft that supersedes, or in which a correction is published.
  @OrNull public var other: String?
  public var passages: [Passage]
  @OrNull public var raisedBy: String?
  public var raisedAt: String
  @OrNull public var settledBy: String?
  @OrNull public var settledAt: String?
  /// Whether it holds up publication now.
  public var blocks: Bool
  /// Whether its words are no longer in the latest revision.
  public var gone: Bool
  public init(
    id: Int64, label: String, draft: String, kind: ContradictionKind, origin: Origin,
    status: ContradictionStatus, outcome: ContradictionOutcome?, note: String?, other: String?,
    passages: [Passage], raisedBy: String?, raisedAt: String, settledBy: String?, settledAt: String?,
    blocks: Bool, gone: Bool
  ) {
    self.id = id
    self.label = label
    self.draft = draft
    self.kind = kind
    self.origin = origin
    self.status = status
    self.outcome = outcome
    self.note = note
    self.other = other
    self.passages = passages
    self.raisedBy = raisedBy
    self.raisedAt = raisedAt
    self.settledBy = settledBy
    self.settledAt = settledAt
    self.blocks = blocks
    self.gone = gone
  }
}

public struct ClaimJSON: Codable, Sendable {
  /// The day that a period counts from.
  public struct Anchor: Codable, Sendable {
    public var on: String
    /// What happened on that day, such as `the dateline` or `order filed`.
    public var what: String
    @OrNull public var source: String?
    public init(on: String, what: String, source: String?) {
      self.on = on
      self.what = what
      self.source = source
    }
  }

  /// Unique in the newsroom.
  public var id: Int64
  /// `C1`, `C2` … for life in its draft.
  public var label: String
  public var draft: String
  public var quote: String
  public var start: Int
  public var end: Int
  public var kind: ClaimKind
  /// Key of the shelf-life rule, such as `appeal.planned`.
  public var rule: String
  public var origin: Origin
  public var asOf: String
  /// The date or range that the words name (EDTF), such as `2025` or `2024-07`.
  @OrNull public var expected: String?
  @OrNull public var anchor: Anchor?
  /// The first day on which somebody has to look at it; null when time alone never asks.
  @OrNull public var due: String?
  public var dueBecause: String
  @OrNull public var matter: String?
  public var status: ClaimStatus
  /// The revision whose words are quoted.
  public var revision: Int
  public init(
    id: Int64, label: String, draft: String, quote: String, start: Int, end: Int, kind: ClaimKind,
    rule: String,
    origin: Origin, asOf: String, expected: String?, anchor: Anchor?, due: String?, dueBecause: String,
    matter: String?, status: ClaimStatus, revision: Int
  ) {
    self.id = id
    self.label = label
    self.draft = draft
    self.quote = quote
    self.start = start
    self.end = end
    self.kind = kind
    self.rule = rule
    self.origin = origin
    self.asOf = asOf
    self.expected = expected
    self.anchor = anchor
    self.due = due
    self.dueBecause = dueBecause
    self.matter = matter
    self.status = status
    self.revision = revision
  }
}

/// A line of `GET /v1/drafts`.
public struct DraftLine: Codable, Sendable {
  public var slug: String
  public var desk: String
  @OrNull public var headline: String?
  public var revision: Int
  public var state: DraftState
  public var dateline: String
  @OrNull public var live: DraftJSON.Live?
  public var filedBy: String
  public var filedAt: String
  /// How many key points there are, and how many are signed.
  public var keyPoints: Int
  public var signed: Int
  public init(
    slug: String, desk: String, headline: String?, revision: Int, state: DraftState, dateline: String,
    live: DraftJSON.Live?, filedBy: String, filedAt: String, keyPoints: Int, signed: Int
  ) {
    self.slug = slug
    self.desk = desk
    self.headline = headline
    self.revision = revision
    self.state = state
    self.dateline = dateline
    self.live = live
    self.filedBy = filedBy
    self.filedAt = filedAt
    self.keyPoints = keyPoints
    self.signed = signed
  }
}

/// The answer to `GET /v1/drafts?limit=&after=`; `next` is the cursor for `after`, null at the end.
public struct DraftList: Codable, Sendable {
  public var drafts: [DraftLine]
  @OrNull public var next: String?
  public init(drafts: [DraftLine], next: String?) {
    self.drafts = drafts
    self.next = next
  }
}

/// What an act did, in the words that a person reads on the receipt.
public struct Receipt: Codable, Sendable {
  /// Sign-offs that the act recorded, withdrew, carried or outdated.
  public var signOffs: [SignOffChange]
  /// Notices about the filing: what was not found, what was read otherwise than written.
  public var notices: [String]
  /// The journal entry of the act, such as `draft/12#7`.
  public var journal: String?
  public init(signOffs: [SignOffChange] = [], notices: [String] = [], journal: String? = nil) {
    self.signOffs = signOffs
    self.notices = notices
    self.journal = journal
  }
}

public struct SignOffChange: Codable, Sendable {
  public var label: String
  /// The words that the sign-off stands for.
  public var words: String
  public var signOff: SignOffJSON
  public init(label: String, words: String, signOff: SignOffJSON) {
    self.label = label
    self.words = words
    self.signOff = signOff
  }
}
