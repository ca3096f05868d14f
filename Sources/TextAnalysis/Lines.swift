/// The lines of a text without what ends them: LF, CR, or CRLF.
struct Lines {
  let source: Source
  let spans: [Span]

  init(_ source: Source) {
    var spans: [Span] = []
    var start = 0
    let bytes = source.bytes.span
    var i = nextLineEnd(bytes, from: 0)
    while i < bytes.count {
      spans.append(Span(start, i))
      if bytes[i] == 0x0D, i + 1 < bytes.count, bytes[i + 1] == 0x0A { i += 1 }
      start = i + 1
      i = nextLineEnd(bytes, from: start)
    }
    if start < bytes.count { spans.append(Span(start, bytes.count)) }
    self.source = source
    self.spans = spans
  }

  var count: Int { spans.count }

  subscript(_ line: Int) -> Span { spans[line] }

  func content(_ line: Int) -> Span { source.trimmed(spans[line]) }

  func isBlank(_ line: Int) -> Bool { content(line).isEmpty }

  /// White space before the first word, a tab as four columns.
  func indent(_ line: Int) -> Int {
    var columns = 0
    var i = spans[line].start
    while i < spans[line].end, let length = source.whiteLength(at: i) {
      columns += source.byte(i) == 0x09 ? 4 : 1
      i += length
    }
    return columns
  }

  /// Three or more of one of `-`, `*`, `_` and nothing else: a line drawn across, or the underlining of a heading.
  func isRule(_ line: Int) -> Bool { isRun(line, of: [0x2D, 0x2A, 0x5F], atLeast: 3) }

  func isUnderline(_ line: Int, of mark: UInt8) -> Bool { isRun(line, of: [mark], atLeast: 2) }

  private func isRun(_ line: Int, of marks: [UInt8], atLeast count: Int) -> Bool {
    let content = content(line)
    let mark = source.byte(content.start)
    guard marks.contains(mark) else { return false }
    var seen = 0
    for i in content.start..<content.end {
      if source.bytes[i] == mark {
        seen += 1
      } else if source.bytes[i] != 0x20 {
        return false
      }
    }
    return seen >= count
  }
}

/// Where the next LF or CR stands; the number of bytes when there is none.
private func nextLineEnd(_ bytes: Swift.Span<UInt8>, from start: Int) -> Int {
  var i = start
  while i < bytes.count {
    let chunk = load(bytes, i)
    if holds(0x0A, chunk) | holds(0x0D, chunk) == 0 {
      i &+= 8
      continue
    }
    for at in i..<min(i + 8, bytes.count) where bytes[at] == 0x0A || bytes[at] == 0x0D { return at }
    i &+= 8
  }
  return bytes.count
}
