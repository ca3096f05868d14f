import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// Publishes the latest revision, or records a publication that happened. The requirements are computed here, in
  /// the publishing transaction; the claims are counted anew from the day of publication.
  public func publish(
    _ slug: String, _ order: PublicationOrder, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let member = try tx.member(caller, on: draft.desk.id)
      let day = try draft.publish(order, by: member)
      let owed = order.override ? nil : try draft.owedRead(naming: order.reader, publishedBy: member)
      let overridden = order.override ? draft.passedOver : []
      let out = try tx.goLive(
        draft, on: day, owed, by: caller.memberID, overrides: order.override, reason: order.reason)
      try tx.endPlan(of: draft, as: .published)
      let recorded = day == draft.today ? "" : ", recorded on \(inWords(draft.today))"
      var says =
        "\(caller.handle) published r\(draft.latest.number) of \(slug) on \(inWords(day))\(recorded)."
      if !overridden.isEmpty {
        says += " Overridden, because \(order.reason ?? ""): \(overridden.joined(separator: "; "))"
      }
      says += out.says
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, overridden.isEmpty ? "publish" : "publish-override",
        says: says,
        facts: [
          "revision": String(draft.latest.number), "on": day.description, "recorded": draft.today.description,
        ], event: "published", moreEvents: out.events)
      let ended = draft.schedule.plan.map { ["The plan for \($0.moment.inWords) ended with it."] } ?? []
      return try tx.outcome(
        draft.id, notices: try tx.noLongerSo(in: draft.id) + ended + out.notices, journal: journal)
    }
  }

  /// Ends a draft: spiked before it was published, killed after.
  public func end(
    _ slug: String, as ending: Ending, reason: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      try draft.end(as: ending, by: try tx.member(caller, on: draft.desk.id))
      try tx.run(
        """
        update drafts set ended = \(ending), ended_by = \(caller.memberID), ended_at = now(), ended_reason = \(reason)
        where id = \(draft.id)
        """)
      try tx.forgetNames(of: draft.id)
      try tx.endPlan(of: draft, as: .ended)
      let notice = try ending == .killed ? tx.openKillNotice(of: draft, reason: reason, caller) : nil
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, ending == .spiked ? "spike" : "kill",
        says: "\(caller.handle) \(ending.rawValue) \(slug): \(reason)" + (notice.map { ". \($0)" } ?? ""),
        event: ending.rawValue, moreEvents: notice.map { _ in ["correction-opened"] } ?? [])
      return try tx.outcome(draft.id, journal: journal)
    }
  }
}

extension Transaction {
  /// Writes a publication that was decided on, and counts the draft's claims anew from its day. Gives the sentence that
  /// says who owes a read from now on, with a space before it; nothing when nobody does.
  func goLive(
    _ draft: Draft, on day: CivilDate, _ owed: OwedRead?, by memberID: Int64, overrides: Bool, reason: String?
  ) throws -> WentLive {
    try run(
      """
      insert into publications (draft_id, revision_id, on_day, by_member, overrides, reason)
      values (\(draft.id), \(draft.latest.id), \(day), \(memberID), \(overrides), \(reason))
      """)
    let before = try first(
      "select live_revision_id from drafts where id = \(draft.id)", as: (Int64?).self)
    try run("update drafts set live_revision_id = \(draft.latest.id) where id = \(draft.id)")
    let text = try latestText(of: draft.id)
    let site = try putOnSite(draft, text: text, by: memberID)
    let manuscript = try Filing.read(Array(text.utf8))
    try countAnew(
      revision: draft.latest.id, telling: Editorial.claims(in: manuscript, dateline: day), dateline: day,
      live: before ?? nil, draft.policy)
    try forgetNames(of: draft.id)
    try indexNames(of: manuscript, dateline: day, draft: draft.id, isLive: true)
    let asked = try askWhatIsOvertaken(by: draft.latest, of: draft.slug, on: day)
    var says = site.says.map { " " + $0 }
    if !asked.isEmpty { says.append(" It overtakes \(list(asked, "and")), which is due now.") }
    if let owed { says.append(try insertOwedRead(owed, of: draft)) }
    guard let limit = draft.limit else {
      return WentLive(says: says.joined(), events: site.events, notices: site.notices)
    }
    try openToAll(draft, reason: "r\(draft.latest.number) was published", by: memberID)
    let opened = "It was limited to \(limit.inWords), and is open to the newsroom now."
    return WentLive(
      says: says.joined() + " " + opened, events: site.events + ["limit-lifted"],
      notices: site.notices + [opened])
  }

  private func insertOwedRead(_ owed: OwedRead, of draft: Draft) throws -> String {
    try run(
      """
      insert into owed_reads (draft_id, revision_id, read, labels, member_id, due_at)
      values (\(draft.id), \(draft.latest.id), \(owed.read), \(owed.labels), \(owed.member.id),
        now() + make_interval(hours => \(owed.hours)::integer))
      """)
    return " \(owed.member.handle) owes the \(owed.read.rawValue) read of \(list(owed.labels, "and")) within "
      + "\(owed.hours) hours."
  }
}

/// What a publication did besides.
struct WentLive {
  /// Sentences for the journal, each with a space before it.
  let says: String
  let events: [String]
  /// For whoever published.
  let notices: [String]
}
