/// Lengths of time, and how far away something is: "two weeks", "a year ago".
extension TimeReader {
  /// "two", "2", "a", "several", "a few", "two and a half", "two or three" before a unit.
  func amount(before start: Int, isPlural: Bool) -> (amount: TimeAmount, start: Int)? {
    let i = start - 1
    guard i >= free else { return nil }
    if let number = number(i) {
      return has(currencySigns, at: i - 1) ? nil : counted(number, at: i, isPlural)
    }
    switch glue(i) {
    case .a:
      if glue(i - 1) == .half { return (.halves(1), i - 1) }
      return (.one, i)
    case .vague:
      guard isPlural else { return nil }
      return (.vague, glue(i - 1) == .a ? i - 1 : i)
    case .couple: return (.whole(2), glue(i - 1) == .a ? i - 1 : i)
    case .of:
      if glue(i - 1) == .couple { return (.whole(2), glue(i - 2) == .a ? i - 2 : i - 1) }
      if i > free, has(vagueCounts, at: i - 1) {
        return (.vague, glue(i - 2) == .a ? i - 2 : i - 1)
      }
      return nil
    case .half:
      // "two and a half years"
      guard isPlural, glue(i - 1) == .a, glue(i - 2) == .and, let number = number(i - 3) else {
        return nil
      }
      return (.halves(min(number, 1_000_000) * 2 + 1), i - 3)
    default:
      if isPlural, tokens[i].key == hundredWord {
        return (
          .whole(100 * min(number(i - 1) ?? 1, 1_000)), number(i - 1) != nil || glue(i - 1) == .a ? i - 1 : i
        )
      }
      if !isPlural, tokens[i].key == anotherWord { return (.one, i) }
      if isPlural, tokens[i].key == someWord { return (.vague, i) }
      // "six-and-a-half hours"
      if tokens[i].shape.contains(.hyphen), let (head, tail) = parts(of: tokens[i].bare),
        source.key(tail) == andAHalf, let number = numberWords[source.key(head)]
      {
        return (.halves(number * 2 + 1), i)
      }
      if tokens[i].shape.contains(.fraction), let halves = halves(tokens[i].span) {
        return (.halves(halves), i)
      }
      return nil
    }
  }

  private func counted(_ number: Int, at i: Int, _ isPlural: Bool) -> (amount: TimeAmount, start: Int) {
    // "twenty four hours"
    if number < 10, let tens = self.number(i - 1), tens % 10 == 0, (20...90).contains(tens) {
      return (.whole(tens + number), i - 1)
    }
    // "two to three weeks", "two or three days"
    if isPlural, let first = self.number(i - 2), first < number, let joint = glue(i - 1),
      joint == .to || joint == .range || tokens[i - 1].key == orWord
    {
      return (.vague, i - 2)
    }
    return (.whole(number), i)
  }

  /// Twice the value of "1.5"; nil for other fractions.
  private func halves(_ span: Span) -> Int? {
    guard span.end - span.start >= 3, source.byte(span.end - 2) == 0x2E,
      source.byte(span.end - 1) == 0x35
    else { return nil }
    return figures(Span(span.start, span.end - 2)).map { min($0, 1_000_000) * 2 + 1 }
  }

  // MARK: Lengths

  /// A number of units: a length, or how far away something is.
  mutating func readLength(
    _ amount: TimeAmount, _ unit: TimeUnit, at i: Int, from start: Int
  ) {
    if let longer = withHalf(amount, at: i + 1) { return readLength(longer, unit, at: i + 3, from: start) }
    let end = i + 1
    // "22 years old", "six months and older"
    if glue(end) == .old || glue(end) == .and && has(ageWords, at: end + 1) { return skip(to: end) }
    if readAway(amount, unit, from: start, behind: end) { return }
    // "$10 a day", "twice a week"
    if amount == .one, glue(start) == .a, isRate(start) {
      let isCount = number(start - 1) != nil && !has(currencySigns, at: start - 2)
      if has(rateWords, at: start - 1) || isCount { append(start..<end, .often(.one, unit)) }
      return
    }
    if glue(start - 1) == .each { return append(start - 1..<end, .often(amount, unit)) }
    guard !isFigureOfSpeech(amount, unit, start) else { return }
    let begin = lengthStart(start)
    var phrase = TimePhrase(begin..<end, span(begin..<end), .length(amount, unit))
    let before = begin - 1
    if before >= free, tokens[before].key == inWord || tokens[before].key == withinWord {
      // The preposition makes it a day to come; the words of the time are without it.
      phrase.isFromNow = true
      phrase.tokens = before..<end
    }
    append(phrase)
  }

  /// The amount of "an hour and a half", "two years and a half".
  private func withHalf(_ amount: TimeAmount, at i: Int) -> TimeAmount? {
    guard case .halves(let halves) = amount, halves % 2 == 0, glue(i) == .and, glue(i + 1) == .a,
      glue(i + 2) == .half
    else { return nil }
    return .halves(halves + 1)
  }

  /// "in a minute", "one second", "it was a day to remember": no length is meant.
  private func isFigureOfSpeech(_ amount: TimeAmount, _ unit: TimeUnit, _ start: Int) -> Bool {
    guard amount == .one else { return false }
    switch unit {
    case .second: return true
    case .minute: return glue(start) == .a
    case .day, .weekend, .quarter: return glue(start) == .a && !has(lengthIntroductions, at: start - 1)
    default: return false
    }
  }

  /// "two weeks ago", "a week or so earlier", "two years from now".
  private mutating func readAway(_ amount: TimeAmount, _ unit: TimeUnit, from start: Int, behind end: Int)
    -> Bool
  {
    let isOrSo = end + 1 < tokens.count && tokens[end].key == orWord && has(soWords, at: end + 1)
    let at = isOrSo ? end + 2 : end
    var range = approximate(start)..<at + 1
    let meaning: TimeMeaning
    switch glue(at) {
    case .ago: meaning = .away(amount, unit, isBack: true, fromMention: false)
    case .earlier: meaning = .away(amount, unit, isBack: true, fromMention: true)
    case .later: meaning = .away(amount, unit, isBack: false, fromMention: true)
    case .hence: meaning = .away(amount, unit, isBack: false, fromMention: false)
    // "two years back": not "came back".
    case _ where at < tokens.count && tokens[at].key == backWord && !isWord(at + 1):
      meaning = .away(amount, unit, isBack: true, fromMention: false)
    case _ where isBeforeOrAfter(at) != nil:
      meaning = .away(amount, unit, isBack: isBeforeOrAfter(at) == true, fromMention: true)
    default:
      guard end < tokens.count, tokens[end].key == fromWord, case .reference(.present)? = word(end + 1) else {
        return false
      }
      range = approximate(start)..<end + 2
      meaning = .away(amount, unit, isBack: false, fromMention: false)
    }
    append(range, meaning)
    return true
  }

  /// Whether "before" (true) or "after" (false) ends a clause, and so counts from what was told before it.
  func isBeforeOrAfter(_ i: Int) -> Bool? {
    guard i < tokens.count, !isWord(i + 1), i + 1 == tokens.count || has(clauseEnds, at: i + 1) else {
      return nil
    }
    return tokens[i].key == beforeWord ? true : tokens[i].key == afterWord ? false : nil
  }

  /// Whether "a day" stands behind something counted.
  private func isRate(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    if has(rateWords, at: i - 1) || has(amountWords, at: i - 1) || tokens[i - 1].number != nil {
      return true
    }
    guard i > 1, tokens[i - 1].isWord, !has(lengthIntroductions, at: i - 1) else { return false }
    return tokens[i - 2].number != nil
      || i > 2 && tokens[i - 3].number != nil && tokens[i - 2].isWord
        && tokens[i - 1].shape.contains(.endsS)
  }

  /// "the past", "the first", "nearly" before an amount.
  private func lengthStart(_ start: Int) -> Int {
    switch glue(start - 1) {
    case .last, .past, .previous, .next, .coming, .following, .first, .latest:
      return withArticle(start - 1)
    case .the, .these, .this: return start - 1
    default: return approximate(start)
    }
  }

  /// "nearly", "more than".
  private func approximate(_ start: Int) -> Int {
    switch glue(start - 1) {
    case .nearly: start - 1
    case .than: glue(start - 2) == .more || glue(start - 2) == .less ? start - 2 : start
    default: start
    }
  }

  /// "for weeks", "recent days", "decades ago".
  mutating func readPlural(_ unit: TimeUnit, at i: Int, from start: Int) {
    let end = i + 1
    if let (amount, first) = amount(before: start, isPlural: true) {
      return readLength(amount, unit, at: i, from: first)
    }
    if glue(end) == .ago || glue(end) == .earlier || glue(end) == .later || glue(end) == .hence {
      return readLength(.vague, unit, at: i, from: start)
    }
    switch glue(start - 1) {
    case .recent, .coming, .next, .past, .last, .previous, .following, .first:
      append(withArticle(start - 1)..<end, .length(.vague, unit))
    case .these where unit == .day: append(start - 1..<end, .reference(.present))
    default:
      // "in the weeks before the vote"
      let isBeside = unit != .hour && glue(start - 1) == .the && has(besides, at: end)
      let isLength = isBeside || start > 0 && has(lengthIntroductions, at: start - 1)
      guard isLength || glue(end) == .of && unit != .hour, start > 0 else { return }
      append(start..<end, .length(.vague, unit))
    }
  }
}

private let currencySigns = WordSet("$ \u{A3} \u{20AC} # no")
private let vagueCounts = WordSet("dozens scores hundreds thousands number tens lot lots")
private let besides = WordSet("before after since following leading")
private let backWord = WordKey("back")
private let andAHalf = WordKey("and-a-half")
private let clauseEnds = WordSet(". , ; : ? ! )")
private let hundredWord = WordKey("hundred")
private let anotherWord = WordKey("another")
private let someWord = WordKey("some")
private let orWord = WordKey("or")
private let soWords = WordSet("so more")
private let withinWord = WordKey("within")
private let ageWords = WordSet("older over above younger under up")
private let rateWords = WordSet("times twice once thrice")
private let amountWords = WordSet("million billion thousand hundred percent % cents dollars hours people")
