/// `POST /v1/drafts/{slug}/erasure-approvals`
public struct ErasureRequest: ActRequest {
  public static let fields: Set<String> = ["order"]

  /// Reference of the order under which words are to be erased, 1 to 200 characters. It is kept.
  public var order: String
  public init(order: String) { self.order = order }
}

/// The answer to it.
public struct ErasureApprovalAnswer: Codable, Sendable {
  public var draft: String
  public var order: String
  /// Handle of the admin or chief.
  public var approvedBy: String
  /// The journal entry with its hash, such as `draft/12#7:` and 64 digits: whoever keeps it can have it verified.
  public var receipt: String
  public init(draft: String, order: String, approvedBy: String, receipt: String) {
    self.draft = draft
    self.order = order
    self.approvedBy = approvedBy
    self.receipt = receipt
  }
}
