import Wire

extension StetAPI {
  /// - Parameter kind: only matters of this kind.
  public func matters(kind: String? = nil) async throws -> Answer<MatterList> {
    try await get(["matters"], [("kind", kind)])
  }

  /// One matter with the places that are linked to it.
  public func matter(_ slug: String) async throws -> Answer<MatterPlacesAnswer> {
    try await get(["matters", slug])
  }

  public func addMatter(_ request: MatterRequest, key: String) async throws -> Answer<MatterAnswer> {
    try await post(["matters"], request, key: key)
  }

  public func moveMatter(_ slug: String, _ request: MoveRequest, key: String) async throws -> Answer<
    MoveAnswer
  > {
    try await post(["matters", slug, "moves"], request, key: key)
  }

  public func linkMatter(
    _ slug: String, _ request: MatterLinkRequest, key: String
  ) async throws -> Answer<MatterPlacesAnswer> {
    try await post(["matters", slug, "links"], request, key: key)
  }

  public func unlinkMatter(
    _ slug: String, _ request: MatterLinkRequest, key: String
  ) async throws -> Answer<MatterPlacesAnswer> {
    try await post(["matters", slug, "unlinks"], request, key: key)
  }

  public func mergeMatter(_ slug: String, into other: String, key: String) async throws -> Answer<
    MatterAnswer
  > {
    try await post(["matters", slug, "merge"], MergeRequest(into: other), key: key)
  }

  public func relateMatter(
    _ slug: String, _ request: RelationRequest, key: String
  ) async throws -> Answer<MatterAnswer> {
    try await post(["matters", slug, "relations"], request, key: key)
  }

  /// Matters that drafts may be about, waiting for an answer.
  public func proposals(draft: String? = nil) async throws -> Answer<ProposalList> {
    try await get(["proposals"], [("draft", draft)])
  }

  public func answerProposal(
    of draft: String, matter: String, isAbout: Bool, key: String
  ) async throws -> Answer<MatterPlacesAnswer> {
    try await post(
      ["drafts", draft, "proposals", matter], ProposalAnswerRequest(about: isAbout), key: key)
  }
}
