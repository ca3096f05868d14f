/// The subject of a chain. One act is one entry in its subject's chain.
public enum JournalChain: Hashable, Sendable {
  case newsroom
  case desk(Int64)
  case draft(Int64)
  case matter(Int64)

  /// As it is stored and hashed: `draft/12`.
  public var name: String {
    switch self {
    case .newsroom: "newsroom"
    case .desk(let id): "desk/\(id)"
    case .draft(let id): "draft/\(id)"
    case .matter(let id): "matter/\(id)"
    }
  }

  /// The chain of this name; nil when no chain has such a one.
  public init?(name: String) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.first, parts.count == 2 ? Int64(parts[1]) : nil) {
    case ("newsroom", nil) where parts.count == 1: self = .newsroom
    case ("desk", let id?): self = .desk(id)
    case ("draft", let id?): self = .draft(id)
    case ("matter", let id?): self = .matter(id)
    default: return nil
    }
    guard self.name == name else { return nil }
  }
}

/// One link of a chain. What is hashed are `bytes`; they name every other field.
public struct JournalEntry: Hashable, Sendable {
  public let chain: String
  /// Counts from 1 without gaps.
  public let seq: Int64
  /// RFC 3339, UTC, microseconds. Advisory: the order is `seq`.
  public let at: String
  public let actor: String
  public let act: String
  /// SHA-256 over 16 random bytes and the payload.
  public let payloadDigest: [UInt8]
  /// Hash of the entry before; 32 zero bytes before the first.
  public let prev: [UInt8]

  public init(
    chain: String, seq: Int64, at: String, actor: String, act: String, payloadDigest: [UInt8], prev: [UInt8]
  ) {
    self.chain = chain
    self.seq = seq
    self.at = at
    self.actor = actor
    self.act = act
    self.payloadDigest = payloadDigest
    self.prev = prev
  }

  public static let beforeTheFirst = [UInt8](repeating: 0, count: 32)

  /// One line per field. The first names the format, so that another program's hash can mean nothing here.
  public var bytes: [UInt8] {
    let lines = [
      "stet journal 1", chain, String(seq), at, actor, act, hexadecimal(payloadDigest), hexadecimal(prev),
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  public var hash: [UInt8] { sha256(bytes) }

  public static func digest(salt: [UInt8], payload: String) -> [UInt8] { sha256(salt + Array(payload.utf8)) }
}

/// What is wrong with a chain, as one sentence with its place.
public struct JournalFault: Hashable, Sendable, CustomStringConvertible {
  public let chain: String
  public let seq: Int64
  public let says: String
  public init(chain: String, seq: Int64, says: String) {
    self.chain = chain
    self.seq = seq
    self.says = says
  }
  public var description: String { "\(chain)#\(seq): \(says)" }
}

/// A stored link, as the verifier reads it.
public struct StoredJournalEntry: Sendable {
  public let entry: JournalEntry
  public let hash: [UInt8]
  public let bytes: [UInt8]
  /// What the payload's row holds: both parts are blank when it was erased.
  public let payload: Payload

  public enum Payload: Sendable {
    case kept(salt: [UInt8], text: String)
    case erased
    /// The row is gone, or only one of its parts is blank: nobody erases like that.
    case damaged
  }

  public init(entry: JournalEntry, hash: [UInt8], bytes: [UInt8], payload: Payload) {
    self.entry = entry
    self.hash = hash
    self.bytes = bytes
    self.payload = payload
  }
}
