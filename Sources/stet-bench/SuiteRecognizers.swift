import TextAnalysis

/// A case of Recognizers-Text: a sentence with everything that is to be found in it.
struct RecognizersRow: Decodable {
  struct Expected: Decodable {
    let text: String
    let start: Int
    let end: Int
    let type: String
    let values: [Value]
  }

  struct Value: Decodable {
    let timex: String?
    let value: String?
    let start: String?
    let end: String?
  }

  let id: String
  let suite: String
  let text: String
  let ref: String?
  let expect: [Expected]

  func cases() throws(UnusableRow) -> [ConformanceCase] {
    let written = try WritingTime(reference: ref)
    let types = expect.map(\.type).joined(separator: ", ")
    return [
      ConformanceCase(
        suite: "recognizers", id: id, text: text, setting: "\(suite), \(types)", written: written
      ) { isMet(by: $0, written) }
    ]
  }

  /// Everything is found, and nothing else.
  private func isMet(by all: [Found], _ written: WritingTime) -> Bool {
    var rest = all
    for expected in expect {
      let span = bare(place(of: expected), in: text)
      let found = all.overlapping(span)
      guard found.span == span else { return false }
      guard expected.values.contains(where: { names($0, expected.type, found, written) }) else {
        return false
      }
      rest.removeAll { $0.span.start < span.end && span.start < $0.span.end }
    }
    return rest.isEmpty
  }

  /// Some offsets of the suite are those of another sentence.
  private func place(of expected: Expected) -> Span {
    let scalars = Array(text.lowercased().unicodeScalars)
    let wanted = Array(expected.text.lowercased().unicodeScalars)
    let here = expected.start >= 0 && scalars.dropFirst(expected.start).starts(with: wanted)
    let start =
      here ? expected.start : scalars.indices.first { scalars[$0...].starts(with: wanted) } ?? expected.start
    return Span(start, start + wanted.count)
  }

  private func names(_ value: Value, _ type: String, _ found: [Found], _ written: WritingTime) -> Bool {
    guard let first = found.first else { return false }
    if found.count == 1, first.value == value.timex { return type != "set" || first.type == .set }
    switch type {
    case "set": return false
    case "duration":
      guard found.count == 1, let length = first.length, let seconds = value.value.flatMap(Double.init) else {
        return false
      }
      return length.seconds == seconds
    default: break
    }
    let midnight = written.day.dayNumber * daySeconds
    func moment(_ words: String) -> Int? { seconds(words) ?? secondsOfClock(words).map { midnight + $0 } }
    if let moment = value.value.flatMap(moment) {
      guard found.count == 1, let stretch = first.stretch, stretch.first == moment else { return false }
      return type != "date" || stretch.grain == .day
    }
    switch (value.start.flatMap(moment), value.end.flatMap(moment)) {
    case (let start?, let end?): return found.isRange(from: start, to: end)
    // "Since 2016", "before Monday": the open side is not in the value.
    case (let start?, nil):
      return found.count == 1 && (first.stretch?.first == start || first.stretch?.end == start)
    case (nil, let end?):
      return found.count == 1 && (first.stretch?.first == end || first.stretch?.end == end)
    case (nil, nil): return false
    }
  }
}
