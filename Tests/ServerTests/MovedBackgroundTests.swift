import Client
import Editorial
import Nightly
import Postgres
import Testing
import TextAnalysis
import Wire

/// Old background in a new story, after the matter has moved.
@Suite("The pasted paragraph")
struct MovedBackgroundTests {
  private static let awaiting = "The captain of the ferry, Jonas Reed of Mora, is awaiting trial for fraud."
  private static let others = "The captain of the tanker, Karl Moe of Tal, is awaiting trial for fraud."

  @discardableResult
  private func file(
    _ told: String, as slug: String, on day: String, house: House, publish: Bool = false,
    matters: [String] = [],
    about place: String = "In Mora the ferry Aurora went out again with Jonas Reed's old crew."
  ) async throws -> DraftJSON {
    let filed = try await house.file(
      Story(body: "\(place) \(told)", keyPoints: ["The ferry went out again."]),
      Client.Filing(slug: slug, published: day, matters: matters)
    ).draft
    guard publish else { return filed }
    try await house.sign(of: slug)
    return try await house.publish(slug, on: day).draft
  }

  private func overtake(_ slug: String, house: House, as outcome: FollowUpOutcome = .overtaken) async throws {
    _ = try await house.night("2026-11-22")
    let label = try #require(
      try await house.api("ben").followUps().value.followUps.first {
        $0.claims.contains { $0.draft == slug }
      }?.label)
    try await house.close(
      label,
      ClosureRequest(
        outcome: outcome, source: "https://court.example/1", asOf: "2025-05-14", next: nil, note: "acquitted",
        revision: nil), by: "sam")
  }

  @Test(
    "A sentence of an old story whose claim is overtaken is told at submission, with both quotes, day and source"
  )
  func pasted() async throws {
    try await withHouse { house in
      try await file(Self.awaiting, as: "charge", on: "2024-07-13", house: house, publish: true)
      let early = try await file(Self.awaiting, as: "early", on: "2024-09-01", house: house)
      #expect(early.movedBackground.isEmpty)
      try await overtake("charge", house: house)
      let pasted = try await file(Self.awaiting, as: "profile", on: "2026-03-01", house: house)
      let found = try #require(pasted.movedBackground.first)
      #expect(pasted.movedBackground.count == 1)
      #expect(found.quote == Self.awaiting && found.otherQuote.contains("is awaiting trial"))
      #expect(found.draft == "charge" && found.revision == 1 && found.dateline == "2024-07-13")
      #expect(found.since == "2025-05-14" && found.source == "https://court.example/1")
      #expect(found.advice == "Say instead: acquitted, as of 14 May 2025 (https://court.example/1)")
      // However many told it after that one without looking.
      for number in 1...4 {
        try await file(
          Self.awaiting, as: "copy-\(number)", on: "2025-06-0\(number)", house: house, publish: true)
      }
      let late = try await file(Self.awaiting, as: "late", on: "2026-03-02", house: house)
      #expect(late.movedBackground.map(\.draft) == ["charge"])
      // A draft that was filed before learns it as well.
      #expect(try await house.show("early").movedBackground.map(\.draft) == ["charge"])
      // Mended, it says nothing.
      let mended = try await house.file(
        Story(body: "The ferry Aurora of Jonas Reed went out.", keyPoints: ["The ferry went out again."]),
        draft: "profile", Client.Filing()
      ).draft
      #expect(mended.movedBackground.isEmpty)
    }
  }

  @Test(
    "The same rule about the same names is enough; other names, another story and a dismissed claim are not")
  func sameNames() async throws {
    try await withHouse { house in
      try await file(Self.awaiting, as: "charge", on: "2024-07-13", house: house, publish: true)
      try await overtake("charge", house: house)
      let reworded = try await file(
        "Jonas Reed of Mora, who once led the crew, is awaiting trial for fraud.", as: "reworded",
        on: "2026-03-01",
        house: house)
      #expect(reworded.movedBackground.map(\.draft) == ["charge"])
      let another = try await file(Self.others, as: "another", on: "2026-03-01", house: house)
      #expect(another.movedBackground.isEmpty)
      // The same words in a story that names nothing of it.
      try await file(
        "He is awaiting trial for fraud.", as: "he-1", on: "2024-07-13", house: house, publish: true)
      try await overtake("he-1", house: house)
      let stranger = try await file(
        "He is awaiting trial for fraud.", as: "he-2", on: "2026-03-01", house: house,
        about: "In Tal the tanker Borealis went out again with Karl Moe.")
      #expect(stranger.movedBackground.isEmpty)
    }
  }

  @Test("A matter that moved moves all that was told of it, and only what was told before")
  func matter() async throws {
    try await withHouse { house in
      try await file(
        Self.awaiting, as: "charge", on: "2024-07-13", house: house, publish: true, matters: ["reed"])
      try await file(Self.others, as: "tanker", on: "2024-07-13", house: house, publish: true)
      try await house.tamper("update claims set matter_id = (select id from matters where slug = 'reed')")
      // The question about the matter is answered for the other story's claim alone.
      let night = try await house.night("2026-11-22")
      #expect(night.stale.count >= 2)
      let label = try #require(try await house.api("ben").followUps().value.followUps.first?.label)
      try await house.tamper(
        "delete from follow_up_claims where claim_id in (select c.id from claims c join drafts d on d.id = c.draft_id where d.slug = 'charge')"
      )
      try await house.close(
        label,
        ClosureRequest(
          outcome: .overtaken, source: "docket", asOf: "2025-05-14", next: nil, note: "all acquitted",
          revision: nil),
        by: "sam")
      let pasted = try await file(Self.awaiting, as: "profile", on: "2026-03-01", house: house)
      #expect(
        pasted.movedBackground.map(\.advice) == ["Say instead: all acquitted, as of 14 May 2025 (docket)"])
    }
  }

  @Test("A matter that people moved says what is so instead, and a later status takes its place")
  func movedMatter() async throws {
    try await withHouse { house in
      try await house.matter("reed", "State v. Reed", "prosecution", parties: ["Jonas Reed"])
      try await file(
        Self.awaiting, as: "charge", on: "2024-07-13", house: house, publish: true, matters: ["reed"])
      let claim = try #require(try await house.show("charge").claims.first)
      _ = try await house.api("ana").linkMatter(
        "reed", MatterLinkRequest(places: ["charge:\(claim.label)"]), key: StetAPI.freshKey())
      let before = try await file(Self.awaiting, as: "before", on: "2025-01-10", house: house)
      #expect(before.movedBackground.isEmpty)
      try await house.move("reed", to: "released", since: "2025-02-02")
      #expect(
        try await house.show("before").movedBackground.map(\.advice) == [
          "Say instead: released without charge on 2 February 2025 (https://docket.example/1)"
        ])
      try await house.move("reed", to: "charged", since: "2025-02-20")
      try await house.move("reed", to: "acquitted", since: "2025-03-03")
      let pasted = try await file(Self.awaiting, as: "profile", on: "2026-03-01", house: house)
      #expect(
        pasted.movedBackground.map(\.advice) == [
          "Say instead: acquitted on 3 March 2025 (https://docket.example/1)"
        ])
      // A draft that was filed before the move learns of it.
      #expect(try await house.show("before").movedBackground.map(\.draft) == ["charge"])
    }
  }
}
