import Client
import Editorial
import Nightly
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

/// The toll goes up, then down: three versions of one story, and what is said elsewhere.
@Suite("A toll that rises, then falls")
struct TollTests {
  private static let first = "At least 12 people were killed when the ferry Aurora capsized off Mora."
  private static let second = "14 people were killed when the ferry Aurora capsized off Mora."
  private static let third =
    "13 people were killed when the ferry Aurora capsized off Mora, police said, revising an earlier count."

  private func ferry(_ told: String) -> Story {
    Story(
      body: "\(told) Captain Jonas Reed was rescued. The coastguard of Mora is searching.", keyPoints: [told])
  }

  @discardableResult
  private func version(
    _ told: String, of house: House, as slug: String = "ferry", number: Int, publish: Bool = true
  ) async throws -> DraftAnswer {
    let filed = try await house.file(
      ferry(told), draft: number == 1 ? nil : slug,
      .init(slug: number == 1 ? slug : nil, published: try await house.today().description))
    guard publish else { return filed }
    try await house.sign(of: slug, revision: number)
    return try await house.publish(slug)
  }

  private func open(_ house: House) async throws -> [FollowUp] {
    try await house.newsroom.followUps(open: true).map(\.followUp)
  }

  @Test("Up is an update that asks nobody; down voids the sign-off and asks whether the higher one was wrong")
  func upThenDown() async throws {
    try await withHouse { house in
      try await version(Self.first, of: house, number: 1)
      let up = try await version(Self.second, of: house, number: 2)
      #expect(up.draft.contradictions.isEmpty && up.draft.overtakes.isEmpty)
      #expect(try await open(house).isEmpty)
      let older = try #require(up.draft.claims.first { $0.quote.contains("At least 12") })
      #expect(older.status == .gone)

      let down = try await version(Self.third, of: house, number: 3, publish: false)
      #expect(down.draft.keyPoints.first?.signOffs.first?.standing == .outdated)
      let asked = try #require(try await open(house).first)
      #expect(try await open(house).count == 1)
      #expect(
        asked.question.hasPrefix("r3 says 13 where readers saw 14 (r2). Was 14 wrong when it was published?"))
      #expect(asked.question.ranges(of: "Was 14 wrong").count == 1)
      #expect(asked.turn == "ana" && asked.claims.map(\.quote).joined().contains("14 people"))
      #expect(down.receipt?.notices.contains { $0.hasPrefix("\(asked.label) asks: was 14 wrong") } == true)
      #expect(try await house.api("ana").queue().value.waiting.contains { $0.about == [asked.label] })
      // Nothing is held up, and nothing is said to be superseded.
      try await house.sign(of: "ferry", revision: 3)
      #expect(try await house.show("ferry").state == .ready)
      #expect(try await house.show("ferry").contradictions.isEmpty)
      // The same words filed again ask nothing new.
      try await house.file(ferry(Self.third + " It rained."), draft: "ferry")
      #expect(try await open(house).map(\.label) == [asked.label])
      try await house.sign(of: "ferry", revision: 4)
      try await house.publish("ferry")
      #expect(try await open(house).map(\.label) == [asked.label])
    }
  }

  @Test(
    "The answer is a person's: wrong opens a correction, a count revised since is overtaken with its source",
    arguments: [FollowUpOutcome.wrong, .overtaken])
  func answers(outcome: FollowUpOutcome) async throws {
    try await withHouse { house in
      try await version(Self.second, of: house, number: 1)
      try await version(Self.third, of: house, number: 2)
      let asked = try #require(try await open(house).first)
      // That other words stand there now does not say whether the old ones were wrong.
      for other in [FollowUpOutcome.updated, .leftAsDated] {
        let refused = await refusal {
          try await house.close(
            asked.label,
            ClosureRequest(
              outcome: other, source: nil, asOf: nil, next: nil, note: "n",
              revision: other == .updated ? 2 : nil), by: "dov")
        }
        #expect(
          refused?.status == 400 && refused?.next?.first?.contains("--as wrong") == true,
          "\(other): \(refused?.detail ?? "closed")")
      }
      let why = try await house.api("ana").queue().value.waiting.first { $0.about == [asked.label] }?.why
      #expect(why?.contains("say updated") == false)
      let closed = try await house.close(
        asked.label,
        ClosureRequest(
          outcome: outcome, source: "https://police.example/13", asOf: nil, next: nil,
          note: "one body was counted twice", revision: nil), by: "dov")
      #expect(closed.outcome == outcome)
      let corrections = try await house.show("ferry").corrections
      #expect(corrections.map(\.kind) == (outcome == .wrong ? [.correction] : []))
      #expect(try await open(house).isEmpty)
    }
  }

  @Test("An older claim that was asked about is closed by the revision that says more, in one step")
  func closing() async throws {
    try await withHouse { house in
      try await version(Self.first, of: house, number: 1)
      let today = try await house.today()
      let claim = try #require(
        try await house.show("ferry").claims.first { $0.quote.contains("At least 12") })
      try await house.tamper("update claims set due = \(today)::date where id = \(claim.id)")
      _ = try await house.night(nil)
      let asked = try #require(try await open(house).first { $0.claims.map(\.id) == [claim.id] })
      try await version(Self.second, of: house, number: 2)
      let closed = try await house.close(
        asked.label,
        ClosureRequest(outcome: .updated, source: nil, asOf: nil, next: nil, note: nil, revision: 2))
      #expect(closed.outcome == .updated)
    }
  }

  @Test("A count that is asked about already is asked this too, in the same follow-up")
  func joined() async throws {
    try await withHouse { house in
      try await version(
        "At least 14 people were killed when the ferry Aurora capsized off Mora.", of: house, number: 1)
      try await house.tamper("update claims set due = newsroom_today()")
      _ = try await house.night(nil)
      let before = try #require(
        try await open(house).first { $0.claims.contains { $0.quote.contains("14") } })
      try await version(Self.third, of: house, number: 2, publish: false)
      let after = try #require(try await open(house).first { $0.id == before.id })
      #expect(after.question.contains("Was 14 wrong") && after.question.hasSuffix(before.question))
    }
  }

  @Test(
    "Elsewhere: more than a dozen, and 12 injured, raise nothing; a lower toll is suggested with the question"
  )
  func elsewhere() async throws {
    try await withHouse { house in
      try await version(Self.second, of: house, number: 1)
      for (slug, told) in [
        ("dozen", "More than a dozen people were killed when the ferry Aurora capsized off Mora."),
        ("hurt", "12 people were injured when the ferry Aurora capsized off Mora."),
      ] {
        let filed = try await version(told, of: house, as: slug, number: 1, publish: false).draft
        #expect(filed.contradictions.isEmpty && filed.overtakes.isEmpty, "\(slug)")
      }
      let lower = try await version(Self.third, of: house, as: "lower", number: 1, publish: false).draft
      let found = try #require(lower.contradictions.first)
      #expect(found.kind == .archive && found.status == .suggested && !found.blocks)
      #expect(found.note?.contains("was it wrong when it was published?") == true)
      #expect(lower.overtakes.isEmpty)
      #expect(try await open(house).isEmpty)
    }
  }
}
