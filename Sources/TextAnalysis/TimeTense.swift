/// Where the verb beside a time puts it.
enum TimeTense: Hashable, Sendable {
  case past, future, unknown
}

extension TimeReader {
  /// The tense of the verb nearest before some words in their clause, else of the first one behind.
  func tense(around words: Range<Int>) -> TimeTense {
    // "by May", "until Friday" look ahead, whatever the verb.
    let before = words.lowerBound - 1
    if has(deadlines, at: before) { return .future }
    if before > 1, tokens[before].key == asWord, tokens[before - 2].key == asWord,
      has(soon, at: before - 1)
    {
      return .future
    }
    var i = words.lowerBound - 1
    let first = max(0, words.lowerBound - 14)
    while i >= first {
      if let cue = cue(at: i) { return cue }
      if clauseMarks.contains(tokens[i].key) { break }
      i -= 1
    }
    i = words.upperBound
    let last = min(tokens.count, words.upperBound + 12)
    while i < last {
      if let cue = cue(at: i) { return cue }
      if clauseMarks.contains(tokens[i].key) { break }
      i += 1
    }
    return .unknown
  }

  private func cue(at i: Int) -> TimeTense? {
    let token = tokens[i]
    if token.key == dueWord, i + 1 < tokens.count, tokens[i + 1].key == toWord {
      // "closed due to snow" names a cause, "is due to close" a day.
      return has(beForms, at: i - 1) ? .future : nil
    }
    if let cue = tenseCues[token.key] { return cue }
    // "planned to leave": the infinitive is still to come.
    if token.key == toWord, i > 0, plans.contains(tokens[i - 1].key) { return .future }
    guard token.shape.contains(.endsED), !token.isCapital else { return nil }
    // "to be held", "will be decided": the word before the participle decides.
    if i > 0, tokens[i - 1].key == be { return nil }
    return .past
  }
}

private let be = WordKey("be")
private let dueWord = WordKey("due")
private let beForms = WordSet("is are was were be been 's 're being")
private let clauseMarks = WordSet("; : ( ) \"")
private let asWord = WordKey("as")
private let toWord = WordKey("to")
private let soon = WordSet("soon early late")
private let plans = WordSet(
  """
  plan plans planned planning expect expects expected hopes hoped wants set supposed likely agreed vowed vows
  prepares preparing prepared ready promised pledged scheduled slated intends intended ordered about is are
  """)
private let deadlines = WordSet("by until till through")

private let tenseCues = WordTable<TimeTense>([
  """
  will 'll shall won't due scheduled slated tomorrow payable upcoming maturing matures expires
  """: .future,
  """
  was were had did said says told made given found brought left gave heard held won lost met took began came
  went fell rose grew saw got became kept ran sent paid spoke wrote knew broke chose drew drove led put shot
  struck fought sold bought taught thought sought caught felt slept built lent spent meant dealt stood
  hit cut hurt quit beat burst cast split spread swept wept bent bound fed fled sped bled bred hung dug stuck
  swung rang sang sank drank swam began ran overran became overcame gave forgave drove rode wrote woke froze
  stole spoke tore wore swore bore flew grew threw blew withdrew overthrew shook mistook undertook forbade
  arose ate hid slid lit laid paid repaid sprang shrank
  """: .past,
])
