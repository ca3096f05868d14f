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
    let seen = reader.look(at: sentence)
    reader.showSigns(of: seen) { sign, times in
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
  private let words = wordsForClaims
  private var story = StoryContext()
  private var names = Names()
  /// The number of the sentence in which each pattern was found last.
  private var lastFound = [Int32](repeating: 0, count: claimPatternRules.count)
  /// The sentence that had words last that make it something else than a rule speaks of.
  private var lastElse = [Int32](repeating: 0, count: allClaimRules.count)
  private var sentenceNumber: Int32 = 0
  /// What is known of the sentence's words, and what patterns match: kept only for their memory.
  private var known: [ClaimWord] = []
  private var matches: [(pattern: Int, tokens: Range<Int>)] = []

  init(dateline: CivilDate) { self.dateline = dateline }

  /// The claims of the next sentence.
  mutating func claims(in sentence: ReadSentence) -> [ClaimFinding] {
    let seen = look(at: sentence)
    let hits = seen.hits
    let isSomeoneNamed = names.someone(in: sentence)
    guard !hits.isEmpty else { return [] }
    var score = ClaimScore()
    showSigns(of: seen) { score.add($0, times: $1) }
    guard score.shareOfClaims >= leastShareOfClaims else { return [] }
    let clauses = Clauses(sentence, seen.words)
    let kinds = ClaimKind.allCases.filter { kind in hits.contains { $0.kind == kind } }.sorted {
      (score.evidence(for: $0), $1.number) > (score.evidence(for: $1), $0.number)
    }
    var told: [Range<Int>] = []
    return kinds.enumerated().compactMap { place, kind in
      let hit = best(of: hits, kind)
      // The same words make one claim, of the likeliest kind.
      guard let hit, place == 0 || hit.isNarrow, !told.contains(where: hit.tokens.overlaps) else {
        return nil
      }
      if hit.isNarrow { told.append(hit.tokens) }
      let rule = ruleNaming(hit, in: sentence)
      let time =
        hit.time >= 0 ? hit.time : hits.first { $0.kind == kind && $0.time >= 0 }?.time ?? -1
      let expected = time >= 0 ? sentence.times[time] : nil
      return ClaimFinding(
        kind: kind, rule: rule.name, sentence: sentence.span,
        quote: clauses.quote(around: hit.tokens, and: expected?.tokens),
        trigger: sentence.span(hit.tokens),
        expected: expected.flatMap { clauses.lastDayIfLimit($0) }
          ?? clauses.endOfTerm(near: hit.tokens, dateline: dateline),
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

  /// What there is in a sentence for and against a claim.
  struct Seen {
    var hits: [Hit] = []
    /// As bits.
    var doubts: UInt16 = 0
    let signs: ContextSigns
    /// What is known of its words.
    let words: [ClaimWord]
    /// The kinds of which words stood in the sentences before, the last one first.
    let before: (UInt8, UInt8, UInt8)
  }

  /// What the patterns find in the next sentence.
  mutating func look(at sentence: ReadSentence) -> Seen {
    known.removeAll(keepingCapacity: true)
    var doubts: UInt16 = 0
    for token in sentence.tokens {
      let word = words[token.key] ?? ClaimWord()
      known.append(word)
      doubts |= word.doubts
    }
    var seen = Seen(
      doubts: doubts, signs: story.signs(of: sentence, known, dateline: dateline), words: known,
      before: story.recentKinds)
    sentenceNumber &+= 1
    matches.removeAll(keepingCapacity: true)
    patterns.matches(in: sentence) { matches.append(($0, $1)) }
    for (pattern, _) in matches where pattern >= ruleOfPattern.count {
      let behindRules = pattern - ruleOfPattern.count
      if behindRules < doubtsOfPatterns.count {
        seen.doubts |= 1 << UInt16(doubtsOfPatterns[behindRules])
      } else {
        lastElse[rulesOfUnless[behindRules - doubtsOfPatterns.count]] = sentenceNumber
      }
    }
    let clauses = Clauses(sentence, known)
    for (pattern, match) in matches
    where pattern < ruleOfPattern.count && lastFound[pattern] != sentenceNumber {
      let rule = ruleOfPattern[pattern]
      guard lastElse[rule] != sentenceNumber,
        let expected = clauses.speakOfLater(match, rules[rule], dateline: dateline)
      else { continue }
      lastFound[pattern] = sentenceNumber
      seen.hits.append(Hit(rule: rule, isHint: isHint[pattern], tokens: match, time: expected.time))
    }
    if seen.hits.count > 1 { seen.hits.sort { $0.order < $1.order } }
    story.remember(
      kinds: seen.hits.reduce(0) { $1.isHint ? $0 : $0 | 1 << UInt8($1.kind.number) })
    return seen
  }

  private func best(of hits: [Hit], _ kind: ClaimKind) -> Hit? { hits.first { $0.kind == kind } }

  /// Tells everything that speaks for or against a claim.
  func showSigns(of seen: Seen, _ show: (_ sign: Int, _ times: Int) -> Void) {
    let hits = seen.hits
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
    let before = seen.before
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
    show(ClaimSign.doubts, min(seen.doubts.nonzeroBitCount, 4))
    var all = UInt64(seen.doubts) | seen.signs.rawValue << UInt64(claimDoubts.count)
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
  }
}

/// What is asked of a rule for each match: without its texts, which are slow to copy.
struct RuleInShort: Sendable {
  let kind: ClaimKind
  let tense: ClaimRule.Tense
  let isGeneral: Bool
  let mayDeny: Bool

  init(_ rule: ClaimRule) {
    kind = rule.rule.kind
    tense = rule.tense
    isGeneral = rule.isGeneral
    mayDeny = rule.mayDeny
  }
}

private let rulesInShort = allClaimRules.map { RuleInShort($0) }
private let hintFlags = claimPatterns.all.map(\.isHint)
