import TextAnalysis

/// How finely a value says when; coarser ones are greater.
enum Grain: Int, Comparable {
  case second
  case minute
  case hour
  case partOfDay
  case day
  case weekend
  case week
  case month
  case quarter
  case half
  case year
  case decade
  case century

  static func < (one: Grain, other: Grain) -> Bool { one.rawValue < other.rawValue }
}

/// A stretch of time on a clock without a zone, in seconds since 1970-01-01: what a TIMEX3 value names.
struct Stretch: Equatable {
  let first: Int
  /// Behind its last second.
  let end: Int
  let grain: Grain

  /// Reads the TIMEX3 value of a date or a time; nil of one that names no certain stretch.
  ///
  /// - Parameter now: what `PRESENT_REF` is, in seconds since 1970-01-01.
  init?(timex: String, now: Int) {
    if timex == "PRESENT_REF" {
      self.init(first: now, end: now + 1, grain: .second)
      return
    }
    let halves = timex.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let date = days(named: halves[0]) else { return nil }
    let start = date.first.dayNumber * daySeconds
    guard halves.count == 2 else {
      self.init(first: start, end: (date.last.dayNumber + 1) * daySeconds, grain: date.grain)
      return
    }
    guard date.grain == .day, let part = secondsOfDay(named: halves[1]) else { return nil }
    self.init(first: start + part.range.lowerBound, end: start + part.range.upperBound, grain: part.grain)
  }

  init(first: Int, end: Int, grain: Grain) {
    self.first = first
    self.end = end
    self.grain = grain
  }

  func contains(_ second: Int) -> Bool { first <= second && second < end }
}

let daySeconds = 86_400

/// Seconds since 1970-01-01 of `2012-08-10T12:14:00`, `2012-08-10 12:14` or `2012-08-10`; fractions of a
/// second and zones are left out.
func seconds(_ moment: String) -> Int? {
  guard let day = CivilDate(String(moment.prefix(10))) else { return nil }
  let clock = moment.dropFirst(10)
  if clock.isEmpty { return day.dayNumber * daySeconds }
  return secondsOfClock(clock.dropFirst().prefix(8)).map { day.dayNumber * daySeconds + $0 }
}

/// Seconds since midnight of `09:30`, `09:30:15` or `9`; `24:00` is the end of the day.
func secondsOfClock(_ clock: some StringProtocol) -> Int? {
  let parts = clock.split(separator: ":").map { Int($0) }
  guard (1...3).contains(parts.count) else { return nil }
  var sum = 0
  for (part, unit) in zip(parts, [3_600, 60, 1]) {
    guard let part, (0...60).contains(part) else { return nil }
    sum += part * unit
  }
  return sum <= daySeconds ? sum : nil
}

/// The day in which a moment lies; nil outside the years 1 to 9999.
func civilDay(at second: Int) -> CivilDate? {
  CivilDate(dayNumber: (second - secondOfDay(at: second)) / daySeconds)
}

/// Seconds since midnight.
func secondOfDay(at second: Int) -> Int {
  let rest = second % daySeconds
  return rest < 0 ? rest + daySeconds : rest
}

private func days(named date: String) -> (first: CivilDate, last: CivilDate, grain: Grain)? {
  let parts = date.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
  guard let number = Int(parts[0]), number >= 0 else { return nil }
  if parts.count == 1, parts[0].count < 4 {
    guard (2...3).contains(parts[0].count) else { return nil }
    let years = parts[0].count == 3 ? 10 : 100
    return span(CivilDate(year: number * years, month: 1, day: 1), months: years * 12, .init(years: years))
  }
  guard parts[0].count == 4 else { return nil }
  let start = CivilDate(year: number, month: 1, day: 1)
  if parts.count == 1 { return span(start, months: 12, .year) }
  let part = parts[1]
  if part.first == "W", let week = Int(part.dropFirst()), (1...53).contains(week) {
    return isoWeek(number, week, isWeekend: parts.last == "WE")
  }
  if part.first == "Q" || part.first == "H", let count = Int(part.dropFirst()), parts.count == 2 {
    let months = part.first == "Q" ? 3 : 6
    guard (1...12 / months).contains(count) else { return nil }
    return span(start?.adding(months: (count - 1) * months), months: months, months == 3 ? .quarter : .half)
  }
  if let season = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][part], parts.count == 2 {
    return span(CivilDate(year: number, month: season, day: 1), months: 3, .quarter)
  }
  guard let month = Int(part), let first = CivilDate(year: number, month: month, day: 1) else { return nil }
  if parts.count == 2 { return span(first, months: 1, .month) }
  guard parts.count == 3, let day = CivilDate(date) else { return nil }
  return (day, day, .day)
}

private func span(
  _ first: CivilDate?, months: Int, _ grain: Grain
) -> (first: CivilDate, last: CivilDate, grain: Grain)? {
  first.map { ($0, $0.adding(months: months).adding(days: -1), grain) }
}

/// A week of ISO 8601, or its Saturday and Sunday: the first one holds 4 January.
private func isoWeek(
  _ year: Int, _ week: Int, isWeekend: Bool
) -> (first: CivilDate, last: CivilDate, grain: Grain)? {
  guard let fourth = CivilDate(year: year, month: 1, day: 4) else { return nil }
  let monday = fourth.adding(days: (week - 1) * 7 - (fourth.weekday.rawValue - 1))
  return (monday.adding(days: isWeekend ? 5 : 0), monday.adding(days: 6), isWeekend ? .weekend : .week)
}

/// Parts of the day as Duckling counts them; other suites differ by an hour or two.
private let partsOfDay = [
  "MO": 0..<12, "AF": 12..<19, "EV": 18..<24, "NI": 18..<24, "DT": 9..<18, "MI": 12..<13,
]

private func secondsOfDay(named clock: String) -> (range: Range<Int>, grain: Grain)? {
  if let hours = partsOfDay[clock] {
    return (hours.lowerBound * 3_600..<hours.upperBound * 3_600, .partOfDay)
  }
  guard let first = secondsOfClock(clock) else { return nil }
  switch clock.count {
  case 1, 2: return (first..<first + 3_600, .hour)
  case 5: return (first..<first + 60, .minute)
  default: return (first..<first + 1, .second)
  }
}

extension Grain {
  fileprivate init(years: Int) { self = years == 10 ? .decade : .century }
}
