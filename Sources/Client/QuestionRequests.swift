import Editorial
import TextAnalysis
import Wire

// A reference (`ref`) is the number of a contradiction or claim, `SLUG:X1`, or a bare `X1` when only one exists.

extension StetAPI {
  /// - Parameters:
  ///   - status: a status, or `all`; else what is open or suggested.
  ///   - turn: a member's handle, or `me`.
  ///   - age: raised more days ago than this.
  ///   - all: also suggestions that show on request only.
  ///   - after: the cursor `next` of the answer before.
  /// What collides between two stories, asked about just these two, or about a passage of each.
  public func compare(
    _ slug: String, with other: String, quote: String? = nil, against: String? = nil
  ) async throws -> Answer<ComparisonAnswer> {
    try await get(["drafts", slug, "comparisons", other], [("quote", quote), ("against", against)])
  }

  public func contradictions(
    draft: String? = nil, status: String? = nil, kind: String? = nil, matter: String? = nil,
    desk: String? = nil, turn: String? = nil, rule: String? = nil, age: Int? = nil, all: Bool = false,
    limit: Int? = nil, after: String? = nil
  ) async throws -> Answer<ContradictionList> {
    try await get(
      ["contradictions"],
      [
        ("draft", draft), ("status", status), ("kind", kind), ("matter", matter), ("desk", desk),
        ("turn", turn), ("rule", rule), ("age", age.map(String.init)), ("all", all ? "true" : nil),
        ("limit", limit.map(String.init)), ("after", after),
      ])
  }

  public func flag(
    _ slug: String, _ request: FlagRequest, key: String
  ) async throws -> Answer<ContradictionAnswer> {
    try await post(["drafts", slug, "contradictions"], request, key: key)
  }

  public func settle(
    _ ref: String, _ request: SettlementRequest, key: String
  ) async throws -> Answer<ContradictionAnswer> {
    try await post(["contradictions", ref, "settlement"], request, key: key)
  }

  /// Makes a suggestion of the engine an open contradiction.
  public func confirm(_ ref: String, key: String) async throws -> Answer<ContradictionAnswer> {
    try await post(["contradictions", ref, "confirmation"], nil, key: key)
  }

  /// - Parameter status: a status, or `all`.
  public func claims(
    draft: String? = nil, status: String? = nil, all: Bool = false
  ) async throws -> Answer<ClaimList> {
    try await get(["claims"], [("draft", draft), ("status", status), ("all", all ? "true" : nil)])
  }

  public func addClaim(
    to slug: String, _ request: ClaimRequest, key: String
  ) async throws -> Answer<ClaimAnswer> {
    try await post(["drafts", slug, "claims"], request, key: key)
  }

  public func dismissClaim(
    _ ref: String, reason: String, contactDetails: Bool? = nil, key: String
  ) async throws -> Answer<ClaimAnswer> {
    try await post(
      ["claims", ref, "dismissal"], ReasonRequest(reason: reason, contactDetails: contactDetails), key: key)
  }

  public func anchorClaim(
    _ ref: String, _ request: AnchorRequest, key: String
  ) async throws -> Answer<ClaimAnswer> {
    try await post(["claims", ref, "anchor"], request, key: key)
  }

  /// - Parameter status: `open`, `closed` or `all`.
  public func followUps(status: String? = nil) async throws -> Answer<FollowUpList> {
    try await get(["follow-ups"], [("status", status)])
  }

  public func closeFollowUp(
    _ label: String, _ request: ClosureRequest, key: String
  ) async throws -> Answer<FollowUpAnswer> {
    try await post(["follow-ups", label, "closure"], request, key: key)
  }

  /// Who the token speaks for.
  public func me() async throws -> Answer<MeAnswer> {
    try await get(["me"])
  }
}
