/// A piece of HTML or XML.
enum MarkupToken: Hashable {
  /// Text between tags, its entities resolved.
  case text(String)
  /// Name in small letters, without its prefix; attributes as they are written.
  case open(String, attributes: String)
  case close(String)
}

/// Takes HTML or XML apart, however broken it is. Comments, declarations and what stands in `script` and `style` are
/// left out. Nothing is fetched and no entity is defined.
func markupTokens(_ text: String) -> [MarkupToken] {
  let bytes = Array(text.utf8)
  var tokens: [MarkupToken] = []
  var place = 0
  func find(_ words: String, from start: Int) -> Int? {
    let wanted = Array(words.utf8)
    guard bytes.count - start >= wanted.count else { return nil }
    return (start...bytes.count - wanted.count).first { at in
      wanted.indices.allSatisfy { lower(bytes[at + $0]) == wanted[$0] }
    }
  }
  func add(_ slice: ArraySlice<UInt8>) {
    if !slice.isEmpty { tokens.append(.text(resolvingEntities(slice))) }
  }
  while place < bytes.count {
    let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    add(bytes[place..<open])
    guard open + 1 < bytes.count else { break }
    let after = bytes[(open + 1)...]
    if after.starts(with: "!--".utf8) {
      place = find("-->", from: open + 4).map { $0 + 3 } ?? bytes.count
    } else if after.starts(with: "![CDATA[".utf8) {
      let end = find("]]>", from: open + 9) ?? bytes.count
      tokens.append(.text(String(decoding: bytes[(open + 9)..<end], as: UTF8.self)))
      place = min(end + 3, bytes.count)
    } else if let first = after.first, isNameStart(first) || first == UInt8(ascii: "/") {
      let end = tagEnd(bytes, from: open + 1)
      let inner = bytes[(open + 1)..<end]
      let isClosing = first == UInt8(ascii: "/")
      let body = isClosing ? inner.dropFirst() : inner
      let name = body.prefix { !" \t\r\n/>".utf8.contains($0) }
      let plain = localName(name)
      place = min(end + 1, bytes.count)
      if isClosing {
        tokens.append(.close(plain))
      } else {
        tokens.append(.open(plain, attributes: String(decoding: body.dropFirst(name.count), as: UTF8.self)))
        if body.last == UInt8(ascii: "/") {
          tokens.append(.close(plain))
        } else if plain == "script" || plain == "style" {
          place = find("</\(plain)", from: place) ?? bytes.count
        }
      }
    } else if after.first == UInt8(ascii: "!") || after.first == UInt8(ascii: "?") {
      place = bytes[open...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    } else {
      add([UInt8(ascii: "<")])
      place = open + 1
    }
  }
  return tokens
}

/// What an attribute says, its entities resolved; nil when it is not there.
func attribute(_ name: String, in attributes: String) -> String? {
  let bytes = Array(attributes.utf8)
  let wanted = Array(name.utf8)
  var place = 0
  while place < bytes.count {
    let start = place
    while place < bytes.count, !" \t\r\n=/".utf8.contains(bytes[place]) { place += 1 }
    let isWanted = bytes[start..<place].map(lower) == wanted
    while place < bytes.count, isBlank(bytes[place]) { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
      place = max(place, start + 1)
      continue
    }
    place += 1
    while place < bytes.count, isBlank(bytes[place]) { place += 1 }
    var value = bytes[place..<place]
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
      value = bytes[(place + 1)...].prefix { $0 != bytes[place] }
      place = min(value.endIndex + 1, bytes.count)
    } else {
      value = bytes[place...].prefix { !isBlank($0) }
      place = value.endIndex
    }
    if isWanted { return resolvingEntities(value) }
  }
  return nil
}

/// The `>` that ends a tag: none inside quotation marks counts.
private func tagEnd(_ bytes: [UInt8], from start: Int) -> Int {
  var quote: UInt8?
  var isValue = false
  for place in start..<bytes.count {
    let byte = bytes[place]
    if let open = quote {
      if byte == open { quote = nil }
    } else if byte == UInt8(ascii: ">") {
      return place
    } else if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    }
    isValue = byte == UInt8(ascii: "=") || isValue && isBlank(byte)
  }
  return bytes.count
}

/// `date` of `dc:date`.
private func localName(_ name: ArraySlice<UInt8>) -> String {
  let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
  return String(decoding: local, as: UTF8.self).lowercased()
}

private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
private func isNameStart(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// Numbers and the entities that texts are full of; others stay as they are.
private func resolvingEntities(_ slice: ArraySlice<UInt8>) -> String {
  guard slice.contains(UInt8(ascii: "&")) else { return String(decoding: slice, as: UTF8.self) }
  var out = ""
  var rest = slice
  while let at = rest.firstIndex(of: UInt8(ascii: "&")) {
    out += String(decoding: rest[..<at], as: UTF8.self)
    let name = rest[(at + 1)...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
    if name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: ";"),
      let scalar = entity(String(decoding: name, as: UTF8.self))
    {
      out.unicodeScalars.append(scalar)
      rest = rest[(name.endIndex + 1)...]
    } else {
      out += "&"
      rest = rest[(at + 1)...]
    }
  }
  return out + String(decoding: rest, as: UTF8.self)
}

private func entity(_ name: String) -> Unicode.Scalar? {
  guard name.hasPrefix("#") else { return namedEntities[name] }
  let digits = name.dropFirst()
  let isHexadecimal = digits.first == "x" || digits.first == "X"
  guard let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits), number > 0 else {
    return nil
  }
  return Unicode.Scalar(number)
}

private let namedEntities: [String: Unicode.Scalar] = {
  let words = """
    amp & lt < gt > quot " apos ' copy © reg ® trade ™ sect § para ¶ euro € pound £ yen ¥ cent ¢ deg ° middot · bull • hellip …
    ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ laquo « raquo » times × frac12 ½ aacute á agrave à acirc â
    auml ä aring å atilde ã aelig æ ccedil ç eacute é egrave è ecirc ê euml ë iacute í igrave ì icirc î iuml ï ntilde ñ
    oacute ó ograve ò ocirc ô ouml ö otilde õ oslash ø uacute ú ugrave ù ucirc û uuml ü szlig ß Aring Å Auml Ä Ouml Ö
    Uuml Ü Eacute É Oslash Ø AElig Æ
    """.split(whereSeparator: \.isWhitespace)
  var table: [String: Unicode.Scalar] = ["nbsp": " ", "shy": "\u{AD}"]
  for place in stride(from: 0, to: words.count - 1, by: 2) {
    table[String(words[place])] = words[place + 1].unicodeScalars.first
  }
  return table
}()
