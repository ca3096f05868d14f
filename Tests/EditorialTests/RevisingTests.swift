import Editorial
import Testing

@Suite("The next revision")
struct RevisingTests {
  /// A match as text: `K1=` the same words, `K1~` changed ones, `+` new.
  private func matches(_ new: [String], _ old: [KeyPoint]) -> [String] {
    matchKeyPoints(new, to: old).map { match in
      switch match {
      case .same(let keyPoint): "\(keyPoint.label)="
      case .changed(let keyPoint): "\(keyPoint.label)~"
      case .new: "+"
      }
    }
  }

  private static let pump = "The pump failed at 40 bar, the report says."
  private static let owners = "The owners knew of the leak since March."
  private static let crew = "Nobody of the crew was on board."

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let old: [String]
    let new: [String]
    let found: [String]
  }

  static let cases: [Case] = [
    Case(testDescription: "nothing to nothing", old: [], new: [], found: []),
    Case(testDescription: "all new", old: [], new: [pump, owners], found: ["+", "+"]),
    Case(testDescription: "all gone", old: [pump, owners], new: [], found: []),
    Case(testDescription: "the same", old: [pump, owners], new: [pump, owners], found: ["K1=", "K2="]),
    Case(
      testDescription: "moved", old: [pump, owners, crew], new: [crew, pump, owners],
      found: ["K3=", "K1=", "K2="]),
    Case(
      testDescription: "a changed number", old: [pump, owners],
      new: ["The pump failed at 49 bar, the report says.", owners], found: ["K1~", "K2="]),
    Case(
      testDescription: "changed and moved", old: [pump, owners],
      new: [owners, "The pump failed at 49 bar, the report says."], found: ["K2=", "K1~"]),
    Case(
      testDescription: "one new between", old: [pump, owners], new: [pump, crew, owners],
      found: ["K1=", "+", "K2="]),
    Case(
      testDescription: "one removed", old: [pump, owners, crew], new: [pump, crew], found: ["K1=", "K3="]),
    Case(
      testDescription: "replaced by something else", old: [pump], new: ["Rain is forecast for Sunday."],
      found: ["+"]),
    Case(
      testDescription: "twice the same words, twice again", old: [pump, pump], new: [pump, pump],
      found: ["K1=", "K2="]),
    Case(testDescription: "twice the same words, then once", old: [pump, pump], new: [pump], found: ["K1="]),
    Case(
      testDescription: "once, then twice the same words", old: [pump], new: [pump, pump], found: ["K1=", "+"]),
    Case(
      testDescription: "one of two twins changes", old: [pump, pump],
      new: ["The pump failed at 49 bar, the report says.", pump], found: ["K2~", "K1="]),
    Case(
      testDescription: "two like one: doubtful, so none", old: [pump],
      new: ["The pump failed at 49 bar, the report says.", "The pump failed at 41 bar, the report says."],
      found: ["+", "+"]),
    Case(
      testDescription: "one like two: doubtful, so none",
      old: [pump, "The pump failed at 41 bar, the report says."],
      new: ["The pump failed at 49 bar, the report says."], found: ["+"]),
    Case(
      testDescription: "quotation marks, dashes and spaces in another style are the same words",
      old: ["He said: “no” – twice.  Then left."], new: ["He said: \"no\" - twice. Then left."],
      found: ["K1="]),
    Case(
      testDescription: "composed and decomposed letters are the same words", old: ["The caf\u{E9} burned."],
      new: ["The cafe\u{301} burned."], found: ["K1="]),
    Case(
      testDescription: "a zero-width space is a change", old: ["The pump failed at 40 bar."],
      new: ["The pump failed at\u{200B} 40 bar."], found: ["K1~"]),
    Case(
      testDescription: "another case is a change", old: ["The Board knew of it all."],
      new: ["The board knew of it all."],
      found: ["K1="]),
    Case(
      testDescription: "marks and spaces are the same words", old: ["The board, he said, knew."],
      new: ["The board (he said) knew"], found: ["K1="]),
    Case(
      testDescription: "twins that differ in looks keep apart", old: ["The Board knew.", "The board knew."],
      new: ["The board knew.", "The Board knew."], found: ["K2=", "K1="]),
    Case(
      testDescription: "unlike words between two neighbours that stayed", old: [pump, owners, crew],
      new: [pump, "The leak was known to the owners.", crew], found: ["K1=", "K2~", "K3="]),
    Case(
      testDescription: "other matter between two neighbours that stayed", old: [pump, owners, crew],
      new: [pump, "Rain is forecast for Sunday.", crew], found: ["K1=", "+", "K3="]),
    Case(
      testDescription: "two between the neighbours: doubtful, so none", old: [pump, owners, crew],
      new: [pump, "The leak was known to the owners.", "Rain is forecast for Sunday.", crew],
      found: ["K1=", "+", "+", "K3="]),
  ]

  @Test("Each key point is found again, or is new", arguments: cases)
  func matching(one: Case) {
    let old = one.old.enumerated().map { aKeyPoint($0 + 1, $1) }
    #expect(matches(one.new, old) == one.found)
  }

  @Test("What is gone comes back by its words alone, and never before what is there")
  func returning() {
    let there = aKeyPoint(1, Self.pump)
    let gone = aKeyPoint(2, Self.owners, gone: true)
    #expect(matches([Self.owners], [there, gone]) == ["K2="])
    #expect(matches(["The owners knew of the leak since May."], [there, gone]) == ["+"])
    #expect(matches([Self.pump], [aKeyPoint(1, Self.pump, gone: true), aKeyPoint(2, Self.pump)]) == ["K2="])
  }

  @Test("No key point is found twice, whatever is thrown at it")
  func atMostOnce() {
    var random = Seeded(7)
    let words = ["a", "b", "c", "d", "1", "2"]
    for _ in 0..<500 {
      func some() -> [String] {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in words.randomElement(using: &random) }
            .joined(separator: " ")
        }
      }
      let old = some().enumerated().map { aKeyPoint($0 + 1, $1, gone: Bool.random(using: &random)) }
      let new = some()
      let found = matches(new, old).filter { $0 != "+" }.map { $0.dropLast() }
      #expect(Set(found).count == found.count)
      #expect(matches(new, old).count == new.count)
    }
  }

  @Test(
    "A change in words names only what differs",
    arguments: [
      ("failed at 40 bar", "failed at 49 bar", "“40” became “49”"), ("a b c", "a c", "“b” was cut"),
      ("a c", "a b c", "“b” was added"), ("a b", "a b c d", "“c d” was added"),
      ("a b c", "c", "“a b” was cut"),
      ("", "a", "“a” was added"), ("a", "", "“a” was cut"), ("a a a", "a a", "“a” was cut"),
      ("x", "y", "“x” became “y”"),
      ("one of two men", "two of three men", "“one of” was cut; “of three” was added"),
      ("He “did”", "He ‘did’", "“He \"did\"” became “He 'did'”"),
      (
        "a 1 b 2 c 3 d 4", "a 5 b 6 c 7 d 8",
        "“1” became “5”; “2” became “6”; “3” became “7”; and 1 more change"
      ),
    ] as [(String, String, String)])
  func change(old: String, new: String, says: String) {
    #expect(changeInWords(from: old, to: new) == says)
  }
}
