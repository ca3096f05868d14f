import TextAnalysis

/// One revision's text beside the next one's: where each sentence went.
public struct FollowedText: Sendable {
  let old: DatedText
  let new: DatedText
  /// Sentences, and the paragraphs that have none: headings, rows of tables, what is not English.
  let oldSentences: [Span]
  let newSentences: [Span]
  private let newByLooks: [String: Int]
  /// Where a sentence went whose words changed, and where one with changed words came from.
  private let followers: [Int: Int]
  private let origins: [Span: Int]

  public init(from old: DatedText, to new: DatedText) {
    let (oldSentences, newSentences) = (old.sentences, new.sentences)
    let oldLooks = oldSentences.map { wordsWithoutLooks(old.words($0)) }
    let newLooks = newSentences.map { wordsWithoutLooks(new.words($0)) }
    let byLooks = Dictionary(newLooks.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(oldLooks)
    let gone = oldSentences.indices.filter { byLooks[oldLooks[$0]] == nil }
    let added = newSentences.indices.filter { !known.contains(newLooks[$0]) }
    let earlier = earlierVersions(
      of: added.map { new.words(newSentences[$0]) }, among: gone.map { old.words(oldSentences[$0]) })
    var followers: [Int: Int] = [:]
    var origins: [Span: Int] = [:]
    for (n, o) in zip(added, earlier) {
      guard let o else { continue }
      followers[gone[o]] = n
      origins[newSentences[n]] = gone[o]
    }
    self.old = old
    self.new = new
    self.oldSentences = oldSentences
    self.newSentences = newSentences
    newByLooks = byLooks
    self.followers = followers
    self.origins = origins
  }

  /// For each sentence of the new text the one that it was, with the same words or others; no old one stands for two.
  var partners: [Int?] {
    var waiting: [String: [Int]] = [:]
    for o in oldSentences.indices.reversed() {
      waiting[wordsWithoutLooks(old.words(oldSentences[o])), default: []].append(o)
    }
    return newSentences.map { span in
      waiting[wordsWithoutLooks(new.words(span))]?.popLast() ?? origins[span]
    }
  }

  /// The words that a sentence of the new text had before, if it is another version of one.
  public func earlierWords(of sentence: Span) -> String? {
    origins[sentence].map { old.words(oldSentences[$0]) }
  }

  /// How each signable of the new text that was found among the old ones differs from what it was; nil for a new one.
  public func changes(of matches: [KeyPointMatch]) -> [KeyPointChange?] {
    let points = new.manuscript.signables
    let moved = movedPlaces(matches)
    let oldPoints = old.manuscript.signables.map(\.passage)
    // What revisions from before supports were written down rest on is read anew.
    let bearing = Dictionary(
      zip(oldPoints.map(\.span), supports(of: oldPoints, in: old.manuscript)),
      uniquingKeysWith: { first, _ in first })
    return matches.indices.map { index in
      guard let earlier = matches[index].earlier else { return nil }
      var kinds = changeKinds(
        from: earlier.words, on: old.dateline, to: points[index].words, on: new.dateline)
      if moved.contains(index) { kinds.insert(.moved) }
      // A key point that was gone and returns has no sentences in the last revision that bore it out.
      let known = earlier.supports.map(\.span)
      let sentences = earlier.gone ? [] : known.isEmpty ? bearing[earlier.span] ?? [] : known
      return KeyPointChange(
        was: earlier.words, now: points[index].words, kinds: kinds,
        supports: changes(of: sentences, bearingOut: points[index].words),
        borneOutBy: sentences.compactMap(newPlace(of:)))
    }
  }

  private func newPlace(of sentence: Span) -> Span? {
    if let same = newByLooks[wordsWithoutLooks(old.words(sentence))] { return newSentences[same] }
    return oldSentences.firstIndex(of: sentence).flatMap { followers[$0] }.map { newSentences[$0] }
  }

  /// What matters to a signature in sentences that bore a key point out, the likeliest first.
  private func changes(of sentences: [Span], bearingOut point: String) -> [SupportChange] {
    var changes: [SupportChange] = []
    var stand = 0
    var cut: [(index: Int, words: String)] = []
    for (index, span) in sentences.enumerated() {
      let was = old.words(span)
      guard let o = oldSentences.firstIndex(of: span) else { continue }
      if let same = newByLooks[wordsWithoutLooks(was)] {
        stand += 1
        let kinds = changeKinds(
          from: was, on: old.dateline, to: new.words(newSentences[same]), on: new.dateline
        ).filter(\.isNeverTrivial)
        if !kinds.isEmpty {
          changes.append(SupportChange(was: was, now: new.words(newSentences[same]), kinds: kinds, lost: []))
        }
      } else if let n = followers[o] {
        stand += 1
        if let change = change(o, n, bearingOut: point) { changes.append(change) }
      } else {
        cut.append((index, was))
      }
    }
    // To cut one of several that say the same takes nothing away, but for the likeliest of them.
    for (index, words) in cut where index == 0 || stand == 0 {
      changes.append(SupportChange(was: words, now: nil, kinds: [], lost: []))
    }
    return changes
  }

  /// A sentence may have been split, or drawn together with its neighbour: then nothing was lost.
  private func change(_ o: Int, _ n: Int, bearingOut point: String) -> SupportChange? {
    var first: SupportChange?
    for was in windows(around: o, oldSentences, old) {
      for now in windows(around: n, newSentences, new) {
        let kinds = changeKinds(from: was, on: old.dateline, to: now, on: new.dateline).filter(
          \.isNeverTrivial)
        let lost = wordsLost(from: was, to: now, bearingOut: point)
        if kinds.isEmpty, lost.isEmpty { return nil }
        first = first ?? SupportChange(was: was, now: now, kinds: kinds, lost: lost)
      }
    }
    return first
  }

  /// A sentence alone, with the one behind it, and with the one before it.
  private func windows(around index: Int, _ sentences: [Span], _ text: DatedText) -> [String] {
    let isLong = { (i: Int) in sentences[i].end - sentences[i].start > longestSentenceInWindow }
    var windows = [text.words(sentences[index])]
    if index + 1 < sentences.count, !isLong(index), !isLong(index + 1) {
      windows.append(text.words(sentences[index]) + " " + text.words(sentences[index + 1]))
    }
    if index > 0, !isLong(index), !isLong(index - 1) {
      windows.append(text.words(sentences[index - 1]) + " " + text.words(sentences[index]))
    }
    return windows
  }
}

/// Bytes; what is longer is text without stops, and drawn together with nothing.
private let longestSentenceInWindow = 4_000
