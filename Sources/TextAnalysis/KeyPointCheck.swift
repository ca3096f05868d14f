/// Key points held against the sentence of the body that says most of the same.
struct KeyPointCheck {
  /// Key points of one draft that are held against its body.
  static let most = 50

  private struct Point {
    let sentence: ReadSentence
    let words: [WordKey]
    let figures: [Figure]
    let statuses: [StatusWord]
    let days: [ClosedRange<Int>]
    var best: ReadSentence?
    var shared = 0
    /// Whether the body has one of the point's own figures, or days, for the same.
    var bearsFigures = false
    var bearsDays = false
  }

  private var points: [Point]
  /// The points in which a word stands.
  private let byWord: WordTable<[Int]>

  init(_ sentences: [ReadSentence]) {
    points = sentences.map {
      Point(
        sentence: $0, words: contentWords(of: $0), figures: figures(in: $0, $0.tokens.indices),
        statuses: statuses(in: $0), days: days(in: $0))
    }
    var lists: [WordKey: [Int]] = [:]
    for (index, point) in points.enumerated() {
      for word in point.words { lists[word, default: []].append(index) }
    }
    byWord = WordTable(lists.map { ($0.key, $0.value) })
  }

  mutating func read(_ sentence: ReadSentence) {
    guard !points.isEmpty else { return }
    var shared = Array(repeating: 0, count: points.count)
    for token in sentence.tokens {
      for index in byWord[token.key] ?? [] { shared[index] += 1 }
    }
    guard shared.contains(where: { $0 > 0 }) else { return }
    let figures = figures(in: sentence, sentence.tokens.indices)
    let days = days(in: sentence)
    for index in points.indices where shared[index] > 0 {
      hold(sentence, shared[index], figures, days, against: &points[index])
    }
  }

  private func hold(
    _ sentence: ReadSentence, _ shared: Int, _ figures: [Figure], _ days: [ClosedRange<Int>],
    against point: inout Point
  ) {
    if !point.bearsFigures {
      point.bearsFigures = point.figures.contains { a in
        figures.contains { a.isComparable(with: $0) && a.agrees(with: $0) }
      }
    }
    if !point.bearsDays {
      point.bearsDays = days.contains { day in point.days.contains { $0.overlaps(day) } }
    }
    if shared > point.shared {
      point.shared = shared
      point.best = sentence
    }
  }

  var collisions: [ContradictionFinding] { points.compactMap { collision($0) } }

  private func collision(_ point: Point) -> ContradictionFinding? {
    guard let best = point.best, point.shared * 3 >= point.words.count || point.shared >= 3 else {
      return nil
    }
    let body = figures(in: best, best.tokens.indices)
    if !point.bearsFigures, let (mine, theirs) = figuresDiffer(point.figures, body) {
      return slip("key-point.number", (best, theirs.tokens), (point.sentence, mine.tokens))
    }
    if !point.bearsDays, !point.days.isEmpty, point.shared >= 2, let day = days(in: best).first,
      !point.days.contains(where: { $0.overlaps(day) }), let mine = dayTokens(in: point.sentence),
      let theirs = dayTokens(in: best)
    {
      return slip("key-point.date", (best, theirs), (point.sentence, mine))
    }
    guard point.shared * 2 >= point.words.count, point.shared >= 3 else { return nil }
    let isOpposite = oppositeStatuses(point.statuses, statuses(in: best)) != nil
    guard
      isOpposite
        || isNegated(point.sentence) != isNegated(best) && point.shared * 5 >= point.words.count * 4
    else { return nil }
    return slip(
      "key-point.says-otherwise", (best, best.tokens.indices),
      (point.sentence, point.sentence.tokens.indices))
  }

  private func isNegated(_ sentence: ReadSentence) -> Bool {
    sentence.first(nots, in: sentence.tokens.indices) != nil
  }
}

/// The single days and short periods that a sentence names, as day numbers, in the readings ahead and behind.
func days(in sentence: ReadSentence) -> [ClosedRange<Int>] {
  sentence.times.flatMap { time in
    [time.ahead, time.behind].compactMap { date in
      guard let date, date.first <= date.last else { return nil }
      let range = date.first.dayNumber...date.last.dayNumber
      return range.count <= 31 ? range : nil
    }
  }
}

private func dayTokens(in sentence: ReadSentence) -> Range<Int>? {
  sentence.times.first { $0.ahead != nil || $0.behind != nil }?.tokens
}

/// A finding of the story's own statements against each other.
func slip(_ rule: String, _ places: (ReadSentence, Range<Int>)...) -> ContradictionFinding {
  let sides = places.map { sentence, tokens in
    ContradictionFinding.Side(span: sentence.span(tokens), says: nil, sentence: sentence.span)
  }
  return ContradictionFinding(
    kind: .internal, rule: rule, sides: sides.sorted { $0.span < $1.span })
}
