import Client
import Editorial
import Store
import Testing
import Wire

@Suite("Planned publications that rest on matters")
struct MatterPlanTests {
  @Test(
    "Signed at 22:00, overtaken at 03:10, due out at 06:00: planner and chief hear at 03:10, and at 06:00 it stays in"
  )
  func overtaken() async throws {
    try await withHouse { house in
      try await house.matter("survivor", "The survivor's condition", "condition")
      try await house.file(
        story {
          $0.body = "A fire destroyed two warehouses. She is in a critical condition."
          $0.keyPoints = ["Two warehouses burned down.", "She is in a critical condition."]
        })
      _ = try await house.sign(["K1"])
      _ = try await house.api("ben").signOff(
        "harbour", house.approval(["K2"], untilMoves: "survivor"), key: "k2")
      let local = "\(try await house.dayAhead(1))T06:00"
      try await house.plan(at: local)
      #expect(try await house.firstWaiting("dov") == nil)
      let tried = try await house.api("ana").moveMatter(
        "survivor", .init(to: "died", since: "2024-07-15", source: "https://docket.example/1", tries: true),
        key: "try"
      ).value
      #expect(tried.plans.map(\.draft) == ["harbour"])
      #expect(try await house.told("plan-hindered").isEmpty)

      let moved = try await house.move("survivor", to: "died", since: "2024-07-15")
      #expect(moved.plans.map(\.draft) == ["harbour"] && moved.plans.first?.by == "dov")
      #expect(moved.plans.first?.moment.local == local)
      let told = try #require(try await house.told("plan-hindered").first)
      #expect(told.facts["who"] == "dov" && told.facts["matter"] == "survivor")
      let waiting = try #require(try await house.firstWaiting("dov"))
      #expect(waiting.kind == .release && waiting.why.contains("K2: one fact approval"))
      #expect(try await house.api("ana").log(of: "harbour").value.entries.last?.act == "plan-hindered")

      #expect(
        try await house.newsroom.release(asOf: try await house.instant(local)).map(\.isPublished) == [false])
      #expect(try await house.show().live == nil)
      #expect(try await house.told("release-refused").map { $0.facts["labels"] } == ["K2"])
      #expect(try await house.firstWaiting("dov")?.why.contains("it did not go out on") == true)
    }
  }

  @Test("What was planned for a day and is put off ends the approvals of key points that say the day")
  func putOff() async throws {
    try await withHouse { house in
      try await house.matter("bridge", "The bridge", "release")
      let words = "The bridge will open on 1 May 2027."
      try await house.file(
        story {
          $0.body = "The harbour is frozen. \(words)"
          $0.keyPoints = [words]
        }.bytes, .init(slug: "harbour", published: "2024-07-13", matters: ["bridge"]))
      _ = try await house.sign(["K1"])
      let same = try await house.move("bridge", to: "announced", since: "2027-05-01")
      #expect(same.lapsed.isEmpty && same.claims == 0)
      let moved = try await house.move("bridge", to: "announced", since: "2027-10")
      #expect(moved.claims == 1)
      #expect(moved.lapsed.map { "\($0.draft)/\($0.keyPoint)" } == ["harbour/K1"])
    }
  }

  @Test("A merge ends approvals and tells of plans as a move does")
  func merged() async throws {
    try await withHouse { house in
      try await house.matter("survivor", "The survivor's condition", "condition")
      try await house.matter("patient", "The patient's condition", "condition")
      try await house.move("patient", to: "critical", since: "2024-07-13")
      try await house.move("survivor", to: "critical", since: "2024-07-13")
      try await house.matter("woman", "The woman's condition", "condition")
      try await house.move("woman", to: "died", since: "2024-07-15")
      try await house.file(
        story {
          $0.body = "A fire destroyed two warehouses. She is in a critical condition."
          $0.keyPoints = ["Two warehouses burned down.", "She is in a critical condition."]
        })
      _ = try await house.sign(["K1"])
      _ = try await house.api("ben").signOff(
        "harbour", house.approval(["K2"], untilMoves: "survivor"), key: "k2")
      let local = "\(try await house.dayAhead(1))T06:00"
      try await house.plan(at: local)

      // The other one stands where this one stands: nothing moved.
      let same = try await house.api("ana").mergeMatter("survivor", into: "patient", key: "m1").value
      #expect(same.receipt?.notices == [])
      #expect(try await house.told("plan-hindered").isEmpty)

      let moved = try await house.api("ana").mergeMatter("patient", into: "woman", key: "m2").value
      let notices = moved.receipt?.notices ?? []
      #expect(notices.contains { $0.contains("harbour/K2: the approval by ben lapsed") })
      #expect(notices.contains { $0.contains("r1 of harbour does not go out on") })
      #expect(try await house.told("plan-hindered").map { $0.facts["who"] } == ["dov"])
      #expect(
        try await house.newsroom.release(asOf: try await house.instant(local)).map(\.isPublished) == [false])
    }
  }

  /// What happens between a move and the moment.
  enum Meanwhile: CaseIterable {
    case nothing, putBefore, attested, unresolved, dismissed, unlinked, plannedAnew
  }

  @Test(
    "A sentence that no key point tells keeps a planned story in as well, until somebody answers for it",
    arguments: Meanwhile.allCases)
  func sentence(meanwhile: Meanwhile) async throws {
    try await withHouse { house in
      try await house.matter("fine-appeal", "The appeal", "appeal")
      try await house.file(
        story().bytes,
        .init(slug: "harbour", published: "2024-07-13", matters: ["fine-appeal"]))
      try await house.file(story(), .init(slug: "other"))
      let claim = try #require(try await house.claim("plans to appeal", of: "harbour"))
      #expect(claim.matter == "fine-appeal")
      let local = "\(try await house.dayAhead(1))T06:00"
      for slug in ["harbour", "other"] {
        _ = try await house.sign(of: slug)
        try await house.plan(slug, at: local)
      }
      if meanwhile == .putBefore {
        try await house.move("fine-appeal", to: "announced", since: "2024-07-12")
      } else {
        let moved = try await house.move("fine-appeal", to: "withdrawn", since: "2024-07-15")
        #expect(moved.lapsed.isEmpty && moved.plans.map(\.draft) == ["harbour"])
        let why = try #require(try await house.show().schedule?.plan?.why)
        #expect(
          why.count == 1 && why[0].hasPrefix("\(claim.label) says otherwise than the matter fine-appeal"))
        #expect(try await house.show("other").schedule?.plan?.why == [])
      }
      let id = String(claim.id)
      switch meanwhile {
      case .nothing, .putBefore: break
      case .attested, .unresolved:
        _ = try await house.night(nil)
        let label = try #require(try await house.api("ana").followUps().value.followUps.first?.label)
        _ = try await house.close(
          label,
          ClosureRequest(
            outcome: meanwhile == .attested ? .stands : .unresolved, source: "https://court.example/1",
            asOf: nil,
            next: try await house.dayAhead(30), note: nil, revision: nil), by: "dov")
      case .dismissed:
        _ = try await house.api("dov").dismissClaim(id, reason: "history", key: "d")
      case .unlinked:
        _ = try await house.api("dov").unlinkMatter(
          "fine-appeal", .init(places: ["harbour:\(claim.label)"]), key: "u")
      case .plannedAnew: try await house.plan(at: local)
      }
      let isHindered = meanwhile == .nothing || meanwhile == .unresolved
      let released = try await house.newsroom.release(asOf: try await house.instant(local))
      #expect(released.first { $0.draft == "harbour" }?.isPublished == !isHindered)
      #expect(released.first { $0.draft == "other" }?.isPublished == true)
      if isHindered {
        #expect(try await house.told("release-refused").map { $0.facts["reason"] } == ["overtaken"])
        #expect(try await house.firstWaiting("dov")?.why.contains("planned: withdrawn") == true)
      }
    }
  }
}
