/// Holds a sentence of one story against a sentence of another.
///
/// The later story, by its dateline, overtakes the earlier where a count that was still open has gone up, or
/// what went on has ended; what cannot both be so is a conflict. Other events, rounding, bounds that
/// still hold and plans that were carried out are neither.
public func compare(_ one: StorySentence, _ other: StorySentence) -> StoryComparison {
  compare(one, other, matter(of: one, other, isOneStory: one.names.isOneStory(with: other.names)))
}

private func matter(of one: StorySentence, _ other: StorySentence, isOneStory: Bool) -> SameMatter {
  let (early, late) =
    one.dateline <= other.dateline ? (one.facts, other.facts) : (other.facts, one.facts)
  return SameMatter(
    early: early, late: late, daysApart: abs(one.dateline.days(until: other.dateline)),
    isOneStory: isOneStory)
}

private func compare(_ one: StorySentence, _ other: StorySentence, _ matter: SameMatter)
  -> StoryComparison
{
  let isInOrder = one.dateline <= other.dateline
  for rule in storyRules {
    guard let found = rule.find(matter) else { continue }
    let (first, second) = isInOrder ? (found.early, found.late) : (found.late, found.early)
    return StoryComparison(
      relation: found.isUpdate ? .update : .conflict, rule: rule.name, kind: rule.kind,
      one: .init(span: first, sentence: one.sentence),
      other: .init(span: second, sentence: other.sentence),
      reason: rule.reason)
  }
  return StoryComparison(
    relation: .none, rule: nil, kind: nil, one: .init(span: one.sentence, sentence: one.sentence),
    other: .init(span: other.sentence, sentence: other.sentence), reason: "nothing collides")
}

/// A story read so that it can be held against many others.
public struct ComparedStory: Sendable {
  public let manuscript: Manuscript
  let names: StoryNames
  let sentences: [StorySentence]
  private let sentenceTexts: Set<String>

  /// - Parameter dateline: the day the words speak from.
  public init(_ manuscript: Manuscript, dateline: CivilDate) {
    let names = StoryNames(manuscript)
    sentences = manuscript.sentences.prefix(ComparedStory.mostSentences).map {
      StorySentence(manuscript, sentence: $0, dateline: dateline, names: names)
    }
    self.manuscript = manuscript
    self.names = names
    sentenceTexts = Set(sentences.map { slice(manuscript.text, $0.sentence) })
  }

  /// Sentences that another story does not say word for word. What both say stands beside the rest of each already.
  fileprivate func sentences(unlike other: ComparedStory) -> [StorySentence] {
    sentences.filter { !other.sentenceTexts.contains(slice(manuscript.text, $0.sentence)) }
  }

  /// Sentences of each story that are held against the other's.
  private static let mostSentences = 200
}

/// Numbers for the names that a story gives, by which it is found among others: equal for equal words, in every run and
/// on every machine.
public func nameNumbers(of manuscript: Manuscript) -> [Int64] { StoryNames(manuscript).numbers }

/// The same for the names that one sentence of it gives.
public func nameNumbers(of sentence: Span, in manuscript: Manuscript) -> [Int64] {
  StoryNames(manuscript, sentences: [sentence]).numbers
}

/// The pairs of sentences of two stories that cannot stand beside each other: each sentence once, beside the one with
/// which it has the most in common. In the order of the first story.
///
/// Nothing is found between stories that name nothing in common, nor of sentences that both say word for word. The first
/// sentences of each are held against each other, so the cost is bounded.
public func compareStories(_ one: ComparedStory, _ other: ComparedStory) -> [StoryComparison] {
  guard one.names.isOneStory(with: other.names) else { return [] }
  let isToldAgain = one.names.isToldAgain(by: other.names)
  let (ones, others) = (one.sentences(unlike: other), other.sentences(unlike: one))
  var byCapital: [WordKey: [Int]] = [:]
  for (index, sentence) in others.enumerated() {
    for capital in sentence.facts.allCapitals { byCapital[capital, default: []].append(index) }
  }
  var all: [(found: StoryComparison, overlap: Double, place: Int)] = []
  for a in ones {
    // Elsewhere only sentences that have a capitalised word in common can be surely of one matter.
    let near =
      isToldAgain ? Array(others.indices) : Set(a.facts.allCapitals.flatMap { byCapital[$0] ?? [] }).sorted()
    for b in near.map({ others[$0] }) {
      let matter = matter(of: a, b, isOneStory: true)
      guard matter.isSurely(inStoryToldAgain: isToldAgain) else { continue }
      let found = compare(a, b, matter)
      if found.relation != .none { all.append((found, matter.overlap, all.count)) }
    }
  }
  var taken: (ones: Set<Span>, others: Set<Span>) = ([], [])
  return all.sorted { ($1.overlap, $0.place) < ($0.overlap, $1.place) }
    .filter { pair in
      guard !taken.ones.contains(pair.found.one.sentence), !taken.others.contains(pair.found.other.sentence)
      else { return false }
      taken.ones.insert(pair.found.one.sentence)
      taken.others.insert(pair.found.other.sentence)
      return true
    }
    .sorted { $0.place < $1.place }.map(\.found)
}

/// Every pair of sentences of two stories that collide, for somebody who asks about just these two: nothing is wanted of a
/// pair but what its rule wants. The pairs with the most in common come first.
public func collisions(between one: ComparedStory, and other: ComparedStory) -> [StoryComparison] {
  let isOneStory = one.names.isOneStory(with: other.names)
  let others = other.sentences(unlike: one)
  var all: [(found: StoryComparison, overlap: Double, place: Int)] = []
  for a in one.sentences(unlike: other) {
    for b in others {
      let matter = matter(of: a, b, isOneStory: isOneStory)
      let found = compare(a, b, matter)
      if found.relation != .none { all.append((found, matter.overlap, all.count)) }
    }
  }
  return all.sorted { ($1.overlap, $0.place) < ($0.overlap, $1.place) }.map(\.found)
}
