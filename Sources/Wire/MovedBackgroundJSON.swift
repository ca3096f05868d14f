import Editorial
import TextAnalysis

/// A sentence that repeats what another story said, and that is overtaken by now.
public struct MovedBackgroundJSON: Codable, Sendable, Hashable {
  /// The draft's own words, with their place.
  public var quote: String
  public var start: Int
  public var end: Int
  /// The story that said it.
  public var draft: String
  public var revision: Int
  public var dateline: String
  public var otherQuote: String
  /// What is so by now, in words, since when (EDTF), and who says so.
  @OrNull public var says: String?
  public var since: String
  @OrNull public var source: String?
  /// What to write in its place.
  public var advice: String

  public init(_ one: MovedBackground) {
    quote = one.quote
    start = one.span.start
    end = one.span.end
    draft = one.draft
    revision = one.revision
    dateline = one.dateline.description
    otherQuote = one.otherQuote
    since = one.since.description
    advice = one.advice
    _says = OrNull(wrappedValue: one.says)
    _source = OrNull(wrappedValue: one.source)
  }
}
