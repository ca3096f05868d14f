import Editorial
import TextAnalysis

/// A sentence of another story that a draft overtakes, beside the draft's own.
public struct OvertakenJSON: Codable, Sendable, Hashable {
  public var rule: String
  public var quote: String
  public var draft: String
  public var revision: Int
  public var dateline: String
  public var otherQuote: String

  public init(_ overtaken: Overtaken) {
    rule = overtaken.rule
    quote = overtaken.quote
    draft = overtaken.draft
    revision = overtaken.revision
    dateline = overtaken.dateline.description
    otherQuote = overtaken.otherQuote
  }
}
