import Client
import Editorial
import FoundationEssentials
import NIOHTTP1
import Testing
import TextAnalysis
import Wire

@testable import Server

/// Whether pandoc is there; says what is not checked where it is not.
private let hasPandoc: Bool = {
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  if folders.contains(where: { FileManager.default.isExecutableFile(atPath: "\($0)/pandoc") }) { return true }
  print("pandoc is not installed. Not checked: .docx, .odt and HTML.")
  return false
}()

@Suite("Files that pandoc converts")
struct ConversionTests {
  private static let page = """
    <html><body><h1>Harbour fire</h1><p>The pump failed at 40 bar [sic]. The owner plans to appeal.</p>
    <h2>Key points</h2><ul><li>The pump failed at 40 bar.</li></ul></body></html>
    """

  @Test(
    "Signs that pandoc marks stand as they were written",
    arguments: [
      (#"40 \* 2 \[sic\]"#, "40 * 2 [sic]"), (#"a\_b \\ c"#, #"a_b \ c"#), (#"C:\new"#, #"C:\new"#),
      (#"end\"#, #"end\"#),
      ("plain", "plain"), ("\\\n", "\\\n"),
    ])
  func escapes(markdown: String, words: String) { #expect(withoutEscapes(markdown) == words) }

  @Test("A page is filed with its words as text and its bytes as they came", .enabled(if: hasPandoc))
  func page() async throws {
    try await withHouse { house in
      let reply = try await house.send(
        .POST, "/v1/drafts?filename=fire.html&published=2024-07-13", body: Array(Self.page.utf8),
        type: "text/html",
        key: "a")
      #expect(reply.status == 201)
      let draft = try reply.value(DraftAnswer.self).draft
      #expect(draft.slug == "harbour-fire" && draft.headline == "Harbour fire")
      #expect(draft.keyPoints.map(\.text) == ["The pump failed at 40 bar.", "Harbour fire"])
      let text = try await house.api("ana").text(of: "harbour-fire", revision: 1)
      #expect(String(decoding: text, as: UTF8.self).contains("40 bar [sic]. The owner plans"))
      let original = try await house.get("/v1/drafts/harbour-fire/revisions/r1/original")
      #expect(original.body == Array(Self.page.utf8) && original.header("Content-Type") == "text/html")
    }
  }

  @Test("What is no such file is refused, and nothing is filed", .enabled(if: hasPandoc))
  func broken() async throws {
    try await withHouse { house in
      for type in [MediaType.docx, MediaType.odt] {
        let reply = try await house.send(
          .POST, "/v1/drafts?slug=a", body: Array("no zip".utf8), type: type, key: type)
        #expect(reply.status == 422 && reply.problem?.type == "/problems/pandoc")
        #expect(reply.problem?.detail.hasSuffix("Nothing was filed.") == true)
      }
      let reply = try await house.send(.POST, "/v1/drafts?slug=a", body: [1], type: "image/png", key: "p")
      #expect(reply.status == 415)
      #expect(try await house.rows()["drafts"] == 0)
    }
  }
}
