/// All times in the tokens of a sentence, in order, none overlapping.
func findTimes(in tokens: [Token], _ source: Source, dateline: CivilDate) -> [TimeMention] {
  let reader = DateReader(
    tokens: tokens, words: tokens.map { spelling(of: $0, in: source) }, dateline: dateline)
  var result: [TimeMention] = []
  var i = 0
  while i < tokens.count {
    guard let mention = reader.mention(at: i) else {
      i += 1
      continue
    }
    result.append(mention)
    i = max(i + 1, mention.tokens.upperBound)
  }
  return result
}

struct DateReader {
  let tokens: [Token]
  let words: [String]
  let dateline: CivilDate

  func word(_ i: Int) -> String { words.indices.contains(i) ? words[i] : "" }

  func mention(at i: Int) -> TimeMention? {
    fullDate(at: i) ?? monthOrDay(at: i) ?? yearPart(at: i) ?? season(at: i) ?? quarter(at: i) ?? span(at: i)
      ?? relative(at: i) ?? weekday(at: i) ?? year(at: i)
  }

  func explicit(_ range: Range<Int>, _ date: PartialDate?) -> TimeMention? {
    date.map { TimeMention(tokens: range, ahead: $0, behind: $0, isExplicit: true) }
  }

  func relative(_ range: Range<Int>, _ ahead: PartialDate?, behind: PartialDate? = nil) -> TimeMention? {
    ahead == nil && behind == nil
      ? nil : TimeMention(tokens: range, ahead: ahead, behind: behind, isExplicit: false)
  }

  func month(_ i: Int) -> Int? {
    guard tokens.indices.contains(i), tokens[i].isCapital else { return nil }
    return months[words[i]]
  }

  func dayOfMonth(_ i: Int) -> Int? {
    var word = word(i)
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) { word = String(word.dropLast(2)) }
    guard let day = decimal(Array(word.utf8)[...]), (1...31).contains(day), word.utf8.count <= 2 else {
      return nil
    }
    return day
  }

  func yearNumber(_ i: Int) -> Int? {
    let word = word(i)
    guard word.utf8.count == 4, let year = decimal(Array(word.utf8)[...]), (1000...2999).contains(year) else {
      return nil
    }
    return year
  }

  /// `2024-07-13`.
  private func fullDate(at i: Int) -> TimeMention? {
    guard word(i).utf8.count == 10, let date = CivilDate(word(i)) else { return nil }
    return explicit(i..<i + 1, PartialDate(date))
  }

  /// "July 12, 2024", "12 July", "the 12th of July 2024", "July 3-9", "July 2024", and a month alone behind
  /// a word that makes it one.
  private func monthOrDay(at i: Int) -> TimeMention? {
    if let month = month(i) {
      if let day = dayOfMonth(i + 1), yearNumber(i + 1) == nil {
        if word(i + 2) == "-" || word(i + 2) == "\u{2013}", let last = dayOfMonth(i + 3) {
          return days(month, day, last, yearAt: i + 4, from: i, to: i + 4)
        }
        return days(month, day, day, yearAt: i + 2, from: i, to: i + 2)
      }
      if let halves = dashed(i + 1) {
        return days(month, halves.0, halves.1, yearAt: i + 2, from: i, to: i + 2)
      }
      if let year = yearNumber(i + 1) ?? (word(i + 1) == "," || word(i + 1) == "of" ? yearNumber(i + 2) : nil)
      {
        let end = yearNumber(i + 1) == nil ? i + 3 : i + 2
        return explicit(i..<end, PartialDate(year: year, month: month))
      }
      return monthAlone(month, at: i)
    }
    guard let day = dayOfMonth(i) else { return nil }
    let at = word(i + 1) == "of" ? i + 2 : i + 1
    guard let month = month(at) else { return nil }
    return days(month, day, day, yearAt: at + 1, from: i, to: at + 1)
  }

  private func dashed(_ i: Int) -> (Int, Int)? {
    let halves = word(i).split(separator: "-")
    guard halves.count == 2, let first = decimal(Array(halves[0].utf8)[...]),
      let last = decimal(Array(halves[1].utf8)[...]), (1...31).contains(first), (first...31).contains(last)
    else { return nil }
    return (first, last)
  }

  private func days(_ month: Int, _ first: Int, _ last: Int, yearAt: Int, from: Int, to: Int) -> TimeMention?
  {
    let comma = word(yearAt) == "," ? 1 : 0
    if let year = yearNumber(yearAt + comma) {
      return explicit(from..<yearAt + comma + 1, interval(year, month, first, last))
    }
    let thisYear = interval(dateline.year, month, first, last)
    let isPast = thisYear.map { $0.last < dateline } ?? true
    return relative(
      from..<to, isPast ? interval(dateline.year + 1, month, first, last) : thisYear,
      behind: isPast || thisYear?.last == dateline
        ? thisYear : interval(dateline.year - 1, month, first, last))
  }

  private func interval(_ year: Int, _ month: Int, _ first: Int, _ last: Int) -> PartialDate? {
    guard let from = CivilDate(year: year, month: month, day: first),
      let to = CivilDate(year: year, month: month, day: last)
    else { return nil }
    return PartialDate(from: from, to: to)
  }

  private func monthAlone(_ month: Int, at i: Int) -> TimeMention? {
    let before = word(i - 1)
    guard monthIntroductions.contains(before) else { return nil }
    let range = before == "next" || before == "last" || before == "this" ? i - 1..<i + 1 : i..<i + 1
    let next = PartialDate(year: month >= dateline.month ? dateline.year : dateline.year + 1, month: month)
    let last = PartialDate(year: month <= dateline.month ? dateline.year : dateline.year - 1, month: month)
    if before == "last" || before == "since" { return relative(range, nil, behind: last) }
    return relative(range, next, behind: last)
  }

  /// "Tuesday", "next Tuesday", "last Tuesday".
  private func weekday(at i: Int) -> TimeMention? {
    guard tokens.indices.contains(i), tokens[i].isCapital, let day = weekdays[words[i]] else {
      return nil
    }
    let before = word(i - 1)
    let forward = (day.rawValue - dateline.weekday.rawValue + 6) % 7 + 1
    let back = (dateline.weekday.rawValue - day.rawValue + 7) % 7
    let ahead = PartialDate(dateline.adding(days: forward))
    let behind = PartialDate(dateline.adding(days: before == "last" && back == 0 ? -7 : -back))
    if before == "last" { return relative(i..<i + 1, nil, behind: behind) }
    if before == "next" || before == "this" { return relative(i..<i + 1, ahead) }
    return relative(i..<i + 1, ahead, behind: behind)
  }

  /// "2025" behind a word that makes it a year.
  private func year(at i: Int) -> TimeMention? {
    guard let year = yearNumber(i), (1800...2199).contains(year) else { return nil }
    let next = word(i + 1)
    guard yearIntroductions.contains(word(i - 1)), !countedThings.contains(next) else { return nil }
    return explicit(i..<i + 1, PartialDate(year: year))
  }
}

let months: [String: Int] = [
  "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
  "june": 6,
  "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10,
  "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
]

let weekdays: [String: Weekday] = [
  "monday": .monday, "tuesday": .tuesday, "wednesday": .wednesday, "thursday": .thursday, "friday": .friday,
  "saturday": .saturday, "sunday": .sunday,
]

private let monthIntroductions: Set<String> = [
  "in", "by", "until", "till", "this", "next", "last", "early", "late", "mid", "of", "since", "for", "from",
  "through",
  "to", "during", "before", "after", "and", "between", "coming",
]

private let yearIntroductions: Set<String> = [
  "in", "by", "until", "till", "since", "of", "early", "late", "mid", "for", "from", "through", "during",
  "before",
  "after", "to", "year", "and", "spring", "summer", "autumn", "fall", "winter", "around", "beyond", "the",
  "between",
]

private let countedThings: Set<String> = [
  "people", "homes", "houses", "jobs", "workers", "men", "women", "children", "troops", "soldiers", "miles",
  "cases",
  "votes", "dollars", "euros", "pounds", "km", "feet", "metres", "meters", "acres", "deaths", "employees",
]
