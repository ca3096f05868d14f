let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// Throws unless the bytes are a text that a manuscript can be read from.
func refuseWhatIsNoText(_ bytes: [UInt8]) throws(Unreadable) {
  guard !bytes.isEmpty else { throw Unreadable(.empty, at: 0, of: bytes, showing: false) }
  if let kind = kindOfFile(bytes) {
    throw Unreadable(.binary(kind: kind), at: 0, of: bytes, showing: false)
  }
  guard bytes.count <= Manuscript.sizeLimit else {
    throw Unreadable(
      .tooLong(limit: Manuscript.sizeLimit), at: Manuscript.sizeLimit, of: bytes, showing: false)
  }
  let nul = bytes.firstIndex(of: 0)
  let broken = firstBrokenByte(bytes)
  if let nul, nul < broken ?? Int.max { throw Unreadable(.nul, at: nul, of: bytes) }
  if let broken { throw Unreadable(.notUTF8(byte: bytes[broken]), at: broken, of: bytes) }
  let source = Source(bytes: bytes)
  let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  guard source.skipWhite(start, to: bytes.count) < bytes.count else {
    throw Unreadable(.empty, at: 0, of: bytes, showing: false)
  }
}

private func firstBrokenByte(_ bytes: [UInt8]) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

/// What a file is that only looks like text to somebody who sends it: known by its first bytes.
private func kindOfFile(_ bytes: [UInt8]) -> String? {
  for (signature, kind) in signatures where bytes.starts(with: signature) { return kind }
  if bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return "a video or picture file" }
  guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
  let head = bytes.prefix(4_096)
  if holds(head, "word/") || holds(head, "[Content_Types].xml") { return "a Word document" }
  return holds(head, "opendocument") ? "an OpenDocument file" : "a ZIP archive"
}

private let signatures: [(signature: [UInt8], kind: String)] = [
  (Array("%PDF-".utf8), "a PDF file"),
  (Array("{\\rtf".utf8), "a Rich Text (RTF) file"),
  ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Word document"),
  ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
  ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
  (Array("GIF8".utf8), "a GIF picture"),
  ([0x1F, 0x8B], "a gzip archive"),
  ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
  (Array("Rar!".utf8), "a RAR archive"),
  ([0x7F, 0x45, 0x4C, 0x46], "a program"),
  ([0xFF, 0xFE, 0x00, 0x00], "a text in UTF-32"),
  ([0x00, 0x00, 0xFE, 0xFF], "a text in UTF-32"),
  ([0xFF, 0xFE], "a text in UTF-16"),
  ([0xFE, 0xFF], "a text in UTF-16"),
]

private func holds(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
  let wanted = Array(word.utf8)
  return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
}

extension Unreadable {
  /// `offset` counts from the first byte that came in, `bytes` are all of them.
  init(_ reason: Reason, at offset: Int, of bytes: [UInt8], showing: Bool = true) {
    let offset = min(max(0, offset), bytes.count)
    let textStart = bytes.starts(with: byteOrderMark) ? min(byteOrderMark.count, offset) : 0
    let before = Array(bytes[textStart..<offset])
    let place = before.withUnsafeBufferPointer { TextAnalysis.place(of: $0.count, in: $0) }
    let excerpt = showing ? Excerpt(of: bytes, from: textStart, around: offset) : nil
    self.init(
      reason: reason, offset: offset, line: place.line, column: place.column, excerpt: excerpt?.words,
      caret: excerpt?.caret)
  }
}
