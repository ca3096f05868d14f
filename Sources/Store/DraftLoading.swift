import Editorial
import Postgres
import Synchronization
import TextAnalysis

private let decodedPolicies = Mutex<[[UInt8]: Policy]>([:])
/// Versions of policies that are kept decoded.
private let mostDecodedPolicies = 100

extension Transaction {
  /// The id of a draft. A draft that the caller may not see is missing in the same words.
  func draftID(_ slug: String) throws -> Int64 {
    guard let id = try first("select id from readable_drafts where slug = \(slug)", as: (Int64).self) else {
      throw missingDraft(slug)
    }
    return id
  }

  /// Locks a draft for an act and loads it. Its desk is locked against changes of roles, so that nobody signs with
  /// a role that is gone at commit.
  ///
  /// - Parameter instant: when it is looked at; now when nil.
  func lockDraft(_ slug: String, asOf instant: String? = nil) throws -> Draft {
    let locked = try first(
      """
      select d.id from readable_drafts d join desks k on k.id = d.desk_id
      where d.slug = \(slug) for share of k for no key update of d
      """,
      as: (Int64).self)
    guard let id = locked else { throw missingDraft(slug) }
    let draft = try draft(id, asOf: instant)
    // Who reads it may have changed while this waited for it.
    if draft.limit != nil, try first("select may_read(\(id))", as: Bool.self) != true {
      throw missingDraft(slug)
    }
    return draft
  }

  /// Loads everything that the rules look at.
  ///
  /// - Parameters:
  ///   - judgingAll: also what its policy does not ask about.
  ///   - instant: when it is looked at; now when nil.
  func draft(_ id: Int64, judgingAll: Bool = false, asOf instant: String? = nil) throws -> Draft {
    let row = try first(
      """
      select d.slug, k.id, k.slug, d.latest_revision_id, d.ended, e.handle, rfc3339(d.ended_at), d.ended_reason,
        p.version, p.yaml, r.sentences, r.paragraphs, r.ran_together, r.tags, r.wire, d.limited
      from drafts d
      join desks k on k.id = d.desk_id
      join revisions r on r.id = d.latest_revision_id
      join policies p on p.id = r.policy_id
      left join members e on e.id = d.ended_by
      where d.id = \(id)
      """,
      as: (
        String, Int64, String, Int64, Ending?, String?, String?, String?, Int, String, Int, Int, [Int],
        [String],
        String?, Bool
      ).self)
    guard
      let (
        slug, deskID, desk, latestID, ended, endedBy, endedAt, endedReason, version, yaml, sentences,
        paragraphs, ranTogether, tags, wire, isLimited
      ) = row
    else { throw DatabaseError.decoding("draft \(id) has no revision") }
    let revisions = try revisions(of: id)
    guard let latest = revisions[latestID] else {
      throw DatabaseError.decoding("draft \(id) has no revision \(latestID)")
    }
    let end: DraftEnd? =
      if let ended, let endedBy, let endedAt, let endedReason {
        DraftEnd(ending: ended, by: endedBy, at: endedAt, reason: endedReason)
      } else { nil }
    let policy = try policy(yaml)
    let judged = try whatPolicyLooksAt(policy, of: id, latest: latest, in: revisions, all: judgingAll)
    var draft = Draft(
      id: id, slug: slug, desk: Desk(id: deskID, slug: desk), latest: latest, live: try live(of: id),
      end: end,
      policy: policy, policyVersion: version, sentences: sentences, paragraphs: paragraphs,
      ranTogether: stride(from: 0, to: ranTogether.count - 2, by: 3).map {
        TextPlace(offset: ranTogether[$0], line: ranTogether[$0 + 1], column: ranTogether[$0 + 2])
      },
      keyPoints: try keyPoints(of: id, in: revisions, latest: latestID),
      contradictions: try withRecords(try contradictions("c.draft_id = \(id)"), onDesk: deskID),
      claims: try claims("c.draft_id = \(id)"),
      matters: try all(
        """
        select distinct x.slug from revision_matters rm join matters m on m.id = rm.matter_id
        join matters x on x.id = coalesce(m.merged_into, m.id)
        where rm.revision_id = \(latestID) order by x.slug
        """, as: (String).self),
      members: try members(of: deskID, reading: isLimited ? id : nil), today: try today(asOf: instant),
      tags: tags, wire: wire,
      claimPlaces: judged.claimPlaces, accusations: judged.accusations, waivers: judged.waivers,
      replies: judged.replies, agreements: judged.agreements,
      overtakes: try overtaken(by: latestID), invitations: try invitations(to: id),
      assignments: try assignments(of: id), schedule: try schedule(of: id, asOf: instant))
    draft.movedBackground = try movedBackground(of: latestID)
    if isLimited {
      draft.limit = try limit(of: id)
      draft.collisions = try collisions(of: id)
    }
    draft.convictions = judged.convictions
    // What was never published stands nowhere.
    if draft.live != nil {
      draft.placements = try placements("p.draft_id = \(id)")
      draft.corrections = try corrections("c.draft_id = \(id)")
    }
    return draft
  }

  /// A policy by its text, decoded once: versions never change, and there are few.
  func policy(_ yaml: String) throws -> Policy {
    if yaml.utf8.elementsEqual(Policy.defaultYAML.utf8) { return .default }
    let digest = sha256(Array(yaml.utf8))
    if let known = decodedPolicies.withLock({ $0[digest] }) { return known }
    let policy = try Policy(yaml: yaml)
    decodedPolicies.withLock { known in
      if known.count >= mostDecodedPolicies { known.removeAll() }
      known[digest] = policy
    }
    return policy
  }

  /// Writes what lists show of a draft, readiness and counts, as the rules say now; and when to look for reminders.
  func project(_ draft: Draft) throws {
    let present = draft.keyPoints.filter { !$0.gone }
    try run(
      """
      update drafts set ready = \(draft.missing.isEmpty), present_key_points = \(present.count),
        signed_key_points = \(present.filter { draft.status(of: $0) == .signed }.count),
        look_at = \(try nextLook(at: draft))::timestamptz
      where id = \(draft.id)
      """)
  }

  /// Writes which claims of a draft are watched: those told in the revision that readers see, else in the latest.
  func watchClaims(of draft: Int64) throws {
    try run(
      """
      update claims c set watched = not c.watched
      where c.draft_id = \(draft) and c.watched <> exists (
        select from watched_revisions w join claim_occurrences o on o.revision_id = w.revision_id
        where w.draft_id = c.draft_id and o.claim_id = c.id)
      """)
  }

  func live(of draft: Int64) throws -> LiveRevision? {
    try first(
      """
      select r.number, p.on_day, p.origin from drafts d
      join revisions r on r.id = d.live_revision_id
      join publications p on p.revision_id = r.id
      where d.id = \(draft)
      """, as: (Int, CivilDate, PublicationOrigin).self
    ).map { LiveRevision(revision: $0.0, on: $0.1, origin: $0.2) }
  }

  func revisions(of draft: Int64) throws -> [Int64: Revision] {
    let rows = try all(
      """
      select r.id, r.number, r.headline, r.byline, r.dateline, r.filed_by, m.handle, rfc3339(r.filed_at)
      from revisions r join members m on m.id = r.filed_by
      where r.draft_id = \(draft)
      """, as: (Int64, Int, String?, [String], CivilDate, Int64, String, String).self)
    return Dictionary(
      uniqueKeysWithValues: rows.map {
        (
          $0.0,
          Revision(
            id: $0.0, number: $0.1, headline: $0.2, byline: $0.3, dateline: $0.4, filedBy: $0.5,
            filedByHandle: $0.6,
            filedAt: $0.7)
        )
      })
  }

  /// Key points in reading order, those that are gone last.
  private func keyPoints(of draft: Int64, in revisions: [Int64: Revision], latest: Int64) throws -> [KeyPoint]
  {
    let signOffs = Dictionary(grouping: try signOffs(of: draft), by: \.keyPoint)
    let comments = try comments(of: draft)
    let supports = Dictionary(
      grouping: try supports(of: draft, in: revisions, latest: latest), by: \.keyPoint)
    func revision(_ id: Int64, of keyPoint: Int64) throws -> Revision {
      guard let revision = revisions[id] else {
        throw DatabaseError.decoding("key point \(keyPoint) names revision \(id), which is not its draft's")
      }
      return revision
    }
    return try all(
      """
      select k.id, k.form, k.number, v.words, v.span_start, v.span_end, v.words_from,
        coalesce(v.written_in, v.words_from), v.revision_id <> \(latest)::bigint as gone
      from key_points k
      cross join lateral (
        select * from key_point_versions kv where kv.key_point_id = k.id order by kv.revision_id desc limit 1) v
      where k.draft_id = \(draft)
      order by gone, v.position, k.number
      """, as: (Int64, Form, Int, String, Int, Int, Int64, Int64, Bool).self
    ).map { id, form, number, words, start, end, from, writtenIn, gone in
      var keyPoint = KeyPoint(
        id: id, form: form, number: number, words: words, span: span(start, end),
        wordsFrom: try revision(from, of: id),
        writtenIn: try revision(writtenIn, of: id), supports: supports[id]?.map(\.support) ?? [], gone: gone,
        signOffs: signOffs[id]?.map(\.signOff) ?? [])
      keyPoint.comments = comments[id] ?? []
      return keyPoint
    }
  }

  /// What bears the key points of the latest revision out, the likeliest first.
  private func supports(
    of draft: Int64, in revisions: [Int64: Revision], latest: Int64
  ) throws -> [(keyPoint: Int64, support: Support)] {
    try all(
      """
      select s.key_point_id, s.span_start, s.span_end, s.words_from, s.written_in
      from key_points k join key_point_supports s on s.key_point_id = k.id and s.revision_id = \(latest)
      where k.draft_id = \(draft) order by s.key_point_id, s.position
      """, as: (Int64, Int, Int, Int64, Int64).self
    ).map { keyPoint, start, end, from, writtenIn in
      guard let wordsFrom = revisions[from], let writtenIn = revisions[writtenIn] else {
        throw DatabaseError.decoding(
          "a support of key point \(keyPoint) names a revision that is not its draft's")
      }
      return (keyPoint, Support(span: span(start, end), wordsFrom: wordsFrom, writtenIn: writtenIn))
    }
  }

  /// Newest first.
  private func signOffs(of draft: Int64) throws -> [(keyPoint: Int64, signOff: SignOff)] {
    try run(
      """
      select s.id, s.key_point_id, s.member_id, g.signer as member, s.read, s.verdict, s.basis, s.comment, s.reason,
        s.evidence, s.revision, s.words, s.words_digest, rfc3339(s.at) as at, s.standing, s.because, s.until, s.stays,
        s.seen_by, s.seen_on, s.source_kind, s.independent, s.kept_where, b.handle as invited_by,
        (select m.slug from sign_offs o join matters m on m.id = o.until_moves where o.id = s.id) as until_moves,
        (select rfc3339(t.at) from sign_off_standings t where t.sign_off_id = s.id order by t.id desc limit 1)
          as standing_since
      from sign_offs_as_they_stand s
      join signers g on g.id = s.member_id
      left join invited_sign_offs v on v.sign_off_id = s.id
      left join invitations i on i.id = v.invitation_id
      left join members b on b.id = i.invited_by
      where s.draft_id = \(draft) order by s.id desc
      """
    ).map { row in
      let source: ConfidentialSource? =
        if let on = try row.column("seen_on", as: CivilDate?.self) {
          ConfidentialSource(
            seenBy: try row.column("seen_by"), on: on, kind: try row.column("source_kind"),
            independent: try row.column("independent"), keptWhere: try row.column("kept_where"))
        } else { nil }
      return (
        try row.column("key_point_id"),
        SignOff(
          id: try row.column("id"), memberID: try row.column("member_id"), member: try row.column("member"),
          read: try row.column("read"), verdict: try row.column("verdict"), basis: try row.column("basis"),
          comment: try row.column("comment"), reason: try row.column("reason"),
          evidence: try row.column("evidence"),
          revision: try row.column("revision"), words: try row.column("words"),
          wordsDigest: try row.column("words_digest"), at: try row.column("at"),
          standing: try row.column("standing"),
          because: try row.column("because"), until: try row.column("until"), stays: try row.column("stays"),
          source: source, invitedBy: try row.column("invited_by"),
          untilMoves: try row.column("until_moves"), standingSince: try row.column("standing_since"))
      )
    }
  }

  /// Contradictions `c` that meet a condition, by draft and label; not those that quote what may not be read here, unless
  /// they are open: publication waits for these, whoever looks.
  func contradictions(_ condition: SQL) throws -> [Contradiction] {
    let rows = try run(
      """
      select c.id, c.number, d.slug as draft, c.kind, c.origin, c.rule, c.status, c.outcome,
        case when c.id not in (select id from contradictions_quoting_hidden) then c.note end as note, c.quiet,
        o.slug as other, rb.handle as raised_by, rfc3339(c.raised_at) as raised_at, sb.handle as settled_by,
        rfc3339(c.settled_at) as settled_at, s.seen_in, s.seen_in is distinct from d.latest_revision_id as gone
      from contradictions c
      join drafts d on d.id = c.draft_id
      left join readable_drafts o on o.id = c.other_draft_id
      left join members rb on rb.id = c.raised_by
      left join members sb on sb.id = c.settled_by
      left join lateral (
        select max(seen_in) as seen_in from contradiction_passages p where p.contradiction_id = c.id) s on true
      where \(sql: condition) and \(sql: contradictionIsReadable)
      order by d.id, c.number
      """)
    let ids: [Int64] = try rows.map { try $0.column("id") }
    let passages = try passages(of: ids)
    return try rows.map { row in
      let id: Int64 = try row.column("id")
      var one = Contradiction(
        id: id, number: try row.column("number"), draft: try row.column("draft"),
        kind: try row.column("kind"),
        origin: try row.column("origin"), rule: try row.column("rule"), status: try row.column("status"),
        outcome: try row.column("outcome"), note: try row.column("note"), other: try row.column("other"),
        passages: passages[id] ?? [],
        raisedBy: try row.column("raised_by"), raisedAt: try row.column("raised_at"),
        settledBy: try row.column("settled_by"), settledAt: try row.column("settled_at"),
        gone: try row.column("gone"))
      one.quiet = try row.column("quiet")
      return one
    }
  }

  /// Where the words of each stood last.
  private func passages(of ids: [Int64]) throws -> [Int64: [Contradiction.Passage]] {
    let rows = try all(
      contradictionPassages(of: ids), as: (Int64, String, Int, String, Int, Int, String?, CivilDate).self)
    return Dictionary(grouping: rows, by: \.0).mapValues { passages in
      passages.map {
        var passage = Contradiction.Passage(
          draft: $0.1, revision: $0.2, quote: $0.3, span: span($0.4, $0.5), says: $0.6)
        passage.dateline = $0.7
        return passage
      }
    }
  }

  /// Claims `c` that meet a condition, by draft and label.
  func claims(_ condition: SQL) throws -> [Claim] {
    let rows = try run(
      """
      select c.*, own.quiet from claims_with_words c join claims own on own.id = c.id
      where \(sql: condition) order by c.draft_id, c.number
      """)
    let watches = try watchNotes(ofClaims: try rows.map { try $0.column("id") })
    return try rows.map { row in
      let anchor: Anchor? =
        if let on = try row.column("anchor_on", as: CivilDate?.self),
          let what = try row.column("anchor_what", as: String?.self),
          let source = try row.column("anchor_source", as: String?.self)
        {
          Anchor(on: on, what: what, source: source)
        } else { nil }
      var claim = Claim(
        id: try row.column("id"), draftID: try row.column("draft_id"), draft: try row.column("draft"),
        number: try row.column("number"), kind: try row.column("kind"), rule: try row.column("rule"),
        origin: try row.column("origin"), person: try row.column("person"), asOf: try row.column("as_of"),
        expected: try row.column("expected"), anchor: anchor,
        due: Due(on: try row.column("due"), because: try row.column("due_because")),
        asked: try row.column("asked"),
        matter: try row.column("matter"), dismissedReason: try row.column("dismissed_reason"),
        retiredBecause: try row.column("retired_because"), quote: try row.column("quote"),
        span: span(try row.column("span_start"), try row.column("span_end")),
        revision: try row.column("revision"),
        watched: try row.column("watched"))
      claim.quiet = try row.column("quiet")
      claim.watches = watches[claim.id] ?? []
      claim.asserts = try row.column("asserts")
      claim.court = try row.column("court")
      claim.isOvertaken = try row.column("overtaken_by", as: Int?.self) != nil
      return claim
    }
  }
}

/// The statement that gives where the words of contradictions stood last.
func contradictionPassages(of ids: [Int64]) -> SQL {
  """
  select p.contradiction_id, d.slug, r.number, p.quote, p.span_start, p.span_end, p.says, r.dateline
  from unnest(\(ids)::bigint[]) as c (id)
  join contradiction_passages p on p.contradiction_id = c.id and p.seen_in = (
    select max(seen_in) from contradiction_passages l where l.contradiction_id = c.id)
  join revisions r on r.id = p.revision_id join readable_drafts d on d.id = r.draft_id
  order by p.contradiction_id, p.position
  """
}

func missingDraft(_ slug: String) -> Refusal {
  Refusal(.missing, "draft", "There is no draft “\(slug)”.", next: ["stet list"])
}

extension Newsroom {
  /// One draft with everything about it, in one snapshot.
  public func draft(_ slug: String) async throws -> Draft {
    try await read { tx in try tx.draft(try tx.draftID(slug)) }
  }

  /// The words of a revision.
  public func text(of slug: String, revision: Int) async throws -> String {
    try await read { tx in
      let id = try tx.draftID(slug)
      guard
        let text = try tx.first(
          "select text from revisions where draft_id = \(id) and number = \(revision)", as: (String).self)
      else {
        throw Refusal(.missing, "revision", "\(slug) has no r\(revision).", next: ["stet show \(slug)"])
      }
      return text
    }
  }

  /// The file of a revision, byte for byte as it was filed, with its media type.
  public func original(of slug: String, revision: Int) async throws -> (bytes: [UInt8], mediaType: String) {
    try await read { tx in
      let id = try tx.draftID(slug)
      let row = try tx.first(
        "select original, media_type from revisions where draft_id = \(id) and number = \(revision)",
        as: ([UInt8], String).self)
      guard let row else {
        throw Refusal(.missing, "revision", "\(slug) has no r\(revision).", next: ["stet show \(slug)"])
      }
      return (bytes: row.0, mediaType: row.1)
    }
  }
}
