import TextAnalysis

// The values that the rules decide over. Instants are RFC 3339 texts in UTC as the database wrote them: the
// rules compare civil days, never instants.

/// Somebody who may act. `roles` are those on the desk in question.
public struct Member: Hashable, Sendable {
  public let id: Int64
  public let handle: String
  public let name: String
  /// Display names of before: a byline of the past still means who stood in it.
  public let formerNames: [String]
  public let active: Bool
  public let roles: Set<Role>

  public init(
    id: Int64, handle: String, name: String, formerNames: [String] = [], active: Bool, roles: Set<Role>
  ) {
    self.id = id
    self.handle = handle
    self.name = name
    self.formerNames = formerNames
    self.active = active
    self.roles = roles
  }

  /// Whether this member stands in a byline: handle or display name, whole, without regard to case. A byline that
  /// names several people in one line, "By Ana Lind and Ben Katz", names each of them.
  public func stands(in byline: [String]) -> Bool {
    let mine = ([handle, name] + formerNames).map(foldedName)
    return byline.contains { line in
      mine.contains(foldedName(line)) || namesInByline(line).contains { mine.contains(foldedName($0)) }
    }
  }
}

private func namesInByline(_ line: String) -> [String] {
  var words = comparableWords(line).split { $0 == " " }
  if let first = words.first, foldedName(String(first)) == Array("by".utf8) { words.removeFirst() }
  return words.split { ["and", "&", "with"].contains($0.lowercased()) }
    .flatMap { $0.joined(separator: " ").split { ",;/&|".contains($0) } }
    .map { comparableWords(String($0)) }
}

/// A name as names are compared: without regard to case, and without characters that nobody sees.
func foldedName(_ name: String) -> [UInt8] {
  let seen = name.unicodeScalars.filter { $0.properties.generalCategory != .format }
  return Array(comparableWords(String(String.UnicodeScalarView(seen))).lowercased().utf8)
}

public struct Desk: Hashable, Sendable {
  public let id: Int64
  public let slug: String
  public init(id: Int64, slug: String) {
    self.id = id
    self.slug = slug
  }
}

/// What the rules need to know of a revision.
public struct Revision: Hashable, Sendable {
  public let id: Int64
  public let number: Int
  public let headline: String?
  public let byline: [String]
  public let dateline: CivilDate
  public let filedBy: Int64
  public let filedByHandle: String
  public let filedAt: String

  public init(
    id: Int64, number: Int, headline: String?, byline: [String], dateline: CivilDate, filedBy: Int64,
    filedByHandle: String, filedAt: String
  ) {
    self.id = id
    self.number = number
    self.headline = headline
    self.byline = byline
    self.dateline = dateline
    self.filedBy = filedBy
    self.filedByHandle = filedByHandle
    self.filedAt = filedAt
  }

  /// Whether this member wrote it: filed it, or stands in its byline.
  public func isBy(_ member: Member) -> Bool { filedBy == member.id || member.stands(in: byline) }
}

/// A key point as it stands in the latest revision, or, when it is gone, as it stood last.
public struct KeyPoint: Hashable, Sendable {
  public let id: Int64
  public let number: Int
  public let words: String
  public let span: Span
  /// The revision that these words come from.
  public let wordsFrom: Revision
  public let gone: Bool
  /// Newest first, whatever their standing.
  public var signOffs: [SignOff]

  public init(
    id: Int64, number: Int, words: String, span: Span, wordsFrom: Revision, gone: Bool, signOffs: [SignOff]
  ) {
    self.id = id
    self.number = number
    self.words = words
    self.span = span
    self.wordsFrom = wordsFrom
    self.gone = gone
    self.signOffs = signOffs
  }

  public var label: String { "K\(number)" }
  public var standing: [SignOff] { signOffs.filter(\.standing.stands) }
}

public struct SignOff: Hashable, Sendable {
  public let id: Int64
  public let memberID: Int64
  public let member: String
  public let read: Read
  public let verdict: Verdict
  public let basis: Basis?
  public let comment: String?
  public let reason: String?
  public let evidence: [String]
  /// The revision it was given on, and the words that it stands for.
  public let revision: Int
  public let words: String
  public let wordsDigest: [UInt8]
  public let at: String
  public let standing: Standing
  public let because: String

  public init(
    id: Int64, memberID: Int64, member: String, read: Read, verdict: Verdict, basis: Basis?, comment: String?,
    reason: String?, evidence: [String], revision: Int, words: String, wordsDigest: [UInt8], at: String,
    standing: Standing, because: String
  ) {
    self.id = id
    self.memberID = memberID
    self.member = member
    self.read = read
    self.verdict = verdict
    self.basis = basis
    self.comment = comment
    self.reason = reason
    self.evidence = evidence
    self.revision = revision
    self.words = words
    self.wordsDigest = wordsDigest
    self.at = at
    self.standing = standing
    self.because = because
  }
}

public struct Contradiction: Hashable, Sendable {
  public struct Passage: Hashable, Sendable {
    public let draft: String
    public let revision: Int
    public let quote: String
    public let span: Span
    public let says: String?
    public init(draft: String, revision: Int, quote: String, span: Span, says: String?) {
      self.draft = draft
      self.revision = revision
      self.quote = quote
      self.span = span
      self.says = says
    }
  }

  public let id: Int64
  public let number: Int
  public let draft: String
  public let kind: ContradictionKind
  public let origin: Origin
  public let rule: String
  public let status: ContradictionStatus
  public let outcome: ContradictionOutcome?
  public let note: String?
  public let other: String?
  public let passages: [Passage]
  public let raisedBy: String?
  public let raisedAt: String
  public let settledBy: String?
  public let settledAt: String?
  public let gone: Bool

  public init(
    id: Int64, number: Int, draft: String, kind: ContradictionKind, origin: Origin, rule: String,
    status: ContradictionStatus, outcome: ContradictionOutcome?, note: String?, other: String?,
    passages: [Passage], raisedBy: String?, raisedAt: String, settledBy: String?, settledAt: String?,
    gone: Bool
  ) {
    self.id = id
    self.number = number
    self.draft = draft
    self.kind = kind
    self.origin = origin
    self.rule = rule
    self.status = status
    self.outcome = outcome
    self.note = note
    self.other = other
    self.passages = passages
    self.raisedBy = raisedBy
    self.raisedAt = raisedAt
    self.settledBy = settledBy
    self.settledAt = settledAt
    self.gone = gone
  }

  public var label: String { "X\(number)" }
}

/// The day that a claim's period counts from.
public struct Anchor: Hashable, Sendable {
  public let on: CivilDate
  /// What happened on that day, such as `order filed`.
  public let what: String
  public let source: String
  public init(on: CivilDate, what: String, source: String) {
    self.on = on
    self.what = what
    self.source = source
  }
}

public struct Claim: Hashable, Sendable {
  public let id: Int64
  public let draftID: Int64
  public let draft: String
  public let number: Int
  public let kind: ClaimKind
  public let rule: String
  public let origin: Origin
  public let person: Bool
  public let asOf: CivilDate
  public let expected: PartialDate?
  public let anchor: Anchor?
  public let due: Due
  public let asked: Int
  public let matter: String?
  public let dismissedReason: String?
  public let retiredBecause: String?
  /// The words in the revision where it is watched, else where they stood last.
  public let quote: String
  public let span: Span
  public let revision: Int
  /// Whether those words are in the live revision or, before publication, in the latest one.
  public let watched: Bool

  public init(
    id: Int64, draftID: Int64, draft: String, number: Int, kind: ClaimKind, rule: String, origin: Origin,
    person: Bool, asOf: CivilDate, expected: PartialDate?, anchor: Anchor?, due: Due, asked: Int,
    matter: String?,
    dismissedReason: String?, retiredBecause: String?, quote: String, span: Span, revision: Int, watched: Bool
  ) {
    self.id = id
    self.draftID = draftID
    self.draft = draft
    self.number = number
    self.kind = kind
    self.rule = rule
    self.origin = origin
    self.person = person
    self.asOf = asOf
    self.expected = expected
    self.anchor = anchor
    self.due = due
    self.asked = asked
    self.matter = matter
    self.dismissedReason = dismissedReason
    self.retiredBecause = retiredBecause
    self.quote = quote
    self.span = span
    self.revision = revision
    self.watched = watched
  }

  public var label: String { "C\(number)" }

  /// Where the claim is in its life on `day`.
  public func status(on day: CivilDate) -> ClaimStatus {
    if dismissedReason != nil { return .dismissed }
    if retiredBecause != nil { return .retired }
    if !watched { return .gone }
    guard let due = due.on, due <= day else { return .live }
    return .due
  }
}

/// The published revision that readers see.
public struct LiveRevision: Hashable, Sendable {
  public let revision: Int
  public let on: CivilDate
  public init(revision: Int, on: CivilDate) {
    self.revision = revision
    self.on = on
  }
}

/// How and why a draft ended.
public struct DraftEnd: Hashable, Sendable {
  public let ending: Ending
  public let by: String
  public let at: String
  public let reason: String
  public init(ending: Ending, by: String, at: String, reason: String) {
    self.ending = ending
    self.by = by
    self.at = at
    self.reason = reason
  }
}

/// One draft with everything that its rules look at, as of one moment.
public struct Draft: Sendable {
  public let id: Int64
  public let slug: String
  public let desk: Desk
  public let latest: Revision
  public let live: LiveRevision?
  public let end: DraftEnd?
  public let policy: Policy
  public let policyVersion: Int
  public let sentences: Int
  public let paragraphs: Int
  public let ranTogether: [TextPlace]
  public let keyPoints: [KeyPoint]
  public let contradictions: [Contradiction]
  public let claims: [Claim]
  public let matters: [String]
  /// Active members of the desk.
  public let members: [Member]
  /// The newsroom's civil day.
  public let today: CivilDate

  public init(
    id: Int64, slug: String, desk: Desk, latest: Revision, live: LiveRevision?, end: DraftEnd?,
    policy: Policy,
    policyVersion: Int, sentences: Int, paragraphs: Int, ranTogether: [TextPlace], keyPoints: [KeyPoint],
    contradictions: [Contradiction], claims: [Claim], matters: [String], members: [Member], today: CivilDate
  ) {
    self.id = id
    self.slug = slug
    self.desk = desk
    self.latest = latest
    self.live = live
    self.end = end
    self.policy = policy
    self.policyVersion = policyVersion
    self.sentences = sentences
    self.paragraphs = paragraphs
    self.ranTogether = ranTogether
    self.keyPoints = keyPoints
    self.contradictions = contradictions
    self.claims = claims
    self.matters = matters
    self.members = members
    self.today = today
  }

  public var policyName: String { "\(desk.slug) v\(policyVersion)" }

  public var state: DraftState {
    Draft.state(ended: end?.ending, live: live, latest: latest.number, isReady: missing.isEmpty)
  }

  /// The state that follows from how a draft ended, what readers see, and whether nothing is missing.
  public static func state(ended: Ending?, live: LiveRevision?, latest: Int, isReady: @autoclosure () -> Bool)
    -> DraftState
  {
    switch ended {
    case .spiked: return .spiked
    case .killed: return .killed
    case nil: break
    }
    if live?.revision == latest { return .published }
    return isReady() ? .ready : .inReview
  }
}
