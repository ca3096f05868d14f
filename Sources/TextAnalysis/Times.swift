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
public func findTimes(in text: String, written: WritingTime) -> [TimeExpression] {
  let source = Source(bytes: Array(text.utf8))
  var phrases: [TimePhrase] = []
  for sentence in splitSentences(source.whole, in: source).sentences {
    for piece in pieces(of: sentence, in: source) {
      var reader = TimeReader(tokens(piece, in: source), source)
      reader.read()
      phrases += reader.found
    }
  }
  var anchor = TimeAnchor(written: written.day, minute: written.minute)
  anchor.isHistory = tellHistory(phrases, written: written.day)
  return phrases.map { phrase in
    let value = phrase.value(anchor)
    anchor.note(value, of: phrase)
    return TimeExpression(span: phrase.span, type: value.type, value: value.timex)
  }
}

/// Whether a text tells history: it names many years, most of them two years back or more, and hardly ever a
/// day as news does ("yesterday", "Monday").
private func tellHistory(_ phrases: [TimePhrase], written: CivilDate) -> Bool {
  var past = 0
  var near = 0
  var told = 0
  for phrase in phrases {
    if let year = phrase.meaning.explicitYear {
      if year < written.year - 1 { past += 1 } else { near += 1 }
    } else {
      switch phrase.meaning {
      case .weekday, .day: told += 1
      default: break
      }
    }
  }
  return past >= 4 && past > near && past > 6 * told
}

extension TimePhrase {
  /// Whether it counts from the moment of speaking.
  fileprivate var isOfSpeaker: Bool {
    switch meaning {
    case .day, .away(_, _, _, fromMention: false): true
    case .period, .season, .month, .weekday: step == .this || step == .last || step == .next
    default: false
    }
  }
}

extension TimeAnchor {
  /// Remembers what a text has just spoken of.
  mutating func note(_ value: TimeValue, of phrase: TimePhrase) {
    if case .away = phrase.meaning, case .quarter = value { return }
    // "planned for 1976" does not move the story, and "two years ago" is said by somebody in it.
    if isHistory, phrase.isAside || phrase.isOfSpeaker || phrase.step == .previous { return }
    // A year that is named again takes nothing from what is known of its months.
    if case .year(let year) = value, isMonthKnown, year == mentioned?.year { return }
    if case .quarter(let year, let number) = value {
      // The quarter that one is compared with does not become the one that is reported.
      let isCompared = quarter.map { $0.number == number && $0.year == year + 1 } ?? false
      if phrase.meaning != .period(.quarter), phrase.step != .yearBefore, !isCompared {
        quarter = (year, number)
      }
      if isHistory { mentioned = value.dates?.first }
      return
    }
    switch value {
    // What follows "the first nine months" is compared with nine months.
    case .length(.halves(let halves), .month) where halves > 8: quarter = nil
    default: break
    }
    switch value {
    case .day, .days, .week, .weekend, .month, .hour: isMonthKnown = true
    case .season, .year, .half: isMonthKnown = false
    default: return
    }
    mentioned = value.dates?.first ?? mentioned
  }
}
