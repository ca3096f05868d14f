import TextAnalysis

/// A case of chrono's tests: the words found, and the parts of date and time that they name.
struct ChronoRow: Decodable {
  struct Options: Decodable {
    let forwardDate: Bool?
    let timezones: [String: Zone]?

    struct Zone: Decodable {
      init(from decoder: any Decoder) {}
    }
  }

  struct Expected: Decodable {
    /// Words, or an object that names a part of them.
    let text: Words?
    let textObserved: String?
    let index: Int?
    let indexObserved: Int?
    let results: Int?
    let start: Parts?
    let end: Parts?
  }

  struct Words: Decodable {
    let exact: String?

    init(from decoder: any Decoder) throws {
      exact = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  struct Parts: Decodable {
    let year: Int?
    let month: Int?
    let day: Int?
    let hour: Int?
    let minute: Int?
    let date: String?
    let timezoneOffset: Int?
  }

  let id: String
  let engine: String
  let text: String
  let ref: String?
  let refTimezone: AnyValue?
  let options: Options?
  let expect: Expected

  struct AnyValue: Decodable {
    init(from decoder: any Decoder) {}
  }

  func cases() throws(UnusableRow) -> [ConformanceCase] {
    let written = try WritingTime(reference: ref)
    var settings = ["engine \(engine)"]
    if options?.forwardDate == true { settings.append("forward") }
    if options?.timezones != nil || refTimezone != nil || expect.start?.timezoneOffset != nil {
      settings.append("zone")
    }
    return [
      ConformanceCase(
        suite: "chrono", id: id, text: text, setting: settings.joined(separator: ", "), written: written
      ) { isMet(by: $0, written) }
    ]
  }

  private func isMet(by all: [Found], _ written: WritingTime) -> Bool {
    if expect.results == 0 { return all.isEmpty }
    var found = all
    if let words = expect.text?.exact ?? expect.textObserved,
      let index = expect.index ?? expect.indexObserved
    {
      let span = bare(Span(index, index + words.unicodeScalars.count), in: text)
      found = all.overlapping(span)
      guard found.span == span else { return false }
    }
    guard let first = found.first, let last = found.last else { return false }
    if let start = expect.start, !agree(start, first.stretch, written) { return false }
    if let end = expect.end { return found.count > 1 && agree(end, last.stretch, written) }
    return found.count == 1
  }

  /// What is finer than Stet's value is what chrono fills in, and counts only where it is not noon, midnight or
  /// the time of writing.
  private func agree(_ parts: Parts, _ stretch: Stretch?, _ written: WritingTime) -> Bool {
    guard let stretch, let first = civilDay(at: stretch.first) else { return false }
    let whole = parts.date.flatMap(seconds)
    if parts.date != nil, whole == nil { return false }
    let named = whole.flatMap(civilDay)
    let year = parts.year ?? named?.year
    let month = parts.month ?? named?.month
    let day = parts.day ?? named?.day
    let hour = parts.hour ?? whole.map { secondOfDay(at: $0) / 3_600 }
    let minute = parts.minute ?? whole.map { secondOfDay(at: $0) / 60 % 60 }
    let own = secondOfDay(at: stretch.first)
    func fits(_ expected: Int?, _ own: Int) -> Bool { expected == nil || expected == own }
    switch stretch.grain {
    case .decade, .century: return true
    case .half, .year: return fits(year, first.year)
    case .month, .quarter: return fits(year, first.year) && fits(month, first.month)
    case .week, .weekend:
      guard let year, let month, let day, let date = CivilDate(year: year, month: month, day: day) else {
        return true
      }
      return stretch.contains(date.dayNumber * daySeconds)
    case .day, .partOfDay, .hour, .minute, .second: break
    }
    guard fits(year, first.year), fits(month, first.month), fits(day, first.day) else { return false }
    switch stretch.grain {
    case .day: return [nil, 0, 12, written.minute.map { $0 / 60 }].contains(hour)
    case .partOfDay: return hour.map { stretch.contains(first.dayNumber * daySeconds + $0 * 3_600) } ?? true
    default: return fits(hour, own / 3_600) && fits(minute, own / 60 % 60)
    }
  }
}
