import TextAnalysis

/// A publication past unmet requirements that nobody else has looked at yet.
public struct OverrideToReview: Hashable, Sendable {
  public let publication: Int64
  public let draft: String
  public let revision: Int
  public let byMember: Int64
  public let by: String
  public let reason: String
  /// RFC 3339, UTC.
  public let at: String
  /// The newsroom's civil day of the override.
  public let on: CivilDate

  public init(
    publication: Int64, draft: String, revision: Int, byMember: Int64, by: String, reason: String, at: String,
    on: CivilDate
  ) {
    self.publication = publication
    self.draft = draft
    self.revision = revision
    self.byMember = byMember
    self.by = by
    self.reason = reason
    self.at = at
    self.on = on
  }

  /// The next working day; Saturdays and Sundays are none.
  public var due: CivilDate {
    var day = on.adding(days: 1)
    while day.weekday == .saturday || day.weekday == .sunday { day = day.adding(days: 1) }
    return day
  }

  /// Who may review it: whoever may publish or override, but for the one who did.
  public func mayBeReviewed(by member: Member, under policy: Policy) -> Bool {
    member.id != byMember && !member.roles.isDisjoint(with: policy.publish + policy.override)
  }

  /// Refuses a review by whoever may not give it.
  public func review(by member: Member, under policy: Policy) throws {
    guard !mayBeReviewed(by: member, under: policy) else { return }
    throw Refusal(
      .notAllowed, "review",
      member.id == byMember
        ? "Not reviewed. \(member.handle) overrode the requirements of \(draft) r\(revision), and somebody else looks at it."
        : "Not reviewed. That is for \(list((policy.publish + policy.override).map(\.rawValue), "or")); "
          + "\(member.handle) has none of these roles.")
  }
}
