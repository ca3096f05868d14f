import TextAnalysis

/// How a period of law is counted from the day of an event. Rules differ by court, so each row says.
public enum Counting: String, CaseIterable, Sendable {
  /// Every day counts, the day of the event does not, and the last day is the last day.
  case everyDay = "every-day"
  /// As every day; a last day off moves to the next working day.
  case forward
  /// As every day; a last day off moves to the working day before.
  case back
  /// Only working days count.
  case workingDays = "business"
  /// Every day counts, that of the event too.
  case firstDay = "first-day"

  /// The last day of a period, and how it was reached where that is not plain counting.
  func period(of days: Int, from start: CivilDate, in court: String?) -> (last: CivilDate, because: String) {
    let off = DaysOff(of: court)
    let plain = start.adding(days: days)
    switch self {
    case .everyDay: return (plain, "")
    case .firstDay: return (start.adding(days: days - 1), "; the first day is one of them")
    case .forward, .back:
      let step = self == .forward ? 1 : -1
      var last = plain
      while off.contains(last), last != .latest, last != .earliest { last = last.adding(days: step) }
      let moved = self == .forward ? "the next working day" : "the working day before"
      return (last, last == plain ? "" : ", \(moved), because \(inWords(plain)) is a day off")
    case .workingDays:
      var last = start
      var left = days
      while left > 0, last != .latest {
        last = last.adding(days: 1)
        if !off.contains(last) { left -= 1 }
      }
      return (last, "; weekends and holidays do not count")
    }
  }
}
