import TextAnalysis

/// A row of `conflicts.*.jsonl`, of which nothing but this may be looked at.
struct SentencePair: Decodable {
  /// A sentence of a story, or one that stands alone.
  struct Side: Decodable {
    let story: String?
    let published: String
    /// Code points from the beginning of the story's body.
    let start: Int
    let end: Int
    let text: String
  }

  let id: String
  let type: String
  let a: Side
  let b: Side?
}

struct PairPrediction: Codable {
  let id: String
  /// 1 when the two cannot stand beside each other, also where the later one only supersedes the earlier.
  let label: Int
}

/// Nil for a row of another type than `conflict`.
func predictConflict(_ pair: SentencePair, stories: [String: Story]) throws(UnusableRow) -> PairPrediction? {
  guard pair.type == "conflict" else { return nil }
  guard let other = pair.b else { throw UnusableRow(why: "has no second sentence") }
  let one = try sentence(of: pair.a, in: stories)
  switch compare(one, try sentence(of: other, in: stories)).relation {
  case .conflict, .update: return PairPrediction(id: pair.id, label: 1)
  case .none: return PairPrediction(id: pair.id, label: 0)
  }
}

private func sentence(
  of side: SentencePair.Side, in stories: [String: Story]
) throws(UnusableRow) -> StorySentence {
  guard let id = side.story else {
    let alone = Story(id: "", published: side.published, body: side.text)
    let read = try ReadStory(alone)
    return StorySentence(
      read.manuscript, sentence: Span(0, read.manuscript.text.utf8.count), dateline: read.dateline)
  }
  guard let story = stories[id] else {
    throw UnusableRow(why: "points to the story \"\(id)\", which no file of stories has")
  }
  let read = try ReadStory(story)
  guard let span = read.inManuscript(Span(side.start, side.end)) else {
    throw UnusableRow(why: "points behind the end of the story \"\(id)\"")
  }
  return StorySentence(read.manuscript, sentence: span, dateline: read.dateline)
}
