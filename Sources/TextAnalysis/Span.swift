/// Half-open range of UTF-8 byte offsets into a text; the spans this module hands out always lie on
/// scalar boundaries inside the text they refer to.
public struct Span: Hashable, Sendable, Comparable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset behind the last byte.
  public var end: Int

  /// A span from `start` up to, not including, `end`. An end before the start makes an empty span.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  public var isEmpty: Bool { end <= start }

  /// Whether every byte of `other` lies in this span.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// By start, then by end.
  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// A place as people count it: line and column from 1, the column in code points. CR, LF and CRLF end lines.
public struct Place: Hashable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The line and column of a UTF-8 byte offset. An offset outside the text, or inside a character, counts as
/// the nearest place before it.
public func place(of offset: Int, in text: String) -> Place {
  var text = text
  return text.withUTF8 { place(of: offset, in: $0) }
}

/// The words a span covers. Ends that lie outside the text are moved inside; ends that cut a character in
/// two are moved outward so that the whole character is there.
public func slice(_ text: String, _ span: Span) -> String {
  var text = text
  return text.withUTF8 { bytes in
    var start = min(max(0, span.start), bytes.count)
    var end = min(max(start, span.end), bytes.count)
    guard start < end else { return "" }
    while start > 0 && isContinuation(bytes[start]) { start -= 1 }
    while end < bytes.count && isContinuation(bytes[end]) { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

func place(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Place {
  let end = min(max(0, offset), bytes.count)
  var line = 1
  var lineStart = 0
  var i = 0
  while i < end {
    let byte = bytes[i]
    i += 1
    guard byte == 0x0A || byte == 0x0D else { continue }
    if byte == 0x0D, i < bytes.count, bytes[i] == 0x0A {
      guard i < end else { break }
      i += 1
    }
    line += 1
    lineStart = i
  }
  var column = 1
  i = lineStart
  while i < end {
    i += 1
    if i < bytes.count, isContinuation(bytes[i]) { continue }
    if i <= end { column += 1 }
  }
  return Place(line: line, column: column)
}

func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
