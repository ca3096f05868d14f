/// The bytes of a text that is known to be UTF-8, read scalar by scalar in both directions. Reading outside
/// yields nothing instead of trapping.
struct Source: Sendable {
  let bytes: [UInt8]

  var count: Int { bytes.count }
  var whole: Span { Span(0, bytes.count) }

  /// The byte, or 0 outside, which no text contains.
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  struct Letter {
    let scalar: Unicode.Scalar
    let span: Span
  }

  func letter(at offset: Int) -> Letter? {
    guard offset >= 0, offset < bytes.count else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return Letter(scalar: Unicode.Scalar(first), span: Span(offset, offset + 1)) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, offset + length <= bytes.count else { return nil }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for i in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[i] & 0x3F) }
    return Unicode.Scalar(value).map { Letter(scalar: $0, span: Span(offset, offset + length)) }
  }

  func letter(before offset: Int) -> Letter? {
    guard offset > 0, offset <= bytes.count else { return nil }
    var start = offset - 1
    while start > 0, start > offset - 4, isContinuation(bytes[start]) { start -= 1 }
    return letter(at: start)
  }

  /// Where the white space that begins at `offset` ends, not looking further than `limit`.
  func skipWhite(_ offset: Int, to limit: Int) -> Int {
    var i = offset
    while i < limit, let length = whiteLength(at: i) { i += length }
    return min(i, max(offset, limit))
  }

  func skipWhite(backFrom offset: Int, to limit: Int) -> Int {
    var i = offset
    while i > limit {
      let byte = bytes[i - 1]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        i -= 1
      } else if byte >= 0x80, let letter = letter(before: i), letter.scalar.properties.isWhitespace,
        letter.span.start >= limit
      {
        i = letter.span.start
      } else {
        break
      }
    }
    return i
  }

  /// Bytes of the white space character at `offset`; nil when there is none.
  func whiteLength(at offset: Int) -> Int? {
    let byte = byte(offset)
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : nil }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3, let letter = letter(at: offset) else {
      return nil
    }
    return letter.scalar.properties.isWhitespace ? letter.span.end - offset : nil
  }

  func trimmed(_ span: Span) -> Span {
    let start = skipWhite(span.start, to: span.end)
    return Span(start, skipWhite(backFrom: span.end, to: start))
  }

  func string(_ span: Span) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

  /// Whether `word`, in ASCII small letters, stands at `offset` in letters of any case.
  func reads(_ word: StaticString, at offset: Int, before limit: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= 0, offset + length <= min(limit, bytes.count) else { return false }
    return word.withUTF8Buffer { wanted in
      for i in 0..<length where lowered(bytes[offset + i]) != wanted[i] { return false }
      return true
    }
  }

  func isLetterOrDigit(at offset: Int) -> Bool {
    let byte = byte(offset)
    if byte < 0x80 { return isWordByte(byte) }
    guard let letter = letter(at: offset) else { return false }
    return letter.scalar.properties.isAlphabetic || letter.scalar.properties.numericType != nil
  }

  func hasLetterOrDigit(_ span: Span) -> Bool {
    var i = span.start
    while i < span.end {
      if isLetterOrDigit(at: i) { return true }
      i += 1
      while i < span.end, isContinuation(bytes[i]) { i += 1 }
    }
    return false
  }
}

/// Whether a byte is an ASCII letter or digit.
@inline(__always) func isWordByte(_ byte: UInt8) -> Bool {
  (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
}
func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
func isASCIILetter(_ byte: UInt8) -> Bool { lowered(byte) >= 0x61 && lowered(byte) <= 0x7A }

extension Unicode.Scalar {
  var isUpper: Bool { value < 0x80 ? value >= 0x41 && value <= 0x5A : properties.isUppercase }
  var isLower: Bool { value < 0x80 ? value >= 0x61 && value <= 0x7A : properties.isLowercase }
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }
}
