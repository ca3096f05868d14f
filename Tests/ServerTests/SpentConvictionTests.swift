import Client
import Editorial
import Nightly
import Store
import Testing
import TextAnalysis
import Wire

/// England: ten months' custody in May 2017, and a profile that mentions it years later.
@Suite("A conviction that may be spent")
struct SpentConvictionTests {
  private static let told = "Jonas Reed was jailed for ten months in May 2017."

  private func withHome(_ home: String?, _ body: (House) async throws -> Void) async throws {
    try await withHouse { house in
      if let home {
        _ = try await house.newsroom.setPolicy(
          Policy.defaultYAML + "\njurisdiction: \(home)\n", of: "main", by: .operator(user: "t"))
      }
      try await body(house)
    }
  }

  private func profile(_ told: String, keyPoints: [String] = ["Jonas Reed runs the harbour museum."]) -> Story
  {
    Story(body: "Jonas Reed runs the harbour museum. \(told) He paints.", keyPoints: keyPoints)
  }

  @Test(
    "On reuse it may be spent since March 2019, with the sum, and the legal read is asked of the key point")
  func reuse() async throws {
    try await withHome("ew") { house in
      let filed = try await house.file(
        profile(
          Self.told, keyPoints: ["Reed runs the museum.", "Reed was jailed for ten months in May 2017."])
      ).draft
      #expect(filed.spentConvictions.map(\.since) == ["2019-03", "2019-03"])
      let found = try #require(filed.spentConvictions.first)
      #expect(found.quote == "was jailed for ten months in May 2017")
      #expect(found.says.hasPrefix("may be spent since March 2019: legal read. The sum: "))
      #expect(found.says.contains("May 2017 + 10 months = March 2018, + 12 months = March 2019"))
      #expect(found.says.contains("Rehabilitation of Offenders Act 1974 s.5"))
      #expect(filed.missing.filter { $0.read == .legal }.map(\.about) == [["K2"]])
      try await house.sign()
      #expect(try await house.show().state == .inReview)
      #expect(try await house.api("lea").queue().value.waiting.map(\.about) == [["K2"]])
      try await house.sign(["K2"], by: "lea", read: .legal)
      #expect(try await house.show().state == .ready)
      #expect(filed.claims.isEmpty)
    }
  }

  @Test("In the body alone it is shown and holds nothing up, unless the desk wants such sentences covered")
  func body() async throws {
    try await withHome("ew") { house in
      let filed = try await house.file(profile(Self.told)).draft
      #expect(filed.spentConvictions.count == 1 && filed.missing.allSatisfy { $0.read != .legal })
      let waive = { (key: String) in
        try await house.api("dov").waive("harbour", WaiverRequest(sentence: Self.told, reason: "r"), key: key)
      }
      _ = try await waive("w1")
      #expect(await refusal { _ = try await waive("w2") }?.status == 404, "it is waived already")
      try await house.sign()
      #expect(try await house.show().state == .ready)
      _ = try await house.newsroom.setPolicy(
        Policy.defaultYAML + "\njurisdiction: ew\ncoverage: true\n", of: "main", by: .operator(user: "t"))
      let strict = try await house.file(profile(Self.told), .init(slug: "strict", published: "2026-03-01"))
        .draft
      #expect(
        strict.missing.map(\.says).contains {
          $0.contains("accuses Jonas Reed and tells a conviction that may be spent since March 2019")
        })
      _ = try await house.api("dov").waive(
        "strict", WaiverRequest(sentence: Self.told, reason: "legal read it on the phone"), key: "1")
      try await house.sign(of: "strict")
      #expect(try await house.show("strict").state == .ready)
    }
  }

  @Test(
    "It is counted under the desk's home or the court that is named, and said not to be under another law",
    arguments: [
      (nil, "in May 2017", nil, nil), ("us-nm", "in May 2017", nil, nil),
      (nil, "at Leeds Crown Court in May 2017", "2019-03", "The sum"),
      ("ew", "at Glasgow Sheriff Court in May 2017", nil, "no figures for Scotland"),
      ("ew", "at Belfast Crown Court in May 2017", nil, "no figures for Northern Ireland"),
      ("ew", "in February 2026", nil, nil),
    ] as [(String?, String, String?, String?)])
  func law(home: String?, told: String, since: String?, says: String?) async throws {
    try await withHome(home) { house in
      let filed = try await house.file(
        profile("Jonas Reed was jailed for ten months \(told)."),
        .init(slug: "harbour", published: "2026-03-01")
      ).draft
      #expect(filed.spentConvictions.map(\.since) == (says == nil ? [] : [since]))
      if let says { #expect(filed.spentConvictions.first?.says.contains(says) == true) }
    }
  }

  @Test("Nothing is asked about the archive: not by night, and not by who looks at the old story")
  func archive() async throws {
    try await withHome("ew") { house in
      let old = "Jonas Reed was jailed for ten months in May 2017."
      let filed = try await house.file(
        profile(old, keyPoints: [old]), .init(slug: "old", published: "2017-05-20")
      ).draft
      #expect(filed.spentConvictions.count == 2)
      try await house.sign(of: "old")
      try await house.sign(["K1"], of: "old", by: "lea", read: .legal)
      try await house.publish("old", on: "2017-05-20")
      let live = try await house.show("old")
      #expect(live.spentConvictions.isEmpty && live.missing.isEmpty && live.claims.isEmpty)
      for handle in ["ana", "ben", "dov", "lea"] {
        #expect(try await house.api(handle).queue().value.waiting.isEmpty)
      }
      let night = try await house.night(nil)
      #expect(night.stale.isEmpty)
      #expect(try await house.newsroom.followUps(open: nil).isEmpty)
      // One who is held still is asked after as before: negative control.
      let held = try await house.file(
        profile("Jonas Reed was jailed for ten months in May 2017 and remains in custody.")
      ).draft
      #expect(held.claims.map(\.rule) == ["custody"])
      // Its next revision tells it anew.
      let again = try await house.file(profile(old + " It rained.", keyPoints: [old]), draft: "old").draft
      #expect(again.spentConvictions.count == 2)
    }
  }
}
