/// Times beside each other that are one, or that learn from each other.
extension TimeReader {
  /// "Friday" and "9 a.m." beside each other are one time.
  func joined(_ first: TimePhrase, _ second: TimePhrase) -> TimePhrase? {
    guard second.tokens.lowerBound >= first.tokens.upperBound else { return nil }
    let between = first.tokens.upperBound..<second.tokens.lowerBound
    guard between.count <= 2, second.span.start - first.span.end < 12 else { return nil }
    let gap = between.isEmpty ? Gap.none : gap(between)
    let isBeside = gap == .none || gap == .comma || gap == .at
    // "tonight at 8 p.m.", "Tuesday morning at 9:30"
    let isRough = if let hour = first.hour { hour.minute == nil && second.hour?.minute != nil } else { true }
    if isBeside, first.isDay, isRough, second.meaning == .timeOfDay {
      return merged(first, second, day: first, hour: second.hour?.within(first.hour?.part))
    }
    // "9 a.m. Friday", "8 tonight"
    if isBeside && gap != .at || gap == .on, first.meaning == .timeOfDay, second.isDay,
      second.hour == nil || gap == .none && first.hour?.minute != nil && second.hour?.minute == nil
    {
      return merged(first, second, day: second, hour: first.hour?.within(second.hour?.part))
    }
    if gap == .none || gap == .comma, case .weekday = first.meaning, first.step == .plain, first.hour == nil {
      // "Tuesday 11/3/2015"
      if case .civil = second.meaning { return merged(first, second, day: second, hour: second.hour) }
      // "Tuesday next week"
      if gap == .none, second.meaning == .period(.week), second.step != .plain {
        return within(first, second)
      }
    }
    // "Tuesday of last week"
    if gap == .of, case .weekday = first.meaning, second.meaning == .period(.week), second.step != .plain {
      return within(first, second)
    }
    // "January 24 of the same year", "July last year".
    if gap == .none || gap == .of, second.meaning == .period(.year), second.step != .plain,
      second.portion == .whole,
      first.isBareMonthOrDay
    {
      return within(first, second)
    }
    // "the week of July 8"
    if between.count == 1, case .period(.week) = first.meaning, first.step == .plain, second.isDay,
      second.hour == nil, has(weekOpenings, at: between.lowerBound)
    {
      var both = merged(first, second, day: second, hour: nil)
      both.isWeek = true
      return both
    }
    return counted(first, between, second)
  }

  /// "two weeks from next Tuesday", "the day after tomorrow", "a week on Monday", "a week ago Tuesday".
  private func counted(_ first: TimePhrase, _ between: Range<Int>, _ second: TimePhrase) -> TimePhrase? {
    guard between.count <= 1, second.isDay, second.meaning.explicitYear == nil else { return nil }
    func both(_ amount: TimeAmount, _ unit: TimeUnit) -> TimePhrase {
      var both = merged(first, second, day: second, hour: second.hour)
      both.addition = TimeAddition(amount: amount, unit: unit)
      return both
    }
    switch first.meaning {
    case .length(let amount, let unit) where between.count == 1:
      let joint = tokens[between.lowerBound].key
      if joint == fromWord || joint == afterWord && second.isFeast {
        var later = both(amount, unit)
        later.tense = .future
        return later
      }
      if joint == beforeWord, second.isFeast, case .halves(let halves) = amount {
        return both(.halves(-halves), unit)
      }
      let isWeeks = unit == .week || unit == .fortnight
      return joint == onWord && isWeeks && second.isBareWeekday && second.tense == .future
        ? both(amount, unit) : nil
    case .away(.halves(let halves), .week, isBack: true, fromMention: false)
    where between.isEmpty && second.isBareWeekday:
      var earlier = both(.halves(-halves), .week)
      earlier.step = .last
      return earlier
    default: return nil
    }
  }

  /// What stands between two times.
  private enum Gap { case none, comma, at, on, of, other }

  private func gap(_ between: Range<Int>) -> Gap {
    let last = timeGlue[tokens[between.upperBound - 1].key]
    if between.count == 2 {
      guard case .comma? = timeGlue[tokens[between.lowerBound].key], case .at? = last else {
        return .other
      }
      return .at
    }
    return switch last {
    case .comma: .comma
    case .at: .at
    case .on: .on
    case .of: .of
    default: .other
    }
  }

  private func within(_ first: TimePhrase, _ second: TimePhrase) -> TimePhrase {
    var both = merged(first, second, day: first, hour: first.hour)
    both.step = second.step
    both.isWithin = true
    return both
  }

  private func merged(_ first: TimePhrase, _ second: TimePhrase, day: TimePhrase, hour: TimeOfDay?)
    -> TimePhrase
  {
    var both = day
    both.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    both.span = Span(first.span.start, second.span.end)
    both.hour = hour
    if both.needsTense { both.tense = tense(around: both.tokens) }
    return both
  }

  /// "from July 20 to August 2", "between May and June 2025": the first end knows of the second, and a month
  /// takes its year from it.
  mutating func linkRange(to phrase: inout TimePhrase) {
    guard let last = found.last, phrase.tokens.lowerBound - last.tokens.upperBound == 1 else {
      return
    }
    let joint = tokens[last.tokens.upperBound]
    let isTo: Bool
    switch timeGlue[joint.key] {
    case .to, .range: isTo = true
    case .and: isTo = false
    default: return
    }
    if let year = phrase.meaning.explicitYear {
      found[found.count - 1].meaning.take(year: year, before: phrase.meaning)
    }
    let before = last.tokens.lowerBound - 1
    let isBetween = before >= 0 && tokens[before].key == betweenWord
    let isFrom = before >= 0 && tokens[before].key == fromWord
    if isTo || isBetween { found[found.count - 1].opensRange = isFrom || isBetween }
  }

  /// "from 3 to 5 p.m. Tuesday" is all of Tuesday.
  mutating func takeDay(of last: TimePhrase) {
    let first = found.count - 2
    let between = found[first].tokens.upperBound
    guard found[first].meaning == .timeOfDay, last.isDay, last.tokens.lowerBound == between + 1,
      timeGlue[tokens[between].key] == .to || timeGlue[tokens[between].key] == .range
    else { return }
    (found[first].meaning, found[first].step, found[first].tense) = (last.meaning, last.step, last.tense)
  }

  /// "Thursday from 9:30 to 11 a.m.": both hours are Thursday's, as is that of "Friday, at about 10 a.m.".
  func takeEarlierDay(for phrase: inout TimePhrase) {
    let start = phrase.tokens.lowerBound
    guard phrase.hour?.minute != nil, case .timeOfDay = phrase.meaning, let last = found.last, last.isDay,
      (1...3).contains(start - last.tokens.upperBound), !isDayNamed(behind: phrase.tokens.upperBound)
    else { return }
    let between = last.tokens.upperBound..<start
    let isFirst = last.hour?.minute == nil && between.allSatisfy { has(hourIntroductions, at: $0) }
    let isSecond = last.hour?.minute != nil && between.count == 1 && has(rangeJoints, at: start - 1)
    guard isFirst || isSecond else { return }
    (phrase.meaning, phrase.step, phrase.tense) = (last.meaning, last.step, last.tense)
    phrase.hour = phrase.hour?.within(last.hour?.minute == nil ? last.hour?.part : nil)
  }

  /// Whether a day is named there that an hour before it belongs to.
  private func isDayNamed(behind i: Int) -> Bool {
    let at = glue(i) == .comma || glue(i) == .on ? i + 1 : i
    switch word(at) {
    case .weekday, .day, .month, .tonight: return true
    default: return dayOfMonth(at) != nil || month(at) != nil
    }
  }

  /// "the night of" before a day.
  func takePart(of day: inout TimePhrase) {
    let of = day.tokens.lowerBound - 1
    guard glue(of) == .of, of > free, case .dayPart(let part)? = word(of - 1) else { return }
    let isPortion = glue(of - 2) == .early || glue(of - 2) == .late
    let start = withArticle(isPortion ? of - 2 : of - 1)
    day.tokens = start..<day.tokens.upperBound
    day.span = Span(tokens[start].start, day.span.end)
    day.hour = TimeOfDay(part: part)
  }

  /// "Tuesday nights", "every Tuesday night"
  mutating func repeatLastDay(each part: DayPart, to i: Int) {
    guard let last = found.last, last.tokens.upperBound == i, last.step == .plain, last.hour == nil else {
      return
    }
    let weekday: Weekday
    switch last.meaning {
    case .weekday(let day), .everyWeekday(let day): weekday = day
    default: return
    }
    var both = TimePhrase(
      last.tokens.lowerBound..<i + 1, Span(last.span.start, tokens[i].end), .everyWeekday(weekday))
    both.hour = TimeOfDay(part: part)
    found[found.count - 1] = both
    free = i + 1
  }
}

private let hourIntroductions = WordSet(
  ", at by until till before after from around about between shortly just")
private let rangeJoints = WordSet("to until till and - \u{2013} \u{2014}")
private let weekOpenings = WordSet("of beginning starting commencing")
private let onWord = WordKey("on")
private let betweenWord = WordKey("between")

extension TimeOfDay {
  /// The hour of "this afternoon at 3", "8 tonight": the half of the day that the part of it is in.
  func within(_ part: DayPart?) -> TimeOfDay {
    guard let minute, minute < 12 * 60, let part else { return self }
    let isLate = part == .afternoon || part == .evening || part == .night && minute >= 5 * 60
    var hour = self
    if isLate { hour.minute = minute + 12 * 60 }
    return hour
  }
}

extension TimePhrase {
  fileprivate var isFeast: Bool {
    switch meaning {
    case .holiday, .day: true
    default: false
    }
  }

  fileprivate var isBareWeekday: Bool {
    if case .weekday = meaning, step == .plain { true } else { false }
  }

  fileprivate var isBareMonthOrDay: Bool {
    switch meaning {
    case .month(_, nil), .days(_, _, _, nil), .season(_, nil): true
    default: false
    }
  }
}

extension TimeMeaning {
  /// Gives a month or day without a year the year of the one named behind it.
  fileprivate mutating func take(year: Int, before later: TimeMeaning) {
    switch self {
    case .month(let month, nil):
      self = .month(month, year: later.month.map { $0 < month } == true ? year - 1 : year)
    case .days(let month, let first, let last, nil):
      let isOfYearBefore = later.month.map { $0 < month } == true
      self = .days(month: month, first: first, last: last, year: isOfYearBefore ? year - 1 : year)
    case .season(let season, nil): self = .season(season, year: year)
    case .quarter(let quarter, nil): self = .quarter(quarter, year: year)
    default: return
    }
  }

  private var month: Int? {
    switch self {
    case .month(let month, _), .days(let month, _, _, _): month
    case .civil(let day): day.month
    default: nil
    }
  }
}
