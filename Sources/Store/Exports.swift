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

  /// What stays out of an export, by its places. Confidential sources stay out of every one.
  fileprivate func withheld(from draft: Int64, for purpose: ExportPurpose) throws -> [String] {
    let sources = try all(
      """
      select 'sign-off ' || s.id || ' on K' || k.number || ': its confidential source'
      from confidential_sources c join sign_offs s on s.id = c.sign_off_id join key_points k on k.id = s.key_point_id
      where k.draft_id = \(draft) order by s.id
      """, as: String.self)
    guard purpose == .disclosure else { return sources }
    let privileged: [SQL] = [
      """
      select 'sign-off ' || s.id || ' on K' || k.number || ', ' || s.verdict || ' of the legal read by ' || m.handle
        || ': reason, comment, conditions, evidence, and why it stands as it does'
      from sign_offs s join key_points k on k.id = s.key_point_id join members m on m.id = s.member_id
      where k.draft_id = \(draft) and s.read = 'legal' order by s.id
      """,
      """
      select 'comment ' || c.id || ' on K' || k.number || ' by ' || m.handle || ': privileged'
      from comments c join key_points k on k.id = c.key_point_id join members m on m.id = c.member_id
      where k.draft_id = \(draft) and c.privileged order by c.id
      """,
      """
      select 'file ' || encode(f.digest, 'hex') || ': no read but the legal one names it'
      from evidence_files f where f.draft_id = \(draft) and not \(sql: isShown("f", for: purpose)) order by f.digest
      """,
      """
      select 'journal entry ' || e.chain || '#' || e.seq || ': words of the legal read'
      from journal_entries e join journal_payloads p using (chain, seq)
      where e.chain = \(JournalChain.draft(draft).name) and p.payload::jsonb -> 'facts' ->> 'read' = 'legal'
      order by e.seq
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
          r.byline, r.dateline, m.handle as filed_by, rfc3339(r.filed_at) as filed_at, p.version as policy_version
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
        select s.id, key_point_label(k.form, k.number) as key_point, r.number as revision, m.handle as member, s.read,
          s.verdict, s.basis, rfc3339(s.at) as at, not shown as withheld,
          case when shown then s.reason end as reason, case when shown then s.comment end as comment, s.until,
          case when shown then s.stays end as stays,
          case when shown then (select array_agg(e.url order by e.position) from sign_off_evidence e
            where e.sign_off_id = s.id) end as evidence,
          (select jsonb_agg(jsonb_build_object('revision', sr.number, 'standing', st.standing, 'at', rfc3339(st.at),
              'because', case when shown then st.because end) order by st.id)
            from sign_off_standings st join revisions sr on sr.id = st.revision_id
            where st.sign_off_id = s.id) as standings
        from sign_offs s join key_points k on k.id = s.key_point_id join revisions r on r.id = s.revision_id
        join members m on m.id = s.member_id
        cross join lateral (select \(all)::boolean or s.read <> 'legal' as shown) as privilege
        where k.draft_id = \(draft) order by s.id
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
        "contradictions",
        """
        select 'X' || c.number as label, c.kind, c.origin, c.status, c.outcome, c.note, o.slug as other,
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
        select 'C' || c.number as label, c.kind, c.rule, c.origin, c.as_of, c.expected, c.anchor_on, c.anchor_what,
          c.anchor_source, c.due, c.due_because, x.slug as matter, c.dismissed_reason, c.retired_because,
          (select jsonb_agg(jsonb_build_object('revision', r.number, 'quote', o.quote) order by r.number, o.position)
            from claim_occurrences o join revisions r on r.id = o.revision_id where o.claim_id = c.id) as occurrences
        from claims c left join matters x on x.id = c.matter_id
        where c.draft_id = \(draft) order by c.number
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
          p.reason, p.origin
        from publications p join revisions r on r.id = p.revision_id join members m on m.id = p.by_member
        where p.draft_id = \(draft) order by p.id
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
        select e.chain, e.seq, rfc3339(e.at) as at, e.actor, e.act, encode(e.payload_digest, 'hex') as payload_digest,
          encode(e.prev, 'hex') as prev, encode(e.hash, 'hex') as hash, not shown as withheld,
          case when shown then encode(p.salt, 'hex') end as salt, case when shown then p.payload end as payload
        from journal_entries e left join journal_payloads p using (chain, seq)
        cross join lateral (
          select \(all)::boolean or (p.payload::jsonb -> 'facts' ->> 'read') is distinct from 'legal' as shown) as privilege
        where e.chain = \(chain) order by e.seq
        """
      ),
    ]
  }
}
