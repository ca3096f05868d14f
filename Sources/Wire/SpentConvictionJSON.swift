import Editorial
import TextAnalysis

/// Words that tell a conviction which may be spent by now: for the legal read.
public struct SpentConvictionJSON: Codable, Sendable, Hashable {
  /// The words, and the sentence or key point that they stand in.
  public var quote: String
  public var start: Int
  public var end: Int
  /// Since when, as exact as the words tell it (EDTF); null where it is not counted.
  @OrNull public var since: String?
  /// What it may be, and the sum with its source.
  public var says: String

  public init(_ told: ToldConviction, _ spent: Spent) {
    quote = told.quote
    start = told.sentence.span.start
    end = told.sentence.span.end
    says = spent.advice
    _since = OrNull(wrappedValue: spent.since?.description)
  }
}
