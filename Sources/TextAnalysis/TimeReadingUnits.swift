/// Periods: what is said with "week", "quarter", "year".
extension TimeReader {
  mutating func readUnit(_ unit: TimeUnit, _ isPlural: Bool, at i: Int) {
    // "second" is an ordinal, as a rule.
    if unit == .second, !isPlural { return }
    if unit == .day, readNamedDay(at: i) { return }
    if unit == .minute, isPlural, readMinutes(at: i) { return }
    if unit == .year, i > free, tokens[i - 1].key == newWord,
      tokens[i - 1].isCapital == tokens[i].isCapital, tokens[i].genitive > 0
    {
      return readNewYear(at: i)
    }
    var start = i
    while let glue = glue(start - 1),
      glue == .fiscal || glue == .full || glue == .extra || isMore(glue, at: start - 1)
    {
      start -= 1
    }
    if isPlural {
      readPlural(unit, at: i, from: start)
    } else {
      readSingular(unit, at: i, from: start)
    }
  }

  /// "Boxing Day", "Veterans' Day 2024", "Martin Luther King Jr. Day".
  private mutating func readNamedDay(at i: Int) -> Bool {
    // "Presidents' Day", "Martin Luther King Jr. Day"
    let at = has(nameEnds, at: i - 1) ? i - 2 : i - 1
    guard at >= free, let holiday = holidayNames[tokens[at].key],
      tokens[at].isCapital && tokens[i].isCapital || !tokens[i].isCapital && tokens[at].genitive > 0
    else { return false }
    let before =
      switch holiday {
      case .martinLutherKing: tokens[at].key == juniorWord ? 3 : 2
      case .saintPatrick, .saintGeorge, .saintAndrew, .aprilFools, .womens: 1
      default: 0
      }
    let isNamed = at - before >= free && tokens[at - before].isCapital
    appendHoliday(holiday, (isNamed ? at - before : at)..<i + 1)
    return true
  }

  /// "two more years"
  private func isMore(_ glue: TimeGlue, at i: Int) -> Bool { glue == .more && isNumber(i - 1) }

  /// `start` is the first token of the unit with what belongs to it: "fiscal year", "full day".
  private mutating func readSingular(_ unit: TimeUnit, at i: Int, from start: Int) {
    let ordinal = ordinal(start - 1)
    switch unit {
    case .quarter, .half:
      if readFraction(of: unit, at: i) { return }
      if let number = ordinal { return readNumbered(unit, number, at: i, from: start - 1) }
      guard unit == .quarter else { return }
    case .century:
      if let number = ordinal, number > 0 { return readCentury(number, at: i, from: start - 1) }
    case .year:
      if readNamedYear(at: i, from: start) { return }
    case .week:
      if readWeekOfMonth(at: i) { return }
    case .day:
      if readDayOfMonth(at: i) { return }
    default: break
    }
    if let (amount, first) = amount(before: start, isPlural: false) {
      readLength(amount, unit, at: i, from: first)
    } else {
      readPeriod(unit, at: i, from: start)
    }
  }

  /// "the first week of January", "the last week in May 2025".
  private mutating func readWeekOfMonth(at i: Int) -> Bool {
    guard let number = ordinal(i - 1) ?? (has(finals, at: i - 1) ? -1 : nil), number < 6, glue(i - 2) == .the,
      glue(i + 1) == .of || i + 1 < tokens.count && tokens[i + 1].key == inWord, let month = month(i + 2)
    else { return false }
    let year = year(i + 3)
    append(i - 2..<i + (year == nil ? 3 : 4), .weekOfMonth(number, month: month, year: year))
    return true
  }

  /// "the last day of October", "the first day in May 2025".
  private mutating func readDayOfMonth(at i: Int) -> Bool {
    guard let number = ordinal(i - 1) ?? (has(finals, at: i - 1) ? 31 : nil),
      glue(i + 1) == .of || i + 1 < tokens.count && tokens[i + 1].key == inWord, let month = month(i + 2)
    else { return false }
    let year = year(i + 3)
    let day = min(number, CivilDate.days(inMonth: month, year: year ?? 2001))
    append(
      withArticle(i - 1)..<i + (year == nil ? 3 : 4), .days(month: month, first: day, last: day, year: year))
    return true
  }

  /// "the late 19th century"
  private mutating func readCentury(_ number: Int, at i: Int, from start: Int) {
    let named =
      portion(before: start)?.start ?? portion(before: withArticle(start))?.start ?? withArticle(start)
    append(named..<i + 1, .century(number - 1))
  }

  /// "New Year's Eve", "New Year's Day".
  private mutating func readNewYear(at i: Int) {
    guard i + 1 < tokens.count, tokens[i + 1].isCapital == tokens[i].isCapital else { return }
    if tokens[i + 1].key == eveWord {
      appendHoliday(.newYearsEve, i - 1..<i + 2)
    } else if case .unit(.day, false)? = word(i + 1) {
      appendHoliday(.newYear, i - 1..<i + 2)
    }
  }

  // MARK: Periods

  /// "the first quarter of 2025", "the 1988 third quarter", "the second half".
  mutating func readNumbered(_ unit: TimeUnit, _ number: Int, at i: Int, from start: Int) {
    guard (1...(unit == .half ? 2 : 4)).contains(number) else { return }
    if i + 1 < tokens.count, has(notQuarters, at: i + 1) { return skip(to: i + 1) }
    var begin = glue(start - 1) == .fiscal ? start - 1 : start
    var year = year(begin - 1)
    var step = TimeStep.plain
    switch glue(begin - 1) {
    case _ where year != nil: begin -= 1
    case .last, .past, .previous: (step, begin) = (.last, begin - 1)
    case .next, .coming: (step, begin) = (.next, begin - 1)
    case .this: (step, begin) = (.this, begin - 1)
    case .early, .late: begin -= 1
    default: break
    }
    if !tokens[i].shape.contains(.hyphen) || year != nil { begin = withArticle(begin) }
    var end = i + 1
    if year == nil, let (later, at) = yearBehind(end) { (year, end) = (later, at + 1) }
    // "the first half of last year"
    if year == nil, glue(end) == .of, let ofYear = yearStep(end + 1),
      case .unit(.year, false)? = word(end + 2)
    {
      var phrase = TimePhrase(
        begin..<end + 3, span(begin..<end + 3),
        unit == .quarter ? .quarter(number, year: nil) : .half(number, year: nil))
      (phrase.step, phrase.isWithin) = (ofYear, true)
      return append(phrase)
    }
    let meaning: TimeMeaning =
      unit == .quarter ? .quarter(number, year: year) : .half(number, year: year)
    if year == nil, let last = owningYear(before: begin) {
      found.removeLast()
      let range = last.tokens.lowerBound..<end
      var phrase = TimePhrase(range, Span(last.span.start, span(begin..<end).end), meaning)
      (phrase.step, phrase.isWithin) = (last.step, true)
      return append(phrase)
    }
    // "the second half" is one of a match, as a rule.
    guard unit == .quarter || year != nil || step != .plain else { return }
    append(begin..<end, meaning, step)
  }

  /// The "last year's" of "last year's third quarter".
  private func owningYear(before i: Int) -> TimePhrase? {
    guard let last = found.last, last.tokens.upperBound == i, last.meaning == .period(.year),
      last.step != .plain, last.portion == .whole, i > 0, tokens[i - 1].genitive > 0
    else { return nil }
    return last
  }

  /// Which year "of the year", "of last year" is.
  private func yearStep(_ i: Int) -> TimeStep? {
    switch glue(i) {
    case .the, .this: .this
    case .last: .last
    case .next: .next
    case .that: .that
    default: nil
    }
  }

  /// The year of "quarter of 2025", "quarter of fiscal 2025", "quarter, 2025", and its place.
  func yearBehind(_ i: Int) -> (year: Int, at: Int)? {
    let isJoint = glue(i) == .of || glue(i) == .comma || i < tokens.count && tokens[i].key == inWord
    let at = isJoint ? i + 1 : i
    let named = glue(at) == .fiscal ? at + 1 : at
    return year(named).map { ($0, named) }
  }

  /// "the year 2000", "fiscal year 1989".
  private mutating func readNamedYear(at i: Int, from start: Int) -> Bool {
    if glue(start - 1) == .the, number(i + 1) == 2, i + 2 < tokens.count,
      tokens[i + 2].key == thousandWord
    {
      append(start - 1..<i + 3, .year(2000))
      return true
    }
    guard let year = year(i + 1),
      glue(start - 1) == .the || start < i || start > 0 && !isNumber(start - 1)
    else { return false }
    append(withArticle(start)..<i + 2, .year(year))
    return true
  }

  /// "this week", "the following year", "the quarter".
  private mutating func readPeriod(_ unit: TimeUnit, at i: Int, from start: Int) {
    let end = i + 1
    // "ABC's This Week" is a programme.
    if tokens[i].isCapital, start > 1 { return }
    if unit == .second || unit == .minute || unit == .hour {
      if glue(start - 1) == .each { append(start - 1..<end, .often(.one, unit)) }
      return
    }
    if unit == .year, end < tokens.count, tokens[end].key == endWord, start == i {
      append(i..<end + 1, .period(.year), portion: .end)
      return
    }
    let (step, from) = step(before: start)
    switch glue(start - 1) {
    case .each: return append(start - 1..<end, .often(.one, unit))
    case nil where glue(start - 2) == .each && tokens[start - 1].key == otherWord:
      return append(start - 2..<end, .often(.whole(2), unit))
    case .these, .of, .on: return
    default: break
    }
    guard let step else { return }
    // "the day before", "the year after"
    if step == .plain, let isBack = isBeforeOrAfter(end) {
      return append(from..<end + 1, .away(.one, unit, isBack: isBack, fromMention: true))
    }
    guard !isVague(unit, step, at: from) else { return }
    // "the 20th of next month"
    if unit == .month, glue(from - 1) == .of, let day = dayOfMonth(from - 2) {
      let range = withArticle(from - 2)..<end
      var phrase = TimePhrase(range, span(range), .dayOfMonth(day))
      (phrase.step, phrase.isWithin) = (step, true)
      return append(phrase)
    }
    // "the year ended Aug. 31" and "the past month" are as long as they are.
    let isEnded = step == .plain && unit != .quarter && has(ends, at: end)
    let isPast = step == .last && glue(start - 1) == .past && unit != .year
    if unit != .weekend, isEnded || isPast { return append(from..<end, .length(.one, unit)) }
    if let (begin, portion) = portion(before: from) {
      append(begin..<end, .period(unit), step, portion: portion)
    } else if step != .plain, glue(from - 1) == .later || glue(from - 1) == .earlier {
      let isLater = glue(from - 1) == .later
      append(from - 1..<end, .period(unit), step, portion: isLater ? .later : .earlier)
    } else {
      append(from..<end, .period(unit), step)
    }
  }

  /// "the day", "to this day", "the century" are of no particular one.
  private func isVague(_ unit: TimeUnit, _ step: TimeStep, at i: Int) -> Bool {
    switch unit {
    case .day: step == .plain || step == .this && i > 0
    case .decade, .century: step == .plain
    default: false
    }
  }

  /// Which one of its kind, and where the words for it begin.
  private func step(before start: Int) -> (TimeStep?, Int) {
    let at = start - 1
    switch glue(at) {
    case .this: return (.this, at)
    case .current: return (.this, withArticle(at))
    case .last: return (.last, withArticle(at))
    case .past: return (.last, withThis(at))
    case .latest, .recent: return (.latest, withArticle(at))
    case .next, .coming: return (glue(at - 1) == .the ? .following : .next, withThis(at))
    case .following: return (.following, withArticle(at))
    case .previous: return (.previous, withArticle(at))
    case .that: return (.that, at)
    case .same: return (.that, glue(at - 1) == .that ? at - 1 : withArticle(at))
    case .the: return (.plain, at)
    default: return (nil, start)
    }
  }
}

private let finals = WordSet("last final")
private let otherWord = WordKey("other")
private let nameEnds = WordSet("' .")
private let juniorWord = WordKey("jr")
private let thousandWord = WordKey("thousand")
private let newWord = WordKey("new")
private let eveWord = WordKey("eve")
let endWord = WordKey("end")
private let notQuarters = WordSet("final finals back finalist century hour mile note horse time")
private let ends = WordSet("ended ending ends")
