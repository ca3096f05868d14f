/// Finds the words of a sentence that name a time: one look into a table for each word, and from the few that
/// speak of time a look at their neighbours, never further than a dozen words.
struct TimeReader {
  let tokens: [Token]
  let source: Source
  var found: [TimePhrase] = []
  /// The first token that no phrase has taken.
  var free = 0

  init(_ tokens: [Token], _ source: Source) {
    self.tokens = tokens
    self.source = source
  }

  mutating func read() {
    // Asked for once: looking for a global costs more than looking into it.
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
    case .weekday(let weekday): readWeekday(weekday, at: i)
    case .doubtfulWeekday(let weekday):
      if tokens[i].isCapital,
        tokens[i].shape.contains(.dotted) || month(glue(i + 1) == .comma ? i + 2 : i + 1) != nil
      {
        readWeekday(weekday, at: i)
      }
    case .doubtfulMonth(let month, isShort: true):
      if tokens[i].isCapital,
        tokens[i].shape.contains(.dotted) || dayOfMonth(i + 1) != nil || year(i + 1) != nil
          || dayOfMonth(i - 1) != nil
          || has(shortMonthIntroductions, at: i - 1) && !(i + 1 < tokens.count && tokens[i + 1].isCapital)
      {
        readMonth(month, at: i)
      }
    case .plural(let weekday): append(i..<i + 1, .everyWeekday(weekday))
    case .month(let month): readMonth(month, at: i)
    case .doubtfulMonth(let month, _):
      if tokens[i].isCapital { readMonth(month, isDoubtful: true, at: i) }
    case .season(let season): readSeason(season, isDoubtful: false, at: i)
    case .doubtfulSeason(let season): readSeason(season, isDoubtful: true, at: i)
    case .day(let days): readDay(days, at: i)
    case .tonight: append(i..<i + 1, .day(0), part: .night)
    case .dayPart(let part): readPart(part, at: i)
    case .dayParts(let part): repeatLastDay(each: part, to: i)
    case .clock(let minute): readNoon(minute, at: i)
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

  /// A month; one that is another word besides only in capitals.
  func month(_ i: Int) -> Int? {
    guard i < tokens.count, i >= free else { return nil }
    switch word(i) {
    case .month(let month): return month
    case .doubtfulMonth(let month, _): return tokens[i].isCapital ? month : nil
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
    if phrase.isDay, phrase.hour == nil { takePart(of: &phrase) }
    if case .year = phrase.meaning { phrase.isAside = isAside(phrase.tokens) }
    if phrase.needsTense { phrase.tense = tense(around: phrase.tokens) }
    free = phrase.tokens.upperBound
    if let last = found.last, let both = joined(last, phrase) {
      found[found.count - 1] = both
      if found.count > 1 { takeDay(of: both) }
    } else {
      takeEarlierDay(for: &phrase)
      linkRange(to: &phrase)
      found.append(phrase)
    }
  }

  /// Whether a year is named without taking the story there: "the War of 1812", "planned for 1976", "(1789)".
  private func isAside(_ year: Range<Int>) -> Bool {
    let before = year.lowerBound - 1
    guard before >= 0 else { return false }
    return !has(storyIntroductions, at: before) || isBracketed(year.lowerBound)
      || has(plannings, at: before - 1)
      || has(plannings, at: before - 2)
  }

  /// Takes tokens that are no time after all, so that nothing in them is read again.
  mutating func skip(to token: Int) { free = max(free, token) }
}

private let shortMonthIntroductions = WordSet("in since until till next last this early late mid")
private let storyIntroductions = WordSet(
  "in by until on from during throughout between and ( , at through -")
private let plannings = WordSet("planned scheduled projected expected slated")
let fromWord = WordKey("from")

extension TimePhrase {
  /// Whether it is one day, to which an hour may be added.
  var isDay: Bool {
    switch meaning {
    case .days(_, let first, let last, _): first == last
    case .civil, .dayOfMonth, .weekday, .weekdayAndDay, .weekdayOfMonth, .weekdayOfPeriod, .day, .holiday:
      true
    case .period(.day): true
    default: false
    }
  }

  var needsTense: Bool {
    switch meaning {
    case .days(_, _, _, nil), .month(_, nil), .season(_, nil), .weekday, .weekdayAndDay, .dayOfMonth, .period,
      .quarter(_, nil),
      .weekdayOfMonth(_, _, _, nil), .weekOfMonth(_, _, nil), .holiday(_, nil):
      true
    default: false
    }
  }
}

extension TimeMeaning {
  var explicitYear: Int? {
    switch self {
    case .year(let year), .partOfYear(let year): year
    case .month(_, let year), .days(_, _, _, let year), .season(_, let year), .quarter(_, let year),
      .weekOfMonth(_, _, let year):
      year
    case .civil(let day): day.year
    default: nil
    }
  }
}
