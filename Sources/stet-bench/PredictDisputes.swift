import TextAnalysis

struct DisputePrediction: Codable, Hashable {
  /// `dispute` or `internal`.
  let type: String
  let story: String
  /// First code point of a sentence, and the one behind it.
  let a: [Int]
  let b: [Int]?
  /// The engine's rule, to find a wrong one; no part of what is predicted.
  var rule = ""

  private enum CodingKeys: CodingKey {
    case type, story, a, b
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(type, forKey: .type)
    try object.encode(story, forKey: .story)
    try object.encode(a, forKey: .a)
    // Absent is written as null.
    try object.encode(b, forKey: .b)
  }
}

/// What collides inside a story, as the sentences it stands in, each collision once.
func predictDisputes(_ story: Story) throws(UnusableRow) -> [DisputePrediction] {
  let read = try ReadStory(story)
  var predictions: [DisputePrediction] = []
  for finding in findContradictions(in: read.manuscript, dateline: read.dateline) {
    guard let type = disputeType(finding.kind) else { continue }
    var sentences: [Span] = []
    for sentence in finding.sides.map({ read.sentence(of: $0.span) }) where !sentences.contains(sentence) {
      sentences.append(sentence)
    }
    let spans = read.inData(sentences).map { [$0.start, $0.end] }
    guard let first = spans.first else { continue }
    let prediction = DisputePrediction(
      type: type, story: story.id, a: first, b: spans.dropFirst().first, rule: finding.rule)
    let isKnown = predictions.contains { $0.type == type && $0.a == first && $0.b == prediction.b }
    if !isKnown { predictions.append(prediction) }
  }
  return predictions
}

private func disputeType(_ kind: ContradictionKind) -> String? {
  switch kind {
  case .disputed: "dispute"
  case .internal: "internal"
  case .archive: nil
  }
}
