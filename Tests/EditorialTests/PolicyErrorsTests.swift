import Editorial
import Testing
import TextAnalysis

@Suite("A policy that cannot be read")
struct PolicyErrorsTests {
  /// A whole policy, short.
  static let good = """
    keyPoints: 1
    reads:
      fact: {approvals: 1, roles: [fact-checker]}
    publish: [editor]
    override: [chief]
    settle: [editor]
    blocking: [internal]
    """

  /// What stands instead of what, or is added when there is nothing instead; line and column; part of the sentence.
  static let cases: [(String, String, Int, Int, String)] = [
    ("", "reads: [", 8, 9, "The policy is not YAML: "),
    ("", "\ttags: x", 8, 1, "The policy is not YAML: "),
    ("", "publish: [chief]", 4, 1, "“publish” stands in it twice"),
    ("{approvals: 1,", "{approvals: 1, approvals: 2,", 3, 10, "“approvals” stands in it twice"),
    ("", "reply: &a {hours: 1}", 8, 8, "uses a YAML anchor"),
    ("", "reply: !!map &a {hours: 1}", 8, 14, "uses a YAML anchor"),
    ("", "reply: *a", 8, 8, "The policy is not YAML: "),
    ("keyPoints: 1", "keyPoints: many", 1, 12, "“keyPoints” is a whole number, and “many” is none."),
    ("keyPoints: 1", "keyPoints: 1.5", 1, 12, "“keyPoints” is a whole number, and “1.5” is none."),
    ("keyPoints: 1", "keyPoints:", 1, 11, "“keyPoints” is a whole number, and nothing is none."),
    ("keyPoints: 1", "keyPoints: [1]", 1, 12, "and a list is none."),
    ("keyPoints: 1", "keyPoints: -1", 1, 12, "goes from 0 to 300, and -1 does not."),
    ("keyPoints: 1", "keyPoints: 301", 1, 12, "goes from 0 to 300"),
    ("approvals: 1", "approvals: 21", 3, 21, "“approvals” goes from 0 to 20, and 21 does not."),
    ("approvals: 1", "approvals: 99999999999999999999", 3, 21, "“approvals” is a whole number"),
    (
      "approvals: 1", "approval: 1", 3, 10,
      "There is no field “approval” (did you mean “approvals”?): there are"
    ),
    ("approvals: 1, ", "", 3, 9, "“fact” lacks the field “approvals”."),
    ("approvals: 1,", "approvals: 1, within: 0,", 3, 32, "“within” goes from 1 to 8784"),
    ("approvals: 1,", "approvals: 1, within: soon,", 3, 32, "“within” is a whole number"),
    ("  fact:", "  facts:", 3, 3, "There is no field “facts” (did you mean “fact”?)"),
    ("  fact: {approvals: 1, roles: [fact-checker]}", "  - fact", 3, 3, "“reads” is a list of fields"),
    ("{approvals: 1, roles: [fact-checker]}", "1", 3, 9, "“fact” is a list of fields"),
    (
      "[fact-checker]", "[factchecker]", 3, 32,
      "There is no role “factchecker” (did you mean “fact-checker”?)"
    ),
    ("[fact-checker]", "fact-checker", 3, 31, "“roles” is a list, as in roles: [one, another]."),
    ("[fact-checker]", "[]", 3, 9, "Nobody can give the fact read"),
    (", roles: [fact-checker]", "", 3, 9, "Nobody can give the fact read: say who, as in roles: [editor]."),
    ("", "readers: {fact: [editor]}", 3, 31, "Who gives the fact read is said twice"),
    ("", "readers: {legal: [lawyer]}", 8, 19, "There is no role “lawyer”: there are reporter,"),
    (
      "", "readers: {lawful: [legal]}", 8, 11,
      "There is no field “lawful”: there are desk, fact, legal and standards."
    ),
    ("publish: [editor]", "publish: [boss]", 4, 11, "There is no role “boss”: there are"),
    ("publish: [editor]", "publish: editor", 4, 10, "“publish” is a list"),
    ("publish: [editor]\n", "", 1, 1, "“the policy” lacks the field “publish”."),
    (
      "[internal]", "[internal, archived]", 7, 22,
      "no kind of contradiction “archived” (did you mean “archive”?)"
    ),
    ("", "coverage: maybe", 8, 11, "“coverage” is true or false, and “maybe” is neither."),
    ("", "coverge: true", 8, 1, "There is no field “coverge” (did you mean “coverage”?)"),
    ("", "reply: 24", 8, 8, "“reply” is a list of fields"),
    ("", "reply: {}", 8, 8, "“reply” lacks the field “hours”."),
    ("", "reply: {hours: 9000}", 8, 16, "“hours” goes from 1 to 8784"),
    ("", "wire: {read: desc}", 8, 14, "There is no read “desc” (did you mean “desk”?)"),
    ("", "wire: {read: desk}", 8, 14, "Nobody can give the desk read"),
    ("", "publishThenRead: {read: fact, hours: 1}", 8, 18, "lacks the field “tags”."),
    ("", "publishThenRead: {read: fact, hours: 1, tags: []}", 8, 47, "“tags” names no tag."),
    ("", "publishThenRead: {read: legal, hours: 1, tags: [x]}", 8, 25, "Nobody can give the legal read"),
    ("", "againstLegal: 1", 8, 15, "“againstLegal” goes from 2 to 20, and 1 does not."),
    ("", "quietBelow: 0.5", 8, 13, "“quietBelow” is a list of fields"),
    ("", "quietBelow: {percent: 101}", 8, 23, "“percent” goes from 0 to 100, and 101 does not."),
    ("", "quietBelow: {percent: half}", 8, 23, "“percent” is a whole number, and “half” is none."),
    ("", "quietBelow: {settled: 4}", 8, 23, "“settled” goes from 5 to 10000, and 4 does not."),
    (
      "", "quietBelow: {precision: 1}", 8, 14, "There is no field “precision”: there are percent and settled."
    ),
    ("", "quiet-below: {percent: 1}", 8, 1, "(did you mean “quietBelow”?)"),
    ("", "survives: {fact: [number]}", 8, 18, "No policy may let a signature survive another number"),
    ("", "survives: {fact: [spelling]}", 8, 19, "there are moved, typographic and wording."),
    ("", "survives: {fact: wording}", 8, 18, "“fact” is a list"),
    ("approvals: 1,", "approvals: 1, when: {},", 3, 30, "“when” names nothing to look for"),
    ("approvals: 1,", "approvals: 1, when: {accusation: false},", 3, 30, "“when” names nothing to look for"),
    ("approvals: 1,", "approvals: 1, when: {word: [a]},", 3, 31, "(did you mean “words”?)"),
    ("approvals: 1,", "approvals: 1, when: {words: ['*']},", 3, 39, "“*” is no word to look for"),
    ("approvals: 1,", "approvals: 1, when: {words: [a*b]},", 3, 39, "“a*b” is no word to look for"),
    (
      "approvals: 1,", "approvals: 1, when: {claims: [pending]},", 3, 40,
      "There is no kind of claim “pending”"
    ),
    ("", "docketMargin: -3", 8, 15, "goes from 0 to 36525, and -3 does not."),
    ("", "kinds: {on-going-state: {}}", 8, 9, "(did you mean “ongoing-state”?)"),
    ("", "shelfLives: {x: {name: a, why: b}}", 8, 17, "“x” lacks the field “ask”."),
    ("", "shelfLives: {x: {name: a, why: b, ask: c, days: -1}}", 8, 49, "goes from 0 to 36525"),
    ("", "shelfLives: {x: {name: a, why: b, ask: c, day: 1}}", 8, 43, "(did you mean “days”?)"),
    ("", "? [a, b]\n: 1", 8, 3, "A field's name is one word."),
  ]

  @Test("Says in one sentence what is wrong, where, and what there is instead", arguments: cases.indices)
  func says(index: Int) throws {
    let (old, new, line, column, says) = Self.cases[index]
    let yaml = old.isEmpty ? Self.good + "\n" + new : Self.good.replacing(old, with: new)
    #expect(yaml != Self.good)
    let refused = try #require(refusal { _ = try Policy(yaml: yaml) }, "\(new)")
    #expect(refused.kind == .unreadable && refused.code == "policy")
    #expect(refused.says.contains(says), "\(new): \(refused.says)")
    #expect(refused.says.hasSuffix(".") && !refused.says.contains("\n"))
    #expect(refused.place?.line == line, "\(new): \(refused.says)")
    #expect(refused.place?.column == column, "\(new): \(refused.says)")
  }

  @Test("What the cases are made from can be read: negative control")
  func control() throws {
    let policy = try Policy(yaml: Self.good)
    #expect(policy.readers[.fact] == [.factChecker])
    #expect(policy.quietBelow == Policy.QuietBelow(percent: 50, settled: 20))
    #expect(
      try Policy(yaml: Self.good + "\nquietBelow: {percent: 70}").quietBelow
        == Policy.QuietBelow(percent: 70, settled: 20))
    #expect(!policy.coverage && policy.replyHours == nil && policy.againstLegal == nil)
  }

  @Test(
    "What is no list of fields at all is refused",
    arguments: ["", "# nothing", "- a", "text", "\u{0}", "a: b"])
  func nothing(yaml: String) {
    let refused = refusal { _ = try Policy(yaml: yaml) }
    #expect(refused?.kind == .unreadable)
  }

  @Test("Rules of sign-off have 16 KiB; shelf lives are not counted")
  func long() throws {
    let comment = "# " + String(repeating: "x", count: 16_384)
    let refused = try #require(refusal { _ = try Policy(yaml: Self.good + "\n" + comment) })
    #expect(refused.says == "The policy is longer than 16384 bytes, its shelf lives not counted.")
    #expect(wholePolicy.utf8.count > 16_384)
    #expect(throws: Never.self) { try Policy(yaml: wholePolicy) }
    #expect(throws: Never.self) { try Policy(yaml: Self.good + "\nshelfLives: {}\n" + comment) }
    let endless = Self.good + "\nshelfLives: {}\n" + String(repeating: comment + "\n", count: 9)
    #expect(refusal { _ = try Policy(yaml: endless) }?.says.contains("131072") == true)
  }

  @Test("Bytes changed at random are read or refused, and never more than that")
  func random() {
    var generator = Seeded(5)
    let letters = Array(" :{}[],-#&*!'\"\n\tabc019é".unicodeScalars)
    for _ in 0..<300 {
      var yaml = Array(Self.good.unicodeScalars)
      for _ in 0..<3 {
        yaml[Int.random(in: 0..<yaml.count, using: &generator)] =
          letters[Int.random(in: 0..<letters.count, using: &generator)]
      }
      let text = String(String.UnicodeScalarView(yaml))
      _ = refusal { _ = try Policy(yaml: text) }
    }
  }
}
