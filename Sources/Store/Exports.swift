import Editorial
import FoundationEssentials
import Postgres

/// Whom a story is taken out for.
public enum ExportPurpose: String, Sendable, CaseIterable {
  /// The newsroom's own lawyers: everything.
  case counsel
  /// The other side: everything but what is privileged.
  case disclosure
}

/// Everything about a story.
public struct StoryExport: Sendable {
  /// One JSON object.
  public let json: String
  /// The files as they were filed, `r1.txt`, `r2.md` …, and those that signers brought, `evidence-` with the beginning of
  /// their SHA-256.
  public let files: [(name: String, bytes: [UInt8])]
  /// What was left out, a line each.
  public let withheld: [String]
  /// Receipt of the journal entry that says it was taken out.
  public let receipt: String
}

extension Newsroom {
  /// Takes a story out, in one snapshot with the entry that says so. Columns are named one by one: what is added to a
  /// table later is not given away unseen.
  public func export(
    _ slug: String, for purpose: ExportPurpose, by actor: Actor
  ) async throws -> StoryExport {
    try await write { tx in
      let draft = try tx.lockDraft(slug)
      let withheld = try tx.withheld(from: draft.id, for: purpose)
      var parts = try tx.parts(of: draft.id, for: purpose).map { name, rows in
        let list = try tx.first(
          "select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from (\(sql: rows)) t", as: String.self)
        return "\(try quoted(name)):\(list ?? "[]")"
      }
      parts.append("\"draft\":\(try quoted(slug)),\"for\":\(try quoted(purpose.rawValue))")
      parts.append("\"withheld\":[\(try withheld.map(quoted).joined(separator: ","))]")
      let files = try tx.originals(of: draft.id) + tx.evidenceFiles(of: draft.id, for: purpose)
      let receipt = try tx.journal(
        .draft(draft.id), by: actor, "export", says: "The story was taken out for \(purpose.rawValue).",
        facts: ["for": purpose.rawValue, "withheld": String(withheld.count)])
      return StoryExport(
        json: "{" + parts.joined(separator: ",") + "}", files: files, withheld: withheld,
        receipt: receipt)
    }
  }
}

private func quoted(_ text: String) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .withoutEscapingSlashes
  return String(decoding: try encoder.encode(text), as: UTF8.self)
}

private func fileEnding(of mediaType: String) -> String {
  switch mediaType {
  case MediaType.markdown: "md"
  case MediaType.html: "html"
  case MediaType.json: "json"
  case MediaType.docx: "docx"
  case MediaType.odt: "odt"
  default: "txt"
  }
}

extension Transaction {
  fileprivate func originals(of draft: Int64) throws -> [(name: String, bytes: [UInt8])] {
    try all(
      "select number, media_type, original from revisions where draft_id = \(draft) order by number",
      as: (Int, String, [UInt8]).self
    ).map { (name: "r\($0.0).\(fileEnding(of: $0.1))", bytes: $0.2) }
  }

  fileprivate func evidenceFiles(
    of draft: Int64, for purpose: ExportPurpose
  ) throws -> [(name: String, bytes: [UInt8])] {
    try all(
      """
      select encode(f.digest, 'hex'), f.content from evidence_files f
      where f.draft_id = \(draft) and \(sql: isShown("f", for: purpose)) order by f.digest
      """, as: (String, [UInt8]).self
    ).map { (name: "evidence-\($0.0.prefix(16))", bytes: $0.1) }
  }

  /// For disclosure a file is shown that a sign-off other than the legal read's names.
  private func isShown(_ file: String, for purpose: ExportPurpose) -> SQL {
    """
    (\(purpose == .counsel)::boolean or exists (
      select from sign_off_evidence e join sign_offs s on s.id = e.sign_off_id
      where s.read <> 'legal' and e.url like '%sha256:' || encode(\(unescaped: file).digest, 'hex')))
    """
  }

  /// For disclosure an entry of the journal is shown that is neither about the legal read nor about an override or a plan, which
  /// names what was missing, nor about approvals that lapse together, the legal read's among them. One that is not shown keeps its place in the chain, and no more: who guesses the act could try it
  /// against the hash if the payload's digest stood beside it.
  private static func entryIsShown(for purpose: ExportPurpose) -> SQL {
    """
    (\(purpose == .counsel)::boolean or (p.payload::jsonb -> 'facts' ->> 'read' is distinct from 'legal'
      and e.act not in ('publish-override', 'review-override', 'release-refused', 'plan-hindered', 'sign-offs-lapse')))
    """
  }

  /// What stays out of an export, by its places. Confidential sources stay out of every one.
  fileprivate func withheld(from draft: Int64, for purpose: ExportPurpose) throws -> [String] {
    let sources = try all(
      """
      select 'sign-off ' || s.id || ' on ' || key_point_label(k.form, k.number) || ': its confidential source'
      from confidential_sources c join sign_offs s on s.id = c.sign_off_id join key_points k on k.id = s.key_point_id
      where k.draft_id = \(draft) order by s.id
      """, as: String.self)
    guard purpose == .disclosure else { return sources }
    let privileged: [SQL] = [
      // Not how often, nor with which verdict: that would tell.
      """
      select distinct 'the legal read of ' || key_point_label(k.form, k.number) || ' by ' || m.handle || ': all of it'
      from sign_offs s join key_points k on k.id = s.key_point_id join members m on m.id = s.member_id
      where k.draft_id = \(draft) and s.read = 'legal' order by 1
      """,
      """
      select 'comment ' || c.id || ' on ' || key_point_label(k.form, k.number) || ' by ' || m.handle || ': privileged'
      from comments c join key_points k on k.id = c.key_point_id join members m on m.id = c.member_id
      where k.draft_id = \(draft) and c.privileged order by c.id
      """,
      """
      select 'file ' || encode(f.digest, 'hex') || ': no read but the legal one names it'
      from evidence_files f where f.draft_id = \(draft) and not \(sql: isShown("f", for: purpose)) order by f.digest
      """,
      """
      select 'publication of r' || r.number || ' on ' || p.on_day || ', an override: what was missing, why, and what its '
        || 'review says'
      from publications p join revisions r on r.id = p.revision_id
      where p.draft_id = \(draft) and p.overrides order by p.id
      """,
      """
      select 'journal entry ' || e.chain || '#' || e.seq
      from journal_entries e join journal_payloads p using (chain, seq)
      where e.chain = \(JournalChain.draft(draft).name) and not \(sql: Self.entryIsShown(for: purpose)) order by e.seq
      """,
    ]
    return try sources + privileged.flatMap { try all($0, as: String.self) }
  }

  /// The export's lists with what stands in each.
  fileprivate func parts(of draft: Int64, for purpose: ExportPurpose) throws -> [(String, SQL)] {
    let all = purpose == .counsel
    let chain = JournalChain.draft(draft).name
    return [
      (
        "revisions",
        """
        select r.number, r.media_type, encode(sha256(r.original), 'hex') as original_sha256, r.text, r.headline,
          r.byline, r.dateline, r.tags, r.wire, m.handle as filed_by, rfc3339(r.filed_at) as filed_at,
          p.version as policy_version
        from revisions r join members m on m.id = r.filed_by join policies p on p.id = r.policy_id
        where r.draft_id = \(draft) order by r.number
        """
      ),
      (
        "keyPoints",
        """
        select key_point_label(k.form, k.number) as label, r.number as revision, v.position, v.words
        from key_point_versions v join key_points k on k.id = v.key_point_id join revisions r on r.id = v.revision_id
        where k.draft_id = \(draft) order by r.number, v.position
        """
      ),
      (
        "signOffs",
        """
        select s.id, key_point_label(k.form, k.number) as key_point, r.number as revision, m.signer as member, s.read,
          s.verdict, s.basis,
          (select 'I' || i.number from invited_sign_offs v join invitations i on i.id = v.invitation_id
            where v.sign_off_id = s.id) as invitation,
          rfc3339(s.at) as at, s.reason, s.comment, s.until, s.stays,
          (select array_agg(e.url order by e.position) from sign_off_evidence e
            where e.sign_off_id = s.id) as evidence,
          (select jsonb_agg(jsonb_build_object('revision', sr.number, 'standing', st.standing, 'at', rfc3339(st.at),
              'because', st.because) order by st.id)
            from sign_off_standings st join revisions sr on sr.id = st.revision_id
            where st.sign_off_id = s.id) as standings
        from sign_offs s join key_points k on k.id = s.key_point_id join revisions r on r.id = s.revision_id
        join signers m on m.id = s.member_id
        where k.draft_id = \(draft) and (\(all)::boolean or s.read <> 'legal') order by s.id
        """
      ),
      (
        "invitations",
        """
        select 'I' || i.number as label, i.name, i.read, i.labels as key_points, r.number as revision, i.question,
          rfc3339(i.until) as until, m.handle as invited_by, rfc3339(i.at) as at, i.state,
          rfc3339(i.ended_at) as ended_at
        from invitations_as_they_stand i join revisions r on r.id = i.revision_id join members m on m.id = i.invited_by
        where i.draft_id = \(draft) order by i.number
        """
      ),
      (
        "assignments",
        """
        select a.read, m.handle as assignee, b.handle as by, rfc3339(a.at) as at
        from assignments a left join members m on m.id = a.member_id join members b on b.id = a.by_member
        where a.draft_id = \(draft) and (\(all)::boolean or a.read <> 'legal') order by a.id
        """
      ),
      (
        "comments",
        """
        select c.id, key_point_label(k.form, k.number) as key_point, r.number as revision, m.handle as member, c.words,
          c.privileged, rfc3339(c.at) as at
        from comments c join key_points k on k.id = c.key_point_id join revisions r on r.id = c.revision_id
        join members m on m.id = c.member_id
        where k.draft_id = \(draft) and (\(all)::boolean or not c.privileged) order by c.id
        """
      ),
      (
        "evidenceFiles",
        """
        select encode(f.digest, 'hex') as sha256, f.name, f.media_type, m.handle as brought_by, rfc3339(f.at) as at
        from evidence_files f join members m on m.id = f.brought_by
        where f.draft_id = \(draft) and \(sql: isShown("f", for: purpose)) order by f.digest
        """
      ),
      (
        "overtakes",
        """
        select r.number as revision, u.rule, u.quote, d.slug as other, o.number as other_revision, u.other_quote
        from archive_updates u join revisions r on r.id = u.revision_id
        join revisions o on o.id = u.other_revision_id join drafts d on d.id = o.draft_id
        where r.draft_id = \(draft) order by r.number, u.position
        """
      ),
      (
        "contradictions",
        """
        select 'X' || c.number as label, c.kind, c.origin, c.status, c.outcome, c.quiet, c.note, o.slug as other,
          rb.handle as raised_by, rfc3339(c.raised_at) as raised_at, sb.handle as settled_by,
          rfc3339(c.settled_at) as settled_at,
          (select jsonb_agg(jsonb_build_object('seenIn', r.number, 'quote', p.quote, 'says', p.says)
              order by p.seen_in, p.position)
            from contradiction_passages p join revisions r on r.id = p.seen_in
            where p.contradiction_id = c.id) as passages
        from contradictions c left join drafts o on o.id = c.other_draft_id
        left join members rb on rb.id = c.raised_by left join members sb on sb.id = c.settled_by
        where c.draft_id = \(draft) order by c.number
        """
      ),
      (
        "claims",
        """
        select 'C' || c.number as label, c.kind, c.rule, c.origin, c.quiet, c.as_of, c.expected, c.anchor_on, c.anchor_what,
          c.anchor_source, c.due, c.due_because, x.slug as matter, c.asserts, c.dismissed_reason, c.retired_because,
          (select jsonb_agg(jsonb_build_object('revision', r.number, 'quote', o.quote) order by r.number, o.position)
            from claim_occurrences o join revisions r on r.id = o.revision_id where o.claim_id = c.id) as occurrences
        from claims c left join matters x on x.id = c.matter_id
        where c.draft_id = \(draft) order by c.number
        """
      ),
      (
        "matters",
        """
        select x.slug, x.title, x.kind, x.status,
          (select jsonb_agg(jsonb_build_object('status', s.status, 'since', s.since, 'source', s.source,
              'party', s.party, 'count', s.count, 'recordedOn', s.recorded_on) order by s.number)
            from matter_statuses s where s.matter_id = x.id) as timeline,
          (select jsonb_agg(jsonb_build_object('keyPoint', key_point_label(k.form, k.number),
              'asserts', km.asserts) order by k.form, k.number)
            from key_point_matters km join key_points k on k.id = km.key_point_id
            where km.matter_id = x.id and k.draft_id = \(draft)) as key_points
        from matters x where x.id in (
          select c.matter_id from claims c where c.draft_id = \(draft)
          union select km.matter_id from key_point_matters km join key_points k on k.id = km.key_point_id
            where k.draft_id = \(draft))
        order by x.slug
        """
      ),
      (
        "matterProposals",
        """
        select x.slug as matter, p.words, p.because, p.confirmed, m.handle as answered_by,
          rfc3339(p.answered_at) as answered_at
        from matter_proposals p join matters x on x.id = p.matter_id left join members m on m.id = p.answered_by
        where p.draft_id = \(draft) order by x.slug
        """
      ),
      (
        "followUps",
        """
        select 'F' || f.number as label, f.question, f.opened_on, f.status, f.outcome, f.source, f.as_of, f.next_on,
          f.note, cb.handle as closed_by, rfc3339(f.closed_at) as closed_at
        from follow_ups f left join members cb on cb.id = f.closed_by
        where exists (
          select from follow_up_claims fc join claims c on c.id = fc.claim_id
          where fc.follow_up_id = f.id and c.draft_id = \(draft))
        order by f.number
        """
      ),
      (
        "watches",
        """
        select 'W' || w.id as label, 'C' || c.number as claim, key_point_label(k.form, k.number) as key_point, p.url,
          m.handle as added_by, rfc3339(w.added_at) as added_at, rfc3339(w.stopped_at) as stopped_at,
          rfc3339(p.last_success) as last_success, p.problem,
          (select jsonb_agg(jsonb_build_object('since', rfc3339(g.since), 'seenAt', rfc3339(g.seen_at),
              'kinds', g.kinds, 'words', g.words) order by g.id)
            from page_changes g where g.page_id = p.id) as changes
        from watches w join watched_pages p on p.id = w.page_id join members m on m.id = w.added_by
        left join claims c on c.id = w.claim_id left join key_points k on k.id = w.key_point_id
        where w.draft_id = \(draft) order by w.id
        """
      ),
      (
        "imported",
        """
        select i.name as import, m.item from imported_items m join imports i on i.id = m.import_id
        where m.draft_id = \(draft)
        """
      ),
      (
        "publications",
        """
        select r.number as revision, p.on_day, rfc3339(p.recorded_at) as recorded_at, m.handle as by, p.overrides,
          case when \(all)::boolean then p.reason end as reason, p.origin
        from publications p join revisions r on r.id = p.revision_id join members m on m.id = p.by_member
        where p.draft_id = \(draft) order by p.id
        """
      ),
      (
        "overrideReviews",
        """
        select r.number as revision, m.handle as by, case when \(all)::boolean then v.upheld end as upheld,
          case when \(all)::boolean then v.note end as note, rfc3339(v.at) as at
        from override_reviews v join publications p on p.id = v.publication_id
        join revisions r on r.id = p.revision_id join members m on m.id = v.member_id
        where p.draft_id = \(draft) order by p.id
        """
      ),
      (
        "plans",
        """
        select r.number as revision, rfc3339(p.at) as at, m.handle as by, rfc3339(p.planned_at) as planned_at, o.outcome,
          case when \(all)::boolean then o.why end as why, rfc3339(o.at) as ended_at
        from plans p join revisions r on r.id = p.revision_id join members m on m.id = p.planned_by
        left join plan_outcomes o on o.plan_id = p.id
        where p.draft_id = \(draft) order by p.id
        """
      ),
      (
        "waivers",
        """
        select encode(w.sentence_digest, 'hex') as sentence_sha256, m.handle as by, w.reason, rfc3339(w.at) as at
        from waivers w join members m on m.id = w.member_id where w.draft_id = \(draft) order by w.at
        """
      ),
      (
        "replies",
        """
        select p.person, m.handle as recorded_by, rfc3339(p.asked_at) as asked_at, p.how, rfc3339(p.until) as until,
          p.answer, p.no_answer, p.why_not, rfc3339(p.at) as at
        from replies p join members m on m.id = p.recorded_by where p.draft_id = \(draft) order by p.id
        """
      ),
      // That anybody agreed tells what the legal read said.
      (
        "agreements",
        """
        select a.sign_off_id as sign_off, m.handle as by, rfc3339(a.at) as at
        from agreements a join members m on m.id = a.member_id join sign_offs s on s.id = a.sign_off_id
        join key_points k on k.id = s.key_point_id
        where k.draft_id = \(draft) and \(all)::boolean order by a.at, m.handle
        """
      ),
      (
        "owedReads",
        """
        select r.number as revision, o.read, o.labels, m.handle as owed_by, rfc3339(o.due_at) as due_at,
          rfc3339(o.at) as at
        from owed_reads o join revisions r on r.id = o.revision_id join members m on m.id = o.member_id
        where o.draft_id = \(draft) order by o.id
        """
      ),
      (
        "embargoes",
        """
        select rfc3339(e.until) as until, m.handle as by, r.number as revision, e.reason, rfc3339(e.at) as at
        from embargoes e join members m on m.id = e.set_by left join revisions r on r.id = e.revision_id
        where e.draft_id = \(draft) order by e.id
        """
      ),
      (
        "limits",
        """
        select (select jsonb_agg(r.handle order by r.handle) from members r where r.id = any(l.members)) as members,
          (select jsonb_agg(k.slug order by k.slug) from desks k where k.id = any(l.desks)) as desks, l.reason,
          m.handle as by, rfc3339(l.at) as at
        from limits l join members m on m.id = l.limited_by where l.draft_id = \(draft) order by l.id
        """
      ),
      (
        "collisions",
        """
        select 'Y' || c.number as label, c.rule, r.number as revision, c.quote, o.slug as other,
          n.number as other_revision, c.other_quote, rfc3339(c.found_at) as found_at, c.outcome, c.reason,
          m.handle as settled_by, rfc3339(c.settled_at) as settled_at
        from collisions c join revisions r on r.id = c.revision_id join drafts o on o.id = c.other_draft_id
        join revisions n on n.id = c.other_revision_id left join members m on m.id = c.settled_by
        where c.draft_id = \(draft) order by c.number
        """
      ),
      (
        "placements",
        """
        select 'P' || p.number as label, p.kind, p.name, p.url, w.slug as draft, o.handle as owner, r.number as revision,
          rfc3339(p.out_at) as out_at, b.handle as removed_by, rfc3339(p.removed_at) as removed_at, p.removed_because
        from placements p join members o on o.id = p.owner_id join revisions r on r.id = p.revision_id
        left join drafts w on w.id = p.words_draft_id left join members b on b.id = p.removed_by
        where p.draft_id = \(draft) order by p.number
        """
      ),
      (
        "corrections",
        """
        select 'E' || c.number as label, c.kind, c.note, c.revision, c.opened_by, c.opened_at, c.fixed_in,
          c.dropped_by, c.dropped_at, c.dropped_reason,
          (select jsonb_agg(k.label order by k.key_point_id) from correction_key_points k
            where k.correction_id = c.id) as key_points,
          (select jsonb_agg(jsonb_build_object('placement', 'P' || p.number, 'doneAt', rfc3339(o.done_at),
              'doneBy', m.handle, 'note', o.note) order by p.number)
            from owed_corrections o join placements p on p.id = o.placement_id
            left join members m on m.id = o.done_by where o.correction_id = c.id) as owed
        from corrections_as_they_stand c where c.draft_id = \(draft) order by c.number
        """
      ),
      (
        "preservations",
        """
        select order_reference, ordered_by, rfc3339(ordered_at) as ordered_at, lifted_by,
          rfc3339(lifted_at) as lifted_at
        from preservations where draft_id = \(draft) order by id
        """
      ),
      (
        "journal",
        """
        select e.chain, e.seq, rfc3339(e.at) as at, case when shown then e.actor end as actor,
          case when shown then e.act end as act,
          case when shown then encode(e.payload_digest, 'hex') end as payload_digest,
          encode(e.prev, 'hex') as prev, encode(e.hash, 'hex') as hash, not shown as withheld,
          case when shown then encode(p.salt, 'hex') end as salt, case when shown then p.payload end as payload
        from journal_entries e left join journal_payloads p using (chain, seq)
        cross join lateral (select \(sql: Self.entryIsShown(for: purpose)) as shown) as privilege
        where e.chain = \(chain) order by e.seq
        """
      ),
    ]
  }
}
