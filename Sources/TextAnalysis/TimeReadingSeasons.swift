/// Seasons, holidays, and the parts of a longer time.
extension TimeReader {
  /// "early", "mid", "the end of": where the phrase begins with them, and which part of the time they pick.
  func portion(before i: Int) -> (start: Int, TimePortion)? {
    switch glue(i - 1) {
    case .early: return (withArticle(i - 1), .early)
    case .late: return (withArticle(i - 1), .late)
    case .mid: return (i - 1, .mid)
    case .of:
      switch glue(i - 2) {
      case .end: return (withArticle(i - 2), .end)
      case .start: return (withArticle(i - 2), .start)
      case .middle: return (withArticle(i - 2), .mid)
      case nil where i - 2 >= free && tokens[i - 2].key == turnWord: return (withArticle(i - 2), .end)
      default: return nil
      }
    default: return i > free && tokens[i - 1].key == inWord ? portionIn(before: i - 1) : nil
    }
  }

  /// "early in 1862", "later in the year".
  private func portionIn(before i: Int) -> (start: Int, TimePortion)? {
    switch glue(i - 1) {
    case .early: (i - 1, .early)
    case .late: (i - 1, .late)
    case .earlier: (i - 1, .earlier)
    case .later: (i - 1, .later)
    default: nil
    }
  }

  mutating func readSeason(_ season: Int, isDoubtful: Bool, at i: Int) {
    let yearAt = glue(i + 1) == .of || glue(i + 1) == .comma ? i + 2 : i + 1
    // "the fall of the city"
    if isDoubtful, glue(i + 1) == .of, year(i + 2) == nil { return }
    if let year = year(yearAt) {
      let start = portion(before: withArticle(i))?.start ?? withArticle(i)
      append(start..<yearAt + 1, .season(season, year: year))
      return
    }
    if let year = year(i - 1), !isDoubtful || tokens[i].isCapital {
      append(i - 1..<i + 1, .season(season, year: year))
      return
    }
    // "Spring Street", "Winter Olympics".
    if i + 1 < tokens.count, tokens[i].isCapital, tokens[i + 1].isCapital, i > 0,
      glue(i - 1) != .this
    {
      return
    }
    switch glue(i - 1) {
    case .last: append(i - 1..<i + 1, .season(season, year: nil), .last)
    case .past, .previous:
      let isThis = glue(i - 2) == .this || glue(i - 2) == .the
      append((isThis ? i - 2 : i - 1)..<i + 1, .season(season, year: nil), .last)
    case .next, .coming: append(withThis(i - 1)..<i + 1, .season(season, year: nil), .next)
    case .following: append(withArticle(i - 1)..<i + 1, .season(season, year: nil), .following)
    case .this: append(i - 1..<i + 1, .season(season, year: nil), .this)
    case .that: append(i - 1..<i + 1, .season(season, year: nil), .that)
    case .each: append(i - 1..<i + 1, .everySeason(season))
    case .early, .late: append(withArticle(i - 1)..<i + 1, .season(season, year: nil))
    case .the:
      let isAmong = i > 1 && has(seasonIntroductions, at: i - 2)
      if let (start, portion) = portion(before: i - 1) {
        append(start..<i + 1, .season(season, year: nil), portion: portion)
      } else if isAmong {
        append(i - 1..<i + 1, .season(season, year: nil))
      }
    default:
      if i > 0, !isDoubtful || tokens[i - 1].key == inWord, has(seasonIntroductions, at: i - 1) {
        append(i..<i + 1, .season(season, year: nil))
      }
    }
  }

  mutating func readHoliday(_ holiday: Holiday, at i: Int) {
    // "a thanksgiving service"
    if !tokens[i].isCapital, holiday == .thanksgiving { return }
    var end = i + 1
    var holiday = holiday
    if end < tokens.count, tokens[end].isCapital == tokens[i].isCapital {
      if tokens[end].key == eveWord, case .christmas = holiday {
        holiday = .christmasEve
        end += 1
      } else if case .unit(.day, false) = word(end) {
        end += 1
      } else if case .weekday(let weekday) = word(end) {
        if case .easter = holiday, weekday == .monday { holiday = .easterMonday }
        end += 1
      }
    }
    // "a Christmas tree"
    let isBare = end == i + 1 && isWord(end) && !endsNamedDay(end)
    if isBare, glue(end) == nil, word(end) == nil, year(end) == nil { return }
    appendHoliday(holiday, i..<end)
  }

  /// A holiday with "last", "next" or "this" before it, or a year behind.
  mutating func appendHoliday(_ holiday: Holiday, _ range: Range<Int>) {
    let (start, end) = (range.lowerBound, range.upperBound)
    if let (year, at) = yearBehind(end) { return append(start..<at + 1, .holiday(holiday, year: year)) }
    switch glue(start - 1) {
    case .last: append(start - 1..<end, .holiday(holiday, year: nil), .last)
    case .next: append(start - 1..<end, .holiday(holiday, year: nil), .next)
    case .coming: append(withThis(start - 1)..<end, .holiday(holiday, year: nil), .next)
    case .this: append(start - 1..<end, .holiday(holiday, year: nil))
    default: append(range, .holiday(holiday, year: nil))
    }
  }
}

private let turnWord = WordKey("turn")
private let eveWord = WordKey("eve")
