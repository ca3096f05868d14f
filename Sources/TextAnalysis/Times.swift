/// What a time expression is, as TIMEX3 names it.
public enum TimeType: String, CaseIterable, Hashable, Sendable, Codable {
  /// A day or anything longer on the calendar.
  case date = "DATE"
  /// A time of day.
  case time = "TIME"
  /// A length of time.
  case duration = "DURATION"
  /// Times that recur.
  case set = "SET"
}

/// Words that name a time, with the value that the TIMEX3 standard gives them.
public struct TimeExpression: Hashable, Sendable {
  public let span: Span
  public let type: TimeType
  /// Such as 2024-07-12, 2024-W28, 2024-Q3, PRESENT_REF, P18M, T20:00, XXXX-WXX-1.
  public let value: String

  public init(span: Span, type: TimeType, value: String) {
    self.span = span
    self.type = type
    self.value = value
  }
}

/// The moment that relative expressions count from.
public struct WritingTime: Hashable, Sendable {
  public let day: CivilDate
  /// Minutes from midnight, where the hour of writing is known.
  public let minute: Int?

  public init(day: CivilDate, minute: Int?) {
    self.day = day
    self.minute = minute
  }
}

/// Every time expression of a text, in order, none overlapping.
public func findTimes(in text: String, written: WritingTime) -> [TimeExpression] { [] }

/// A time expression among the tokens of a sentence.
///
/// Words such as "Tuesday" or "July 12" fit more than one day: `ahead` is the next one, `behind` the last. A
/// weekday that is the dateline's own is that day looking back, and the next one looking ahead.
struct TimeMention {
  let tokens: Range<Int>
  /// The day or days in a future reading; nil where the words name none, or none to come.
  let ahead: PartialDate?
  let behind: PartialDate?
  /// Whether the words leave no choice, because they name the year.
  let isExplicit: Bool
}
