import TextAnalysis

/// An instant with what the newsroom's clocks show then.
public struct Moment: Hashable, Sendable {
  /// RFC 3339, UTC, to the microsecond: earlier ones sort before later ones.
  public let at: String
  /// Day and time in the newsroom's zone, such as `2026-11-24T06:00`.
  public let local: String
  public let zone: String

  public init(at: String, local: String, zone: String) {
    self.at = at
    self.local = local
    self.zone = zone
  }

  /// "Tuesday 24 November 2026 06:00".
  public var inWords: String {
    guard let day = CivilDate(String(local.prefix(10))) else { return local }
    return "\(name(of: day.weekday)) \(Editorial.inWords(day)) \(local.dropFirst(11))"
  }

  /// The newsroom's time and UTC beside each other, so that nobody takes one for the other.
  public var inBothZones: String { "\(inWords) \(zone) (\(at.prefix(16))Z)" }
}

private func name(of day: Weekday) -> String {
  switch day {
  case .monday: "Monday"
  case .tuesday: "Tuesday"
  case .wednesday: "Wednesday"
  case .thursday: "Thursday"
  case .friday: "Friday"
  case .saturday: "Saturday"
  case .sunday: "Sunday"
  }
}

/// A publication that somebody planned.
public struct Plan: Hashable, Sendable {
  public let id: Int64
  public let revision: Int
  public let moment: Moment
  public let byMember: Int64
  public let by: String
  /// Who gives the read that follows the publication of breaking news.
  public let reader: String?
  /// What its words say otherwise than a matter that has moved since it was made, with the reason.
  public var overtaken: [String] = []

  public init(id: Int64, revision: Int, moment: Moment, byMember: Int64, by: String, reader: String?) {
    self.id = id
    self.revision = revision
    self.moment = moment
    self.byMember = byMember
    self.by = by
    self.reader = reader
  }
}

/// A plan that came to nothing at its moment, until a person has seen to it.
public struct RefusedPlan: Hashable, Sendable {
  public let plan: Plan
  public let why: [String]

  public init(plan: Plan, why: [String]) {
    self.plan = plan
    self.why = why
  }
}

/// Until when nothing of a draft goes out.
public struct Embargo: Hashable, Sendable {
  public let until: Moment
  public let by: String

  public init(until: Moment, by: String) {
    self.until = until
    self.by = by
  }
}

/// When a draft may, and will, go out.
public struct Schedule: Hashable, Sendable {
  /// The instant at which it is looked at: RFC 3339, UTC, to the microsecond.
  public let now: String
  /// The open plan.
  public let plan: Plan?
  public let refused: RefusedPlan?
  /// An embargo that is not over.
  public let embargo: Embargo?

  public init(now: String, plan: Plan? = nil, refused: RefusedPlan? = nil, embargo: Embargo? = nil) {
    self.now = now
    self.plan = plan
    self.refused = refused
    self.embargo = embargo.flatMap { $0.until.at > now ? $0 : nil }
  }

  /// The embargo that still holds at an instant.
  func embargo(at instant: String) -> Embargo? { embargo.flatMap { $0.until.at > instant ? $0 : nil } }
}

/// How a plan ended.
public enum PlanOutcome: String, Hashable, Sendable {
  case published
  /// It was not ready at its moment, or the moment was missed.
  case refused
  /// Planned anew.
  case replaced
  case takenBack = "taken-back"
  /// The words it was for are no longer the latest.
  case revised
  /// The draft was spiked or killed.
  case ended
}
