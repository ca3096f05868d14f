/// A personal access token, `stet_pat_`, or the token of an invitation, `stet_inv_`; behind it 32 random bytes as 43
/// digits of base 62, and 6 digits of checksum.
///
/// The prefix lets scanners of leaked secrets find it, the checksum lets them and us refuse a mistyped one without
/// asking the database. 256 random bits need no slow hash: SHA-256 of it is what is stored.
public struct Token: Sendable {
  public let text: String

  /// What a token is good for. One kind is never taken for the other.
  public enum Kind: String, Sendable {
    case personal = "stet_pat_"
    case invitation = "stet_inv_"
  }

  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  /// Reads a personal token; nil when its form or checksum is wrong.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let head = Array(Kind.personal.rawValue.utf8)
    guard bytes.count == head.count + 43 + 6, bytes.starts(with: head) else { return nil }
    let secret = Array(bytes[head.count..<(head.count + 43)])
    guard secret.allSatisfy(Self.digits.contains), Array(bytes.suffix(6)) == Self.checksum(secret) else {
      return nil
    }
    self.text = text
  }

  public static func random(_ kind: Kind = .personal) -> Token {
    var generator = SystemRandomNumberGenerator()
    // 43 digits of base 62 hold just over 256 bits.
    let secret = (0..<43).map { _ in digits[Int.random(in: 0..<62, using: &generator)] }
    return Token(trusted: kind.rawValue + String(decoding: secret + checksum(secret), as: UTF8.self))
  }

  private init(trusted text: String) { self.text = text }

  public var digest: [UInt8] { sha256(Array(text.utf8)) }
  public var lastFour: String { String(text.suffix(4)) }

  private static func checksum(_ secret: [UInt8]) -> [UInt8] {
    var value = crc32(secret)
    var out: [UInt8] = []
    for _ in 0..<6 {
      out.append(digits[Int(value % 62)])
      value /= 62
    }
    return out
  }
}

/// CRC-32 as in ISO 3309, bit by bit: it runs over 43 bytes.
private func crc32(_ bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
  }
  return ~crc
}
