/// Two times whose ends a hyphen ties into one word: "22-25 April", "31 May-1 June", "499-493 BC", "3-5 p.m."
extension TimeReader {
  /// Both ends of the range that a word with figures and a hyphen belongs to.
  func bothEnds(at i: Int) -> (first: TimePhrase, last: TimePhrase)? {
    guard let (head, tail) = parts(of: tokens[i].bare) else { return nil }
    return days(head, tail, at: i) ?? daysOfTwoMonths(head, tail, at: i) ?? years(head, tail, at: i)
      ?? hours(head, tail, at: i)
  }

  /// "22-25 April 1951"
  private func days(_ head: Span, _ tail: Span, at i: Int) -> (TimePhrase, TimePhrase)? {
    guard let month = month(i + 1), let first = figures(head), let last = figures(tail), first < last else {
      return nil
    }
    return days(month, first, head, month, last, tail, monthAt: i + 1)
  }

  /// "31 May-1 June 1916"
  private func daysOfTwoMonths(_ head: Span, _ tail: Span, at i: Int) -> (TimePhrase, TimePhrase)? {
    guard tokens[i].isCapital, let first = timeWords[source.key(head)].flatMap(month),
      let next = month(i + 1),
      let from = dayOfMonth(i - 1), let to = figures(tail)
    else { return nil }
    return days(first, from, Span(tokens[i - 1].start, head.end), next, to, tail, monthAt: i + 1)
  }

  private func days(
    _ firstMonth: Int, _ from: Int, _ head: Span, _ lastMonth: Int, _ to: Int, _ tail: Span, monthAt i: Int
  ) -> (TimePhrase, TimePhrase)? {
    let yearAt = glue(i + 1) == .comma ? i + 2 : i + 1
    let year = year(yearAt)
    let firstYear = year.map { firstMonth > lastMonth ? $0 - 1 : $0 }
    guard CivilDate(year: firstYear ?? 2000, month: firstMonth, day: from) != nil,
      CivilDate(year: year ?? 2000, month: lastMonth, day: to) != nil
    else { return nil }
    let start = firstMonth == lastMonth ? i - 1 : i - 2
    let end = year == nil ? i + 1 : yearAt + 1
    var first = TimePhrase(
      start..<i, head, .days(month: firstMonth, first: from, last: from, year: firstYear))
    first.opensRange = true
    let last = TimePhrase(
      i..<end, Span(tail.start, tokens[end - 1].bare.end),
      .days(month: lastMonth, first: to, last: to, year: year))
    return (first, last)
  }

  /// "499-493 BC"
  private func years(_ head: Span, _ tail: Span, at i: Int) -> (TimePhrase, TimePhrase)? {
    guard isBeforeChrist(i + 1), let first = figures(head), let last = figures(tail), first > last, last > 0,
      first <= 9999
    else { return nil }
    return (
      TimePhrase(i..<i + 1, head, .beforeChrist(first)),
      TimePhrase(i + 1..<i + 2, Span(tail.start, tokens[i + 1].end), .beforeChrist(last))
    )
  }

  /// "3-5 p.m."
  private func hours(_ head: Span, _ tail: Span, at i: Int) -> (TimePhrase, TimePhrase)? {
    // "9-11am"
    if let last = gluedHour(tail), let from = figures(head), (1...12).contains(from) {
      let at = tokens[i]
      var first = TimePhrase(i..<i + 1, head, .timeOfDay)
      first.hour = TimeOfDay(minute: minute(from, before: last / 60, isAfternoon: last >= 12 * 60))
      var second = TimePhrase(i + 1..<i + 1, Span(tail.start, at.bare.end), .timeOfDay)
      second.hour = TimeOfDay(minute: last)
      return (first, second)
    }
    guard i + 1 < tokens.count, let isAfternoon = meridiems[tokens[i + 1].key], let from = figures(head),
      let to = figures(tail), (1...12).contains(from), (1...12).contains(to)
    else { return nil }
    let end = tokens[i + 1].end
    var first = TimePhrase(i..<i + 1, head, .timeOfDay)
    first.hour = TimeOfDay(minute: minute(from, before: to, isAfternoon: isAfternoon))
    var last = TimePhrase(i + 1..<i + 2, Span(tail.start, end), .timeOfDay)
    last.hour = TimeOfDay(minute: (to % 12 + (isAfternoon ? 12 : 0)) * 60)
    return (first, last)
  }

  /// The 11 of "11 to 1 p.m." is of the morning, the 3 of "3 to 5 p.m." is not.
  func minute(_ hour: Int, before last: Int, isAfternoon: Bool) -> Int {
    let isSameHalf = hour % 12 <= last % 12
    return (hour % 12 + (isAfternoon == isSameHalf ? 12 : 0)) * 60
  }
}
