import TextAnalysis

/// What a rule says of a text.
public struct TrialFinding: Hashable, Sendable {
  /// The passages it is about, in their order.
  public let quotes: [String]
  public let spans: [Span]
  /// What differs, or would be right, in words.
  public let explanation: String?

  public init(quotes: [String], spans: [Span], explanation: String?) {
    self.quotes = quotes
    self.spans = spans
    self.explanation = explanation
  }
}

/// What one rule finds in a manuscript alone. Rules that hold two stories against each other find nothing so.
public func findings(
  of rule: String, in manuscript: Manuscript, dateline: CivilDate
) -> [TrialFinding] {
  let found = findAll(in: manuscript, dateline: dateline)
  let claims = found.claims.filter { $0.rule == rule }.map { claim in
    TrialFinding(
      quotes: [slice(manuscript.text, claim.quote)], spans: [claim.quote],
      explanation: claim.expected.map { "names \(inWords($0))" })
  }
  let contradictions = found.contradictions.filter { $0.rule == rule }.map { one in
    TrialFinding(
      quotes: one.sides.map { slice(manuscript.text, $0.span) }, spans: one.sides.map(\.span),
      explanation: one.explanation)
  }
  return claims + contradictions
}
