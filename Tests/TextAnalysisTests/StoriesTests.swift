import Testing
import TextAnalysis

@Suite("Whole stories")
struct StoriesTests {
  @Test("The example draft yields its key points, contradictions, paragraphs and claims")
  func example() throws {
    let draft = try Manuscript(bytes: projectFile("Docs/Examples/rust-dismissal.txt"))
    #expect(draft.headline == nil)
    #expect(draft.keyPoints.count == 4)
    #expect(draft.contradictions.count == 2)
    #expect(draft.contradictions.allSatisfy { $0.words.first?.isLetter == true })
    #expect(draft.paragraphs.map(\.sentences.count) == [2, 2, 2, 4, 2, 2])
    #expect(draft.ranTogether.count == 5)
    #expect(draft.unread.isEmpty)
    let claims = findClaims(in: draft, dateline: try #require(CivilDate("2024-07-13")))
    #expect(
      claims.map(\.rule) == ["suit.filed", "appeal.planned", "suit.filed", "release", "suit.filed"])
    #expect(claims.map { $0.expected?.description } == [nil, nil, nil, "2025", nil])
    #expect(draft.contradictions.map { readContradiction($0, in: draft).kind } == [.disputed, .disputed])
  }

  @Test("The story as it really came in gives byte-exact parts")
  func asItCameIn() throws {
    guard
      let bytes = try corpusFile(
        "stories/rust-dismissal.txt", whatIsNotChecked: "the reading of the story as it really came in")
    else { return }
    let draft = try Manuscript(bytes: bytes)
    #expect(Array(draft.text.utf8) == bytes)
    #expect(draft.headline == nil)
    #expect(draft.paragraphs.map(\.sentences.count) == [2, 2, 2, 3, 3, 2])
    #expect(draft.ranTogether == [424, 804, 1038, 1377, 1668])
    #expect(
      draft.keyPoints.map(\.span) == [Span(1967, 2060), Span(2063, 2130), Span(2133, 2206), Span(2209, 2281)])
    #expect(draft.contradictions.map(\.span) == [Span(2300, 2451), Span(2456, 2595)])
    for passage in draft.keyPoints + draft.contradictions {
      #expect(slice(draft.text, passage.span) == passage.words)
    }
    #expect(draft.sentences.allSatisfy { slice(draft.text, $0).last == "." })
    let claims = findClaims(in: draft, dateline: try #require(CivilDate("2024-07-13")))
    #expect(claims.map(\.rule) == ["suit.filed", "appeal.planned", "suit.filed", "release", "suit.filed"])
    #expect(claims.map { $0.expected?.description } == [nil, nil, nil, "2025", nil])
    #expect(claims.prefix(3).allSatisfy { $0.kind == .pendingLegal && $0.person })
  }
}
