import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// Records where published words stand, or that they were sent there. What shows words that are known to be wrong is
  /// owed the correction at once.
  public func place(
    _ slug: String, _ order: PlacementOrder, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let number = try draft.place(order, by: try tx.member(caller, on: draft.desk.id))
      let owner = try order.owner.map(tx.activeMember) ?? caller.memberID
      let revision = try order.words.map(tx.liveRevision) ?? tx.publishedRevision(number, of: draft)
      let sent = try order.sent.map { try tx.pastInstant($0, "Not recorded.", "Nothing was changed.") }
      let id = try tx.first(
        """
        with next as (update drafts set placements = placements + 1 where id = \(draft.id) returning id, placements)
        insert into placements (draft_id, number, kind, name, url, words_draft_id, owner_id, revision_id, out_at)
        select next.id, next.placements, \(order.kind), \(order.name), \(order.url),
          (select d.id from readable_drafts d where d.slug = \(order.words)), \(owner)::bigint, \(revision)::bigint,
          coalesce(\(sent)::timestamptz, now())
        from next returning id
        """, as: (Int64).self)
      guard let id, let placed = try tx.placements("p.id = \(id)").first else {
        throw DatabaseError.decoding("a placement was inserted and is not there")
      }
      let owing = draft.corrections.filter { $0.isOwed(placed, showing: number) }
      for correction in owing { try tx.owe(correction.id, at: id) }
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "place",
        says:
          "\(caller.handle) recorded \(placed.label): \(placed.title), \(placed.stands(today: draft.today)); "
          + "\(placed.owner) sees to it."
          + (owing.isEmpty ? "" : " It is owed \(list(owing.map(\.label), "and"))."),
        facts: ["placement": placed.label, "kind": order.kind.rawValue], event: "placed")
      return try tx.outcome(
        draft.id,
        notices: owing.map { "\($0.label) is open: \(placed.label) is owed its \($0.kind.rawValue) too." },
        journal: journal)
    }
  }

  /// Gives a placement to another member, who then owes what it is owed.
  public func handOver(
    _ label: String, of slug: String, to handle: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let placement = try draft.handOver(label, by: try tx.member(caller, on: draft.desk.id))
      let owner = try tx.activeMember(handle)
      try tx.run("update placements set owner_id = \(owner) where id = \(placement.id)")
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "hand-over",
        says: "\(caller.handle) gave \(placement.label) \(placement.kind.rawValue) to \(handle).",
        facts: ["placement": placement.label], event: "placement-handed-over")
      return try tx.outcome(draft.id, journal: journal)
    }
  }

  /// Takes back a placement that was recorded by mistake: nothing is owed there any more.
  public func removePlacement(
    _ label: String, of slug: String, reason: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let placement = try draft.removePlacement(label, by: try tx.member(caller, on: draft.desk.id))
      let settled = draft.owed(at: placement).filter { $0.outstanding.count == 1 }
      try tx.run(
        """
        update placements set removed_by = \(caller.memberID), removed_at = now(), removed_because = \(reason)
        where id = \(placement.id)
        """)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "place-removed",
        says: "\(caller.handle) took back \(placement.label) \(placement.title): \(reason)",
        facts: ["placement": placement.label], event: "placement-removed",
        moreEvents: settled.map { _ in "correction-done" })
      return try tx.outcome(draft.id, journal: journal)
    }
  }
}

extension Transaction {
  /// Placements `p` that meet a condition, by draft and label.
  func placements(_ condition: SQL) throws -> [Placement] {
    try run(
      "select p.* from placements_as_they_stand p where \(sql: condition) order by p.draft_id, p.number"
    ).map { row in
      Placement(
        id: try row.column("id"), number: try row.column("number"), kind: try row.column("kind"),
        name: try row.column("name"), url: try row.column("url"), words: try row.column("words"),
        wordsFiledAt: try row.column("words_filed_at"), wordsEnded: try row.column("words_ended"),
        owner: try row.column("owner"),
        ownerIsActive: try row.column("owner_active"), revision: try row.column("revision"),
        out: DayAndClock(
          instant: try row.column("out_at"), on: try row.column("out_on"), clock: try row.column("out_clock"))
      )
    }
  }

  /// What becomes of the site when the latest revision is published: its placement is made or moves on, the approvals
  /// that let it pass are kept, and corrections that it meets are done there. Gives what the journal says of these with its
  /// events, and why others stay open.
  func putOnSite(_ draft: Draft, text: String, by memberID: Int64) throws -> (
    says: [String], events: [String], notices: [String]
  ) {
    try run(
      """
      insert into publication_sign_offs (publication_id, sign_off_id)
      select p.id, s.id from publications p join sign_offs_as_they_stand s on s.draft_id = p.draft_id
      where p.draft_id = \(draft.id) and p.revision_id = \(draft.latest.id) and s.verdict = 'approve'
        and s.standing in ('current', 'carried') and (s.until is null or s.until >= newsroom_today())
      """)
    if let site = draft.placements.first(where: { $0.kind == .site }) {
      try run(
        "update placements set revision_id = \(draft.latest.id), out_at = now() where id = \(site.id)")
    } else {
      try run(
        """
        with next as (update drafts set placements = placements + 1 where id = \(draft.id) returning id, placements)
        insert into placements (draft_id, number, kind, owner_id, revision_id, out_at)
        select id, placements, 'site', \(memberID)::bigint, \(draft.latest.id)::bigint, now() from next
        """)
    }
    var fixed: [Int64] = []
    var notices: [String] = []
    for correction in draft.corrections where correction.state == .open {
      let short = try draft.falls(
        short: correction, sameText: try reads(text, as: correction.revision, of: draft.id))
      if let short {
        notices.append(short)
        continue
      }
      try run("update corrections set fixed_in = \(draft.latest.id) where id = \(correction.id)")
      try run(
        """
        update owed_corrections o set done_at = now(), done_by = \(memberID), done_in = \(draft.latest.id)
        from placements p
        where p.id = o.placement_id and p.kind = 'site' and o.correction_id = \(correction.id) and o.done_at is null
        """)
      fixed.append(correction.id)
    }
    guard let site = try placements("p.draft_id = \(draft.id) and p.kind = 'site'").first else {
      throw DatabaseError.decoding("draft \(draft.id) has no site")
    }
    let told = try fixed.map { try tell($0, at: site, today: draft.today) }
    return (
      told.map(\.says), told.flatMap { ["placement-done"] + ($0.isDone ? ["correction-done"] : []) }, notices
    )
  }

  /// Whether a text differs from a revision's in looks alone.
  private func reads(_ text: String, as revision: Int, of draft: Int64) throws -> Bool {
    let then = try first(
      "select text from revisions where draft_id = \(draft) and number = \(revision)", as: String.self)
    return then.map { comparableWords($0).utf8.elementsEqual(comparableWords(text).utf8) } ?? false
  }

  /// Says that a placement is owed a correction. Of a translation only what is filed after the correction was opened
  /// counts.
  fileprivate func owe(_ correction: Int64, at placement: Int64) throws {
    try run(
      """
      insert into owed_corrections (correction_id, placement_id, after_revision_id)
      select c.id, p.id, coalesce(max(r.id) filter (where r.filed_at <= c.opened_at), min(r.id))
      from corrections c, placements p join revisions r on r.draft_id = coalesce(p.words_draft_id, p.draft_id)
      where c.id = \(correction) and p.id = \(placement) group by c.id, p.id
      """)
  }

  fileprivate func activeMember(_ handle: String) throws -> Int64 {
    guard let id = try first("select id from members where handle = \(handle) and active", as: (Int64).self)
    else {
      throw Refusal(.missing, "member", "There is no member “\(handle.prefix(40))”. Nothing was changed.")
    }
    return id
  }

  fileprivate func publishedRevision(_ number: Int, of draft: Draft) throws -> Int64 {
    let id = try Int32(exactly: number).flatMap { number in
      try first(
        """
        select r.id from revisions r join publications p on p.revision_id = r.id
        where r.draft_id = \(draft.id) and r.number = \(number)
        """, as: (Int64).self)
    }
    guard let id else {
      throw Refusal(
        .missing, "revision",
        "Not recorded. r\(number) of \(draft.slug) was never published: nothing shows it. Nothing was changed.",
        next: ["stet show \(draft.slug)"])
    }
    return id
  }

  /// The live revision of the draft that holds a translation's words.
  fileprivate func liveRevision(of slug: String) throws -> Int64 {
    let row = try first(
      "select live_revision_id from readable_drafts where slug = \(slug) and ended is null", as: (Int64?).self
    )
    guard let live = row else { throw missingDraft(slug) }
    guard let live else {
      throw Refusal(
        .conflict, "not-published",
        "Not recorded. \(slug) is not published: it is signed off and published by itself first. Nothing was changed.",
        next: ["stet show \(slug)"])
    }
    return live
  }
}
