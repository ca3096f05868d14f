import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Assignment over HTTP")
struct AssignmentTests {
  private func waits(_ house: House, _ handle: String) async throws -> [String] {
    try await house.api(handle).queue().value.waiting.map {
      $0.standsInFor.map { "for \($0) " } ?? "" + $0.kind.rawValue
    }
  }

  private func assign(_ house: House, _ to: String?, by handle: String = "dov") async throws -> DraftJSON {
    try await house.api(handle).assign(
      "harbour", AssignmentRequest(read: .fact, to: to), key: StetAPI.freshKey()
    ).value.draft
  }

  @Test("What is assigned is in the assignee's queue alone; who may sign stays as it was")
  func narrows() async throws {
    try await withHouse { house in
      try await house.file(story())
      #expect(try await waits(house, "flo") == ["sign"])
      let draft = try await assign(house, "ben")
      #expect(draft.assignments.map(\.to) == ["ben"] && draft.assignments.map(\.by) == ["dov"])
      #expect(draft.missing[0].who == ["ben", "dov", "flo"])
      #expect(try await waits(house, "ben") == ["sign"])
      for handle in ["flo", "dov"] { #expect(try await waits(house, handle) == [], "\(handle)") }
      try await house.sign(["K1"], by: "flo")
      _ = try await assign(house, "flo", by: "flo")
      #expect(try await waits(house, "ben") == [])
      #expect(try await assign(house, nil, by: "flo").assignments.isEmpty)
      #expect(try await waits(house, "ben") == ["sign"])
      let log = try await house.api("ana").log(of: "harbour").value.entries.map(\.says)
      #expect(log.contains("dov assigned the fact read to ben."))
      #expect(log.contains("flo took the fact read on."))
      #expect(log.last == "flo took the assignment of the fact read back.")
      #expect(try await house.rows()["assignments"] == 3)
    }
  }

  @Test("While the assignee is away it falls to the deputy who may give it; without one to everybody")
  func away() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await assign(house, "ben")
      let today = try await house.today().description
      _ = try await house.api("ben").setAway(AwayRequest(until: today, deputy: "flo"), key: "1")
      #expect(try await waits(house, "flo") == ["sign"])
      #expect(try await waits(house, "dov") == [])
      _ = try await house.api("ben").setAway(AwayRequest(until: today, deputy: "lea"), key: "2")
      #expect(try await waits(house, "flo") == ["sign"])
      #expect(try await waits(house, "dov") == ["sign"])
      #expect(try await waits(house, "lea") == ["for ben "])
      // The deputy signs as nobody but themself, and lea may not.
      let refused = await refusal { try await house.sign(["K1"], by: "lea") }
      #expect(refused?.type == "/problems/role")
      try await house.newsroom.removeMember("ben", by: .operator(user: "test"))
      #expect(try await waits(house, "flo") == ["sign"])
    }
  }

  @Test("A reporter assigns nobody, nobody is assigned what they may not give, and the words' author neither")
  func refused() async throws {
    try await withHouse { house in
      try await house.file(story(), as: "dov")
      for (to, handle, type) in [
        ("ben", "ana", "role"), ("ben", "flo", "role"), ("ana", "dov", "role"), ("zoe", "dov", "role"),
        ("dov", "dov", "own-words"), (nil, "dov", "not-assigned"), (nil, "flo", "role"),
      ] as [(String?, String, String)] {
        let found = await refusal { try await assign(house, to, by: handle) }
        #expect(found?.type == "/problems/\(type)", "\(to ?? "nobody") by \(handle)")
      }
      #expect(try await house.rows()["assignments"] == 0)
    }
  }

  @Test("A question goes to whom it is assigned, and back to whom the night asked")
  func followUps() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.publish(on: "2024-07-13")
      _ = try await house.night("2026-11-22")
      func assign(_ to: String?, by handle: String = "dov") async throws -> FollowUpJSON {
        try await house.api(handle).assignFollowUp(
          "F1", FollowUpAssignmentRequest(to: to), key: StetAPI.freshKey()
        ).value.followUp
      }
      #expect(try await waits(house, "ana") == ["follow-up"])
      #expect(try await assign("ben").turn == "ben")
      #expect(try await waits(house, "ana") == [])
      #expect(try await waits(house, "ben") == ["follow-up"])
      #expect(try await assign("flo", by: "flo").turn == "flo")
      for (to, handle, status) in [
        ("ben", "ana", 403), ("eve", "dov", 403), ("zoe", "dov", 404), ("dov", "eve", 403), (nil, "ben", 403),
      ] as [(String?, String, Int)] {
        let found = await refusal { try await assign(to, by: handle) }
        #expect(found?.status == status, "\(to ?? "nobody") by \(handle)")
      }
      #expect(try await assign(nil).turn == "ana")
      _ = try await assign("ben")
      try await house.newsroom.removeMember("ben", by: .operator(user: "test"))
      #expect(try await waits(house, "ana") == ["follow-up"])
      try await house.close(
        "F1", .init(outcome: .wrong, source: "s", asOf: nil, next: nil, note: "n", revision: nil), by: "ana")
      #expect(await refusal { try await assign("flo") }?.status == 409)
    }
  }

  @Test("Of assignments at once the last one counts, and each is kept")
  func race() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...12 {
          group.addTask { _ = try await assign(house, ["ben", "flo", "dov"][number % 3]) }
        }
        try await group.waitForAll()
      }
      #expect(try await house.rows()["assignments"] == 12)
      let assigned = try #require(try await house.show().assignments.first?.to)
      let shown = try await ["ben", "flo", "dov"].asyncFilter { try await waits(house, $0) == ["sign"] }
      #expect(shown == [assigned])
    }
  }
}

extension [String] {
  fileprivate func asyncFilter(_ isIncluded: (String) async throws -> Bool) async throws -> [String] {
    var found: [String] = []
    for one in self where try await isIncluded(one) { found.append(one) }
    return found
  }
}
