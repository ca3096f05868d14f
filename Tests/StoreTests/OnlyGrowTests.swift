import Editorial
import Postgres
import Testing
import TextAnalysis

@testable import Store

@Suite("What happened is never changed")
struct OnlyGrowTests {
  /// Tables that only grow, with a column of each.
  private static let tables: [(table: String, column: String)] = [
    ("policies", "yaml"), ("journal_entries", "act"), ("journal_payloads", "payload"), ("revisions", "text"),
    ("revision_matters", "matter_id"),
    ("key_points", "number"), ("key_point_versions", "words"), ("publications", "reason"),
    ("sign_offs", "comment"),
    ("sign_off_evidence", "url"), ("sign_off_standings", "because"), ("contradiction_passages", "quote"),
    ("claim_occurrences", "quote"), ("statements", "digest"), ("comments", "words"), ("absences", "until"),
    ("waivers", "reason"), ("override_reviews", "note"), ("replies", "person"), ("agreements", "at"),
    ("owed_reads", "read"), ("publication_sign_offs", "sign_off_id"), ("correction_key_points", "label"),
    ("invitations", "question"), ("invitation_key_points", "key_point_id"),
    ("invitation_ends", "ending"), ("invited_sign_offs", "invitation_id"), ("assignments", "member_id"),
    ("archive_updates", "rule"), ("repeated_claims", "position"),
    ("confidential_sources", "kind"), ("evidence_files", "name"), ("key_point_supports", "position"),
    ("plans", "at"), ("plan_outcomes", "why"), ("embargoes", "reason"), ("reminders", "subject"),
    ("page_changes", "since"), ("matter_parties", "name"), ("matter_statuses", "source"),
    ("matter_relations", "relation"),
    ("imports", "name"), ("imported_items", "item"), ("limits", "reason"), ("byline_members", "member_id"),
  ]

  private func withHistory(_ body: (Room) async throws -> Void) async throws {
    try await withRoom { room in
      try await room.file("harbour-fire", matters: ["inquiry", "other-inquiry"])
      try await room.sign("harbour-fire")
      _ = try await room.newsroom.comment(
        "harbour-fire", on: "K1", "seen", privileged: false, caller: room.caller("ben"), answer: { _ in [] })
      _ = try await room.newsroom.keepEvidence(
        "harbour-fire", name: "a", mediaType: "text/plain", content: [1], caller: room.caller("ben"),
        answer: { _ in [] })
      _ = try await room.newsroom.setAway(
        until: .earliest, deputy: nil, caller: room.caller("ben"), answer: { _ in [] })
      let source = ConfidentialSource(
        seenBy: ["ben"], on: .earliest, kind: "a clerk", independent: 1, keptWhere: "the safe")
      let order = SignOffOrder(
        labels: ["K1"], read: .fact, verdict: .approve, basis: nil, comment: nil, reason: nil, evidence: [],
        revision: 1, source: source)
      _ = try await room.newsroom.sign("harbour-fire", order, caller: room.caller("ben"), answer: { _ in [] })
      _ = try await room.newsroom.invite(
        to: "harbour-fire", InvitationOrder(labels: ["K1"], read: .fact, name: "Ada Lund", question: "so?"),
        until: "\(try await room.newsroom.today().adding(days: 7))T18:00", digest: sha256([1]),
        caller: room.caller("dov"), answer: { _ in [] })
      _ = try await room.newsroom.assign(
        .fact, of: "harbour-fire", to: "flo", caller: room.caller("dov"), answer: { _ in [] })
      try await room.publish("harbour-fire")
      let begun = try await room.newsroom.beginImport(named: "archive", by: "ana", desk: nil)
      _ = try await room.newsroom.bring([try archived("a.txt")], in: begun, by: testOperator)
      try await room.database.write { tx in
        for row in [
          "watched_pages (url, host) values ('http://a/', 'a')",
          "page_changes (page_id, since, seen_at, kinds, words) select id, now(), now(), '{}', '{}' from watched_pages",
          "waivers select d.id, '', m.id, 'x' from drafts d, members m limit 1",
          "replies (draft_id, person, recorded_by, why_not) select d.id, 'x', m.id, 'x' from drafts d, members m limit 1",
          "override_reviews select p.id, p.by_member, true, 'x' from publications p limit 1",
          "invitation_ends select i.id, 'answered' from invitations i",
          "invited_sign_offs select s.id, i.id from sign_offs s, invitations i limit 1",
          "matter_parties select id, 1, 'x' from matters limit 1",
          """
          matter_statuses (matter_id, number, status, since, source, recorded_by, recorded_on)
          select x.id, 1, 'open', '2024', 'x', m.id, '2024-07-13' from matters x, members m limit 1
          """,
          """
          matter_relations (matter_id, relation, other_id, related_by)
          select x.id, 'part-of', y.id, m.id from matters x, matters y, members m where x.id <> y.id limit 1
          """,
          "agreements select s.id, s.member_id, s.words_digest from sign_offs s limit 1",
          """
          plans (draft_id, revision_id, at, planned_by) select r.draft_id, r.id, now(), r.filed_by from revisions r limit 1
          """,
          "archive_updates select r.id, 1, 'x', 'x', 0, 1, r.id, 'x', 0, 1 from revisions r limit 1",
          "repeated_claims select r.id, 1, 0, 1, c.id from revisions r, claims c limit 1",
          "plan_outcomes select p.id, 'refused', '{x}' from plans p",
          "embargoes (draft_id, set_by, reason) select r.draft_id, r.filed_by, 'x' from revisions r limit 1",
          "reminders select id, 'fact K1', now(), 'reminder-after' from drafts limit 1",
          """
          owed_reads (draft_id, revision_id, read, labels, member_id, due_at)
          select r.draft_id, r.id, 'fact', '{}', r.filed_by, now() from revisions r limit 1
          """,
          """
          corrections (draft_id, number, kind, note, revision_id, opened_by)
          select r.draft_id, 1, 'correction', 'x', r.id, r.filed_by from revisions r limit 1
          """,
          "limits (draft_id, reason, limited_by) select r.draft_id, 'x', r.filed_by from revisions r limit 1",
          "byline_members select r.draft_id, r.filed_by from revisions r limit 1",
          "correction_key_points select c.id, k.id, 'K1' from corrections c, key_points k limit 1",
        ] {
          try tx.run("insert into \(unescaped: row)")
        }
      }
      try await body(room)
    }
  }

  @Test("Tables of what happened refuse to be updated, deleted from or emptied", arguments: tables.indices)
  func refused(index: Int) async throws {
    let (table, column) = Self.tables[index]
    try await withHistory { room in
      let before = try await room.count(table)
      #expect(before > 0, "\(table) is empty: nothing was tried")
      for statement in [
        "update \(table) set \(column) = \(column)", "update \(table) set \(column) = null",
        "delete from \(table)",
        "delete from \(table) where ctid = (select ctid from \(table) limit 1)", "truncate \(table) cascade",
      ] {
        let error = await #expect(throws: DatabaseError.self) {
          try await room.database.write { _ = try $0.run("\(unescaped: statement)") }
        }
        guard case .server(let server) = error else {
          Issue.record("\(statement): \(String(describing: error))")
          continue
        }
        #expect(server.sqlstate == "23001", "\(statement)")
        #expect(server.message?.hasSuffix(" are never changed or removed") == true)
      }
      #expect(try await room.count(table) == before)
    }
  }

  @Test("Every table with that trigger is in the list above, and no other")
  func complete() async throws {
    try await withRoom { room in
      let guarded = try await room.database.read {
        try $0.all(
          """
          select distinct c.relname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
          join pg_proc p on p.oid = t.tgfoid where p.proname = 'refuse_change' order by 1
          """, as: String.self)
      }
      #expect(guarded == Self.tables.map(\.table).sorted())
    }
  }

  @Test("A table without that trigger takes an update: negative control")
  func control() async throws {
    try await withHistory { room in
      let touched = try await room.database.write { try $0.run("update drafts set slug = slug").affected }
      #expect(touched == 2)
    }
  }
}
