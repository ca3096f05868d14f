import Client
import Editorial
import Testing
import TextAnalysis
import Wire

@testable import stet_bench

/// Pairs of sentences whose stories are filed as drafts: what the service finds without being asked.
@Suite("Pairs of stories through the service")
struct PairTests {
  private func predicted(
    _ pairs: [SentencePair], _ stories: [String: stet_bench.Story], asked: Bool = false
  ) async throws -> [String: Int] {
    let filed = try pairs.map { try FiledPair($0, stories: stories) }
    return try await withHouse { house in
      Dictionary(
        uniqueKeysWithValues: try await predictConflicts(filed, with: house.api("ana"), asked: asked).map {
          ($0.id, $0.label)
        })
    }
  }

  private func side(_ story: String?, _ published: String, _ text: String, in body: String)
    -> SentencePair.Side
  {
    let place = body.firstRange(of: text).map { body[..<$0.lowerBound].unicodeScalars.count } ?? 0
    return SentencePair.Side(
      story: story, published: published, start: place, end: place + text.unicodeScalars.count, text: text)
  }

  @Test(
    "A pair is found where its stories collide in these sentences; a lone sentence takes its counterpart's place"
  )
  func made() async throws {
    let first = "The ferry Anna Berg sank off Cape Tallin, killing 12 people."
    let later = "The ferry Anna Berg sank off Cape Tallin, killing 40 people."
    let rest = "It rained in Mora all day."
    let stories = [
      stet_bench.Story(id: "one", published: "2024-07-13", body: "\(first) \(rest)"),
      stet_bench.Story(id: "two", published: "2024-07-15", body: "\(later) \(rest)"),
    ]
    func pair(_ id: String, _ a: String, _ b: String, alone: Bool = false) -> SentencePair {
      SentencePair(
        id: id, type: "conflict", a: side("one", "2024-07-13", a, in: stories[0].body),
        b: side(alone ? nil : "two", "2024-07-15", b, in: alone ? b : stories[1].body))
    }
    let alone = "The ferry Anna Berg sank off Cape Tallin, killing nobody but 90 people."
    let found = try await predicted(
      [pair("yes", first, later), pair("no", rest, later), pair("alone", first, alone, alone: true)],
      Dictionary(uniqueKeysWithValues: stories.map { ($0.id, $0) }))
    #expect(found == ["yes": 1, "no": 0, "alone": 1])
  }

  @Test(
    "Asked about two stories, the service says what it does not say by itself, and the first of it is what is alike"
  )
  func asked() async throws {
    let stories = [
      stet_bench.Story(
        id: "one", published: "2024-07-13", body: "The wheat is late. The fires have killed 63 people."),
      stet_bench.Story(
        id: "two", published: "2024-07-15",
        body: "Papan spoke of the fires that killed 64 people. The wheat is late. It rained in Mora."),
    ]
    let pair = SentencePair(
      id: "x", type: "conflict",
      a: side("one", "2024-07-13", "The fires have killed 63 people.", in: stories[0].body),
      b: side("two", "2024-07-15", "Papan spoke of the fires that killed 64 people.", in: stories[1].body))
    let byID = Dictionary(uniqueKeysWithValues: stories.map { ($0.id, $0) })
    #expect(try await predicted([pair], byID) == ["x": 0])
    #expect(try await predicted([pair], byID, asked: true) == ["x": 1])
  }

  @Test("A story is compared with what readers see of another; one that is absent, or itself, is refused")
  func compared() async throws {
    try await withHouse { house in
      let told = { (cranes: Int) in
        Array("The harbour has \(cranes) cranes.\n\nKey points\n- It rained.\n".utf8)
      }
      try await house.file(told(12), .init(slug: "one", published: "2024-07-13"))
      try await house.publish("one", on: "2024-07-13", override: true, reason: "r")
      try await house.file(told(15), draft: "one")
      try await house.file(told(19), .init(slug: "two", published: "2024-07-14"))
      let answer = try await house.api("ana").compare("two", with: "one").value
      #expect(answer.other.revision == 1 && answer.one.revision == 1)
      #expect(answer.findings.map(\.otherQuote) == ["The harbour has 12 cranes."])
      #expect(answer.findings.first?.explanation.contains("“12") == true)
      let back = try await house.api("ana").compare("one", with: "two").value
      #expect(back.one.revision == 2 && back.findings.map(\.quote) == ["The harbour has 15 cranes."])
      #expect(await refusal { try await house.api("ana").compare("two", with: "none") }?.status == 404)
      #expect(await refusal { try await house.api("ana").compare("none", with: "two") }?.status == 404)
      #expect(await refusal { try await house.api("ana").compare("two", with: "two") }?.status == 400)
      let passages = { (mine: String?, theirs: String?) in
        try await house.api("ana").compare("two", with: "one", quote: mine, against: theirs).value.findings
      }
      #expect(try await passages("has 19 cranes", "has 12 cranes").map(\.quote) == ["has 19 cranes"])
      #expect(try await passages("The harbour", "has 12 cranes").isEmpty)
      #expect(await refusal { try await passages("has 19 cranes", nil) }?.status == 400)
      #expect(
        await refusal { try await passages("has 90 cranes", "has 12 cranes") }?.detail.contains("two r1")
          == true)
    }
  }

  @Test(
    "Of pairs of news briefs the service finds nearly all that the engine finds when it is shown them, and no other"
  )
  func briefs() async throws {
    let names = ["conflicts", "stories", "briefs"].map { "data/news/\($0).dev.jsonl" }
    let files = try names.compactMap { try corpusFile($0, whatIsNotChecked: "the pairs of news briefs") }
    guard files.count == names.count else { return }
    var pairs: [SentencePair] = []
    try forEachLine(of: files[0], named: names[0]) { line in
      let pair = try row(SentencePair.self, from: line)
      if pair.type == "conflict", pair.a.story?.hasPrefix("ce-") == true { pairs.append(pair) }
    }
    var stories: [String: stet_bench.Story] = [:]
    for (file, name) in zip(files[1...], names[1...]) {
      try forEachLine(of: file, named: name) { line in
        let story = try row(stet_bench.Story.self, from: line)
        stories[story.id] = story
      }
    }
    let shown = try pairs.filter { try predictConflict($0, stories: stories)?.label == 1 }.map(\.id)
    let found = try await predicted(pairs, stories).filter { $0.value == 1 }.map(\.key)
    #expect(shown.count > 10)
    #expect(Set(found).isSubset(of: shown))
    #expect(found.count * 10 >= shown.count * 8, "\(found.count) of \(shown.count)")
    let whenAsked = try await predicted(pairs, stories, asked: true).filter { $0.value == 1 }.map(\.key)
    #expect(Set(whenAsked) == Set(shown))
  }
}
