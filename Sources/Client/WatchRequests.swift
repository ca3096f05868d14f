import Wire

extension StetAPI {
  /// - Parameter about: a draft, `SLUG/C2`, `SLUG/K1` or a matter; all when nil.
  public func watches(about: String? = nil) async throws -> Answer<WatchList> {
    try await get(["watches"], [("about", about)])
  }

  public func watch(_ request: WatchRequest, key: String) async throws -> Answer<WatchAnswer> {
    try await post(["watches"], request, key: key)
  }

  public func stopWatch(_ label: String, key: String) async throws -> Answer<WatchAnswer> {
    try await post(["watches", label, "stop"], nil, key: key)
  }

  /// Says that somebody has seen what changed on the page.
  public func markSeen(_ label: String, key: String) async throws -> Answer<WatchAnswer> {
    try await post(["watches", label, "seen"], nil, key: key)
  }
}
