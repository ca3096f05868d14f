// Canonical composition is in the standard library, but only for those who ask for it by this name; the
// other way to it is all of Foundation with its own Unicode tables.
@_spi(_Unicode) import Swift

/// Words as they are compared: runs of white space are one space, outer space is gone, the style of
/// quotation marks and dashes is folded to ASCII, letters are composed (NFC). Equal results have equal UTF-8
/// bytes, so a digest may be taken of them.
///
/// Nothing else is folded: letter case counts, and zero-width and bidirectional characters stay, so they
/// count as changes.
public func comparableWords(_ words: String) -> String {
  var result = String.UnicodeScalarView()
  var pendingSpace = false
  for scalar in words._nfc {
    if scalar.properties.isWhitespace {
      pendingSpace = !result.isEmpty
      continue
    }
    if pendingSpace {
      result.append(" ")
      pendingSpace = false
    }
    switch scalar {
    case "\u{2018}"..."\u{201B}", "\u{2039}", "\u{203A}": result.append("'")
    case "\u{201C}"..."\u{201F}", "\u{AB}", "\u{BB}": result.append("\"")
    case "\u{2010}"..."\u{2015}", "\u{2212}": result.append("-")
    default: result.append(scalar)
    }
  }
  return String(result)
}
