/// Times inside words with hyphens.
extension TimeReader {
  /// "third-quarter", "five-year", "mid-January", "May-August 1950", "year-earlier", "decades-long".
  mutating func readHyphenated(at i: Int) {
    guard let (head, tail) = parts(of: tokens[i].bare) else { return }
    let first = source.key(head)
    let last = source.key(tail)
    if case .unit(let unit, false)? = timeWords[last] {
      readCounted(unit, by: first, head, at: i)
    } else if let portion = portion(of: first) {
      readPortion(portion, of: last, tail, at: i)
    } else if let word = timeWords[first] {
      if let from = month(of: word), let to = timeWords[last].flatMap(month) {
        readMonths(from, head, to, tail, at: i)
      } else if case .weekday(let from) = word, case .weekday(let to)? = timeWords[last], tokens[i].isCapital
      {
        append(TimePhrase(i..<i + 1, head, .weekday(from)))
        append(TimePhrase(i..<i + 1, tail, .weekday(to)))
      } else if case .unit(let unit, let isPlural) = word {
        readUnit(unit, isPlural, before: last, at: i)
      }
    } else {
      readLong(head, tail, at: i)
    }
  }

  /// What stands before and behind the first hyphen of a word.
  func parts(of word: Span) -> (head: Span, tail: Span)? {
    guard let dash = dash(in: word), dash.start > word.start, dash.end < word.end else { return nil }
    return (Span(word.start, dash.start), Span(dash.end, word.end))
  }

  private func portion(of key: WordKey) -> TimePortion? {
    switch timeGlue[key] {
    case .early: .early
    case .mid: .mid
    case .late: .late
    default: nil
    }
  }

  func month(of word: TimeWord) -> Int? {
    switch word {
    case .month(let month), .doubtfulMonth(let month, _): month
    default: nil
    }
  }

  /// "third-quarter", "five-year".
  private mutating func readCounted(_ unit: TimeUnit, by first: WordKey, _ head: Span, at i: Int) {
    if unit == .quarter, let number = ordinalWords[first], number <= 4 {
      readNumbered(.quarter, number, at: i, from: i)
    } else if unit != .second, let number = numberWords[first] ?? figures(head) {
      append(TimePhrase(i..<i + 1, tokens[i].bare, .length(.whole(number), unit)))
    }
  }

  /// "mid-January", "late-2019", "mid-1990s", "mid-afternoon".
  private mutating func readPortion(_ portion: TimePortion, of last: WordKey, _ tail: Span, at i: Int) {
    if let year = year(in: tail) {
      append(i..<i + 1, .year(year), portion: portion)
    } else if source.byte(tail.end - 1) == 0x73, let year = year(in: Span(tail.start, tail.end - 1)) {
      append(withArticle(i)..<i + 1, .decade(year / 10))
    } else if case .unit(.century, false)? = self.word(i + 1) {
      // "the mid-20th century"
      guard
        let number = ordinalWords[last]
          ?? (endsOrdinal(tail) ? figures(Span(tail.start, tail.end - 2)) : nil),
        number > 0
      else { return }
      append(withArticle(i)..<i + 2, .century(number - 1))
    } else if let word = timeWords[last] {
      let year = year(i + 1)
      let range = i..<(year == nil ? i + 1 : i + 2)
      if let month = month(of: word) {
        append(range, .month(month, year: year), portion: portion)
      } else if case .season(let season) = word {
        append(range, .season(season, year: year))
      } else if case .dayPart(let part) = word {
        append(i..<i + 1, .timeOfDay, part: part)
      }
    }
  }

  /// "May-August 1950" names two months.
  private mutating func readMonths(_ first: Int, _ head: Span, _ last: Int, _ tail: Span, at i: Int) {
    guard tokens[i].isCapital else { return }
    let year = year(i + 1)
    append(
      TimePhrase(i..<i + 1, head, .month(first, year: year.map { first > last ? $0 - 1 : $0 })))
    let range = i..<(year == nil ? i + 1 : i + 2)
    append(TimePhrase(range, Span(tail.start, span(range).end), .month(last, year: year)))
  }

  /// "decades-long", "by year-end", "year-earlier".
  private mutating func readUnit(_ unit: TimeUnit, _ isPlural: Bool, before last: WordKey, at i: Int) {
    if last == longWord {
      append(i..<i + 1, .length(isPlural ? .vague : .one, unit))
    } else if unit == .year, last == endWord {
      if has(yearEndIntroductions, at: i - 1) { append(i..<i + 1, .period(.year), portion: .end) }
    } else if unit == .year, last == earlierWord || last == agoWord {
      readYearAgo(at: i)
    }
  }

  /// "eight-month-long". "22-year-old" is an age.
  private mutating func readLong(_ head: Span, _ tail: Span, at i: Int) {
    guard let (middle, end) = parts(of: tail), source.key(end) == longWord,
      case .unit(let unit, _)? = timeWords[source.key(middle)],
      let number = numberWords[source.key(head)] ?? figures(head)
    else { return }
    append(i..<i + 1, .length(.whole(number), unit))
  }

  /// "year-earlier", "the year-ago quarter", "the year-ago third quarter".
  private mutating func readYearAgo(at i: Int) {
    if case .unit(.quarter, false)? = word(i + 1) {
      append(withArticle(i)..<i + 2, .period(.quarter), .yearBefore)
    } else if let number = ordinal(i + 1), case .unit(.quarter, false)? = word(i + 2) {
      append(withArticle(i)..<i + 3, .quarter(number, year: nil), .yearBefore)
    } else {
      var range = i..<i + 1
      if case .period? = word(i + 1) { range = withArticle(i)..<i + 2 }
      append(range, .away(.one, .year, isBack: true, fromMention: true))
    }
  }

  // MARK: With figures

  /// "2024-07-13", "1955-1963", "1990-91", "mid-1990", "10-year".
  mutating func readFiguresAndHyphens(at i: Int) {
    let word = tokens[i].bare
    if word.end - word.start == 10, let day = CivilDate(source.string(word)) {
      append(i..<i + 1, .civil(day))
    } else if readInstant(at: i) {
      return
    } else if let day = dayWithMonth(word) {
      append(i..<i + 1, .civil(day))
    } else if let (head, tail) = parts(of: word), let first = year(in: head) {
      guard first >= 1500, let last = year(in: tail) ?? shortYear(tail, after: first), last > first else {
        return
      }
      append(TimePhrase(i..<i + 1, head, .year(first)))
      append(TimePhrase(i..<i + 1, tail, .year(last)))
    } else if let (first, last) = bothEnds(at: i) {
      append(first)
      append(last)
    } else {
      readHyphenated(at: i)
    }
  }

  /// "05-Aug-2016"
  private func dayWithMonth(_ word: Span) -> CivilDate? {
    guard let (head, rest) = parts(of: word), let day = figures(head), let (middle, tail) = parts(of: rest),
      let year = year(in: tail), let month = timeWords[source.key(middle)].flatMap(month)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// The "91" of "1990-91" and the "00" of "1999-00"; "2015-32" is no span of years.
  private func shortYear(_ span: Span, after year: Int) -> Int? {
    guard span.end - span.start == 2, let figures = figures(span) else { return nil }
    let last = year / 100 * 100 + figures + (figures == 0 ? 100 : 0)
    return last - year < 12 ? last : nil
  }
}

private let yearEndIntroductions = WordSet("by at before until through since")
private let longWord = WordKey("long")
private let earlierWord = WordKey("earlier")
private let agoWord = WordKey("ago")
