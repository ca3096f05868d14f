import Client
import Editorial
import Nightly
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

/// How the engine's rules fare, and what becomes of one that is mostly wrong.
@Suite("Rules and their record")
struct RuleTests {
  private static let slip = "The fire began on Monday, July 12, 2024, at noon."

  private func fileSlip(_ slug: String, house: House, desk: String = "main", as handle: String = "ana")
    async throws
    -> DraftJSON
  {
    try await house.file(
      story { $0.body += " " + Self.slip }, as: handle,
      .init(slug: slug, desk: desk, published: "2024-07-13")
    ).draft
  }

  /// A desk that holds a rule back after five, so that a test needs no twenty.
  private func afterFive(_ house: House, percent: Int = 50) async throws {
    let yaml = Policy.defaultYAML + "\nquietBelow: {percent: \(percent), settled: 5}\n"
    _ = try await house.newsroom.setPolicy(yaml, of: "main", by: .operator(user: "test"))
  }

  private func rule(_ name: String, _ house: House, desk: String? = nil) async throws -> RuleList.Rule {
    try #require(try await house.api("ana").rules(desk: desk).value.rules.first { $0.rule == name })
  }

  @Test("A rule's record counts what people said of its findings, by outcome and desk")
  func record() async throws {
    try await withHouse { house in
      for number in 1...4 { _ = try await fileSlip("s\(number)", house: house) }
      _ = try await fileSlip("other", house: house, desk: "sport", as: "eve")
      #expect(try await rule("weekday.date", house).record.settled == 0)
      _ = try await house.api("ana").confirm("s1:X1", key: "c")
      try await house.settle("s2:X1", .init(.notAContradiction, note: "an old date"))
      // Confirmed first, found to be none then: the outcome counts.
      _ = try await house.api("ana").confirm("s3:X1", key: "d")
      try await house.settle("s3:X1", .init(.rounding, note: "n"))
      try await house.settle("other:X1", .init(.fixedHere, note: "n"), by: "eve")
      let main = try await rule("weekday.date", house, desk: "main")
      #expect(main.kind == "internal" && main.shown == 4 && main.held == 0 && main.quietOn == [])
      #expect(main.record.confirmed == 1 && main.record.settled == 3 && main.record.precision == nil)
      #expect(main.record.dismissed == ["not-a-contradiction": 1, "rounding": 1])
      let whole = try await rule("weekday.date", house)
      #expect(whole.shown == 5 && whole.record.confirmed == 2 && whole.record.settled == 4)
      // A suggestion tells the record of its own desk.
      let suggested = try await house.show("s4").contradictions[0]
      #expect(suggested.record == main.record)
      #expect(try await house.show("s1").contradictions[0].record == nil)
      let unknown = await refusal { try await house.api("ana").rules(desk: "none") }
      #expect(unknown?.status == 404)
    }
  }

  @Test(
    "A rule below the desk's bound shows on request only, from the next filing on, and comes back with the bound"
  )
  func quiet() async throws {
    try await withHouse { house in
      try await afterFive(house)
      for number in 1...5 { _ = try await fileSlip("s\(number)", house: house) }
      let shownBefore = try await fileSlip("before", house: house)
      for number in 1...5 { try await house.settle("s\(number):X1", .init(.notAContradiction, note: "n")) }
      #expect(try await rule("weekday.date", house).quietOn == ["main"])
      // What was shown stays shown: no list jumps.
      #expect(
        try await house.show("before").contradictions.map(\.label) == shownBefore.contradictions.map(\.label))

      let filed = try await fileSlip("after", house: house)
      #expect(filed.contradictions.isEmpty && filed.onRequest == 1)
      let asked = try await house.api("ana").draft("after", all: true).value.draft
      #expect(asked.contradictions.map(\.rule) == ["weekday.date"] && asked.onRequest == 0)
      #expect(asked.contradictions.allSatisfy { $0.quiet && $0.status == .suggested })
      func listed(_ all: Bool) async throws -> [String] {
        try await house.api("ana").contradictions(rule: "weekday.date", all: all).value.contradictions.map(
          \.draft)
      }
      #expect(try await listed(false) == ["before"])
      #expect(try await listed(true) == ["before", "after"])
      let standing = try await rule("weekday.date", house)
      #expect(standing.shown == 6 && standing.held == 1)
      // The next revision has the same finding, still on request.
      let revised = try await house.file(
        story { $0.body += " " + Self.slip + " It rained." }, draft: "after"
      ).draft
      #expect(revised.contradictions.isEmpty && revised.onRequest == 1)
      // Another desk has its own record.
      let other = try await fileSlip("other", house: house, desk: "sport", as: "eve")
      #expect(other.contradictions.count == 1 && other.onRequest == 0)
      // Somebody who asks may confirm it: then it is open like any other.
      _ = try await house.api("ana").confirm("after:X1", key: "c")
      #expect(try await house.show("after").contradictions.map(\.status) == [.open])
      // A desk that wants to hear everything hears it from the next filing on.
      try await afterFive(house, percent: 0)
      #expect(try await fileSlip("loud", house: house).contradictions.count == 1)
    }
  }

  @Test("A claim of a quiet rule is asked about by nobody, unless somebody stands accused in it")
  func quietClaims() async throws {
    try await withHouse { house in
      try await afterFive(house)
      let claim = "The old bridge over the river is still closed."
      func file(_ slug: String) async throws -> DraftJSON {
        try await house.file(
          Story(body: "The town met. \(claim)", keyPoints: ["The town met."]),
          .init(slug: slug, published: "2024-07-13")
        ).draft
      }
      var name = ""
      for number in 1...5 {
        let found = try #require(try await file("s\(number)").claims.first)
        name = found.rule
        _ = try await house.api("ben").dismissClaim(String(found.id), reason: "no news", key: "d\(number)")
      }
      #expect(try await rule(name, house).record.dismissed == ["dismissed": 5])
      let filed = try await file("after")
      #expect(filed.claims.isEmpty && filed.onRequest == 1)
      #expect(try await house.api("ana").claims(draft: "after").value.claims.isEmpty)
      let asked = try await house.api("ana").claims(draft: "after", all: true).value.claims
      #expect(asked.map(\.quiet) == [true])
      let night = try await house.night("2026-11-22")
      #expect(!night.stale.contains { $0.stale.claim.draft == "after" })
    }
  }

  @Test("Answers to follow-ups count for the rule, the last one of each claim")
  func answers() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.night("2026-11-22")
      let open = try await house.api("ana").followUps().value.followUps
      let appeal = try #require(open.first { $0.claims.first?.rule.hasPrefix("appeal") == true })
      let name = try #require(appeal.claims.first?.rule)
      let next = try await house.today().adding(days: 30).description
      try await house.close(
        appeal.label,
        ClosureRequest(outcome: .stands, source: "docket", asOf: nil, next: next, note: nil, revision: nil),
        by: "ben")
      #expect(try await rule(name, house).record.confirmed == 1)
    }
  }

  @Test("A rule on trial reads what was published, writes nothing, and says how much it found")
  func trial() async throws {
    try await withHouse { house in
      for number in 1...3 {
        _ = try await fileSlip("s\(number)", house: house)
        try await house.sign(of: "s\(number)")
        try await house.publish("s\(number)")
      }
      _ = try await fileSlip("unpublished", house: house)
      try await house.file(story(), .init(slug: "clean", published: "2024-07-13"))
      try await house.sign(of: "clean")
      try await house.publish("clean")
      let before = try await house.rows()
      let all = try await house.api("ana").tryRule("weekday.date").value
      #expect(all.stories == 4 && all.storiesWithFindings == 3 && all.count == 3)
      #expect(all.findings.map(\.draft) == ["s3", "s2", "s1"])
      #expect(all.findings.allSatisfy { $0.quotes.first?.contains("July 12, 2024") == true })
      let few = try await house.api("ana").tryRule("weekday.date", last: 2).value
      #expect(few.stories == 2 && few.findings.map(\.draft) == ["s3"])
      let claims = try await house.api("ana").tryRule("appeal.planned").value
      #expect(claims.count == 4 && claims.kind == "pending-legal")
      #expect(try await house.rows() == before)
      for (path, status) in [
        ("weekday.dat/trial", 404), ("weekday.date/trial?last=0", 400), ("weekday.date/trial?last=5001", 400),
        ("weekday.date/trial?last=x", 400), ("%00/trial", 404), ("brought.slip/trial", 404),
      ] {
        let reply = try await house.get("/v1/rules/\(path)")
        #expect(reply.problem?.status == status, "\(path): \(reply.status)")
      }
      let unknown = try await house.get("/v1/rules/weekday.dat/trial")
      #expect(unknown.problem?.exitCode == 66)
      #expect(unknown.problem?.detail.contains("weekday.date") == true)
    }
  }

  @Test("A rule between two stories is tried on pairs that were published, each once")
  func pairs() async throws {
    try await withHouse { house in
      for (slug, verdict) in [("one", "found guilty"), ("two", "cleared")] {
        let told =
          verdict == "cleared"
          ? "The jury cleared Captain Jonas Reed of fraud over the Aurora."
          : "The jury found Captain Jonas Reed guilty of fraud over the Aurora."
        try await house.file(
          Story(
            body: """
              Captain Jonas Reed of the ferry Aurora faced the port court of Mora. \(told) The lawyer Anna Berg spoke for \
              Jonas Reed.
              """, keyPoints: ["The court of Mora heard the captain of the ferry."]),
          .init(slug: slug, published: "2024-07-13"))
        try await house.sign(of: slug)
        try await house.publish(slug, on: "2024-07-13")
      }
      let suggested = try #require(try await house.show("two").contradictions.first?.rule)
      let trial = try await house.api("ana").tryRule(suggested).value
      #expect(trial.stories == 2 && trial.count == 1)
      #expect(trial.findings.map(\.draft) == ["two"] && trial.findings.map(\.other) == ["one"])
    }
  }
}
