/// The claims of a draft's body and key points: what it says that time or events can overtake.
///
/// `dateline` is the day the words speak from; relative dates and weekdays count from it. In one sentence each
/// kind is found once at most, by the narrowest rule that fits. The order is that of the text, and in a sentence
/// the likeliest kind comes first.
public func findClaims(in manuscript: Manuscript, dateline: CivilDate) -> [ClaimFinding] {
  var reader = ClaimReader(dateline: dateline)
  var claims: [ClaimFinding] = []
  readPassages(of: manuscript, dateline: dateline) { sentence, _ in claims += reader.claims(in: sentence) }
  return claims
}

/// The names of what each sentence of a draft shows, for fitting the weights; a name stands twice where it counts
/// twice.
public func claimSigns(
  in manuscript: Manuscript, dateline: CivilDate
) -> [(sentence: Span, signs: [String])] {
  var reader = ClaimReader(dateline: dateline)
  var result: [(sentence: Span, signs: [String])] = []
  readPassages(of: manuscript, dateline: dateline) { sentence, _ in
    var signs: [String] = []
    _ = reader.hits(in: sentence) { sign, times in
      signs += Array(repeating: claimSignNames[sign], count: times)
    }
    result.append((sentence.span, signs))
  }
  return result
}

/// Reads a draft sentence by sentence and keeps of it only what later ones need.
struct ClaimReader {
  let dateline: CivilDate
  // Globals are looked up anew wherever they are used: the reader keeps those that every sentence needs.
  private let patterns = claimPatterns
  private let ruleOfPattern = claimPatternRules
  private let rules = rulesInShort
  private let isHint = hintFlags
  private let doubtsOfWords = doubtWords
  private var story = StoryContext()
  private var names = Names()
  /// The number of the sentence in which each pattern was found last.
  private var lastFound = [Int32](repeating: 0, count: claimPatternRules.count)
  /// The sentence in which it was last looked whether a rule applies at all, and the answer.
  private var lastChecked = [(sentence: Int32, isSomethingElse: Bool)](
    repeating: (0, false), count: allClaimRules.count)
  private var sentenceNumber: Int32 = 0

  init(dateline: CivilDate) { self.dateline = dateline }

  /// The claims of the next sentence.
  mutating func claims(in sentence: ReadSentence) -> [ClaimFinding] {
    var score = ClaimScore()
    let hits = hits(in: sentence) { score.add($0, times: $1) }
    let isSomeoneNamed = names.someone(in: sentence)
    guard !hits.isEmpty, score.shareOfClaims >= leastShareOfClaims else { return [] }
    let kinds = Set(hits.map(\.kind)).sorted {
      (score.evidence(for: $0), $1.number) > (score.evidence(for: $1), $0.number)
    }
    return kinds.enumerated().compactMap { place, kind in
      let hit = best(of: hits, kind)
      guard let hit, place == 0 || hit.isNarrow else { return nil }
      let rule = allClaimRules[hit.rule].rule
      let time =
        hit.time >= 0 ? hit.time : hits.first { $0.kind == kind && $0.time >= 0 }?.time ?? -1
      let expected = time >= 0 ? sentence.times[time] : nil
      return ClaimFinding(
        kind: kind, rule: rule.name, sentence: sentence.span,
        quote: sentence.quote(around: hit.tokens, and: expected?.tokens),
        trigger: sentence.span(hit.tokens),
        expected: expected.flatMap { sentence.lastDayIfLimit($0) },
        person: kind == .pendingLegal && isSomeoneNamed)
    }
  }

  /// A pattern's match that the words around it bear out. Small, because there are many.
  struct Hit {
    let rule: Int
    let isHint: Bool
    let tokens: Range<Int>
    /// Which of the sentence's times it expects; -1 for none.
    let time: Int

    var kind: ClaimKind { rulesInShort[rule].kind }
    var isNarrow: Bool { !isHint && !rulesInShort[rule].isGeneral }
    /// Strong before hints, narrow rules before general ones, then by place.
    var order: Int { (isHint ? 1 << 50 : 0) + rule << 30 + tokens.lowerBound }
  }

  /// What the patterns find in the next sentence; `show` is told everything that speaks for or against a claim.
  mutating func hits(in sentence: ReadSentence, show: (_ sign: Int, _ times: Int) -> Void) -> [Hit] {
    var hits: [Hit] = []
    var doubts = 0
    for token in sentence.tokens { if let found = doubtsOfWords[token.key] { doubts |= found } }
    sentenceNumber &+= 1
    patterns.matches(in: sentence) { pattern, match in
      guard pattern < ruleOfPattern.count else {
        doubts |= 1 << doubtsOfPatterns[pattern - ruleOfPattern.count]
        return
      }
      guard lastFound[pattern] != sentenceNumber else { return }
      let number = ruleOfPattern[pattern]
      guard !isSomethingElse(number, sentence),
        let expected = sentence.speaksOfLater(match, rules[number], dateline: dateline)
      else { return }
      lastFound[pattern] = sentenceNumber
      hits.append(
        Hit(
          rule: number, isHint: isHint[pattern], tokens: match, time: expected.time))
    }
    hits.sort { $0.order < $1.order }
    showSigns(of: hits, doubts: doubts, story.signs(of: sentence, dateline: dateline), show)
    return hits
  }

  /// Whether words of the sentence say that a rule does not apply; looked for once in a sentence.
  private mutating func isSomethingElse(_ rule: Int, _ sentence: ReadSentence) -> Bool {
    guard rulesInShort[rule].hasUnless else { return false }
    if lastChecked[rule].sentence == sentenceNumber { return lastChecked[rule].isSomethingElse }
    let isSomethingElse = allClaimRules[rule].unless.match(sentence)
    lastChecked[rule] = (sentenceNumber, isSomethingElse)
    return isSomethingElse
  }

  private func best(of hits: [Hit], _ kind: ClaimKind) -> Hit? { hits.first { $0.kind == kind } }

  private mutating func showSigns(
    of hits: [Hit], doubts: Int, _ signs: ContextSigns, _ show: (_ sign: Int, _ times: Int) -> Void
  ) {
    var strong = 0
    var narrow: UInt8 = 0
    var strongKinds: UInt8 = 0
    var hints = [Int](repeating: 0, count: ClaimKind.allCases.count)
    var lastRule = (-1, false)
    for hit in hits {
      let bit = UInt8(1) << UInt8(hit.kind.number)
      if hit.isHint {
        hints[hit.kind.number] += 1
      } else {
        strong += 1
        strongKinds |= bit
        if hit.isNarrow { narrow |= bit }
      }
      if lastRule != (hit.rule, hit.isHint) {
        show(ClaimSign.rule(hit.rule, isHint: hit.isHint), 1)
      }
      lastRule = (hit.rule, hit.isHint)
    }
    let allHints = hints.reduce(0, +)
    if strong > 0 { show(ClaimSign.strong, 1) }
    if strong > 1 { show(ClaimSign.strongTwice, 1) }
    if narrow != 0 { show(ClaimSign.narrow, 1) }
    if strong == 0, allHints > 0 { show(ClaimSign.onlyHints, 1) }
    if strong == 0, allHints > 1 { show(ClaimSign.onlySeveralHints, 1) }
    let before = story.recentKinds
    for kind in hints.indices {
      let bit = UInt8(1) << UInt8(kind)
      if strongKinds & bit != 0 { show(ClaimSign.strong(kind), 1) }
      if narrow & bit != 0 { show(ClaimSign.narrow(kind), 1) }
      if hints[kind] > 0 { show(ClaimSign.hint(kind), 1) }
      if hints[kind] > 1 { show(ClaimSign.hints(kind), 1) }
      if (before.0 | before.1) & bit != 0 { show(ClaimSign.before(kind), 1) }
    }
    show(
      ClaimSign.claimsBefore,
      (before.0 == 0 ? 0 : 1) + (before.1 == 0 ? 0 : 1) + (before.2 == 0 ? 0 : 1))
    show(ClaimSign.doubts, min(doubts.nonzeroBitCount, 4))
    var all = UInt64(doubts) | signs.rawValue << UInt64(claimDoubts.count)
    while all != 0 {
      let number = all.trailingZeroBitCount
      all &= all - 1
      show(ClaimSign.alone(number), 1)
      if strong > 0 {
        show(ClaimSign.withStrong(number), 1)
      } else if allHints > 0 {
        show(ClaimSign.withHints(number), 1)
      }
    }
    story.remember(kinds: strongKinds)
  }
}

extension ReadSentence {
  struct Expectation {
    /// Which of the sentence's times it is; -1 when the words name none.
    let time: Int
  }

  /// Nil when the words around a match say that it is over, not so, or only imagined; else the day they name.
  func speaksOfLater(_ match: Range<Int>, _ rule: RuleInShort, dateline: CivilDate) -> Expectation? {
    let near = clauseStart(match.lowerBound, within: 5)..<match.lowerBound
    // "May" is a month.
    guard
      !near.contains(where: {
        has(hypothetical, at: $0) && !(has(may, at: $0) && tokens[$0].isCapital)
      })
    else { return nil }
    guard !has(negations, at: match.lowerBound - 1), !has(negations, at: match.lowerBound - 2)
    else { return nil }
    guard rule.mayDeny || first(not, in: match) == nil else { return nil }
    if rule.tense == .present { return Expectation(time: -1) }
    let time = expected(after: match, dateline: dateline)
    let mention = time.map { times[$0] }
    // "was scheduled to start": history, unless a day to come is named.
    let isPast =
      near.suffix(3).contains { has(pastVerbs, at: $0) } || has(pastVerbs, at: match.lowerBound)
    if let time, let mention, let ahead = mention.ahead, ahead.last >= dateline {
      let isEitherDay = !mention.isExplicit && mention.behind != nil
      let isTold =
        isPast
        || rule.tense == .dated && isEitherDay
          && self.isTold(clauseStart(match.lowerBound)..<clauseEnd(match.upperBound))
      return isEitherDay && isTold ? nil : Expectation(time: time)
    }
    guard first(hedges, in: match) == nil else { return nil }
    if rule.tense == .dated { return nil }
    return isPast || mention.map({ isDay($0, of: match) }) == true ? nil : Expectation(time: -1)
  }

  /// "by 2030" and "until June" name the last day of what they name.
  func lastDayIfLimit(_ mention: TimeMention) -> PartialDate? {
    guard let ahead = mention.ahead, has(limits, at: mention.tokens.lowerBound - 1) else {
      return mention.ahead
    }
    return PartialDate(ahead.last)
  }

  /// Whether a date stands in or right behind a match, so that it is the day of it and not of something else
  /// in the sentence.
  private func isDay(_ mention: TimeMention, of match: Range<Int>) -> Bool {
    let gap = mention.tokens.lowerBound - match.upperBound
    return gap <= 0 || gap == 1 && has(dayPrepositions, at: match.upperBound)
  }

  /// Whether a date behind a match belongs to something that happened: "plans to appeal the sentence handed
  /// down on Friday".
  private func isOfSomethingPast(_ mention: TimeMention, after match: Range<Int>) -> Bool {
    guard mention.behind != nil, !mention.isExplicit, mention.tokens.lowerBound > match.upperBound
    else {
      return false
    }
    return (match.upperBound..<mention.tokens.lowerBound).contains { i in
      !tokens[i].isCapital && (tokens[i].shape.contains(.endsED) || has(irregularPast, at: i))
        && !has(futurePassive, at: i - 1)
    }
  }

  /// Whether a clause tells what happened, so that a bare "Tuesday" in it is the last one.
  private func isTold(_ clause: Range<Int>) -> Bool {
    var isPast = false
    for i in clause.clamped(to: tokens.indices) where !tokens[i].isCapital {
      if has(presentVerbs, at: i) { return false }
      if tokens[i].shape.contains(.endsED) || has(pastVerbs, at: i) || has(irregularPast, at: i) {
        isPast = true
      }
    }
    return isPast
  }

  /// The first day named in or behind the match, else the last one before it in its clause.
  private func expected(after match: Range<Int>, dateline: CivilDate) -> Int? {
    guard !times.isEmpty else { return nil }
    let end = clauseEnd(match.upperBound)
    func isHere(_ time: TimeMention) -> Bool {
      time.tokens.upperBound > match.lowerBound && time.tokens.lowerBound < end
    }
    func isAhead(_ time: TimeMention) -> Bool { (time.ahead?.last ?? .earliest) >= dateline }
    if let ahead = times.firstIndex(where: {
      isHere($0) && isAhead($0) && !isOfSomethingPast($0, after: match)
    }) {
      return ahead
    }
    if let over = times.firstIndex(where: { isHere($0) && $0.isExplicit }) { return over }
    let start = clauseStart(match.lowerBound)
    return times.lastIndex {
      $0.tokens.lowerBound >= start && $0.tokens.upperBound <= match.lowerBound && isAhead($0)
        && $0.behind == nil
    }
  }

  /// The first token of the clause that a token stands in, or the last one that is looked at.
  func clauseStart(_ token: Int, within most: Int = longestClause) -> Int {
    var i = min(token, tokens.count)
    while i > 0, token - i < most {
      if has(clauseSigns, at: i - 1) { return i }
      if has(comma, at: i - 1), has(clauseWords, at: i) { return i }
      i -= 1
    }
    return i
  }

  /// The token behind the clause.
  func clauseEnd(_ token: Int) -> Int {
    var i = token
    while i < tokens.count, i - token < longestClause {
      if has(clauseSigns, at: i) { return i }
      if has(comma, at: i), has(clauseWords, at: i + 1) { return i }
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

/// What is asked of a rule for each match: without its texts, which are slow to copy.
struct RuleInShort: Sendable {
  let kind: ClaimKind
  let tense: ClaimRule.Tense
  let isGeneral: Bool
  let mayDeny: Bool
  let hasUnless: Bool

  init(_ rule: ClaimRule) {
    kind = rule.rule.kind
    tense = rule.tense
    isGeneral = rule.isGeneral
    mayDeny = rule.mayDeny
    hasUnless = !rule.unless.all.isEmpty
  }
}

private let rulesInShort = allClaimRules.map { RuleInShort($0) }
private let hintFlags = claimPatterns.all.map(\.isHint)

/// Tokens looked at in each direction for the ends of a clause.
private let longestClause = 60
private let may = WordSet("may")
private let not = WordSet("not")
private let comma = WordSet(",")
private let hypothetical = WordSet("could might may if unless whether should had can cannot")
private let negations = WordSet(
  "not never no n't cannot don't doesn't didn't won't isn't aren't without nor")
private let hedges = WordSet("probably perhaps possibly maybe")
private let presentVerbs = WordSet("will 'll is are has have scheduled set expected due")
private let dayPrepositions = WordSet("on in for by at from")
private let limits = WordSet("by before until till")
private let futurePassive = WordSet("be being to will")
private let irregularPast = WordSet(
  "made given found brought left gave heard held said won lost met told took began came went")
private let pastVerbs = WordSet("was were had")
private let clauseSigns = WordSet("; : \u{2014} \u{2013}")
private let clauseWords = WordSet(
  "but and while although though which whereas who after because where so as with")
