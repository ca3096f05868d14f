import Editorial

/// `POST /v1/drafts/{slug}/assignments`: who is to give a read.
public struct AssignmentRequest: ActRequest {
  public static let fields: Set<String> = ["read", "to"]

  public var read: Read
  /// Handle of a member; nobody when absent.
  public var to: String?
  public init(read: Read, to: String?) {
    self.read = read
    self.to = to
  }
}

/// `POST /v1/follow-ups/{label}/assignment`: who is to answer it.
public struct FollowUpAssignmentRequest: ActRequest {
  public static let fields: Set<String> = ["to"]

  /// Handle of a member; when absent it goes back to whom the night asked.
  public var to: String?
  public init(to: String?) { self.to = to }
}

/// Who is to give a read of a draft.
public struct AssignmentJSON: Codable, Sendable {
  public var read: Read
  public var to: String
  public var by: String
  public var at: String
  public init(_ assignment: Assignment) {
    read = assignment.read
    to = assignment.to
    by = assignment.by
    at = assignment.at
  }
}
