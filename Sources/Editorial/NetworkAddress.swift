/// An IPv4 or IPv6 address: what a name leads to.
public struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
  /// 4 or 16 bytes, in the order of the network.
  public let bytes: [UInt8]

  public init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads the usual spelling: four decimal numbers, or the forms of RFC 4291, section 2.2. Others, such as octal or one
  /// number for all, are for the system to resolve.
  public init?(_ text: String) {
    guard let bytes = text.utf8.contains(UInt8(ascii: ":")) ? sixteen(text[...]) : four(text[...]) else {
      return nil
    }
    self.bytes = bytes
  }

  public var description: String {
    guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
    return stride(from: 0, to: 16, by: 2).map { place in
      String(UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]), radix: 16)
    }.joined(separator: ":")
  }
}

private func four(_ text: Substring) -> [UInt8]? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count == 4 else { return nil }
  var bytes: [UInt8] = []
  for part in parts {
    guard part.utf8.allSatisfy(isDigit), part == "0" || !part.hasPrefix("0"), let byte = UInt8(part) else {
      return nil
    }
    bytes.append(byte)
  }
  return bytes
}

private func sixteen(_ text: Substring) -> [UInt8]? {
  let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
  guard halves.count <= 2, let head = groups(halves[0], isEnd: halves.count == 1) else { return nil }
  guard halves.count == 2 else { return head.count == 16 ? head : nil }
  guard let tail = groups(halves[1], isEnd: true), head.count + tail.count <= 14 else { return nil }
  return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
}

/// Bytes of groups between colons; the last of all may be an IPv4 address.
private func groups(_ text: Substring, isEnd: Bool) -> [UInt8]? {
  guard !text.isEmpty else { return [] }
  var bytes: [UInt8] = []
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  for (index, part) in parts.enumerated() {
    if isEnd, index == parts.count - 1, let last = four(part) {
      bytes += last
    } else {
      guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(isHexDigit),
        let group = UInt16(part, radix: 16)
      else { return nil }
      bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
    }
  }
  return bytes.count <= 16 ? bytes : nil
}

func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }

/// Addresses that begin with the same bits.
public struct AddressRange: Hashable, Sendable {
  let start: NetworkAddress
  let bits: Int

  /// Reads `10.0.0.0/8`, or one address alone.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let start = NetworkAddress(String(parts[0])) else { return nil }
    let most = start.bytes.count * 8
    guard parts.count == 2 else {
      (self.start, bits) = (start, most)
      return
    }
    guard parts[1].utf8.allSatisfy(isDigit), let bits = Int(parts[1]), (0...most).contains(bits) else {
      return nil
    }
    (self.start, self.bits) = (start, bits)
  }

  public func contains(_ address: NetworkAddress) -> Bool {
    guard address.bytes.count == start.bytes.count else { return false }
    let whole = bits / 8
    guard address.bytes.prefix(whole) == start.bytes.prefix(whole) else { return false }
    let rest = bits % 8
    guard rest > 0 else { return true }
    return (address.bytes[whole] ^ start.bytes[whole]) >> UInt8(8 - rest) == 0
  }
}

extension NetworkAddress {
  /// Why no look goes there, as what follows "leads to"; nil for an address of the public internet.
  public var whyForbidden: String? {
    if let row = forbiddenRanges.first(where: { $0.range.contains(self) }) { return row.why }
    // All of IPv6 that is given out to networks begins with the bits 001.
    return bytes.count == 4 || bytes[0] >> 5 == 1 ? nil : "no address of the public internet"
  }
}

/// IANA's registries of special-purpose addresses (RFC 6890 and what followed), and of multicast. What carries an IPv4
/// address inside stands here whole: no look goes through a translator. 168.63.129.16 is a cloud's own service
/// in what else is public space; 169.254.169.254 and its kind are link-local.
let forbiddenRanges: [(range: AddressRange, why: String)] =
  forbiddenTable.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let range = AddressRange(parts[0]) else { return nil }
    return (range, parts[1])
  }

let forbiddenTable = """
  0.0.0.0/8 this machine itself
  10.0.0.0/8 a private network
  100.64.0.0/10 a provider's inner network
  127.0.0.0/8 this machine itself
  168.63.129.16/32 a cloud's service for its machines
  169.254.0.0/16 the link's own addresses, where clouds keep their secrets
  172.16.0.0/12 a private network
  192.0.0.0/24 addresses of protocols
  192.0.2.0/24 addresses of documentation
  192.31.196.0/24 addresses of protocols
  192.52.193.0/24 addresses of protocols
  192.88.99.0/24 a relay of 6to4
  192.168.0.0/16 a private network
  192.175.48.0/24 addresses of protocols
  198.18.0.0/15 a network of tests
  198.51.100.0/24 addresses of documentation
  203.0.113.0/24 addresses of documentation
  224.0.0.0/4 a group of machines
  240.0.0.0/4 no address of the public internet
  ::/128 this machine itself
  ::1/128 this machine itself
  ::/96 an IPv4 address in disguise
  ::ffff:0:0/96 an IPv4 address in disguise
  ::ffff:0:0:0/96 an IPv4 address in disguise
  64:ff9b::/96 an IPv4 address in disguise
  64:ff9b:1::/48 an IPv4 address in disguise
  100::/64 nowhere
  2001::/32 an IPv4 address in disguise
  2001::/23 addresses of protocols
  2001:db8::/32 addresses of documentation
  2002::/16 an IPv4 address in disguise
  2620:4f:8000::/48 addresses of protocols
  3fff::/20 addresses of documentation
  fc00::/7 a private network
  fe80::/10 the link's own addresses
  fec0::/10 a private network
  ff00::/8 a group of machines
  """
