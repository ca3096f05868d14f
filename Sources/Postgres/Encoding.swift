/// One bound value on its way to the server.
public struct Parameter: Sendable {
  enum Content: Sendable {
    case null
    case text(String)
    case binary([UInt8])
  }

  let content: Content

  /// SQL NULL.
  public static let null = Parameter(content: .null)

  /// The value in PostgreSQL's text form for its type. A NUL character in it is refused when it is sent.
  public static func text(_ text: String) -> Parameter {
    Parameter(content: .text(text))
  }

  /// The value in PostgreSQL's binary form for its type; for `bytea` the bytes themselves.
  public static func binary(_ bytes: [UInt8]) -> Parameter {
    Parameter(content: .binary(bytes))
  }
}

/// A value that can be bound to a statement. An enumeration of strings conforms by naming the protocol.
public protocol PostgresEncodable {
  func encoded() -> Parameter
}

extension PostgresEncodable where Self: RawRepresentable, RawValue == String {
  public func encoded() -> Parameter { .text(rawValue) }
}

extension String: PostgresEncodable {
  public func encoded() -> Parameter { .text(self) }
}

extension Int: PostgresEncodable {
  public func encoded() -> Parameter { .text(String(self)) }
}

extension Int64: PostgresEncodable {
  public func encoded() -> Parameter { .text(String(self)) }
}

extension Int32: PostgresEncodable {
  public func encoded() -> Parameter { .text(String(self)) }
}

extension Bool: PostgresEncodable {
  public func encoded() -> Parameter { .text(self ? "true" : "false") }
}

extension Double: PostgresEncodable {
  public func encoded() -> Parameter { .text(description) }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
  public func encoded() -> Parameter {
    switch self {
    case .some(let value): value.encoded()
    case .none: .null
    }
  }
}
