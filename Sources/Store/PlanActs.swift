import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// Plans the publication of the latest revision, in place of a plan that there is. What is in its way by then is told
  /// in the answer's notices.
  public func plan(
    _ slug: String, at written: WrittenInstant, _ order: PublicationOrder, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let member = try tx.member(caller, on: draft.desk.id)
      let moment = try tx.moment(written, "Nothing was planned.")
      let owed = try draft.plan(for: moment, order, by: member)
      try tx.endPlan(of: draft, as: .replaced)
      try tx.run(
        """
        with new as (
          insert into plans (draft_id, revision_id, at, planned_by, reader_id)
          values (\(draft.id), \(draft.latest.id), \(moment.at)::timestamptz, \(member.id), \(owed?.member.id))
          returning draft_id, id)
        update drafts d set plan_id = new.id from new where d.id = new.draft_id
        """)
      let instead = draft.schedule.plan.map { ", in place of \($0.moment.inWords)" } ?? ""
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "plan",
        says:
          "\(caller.handle) planned r\(draft.latest.number) of \(slug) for \(moment.inBothZones)\(instead).",
        facts: ["revision": String(draft.latest.number), "at": moment.at], event: "planned")
      return try tx.outcome(
        draft.id, notices: planNotices(draft.obstacles(to: moment)), journal: journal)
    }
  }

  /// Takes a plan back, or lets one be that was refused at its moment.
  public func unplan(
    _ slug: String, caller: Caller, answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      try draft.unplan(by: try tx.member(caller, on: draft.desk.id))
      try tx.endPlan(of: draft, as: .takenBack)
      let says =
        draft.schedule.plan.map { "took back the plan for \($0.moment.inWords)" }
        ?? draft.schedule.refused.map {
          "let the plan for \($0.plan.moment.inWords) be, which came to nothing"
        }
        ?? ""
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "unplan", says: "\(caller.handle) \(says).", event: "plan-ended")
      return try tx.outcome(draft.id, journal: journal)
    }
  }

  /// Puts a draft under embargo until an instant; nil lifts the embargo that stands.
  public func setEmbargo(
    on slug: String, until written: WrittenInstant?, reason: String?, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let until = try written.map { try tx.moment($0, "Nothing was changed.") }
      try draft.setEmbargo(until: until, reason: reason, by: try tx.member(caller, on: draft.desk.id))
      try tx.run(
        """
        insert into embargoes (draft_id, until, set_by, reason)
        values (\(draft.id), \(until?.at)::timestamptz, \(caller.memberID), \(reason))
        """)
      let journal = try tx.journalEmbargo(draft.id, until: until, reason: reason, caller)
      return try tx.outcome(
        draft.id, notices: planNotices(try tx.embargoObstacles(of: draft.id)), journal: journal)
    }
  }
}

/// What is said of an open plan when something is known to stand in its way.
private func planNotices(_ obstacles: [String]) -> [String] {
  obstacles.isEmpty
    ? [] : ["As it stands it will not go out as planned: \(obstacles.joined(separator: ". "))."]
}

extension Transaction {
  /// What a new revision does to the plan and the embargo of its draft. Gives what its filer is told.
  ///
  /// - Parameter before: the draft as it was; nil for its first revision.
  func reschedule(
    _ draft: Int64, _ filing: Filing, revision: Int64, number: Int, before: Draft?, _ caller: Caller
  ) throws -> [String] {
    var notices: [String] = []
    if let before, let plan = before.schedule.plan {
      try endPlan(of: before, as: .revised)
      let says =
        "The plan of \(plan.by) for \(plan.moment.inWords) ended: it was for r\(plan.revision), and r\(number) is the latest."
      try journal(
        .draft(draft), by: caller.actor, "plan-end", says: says,
        facts: ["revision": String(plan.revision), "at": plan.moment.at, "planner": plan.by],
        event: "plan-ended")
      notices.append(says + " Once it is ready, plan it anew.")
    }
    if let written = filing.metadata.embargo {
      notices += try fileEmbargo(written, draft, revision: revision, number: number, before: before, caller)
    }
    return notices
  }

  /// The embargo that a revision's front matter names. The instant that the revision before named says nothing new: an
  /// order that came meanwhile stands.
  private func fileEmbargo(
    _ written: WrittenInstant, _ draft: Int64, revision: Int64, number: Int, before: Draft?, _ caller: Caller
  ) throws -> [String] {
    let until = try moment(written, "Nothing was filed.")
    let filedLast = try first(
      """
      select rfc3339(until) from embargoes where draft_id = \(draft) and revision_id is not null
      order by id desc limit 1
      """, as: String.self)
    if filedLast == until.at { return [] }
    guard let now = try first("select rfc3339(now())", as: String.self),
      until.at > now || before?.schedule.embargo != nil
    else { return [] }
    if let before, let standing = before.schedule.embargo,
      !before.mayFile(embargo: until, by: try member(caller, on: before.desk.id))
    {
      return [
        "The embargo until \(standing.until.inBothZones) stands: r\(number) names an earlier end, and that is for "
          + "\(list(before.policy.publish.map(\.rawValue), "or"))."
      ]
    }
    try run(
      """
      insert into embargoes (draft_id, until, set_by, revision_id)
      values (\(draft), \(until.at)::timestamptz, \(caller.memberID), \(revision))
      """)
    try journalEmbargo(draft, until: until, reason: "r\(number) says so", caller)
    return []
  }

  @discardableResult
  fileprivate func journalEmbargo(
    _ draft: Int64, until: Moment?, reason: String?, _ caller: Caller
  ) throws -> String {
    let what = until.map { "set an embargo until \($0.inBothZones)" } ?? "lifted the embargo"
    return try journal(
      .draft(draft), by: caller.actor, "embargo",
      says: "\(caller.handle) \(what)" + (reason.map { ": \($0)" } ?? "."),
      facts: until.map { ["until": $0.at] } ?? [:], event: until == nil ? "embargo-lifted" : "embargo-set")
  }

  fileprivate func embargoObstacles(of id: Int64) throws -> [String] {
    let draft = try draft(id)
    return draft.schedule.plan.map { draft.obstacles(to: $0) } ?? []
  }
}
