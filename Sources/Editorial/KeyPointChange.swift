import TextAnalysis

/// A text with the day that it speaks from.
public struct DatedText: Sendable {
  public let manuscript: Manuscript
  public let dateline: CivilDate

  public init(_ manuscript: Manuscript, dateline: CivilDate) {
    self.manuscript = manuscript
    self.dateline = dateline
  }

  func words(_ span: Span) -> String { slice(manuscript.text, span) }

  /// The sentences of the body in order; a paragraph without any stands for itself.
  var sentences: [Span] {
    manuscript.paragraphs.flatMap { $0.sentences.isEmpty ? [$0.span] : $0.sentences }
  }
}

/// What became of a key point from one revision to the next, in its own words and in those that bear it out.
public struct KeyPointChange: Hashable, Sendable {
  public let was: String
  public let now: String
  /// Empty when the words are the same and stand where they stood.
  public let kinds: Set<ChangeKind>
  /// What changed in the sentences that bore it out, where it matters to a signature.
  public let supports: [SupportChange]
  /// Where the sentences that bore it out stand in the new text: they go on to do so, whatever they say now.
  public let borneOutBy: [Span]

  public init(
    was: String, now: String, kinds: Set<ChangeKind>, supports: [SupportChange] = [], borneOutBy: [Span] = []
  ) {
    self.was = was
    self.now = now
    self.kinds = kinds
    self.supports = supports
    self.borneOutBy = borneOutBy
  }
}

/// A sentence of the body that bore a key point out, and does no longer say the same.
public struct SupportChange: Hashable, Sendable {
  public let was: String
  /// Nil when it was cut.
  public let now: String?
  public let kinds: Set<ChangeKind>
  /// Words that it had in common with the key point, and has no more.
  public let lost: [String]

  public init(was: String, now: String?, kinds: Set<ChangeKind>, lost: [String]) {
    self.was = was
    self.now = now
    self.kinds = kinds
    self.lost = lost
  }
}

/// New key points that no longer stand in the order of the others.
func movedPlaces(_ matches: [KeyPointMatch]) -> Set<Int> {
  let there = matches.enumerated().compactMap { index, match in
    match.earlier.flatMap {
      $0.gone || $0.form != .keyPoint ? nil : (index: index, start: $0.span.start)
    }
  }
  let kept = Set(longestAscent(there.map(\.start)))
  return Set(there.indices.filter { !kept.contains($0) }.map { there[$0].index })
}

/// Places of a longest run of numbers that ascends: what kept its order.
func longestAscent(_ numbers: [Int]) -> [Int] {
  // The place of the smallest number with which a run of each length ends, and for each place the one before it.
  var ends: [Int] = []
  var previous = [Int?](repeating: nil, count: numbers.count)
  for (place, number) in numbers.enumerated() {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
    }
    previous[place] = low > 0 ? ends[low - 1] : nil
    if low == ends.count { ends.append(place) } else { ends[low] = place }
  }
  var run: [Int] = []
  var next = ends.last
  while let place = next {
    run.append(place)
    next = previous[place]
  }
  return run.reversed()
}
