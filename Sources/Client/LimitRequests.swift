import Wire

extension StetAPI {
  /// Says who may read a draft, or gives it to everybody again.
  public func limit(_ slug: String, _ request: LimitRequest, key: String) async throws -> Answer<DraftAnswer>
  {
    try await post(["drafts", slug, "limits"], request, key: key)
  }

  /// Says what becomes of a collision of a limited draft.
  public func settleCollision(
    _ label: String, of slug: String, _ request: CollisionRequest, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "collisions", label, "settlement"], request, key: key)
  }
}
