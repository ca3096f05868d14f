import Editorial
import Postgres
import TextAnalysis

extension PlanOutcome: PostgresEncodable {}
extension Reminder.Event: PostgresEncodable, PostgresDecodable {}

extension Transaction {
  /// When a draft may and will go out, looked at now or at another instant.
  func schedule(of draft: Int64, asOf instant: String?) throws -> Schedule {
    let row = try run(
      """
      select rfc3339(coalesce(\(instant)::timestamptz, now())) as now, n.time_zone, s.plan_id, s.revision,
        rfc3339(s.at) as at, newsroom_time(s.at) as local, s.planned_by, s.planner, s.reader, s.refused, s.why,
        rfc3339(s.until) as until, newsroom_time(s.until) as until_local, s.embargoed_by
      from draft_schedules s cross join newsroom n where s.draft_id = \(draft)
      """
    ).first
    guard let row else { throw DatabaseError.decoding("draft \(draft) has no schedule") }
    let zone: String = try row.column("time_zone")
    var plan: Plan? =
      if let id = try row.column("plan_id", as: Int64?.self) {
        Plan(
          id: id, revision: try row.column("revision"),
          moment: Moment(at: try row.column("at"), local: try row.column("local"), zone: zone),
          byMember: try row.column("planned_by"), by: try row.column("planner"),
          reader: try row.column("reader"))
      } else { nil }
    let embargo: Embargo? =
      if let until = try row.column("until", as: String?.self) {
        Embargo(
          until: Moment(at: until, local: try row.column("until_local"), zone: zone),
          by: try row.column("embargoed_by"))
      } else { nil }
    let isRefused: Bool = try row.column("refused")
    if let id = plan?.id, !isRefused { plan?.overtaken = try overtakenSince(plan: id) }
    let why: [String]? = try row.column("why")
    return Schedule(
      now: try row.column("now"), plan: isRefused ? nil : plan,
      refused: isRefused ? plan.map { RefusedPlan(plan: $0, why: why ?? []) } : nil, embargo: embargo)
  }

  /// Claims of a planned revision that matters have overtaken since it was planned, and that nobody has answered for.
  private func overtakenSince(plan: Int64) throws -> [String] {
    try all(
      """
      select c.number, x.slug, x.status
      from plans p
      join claims c on c.draft_id = p.draft_id
      join matters x on x.id = c.matter_id
      where p.id = \(plan) and c.overtaken_at > p.planned_at and c.dismissed_at is null and c.retired_at is null
        and exists (select from claim_occurrences o where o.claim_id = c.id and o.revision_id = p.revision_id)
      order by c.number
      """, as: (Int, String, String).self
    ).map { "C\($0.0) says otherwise than the matter \($0.1), which has moved since it was planned: \($0.2)" }
  }

  /// The instant that somebody wrote. A local time is the newsroom's; one that its clocks skip or show twice is refused.
  ///
  /// - Parameter nothing: what was not done, as in "Nothing was planned."
  func moment(_ written: WrittenInstant, _ nothing: String) throws -> Moment {
    let found: [(String, String, String)]
    switch written {
    case .absolute(let text):
      found = try all(
        "select rfc3339(\(text)::timestamptz), newsroom_time(\(text)::timestamptz), time_zone from newsroom",
        as: (String, String, String).self)
    case .local(let text):
      found = try all(
        "select rfc3339(i), newsroom_time(i), time_zone from newsroom, newsroom_instants(\(text)::timestamp) i order by i",
        as: (String, String, String).self)
      let zone = try first("select time_zone from newsroom", as: String.self) ?? "UTC"
      if found.isEmpty {
        throw Refusal(
          .unreadable, "no-such-time",
          "There is no \(text) in \(zone): the clocks go forward over it. \(nothing)")
      }
      if found.count > 1 {
        throw Refusal(
          .unreadable, "time-twice",
          "\(text) comes twice in \(zone), as the clocks go back: \(list(found.map { "\($0.0.prefix(16))Z" }, "or")). "
            + "Write the one that is meant. \(nothing)")
      }
    }
    guard let (at, local, zone) = found.first else {
      throw DatabaseError.decoding("the newsroom has no zone")
    }
    return Moment(at: at, local: local, zone: zone)
  }

  /// Ends the draft's plan, where it has one, or lets one be that was refused.
  func endPlan(of draft: Draft, as outcome: PlanOutcome, why: [String] = []) throws {
    if let plan = draft.schedule.plan {
      try run(
        "insert into plan_outcomes (plan_id, outcome, why) values (\(plan.id), \(outcome), \(why))")
    }
    guard draft.schedule.plan != nil || draft.schedule.refused != nil else { return }
    // A refused one stays, until a person has seen to it.
    if outcome != .refused { try run("update drafts set plan_id = null where id = \(draft.id)") }
  }
}

extension Newsroom {
  /// The instant that somebody wrote, as the newsroom's clocks show it.
  public func moment(_ written: WrittenInstant) async throws -> Moment {
    try await read { tx in try tx.moment(written, "Nothing was changed.") }
  }
}
