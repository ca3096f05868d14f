import Testing

@testable import TextAnalysis

@Suite("Tolls that fall")
struct FallenTollsTests {
  private static func fallen(_ before: String, _ after: String) throws -> [String] {
    let (then, now) = (try manuscript(before + "\n"), try manuscript(after + "\n"))
    let dateline = try #require(CivilDate("2024-07-15"))
    return fallenTolls(from: then, to: now, dateline: dateline).map {
      "\(slice(then.text, $0.before.number)) to \(slice(now.text, $0.after.number))"
    }
  }

  static let cases: [(String, String, [String])] = [
    (
      "14 people were killed when a ferry capsized.", "13 people were killed when a ferry capsized.",
      ["14 to 13"]
    ),
    (
      "At least 14 people were killed when a ferry capsized.", "13 people were killed, police said.",
      ["14 to 13"]
    ),
    (
      "Fourteen people were killed when a ferry capsized.",
      "Thirteen people died, police said, revising an earlier count.", ["Fourteen to Thirteen"]
    ),
    ("At least 12 people were killed.", "14 people were killed.", []),
    ("14 people were killed.", "More than a dozen people were killed.", []),
    ("14 people were killed.", "At least 13 people were killed.", []),
    ("14 people were killed.", "12 people were injured.", []),
    ("14 people were killed.", "14 people were killed and 12 were injured.", []),
    ("14 people were killed.", "14 people were killed, including 3 children.", []),
    ("14 people were killed.", "The toll rose from 14 to 15 people killed.", []),
    ("14 people were killed. A fire in 2012 killed 40 people.", "14 people were killed.", []),
    (
      "14 people were killed in the ferry. A fire in 2012 killed 40 people.",
      "13 people were killed in the ferry. A fire in 2012 killed 40 people.", ["14 to 13"]
    ),
    ("14 people are missing off Mora.", "13 people are missing off Mora.", []),
    ("The ferry has 14 cabins.", "The ferry has 13 cabins.", []),
    ("14 people were killed on the ferry off Mora.", "Three soldiers were killed by a mine near Tal.", []),
  ]

  @Test(
    "A lower count of the same people is a fall; a bound, a part, another kind and a rise are none",
    arguments: cases.indices)
  func falls(index: Int) throws {
    let (before, after, expected) = Self.cases[index]
    #expect(try Self.fallen(before, after) == expected, "\(before) / \(after)")
  }

  @Test("No text falls from itself", arguments: cases.indices)
  func itself(index: Int) throws {
    let (before, after, _) = Self.cases[index]
    #expect(try Self.fallen(before, before) == [] && Self.fallen(after, after) == [])
  }
}
