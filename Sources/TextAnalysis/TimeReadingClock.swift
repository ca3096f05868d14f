/// Times of day.
extension TimeReader {
  /// "9:30", "9 a.m.", "9:30pm", "9pm", "0735 GMT", "14:30 UTC".
  func clock(at i: Int) -> TimePhrase? {
    guard var time = gluedTime(at: i) ?? pointedTime(at: i) else { return nil }
    if time.end < tokens.count, tokens[time.end].shape.contains(.allCapitals),
      let isGreenwich = timeZones[tokens[time.end].key]
    {
      time.isGreenwich = isGreenwich
      time.isSure = true
      time.end += 1
    }
    // "a 5:30 lead", "beat them 10:9": only "at 5:30" is a time without more.
    guard time.isSure || has(clockIntroductions, at: i - 1) else { return nil }
    let range = i..<time.end
    var phrase = TimePhrase(
      range, range.count == 1 ? withoutStop(tokens[i]) : span(range), .timeOfDay)
    phrase.hour = TimeOfDay(minute: time.minute, isGreenwich: time.isGreenwich)
    return phrase
  }

  private struct Clock {
    let minute: Int
    /// The token behind.
    var end: Int
    /// Whether it can be nothing but a time of day.
    var isSure: Bool
    var isGreenwich = false
  }

  /// "9pm", "9.30am".
  private func gluedTime(at i: Int) -> Clock? {
    gluedHour(withoutStop(tokens[i])).map { Clock(minute: $0, end: i + 1, isSure: true) }
  }

  /// "9:30", "9 a.m.", "0735" before a zone.
  private func pointedTime(at i: Int) -> Clock? {
    let token = tokens[i]
    guard token.digits >= 0, i + 1 < tokens.count else { return nil }
    var hours = Int(token.digits)
    var minutes = 0
    var isAfternoon: Bool?
    var end = i + 1
    var isSure = false
    if tokens[end].key == colon, end + 1 < tokens.count, tokens[end + 1].start == token.end + 1,
      let (value, half) = minutesOf(tokens[end + 1])
    {
      (minutes, isAfternoon, end) = (value, half, end + 2)
      // Seconds are read over.
      if end + 1 < tokens.count, tokens[end].key == colon, tokens[end + 1].digits >= 0 { end += 2 }
    } else if token.end - token.start == 4, timeZones[tokens[end].key] != nil {
      (hours, minutes, isSure) = (hours / 100, hours % 100, true)
    }
    if isAfternoon == nil, end < tokens.count, let half = meridiems[tokens[end].key] {
      (isAfternoon, end) = (half, end + 1)
    }
    if isAfternoon == nil, (1...12).contains(hours),
      glue(end) == .to || glue(end) == .range || glue(end) == .and,
      let (last, half) = halfDay(at: end + 1)
    {
      (hours, isSure) = (minute(hours, before: last, isAfternoon: half) / 60, true)
    }
    if let isAfternoon {
      guard (1...12).contains(hours) else { return nil }
      (hours, isSure) = (hours % 12 + (isAfternoon ? 12 : 0), true)
    }
    guard hours < 24 || hours == 24 && minutes == 0, minutes < 60, isSure || end > i + 1 else { return nil }
    return Clock(minute: hours * 60 + minutes, end: end, isSure: isSure)
  }

  /// The hour and the half of the day of "5 p.m.", "5:30 p.m." and "5pm", where a range ends with them.
  private func halfDay(at i: Int) -> (hour: Int, isAfternoon: Bool)? {
    guard i < tokens.count, tokens[i].shape.contains(.hasDigit) else { return nil }
    if let minutes = gluedHour(withoutStop(tokens[i])) { return (minutes / 60, minutes >= 12 * 60) }
    let isPointed = i + 2 < tokens.count && tokens[i + 1].key == colon
    let at = isPointed ? i + 3 : i + 1
    guard (1...12).contains(tokens[i].digits), at < tokens.count, let half = meridiems[tokens[at].key] else {
      return nil
    }
    return (Int(tokens[i].digits), half)
  }

  /// "half past nine", "a quarter to noon".
  mutating func readFraction(of unit: TimeUnit, at i: Int) -> Bool {
    let hour: Int
    if case .clock(let minute)? = word(i + 2) {
      hour = minute / 60
    } else if let number = number(i + 2), (1...12).contains(number),
      !(i + 3 < tokens.count && tokens[i + 3].isWord) || has(afterDay, at: i + 3)
    {
      hour = number
    } else {
      return false
    }
    let minutes: Int
    switch glue(i + 1) {
    case .past: minutes = unit == .half ? 30 : 15
    case .to where unit == .quarter: minutes = -15
    default: return false
    }
    let start = glue(i - 1) == .a ? i - 1 : i
    append(
      start..<i + 3, .timeOfDay, hour: TimeOfDay(minute: (hour * 60 + minutes + 24 * 60) % (24 * 60)))
    return true
  }

  /// "seven o'clock".
  mutating func readOClock(at i: Int) {
    guard let hour = number(i - 1), (1...12).contains(hour) else { return }
    append(i - 1..<i + 1, .timeOfDay, hour: TimeOfDay(minute: hour * 60))
  }

  /// Without the stop of a sentence that it ends.
  private func withoutStop(_ token: Token) -> Span {
    token.shape.contains(.dotted) ? Span(token.start, token.end - 1) : token.bare
  }

  /// "9pm", "9.30am", as minutes from midnight.
  private func gluedHour(_ span: Span) -> Int? {
    let end = span.end - 2
    guard (3...7).contains(span.end - span.start), let isAfternoon = half(at: end, before: span.end)
    else { return nil }
    let isPointed = end - span.start > 3 && source.byte(end - 3) == 0x2E
    guard let hour = figures(Span(span.start, isPointed ? end - 3 : end)), (1...12).contains(hour),
      let minute = isPointed ? figures(Span(end - 2, end)) : 0, minute < 60
    else { return nil }
    return (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute
  }

  /// "30", "30pm" behind a colon.
  private func minutesOf(_ token: Token) -> (Int, Bool?)? {
    let span = token.span
    switch span.end - span.start {
    case 2: return figures(span).map { ($0, nil) }
    case 4:
      guard let half = half(at: span.end - 2, before: span.end),
        let minutes = figures(Span(span.start, span.end - 2))
      else { return nil }
      return (minutes, half)
    default: return nil
    }
  }

  private func half(at offset: Int, before end: Int) -> Bool? {
    source.reads("pm", at: offset, before: end)
      ? true : source.reads("am", at: offset, before: end) ? false : nil
  }

  /// "morning" with a day beside it, or with a word that says which.
  mutating func readPart(_ part: DayPart, at i: Int) {
    if readHour(of: part, at: i) { return }
    let hour = TimeOfDay(part: part)
    func add(_ range: Range<Int>, _ meaning: TimeMeaning, _ step: TimeStep = .plain) {
      append(range, meaning, step, hour: hour)
    }
    switch glue(i - 1) {
    case .this:
      let isPortion =
        switch glue(i - 2) {
        case .early, .late, .later, .earlier: true
        default: false
        }
      return add((isPortion ? i - 2 : i - 1)..<i + 1, .day(0))
    case .last, .past: return add(i - 1..<i + 1, .day(-1))
    case .that: return add(i - 1..<i + 1, .period(.day), .that)
    case .next, .following: return add(withArticle(i - 1)..<i + 1, .period(.day), .following)
    case .previous: return add(withArticle(i - 1)..<i + 1, .period(.day), .previous)
    case .each: return append(i - 1..<i + 1, .everyPart(part))
    default: break
    }
    if let last = found.last, last.tokens.upperBound == i, last.isDay, last.hour == nil {
      return add(i..<i + 1, .timeOfDay)
    }
    if let last = found.last, last.tokens.upperBound == i - 1, last.isDay, last.hour == nil,
      glue(i - 1) == .early || glue(i - 1) == .late || glue(i - 1) == .mid
    {
      return add(i - 1..<i + 1, .timeOfDay)
    }
  }
}

extension TimeReader {
  /// "at 3 in the morning", "11 at night".
  private mutating func readHour(of part: DayPart, at i: Int) -> Bool {
    let at: Int
    if part == .night, glue(i - 1) == .at {
      at = i - 2
    } else if part != .night, glue(i - 1) == .the, i > 1, tokens[i - 2].key == inWord {
      at = i - 3
    } else {
      return false
    }
    guard let hour = number(at), (1...12).contains(hour), has(clockIntroductions, at: at - 1) else {
      return false
    }
    let isLate = part == .night && (5..<12).contains(hour)
    let isAfternoon = isLate || part == .afternoon || part == .evening
    append(at..<i + 1, .timeOfDay, hour: TimeOfDay(minute: (hour % 12 + (isAfternoon ? 12 : 0)) * 60))
    return true
  }
}

private let colon = WordKey(":")
let clockIntroductions = WordSet(
  "at by until till before after from to around about since and between")
