/// A time expression among the tokens of a sentence.
///
/// Words such as "Tuesday" or "July 12" fit more than one day: `ahead` is the next one, `behind` the last. A
/// weekday that is the dateline's own is that day looking back, and the next one looking ahead.
struct TimeMention: Sendable {
  let tokens: Range<Int>
  /// The words without a genitive "'s", and without what else a hyphen ties to them.
  let span: Span
  /// As the tense of the sentence has it.
  let value: TimeValue
  /// The day or days in a future reading; nil where the words name none, or none to come.
  let ahead: PartialDate?
  let behind: PartialDate?
  /// Whether the words leave no choice, because they name the year.
  let isExplicit: Bool

  var type: TimeType { value.type }
}

/// All times in the tokens of a sentence, in order, none overlapping.
func findTimes(in tokens: [Token], _ source: Source, dateline: CivilDate) -> [TimeMention] {
  var reader = TimeReader(tokens, source)
  reader.read()
  guard !reader.found.isEmpty else { return [] }
  var anchor = TimeAnchor(written: dateline)
  var mentions: [TimeMention] = []
  mentions.reserveCapacity(reader.found.count)
  for (index, phrase) in reader.found.enumerated() {
    var (ahead, behind) = phrase.candidates(anchor)
    if phrase.opensRange, index + 1 < reader.found.count {
      let (lastAhead, lastBehind) = reader.found[index + 1].candidates(anchor)
      ahead = interval(ahead, lastAhead) ?? ahead
      behind = interval(behind, lastBehind) ?? behind
    }
    let value = phrase.value(anchor)
    anchor.note(value, of: phrase)
    mentions.append(
      TimeMention(
        tokens: phrase.tokens, span: phrase.span, value: value, ahead: ahead, behind: behind,
        isExplicit: phrase.meaning.isExplicit))
  }
  return mentions
}

private func interval(_ first: PartialDate?, _ last: PartialDate?) -> PartialDate? {
  guard let first, let last else { return nil }
  return PartialDate(from: first.first, to: last.last)
}

extension TimeMeaning {
  fileprivate var isExplicit: Bool {
    switch self {
    case .year, .beforeChrist, .decade, .century, .civil: true
    default: explicitYear != nil
    }
  }
}

extension TimePhrase {
  /// What the words name looking ahead, and looking back.
  fileprivate func candidates(_ anchor: TimeAnchor) -> (ahead: PartialDate?, behind: PartialDate?) {
    let written = anchor.written
    if isFromNow { return (untilThen(written), nil) }
    // An hour alone names no day.
    if meaning == .timeOfDay { return (nil, nil) }
    if meaning.isExplicit {
      let dates = portionOf(value(anchor).dates)
      return (dates, dates)
    }
    let isOpen = step == .plain && !isWithin && addition == nil && !isWeek
    return isOpen ? nearest(anchor) : oneSided(value(anchor), written)
  }

  /// All days from the one of writing to the end of "within six months".
  private func untilThen(_ written: CivilDate) -> PartialDate? {
    guard case .length(.halves(let halves), let unit) = meaning, unit.isDayOrLonger,
      let end = written.adding(halves: halves, of: unit)
    else { return nil }
    return PartialDate(from: written, to: end)
  }

  /// The next and the last one of days, months and seasons that come again each week or year.
  private func nearest(_ anchor: TimeAnchor) -> (ahead: PartialDate?, behind: PartialDate?) {
    let written = anchor.written
    switch meaning {
    case .weekday(let weekday):
      let back = (written.weekday.rawValue - weekday.rawValue + 7) % 7
      return (PartialDate(written.adding(days: 7 - back)), PartialDate(written.adding(days: -back)))
    case .month(let month, nil):
      let next = PartialDate(year: written.year + (month >= written.month ? 0 : 1), month: month)
      return (next, PartialDate(year: written.year - (month <= written.month ? 0 : 1), month: month))
    case .days(let month, let first, let last, nil): return dayCandidates(month, first, last, written)
    case .season(let season, nil):
      let isOver = PartialDate(year: written.year, season: season).map { $0.last < written } ?? true
      let next = PartialDate(year: written.year + (isOver ? 1 : 0), season: season)
      return (next, PartialDate(year: written.year - (isOver ? 0 : 1), season: season))
    case .holiday(let holiday, nil):
      guard let this = holiday.day(in: written.year) else { return (nil, nil) }
      let next = this >= written ? this : holiday.day(in: written.year + 1)
      let last = this <= written ? this : holiday.day(in: written.year - 1)
      return (next.map { PartialDate($0) }, last.map { PartialDate($0) })
    default: return oneSided(value(anchor), written)
    }
  }

  private func dayCandidates(_ month: Int, _ first: Int, _ last: Int, _ written: CivilDate) -> (
    ahead: PartialDate?, behind: PartialDate?
  ) {
    func days(_ year: Int) -> PartialDate? {
      guard let from = CivilDate(year: year, month: month, day: first),
        let to = CivilDate(year: year, month: month, day: last)
      else { return nil }
      return PartialDate(from: from, to: to)
    }
    let this = days(written.year)
    let isPast = this.map { $0.last < written } ?? true
    return (
      isPast ? days(written.year + 1) : this,
      isPast || this?.last == written ? this : days(written.year - 1)
    )
  }

  /// A time that the words leave no choice of: ahead, behind, or running and so both.
  private func oneSided(_ value: TimeValue, _ written: CivilDate) -> (
    ahead: PartialDate?, behind: PartialDate?
  ) {
    guard let dates = value.dates else { return (nil, nil) }
    if dates.last < written { return (nil, dates) }
    if dates.first > written { return (dates, nil) }
    if portion == .earlier { return (nil, PartialDate(from: dates.first, to: written)) }
    guard case .period(let unit) = meaning, unit != .weekend, unit != .day else { return (dates, dates) }
    let rest = PartialDate(from: written, to: dates.last)
    return (rest, step == .plain && portion == .whole ? dates : rest)
  }

  /// The months of a year that "early", "mid", "late" and "the end of" pick out; anything else whole.
  private func portionOf(_ dates: PartialDate?) -> PartialDate? {
    guard case .year(let year) = meaning else { return dates }
    return switch portion {
    case .early: PartialDate(fromMonth: 1, toMonth: 4, of: year)
    case .mid: PartialDate(fromMonth: 5, toMonth: 8, of: year)
    case .late: PartialDate(fromMonth: 9, toMonth: 12, of: year)
    case .start: PartialDate(year: year, month: 1)
    case .end: PartialDate(year: year, month: 12)
    case .whole, .later, .earlier: dates
    }
  }
}
