import Editorial
import Wire

extension StetAPI {
  /// Experts who were asked to read a draft.
  public func invitations(to slug: String) async throws -> Answer<InvitationList> {
    try await get(["drafts", slug, "invitations"])
  }

  /// The link is in the first answer alone: a repeated request gets none.
  public func invite(
    to slug: String, _ request: InvitationRequest, key: String
  ) async throws -> Answer<InvitationAnswer> {
    try await post(["drafts", slug, "invitations"], request, key: key)
  }

  public func withdrawInvitation(
    _ label: String, to slug: String, key: String
  ) async throws -> Answer<InvitationAnswer> {
    try await post(["drafts", slug, "invitations", label, "withdrawal"], nil, key: key)
  }

  public func assign(
    _ slug: String, _ request: AssignmentRequest, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "assignments"], request, key: key)
  }

  public func assignFollowUp(
    _ label: String, _ request: FollowUpAssignmentRequest, key: String
  ) async throws -> Answer<FollowUpAnswer> {
    try await post(["follow-ups", label, "assignment"], request, key: key)
  }
}
