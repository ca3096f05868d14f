/// A word, a number, or one sign, with its place.
struct Token {
  let span: Span
  /// In small letters, apostrophes straight. Contracted verbs stand alone: "they", "'re".
  let word: String
  let isCapital: Bool
  let isWord: Bool

  /// Whether a phrase goes on across it: a word, or the apostrophe of "the owners' lawyers".
  var joinsWords: Bool { isWord || word == "'" || word == "\u{2019}" }

  var number: Int? { isWord ? decimal(Array(word.utf8.filter { $0 != 0x2C })[...]) : nil }
}

/// The tokens of a stretch of text.
func tokens(_ span: Span, in source: Source) -> [Token] {
  var result: [Token] = []
  var i = span.start
  while i < span.end {
    if let white = source.whiteLength(at: i) {
      i += white
      continue
    }
    guard let letter = source.letter(at: i) else { break }
    guard isWordLetter(letter.scalar) else {
      result.append(
        Token(span: letter.span, word: String(Character(letter.scalar)), isCapital: false, isWord: false))
      i = letter.span.end
      continue
    }
    let word = Span(i, wordEnd(from: i, to: span.end, source))
    append(word, isCapital: letter.scalar.isUpper, to: &result, source)
    i = word.end
    if let last = result.last, source.byte(i) == 0x2E, i < span.end, dottedAbbreviations.contains(last.word) {
      result[result.count - 1] = Token(
        span: Span(last.span.start, i + 1), word: last.word, isCapital: last.isCapital, isWord: true)
      i += 1
    }
  }
  return result
}

private func isWordLetter(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x80 ? scalar.isUpper || scalar.isLower || scalar.isDigit : scalar.properties.isAlphabetic
}

/// Hyphens, apostrophes, dots and commas stay inside a word when a letter, or for commas and dots of numbers
/// a digit, follows.
private func wordEnd(from start: Int, to limit: Int, _ source: Source) -> Int {
  var i = start
  while i < limit, let letter = source.letter(at: i) {
    if isWordLetter(letter.scalar) || letter.scalar.properties.generalCategory == .nonspacingMark {
      i = letter.span.end
      continue
    }
    guard let next = source.letter(at: letter.span.end)?.scalar, letter.span.end < limit else { break }
    switch letter.scalar {
    case "-", "'", "\u{2019}", "\u{2010}", "\u{2011}":
      guard isWordLetter(next) else { return i }
    case ".":
      let isInitials = next.isUpper && source.letter(before: i)?.scalar.isUpper == true
      let isSmall = next.isLower && i - start == 1
      guard next.isDigit && source.letter(before: i)?.scalar.isDigit == true || isInitials || isSmall else {
        return i
      }
    case ",":
      guard next.isDigit, source.letter(before: i)?.scalar.isDigit == true else { return i }
    default: return i
    }
    i = letter.span.end
  }
  return min(i, limit)
}

private func append(_ span: Span, isCapital: Bool, to result: inout [Token], _ source: Source) {
  var word = source.string(span).lowercased()
  if word.utf8.contains(0xE2) {
    word = String(word.map { $0 == "\u{2019}" ? "'" : $0 == "\u{2010}" || $0 == "\u{2011}" ? "-" : $0 })
  }
  if word.hasSuffix("'s"), !isContracted(word) { word = String(word.dropLast(2)) }
  for ending in contractions where word.utf8.count > ending.utf8.count && word.hasSuffix(ending) {
    // A curly apostrophe has three bytes where the straight one has one.
    var cut = span.end - (ending.utf8.count - 1)
    guard let mark = source.letter(before: cut) else { break }
    cut = mark.span.start
    guard cut > span.start else { break }
    let stem = String(decoding: word.utf8.dropLast(ending.utf8.count), as: UTF8.self)
    result.append(Token(span: Span(span.start, cut), word: stem, isCapital: isCapital, isWord: true))
    result.append(Token(span: Span(cut, span.end), word: ending, isCapital: false, isWord: true))
    return
  }
  result.append(Token(span: span, word: word, isCapital: isCapital, isWord: true))
}

/// Whether 's stands for "is" or "has": behind a pronoun. Behind a name it is the genitive and no word.
private func isContracted(_ word: String) -> Bool { pronouns.contains(String(word.dropLast(2))) }

private let pronouns: Set<String> = [
  "he", "she", "it", "that", "there", "here", "who", "what", "where", "when", "how", "this", "everybody",
  "nobody",
]

private let contractions = ["'s", "'re", "'ll", "'ve", "'d"]

private let dottedAbbreviations: Set<String> = Set(titles.map { $0.lowercased() }).union([
  "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "tues",
  "wed",
  "thu", "thur", "thurs", "fri", "sat", "no",
])
