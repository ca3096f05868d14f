/// Bytes after which a sentence is none, but text without stops; it is then read piece by piece, so that the
/// cost grows with the length of the text and nothing else.
let longestSentence = 4_000

/// A sentence as one piece, or something far longer cut at white space.
func pieces(of span: Span, in source: Source) -> [Span] {
  if span.end - span.start <= longestSentence { return [source.trimmed(span)] }
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
  let source: Source
  let span: Span
  let tokens: [Token]
  /// Dates and periods, in order, none overlapping.
  let times: [TimeMention]

  init(_ span: Span, in source: Source, dateline: CivilDate) {
    self.source = source
    self.span = span
    tokens = TextAnalysis.tokens(span, in: source)
    times = findTimes(in: tokens, source, dateline: dateline)
  }

  /// Whether one of the words stands at a place; false outside the sentence.
  @inline(__always) func has(_ words: WordSet, at index: Int) -> Bool {
    index >= 0 && index < tokens.count && words.contains(tokens[index].key)
  }

  /// Where one of the words stands first in a range.
  func first(_ words: WordSet, in range: Range<Int>) -> Int? {
    range.clamped(to: 0..<tokens.count).first { words.contains(tokens[$0].key) }
  }

  /// A word in small letters, without its genitive "'s". Slow: for showing, and for what is rare.
  func word(_ index: Int) -> String {
    guard tokens.indices.contains(index) else { return "" }
    return spelling(of: tokens[index], in: source)
  }

  func isNumber(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let token = tokens[index]
    return token.shape.contains(.digits) || countingWords.contains(token.key)
  }

  func time(startingAt index: Int) -> TimeMention? {
    guard !times.isEmpty else { return nil }
    let first = firstTime(endingBehind: index)
    return first < times.count && times[first].tokens.lowerBound == index ? times[first] : nil
  }

  /// Which of the times is the first that ends behind a token; their number when none does.
  func firstTime(endingBehind token: Int) -> Int {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle].tokens.upperBound > token { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The bytes of some tokens; the whole sentence for a range outside.
  func span(_ range: Range<Int>) -> Span {
    guard let first = tokens.indices.contains(range.lowerBound) ? tokens[range.lowerBound] : nil,
      let last = tokens.indices.contains(range.upperBound - 1) ? tokens[range.upperBound - 1] : nil
    else { return span }
    return Span(first.start, last.end)
  }
}

/// In small letters, with straight apostrophes and hyphens, without a genitive "'s" and an abbreviation's point.
func spelling(of token: Token, in source: Source) -> String {
  let end = token.shape.contains(.dotted) ? token.end - 1 : token.bare.end
  return folded(source.string(Span(token.start, end)))
}

/// Words that stand for a number, in the patterns.
let countingWords = WordSet(
  spelledNumbers.map(\.word)
    + "dozens scores hundreds thousands several many dozen hundred thousand million billion"
    .split(separator: " ").map(String.init))
