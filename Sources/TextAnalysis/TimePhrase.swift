/// How many of a unit; halves are counted so that "two and a half" is a number.
enum TimeAmount: Hashable, Sendable {
  case halves(Int)
  /// "several", "a few", "weeks".
  case vague

  static func whole(_ number: Int) -> TimeAmount { .halves(min(number, 1_000_000) * 2) }
  static let one = TimeAmount.halves(2)
}

/// Which of several: "last week", "the following day".
enum TimeStep: Hashable, Sendable {
  /// "the week", or a bare "Monday".
  case plain
  case this, last, next
  /// "the latest quarter".
  case latest
  /// "that day", "the following day", "the previous day": counted from the day last spoken of.
  case that, following, previous
  /// "the year-ago quarter".
  case yearBefore
}

/// The part of a longer time that words pick out.
enum TimePortion: Hashable, Sendable {
  case whole, start, early, mid, late, end, later, earlier
}

/// What words mean before it is known when they were written.
enum TimeMeaning: Hashable, Sendable {
  case reference(TimeReference)
  case year(Int)
  /// "the 1988 period": the part of that year that is spoken of.
  case partOfYear(Int)
  case beforeChrist(Int)
  /// The year without its last digit.
  case decade(Int)
  /// The tens of "the nineties".
  case tens(Int)
  /// The year without its last two digits.
  case century(Int)
  case month(Int, year: Int?)
  case days(month: Int, first: Int, last: Int, year: Int?)
  case civil(CivilDate)
  /// "the 22nd" of the month spoken of.
  case dayOfMonth(Int)
  /// "Tuesday the 18th".
  case weekdayAndDay(Weekday, Int)
  case weekday(Weekday)
  /// "the third Monday in January"; the last one is -1.
  case weekdayOfMonth(Weekday, Int, month: Int, year: Int?)
  /// "the first Monday of next month".
  case weekdayOfPeriod(Weekday, Int)
  /// "the first week of January"; the last one is -1.
  case weekOfMonth(Int, month: Int, year: Int?)
  case season(Int, year: Int?)
  case quarter(Int, year: Int?)
  case half(Int, year: Int?)
  /// "this week", "the quarter".
  case period(TimeUnit)
  /// Days from today.
  case day(Int)
  /// "two weeks ago" (negative), "three days later".
  case away(TimeAmount, TimeUnit, isBack: Bool, fromMention: Bool)
  case length(TimeAmount, TimeUnit)
  case often(TimeAmount, TimeUnit)
  /// With an hour: "Tuesday nights".
  case everyWeekday(Weekday)
  case everyMonth(Int)
  case everySeason(Int)
  case everyPart(DayPart)
  case holiday(Holiday, year: Int?)
  /// A time of day without a day.
  case timeOfDay
}

/// The hour that words name.
struct TimeOfDay: Hashable, Sendable {
  /// Minutes from midnight.
  var minute: Int?
  var part: DayPart?
  /// Whether the words say that it is Greenwich's time.
  var isGreenwich = false
}

extension TimeOfDay {
  /// Some minutes after or before an hour, on the clock.
  init(minute: Int, plus minutes: Int) { self.init(minute: (minute + minutes + 24 * 60) % (24 * 60)) }
}

/// "two weeks from" before a day; negative where the day lies behind: "two days before".
struct TimeAddition: Hashable, Sendable {
  let amount: TimeAmount
  let unit: TimeUnit
}

/// Words that name a time, not yet counted from any day.
struct TimePhrase: Sendable {
  var tokens: Range<Int>
  var span: Span
  var meaning: TimeMeaning
  var step: TimeStep = .plain
  var portion: TimePortion = .whole
  var hour: TimeOfDay?
  var addition: TimeAddition?
  var tense: TimeTense = .unknown
  /// "within six months", "in 14 days": the length is counted from now on.
  var isFromNow = false
  /// "from July 3", to which an end belongs.
  var opensRange = false
  /// "the week of July 8": the week that the day is in.
  var isWeek = false
  /// "January this year", "Tuesday of last week": the step is that of the longer time.
  var isWithin = false
  /// A year that is named beside the story: "the War of 1812".
  var isAside = false

  init(_ tokens: Range<Int>, _ span: Span, _ meaning: TimeMeaning) {
    self.tokens = tokens
    self.span = span
    self.meaning = meaning
  }
}
