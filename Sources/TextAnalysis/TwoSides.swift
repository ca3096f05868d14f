/// One sentence in which two sides say what cannot both be so.
struct TwoSides {
  let rule: String
  let first: ContradictionFinding.Side
  let second: ContradictionFinding.Side

  var finding: ContradictionFinding {
    ContradictionFinding(kind: .disputed, rule: rule, sides: [first, second])
  }

  /// Nil when the sentence does not set two speakers against each other. Where `strict`, one of them at least
  /// must contest ("claimed", "denied"), or they must give different numbers of the same thing; two that
  /// merely "said" something may agree.
  init?(in sentence: ReadSentence, strict: Bool) {
    let signs = DisputeSigns(sentence)
    self.init(in: sentence, signs, strict: strict)
  }

  /// The same, where the signs of the sentence are known.
  init?(in sentence: ReadSentence, _ signs: DisputeSigns, strict: Bool) {
    guard signs.sayings > 1 else { return nil }
    if signs.numbers > 1, let counts = TwoSides.counts(sentence) {
      self = counts
      return
    }
    guard signs.marks.contains(.joins) else { return nil }
    var joint: Int?
    for (i, token) in sentence.tokens.prefix(120).enumerated() where joints.contains(token.key) {
      joint = i
      break
    }
    guard let joint else { return nil }
    for reading in [TwoSides.concession, TwoSides.opposition, TwoSides.attribution] {
      if let found = reading(sentence, joint, strict) {
        self = found
        return
      }
    }
    return nil
  }

  private init?(
    _ rule: String, _ sentence: ReadSentence, _ first: Range<Int>, _ second: Range<Int>,
    strict: Bool
  ) {
    guard let one = sentence.speech(first), let other = sentence.speech(second) else { return nil }
    let ones = one.speaker.map { sentence.tokens[$0].key }
    let others = other.speaker.map { sentence.tokens[$0].key }
    guard ones != others else { return nil }
    guard
      !strict || one.contests || other.contests
        || sentence.countsDiffer(first, second) || sentence.judgesTwice(first, second)
        || sentence.accountsDiffer(first, second)
    else { return nil }
    guard !strict || !(one.isVague && other.isVague) else { return nil }
    self.rule = rule
    self.first = .init(
      span: sentence.span(first), says: sentence.span(one.speaker), sentence: sentence.span)
    self.second = .init(
      span: sentence.span(second), says: sentence.span(other.speaker), sentence: sentence.span)
  }

  private init(rule: String, first: ContradictionFinding.Side, second: ContradictionFinding.Side) {
    self.rule = rule
    self.first = first
    self.second = second
  }

  /// "Police said 200, organisers said 500"; "6.3 according to A, 6.4 by B".
  private static func counts(_ sentence: ReadSentence) -> TwoSides? {
    guard sentence.first(attributions, in: sentence.tokens.indices) != nil else { return nil }
    for comma in sentence.signs(sideSigns, from: 0) {
      let end = sentence.wordsEnd
      let first = sentence.sideStart(comma)..<comma
      guard comma + 1 < end, !first.isEmpty, sentence.first(attributions, in: first) != nil else {
        continue
      }
      let second = comma + 1..<max(comma + 1, sentence.trimEnd(sentence.sideEnd(comma + 1)))
      guard !second.isEmpty, sentence.first(attributions, in: second) != nil else { continue }
      guard sentence.countsDiffer(first, second) else { continue }
      let says = { (range: Range<Int>) in sentence.speech(range).map { sentence.span($0.speaker) } }
      return TwoSides(
        rule: "dispute.counts",
        first: .init(span: sentence.span(first), says: says(first), sentence: sentence.span),
        second: .init(span: sentence.span(second), says: says(second), sentence: sentence.span))
    }
    return nil
  }

  /// "While A claimed ..., B argued ...".
  private static func concession(_ sentence: ReadSentence, _ joint: Int, _ strict: Bool)
    -> TwoSides?
  {
    guard concessions.contains(sentence.tokens[joint].key),
      joint == 0 || !sentence.tokens[joint - 1].isWord
    else { return nil }
    let end = sentence.wordsEnd
    for at in sentence.signs(commas, from: joint + 1) where at + 1 < end {
      if let found = TwoSides(
        "dispute.while-claimed", sentence, joint + 1..<at, at + 1..<end, strict: strict)
      {
        return found
      }
    }
    return nil
  }

  /// "A said ..., but B denied ...".
  private static func opposition(_ sentence: ReadSentence, _ joint: Int, _ strict: Bool)
    -> TwoSides?
  {
    let end = sentence.wordsEnd
    for joint in sentence.signs(joints, from: max(joint, 3)) {
      let firstEnd = sentence.trimEnd(joint)
      var secondStart = joint + 1
      while secondStart < sentence.tokens.count, !sentence.tokens[secondStart].isWord {
        secondStart += 1
      }
      guard firstEnd > 0, secondStart < end else { continue }
      let first = sentence.sideStart(firstEnd - 1)..<firstEnd
      guard !first.isEmpty else { continue }
      if let found = TwoSides(
        "dispute.but-said", sentence, first, secondStart..<end, strict: strict)
      {
        return found
      }
    }
    return nil
  }

  /// "was called harmless by A but dangerous according to B".
  private static func attribution(_ sentence: ReadSentence, _ joint: Int, _ strict: Bool)
    -> TwoSides?
  {
    let tokens = sentence.tokens
    guard let verb = sentence.first(judgements, in: 0..<joint),
      let by = sentence.first(bys, in: verb + 1..<joint), joint - by <= 12
    else { return nil }
    let end = sentence.wordsEnd
    guard let source = sentence.first(sources, in: joint + 1..<max(joint + 1, end)) else {
      return nil
    }
    let speaker = tokens[source].key == according ? source + 2 : source + 1
    let firstEnd = sentence.trimEnd(joint)
    guard speaker < end, by + 1 < firstEnd else { return nil }
    let sideEnd = sentence.trimEnd(min(end, sentence.sideEnd(speaker)))
    guard speaker < sideEnd else { return nil }
    return TwoSides(
      rule: "dispute.by-but-by",
      first: .init(
        span: sentence.span(verb..<firstEnd), says: sentence.span(by + 1..<firstEnd),
        sentence: sentence.span),
      second: .init(
        span: sentence.span(joint + 1..<sideEnd),
        says: sentence.span(speaker..<sentence.firstComma(in: speaker..<sideEnd)),
        sentence: sentence.span))
  }
}

extension ReadSentence {
  /// Whether two parts give different counts of the same thing; the votes of two candidates may differ.
  func countsDiffer(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    let ones = figures(in: self, first)
    // "Police say three were hurt; the hospital says five."
    if ones.count == 1, let one = ones.first, let number = tokens[second.upperBound - 1].number,
      has(sayingVerbs, at: second.upperBound - 2)
    {
      return one.value != Double(number)
    }
    guard let (one, _) = figuresDiffer(ones, figures(in: self, second)) else { return false }
    return one.kind.isOpen || one.kind == .people || one.kind == .magnitude
  }

  struct Speech {
    let speaker: Range<Int>
    /// Whether the verb says that others say otherwise.
    let contests: Bool
    /// Whether the speaker is a pronoun.
    let isVague: Bool
  }

  /// Who says something in a clause: the words before its first verb of saying, or behind "according to".
  func speech(_ clause: Range<Int>) -> Speech? {
    for verb in clause.prefix(ReadSentence.longestClause) where isSaying(verb) {
      guard let speaker = speaker(before: verb, from: clause.lowerBound) else { continue }
      return Speech(
        speaker: speaker, contests: has(contestingVerbs, at: verb),
        isVague: speaker.count == 1 && has(speakerPronouns, at: speaker.lowerBound))
    }
    guard let at = first(accordings, in: clause), at + 2 < clause.upperBound else { return nil }
    let speaker = at + 2..<firstComma(in: at + 2..<clause.upperBound)
    guard !speaker.isEmpty else { return nil }
    return Speech(speaker: speaker, contests: false, isVague: false)
  }

  /// The tokens of a clause among which its verb of saying is looked for.
  private static let longestClause = 60

  /// The first few places of some words, so that a sentence of nothing else costs no more than prose.
  fileprivate func signs(_ words: WordSet, from start: Int) -> [Int] {
    var places: [Int] = []
    for i in start..<max(start, min(start + 120, tokens.count)) where has(words, at: i) {
      places.append(i)
      if places.count == 6 { break }
    }
    return places
  }

  /// A verb of saying, and not the noun that is spelled like it: "its claim", "to blame".
  func isSaying(_ i: Int) -> Bool {
    (has(sayingVerbs, at: i) || has(contestingVerbs, at: i)) && !has(beforeNouns, at: i - 1)
  }

  /// The words from the beginning of the clause up to a verb, without adverbs and auxiliaries before it; nil
  /// where they cannot be the name of a speaker.
  func speaker(before verb: Int, from start: Int? = nil) -> Range<Int>? {
    var end = verb
    while end > 0, has(auxiliaries, at: end - 1) || tokens[end - 1].shape.contains(.endsLY) {
      end -= 1
    }
    var first = start ?? sideStart(end)
    while first < end, !tokens[first].isWord || has(openers, at: first) { first += 1 }
    guard first < end, end - first <= 14, self.first(clauseVerbs, in: first..<end) == nil else {
      return nil
    }
    return first..<end
  }

  func firstComma(in range: Range<Int>) -> Int { first(commas, in: range) ?? range.upperBound }

  /// The token behind the last word: the stop at the end is no side's.
  var wordsEnd: Int { trimEnd(tokens.count) }

  func trimEnd(_ end: Int) -> Int {
    var i = min(end, tokens.count)
    while i > 0, !tokens[i - 1].isWord { i -= 1 }
    return i
  }

  /// The first token of the clause in which a token stands: behind the last comma, semicolon or dash.
  func sideStart(_ index: Int) -> Int {
    var i = min(index, tokens.count)
    while i > 0, !has(clauseSigns, at: i - 1) { i -= 1 }
    return i
  }

  func sideEnd(_ index: Int) -> Int {
    var i = index
    while i < tokens.count, !has(clauseSigns, at: i) { i += 1 }
    return i
  }
}

private let sideSigns = WordSet(", ;")
/// Words that say whose a count is.
private let attributions = WordSet(
  """
  said says say according by reported reports estimated estimates puts put claimed claims counted stated told
  indicated announced confirmed
  """)
private let according = WordKey("according")
private let accordings = WordSet("according")
private let sources = WordSet("by according")
private let bys = WordSet("by")
private let commas = WordSet(",")
private let clauseSigns = WordSet(", ; : \u{2013} \u{2014} ( )")
private let concessions = WordSet("while although though whereas")
private let joints = WordSet("but while whereas however although though ;")
private let openers = WordSet("that and but however meanwhile also still yet")
private let auxiliaries = WordSet("has have had also since is are was were later then")
private let speakerPronouns = WordSet("he she they it i we you")
/// Words that no name of a speaker holds: there is another clause before the verb.
private let clauseVerbs = WordSet(
  """
  is are was were there been 's 're will would denied denies deny rejected rejects disputed disputes
  dismissed
  """
)
private let beforeNouns = WordSet(
  "a an the its his her their this that any no to of civil every false such another")
extension ReadSentence {
  /// "Prosecutors called the ammunition unrelated; the defence called it crucial."
  fileprivate func judgesTwice(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard first(namings, in: one) != nil, let verb = first(namings, in: other) else { return false }
    return has(pronounsOfThings, at: verb + 1)
  }
}

private let namings = WordSet("call calls called calling describe describes described deem deems deemed")
private let pronounsOfThings = WordSet("it them him her this that these those")
private let judgements = WordSet(
  "deemed called described considered dismissed judged labelled labeled regarded seen portrayed")
private let sayingVerbs = WordSet(
  """
  said says say stated states told tells testified believes believe believed described describes called calls
  reported reports think thinks added wrote announced indicated indicates estimated estimates puts put
  confirmed declared declares deemed deems
  """)
private let contestingVerbs = WordSet(
  """
  claimed claims claim argued argues argue insisted insists insist maintained maintains maintain alleged
  alleges allege contended contends contend asserted asserts assert denied denies deny disputed disputes
  dispute rejected rejects reject countered counters accused accuses accuse blamed blames blame refuted
  refutes contradicted contradicts
  """)
