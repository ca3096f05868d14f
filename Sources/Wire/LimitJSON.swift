import Editorial

/// Who may read a limited draft besides whoever wrote it.
public struct LimitJSON: Codable, Sendable {
  /// Handles.
  public var members: [String]
  /// All who hold a role there.
  public var desks: [String]
  /// As a sentence has it, such as `Ana Lind, desk business`.
  public var says: String
  public var by: String
  public var at: String
  @OrNull public var reason: String?

  public init(_ limit: Limit) {
    members = limit.members.map(\.handle)
    desks = limit.desks
    says = limit.inWords
    by = limit.by
    at = limit.at
    _reason = OrNull(wrappedValue: limit.reason)
  }
}

/// What another draft says otherwise than a limited one, of which its writer must learn nothing.
public struct CollisionJSON: Codable, Sendable {
  /// `Y1`.
  public var label: String
  /// The other draft.
  public var draft: String
  public var revision: Int
  public var quote: String
  /// The limited draft's own words.
  public var mine: String
  public var rule: String
  public var foundAt: String
  /// Null until somebody decides.
  @OrNull public var outcome: CollisionOutcome?
  @OrNull public var reason: String?
  @OrNull public var settledBy: String?

  public init(_ one: Collision) {
    label = one.label
    draft = one.draft
    revision = one.revision
    quote = one.quote
    mine = one.mine
    rule = one.rule
    foundAt = one.foundAt
    _outcome = OrNull(wrappedValue: one.outcome)
    _reason = OrNull(wrappedValue: one.reason)
    _settledBy = OrNull(wrappedValue: one.settledBy)
  }
}

/// `POST /v1/drafts/{slug}/limits`: says who may read a draft, or gives it to everybody again.
public struct LimitRequest: ActRequest {
  public static let fields: Set<String> = ["to", "open", "reason", "contactDetails"]
  public static let freeText: Set<String> = ["reason"]

  /// Handles of members, and desks as `@business`, in place of those before. Absent when it is opened.
  public var to: [String]?
  public var open: Bool?
  public var reason: String
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(to: [String]?, open: Bool?, reason: String) {
    self.to = to
    self.open = open
    self.reason = reason
  }
}

/// `POST /v1/drafts/{slug}/collisions/{label}/settlement`
public struct CollisionRequest: ActRequest {
  public static let fields: Set<String> = ["outcome", "reason", "contactDetails"]
  public static let freeText: Set<String> = ["reason"]

  public var outcome: CollisionOutcome
  public var reason: String
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(outcome: CollisionOutcome, reason: String) {
    self.outcome = outcome
    self.reason = reason
  }
}
