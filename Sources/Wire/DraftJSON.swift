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
    /// `imported` when only an archive says that it was published: nothing of it was signed here.
    public var origin: PublicationOrigin
    public init(revision: Int, on: String, origin: PublicationOrigin = .stet) {
      self.revision = revision
      self.on = on
      self.origin = origin
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
  /// What it was filed under.
  public var tags: [String]
  /// The agency whose copy it is.
  @OrNull public var wire: String?
  /// Sentences of other stories that the latest revision overtakes: they were right in their day.
  public var overtakes: [OvertakenJSON]
  /// Null when it is neither planned nor under embargo.
  @OrNull public var schedule: ScheduleJSON?
  /// Where what was published stands.
  public var placements: [PlacementJSON] = []
  /// Corrections of it, by label.
  public var corrections: [CorrectionJSON] = []
  /// Sentences that repeat what is overtaken by now: what to look at first.
  public var movedBackground: [MovedBackgroundJSON] = []
  /// What its words tell of convictions that may be spent by now.
  public var spentConvictions: [SpentConvictionJSON] = []
  /// How many findings are left out because their rules are mostly dismissed on this desk; `?all=true` has them.
  public var onRequest = 0
  /// Who may read it; null when every member may.
  @OrNull public var limited: LimitJSON?
  /// Other drafts that say otherwise than this limited one, and whose writers do not know.
  public var collisions: [CollisionJSON] = []
  /// Experts who were asked to read it.
  public var invitations: [InvitationJSON]
  /// Who is to give which read.
  public var assignments: [AssignmentJSON]

  public init(
    slug: String, desk: String, headline: String?, byline: [String], revision: Int, state: DraftState,
    dateline: String, live: Live?, filedBy: String, filedAt: String, policy: String, body: Body,
    missing: [MissingJSON], keyPoints: [KeyPointJSON], contradictions: [ContradictionJSON],
    claims: [ClaimJSON], matters: [String], ended: EndedJSON?, tags: [String] = [], wire: String? = nil,
    overtakes: [OvertakenJSON] = [], invitations: [InvitationJSON] = [],
    assignments: [AssignmentJSON] = [], schedule: ScheduleJSON? = nil
  ) {
    self.schedule = schedule
    self.invitations = invitations
    self.assignments = assignments
    self.tags = tags
    self.wire = wire
    self.overtakes = overtakes
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
  /// The read that is lacking, where it is one.
  @OrNull public var read: Read?
  /// The instant by which it is due, where the policy sets one.
  @OrNull public var due: String?
  public init(about: [String], says: String, who: [String], read: Read? = nil, due: String? = nil) {
    self.about = about
    self.says = says
    self.who = who
    self.read = read
    self.due = due
  }
}

/// What an act did, in the words that a person reads on the receipt.
public struct Receipt: Codable, Sendable {
  /// Sign-offs that the act recorded, withdrew, carried or outdated.
  public var signOffs: [SignOffChange]
  /// Notices about the filing: what was not found, what was read otherwise than written.
  public var notices: [String]
  /// The journal entry of the act, such as `draft/12#7:HASH`: a receipt to keep.
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
