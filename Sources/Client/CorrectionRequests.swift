import Editorial
import Wire

extension StetAPI {
  /// Records where published words stand.
  public func place(
    _ slug: String, _ request: PlacementRequest, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "placements"], request, key: key)
  }

  /// Where a draft's published words stand.
  public func placements(of slug: String) async throws -> Answer<PlacementList> {
    try await get(["drafts", slug, "placements"])
  }

  /// Gives a placement to another member.
  public func handOver(
    _ label: String, of slug: String, to owner: String, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "placements", label, "owner"], OwnerRequest(owner: owner), key: key)
  }

  /// Takes back a placement that was recorded by mistake.
  public func removePlacement(
    _ label: String, of slug: String, reason: String, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "placements", label, "removal"], ReasonRequest(reason: reason), key: key)
  }

  /// Takes back that a placement has what a correction owes it.
  public func takeBackPlaced(
    _ placement: String, correction label: String, of slug: String, reason: String, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(
      ["drafts", slug, "corrections", label, "done", placement, "removal"], ReasonRequest(reason: reason),
      key: key)
  }

  public func openCorrection(
    of slug: String, _ request: CorrectionRequest, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "corrections"], request, key: key)
  }

  public func dropCorrection(
    _ label: String, of slug: String, reason: String, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "corrections", label, "drop"], ReasonRequest(reason: reason), key: key)
  }

  /// Writes down that a placement has what a correction owes it.
  public func placed(
    _ request: PlacedRequest, correction label: String, of slug: String, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "corrections", label, "done"], request, key: key)
  }

  /// Corrections of one draft or of all, open ones first.
  public func corrections(draft: String? = nil) async throws -> Answer<CorrectionList> {
    try await get(["corrections"], [("draft", draft)])
  }
}
