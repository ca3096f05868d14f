/// The short name of a draft in addresses: lower-case letters, digits and single hyphens, at most 80 bytes.
public enum Slug {
  public static let longest = 80

  public static func isPlain(_ slug: String) -> Bool {
    let bytes = Array(slug.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= longest else { return false }
    return isPlainByte(first) && isPlainByte(last) && bytes.allSatisfy { isPlainByte($0) || $0 == hyphen }
  }

  /// Throws a `Refusal` unless `slug` is one.
  public static func check(_ slug: String, what: String = "slug") throws -> String {
    guard isPlain(slug) else {
      throw Refusal(
        .unreadable, "slug",
        "“\(slug)” is no \(what): use lower-case letters a to z, digits and hyphens, at most \(longest).")
    }
    return slug
  }

  /// A slug from a headline; nil when no letter or digit of ASCII is left.
  public static func make(from headline: String) -> String? {
    var bytes: [UInt8] = []
    for scalar in headline.lowercased().unicodeScalars {
      if bytes.count >= 60 { break }
      switch scalar {
      case "a"..."z", "0"..."9": bytes.append(UInt8(scalar.value))
      // Apostrophes, and accents that some file systems write apart from their letter.
      case "'", "\u{2019}", "\u{300}"..."\u{36F}": continue
      default:
        if let plain = plainLetter(scalar) {
          bytes.append(plain)
        } else if let last = bytes.last, last != hyphen {
          bytes.append(hyphen)
        }
      }
    }
    while bytes.last == hyphen { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// A slug from the last part of a path, without its ending.
  public static func makeFromFileName(_ path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.lastIndex(of: ".").map { $0 > name.startIndex ? name[..<$0] : name } ?? name
    return make(from: String(stem))
  }
}

private let hyphen = UInt8(ascii: "-")

private func isPlainByte(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// The base letter of the accented letters that English news prints; others become hyphens.
private func plainLetter(_ scalar: Unicode.Scalar) -> UInt8? {
  switch scalar {
  case "à", "á", "â", "ã", "ä", "å": UInt8(ascii: "a")
  case "ç": UInt8(ascii: "c")
  case "è", "é", "ê", "ë": UInt8(ascii: "e")
  case "ì", "í", "î", "ï": UInt8(ascii: "i")
  case "ñ": UInt8(ascii: "n")
  case "ò", "ó", "ô", "õ", "ö", "ø": UInt8(ascii: "o")
  case "ù", "ú", "û", "ü": UInt8(ascii: "u")
  case "ý", "ÿ": UInt8(ascii: "y")
  default: nil
  }
}
