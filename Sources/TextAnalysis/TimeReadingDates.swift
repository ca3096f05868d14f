/// Days and months by their names.
extension TimeReader {
  /// "Friday", "last Friday", "Friday, Oct. 23", "the third Monday in January".
  mutating func readWeekday(_ weekday: Weekday, at i: Int) {
    if i > free, tokens[i - 1].isCapital, i > 1 || tokens[i - 1].key != goodWord,
      let holiday = feastDays[tokens[i - 1].key], holiday.weekday == weekday
    {
      return appendHoliday(holiday, i - 1..<i + 1)
    }
    let next = glue(i + 1) == .comma ? i + 2 : i + 1
    if let date = date(at: next, from: i) {
      append(date)
      return
    }
    if let day = namedDay(at: next) {
      append(i..<(glue(next) == .the ? next + 2 : next + 1), .weekdayAndDay(weekday, day))
      return
    }
    if let number = ordinal(i - 1) ?? (glue(i - 1) == .last ? -1 : nil),
      tokens.indices.contains(i + 1), tokens[i + 1].key == inWord || glue(i + 1) == .of,
      let month = month(i + 2)
    {
      let year = year(i + 3)
      append(
        withArticle(i - 1)..<i + (year == nil ? 3 : 4),
        .weekdayOfMonth(weekday, number, month: month, year: year))
      return
    }
    if let number = ordinal(i - 1) ?? (glue(i - 1) == .last ? -1 : nil),
      let (step, end) = monthStep(behind: i)
    {
      let range = withArticle(i - 1)..<end
      var phrase = TimePhrase(range, span(range), .weekdayOfPeriod(weekday, number))
      (phrase.step, phrase.isWithin) = (step, true)
      return append(phrase)
    }
    if isWeekAhead(i + 1) {
      var phrase = TimePhrase(i..<i + 2, span(i..<i + 2), .weekday(weekday))
      (phrase.step, phrase.addition) = (.next, TimeAddition(amount: .one, unit: .week))
      return append(phrase)
    }
    switch glue(i - 1) {
    case .last, .past, .previous:
      let start = glue(i - 2) == .this ? i - 2 : withArticle(i - 1)
      append(start..<i + 1, .weekday(weekday), .last)
    case .next, .coming: append(withThis(i - 1)..<i + 1, .weekday(weekday), .next)
    case .following: append(withArticle(i - 1)..<i + 1, .weekday(weekday), .following)
    case .this: append(i - 1..<i + 1, .weekday(weekday), .this)
    case .each: append(i - 1..<i + 1, .everyWeekday(weekday))
    case .early, .late: append(i - 1..<i + 1, .weekday(weekday))
    case .and where isRepeated(before: i - 1): append(i..<i + 1, .everyWeekday(weekday))
    default:
      let isEveryOther = glue(i - 2) == .each && tokens[i - 1].key == otherWord
      append((isEveryOther ? i - 2 : i)..<i + 1, isEveryOther ? .everyWeekday(weekday) : .weekday(weekday))
    }
  }

  /// Which month "of next month", "of this month" behind a weekday is, and the token behind it. That "of the
  /// month" may be every month's.
  private func monthStep(behind i: Int) -> (TimeStep, end: Int)? {
    guard glue(i + 1) == .of, case .unit(.month, false)? = word(i + 3) else { return nil }
    switch glue(i + 2) {
    case .this: return (.this, i + 4)
    case .next: return (.next, i + 4)
    case .last: return (.last, i + 4)
    default: return nil
    }
  }

  /// Whether "every Monday" ends before a token.
  private func isRepeated(before i: Int) -> Bool {
    guard let last = found.last, last.tokens.upperBound == i, case .everyWeekday = last.meaning else {
      return false
    }
    return true
  }

  /// The day of "the 18th" and "18th", but not of "the 18th century" and "18th floor".
  private func namedDay(at i: Int) -> Int? {
    let at = glue(i) == .the ? i + 1 : i
    guard let day = dayOfMonth(at), endsOrdinal(tokens[at].bare) else { return nil }
    return endsNamedDay(at + 1) ? day : nil
  }

  /// Whether the words go on as they do behind a day: "the 18th was cold", not "the 18th floor".
  func endsNamedDay(_ i: Int) -> Bool { !isWord(i) || has(afterDay, at: i) || has(afterNamedDay, at: i) }

  /// The "week" of "Friday week", which is a week later.
  private func isWeekAhead(_ i: Int) -> Bool {
    guard case .unit(.week, false)? = word(i), !tokens[i].isCapital, tokens[i - 1].genitive == 0 else {
      return false
    }
    return !isWord(i + 1) || has(afterDay, at: i + 1)
  }

  /// Where a phrase begins whose first word may have "the" before it.
  func withArticle(_ i: Int) -> Int { glue(i - 1) == .the ? i - 1 : i }

  /// Where a phrase begins whose first word may have "the" or "this" before it.
  func withThis(_ i: Int) -> Int { glue(i - 1) == .this ? i - 1 : withArticle(i) }

  /// A day of a month: "July 12, 2024", "July 3-9", "12 July", "the 12th of July".
  private func date(at i: Int, from start: Int) -> TimePhrase? {
    if let month = month(i) { return date(month, dayAt: i + 1, from: start) }
    guard let day = dayOfMonth(i) else { return nil }
    let at = glue(i + 1) == .of ? i + 2 : i + 1
    guard let month = month(at) else { return nil }
    return dated(month, day, day, from: start, yearAt: at + 1)
  }

  private func date(_ month: Int, dayAt i: Int, from start: Int) -> TimePhrase? {
    // "February the 15th"
    if glue(i) == .the, let day = namedDay(at: i) {
      return dated(month, day, day, from: start, yearAt: i + 2)
    }
    if let day = dayOfMonth(i) {
      if glue(i + 1) == .range, let last = dayOfMonth(i + 2), last > day {
        return dated(month, day, last, from: start, yearAt: i + 3)
      }
      return dated(month, day, day, from: start, yearAt: i + 1)
    }
    // "January first, 2000"; "in May first" goes on otherwise.
    if let day = ordinal(i), !isWord(i + 1) || has(afterDay, at: i + 1) {
      return dated(month, day, day, from: start, yearAt: i + 1)
    }
    guard tokens.indices.contains(i), tokens[i].shape.contains([.hasDigit, .hyphen]),
      let (first, last) = halves(of: tokens[i].span), (1...31).contains(first),
      (first...31).contains(last)
    else { return nil }
    return dated(month, first, last, from: start, yearAt: i + 1)
  }

  /// The two numbers of "3-9".
  private func halves(of span: Span) -> (Int, Int)? {
    guard let dash = dash(in: span), let first = figures(Span(span.start, dash.start)),
      let last = figures(Span(dash.end, span.end))
    else { return nil }
    return (first, last)
  }

  /// The first hyphen of a word.
  func dash(in span: Span) -> Span? {
    var i = span.start
    while i < span.end {
      if source.byte(i) == 0x2D { return Span(i, i + 1) }
      if source.byte(i) == 0xE2, source.byte(i + 1) == 0x80 { return Span(i, i + 3) }
      i += 1
    }
    return nil
  }

  private func dated(_ month: Int, _ first: Int, _ last: Int, from start: Int, yearAt i: Int)
    -> TimePhrase?
  {
    let at = glue(i) == .comma || glue(i) == .of ? i + 1 : i
    let year = year(at)
    guard last <= CivilDate.days(inMonth: month, year: year ?? 2000) else { return nil }
    let range = start..<(year == nil ? i : at + 1)
    return TimePhrase(range, span(range), .days(month: month, first: first, last: last, year: year))
  }

  mutating func readMonth(_ month: Int, isDoubtful: Bool = false, at i: Int) {
    if let date = date(month, dayAt: i + 1, from: i) {
      append(date)
      append(laterDay(after: date))
      return
    }
    if let day = dayOfMonth(i - 1)
      ?? (glue(i - 1) == .of ? dayOfMonth(i - 2) ?? ordinal(i - 2) : nil)
    {
      let dayAt = glue(i - 1) == .of ? i - 2 : i - 1
      if let date = dated(month, day, day, from: withArticle(dayAt), yearAt: i + 1) {
        append(earlierDay(before: withArticle(dayAt), of: month, date))
        append(date)
        return
      }
      if year(i + 1) != nil || year(i + 2) != nil {
        // A day that does not exist is none, and neither is its month.
        skip(to: i + 1)
        return
      }
    }
    if isImpossibleDay(i + 1) {
      // "February 30, 2024": neither the month nor the year is meant as such.
      skip(to: glue(i + 2) == .comma && year(i + 3) != nil ? i + 4 : i + 2)
      return
    }
    let yearAt = glue(i + 1) == .comma || glue(i + 1) == .of ? i + 2 : i + 1
    if let year = year(yearAt) {
      appendMonth(.month(month, year: year), i..<yearAt + 1)
      return
    }
    if isDoubtful, !isMonth(i) { return }
    guard !isName(beside: i) else { return }
    appendMonth(.month(month, year: nil), i..<i + 1)
  }

  private mutating func append(_ phrase: TimePhrase?) {
    if let phrase { append(phrase) }
  }

  /// The "22" of "22 to 24 February".
  private func earlierDay(before i: Int, of month: Int, _ date: TimePhrase) -> TimePhrase? {
    guard i - 2 >= free, let day = dayOfMonth(i - 2),
      case .days(_, let first, _, let year) = date.meaning,
      day < first, glue(i - 1) == .to || glue(i - 1) == .range || glue(i - 1) == .and
    else { return nil }
    return TimePhrase(
      i - 2..<i - 1, span(i - 2..<i - 1), .days(month: month, first: day, last: day, year: year))
  }

  /// The "25" of "April 24 and 25".
  private func laterDay(after date: TimePhrase) -> TimePhrase? {
    let i = date.tokens.upperBound + 1
    guard case .days(let month, _, let last, nil) = date.meaning, i < tokens.count,
      glue(i - 1) == .and || glue(i - 1) == .to, let day = dayOfMonth(i), day > last,
      i + 1 == tokens.count || !tokens[i + 1].isWord || has(afterDay, at: i + 1)
    else { return nil }
    return TimePhrase(
      i..<i + 1, span(i..<i + 1), .days(month: month, first: day, last: day, year: nil))
  }

  /// "February 30": a number that is no day of any month, or not of this one.
  private func isImpossibleDay(_ i: Int) -> Bool {
    guard i < tokens.count, tokens[i].shape.contains(.digits) else { return false }
    return tokens[i].end - tokens[i].start <= 2
  }

  private func isMonth(_ i: Int) -> Bool {
    guard i > 0, has(monthIntroductions, at: i - 1) else { return false }
    return !(i + 1 < tokens.count && tokens[i + 1].isCapital)
      || tokens[i - 1].shape.contains(.dotted)
  }

  /// "April Jones", "June Street": a word with a capital behind it makes a name of it, where no preposition
  /// stands before it.
  private func isName(beside i: Int) -> Bool {
    guard i + 1 < tokens.count, tokens[i + 1].isCapital else { return false }
    return !(i > 0 && has(seasonIntroductions, at: i - 1))
  }

  private mutating func appendMonth(_ meaning: TimeMeaning, _ range: Range<Int>) {
    let start = range.lowerBound
    if let (begin, portion) = portion(before: start) {
      append(begin..<range.upperBound, meaning, portion: portion)
      return
    }
    switch glue(start - 1) {
    case .last, .past, .previous: append(start - 1..<range.upperBound, meaning, .last)
    case .next: append(start - 1..<range.upperBound, meaning, .next)
    case .coming:
      append((glue(start - 2) == .this ? start - 2 : start - 1)..<range.upperBound, meaning, .next)
    case .this: append(start - 1..<range.upperBound, meaning, .this)
    case .each:
      if case .month(let month, nil) = meaning {
        append(start - 1..<range.upperBound, .everyMonth(month))
      }
    default: append(range, meaning)
    }
  }

  mutating func readDay(_ days: Int, at i: Int) {
    // "the day before yesterday", "the day after tomorrow".
    if days != 0, glue(i - 1) == nil, i - 2 >= free, case .unit(.day, false)? = word(i - 2) {
      let isFurther = tokens[i - 1].key == (days < 0 ? beforeWord : afterWord)
      if isFurther {
        append(withArticle(i - 2)..<i + 1, .day(days * 2))
        return
      }
    }
    switch glue(i - 1) {
    case .early, .late: append(i - 1..<i + 1, .day(days))
    default: append(i..<i + 1, .day(days))
    }
  }
}

let afterDay = WordSet("in at for to and with as but by when where after before")
private let otherWord = WordKey("other")
private let goodWord = WordKey("good")
private let afterNamedDay = WordSet(
  "is was were had has have will would may falls fell came comes it he she they we i there if until that which who"
)
let inWord = WordKey("in")
let beforeWord = WordKey("before")
let afterWord = WordKey("after")
let seasonIntroductions = WordSet(
  "in during since until by of over through throughout for from before after into late early")
