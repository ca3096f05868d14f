/// What the words around a match say of it: whether it is still to come, and on which day.
struct Clauses {
  let sentence: ReadSentence
  private let words: [ClaimWord]

  /// `words` has what is known of each token.
  init(_ sentence: ReadSentence, _ words: [ClaimWord]) {
    self.sentence = sentence
    self.words = words
  }

  var tokens: [Token] { sentence.tokens }
  var times: [TimeMention] { sentence.times }

  private func has(_ part: ClauseWords, at index: Int) -> Bool {
    words.indices.contains(index) && !words[index].clause.isDisjoint(with: part)
  }

  private func has(_ part: ClauseWords, in range: Range<Int>) -> Bool {
    words[range.clamped(to: words.indices)].contains { !$0.clause.isDisjoint(with: part) }
  }

  struct Expectation {
    /// Which of the sentence's times it is; -1 when the words name none.
    let time: Int
  }

  /// Nil when the words around a match say that it is over, not so, or only imagined; else the day they name.
  func speakOfLater(_ match: Range<Int>, _ rule: RuleInShort, dateline: CivilDate) -> Expectation? {
    let near = clauseStart(match.lowerBound, within: 5)..<match.lowerBound
    // "May" is a month.
    guard
      !near.contains(where: {
        has(.hypothetical, at: $0) && !(has(.may, at: $0) && tokens[$0].isCapital)
      })
    else { return nil }
    guard !has(.negation, in: match.lowerBound - 2..<match.lowerBound) else { return nil }
    guard rule.mayDeny || !has(.not, in: match) else { return nil }
    switch rule.tense {
    case .fresh where isLongOver(match, dateline: dateline): return nil
    case .present, .fresh: return Expectation(time: dayOfState(match, dateline: dateline) ?? -1)
    case .future, .dated: break
    }
    let time = expected(after: match, dateline: dateline)
    let mention = time.map { times[$0] }
    // "was scheduled to start": history, unless a day to come is named.
    let isPast =
      near.suffix(3).contains { has(.past, at: $0) } || has(.past, at: match.lowerBound)
    if let time, let mention, let ahead = mention.ahead, ahead.last >= dateline {
      let isEitherDay = !mention.isExplicit && mention.behind != nil
      let isTold =
        isPast
        || rule.tense == .dated && isEitherDay
          && self.isTold(clauseStart(match.lowerBound)..<clauseEnd(match.upperBound))
      return isEitherDay && isTold ? nil : Expectation(time: time)
    }
    guard !has(.hedge, in: match) else { return nil }
    if rule.tense == .dated { return nil }
    return isPast || mention.map({ isDay($0, of: match) }) == true ? nil : Expectation(time: -1)
  }

  /// Whether a date stands in or right behind a match, so that it is the day of it and not of something else
  /// in the sentence.
  private func isDay(_ mention: TimeMention, of match: Range<Int>) -> Bool {
    let gap = mention.tokens.lowerBound - match.upperBound
    return gap <= 0 || gap == 1 && has(.dayPreposition, at: match.upperBound)
  }

  /// Whether a clause tells what happened, so that a bare "Tuesday" in it is the last one.
  private func isTold(_ clause: Range<Int>) -> Bool {
    var isPast = false
    for i in clause.clamped(to: tokens.indices) where !tokens[i].isCapital && !has(.saying, at: i) {
      if has(.present, at: i) { return false }
      if tokens[i].shape.contains(.endsED) || has(.past, at: i) || has(.irregular, at: i) {
        isPast = true
      }
    }
    return isPast
  }

  /// The first token of the clause that a token stands in, or the last one that is looked at.
  func clauseStart(_ token: Int, within most: Int = longestClause) -> Int {
    var i = min(token, tokens.count)
    while i > 0, token - i < most {
      if has(.sign, at: i - 1) { return i }
      if has(.comma, at: i - 1), has(.opener, at: i) { return i }
      i -= 1
    }
    return i
  }

  /// The token behind the clause.
  func clauseEnd(_ token: Int) -> Int {
    var i = token
    while i < tokens.count, i - token < longestClause {
      if has(.sign, at: i) { return i }
      if has(.comma, at: i), has(.opener, at: i + 1) { return i }
      i += 1
    }
    return min(i, tokens.count)
  }

  /// A short sentence whole, of a long one the clause.
  func quote(around match: Range<Int>, and date: Range<Int>?) -> Span {
    if tokens.count(where: \.isWord) <= 32 { return sentence.span }
    let from = min(match.lowerBound, date?.lowerBound ?? match.lowerBound)
    let to = max(match.upperBound, date?.upperBound ?? match.upperBound)
    let start = max(clauseStart(from), from - 24)
    let end = min(clauseEnd(to), to + 24)
    var quote = sentence.span(start..<max(end, start + 1))
    // Stops and closing marks at the sentence's end go with its last words.
    if end >= tokens.count { quote.end = sentence.span.end }
    if start == 0 { quote.start = sentence.span.start }
    return quote
  }
}

/// Tokens looked at in each direction for the ends of a clause.
private let longestClause = 60
