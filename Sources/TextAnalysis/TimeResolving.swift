/// What relative times are counted from.
struct TimeAnchor: Sendable {
  /// The day of writing.
  let written: CivilDate
  /// Minutes from midnight, where the hour of writing is known.
  var minute: Int?
  /// The day last spoken of; nil before any.
  var mentioned: CivilDate?
  /// The quarter last spoken of.
  var quarter: (year: Int, number: Int)?
  /// Whether it is known to the month.
  var isMonthKnown = false
  /// Whether the text tells history, so that a bare month is one of the year last spoken of.
  var isHistory = false

  init(written: CivilDate, minute: Int? = nil) { (self.written, self.minute) = (written, minute) }

  /// The day that "that week", "the following year" and, in a history, everything else counts from.
  var spokenOf: CivilDate { mentioned ?? written }
}

extension TimePhrase {
  /// The value with all that is known of the text before it.
  func value(_ anchor: TimeAnchor) -> TimeValue {
    let value = dated(anchor)
    if let addition {
      guard let day = value.dates?.first, case .halves(let halves) = addition.amount else {
        return value
      }
      return .day(day.adding(addition.unit, halves / 2) ?? day)
    }
    if isWeek, let day = value.dates?.first {
      // "The week of Sunday, Oct. 6" begins with it.
      let week = (day.weekday == .sunday ? day.adding(days: 1) : day).isoWeek
      return .week(year: week.year, number: week.number)
    }
    guard let hour else { return value }
    switch value {
    case .day(let day): return .hour(day, hour)
    case .days, .hour, .everyWeekday: return value
    default: return .hour(anchor.isHistory ? anchor.mentioned : anchor.written, hour)
    }
  }

  private func dated(_ anchor: TimeAnchor) -> TimeValue {
    switch meaning {
    case .reference(let reference): .reference(reference)
    case .year(let year): .year(year)
    case .partOfYear(let year):
      anchor.quarter.map { .quarter(year: year, number: $0.number) } ?? .year(year)
    case .beforeChrist(let year): .beforeChrist(year)
    case .decade(let decade): .decade(decade)
    case .tens(let tens):
      .decade(
        anchor.written.year / 100 * 10 + tens - (anchor.written.year % 100 < tens * 10 ? 10 : 0))
    case .century(let century): .century(century)
    case .civil(let day): .day(day)
    case .month(let month, let year):
      .month(year: year ?? self.year(ofMonth: month, anchor), number: month)
    case .days(let month, let first, let last, let year):
      days(year ?? self.year(ofDay: first, month, anchor), month, first, last)
    case .dayOfMonth(let day): dayOfMonth(day, anchor)
    case .weekdayAndDay(let weekday, let day): .day(self.day(day, on: weekday, anchor))
    case .weekday(let weekday): .day(day(of: weekday, anchor))
    case .weekdayOfMonth(let weekday, let number, let month, let year):
      weekdayOfMonth(weekday, number, month: month, year: year ?? self.year(ofMonth: month, anchor))
        .map { .day($0) } ?? .month(year: anchor.written.year, number: month)
    case .weekdayOfPeriod(let weekday, let number):
      period(.month, anchor).dates.flatMap {
        weekdayOfMonth(weekday, number, month: $0.first.month, year: $0.first.year).map { .day($0) }
      } ?? period(.month, anchor)
    case .weekOfMonth(let number, let month, let year):
      weekOfMonth(number, month, year ?? self.year(ofMonth: month, anchor))
    case .season(let season, let year):
      .season(year: year ?? self.year(ofMonth: season * 3, anchor), number: season)
    case .quarter(let number, let year):
      .quarter(year: year ?? self.year(ofQuarter: number, anchor), number: number)
    case .half(let number, let year):
      .half(year: year ?? self.year(ofMonth: number * 6 - 5, anchor), number: number)
    case .period(let unit): period(unit, anchor)
    case .day(let days): .day(anchor.written.adding(days: days))
    case .away(let amount, let unit, let isBack, let fromMention):
      away(amount, unit, isBack, fromMention, anchor)
    case .length(let amount, let unit): .length(amount, unit)
    case .often(let amount, let unit): .often(amount, unit)
    case .everyWeekday(let weekday): .everyWeekday(weekday, hour?.part)
    case .everyMonth(let month): .everyMonth(month)
    case .everySeason(let season): .everySeason(season)
    case .everyPart(let part): .everyPart(part)
    case .holiday(let holiday, let year): holidayValue(holiday, year, anchor)
    case .timeOfDay:
      .hour(anchor.isHistory ? anchor.mentioned : anchor.written, hour ?? TimeOfDay())
    }
  }

  /// The week that the first, eighth … or last day of the month is in.
  private func weekOfMonth(_ number: Int, _ month: Int, _ year: Int) -> TimeValue {
    let length = CivilDate.days(inMonth: month, year: year)
    let day = number < 0 ? length : number * 7 - 6
    return CivilDate(year: year, month: month, day: min(day, length)).map {
      .week(year: $0.isoWeek.year, number: $0.isoWeek.number)
    }
      ?? .month(year: year, number: month)
  }

  private func days(_ year: Int, _ month: Int, _ first: Int, _ last: Int) -> TimeValue {
    guard let from = CivilDate(year: year, month: month, day: first) else {
      return .month(year: year, number: month)
    }
    guard last > first, let to = CivilDate(year: year, month: month, day: last) else {
      return .day(from)
    }
    return .days(from, to)
  }

  /// In the month spoken of; without one the nearest such day on the side of the verb.
  private func dayOfMonth(_ day: Int, _ anchor: TimeAnchor) -> TimeValue {
    if isWithin {
      let month = period(.month, anchor).dates?.first ?? anchor.written
      return CivilDate(year: month.year, month: month.month, day: day).map { .day($0) }
        ?? .month(year: month.year, number: month.month)
    }
    let base = anchor.isHistory || anchor.isMonthKnown ? anchor.spokenOf : anchor.written
    let this = CivilDate(year: base.year, month: base.month, day: day)
    if anchor.isMonthKnown || anchor.isHistory {
      return this.map { .day($0) } ?? .month(year: base.year, number: base.month)
    }
    let other = base.adding(months: tense == .future ? 1 : -1)
    let isRight = this.map { tense == .future ? $0 >= base : $0 <= base } ?? false
    let found = isRight ? this : CivilDate(year: other.year, month: other.month, day: day)
    return found.map { .day($0) } ?? .month(year: base.year, number: base.month)
  }

  /// The nearest such day that is that weekday, on the side of the verb where it has one: "Tuesday the 18th".
  private func day(_ day: Int, on weekday: Weekday, _ anchor: TimeAnchor) -> CivilDate {
    let base = anchor.isHistory || anchor.isMonthKnown ? anchor.spokenOf : anchor.written
    let months = tense == .future ? [0, 1, -1, 2, 3, -2] : [0, -1, 1, -2, -3, 2]
    for offset in months {
      let month = base.adding(months: offset)
      guard let found = CivilDate(year: month.year, month: month.month, day: day) else { continue }
      if found.weekday == weekday { return found }
    }
    return self.day(of: weekday, anchor)
  }

  // MARK: Which year

  private func year(ofMonth month: Int, _ anchor: TimeAnchor) -> Int {
    let written = anchor.written
    if isWithin { return yearStepped(anchor) }
    if anchor.isHistory, step == .plain { return historicYear(ofMonth: month, anchor) }
    switch step {
    case .last: return month < written.month ? written.year : written.year - 1
    case .next: return month > written.month ? written.year : written.year + 1
    case .this, .latest: return written.year
    case .that: return anchor.spokenOf.year
    case .following: return anchor.spokenOf.year + (month <= anchor.spokenOf.month ? 1 : 0)
    case .previous, .yearBefore:
      return anchor.spokenOf.year - (month >= anchor.spokenOf.month ? 1 : 0)
    case .plain: break
    }
    if tense == .future { return month >= written.month ? written.year : written.year + 1 }
    if month <= written.month { return written.year }
    // Without a verb in the past the nearer one is meant: "November" in October.
    return tense == .unknown && month - written.month <= 2 ? written.year : written.year - 1
  }

  private func year(ofDay day: Int, _ month: Int, _ anchor: TimeAnchor) -> Int {
    let written = anchor.written
    if isWithin { return yearStepped(anchor) }
    if anchor.isHistory { return historicYear(ofMonth: month, anchor) }
    if step == .this { return written.year }
    let isBefore = (month, day) < (written.month, written.day)
    let isSame = (month, day) == (written.month, written.day)
    if isSame { return written.year }
    if tense == .future {
      return isBefore
        ? daysSince(month, day, written) < 60 ? written.year : written.year + 1 : written.year
    }
    if isBefore { return written.year }
    // A day far ahead that is told in the past was last year's.
    let ahead =
      CivilDate(year: written.year, month: month, day: day).map { written.days(until: $0) } ?? 0
    return tense == .past && ahead > 100 || ahead > 200 ? written.year - 1 : written.year
  }

  private func yearStepped(_ anchor: TimeAnchor) -> Int {
    switch step {
    case .last: anchor.written.year - 1
    case .next: anchor.written.year + 1
    case .that: anchor.spokenOf.year
    case .previous: anchor.spokenOf.year - 1
    case .following: anchor.spokenOf.year + 1
    default: anchor.written.year
    }
  }

  /// In a history: the year last spoken of, or the next one where January follows November.
  private func historicYear(ofMonth month: Int, _ anchor: TimeAnchor) -> Int {
    let last = anchor.spokenOf
    return last.year
      + (step == .plain && anchor.isMonthKnown && month <= 2 && last.month >= 11 ? 1 : 0)
  }

  private func daysSince(_ month: Int, _ day: Int, _ written: CivilDate) -> Int {
    CivilDate(year: written.year, month: month, day: day).map { $0.days(until: written) } ?? 0
  }

  private func year(ofQuarter number: Int, _ anchor: TimeAnchor) -> Int {
    let written = anchor.written
    if isWithin { return yearStepped(anchor) }
    let current = (written.month + 2) / 3
    if anchor.isHistory { return anchor.spokenOf.year }
    switch step {
    case .last: return number < current ? written.year : written.year - 1
    case .next: return number > current ? written.year : written.year + 1
    case .yearBefore:
      let lately = number <= current ? written.year : written.year - 1
      return (anchor.quarter?.number == number ? anchor.quarter?.year ?? lately : lately) - 1
    case .this: return written.year
    default: break
    }
    return number <= current || tense == .future ? written.year : written.year - 1
  }

  // MARK: Days and periods

  private func day(of weekday: Weekday, _ anchor: TimeAnchor) -> CivilDate {
    if isWithin {
      let monday = anchor.written.adding(days: 1 - anchor.written.weekday.rawValue)
      return monday.adding(days: (step == .last ? -7 : step == .next ? 7 : 0) + weekday.rawValue - 1)
    }
    let base = anchor.isHistory || step == .following ? anchor.spokenOf : anchor.written
    let back = (base.weekday.rawValue - weekday.rawValue + 7) % 7
    switch step {
    case .last: return base.adding(days: back == 0 ? -7 : -back)
    case .next, .following: return base.adding(days: 7 - back)
    case .this: return base.adding(days: back == 0 ? 0 : 7 - back)
    default: return base.adding(days: back == 0 ? 0 : tense == .future ? 7 - back : -back)
    }
  }

  private func period(_ unit: TimeUnit, _ anchor: TimeAnchor) -> TimeValue {
    let isFromMention =
      switch step {
      case .that, .following, .previous: true
      case .plain: anchor.isHistory
      default: false
      }
    let base = isFromMention ? anchor.spokenOf : anchor.written
    let offset =
      switch step {
      case .last, .previous: -1
      case .next, .following: 1
      case .plain, .latest: unit == .weekend ? weekendOffset(base) : 0
      case .this, .that, .yearBefore: 0
      }
    if unit == .quarter { return quarter(base, offset, anchor) }
    return value(of: unit, base, offset)
  }

  /// "the weekend" is the last one, unless it is the running one or the verb looks ahead.
  private func weekendOffset(_ base: CivilDate) -> Int {
    base.weekday.rawValue >= 6 || tense == .future ? 0 : -1
  }

  private func quarter(_ base: CivilDate, _ offset: Int, _ anchor: TimeAnchor) -> TimeValue {
    let current = base.year * 4 + (base.month + 2) / 3 - 1
    var index = current + offset
    if step == .plain || step == .latest || step == .that || step == .yearBefore {
      if let known = anchor.quarter, step != .latest {
        index = known.year * 4 + known.number - 1
      } else if step != .plain || tense != .future {
        index = current - 1
      }
      if step == .yearBefore { index -= 4 }
    }
    return .quarter(year: index / 4, number: index % 4 + 1)
  }

  private func value(of unit: TimeUnit, _ base: CivilDate, _ offset: Int) -> TimeValue {
    let day = base.adding(unit, offset) ?? base
    switch unit {
    case .second, .minute, .hour, .day, .fortnight: return .day(day)
    case .week: return .week(year: day.isoWeek.year, number: day.isoWeek.number)
    case .weekend: return .weekend(year: day.isoWeek.year, number: day.isoWeek.number)
    case .month: return .month(year: day.year, number: day.month)
    case .quarter: return .quarter(year: day.year, number: (day.month + 2) / 3)
    case .half: return .half(year: day.year, number: day.month > 6 ? 2 : 1)
    case .year: return .year(day.year)
    case .decade: return .decade(day.year / 10)
    case .century: return .century(day.year / 100)
    }
  }

  /// "two weeks ago": as coarse as its unit, except that days and weeks name a day.
  private func away(
    _ amount: TimeAmount, _ unit: TimeUnit, _ isBack: Bool, _ fromMention: Bool,
    _ anchor: TimeAnchor
  ) -> TimeValue {
    guard case .halves(let halves) = amount else {
      return fromMention ? .length(amount, unit) : .reference(isBack ? .past : .future)
    }
    if !unit.isDayOrLonger {
      return fromMention
        ? .length(amount, unit) : clock(isBack ? -halves : halves, unit, anchor) ?? .length(amount, unit)
    }
    if unit == .year, halves == 2, isBack, let quarter = anchor.quarter {
      return .quarter(year: quarter.year - 1, number: quarter.number)
    }
    // News says "a year earlier" of this year, unless it has gone further back.
    let isOfThisYear = unit == .year && !anchor.isHistory && anchor.spokenOf.year >= anchor.written.year - 1
    let base = fromMention && !isOfThisYear ? anchor.spokenOf : anchor.written
    let count = isBack ? -(halves / 2) : halves / 2
    // "two weeks ago" is two weeks to the day, "six weeks ago" hardly.
    if unit == .week, abs(count) < 3, let day = base.adding(unit, count) { return .day(day) }
    return value(of: unit, base, count)
  }

  /// "two hours ago", counted from the hour of writing where that is known.
  private func clock(_ halves: Int, _ unit: TimeUnit, _ anchor: TimeAnchor) -> TimeValue? {
    guard let now = anchor.minute, unit != .second else { return nil }
    let minute = now + (unit == .hour ? halves * 30 : halves / 2)
    let days = minute >= 0 ? minute / 1440 : (minute - 1439) / 1440
    return .hour(anchor.written.adding(days: days), TimeOfDay(minute: minute - days * 1440))
  }

  private func holidayValue(_ holiday: Holiday, _ year: Int?, _ anchor: TimeAnchor) -> TimeValue {
    let written = anchor.written
    if let day = year.flatMap({ holiday.day(in: $0) }) { return .day(day) }
    guard let this = holiday.day(in: anchor.isHistory ? anchor.spokenOf.year : written.year) else {
      return .year(written.year)
    }
    if anchor.isHistory { return .day(this) }
    let last = this <= written ? this : holiday.day(in: written.year - 1) ?? this
    let next = this >= written ? this : holiday.day(in: written.year + 1) ?? this
    if step == .last { return .day(last) }
    if step == .next || tense == .future { return .day(next) }
    return .day(
      tense == .past ? last : last.days(until: written) <= written.days(until: next) ? last : next)
  }
}

extension CivilDate {
  /// The day that many half units later: two and a half weeks are seventeen days.
  func adding(halves: Int, of unit: TimeUnit) -> CivilDate? {
    guard halves % 2 != 0 else { return adding(unit, halves / 2) }
    let halves = min(halves, 1_000_000)
    switch unit {
    case .week: return adding(days: halves * 7 / 2)
    case .fortnight: return adding(days: halves * 7)
    case .month: return adding(months: halves / 2).adding(days: 15)
    case .year: return adding(months: halves * 6)
    case .decade: return adding(months: halves * 60)
    default: return adding(unit, halves / 2)
    }
  }

  /// The day that many units later; nil for units below a day.
  func adding(_ unit: TimeUnit, _ count: Int) -> CivilDate? {
    let count = max(-1_000_000, min(count, 1_000_000))
    switch unit {
    case .second, .minute, .hour: return self
    case .day: return adding(days: count)
    case .week, .weekend: return adding(days: count * 7)
    case .fortnight: return adding(days: count * 14)
    case .month: return adding(months: count)
    case .quarter: return adding(months: count * 3)
    case .half: return adding(months: count * 6)
    case .year: return adding(months: count * 12)
    case .decade: return adding(months: count * 120)
    case .century: return adding(months: count * 1200)
    }
  }
}
