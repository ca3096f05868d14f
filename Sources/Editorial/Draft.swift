import TextAnalysis

// The values that the rules decide over. Instants are RFC 3339 texts in UTC as the database wrote them: the
// rules compare civil days, never instants.

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

/// The published revision that readers see.
public struct LiveRevision: Hashable, Sendable {
  public let revision: Int
  public let on: CivilDate
  public let origin: PublicationOrigin
  public init(revision: Int, on: CivilDate, origin: PublicationOrigin = .stet) {
    self.revision = revision
    self.on = on
    self.origin = origin
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
  public private(set) var policy: Policy
  public let policyVersion: Int
  public let sentences: Int
  public let paragraphs: Int
  public let ranTogether: [TextPlace]
  public let keyPoints: [KeyPoint]
  public let contradictions: [Contradiction]
  public let claims: [Claim]
  public let matters: [String]
  /// Active members of the desk who may read it.
  public let members: [Member]
  /// The newsroom's civil day.
  public private(set) var today: CivilDate
  /// What it was filed under, such as `court`.
  public let tags: [String]
  /// The agency whose copy it is; nil for the desk's own.
  public let wire: String?
  /// Statements of the latest revision that can go out of date.
  public let claimPlaces: [ClaimPlace]
  /// Sentences and key points of the latest revision that accuse somebody.
  public let accusations: [AccusingSentence]
  public let waivers: [Waiver]
  public let replies: [Reply]
  public let agreements: [Agreement]
  /// Sentences of other stories that the latest revision overtakes.
  public let overtakes: [Overtaken]
  /// Sentences of the latest revision that repeat what is overtaken by now.
  public var movedBackground: [MovedBackground] = []
  /// Sentences and key points of the latest revision that tell convictions.
  public var convictions: [ToldConviction] = []
  public let schedule: Schedule
  /// Where what was published stands, and what is owed there.
  public var placements: [Placement] = []
  public var corrections: [Correction] = []
  /// Who may read it, where not every member may.
  public var limit: Limit?
  /// Other drafts that say otherwise, and whose writers must not learn of this one.
  public var collisions: [Collision] = []
  /// Experts who were asked to read it, in the order of their labels.
  public let invitations: [Invitation]
  /// Who is to give a read, one for each that is assigned.
  public let assignments: [Assignment]

  public init(
    id: Int64, slug: String, desk: Desk, latest: Revision, live: LiveRevision?, end: DraftEnd?,
    policy: Policy,
    policyVersion: Int, sentences: Int, paragraphs: Int, ranTogether: [TextPlace], keyPoints: [KeyPoint],
    contradictions: [Contradiction], claims: [Claim], matters: [String], members: [Member], today: CivilDate,
    tags: [String] = [], wire: String? = nil, claimPlaces: [ClaimPlace] = [],
    accusations: [AccusingSentence] = [],
    waivers: [Waiver] = [], replies: [Reply] = [], agreements: [Agreement] = [],
    overtakes: [Overtaken] = [], invitations: [Invitation] = [], assignments: [Assignment] = [],
    schedule: Schedule
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
    self.tags = tags
    self.wire = wire
    self.claimPlaces = claimPlaces
    self.accusations = accusations
    self.waivers = waivers
    self.replies = replies
    self.agreements = agreements
    self.overtakes = overtakes
    self.schedule = schedule
    self.invitations = invitations
    self.assignments = assignments
  }

  /// The same draft under another policy.
  func judged(by policy: Policy) -> Draft {
    var draft = self
    draft.policy = policy
    return draft
  }

  /// The same draft as a later day sees it: terms of approvals run out.
  func on(_ day: CivilDate) -> Draft {
    var draft = self
    draft.today = day
    return draft
  }

  public var policyName: String { "\(desk.slug) v\(policyVersion)" }

  public var state: DraftState {
    Draft.state(
      ended: end?.ending, live: live, latest: latest.number, isReady: missing.isEmpty,
      isPlanned: schedule.plan != nil)
  }

  /// The state that follows from how a draft ended, what readers see, whether nothing is missing, and whether somebody
  /// planned its publication. What is planned and no longer ready is under review: it would not go out.
  public static func state(
    ended: Ending?, live: LiveRevision?, latest: Int, isReady: @autoclosure () -> Bool, isPlanned: Bool
  ) -> DraftState {
    switch ended {
    case .spiked: return .spiked
    case .killed: return .killed
    case nil: break
    }
    if live?.revision == latest { return .published }
    guard isReady() else { return .inReview }
    return isPlanned ? .scheduled : .ready
  }
}
