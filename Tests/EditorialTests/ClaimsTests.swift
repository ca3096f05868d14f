import Editorial
import Testing
import TextAnalysis

@Suite("Places and claims")
struct PlacesAndClaimsTests {
  @Test(
    "A quote that occurs once has one place, in bytes",
    arguments: [
      ("The pump failed.", "pump", 4, 8), ("pump", "pump", 0, 4), ("ééé pump é", "pump", 7, 11),
      ("a 👩‍👧 b", "b", 14, 15),
      ("line\r\nnext", "next", 6, 10), ("aaaab", "aab", 2, 5), ("abababc", "ababc", 2, 7), ("é", "é", 0, 2),
      ("x“no”y", "“no”", 1, 9),
    ] as [(String, String, Int, Int)])
  func once(text: String, quote: String, start: Int, end: Int) throws {
    #expect(try locate(quote, in: text, named: "the text") == Span(start, end))
    #expect(slice(text, Span(start, end)) == quote)
  }

  @Test(
    "A quote that does not stand there letter by letter has none",
    arguments: [
      ("The pump failed.", "Pump"), ("The pump", "pumps"), ("", "a"), ("caf\u{E9}", "cafe\u{301}"),
      ("“no”", "\"no\""), ("a  b", "a b"), ("a\r\nb", "a\nb"), ("e\u{301}", "\u{E9}"),
    ] as [(String, String)])
  func never(text: String, quote: String) throws {
    let refused = try #require(refusal { _ = try locate(quote, in: text, named: "harbour-fire r1") })
    #expect(refused.code == "quote-absent")
    #expect(refused.says.contains("does not stand in harbour-fire r1"))
  }

  @Test("An empty quote marks nothing", arguments: ["", " ", "\n\t", "\u{A0}"])
  func empty(quote: String) {
    #expect(refusal { _ = try locate(quote, in: "a b", named: "x") }?.code == "quote")
  }

  @Test(
    "A quote that occurs more often is refused with every place, overlapping ones too",
    arguments: [
      ("a b\na", "a", [0, 4]), ("aaa", "aa", [0, 1]), ("ababa", "aba", [0, 2]), ("ééé", "éé", [0, 2]),
      ("x\r\nx\rx\nx", "x", [0, 3, 5, 7]),
    ] as [(String, String, [Int])])
  func repeated(text: String, quote: String, offsets: [Int]) throws {
    let refused = try #require(refusal { _ = try locate(quote, in: text, named: "the text") })
    #expect(refused.code == "quote-repeated")
    #expect(refused.places.map(\.offset) == offsets)
  }

  @Test("Places are told in lines and characters")
  func places() throws {
    let refused = try #require(refusal { _ = try locate("x", in: "éx\r\nüüx", named: "the text") })
    #expect(refused.places.map(\.line) == [1, 2])
    #expect(refused.places.map(\.column) == [2, 3])
    #expect(refused.says.contains("occurs 2 times in the text: line 1 column 2 and line 2 column 3"))
  }

  @Test("A megabyte that repeats itself is searched in passing")
  func long() throws {
    let text = String(repeating: "a", count: 200_000) + "b"
    let needle = String(repeating: "a", count: 1_000) + "b"
    #expect(try locate(needle, in: text, named: "the text") == Span(199_000, 200_001))
    let refused = try #require(refusal { _ = try locate("aaa", in: text, named: "the text") })
    #expect(refused.places.count == 20)
    #expect(refused.says.contains("20 or more"))
  }

  private func found(_ text: String) throws -> [FoundClaim] {
    claims(in: try Filing.read(Array(text.utf8)), dateline: day("2024-07-13"))
  }

  @Test("A claim that is told in the body and in a key point is one claim with two places")
  func toldTwice() throws {
    let sentence = "The owner plans to appeal the ruling."
    let text = "Smoke rose.\n\n\(sentence)\n\nKey points\n- \(sentence)\n- Nothing else.\n"
    let claim = try #require(try found(text).first { $0.rule == "appeal.planned" })
    #expect(try found(text).count { $0.rule == "appeal.planned" } == 1)
    #expect(claim.occurrences.count == 2)
    for occurrence in claim.occurrences { #expect(slice(text, occurrence.span) == occurrence.quote) }
    #expect(claim.sentenceDigest == sentenceDigest(sentence))
  }

  @Test("The same sentence in another style is the same claim, and another name makes another one")
  func identity() throws {
    let one = try #require(try found("The owner’s lawyer plans to appeal.").first)
    let same = try #require(try found("The owner's  lawyer plans\nto appeal.").first)
    let other = try #require(try found("The mate’s lawyer plans to appeal.").first)
    #expect(one.sentenceDigest == same.sentenceDigest)
    #expect(one.sentenceDigest != other.sentenceDigest)
    #expect(one.kind == same.kind)
  }

  @Test("A quote belongs to the sentence around it, or is its own where it crosses several")
  func around() throws {
    let text = "The pump failed. The quay burned.\n\nKey points\n- Nobody died.\n"
    let manuscript = try Filing.read(Array(text.utf8))
    func sentence(_ quote: String) throws -> String {
      slice(text, Editorial.sentence(around: try locate(quote, in: text, named: "x"), in: manuscript))
    }
    #expect(try sentence("pump") == "The pump failed.")
    #expect(try sentence("burned.") == "The quay burned.")
    #expect(try sentence("Nobody") == "Nobody died.")
    #expect(try sentence("failed. The") == "failed. The")
  }

  @Test("Dismissed and ended claims are not acted upon")
  func open() {
    #expect(throws: Never.self) { try aClaim().mustBeOpen("dismissed") }
    #expect(refusal { try aClaim(dismissed: "timeless").mustBeOpen("anchored") }?.code == "dismissed")
    #expect(refusal { try aClaim(retired: "overtaken").mustBeOpen("anchored") }?.code == "retired")
  }

  @Test("What a draft brings is open, what the engine sees is a suggestion, and nothing is told twice")
  func contradictions() throws {
    let text = """
      The fire killed 12 people on the quay. Later the mayor said the fire killed 14 people on the quay.

      Contradictions
      - Owners say the pump was serviced; the crew says nobody touched it.
      - Owners say the pump was serviced; the crew says nobody touched it.
      """
    let found = Editorial.contradictions(in: try Filing.read(Array(text.utf8)), dateline: day("2024-07-13"))
    let brought = found.filter { $0.origin == .draft }
    #expect(brought.count == 1)
    #expect(brought.first?.status == .open)
    #expect(brought.first?.kind == .disputed)
    #expect(found.filter { $0.origin == .engine }.allSatisfy { $0.status == .suggested })
    #expect(found.allSatisfy { !$0.passages.isEmpty })
  }
}
