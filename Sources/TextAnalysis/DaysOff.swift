/// Days on which courts are closed: weekends, and the public holidays of a country.
///
/// Holidays of a state or a court of its own are not known here.
public enum DaysOff: Sendable {
  case weekends
  /// The legal holidays of the United States, 5 U.S.C. 6103.
  case unitedStates
  /// The bank holidays of England and Wales.
  case england

  /// By the country with which a court's name begins: `us-nm`, `ew-crown`.
  public init(of court: String?) {
    switch court?.split(separator: "-").first {
    case "us": self = .unitedStates
    case "ew", "uk", "uksc": self = .england
    default: self = .weekends
    }
  }

  public func contains(_ day: CivilDate) -> Bool {
    if day.weekday == .saturday || day.weekday == .sunday { return true }
    let years = [day.year - 1, day.year, day.year + 1]
    switch self {
    case .weekends: return false
    case .unitedStates:
      return years.contains { year in
        fixed.contains { $0.day(in: year).map(observedInTheUnitedStates) == day }
          || moving.contains { $0.day(in: year) == day }
      }
    case .england: return englishHolidays(in: day.year).contains(day)
    }
  }
}

private let fixed: [Holiday] = [.newYear, .juneteenth, .independence, .veterans, .christmas]
private let moving: [Holiday] = [.martinLutherKing, .presidents, .memorial, .labor, .columbus, .thanksgiving]

/// A holiday on a Saturday is kept on the Friday, one on a Sunday on the Monday.
private func observedInTheUnitedStates(_ day: CivilDate) -> CivilDate {
  switch day.weekday {
  case .saturday: day.adding(days: -1)
  case .sunday: day.adding(days: 1)
  default: day
  }
}

private func englishHolidays(in year: Int) -> [CivilDate] {
  var days = [Holiday.goodFriday, .easterMonday].compactMap { $0.day(in: year) }
  days += [(1, 5), (-1, 5), (-1, 8)].compactMap { number, month in
    weekdayOfMonth(.monday, number, month: month, year: year)
  }
  // One on a weekend is kept on the next working day that is none already.
  for holiday in [Holiday.newYear, .christmas, .boxing] {
    guard var day = holiday.day(in: year) else { continue }
    while day.weekday == .saturday || day.weekday == .sunday || days.contains(day), day != .latest {
      day = day.adding(days: 1)
    }
    days.append(day)
  }
  return days
}
