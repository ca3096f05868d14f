/// The sentences of one paragraph, and the offsets at which one ran into another without a space.
///
/// A paragraph that is not text (a heading, a table row) has none. Every scan looks only a few words ahead or
/// back, so the cost grows with the length of the paragraph and nothing else.
func splitSentences(
  _ paragraph: Span, in source: Source, isText: Bool = true
) -> (sentences: [Span], joints: [Int]) {
  guard isText else { return ([], []) }
  var sentences: [Span] = []
  var joints: [Int] = []
  var start = paragraph.start
  var i = paragraph.start
  while true {
    let stop = source.nextStop(from: i, to: paragraph.end)
    guard stop < paragraph.end else { break }
    i = stop
    while i < paragraph.end, let length = source.stopLength(at: i) { i += length }
    let stops = Span(stop, i)
    let closed = source.skipClosers(i, to: paragraph.end)
    let next = source.skipWhite(closed, to: paragraph.end)
    let boundary: Int?
    if next >= paragraph.end {
      boundary = paragraph.end
    } else if next > closed {
      boundary = source.endsSentence(stops, closed: closed, next: next, in: paragraph) ? closed : nil
      i = closed
    } else {
      boundary = source.joint(stops, after: start, in: paragraph)
      if let boundary { joints.append(boundary) }
    }
    guard let boundary else { continue }
    append(source.trimmed(Span(start, boundary)), to: &sentences, source)
    start = boundary
    i = max(i, boundary)
  }
  append(source.trimmed(Span(start, paragraph.end)), to: &sentences, source)
  guard !joints.isEmpty else { return (sentences, []) }
  // A joint in front of nothing but signs begins no sentence.
  let starts = Set(sentences.map(\.start))
  return (sentences, joints.filter(starts.contains))
}

/// What has no letter is no sentence: it belongs to the one before.
private func append(_ sentence: Span, to sentences: inout [Span], _ source: Source) {
  guard !sentence.isEmpty else { return }
  if source.hasLetterOrDigit(sentence) {
    sentences.append(sentence)
  } else if let last = sentences.last {
    sentences[sentences.count - 1] = Span(last.start, sentence.end)
  }
}

private let clockEndings = WordSet("p.m a.m")

extension Source {
  /// Whether the words end as a sentence does: a stop, and maybe what closes a quotation.
  func endsSentence(_ span: Span) -> Bool {
    var i = span.end
    for _ in 0..<4 {
      guard let last = letter(before: i), last.span.start >= span.start else { return false }
      if isStop(at: last.span.start) { return true }
      guard isCloser(last.scalar) else { return false }
      i = last.span.start
    }
    return false
  }

  /// The first stop from a place on; `limit` when there is none.
  fileprivate func nextStop(from start: Int, to limit: Int) -> Int {
    let bytes = bytes.span
    var i = start
    while i < limit {
      // Eight bytes at once: most have no stop.
      let chunk = load(bytes, i)
      let wide = chunk & (chunk &<< 1) & (chunk &<< 2) & 0x8080_8080_8080_8080
      guard holds(0x2E, chunk) | holds(0x21, chunk) | holds(0x3F, chunk) | wide != 0 else {
        i &+= 8
        continue
      }
      for at in i..<min(i + 8, limit) where bytes[at] < 0x40 || bytes[at] >= 0xE2 {
        if stopLength(at: at) != nil { return at }
      }
      i &+= 8
    }
    return limit
  }

  func isStop(at offset: Int) -> Bool { stopLength(at: offset) != nil }

  fileprivate func stopLength(at offset: Int) -> Int? {
    switch byte(offset) {
    case 0x2E, 0x21, 0x3F: return 1
    case 0xE2 where byte(offset + 1) == 0x80 && byte(offset + 2) == 0xA6: return 3
    case 0xE3 where byte(offset + 1) == 0x80 && byte(offset + 2) == 0x82: return 3
    case 0xEF where byte(offset + 1) == 0xBC && (byte(offset + 2) == 0x81 || byte(offset + 2) == 0x9F):
      return 3
    default: return nil
    }
  }

  fileprivate func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "\u{2019}", "\u{201D}", ")", "]", "\u{BB}", "*", "_": true
    default: false
    }
  }

  func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "\u{2018}", "\u{201C}", "(", "[", "\u{AB}", "*", "_": true
    default: false
    }
  }

  fileprivate func skipClosers(_ offset: Int, to limit: Int) -> Int {
    var i = offset
    while i < limit, let letter = letter(at: i), isCloser(letter.scalar) { i = letter.span.end }
    return i
  }

  /// The word that ends right before `offset`, with the dots inside it; at most `longest` bytes of it.
  func word(before offset: Int, from limit: Int) -> Span {
    let longest = 24
    var start = offset
    while start > max(limit, offset - longest) {
      if isWordByte(bytes[start - 1]) {
        start -= 1
        continue
      }
      guard let letter = letter(before: start), letter.span.start >= limit else { break }
      let isInside = letter.scalar == "." && start < offset
      guard isInside || letter.scalar.properties.isAlphabetic || letter.scalar.isDigit else { break }
      start = letter.span.start
    }
    return Span(start, offset)
  }

  /// The word that begins at `offset`, letters only; at most 24 bytes of it.
  func word(at offset: Int, before limit: Int) -> Span {
    var end = offset
    while end < limit, end - offset < 24 {
      if isASCIILetter(byte(end)) {
        end += 1
        continue
      }
      guard let letter = letter(at: end), letter.scalar.value >= 0x80, letter.scalar.properties.isAlphabetic
      else { break }
      end = letter.span.end
    }
    return Span(offset, min(end, limit))
  }

  /// Whether a sentence ends at stops that white space follows.
  fileprivate func endsSentence(_ stops: Span, closed: Int, next: Int, in paragraph: Span) -> Bool {
    var first = next
    while let letter = letter(at: first), first < paragraph.end, isOpener(letter.scalar) {
      first = letter.span.end
    }
    guard first < paragraph.end, let beginning = letter(at: first) else { return true }
    if isStop(at: first) || beginning.scalar.isLower { return false }
    let nextWord = word(at: first, before: paragraph.end)
    let isSingleDot = stops.end - stops.start == 1 && byte(stops.start) == 0x2E
    if isSingleDot {
      return closed > stops.end
        || !isAbbreviated(
          word(before: stops.start, from: paragraph.start), beforeWord: nextWord, beginning.scalar)
    }
    // "Why now?" Smith asked.
    let isQuestion = byte(stops.end - 1) == 0x3F || byte(stops.end - 1) == 0x21
    return !(isQuestion && closed > stops.end && isFollowedBySpeech(first, before: paragraph.end))
  }

  private func isFollowedBySpeech(_ offset: Int, before limit: Int) -> Bool {
    var i = offset
    for _ in 0..<4 {
      let word = word(at: i, before: limit)
      guard !word.isEmpty else { return false }
      if speechVerbs.contains(key(word)) { return true }
      i = skipWhite(word.end, to: limit)
      guard i > word.end else { return false }
    }
    return false
  }

  /// Where the second sentence begins when stops stand between a word's end and a capital without a space.
  fileprivate func joint(_ stops: Span, after start: Int, in paragraph: Span) -> Int? {
    var begin = stops.end
    // A closing mark belongs to the first sentence; a straight one too, when a word follows it.
    while let mark = letter(at: begin), mark.scalar != "'", isCloser(mark.scalar), mark.scalar != "*",
      mark.scalar != "_"
    {
      begin = mark.span.end
    }
    var first = begin
    while let mark = letter(at: first), isOpener(mark.scalar), first - begin < 8 { first = mark.span.end }
    guard first < paragraph.end, let capital = letter(at: first), capital.scalar.isUpper else { return nil }
    guard let last = letter(before: stops.start), last.span.start >= paragraph.start else { return nil }
    let endsWord =
      last.scalar.isLower || isCloser(last.scalar) || last.scalar == "%"
      || last.scalar.isDigit && letter(before: last.span.start)?.scalar.isDigit == true
    guard endsWord, !endsAddress(stops.start, from: start) else { return nil }
    let before = word(before: stops.start, from: paragraph.start)
    let after = word(at: first, before: paragraph.end)
    let isSingleDot = stops.end - stops.start == 1 && byte(stops.start) == 0x2E && first == stops.end
    guard isSingleDot else { return begin }
    if fileEndings.contains(key(after)) { return nil }
    if letter(at: before.start)?.scalar.isUpper == true, titles.contains(key(before)) { return nil }
    if hasDotInside(before) && !endsClock(before) { return nil }
    return begin
  }

  private func endsClock(_ word: Span) -> Bool {
    clockEndings.contains(key(word))
  }

  /// Whether the run of signs since the last white space is a web or mail address or a handle.
  private func endsAddress(_ end: Int, from limit: Int) -> Bool {
    var start = end
    while start > max(limit, end - 200), bytes[start - 1] > 0x20 { start -= 1 }
    guard start < end else { return false }
    if bytes[start] == 0x40 || bytes[start] == 0x23 { return true }
    for i in start..<end {
      if bytes[i] == 0x40 || bytes[i] == 0x5C { return true }
      if bytes[i] == 0x2F, byte(i + 1) == 0x2F { return true }
      if bytes[i] | 0x20 == 0x77, reads("www.", at: i, before: end) { return true }
    }
    return false
  }

  func hasDotInside(_ word: Span) -> Bool {
    bytes[word.start..<word.end].contains(0x2E)
  }
}
