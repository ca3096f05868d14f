/// How many cells of a terminal the text takes: two for emoji and East Asian wide characters, none for
/// combining marks. Text with control characters belongs through `shown` first.
func cells(_ text: String) -> Int {
  text.reduce(0) { $0 + cells($1) }
}

func cells(_ character: Character) -> Int {
  if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
  let scalars = character.unicodeScalars
  var sum = 0
  for scalar in scalars {
    // One picture, however many scalars it is joined from.
    if scalar.properties.isEmojiPresentation { return 2 }
    if scalar.value == 0xFE0F { return 2 }
    sum += cells(scalar)
  }
  return sum
}

private func cells(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
  default: break
  }
  // Vowels and finals of a Hangul syllable stand in the cells of its first consonant.
  if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value) { return 0 }
  return isWide(scalar.value) ? 2 : 1
}

/// East Asian Wide and Fullwidth (Unicode 16, UAX 11), in ascending order; emoji are known by their property.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6,
  0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
  0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265,
  0x1F300...0x1F320, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
]

private func isWide(_ value: UInt32) -> Bool {
  guard value >= 0x1100 else { return false }
  for range in wideRanges where value <= range.upperBound { return value >= range.lowerBound }
  return false
}
