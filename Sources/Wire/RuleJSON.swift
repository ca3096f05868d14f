import Editorial
import TextAnalysis

/// How the findings of a rule were judged.
public struct RuleRecordJSON: Codable, Sendable, Hashable {
  /// Findings that people confirmed, of those that they settled.
  public var confirmed: Int
  public var settled: Int
  /// The others, by outcome; `dismissed` is that of a claim.
  public var dismissed: [String: Int]
  /// Percent that was confirmed; null below five that were settled.
  @OrNull public var precision: Int?

  public init(_ record: RuleRecord) {
    confirmed = record.confirmed
    settled = record.settled
    dismissed = Dictionary(record.dismissed.map { ($0.word, $0.count) }, uniquingKeysWith: +)
    _precision = OrNull(wrappedValue: record.precision)
  }
}

/// The answer to `GET /v1/rules?desk=`: the rules of the engine that have found something.
public struct RuleList: Codable, Sendable {
  public struct Rule: Codable, Sendable {
    public var rule: String
    /// A kind of contradiction, or of claim.
    public var kind: String
    /// Findings that were shown, and those that show on request only.
    public var shown: Int
    public var held: Int
    public var record: RuleRecordJSON
    /// Desks on which what it finds next shows on request only.
    public var quietOn: [String]

    public init(
      rule: String, kind: String, shown: Int, held: Int, record: RuleRecordJSON, quietOn: [String]
    ) {
      self.rule = rule
      self.kind = kind
      self.shown = shown
      self.held = held
      self.record = record
      self.quietOn = quietOn
    }
  }

  public var rules: [Rule]
  public init(rules: [Rule]) { self.rules = rules }
}

/// The answer to `GET /v1/rules/{rule}/trial?last=`: what a rule would say of what was published.
public struct RuleTrialAnswer: Codable, Sendable {
  public struct Finding: Codable, Sendable {
    public var draft: String
    public var revision: Int
    public var dateline: String
    /// The passages that it is about. The second is of `other`, where that is there.
    public var quotes: [String]
    @OrNull public var explanation: String?
    /// The story that it holds this one against.
    @OrNull public var other: String?
    @OrNull public var otherDateline: String?
    /// Whether it says that one story overtakes the other: no contradiction.
    public var overtakes: Bool

    public init(
      draft: String, revision: Int, dateline: String, quotes: [String], explanation: String?, other: String?,
      otherDateline: String?, overtakes: Bool
    ) {
      self.draft = draft
      self.revision = revision
      self.dateline = dateline
      self.quotes = quotes
      self.overtakes = overtakes
      _explanation = OrNull(wrappedValue: explanation)
      _other = OrNull(wrappedValue: other)
      _otherDateline = OrNull(wrappedValue: otherDateline)
    }
  }

  public var rule: String
  public var kind: String
  /// Published stories that were read, and those in which it found something.
  public var stories: Int
  public var storiesWithFindings: Int
  /// All that it found; `findings` has the first of them, those of the newest stories.
  public var count: Int
  public var findings: [Finding]

  public init(
    rule: String, kind: String, stories: Int, storiesWithFindings: Int, count: Int, findings: [Finding]
  ) {
    self.rule = rule
    self.kind = kind
    self.stories = stories
    self.storiesWithFindings = storiesWithFindings
    self.count = count
    self.findings = findings
  }
}
