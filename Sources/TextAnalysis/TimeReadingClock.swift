/// Times of day.
extension TimeReader {
  /// "9:30", "9 a.m.", "9:30pm", "9pm", "0735 GMT", "14:30 UTC".
  func clock(at i: Int) -> TimePhrase? {
    if let hour = hourBesideDay(at: i) { return hour }
    guard var time = gluedTime(at: i) ?? pointedTime(at: i) else { return nil }
    if time.end < tokens.count, tokens[time.end].shape.contains(.allCapitals),
      let isGreenwich = timeZones[tokens[time.end].key]
    {
      time.isGreenwich = isGreenwich
      time.isSure = true
      time.end += 1
    }
    // "a 5:30 lead", "beat them 10:9": only "at 5:30" is a time without more.
    guard
      time.isSure || has(clockIntroductions, at: i - 1) || isBesideDay(i) || opensHours(at: time.end)
        || closesHours(at: i) || isPart(time.end)
    else { return nil }
    let range = i..<time.end
    var phrase = TimePhrase(
      range, range.count == 1 ? withoutStop(tokens[i]) : span(range), .timeOfDay)
    phrase.hour = TimeOfDay(minute: time.minute, isGreenwich: time.isGreenwich)
    return phrase
  }

  /// "tonight at 8", "at 8 tonight": a bare hour beside a day whose part it is.
  private func hourBesideDay(at i: Int) -> TimePhrase? {
    guard (1...12).contains(tokens[i].digits), glue(i - 1) == .at else { return nil }
    let isBehind =
      found.last.map {
        $0.tokens.upperBound == i - 1 && $0.isDay && ($0.hour?.part != nil || $0.meaning == .day(1))
      } ?? false
    let isBefore: Bool
    switch word(i + 1) {
    case .tonight, .day(1): isBefore = true
    default:
      if glue(i + 1) == .this, case .dayPart? = word(i + 2) { isBefore = true } else { isBefore = false }
    }
    guard isBefore || isBehind && (!isWord(i + 1) || has(afterDay, at: i + 1)),
      !(i + 1 < tokens.count && tokens[i + 1].key == colon)
    else { return nil }
    var phrase = TimePhrase(i..<i + 1, tokens[i].bare, .timeOfDay)
    phrase.hour = TimeOfDay(minute: Int(tokens[i].digits) * 60)
    return phrase
  }

  /// "2024-07-13 09:30", "Friday 14:15".
  private func isBesideDay(_ i: Int) -> Bool {
    guard let last = found.last, last.isDay, last.hour?.minute == nil else { return false }
    return last.tokens.upperBound == i || last.tokens.upperBound == i - 1 && glue(i - 1) == .comma
  }

  /// "9:30 - 11:00": hours with minutes on both sides.
  private func opensHours(at i: Int) -> Bool {
    (glue(i) == .range || glue(i) == .to) && i + 2 < tokens.count && tokens[i + 1].digits >= 0
      && tokens[i + 2].key == colon
  }

  /// Whether "in the afternoon" or "at night" follows.
  private func isPart(_ i: Int) -> Bool {
    if glue(i) == .at, case .dayPart(.night)? = word(i + 1) { return true }
    guard i < tokens.count, tokens[i].key == inWord, glue(i + 1) == .the, case .dayPart? = word(i + 2) else {
      return false
    }
    return true
  }

  private func closesHours(at i: Int) -> Bool {
    guard let last = found.last, last.hour?.minute != nil else { return false }
    return last.tokens.upperBound == i - 1 && (glue(i - 1) == .range || glue(i - 1) == .to)
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
    } else if token.end - token.start == 4, tokens[end].key == hoursWord, has(clockIntroductions, at: i - 1) {
      // "at 1800 hours"
      (hours, minutes, end) = (hours / 100, hours % 100, end + 1)
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
    guard let (hour, end) = hour(at: i + 2) else { return false }
    let minutes: Int
    switch glue(i + 1) {
    case .past: minutes = unit == .half ? 30 : 15
    case .to where unit == .quarter: minutes = -15
    default: return false
    }
    append((glue(i - 1) == .a ? i - 1 : i)..<end, .timeOfDay, hour: TimeOfDay(minute: hour, plus: minutes))
    return true
  }

  /// "ten minutes to three", "20 minutes past noon".
  mutating func readMinutes(at i: Int) -> Bool {
    guard let minutes = number(i - 1), (1..<60).contains(minutes), glue(i + 1) == .to || glue(i + 1) == .past,
      let (hour, end) = hour(at: i + 2)
    else { return false }
    let isBefore = if case .to? = glue(i + 1) { true } else { false }
    append(i - 1..<end, .timeOfDay, hour: TimeOfDay(minute: hour, plus: isBefore ? -minutes : minutes))
    return true
  }

  /// The hour, in minutes from midnight, that "three", "3 p.m.", "3pm" and "noon" end a time with, and the
  /// token behind it. "Three officers" are none.
  private func hour(at i: Int) -> (minute: Int, end: Int)? {
    if case .clock(let minute)? = word(i) { return (minute, i + 1) }
    guard i < tokens.count else { return nil }
    if let minute = gluedHour(withoutStop(tokens[i])) { return (minute, i + 1) }
    guard let number = number(i), (1...12).contains(number) else { return nil }
    if i + 1 < tokens.count, let isAfternoon = meridiems[tokens[i + 1].key] {
      return ((number % 12 + (isAfternoon ? 12 : 0)) * 60, i + 2)
    }
    return !isWord(i + 1) || has(afterDay, at: i + 1) ? (number * 60, i + 1) : nil
  }

  /// "noon", "12 noon", "noon ET".
  mutating func readNoon(_ minute: Int, at i: Int) {
    var hour = TimeOfDay(minute: minute)
    var end = i + 1
    if end < tokens.count, tokens[end].shape.contains(.allCapitals),
      let isGreenwich = timeZones[tokens[end].key]
    {
      (hour.isGreenwich, end) = (isGreenwich, end + 1)
    }
    append((number(i - 1) == 12 ? i - 1 : i)..<end, .timeOfDay, hour: hour)
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
  func gluedHour(_ span: Span) -> Int? {
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
    case .this: return add(withPortion(i - 1)..<i + 1, .day(0))
    case .last, .past: return add(withPortion(i - 1)..<i + 1, .day(-1))
    case .that: return add(i - 1..<i + 1, .period(.day), .that)
    case .next, .following: return add(withPortion(withArticle(i - 1))..<i + 1, .period(.day), .following)
    case .previous: return add(withArticle(i - 1)..<i + 1, .period(.day), .previous)
    case .each: return append(i - 1..<i + 1, .everyPart(part))
    case .the where isBeforeOrAfter(i + 1) == true: return add(i - 1..<i + 2, .period(.day), .previous)
    case .the where isBeforeOrAfter(i + 1) == false: return add(i - 1..<i + 2, .period(.day), .following)
    default: break
    }
    if case .everyWeekday? = found.last?.meaning { repeatLastDay(each: part, to: i) }
    if let last = found.last, last.tokens.upperBound == i, last.isDay {
      if last.hour == nil { return add(i..<i + 1, .timeOfDay) }
      // "10 p.m. Friday night"
      if last.hour?.minute != nil { return lengthen(last, to: i, part) }
    }
    if let last = found.last, last.tokens.upperBound == i - 1, last.isDay, last.hour == nil,
      glue(i - 1) == .early || glue(i - 1) == .late || glue(i - 1) == .mid
    {
      return add(i - 1..<i + 1, .timeOfDay)
    }
  }
}

extension TimeReader {
  /// Where a phrase begins that "early" or "later" may stand before.
  private func withPortion(_ i: Int) -> Int {
    switch glue(i - 1) {
    case .early, .late, .later, .earlier: i - 1
    default: i
    }
  }

  /// An hour, read last, with the part of the day behind it.
  private mutating func lengthen(_ last: TimePhrase, to i: Int, _ part: DayPart) {
    var both = last
    both.tokens = last.tokens.lowerBound..<i + 1
    both.span = Span(last.span.start, tokens[i].end)
    both.hour = last.hour?.within(part)
    found[found.count - 1] = both
    free = i + 1
  }

  /// "at 3 in the morning", "11 at night", "3:15 in the afternoon".
  private mutating func readHour(of part: DayPart, at i: Int) -> Bool {
    let at: Int
    if part == .night, glue(i - 1) == .at {
      at = i - 2
    } else if part != .night, glue(i - 1) == .the, i > 1, tokens[i - 2].key == inWord {
      at = i - 3
    } else {
      return false
    }
    if let last = found.last, last.tokens.upperBound == at + 1, last.hour?.minute != nil {
      lengthen(last, to: i, part)
      return true
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

private let hoursWord = WordKey("hours")
private let colon = WordKey(":")
let clockIntroductions = WordSet(
  "at by until till before after from to around about since and between")
