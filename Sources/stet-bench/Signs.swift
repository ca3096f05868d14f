import ArgumentParser
import TextAnalysis

struct Signs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes what the weights of claims are fitted to: what each sentence shows.",
    discussion: """
      Reads rows of stories on standard input. With --examples it writes what the
      rules' own examples show instead, and reads nothing.
      """)

  @Flag(help: "The rules' examples and counter-examples.")
  var examples = false

  func run() async throws {
    try await reportingFailures {
      if examples { return write(try exampleSigns().map(jsonLine).joined()) }
      try forEachLine(of: try standardInput(), named: "standard input") { line in
        write(try sentenceSigns(try row(Story.self, from: line)).map(jsonLine).joined())
      }
    }
  }
}

/// A sentence of a story, its offsets in code points, with the names of what it shows; a name stands twice where
/// it counts twice.
struct SentenceSigns: Codable {
  let story: String
  let start: Int
  let end: Int
  let signs: [String]
}

func sentenceSigns(_ story: Story) throws(UnusableRow) -> [SentenceSigns] {
  let read = try ReadStory(story)
  let found = claimSigns(in: read.manuscript, dateline: read.dateline)
  return zip(found, read.inData(found.map(\.sentence))).map { item, span in
    SentenceSigns(story: story.id, start: span.start, end: span.end, signs: item.signs)
  }
}

/// An example of a rule with what its first sentence shows.
struct ExampleSigns: Codable {
  /// "?" for a counter-example.
  let kind: String
  let signs: [String]
}

/// Any day that the examples can speak from.
private let dayOfExamples = "2024-07-13"

func exampleSigns() throws(UnusableRow) -> [ExampleSigns] {
  var result: [ExampleSigns] = []
  for rule in claimRules {
    for (text, kind) in [(rule.example, rule.kind.rawValue), (rule.counterExample, "?")] {
      let read = try ReadStory(Story(id: rule.name, published: dayOfExamples, body: text))
      for item in claimSigns(in: read.manuscript, dateline: read.dateline) {
        result.append(ExampleSigns(kind: kind, signs: item.signs))
      }
    }
  }
  return result
}
