import TextAnalysis

/// What a Markdown text says to Stet in its comments:
///
/// - `<!-- stet off RULE -->` silences a rule up to `<!-- stet on RULE -->`, or up to the end;
/// - `<!-- stet ignore RULE -->` silences it in the sentence that goes on or begins behind it.
///
/// Several rules may stand in one comment, and `*` ends the name of a family. Fenced code is no comment.
struct Comments: Sendable {
  struct Comment: Sendable {
    let span: Span
    /// Behind `stet`.
    let words: [String]
  }

  let all: [Comment]

  init(in bytes: [UInt8]) {
    var found: [Comment] = []
    var fence: UInt8?
    var isLineStart = true
    var i = 0
    while i < bytes.count {
      if isLineStart, let mark = fenceMark(bytes, at: i), fence == nil || fence == mark {
        fence = fence == nil ? mark : nil
      }
      isLineStart = bytes[i] == 0x0A || bytes[i] == 0x0D
      guard fence == nil, bytes[i] == UInt8(ascii: "<"), bytes[i...].starts(with: opening) else {
        i += 1
        continue
      }
      guard let end = endOfComment(bytes, from: i + opening.count) else { break }
      let inside = bytes[i + opening.count..<end - closing.count]
      let words = String(decoding: inside, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(
        String.init)
      // The mark alone is a proof-reader's: let it stand.
      if words.first == "stet", words.count > 1 {
        found.append(Comment(span: Span(i, end), words: Array(words.dropFirst())))
      }
      i = end
    }
    all = found
  }

  /// The bytes with spaces in the place of these comments: they are no words of the story, and nothing moves.
  func blanked(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for comment in all {
      for i in comment.span.start..<comment.span.end where bytes[i] != 0x0A && bytes[i] != 0x0D {
        bytes[i] = 0x20
      }
    }
    return bytes
  }
}

private let opening = Array("<!--".utf8)
private let closing = Array("-->".utf8)

private func endOfComment(_ bytes: [UInt8], from start: Int) -> Int? {
  var i = start
  while i + closing.count <= bytes.count {
    if bytes[i] == closing[0], bytes[i...].starts(with: closing) { return i + closing.count }
    i += 1
  }
  return nil
}

/// The character of a fence that begins on this line: three or more of it, behind at most three spaces.
private func fenceMark(_ bytes: [UInt8], at start: Int) -> UInt8? {
  var i = start
  while i < bytes.count, i < start + 3, bytes[i] == 0x20 { i += 1 }
  guard i + 3 <= bytes.count, bytes[i] == UInt8(ascii: "`") || bytes[i] == UInt8(ascii: "~") else {
    return nil
  }
  return bytes[i] == bytes[i + 1] && bytes[i] == bytes[i + 2] ? bytes[i] : nil
}
