import Editorial

/// `POST /v1/drafts/{slug}/invitations`: asks an expert of another house to read key points.
public struct InvitationRequest: ActRequest {
  public static let fields: Set<String> = ["keyPoints", "read", "name", "until", "note", "contactDetails"]
  public static let freeText: Set<String> = ["note"]

  /// Labels such as `K2`.
  public var keyPoints: [String]
  /// Any but `legal`.
  public var read: Read
  public var name: String
  /// The deadline, RFC 3339; without a zone in the newsroom's: `2026-11-25T18:00`.
  public var until: String
  /// What the expert is asked.
  public var note: String?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(keyPoints: [String], read: Read, name: String, until: String, note: String?) {
    self.keyPoints = keyPoints
    self.read = read
    self.name = name
    self.until = until
    self.note = note
  }
}

/// One invitation, as members see it.
public struct InvitationJSON: Codable, Sendable {
  /// `I1`, `I2` … in its draft.
  public var label: String
  public var name: String
  public var read: Read
  public var keyPoints: [String]
  @OrNull public var note: String?
  /// RFC 3339, UTC.
  public var until: String
  /// The same by the newsroom's clock: `2026-11-25T18:00`.
  public var untilHere: String
  /// The revision whose words it asks about.
  public var revision: Int
  public var invitedBy: String
  public var at: String
  public var state: Invitation.State

  public init(_ invitation: Invitation) {
    label = invitation.label
    name = invitation.name
    read = invitation.read
    keyPoints = invitation.labels
    _note = OrNull(wrappedValue: invitation.question)
    until = invitation.until
    untilHere = invitation.untilHere
    revision = invitation.revision
    invitedBy = invitation.invitedBy
    at = invitation.at
    state = invitation.state
  }
}

/// The answer to `GET /v1/drafts/{slug}/invitations`.
public struct InvitationList: Codable, Sendable {
  public var draft: String
  public var invitations: [InvitationJSON]
  public init(draft: String, invitations: [InvitationJSON]) {
    self.draft = draft
    self.invitations = invitations
  }
}

/// The answer to inviting somebody, and to taking it back.
public struct InvitationAnswer: Codable, Sendable {
  public var draft: String
  public var invitation: InvitationJSON
  /// `/invitations/TOKEN`, in the first answer to inviting alone: what is stored has no token.
  @OrNull public var path: String?
  /// The same with the address of the service, where it knows its own.
  @OrNull public var link: String?
  /// The journal entry of the act, such as `draft/12#7:HASH`.
  public var journal: String

  public init(draft: String, invitation: InvitationJSON, journal: String) {
    self.draft = draft
    self.invitation = invitation
    self.journal = journal
    _path = OrNull(wrappedValue: nil)
    _link = OrNull(wrappedValue: nil)
  }
}

/// The answer to `GET /v1/invitations/{token}`: all that an expert sees of a story.
public struct ShownInvitationJSON: Codable, Sendable {
  public struct KeyPoint: Codable, Sendable {
    public var label: String
    public var words: String
    /// Sentences of the story that bear it out.
    public var borneOutBy: [String]
    public init(_ shown: ShownKeyPoint) {
      label = shown.label
      words = shown.words
      borneOutBy = shown.borneOutBy
    }
  }

  public var name: String
  /// The name of the member who asks.
  public var askedBy: String
  @OrNull public var headline: String?
  public var read: Read
  @OrNull public var question: String?
  public var until: String
  /// The revision whose words these are, to be named in the answer.
  public var revision: Int
  public var keyPoints: [KeyPoint]
  /// How the words differ from those that the invitation was about; empty when they do not.
  public var changes: [String]

  public init(
    name: String, askedBy: String, headline: String?, read: Read, question: String?, until: String,
    revision: Int, keyPoints: [KeyPoint], changes: [String]
  ) {
    self.name = name
    self.askedBy = askedBy
    self.headline = headline
    self.read = read
    self.question = question
    self.until = until
    self.revision = revision
    self.keyPoints = keyPoints
    self.changes = changes
  }
}

/// `POST /v1/invitations/{token}`: an expert's answer, taken once.
public struct ExpertRequest: ActRequest {
  public static let fields: Set<String> = [
    "verdict", "basis", "comment", "reason", "evidence", "revision", "contactDetails",
  ]
  public static let freeText: Set<String> = ["comment", "reason"]

  /// `approve` or `query`.
  public var verdict: Verdict
  public var basis: Basis?
  public var comment: String?
  /// The question, for a query.
  public var reason: String?
  /// Addresses of what it rests on.
  public var evidence: [String]?
  /// The revision that was read; that of the invitation when absent. 412 when the words have changed since.
  public var revision: Int?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(
    verdict: Verdict, basis: Basis? = nil, comment: String? = nil, reason: String? = nil,
    evidence: [String]? = nil, revision: Int? = nil, contactDetails: Bool? = nil
  ) {
    self.verdict = verdict
    self.basis = basis
    self.comment = comment
    self.reason = reason
    self.evidence = evidence
    self.revision = revision
    self.contactDetails = contactDetails
  }
}

/// What an expert gets for an answer.
public struct ExpertReceipt: Codable, Sendable {
  public var state: Invitation.State
  public var verdict: Verdict
  /// The journal entry, such as `draft/12#7:HASH`: a receipt to keep.
  public var journal: String
  public init(state: Invitation.State, verdict: Verdict, journal: String) {
    self.state = state
    self.verdict = verdict
    self.journal = journal
  }
}
