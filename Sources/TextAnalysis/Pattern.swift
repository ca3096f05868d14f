/// Words in a row, written as one line: `plans|plan to ~2 appeal`.
///
/// `a|b` is one of these words; `a?` may be missing; `~3` is up to three words of any kind without a comma or
/// another sign; `#` is a number; `@` a date. `{be}` and its like are the sets below.
struct Pattern: Sendable {
  enum Element: Sendable {
    case words(Set<String>, optional: Bool)
    case gap(Int)
    case number
    case date
  }

  let elements: [Element]

  init(_ line: String) {
    elements = line.split(separator: " ").map { part in
      if part == "#" { return .number }
      if part == "@" { return .date }
      if part.hasPrefix("~") { return .gap(decimal(Array(part.utf8.dropFirst())[...]) ?? 0) }
      let isOptional = part.hasSuffix("?") && part.utf8.count > 1
      let words = (isOptional ? part.dropLast() : part).split(separator: "|").flatMap { word in
        wordSets[String(word)] ?? [String(word)]
      }
      return .words(Set(words), optional: isOptional)
    }
  }

  /// The words that a match can begin with; empty when it begins with a number or a date.
  var openings: Set<String> {
    if case .words(let words, optional: false) = elements.first { return words }
    return []
  }

  /// Whether the word itself is among those the pattern waits for.
  func names(_ word: String) -> Bool {
    elements.contains { element in
      if case .words(let words, _) = element { words.contains(word) } else { false }
    }
  }

  /// The tokens behind a match that begins at `start`; nil when there is none.
  func match(_ sentence: ReadSentence, at start: Int) -> Int? { match(sentence, at: start, element: 0) }

  private func match(_ sentence: ReadSentence, at position: Int, element: Int) -> Int? {
    guard element < elements.count else { return position }
    switch elements[element] {
    case .words(let words, let optional):
      if position < sentence.tokens.count, words.contains(sentence.tokens[position].word),
        let end = match(sentence, at: position + 1, element: element + 1)
      {
        return end
      }
      return optional ? match(sentence, at: position, element: element + 1) : nil
    case .number:
      guard position < sentence.tokens.count, isNumber(sentence.tokens[position]) else { return nil }
      return match(sentence, at: position + 1, element: element + 1)
    case .date:
      guard let mention = sentence.dates.first(where: { $0.tokens.lowerBound == position }) else {
        return nil
      }
      return match(sentence, at: mention.tokens.upperBound, element: element + 1)
    case .gap(let most):
      for skipped in 0...most {
        let next = position + skipped
        if let end = match(sentence, at: next, element: element + 1) { return end }
        guard next < sentence.tokens.count, sentence.tokens[next].joinsWords else { return nil }
      }
      return nil
    }
  }

  private func isNumber(_ token: Token) -> Bool {
    token.number != nil || numberWords[token.word] != nil || vagueNumbers.contains(token.word)
  }
}

/// Bytes after which a sentence is none, but text without stops; it is then read piece by piece, so that the
/// cost grows with the length of the text and nothing else.
let longestSentence = 4_000

/// A sentence as one piece, or something far longer cut at white space.
func pieces(of span: Span, in source: Source) -> [Span] {
  var result: [Span] = []
  var start = span.start
  while span.end - start > longestSentence {
    var cut = start + longestSentence
    while cut > start + longestSentence / 2, source.whiteLength(at: cut) == nil { cut -= 1 }
    while isContinuation(source.byte(cut)) { cut -= 1 }
    result.append(source.trimmed(Span(start, cut)))
    start = cut
  }
  result.append(source.trimmed(Span(start, span.end)))
  return result
}

/// A sentence with its words and the dates in it.
struct ReadSentence {
  let span: Span
  let tokens: [Token]
  let dates: [DateMention]

  init(_ span: Span, in source: Source, dateline: CivilDate) {
    self.span = span
    tokens = TextAnalysis.tokens(span, in: source)
    dates = findDates(in: tokens, dateline: dateline)
  }

  func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].word : "" }

  func span(_ range: Range<Int>) -> Span {
    guard let first = tokens.indices.contains(range.lowerBound) ? tokens[range.lowerBound] : nil,
      let last = tokens.indices.contains(range.upperBound - 1) ? tokens[range.upperBound - 1] : nil
    else { return span }
    return Span(first.span.start, last.span.end)
  }

  /// Whether one of the patterns matches anywhere.
  func holds(_ patterns: [Pattern]) -> Bool {
    patterns.contains { pattern in
      let openings = pattern.openings
      return tokens.indices.contains { index in
        (openings.isEmpty || openings.contains(tokens[index].word)) && pattern.match(self, at: index) != nil
      }
    }
  }
}

private let vagueNumbers: Set<String> = [
  "dozens", "scores", "hundreds", "thousands", "several", "many", "dozen", "hundred", "thousand", "million",
]

let numberWords: [String: Int] = [
  "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
  "ten": 10,
  "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
  "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
  "seventy": 70, "eighty": 80, "ninety": 90,
]

private let wordSets: [String: [String]] = [
  "{be}": ["is", "are", "am", "'s", "'re", "be", "being", "been"],
  "{is}": ["is", "are", "'s", "'re", "remains", "remain"],
  "{have}": ["has", "have", "'s", "'ve"],
  "{will}": ["will", "'ll", "shall"],
  "{plans}": [
    "plans", "plan", "planning", "intends", "intend", "intending", "expects", "aims", "hopes", "vows",
    "vowed",
    "pledges", "pledged", "promises", "promised", "prepares", "preparing", "wants", "going", "threatens",
    "threatened", "threatening", "decided", "decides", "seeks", "seeking", "agreed", "agrees", "considering",
    "considers", "ready", "determined", "set",
  ],
  "{suit}": [
    "lawsuit", "lawsuits", "suit", "suits", "litigation", "countersuit", "claim", "claims", "case", "cases",
    "action", "actions", "proceedings", "complaint", "complaints",
  ],
  "{sues}": ["lawsuit", "lawsuits", "suit", "suits", "litigation", "countersuit", "counterclaim"],
  "{judged}": [
    "ruling", "verdict", "decision", "conviction", "sentence", "judgment", "judgement", "order", "dismissal",
    "injunction", "acquittal", "award", "fine", "ban",
  ],
  "{dead}": ["dead", "killed", "injured", "wounded", "missing", "hurt", "infected", "homeless", "displaced"],
  "{died}": [
    "died", "killed", "killing", "kills", "injured", "wounded", "wounding", "injuring", "displaced",
  ],
  "{people}": [
    "people", "persons", "civilians", "soldiers", "troops", "passengers", "children", "women", "men",
    "workers",
    "others", "residents", "miners", "students", "officers", "police", "victims", "bodies", "deaths",
    "fatalities", "casualties", "cases", "homes", "houses", "buildings", "injuries", "patients", "migrants",
  ],
]
