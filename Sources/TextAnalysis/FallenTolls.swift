/// A count of dead or hurt that a later text tells lower than an earlier one.
public struct FallenToll: Hashable, Sendable {
  /// A number, and the sentence that tells it.
  public struct Side: Hashable, Sendable {
    public let number: Span
    public let sentence: Span
  }

  public let before: Side
  public let after: Side
}

/// The tolls that fall from one text of a story to a later one.
///
/// A toll falls where the later text tells a lower number of the same kind and tells none as high any more. A bound that
/// still holds is no fall ("more than a dozen" after 14), nor is a part, or a number that the earlier text told too.
///
/// - Parameter dateline: the day the later words speak from.
public func fallenTolls(
  from before: Manuscript, to after: Manuscript, dateline: CivilDate
) -> [FallenToll] {
  let then = tolls(in: before, dateline: dateline)
  guard !then.isEmpty else { return [] }
  let now = tolls(in: after, dateline: dateline)
  return now.compactMap { later in
    guard !then.contains(where: { later.isSameCount(as: $0) }) else { return nil }
    let higher = then.filter { earlier in
      earlier.falls(to: later)
        && !now.contains { one in
          one.figure.isComparable(with: earlier.figure) && one.figure.value >= earlier.figure.value
            && (one.figure.value == earlier.figure.value || !then.contains { one.isSameCount(as: $0) })
        }
    }
    guard let earlier = higher.max(by: { later.likeness($0) < later.likeness($1) }),
      later.likeness(earlier) >= leastLikeness || later.isRevision
    else { return nil }
    return FallenToll(before: earlier.side, after: later.side)
  }
}

/// Whether the first toll that two sentences tell of the same people falls from one to the other.
public func tollFalls(
  from before: Span, in story: Manuscript, to after: Span, in other: Manuscript, dateline: CivilDate
) -> Bool {
  let then = tolls(in: [before], of: story, dateline: dateline)
  return tolls(in: [after], of: other, dateline: dateline).contains { later in
    then.contains { $0.falls(to: later) }
  }
}

private struct Toll {
  let figure: Figure
  let side: FallenToll.Side
  let words: Set<WordKey>
  /// Whether its sentence says that a count was changed.
  let isRevision: Bool

  func isSameCount(as other: Toll) -> Bool {
    figure.isComparable(with: other.figure) && figure.value == other.figure.value
  }

  /// "At least 13" after 14 says nothing else than 14.
  func falls(to later: Toll) -> Bool {
    figure.isComparable(with: later.figure) && later.figure.value < figure.value
      && later.figure.bound != .atLeast && later.figure.bound != .over && !figure.agrees(with: later.figure)
  }

  func likeness(_ other: Toll) -> Double {
    Double(words.intersection(other.words).count) / Double(max(1, min(words.count, other.words.count)))
  }
}

private func tolls(in manuscript: Manuscript, dateline: CivilDate) -> [Toll] {
  tolls(in: manuscript.sentences + manuscript.keyPoints.map(\.span), of: manuscript, dateline: dateline)
}

private func tolls(in sentences: [Span], of manuscript: Manuscript, dateline: CivilDate) -> [Toll] {
  sentences.sorted().flatMap { passage in
    pieces(of: passage, in: manuscript.source).flatMap { piece -> [Toll] in
      let sentence = ReadSentence(piece, in: manuscript.source, dateline: dateline)
      let words = sentence.tokens.filter { $0.isWord && $0.number == nil && !smallWords.contains($0.key) }
      let isRevision = sentence.first(revisions, in: sentence.tokens.indices) != nil
      return figures(in: sentence, sentence.tokens.indices).filter { kinds.contains($0.kind) && !$0.isPart }
        .map { figure in
          let number = sentence.tokens[figure.tokens.lowerBound].bare
          return Toll(
            figure: figure, side: .init(number: number, sentence: passage), words: Set(words.map(\.key)),
            isRevision: isRevision)
        }
    }
  }
}

/// Counts of those who are missing, trapped or held go down by themselves.
private let kinds: Set<FigureKind> = [.dead, .hurt, .casualties]
/// Words that two sentences have in common at least, as a share of the shorter one's.
private let leastLikeness = 0.25
private let revisions = WordSet(
  "toll revised revises revising lowered lowers corrected corrects miscounted"
)
