/// Why a text is no address that Stet would ask.
public struct UnfitAddress: Error, Hashable, Sendable {
  /// A clause such as `it names a user`.
  public let says: String
  public init(_ says: String) { self.says = says }
}

/// An address on the web, taken apart: http or https, without user, password or fragment.
///
/// Nothing here says whether a look may go there. That is decided on the addresses that the host's name leads to
/// (`WatchAllowance`), however it is spelled.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  public let isSecure: Bool
  /// A name in small letters without a dot at its end, or an IPv6 address without brackets.
  public let host: String
  public let port: Int
  /// Path and query in ASCII, from a slash on, without `.` and `..`.
  public let target: String

  private init(isSecure: Bool, host: String, port: Int, target: String) {
    self.isSecure = isSecure
    self.host = host
    self.port = port
    self.target = target
  }

  public init(_ text: String) throws(UnfitAddress) {
    var rest = Array(text.utf8)[...]
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    rest = rest.drop(while: isSpace)
    guard rest.count <= 2_000 else { throw UnfitAddress("it is longer than 2,000 bytes") }
    guard !rest.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else {
      throw UnfitAddress("it has a control character or a backslash in it")
    }
    let scheme = String(decoding: rest.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).lowercased()
    rest = rest.dropFirst(scheme.utf8.count)
    guard scheme == "http" || scheme == "https", rest.starts(with: "://".utf8) else {
      throw UnfitAddress("it does not begin with http:// or https://")
    }
    let isSecure = scheme == "https"
    let authority = rest.dropFirst(3).prefix { !"/?#".utf8.contains($0) }
    let (host, port) = try hostAndPort(authority)
    self.init(
      isSecure: isSecure, host: host, port: port ?? (isSecure ? 443 : 80),
      target: normalTarget(rest[authority.endIndex...]))
  }

  /// Where a `Location` that was answered here leads.
  public func leading(to location: String) throws(UnfitAddress) -> WebAddress {
    let scheme = location.utf8.prefix { $0 != UInt8(ascii: ":") }
    if scheme.count < location.utf8.count, !scheme.isEmpty, scheme.allSatisfy(isSchemeByte) {
      return try WebAddress(location)
    }
    if location.hasPrefix("//") { return try WebAddress((isSecure ? "https:" : "http:") + location) }
    if location.hasPrefix("/") { return try WebAddress(origin + location) }
    let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
    if location.isEmpty || location.hasPrefix("#") { return self }
    if location.hasPrefix("?") {
      return try WebAddress(origin + String(decoding: path, as: UTF8.self) + location)
    }
    let folder = path.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? path
    return try WebAddress(origin + String(decoding: folder, as: UTF8.self) + location)
  }

  /// Scheme, host and port: what one robots.txt speaks for.
  public var origin: String { "\(isSecure ? "https" : "http")://\(bracketedHost):\(port)" }

  public var robots: WebAddress {
    WebAddress(isSecure: isSecure, host: host, port: port, target: "/robots.txt")
  }

  public var description: String {
    let isUsual = port == (isSecure ? 443 : 80)
    return "\(isSecure ? "https" : "http")://\(bracketedHost)\(isUsual ? "" : ":\(port)")\(target)"
  }

  private var bracketedHost: String { host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host }
}

private func hostAndPort(_ authority: ArraySlice<UInt8>) throws(UnfitAddress) -> (String, port: Int?) {
  guard !authority.contains(UInt8(ascii: "@")) else { throw UnfitAddress("it names a user") }
  if authority.first == UInt8(ascii: "[") {
    let inner = authority.dropFirst().prefix { $0 != UInt8(ascii: "]") }
    guard inner.endIndex < authority.endIndex,
      let address = NetworkAddress(String(decoding: inner, as: UTF8.self)), address.bytes.count == 16
    else { throw UnfitAddress("what stands in brackets is no IPv6 address") }
    return (address.description, try readPort(authority[(inner.endIndex + 1)...]))
  }
  var name = Array(authority.prefix { $0 != UInt8(ascii: ":") })
  let port = try readPort(authority.dropFirst(name.count))
  guard name.allSatisfy({ $0 < 0x80 }) else {
    throw UnfitAddress("its host is not plain ASCII; write it as it is registered, xn--…")
  }
  guard name.allSatisfy(isHostByte) else { throw UnfitAddress("its host has a character that no name has") }
  if name.last == UInt8(ascii: ".") { name.removeLast() }
  guard (1...253).contains(name.count) else { throw UnfitAddress("it names no host") }
  return (String(decoding: name, as: UTF8.self).lowercased(), port)
}

/// Of `:8080`; nil of nothing, or of a colon alone.
private func readPort(_ text: ArraySlice<UInt8>) throws(UnfitAddress) -> Int? {
  guard let colon = text.first else { return nil }
  let digits = text.dropFirst()
  guard colon == UInt8(ascii: ":"), digits.count <= 5, digits.allSatisfy(isDigit) else {
    throw UnfitAddress("its port is no number from 1 to 65535")
  }
  guard !digits.isEmpty else { return nil }
  guard let port = Int(String(decoding: digits, as: UTF8.self)), (1...65_535).contains(port) else {
    throw UnfitAddress("its port is no number from 1 to 65535")
  }
  return port
}

/// Path and query with what is not plain percent-encoded, without a fragment.
private func normalTarget(_ text: ArraySlice<UInt8>) -> String {
  let whole = text.prefix { $0 != UInt8(ascii: "#") }
  let path = whole.prefix { $0 != UInt8(ascii: "?") }
  var segments: [ArraySlice<UInt8>] = []
  let parts = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  for (index, part) in parts.enumerated() {
    let isDot = part.elementsEqual(".".utf8)
    let isUp = part.elementsEqual("..".utf8)
    if isUp, !segments.isEmpty { segments.removeLast() }
    if !isDot, !isUp { segments.append(part) } else if index == parts.count - 1 { segments.append([]) }
  }
  var out: [UInt8] = [UInt8(ascii: "/")]
  out += segments.joined(separator: [UInt8(ascii: "/")])
  out += whole.dropFirst(path.count)
  return String(decoding: percentEncoded(out), as: UTF8.self)
}

/// Bytes that may not stand in a path or a query as they are become `%` and two digits.
func percentEncoded(_ bytes: [UInt8]) -> [UInt8] {
  let digits = Array("0123456789ABCDEF".utf8)
  return bytes.flatMap { byte -> [UInt8] in
    if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) { return [byte] }
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
private func isHostByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || "-._".utf8.contains(byte)
}
private func isSchemeByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || "+-.".utf8.contains(byte)
}
