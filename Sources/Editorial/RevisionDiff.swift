import TextAnalysis

/// One difference between two revisions, at the place where it stands in the later one, or stood in the earlier.
public struct Difference: Hashable, Sendable {
  public enum What: Hashable, Sendable {
    /// A key point, or what else is signed like one.
    case keyPoint(label: String)
    /// Counted from 1; a paragraph without sentences is its own first.
    case sentence(paragraph: Int, sentence: Int)
  }

  public let what: What
  public let was: String?
  public let now: String?
  /// Of what was added or cut: none. `moved` may come with others.
  public let kinds: Set<ChangeKind>
  /// Where something that moved stood before.
  public let movedFrom: What?
  /// Labels of the key points that the sentence bears out, in the later revision or in the earlier.
  public let bearsOut: [String]

  /// What stayed, was cut and was added, word by word.
  public var pieces: [WordPiece] {
    switch (was, now) {
    case (let was?, nil): [WordPiece(kind: .cut, words: was)]
    case (nil, let now?): [WordPiece(kind: .added, words: now)]
    case (let was?, let now?) where kinds.isSubset(of: [.moved, .typographic]):
      looksChanges(from: was, to: now)
    case (let was?, let now?): wordChanges(from: was, to: now)
    case (nil, nil): []
    }
  }
}

/// A revision as it is compared: its text and what is signed of it with its labels, in reading order.
public struct ComparedRevision: Sendable {
  public let text: DatedText
  public let keyPoints: [(label: String, words: String)]

  public init(text: DatedText, keyPoints: [(label: String, words: String)]) {
    self.text = text
    self.keyPoints = keyPoints
  }
}

/// Everything that differs between two revisions of a draft: what is signed of it, then the body in reading order.
/// What moved is said to have moved, never to be cut and added.
public func differences(from old: ComparedRevision, to new: ComparedRevision) -> [Difference] {
  keyPointDifferences(old, new) + sentenceDifferences(old, new)
}

private func kinds(
  _ old: ComparedRevision, _ was: String?, _ new: ComparedRevision, _ now: String?
) -> Set<ChangeKind> {
  guard let was, let now else { return [] }
  return changeKinds(from: was, on: old.text.dateline, to: now, on: new.text.dateline)
}

private func keyPointDifferences(_ old: ComparedRevision, _ new: ComparedRevision) -> [Difference] {
  let places = Dictionary(
    old.keyPoints.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
  let matched = new.keyPoints.compactMap { places[$0.label] }
  let kept = Set(longestAscent(matched).map { matched[$0] })
  var found: [Difference] = []
  for point in new.keyPoints {
    guard let place = places[point.label] else {
      found.append(
        Difference(
          what: .keyPoint(label: point.label), was: nil, now: point.words, kinds: [], movedFrom: nil,
          bearsOut: []))
      continue
    }
    let was = old.keyPoints[place].words
    var kinds = kinds(old, was, new, point.words)
    if !kept.contains(place) { kinds.insert(.moved) }
    guard !kinds.isEmpty else { continue }
    found.append(
      Difference(
        what: .keyPoint(label: point.label), was: was, now: point.words, kinds: kinds, movedFrom: nil,
        bearsOut: []))
  }
  let labels = Set(new.keyPoints.map(\.label))
  for point in old.keyPoints where !labels.contains(point.label) {
    found.append(
      Difference(
        what: .keyPoint(label: point.label), was: point.words, now: nil, kinds: [], movedFrom: nil,
        bearsOut: []))
  }
  return found
}

private func sentenceDifferences(_ old: ComparedRevision, _ new: ComparedRevision) -> [Difference] {
  let followed = FollowedText(from: old.text, to: new.text)
  let oldPlaces = sentencePlaces(old.text)
  let newPlaces = sentencePlaces(new.text)
  let oldBearing = bearing(old)
  let newBearing = bearing(new)
  let partners = followed.partners
  let matched = partners.compactMap { $0 }
  let kept = Set(longestAscent(matched).map { matched[$0] })
  var found: [Difference] = []
  var cut = Set(followed.oldSentences.indices).subtracting(matched)
  /// What was cut stands before the first sentence that follows it in both.
  func tellCut(before limit: Int) {
    for o in cut.filter({ $0 < limit }).sorted() {
      let span = followed.oldSentences[o]
      found.append(
        Difference(
          what: oldPlaces[o], was: old.text.words(span), now: nil, kinds: [], movedFrom: nil,
          bearsOut: oldBearing[span] ?? []))
      cut.remove(o)
    }
  }
  for (n, span) in followed.newSentences.enumerated() {
    let now = new.text.words(span)
    guard let o = partners[n] else {
      found.append(
        Difference(
          what: newPlaces[n], was: nil, now: now, kinds: [], movedFrom: nil, bearsOut: newBearing[span] ?? [])
      )
      continue
    }
    if kept.contains(o) { tellCut(before: o) }
    let before = followed.oldSentences[o]
    var kinds = kinds(old, old.text.words(before), new, now)
    if !kept.contains(o) { kinds.insert(.moved) }
    guard !kinds.isEmpty else { continue }
    let labels = Set(oldBearing[before] ?? []).union(newBearing[span] ?? [])
    found.append(
      Difference(
        what: newPlaces[n], was: old.text.words(before), now: now, kinds: kinds,
        movedFrom: kinds.contains(.moved) ? oldPlaces[o] : nil, bearsOut: labels.sorted()))
  }
  tellCut(before: .max)
  return found
}

func sentencePlaces(_ text: DatedText) -> [Difference.What] {
  text.manuscript.paragraphs.enumerated().flatMap { index, paragraph in
    (1...max(1, paragraph.sentences.count)).map { .sentence(paragraph: index + 1, sentence: $0) }
  }
}

/// Labels of the key points that each sentence bears out.
func bearing(_ revision: ComparedRevision) -> [Span: [String]] {
  let points = revision.text.manuscript.signables.map(\.passage)
  var labels: [Span: [String]] = [:]
  for (index, spans) in supports(of: points, in: revision.text.manuscript).enumerated()
  where revision.keyPoints.indices.contains(index) {
    for span in spans { labels[span, default: []].append(revision.keyPoints[index].label) }
  }
  return labels
}

/// The same words with other marks: pieces between white space, as they are written.
private func looksChanges(from old: String, to new: String) -> [WordPiece] {
  let was = old.split(whereSeparator: \.isWhitespace).map(String.init)
  let now = new.split(whereSeparator: \.isWhitespace).map(String.init)
  guard was.count <= 2_000, now.count <= 2_000 else { return [WordPiece(kind: .same, words: new)] }
  let difference = now.map { Array($0.utf8) }.difference(from: was.map { Array($0.utf8) })
  var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var pieces: [WordPiece] = []
  func add(_ kind: WordPiece.Kind, _ word: String) {
    if let last = pieces.last, last.kind == kind {
      pieces[pieces.count - 1] = WordPiece(kind: kind, words: last.words + " " + word)
    } else {
      pieces.append(WordPiece(kind: kind, words: word))
    }
  }
  var (i, j) = (0, 0)
  while i < was.count || j < now.count {
    if i < was.count, removed.contains(i) {
      add(.cut, was[i])
      i += 1
    } else if j < now.count, inserted.contains(j) {
      add(.added, now[j])
      j += 1
    } else {
      if j < now.count { add(.same, now[j]) }
      i += 1
      j += 1
    }
  }
  return pieces
}
