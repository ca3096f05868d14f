import Wire

extension StetAPI {
  public func rules(desk: String? = nil) async throws -> Answer<RuleList> {
    try await get(["rules"], [("desk", desk)])
  }

  /// Runs a rule over the stories that were published last, without writing anything.
  public func tryRule(_ rule: String, last: Int? = nil) async throws -> Answer<RuleTrialAnswer> {
    try await get(["rules", rule, "trial"], [("last", last.map(String.init))])
  }
}
