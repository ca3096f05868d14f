import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

/// The list that people work from: contradictions of all drafts.
@Suite("Contradictions of all drafts")
struct ContradictionListTests {
  /// Three stories: `harbour` and `quay` of desk main by ana, `pitch` of desk sport by eve.
  private func fill(_ house: House) async throws {
    try await house.file(quarrel(), .init(slug: "harbour", published: "2024-07-13", matters: ["fire"]))
    try await house.file(quarrel(), .init(slug: "quay", published: "2024-07-13"))
    try await house.file(quarrel(), as: "eve", .init(slug: "pitch", desk: "sport", published: "2024-07-13"))
    try await house.flag("destroyed two warehouses", against: "Two warehouses", in: "quay", "archive")
    try await house.settle("quay:X2", .init(.fixedHere, note: "mended"))
    try await house.tamper(
      "update contradictions set raised_at = now() - interval '10 days' where draft_id = (select id from drafts where slug = 'quay')"
    )
  }

  @Test("Each filter leaves what it says, and rows tell rule, desk, days and turn")
  func filters() async throws {
    try await withHouse { house in
      try await fill(house)
      func labels(_ query: String, as handle: String = "ana") async throws -> [String] {
        let reply = try await house.get("/v1/contradictions" + (query.isEmpty ? "" : "?" + query), as: handle)
        #expect(reply.status == 200, "\(query): \(reply.text)")
        return try reply.value(ContradictionList.self).contradictions.map { "\($0.draft) \($0.label)" }
      }
      let all = [
        "harbour X1", "harbour X2", "harbour X3", "quay X1", "quay X3", "pitch X1", "pitch X2", "pitch X3",
        "harbour X4",
      ]
      let cases: [(query: String, labels: [String])] = [
        ("", all), ("status=settled", ["quay X2"]),
        ("status=suggested", ["harbour X3", "quay X3", "pitch X3"]),
        ("draft=quay", ["quay X1", "quay X3"]), ("desk=sport", ["pitch X1", "pitch X2", "pitch X3"]),
        ("kind=archive", ["harbour X4"]),
        ("matter=fire", ["harbour X1", "harbour X2", "harbour X3", "harbour X4"]),
        ("age=9", ["quay X1", "quay X3"]), ("age=11", []),
        ("rule=weekday.date&desk=main", ["harbour X3", "quay X3"]),
        ("rule=flagged", ["harbour X4"]),
        ("turn=ana", ["harbour X3", "quay X3"]), ("turn=me", ["harbour X3", "quay X3"]),
        ("turn=ben&kind=disputed", ["harbour X1", "quay X1"]),
        ("turn=eve&status=open", ["pitch X1", "pitch X2"]),
        ("turn=lea&desk=sport", []), ("status=all&limit=200", all.prefix(4) + ["quay X2"] + all[4...]),
      ]
      for (query, expected) in cases { #expect(try await labels(query) == expected, "\(query)") }
      #expect(try await labels("turn=me", as: "eve") == ["pitch X1", "pitch X2", "pitch X3"])

      let rows = try await house.api("ana").contradictions().value.contradictions
      let weekday = try #require(rows.first { $0.label == "X3" })
      #expect(weekday.rule == "weekday.date" && weekday.desk == "main" && weekday.turn == ["ana"])
      #expect(weekday.passages.allSatisfy { $0.dateline == "2024-07-13" })
      // What the filter finds by SQL is what each row says of itself.
      for (handle, _, _, _) in House.members {
        let mine = try await house.api("ana").contradictions(turn: handle).value.contradictions.map(\.id)
        #expect(mine == rows.filter { $0.turn?.contains(handle) == true }.map(\.id), "\(handle)")
      }
      for (query, status) in [
        ("turn=nobody", 404), ("matter=nothing", 404), ("desk=none", 404), ("draft=none", 404),
        ("rule=weekday.dat", 404), ("age=-1", 400), ("age=soon", 400), ("age=99999999999999999999", 400),
        ("limit=0", 400), ("limit=201", 400), ("after=x", 400), ("all=maybe", 400), ("turn=%00", 422),
      ] {
        let reply = try await house.get("/v1/contradictions?\(query)")
        #expect(reply.problem?.status == status, "\(query): \(reply.status)")
      }
    }
  }

  @Test("Somebody who left the desk has no turn any more; then it is whoever may settle")
  func left() async throws {
    try await withHouse { house in
      try await fill(house)
      try await house.newsroom.removeMember("eve", by: .operator(user: "test"))
      try await house.newsroom.addMember(
        "gus", name: nil, desk: "sport", roles: [.editor], by: .operator(user: "test"))
      let rows = try await house.api("ana").contradictions(desk: "sport", turn: "gus").value.contradictions
      #expect(rows.map(\.label) == ["X1", "X2", "X3"] && rows.allSatisfy { $0.turn == ["gus"] })
    }
  }

  @Test("Pages follow each other while others file: nothing twice, nothing left out")
  func pages() async throws {
    try await withHouse { house in
      try await fill(house)
      let before = try await house.api("ana").contradictions().value.contradictions.map(\.id)
      var seen: [Int64] = []
      var cursor: String?
      var page = 0
      repeat {
        let answer = try await house.api("ana").contradictions(limit: 2, after: cursor).value
        #expect(answer.contradictions.count <= 2)
        seen += answer.contradictions.map(\.id)
        cursor = answer.next
        page += 1
        if page <= 3 { try await house.file(quarrel(), .init(slug: "new-\(page)", published: "2024-07-13")) }
      } while cursor != nil
      #expect(seen == seen.sorted() && Set(seen).count == seen.count)
      #expect(Array(seen.prefix(before.count)) == before && seen.count == before.count + 9)
    }
  }

  @Test("A suggestion whose words are gone, and drafts that ended, wait for nobody")
  func over() async throws {
    try await withHouse { house in
      try await fill(house)
      try await house.file(story(), draft: "harbour")
      func labels(_ all: Bool, draft: String? = nil) async throws -> [String] {
        try await house.api("ana").contradictions(draft: draft, desk: "main", all: all).value.contradictions
          .map { "\($0.draft) \($0.label)" }
      }
      #expect(try await labels(false).contains("harbour X3") == false)
      #expect(try await labels(true).contains("harbour X3"))
      _ = try await house.api("dov").spike("quay", reason: "no story", key: "s")
      #expect(try await labels(true).contains { $0.hasPrefix("quay") } == false)
      #expect(try await labels(false, draft: "quay") == ["quay X1", "quay X3"])
    }
  }
}
