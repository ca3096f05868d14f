/// A value that PostgreSQL can hold in a one-dimensional array without NULLs. Types that are encodable and
/// decodable conform by naming the protocol; `[UInt8]` is no array to PostgreSQL but one `bytea`.
public protocol PostgresArrayElement {
  static func encode(array: [Self]) -> Parameter
  static func decode(array text: String) throws -> [Self]
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
  public func encoded() -> Parameter { Element.encode(array: self) }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
  public static func decode(_ text: String) throws -> [Element] { try Element.decode(array: text) }
}

extension String: PostgresArrayElement {}
extension Int: PostgresArrayElement {}
extension Int64: PostgresArrayElement {}
extension Int32: PostgresArrayElement {}
extension Bool: PostgresArrayElement {}
extension Double: PostgresArrayElement {}

extension PostgresArrayElement where Self: PostgresEncodable & PostgresDecodable {
  public static func encode(array: [Self]) -> Parameter {
    var literal: [UInt8] = [UInt8(ascii: "{")]
    for (index, element) in array.enumerated() {
      if index > 0 { literal.append(UInt8(ascii: ",")) }
      guard case .text(let text) = element.encoded().content else {
        literal.append(contentsOf: "NULL".utf8)
        continue
      }
      literal.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { literal.append(UInt8(ascii: "\\")) }
        literal.append(byte)
      }
      literal.append(UInt8(ascii: "\""))
    }
    literal.append(UInt8(ascii: "}"))
    return .text(String(decoding: literal, as: UTF8.self))
  }

  public static func decode(array text: String) throws -> [Self] {
    var reader = ArrayReader(text)
    return try reader.elements().map { try Self.decode(nullable: $0) }
  }
}

extension UInt8: PostgresArrayElement {
  public static func encode(array: [UInt8]) -> Parameter { .binary(array) }

  /// Reads `bytea` in its hexadecimal form, `\x00ff…`.
  public static func decode(array text: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 2)
    var digits = text.utf8.makeIterator()
    guard digits.next() == UInt8(ascii: "\\"), digits.next() == UInt8(ascii: "x") else {
      throw DatabaseError.decoding("the text is no bytea in hexadecimal form")
    }
    while let high = digits.next() {
      guard let low = digits.next(), let upper = nibble(high), let lower = nibble(low) else {
        throw DatabaseError.decoding("the bytea breaks off or holds something else than hexadecimal digits")
      }
      bytes.append(upper << 4 | lower)
    }
    return bytes
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit &- UInt8(ascii: "a") &+ 10
    default: nil
    }
  }
}

/// Reads `{one,"two words",NULL}`. Quoted and bare elements differ only in that a bare NULL is one.
private struct ArrayReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func elements() throws -> [String?] {
    var elements: [String?] = []
    try expect(UInt8(ascii: "{"))
    if peek == UInt8(ascii: "}") {
      position += 1
      return try atEnd(elements)
    }
    while true {
      elements.append(try element())
      if peek == UInt8(ascii: ",") {
        position += 1
      } else {
        try expect(UInt8(ascii: "}"))
        return try atEnd(elements)
      }
    }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func atEnd(_ elements: [String?]) throws -> [String?] {
    guard peek == nil else { throw unreadable }
    return elements
  }

  private mutating func expect(_ byte: UInt8) throws {
    guard peek == byte else { throw unreadable }
    position += 1
  }

  private mutating func element() throws -> String? {
    let quoted = peek == UInt8(ascii: "\"")
    if quoted { position += 1 }
    var content: [UInt8] = []
    while let byte = peek {
      if quoted, byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: content, as: UTF8.self)
      }
      if !quoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") { break }
      guard quoted || byte != UInt8(ascii: "{") else { throw unreadable }
      position += 1
      if byte == UInt8(ascii: "\\") {
        guard let escaped = peek else { throw unreadable }
        position += 1
        content.append(escaped)
      } else {
        content.append(byte)
      }
    }
    guard !quoted else { throw unreadable }
    let text = String(decoding: content, as: UTF8.self)
    return text == "NULL" ? nil : text
  }

  private var unreadable: DatabaseError { .decoding("the text is no array of one dimension") }
}
