/// The claims of a draft's body and key points: what it says that time or events can overtake.
///
/// `dateline` is the day the words speak from; relative dates and weekdays count from it. In one sentence each
/// kind is found once at most, by the narrowest rule that fits. The order is that of the text.
public func findClaims(in manuscript: Manuscript, dateline: CivilDate) -> [ClaimFinding] {
  let source = manuscript.source
  let passages = manuscript.sentences + manuscript.keyPoints.map(\.span)
  let sentences = passages.sorted().flatMap { pieces(of: $0, in: source) }.map {
    ReadSentence($0, in: source, dateline: dateline)
  }
  let names = Names(sentences)
  return sentences.flatMap { claims(in: $0, names, dateline: dateline) }
}

private struct Hit {
  let rule: Int
  let tokens: Range<Int>
  let expected: TimeMention?
}

private func claims(in sentence: ReadSentence, _ names: Names, dateline: CivilDate) -> [ClaimFinding] {
  var best: [ClaimKind: Hit] = [:]
  var refused: Set<Int> = []
  var allowed: Set<Int> = []
  claimPatterns.matches(in: sentence) { pattern, match in
    let number = claimPatternRules[pattern]
    let rule = allClaimRules[number]
    if let known = best[rule.rule.kind], known.rule < number { return }
    guard !refused.contains(number) else { return }
    if !allowed.contains(number) {
      guard !rule.unless.match(sentence) else {
        refused.insert(number)
        return
      }
      allowed.insert(number)
    }
    guard let expected = sentence.speaksOfLater(match, rule, dateline: dateline) else { return }
    if let known = best[rule.rule.kind], known.rule == number, known.tokens.lowerBound <= match.lowerBound {
      return
    }
    best[rule.rule.kind] = Hit(rule: number, tokens: match, expected: expected.mention)
  }
  let hits = withoutRepetition(Array(best.values))
  return hits.map { hit in
    let rule = allClaimRules[hit.rule].rule
    let expectedTokens = hit.expected?.tokens
    return ClaimFinding(
      kind: rule.kind, rule: rule.name, sentence: sentence.span,
      quote: sentence.quote(around: hit.tokens, and: expectedTokens), trigger: sentence.span(hit.tokens),
      expected: hit.expected?.ahead, person: rule.kind == .pendingLegal && names.someone(in: sentence))
  }
}

/// A general rule is silent where a narrow one speaks, and where another general one has begun before it.
private func withoutRepetition(_ hits: [Hit]) -> [Hit] {
  let sorted = hits.sorted { ($0.rule, $0.tokens.lowerBound) < ($1.rule, $1.tokens.lowerBound) }
  let narrow = sorted.filter { !allClaimRules[$0.rule].isGeneral }
  if !narrow.isEmpty { return narrow.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } }
  let dated = sorted.first { $0.expected != nil }
  return (dated ?? sorted.min { $0.tokens.lowerBound < $1.tokens.lowerBound }).map { [$0] } ?? []
}

extension ReadSentence {
  struct Expectation {
    let mention: TimeMention?
  }

  /// Nil when the words around a match say that it is over, not so, or only imagined; else the day they name.
  func speaksOfLater(_ match: Range<Int>, _ rule: ClaimRule, dateline: CivilDate) -> Expectation? {
    let before = clauseStart(match.lowerBound)..<match.lowerBound
    let near = max(before.lowerBound, match.lowerBound - 5)..<match.lowerBound
    // "May" is a month.
    guard
      !near.contains(where: {
        hypothetical.contains(word($0)) && !(word($0) == "may" && tokens[$0].isCapital)
      })
    else { return nil }
    let last = word(match.lowerBound - 1)
    guard !negations.contains(last), !negations.contains(word(match.lowerBound - 2)) else { return nil }
    guard !match.contains(where: { word($0) == "not" }) || rule.mayDeny else {
      return nil
    }
    if rule.tense == .present { return Expectation(mention: nil) }
    let mention = expected(after: match, dateline: dateline)
    if let mention, let ahead = mention.ahead, ahead.last >= dateline {
      let couldBePast = rule.tense == .dated && !mention.isExplicit && mention.behind != nil
      return couldBePast && isTold(before.lowerBound..<clauseEnd(match.upperBound))
        ? nil : Expectation(mention: mention)
    }
    guard !match.contains(where: { hedges.contains(word($0)) }) else { return nil }
    if rule.tense == .dated { return nil }
    // "was scheduled to start": history, unless a day to come is named.
    let isPast =
      near.suffix(3).contains { pastVerbs.contains(word($0)) } || pastVerbs.contains(word(match.lowerBound))
    return isPast || mention.map({ isDay($0, of: match) }) == true ? nil : Expectation(mention: nil)
  }

  /// Whether a date stands in or right behind a match, so that it is the day of it and not of something else
  /// in the sentence.
  private func isDay(_ mention: TimeMention, of match: Range<Int>) -> Bool {
    let gap = mention.tokens.lowerBound - match.upperBound
    return gap <= 0 || gap == 1 && dayPrepositions.contains(word(match.upperBound))
  }

  /// Whether a date behind a match belongs to something that happened: "plans to appeal the sentence handed
  /// down on Friday".
  private func isOfSomethingPast(_ mention: TimeMention, after match: Range<Int>) -> Bool {
    guard mention.behind != nil, !mention.isExplicit, mention.tokens.lowerBound > match.upperBound else {
      return false
    }
    return (match.upperBound..<mention.tokens.lowerBound).contains { i in
      !tokens[i].isCapital && (word(i).hasSuffix("ed") || irregularPast.contains(word(i)))
        && !futurePassive.contains(word(i - 1))
    }
  }

  /// Whether a clause tells what happened, so that a bare "Tuesday" in it is the last one.
  private func isTold(_ clause: Range<Int>) -> Bool {
    let words = clause.filter { tokens.indices.contains($0) && !tokens[$0].isCapital }.map(word)
    return words.contains { pastVerbs.contains($0) || $0.hasSuffix("ed") || irregularPast.contains($0) }
      && !words.contains { presentVerbs.contains($0) }
  }

  /// The first day named in or behind the match, else the last one before it in its clause.
  private func expected(after match: Range<Int>, dateline: CivilDate) -> TimeMention? {
    let end = clauseEnd(match.upperBound)
    let here = times.filter { $0.tokens.upperBound > match.lowerBound && $0.tokens.lowerBound < end }
    let ahead = here.first {
      ($0.ahead?.last ?? .earliest) >= dateline && !isOfSomethingPast($0, after: match)
    }
    if let ahead { return ahead }
    if let over = here.first(where: { $0.isExplicit }) { return over }
    let start = clauseStart(match.lowerBound)
    return times.last {
      $0.tokens.lowerBound >= start && $0.tokens.upperBound <= match.lowerBound
        && ($0.ahead?.last ?? .earliest) >= dateline && $0.behind == nil
    }
  }

  /// The first token of the clause that a token stands in.
  func clauseStart(_ token: Int) -> Int {
    var i = min(token, tokens.count)
    while i > 0, token - i < 60 {
      if clauseSigns.contains(word(i - 1)) { return i }
      if word(i - 1) == ",", clauseWords.contains(word(i)) { return i }
      i -= 1
    }
    return i
  }

  /// The token behind the clause.
  func clauseEnd(_ token: Int) -> Int {
    var i = token
    while i < tokens.count, i - token < 60 {
      if clauseSigns.contains(word(i)) { return i }
      if word(i) == ",", clauseWords.contains(word(i + 1)) { return i }
      i += 1
    }
    return min(i, tokens.count)
  }

  /// A short sentence whole, of a long one the clause.
  func quote(around match: Range<Int>, and date: Range<Int>?) -> Span {
    if tokens.count(where: \.isWord) <= 32 { return span }
    let from = min(match.lowerBound, date?.lowerBound ?? match.lowerBound)
    let to = max(match.upperBound, date?.upperBound ?? match.upperBound)
    let start = max(clauseStart(from), from - 24)
    let end = min(clauseEnd(to), to + 24)
    var quote = span(start..<max(end, start + 1))
    // Stops and closing marks at the sentence's end go with its last words.
    if end >= tokens.count { quote.end = span.end }
    if start == 0 { quote.start = span.start }
    return quote
  }
}

private let hypothetical: Set<String> = [
  "could", "might", "may", "if", "unless", "whether", "should", "had", "can", "cannot",
]
private let negations: Set<String> = [
  "not", "never", "no", "n't", "cannot", "don't", "doesn't", "didn't", "won't", "isn't", "aren't", "without",
  "nor",
]
private let hedges: Set<String> = ["likely", "probably", "perhaps", "possibly", "maybe"]
private let presentVerbs: Set<String> = [
  "will", "'ll", "is", "are", "has", "have", "scheduled", "set", "expected", "due",
]
private let dayPrepositions: Set<String> = ["on", "in", "for", "by", "at", "from"]
private let futurePassive: Set<String> = ["be", "being", "to", "will"]
private let irregularPast: Set<String> = [
  "made", "given", "found", "brought", "left", "gave", "heard",
  "held", "said", "won", "lost", "met", "told", "took", "began", "came", "went",
]
private let pastVerbs: Set<String> = ["was", "were", "had"]
private let clauseSigns: Set<String> = [";", "\u{2014}", ":", "\u{2013}"]
private let clauseWords: Set<String> = [
  "but", "and", "while", "although", "though", "which", "whereas", "who", "after", "because", "where", "so",
  "as", "with",
]
