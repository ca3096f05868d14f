/// Key points, and the words around the story, held against the sentence of the body that says most of the same.
struct KeyPointCheck {
  /// Key points of one draft that are held against its body, and words around it.
  static let most = 50

  private struct Point {
    /// A headline may say what the body says nowhere in these words.
    let isKeyPoint: Bool
    let sentence: ReadSentence
    /// Without endings; at most thirty.
    let words: [WordKey]
    let figures: [Figure]
    let statuses: [StatusWord]
    let outcomes: [Outcome]
    let days: [ClosedRange<Int>]
    let step: LegalStep?
    /// The body's sentence that shares most words of those which tell how far the law has gone.
    var ofStep: (sentence: ReadSentence, shared: Int)?
    var best: ReadSentence?
    var shared = 0
    /// The body's sentence that tells the opposite outcome of the same, and how many words it shares.
    var opposite: (sentence: ReadSentence, shared: Int)?
    /// The most words that a sentence shares in which the point's own outcome stands.
    var borneOut = 0
    /// Whether the body has one of the point's own figures, or days, for the same.
    var bearsFigures = false
    var bearsDays = false
  }

  /// A word of a point.
  private struct Place: Sendable {
    let point: Int
    let bit: UInt32
  }

  private var points: [Point]
  /// The points in which a word stands.
  private let byWord: WordTable<[Place]>

  private let headline: ReadSentence?
  private var hasBody = false
  /// The furthest step that the body tells of anybody.
  private var furthest: LegalStep?

  init(_ sentences: [ReadSentence], around: [ReadSentence] = [], headline: ReadSentence?) {
    self.headline = headline
    points = (sentences + around).enumerated().map { index, sentence in
      Point(
        isKeyPoint: index < sentences.count, sentence: sentence, words: stems(in: sentence),
        figures: figures(in: sentence, sentence.tokens.indices),
        statuses: statuses(in: sentence), outcomes: outcomes(in: sentence), days: days(in: sentence),
        step: LegalStep(sentence))
    }
    var lists: [WordKey: [Place]] = [:]
    for (index, point) in points.enumerated() {
      for (number, word) in point.words.enumerated() {
        lists[word, default: []].append(Place(point: index, bit: 1 << UInt32(number)))
      }
    }
    byWord = WordTable(lists.map { ($0.key, $0.value) })
  }

  mutating func read(_ sentence: ReadSentence) {
    guard !points.isEmpty else { return }
    hasBody = true
    let step = LegalStep(sentence)
    if let step { furthest = max(furthest ?? step, step) }
    var shared: [UInt32] = Array(repeating: 0, count: points.count)
    for token in sentence.tokens where token.isWord && token.end - token.start > 2 {
      for place in byWord[stem(token, in: sentence.source)] ?? [] { shared[place.point] |= place.bit }
    }
    guard shared.contains(where: { $0 > 0 }) else { return }
    let figures = figures(in: sentence, sentence.tokens.indices)
    let days = days(in: sentence)
    let outcomes = outcomes(in: sentence)
    for index in points.indices where shared[index] > 0 {
      let count = shared[index].nonzeroBitCount
      hold(sentence, count, figures, days, against: &points[index])
      hold(sentence, count, outcomes, against: &points[index])
      if step != nil, count > points[index].ofStep?.shared ?? 0 { points[index].ofStep = (sentence, count) }
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

  /// Keeps the sentence that tells most of the opposite.
  private func hold(
    _ sentence: ReadSentence, _ shared: Int, _ outcomes: [Outcome], against point: inout Point
  ) {
    for mine in point.outcomes {
      for theirs in outcomes where mine.topic == theirs.topic {
        if mine.isFirst == theirs.isFirst {
          point.borneOut = max(point.borneOut, shared)
        } else if mine.isOfSame(as: theirs), shared > point.opposite?.shared ?? 0 {
          point.opposite = (sentence, shared)
        }
      }
    }
  }

  var collisions: [ContradictionFinding] { points.compactMap { collision($0) } }

  private func collision(_ point: Point) -> ContradictionFinding? {
    if let best = point.best, let found = difference(point, best) ?? oppositeOutcome(point) { return found }
    if let found = furtherThanBody(point) { return found }
    guard hasBody, isUnsupported(point), let nearest = point.best ?? headline else { return nil }
    return slip(
      "key-point.unsupported", (nearest, nearest.tokens.indices),
      (point.sentence, point.sentence.tokens.indices),
      explanation: "the \(point.best == nil ? "headline" : "nearest sentence") is quoted beside it")
  }

  /// Whether no sentence has two of the point's words.
  private func isUnsupported(_ point: Point) -> Bool {
    point.isKeyPoint && point.words.count >= 4 && point.shared <= 1
  }

  /// "Mayor charged" over a body that knows of an arrest only.
  private func furtherThanBody(_ point: Point) -> ContradictionFinding? {
    guard let step = point.step, step > .held, let furthest, furthest < step, let (sentence, _) = point.ofStep
    else { return nil }
    return slip(
      "key-point.further", (sentence, sentence.tokens.indices),
      (point.sentence, point.sentence.tokens.indices)
    )
  }

  private func oppositeOutcome(_ point: Point) -> ContradictionFinding? {
    guard let (sentence, shared) = point.opposite, shared > point.borneOut else { return nil }
    return slip(
      "key-point.says-otherwise", (sentence, sentence.tokens.indices),
      (point.sentence, point.sentence.tokens.indices))
  }

  private func difference(_ point: Point, _ best: ReadSentence) -> ContradictionFinding? {
    guard point.shared * 3 >= point.words.count || point.shared >= 3 else { return nil }
    let body = figures(in: best, best.tokens.indices)
    if !point.bearsFigures, let (mine, theirs) = figuresDiffer(point.figures, body),
      !isTotal(mine, of: point.sentence, theirs, of: best)
    {
      return slip("key-point.number", (best, theirs.tokens), (point.sentence, mine.tokens))
    }
    if !point.bearsDays, point.shared >= 2, let (mine, theirs) = daysDiffer(point.sentence, best) {
      return slip("key-point.date", (best, theirs), (point.sentence, mine))
    }
    // "The captain was arrested" has two words that say anything, and both have to be there.
    let isWholePoint = point.shared >= 2 && point.shared == point.words.count
    guard isWholePoint || point.shared >= 3 && point.shared * 2 >= point.words.count,
      (point.sentence.first(reversals, in: point.sentence.tokens.indices) == nil)
        == (best.first(reversals, in: best.tokens.indices) == nil)
    else { return nil }
    let statuses = statuses(in: best)
    let isDenied =
      point.shared * 5 >= point.words.count * 4
      && !point.statuses.contains { mine in statuses.contains { $0.status == mine.status } }
      && (denies(point.sentence, best) || denies(best, point.sentence))
    guard oppositeStatuses(point.statuses, statuses) != nil || isDenied else { return nil }
    return slip(
      "key-point.says-otherwise", (best, best.tokens.indices),
      (point.sentence, point.sentence.tokens.indices))
  }
}

/// The words of a key point that say what it is about, without endings, each once.
private func stems(in sentence: ReadSentence) -> [WordKey] {
  var result: [WordKey] = []
  for token in sentence.tokens where result.count < 30 {
    guard token.isWord, token.end - token.start > 3, !smallWords.contains(token.key) else { continue }
    let word = stem(token, in: sentence.source)
    if !result.contains(word) { result.append(word) }
  }
  return result
}

/// Whether one of the figures is the other with what stands behind it in its sentence, or is called a total.
private func isTotal(
  _ one: Figure, of first: ReadSentence, _ other: Figure, of second: ReadSentence
) -> Bool {
  (first.first(totals, in: first.tokens.indices) == nil)
    != (second.first(totals, in: second.tokens.indices) == nil)
    || [(first, one), (second, other)].contains { sentence, figure in
      sentence.has(alls, at: figure.tokens.lowerBound - 1)
        || sentence.has(rests, at: figure.tokens.lowerBound + 1)
    } || first.has(alls, at: one.tokens.upperBound + 1) || second.has(alls, at: other.tokens.upperBound + 1)
    || addsUp(from: one, in: first, to: other.value) || addsUp(from: other, in: second, to: one.value)
}

/// "Three people in Mora and two in Tal" add up to five.
private func addsUp(from figure: Figure, in sentence: ReadSentence, to total: Double) -> Bool {
  var sum = figure.value
  for i in sentence.tokens.indices.dropFirst(figure.tokens.upperBound) {
    guard let number = sentence.tokens[i].number, !sentence.times.contains(where: { $0.tokens.contains(i) })
    else { continue }
    sum += Double(number)
    if sum == total { return true }
  }
  return false
}

/// Times of a sentence that are held against those of a key point.
private let mostTimes = 8

/// The first days of two sentences that differ, where the clauses around them say the same.
private func daysDiffer(_ one: ReadSentence, _ other: ReadSentence) -> (Range<Int>, Range<Int>)? {
  let others = datedClauses(in: other)
  for mine in datedClauses(in: one) {
    for theirs in others {
      let fewest = min(mine.words.count, theirs.words.count)
      guard fewest >= 2, mine.words.intersection(theirs.words).count == fewest,
        !mine.days.contains(where: { day in theirs.days.contains { $0.overlaps(day) } })
      else { continue }
      return (mine.tokens, theirs.tokens)
    }
  }
  return nil
}

/// Days that a sentence names, with the words of the clause around each.
private struct DatedClause {
  let tokens: Range<Int>
  let days: [ClosedRange<Int>]
  let words: Set<WordKey>
}

private func datedClauses(in sentence: ReadSentence) -> [DatedClause] {
  sentence.times.prefix(mostTimes).compactMap { time in
    let days = days(of: time)
    guard !days.isEmpty else { return nil }
    return DatedClause(
      tokens: time.tokens, days: days, words: clauseWords(around: time.tokens, in: sentence))
  }
}

/// What the clause around some tokens is about: words without endings, up to the next sign or "and".
private func clauseWords(around tokens: Range<Int>, in sentence: ReadSentence) -> Set<WordKey> {
  var start = tokens.lowerBound
  while start > 0, !sentence.has(clauseEnds, at: start - 1) { start -= 1 }
  var end = tokens.upperBound
  while end < sentence.tokens.count, !sentence.has(clauseEnds, at: end) { end += 1 }
  var words: Set<WordKey> = []
  for i in start..<end where !tokens.contains(i) {
    let token = sentence.tokens[i]
    guard token.isWord, token.end - token.start > 3, !smallWords.contains(token.key) else { continue }
    words.insert(stem(token, in: sentence.source))
  }
  return words
}

/// Whether the first says "not" of a word that the second has, and the second says "not" of nothing.
private func denies(_ one: ReadSentence, _ other: ReadSentence) -> Bool {
  guard other.first(nots, in: other.tokens.indices) == nil else { return false }
  let words = Set(other.tokens.lazy.filter(\.isWord).map { stem($0, in: other.source) })
  return one.tokens.indices.contains { i in
    guard one.has(nots, at: i), !one.has(notOnly, at: i + 1) else { return false }
    let next = one.tokens[i...].dropFirst().prefix(3).first {
      $0.isWord && $0.end - $0.start > 2 && !smallWords.contains($0.key)
    }
    return next.map { words.contains(stem($0, in: one.source)) } ?? false
  }
}

private let totals = WordSet("total totals totalling totaling altogether overall combined")
private let alls = WordSet("all")
private let rests = WordSet("remaining")
private let clauseEnds = WordSet(", ; : ( ) and but while who which \u{2014} \u{2013}")
private let notOnly = WordSet("only just merely until")
/// The single days and short periods that a sentence names, as day numbers, in the readings ahead and behind.
func days(in sentence: ReadSentence) -> [ClosedRange<Int>] { sentence.times.flatMap(days(of:)) }

private func days(of time: TimeMention) -> [ClosedRange<Int>] {
  [time.ahead, time.behind].compactMap { date in
    guard let date, date.first <= date.last else { return nil }
    let range = date.first.dayNumber...date.last.dayNumber
    return range.count <= 31 ? range : nil
  }
}

/// A finding of the story's own statements against each other.
func slip(_ rule: String, _ places: (ReadSentence, Range<Int>)..., explanation: String? = nil)
  -> ContradictionFinding
{
  let sides = places.map { sentence, tokens in
    ContradictionFinding.Side(span: sentence.span(tokens), says: nil, sentence: sentence.span)
  }
  return ContradictionFinding(
    kind: .internal, rule: rule, sides: sides.sorted { $0.span < $1.span }, explanation: explanation)
}
