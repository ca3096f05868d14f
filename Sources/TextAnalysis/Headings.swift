enum SectionName: String {
  case keyPoints = "Key points"
  case contradictions = "Contradictions"
  case headline = "Headline"
  case standfirst = "Standfirst"
  case captions = "Captions"
  case push = "Push"
  case social = "Social"

  /// Whether it holds words around the story, which may stand anywhere in a file.
  var isAround: Bool { self != .keyPoints && self != .contradictions }
}

struct SectionHeading {
  let name: SectionName
  /// What follows on the same line: the first item, with its bullet if it has one. Empty when nothing does.
  let rest: Span
  let hasColon: Bool
}

extension Source {
  /// The heading of a section in any usual spelling: `Key points`, `KEY POINTS:`, `## Key points`,
  /// `**Key points**`, `Key Points -`. Words may follow on the line only behind a bullet, a colon or the
  /// end of emphasis, since "Key points of law were raised" is a sentence.
  func sectionHeading(_ line: Span) -> SectionHeading? {
    let line = trimmed(line)
    var i = line.start
    while byte(i) == 0x23, i - line.start < 6 { i += 1 }
    let isMarkdown = i > line.start
    i = skipWhite(i, to: line.end)
    while let end = pictureEnd(at: i, before: line.end) { i = skipWhite(end, to: line.end) }
    let emphasis = skipEmphasis(i, to: line.end)
    let isEmphasised = emphasis > i
    guard let (name, nameEnd) = sectionName(at: emphasis, before: line.end),
      !isLetterOrDigit(at: nameEnd) || pictureEnd(at: nameEnd, before: line.end) != nil
    else { return nil }
    i = isEmphasised ? skipEmphasis(nameEnd, to: line.end) : nameEnd
    let closed = i > nameEnd
    i = skipWhite(i, to: line.end)
    let hasColon = byte(i) == 0x3A && i < line.end
    if hasColon { i = skipWhite(isEmphasised ? skipEmphasis(i + 1, to: line.end) : i + 1, to: line.end) }
    var end = line.end
    if isMarkdown { while end > i, byte(end - 1) == 0x23 { end -= 1 } }
    let rest = trimmed(Span(i, end))
    if !hasLetterOrDigit(rest) {
      return SectionHeading(name: name, rest: Span(rest.end, rest.end), hasColon: hasColon)
    }
    guard hasColon || closed || beginsWithBullet(rest, afterGap: rest.start > nameEnd) else { return nil }
    return SectionHeading(name: name, rest: rest, hasColon: hasColon)
  }

  private func skipEmphasis(_ offset: Int, to limit: Int) -> Int {
    var i = offset
    while i < limit, i - offset < 3, byte(i) == 0x2A || byte(i) == 0x5F { i += 1 }
    return i
  }

  private func sectionName(at start: Int, before limit: Int) -> (SectionName, end: Int)? {
    if reads("contradiction", at: start, before: limit) {
      let end = start + 13
      return (.contradictions, lowered(byte(end)) == 0x73 && end < limit ? end + 1 : end)
    }
    guard reads("key", at: start, before: limit) else { return nameAround(at: start, before: limit) }
    var i = skipWhite(start + 3, to: limit)
    if i == start + 3, byte(i) == 0x2D { i += 1 }
    guard reads("point", at: i, before: limit) else { return nil }
    i += 5
    return (.keyPoints, lowered(byte(i)) == 0x73 && i < limit ? i + 1 : i)
  }

  /// `Standfirst`, `Caption`, `Push alert`, `Social posts`.
  private func nameAround(at start: Int, before limit: Int) -> (SectionName, end: Int)? {
    let names: [(StaticString, SectionName)] = [
      ("headline", .headline), ("standfirst", .standfirst), ("captions", .captions), ("caption", .captions),
      ("push alerts", .push), ("push alert", .push), ("push notification", .push), ("push", .push),
      ("social posts", .social), ("social post", .social), ("social", .social),
    ]
    for (spelling, name) in names where reads(spelling, at: start, before: limit) {
      return (name, start + spelling.utf8CodeUnitCount)
    }
    return nil
  }

  /// A dash with space on both sides also joins the halves of a sentence; then the words after it must not
  /// begin small.
  private func beginsWithBullet(_ rest: Span, afterGap: Bool) -> Bool {
    guard let words = wordsAfterBullet(at: rest.start, before: rest.end, .section), words < rest.end else {
      return false
    }
    guard let sign = letter(at: rest.start)?.scalar, let first = letter(at: words)?.scalar else {
      return false
    }
    switch sign {
    case "-", "\u{2010}"..."\u{2014}":
      return !first.isLower || (!afterGap && whiteLength(at: rest.start + 1) != nil)
    default: return true
    }
  }

  /// The words of a Markdown heading and its level; nil for any other line.
  func markdownHeading(_ line: Span) -> (level: Int, words: Span)? {
    let line = trimmed(line)
    var i = line.start
    while byte(i) == 0x23, i < line.end { i += 1 }
    let level = i - line.start
    guard (1...6).contains(level), i == line.end || whiteLength(at: i) != nil else { return nil }
    var end = line.end
    while end > i, byte(end - 1) == 0x23 { end -= 1 }
    if end > i, whiteLength(at: end - 1) == nil { end = line.end }
    return (level, trimmed(Span(i, end)))
  }
}
