/// A piece of a manuscript that is handled by itself: a headline, a key point, a contradiction.
public struct Passage: Sendable, Hashable {
  /// The original words in the text, from their first to their last byte.
  public let span: Span
  /// Without bullet and outer white space; inner line breaks, with the white space around them, are one space.
  public let words: String

  public init(span: Span, words: String) {
    self.span = span
    self.words = words
  }
}

/// A paragraph of a story's body. Headings, table rows and images are paragraphs without sentences.
public struct Paragraph: Sendable, Hashable {
  public let span: Span
  public let sentences: [Span]
}
