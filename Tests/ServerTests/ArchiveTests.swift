import Client
import Editorial
import Testing
import TextAnalysis
import Wire

/// What a draft has against other stories, found when it is filed.
@Suite("Against the archive")
struct ArchiveTests {
  private static func ferry(_ told: String) -> Story {
    Story(
      body: """
        Captain Jonas Reed of the ferry Aurora faced the port court of Mora. \(told) The lawyer Anna Berg spoke for \
        Jonas Reed.
        """, keyPoints: ["The court of Mora heard the captain of the ferry."])
  }

  private static let guilty = "The jury found Captain Jonas Reed guilty of fraud over the Aurora."
  private static let cleared = "The jury cleared Captain Jonas Reed of fraud over the Aurora."
  private static let missing = "The ferry Aurora with Jonas Reed is missing off Mora."
  private static let found = "The ferry Aurora with Jonas Reed was found off Mora."

  @discardableResult
  private func file(
    _ told: String, as slug: String, on day: String, house: House, publish: Bool = false
  ) async throws -> DraftJSON {
    let filed = try await house.file(Self.ferry(told), Client.Filing(slug: slug, published: day)).draft
    guard publish else { return filed }
    try await house.sign(of: slug)
    return try await house.publish(slug, on: day).draft
  }

  @Test(
    "A conflict with a published story is a suggestion with both quotes, both stories, and never blocks by itself"
  )
  func conflict() async throws {
    try await withHouse { house in
      try await file(Self.guilty, as: "verdict", on: "2024-07-13", house: house, publish: true)
      let filed = try await file(Self.cleared, as: "verdict-2", on: "2024-07-13", house: house)
      let found = try #require(filed.contradictions.first)
      #expect(filed.contradictions.count == 1)
      #expect(
        found.kind == .archive && found.origin == .engine && found.status == .suggested && !found.blocks)
      #expect(found.passages.map(\.quote) == [Self.cleared, Self.guilty])
      #expect(found.passages.map(\.draft) == ["verdict-2", "verdict"])
      #expect(found.note?.contains("verdict of 13 July 2024") == true)
      // Confirmed it blocks, and the next revision that still says so has the same one.
      let confirmed = try await house.api("dov").confirm(String(found.id), key: "c").value
      #expect(confirmed.contradiction.blocks)
      let again = try await house.file(
        Self.ferry(Self.cleared + " It rained."), draft: "verdict-2", Client.Filing())
      #expect(again.draft.contradictions.map(\.label) == ["X1"])
      #expect(again.draft.contradictions.first?.gone == false)
      let mended = try await house.file(Self.ferry(Self.guilty), draft: "verdict-2", Client.Filing())
      #expect(mended.draft.contradictions.map(\.gone) == [true])
    }
  }

  @Test("What overtakes an earlier story is no contradiction, and makes its claim due when it is published")
  func update() async throws {
    try await withHouse { house in
      try await file(Self.missing, as: "lost", on: "2024-07-13", house: house, publish: true)
      let filed = try await file(Self.found, as: "found", on: "2024-07-15", house: house)
      #expect(filed.contradictions.isEmpty)
      #expect(filed.overtakes.map(\.otherQuote) == [Self.missing])
      #expect(filed.overtakes.map(\.draft) == ["lost"])
      try await house.sign(of: "found")
      try await house.publish("found", on: "2024-07-15")
      let claim = try await house.api("ana").draft("lost").value.draft.claims.first {
        $0.quote == Self.missing
      }
      #expect(claim?.due ?? "9" <= "2024-07-15")
      #expect(claim?.dueBecause.contains("found r1 says since 15 July 2024") == true)
    }
  }

  @Test("Stories of other people, of another season, and those that were killed are left alone")
  func leftAlone() async throws {
    try await withHouse { house in
      try await file(Self.guilty, as: "verdict", on: "2024-01-13", house: house, publish: true)
      try await file(Self.guilty, as: "killed", on: "2024-07-13", house: house, publish: true)
      _ = try await house.api("dov").kill("killed", reason: "wrong", key: "k")
      let other = Self.ferry(Self.cleared).body.replacing("Jonas Reed", with: "Karl Moe")
        .replacing("Aurora", with: "Borealis").replacing("Mora", with: "Tal").replacing("Berg", with: "Ode")
      try await house.file(
        Story(body: other, keyPoints: ["It was heard."]),
        Client.Filing(slug: "other", published: "2024-07-12"))
      let filed = try await file(Self.cleared, as: "verdict-2", on: "2024-07-13", house: house)
      #expect(filed.contradictions.isEmpty && filed.overtakes.isEmpty)
    }
  }
}
