/// Sentences of the body that bear a key point out, the likeliest first: at most `mostSupports`.
///
/// A sentence does when it has half of the point's telling words, or of a long point's three at least, and hardly any other
/// has more. It is a reading of words, not of sense: what it finds is where an editor would look first.
public func supports(of points: [Passage], in manuscript: Manuscript) -> [[Span]] {
  let wanted = points.map { tellingStems($0.span, in: manuscript.source) }
  var pointsByStem: [WordKey: [Int]] = [:]
  for (point, stems) in wanted.enumerated() {
    for stem in stems { pointsByStem[stem, default: []].append(point) }
  }
  var found = Array(repeating: [(span: Span, shared: Int)](), count: points.count)
  guard !pointsByStem.isEmpty else { return found.map { _ in [] } }
  var shared = Array(repeating: 0, count: points.count)
  // What is longer is text without stops.
  for sentence in manuscript.sentences where sentence.end - sentence.start <= longestSentence {
    var touched: [Int] = []
    for stem in tellingStems(sentence, in: manuscript.source) {
      for point in pointsByStem[stem] ?? [] {
        if shared[point] == 0 { touched.append(point) }
        shared[point] += 1
      }
    }
    for point in touched {
      if isEnough(shared[point], of: wanted[point].count) { found[point].append((sentence, shared[point])) }
      shared[point] = 0
    }
  }
  return found.map { sentences in
    let best = sentences.map(\.shared).max() ?? 0
    return sentences.filter { $0.shared * 4 >= best * 3 }
      .sorted { ($1.shared, $0.span) < ($0.shared, $1.span) }
      .prefix(mostSupports).map(\.span)
  }
}

/// More sentences than these say the same in passing.
public let mostSupports = 3

private func isEnough(_ shared: Int, of all: Int) -> Bool {
  shared * 2 >= all || shared >= 3 && shared * 3 >= all
}

/// Words that a statement had in common with a key point which it bears out, and has no more.
public func wordsLost(from old: String, to new: String, bearingOut point: String) -> [String] {
  let (before, after, wanted) = (Words(old), Words(new), Words(point))
  return before.stems.keys.filter { wanted.stems[$0] != nil && after.stems[$0] == nil }
    .compactMap { before.stems[$0] }.sorted()
}

private struct Words {
  /// Telling words as they are written, by stem.
  var stems: [WordKey: String] = [:]

  init(_ statement: String) {
    let source = Source(bytes: Array(statement.utf8))
    for token in tokens(source.whole, in: source) {
      guard let stem = tellingStem(token, in: source) else { continue }
      stems[stem] = source.string(token.bare)
    }
  }
}

private func tellingStems(_ span: Span, in source: Source) -> Set<WordKey> {
  Set(tokens(span, in: source).compactMap { tellingStem($0, in: source) })
}

/// What a word is about, without its ending; nil for one that says nothing by itself.
private func tellingStem(_ token: Token, in source: Source) -> WordKey? {
  guard token.isWord, token.end - token.start > 2 || token.shape.contains(.hasDigit) else { return nil }
  let word = folded(source.string(token.bare))
  return isSmall(word) || ChangeWords.speech.contains(word) ? nil : stem(token, in: source)
}
