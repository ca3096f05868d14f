import Editorial
import Nightly
import Postgres
import Testing
import TextAnalysis

@testable import Store

@Suite("The first nights on an old archive")
struct FirstNightTests {
  private static let kinds = [
    "John Doe is charged with arson and is awaiting trial.",
    "A hiker is missing and the search is still under way.",
    "The firm plans to appeal the ruling.",
  ]

  /// Stories of one claim each, one more day old each.
  private func archive(_ count: Int, until last: CivilDate) throws -> [ImportedStory] {
    try (0..<count).map { index in
      let text = """
        # Story \(index)

        The council met on the \(index)th street. \(Self.kinds[index % 3]) It rained over the town all day.
        """
      return try archived("\(index).txt", text, on: last.adding(days: -400 - index).description)
    }
  }

  private func night(_ room: Room, _ date: CivilDate) async throws -> NightReport {
    try await room.newsroom.runNight(asOf: date, dryRun: false, actor: testOperator)
  }

  @Test("Twelve members get 24 questions, those accused first, and after a week without anybody not one more")
  func holidayWeek() async throws {
    try await withRoom { room in
      for number in 1...7 {
        try await room.newsroom.addMember(
          "extra\(number)", name: nil, desk: "main", roles: [.reporter], by: testOperator)
      }
      let today = try await room.newsroom.today()
      var monday = today.adding(days: -9)
      while monday.weekday != .monday { monday = monday.adding(days: -1) }
      let begun = try await room.newsroom.beginImport(named: "archive", by: "ana", desk: nil)
      for batch in 0..<3 {
        let stories = try archive(300, until: monday)
        _ = try await room.newsroom.bring(
          Array(stories[(batch * 100)..<(batch * 100 + 100)]), in: begun, by: testOperator)
      }
      let due = try await room.database.read {
        try $0.first("select count(*) from claims where waits is not null", as: Int.self) ?? 0
      }
      #expect(due >= 300)

      let tried = try await room.newsroom.runNight(asOf: monday, dryRun: true, actor: testOperator)
      #expect(tried.opened == 24 && tried.waiting == due - 24)
      let first = try await night(room, monday)
      #expect(first.opened == 24 && first.alreadyOpen == 0)
      #expect(first.stale.count == 24 && first.waiting == due - 24)
      #expect(first.stale.allSatisfy { $0.stale.claim.person && $0.opened })
      #expect(first.stale.map(\.stale.claim.id).sorted() == tried.stale.map(\.stale.claim.id).sorted())
      let whoseTurn = { (report: NightReport) in
        Dictionary(uniqueKeysWithValues: report.stale.map { ($0.stale.claim.id, $0.stale.turn) })
      }
      #expect(whoseTurn(first) == whoseTurn(tried), "who is told tonight is who is asked")
      // The newest stories that accuse somebody.
      let asked = first.stale.compactMap { Int($0.stale.claim.draft.split(separator: "-").last ?? "") }
      #expect(asked.sorted() == (0..<24).map { $0 * 3 })
      let turns = Dictionary(grouping: first.stale.compactMap(\.stale.turn), by: { $0 }).mapValues(\.count)
      #expect(turns.count == 12 && turns.values.allSatisfy { $0 == 2 })

      for day in 0...7 {
        let report = try await night(room, monday.adding(days: day))
        #expect(report.opened == 0 && report.alreadyOpen == 24, "day \(day)")
        #expect(report.waiting == due - 24)
      }
      #expect(try await room.count("follow_ups") == 24)

      // Three answers make room for three on the next working day, and for none at the weekend.
      try await answer(3, room, monday.adding(days: 7))
      #expect(try await night(room, monday.adding(days: 5)).opened == 0)
      let next = try await night(room, monday.adding(days: 8))
      #expect(next.opened == 3 && next.waiting == due - 27)
      let twice = try await room.database.read {
        try $0.first(
          "select count(*) - count(distinct claim_id) from follow_up_claims", as: Int.self)
      }
      #expect(twice == 0)
    }
  }

  private func answer(_ count: Int, _ room: Room, _ day: CivilDate) async throws {
    for follow in try await room.newsroom.followUps(open: true).prefix(count) {
      let closure = Closure(
        outcome: .stands, source: "https://docket.example/1", asOf: nil,
        next: try await room.newsroom.today().adding(days: 300), note: nil, revision: nil)
      _ = try await room.newsroom.closeFollowUp(
        follow.followUp.label, as: closure, caller: room.caller("dov"), answer: nothing)
    }
  }

  @Test("What falls due after the import is asked about at once, whatever waits")
  func fresh() async throws {
    try await withRoom { room in
      let begun = try await room.newsroom.beginImport(named: "archive", by: "ana", desk: nil)
      let today = try await room.newsroom.today()
      _ = try await room.newsroom.bring(try archive(40, until: today), in: begun, by: testOperator)
      try await room.file("harbour-fire")
      let report = try await night(room, today)
      let own = report.stale.filter { $0.stale.claim.draft == "harbour-fire" }
      #expect(own.count >= 2 && own.allSatisfy { $0.opened })
      #expect(report.waiting > 0)
    }
  }

  @Test("A claim whose words are gone from the live revision, or that is dismissed, waits no more")
  func leaves() async throws {
    try await withRoom { room in
      let begun = try await room.newsroom.beginImport(named: "archive", by: "ana", desk: nil)
      let today = try await room.newsroom.today()
      _ = try await room.newsroom.bring(try archive(3, until: today), in: begun, by: testOperator)
      let waiting = try await room.newsroom.waitingDesks(on: today).map(\.waiting)
      try await room.revise("story-0", "# Story 0\n\nThe council met.\n", by: "cleo")
      try await room.publish("story-0", on: today.description)
      _ = try await room.newsroom.dismissClaim(
        "story-1:C1", reason: "no", caller: room.caller("dov"), answer: nothing)
      let after = try await room.newsroom.waitingDesks(on: today).map(\.waiting)
      #expect(waiting.count == 1 && after.count == 1 && after[0] <= waiting[0] - 2)
    }
  }
}
