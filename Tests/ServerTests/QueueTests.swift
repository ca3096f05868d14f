import Client
import Editorial
import Testing
import TextAnalysis
import Wire

@Suite("What waits for whom")
struct QueueTests {
  private func kinds(_ house: House, _ handle: String) async throws -> [String] {
    try await house.api(handle).queue().value.waiting.map {
      "\($0.kind.rawValue) \($0.draft) \($0.about.joined(separator: " "))".trimmingCharacters
    }
  }

  @Test("Each act moves the turn: to sign, to answer, to decide, to sign again, to publish")
  func turns() async throws {
    try await withHouse { house in
      try await house.file(story())
      #expect(try await kinds(house, "ben") == ["sign harbour K1 K2 K3"])
      #expect(try await kinds(house, "ana") == [])
      #expect(try await kinds(house, "lea") == [])
      try await house.sign(["K2"], .query, reason: "who says so?")
      #expect(try await kinds(house, "ana") == ["answer harbour K2"])
      #expect(try await kinds(house, "ben") == ["decide harbour K2", "sign harbour K1 K3"])
      _ = try await house.api("ana").comment(
        "harbour",
        CommentRequest(keyPoint: "K2", words: "the assessor", privileged: nil, contactDetails: nil),
        key: "1")
      let answered = try await house.api("ben").queue().value.waiting[0]
      #expect(answered.why == "ana answered your question: the assessor")
      try await house.sign(["K1", "K2", "K3"])
      #expect(try await kinds(house, "ben") == [])
      #expect(try await kinds(house, "dov").contains("publish harbour"))
      try await house.file(
        story { $0.keyPoints[1] = "The damage came to 49 million euros." }, draft: "harbour")
      let again = try await house.api("ben").queue().value.waiting
      #expect(again.map(\.about) == [["K2"]])
      #expect(again[0].kind == .signAgain)
      #expect(again[0].why == "you signed it for the fact read, and a number changed: “40” became “49”")
      try await house.sign(["K2"], revision: 2)
      try await house.publish(on: "2024-07-13")
      #expect(try await kinds(house, "dov") == [])
    }
  }

  @Test("Who stands in sees what waits for the absent, and may do no more than before")
  func away() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign(["K2"], .query, reason: "who says so?")
      let today = try await house.today()
      _ = try await house.api("ana").setAway(
        AwayRequest(until: today.description, deputy: "lea"), key: "1")
      let lea = try await house.api("lea").queue().value
      #expect(lea.waiting.map(\.standsInFor) == ["ana"])
      #expect(lea.away.map(\.member) == ["ana"])
      _ = try await house.api("ana").setAway(AwayRequest(until: "2020-01-01", deputy: nil), key: "2")
      #expect(try await house.api("lea").queue().value.waiting.isEmpty)
      let refused = await refusal {
        try await house.api("ana").setAway(AwayRequest(until: "2999-01-01", deputy: "ana"), key: "3")
      }
      #expect(refused?.type == "/problems/deputy")
      let stranger = await refusal {
        try await house.api("ana").setAway(AwayRequest(until: "2999-01-01", deputy: "zoe"), key: "4")
      }
      #expect(stranger?.status == 404)
    }
  }

  @Test("A stale claim waits for whose turn it is")
  func followUps() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.publish(on: "2024-07-13")
      _ = try await house.night("2026-11-22")
      #expect(try await kinds(house, "ana") == ["follow-up harbour F1"])
    }
  }
}

extension String {
  fileprivate var trimmingCharacters: String {
    hasSuffix(" ") ? String(dropLast()) : self
  }
}
