/// A value that can be read from a column. An enumeration of strings conforms by naming the protocol.
public protocol PostgresDecodable {
  /// Reads PostgreSQL's text form. Throws ``DatabaseError/decoding(_:)`` when the text is not one of `Self`.
  static func decode(_ text: String) throws -> Self

  /// Reads a column that may be NULL. Only an optional accepts `nil`; the rest keep the default, which throws.
  static func decode(nullable text: String?) throws -> Self
}

extension PostgresDecodable {
  public static func decode(nullable text: String?) throws -> Self {
    guard let text else { throw DatabaseError.decoding("NULL where \(Self.self) was expected") }
    return try decode(text)
  }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue == String {
  public static func decode(_ text: String) throws -> Self {
    try unwrapped(Self(rawValue: text))
  }
}

extension PostgresDecodable {
  // The text itself stays out of the message: it may be a confidential source's name.
  fileprivate static func unwrapped(_ value: Self?) throws -> Self {
    guard let value else { throw DatabaseError.decoding("the text is no \(Self.self)") }
    return value
  }
}

extension String: PostgresDecodable {
  public static func decode(_ text: String) throws -> String { text }
}

extension Int: PostgresDecodable {
  public static func decode(_ text: String) throws -> Int { try unwrapped(Int(text)) }
}

extension Int64: PostgresDecodable {
  public static func decode(_ text: String) throws -> Int64 { try unwrapped(Int64(text)) }
}

extension Int32: PostgresDecodable {
  public static func decode(_ text: String) throws -> Int32 { try unwrapped(Int32(text)) }
}

extension Double: PostgresDecodable {
  public static func decode(_ text: String) throws -> Double { try unwrapped(Double(text)) }
}

extension Bool: PostgresDecodable {
  public static func decode(_ text: String) throws -> Bool {
    switch text {
    case "t": true
    case "f": false
    default: try unwrapped(nil)
    }
  }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
  public static func decode(_ text: String) throws -> Wrapped? { try Wrapped.decode(text) }

  public static func decode(nullable text: String?) throws -> Wrapped? {
    guard let text else { return nil }
    return try Wrapped.decode(text)
  }
}
