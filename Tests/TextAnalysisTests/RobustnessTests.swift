import Testing
import TextAnalysis

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whatever comes in: nothing traps, every span lies inside the text on whole characters, and the cost grows
/// with the length alone.
@Suite("Any input")
struct RobustnessTests {
  private let dateline = CivilDate("2024-07-13") ?? .earliest

  /// What is wrong with what a draft yields; empty when all is well.
  private func faults(_ draft: Manuscript) -> [String] {
    let bytes = Array(draft.text.utf8)
    var faults: [String] = []
    func check(_ span: Span, _ what: String) {
      let inside = span.start >= 0 && span.start <= span.end && span.end <= bytes.count
      let whole =
        inside && [span.start, span.end].allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
      if !whole { faults.append("\(what) \(span.start)..<\(span.end)") }
    }
    for paragraph in draft.paragraphs {
      check(paragraph.span, "paragraph")
      for sentence in paragraph.sentences where !paragraph.span.contains(sentence) {
        faults.append("stray sentence")
      }
    }
    for span in draft.sentences { check(span, "sentence") }
    for passage in draft.keyPoints + draft.contradictions { check(passage.span, "passage") }
    for span in draft.notTheStorys { check(span, "mail") }
    for offset in draft.ranTogether { check(Span(offset, offset), "joint") }
    if draft.sentences != draft.sentences.sorted() { faults.append("sentences out of order") }
    for claim in findClaims(in: draft, dateline: dateline) {
      check(claim.quote, "quote")
      check(claim.trigger, "trigger")
      if !claim.sentence.contains(claim.quote) || !claim.quote.contains(claim.trigger) {
        faults.append("\(claim.rule): trigger or quote outside")
      }
    }
    for accusation in accusations(in: draft) {
      check(accusation.person, "person")
      if !accusation.sentence.contains(accusation.person) { faults.append("person outside") }
    }
    let findings =
      findContradictions(in: draft, dateline: dateline)
      + draft.contradictions.map { readContradiction($0, in: draft) }
    for side in findings.flatMap(\.sides) {
      check(side.span, "side")
      if let says = side.says { check(says, "speaker") }
    }
    return faults
  }

  @Test("Random bytes are read or refused with a place inside")
  func randomBytes() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      do throws(Unreadable) {
        let draft = try Manuscript(bytes: bytes)
        #expect(faults(draft).isEmpty)
      } catch {
        #expect(error.offset <= bytes.count && error.line >= 1 && error.column >= 1)
      }
    }
  }

  @Test("Random pieces of drafts keep every span inside")
  func randomPieces() {
    let pieces = [
      "Key points", "Contradictions", "👾", "- ", "\n", "\n\n", "\r\n", "\r", " ",
      "The trial is set for July ", "12, 2024", ".", "!", "?", "…",
      "“", "”", "‘", "’s", "(", ")", "# ", "---\n", "| a |", "> ", "From: x\nTo: y\n", "plans to appeal",
      " in 2025", " was called safe by ", " but ", "according ", "to ", "by", ";", "While police claimed ",
      ", ",
      "the lawyers denied it", "é", "e\u{301}", "\u{200B}", "\u{2028}", "\u{A0}", "東京。", "U.S.", "Sept. ",
      "at least 12 people were killed", "from ",
      "between ", "9999", "1️⃣", "\u{FE0F}", "\u{200D}", "http://a.b/C.D", "trial.The", ":", "*", "**",
      "On Monday Ana wrote:\n> hm\n", "\u{301}",
      "within 999 years", "\u{FEFF}", "next ", "December 31", "Tuesday, ",
    ]
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      guard let draft = try? manuscript(text) else { continue }
      let faults = faults(draft)
      #expect(faults.isEmpty, "\(faults) in \(text.debugDescription)")
    }
  }

  @Test(
    "Four times the text costs about four times the time",
    arguments: [
      "“", "word ", "a.", "((", "The trial is set for Monday. ", "- x\n", "from ", "\n", "while a said, ",
      "👾", "12 ", "July 12 ", "# x\n", "x\n\n",
      ".)", "On wrote:\n", "”.", "Ken Walsh and lied, ",
    ])
  func linear(piece: String) throws {
    func cost(_ bytes: Int) -> Int {
      let text = "Body.\n" + String(repeating: piece, count: bytes / piece.utf8.count)
      let start = threadNanoseconds()
      if let draft = try? manuscript(text) {
        _ = findClaims(in: draft, dateline: dateline)
        _ = findContradictions(in: draft, dateline: dateline)
        _ = accusations(in: draft)
      }
      return threadNanoseconds() - start
    }
    // Four times the text: a quadratic step would cost sixteenfold. Processor time of this thread, so that
    // what else runs on the machine does not matter.
    let small = min(cost(3_000), cost(3_000))
    let large = cost(12_000)
    #expect(large < small * 9 + 3_000_000, "\(small) ns became \(large) ns")
  }

  @Test("A megabyte in one paragraph, and as many open quotes, are read")
  func large() throws {
    let sentence = "The bridge over the river is closed. "
    let text = String(repeating: sentence, count: Manuscript.sizeLimit / sentence.utf8.count)
    #expect(try manuscript(text).sentences.count == Manuscript.sizeLimit / sentence.utf8.count)
    #expect(try manuscript("Words " + String(repeating: "“", count: 100_000)).sentences.count == 1)
  }
}

private func threadNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
