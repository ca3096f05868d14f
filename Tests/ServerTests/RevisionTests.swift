import Client
import Editorial
import Testing
import TextAnalysis
import Wire

@Suite("What a revision does to signatures")
struct RevisionTests {
  @Test("The same words carry, other words are outdated, each says why, and returning words stay outdated")
  func revisions() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      let second = try await house.file(
        story {
          $0.keyPoints = [
            "A third one is new here today.", Story().keyPoints[2], "The damage is put at 49 million euros.",
            Story().keyPoints[0],
          ]
        }, draft: "harbour")
      #expect(second.draft.keyPoints.map(\.label) == ["K4", "K3", "K2", "K1"])
      #expect(second.draft.keyPoints.map(\.wordsFrom) == [2, 1, 2, 1])
      #expect(second.draft.keyPoints.map(\.status) == [.open, .signed, .open, .signed])
      let changes = try #require(second.receipt?.signOffs)
      #expect(changes.map(\.label) == ["K3", "K2", "K1"])
      #expect(changes.map(\.signOff.standing) == [.carried, .outdated, .carried])
      #expect(changes[1].signOff.because == "the words changed: “40” became “49”")
      #expect(changes[1].words == Story().keyPoints[1])
      #expect(changes[0].signOff.because == "the words are those of r1")

      let third = try await house.file(story(), draft: "harbour").draft
      #expect(third.keyPoints.map(\.label) == ["K1", "K2", "K3"])
      #expect(third.keyPoints.map(\.status) == [.signed, .open, .signed])
      #expect(third.keyPoints[1].signOffs.map(\.standing) == [.outdated])
      #expect(third.keyPoints[1].wordsFrom == 1)
      #expect(try await house.sign(["K2"], revision: 3).draft.state == .ready)
    }
  }

  @Test("Filing a revision bars nobody from what it did not touch")
  func filingBarsFromItsOwn() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.file(
        story { $0.keyPoints[1] = "The damage is put at 49 million euros." }, as: "ben", draft: "harbour")
      let all = await refusal { try await house.sign(by: "ben", revision: 2) }
      #expect(all?.type == "/problems/own-words")
      #expect(try await house.show().keyPoints.allSatisfy { $0.signOffs.isEmpty })
      let signed = try await house.sign(["K1", "K3"], by: "ben", revision: 2).draft
      #expect(signed.keyPoints.map(\.status) == [.signed, .open, .signed])
      #expect(signed.missing.map(\.about) == [["K2"]])
      #expect(signed.missing.first?.who == ["dov", "flo"])
    }
  }

  @Test("Words that come back still belong to whoever wrote them first")
  func returningWords() async throws {
    try await withHouse { house in
      try await house.file(story(), as: "ben")
      let other = story { $0.keyPoints[1] = "The damage is put at 49 million euros." }
      try await house.file(other, as: "flo", draft: "harbour")
      let back = try await house.file(story(), as: "flo", draft: "harbour").draft
      #expect(back.keyPoints.map(\.wordsFrom) == [1, 1, 1])
      let refused = await refusal { try await house.sign(["K2"], by: "ben", revision: 3) }
      #expect(refused?.type == "/problems/own-words")
      #expect(back.missing.first?.who.contains("ben") == false)
    }
  }

  @Test(
    "Typography carries a signature, and nothing else does",
    arguments: [
      ("The “pump” – it’s old – failed.", "The \"pump\" - it's old - failed.", true),
      ("The pump failed at  the quay.", "The pump\u{A0}failed at the\u{2009}quay.", true),
      ("The café burned down.", "The cafe\u{301} burned down.", true),
      ("The café burned down.", "The cafe burned down.", false),
      ("The pump failed at the quay.", "The pump fail\u{200B}ed at the quay.", false),
      ("The pump failed at the quay.", "The pump failed at the \u{202E}quay.", false),
      ("The pump failed at the Quay.", "The pump failed at the quay.", false),
      ("The pump failed at the quay.", "The pump failed at the quay", false),
      ("The damage is 4,000 euros now.", "The damage is 4.000 euros now.", false),
      ("The ＡＢ pump failed at the quay.", "The AB pump failed at the quay.", false),
    ])
  func typography(old: String, new: String, carries: Bool) async throws {
    try await withHouse { house in
      try await house.file(story { $0.keyPoints = [old] })
      try await house.sign()
      let after = try await house.file(story { $0.keyPoints = [new] }, draft: "harbour").draft
      #expect(after.keyPoints.map(\.label) == ["K1"])
      #expect(after.keyPoints[0].text == new)
      #expect(after.keyPoints[0].signOffs.map(\.standing) == [carries ? .carried : .outdated])
      #expect(after.state == (carries ? .ready : .inReview))
    }
  }
}
