import Testing
import TextAnalysis

@testable import Editorial

/// Two revisions of one story, of which only the body differs: what that does to a key point.
@Suite("Sentences that bear a key point out, from one revision to the next")
struct FollowedTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let old: String
    let new: String
    /// What is told of the key point "The dam failed at 40 bar"; empty when nothing that matters changed.
    let costs: [String]
  }

  private static let first = "The old dam failed at 40 bar, the inquiry found."
  private static let other = "Rain fell all night. Farmers lost cattle."

  static let cases: [Case] = [
    Case(testDescription: "nothing", old: "\(first) \(other)", new: "\(first) \(other)", costs: []),
    Case(
      testDescription: "another sentence changed", old: "\(first) \(other)",
      new: "\(first) Rain fell for 12 nights. Farmers lost sheep.", costs: []),
    Case(testDescription: "moved", old: "\(first) \(other)", new: "\(other) \(first)", costs: []),
    Case(
      testDescription: "other marks", old: "\(first) \(other)",
      new: "The old dam failed at 40 bar; the inquiry found. \(other)", costs: []),
    Case(
      testDescription: "reworded", old: "\(first) \(other)",
      new: "The ageing dam failed at 40 bar, the inquiry found. \(other)", costs: []),
    Case(
      testDescription: "another figure", old: "\(first) \(other)",
      new: "The old dam failed at 49 bar, the inquiry found. \(other)", costs: ["number"]),
    Case(
      testDescription: "another speaker", old: "\(first) \(other)",
      new: "The old dam failed at 40 bar, the owners claimed. \(other)", costs: ["attribution"]),
    Case(
      testDescription: "a denial", old: "\(first) \(other)",
      new: "The old dam had not failed at 40 bar, the inquiry found. \(other)", costs: ["negation"]),
    Case(
      testDescription: "no longer what the point says", old: "\(first) \(other)",
      new: "The old dam leaked at 40 bar, the inquiry found. \(other)", costs: ["lost failed"]),
    Case(testDescription: "cut", old: "\(first) \(other)", new: other, costs: ["cut"]),
    Case(
      testDescription: "split in two", old: "\(first) \(other)",
      new: "The old dam failed at 40 bar. The inquiry found. \(other)", costs: []),
    Case(
      testDescription: "drawn together with its neighbour", old: "\(first) The minister resigned. \(other)",
      new: "The old dam failed at 40 bar, the inquiry found, the minister resigned. \(other)", costs: []),
  ]

  private func draft(_ body: String, point: String = "The dam failed at 40 bar") throws -> DatedText {
    DatedText(
      try Manuscript(bytes: Array("\(body)\n\nKey points:\n\n- \(point)\n".utf8)), dateline: day("2024-07-13")
    )
  }

  private func changes(_ old: DatedText, _ new: DatedText) -> [KeyPointChange?] {
    let before = old.manuscript.keyPoints.enumerated().map { index, passage in
      KeyPoint(
        id: Int64(index + 1), number: index + 1, words: passage.words, span: passage.span,
        wordsFrom: aRevision(), writtenIn: aRevision(), supports: [], gone: false, signOffs: [])
    }
    return FollowedText(from: old, to: new).changes(
      of: matchKeyPoints(new.manuscript.keyPoints.map(\.words), to: before))
  }

  @Test("Only what touches them matters", arguments: cases)
  func costs(one: Case) throws {
    let found = changes(try draft(one.old), try draft(one.new))
    let change = try #require(found.first ?? nil)
    #expect(change.kinds.isEmpty)
    #expect(
      change.supports.map { support in
        support.now == nil
          ? "cut"
          : support.kinds.isEmpty
            ? "lost " + support.lost.joined(separator: " ")
            : support.kinds.sorted().map(\.rawValue).joined(separator: " ")
      } == one.costs)
  }

  @Test("Of two sentences that say the same one may go, but not the last")
  func twice() throws {
    let again = "At 40 bar the dam failed, engineers agree."
    let old = try draft("\(Self.first) \(again) \(Self.other)")
    #expect(changes(old, try draft("\(Self.first) \(Self.other)"))[0]?.supports == [])
    #expect(changes(old, try draft(Self.other))[0]?.supports.map(\.now) == [nil, nil])
  }

  @Test("Key points that changed places moved; the longest run that kept its order did not")
  func moved() throws {
    let text = { (points: [String]) in
      DatedText(
        try Manuscript(
          bytes: Array("Body here.\n\nKey points:\n\n- \(points.joined(separator: "\n- "))\n".utf8)),
        dateline: day("2024-07-13"))
    }
    let (a, b, c, d) = ("The dam failed.", "Two men drowned.", "Rain is due.", "A vote is planned.")
    let found = changes(try text([a, b, c]), try text([c, d, a, b]))
    #expect(found.map { $0?.kinds.contains(.moved) } == [true, nil, false, false])
  }

  @Test("Where a changed sentence comes from is known, where a new one comes from is not")
  func origin() throws {
    let new = try draft("The old dam failed at 49 bar, the inquiry found. Nobody was hurt.")
    let followed = FollowedText(from: try draft("\(Self.first) \(Self.other)"), to: new)
    let sentences = new.manuscript.sentences
    #expect(sentences.map { followed.earlierWords(of: $0) } == [Self.first, nil])
  }

  @Test("A story of thousands of sentences, all changed, is compared in one go")
  func long() throws {
    let body = { (word: String) in
      (1...3_000).map { "The \(word) number \($0) was found in house \($0 * 7)." }.joined(separator: " ")
    }
    let found = FollowedText(from: try draft(body("coin")), to: try draft(body("ring")))
    #expect(found.changes(of: []).isEmpty)
  }
}
