import CLibpq

/// A connection string taken apart, so that its password can travel by another way than a command line.
public struct Conninfo: Sendable {
  /// `key='value'` pairs without the password.
  public let withoutPassword: String
  public let password: String?

  /// Throws `DatabaseError.unreachable` with libpq's own words when it is no connection string.
  public init(_ conninfo: String) throws(DatabaseError) {
    var message: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(conninfo, &message) else {
      let says = message.map { String(cString: $0) } ?? "it cannot be read"
      PQfreemem(message)
      throw .unreachable(says)
    }
    defer { PQconninfoFree(options) }
    var pairs: [String] = []
    var password: String?
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        let (name, text) = (String(cString: keyword), String(cString: value))
        if name == "password" {
          password = text
        } else {
          pairs.append("\(name)='\(escaped(text))'")
        }
      }
      option += 1
    }
    withoutPassword = pairs.joined(separator: " ")
    self.password = password
  }
}

private func escaped(_ value: String) -> String {
  value.reduce(into: "") { text, character in
    if character == "'" || character == "\\" { text.append("\\") }
    text.append(character)
  }
}
