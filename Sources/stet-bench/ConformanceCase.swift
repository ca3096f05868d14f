import TextAnalysis

/// One expectation of another program's tests.
struct ConformanceCase {
  let suite: String
  let id: String
  let text: String
  /// What the case depends on besides its text, such as "engine strict".
  var setting = ""
  /// When the words were said; a day in 2012 where the suite leaves it open.
  let written: WritingTime
  /// Whether what Stet finds in the text is what the suite expects, as far as it can be said in TIMEX3.
  let isMet: ([Found]) -> Bool
}

/// What Stet found, with what its value means.
struct Found {
  let type: TimeType
  let value: String
  /// Code points into the text, without prepositions at its ends.
  let span: Span
  let stretch: Stretch?
  let length: Length?
}

/// Everything Stet finds in a case's text, in order.
func findings(in text: String, written: WritingTime) -> [Found] {
  let times = findTimes(in: text, written: written)
  return zip(times, inCodePoints(times.map(\.span), of: text)).map { time, span in
    Found(
      type: time.type, value: time.value, span: bare(span, in: text),
      stretch: Stretch(timex: time.value, now: written.seconds), length: Length(timex: time.value))
  }
}

/// A span of code points without the prepositions, articles and signs at its ends: the suites disagree about
/// whether they belong to a date.
func bare(_ span: Span, in text: String) -> Span {
  let scalars = Array(text.unicodeScalars)
  var words: [Span] = []
  for i in max(0, span.start)..<max(0, min(span.end, scalars.count)) {
    let isPart = scalars[i].properties.isAlphabetic || scalars[i].properties.numericType != nil
    guard isPart else { continue }
    if let last = words.last, last.end == i {
      words[words.count - 1].end = i + 1
    } else {
      words.append(Span(i, i + 1))
    }
  }
  func isLoose(_ word: Span) -> Bool {
    let letters = scalars[word.start..<word.end]
    return looseWords.contains(String(String.UnicodeScalarView(letters)).lowercased())
  }
  while let first = words.first, isLoose(first) { words.removeFirst() }
  while let last = words.last, isLoose(last) { words.removeLast() }
  guard let first = words.first, let last = words.last else { return span }
  return Span(first.start, last.end)
}

private let looseWords = Set(
  "a an about after and around approximately as at before between by during for from in of on or over since the till to until up within"
    .split(separator: " ").map(String.init))

extension [Found] {
  /// Those that overlap a span.
  func overlapping(_ span: Span) -> [Found] {
    filter { $0.span.start < span.end && span.start < $0.span.end }
  }

  /// From the first to the last.
  var span: Span? {
    guard let first, let last else { return nil }
    return Span(first.span.start, last.span.end)
  }

  /// Whether a range from one moment to another is what they name: one stretch, or the first and the last of
  /// several. A suite's end may lie at the beginning of the last one, or at its end.
  func isRange(from: Int, to: Int) -> Bool {
    guard let first = first?.stretch, let last = last?.stretch else { return false }
    guard first.first == from else { return false }
    return to == last.end || count > 1 && last.first <= to && to <= last.end
  }
}

extension WritingTime {
  /// Since 1970-01-01; noon where only the day is known.
  var seconds: Int { day.dayNumber * daySeconds + (minute ?? 12 * 60) * 60 }

  /// Of a suite's reference, with or without a time of day; what stands behind the seconds is left out.
  init(reference: String?) throws(UnusableRow) {
    self = try writingTime(String((reference ?? "2012-08-10T12:00:00").prefix(19)), field: "ref")
  }
}
