/// Times as programs write them: "2024-07-13T09:30Z", "2024-07-13T09:30:15+02:00".
extension TimeReader {
  /// Whether such a time begins with a token, and is read. The offset from Greenwich is read over: the hour
  /// is the one on the clock.
  mutating func readInstant(at i: Int) -> Bool {
    let start = tokens[i].start
    guard tokens[i].end - start >= 13, source.byte(start + 10) | 0x20 == 0x74,
      let day = CivilDate(source.string(Span(start, start + 10))),
      let hours = figures(Span(start + 11, start + 13)),
      source.byte(start + 13) == 0x3A, let minutes = figures(Span(start + 14, start + 16)), hours < 24,
      minutes < 60
    else { return false }
    var end = start + 16
    if source.byte(end) == 0x3A, figures(Span(end + 1, end + 3)) != nil { end += 3 }
    if source.byte(end) == 0x2E, let digits = digits(from: end + 1) { end = digits }
    let zone = source.byte(end)
    let isGreenwich = zone | 0x20 == 0x7A
    if isGreenwich { end += 1 }
    if zone == 0x2B || zone == 0x2D, let digits = digits(from: end + 1) {
      end = digits
      if source.byte(end) == 0x3A, let digits = self.digits(from: end + 1) { end = digits }
    }
    var behind = i + 1
    while behind < tokens.count, tokens[behind].start < end { behind += 1 }
    var phrase = TimePhrase(i..<behind, Span(start, end), .civil(day))
    phrase.hour = TimeOfDay(minute: hours * 60 + minutes, isGreenwich: isGreenwich)
    append(phrase)
    return true
  }

  /// The byte behind up to nine digits; nil without any.
  private func digits(from start: Int) -> Int? {
    var end = start
    while end < start + 9, (0x30...0x39).contains(source.byte(end)) { end += 1 }
    return end == start ? nil : end
  }
}
