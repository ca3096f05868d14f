import Editorial
import Nightly
import Postgres
import Testing
import TextAnalysis

@testable import Store

@Suite("Stories from before the archive check")
struct UnnamedDraftsTests {
  private func names(_ room: Room) async throws -> [String] {
    try await room.database.read {
      try $0.all(
        """
        select d.slug || ' ' || a.dateline || ' ' || a.name from archive_names a join drafts d on d.id = a.draft_id
        order by 1
        """, as: String.self)
    }
  }

  @Test(
    "The night gives each the names that filing and publishing would have given it, once, and an ended one none"
  )
  func named() async throws {
    try await withRoom { room in
      try await room.file("published", "Mayor Anders met Governor Bertram in Carlsholm.")
      try await room.publish("published", on: "2024-07-15")
      try await room.file("both", "Mayor Dietrich met Governor Ewald in Falkenau.")
      try await room.publish("both", on: "2024-07-14")
      try await room.revise("both", "Mayor Dietrich met Governor Gunnar in Falkenau.")
      try await room.file("spiked", "Mayor Hedwig met Governor Ingrid in Jonsborg.")
      try await room.file("nameless", "it rained.")
      _ = try await room.newsroom.end(
        "spiked", as: .spiked, reason: "no", caller: room.caller("dov"), answer: nothing)
      let before = try await names(room)
      #expect(before.count >= 7)
      try await room.database.write { tx in
        try tx.run("delete from archive_names")
        try tx.run("insert into unnamed_drafts select id from drafts")
      }
      let today = try await room.newsroom.today()
      _ = try await room.newsroom.runNight(asOf: today, dryRun: true, actor: testOperator)
      #expect(try await names(room).isEmpty)
      _ = try await room.newsroom.runNight(asOf: today, dryRun: false, actor: testOperator)
      #expect(try await names(room) == before)
      #expect(try await room.count("unnamed_drafts") == 0)
      try await room.newsroom.nameDraftsFromBefore()
      #expect(try await names(room) == before)
    }
  }
}
