/// What a site's robots.txt says to Stet (RFC 9309).
public struct Robots: Hashable, Sendable {
  struct Rule: Hashable, Sendable {
    let allows: Bool
    let pattern: [UInt8]
  }

  let rules: [Rule]

  /// The group for Stet by name, else the one for everybody. Bytes beyond 500 KiB are not read.
  public init(_ text: String) {
    var named: [Rule] = []
    var general: [Rule] = []
    var isNamed = false
    var agents: Set<String> = []
    var isOpening = true
    for line in text.utf8.prefix(512_000).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let plain = line.prefix { $0 != UInt8(ascii: "#") }
      let key = String(decoding: plain.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
      guard key.utf8.count < plain.count else { continue }
      let value = trimmed(String(decoding: plain.dropFirst(key.utf8.count + 1), as: UTF8.self))
      switch trimmed(key).lowercased() {
      case "user-agent":
        if !isOpening { agents = [] }
        isOpening = true
        let product = value.lowercased().prefix { $0.isASCII && ($0.isLetter || "-_*".contains($0)) }
        agents.insert(String(product))
        isNamed = isNamed || product == "stet"
      case "allow", "disallow":
        isOpening = false
        guard !value.isEmpty else { continue }
        let rule = Rule(
          allows: trimmed(key).lowercased() == "allow", pattern: comparable(Array(value.utf8)))
        if agents.contains("stet") { named.append(rule) }
        if agents.contains("*") { general.append(rule) }
      default: continue
      }
    }
    rules = isNamed ? named : general
  }

  /// Whether a path with its query may be asked for. The longest rule that fits decides, and of two as long the kinder.
  public func allows(_ target: String) -> Bool {
    let path = comparable(Array(target.utf8))
    var longest = -1
    var allows = true
    for rule in rules where rule.pattern.count >= longest && fits(rule.pattern, path) {
      allows = rule.allows || (rule.pattern.count == longest && allows)
      longest = rule.pattern.count
    }
    return allows
  }
}

/// The same spelling for the same path: letters and digits as they are, other percent-encoded bytes in capitals.
private func comparable(_ path: [UInt8]) -> [UInt8] {
  let encoded = percentEncoded(path)
  var out: [UInt8] = []
  var place = 0
  while place < encoded.count {
    if encoded[place] == UInt8(ascii: "%"), place + 2 < encoded.count, isHexDigit(encoded[place + 1]),
      isHexDigit(encoded[place + 2]),
      let byte = UInt8(String(decoding: encoded[place + 1...place + 2], as: UTF8.self), radix: 16)
    {
      let isPlain =
        isDigit(byte) || byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter || "-._~".utf8.contains(byte)
      let written = String(decoding: encoded[place...place + 2], as: UTF8.self).uppercased()
      out += isPlain ? [byte] : Array(written.utf8)
      place += 3
    } else {
      out.append(encoded[place])
      place += 1
    }
  }
  return out
}

/// Whether a path begins as the pattern says: `*` stands for anything, `$` at its end for the end.
private func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
  let isWhole = pattern.last == UInt8(ascii: "$")
  let pattern = isWhole ? Array(pattern.dropLast()) : pattern
  var (i, j) = (0, 0)
  var star: (pattern: Int, path: Int)?
  while true {
    if i == pattern.count, !isWhole || j == path.count { return true }
    if i < pattern.count, pattern[i] == UInt8(ascii: "*") {
      star = (i, j)
      i += 1
    } else if i < pattern.count, j < path.count, pattern[i] == path[j] {
      i += 1
      j += 1
    } else {
      // What the last star stands for grows by a byte.
      guard let last = star, last.path < path.count else { return false }
      star = (last.pattern, last.path + 1)
      (i, j) = (last.pattern + 1, last.path + 1)
    }
  }
}

private func trimmed(_ text: String) -> String {
  var rest = Substring(text)
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
