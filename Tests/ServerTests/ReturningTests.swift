import Client
import Editorial
import Nightly
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

/// What is taken out of a story and put back, and what is published again.
@Suite("What comes back, and what is published again")
struct ReturningTests {
  @Test("A question stands while its words are gone, and is open again when they return")
  func question() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.sign(["K2"], by: "flo", .query, reason: "40 or 49?")
      let without = try await house.file(story { $0.keyPoints.remove(at: 1) }, draft: "harbour").draft
      #expect(without.missing.flatMap(\.about).contains("K2"))
      let other = story { $0.keyPoints[1] = "The damage came to 49 million euros." }
      try await house.file(story(), draft: "harbour")
      let changed = try await house.file(other, draft: "harbour").draft
      #expect(changed.keyPoints[1].status == .open, "other words answer a question")
      let back = try await house.file(story(), draft: "harbour").draft
      #expect(back.keyPoints[1].status == .queried)
      #expect(back.state == .inReview)
    }
  }

  @Test("A slip that was settled as cut is open again when it is found again")
  func slip() async throws {
    try await withHouse { house in
      let slip = story { $0.contradictions = ["Paragraph 1 says June, paragraph 2 says May."] }
      let filed = try await house.file(slip).draft
      let x1 = try #require(filed.contradictions.first { $0.origin == .draft })
      try #require(x1.kind == .internal)
      _ = try await house.api("ben").settle(
        "harbour:X1", SettlementRequest(outcome: .cut, note: "June went", by: nil, inDraft: nil), key: "s1")
      let cut = try await house.file(story(), draft: "harbour")
      #expect(cut.receipt?.notices == [])
      let again = try await house.file(slip, draft: "harbour")
      #expect(again.draft.contradictions.first { $0.label == "X1" }?.status == .open)
      #expect(again.draft.contradictions.first { $0.label == "X1" }?.blocks == true)
      #expect(again.receipt?.notices.contains { $0.contains("X1 is open again") } == true)
    }
  }

  @Test("A claim that had ended lives again when a later revision tells it anew")
  func claim() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.publish(on: "2024-07-13")
      _ = try await house.newsroom.runNight(
        asOf: CivilDate("2024-09-01"), dryRun: false, actor: .system(part: "t"))
      _ = try await house.api("ana").closeFollowUp(
        "F1",
        ClosureRequest(
          outcome: .overtaken, source: "https://courts.example", asOf: nil, next: nil, note: "withdrawn",
          revision: nil), key: "c1")
      let same = try await house.file(story(), draft: "harbour").draft
      #expect(same.claims.map(\.status) == [.retired], "the same words in the next revision are no news")
      try await house.file(story { $0.body = "The fine was lifted." }, draft: "harbour")
      let again = try await house.file(story(), draft: "harbour", .init(published: "2026-11-01")).draft
      #expect(again.claims.map(\.status) != [.retired])
      #expect(again.claims.map(\.due) == ["2026-12-04"])
    }
  }

  @Test("Publishing a correction does not move the day of a claim that readers saw and that was due")
  func correction() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      let first = try await house.publish(on: "2024-07-13").draft
      #expect(first.claims.map(\.due) == ["2024-08-15"])
      try await house.file(story { $0.keyPoints[0] = "Two warehouses burned out." }, draft: "harbour")
      try await house.sign(["K1"], revision: 2)
      let second = try await house.publish(on: "2026-11-01").draft
      #expect(second.claims.map(\.due) == ["2024-08-15"])
      #expect(second.claims.map(\.status) == [.due])
    }
  }

  @Test("A weekday counts from the day of publication once that is known")
  func weekday() async throws {
    try await withHouse { house in
      let filed = try await house.file(
        story { $0.body = "The court is expected to hear the case on Friday." },
        .init(slug: "harbour", published: "2024-07-10")
      ).draft
      #expect(filed.claims.first?.expected == "2024-07-12")
      try await house.sign()
      let published = try await house.publish(on: "2024-07-20").draft
      #expect(published.claims.first?.expected == "2024-07-26")
      #expect(published.claims.first?.due == "2024-07-27")
    }
  }

  @Test("A member who changed their name is still barred by the byline of before")
  func renamed() async throws {
    try await withHouse { house in
      try await house.file(story { $0.front = "byline: Ben Ávila" })
      try await house.newsroom.addMember(
        "ben", name: "Ben Stone", desk: "main", roles: [.factChecker], by: .operator(user: "t"))
      let refused = await refusal { try await house.sign(by: "ben") }
      #expect(refused?.type == "/problems/own-words")
      try await house.sign(by: "flo")
    }
  }

  @Test("A chief withdraws the question of somebody who left, and nobody else's")
  func departed() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign(["K1"], by: "flo", .query, reason: "who says so?")
      let early = await refusal { try await house.withdraw(["K1"], by: "dov") }
      #expect(early?.status == 404)
      try await house.newsroom.removeMember("flo", by: .operator(user: "t"))
      let reporter = await refusal { try await house.withdraw(["K1"], by: "ben") }
      #expect(reporter?.status == 404)
      let lifted = try await house.withdraw(["K1"], by: "dov").draft
      #expect(lifted.keyPoints[0].status == .open)
    }
  }

  @Test("What lists show is what the rules say of the draft, after every kind of act")
  func projection() async throws {
    try await withHouse { house in
      func compare(_ after: String) async throws {
        let draft = try await house.newsroom.draft("harbour")
        let line = try #require(
          try await house.newsroom.drafts(desk: nil, state: nil, limit: 9, after: nil).drafts.first)
        let present = draft.keyPoints.filter { !$0.gone }
        #expect(line.state == draft.state, "after \(after)")
        #expect(line.keyPoints == present.count, "after \(after)")
        #expect(line.signed == present.filter { draft.status(of: $0) == .signed }.count, "after \(after)")
      }
      try await house.file(story())
      try await compare("filing")
      try await house.sign()
      try await compare("signing")
      _ = try await house.api("ana").flag(
        "harbour",
        FlagRequest(quote: "in June. Divers", against: "in May.", againstDraft: nil, kind: nil, note: nil),
        key: "f")
      try await compare("flagging")
      _ = try await house.api("ben").settle(
        "harbour:X1", SettlementRequest(outcome: .differentScope, note: "two pumps", by: nil, inDraft: nil),
        key: "s")
      try await compare("settling")
      try await house.sign(["K2"], by: "flo", .query)
      try await compare("asking")
      try await house.withdraw(["K2"], by: "flo")
      try await compare("withdrawing")
      try await house.file(story { $0.keyPoints[0] = "Three warehouses burned down." }, draft: "harbour")
      try await compare("revising")
      try await house.publish(override: true, reason: "now", revision: 2)
      try await compare("publishing")
      // The comparison can fail: a list that was changed behind the rules' back is another one.
      try await house.tamper("update drafts set signed_key_points = 9")
      let line = try await house.newsroom.drafts(desk: nil, state: nil, limit: 9, after: nil).drafts.first
      #expect(line?.signed == 9)
    }
  }
}
