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
      let overridden = draft.missing
      try tx.run(
        """
        insert into publications (draft_id, revision_id, on_day, by_member, overrides, reason)
        values (\(draft.id), \(draft.latest.id), \(day), \(caller.memberID), \(!overridden.isEmpty), \(order.reason))
        """)
      let before = try tx.first(
        "select live_revision_id from drafts where id = \(draft.id)", as: (Int64?).self)
      try tx.run("update drafts set live_revision_id = \(draft.latest.id) where id = \(draft.id)")
      let text = try tx.latestText(of: draft.id)
      let site = try tx.putOnSite(draft, text: text, by: caller)
      let manuscript = try Filing.read(Array(text.utf8))
      try tx.countAnew(
        revision: draft.latest.id, telling: Editorial.claims(in: manuscript, dateline: day), dateline: day,
        live: before ?? nil, draft.policy)
      let recorded = day == draft.today ? "" : ", recorded on \(inWords(draft.today))"
      var says =
        "\(caller.handle) published r\(draft.latest.number) of \(slug) on \(inWords(day))\(recorded)."
      if !overridden.isEmpty {
        says +=
          " Overridden, because \(order.reason ?? ""): "
          + overridden.map { ($0.about + [$0.says]).joined(separator: " ") }.joined(separator: "; ")
      }
      if let owed {
        try tx.run(
          """
          insert into owed_reads (draft_id, revision_id, read, labels, member_id, due_at)
          values (\(draft.id), \(draft.latest.id), \(owed.read), \(owed.labels), \(owed.member.id),
            now() + make_interval(hours => \(owed.hours)::integer))
          """)
        says +=
          " \(owed.member.handle) owes the \(owed.read.rawValue) read of \(list(owed.labels, "and")) within "
          + "\(owed.hours) hours."
      }
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, overridden.isEmpty ? "publish" : "publish-override",
        says: ([says] + site.says).joined(separator: " "),
        facts: [
          "revision": String(draft.latest.number), "on": day.description, "recorded": draft.today.description,
        ], event: "published", moreEvents: site.events)
      return try tx.outcome(draft.id, notices: site.notices, journal: journal)
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
      let notice = try ending == .killed ? tx.openKillNotice(of: draft, reason: reason, caller) : nil
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, ending == .spiked ? "spike" : "kill",
        says: "\(caller.handle) \(ending.rawValue) \(slug): \(reason)" + (notice.map { ". \($0)" } ?? ""),
        event: ending.rawValue, moreEvents: notice.map { _ in ["correction-opened"] } ?? [])
      return try tx.outcome(draft.id, journal: journal)
    }
  }
}
