import Editorial
import Testing
import TextAnalysis

@testable import stet_bench

/// Pairs of sentences whose stories are filed as drafts: what the service finds without being asked.
@Suite("Pairs of stories through the service")
struct PairTests {
  private func predicted(_ pairs: [SentencePair], _ stories: [String: stet_bench.Story]) async throws
    -> [String: Int]
  {
    let filed = try pairs.map { try FiledPair($0, stories: stories) }
    return try await withHouse { house in
      Dictionary(
        uniqueKeysWithValues: try await predictConflicts(filed, with: house.api("ana")).map {
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
  }
}
