/// Finds the words of a sentence that name a time: one look into a table for each word, and from the few that
/// speak of time a look at their neighbours, never further than a dozen words.
struct TimeReader {
  let tokens: [Token]
  let source: Source
  private(set) var found: [TimePhrase] = []
  /// The first token that no phrase has taken.
  private(set) var free = 0

  init(_ tokens: [Token], _ source: Source) {
    self.tokens = tokens
    self.source = source
  }

  mutating func read() {
    let words = timeWords
    var i = 0
    while i < tokens.count {
      let token = tokens[i]
      if let word = words[token.key] {
        read(word, at: i)
      } else if token.shape.contains(.hasDigit) {
        readDigits(at: i)
      } else if token.shape.contains(.hyphen) {
        readHyphenated(at: i)
      }
      i = max(i + 1, free)
    }
  }

  private mutating func read(_ word: TimeWord, at i: Int) {
    switch word {
    case .unit(let unit, let isPlural): readUnit(unit, isPlural, at: i)
    case .weekday(let weekday): if tokens[i].isCapital { readWeekday(weekday, at: i) }
    case .doubtfulWeekday(let weekday):
      if tokens[i].isCapital,
        tokens[i].shape.contains(.dotted) || glue(i + 1) == .comma && month(i + 2) != nil
      {
        readWeekday(weekday, at: i)
      }
    case .doubtfulMonth(let month, isShort: true):
      if tokens[i].isCapital,
        tokens[i].shape.contains(.dotted) || dayOfMonth(i + 1) != nil || year(i + 1) != nil
      {
        readMonth(month, at: i)
      }
    case .plural(let weekday): if tokens[i].isCapital { append(i..<i + 1, .everyWeekday(weekday)) }
    case .month(let month): if tokens[i].isCapital { readMonth(month, at: i) }
    case .doubtfulMonth(let month, _):
      if tokens[i].isCapital { readMonth(month, isDoubtful: true, at: i) }
    case .season(let season): readSeason(season, isDoubtful: false, at: i)
    case .doubtfulSeason(let season): readSeason(season, isDoubtful: true, at: i)
    case .day(let days): readDay(days, at: i)
    case .tonight: append(i..<i + 1, .day(0), part: .night)
    case .dayPart(let part): readPart(part, at: i)
    case .clock(let minute): append(i..<i + 1, .timeOfDay, hour: TimeOfDay(minute: minute))
    case .reference(let reference): readReference(reference, at: i)
    case .oClock: readOClock(at: i)
    case .spokenCentury(let century): readSpokenYear(century, at: i)
    case .time: readTime(at: i)
    case .period: readReportingPeriod(at: i)
    case .current:
      if case .unit? = self.word(glue(i + 1) == .fiscal ? i + 2 : i + 1) { return }
      append(i..<i + 1, .reference(.present))
    case .doubtfulReference(let reference): readDoubtful(reference, at: i)
    case .often(let unit):
      // "the party daily Granma" is a newspaper.
      if i + 1 < tokens.count, tokens[i + 1].isCapital || tokens[i].isCapital && i > 0 { return }
      append(i..<i + 1, .often(.one, unit))
    case .decade(let tens): if glue(i - 1) == .the { append(i - 1..<i + 1, .tens(tens)) }
    case .holiday(let holiday): readHoliday(holiday, at: i)
    }
  }

  // MARK: Looking at tokens

  @inline(__always) func glue(_ i: Int) -> TimeGlue? {
    i >= free && i < tokens.count ? timeGlue[tokens[i].key] : nil
  }

  @inline(__always) func word(_ i: Int) -> TimeWord? {
    i >= 0 && i < tokens.count ? timeWords[tokens[i].key] : nil
  }

  func has(_ words: WordSet, at i: Int) -> Bool {
    i >= 0 && i < tokens.count && words.contains(tokens[i].key)
  }

  func isNumber(_ i: Int) -> Bool { number(i) != nil }

  /// A number, in figures or words.
  func number(_ i: Int) -> Int? { i >= free && i < tokens.count ? tokens[i].number : nil }

  /// A year in four figures, maybe in the genitive.
  func year(_ i: Int) -> Int? {
    guard i >= free, i < tokens.count, tokens[i].shape.contains(.hasDigit) else { return nil }
    return year(in: tokens[i].bare)
  }

  func year(in span: Span) -> Int? {
    guard span.end - span.start == 4, let year = figures(span), (1000...2999).contains(year) else {
      return nil
    }
    return year
  }

  func figures(_ span: Span) -> Int? {
    guard span.start >= 0, span.end <= source.count else { return nil }
    return decimal(source.bytes[span.start..<span.end])
  }

  /// 1 to 31, maybe with "st", "nd", "rd" or "th".
  func dayOfMonth(_ i: Int) -> Int? {
    guard i >= free, i < tokens.count, tokens[i].shape.contains(.hasDigit) else { return nil }
    let span = tokens[i].bare
    let length = span.end - span.start
    guard length <= 4 else { return nil }
    let day =
      length <= 2
      ? figures(span) : endsOrdinal(span) ? figures(Span(span.start, span.end - 2)) : nil
    return day.flatMap { (1...31).contains($0) ? $0 : nil }
  }

  func endsOrdinal(_ span: Span) -> Bool {
    let end = span.end
    return source.reads("th", at: end - 2, before: end)
      || source.reads("st", at: end - 2, before: end)
      || source.reads("nd", at: end - 2, before: end)
      || source.reads("rd", at: end - 2, before: end)
  }

  /// "third", "3rd", "21st".
  func ordinal(_ i: Int) -> Int? {
    guard i >= free, i < tokens.count else { return nil }
    if let ordinal = ordinalWords[tokens[i].key] { return ordinal }
    let span = tokens[i].bare
    guard tokens[i].shape.contains(.hasDigit), (3...4).contains(span.end - span.start),
      endsOrdinal(span)
    else {
      return nil
    }
    return figures(Span(span.start, span.end - 2))
  }

  /// A month in capitals.
  func month(_ i: Int) -> Int? {
    guard i < tokens.count, i >= free, tokens[i].isCapital else { return nil }
    switch word(i) {
    case .month(let month), .doubtfulMonth(let month, _): return month
    default: return nil
    }
  }

  // MARK: Keeping what is found

  func span(_ range: Range<Int>) -> Span {
    Span(tokens[range.lowerBound].start, tokens[range.upperBound - 1].bare.end)
  }

  mutating func append(
    _ range: Range<Int>, _ meaning: TimeMeaning, _ step: TimeStep = .plain, part: DayPart? = nil,
    hour: TimeOfDay? = nil, portion: TimePortion = .whole
  ) {
    var phrase = TimePhrase(range, span(range), meaning)
    phrase.step = step
    phrase.portion = portion
    phrase.hour = part.map { TimeOfDay(part: $0) } ?? hour
    append(phrase)
  }

  mutating func append(_ phrase: TimePhrase) {
    var phrase = phrase
    if case .year = phrase.meaning {
      phrase.isAside =
        !has(storyIntroductions, at: phrase.tokens.lowerBound - 1) && phrase.tokens.lowerBound > 0
    }
    if phrase.needsTense { phrase.tense = tense(around: phrase.tokens) }
    free = phrase.tokens.upperBound
    if let last = found.last, let both = joined(last, phrase) {
      found[found.count - 1] = both
    } else {
      linkRange(to: &phrase)
      found.append(phrase)
    }
  }

  /// Takes tokens that are no time after all, so that nothing in them is read again.
  mutating func skip(to token: Int) { free = max(free, token) }

  /// "Friday" and "9 a.m." beside each other are one time.
  private func joined(_ first: TimePhrase, _ second: TimePhrase) -> TimePhrase? {
    guard second.tokens.lowerBound >= first.tokens.upperBound else { return nil }
    let between = first.tokens.upperBound..<second.tokens.lowerBound
    guard between.count <= 2, second.span.start - first.span.end < 12 else { return nil }
    let gap = between.isEmpty ? Gap.none : gap(between)
    let isBeside = gap == .none || gap == .comma || gap == .at
    if isBeside, first.isDay, first.hour == nil, second.meaning == .timeOfDay {
      return merged(first, second, day: first, hour: second.hour)
    }
    if isBeside && gap != .at || gap == .on, first.meaning == .timeOfDay, second.isDay,
      second.hour == nil
    {
      return merged(first, second, day: second, hour: first.hour)
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
    // "two weeks from next Tuesday", "the day after tomorrow".
    if between.count == 1, case .length(let amount, let unit) = first.meaning, second.isDay,
      second.meaning.explicitYear == nil
    {
      let isAfter = tokens[between.lowerBound].key == afterWord && second.isFeast
      if tokens[between.lowerBound].key == fromWord || isAfter {
        var both = merged(first, second, day: second, hour: second.hour)
        both.addition = TimeAddition(amount: amount, unit: unit)
        both.tense = .future
        return both
      }
    }
    return nil
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
  private mutating func linkRange(to phrase: inout TimePhrase) {
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
}

private let storyIntroductions = WordSet(
  "in by until on from during throughout between and ( , at through -")
let fromWord = WordKey("from")
private let betweenWord = WordKey("between")

extension TimePhrase {
  /// Whether it is one day, to which an hour may be added.
  var isDay: Bool {
    switch meaning {
    case .days(_, let first, let last, _): first == last
    case .civil, .dayOfMonth, .weekday, .weekdayOfMonth, .day, .holiday: true
    case .period(.day): true
    default: false
    }
  }

  fileprivate var isFeast: Bool {
    switch meaning {
    case .holiday, .day(1): true
    default: false
    }
  }

  fileprivate var isBareMonthOrDay: Bool {
    switch meaning {
    case .month(_, nil), .days(_, _, _, nil), .season(_, nil): true
    default: false
    }
  }

  fileprivate var needsTense: Bool {
    switch meaning {
    case .days(_, _, _, nil), .month(_, nil), .season(_, nil), .weekday, .dayOfMonth, .period,
      .quarter(_, nil),
      .weekdayOfMonth(_, _, _, nil), .holiday(_, nil):
      true
    default: false
    }
  }
}

extension TimeMeaning {
  var explicitYear: Int? {
    switch self {
    case .year(let year), .partOfYear(let year): year
    case .month(_, let year), .days(_, _, _, let year), .season(_, let year), .quarter(_, let year):
      year
    case .civil(let day): day.year
    default: nil
    }
  }

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
