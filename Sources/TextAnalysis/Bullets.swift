/// What stands before an item of a list and is none of its words.
extension Source {
  enum BulletStyle {
    /// In the two sections, where people type anything: a hyphen may stick to its word.
    case section
    /// In the body, where a list is the exception.
    case body
  }

  /// Where the words begin when a bullet stands at `start`: a sign, a number or an emoji. Nil when none does.
  func wordsAfterBullet(at start: Int, before limit: Int, _ style: BulletStyle) -> Int? {
    var words: Int?
    if let end = signOrNumberEnd(at: start, before: limit, style) { words = skipWhite(end, to: limit) }
    var i = words ?? start
    while let end = pictureEnd(at: i, before: limit) {
      i = skipWhite(end, to: limit)
      words = i
    }
    if i > start, let end = signOrNumberEnd(at: i, before: limit, .body) { words = skipWhite(end, to: limit) }
    return words
  }

  private func signOrNumberEnd(at start: Int, before limit: Int, _ style: BulletStyle) -> Int? {
    guard start < limit, let sign = letter(at: start) else { return nil }
    let end = sign.span.end
    switch sign.scalar {
    case "-", "*", "+", "\u{2013}", "\u{2014}", "\u{2012}", "\u{2010}", "\u{2011}":
      if end >= limit || whiteLength(at: end) != nil { return end }
      guard style == .section, sign.scalar != "*", sign.scalar != "+", let next = letter(at: end) else {
        return nil
      }
      return next.scalar.isDigit || next.scalar == sign.scalar ? nil : end
    // Word's hollow bullet comes out of it as this letter, set off by a tab or several spaces.
    case "o" where style == .section:
      let words = skipWhite(end, to: limit)
      return words < limit && (byte(end) == 0x09 || words - end > 1) ? end : nil
    case "0"..."9", "(":
      var i = sign.scalar == "(" ? end : start
      let digits = i
      while i < limit, isDigit(byte(i)), i - digits < 3 { i += 1 }
      guard i > digits, byte(i) == 0x29 || (byte(i) == 0x2E && sign.scalar != "(") else { return nil }
      return whiteLength(at: i + 1) != nil && i + 1 < limit ? i + 1 : nil
    default: return nil
    }
  }

  /// Where an emoji or a sign that serves as a bullet ends, with all that belongs to it: joined emoji, skin
  /// tones, variation selectors, keycaps, flags.
  func pictureEnd(at start: Int, before limit: Int) -> Int? {
    guard byte(start) >= 0x80 || byte(start + 1) == 0xEF || byte(start + 1) == 0xE2 else { return nil }
    guard start < limit, let first = letter(at: start) else { return nil }
    let next = letter(at: first.span.end)?.scalar
    if first.scalar.value < 0x80 {
      guard first.scalar.isDigit || first.scalar == "#" || first.scalar == "*" else { return nil }
      var i = first.span.end
      if next == "\u{FE0F}" { i += 3 }
      return letter(at: i)?.scalar == "\u{20E3}" && i + 3 <= limit ? i + 3 : nil
    }
    let isPicture =
      first.scalar.properties.isEmojiPresentation || first.scalar.properties.isEmoji && next == "\u{FE0F}"
      || isBulletSign(first.scalar)
    guard isPicture else { return nil }
    var i = first.span.end
    while i < limit, let letter = letter(at: i) {
      if belongsToPicture(letter.scalar) {
        i = letter.span.end
      } else if letter.scalar == "\u{200D}", let joined = self.letter(at: letter.span.end),
        joined.scalar.properties.isEmoji, joined.scalar.value > 0x7F
      {
        i = joined.span.end
      } else {
        break
      }
    }
    return i <= limit ? i : nil
  }

  private func belongsToPicture(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE0E, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF, 0xE0020...0xE007F: true
    default: false
    }
  }

  private func isBulletSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB7, 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2190...0x21FF, 0x25A0...0x2767, 0x2776...0x27BF,
      0x2B00...0x2BFF:
      true
    default: false
    }
  }
}
