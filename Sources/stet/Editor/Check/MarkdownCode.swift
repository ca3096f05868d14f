/// Behind the fenced code that begins on the line at this offset; nil when none does. Code that no fence closes
/// goes on to the end, as in Markdown.
func endOfFencedCode(_ bytes: [UInt8], at start: Int) -> Int? {
  guard let opening = fence(bytes, at: start) else { return nil }
  var end = endOfLine(bytes, from: opening.end)
  if opening.sign == backtick, bytes[opening.end..<end].contains(backtick) { return nil }
  while end < bytes.count {
    let line = nextLine(bytes, after: end)
    end = endOfLine(bytes, from: line)
    if let closing = fence(bytes, at: line), closing.sign == opening.sign, closing.length >= opening.length,
      isBlank(bytes[closing.end..<end])
    {
      return end
    }
  }
  return bytes.count
}

/// Where code within a paragraph may begin, and where it would end: behind the paragraph's next run of as many
/// backticks.
func endsOfInlineCode(_ bytes: [UInt8]) -> [Int: Int] {
  var ends: [Int: Int] = [:]
  /// The last run of each length in this paragraph.
  var starts: [Int: Int] = [:]
  var line = 0
  while line < bytes.count {
    let end = endOfLine(bytes, from: line)
    let words = line + bytes[line..<end].prefix { $0 == 0x20 }.count
    if isBlank(bytes[line..<end]) || fence(bytes, at: line) != nil || beginsComment(bytes, at: words) {
      starts = [:]
    }
    var i = line
    while i < end {
      let length = bytes[i] == backtick ? bytes[i..<end].prefix { $0 == backtick }.count : 0
      if length > 0 {
        if let start = starts[length] { ends[start] = i + length }
        starts[length] = i
      }
      i += max(1, length)
    }
    line = nextLine(bytes, after: end)
  }
  return ends
}

/// Whether `<!--` stands here.
func beginsComment(_ bytes: [UInt8], at offset: Int) -> Bool {
  offset < bytes.count && bytes[offset] == UInt8(ascii: "<") && bytes[offset...].starts(with: "<!--".utf8)
}

private let backtick = UInt8(ascii: "`")

/// Three or more backticks or tildes at the beginning of a line, behind at most three spaces.
private func fence(_ bytes: [UInt8], at line: Int) -> (sign: UInt8, length: Int, end: Int)? {
  let spaces = bytes[line...].prefix(4).prefix { $0 == 0x20 }.count
  let start = line + spaces
  guard spaces < 4, start < bytes.count, bytes[start] == backtick || bytes[start] == UInt8(ascii: "~") else {
    return nil
  }
  let length = bytes[start...].prefix { $0 == bytes[start] }.count
  return length < 3 ? nil : (bytes[start], length, start + length)
}

private func endOfLine(_ bytes: [UInt8], from start: Int) -> Int {
  bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
}

/// - Parameter end: of a line.
private func nextLine(_ bytes: [UInt8], after end: Int) -> Int {
  guard end < bytes.count else { return end }
  return end + (bytes[end...].starts(with: [0x0D, 0x0A]) ? 2 : 1)
}

private func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
