import Client
import Editorial
import Postgres
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
            "A third one is new here today.", Story().keyPoints[2], "The damage came to 49 million euros.",
            Story().keyPoints[0],
          ]
        }, draft: "harbour")
      #expect(second.draft.keyPoints.map(\.label) == ["K4", "K3", "K2", "K1"])
      #expect(second.draft.keyPoints.map(\.wordsFrom) == [2, 1, 2, 1])
      #expect(second.draft.keyPoints.map(\.status) == [.open, .signed, .open, .signed])
      let changes = try #require(second.receipt?.signOffs)
      #expect(changes.map(\.label) == ["K3", "K2", "K1"])
      #expect(changes.map(\.signOff.standing) == [.carried, .outdated, .carried])
      #expect(changes[1].signOff.because == "a number changed: “40” became “49”")
      #expect(changes[1].words == Story().keyPoints[1])
      #expect(changes[0].signOff.because == "the words are those of r1, in another place")

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
        story { $0.keyPoints[1] = "The damage came to 49 million euros." }, as: "ben", draft: "harbour")
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
      let other = story { $0.keyPoints[1] = "The damage came to 49 million euros." }
      try await house.file(other, as: "flo", draft: "harbour")
      let back = try await house.file(story(), as: "flo", draft: "harbour").draft
      #expect(back.keyPoints.map(\.wordsFrom) == [1, 1, 1])
      let refused = await refusal { try await house.sign(["K2"], by: "ben", revision: 3) }
      #expect(refused?.type == "/problems/own-words")
      #expect(back.missing.first?.who.contains("ben") == false)
    }
  }

  @Test(
    "A figure that changes in the sentence which bears a key point out costs the signature on it, and no other"
  )
  func supports() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      let other = story { $0.body = $0.body.replacing("destroyed two", with: "destroyed four") }
      let second = try await house.file(other, as: "ben", draft: "harbour")
      #expect(second.draft.keyPoints.map(\.status) == [.open, .signed, .signed])
      #expect(second.draft.keyPoints.map(\.wordsFrom) == [1, 1, 1])
      let costs = try #require(second.receipt?.signOffs.first { $0.label == "K1" })
      #expect(
        costs.signOff.because == "a number changed in the sentence that bears it out: “two” became “four”")
      // Who changed that sentence signs nothing that rests on it; who wrote the rest of it does not either.
      let changed = await refusal { try await house.sign(["K1"], by: "ben", revision: 2) }
      #expect(changed?.type == "/problems/own-words")
      #expect(
        changed?.detail.contains("ben filed the words of the sentence that bears out K1 in r2") == true)
      let wrote = await refusal { try await house.sign(["K1"], by: "ana", revision: 2) }
      #expect(wrote != nil)
      #expect(try await house.sign(["K1"], by: "flo", revision: 2).draft.state == .ready)
    }
  }

  @Test("A sentence of the body that only says it in other words, or moves, costs nothing")
  func supportsReworded() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      let reworded = story {
        $0.body =
          $0.body.replacing("A fire destroyed two", with: "A big fire destroyed two")
          .replacing(" Nobody was hurt.", with: "") + " Nobody was hurt."
      }
      let second = try await house.file(reworded, as: "dov", draft: "harbour")
      #expect(second.draft.keyPoints.map(\.status) == [.signed, .signed, .signed])
      #expect(second.draft.state == .ready)
    }
  }

  @Test("Who only mends marks and capitals has written nothing, and may sign")
  func marksMakeNoAuthor() async throws {
    try await withHouse { house in
      try await house.file(story())
      let mended = story {
        $0.body = $0.body.replacing("two warehouses in the harbour", with: "two warehouses, in the harbour,")
        $0.keyPoints[0] = "Two Warehouses burned down"
      }
      let second = try await house.file(mended, as: "ben", draft: "harbour")
      #expect(second.draft.keyPoints.map(\.wordsFrom) == [1, 1, 1])
      #expect(try await house.sign(by: "ben", revision: 2).draft.state == .ready)
    }
  }

  @Test("Revisions from before authors were written down keep theirs")
  func authorsOfOldRevisions() async throws {
    try await withHouse(tampering: true) { house in
      try await house.file(story(), as: "ben")
      try await house.file(
        story { $0.keyPoints[1] = "The damage came to 49 million euros." }, draft: "harbour")
      try await house.tamper("delete from statements")
      try await house.tamper("delete from key_point_supports")
      try await house.tamper("update key_point_versions set written_in = null")
      let third = try await house.file(story { $0.body += " It rained." }, as: "flo", draft: "harbour").draft
      #expect(third.keyPoints.map(\.wordsFrom) == [1, 1, 1])
      let refused = await refusal { try await house.sign(["K2"], by: "ben", revision: 3) }
      #expect(refused?.type == "/problems/own-words")
      #expect(try await house.sign(by: "flo", revision: 3).draft.state == .ready)
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
      ("The pump failed at the Quay.", "The pump failed at the quay.", true),
      ("The pump failed at the quay.", "The pump failed at the quay", true),
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

  @Test("Tags, wire and byline stay as they were until a revision names others, or none")
  func fieldsThatStay() async throws {
    try await withHouse { house in
      func filed(_ front: String?, _ byline: [String] = []) async throws -> DraftJSON {
        let isFirst = front?.contains("slug") == true
        return try await house.file(
          story { $0.front = front }, draft: isFirst ? nil : "harbour", .init(byline: byline)
        ).draft
      }
      let first = try await filed("slug: harbour\ntags: [court]\nwire: dpa\nbyline: Ana Lind")
      let kept = try await filed(nil)
      for draft in [first, kept] {
        #expect(draft.tags == ["court"] && draft.wire == "dpa" && draft.byline == ["Ana Lind"])
      }
      let named = try await filed("tags: [sport]", ["Ben Stone"])
      #expect(named.tags == ["sport"] && named.wire == "dpa" && named.byline == ["Ben Stone"])
      let none = try await filed("tags: []\nwire:", [""])
      #expect(none.tags == [] && none.wire == nil && none.byline == [])
      #expect(try await filed(nil).tags == [])
    }
  }
}
