import Wire

extension StetAPI {
  /// Approves that the words of a draft be erased under an order.
  public func approveErasure(
    of slug: String, order: String, key: String
  ) async throws -> Answer<ErasureApprovalAnswer> {
    try await post(["drafts", slug, "erasure-approvals"], ErasureRequest(order: order), key: key)
  }
}
