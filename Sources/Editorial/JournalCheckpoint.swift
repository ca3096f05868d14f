import Crypto

/// The last entry of every chain at one moment, signed. Kept where nobody who runs the database can write, it shows later
/// what was cut, rewritten or removed since.
public struct JournalCheckpoint: Hashable, Sendable {
  /// RFC 3339, UTC, microseconds.
  public let at: String
  /// The receipt of each chain's last entry, by name of chain.
  public let heads: [JournalReceipt]
  /// Ed25519, 32 bytes.
  public let publicKey: [UInt8]
  /// Over all lines before it.
  public let signature: [UInt8]

  private static let format = "stet checkpoint 1"

  /// Signs the heads.
  ///
  /// - Throws: what the cryptography throws when it has no randomness.
  public init(at: String, heads: [JournalReceipt], signedWith key: CheckpointKey) throws {
    self.at = at
    self.heads = heads.sorted { $0.chain < $1.chain }
    publicKey = key.publicKey
    signature = try key.sign(Self.signed(at, self.heads, publicKey))
  }

  /// Reads what `text` gives. Throws a `Refusal` when it is no whole checkpoint, or its signature is not that of its key.
  /// Whether the key is one to trust, the caller has to know.
  public init(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func field(_ name: String, _ line: Substring?) throws -> Substring {
      guard let line, line.hasPrefix(name + " ") else {
        throw unreadable("it has no line “\(name)” where it belongs")
      }
      return line.dropFirst(name.utf8.count + 1)
    }
    guard lines.count >= 6, lines[0] == Self.format, lines.last == "" else {
      throw unreadable("it does not begin with “\(Self.format)”, or it is cut short")
    }
    at = String(try field("at", lines[1]))
    heads = try lines[2..<(lines.count - 4)].map { line in
      guard let head = JournalReceipt(String(line)) else {
        throw unreadable("“\(line.prefix(80))” is no entry of the journal")
      }
      return head
    }
    let end = lines.suffix(4).map { $0 }
    let digest = bytes(hexadecimal: try field("digest", end[0]))
    guard let key = bytes(hexadecimal: try field("key", end[1])),
      let signature = bytes(hexadecimal: try field("signature", end[2])),
      let verifying = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
    else { throw unreadable("its key or its signature is none") }
    publicKey = key
    self.signature = signature
    guard digest == Self.digest(at, heads),
      verifying.isValidSignature(signature, for: Self.signed(at, heads, key))
    else { throw unreadable("its lines are not the ones that were signed") }
  }

  /// Lines: format, time, the heads, a digest over these, the public key, the signature.
  public var text: String {
    String(decoding: Self.signed(at, heads, publicKey), as: UTF8.self)
      + "signature \(hexadecimal(signature))\n"
  }

  private static func lines(_ at: String, _ heads: [JournalReceipt]) -> String {
    ([format, "at \(at)"] + heads.map(\.description)).joined(separator: "\n") + "\n"
  }

  private static func digest(_ at: String, _ heads: [JournalReceipt]) -> [UInt8] {
    sha256(Array(lines(at, heads).utf8))
  }

  private static func signed(_ at: String, _ heads: [JournalReceipt], _ key: [UInt8]) -> [UInt8] {
    Array("\(lines(at, heads))digest \(hexadecimal(digest(at, heads)))\nkey \(hexadecimal(key))\n".utf8)
  }
}

/// The key that a newsroom signs its checkpoints with: Ed25519.
public struct CheckpointKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// A new one.
  public init() { key = Curve25519.Signing.PrivateKey() }

  /// Reads what `text` gives; nil when it is none.
  public init?(_ text: String) {
    let line = text.hasSuffix("\n") ? text.dropLast() : text[...]
    guard let raw = bytes(hexadecimal: line),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw)
    else { return nil }
    self.key = key
  }

  /// 32 bytes in hexadecimal, and a line end. It is a secret.
  public var text: String { hexadecimal(Array(key.rawRepresentation)) + "\n" }

  public var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

  func sign(_ message: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: message)) }
}

private func unreadable(_ why: String) -> Refusal {
  Refusal(
    .unreadable, "checkpoint", "This is no checkpoint that can be relied on: \(why). Nothing was compared.")
}
