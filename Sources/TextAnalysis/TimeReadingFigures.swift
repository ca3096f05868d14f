/// Years, decades and dates in figures.
extension TimeReader {
  /// Any word with a figure in it.
  mutating func readDigits(at i: Int) {
    let token = tokens[i]
    if let phrase = clock(at: i) {
      append(phrase)
    } else if token.end - token.start >= 8, let day = pointedDate(token.bare) {
      append(i..<i + 1, .civil(day))
    } else if token.shape.contains(.digits) || token.genitive > 0 {
      readNumber(at: i)
    } else if token.shape.contains(.hyphen) {
      readFiguresAndHyphens(at: i)
    } else if let decade = decade(token.bare),
      !isTens(decade) || glue(i - 1) == .the || isApostrophe(i - 1)
    {
      let named = isApostrophe(i - 1) ? i - 1 : i
      append((portion(before: named)?.start ?? withArticle(named))..<i + 1, decade)
    } else if let part = shortPart(token.bare) {
      readShortPart(part, at: i)
    } else if let year = fiscalYear(token.bare) {
      append(i..<i + 1, .year(year))
    } else if ordinal(i) != nil, glue(i - 1) == .the, i > 1, has(dayIntroductions, at: i - 2),
      let day = dayOfMonth(i), endsNamedDay(i + 1)
    {
      append(i - 1..<i + 1, .dayOfMonth(day))
    }
  }

  func isWord(_ i: Int) -> Bool { i < tokens.count && tokens[i].isWord }

  /// "FY2019", "FY19".
  private func fiscalYear(_ span: Span) -> Int? {
    guard source.reads("fy", at: span.start, before: span.end) else { return nil }
    let figures = Span(span.start + 2, span.end)
    if figures.end - figures.start == 2 { return self.figures(figures).map { 2000 + $0 } }
    return year(in: figures)
  }

  private func isTens(_ meaning: TimeMeaning) -> Bool {
    if case .tens = meaning { true } else { false }
  }

  private func isApostrophe(_ i: Int) -> Bool { i >= 0 && tokens[i].key == apostrophe }

  private mutating func readNumber(at i: Int) {
    if let phrase = figuredDate(at: i) {
      append(phrase)
      return
    }
    if let day = dayAndMonth(at: i) {
      append(day)
      return
    }
    if let era = era(at: i) {
      append(era)
      return
    }
    // "264 to 241 BC"
    if glue(i + 1) == .to, let last = era(at: i + 2), case .beforeChrist = last.meaning,
      let first = number(i),
      (1...9999).contains(first)
    {
      append(i..<i + 1, .beforeChrist(first))
      append(last)
      return
    }
    guard let year = year(i) else { return }
    if glue(i + 1) == .range, year > 1000, let last = self.year(i + 2), last >= year {
      append(i..<i + 1, .year(year))
      append(i + 2..<i + 3, .year(last))
    } else if tokens[i].genitive > 0, glue(i - 1) == .the, year % 10 == 0 {
      append(i - 1..<i + 1, .decade(year / 10))
    } else {
      readYear(year, at: i)
    }
  }

  /// "264 BC".
  func era(at i: Int) -> TimePhrase? {
    guard i + 1 < tokens.count,
      tokens[i + 1].shape.contains(.allCapitals) || tokens[i + 1].shape.contains(.dotted),
      let year = number(i), (1...9999).contains(year)
    else { return nil }
    let range = i..<i + 2
    if eras.contains(tokens[i + 1].key) {
      return TimePhrase(range, span(range), .beforeChrist(year))
    }
    if commonEras.contains(tokens[i + 1].key) { return TimePhrase(range, span(range), .year(year)) }
    return nil
  }

  func isBeforeChrist(_ i: Int) -> Bool { has(eras, at: i) }

  /// "12/25/2019", "25/12/19": the month first, where it can be one and a weekday beside it does not say otherwise.
  private func figuredDate(at i: Int) -> TimePhrase? {
    guard i + 4 < tokens.count, tokens[i + 1].key == slash || tokens[i + 1].key == point,
      tokens[i + 3].key == tokens[i + 1].key, let a = number(i), let b = number(i + 2),
      let c = number(i + 4),
      tokens[i + 4].end - tokens[i].start <= 10
    else { return nil }
    if a > 1800, let day = CivilDate(year: a, month: b, day: c) {
      return TimePhrase(i..<i + 5, Span(tokens[i].start, tokens[i + 4].end), .civil(day))
    }
    let year = c < 50 ? 2000 + c : c < 100 ? 1900 + c : c
    let readings = [CivilDate(year: year, month: a, day: b), CivilDate(year: year, month: b, day: a)]
      .compactMap(\.self)
    let named = readings.first { $0.weekday == weekday(before: i) }
    guard let day = named ?? readings.first, year > 1800 else { return nil }
    return TimePhrase(i..<i + 5, Span(tokens[i].start, tokens[i + 4].end), .civil(day))
  }

  /// The weekday that was read right before a token.
  private func weekday(before i: Int) -> Weekday? {
    guard let last = found.last, case .weekday(let day) = last.meaning, i - last.tokens.upperBound <= 1 else {
      return nil
    }
    return day
  }

  /// "on 12/25", "by 12/31": without a word for a day before it, it is a fraction.
  private func dayAndMonth(at i: Int) -> TimePhrase? {
    guard i + 2 < tokens.count, tokens[i + 1].key == slash, tokens[i + 1].start == tokens[i].end,
      tokens[i + 2].start == tokens[i + 1].end, let month = number(i), let day = number(i + 2),
      CivilDate(year: 2000, month: month, day: day) != nil
    else { return nil }
    let isWeekday = weekday(before: i) != nil
    guard isWeekday || glue(i - 1) == .on || day > 12 && has(clockIntroductions, at: i - 1) else {
      return nil
    }
    return TimePhrase(
      i..<i + 3, span(i..<i + 3), .days(month: month, first: day, last: day, year: nil))
  }

  /// "1990s", "90s" behind an apostrophe.
  private func decade(_ span: Span) -> TimeMeaning? {
    guard source.byte(span.end - 1) == 0x73, let figures = figures(Span(span.start, span.end - 1))
    else { return nil }
    switch span.end - span.start {
    case 5 where (1000...2999).contains(figures) && figures % 10 == 0:
      return figures % 100 == 0 && figures < 1900 ? .century(figures / 100) : .decade(figures / 10)
    case 3 where figures >= 20 && figures % 10 == 0: return .tens(figures / 10)
    default: return nil
    }
  }

  /// A quarter or half of a business year, as tables write it.
  private struct ShortPart {
    let isQuarter: Bool
    let number: Int
    var year: Int?
  }

  /// "Q3", "3Q", "H1", "1H25", "2Q2025".
  private func shortPart(_ span: Span) -> ShortPart? {
    let length = span.end - span.start
    guard length == 2 || length == 4 || length == 6 else { return nil }
    let (a, b) = (source.byte(span.start), source.byte(span.start + 1))
    let isFigureFirst = (0x31...0x34).contains(a)
    let (letter, figure) = isFigureFirst ? (b | 0x20, Int(a) - 0x30) : (a | 0x20, Int(b) - 0x30)
    guard letter == 0x71 || letter == 0x68, (1...(letter == 0x71 ? 4 : 2)).contains(figure) else {
      return nil
    }
    var part = ShortPart(isQuarter: letter == 0x71, number: figure)
    if length > 2 {
      guard isFigureFirst, let year = figures(Span(span.start + 2, span.end)) else { return nil }
      part.year = length == 4 ? 2000 + year : year
      guard (1000...2999).contains(part.year ?? 0) else { return nil }
    }
    return part
  }

  private mutating func readShortPart(_ part: ShortPart, at i: Int) {
    var range = i..<i + 1
    var year = part.year
    if year == nil, let (later, at) = yearBehind(i + 1) {
      (year, range) = (later, i..<at + 1)
    } else if year == nil, let earlier = self.year(i - 1) {
      (year, range) = (earlier, i - 1..<i + 1)
    }
    if part.isQuarter {
      // "The Audi Q3" is a car.
      let isName = i > 0 && tokens[i - 1].isCapital || i + 1 < tokens.count && tokens[i + 1].isCapital
      let isFirst = (0x31...0x34).contains(source.byte(tokens[i].start))
      guard year != nil || !isName && !isFirst else { return }
      append(range, .quarter(part.number, year: year))
    } else if let year {
      append(range, .half(part.number, year: year))
    }
  }

  /// "31.12.2024", "2024.12.31": the day first, where it can be one.
  private func pointedDate(_ span: Span) -> CivilDate? {
    let start = span.start
    guard (8...10).contains(span.end - start),
      source.byte(start + 1) == 0x2E || source.byte(start + 2) == 0x2E || source.byte(start + 4) == 0x2E
    else { return nil }
    let parts = source.bytes[span.start..<span.end].split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 3, let a = decimal(parts[0]), let b = decimal(parts[1]), let c = decimal(parts[2])
    else {
      return nil
    }
    if parts[0].count == 4 { return CivilDate(year: a, month: b, day: c) }
    guard parts[2].count == 4 else { return nil }
    return CivilDate(year: c, month: b, day: a) ?? CivilDate(year: c, month: a, day: b)
  }

  /// "1989", "early 1991", "fiscal 1989", "the end of 1990", "the year 2000", "264 BC".
  mutating func readYear(_ year: Int, at i: Int) {
    if i + 1 < tokens.count {
      let next = tokens[i + 1]
      if countedThings.contains(next.key) || next.key == percentSign { return }
    }
    if i > 0, has(amountIntroductions, at: i - 1),
      tokens[i - 1].end == tokens[i].start || !isIntroduced(i)
    {
      return
    }
    // "30/02/2024" is no day.
    if i > 0, tokens[i - 1].key == slash, tokens[i - 1].end == tokens[i].start { return }
    guard (1900...2050).contains(year) || isIntroduced(i) || isBracketed(i) else { return }
    // "the 1988 third quarter" is read at its end.
    if ordinal(i + 1) != nil, case .unit? = word(i + 2) { return }
    // So is "2025 Q3".
    if i + 1 < tokens.count, tokens[i + 1].shape.contains(.hasDigit), shortPart(tokens[i + 1].bare) != nil {
      return
    }
    if i + 1 < tokens.count, case .season(let season)? = word(i + 1),
      glue(i - 1) != .the || season != 3
    {
      append(i..<i + 2, .season(season, year: year))
      return
    }
    if let (start, portion) = portion(before: i) {
      append(start..<i + 1, .year(year), portion: portion)
    } else if glue(i - 1) == .the, isPeriod(i + 1) {
      append(i - 1..<i + 2, .partOfYear(year))
    } else if glue(i - 1) == .fiscal {
      append(i - 1..<i + 1, .year(year))
    } else {
      append(i..<i + 1, .year(year))
    }
  }

  private func isPeriod(_ i: Int) -> Bool {
    switch word(i) {
    case .period, .unit(.quarter, false): true
    default: false
    }
  }

  /// "(1789)"
  func isBracketed(_ i: Int) -> Bool {
    i > 0 && i + 1 < tokens.count && tokens[i - 1].key == openingBracket
      && tokens[i + 1].key == closingBracket
  }

  func isIntroduced(_ i: Int) -> Bool { i > 0 && has(yearIntroductions, at: i - 1) }

  /// "nineteen ninety-one", as radio has it.
  mutating func readSpokenYear(_ century: Int, at i: Int) {
    guard let years = number(i + 1), (10...99).contains(years), tokens[i + 1].digits < 0 else {
      return
    }
    if years % 10 == 0, let unit = number(i + 2), (1...9).contains(unit), tokens[i + 2].digits < 0 {
      append(i..<i + 3, .year(century * 100 + years + unit))
    } else {
      append(i..<i + 2, .year(century * 100 + years))
    }
  }
}

/// Words behind which "the 22nd" is a day of the month.
private let dayIntroductions = WordSet("on by until till before since")
private let openingBracket = WordKey("(")
private let closingBracket = WordKey(")")
private let percentSign = WordKey("%")
private let apostrophe = WordKey("'")
private let slash = WordKey("/")
private let point = WordKey(".")
private let eras = WordSet("bc b.c bce b.c.e")
private let commonEras = WordSet("ad a.d ce c.e")
