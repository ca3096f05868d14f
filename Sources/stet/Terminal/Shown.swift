/// Text from outside as it may stand on a terminal: line ends and tabs become spaces, every other control,
/// bidirectional or invisible character a named token such as `<ESC>` or `<RLO>`.
///
/// Without this a draft could move the cursor, recolour the receipt, or show words in another order than the
/// one that is signed.
func shown(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
  let scalars = Array(text.unicodeScalars)
  var result = String.UnicodeScalarView()
  for (place, scalar) in scalars.enumerated() {
    switch scalar.value {
    case 0x0A where place > 0 && scalars[place - 1].value == 0x0D: continue
    case 0x09, 0x0A, 0x0D: result.append(" ")
    case 0x200C, 0x200D:
      // Inside emoji and in scripts that join letters they belong to the word.
      let before = place > 0 ? scalars[place - 1].value : 0
      let after = place + 1 < scalars.count ? scalars[place + 1].value : 0
      if before > 0xFF, after > 0xFF {
        result.append(scalar)
      } else {
        result.append(contentsOf: token(for: scalar).unicodeScalars)
      }
    default:
      if isHidden(scalar) {
        result.append(contentsOf: token(for: scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
  }
  return String(result)
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: return true
  // The tag characters of a flag are format characters too; outside flags they hide whole messages.
  case .format: return true
  default: return scalar.value == 0x115F || scalar.value == 0x1160 || scalar.value == 0x3164
  }
}

private func token(for scalar: Unicode.Scalar) -> String {
  if let name = tokens[scalar.value] { return "<\(name)>" }
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
}

private let tokens: [UInt32: String] = [
  0x00: "NUL", 0x07: "BEL", 0x08: "BS", 0x0B: "VT", 0x0C: "FF", 0x0E: "SO", 0x0F: "SI", 0x1B: "ESC",
  0x7F: "DEL", 0x85: "NEL", 0x90: "DCS", 0x9B: "CSI", 0x9C: "ST", 0x9D: "OSC", 0xAD: "SHY", 0x61C: "ALM",
  0x200B: "ZWSP", 0x200C: "ZWNJ", 0x200D: "ZWJ", 0x200E: "LRM", 0x200F: "RLM", 0x2028: "LS", 0x2029: "PS",
  0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO", 0x2060: "WJ", 0x2066: "LRI",
  0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xFEFF: "BOM",
]
