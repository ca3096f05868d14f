/// Lengths that the calendar and the clock are cut into.
enum TimeUnit: Hashable, Sendable {
  case second, minute, hour, day, week, weekend, fortnight, month, quarter, half, year, decade,
    century
}

extension TimeUnit {
  var isDayOrLonger: Bool {
    switch self {
    case .second, .minute, .hour: false
    default: true
    }
  }
}

/// Parts of a day, with the letters TIMEX3 has for them.
enum DayPart: String, Hashable, Sendable {
  case morning = "MO"
  case midday = "MI"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"
}

/// Times that are named only as against the moment of writing.
enum TimeReference: String, Hashable, Sendable {
  case past = "PAST_REF"
  case present = "PRESENT_REF"
  case future = "FUTURE_REF"
}

/// What a word says about time by itself: the words that reading begins at.
enum TimeWord: Sendable {
  case month(Int)
  /// "May", "March": a month only beside words that make it one.
  case doubtfulMonth(Int, isShort: Bool)
  case weekday(Weekday)
  case doubtfulWeekday(Weekday)
  /// 1 spring, 2 summer, 3 autumn, 4 winter.
  case season(Int)
  case doubtfulSeason(Int)
  case unit(TimeUnit, isPlural: Bool)
  case dayPart(DayPart)
  /// "nights" behind a weekday.
  case dayParts(DayPart)
  /// Days from today: "yesterday" is -1.
  case day(Int)
  case tonight
  /// "noon", "midnight": minutes from midnight.
  case clock(Int)
  case reference(TimeReference)
  /// "future", "past", "present": a time only behind "the" or a preposition.
  case doubtfulReference(TimeReference)
  /// "at the time", "by this time".
  case oClock
  /// "nineteen", where "ninety-one" follows.
  case spokenCentury(Int)
  case time
  /// "the latest period".
  case period
  case current
  /// "daily": as often as once in that unit.
  case often(TimeUnit)
  case plural(Weekday)
  /// "nineties": the tens of the year.
  case decade(Int)
  case holiday(Holiday)
}

let timeWords = WordTable<TimeWord>([
  "january": .month(1), "february": .month(2), "march": .doubtfulMonth(3, isShort: false),
  "april": .month(4),
  "may": .doubtfulMonth(5, isShort: false), "june": .month(6), "july": .month(7),
  "august": .doubtfulMonth(8, isShort: false), "september": .month(9), "october": .month(10),
  "november": .month(11), "december": .month(12),
  "jan": .doubtfulMonth(1, isShort: true), "feb": .doubtfulMonth(2, isShort: true),
  "mar": .doubtfulMonth(3, isShort: true), "apr": .doubtfulMonth(4, isShort: true),
  "jun": .doubtfulMonth(6, isShort: true), "jul": .doubtfulMonth(7, isShort: true),
  "aug": .doubtfulMonth(8, isShort: true), "sept sep": .doubtfulMonth(9, isShort: true),
  "oct": .doubtfulMonth(10, isShort: true), "nov": .doubtfulMonth(11, isShort: true),
  "dec": .doubtfulMonth(12, isShort: true),
  "monday": .weekday(.monday), "tuesday": .weekday(.tuesday), "wednesday": .weekday(.wednesday),
  "thursday": .weekday(.thursday), "friday": .weekday(.friday), "saturday": .weekday(.saturday),
  "sunday": .weekday(.sunday),
  "mon": .doubtfulWeekday(.monday), "tue tues": .doubtfulWeekday(.tuesday),
  "wed": .doubtfulWeekday(.wednesday), "thu thur thurs": .doubtfulWeekday(.thursday),
  "fri": .doubtfulWeekday(.friday), "sat": .doubtfulWeekday(.saturday),
  "sun": .doubtfulWeekday(.sunday),
  "mondays": .plural(.monday), "tuesdays": .plural(.tuesday), "wednesdays": .plural(.wednesday),
  "thursdays": .plural(.thursday), "fridays": .plural(.friday), "saturdays": .plural(.saturday),
  "sundays": .plural(.sunday),
  "spring springtime": .doubtfulSeason(1), "summer summertime": .season(2), "autumn": .season(3),
  "fall": .doubtfulSeason(3), "winter wintertime": .season(4),
  "second": .unit(.second, isPlural: false), "seconds": .unit(.second, isPlural: true),
  "minute": .unit(.minute, isPlural: false), "minutes mins": .unit(.minute, isPlural: true),
  "hour": .unit(.hour, isPlural: false), "hours hrs": .unit(.hour, isPlural: true),
  "day": .unit(.day, isPlural: false), "days": .unit(.day, isPlural: true),
  "week": .unit(.week, isPlural: false), "weeks": .unit(.week, isPlural: true),
  "weekend": .unit(.weekend, isPlural: false), "weekends": .unit(.weekend, isPlural: true),
  "fortnight": .unit(.fortnight, isPlural: false), "fortnights": .unit(.fortnight, isPlural: true),
  "month": .unit(.month, isPlural: false), "months": .unit(.month, isPlural: true),
  "quarter": .unit(.quarter, isPlural: false), "quarters": .unit(.quarter, isPlural: true),
  "half": .unit(.half, isPlural: false),
  "year": .unit(.year, isPlural: false), "years yrs": .unit(.year, isPlural: true),
  "decade": .unit(.decade, isPlural: false), "decades": .unit(.decade, isPlural: true),
  "century": .unit(.century, isPlural: false), "centuries": .unit(.century, isPlural: true),
  "morning": .dayPart(.morning), "afternoon": .dayPart(.afternoon), "evening": .dayPart(.evening),
  "night": .dayPart(.night), "overnight": .dayPart(.night), "dawn": .dayPart(.morning),
  "dusk": .dayPart(.evening), "midday": .dayPart(.midday),
  "mornings": .dayParts(.morning), "afternoons": .dayParts(.afternoon), "evenings": .dayParts(.evening),
  "nights": .dayParts(.night),
  "today": .day(0), "yesterday": .day(-1), "tomorrow": .day(1), "tonight": .tonight,
  "noon": .clock(12 * 60), "midnight": .clock(0),
  "now currently nowadays presently": .reference(.present),
  "recently lately": .reference(.past),
  "o'clock": .oClock, "nineteen": .spokenCentury(19), "time": .time, "period": .period,
  "current": .current, "term": .doubtfulReference(.future),
  "future": .doubtfulReference(.future), "past": .doubtfulReference(.past),
  "present moment": .doubtfulReference(.present),
  "hourly": .often(.hour), "daily nightly": .often(.day), "weekly": .often(.week),
  "monthly": .often(.month),
  "annually yearly": .often(.year),
  "twenties": .decade(2), "thirties": .decade(3), "forties": .decade(4), "fifties": .decade(5),
  "sixties": .decade(6), "seventies": .decade(7), "eighties": .decade(8), "nineties": .decade(9),
  "christmas xmas": .holiday(.christmas), "thanksgiving": .holiday(.thanksgiving),
  "easter": .holiday(.easter), "halloween": .holiday(.halloween),
  "hogmanay": .holiday(.newYearsEve),
  "juneteenth": .holiday(.juneteenth), "pentecost": .holiday(.pentecost),
])

/// What the words around those say.
enum TimeGlue: Sendable {
  case the, a, this, that, these, same, last, past, previous, next, coming, following, current,
    latest, recent
  case each, early, late, mid, end, start, middle, of, on, at, to, and, range
  case nearly, more, less, than, first, vague, couple, half, ago, earlier, later, hence, fiscal,
    full
  case extra, comma, old
}

let timeGlue = WordTable<TimeGlue>([
  "the": .the, "a an": .a, "this": .this, "that": .that, "these those": .these, "same": .same,
  "last": .last,
  "past": .past, "previous preceding prior": .previous, "next": .next, "coming upcoming": .coming,
  "following ensuing subsequent": .following, "current": .current, "latest": .latest,
  "recent": .recent,
  "each every per": .each, "early": .early, "late": .late, "mid": .mid,
  "end close": .end, "start beginning": .start, "middle": .middle, "of": .of, "on": .on, "at": .at,
  "to until till through": .to, "and or": .and, "- \u{2013} \u{2014}": .range,
  "nearly almost": .nearly, "more": .more, "less fewer": .less, "than": .than,
  "first final": .first,
  "several few many": .vague, "couple": .couple, "half": .half, "ago": .ago, "earlier": .earlier,
  "later": .later, "previously": .earlier, "hence": .hence, "fiscal financial": .fiscal,
  "full whole entire calendar": .full,
  "additional extra further consecutive straight successive": .extra,
  ",": .comma, "old": .old,
])

/// The words before "Day" that make a holiday of it.
let holidayNames = WordTable<Holiday>([
  "independence": .independence, "labor labour": .labor, "memorial": .memorial, "boxing": .boxing,
  "valentine valentines": .valentines, "veterans": .veterans, "columbus": .columbus,
  "presidents president": .presidents, "mother mothers": .mothers, "father fathers": .fathers,
  "king jr": .martinLutherKing, "election": .election, "armistice remembrance": .veterans,
  "peoples": .columbus, "groundhog": .groundhog, "women womens": .womens, "patrick patricks": .saintPatrick,
  "fool fools": .aprilFools, "earth": .earth, "anzac": .anzac, "george georges": .saintGeorge,
  "andrew andrews": .saintAndrew, "may": .may, "ve": .victory, "flag": .flag, "canada": .canada,
  "bastille": .bastille, "australia": .australia, "ascension": .ascension,
])

/// The words before a weekday that make a holiday of it.
let feastDays = WordTable<Holiday>([
  "good": .goodFriday, "black": .blackFriday, "cyber": .cyberMonday, "giving": .givingTuesday,
  "shrove": .shroveTuesday, "ash": .ashWednesday, "palm": .palmSunday, "maundy": .maundyThursday,
  "holy": .holySaturday, "whit": .whitMonday, "pentecost": .pentecost, "trinity": .trinity,
  "remembrance": .remembranceSunday,
])

/// "first" to "thirty-first".
let ordinalWords = WordTable<Int>([
  "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
  "eighth": 8,
  "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
  "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
  "twentieth": 20, "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24,
  "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28,
  "twenty-ninth": 29,
  "thirtieth": 30, "thirty-first": 31,
])

/// Words before which a number of four digits counts something and is no year.
let countedThings = WordSet(
  """
  people homes houses jobs workers men women children troops soldiers miles cases votes dollars euros
  pounds km feet metres meters acres deaths employees francs marks yen tons tonnes barrels shares points
  percent units seats rooms police officers students patients passengers voters members protesters
  demonstrators prisoners refugees families hectares kilometers kilometres yards copies times square
  kilograms kg mph megawatts volts civilians residents migrants fans fighters rebels aircraft tanks guns
  ships rounds casualties killed dead wounded missing prisoner pieces words pages items
  """)

/// Words behind which a number of four digits is a year, however odd.
let yearIntroductions = WordSet(
  """
  in by until till since of early late mid for from through during before after to year and spring summer
  autumn fall winter around beyond the between circa or throughout fiscal
  """)

/// Signs and words behind which a number is an amount, whatever it looks like.
let amountIntroductions = WordSet(
  """
  $ \u{A3} \u{20AC} \u{A5} # no number about nearly over than least approximately some
  page flight room route channel
  """
)

/// Words behind which "May", "March" and "August" are months.
let monthIntroductions = WordSet(
  """
  in by until till this next last early late mid of since for from through to during before after and between
  coming each every that or late-
  """)

/// Words behind which a bare "years", "days", "weeks" is a length of time.
let lengthIntroductions = WordSet(
  "for in after within over during of lasted last took take lasting through")

/// Zones beside a time of day, and whether each is Greenwich's: TIMEX3 has a letter for that one alone.
let timeZones = WordTable<Bool>([
  "gmt utc": true, "est edt cst cdt mst mdt pst pdt bst cet cest ist jst et ct mt pt local": false,
])

let meridiems = WordTable<Bool>(["a.m am": false, "p.m pm": true, "a.m.": false, "p.m.": true])
