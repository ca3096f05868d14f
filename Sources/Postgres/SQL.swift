/// SQL text with its parameters.
///
/// An interpolated value binds: `"select * from drafts where slug = \(slug)"` sends `… where slug = $1` and
/// the value beside it, so no value can become SQL. The server infers the type of every parameter from where
/// it stands; where nothing around it says so (`select \(5)`), write a cast: `select \(5)::bigint`.
/// Text that must be part of the statement itself says so: `\(unescaped: name)`.
public struct SQL: Sendable {
  enum Fragment: Sendable {
    case text(String)
    case parameter(Parameter)
  }

  var fragments: [Fragment]

  public static func + (left: SQL, right: SQL) -> SQL {
    SQL(fragments: left.fragments + right.fragments)
  }

  /// The statement as the server reads it: UTF-8 bytes with `$1`, `$2` … and the parameters in that order.
  func rendered() -> (text: [UInt8], parameters: [Parameter]) {
    var text: [UInt8] = []
    var parameters: [Parameter] = []
    for fragment in fragments {
      switch fragment {
      case .text(let part):
        text.append(contentsOf: part.utf8)
      case .parameter(let parameter):
        parameters.append(parameter)
        text.append(UInt8(ascii: "$"))
        text.append(contentsOf: String(parameters.count).utf8)
      }
    }
    return (text, parameters)
  }
}

extension SQL: ExpressibleByStringInterpolation {
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var fragments: [Fragment] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      fragments.reserveCapacity(interpolationCount * 2 + 1)
    }

    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty {
        fragments.append(.text(literal))
      }
    }

    /// Binds a value as the next parameter.
    public mutating func appendInterpolation(_ value: some PostgresEncodable) {
      fragments.append(.parameter(value.encoded()))
    }

    /// Binds a value, or NULL. Chosen over the other for optionals, about which the compiler would warn there.
    public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
      fragments.append(.parameter(value.encoded()))
    }

    /// Splices another statement, its parameters included.
    public mutating func appendInterpolation(sql: SQL) {
      fragments.append(contentsOf: sql.fragments)
    }

    /// Writes text into the statement as it is. Never for anything that came from outside.
    public mutating func appendInterpolation(unescaped text: String) {
      fragments.append(.text(text))
    }
  }

  public init(stringLiteral value: String) {
    fragments = [.text(value)]
  }

  public init(stringInterpolation: StringInterpolation) {
    fragments = stringInterpolation.fragments
  }
}
