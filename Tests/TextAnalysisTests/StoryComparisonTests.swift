import Foundation
import Testing
import TextAnalysis

@Suite("Stories against each other")
struct StoryComparisonTests {
  /// Compares two texts, the second of which is a day younger unless it says otherwise.
  private func compared(
    _ one: String, _ other: String, from: String = "2024-07-13", to: String = "2024-07-14"
  )
    throws -> StoryComparison
  {
    compare(try sentence(one, from), try sentence(other, to))
  }

  private func sentence(_ text: String, _ date: String) throws -> StorySentence {
    StorySentence(
      try manuscript(text), sentence: Span(0, text.utf8.count),
      dateline: try #require(CivilDate(date)))
  }

  @Test(
    "A rule finds its example and leaves its counter-example alone",
    arguments: contradictionRules.filter { $0.kind == .archive })
  func rules(rule: ContradictionRule) throws {
    let found = try compared(rule.example[0], rule.example[1])
    #expect(found.rule == rule.name)
    #expect(found.relation != .none)
    let left = try compared(rule.counterExample[0], rule.counterExample[1])
    #expect(left.rule != rule.name)
  }

  @Test(
    "Two sentences conflict, or the later overtakes the earlier, or neither",
    arguments: [
      (
        "The quake in Mora killed 12 people.", "The quake in Mora killed 40 people.",
        StoryRelation.update
      ),
      ("The quake in Mora killed 40 people.", "The quake in Mora killed 12 people.", .conflict),
      ("The quake in Mora killed over 50 people.", "The quake in Mora killed 54 people.", .none),
      ("The quake in Mora killed 12 people.", "The quake in Mora injured 40 people.", .none),
      ("About 1,100 homes burned in Mora.", "In Mora 1,130 homes burned.", .none),
      (
        "Rebels attacked Mora, killing 12 people.",
        "Rebels attacked Mora again, killing 40 people.", .none
      ),
      ("The queen will open the bridge in Mora.", "The queen opened the bridge in Mora.", .none),
      ("Police arrested Anna Berg in Mora.", "Police charged Anna Berg in Mora.", .none),
      (
        "The Mora canal is blocked by a ship.", "The Mora canal was reopened after the ship left.",
        .update
      ),
      (
        "The launch of the Mora probe is on April 29.",
        "The launch was put off from April 29 to May 12.", .update
      ),
      (
        "Harry was acquitted of theft after the long trial.",
        "The jury today found Harry guilty, ending weeks of worry.", .update
      ),
    ])
  func relations(one: String, other: String, relation: StoryRelation) throws {
    #expect(try compared(one, other).relation == relation)
  }

  @Test("The words that collide are given in the order of the stories")
  func words() throws {
    let (one, other) = (
      "The quake in Mora killed 12 people.", "The quake in Mora killed 40 people."
    )
    for (first, second, from, to) in [
      (one, other, "2024-07-13", "2024-07-14"), (other, one, "2024-07-14", "2024-07-13"),
    ] {
      let found = try compared(first, second, from: from, to: to)
      #expect(found.relation == .update)
      #expect(found.kind == .figure)
      #expect(slice(first, found.one.span) == (first == one ? "12 people" : "40 people"))
      #expect(slice(second, found.other.span) == (second == one ? "12 people" : "40 people"))
    }
  }

  @Test("Whole stories are compared where they name the same people and places, and not otherwise")
  func stories() throws {
    let one =
      "Rescuers searched Mora after the Anna Berg ferry sank near Cape Tal. "
      + "The ferry Anna Berg sank off Cape Tal, killing 12 people."
    let other =
      "The toll of the sinking near Cape Tal has risen. "
      + "The ferry Anna Berg sank off Cape Tal, killing 40 people from Mora."
    let elsewhere = "The ferry Carl Dent sank in the harbour, killing 40 people."
    let found = try comparedStories(one, other)
    #expect(found.map(\.rule) == ["archive.count-differs"])
    #expect(found.allSatisfy { $0.one.sentence.contains($0.one.span) && $0.relation == .update })
    #expect(try comparedStories(one, elsewhere).isEmpty)
  }

  @Test("Two briefs that name two things are one story when they name no more, and a longer story needs more")
  func briefs() throws {
    let one = "Bushfires in Torrens, Meridia, have killed 108 people."
    let other = "Bushfires in Torrens, Meridia, have now killed 130 people."
    #expect(try comparedStories(one, other).map(\.relation) == [.update])
    let more = " The minister Anna Berg came from Tallin."
    #expect(try comparedStories(one, other + more).count == 1)
    #expect(try comparedStories(one + " The lawyer Carl Dent left Mora.", other + more).isEmpty)
    #expect(try comparedStories("Fires in Torrens have killed 108 people.", other).isEmpty)
  }

  @Test("A sentence is held against the one with which it has the most in common, and each is told once")
  func closest() throws {
    let one = "The quake in Torrens, Meridia, near Halden killed 12 people."
    let near =
      "The quake in Torrens killed 30 people in all of Meridia and hurt many more near the old harbour."
    let nearest = "The quake in Torrens, Meridia, near Halden killed 40 people."
    for other in ["\(near) \(nearest)", "\(nearest) \(near)"] {
      let found = try comparedStories(one, other)
      #expect(found.map { slice(other, $0.other.sentence) } == [nearest])
    }
  }

  @Test(
    "A story told again: what differs is found though it names nobody, and what both say word for word is not"
  )
  func toldAgain() throws {
    let story = """
      A helicopter of the Meridia navy fell into the Strait of Torrens near Halden. All 10 aboard were missing. It had \
      left the port of Bolden for Quill, said Admiral Anna Berg of the Ostra base.
      """
    #expect(try comparedStories(story, story).isEmpty)
    let later = story.replacing("All 10 aboard were missing", with: "Nine people were aboard")
    let found = try comparedStories(story, later)
    #expect(found.map { slice(later, $0.other.sentence) } == ["Nine people were aboard."])
    // Of another story that names a few of the same, such a sentence is not surely of the one matter.
    let another = """
      A ferry of the Dovan line left the port of Bolden for Halden, Zora, Yorick and Palmyra. Nine people were aboard. \
      The Strait of Torrens was calm, said Captain Carl Dent.
      """
    #expect(try comparedStories(story, another).isEmpty)
  }

  @Test("No story collides with its own copy, whatever it says")
  func copies() throws {
    let names = ["data/news/stories.dev.jsonl", "data/news/briefs.dev.jsonl"]
    var copies = 0
    for name in names {
      guard let file = try corpusFile(name, whatIsNotChecked: "copies of real stories") else { return }
      for line in file.split(separator: 10) {
        let body = try JSONDecoder().decode(BriefBody.self, from: Data(line)).body
        #expect(try comparedStories(body, body).isEmpty)
        copies += 1
      }
    }
    #expect(copies > 200)
  }

  private func comparedStories(_ one: String, _ other: String) throws -> [StoryComparison] {
    compareStories(
      ComparedStory(try manuscript(one), dateline: try #require(CivilDate("2024-07-13"))),
      ComparedStory(try manuscript(other), dateline: try #require(CivilDate("2024-07-15"))))
  }
}

private struct BriefBody: Decodable { let body: String }
