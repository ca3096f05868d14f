/// Accounts that a story reports against each other, found sentence by sentence.
///
/// A sentence that contests is held against the sentences around it: the one that accuses, or says what is
/// denied, is the other side. Nothing farther than a few sentences is looked at.
struct Disputes {
  /// A sentence that contests something, and what was found of the other side.
  private struct Answer {
    let sentence: ReadSentence
    let tokens: Range<Int>
    let rule: DisputeRule
    let words: WordTable<Bool>
    var other: ReadSentence?
    var score: Int
    var left: Int
  }

  /// Sentences before a contesting one in which its other side may stand.
  private static let before = 6
  /// Sentences behind it.
  private static let behind = 5

  /// What is kept of a sentence while others may answer it.
  private struct Seen {
    let sentence: ReadSentence
    /// It contests something itself, so it is not what others contest.
    let contests: Bool
    let signs: DisputeSigns
  }

  /// The last sentences, in a ring; the oldest is overwritten.
  private var window: [Seen] = []
  private var next = 0
  private var open: [Answer] = []
  private(set) var findings: [ContradictionFinding] = []

  mutating func read(_ sentence: ReadSentence, _ signs: DisputeSigns) {
    let two = TwoSides(in: sentence, signs, strict: true)
    let hit = two == nil && signs.marks.contains(.contests) ? disputeRule(in: sentence) : nil
    let seen = Seen(sentence: sentence, contests: two != nil || hit != nil, signs: signs)
    if !seen.contests {
      for i in open.indices {
        hold(seen, against: &open[i], distance: Disputes.behind - open[i].left, isBefore: false)
      }
    }
    for i in open.indices { open[i].left -= 1 }
    closeFinished()
    if let two {
      findings.append(two.finding)
    } else if let (rule, tokens) = hit {
      begin(sentence, rule, tokens)
    }
    if window.count < Disputes.before { window.append(seen) } else { window[next] = seen }
    next = (next + 1) % Disputes.before
  }

  mutating func finish() {
    for answer in open { close(answer) }
    open = []
  }

  private mutating func begin(_ sentence: ReadSentence, _ rule: DisputeRule, _ tokens: Range<Int>) {
    if rule.form == .whole {
      findings.append(
        ContradictionFinding(
          kind: .disputed, rule: rule.name, sides: [side(sentence, at: tokens.lowerBound)]))
      return
    }
    var answer = Answer(
      sentence: sentence, tokens: tokens, rule: rule,
      words: WordTable(contentWords(of: sentence).map { ($0, true) }), other: nil, score: 0,
      left: Disputes.behind)
    for distance in window.indices {
      let other = window[(next + window.count - 1 - distance) % window.count]
      guard !other.contests else { continue }
      hold(other, against: &answer, distance: distance, isBefore: true)
    }
    open.append(answer)
  }

  /// How well a sentence would do as what the answer contests; the best one is kept.
  private func hold(_ seen: Seen, against answer: inout Answer, distance: Int, isBefore: Bool) {
    let other = seen.sentence
    var shared = 0
    for token in other.tokens where answer.words[token.key] != nil { shared += 1 }
    var score = 2 * min(3, shared) - 2 * distance
    if seen.signs.marks.contains(.accuses), let verb = other.accusation {
      score += other.has(weakAccusations, at: verb) ? 2 : 7
    } else if seen.signs.marks.contains(.says) || other.isQuoted {
      score += 2
    }
    if isBefore, distance == 0 { score += 3 }
    if score > answer.score {
      answer.score = score
      answer.other = other
    }
  }

  private mutating func closeFinished() {
    guard !open.isEmpty else { return }
    for answer in open where answer.left <= 0 { close(answer) }
    open.removeAll { $0.left <= 0 }
  }

  private mutating func close(_ answer: Answer) {
    if answer.rule.form == .answerOnly, answer.score < Disputes.surelyAnswers { return }
    var sides = [side(answer.sentence, at: answer.tokens.lowerBound)]
    if answer.score >= Disputes.answers, !namesWhatItDenies(answer), let other = answer.other {
      sides.append(side(other, at: other.accusation))
    }
    findings.append(
      ContradictionFinding(
        kind: .disputed, rule: answer.rule.name, sides: sides.sorted { $0.span < $1.span }))
  }

  /// Scores from which a sentence is taken for the other side.
  private static let answers = 4
  private static let surelyAnswers = 8

  /// Whether the sentence tells the claim that it rejects: "rejected the claim that the bridge was safe".
  private func namesWhatItDenies(_ answer: Answer) -> Bool {
    guard answer.rule.form == .answer else { return false }
    let tokens = answer.sentence.tokens
    let near = answer.tokens.lowerBound..<min(answer.tokens.upperBound + 1, tokens.count)
    for i in near where answer.sentence.has(assertions, at: i) {
      if answer.sentence.has(contentOpeners, at: i + 1)
        || i + 1 < tokens.count && tokens[i + 1].isCapital
      {
        return true
      }
    }
    return false
  }

  private func side(_ sentence: ReadSentence, at verb: Int?) -> ContradictionFinding.Side {
    let speaker = verb.flatMap { sentence.speaker(before: $0) }
    return ContradictionFinding.Side(
      span: sentence.span, says: speaker.map { sentence.span($0) }, sentence: sentence.span)
  }
}

/// The words of a sentence that say what it is about; at most thirty.
func contentWords(of sentence: ReadSentence) -> [WordKey] {
  var words: [WordKey] = []
  for token in sentence.tokens where words.count < 30 {
    guard token.isWord, token.end - token.start > 3, !smallWords.contains(token.key),
      !words.contains(token.key)
    else { continue }
    words.append(token.key)
  }
  return words
}

/// Words of four letters and more that say nothing of what a sentence is about.
let smallWords = WordSet(
  """
  that this with from have been were they their there them then than when where which while what will
  would could should about after before also into over under only some such more most other others said
  says saying told according claim claims claimed alleged allegations allegation accused denied denies
  rejected dismissed year years month months week weeks days today yesterday tomorrow monday tuesday
  wednesday thursday friday saturday sunday january february march april june july august september
  october november december because during between against through being does doing done made make
  people very just still even both each many much like well upon among within without since until though
  although however report reports reported statement added called asked including later earlier first
  last next having these those your ours
  """)

extension ReadSentence {
  /// The verb with which the sentence accuses, or claims what others may deny.
  var accusation: Int? {
    tokens.indices.first {
      has(accusationWords, at: $0) && (!has(claimWords, at: $0) || isSaying($0))
    }
  }

  var isQuoted: Bool { tokens.indices.contains { has(quotations, at: $0) } }
}

private let assertions = WordSet(wordSets["{assertion}"] ?? [])
private let contentOpeners = WordSet("of that it he she they by against")
private let weakAccusations = WordSet(
  "allegedly charged suspected suspects accusation accusations allegation allegations")
private let claimWords = WordSet("claim claims")
private let quotations = WordSet("\"")
private let accusationWords = WordSet(
  """
  accused accuses accuse accusing alleged alleges allege alleging claimed claims claim claiming blamed blames
  blame blaming charged suspected suspects implicated allegedly accusation accusations allegation allegations
  """)
