import ArgumentParser
import TextAnalysis

/// How much a finding asks for: a claim is only watched, a disputed account is read again, a slip is mended.
enum Level: String, CaseIterable, Codable, Comparable, ExpressibleByArgument, Sendable {
  case claim, disputed, slip

  static func < (one: Level, other: Level) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .claim: 0
    case .disputed: 1
    case .slip: 2
    }
  }
}

/// What the text engine says about files, without a newsroom behind it.
struct CheckReport: Codable, Sendable {
  var failOn: Level
  /// How many files were looked at.
  var files: Int
  var findings: [Finding]

  var fails: Bool { findings.contains { $0.level >= failOn } }

  /// One finding. Offsets are UTF-8 bytes from 0; line and column count from 1, columns in characters.
  struct Finding: Codable, Sendable {
    var file: String
    var line: Int
    var column: Int
    var start: Int
    var end: Int
    var level: Level
    var rule: String
    var quote: String
    /// What the words name as their day, EDTF.
    var expected: String?
    /// The other places that belong to it, in the order of the text.
    var others: [Range]
    /// The sentence around it.
    var sentence: Range
    /// Why the engine asks.
    var reason: String

    struct Range: Codable, Sendable {
      var start: Int
      var end: Int
    }
  }
}

/// Everything the engine finds in one manuscript, in the order of the text.
func findings(in manuscript: Manuscript, file: String, dateline: CivilDate) -> [CheckReport.Finding] {
  let text = manuscript.text
  let rules = Dictionary(claimRules.map { ($0.name, $0.reason) }, uniquingKeysWith: { first, _ in first })
  let claims = findClaims(in: manuscript, dateline: dateline).map { claim in
    let place = place(of: claim.trigger.start, in: text)
    return CheckReport.Finding(
      file: file, line: place.line, column: place.column, start: claim.trigger.start, end: claim.trigger.end,
      level: .claim, rule: claim.rule, quote: slice(text, claim.quote), expected: claim.expected?.description,
      others: [], sentence: .init(start: claim.sentence.start, end: claim.sentence.end),
      reason: rules[claim.rule] ?? "")
  }
  let brought = manuscript.contradictions.map { passage in
    (readContradiction(passage, in: manuscript), passage.span, "brought by the draft")
  }
  let suggested = findContradictions(in: manuscript, dateline: dateline).map { finding in
    let first = finding.sides.map(\.span.start).min() ?? 0
    let last = finding.sides.map(\.span.end).max() ?? 0
    return (finding, sentences(of: manuscript, around: Span(first, last)), "")
  }
  let contradictions = (brought + suggested).compactMap { finding, around, origin -> CheckReport.Finding? in
    let sides = finding.sides.map(\.span).sorted()
    guard let first = sides.first else { return nil }
    let place = place(of: first.start, in: text)
    let says =
      finding.kind == .disputed ? "both sides are told; does not block" : "these cannot all stand as written"
    return CheckReport.Finding(
      file: file, line: place.line, column: place.column, start: first.start, end: first.end,
      level: finding.kind == .disputed ? .disputed : .slip, rule: finding.rule, quote: slice(text, first),
      expected: nil, others: sides.dropFirst().map { .init(start: $0.start, end: $0.end) },
      sentence: .init(start: around.start, end: around.end),
      reason: origin.isEmpty ? says : "\(origin); \(says)")
  }
  return (claims + contradictions).sorted { ($0.start, $0.level) < ($1.start, $1.level) }
}

/// From the beginning of the sentence that holds the span's first byte to the end of the one with its last.
private func sentences(of manuscript: Manuscript, around span: Span) -> Span {
  var result = span
  for sentence in manuscript.sentences where sentence.start <= span.end && sentence.end >= span.start {
    result.start = min(result.start, sentence.start)
    result.end = max(result.end, sentence.end)
  }
  return result
}
