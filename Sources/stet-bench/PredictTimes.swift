import TextAnalysis

/// A row of `*.docs.jsonl`.
struct TimesDocument: Decodable {
  let doc: String
  /// When it was written: `1998-03-03`, `1998-03-03T14:05` or `1998-03-03T14:05:00`.
  let dct: String
  let text: String
}

struct TimePrediction: Codable {
  let doc: String
  let start: Int
  let end: Int
  let type: String
  let value: String
}

func predictTimes(_ document: TimesDocument) throws(UnusableRow) -> [TimePrediction] {
  let times = findTimes(in: document.text, written: try writingTime(document.dct))
  return zip(times, inCodePoints(times.map(\.span), of: document.text)).map { time, span in
    TimePrediction(
      doc: document.doc, start: span.start, end: span.end, type: time.type.rawValue, value: time.value)
  }
}

/// The moment of writing from a day, or a day and a time of day.
func writingTime(_ words: String, field: String = "dct") throws(UnusableRow) -> WritingTime {
  let day = try day(String(words.prefix(10)), field: field)
  let clock = words.dropFirst(10)
  if clock.isEmpty { return WritingTime(day: day, minute: nil) }
  let parts = clock.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
  guard clock.first == "T", parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
    (0..<24).contains(hour), (0..<60).contains(minute)
  else { throw UnusableRow(why: "has no time of day behind the day in \"\(field)\"") }
  return WritingTime(day: day, minute: hour * 60 + minute)
}
