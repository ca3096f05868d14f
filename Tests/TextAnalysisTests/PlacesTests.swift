import Testing
import TextAnalysis

@Suite("Places and words")
struct PlacesTests {
  @Test(
    "Lines end at LF, CR and CRLF, and columns count code points",
    arguments: [
      ("ab\ncd", 4, 2, 2), ("ab\rcd", 3, 2, 1), ("ab\r\ncd", 4, 2, 1), ("ab\r\ncd", 3, 1, 4),
      ("äöü!", 6, 1, 4),
      ("👾x", 4, 1, 2), ("👾x", 2, 1, 1), ("e\u{301}x", 3, 1, 3), ("abc", -5, 1, 1), ("abc", 99, 1, 4),
      ("", 0, 1, 1),
      ("a\n\n\nb", 4, 4, 1), ("a\n", 2, 2, 1),
    ])
  func places(text: String, offset: Int, line: Int, column: Int) {
    #expect(place(of: offset, in: text) == Place(line: line, column: column))
  }

  @Test("A slice keeps whole characters and stays inside")
  func slices() {
    #expect(slice("naïve", Span(0, 3)) == "naï")
    #expect(slice("naïve", Span(3, 6)) == "ïve")
    #expect(slice("naïve", Span(-9, 99)) == "naïve")
    #expect(slice("naïve", Span(4, 2)) == "")
    #expect(slice("", Span(1, 5)) == "")
  }

  @Test(
    "Style is folded when words are compared",
    arguments: [
      ("‘fair’ trial", "'fair' trial"), ("“Yes,” he said", "\"Yes,\" he said"),
      ("one\r\n  two\u{A0}three ", "one two three"),
      ("1999–2004 — done", "1999-2004 - done"), ("cafe\u{301}", "caf\u{E9}"), ("\u{212B}", "\u{C5}"),
    ])
  func folded(one: String, other: String) {
    #expect(Array(comparableWords(one).utf8) == Array(comparableWords(other).utf8))
  }

  @Test(
    "Everything else counts as a change",
    arguments: [
      ("paid him", "paid\u{200B} him"), ("abc", "\u{202E}abc"), ("The", "the"), ("allegedly did", "did"),
      ("12 dead", "13 dead"),
      ("end.", "end"), ("ﬁre", "fire"),
    ])
  func different(one: String, other: String) {
    #expect(comparableWords(one) != comparableWords(other))
  }
}
