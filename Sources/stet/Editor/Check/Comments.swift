import TextAnalysis

/// What a Markdown text says to Stet in its comments:
///
/// - `<!-- stet off RULE -->` silences a rule up to `<!-- stet on RULE -->`, or up to the end;
/// - `<!-- stet ignore RULE -->` silences it in the sentence that goes on or begins behind it.
///
/// Several rules may stand in one comment, `*` ends the name of a family, and what stands behind `--` is a reason for
/// those who read it. Code is no comment.
struct Comments: Sendable {
  struct Comment: Sendable {
    let span: Span
    /// Behind `stet`.
    let words: [String]
  }

  /// Those to Stet.
  let all: [Comment]
  /// Every comment, whoever it speaks to.
  let spans: [Span]

  init(in bytes: [UInt8]) {
    var found: [Comment] = []
    var spans: [Span] = []
    let codeEnds = endsOfInlineCode(bytes)
    var isLineStart = true
    var i = 0
    while i < bytes.count {
      if isLineStart, let end = endOfFencedCode(bytes, at: i) {
        i = end
        isLineStart = false
        continue
      }
      isLineStart = bytes[i] == 0x0A || bytes[i] == 0x0D
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count, [0x3C, 0x60].contains(bytes[i + 1]) {
        i += 2
      } else if bytes[i] == UInt8(ascii: "`"), let end = codeEnds[i] {
        i = end
      } else if beginsComment(bytes, at: i) {
        guard let end = endOfComment(bytes, from: i) else { break }
        spans.append(Span(i, end))
        if let words = wordsToStet(bytes[i..<end]) { found.append(Comment(span: Span(i, end), words: words)) }
        i = end
      } else {
        i += 1
      }
    }
    all = found
    self.spans = spans
  }

  /// The bytes with spaces in the place of all comments: they are no words of the story, and nothing moves.
  func blanked(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for span in spans {
      for i in span.start..<span.end where bytes[i] != 0x0A && bytes[i] != 0x0D {
        bytes[i] = 0x20
      }
    }
    return bytes
  }
}

/// The words behind `stet`, without a reason; nil for a comment to somebody else, and for the mark alone, which is a
/// proof-reader's.
private func wordsToStet(_ comment: ArraySlice<UInt8>) -> [String]? {
  let inside = String(decoding: comment.dropFirst(4).dropLast(3), as: UTF8.self)
  let words = inside.split(whereSeparator: \.isWhitespace).map(String.init)
  guard let first = words.first?.lowercased(), first == "stet" || first == "stet:", words.count > 1 else {
    return nil
  }
  return Array(words.dropFirst().prefix { $0 != "--" })
}

/// - Parameter start: of the comment; `<!-->` is a whole one.
private func endOfComment(_ bytes: [UInt8], from start: Int) -> Int? {
  var i = start + 2
  while i + 3 <= bytes.count {
    if bytes[i] == UInt8(ascii: "-"), bytes[i...].starts(with: "-->".utf8) { return i + 3 }
    i += 1
  }
  return nil
}
