import TextAnalysis

/// A page as readers get it: the story, with whatever a site puts around it.
public struct LivePage: Sendable {
  /// The sentences of each paragraph. A line without any, such as a heading, stands for itself.
  let paragraphs: [[String]]

  /// - Parameter text: paragraphs with blank lines between them.
  public init(_ text: String) {
    // Each paragraph is read alone: a heading "Key points" on the page begins no section of a draft.
    paragraphs = blocks(of: text).map { block in
      guard let manuscript = try? Manuscript(bytes: Array(block.utf8)) else { return [block] }
      let items = (manuscript.keyPoints + manuscript.contradictions).map(\.span)
      let sentences = DatedText(manuscript, dateline: .earliest).sentences + items
      return sentences.map { slice(manuscript.text, $0) }
    }
  }
}

private func blocks(of text: String) -> [String] {
  text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .split { $0.allSatisfy(\.isWhitespace) }
    .map { $0.joined(separator: "\n") }
}

/// Which sentences of a published revision do not stand on the page as they were published, each with the sentence of
/// the page that is most like it, and what was put into the story's own paragraphs.
///
/// Everything else on the page is none of the story's. Where a sentence stands on the page does not matter, nor do
/// marks and capitals that change no fact.
public func differences(from signed: ComparedRevision, on page: LivePage) -> [Difference] {
  let day = signed.text.dateline
  let spans = signed.text.sentences
  let places = sentencePlaces(signed.text)
  let labels = bearing(signed)
  let looks = spans.map { wordsWithoutLooks(signed.text.words($0)) }
  let story = Dictionary(looks.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  // A list of key points on the page is not the sentence that bears one out.
  let points = Set(signed.keyPoints.map { wordsWithoutLooks($0.words) })
  let pageLooks = page.paragraphs.map { $0.map(wordsWithoutLooks) }
  var standing: [String: [String]] = [:]
  var others: [String] = []
  for (paragraph, looks) in zip(page.paragraphs, pageLooks) {
    for (words, look) in zip(paragraph, looks) {
      if story[look] != nil {
        standing[look, default: []].append(words)
      } else if !points.contains(look) {
        others.append(words)
      }
    }
  }
  var found: [Difference] = []
  var missing: [Int] = []
  for (index, span) in spans.enumerated() {
    guard let candidates = standing[looks[index]] else {
      missing.append(index)
      continue
    }
    let was = signed.text.words(span)
    let kinds = candidates.map { changeKinds(from: was, on: day, to: $0, on: day).filter(\.isNeverTrivial) }
    if let mildest = kinds.min(by: { $0.count < $1.count }), !mildest.isEmpty {
      let now = zip(candidates, kinds).first { $0.1 == mildest }?.0
      found.append(
        Difference(
          what: places[index], was: was, now: now, kinds: mildest, movedFrom: nil,
          bearsOut: labels[span] ?? []))
    }
  }
  let missingWords = missing.map { signed.text.words(spans[$0]) }
  let nearest = nearestStatements(to: missingWords, among: others)
  for (index, near) in zip(missing, nearest) {
    let was = signed.text.words(spans[index])
    let now = near.map { others[$0] }
    found.append(
      Difference(
        what: places[index], was: was, now: now,
        kinds: now.map { changeKinds(from: was, on: day, to: $0, on: day) } ?? [], movedFrom: nil,
        bearsOut: labels[spans[index]] ?? []))
  }
  let told = Set(nearest.compactMap { $0 }.map { others[$0] })
  found += insertions(into: page, pageLooks, story: story, places: places, besides: told)
  return found.sorted { place(of: $0).lexicographicallyPrecedes(place(of: $1)) }
}

/// Sentences that are not the story's, in paragraphs of the page that have sentences of the story.
private func insertions(
  into page: LivePage, _ pageLooks: [[String]], story: [String: Int], places: [Difference.What],
  besides told: Set<String>
) -> [Difference] {
  zip(page.paragraphs, pageLooks).flatMap { paragraph, looks -> [Difference] in
    let own = looks.indices.filter { story[looks[$0]] != nil }
    guard let first = own.first else { return [] }
    return paragraph.indices.compactMap { i in
      guard story[looks[i]] == nil, !told.contains(paragraph[i]) else { return nil }
      // It is told at the sentence of the story that it stands behind, or before when it is the first.
      let neighbour = own.last { $0 < i } ?? first
      guard let index = story[looks[neighbour]] else { return nil }
      return Difference(
        what: places[index], was: nil, now: paragraph[i], kinds: [], movedFrom: nil, bearsOut: [])
    }
  }
}

private func place(of one: Difference) -> [Int] {
  switch one.what {
  case .keyPoint: [0]
  case .sentence(let paragraph, let sentence): [paragraph, sentence, one.was == nil ? 1 : 0]
  }
}
