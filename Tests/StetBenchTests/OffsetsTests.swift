import Testing
import TextAnalysis

@testable import stet_bench

@Suite("Offsets")
struct OffsetsTests {
  @Test(
    "Bytes and code points are counted into each other",
    arguments: [
      ("", [0], [0]),
      ("abc", [0, 3, 1], [0, 3, 1]),
      ("é—👾x", [9, 0, 2, 5, 10], [3, 0, 1, 2, 4]),
      // Two code points that people see as one character.
      ("e\u{301}!", [1, 3, 4], [1, 2, 3]),
      ("\r\n\u{FEFF}a", [1, 2, 5], [1, 2, 3]),
    ])
  func bothWays(text: String, bytesIn: [Int], counts: [Int]) {
    #expect(codePoints(beforeBytes: bytesIn, in: text) == counts)
    #expect(bytes(afterCodePoints: counts, in: text) == bytesIn)
  }

  @Test("Spans keep their order")
  func spans() {
    let text = "Café ✓ ok"
    let inBytesOfText = [Span(10, 12), Span(0, 5), Span(6, 9)]
    let points = [Span(7, 9), Span(0, 4), Span(5, 6)]
    #expect(inCodePoints(inBytesOfText, of: text) == points)
    #expect(inBytes(points, of: text) == inBytesOfText)
  }

  @Test("What lies outside a text has no place in it", arguments: [-1, 4])
  func outside(count: Int) {
    #expect(bytes(afterCodePoints: [0, count], in: "abc") == nil)
  }

  @Test("An offset behind the end counts as the end")
  func behind() {
    #expect(codePoints(beforeBytes: [99], in: "éa") == [2])
  }
}
