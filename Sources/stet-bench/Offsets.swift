import TextAnalysis

/// For each byte offset into a text, how many code points begin before it. One pass, whatever their number.
func codePoints(beforeBytes offsets: [Int], in text: String) -> [Int] {
  var text = text
  return text.withUTF8 { bytes in
    var result = offsets
    var position = 0
    var count = 0
    for index in ascending(offsets) {
      let offset = min(offsets[index], bytes.count)
      while position < offset {
        if beginsCodePoint(bytes[position]) { count += 1 }
        position += 1
      }
      result[index] = count
    }
    return result
  }
}

/// For each count of code points from the beginning of a text, the byte offset behind them; nil when one of
/// them is negative or more than the text has. One pass, whatever their number.
func bytes(afterCodePoints counts: [Int], in text: String) -> [Int]? {
  var text = text
  return text.withUTF8 { bytes in
    var result = counts
    var position = 0
    var count = 0
    for index in ascending(counts) {
      while count < counts[index], position < bytes.count {
        count += 1
        position += 1
        while position < bytes.count, !beginsCodePoint(bytes[position]) { position += 1 }
      }
      guard count == counts[index] else { return nil }
      result[index] = position
    }
    return result
  }
}

/// Spans of bytes as spans of code points, in the same order.
func inCodePoints(_ spans: [Span], of text: String) -> [Span] {
  pairs(codePoints(beforeBytes: spans.flatMap { [$0.start, $0.end] }, in: text))
}

/// Spans of code points as spans of bytes, in the same order; nil when one lies outside the text.
func inBytes(_ spans: [Span], of text: String) -> [Span]? {
  bytes(afterCodePoints: spans.flatMap { [$0.start, $0.end] }, in: text).map(pairs)
}

private func pairs(_ offsets: [Int]) -> [Span] {
  stride(from: 0, to: offsets.count - 1, by: 2).map { Span(offsets[$0], offsets[$0 + 1]) }
}

private func ascending(_ numbers: [Int]) -> [Int] {
  numbers.indices.sorted { numbers[$0] < numbers[$1] }
}

private func beginsCodePoint(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
