/// Where a service is, as somebody wrote it down: `https://stet.example`, also with a path before `/v1`.
enum ServiceAddress {
  static let standard = "http://127.0.0.1:8080"

  /// The address without a slash at its end, with scheme and host in small letters, so that two spellings of
  /// one address compare as equal.
  ///
  /// - Returns: nil when it has no scheme `http` or `https`, no host, or white space in it.
  static func normalised(_ written: String) -> String? {
    guard !written.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == 0x3F || $0 == 0x23 }) else {
      return nil
    }
    guard let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = written[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = written[colon...]
    guard rest.hasPrefix("://") else { return nil }
    let afterScheme = rest.dropFirst(3)
    let hostEnd = afterScheme.firstIndex(of: "/") ?? afterScheme.endIndex
    let authority = afterScheme[..<hostEnd]
    guard !authority.isEmpty, authority.last != "@", authority.first != ":" else { return nil }
    var path = afterScheme[hostEnd...]
    while path.last == "/" { path.removeLast() }
    let at = authority.lastIndex(of: "@").map { authority.index(after: $0) } ?? authority.startIndex
    return scheme + "://" + authority[..<at] + authority[at...].lowercased() + path
  }

  /// One path segment or query value, every byte but the unreserved ones percent-encoded.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 0x0F)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `path?name=value&…` of those items that have a value.
  static func target(_ path: [String], _ query: [(String, String?)] = []) -> String {
    let items = query.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
    return "/v1/" + path.map(encoded).joined(separator: "/")
      + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
  }
}
