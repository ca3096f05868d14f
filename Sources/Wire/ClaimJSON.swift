import Editorial
import TextAnalysis

public struct ClaimJSON: Codable, Sendable {
  /// The day that a period counts from.
  public struct Anchor: Codable, Sendable {
    public var on: String
    /// What happened on that day, such as `the dateline` or `order filed`.
    public var what: String
    @OrNull public var source: String?
    public init(on: String, what: String, source: String?) {
      self.on = on
      self.what = what
      self.source = source
    }
  }

  /// Unique in the newsroom.
  public var id: Int64
  /// `C1`, `C2` … for life in its draft.
  public var label: String
  public var draft: String
  public var quote: String
  public var start: Int
  public var end: Int
  public var kind: ClaimKind
  /// Key of the shelf-life rule, such as `appeal.planned`.
  public var rule: String
  public var origin: Origin
  public var asOf: String
  /// The date or range that the words name (EDTF), such as `2025` or `2024-07`.
  @OrNull public var expected: String?
  @OrNull public var anchor: Anchor?
  /// The first day on which somebody has to look at it; null when time alone never asks.
  @OrNull public var due: String?
  public var dueBecause: String
  @OrNull public var matter: String?
  /// The status of the matter that its words assert.
  @OrNull public var asserts: String? = nil
  public var status: ClaimStatus
  /// The revision whose words are quoted.
  public var revision: Int
  /// Whether its rule was mostly dismissed on its desk when it was found: it shows on request only, and nobody is asked.
  public var quiet = false
  /// Whether its matter has moved on from what it says; `dueBecause` says how.
  public var overtaken = false
  /// Pages that are looked at for it.
  public var watches: [WatchNoteJSON] = []
  public init(
    id: Int64, label: String, draft: String, quote: String, start: Int, end: Int, kind: ClaimKind,
    rule: String,
    origin: Origin, asOf: String, expected: String?, anchor: Anchor?, due: String?, dueBecause: String,
    matter: String?, status: ClaimStatus, revision: Int
  ) {
    self.id = id
    self.label = label
    self.draft = draft
    self.quote = quote
    self.start = start
    self.end = end
    self.kind = kind
    self.rule = rule
    self.origin = origin
    self.asOf = asOf
    self.expected = expected
    self.anchor = anchor
    self.due = due
    self.dueBecause = dueBecause
    self.matter = matter
    self.status = status
    self.revision = revision
  }
}
