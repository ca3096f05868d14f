import TextAnalysis

struct ClaimPrediction: Codable {
  let story: String
  let start: Int
  let end: Int
  let kind: String
  /// The day, or the first and the last day with a slash, that the words name.
  let due: String?
  /// The engine's rule, to find a wrong one; no part of what is predicted.
  var rule = ""

  private enum CodingKeys: CodingKey {
    case story, start, end, kind, due
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(story, forKey: .story)
    try object.encode(start, forKey: .start)
    try object.encode(end, forKey: .end)
    try object.encode(kind, forKey: .kind)
    // Absent is written as null.
    try object.encode(due, forKey: .due)
  }
}

/// One claim for each sentence that has any: the data asks for the one that an editor would look at first, and
/// that is the engine's first.
func predictClaims(_ story: Story) throws(UnusableRow) -> [ClaimPrediction] {
  let read = try ReadStory(story)
  var seen: Set<Span> = []
  var kept: [(finding: ClaimFinding, sentence: Span)] = []
  for finding in findClaims(in: read.manuscript, dateline: read.dateline) {
    let sentence = read.sentence(of: finding.sentence)
    if seen.insert(sentence).inserted { kept.append((finding, sentence)) }
  }
  return zip(kept, read.inData(kept.map(\.sentence))).map { item, span in
    ClaimPrediction(
      story: story.id, start: span.start, end: span.end, kind: item.finding.kind.rawValue,
      due: item.finding.expected.map(dueDays), rule: item.finding.rule)
  }
}

/// `2024-07-15`, or `2025-01-01/2025-12-31` of what names more than a day.
func dueDays(_ date: PartialDate) -> String {
  date.first == date.last ? "\(date.first)" : "\(date.first)/\(date.last)"
}
