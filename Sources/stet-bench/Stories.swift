import TextAnalysis

/// A row of `stories.*.jsonl` or `briefs.*.jsonl`: a story whose body is annotated, and nothing but it.
struct Story: Decodable {
  let id: String
  let published: String
  let body: String
}

/// A story as the engine sees it.
struct ReadStory {
  let manuscript: Manuscript
  let dateline: CivilDate
  private let body: String

  init(_ story: Story) throws(UnusableRow) {
    dateline = try day(story.published, field: "published")
    body = story.body
    do throws(Unreadable) {
      manuscript = try Manuscript(bytes: Array(story.body.utf8))
    } catch {
      throw UnusableRow(why: "has a \"body\" that is no draft, at its line \(error.line): \(error.reason)")
    }
  }

  /// Spans of the manuscript as code points of the body.
  func inData(_ spans: [Span]) -> [Span] {
    let mark = byteOrderMark
    return inCodePoints(spans.map { Span($0.start + mark, $0.end + mark) }, of: body)
  }

  /// A span of code points of the body in the manuscript; nil when it lies outside.
  func inManuscript(_ span: Span) -> Span? {
    let mark = byteOrderMark
    return inBytes([span], of: body)?.first.map { Span(max(0, $0.start - mark), max(0, $0.end - mark)) }
  }

  /// The whole sentence in which a span begins; the span itself outside of all sentences.
  func sentence(of span: Span) -> Span {
    manuscript.sentences.last { $0.start <= span.start && span.start < $0.end } ?? span
  }

  /// Bytes that the manuscript leaves out at the beginning.
  private var byteOrderMark: Int { body.utf8.count - manuscript.text.utf8.count }
}

/// The day that a field of a row holds.
func day(_ words: String, field: String) throws(UnusableRow) -> CivilDate {
  guard let day = CivilDate(words) else { throw UnusableRow(why: "has no day in \"\(field)\"") }
  return day
}
