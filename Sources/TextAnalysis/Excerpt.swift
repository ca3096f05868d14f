/// The line around a byte, fit for a terminal: what is no character, or would move the cursor, is a `?`.
struct Excerpt {
  let words: String
  /// Display cells before the byte.
  let caret: Int

  private static let before = 28
  private static let after = 32

  init(of bytes: [UInt8], from textStart: Int, around offset: Int) {
    // A character has at most four bytes, so this far suffices, however long the line is.
    var start = offset
    while start > textStart, start > offset - 4 * Excerpt.before, !isLineEnd(bytes[start - 1]) { start -= 1 }
    while start < offset, isContinuation(bytes[start]) { start += 1 }
    let source = Source(bytes: bytes)
    var left: [Unicode.Scalar] = []
    var i = start
    while i < offset {
      let (scalar, end) = Excerpt.shown(source, at: i)
      left.append(scalar)
      i = end
    }
    var right: [Unicode.Scalar] = []
    i = offset
    while i < bytes.count, right.count < Excerpt.after, !isLineEnd(bytes[i]) {
      let (scalar, end) = Excerpt.shown(source, at: i)
      right.append(scalar)
      i = end
    }
    let cutLeft = left.count > Excerpt.before || (start > textStart && !isLineEnd(bytes[start - 1]))
    let cutRight = i < bytes.count && !isLineEnd(bytes[i])
    left = (cutLeft ? ["…"] : []) + left.suffix(Excerpt.before)
    if cutRight { right.append("…") }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: left)
    view.append(contentsOf: right)
    words = String(view)
    caret = left.reduce(0) { $0 + cells(of: $1) }
  }

  private static func shown(_ source: Source, at offset: Int) -> (Unicode.Scalar, end: Int) {
    let end = offset + 1
    guard let letter = source.letter(at: offset), isWellFormed(source.bytes, letter.span) else {
      return ("?", end)
    }
    switch letter.scalar.properties.generalCategory {
    case .control where letter.scalar == "\t": return (" ", end)
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return ("?", letter.span.end)
    default: return (letter.scalar, letter.span.end)
    }
  }

  private static func isWellFormed(_ bytes: [UInt8], _ span: Span) -> Bool {
    String(validating: bytes[span.start..<span.end], as: UTF8.self) != nil
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

/// Terminal cells of a character: none for marks that stand on another, two for the wide East Asian and emoji.
private func cells(of scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    return 2
  default: return scalar.properties.isEmojiPresentation ? 2 : 1
  }
}
