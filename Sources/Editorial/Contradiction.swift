import TextAnalysis

public struct Contradiction: Hashable, Sendable {
  public struct Passage: Hashable, Sendable {
    public let draft: String
    public let revision: Int
    public let quote: String
    public let span: Span
    public let says: String?
    /// The day from which its revision speaks.
    public var dateline: CivilDate?
    public init(draft: String, revision: Int, quote: String, span: Span, says: String?) {
      self.draft = draft
      self.revision = revision
      self.quote = quote
      self.span = span
      self.says = says
    }
  }

  public let id: Int64
  public let number: Int
  public let draft: String
  public let kind: ContradictionKind
  public let origin: Origin
  public let rule: String
  public let status: ContradictionStatus
  public let outcome: ContradictionOutcome?
  public let note: String?
  public let other: String?
  public let passages: [Passage]
  public let raisedBy: String?
  public let raisedAt: String
  public let settledBy: String?
  public let settledAt: String?
  public let gone: Bool
  /// Whether its rule was mostly dismissed on its desk when it was found.
  public var quiet = false
  /// Of a suggestion: how its rule fares on its desk.
  public var record: RuleRecord?

  public init(
    id: Int64, number: Int, draft: String, kind: ContradictionKind, origin: Origin, rule: String,
    status: ContradictionStatus, outcome: ContradictionOutcome?, note: String?, other: String?,
    passages: [Passage], raisedBy: String?, raisedAt: String, settledBy: String?, settledAt: String?,
    gone: Bool
  ) {
    self.id = id
    self.number = number
    self.draft = draft
    self.kind = kind
    self.origin = origin
    self.rule = rule
    self.status = status
    self.outcome = outcome
    self.note = note
    self.other = other
    self.passages = passages
    self.raisedBy = raisedBy
    self.raisedAt = raisedAt
    self.settledBy = settledBy
    self.settledAt = settledAt
    self.gone = gone
  }

  public var label: String { "X\(number)" }

  /// Whether it is left out of what is shown and counted unless somebody asks.
  public var isOnRequest: Bool { quiet && status == .suggested }
}
