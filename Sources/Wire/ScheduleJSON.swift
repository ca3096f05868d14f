import Editorial

/// When a draft may, and will, go out.
public struct ScheduleJSON: Codable, Sendable {
  /// An instant, and what the newsroom's clocks show then.
  public struct Moment: Codable, Sendable {
    /// RFC 3339, UTC.
    public var at: String
    /// In the newsroom's zone, such as `2026-11-24T06:00`.
    public var local: String
    public var zone: String
    public init(at: String, local: String, zone: String) {
      self.at = at
      self.local = local
      self.zone = zone
    }
  }

  public struct Plan: Codable, Sendable {
    public var revision: Int
    public var moment: Moment
    /// Handle of who planned it.
    public var by: String
    /// Who gives the read that follows the publication of breaking news.
    @OrNull public var reader: String?
    /// What is known to stand in its way at that moment, or why it came to nothing; empty when nothing does.
    public var why: [String]
    public init(revision: Int, moment: Moment, by: String, reader: String?, why: [String]) {
      self.revision = revision
      self.moment = moment
      self.by = by
      self.reader = reader
      self.why = why
    }
  }

  public struct Embargo: Codable, Sendable {
    public var until: Moment
    public var by: String
    public init(until: Moment, by: String) {
      self.until = until
      self.by = by
    }
  }

  /// The open plan.
  @OrNull public var plan: Plan?
  /// A plan that came to nothing at its moment, until somebody publishes, plans anew or lets it be.
  @OrNull public var refused: Plan?
  /// An embargo that is not over.
  @OrNull public var embargo: Embargo?

  public init(plan: Plan?, refused: Plan?, embargo: Embargo?) {
    self.plan = plan
    self.refused = refused
    self.embargo = embargo
  }
}

extension ScheduleJSON {
  /// Nil of a draft that has ended, and of one that is neither planned nor under embargo.
  init?(_ draft: Draft) {
    let schedule = draft.schedule
    guard draft.end == nil, schedule.plan != nil || schedule.refused != nil || schedule.embargo != nil else {
      return nil
    }
    self.init(
      plan: schedule.plan.map { Plan($0, why: draft.obstacles(to: $0)) },
      refused: schedule.refused.map { Plan($0.plan, why: $0.why) },
      embargo: schedule.embargo.map { Embargo(until: Moment($0.until), by: $0.by) })
  }
}

extension ScheduleJSON.Moment {
  public init(_ moment: Editorial.Moment) {
    self.init(at: moment.at, local: moment.local, zone: moment.zone)
  }
}

extension ScheduleJSON.Plan {
  fileprivate init(_ plan: Editorial.Plan, why: [String]) {
    self.init(
      revision: plan.revision, moment: ScheduleJSON.Moment(plan.moment), by: plan.by, reader: plan.reader,
      why: why)
  }
}

/// `POST /v1/drafts/{slug}/plans`
public struct PlanRequest: ActRequest {
  public static let fields: Set<String> = ["at", "revision", "reader"]

  /// With an offset or `Z`, else the newsroom's time.
  public var at: String
  /// The revision meant; 412 when it is not the latest.
  public var revision: Int?
  /// Handle of the member who gives the read that follows the publication of breaking news.
  public var reader: String?
  public init(at: String, revision: Int?, reader: String?) {
    self.at = at
    self.revision = revision
    self.reader = reader
  }
}

/// `POST /v1/drafts/{slug}/unplan`: takes the plan back, or lets one be that came to nothing.
public struct UnplanRequest: ActRequest {
  public static let fields: Set<String> = []
  public init() {}
}

/// `POST /v1/drafts/{slug}/embargoes`
public struct EmbargoRequest: ActRequest {
  public static let fields: Set<String> = ["until", "lift", "reason", "contactDetails"]
  public static let freeText: Set<String> = ["reason"]

  /// With an offset or `Z`, else the newsroom's time. Absent when it is lifted.
  public var until: String?
  public var lift: Bool?
  /// Why it ends early, where it does.
  public var reason: String?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(until: String?, lift: Bool?, reason: String?) {
    self.until = until
    self.lift = lift
    self.reason = reason
  }
}
