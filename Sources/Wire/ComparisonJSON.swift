/// The answer to `GET /v1/drafts/{slug}/comparisons/{other}?quote=&against=`: what collides between two stories that somebody
/// asks about, or between a passage of each.
public struct ComparisonAnswer: Codable, Sendable {
  /// A story with the revision that was looked at and the day from which its words speak.
  public struct Side: Codable, Sendable {
    public var draft: String
    public var revision: Int
    public var dateline: String
    public init(draft: String, revision: Int, dateline: String) {
      self.draft = draft
      self.revision = revision
      self.dateline = dateline
    }
  }

  public struct Finding: Codable, Sendable {
    public var rule: String
    /// Whether the first story's sentence overtakes the other's, which was right in its day: no contradiction.
    public var overtakes: Bool
    public var quote: String
    public var otherQuote: String
    public var explanation: String

    public init(rule: String, overtakes: Bool, quote: String, otherQuote: String, explanation: String) {
      self.rule = rule
      self.overtakes = overtakes
      self.quote = quote
      self.otherQuote = otherQuote
      self.explanation = explanation
    }
  }

  public var one: Side
  public var other: Side
  /// All that collides; `findings` has the first of them, those with the most words in common.
  public var count: Int
  public var findings: [Finding]

  public init(one: Side, other: Side, count: Int, findings: [Finding]) {
    self.one = one
    self.other = other
    self.count = count
    self.findings = findings
  }
}
