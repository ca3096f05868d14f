import Editorial
import TextAnalysis

public struct ContradictionJSON: Codable, Sendable {
  public struct Passage: Codable, Sendable {
    public var draft: String
    public var revision: Int
    public var quote: String
    public var start: Int
    public var end: Int
    /// Who says it, in the draft's words.
    @OrNull public var says: String?
    /// The day from which its revision speaks.
    @OrNull public var dateline: String?
    public init(draft: String, revision: Int, quote: String, start: Int, end: Int, says: String?) {
      self.draft = draft
      self.revision = revision
      self.quote = quote
      self.start = start
      self.end = end
      self.says = says
      dateline = nil
    }
  }

  /// Unique in the newsroom.
  public var id: Int64
  /// `X1`, `X2` … for life in its draft.
  public var label: String
  public var draft: String
  public var kind: ContradictionKind
  public var origin: Origin
  public var status: ContradictionStatus
  @OrNull public var outcome: ContradictionOutcome?
  @OrNull public var note: String?
  /// The draft that supersedes, or in which a correction is published.
  @OrNull public var other: String?
  public var passages: [Passage]
  @OrNull public var raisedBy: String?
  public var raisedAt: String
  @OrNull public var settledBy: String?
  @OrNull public var settledAt: String?
  /// Whether it holds up publication now.
  public var blocks: Bool
  /// Whether its words are no longer in the latest revision.
  public var gone: Bool
  /// The engine's rule, or how it came in else: `flagged`, `brought.slip`.
  @OrNull public var rule: String?
  /// Whether its rule was mostly dismissed on its desk when it was found: a suggestion then shows on request only.
  public var quiet = false
  /// Of a suggestion: how its rule fares on its desk.
  @OrNull public var record: RuleRecordJSON?
  /// In a list over drafts: the draft's desk.
  @OrNull public var desk: String?
  /// In a list over drafts: handles of the members whose turn it is.
  @OrNull public var turn: [String]?
  public init(
    id: Int64, label: String, draft: String, kind: ContradictionKind, origin: Origin,
    status: ContradictionStatus, outcome: ContradictionOutcome?, note: String?, other: String?,
    passages: [Passage], raisedBy: String?, raisedAt: String, settledBy: String?, settledAt: String?,
    blocks: Bool, gone: Bool
  ) {
    self.id = id
    self.label = label
    self.draft = draft
    self.kind = kind
    self.origin = origin
    self.status = status
    self.outcome = outcome
    self.note = note
    self.other = other
    self.passages = passages
    self.raisedBy = raisedBy
    self.raisedAt = raisedAt
    self.settledBy = settledBy
    self.settledAt = settledAt
    self.blocks = blocks
    self.gone = gone
    _rule = OrNull(wrappedValue: nil)
    _record = OrNull(wrappedValue: nil)
    _desk = OrNull(wrappedValue: nil)
    _turn = OrNull(wrappedValue: nil)
  }
}
