import Testing
import TextAnalysis

@Suite("What cannot be read")
struct UnreadableTests {
  private func refusal(_ bytes: [UInt8]) -> Unreadable? {
    do {
      _ = try Manuscript(bytes: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("The first byte that is no UTF-8 is named with line, column, and the line around it")
  func notUTF8() throws {
    let unreadable = try #require(
      refusal(Array("One line.\nA caf".utf8) + [0xE9] + Array(" on the corner.\n".utf8)))
    #expect(unreadable.reason == .notUTF8(byte: 0xE9))
    #expect(unreadable.offset == 15)
    #expect(unreadable.line == 2)
    #expect(unreadable.column == 6)
    #expect(unreadable.excerpt == "A caf? on the corner.")
    #expect(unreadable.caret == 5)
  }

  @Test(
    "Broken sequences are found wherever they stand",
    arguments: [
      ([0x61, 0x80], 1), ([0x61, 0xC0, 0xAF], 1), ([0x61, 0xE2, 0x82], 1), ([0xED, 0xA0, 0x80], 0),
      ([0x61, 0x62, 0xF5, 0x80], 2),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], 4),
    ] as [([UInt8], Int)])
  func broken(bytes: [UInt8], offset: Int) {
    #expect(refusal(bytes)?.offset == offset)
    #expect(refusal(bytes)?.reason == .notUTF8(byte: bytes[offset]))
  }

  @Test("A byte order mark is no column")
  func markAndColumn() {
    let unreadable = refusal([0xEF, 0xBB, 0xBF, 0x61, 0xFF])
    #expect(unreadable?.column == 2)
  }

  @Test(
    "Other kinds of files are called by their name",
    arguments: [
      (Array("%PDF-1.7\n".utf8), "a PDF file"), (Array("{\\rtf1 Words}".utf8), "a Rich Text (RTF) file"),
      (Array("PK\u{3}\u{4}xxxxword/document.xml".utf8), "a Word document"),
      (Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.text".utf8), "an OpenDocument file"),
      (Array("PK\u{3}\u{4}notes.txt".utf8), "a ZIP archive"), ([0xFF, 0xFE, 0x41, 0x00], "a text in UTF-16"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG picture"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Word document"),
    ] as [([UInt8], String)])
  func binary(bytes: [UInt8], kind: String) {
    #expect(refusal(bytes)?.reason == .binary(kind: kind))
  }

  @Test(
    "Nothing, and nothing but white space, is empty",
    arguments: ["", " \n\t\r\n", "\u{FEFF}", "\u{FEFF}\n", "\u{A0}\u{2003}"])
  func empty(text: String) {
    #expect(refusal(Array(text.utf8))?.reason == .empty)
  }

  @Test("A zero byte is refused at its place")
  func nul() {
    let unreadable = refusal(Array("ab\ncd\u{0}e".utf8))
    #expect(unreadable?.reason == .nul)
    #expect(unreadable?.offset == 5)
    #expect(unreadable?.line == 2)
    #expect(unreadable?.excerpt == "cd?e")
  }

  @Test("One byte over the limit is too long, the limit itself is not")
  func tooLong() {
    let fits = [UInt8](repeating: 0x61, count: Manuscript.sizeLimit)
    #expect(refusal(fits) == nil)
    #expect(refusal(fits + [0x61])?.reason == .tooLong(limit: 1_048_576))
  }

  @Test("A second section of one name is refused with both lines")
  func twoSections() {
    let unreadable = refusal(Array("Body.\n\nKey points\n- One\n\n## KEY POINTS\n- Two\n".utf8))
    #expect(unreadable?.reason == .twoSections(name: "Key points", firstLine: 3))
    #expect(unreadable?.line == 6)
    #expect(unreadable?.offset == 25)
  }

  @Test("Front matter that is never closed is refused, a line drawn across is not")
  func unclosed() {
    #expect(refusal(Array("---\nslug: harbour\n\nThe story.\n".utf8))?.reason == .unclosedFrontMatter)
    #expect(refusal(Array("---\n\nThe story.\n".utf8)) == nil)
  }

  @Test("A long line is shown in part, with the place in sight")
  func excerpt() throws {
    let text =
      Array(String(repeating: "x", count: 500).utf8) + [0xFF] + Array(String(repeating: "y", count: 500).utf8)
    let unreadable = try #require(refusal(text))
    let excerpt = try #require(unreadable.excerpt)
    let caret = try #require(unreadable.caret)
    #expect(excerpt.unicodeScalars.count <= 64)
    #expect(Array(excerpt)[caret] == "?")
    #expect(excerpt.hasPrefix("…") && excerpt.hasSuffix("…"))
    let wide = try #require(refusal(Array("東京".utf8) + [0xFF]))
    #expect(wide.caret == 4)
  }
}
