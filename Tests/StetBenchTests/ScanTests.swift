import Testing
import TextAnalysis

@testable import stet_bench

@Suite("Texts to scan")
struct ScanTextsTests {
  private let texts = try? ScanTexts(documents: [
    ScanDocument(bytes: Array("Café. No!\n".utf8), dateline: .earliest),
    ScanDocument(bytes: Array("Why?".utf8), dateline: .earliest),
  ])

  @Test("Prose is as long as asked for, up to the last whole character")
  func prose() throws {
    let texts = try #require(texts)
    #expect(texts.prose(13) == Array("Café. No!\n\n\n".utf8))
    #expect(texts.prose(4) == Array("Caf".utf8))
    #expect(texts.prose(5) == Array("Café".utf8))
    #expect(texts.prose(1_000).count == 1_000)
    #expect(texts.withoutStops(17) == Array("Café, No,   Why,".utf8))
  }

  @Test("Documents are repeated until they have the size")
  func repeated() throws {
    let texts = try #require(texts)
    #expect(texts.repeated(to: 1).count == 1)
    #expect(texts.repeated(to: 16).map(\.bytes.count) == [11, 4, 11])
  }

  @Test("What is no draft is left out, and nothing but that is refused")
  func noDraft() throws {
    let empty = ScanDocument(bytes: [], dateline: .earliest)
    #expect(throws: UnusableLine.self) { try ScanTexts(documents: [empty]) }
  }
}
