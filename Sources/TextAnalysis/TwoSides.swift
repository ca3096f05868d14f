/// One sentence in which two sides say what cannot both be so.
struct TwoSides {
  let rule: String
  let first: ContradictionFinding.Side
  let second: ContradictionFinding.Side

  var finding: ContradictionFinding {
    ContradictionFinding(kind: .disputed, rule: rule, sides: [first, second])
  }

  /// Nil when the sentence does not set two speakers against each other. Where `strict`, one of them at least
  /// must contest: "claimed", "denied"; two that merely "said" something may agree.
  init?(in sentence: ReadSentence, strict: Bool) {
    for reading in [TwoSides.concession, TwoSides.opposition, TwoSides.attribution] {
      if let found = reading(sentence, strict) {
        self = found
        return
      }
    }
    return nil
  }

  private init?(
    _ rule: String, _ sentence: ReadSentence, _ first: Range<Int>, _ second: Range<Int>, strict: Bool
  ) {
    guard let one = sentence.speech(first), let other = sentence.speech(second) else { return nil }
    guard !strict || one.contests || other.contests, one.speaker != other.speaker else { return nil }
    self.rule = rule
    self.first = .init(span: sentence.span(first), says: one.says)
    self.second = .init(span: sentence.span(second), says: other.says)
  }

  private init(rule: String, first: ContradictionFinding.Side, second: ContradictionFinding.Side) {
    self.rule = rule
    self.first = first
    self.second = second
  }

  /// "While A claimed ..., B argued ...".
  private static func concession(_ sentence: ReadSentence, _ strict: Bool) -> TwoSides? {
    for start in sentence.tokens.indices.prefix(200) where concessions.contains(sentence.word(start)) {
      guard start == 0 || !sentence.tokens[start - 1].isWord else { continue }
      let commas = (start + 1..<start + 80).filter { sentence.word($0) == "," }
      for comma in commas {
        let end = sentence.wordsEnd
        guard comma + 1 < end else { continue }
        if let found = TwoSides(
          "dispute.while-claimed", sentence, start + 1..<comma, comma + 1..<end, strict: strict)
        {
          return found
        }
      }
    }
    return nil
  }

  /// "A said ..., but B denied ...".
  private static func opposition(_ sentence: ReadSentence, _ strict: Bool) -> TwoSides? {
    for joint in sentence.tokens.indices.prefix(200) where joint > 2 {
      guard oppositions.contains(sentence.word(joint)) || sentence.word(joint) == ";" else { continue }
      var firstEnd = joint
      while firstEnd > 0, !sentence.tokens[firstEnd - 1].isWord { firstEnd -= 1 }
      var secondStart = joint + 1
      while secondStart < sentence.tokens.count, !sentence.tokens[secondStart].isWord { secondStart += 1 }
      guard firstEnd > 0, secondStart < sentence.wordsEnd else { continue }
      let first = sentence.clauseStart(firstEnd - 1)..<firstEnd
      let second = secondStart..<sentence.wordsEnd
      if let found = TwoSides("dispute.but-said", sentence, first, second, strict: strict) { return found }
    }
    return nil
  }

  /// "was called harmless by A but dangerous according to B".
  private static func attribution(_ sentence: ReadSentence, _ strict: Bool) -> TwoSides? {
    guard let verb = sentence.tokens.indices.first(where: { judgements.contains(sentence.word($0)) }),
      let by = sentence.tokens.indices.first(where: { $0 > verb && sentence.word($0) == "by" }),
      let but = sentence.tokens.indices.first(where: { $0 > by && oppositions.contains(sentence.word($0)) }),
      but - by <= 12
    else { return nil }
    let end = sentence.wordsEnd
    guard
      let source = sentence.tokens.indices.first(where: {
        $0 > but && (sentence.word($0) == "by" || sentence.word($0) == "according")
      }), source < end
    else { return nil }
    let speaker = sentence.word(source) == "according" ? source + 2 : source + 1
    guard speaker < end, by + 1 < but else { return nil }
    let sideEnd = sentence.trimEnd(min(end, sentence.clauseEnd(speaker)))
    let firstEnd = sentence.trimEnd(but)
    guard speaker < sideEnd, by + 1 < firstEnd else { return nil }
    return TwoSides(
      rule: "dispute.by-but-by",
      first: .init(
        span: sentence.span(verb..<firstEnd), says: sentence.span(by + 1..<firstEnd)
      ),
      second: .init(
        span: sentence.span(but + 1..<sideEnd),
        says: sentence.span(speaker..<sentence.firstComma(in: speaker..<sideEnd))))
  }
}

/// Accusation and denial: a sentence in which somebody denies, right behind one in which somebody accuses.
func denials(in sentences: [ReadSentence]) -> [ContradictionFinding] {
  zip(sentences, sentences.dropFirst()).compactMap { before, sentence in
    guard let verb = sentence.tokens.indices.first(where: { denialVerbs.contains(sentence.word($0)) }),
      deniedThings.match(sentence), TwoSides(in: sentence, strict: true) == nil,
      let accusation = before.tokens.indices.first(where: {
        accusationVerbs.contains(before.word($0)) && before.isSaying($0)
      }),
      let denier = sentence.speaker(before: verb), let accuser = before.speaker(before: accusation)
    else { return nil }
    return ContradictionFinding(
      kind: .disputed, rule: "dispute.denied",
      sides: [
        .init(span: before.span, says: before.span(accuser)),
        .init(span: sentence.span, says: sentence.span(denier)),
      ])
  }
}

extension ReadSentence {
  struct Speech {
    let says: Span?
    let speaker: [String]
    let contests: Bool
  }

  /// Who says something in a clause: the words before its first verb of saying, or behind "according to".
  func speech(_ clause: Range<Int>) -> Speech? {
    guard
      let verb = clause.first(where: { isSaying($0) && speaker(before: $0, from: clause.lowerBound) != nil })
    else {
      guard let according = clause.first(where: { word($0) == "according" && word($0 + 1) == "to" }),
        according + 2 < clause.upperBound
      else { return nil }
      let speaker = according + 2..<firstComma(in: according + 2..<clause.upperBound)
      guard !speaker.isEmpty else { return nil }
      return Speech(says: span(speaker), speaker: speaker.map(word), contests: false)
    }
    guard let speaker = speaker(before: verb, from: clause.lowerBound) else { return nil }
    return Speech(
      says: span(speaker), speaker: speaker.map(word), contests: contestingVerbs.contains(word(verb)))
  }

  /// A verb of saying, and not the noun that is spelled like it: "its claim", "to blame".
  fileprivate func isSaying(_ i: Int) -> Bool {
    (sayingVerbs.contains(word(i)) || contestingVerbs.contains(word(i))) && !beforeNouns.contains(word(i - 1))
  }

  /// The words from the beginning of the clause up to a verb, without adverbs and auxiliaries before it.
  func speaker(before verb: Int, from start: Int? = nil) -> Range<Int>? {
    var end = verb
    while end > 0, auxiliaries.contains(word(end - 1)) || word(end - 1).hasSuffix("ly") { end -= 1 }
    var first = start ?? clauseStart(end)
    while first < end, !tokens[first].isWord || openers.contains(word(first)) { first += 1 }
    guard first < end, end - first <= 14, !(first..<end).contains(where: { clauseVerbs.contains(word($0)) })
    else {
      return nil
    }
    return first..<end
  }

  func firstComma(in range: Range<Int>) -> Int { range.first { word($0) == "," } ?? range.upperBound }

  /// The token behind the last word: the stop at the end is no side's.
  var wordsEnd: Int { trimEnd(tokens.count) }

  func trimEnd(_ end: Int) -> Int {
    var i = min(end, tokens.count)
    while i > 0, !tokens[i - 1].isWord { i -= 1 }
    return i
  }
}

private let concessions: Set<String> = ["while", "although", "though", "whereas"]
private let oppositions: Set<String> = ["but", "while", "whereas", "however", "although", "though"]
private let openers: Set<String> = ["that", "and", "but", "however", "meanwhile", "also", "still", "yet"]
private let auxiliaries: Set<String> = [
  "has", "have", "had", "also", "since", "is", "are", "was", "were", "later", "then",
]
/// Words that no name of a speaker holds: there is another clause before the verb.
private let clauseVerbs: Set<String> = denialVerbs.union([
  "is", "are", "was", "were", "there", "been", "'s", "'re", "will", "would",
])
private let beforeNouns: Set<String> = [
  "a", "an", "the", "its", "his", "her", "their", "this", "that", "any", "no", "to", "of", "civil", "every",
  "false", "such",
]
private let judgements: Set<String> = [
  "deemed", "called", "described", "considered", "dismissed", "judged", "labelled", "labeled", "regarded",
  "seen", "portrayed",
]
private let sayingVerbs: Set<String> = [
  "said", "says", "say", "stated", "told", "tells", "testified", "believes", "believe", "believed",
  "described",
  "describes", "called", "calls", "reported", "reports", "think", "thinks", "added", "wrote", "announced",
]
private let contestingVerbs: Set<String> = [
  "claimed", "claims", "claim", "argued", "argues", "argue", "insisted", "insists", "insist", "maintained",
  "maintains", "maintain",
  "alleged", "alleges", "allege", "contended", "contends", "contend", "asserted", "asserts", "assert",
  "denied", "denies", "deny",
  "disputed", "disputes", "dispute", "rejected", "rejects", "reject", "countered", "counters", "accused",
  "accuses", "accuse", "blamed",
  "blames", "blame", "refuted", "refutes", "contradicted", "contradicts",
]
private let denialVerbs: Set<String> = [
  "denied", "denies", "deny", "rejected", "rejects", "disputed", "disputes", "dismissed",
]
private let accusationVerbs: Set<String> = [
  "accused", "accuses", "accuse", "alleged", "alleges", "allege", "claimed", "claims", "claim", "blamed",
  "blames",
]
private let deniedThings = Patterns([
  "denied|denies|deny|rejected ~4 allegation|allegations|accusation|accusations",
  "rejects|disputed|disputes|dismissed ~4 allegation|allegations|accusation|accusations",
  "denied|denies|deny|rejected ~4 claim|claims|wrongdoing",
  "rejects|disputed|disputes|dismissed ~4 claim|claims|wrongdoing",
  "denied|denies|deny|rejected ~4 involvement|responsibility|charge|charges",
  "rejects|disputed|disputes|dismissed ~4 involvement|responsibility|charge|charges",
  "denied|denies|deny|rejected ~4 report|reports|account",
  "rejects|disputed|disputes|dismissed ~4 report|reports|account",
  "denied|denies|deny ~1 any|all|it|this|that|the|having|being|doing|taking",
])
