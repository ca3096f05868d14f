/// Holidays that news dates by, mostly of the United States and Britain.
enum Holiday: Sendable {
  case newYear, newYearsEve, epiphany, groundhog, valentines, womens, saintPatrick, aprilFools, earth, anzac,
    saintGeorge, may, victory, juneteenth, flag, canada, independence, bastille, halloween, veterans,
    saintAndrew, christmasEve, christmas, boxing, australia
  case martinLutherKing, presidents, mothers, memorial, fathers, labor, columbus, election, remembranceSunday,
    thanksgiving, blackFriday, cyberMonday, givingTuesday
  case shroveTuesday, ashWednesday, palmSunday, maundyThursday, goodFriday, holySaturday, easter,
    easterMonday,
    ascension, pentecost, whitMonday, trinity

  /// The day it falls on; nil outside the years 1 to 9999.
  func day(in year: Int) -> CivilDate? {
    switch self {
    case .newYear: CivilDate(year: year, month: 1, day: 1)
    case .epiphany: CivilDate(year: year, month: 1, day: 6)
    case .australia: CivilDate(year: year, month: 1, day: 26)
    case .groundhog: CivilDate(year: year, month: 2, day: 2)
    case .valentines: CivilDate(year: year, month: 2, day: 14)
    case .womens: CivilDate(year: year, month: 3, day: 8)
    case .saintPatrick: CivilDate(year: year, month: 3, day: 17)
    case .aprilFools: CivilDate(year: year, month: 4, day: 1)
    case .earth: CivilDate(year: year, month: 4, day: 22)
    case .saintGeorge: CivilDate(year: year, month: 4, day: 23)
    case .anzac: CivilDate(year: year, month: 4, day: 25)
    case .may: CivilDate(year: year, month: 5, day: 1)
    case .victory: CivilDate(year: year, month: 5, day: 8)
    case .flag: CivilDate(year: year, month: 6, day: 14)
    case .juneteenth: CivilDate(year: year, month: 6, day: 19)
    case .canada: CivilDate(year: year, month: 7, day: 1)
    case .independence: CivilDate(year: year, month: 7, day: 4)
    case .bastille: CivilDate(year: year, month: 7, day: 14)
    case .halloween: CivilDate(year: year, month: 10, day: 31)
    case .veterans: CivilDate(year: year, month: 11, day: 11)
    case .saintAndrew: CivilDate(year: year, month: 11, day: 30)
    case .christmasEve: CivilDate(year: year, month: 12, day: 24)
    case .christmas: CivilDate(year: year, month: 12, day: 25)
    case .boxing: CivilDate(year: year, month: 12, day: 26)
    case .newYearsEve: CivilDate(year: year, month: 12, day: 31)
    case .martinLutherKing: weekdayOfMonth(.monday, 3, month: 1, year: year)
    case .presidents: weekdayOfMonth(.monday, 3, month: 2, year: year)
    case .mothers: weekdayOfMonth(.sunday, 2, month: 5, year: year)
    case .memorial: weekdayOfMonth(.monday, -1, month: 5, year: year)
    case .fathers: weekdayOfMonth(.sunday, 3, month: 6, year: year)
    case .labor: weekdayOfMonth(.monday, 1, month: 9, year: year)
    case .columbus: weekdayOfMonth(.monday, 2, month: 10, year: year)
    case .election: weekdayOfMonth(.monday, 1, month: 11, year: year)?.adding(days: 1)
    case .remembranceSunday: weekdayOfMonth(.sunday, 2, month: 11, year: year)
    case .thanksgiving: weekdayOfMonth(.thursday, 4, month: 11, year: year)
    case .blackFriday: weekdayOfMonth(.thursday, 4, month: 11, year: year)?.adding(days: 1)
    case .cyberMonday: weekdayOfMonth(.thursday, 4, month: 11, year: year)?.adding(days: 4)
    case .givingTuesday: weekdayOfMonth(.thursday, 4, month: 11, year: year)?.adding(days: 5)
    case .shroveTuesday: easterSunday(year)?.adding(days: -47)
    case .ashWednesday: easterSunday(year)?.adding(days: -46)
    case .palmSunday: easterSunday(year)?.adding(days: -7)
    case .maundyThursday: easterSunday(year)?.adding(days: -3)
    case .goodFriday: easterSunday(year)?.adding(days: -2)
    case .holySaturday: easterSunday(year)?.adding(days: -1)
    case .easter: easterSunday(year)
    case .easterMonday: easterSunday(year)?.adding(days: 1)
    case .ascension: easterSunday(year)?.adding(days: 39)
    case .pentecost: easterSunday(year)?.adding(days: 49)
    case .whitMonday: easterSunday(year)?.adding(days: 50)
    case .trinity: easterSunday(year)?.adding(days: 56)
    }
  }
}

extension Holiday {
  /// The weekday in its name: "Good Friday".
  var weekday: Weekday? {
    switch self {
    case .cyberMonday, .whitMonday: .monday
    case .shroveTuesday, .givingTuesday: .tuesday
    case .ashWednesday: .wednesday
    case .maundyThursday: .thursday
    case .goodFriday, .blackFriday: .friday
    case .holySaturday: .saturday
    case .palmSunday, .pentecost, .trinity, .remembranceSunday: .sunday
    default: nil
    }
  }
}

/// The first, second … such weekday of a month, or with -1 the last; nil when the month has none.
func weekdayOfMonth(_ weekday: Weekday, _ number: Int, month: Int, year: Int) -> CivilDate? {
  guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
  let offset = (weekday.rawValue - first.weekday.rawValue + 7) % 7
  let length = CivilDate.days(inMonth: month, year: year)
  let day = number < 0 ? offset + 1 + (length - offset - 1) / 7 * 7 : offset + 1 + (number - 1) * 7
  return CivilDate(year: year, month: month, day: day)
}

/// By the anonymous Gregorian algorithm ("Nature", 20 April 1876).
private func easterSunday(_ year: Int) -> CivilDate? {
  guard (1...9999).contains(year) else { return nil }
  let (century, ofCentury) = (year / 100, year % 100)
  let golden = year % 19
  let lunar = (century - (century + 8) / 25 + 1) / 3
  let epact = (19 * golden + century - century / 4 - lunar + 15) % 30
  let weekly = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
  let late = (golden + 11 * epact + 22 * weekly) / 451
  let sum = epact + weekly - 7 * late + 114
  return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)
}
