import TextAnalysis

/// How somebody asks to publish the latest revision.
public struct PublicationOrder: Hashable, Sendable {
  /// The day it was published; the newsroom's today when absent.
  public let on: CivilDate?
  public let override: Bool
  public let reason: String?
  /// The revision meant, when named.
  public let revision: Int?
  /// Who gives the read that follows the publication of breaking news.
  public let reader: String?
  public init(on: CivilDate?, override: Bool, reason: String?, revision: Int?, reader: String? = nil) {
    self.on = on
    self.override = override
    self.reason = reason
    self.revision = revision
    self.reader = reader
  }
}

extension Draft {
  /// Decides whether the latest revision may be published as ordered, and from which day.
  ///
  /// Computed in the publishing transaction, from the sign-offs as they stand there.
  public func publish(_ order: PublicationOrder, by member: Member) throws -> CivilDate {
    try mustBeUnderReview("published")
    try mustHave(policy.publish, member, "published")
    if let revision = order.revision, revision != latest.number {
      throw Refusal(
        .outdated, "outdated", "Not published. \(slug) is at r\(latest.number) now, not r\(revision).",
        next: ["stet show \(slug)"])
    }
    if let live, live.revision == latest.number {
      throw Refusal(
        .conflict, "published",
        "\(slug) r\(latest.number) was published on \(inWords(live.on)) already. "
          + "A revision is published once; file the next one.")
    }
    let day = order.on ?? today
    guard day <= today else {
      throw Refusal(
        .usage, "future",
        "Not published. \(inWords(day)) is still to come (today is \(inWords(today))), and Stet does not schedule "
          + "publication yet. Nothing was changed.")
    }
    if let live, day < live.on {
      throw Refusal(
        .usage, "backwards",
        "Not published. r\(live.revision) is live since \(inWords(live.on)); r\(latest.number) cannot have been out "
          + "before it. Nothing was changed.")
    }
    let missing = missing
    if missing.isEmpty {
      if order.override {
        throw Refusal(
          .usage, "override",
          "Not published. \(slug) r\(latest.number) is ready: there is nothing to override.",
          next: ["stet publish \(slug)"])
      }
      return day
    }
    guard order.override else { throw notReady(missing) }
    try mustHave(policy.override, member, "overridden")
    if policy.againstLegal != nil, let doubt = legalDoubts.first {
      throw Refusal(
        .notReady, "against-legal",
        "Not published. The legal read holds or queries \(doubt.keyPoint.label), which an override does not pass over.",
        missing: missing)
    }
    guard let reason = order.reason, !reason.isEmpty else {
      throw Refusal(
        .usage, "reason", "Not published. An override gives its reason: add --reason TEXT.", missing: missing)
    }
    return day
  }

  /// Decides whether the draft may end like this.
  public func end(as ending: Ending, by member: Member) throws {
    try mustBeUnderReview(ending.rawValue)
    try mustHave(policy.publish, member, ending.rawValue)
    if ending == .spiked, live != nil {
      throw Refusal(
        .conflict, "published", "Not spiked. \(slug) is live; what readers have seen is killed, not spiked.",
        next: ["stet kill \(slug) --reason TEXT"])
    }
    if ending == .killed, live == nil {
      throw Refusal(
        .conflict, "not-published", "Not killed. \(slug) was never published; spike it.",
        next: ["stet spike \(slug) --reason TEXT"])
    }
  }

  private func notReady(_ missing: [Missing]) -> Refusal {
    let may = members.filter { !$0.roles.isDisjoint(with: policy.override) }.map(\.handle)
    return Refusal(
      .notReady, "not-ready",
      "Not published. \(slug) r\(latest.number) is not ready: \(missing.count) \(missing.count == 1 ? "thing is" : "things are") "
        + "missing. "
        + (may.isEmpty
          ? "Nobody on desk \(desk.slug) may override."
          : "\(list(may, "or")) may override with --override --reason TEXT; the journal keeps the reason."),
      next: ["stet show \(slug)"], missing: missing)
  }

  func mustHave(_ roles: [Role], _ member: Member, _ done: String) throws {
    guard member.roles.isDisjoint(with: roles) else { return }
    let who = members.filter { !$0.roles.isDisjoint(with: roles) }.map(\.handle)
    throw Refusal(
      .notAllowed, "role",
      "Not \(done). On desk \(desk.slug) that is for \(list(roles.map(\.rawValue), "or")); \(member.handle) has no such "
        + "role. " + (who.isEmpty ? "Nobody has." : "Who can: \(list(who, "or")).") + " Nothing was changed.")
  }
}
