import Testing

@testable import stet

@Suite("Cells of a terminal")
struct CellTests {
  @Test(
    "A text takes the cells that a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("Zoë", 3), ("e\u{301}", 1), ("’", 1), ("日本", 4), ("ﾊﾝ", 2), ("Ａ", 2), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("👾", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇩🇪", 2), ("☎\u{FE0F}", 2), ("☎", 1),
      ("1\u{FE0F}\u{20E3}", 2), ("क्षि", 3), ("\u{200B}", 0), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2),
    ])
  func widths(text: String, expected: Int) {
    #expect(cells(text) == expected)
  }

  @Test("A cut ends in three dots, fits, and never splits a character")
  func cut() {
    for width in 4...12 {
      let short = plain.cut("a日本👩‍👩‍👧e\u{301}xyz and more", to: width)
      #expect(cells(short) <= width)
      #expect(short.hasSuffix("..."))
    }
    #expect(plain.cut("fits", to: 4) == "fits")
    #expect(with(plain) { $0.piped = true }.cut("never cut in a pipe", to: 5) == "never cut in a pipe")
  }

  @Test("Columns line up behind emoji and wide characters")
  func padding() {
    #expect(plain.padded("👾", to: 4) == "👾  ")
    #expect(plain.padded("日本", to: 4) == "日本")
    #expect(plain.padded("longer", to: 4) == "longer")
  }

  @Test("Lines break between words and keep a long address whole")
  func wrapping() {
    let narrow = with(plain) { $0.width = 20 }
    #expect(
      narrow.wrapped("one two three four five six", first: "  1. ", rest: "     ")
        == ["  1. one two three", "     four five six"])
    #expect(
      narrow.wrapped("see https://court.example/a/long/address now")
        == ["see", "https://court.example/a/long/address", "now"])
    #expect(narrow.wrapped("") == [""])
  }
}

@Suite("Text from outside on a terminal")
struct ShownTests {
  @Test(
    "Controls, bidirectional and invisible characters become named tokens",
    arguments: [
      ("plain words, ‘quotes’ and 👩‍👩‍👧", "plain words, ‘quotes’ and 👩‍👩‍👧"), ("a\u{1B}[31mb", "a<ESC>[31mb"),
      ("a\r\nb\tc\nd", "a b c d"), ("\u{202E}evil", "<RLO>evil"), ("a\u{200B}b", "a<ZWSP>b"),
      ("a\u{200D}b", "a<ZWJ>b"), ("\u{9B}31m", "<CSI>31m"), ("\u{7}\u{0}\u{7F}", "<BEL><NUL><DEL>"),
      ("\u{1}", "<U+0001>"), ("\u{2066}x\u{2069}", "<LRI>x<PDI>"), ("\u{E0041}", "<U+E0041>"),
      ("a\u{2028}b", "a<LS>b"), ("می\u{200C}شود", "می\u{200C}شود"),
    ])
  func tokens(text: String, expected: String) {
    #expect(Array(shown(text).utf8) == Array(expected.utf8))
  }

  @Test("What is shown is safe, whatever came in")
  func anything() {
    for value in (UInt32(0)...0x2FF).map({ $0 }) + Array(0x2000...0x20FF) + [0xFEFF, 0xE0001] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let result = shown("x" + String(Character(scalar)) + "y")
      #expect(!carriesControls(result), "U+\(String(value, radix: 16))")
    }
  }

  @Test("The check for controls finds one: negative control")
  func control() {
    #expect(carriesControls("a\u{1B}[0m"))
    #expect(carriesControls("\u{202E}"))
    #expect(!carriesControls("a\nb"))
  }
}

/// Whether a terminal would obey, or hide, some of this text; line ends are allowed.
func carriesControls(_ text: String) -> Bool {
  text.unicodeScalars.contains { scalar in
    if scalar == "\n" { return false }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .format: return scalar.value != 0x200D && scalar.value != 0x200C
    default: return false
    }
  }
}
