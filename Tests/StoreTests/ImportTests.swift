import Editorial
import FoundationEssentials
import Nightly
import Postgres
import TestCluster
import Testing
import TextAnalysis

@testable import Store

/// A story of an archive: somebody accused, somebody in danger, and one plan.
func archived(
  _ item: String, _ text: String = ImportTests.story, on day: String = "2016-07-13", slug: String? = nil,
  matters: [String] = []
) throws -> ImportedStory {
  let bytes = Array(text.utf8)
  let filing = try Filing(
    bytes: bytes, mediaType: "text/plain", fileName: item,
    options: Metadata(slug: slug, published: CivilDate(day), matters: matters))
  return try ImportedStory(item: item, digest: sha256(bytes), filing: filing)
}

@Suite("The import of an archive")
struct ImportTests {
  static let story = """
    # Harbour fire

    The pump failed at 40 bar. The owner plans to appeal the ruling. The inquiry is ongoing.

    John Doe is charged with arson and is awaiting trial. The film Aurora is scheduled for release in 2017.

    Key points
    - The pump failed at 40 bar.
    - The owner plans to appeal.

    Contradictions
    - Owners say the pump was serviced; the crew says nobody touched it.
    """

  private func begin(_ room: Room, _ name: String = "archive") async throws -> ImportBegun {
    try await room.newsroom.beginImport(named: name, by: "ana", desk: nil)
  }

  @discardableResult
  private func bring(_ room: Room, _ stories: [ImportedStory], _ begun: ImportBegun) async throws
    -> [ImportOutcome]
  {
    try await room.newsroom.bring(stories, in: begun, by: testOperator)
  }

  @Test("A story is out since its day, imported and not signed, with its claims counted from that day")
  func filed() async throws {
    try await withRoom { room in
      let outcomes = try await bring(room, [try archived("a.txt")], begin(room))
      guard case .filed(let slug, let claims, let waiting) = outcomes.first else {
        Issue.record("\(outcomes)")
        return
      }
      let draft = try await room.newsroom.draft(slug)
      #expect(slug == "harbour-fire")
      #expect(draft.state == .published && draft.missing.isEmpty)
      #expect(
        draft.live == LiveRevision(revision: 1, on: try #require(CivilDate("2016-07-13")), origin: .imported))
      #expect(draft.keyPoints.map(\.label) == ["K1", "K2", "headline"])
      #expect(draft.keyPoints.allSatisfy { draft.status(of: $0) == .open })
      #expect(draft.contradictions.map(\.origin) == [.draft])
      #expect(draft.placements.map(\.title) == ["site"] && draft.placements.map(\.revision) == [1])
      #expect(draft.placements.map(\.out.on) == [draft.latest.dateline])
      #expect(draft.claims.count == claims && claims >= 4 && waiting >= 4)
      #expect(draft.claims.allSatisfy { $0.watched && $0.asOf == draft.latest.dateline })
      let release = try #require(draft.claims.first { $0.rule == "release" })
      #expect(release.due.on == CivilDate("2018-01-01"))
      #expect(
        try await room.newsroom.drafts(desk: nil, state: .published, limit: 5, after: nil).drafts.count == 1)
      let log = try await room.newsroom.log(of: slug)
      #expect(log.entries.map(\.act) == ["import"])
      #expect(log.entries.first?.says.contains("Nothing of it was signed") == true)
    }
  }

  /// What filing and publishing one by one writes, but for what says that it was imported.
  private static let compared: [SQL] = [
    "select kind, rule, origin, person, as_of, expected, due, due_because, watched, encode(sentence_digest, 'hex') from claims where draft_id = ",
    "select o.position, o.quote, o.span_start, o.span_end from claim_occurrences o join claims c on c.id = o.claim_id where c.draft_id = ",
    "select k.form, k.number, v.position, v.words, v.span_start, encode(v.digest, 'hex') from key_points k join key_point_versions v on v.key_point_id = k.id where k.draft_id = ",
    "select k.number, s.position, s.span_start, s.span_end from key_points k join key_point_supports s on s.key_point_id = k.id where k.draft_id = ",
    "select number, encode(original, 'hex'), media_type, text, headline, byline, dateline, sentences, paragraphs, ran_together, tags, wire from revisions where draft_id = ",
    "select c.number, c.kind, c.origin, c.rule, c.status, encode(c.words_digest, 'hex') from contradictions c where c.origin = 'draft' and c.draft_id = ",
    "select name, dateline from archive_names where draft_id = ",
    "select claims, contradictions, present_key_points, signed_key_points from drafts where id = ",
  ]

  @Test("Many rows at once are the rows that filing one story writes")
  func same() async throws {
    try await withRoom { room in
      let begun = try await begin(room)
      let other =
        ImportTests.story.replacing("Harbour", with: "Mill") + "\n- The mill says so; the town does not.\n"
      try await bring(room, [archived("a.txt", slug: "one"), archived("b.txt", other, slug: "two")], begun)
      for (slug, text) in [("one", ImportTests.story), ("two", other)] {
        _ = try await room.newsroom.file(
          try Filing(
            bytes: Array(text.utf8), mediaType: "text/plain", fileName: nil,
            options: Metadata(slug: "\(slug)-filed", published: CivilDate("2016-07-13"))),
          caller: room.caller("ana"), answer: journalEntry)
        // The engine's own suggestions are left out of an import.
        try await room.database.write { tx in
          try tx.run(
            """
            update drafts set contradictions = (
              select count(*) from contradictions c where c.draft_id = drafts.id and c.origin = 'draft')
            where slug = \("\(slug)-filed")
            """)
        }
        for query in Self.compared {
          func rows(_ slug: String) async throws -> String {
            try await room.database.read { tx in
              let id = try tx.draftID(slug)
              return try tx.first(
                "select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)), '[]')::text from (\(sql: query)\(id)) t",
                as: String.self) ?? ""
            }
          }
          let imported = try await rows(slug)
          #expect(imported != "[]", "nothing was compared")
          #expect(imported == (try await rows("\(slug)-filed")))
        }
      }
    }
  }

  @Test("The same archive again files nothing, under another name neither, and other words are told")
  func again() async throws {
    try await withRoom { room in
      let begun = try await begin(room)
      let mill = ImportTests.story.replacing("pump", with: "mill")
      let stories = [try archived("a.txt"), try archived("b.txt", mill), try archived("c.txt")]
      let first = try await bring(room, stories, begun)
      #expect(first.map(isFiled) == [true, true, false] && first.last == .known)
      #expect(try await bring(room, stories, begun) == [.known, .known, .known])
      #expect(try await bring(room, stories, begin(room, "renamed")) == [.known, .known, .known])
      let changed = try archived("b.txt", mill + "\nMore words.\n")
      guard case .filed(let slug, _, _) = first[1] else { return }
      #expect(try await bring(room, [changed], begin(room)) == [.changed(slug: slug)])
      #expect(try await begin(room).known == 2)
      #expect(try await room.count("drafts") == 2)
    }
  }

  @Test("A run that breaks off has filed whole batches, and the next one the rest")
  func brokenOff() async throws {
    try await withRoom { room in
      let begun = try await begin(room)
      let stories = try (1...30).map {
        try archived("\($0).txt", ImportTests.story.replacing("40 bar", with: "\($0 + 100) bar"))
      }
      let batches = [Array(stories[..<10]), Array(stories[10..<20]), Array(stories[20...])]
      try await bring(room, batches[0], begun)
      try await room.database.write { tx in
        try tx.script(
          """
          create function break_off() returns trigger language plpgsql as
            $$ begin if new.item = '15.txt' then raise exception 'gone'; end if; return new; end $$;
          create trigger break_off before insert on imported_items for each row execute function break_off()
          """)
      }
      await #expect(throws: StoreError.self) { try await bring(room, batches[1], begun) }
      #expect(try await room.count("drafts") == 10)
      #expect(
        try await room.count("claims") == 10 * (try await room.newsroom.draft("harbour-fire").claims.count))
      try await room.database.write { tx in try tx.script("drop trigger break_off on imported_items") }
      for batch in batches { try await bring(room, batch, begun) }
      #expect(try await room.count("drafts") == 30)
      #expect(try await room.count("imported_items") == 30)
    }
  }

  @Test("Two runs of one archive at the same moment file each story once")
  func atOnce() async throws {
    try await withRoom { room in
      let begun = try await begin(room)
      let stories = try (1...20).map {
        try archived("\($0).txt", ImportTests.story.replacing("40 bar", with: "\($0 + 100) bar"))
      }
      async let one = bring(room, stories, begun)
      async let other = bring(room, stories.reversed(), begun)
      let outcomes = try await one + other
      #expect(outcomes.count(where: isFiled) == 20)
      #expect(try await room.count("drafts") == 20)
    }
  }

  @Test("A slug that is taken gets the story's day, then a part of its digest")
  func slugs() async throws {
    try await withRoom { room in
      let begun = try await begin(room)
      let stories = try (1...3).map {
        try archived("\($0).txt", ImportTests.story.replacing("40 bar", with: "\($0 + 100) bar"))
      }
      let filed = try await bring(room, stories, begun).map { outcome in
        guard case .filed(let slug, _, _) = outcome else { return "?" }
        return slug
      }
      #expect(filed[0] == "harbour-fire" && filed[1] == "harbour-fire-2016-07-13")
      #expect(filed[2] == "harbour-fire-\(hexadecimal(Array(stories[2].digest.prefix(5))))")
    }
  }

  @Test("The next revision of an imported story is judged, and counted, as any other")
  func revised() async throws {
    try await withRoom { room in
      try await bring(room, [try archived("a.txt")], begin(room))
      try await room.revise("harbour-fire", ImportTests.story.replacing("40 bar", with: "50 bar"), by: "cleo")
      let draft = try await room.newsroom.draft("harbour-fire")
      #expect(draft.state == .inReview && !draft.missing.isEmpty && draft.live?.origin == .imported)
      // The headline is ana's still, who answers for the archive.
      #expect(draft.keyPoints.filter { $0.wordsFrom.number == 2 }.map(\.label) == ["K1"])
      try await room.publish("harbour-fire", on: "2024-07-13")
      #expect(try await room.newsroom.draft("harbour-fire").live?.origin == .stet)
    }
  }

  @Test("A matter that a story names is proposed, and one that is unknown as a desk is refused")
  func named() async throws {
    try await withRoom { room in
      let begun = try await begin(room)
      try await bring(room, [try archived("a.txt", matters: ["the-inquiry"])], begun)
      #expect(try await room.newsroom.draft("harbour-fire").matters == ["the-inquiry"])
      await #expect(throws: Refusal.self) {
        try await room.newsroom.beginImport(named: "x", by: "nobody", desk: nil)
      }
      await #expect(throws: Refusal.self) {
        try await room.newsroom.beginImport(named: "x", by: "ana", desk: "none")
      }
    }
  }

  @Test("An erasure blanks what an archive said, its name there and its digest included")
  func erased() async throws {
    try await withRoom { room in
      try await bring(room, [try archived("harbour-fire-of-john-doe.txt")], begin(room))
      _ = try await room.newsroom.end(
        "harbour-fire", as: .killed, reason: "an order", caller: room.caller("dov"), answer: nothing)
      _ = try await room.newsroom.approveErasure(
        of: "harbour-fire", order: "22 O 1", caller: room.caller("dov"), answer: nothing)
      func rows() async throws -> String {
        try await room.database.read {
          try $0.first(
            """
            select jsonb_agg(to_jsonb(m))::text || jsonb_agg(to_jsonb(p))::text
            from imported_items m join journal_payloads p on p.chain = 'draft/' || m.draft_id
            """, as: String.self) ?? ""
        }
      }
      let digest = hexadecimal(try archived("a.txt").digest)
      let before = try await rows()
      #expect(before.contains("john-doe") && before.contains(digest))
      let stone = try await room.newsroom.erase(
        "harbour-fire", order: "22 O 1", approvedBy: "dov", by: testOperator)
      let after = try await rows()
      #expect(after.contains(stone.slug) && !after.contains("john-doe") && !after.contains(digest))
    }
  }

  private func isFiled(_ outcome: ImportOutcome) -> Bool {
    if case .filed = outcome { true } else { false }
  }
}
