/// Where an entry stands, and its hash. Whoever keeps one can show later that the entry is still there, unchanged, and
/// with it everything before it in its chain.
public struct JournalReceipt: Hashable, Sendable, CustomStringConvertible {
  public let chain: String
  public let seq: Int64
  public let hash: [UInt8]

  public init(chain: String, seq: Int64, hash: [UInt8]) {
    self.chain = chain
    self.seq = seq
    self.hash = hash
  }

  /// `draft/12#7:` and the hash in hexadecimal. Nil for everything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hash = bytes(hexadecimal: parts[1]), hash.count == 32 else { return nil }
    let place = parts[0].split(separator: "#", omittingEmptySubsequences: false)
    guard place.count == 2, let seq = Int64(place[1]), seq > 0, String(seq) == place[1],
      let chain = JournalChain(name: String(place[0]))
    else { return nil }
    self.init(chain: chain.name, seq: seq, hash: hash)
  }

  public var description: String { "\(chain)#\(seq):\(hexadecimal(hash))" }

  /// Every receipt in a text, such as an answer of the service that somebody kept, or a list of them.
  public static func all(in text: String) -> [JournalReceipt] {
    let parts = Set("#:/".utf8)
    return text.utf8.split {
      !(parts.contains($0) || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39)
    }.compactMap { JournalReceipt(String(Substring($0))) }
  }
}

/// The bytes of lower-case hexadecimal digits; nil when there is anything else among them.
func bytes(hexadecimal text: Substring) -> [UInt8]? {
  let digits = text.utf8.map { byte -> UInt8? in
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
  guard digits.count % 2 == 0 else { return nil }
  var bytes: [UInt8] = []
  for index in stride(from: 0, to: digits.count - 1, by: 2) {
    guard let high = digits[index], let low = digits[index + 1] else { return nil }
    bytes.append(high << 4 | low)
  }
  return bytes
}
