/// Which of a sentence's days is that of what is claimed in it.
extension Clauses {
  /// The time that what a match tells of is expected at: the nearest one to come in its clause, rather
  /// behind the match than before it, and rather in its own part of the clause than behind "because" or
  /// "when"; else the first one behind it that names its year and is over.
  func expected(after match: Range<Int>, dateline: CivilDate) -> Int? {
    guard !times.isEmpty else { return nil }
    let clause = clauseStart(match.lowerBound)..<clauseEnd(match.upperBound)
    var best: (time: Int, cost: Int)?
    for index in sentence.firstTime(endingBehind: clause.lowerBound)..<times.count {
      let time = times[index]
      if time.tokens.lowerBound >= clause.upperBound { break }
      guard let ahead = time.ahead, ahead.last >= dateline, !isOfSomethingPast(time, near: match),
        let cost = cost(of: time, for: match)
      else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (index, cost) }
    }
    return best?.time
      ?? times.firstIndex {
        $0.isExplicit && $0.tokens.upperBound > match.lowerBound
          && $0.tokens.lowerBound < clause.upperBound
      }
  }

  /// The time until which a state lasts, "closed until Friday", or that its own words have to come: "will
  /// resume on Monday".
  func dayOfState(_ match: Range<Int>, dateline: CivilDate) -> Int? {
    guard !times.isEmpty else { return nil }
    func isAhead(_ time: TimeMention) -> Bool { (time.ahead?.last ?? .earliest) >= dateline }
    if sentence.first(coming, in: match) != nil, let day = expected(after: match, dateline: dateline),
      isAhead(times[day])
    {
      return day
    }
    return times.firstIndex { time in
      let first = time.tokens.lowerBound
      return sentence.has(untilWords, at: first - 1) && first >= match.lowerBound && isAhead(time)
        && first < clauseEnd(match.upperBound)
    }
  }

  /// The day on which a term that somebody is given ends: "has 14 days to appeal".
  func endOfTerm(near match: Range<Int>, dateline: CivilDate) -> PartialDate? {
    for i in match.lowerBound..<min(match.upperBound + wordsOfTerm, tokens.count) {
      guard let unit = daysOfUnits[tokens[i].key], sentence.has(to, at: i + 1), i > 0,
        let number = sentence.has(one, at: i - 1) ? 1 : tokens[i - 1].number,
        (1...longestTerm).contains(number)
      else { continue }
      return PartialDate(dateline.adding(days: number * unit))
    }
    return nil
  }

  /// Whether the clause of a match names a day long over, and none since.
  func isLongOver(_ match: Range<Int>, dateline: CivilDate) -> Bool {
    guard times.contains(where: \.isExplicit) else { return false }
    let clause = clauseStart(match.lowerBound)..<clauseEnd(match.upperBound)
    var isOld = false
    for time in times where clause.overlaps(time.tokens) {
      guard time.isExplicit, let day = time.behind?.last, day.days(until: dateline) > daysOfNews,
        !sentence.has(runningSince, at: time.tokens.lowerBound - 1)
      else { return false }
      isOld = true
    }
    return isOld
  }

  /// "by 2030" and "until June" name the last day of what they name.
  func lastDayIfLimit(_ mention: TimeMention) -> PartialDate? {
    guard let ahead = mention.ahead, sentence.has(limits, at: mention.tokens.lowerBound - 1) else {
      return mention.ahead
    }
    return PartialDate(ahead.last)
  }

  /// How far a time is from being that of a match; nil for one before it that may as well be over.
  private func cost(of time: TimeMention, for match: Range<Int>) -> Int? {
    let first = time.tokens.lowerBound
    if first < match.lowerBound {
      guard time.behind == nil || time.isExplicit else { return nil }
      return costOfBefore + match.lowerBound - first
    }
    let gap = max(0, first - match.upperBound)
    let between = match.upperBound..<max(match.upperBound, first)
    return gap + (sentence.first(turns, in: between) == nil ? 0 : costOfTurn)
  }

  /// Whether a date belongs to something that happened: "plans to appeal the sentence handed down on
  /// Friday", "agreed on Wednesday to merge", "the minister said Tuesday".
  private func isOfSomethingPast(_ time: TimeMention, near match: Range<Int>) -> Bool {
    guard time.behind != nil, !time.isExplicit else { return false }
    let first = time.tokens.lowerBound
    // "announced plans Friday", "decided on Wednesday".
    let verbs = sentence.has(on, at: first - 1) ? first - 2..<first - 1 : first - 2..<first
    if verbs.clamped(to: tokens.indices).contains(where: { isPast($0) && !sentence.has(plannedWords, at: $0) }
    ) {
      return true
    }
    guard first > match.upperBound else { return false }
    return (match.upperBound..<first).contains { isPast($0) }
  }

  private func isPast(_ i: Int) -> Bool {
    !tokens[i].isCapital && (tokens[i].shape.contains(.endsED) || sentence.has(irregularPast, at: i))
      && !sentence.has(futurePassive, at: i - 1)
  }
}

/// What a day before the match, and one behind a turn of the sentence, is further away than it looks, in
/// words.
private let costOfBefore = 20
private let costOfTurn = 30
/// Days for which an event is news: what is counted or closed longer ago is history.
private let daysOfNews = 60
/// Tokens looked at behind a match, and the longest term that is believed, in units.
private let wordsOfTerm = 4
private let longestTerm = 99
private let daysOfUnits = WordTable<Int>(["day": 1, "days": 1, "week": 7, "weeks": 7])
private let coming = WordSet("will 'll due set scheduled expected")
private let to = WordSet("to")
private let one = WordSet("a")
private let limits = WordSet("by before until till")
private let untilWords = WordSet("until till through")
private let runningSince = WordSet("since from")
private let on = WordSet("on early late")
private let turns = WordSet("because although though while whereas when after since as where")
private let futurePassive = WordSet("be being to will is are 's 're")
private let plannedWords = WordSet(
  "scheduled expected planned delayed postponed adjourned deferred slated rescheduled moved opened")
private let irregularPast = WordSet(
  "made given found brought left gave heard held said won lost met told took began came went")
