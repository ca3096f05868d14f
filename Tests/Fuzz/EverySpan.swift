// Built together with the sources of TextAnalysis, as one module: see run.sh beside it.

/// Traps unless a span lies inside a text and cuts no character in two.
func mustBeWhole(_ span: Span, in bytes: [UInt8]) {
  precondition(span.start >= 0 && span.start <= span.end && span.end <= bytes.count, "outside: \(span)")
  for offset in [span.start, span.end] where offset < bytes.count {
    precondition(bytes[offset] & 0xC0 != 0x80, "inside of a character: \(span)")
  }
}

/// Where the parts of a manuscript are.
func spans(of draft: Manuscript) -> [Span] {
  [draft.frontMatter, draft.headline?.span].compactMap { $0 } + draft.paragraphs.map(\.span) + draft.sentences
    + (draft.keyPoints + draft.contradictions).map(\.span) + draft.notTheStorys + draft.unread
    + draft.ranTogether.map { Span($0, $0) }
}
