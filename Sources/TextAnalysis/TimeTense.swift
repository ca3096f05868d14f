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
    if before > 1, has(soon, at: before - 1), has(asWords, at: before), has(asWords, at: before - 2) {
      return .future
    }
    // Asked for once: these lines run for a dozen words on each side of every time.
    let cues = tenseCues
    // "They may appeal against Friday's ruling" says nothing of Friday.
    let isOwner = words.upperBound > words.lowerBound && tokens[words.upperBound - 1].genitive > 0
    var i = words.lowerBound - 1
    let first = max(0, words.lowerBound - 14)
    while i >= first {
      switch sign(at: i, cues) {
      case .none: break
      case .stop: i = first
      case .wish: if !isOwner { return .future }
      case .tense(let tense): return tense
      }
      i -= 1
    }
    i = words.upperBound
    let last = min(tokens.count, words.upperBound + 12)
    while i < last {
      switch sign(at: i, cues) {
      case .none: break
      case .stop: return .unknown
      case .wish: if !isOwner { return .future }
      case .tense(let tense): return isAttribution(i, behind: words.upperBound) ? .unknown : tense
      }
      i += 1
    }
    return .unknown
  }

  /// Whether a verb only says who said so: "The trial is in March, a spokesman said."
  private func isAttribution(_ verb: Int, behind start: Int) -> Bool {
    has(speech, at: verb) && tokens[start..<verb].contains { $0.key == comma }
  }

  /// What a word says of the tense.
  private enum Sign {
    case none
    /// Behind the end of a clause no more is looked for.
    case stop
    /// "may", "would": what is ahead for the one who speaks.
    case wish
    case tense(TimeTense)
  }

  @inline(__always) private func sign(at i: Int, _ cues: WordTable<TenseCue>) -> Sign {
    let token = tokens[i]
    // Names and figures are no verbs; the first word of a sentence and a headline's words may be.
    if token.shape.contains(.hasDigit) || token.isCapital && i > 0 && !token.shape.contains(.allCapitals) {
      return .none
    }
    if let cue = cues[token.key] {
      if case .clauseEnd = cue { return .stop }
      if case .wish = cue { return has(haveOrNot, at: i + 1) ? .none : .wish }
      return tense(of: cue, at: i).map { .tense($0) } ?? .none
    }
    guard token.shape.contains(.endsED), !token.isCapital, let tense = tenseOfParticiple(at: i) else {
      return .none
    }
    return .tense(tense)
  }

  private func tense(of cue: TenseCue, at i: Int) -> TimeTense? {
    switch cue {
    case .past: return .past
    // "had been due to expire" is over.
    case .future: return isOver(i) ? .past : .future
    case .due:
      // "closed due to snow" names a cause, "is due to close" a day.
      if has(toWords, at: i + 1), !has(beForms, at: i - 1) { return nil }
      return isOver(i) ? .past : .future
    // "planned to leave": the infinitive is still to come.
    case .to: return has(plans, at: i - 1) ? .future : nil
    case .set:
      // "a record set in May" looks back, "is set to open in May" ahead.
      if has(toWords, at: i + 1) || has(forWords, at: i + 1) { return .future }
      return has(setIntroductions, at: i + 1) ? .past : nil
    case .clauseEnd, .wish: return nil
    }
  }

  private func isOver(_ i: Int) -> Bool { has(beenForms, at: i - 1) && has(hadForms, at: i - 2) }

  private func tenseOfParticiple(at i: Int) -> TimeTense? {
    // "to be held", "will be decided": the word before the participle decides.
    if has(be, at: i - 1) { return has(toWords, at: i - 2) ? .future : nil }
    // "planned for March": the plan is past, the month is not.
    if has(forWords, at: i + 1), has(plans, at: i) { return .future }
    return .past
  }
}

private enum TenseCue {
  case past, future, wish, due, to, set, clauseEnd
}

private let comma = WordKey(",")
private let speech = WordSet("said told announced added")
private let haveOrNot = WordSet("have not n't")
private let be = WordSet("be")
private let beenForms = WordSet("been")
private let hadForms = WordSet("had")
private let toWords = WordSet("to")
private let forWords = WordSet("for")
private let beForms = WordSet("is are was were be been 's 're being")
private let asWords = WordSet("as")
private let setIntroductions = WordSet("on in at by off up")
private let soon = WordSet("soon early late")
private let plans = WordSet(
  """
  plan plans planned planning expect expects expected hopes hoped wants set supposed likely agreed vowed vows
  prepares preparing prepared ready promised pledged scheduled slated intends intended ordered about is are
  agreement deal decision proposal offer bid
  """)
private let deadlines = WordSet("by until till through")

private let tenseCues = WordTable<TenseCue>([
  "would may might must should": .wish, "due": .due, "to": .to, "set": .set, "; : ( ) \"": .clauseEnd,
  """
  will 'll shall won't scheduled slated tomorrow payable upcoming maturing matures expires begins starts opens
  resumes reopens ends concludes premieres begin resume reopen
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
