extension DateReader {
  /// "early 2025", "late March", "mid-2025", "the end of 2025", "the end of the year".
  func yearPart(at i: Int) -> TimeMention? {
    var at = i
    let part: String
    var months = (5, 8)
    if let dash = word(i).split(separator: "-").last.map(String.init), word(i).hasPrefix("mid-"),
      let year = decimal(Array(dash.utf8)[...]), (1800...2199).contains(year)
    {
      return explicit(i..<i + 1, PartialDate(fromMonth: 5, toMonth: 8, of: year))
    }
    switch word(i) {
    case "early", "late", "mid":
      part = word(i)
      months = part == "early" ? (1, 4) : part == "late" ? (9, 12) : (5, 8)
    case "end", "beginning", "start", "middle":
      guard word(i + 1) == "of" else { return nil }
      part = word(i)
      months = part == "end" ? (12, 12) : part == "middle" ? (5, 8) : (1, 1)
      at += 1
    default: return nil
    }
    if word(at + 1) == "in" { at += 1 }
    if let year = yearNumber(at + 1), (1800...2199).contains(year) {
      return explicit(i..<at + 2, PartialDate(fromMonth: months.0, toMonth: months.1, of: year))
    }
    if month(at + 1) != nil, let whole = mention(at: at + 1) {
      return TimeMention(
        tokens: i..<whole.tokens.upperBound, ahead: whole.ahead, behind: whole.behind,
        isExplicit: whole.isExplicit)
    }
    guard part == "end", word(at + 1) == "the" || word(at + 1) == "this" else { return nil }
    return period(word(at + 2)).flatMap { relative(i..<at + 3, $0) }
  }

  /// From today to the end of the running week, month or year.
  private func period(_ unit: String) -> PartialDate? {
    let last: CivilDate?
    switch unit {
    case "week": last = dateline.adding(days: 7 - dateline.weekday.rawValue)
    case "month": last = PartialDate(year: dateline.year, month: dateline.month)?.last
    case "year": last = PartialDate(year: dateline.year)?.last
    default: last = nil
    }
    return last.flatMap { PartialDate(from: dateline, to: $0) }
  }

  /// "summer 2025", "the autumn of 2025", "next spring", "this fall".
  func season(at i: Int) -> TimeMention? {
    guard let season = seasons[word(i)] else { return nil }
    let yearAt = word(i + 1) == "of" || word(i + 1) == "," ? i + 2 : i + 1
    if let year = yearNumber(yearAt) {
      return explicit(i..<yearAt + 1, PartialDate(year: year, season: season))
    }
    let before = word(i - 1)
    let isIntroduced = before == "this" || before == "next" || before == "last" || before == "coming"
    guard isIntroduced || (before == "the" && word(i - 2) == "in") else { return nil }
    let thisYear = PartialDate(year: dateline.year, season: season)
    let lastYear = PartialDate(year: dateline.year - 1, season: season)
    let isOver = thisYear.map { $0.last < dateline } ?? true
    let next = isOver ? PartialDate(year: dateline.year + 1, season: season) : thisYear
    return before == "last"
      ? relative(i..<i + 1, nil, behind: isOver ? thisYear : lastYear)
      : relative(i..<i + 1, next, behind: isOver ? thisYear : lastYear)
  }

  /// "the first quarter of 2025", "Q3 2025", "next quarter".
  func quarter(at i: Int) -> TimeMention? {
    if word(i) == "next", word(i + 1) == "quarter" {
      let quarter = (dateline.month - 1) / 3 + 2
      return relative(
        i..<i + 2,
        PartialDate(
          year: quarter > 4 ? dateline.year + 1 : dateline.year, quarter: quarter > 4 ? 1 : quarter))
    }
    let number: Int
    var at: Int
    if word(i).utf8.count == 2, word(i).hasPrefix("q"), let digit = decimal(Array(word(i).utf8)[1...]) {
      (number, at) = (digit, i + 1)
    } else if let ordinal = ordinals[word(i)], word(i + 1) == "quarter" {
      (number, at) = (ordinal, i + 2)
    } else {
      return nil
    }
    if word(at) == "of" || word(at) == "," { at += 1 }
    guard let year = yearNumber(at) else { return nil }
    return explicit(i..<at + 1, PartialDate(year: year, quarter: number))
  }

  /// "from July 3 to July 9", "between May and June 2025".
  func span(at i: Int) -> TimeMention? {
    // "from from from" must not nest: a period has two ends, which are no periods from somewhere themselves.
    guard word(i) == "from" || word(i) == "between", word(i + 1) != "from", word(i + 1) != "between",
      let first = mention(at: i + 1)
    else { return nil }
    let joint = first.tokens.upperBound
    guard ["to", "until", "through", "and", "-", "\u{2013}"].contains(word(joint)) else { return nil }
    guard word(joint + 1) != "from", word(joint + 1) != "between", let last = mention(at: joint + 1) else {
      return nil
    }
    func joined(_ a: PartialDate?, _ b: PartialDate?) -> PartialDate? {
      guard let a, let b else { return nil }
      return PartialDate(from: a.first, to: b.last)
    }
    let range = i..<last.tokens.upperBound
    return TimeMention(
      tokens: range, ahead: joined(first.ahead, last.ahead) ?? last.ahead,
      behind: joined(first.behind, last.behind) ?? last.behind,
      isExplicit: first.isExplicit && last.isExplicit)
  }

  /// "tomorrow", "next week", "later this year", "within six months".
  func relative(at i: Int) -> TimeMention? {
    let range = i..<i + 1
    switch word(i) {
    case "tomorrow": return relative(range, PartialDate(dateline.adding(days: 1)))
    case "today", "tonight": return relative(range, PartialDate(dateline), behind: PartialDate(dateline))
    case "yesterday": return relative(range, nil, behind: PartialDate(dateline.adding(days: -1)))
    case "this":
      if ["morning", "afternoon", "evening"].contains(word(i + 1)) {
        return relative(i..<i + 2, PartialDate(dateline), behind: PartialDate(dateline))
      }
      if word(i + 1) == "weekend" { return relative(i..<i + 2, weekend(0)) }
      return period(word(i + 1)).flatMap { relative(i..<i + 2, $0, behind: $0) }
    case "next", "coming", "following":
      return following(word(i + 1)).flatMap { relative(i..<i + 2, $0) }
    case "last", "past", "previous":
      guard ["week", "month", "year", "night", "weekend"].contains(word(i + 1)) else { return nil }
      return relative(i..<i + 2, nil, behind: PartialDate(dateline.adding(days: -1)))
    case "within", "in": return within(at: i)
    default: return nil
    }
  }

  private func weekend(_ weeks: Int) -> PartialDate? {
    let saturday = dateline.adding(days: 6 - dateline.weekday.rawValue + 7 * weeks)
    return PartialDate(from: saturday, to: saturday.adding(days: 1))
  }

  private func following(_ unit: String) -> PartialDate? {
    switch unit {
    case "week":
      let monday = dateline.adding(days: 8 - dateline.weekday.rawValue)
      return PartialDate(from: monday, to: monday.adding(days: 6))
    case "weekend": return weekend(1)
    case "month":
      let next = dateline.adding(months: 1)
      return PartialDate(year: next.year, month: next.month)
    case "year": return PartialDate(year: dateline.year + 1)
    default: return nil
    }
  }

  /// "within 14 days" is any day until then; "in two weeks" is about that day, so it is too.
  private func within(at i: Int) -> TimeMention? {
    var at = i + 1
    if word(at) == "the" { at += 1 }
    if word(at) == "next" || word(at) == "coming" { at += 1 }
    let number =
      ["a": 1, "an": 1][word(at)] ?? numberWords[WordKey(word(at))]
      ?? (word(at).utf8.count <= 3 ? token(at) : nil)
    guard let number else { return nil }
    if word(at + 1) == "-" { at += 1 }
    let end: CivilDate
    switch word(at + 1) {
    case "day", "days": end = dateline.adding(days: number)
    case "week", "weeks": end = dateline.adding(days: 7 * number)
    case "fortnight": end = dateline.adding(days: 14 * number)
    case "month", "months": end = dateline.adding(months: number)
    case "year", "years": end = dateline.adding(months: 12 * number)
    default: return nil
    }
    return relative(i..<at + 2, PartialDate(from: dateline, to: end))
  }

  private func token(_ i: Int) -> Int? { tokens.indices.contains(i) ? tokens[i].number : nil }
}

private let seasons = ["spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4]
private let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4]
