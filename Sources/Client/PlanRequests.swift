import Wire

extension StetAPI {
  public func plan(_ slug: String, _ request: PlanRequest, key: String) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "plans"], request, key: key)
  }

  public func unplan(_ slug: String, key: String) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "unplan"], UnplanRequest(), key: key)
  }

  public func setEmbargo(
    _ slug: String, _ request: EmbargoRequest, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "embargoes"], request, key: key)
  }
}
