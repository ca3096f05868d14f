import FoundationEssentials
import Testing
import TextAnalysis

/// What the harnesses of `make fuzz` start from, and what once made one of them fail.
@Suite("Drafts from fuzzing")
struct FuzzFindsTests {
  private static let folders = ["Seeds", "Finds"].map { name in
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
      + "/Fuzz/\(name)"
  }

  private static func files() throws -> [String] {
    try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
    }
  }

  /// The spans of a text that lie outside of it, or cut a character in two.
  private func broken(_ spans: [Span], in text: String) -> [Span] {
    let bytes = Array(text.utf8)
    return spans.filter { span in
      guard span.start >= 0, span.start <= span.end, span.end <= bytes.count else { return true }
      return [span.start, span.end].contains { $0 < bytes.count && bytes[$0] & 0xC0 == 0x80 }
    }
  }

  @Test("Each is read or refused, and every span lies inside of it on whole characters")
  func replay() throws {
    let files = try Self.files()
    #expect(files.count >= 5)
    for file in files {
      let bytes = Array(try Data(contentsOf: URL(filePath: file)))
      let mended = Array(String(decoding: bytes, as: UTF8.self).utf8)
      for draft in [try? Manuscript(bytes: bytes), try? Manuscript(bytes: mended)].compactMap({ $0 }) {
        #expect(broken(everySpan(of: draft), in: draft.text) == [], "\(file)")
        let found = findAll(in: draft, dateline: CivilDate("2024-07-13") ?? .latest)
        for claim in found.claims {
          #expect(claim.sentence.contains(claim.quote) && claim.quote.contains(claim.trigger), "\(file)")
        }
        for (time, next) in zip(found.times, found.times.dropFirst()) {
          #expect(time.span.end <= next.span.start, "\(file)")
        }
      }
    }
  }

  private func everySpan(of draft: Manuscript) -> [Span] {
    let dateline = CivilDate("2024-07-13") ?? .latest
    let collisions =
      findContradictions(in: draft, dateline: dateline)
      + draft.contradictions.map { readContradiction($0, in: draft) }
    return draft.paragraphs.map(\.span) + draft.sentences + draft.notTheStorys + draft.unread
      + (draft.keyPoints + draft.contradictions).map(\.span) + draft.ranTogether.map { Span($0, $0) }
      + findClaims(in: draft, dateline: dateline).flatMap { [$0.sentence, $0.quote, $0.trigger] }
      + collisions.flatMap(\.sides).flatMap { [$0.span, $0.says, $0.sentence].compactMap { $0 } }
      + findTimes(in: draft.text, written: WritingTime(day: dateline, minute: nil)).map(\.span)
  }

  @Test(
    "A span outside of a text, or inside of a character, is found: negative control",
    arguments: [Span(0, 5), Span(-1, 2), Span(2, 3), Span(0, 2)])
  func control(span: Span) {
    #expect(broken([span, Span(0, 1), Span(1, 3)], in: "aéb") == [span])
  }
}
