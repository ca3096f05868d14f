import Testing

@testable import TextAnalysis

@Suite("Tokens and their keys")
struct TokensTests {
  private func read(_ text: String) -> (source: Source, tokens: [Token]) {
    let source = Source(bytes: Array(text.utf8))
    return (source, tokens(source.whole, in: source))
  }

  @Test(
    "Words, numbers and signs are parted as news writes them",
    arguments: [
      ("He said no.", ["He", "said", "no."]),
      ("In Santa Fe, N.M., on Sept. 9.", ["In", "Santa", "Fe", ",", "N.M.", ",", "on", "Sept.", "9", "."]),
      ("at 9:30 p.m. or 10.5", ["at", "9", ":", "30", "p.m.", "or", "10.5"]),
      ("a 22-year-old's mid-1990s car", ["a", "22-year-old's", "mid-1990s", "car"]),
      ("they're; it's; didn't", ["they", "'re", ";", "it", "'s", ";", "didn't"]),
      (
        "It\u{2019}s \u{201C}Rust\u{201D}\u{2014}really",
        ["It", "\u{2019}s", "\u{201C}", "Rust", "\u{201D}", "\u{2014}", "really"]
      ),
      ("$1,234.50 and 12,000 of 3/4", ["$", "1,234.50", "and", "12,000", "of", "3", "/", "4"]),
      ("\u{E9}lan Vital, na\u{EF}ve-ish", ["\u{E9}lan", "Vital", ",", "na\u{EF}ve-ish"]),
      ("the owners' dog, 'tis", ["the", "owners", "'", "dog", ",", "'", "tis"]),
      ("U.S.-led", ["U.S.", "-", "led"]),
      ("", []), (" \u{A0}\n", []), ("!?", ["!", "?"]),
    ])
  func parts(_ text: String, _ expected: [String]) {
    let (source, tokens) = read(text)
    #expect(tokens.map { source.string($0.span) } == expected)
  }

  @Test(
    "Words that differ in capitals, quotation style, or by a genitive alone have one key",
    arguments: [
      ("Court", "court"), ("court's", "court"), ("COURT\u{2019}S", "court"), ("It's", "it"),
      ("didn\u{2019}t", "didn't"), ("mid\u{2010}2025", "mid-2025"), ("\u{C9}lan", "\u{E9}lan"),
      ("\u{201C}", "\""), ("a-very-long-hyphenated-word", "A-VERY-LONG-HYPHENATED-WORD"), ("Sept.", "sept"),
    ])
  func sameKey(_ one: String, _ other: String) {
    #expect(read(one).tokens.first?.key == read(other).tokens.first?.key)
    #expect(read("x " + one + " y").tokens.dropFirst().first?.key == WordKey(other))
  }

  @Test(
    "Words that differ otherwise have keys of their own",
    arguments: [
      ("trial", "trials"), ("10", "100"), ("a", "\""), ("12345678", "123456789"), ("no", "on"), ("ő", "ű"),
      ("ć", "ħ"), ("đ", "ı"), ("\u{2013}", "\u{2033}"), (".", "\u{0E}"),
    ])
  func otherKey(_ one: String, _ other: String) {
    #expect(WordKey(one) != WordKey(other))
  }

  @Test("A key depends on the word and not on where it stands or how long the text is")
  func keysDependOnTheWord() {
    let words = ["a", "is", "appeal", "sentence", "sentenced", "investigations", "mid-September"]
    for word in words {
      for before in ["", " ", "xxxxxxx ", "xxxxxxxx "] {
        for after in ["", " ", " x", " xxxxxxxxxxxxxxxxx"] {
          let keys = read(before + word + after).tokens.map(\.key)
          #expect(keys.contains(WordKey(word)), "\(word) in '\(before)\(word)\(after)'")
        }
      }
    }
  }

  private static let shapes: [(String, Token.Shape)] = [
    ("Trial", [.word, .capital]), ("TRIAL", [.word, .capital, .allCapitals]), ("A", [.word, .capital]),
    ("charged", [.word, .endsED]), ("pending", [.word, .endsING]), ("likely", [.word, .endsLY]),
    ("talks", [.word, .endsS]), ("the", [.word]), ("red", [.word]), ("2024", [.word, .digits, .hasDigit]),
    ("2.5", [.word, .digits, .hasDigit, .fraction]), ("1990s", [.word, .hasDigit]),
    ("3-9", [.word, .hasDigit, .hyphen]), ("Sept.", [.word, .capital, .dotted]), ("%", []),
    ("\u{C9}t\u{E9}", [.word, .capital]),
  ]

  @Test("What the spelling says is in the shape", arguments: shapes)
  func shape(_ word: String, _ expected: Token.Shape) {
    #expect(read(word).tokens.first?.shape == expected)
  }

  @Test(
    "Numbers are read, and none overflows",
    arguments: [
      ("12,000", 12000), ("seven", 7), ("twenty-one", 21), ("0", 0), ("2.5", nil),
      ("99999999999999999999", nil),
      ("2000000000", 2_000_000_000), ("2000000001", nil), ("trial", nil),
    ] as [(String, Int?)])
  func numbers(_ word: String, _ expected: Int?) {
    #expect(read(word).tokens.first?.number == expected)
  }
}
