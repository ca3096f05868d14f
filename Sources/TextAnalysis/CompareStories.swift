/// Holds a sentence of one story against a sentence of another.
///
/// The later story, by its dateline, overtakes the earlier where a count that was still open has gone up, or
/// what went on has ended; what cannot both be so is a conflict. Other events, rounding, bounds that
/// still hold and plans that were carried out are neither.
public func compare(_ one: StorySentence, _ other: StorySentence) -> StoryComparison {
  compare(one, other, matter(of: one, other))
}

private func matter(of one: StorySentence, _ other: StorySentence) -> SameMatter {
  let (early, late) =
    one.dateline <= other.dateline ? (one.facts, other.facts) : (other.facts, one.facts)
  return SameMatter(
    early: early, late: late, daysApart: abs(one.dateline.days(until: other.dateline)),
    isOneStory: one.names.isOneStory(with: other.names))
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

/// The pairs of sentences of two stories that cannot stand beside each other: for each sentence of the
/// one the first rule that fits, and each sentence of the other once. In the order of the first story.
///
/// Nothing is found between stories that name nothing in common. The first sentences of each are held against
/// each other, so the cost is bounded.
public func compareStories(
  _ one: (manuscript: Manuscript, dateline: CivilDate),
  _ other: (manuscript: Manuscript, dateline: CivilDate)
) -> [StoryComparison] {
  let names = (StoryNames(one.manuscript), StoryNames(other.manuscript))
  guard names.0.isOneStory(with: names.1) else { return [] }
  let ones = one.manuscript.sentences.prefix(mostCompared).map {
    StorySentence(one.manuscript, sentence: $0, dateline: one.dateline, names: names.0)
  }
  let others = other.manuscript.sentences.prefix(mostCompared).map {
    StorySentence(other.manuscript, sentence: $0, dateline: other.dateline, names: names.1)
  }
  var taken: Set<Span> = []
  var found: [StoryComparison] = []
  for a in ones {
    for b in others where !taken.contains(b.sentence) {
      let matter = matter(of: a, b)
      guard matter.isSurely else { continue }
      let comparison = compare(a, b, matter)
      guard comparison.relation != .none else { continue }
      taken.insert(b.sentence)
      found.append(comparison)
      break
    }
  }
  return found
}

/// Sentences of each story that are held against the other's.
private let mostCompared = 200
