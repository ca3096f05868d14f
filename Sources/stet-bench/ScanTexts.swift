import TextAnalysis

/// A text to be read as one manuscript, and the day its words speak from.
struct ScanDocument {
  let bytes: [UInt8]
  let dateline: CivilDate
}

/// The news of the development data: its stories, and newswire.
func newsDocuments(folder: String) throws -> [ScanDocument] {
  let stories = try rows(Story.self, ofFile: "\(folder)/news/stories.dev.jsonl").map {
    ScanDocument(bytes: Array($0.body.utf8), dateline: try day($0.published, field: "published"))
  }
  return try stories
    + rows(TimesDocument.self, ofFile: "\(folder)/times/train.docs.jsonl").map {
      ScanDocument(bytes: Array($0.text.utf8), dateline: try writingTime($0.dct).day)
    }
}

/// A draft in a file; any day does for its speed.
func document(ofFile path: String) throws -> ScanDocument {
  ScanDocument(bytes: try contents(ofFile: path), dateline: CivilDate("2024-07-13") ?? .latest)
}

/// What is measured: the documents, and texts of awkward shape that are made of them.
struct ScanTexts {
  let documents: [ScanDocument]

  init(documents: [ScanDocument]) throws {
    self.documents = documents.filter { (try? Manuscript(bytes: $0.bytes)) != nil }
    if self.documents.isEmpty { throw UnusableLine(description: "None of the files is a draft.") }
  }

  /// The documents one after the other, from the beginning again, until they have that many bytes.
  func repeated(to limit: Int) -> [ScanDocument] {
    var result: [ScanDocument] = []
    var size = 0
    while size < limit {
      let next = documents[result.count % documents.count]
      result.append(next)
      size += next.bytes.count
    }
    return result
  }

  /// So many bytes of the documents, a blank line between two, up to the last whole character.
  func prose(_ size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var number = 0
    while bytes.count < size {
      bytes += documents[number % documents.count].bytes + [0x0A, 0x0A]
      number += 1
    }
    return wholeCharacters(bytes, size)
  }

  /// Prose in one paragraph.
  func oneParagraph(_ size: Int) -> [UInt8] { prose(size).map { $0 < 0x20 ? 0x20 : $0 } }

  /// Prose in one sentence.
  func withoutStops(_ size: Int) -> [UInt8] {
    oneParagraph(size).map { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F ? 0x2C : $0 }
  }
}

private func wholeCharacters(_ bytes: [UInt8], _ size: Int) -> [UInt8] {
  var end = min(size, bytes.count)
  while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
  return Array(bytes[..<end])
}
