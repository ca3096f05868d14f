import Testing

@testable import TextAnalysis

@Suite("Sentences that bear a key point out")
struct SupportsTests {
  static let draft = """
    The county court dismissed the case against the actor on Friday. The film set was busy. Prosecutors had withheld
    ammunition, the judge found. The actor had denied firing the gun. A civil lawsuit by the family is pending.

    ## Key points

    - Judge dismisses case against actor
    - Prosecutors withheld ammunition
    - The director plans a sequel

    """

  @Test("They share its telling words, the likeliest first; a point may have none")
  func sharing() throws {
    let draft = try manuscript(Self.draft)
    let found = supports(of: draft.keyPoints, in: draft).map { $0.map { slice(draft.text, $0) } }
    #expect(
      found == [
        ["The county court dismissed the case against the actor on Friday."],
        ["Prosecutors had withheld\nammunition, the judge found."],
        [],
      ])
  }

  @Test("At most three, also when fifty say the same")
  func most() throws {
    let draft = try manuscript(
      String(repeating: "The dam failed in the night. ", count: 50) + "\n\nKey points:\n\n- The dam failed\n")
    #expect(supports(of: draft.keyPoints, in: draft).map(\.count) == [mostSupports])
  }

  @Test(
    "A sentence that has lost what it had in common with the point says which words",
    arguments: [
      ("He was arrested in Leeds.", "He was charged in Leeds.", "Man arrested", ["arrested"]),
      ("He was arrested in Leeds.", "He was being arrested in York.", "Man arrested", []),
      ("The old dam failed.", "The dam failed.", "The dam failed", []),
      ("The case was dismissed.", "The case was heard.", "Judge dismisses case", ["dismissed"]),
    ])
  func lost(old: String, new: String, point: String, words: [String]) {
    #expect(wordsLost(from: old, to: new, bearingOut: point) == words)
  }
}
