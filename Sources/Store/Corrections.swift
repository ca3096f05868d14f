import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// Corrections of one draft or of all, those that are open first, then the latest first.
  public func corrections(of slug: String?) async throws -> (corrections: [Correction], today: CivilDate) {
    try await read { tx in
      let condition: SQL = try slug.map { "c.draft_id = \(try tx.draftID($0))" } ?? isReadable("c.draft_id")
      let all = try tx.corrections(condition).sorted { $0.id > $1.id }
      return (all.filter(\.isOpen) + all.filter { !$0.isOpen }, try tx.today())
    }
  }

  /// Opens a correction of what is live. Every placement is owed it from then on.
  public func openCorrection(
    of slug: String, _ order: CorrectionOrder, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let opened = try tx.openCorrection(of: draft, order, caller)
      return try tx.outcome(draft.id, journal: opened.journal)
    }
  }

  /// Takes a correction back about which nothing was done.
  public func dropCorrection(
    _ label: String, of slug: String, reason: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let found = try draft.dropCorrection(label, by: try tx.member(caller, on: draft.desk.id))
      try tx.drop(found.id, because: reason, caller)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "correction-drop",
        says: "\(caller.handle) dropped \(found.label): \(reason)", facts: ["correction": found.label],
        event: "correction-dropped")
      return try tx.outcome(draft.id, journal: journal)
    }
  }

  /// Writes down that a placement has what it is owed.
  public func settleOwed(
    _ correction: String, at placement: String, of slug: String, note: String?, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let (found, one) = try draft.settleOwed(
        correction, at: placement, by: try tx.member(caller, on: draft.desk.id))
      try tx.run(
        """
        update owed_corrections set done_at = now(), done_by = \(caller.memberID), note = \(note), done_in =
          case when \(one.placement.words != nil && found.kind != .kill)::boolean then (
            select w.live_revision_id from placements p join drafts w on w.id = p.words_draft_id
            where p.id = \(one.placement.id)) end
        where correction_id = \(found.id) and placement_id = \(one.placement.id) and done_at is null
        """)
      // What a person says of the site: this revision puts it right.
      if one.placement.kind == .site, found.kind != .kill {
        try tx.run(
          """
          update corrections c set fixed_in = d.live_revision_id from drafts d
          where c.id = \(found.id) and d.id = c.draft_id and c.fixed_in is null
          """)
      }
      // Whoever mended their copy shows the revision that is right now.
      if !one.placement.kind.isSent, one.placement.words == nil {
        try tx.run(
          """
          update placements p set revision_id = c.fixed_in from corrections c
          where p.id = \(one.placement.id) and c.id = \(found.id) and c.fixed_in > p.revision_id
          """)
      }
      let told = try tx.tell(found.id, at: one.placement, today: draft.today)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "placed", says: told.says,
        facts: ["correction": found.label, "placement": one.placement.label], event: "placement-done",
        moreEvents: told.isDone ? ["correction-done"] : [])
      return try tx.outcome(draft.id, journal: journal)
    }
  }

  /// Takes back what was said of a placement by mistake: it is owed the correction again.
  public func takeBackDone(
    _ correction: String, at placement: String, of slug: String, reason: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let (found, one) = try draft.takeBackDone(
        correction, at: placement, by: try tx.member(caller, on: draft.desk.id))
      try tx.run(
        """
        update owed_corrections set done_at = null, done_by = null, done_in = null, note = null
        where correction_id = \(found.id) and placement_id = \(one.placement.id)
        """)
      if one.placement.kind == .site, found.kind != .kill {
        try tx.run("update corrections set fixed_in = null where id = \(found.id)")
      } else if one.placement.kind == .partner {
        // It shows what it showed when the correction was opened.
        try tx.run(
          """
          update placements p set revision_id = c.revision_id from corrections c
          where p.id = \(one.placement.id) and c.id = \(found.id) and p.revision_id = c.fixed_in
          """)
      }
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "placed-undone",
        says:
          "\(caller.handle) took back that \(one.placement.label) \(one.placement.title) has \(found.label): \(reason)",
        facts: ["correction": found.label, "placement": one.placement.label], event: "placement-owed-again")
      return try tx.outcome(draft.id, journal: journal)
    }
  }
}

extension Transaction {
  /// Opens a correction of a draft that this transaction has locked, for whoever needs one in an act of their own.
  ///
  /// - Returns: its label, `E1`, and the receipt of its journal entry.
  func openCorrection(of draft: Draft, _ order: CorrectionOrder, _ caller: Caller) throws -> (
    label: String, journal: String
  ) {
    let about = try draft.openCorrection(order, by: try member(caller, on: draft.desk.id))
    if let live = draft.live,
      let other = try about.first(where: { try !stands($0, in: live.revision, of: draft) })
    {
      throw Refusal(
        .conflict, "key-point",
        "Not opened. \(other.label) is not in r\(live.revision), which is what readers see. Nothing was changed.",
        next: ["stet show \(draft.slug)"])
    }
    let correction = try insertCorrection(order.kind, note: order.note, about: about, of: draft, caller)
    let journal = try journal(
      .draft(draft.id), by: caller.actor, "correct",
      says: "\(caller.handle) opened \(correction.label), a \(order.kind.rawValue) of r\(correction.revision)"
        + (about.isEmpty ? "" : ", \(list(about.map(\.label), "and"))") + ": \(order.note)",
      facts: ["correction": correction.label, "kind": order.kind.rawValue], event: "correction-opened")
    return (correction.label, journal)
  }

  /// Opens the notice that a story was killed. Corrections that were open end with it. Gives what the journal says of
  /// it.
  func openKillNotice(of draft: Draft, reason: String, _ caller: Caller) throws -> String {
    let notice = try insertCorrection(.kill, note: reason, about: [], of: draft, caller)
    for one in draft.corrections where one.isOpen {
      try drop(one.id, because: "the story was killed: \(notice.label)", caller)
    }
    return "\(notice.label): "
      + notice.owed.map { "\($0.placement.label) \(notice.says(of: $0, today: draft.today))" }
      .joined(separator: "; ") + "."
  }

  /// What the journal says when a placement has what a correction owed it, and whether nothing is left.
  func tell(_ correction: Int64, at placement: Placement, today: CivilDate) throws -> (
    says: String, isDone: Bool
  ) {
    let now = try theCorrection(correction)
    guard let one = now.owed.first(where: { $0.placement.id == placement.id }) else {
      throw DatabaseError.decoding("correction \(correction) lost its placement \(placement.id)")
    }
    let left = now.outstanding.map { "\($0.placement.label) \($0.placement.title) (\($0.placement.owner))" }
    let says =
      "\(now.label), \(placement.label) \(placement.title): \(now.says(of: one, today: today))."
      + (one.done?.note.map { " \($0)" } ?? "")
      + (left.isEmpty ? " Every placement is done." : " Still owed: \(list(left, "and")).")
    return (says, now.state == .done)
  }

  private func stands(_ keyPoint: KeyPoint, in revision: Int, of draft: Draft) throws -> Bool {
    try first(
      """
      select 1 from key_point_versions v join revisions r on r.id = v.revision_id
      where v.key_point_id = \(keyPoint.id) and r.draft_id = \(draft.id) and r.number = \(revision)
      """, as: Int.self) != nil
  }

  private func theCorrection(_ id: Int64) throws -> Correction {
    guard let found = try corrections("c.id = \(id)").first else {
      throw DatabaseError.decoding("correction \(id) is gone")
    }
    return found
  }

  private func insertCorrection(
    _ kind: CorrectionKind, note: String, about: [KeyPoint], of draft: Draft, _ caller: Caller
  ) throws -> Correction {
    let id = try first(
      """
      with next as (
        update drafts set corrections = corrections + 1 where id = \(draft.id)
        returning id, corrections, live_revision_id)
      insert into corrections (draft_id, number, kind, note, revision_id, opened_by)
      select id, corrections, \(kind), \(note), live_revision_id, \(caller.memberID)::bigint from next returning id
      """, as: (Int64).self)
    guard let id else { throw DatabaseError.decoding("draft \(draft.id) is gone") }
    for keyPoint in about {
      try run(
        """
        insert into correction_key_points (correction_id, key_point_id, label)
        values (\(id), \(keyPoint.id), \(keyPoint.label))
        """)
    }
    try run(
      """
      insert into owed_corrections (correction_id, placement_id, after_revision_id)
      select \(id)::bigint, p.id, w.latest_revision_id
      from placements p join drafts w on w.id = coalesce(p.words_draft_id, p.draft_id)
      where p.draft_id = \(draft.id)
      """)
    return try theCorrection(id)
  }

  fileprivate func drop(_ correction: Int64, because reason: String, _ caller: Caller) throws {
    try run(
      """
      update corrections set dropped_by = \(caller.memberID), dropped_at = now(), dropped_reason = \(reason)
      where id = \(correction)
      """)
  }

  /// Corrections `c` that meet a condition, by draft and label.
  func corrections(_ condition: SQL) throws -> [Correction] {
    let rows = try run(
      "select c.* from corrections_as_they_stand c where \(sql: condition) order by c.draft_id, c.number")
    let ids: [Int64] = try rows.map { try $0.column("id") }
    guard !ids.isEmpty else { return [] }
    let owed = try owedCorrections(ids)
    let about = try aboutKeyPoints(ids)
    return try rows.map { row in
      let id: Int64 = try row.column("id")
      let fixed: LiveRevision? =
        if let number = try row.column("fixed_in", as: Int?.self),
          let on = try row.column("fixed_on", as: CivilDate?.self)
        {
          LiveRevision(revision: number, on: on)
        } else { nil }
      let dropped: Correction.Dropped? =
        if let by = try row.column("dropped_by", as: String?.self),
          let at = try row.column("dropped_at", as: String?.self),
          let reason = try row.column("dropped_reason", as: String?.self)
        {
          Correction.Dropped(by: by, at: at, reason: reason)
        } else { nil }
      return Correction(
        id: id, draft: try row.column("draft"), number: try row.column("number"),
        kind: try row.column("kind"),
        note: try row.column("note"), revision: try row.column("revision"),
        openedBy: try row.column("opened_by"),
        opened: DayAndClock(
          instant: try row.column("opened_at"), on: try row.column("opened_on"),
          clock: try row.column("opened_clock")),
        firstPublished: try row.column("first_published_on"), about: about[id] ?? [], fixed: fixed,
        dropped: dropped, owed: owed[id] ?? [])
    }
  }

  private func owedCorrections(_ ids: [Int64]) throws -> [Int64: [OwedCorrection]] {
    let rows = try all(
      """
      select o.correction_id, o.placement_id, a.number, m.handle, rfc3339(o.done_at),
        (o.done_at at time zone n.time_zone)::date, to_char(o.done_at at time zone n.time_zone, 'HH24:MI'),
        f.number, o.note
      from owed_corrections o
      cross join newsroom n
      join revisions a on a.id = o.after_revision_id
      left join members m on m.id = o.done_by
      left join revisions f on f.id = o.done_in
      where o.correction_id = any(\(ids)) order by o.correction_id, o.placement_id
      """,
      as: (Int64, Int64, Int, String?, String?, CivilDate?, String?, Int?, String?).self)
    var places: [Int64: Placement] = [:]
    for place in try placements("p.id = any(\(rows.map(\.1)))") { places[place.id] = place }
    return Dictionary(
      grouping: rows.compactMap { row -> (Int64, OwedCorrection)? in
        guard let place = places[row.1] else { return nil }
        let done: OwedCorrection.Done? =
          if let by = row.3, let at = row.4, let on = row.5, let clock = row.6 {
            OwedCorrection.Done(
              by: by, at: DayAndClock(instant: at, on: on, clock: clock), revision: row.7, note: row.8)
          } else { nil }
        return (row.0, OwedCorrection(placement: place, after: row.2, done: done))
      }, by: \.0
    ).mapValues { $0.map(\.1) }
  }

  private func aboutKeyPoints(_ ids: [Int64]) throws -> [Int64: [Correction.About]] {
    let passed = Dictionary(
      grouping: try all(
        """
        select ck.correction_id, ck.key_point_id, s.id, m.handle, s.read, r.number, rfc3339(s.at)
        from correction_key_points ck
        join corrections c on c.id = ck.correction_id
        join publications p on p.draft_id = c.draft_id and p.revision_id = c.revision_id
        join publication_sign_offs ps on ps.publication_id = p.id
        join sign_offs s on s.id = ps.sign_off_id and s.key_point_id = ck.key_point_id
        join members m on m.id = s.member_id
        join revisions r on r.id = s.revision_id
        where ck.correction_id = any(\(ids)) order by s.id
        """, as: (Int64, Int64, Int64, String, Read, Int, String).self), by: { "\($0.0) \($0.1)" })
    let rows = try all(
      """
      select ck.correction_id, ck.key_point_id, ck.label, v.words
      from correction_key_points ck
      join corrections c on c.id = ck.correction_id
      join key_point_versions v on v.key_point_id = ck.key_point_id and v.revision_id = c.revision_id
      where ck.correction_id = any(\(ids)) order by v.position
      """, as: (Int64, Int64, String, String).self)
    return Dictionary(grouping: rows, by: \.0).mapValues { rows in
      rows.map { row in
        Correction.About(
          keyPoint: row.1, label: row.2, was: row.3,
          passed: (passed["\(row.0) \(row.1)"] ?? []).map {
            Correction.Passed(signOff: $0.2, member: $0.3, read: $0.4, revision: $0.5, at: $0.6)
          })
      }
    }
  }
}
