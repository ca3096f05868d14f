import Editorial
import Postgres
import TextAnalysis

/// What became of a plan at its moment.
public struct Release: Sendable {
  public let draft: String
  public let revision: Int
  /// Why it did not go out; empty when it did.
  public let why: [String]
  public var isPublished: Bool { why.isEmpty }
}

extension Newsroom {
  /// Publishes what is planned and due, decided as if its planner published it now. What may not go out is not published:
  /// its plan ends with the reasons, and its planner and the chiefs hear of it.
  ///
  /// Each plan is a transaction that locks its draft, and ends once: two services at once, or one that dies half way,
  /// publish nothing twice.
  ///
  /// - Parameter instant: the moment to do it for, RFC 3339; now when nil.
  public func release(asOf instant: String? = nil) async throws -> [Release] {
    let due = try await read { tx in
      try tx.all(
        """
        select d.slug from drafts d join plans p on p.id = d.plan_id
        where p.at <= coalesce(\(instant)::timestamptz, now())
          and not exists (select from plan_outcomes o where o.plan_id = p.id)
        order by p.at, p.id
        """, as: String.self)
    }
    return try await eachAlone(due) { try await release($0, asOf: instant) }
  }

  private func release(_ slug: String, asOf instant: String?) async throws -> Release? {
    try await write { tx in
      let draft = try tx.lockDraft(slug, asOf: instant)
      // Somebody was faster: another service, or a person who planned it anew.
      guard let plan = draft.schedule.plan, plan.moment.at <= draft.schedule.now else { return nil }
      let planner = Caller(memberID: plan.byMember, handle: plan.by, idempotency: nil)
      let decided: (day: CivilDate, owed: OwedRead?)
      do {
        decided = try draft.carryOut(plan, by: try tx.member(planner, on: draft.desk.id))
      } catch let refusal as Refusal {
        try tx.refuse(plan, of: draft, refusal)
        return Release(draft: slug, revision: plan.revision, why: refusal.reasons)
      }
      try tx.carryOut(plan, of: draft, on: decided.day, decided.owed)
      return Release(draft: slug, revision: plan.revision, why: [])
    }
  }

  /// Does something for each draft. One that cannot be done must not keep the others from it.
  func eachAlone<Done: Sendable>(
    _ slugs: [String], _ act: (String) async throws -> Done?
  ) async throws -> [Done] {
    var done: [Done] = []
    var failure: (any Error)?
    for slug in slugs {
      do {
        if let one = try await act(slug) { done.append(one) }
      } catch is CancellationError {
        throw CancellationError()
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return done
  }
}

extension Transaction {
  fileprivate func carryOut(_ plan: Plan, of draft: Draft, on day: CivilDate, _ owed: OwedRead?) throws {
    let out = try goLive(draft, on: day, owed, by: plan.byMember, overrides: false, reason: nil)
    try endPlan(of: draft, as: .published)
    let journal = try journal(
      .draft(draft.id), by: .system(part: "schedule"), "publish",
      says: "r\(plan.revision) of \(draft.slug) went out on \(inWords(day)), as \(plan.by) had planned for "
        + "\(plan.moment.inBothZones)\(draft.lateness(of: plan)).\(out.says)",
      facts: [
        "revision": String(plan.revision), "on": day.description, "recorded": draft.today.description,
        "planner": plan.by, "planned": plan.moment.at,
      ], event: "published", moreEvents: out.events)
    _ = try outcome(draft.id, journal: journal)
  }

  fileprivate func refuse(_ plan: Plan, of draft: Draft, _ refusal: Refusal) throws {
    try endPlan(of: draft, as: .refused, why: refusal.reasons)
    let who = draft.whoHears(of: plan).map(\.handle)
    let journal = try journal(
      .draft(draft.id), by: .system(part: "schedule"), "release-refused",
      says: "r\(plan.revision) of \(draft.slug) did not go out, as \(plan.by) had planned for "
        + "\(plan.moment.inBothZones): \(refusal.reasons.joined(separator: ". ")).",
      facts: [
        "draft": draft.slug, "revision": String(plan.revision), "planner": plan.by, "planned": plan.moment.at,
        "reason": refusal.code, "who": who.joined(separator: " "),
        "labels": Set(refusal.missing.flatMap(\.about)).sorted().joined(separator: " "),
      ], event: "release-refused")
    _ = try outcome(draft.id, journal: journal)
  }
}
