import Editorial
import Postgres
import Testing
import TextAnalysis

@testable import Store

@Suite("The cost of the list of contradictions")
struct ContradictionPlanTests {
  /// Tables that hold words: a page reads rows of them by their keys.
  private static let words = [
    "contradiction_passages", "revisions", "claim_occurrences", "key_point_versions", "contradictions",
  ]

  /// 10,000 contradictions of 1,000 stories, one in twenty of them not settled.
  private func withMany(_ body: (Room) async throws -> Void) async throws {
    // No member filed these rows.
    try await withRoom(tampering: true) { room in
      try await room.file("first", matters: ["inquiry"])
      try await room.database.write { tx in
        try tx.script(
          """
          insert into drafts (desk_id, slug) select 1, 'many-' || n from generate_series(1, 1000) n;
          insert into revisions (draft_id, number, original, media_type, text, byline, dateline, filed_by, policy_id,
            sentences, paragraphs, ran_together, tags)
          select d.id, 1, '', 'text/plain', (select string_agg(md5(n || ' ' || d.id), ' ') from generate_series(1, 50) n), '{}', '2024-07-13', r.filed_by, r.policy_id, 1, 1, '{}',
            '{}'
          from drafts d, (select filed_by, policy_id from revisions limit 1) r where d.slug like 'many-%';
          update drafts d set latest_revision_id = r.id from revisions r
          where r.draft_id = d.id and d.latest_revision_id is null;
          insert into contradictions (draft_id, number, kind, origin, rule, words_digest, status, outcome, settled_at)
          select d.id, n, 'internal', 'engine', 'weekday.date', sha256((d.id || ' ' || n)::text::bytea),
            case when n > 1 or d.id % 2 = 0 then 'settled' else 'suggested' end,
            case when n > 1 or d.id % 2 = 0 then 'fixed-here' end,
            case when n > 1 or d.id % 2 = 0 then now() end
          from drafts d, generate_series(1, 10) n where d.slug like 'many-%';
          insert into contradiction_passages (contradiction_id, seen_in, position, revision_id, quote, span_start,
            span_end)
          select c.id, d.latest_revision_id, p, d.latest_revision_id, md5(c.id::text) || md5(p::text), 0, 1
          from contradictions c join drafts d on d.id = c.draft_id, generate_series(1, 2) p where d.slug like 'many-%';
          """)
      }
      // Statistics are gathered outside of the room's acts, as the server does it by night.
      try await room.database.write { tx in try tx.script("analyze") }
      try await body(room)
    }
  }

  private func plan(of statement: SQL, in room: Room) async throws -> [String] {
    try await room.database.read { tx in try tx.all("explain \(sql: statement)", as: String.self) }
  }

  private func scansWords(_ plan: [String]) -> Bool {
    plan.contains { line in Self.words.contains { line.contains("Seq Scan on \($0) ") } }
  }

  @Test("A page is found by keys and indexes, whatever it is filtered by", arguments: 0..<7)
  func page(index: Int) async throws {
    try await withMany { room in
      var filter = ContradictionFilter()
      switch index {
      case 1: filter.turn = "ana"
      case 2: filter.matter = "inquiry"
      case 3: filter.statuses = [.suggested]
      case 4: filter.olderThan = 3
      case 5: filter.desk = "main"
      case 6: filter.draft = "many-8"
      default: break
      }
      let statement = try await room.database.read { [filter] tx in
        try tx.contradictionPage(filter, after: 40, limit: 51)
      }
      let plan = try await plan(of: statement, in: room)
      #expect(!plan.isEmpty && !scansWords(plan), "\(plan.joined(separator: "\n"))")
      let ids = try await room.database.read { tx in try tx.all(statement, as: Int64.self) }
      for rest in [contradictionDesks(of: ids), contradictionPassages(of: ids)] {
        let plan = try await self.plan(of: rest, in: room)
        #expect(!scansWords(plan), "\(plan.joined(separator: "\n"))")
      }
      let page = try await room.newsroom.contradictions(filter, limit: 50, after: nil)
      #expect(index == 2 || index == 4 ? page.contradictions.count <= 1 : !page.contradictions.isEmpty)
      #expect(page.contradictions.allSatisfy { !$0.contradiction.passages.isEmpty })
    }
  }

  @Test("Reading all words for one of them is seen as such: negative control")
  func control() async throws {
    try await withMany { room in
      let plan = try await plan(
        of: "select from contradiction_passages p where p.quote = 'x'", in: room)
      #expect(scansWords(plan))
    }
  }
}
