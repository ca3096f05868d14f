import Editorial
import Postgres
import TextAnalysis

extension CollisionOutcome: PostgresEncodable, PostgresDecodable {}

extension Newsroom {
  /// Says what becomes of a collision of a limited draft. Who is told may read it from then on, and has the contradiction
  /// in their own draft.
  public func settleCollision(
    _ label: String, of slug: String, as outcome: CollisionOutcome, reason: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let other = try tx.draft(try tx.draftID(slug)).collisions.first {
        $0.label.lowercased() == label.lowercased()
      }?.draft
      let drafts = try tx.lockDrafts(Set([slug, other].compactMap(\.self)).sorted())
      guard let draft = drafts[slug] else { throw missingDraft(slug) }
      let found = try draft.settleCollision(label, by: try tx.member(caller, on: draft.desk.id))
      try tx.run(
        """
        update collisions set outcome = \(outcome), reason = \(reason), settled_by = \(caller.memberID),
          settled_at = now()
        where draft_id = \(draft.id) and number = \(found.number)
        """)
      var notices: [String] = []
      if outcome == .told, let theirs = drafts[found.draft] {
        try tx.addReader(theirs.latest.filedBy, to: draft, reason: reason, by: caller.memberID)
        try tx.mustStandNowhereElse(draft)
        try tx.suggestCollisions(of: draft, number: found.number)
        notices = [
          "\(theirs.latest.filedByHandle) may read \(slug) from now on, and finds the contradiction in \(found.draft). Nobody "
            + "else who reads \(found.draft) sees it."
        ]
      }
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "collision-settle",
        says: "\(caller.handle) settled \(found.label) as \(outcome.rawValue): \(reason)",
        facts: ["collision": found.label, "outcome": outcome.rawValue], event: "collision-settled")
      return try tx.outcome(draft.id, notices: notices, journal: journal)
    }
  }
}

extension Transaction {
  /// Collisions of a limited draft that all its readers may read, by label. One that nobody settled is gone once its words
  /// are, or the draft has the contradiction by itself.
  func collisions(of draft: Int64) throws -> [Collision] {
    try all(
      """
      select c.number, o.slug, n.number, c.other_quote, c.quote, c.rule, rfc3339(c.found_at), c.outcome, c.reason,
        m.handle
      from collisions c
      join drafts d on d.id = c.draft_id
      join drafts o on o.id = c.other_draft_id and read_by_all_of(d.id, o.id)
      join revisions r on r.id = d.latest_revision_id
      join revisions n on n.id = o.latest_revision_id
      left join members m on m.id = c.settled_by
      where d.id = \(draft) and (c.outcome is not null or (
        o.ended is null and strpos(r.text, c.quote) > 0 and strpos(n.text, c.other_quote) > 0
        and not exists (
          select from contradictions x
          join contradiction_passages p on p.contradiction_id = x.id
          join revisions q on q.id = p.revision_id
          where x.draft_id = d.id and x.words_digest = c.words_digest and q.draft_id = o.id)))
      order by c.number
      """,
      as: (
        Int, String, Int, String, String, String, String, CollisionOutcome?, String?, String?
      ).self
    ).map {
      Collision(
        number: $0.0, draft: $0.1, revision: $0.2, quote: $0.3, mine: $0.4, rule: $0.5, foundAt: $0.6,
        outcome: $0.7, reason: $0.8, settledBy: $0.9)
    }
  }

  /// Holds a revision against the limited stories that its own findings pass over, and writes down what collides for
  /// their people, where these may read it.
  func collide(
    _ manuscript: Manuscript, dateline: CivilDate, draft: Int64, revision: Int64
  ) throws {
    let hidden = try all(
      "select h from hidden_from(\(draft)) h where read_by_all_of(h, \(draft)) order by h", as: Int64.self)
    guard !hidden.isEmpty else { return }
    let found = try archiveFindings(in: manuscript, dateline: dateline, draft: draft, among: hidden)
      .filter { !$0.overtakes }
    guard !found.isEmpty else { return }
    // Drafts are locked in the order of their ids, like everywhere.
    try run(
      """
      select from drafts where id in (
        select draft_id from revisions where id = any(\(found.map(\.other.revision))))
      order by id for no key update
      """)
    let limited = Set(
      try all(
        "select r.id from revisions r join drafts d on d.id = r.draft_id and d.limited where r.id = any(\(found.map(\.other.revision)))",
        as: Int64.self))
    for one in found {
      guard limited.contains(one.other.revision) else {
        // Opened while this waited for it: an ordinary suggestion now.
        try suggest(
          one.rule, in: draft, note: one.explanation,
          mine: (revision: revision, quote: one.mine.quote, span: one.mine.span, says: nil),
          theirs: (revision: one.other.revision, quote: one.others.quote, span: one.others.span, says: nil))
        continue
      }
      // The same as the limited draft would have found by itself.
      let digest = wordsDigest([one.rule, one.others.quote, one.mine.quote].joined(separator: "\n"))
      let inserted = try first(
        """
        insert into collisions (draft_id, number, rule, words_digest, note, revision_id, quote, span_start, span_end,
          other_draft_id, other_revision_id, other_quote, other_span_start, other_span_end)
        select r.draft_id, 1 + (select count(*) from collisions c where c.draft_id = r.draft_id), \(one.rule),
          \(digest)::bytea, \(one.explanation), r.id, \(one.others.quote), \(one.others.span.start),
          \(one.others.span.end), \(draft)::bigint, \(revision)::bigint, \(one.mine.quote), \(one.mine.span.start),
          \(one.mine.span.end)
        from revisions r where r.id = \(one.other.revision)
        on conflict on constraint collision_once do nothing returning draft_id, number
        """, as: (Int64, Int).self)
      guard let (limited, number) = inserted else { continue }
      try journal(
        .draft(limited), by: .system(part: "archive"), "collision",
        // No words: whoever may read this draft one day need not be one who may read the other.
        says: "Y\(number) was found: another draft says otherwise. Its writer is not told.",
        facts: ["collision": "Y\(number)"], event: "collision-found")
    }
  }

  /// Gives other drafts what they say otherwise than one that was limited, as suggestions: a collision that is told, or all
  /// that nobody settled.
  func suggestCollisions(of draft: Draft, number: Int? = nil) throws {
    // What is their latest revision is asked below, once nobody files another.
    try run(
      """
      select from drafts where id in (select other_draft_id from collisions where draft_id = \(draft.id))
      order by id for no key update
      """)
    let rows = try all(
      """
      select c.rule, c.note, c.revision_id, c.quote, c.span_start, c.span_end, o.id, n.id, n.text, c.other_quote
      from collisions c
      join drafts o on o.id = c.other_draft_id and o.ended is null
      join revisions n on n.id = o.latest_revision_id
      where c.draft_id = \(draft.id)
        and (c.number = \(number)::integer
          or (\(number)::integer is null and (c.outcome is null or c.outcome = 'kept')))
      order by o.id, c.number
      """, as: (String, String?, Int64, String, Int, Int, Int64, Int64, String, String).self)
    for (rule, note, mine, quote, start, end, other, latest, text, theirs) in rows {
      guard let place = places(of: theirs, in: text).first else { continue }
      try suggest(
        rule, in: other, note: note, mine: (revision: latest, quote: theirs, span: place, says: nil),
        theirs: (revision: mine, quote: quote, span: span(start, end), says: nil))
    }
  }

  /// Writes down for a draft that its words collide with another story's, unless it has that contradiction already.
  private func suggest(
    _ rule: String, in draft: Int64, note: String?,
    mine: (revision: Int64, quote: String, span: Span, says: String?),
    theirs: (revision: Int64, quote: String, span: Span, says: String?)
  ) throws {
    // As an archive finding of that draft is known again.
    let digest = wordsDigest([rule, mine.quote, theirs.quote].joined(separator: "\n"))
    let known = try first(
      "select 1 from contradictions where draft_id = \(draft) and words_digest = \(digest)", as: Int.self)
    guard known == nil else { return }
    let id = try insertContradiction(
      draft: draft, kind: .archive, origin: .engine, rule: rule, digest: digest, status: .suggested,
      note: note,
      raisedBy: nil)
    try insertPassages(id, seenIn: mine.revision, [mine, theirs])
  }

  /// Lets one more member read a limited draft.
  fileprivate func addReader(_ member: Int64, to draft: Draft, reason: String, by caller: Int64) throws {
    guard try !reads(member, draft.id) else { return }
    try run(
      """
      insert into limits (draft_id, members, desks, reason, limited_by)
      select draft_id, members || \(member)::bigint, desks, \(reason), \(caller)::bigint from limits
      where draft_id = \(draft.id) order by id desc limit 1
      """)
  }

  /// The limited draft that a contradiction quotes although not everybody may read it who reads the contradiction's. Such a
  /// one is never open.
  func quotesPastReaders(_ contradiction: Int64) throws -> Int64? {
    try first(
      """
      select l.id from contradictions c
      join contradiction_passages p on p.contradiction_id = c.id
      join revisions r on r.id = p.revision_id
      join drafts l on l.id = r.draft_id and l.limited
      where c.id = \(contradiction) and l.id <> c.draft_id and not read_by_all_of(c.draft_id, l.id)
      order by l.id limit 1
      """, as: Int64.self)
  }
}
