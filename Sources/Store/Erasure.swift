import Editorial
import Postgres

/// An approval that words be erased, as the one who gave it gets it back.
public struct ErasureApproval: Sendable {
  public let draft: String
  public let order: String
  public let approvedBy: String
  public let receipt: String
}

/// What is left of a story whose words were erased.
public struct Tombstone: Sendable {
  /// The name that the draft has from now on.
  public let slug: String
  public let order: String
  public let approvedBy: String
  /// Journal entries whose words were blanked, in all chains.
  public let entries: Int
  public let receipt: String
}

extension Newsroom {
  /// Approves that the words of a draft be erased under an order. For an admin or chief of its desk. Whoever carries it
  /// out is somebody else.
  public func approveErasure(
    of slug: String, order: String, caller: Caller,
    answer: @escaping @Sendable (ErasureApproval) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    let order = try orderReference(order)
    return try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      try tx.mustApproveErasures(caller, of: draft)
      let approved = try tx.run(
        """
        insert into erasures (draft_id, order_reference, approved_by)
        values (\(draft.id), \(order), \(caller.memberID)) on conflict do nothing
        """)
      guard approved.affected == 1 else {
        throw Refusal(
          .conflict, "approved",
          "An erasure of \(slug) under \(order) is approved already. Nothing was changed.")
      }
      let receipt = try tx.journal(
        .draft(draft.id), by: caller.actor, "erasure-approve",
        says: "\(caller.handle) approved that the words of \(slug) be erased under \(order).",
        facts: ["order": order], event: "erasure-approved")
      return ErasureApproval(draft: slug, order: order, approvedBy: caller.handle, receipt: receipt)
    }
  }

  /// Blanks the words of an ended draft everywhere, under an order that somebody else approved. The journal keeps its
  /// links, and says that it was done.
  ///
  /// Throws a `Refusal` when the draft is not ended, is preserved, or the approval is not there.
  public func erase(
    _ slug: String, order: String, approvedBy approver: String, by actor: Actor
  ) async throws -> Tombstone {
    let order = try orderReference(order)
    return try await write { tx in
      let draft = try tx.lockDraft(slug)
      guard draft.end != nil else {
        throw Refusal(
          .conflict, "not-ended",
          "Not erased. \(slug) is not ended: spike it, or kill it where readers have seen it. Nothing was changed.",
          next: ["stet kill \(slug) --reason TEXT"])
      }
      if let standing = try tx.preservations(of: draft.id).first {
        throw Refusal(
          .conflict, "preserved",
          "Not erased. \(slug) is preserved under \(standing) until that is lifted. Nothing was changed.",
          next: ["stet preserve \(slug) --order \(standing) --lift"])
      }
      try tx.takeApproval(of: draft, order, by: approver, for: actor)
      let entries = try tx.blankPayloads(about: draft)
      try tx.blankWords(of: draft)
      let buried = "erased-\(draft.id)"
      try tx.run(
        "update drafts set slug = \(buried), ended_reason = \("erased under order \(order)") where id = \(draft.id)"
      )
      var receipt = ""
      for (chain, count) in entries {
        receipt = try tx.journal(
          chain, by: actor, ChainVerifier.erasing,
          says:
            "The words of \(count) entries about \(buried) were erased under \(order), as \(approver) approved.",
          facts: ["order": order, "draft": buried, "approvedBy": approver, "entries": String(count)],
          event: chain == .draft(draft.id) ? "erased" : nil)
      }
      return Tombstone(
        slug: buried, order: order, approvedBy: approver, entries: entries.reduce(0) { $0 + $1.count },
        receipt: receipt)
    }
  }

  /// Writes anew the files of every table that an erasure blanks, so that the database keeps no former version of a row.
  /// Needs the tables' owner; others wait meanwhile.
  public func dropFormerVersions() async throws {
    for table in blankedTables { try await database.command("vacuum (full) \(table)") }
  }

  /// From now on nothing of the draft is erased, and no stored answer removed, until the order is lifted.
  public func preserve(_ slug: String, order: String, by actor: Actor) async throws -> String {
    let order = try orderReference(order)
    return try await write { tx in
      let draft = try tx.lockDraft(slug)
      let added = try tx.run(
        """
        insert into preservations (draft_id, order_reference, ordered_by)
        values (\(draft.id), \(order), \(actor.spelling)) on conflict do nothing
        """)
      guard added.affected == 1 else {
        throw Refusal(
          .conflict, "preserved", "\(slug) is preserved under \(order) already. Nothing was changed.")
      }
      return try tx.journal(
        .draft(draft.id), by: actor, "preserve", says: "\(slug) is preserved under \(order).",
        facts: ["order": order])
    }
  }

  /// Lifts one order to preserve; others stand.
  public func liftPreservation(of slug: String, order: String, by actor: Actor) async throws -> String {
    try await write { tx in
      let draft = try tx.lockDraft(slug)
      let lifted = try tx.run(
        """
        update preservations set lifted_by = \(actor.spelling), lifted_at = now()
        where draft_id = \(draft.id) and order_reference = \(order) and lifted_at is null
        """)
      guard lifted.affected == 1 else {
        throw Refusal(.missing, "order", "\(slug) is not preserved under \(order). Nothing was changed.")
      }
      return try tx.journal(
        .draft(draft.id), by: actor, "preserve-lift",
        says: "The order \(order) to preserve \(slug) was lifted.",
        facts: ["order": order])
    }
  }
}

private func orderReference(_ text: String) throws -> String {
  guard (1...200).contains(text.unicodeScalars.count),
    !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
    text.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
  else {
    throw Refusal(
      .usage, "order", "An order's reference has 1 to 200 characters on one line. Nothing was changed.")
  }
  return text
}

/// Tables that an erasure blanks columns of.
private let blankedTables = """
  drafts revisions imported_items key_point_versions statements publications sign_offs sign_off_evidence sign_off_standings
  evidence_files confidential_sources comments contradictions contradiction_passages claims claim_occurrences follow_ups
  agreements members invitations override_reviews waivers replies plan_outcomes embargoes placements corrections
  owed_corrections archive_names archive_updates watched_pages page_changes key_point_matters matter_proposals
  journal_payloads idempotency_keys limits collisions
  """.split(whereSeparator: \.isWhitespace)

extension Transaction {
  fileprivate func mustApproveErasures(_ caller: Caller, of draft: Draft) throws {
    guard !(try member(caller, on: draft.desk.id)).roles.isDisjoint(with: [.admin, .chief]) else {
      throw Refusal(
        .notAllowed, "role",
        "Not approved. An erasure is approved by an admin or chief of desk \(draft.desk.slug). Nothing was changed."
      )
    }
  }

  /// Orders under which a draft is preserved now.
  fileprivate func preservations(of draft: Int64) throws -> [String] {
    try all(
      "select order_reference from preservations where draft_id = \(draft) and lifted_at is null order by id",
      as: String.self)
  }

  /// Marks the approval as carried out; from here on this transaction may blank what only grows.
  fileprivate func takeApproval(
    of draft: Draft, _ order: String, by approver: String, for actor: Actor
  ) throws {
    let row = try first(
      """
      select e.id, m.id from erasures e join members m on m.id = e.approved_by
      where e.draft_id = \(draft.id) and e.order_reference = \(order) and m.handle = \(approver)
        and e.carried_out_at is null
      """, as: (Int64, Int64).self)
    guard let (id, memberID) = row else {
      throw Refusal(
        .notAllowed, "approval",
        "Not erased. \(approver) has not approved an erasure of \(draft.slug) under \(order). Nothing was changed.",
        next: ["stet approve-erasure \(draft.slug) --order \(order)"])
    }
    // Who approved must still be one who may.
    try mustApproveErasures(Caller(memberID: memberID, handle: approver, idempotency: nil), of: draft)
    if actor == .operator(user: approver) {
      throw Refusal(
        .notAllowed, "two-people",
        "Not erased. It takes two people, and \(approver) approved it and runs it now. Nothing was changed.")
    }
    try run(
      "update erasures set carried_out_by = \(actor.spelling), carried_out_at = now() where id = \(id)")
  }

  /// Blanks what the journal tells of a draft: its own chain, and the entries of other chains that name it or quote it.
  /// Gives the chains with the number of entries, the draft's own last.
  fileprivate func blankPayloads(about draft: Draft) throws -> [(JournalChain, count: Int)] {
    let own = JournalChain.draft(draft.id).name
    let quotes =
      try all(
        """
        select quote from contradiction_passages p join revisions r on r.id = p.revision_id
        where r.draft_id = \(draft.id)
        union select quote from claim_occurrences o join claims c on c.id = o.claim_id where c.draft_id = \(draft.id)
        """, as: String.self)
    let elsewhere = try all(
      """
      select p.chain, p.seq from journal_payloads p join journal_entries e using (chain, seq)
      where p.chain <> \(own) and p.payload is not null and (
        e.act in ('follow-up-open', 'follow-up-close', 'settle', 'place', 'placed', 'place-removed', 'placed-undone',
          'publish', 'publish-override', 'matter-link', 'matter-unlink', 'collision', 'collision-settle')
          and p.payload::jsonb ->> 'says' ~ \("(^|[^a-z0-9-])\(draft.slug)($|[^a-z0-9-])")
        or e.act in ('flag', 'claim-add')
          and exists (select from unnest(\(quotes)::text[]) q where strpos(p.payload::jsonb ->> 'says', q) > 0))
      order by p.chain, p.seq
      """, as: (String, Int64).self)
    for (chain, seq) in elsewhere {
      try run(
        "update journal_payloads set salt = null, payload = null where chain = \(chain) and seq = \(seq)")
    }
    let here = try run(
      "update journal_payloads set salt = null, payload = null where chain = \(own) and salt is not null"
    ).affected
    let counts = Dictionary(grouping: elsewhere, by: \.0).sorted { $0.key < $1.key }
    return try counts.map { name, entries in
      guard let chain = JournalChain(name: name) else {
        throw DatabaseError.decoding("\(name) is no chain of the journal")
      }
      return (chain, count: entries.count)
    } + [(.draft(draft.id), count: here)]
  }

  /// Digests of words go with them: who knows a name could try it. Where digests must differ they become random.
  fileprivate func blankWords(of draft: Draft) throws {
    let id = draft.id
    let gone = "erased"
    let nothing: [UInt8] = []
    let random: SQL = "sha256(uuid_send(gen_random_uuid()))"
    let signOffs: SQL =
      "(select s.id from sign_offs s join key_points k on k.id = s.key_point_id where k.draft_id = \(id))"
    let claims: SQL = "(select id from claims where draft_id = \(id))"
    let pages: SQL =
      """
      (select page_id from watches where draft_id = \(id)
        except select page_id from watches where draft_id is distinct from \(id))
      """
    let passages: SQL =
      "(select p.contradiction_id from contradiction_passages p join revisions r on r.id = p.revision_id where r.draft_id = \(id))"
    let blanking: [SQL] = [
      """
      update revisions set original = \(Array(gone.utf8)), text = \(gone), headline = null, byline = '{}',
        ran_together = '{}', tags = '{}', wire = null
      where draft_id = \(id)
      """,
      "update imported_items set item = \("\(gone)-\(id)"), digest = \(sql: random) where draft_id = \(id)",
      """
      update key_point_versions set words = \(gone), digest = \(nothing)
      where key_point_id in (select id from key_points where draft_id = \(id))
      """,
      "update statements set digest = \(sql: random) where draft_id = \(id)",
      "update publications set reason = \(gone) where draft_id = \(id) and reason is not null",
      """
      update sign_offs set comment = null, reason = case when reason is not null then \(gone) end,
        stays = '{}', words_digest = \(nothing), evidence_digest = \(nothing)
      where id in \(sql: signOffs)
      """,
      "update sign_off_evidence set url = \(gone) where sign_off_id in \(sql: signOffs)",
      "update evidence_files set name = \(gone), content = \(nothing), digest = \(sql: random) where draft_id = \(id)",
      """
      update confidential_sources set seen_by = '{}', kind = \(gone), kept_where = \(gone)
      where sign_off_id in \(sql: signOffs)
      """,
      """
      update comments set words = \(gone) where key_point_id in (select id from key_points where draft_id = \(id))
      """,
      """
      update override_reviews set note = \(gone)
      where publication_id in (select id from publications where draft_id = \(id))
      """,
      // An expert whom another story asked as well keeps the name there.
      """
      update members set name = \(gone), guest = \(gone) || '-' || id where guest is not null and id in (
        select member_id from invitations where draft_id = \(id)
        except select member_id from invitations where draft_id <> \(id))
      """,
      """
      update invitations set name = \(gone), question = case when question is not null then \(gone) end
      where draft_id = \(id)
      """,
      "update agreements set words_digest = \(sql: random) where sign_off_id in \(sql: signOffs)",
      "update waivers set reason = \(gone), sentence_digest = \(sql: random) where draft_id = \(id)",
      """
      update replies set person = \(gone), how = case when how is not null then \(gone) end,
        answer = case when answer is not null then \(gone) end,
        why_not = case when why_not is not null then \(gone) end
      where draft_id = \(id)
      """,
      """
      update plan_outcomes set why = array_fill(\(gone)::text, array[cardinality(why)])
      where plan_id in (select id from plans where draft_id = \(id))
      """,
      "update embargoes set reason = \(gone) where draft_id = \(id) and reason is not null",
      "update limits set reason = \(gone) where draft_id = \(id) and reason is not null",
      """
      update collisions set note = null, words_digest = \(sql: random),
        quote = case when draft_id = \(id) then \(gone) else quote end,
        other_quote = case when other_draft_id = \(id) then \(gone) else other_quote end,
        reason = case when draft_id = \(id) and reason is not null then \(gone) else reason end
      where \(id) in (draft_id, other_draft_id)
      """,
      """
      update placements set name = null, url = null,
        removed_because = case when removed_because is not null then \(gone) end
      where draft_id = \(id)
      """,
      """
      update corrections set note = \(gone), dropped_reason = case when dropped_reason is not null then \(gone) end
      where draft_id = \(id)
      """,
      """
      update owed_corrections set note = null
      where correction_id in (select id from corrections where draft_id = \(id))
      """,
      "update sign_off_standings set because = \(gone) where sign_off_id in \(sql: signOffs)",
      """
      update contradictions set note = null, words_digest = \(sql: random),
        rule = case when draft_id = \(id) then \(gone) else rule end
      where draft_id = \(id) or id in \(sql: passages)
      """,
      """
      update contradiction_passages set quote = \(gone), says = null
      where revision_id in (select id from revisions where draft_id = \(id))
        or contradiction_id in (select id from contradictions where draft_id = \(id))
      """,
      "delete from archive_names where draft_id = \(id)",
      // Why a claim of another story is due can quote this one.
      """
      update claims set due_because = \(gone) where id in (
        select o.claim_id from archive_updates u join claim_occurrences o on o.revision_id = u.other_revision_id
        where u.revision_id in (select id from revisions where draft_id = \(id)))
      """,
      """
      update claims set due_because = \(gone)
      where draft_id <> \(id) and due_because like \("superseded by \(draft.slug) r%")
      """,
      "update archive_updates set quote = \(gone) where revision_id in (select id from revisions where draft_id = \(id))",
      """
      update archive_updates set other_quote = \(gone)
      where other_revision_id in (select id from revisions where draft_id = \(id))
      """,
      "update claim_occurrences set quote = \(gone) where claim_id in \(sql: claims)",
      """
      update claims set sentence_digest = \(sql: random), due_because = \(gone),
        anchor_what = case when anchor_what is not null then \(gone) end,
        anchor_source = case when anchor_source is not null then \(gone) end,
        dismissed_reason = case when dismissed_reason is not null then \(gone) end,
        retired_because = case when retired_because is not null then \(gone) end,
        asserts = null, asserts_party = null
      where draft_id = \(id)
      """,
      """
      update key_point_matters set asserts = null, asserts_party = null
      where key_point_id in (select id from key_points where draft_id = \(id))
      """,
      """
      update matter_proposals set words = \(gone), because = \(gone), name = null where draft_id = \(id)
      """,
      """
      update follow_ups set source = null, note = null
      where id in (select follow_up_id from follow_up_claims where claim_id in \(sql: claims))
      """,
      // A page that another story or a matter names too keeps its address; nobody looks at the others again.
      """
      update page_changes set words = '{}', kinds = '{}'
      where page_id in \(sql: pages)
      """,
      """
      update watched_pages set url = \(gone)::text || id, host = \(gone), led_to = null, lines = null, kind = null,
        validated_url = null, etag = null, last_modified = null, problem = null
      where id in \(sql: pages)
      """,
      "delete from asked_hosts where host not in (select host from watched_pages)",
      // Kept for a day anyway.
      "delete from robots_rules",
      // A retry of what was asked then is refused: it must neither get the words nor bring them back.
      """
      update idempotency_keys set body = \(nothing), request_digest = \(nothing)
      where position(\(Array("\"\(draft.slug)\"".utf8)) in body) > 0
      """,
    ]
    for statement in blanking { try run(statement) }
  }
}
