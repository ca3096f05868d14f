/// How something ended, where the opposite end has a word too: approved or rejected, won or lost.
struct Outcome {
  /// What it is about: a vote, a verdict, a price.
  let topic: UInt8
  let isFirst: Bool
  /// What the clause is about, without endings and without words of outcome.
  let words: Set<WordKey>
  /// Whether an appeal or a bid stands in the clause: who rejects the one upholds the other.
  let isTurned: Bool

  /// Whether both clauses tell of the same: all that the shorter one names, or two things of it.
  func isOfSame(as other: Outcome) -> Bool {
    let fewest = min(words.count, other.words.count)
    let shared = words.intersection(other.words).count
    return isTurned == other.isTurned && fewest > 0 && (shared == fewest || shared * 3 >= fewest * 2)
  }
}

/// The outcomes that a sentence tells of as facts, at most eight; a "not" before one turns it into its opposite.
func outcomes(in sentence: ReadSentence) -> [Outcome] {
  var result: [Outcome] = []
  for (i, token) in sentence.tokens.enumerated() {
    guard let topics = outcomeWords[token.key], result.count < 8,
      !(1...3).contains(where: { sentence.has(openEnds, at: i - $0) })
    else { continue }
    let clause = clause(around: i, in: sentence)
    let words = Set(
      clause.compactMap { i -> WordKey? in
        let token = sentence.tokens[i]
        guard token.isWord, token.end - token.start > 3, !smallWords.contains(token.key),
          outcomeWords[token.key] == nil, !nots.contains(token.key)
        else { return nil }
        return stem(token, in: sentence.source)
      })
    let isNegated = (1...3).contains { sentence.has(nots, at: i - $0) }
    let isTurned = sentence.first(reversals, in: clause) != nil
    result += topics.map {
      Outcome(topic: $0.topic, isFirst: $0.isFirst != isNegated, words: words, isTurned: isTurned)
    }
  }
  return result
}

/// The tokens around a place up to the next sign, "and" or "but".
func clause(around i: Int, in sentence: ReadSentence) -> Range<Int> {
  var start = i
  while start > 0, !sentence.has(clauseEnds, at: start - 1) { start -= 1 }
  var end = i
  while end < sentence.tokens.count, !sentence.has(clauseEnds, at: end) { end += 1 }
  return start..<max(start, end)
}

/// What turns a decision about it round: who rejects an appeal upholds the verdict.
let reversals = WordSet(
  """
  appeal appeals challenge challenges bid bids motion motions petition petitions request requests
  objection objections veto plea pleas ban bans
  """)

private struct OutcomeWord: Sendable {
  let topic: UInt8
  let isFirst: Bool
}

private let clauseEnds = WordSet(
  ", ; : ( ) and but while who which after before because \" \u{2014} \u{2013}")

/// Before these nothing has ended yet.
private let openEnds = WordSet(
  """
  to if whether could would may might should must will can plans expected about likely against until unless of
  for from had
  """)

private let outcomeWords = WordTable<[OutcomeWord]>(readOutcomes())

private func readOutcomes() -> [(WordKey, [OutcomeWord])] {
  let lines = """
    approved approves approve backed backs endorsed endorses passed passes adopted adopts ratified accepted accepts
      | rejected rejects reject defeated vetoed vetoes refused refuses ;
    convicted convicts guilty | acquitted acquits innocent cleared ;
    won wins | lost loses ;
    rose rises risen increased increases climbed climbs grew grows raised raises jumped soared
      | fell falls fallen decreased decreases declined declines dropped drops cut cuts reduced reduces lowered shrank ;
    upheld upholds | overturned overturns quashed quashes reversed annulled ;
    granted grants | denied denies refused refuses ;
    passed passes | failed fails ;
    opened opens reopened reopens | closed closes shut shuts ;
    """
  var result: [WordKey: [OutcomeWord]] = [:]
  for (topic, line) in lines.split(separator: ";").enumerated() {
    for (side, words) in line.split(separator: "|").enumerated() {
      for word in words.split(whereSeparator: \.isWhitespace) {
        result[WordKey(word), default: []].append(
          OutcomeWord(topic: UInt8(clamping: topic), isFirst: side == 0))
      }
    }
  }
  return result.map { ($0.key, $0.value) }
}
