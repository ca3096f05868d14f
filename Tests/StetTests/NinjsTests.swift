import Editorial
import FoundationEssentials
import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("A story that goes to another system and comes back")
struct NinjsTests {
  private static let today = CivilDate("2026-11-23") ?? .latest

  private func outgoing(_ text: String, _ change: (inout Metadata) -> Void = { _ in }, live: Bool = true)
    throws
    -> OutgoingStory
  {
    var metadata = Metadata(
      slug: "harbour-fire", headline: "Harbour fire", byline: ["Ana Ruiz", "Ben Okri"],
      published: CivilDate("2016-07-13"),
      matters: ["the-inquiry"], tags: ["court"], wire: "AP",
      around: [
        .standfirst: ["A pump and a leak"], .push: ["Fire in the harbour"],
        .caption: ["The pump", "The quay"],
      ])
    change(&metadata)
    let filing = try Filing(
      bytes: Array(text.utf8), mediaType: "text/plain", fileName: nil, options: metadata)
    return try outgoing(ImportedStory(item: "x", digest: [], filing: filing), live: live)
  }

  private func outgoing(_ story: ImportedStory, live: Bool = true, corrections: [OutgoingCorrection] = [])
    throws -> OutgoingStory
  {
    OutgoingStory(
      slug: story.slugs[0], revision: 1, manuscript: story.manuscript,
      headline: story.manuscript.headline?.words,
      byline: story.metadata.byline ?? [], dateline: story.on, published: live ? story.on : nil,
      firstPublished: live ? story.on : nil, at: "\(story.on)T09:30:00-07:00",
      firstAt: live ? "\(story.on)T09:30:00-07:00" : nil, matters: story.metadata.matters,
      tags: story.metadata.tags ?? [],
      wire: story.metadata.wire, corrections: corrections)
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func imported(_ json: String) async throws -> ImportedStory {
    try await importedStory(
      ArchiveItem(file: "a.json", line: nil, mediaType: MediaType.json, bytes: Array(json.utf8)),
      today: Self.today)
  }

  private func fault(_ json: String) async -> String {
    do throws(ArchiveFault) {
      _ = try await importedStory(
        ArchiveItem(file: "a.json", line: nil, mediaType: MediaType.json, bytes: Array(json.utf8)),
        today: Self.today)
      return "filed"
    } catch {
      return error.why
    }
  }

  private static let texts = [
    "The pump failed at 40 bar. The owner plans to appeal.\n\nThe inquiry is ongoing.\n\nKey points\n- The pump failed at 40 bar.\n- The owner appeals.\n",
    "One paragraph — with “quotation marks”, ½ and \\ signs.",
    "From: desk@example.org\nSubject: fire\n\nThe pump failed at 40 bar, the crew said on Tuesday.\n\n- A list\n- of two items\n",
  ]

  @Test("ninjs out and in again is the same story, word for word", arguments: texts)
  func roundTrip(text: String) async throws {
    let first = try outgoing(text)
    let story = try await imported(json(NinjsItem(first)))
    let second = try outgoing(story)
    #expect(try json(NinjsItem(first)) == json(NinjsItem(second)))
    #expect(first.paragraphs == second.paragraphs && !first.paragraphs.isEmpty)
    #expect(first.keyPoints == second.keyPoints && first.byline == second.byline)
    #expect(
      second.around.map(\.words) == [
        ["A pump and a leak"], ["The pump", "The quay"], ["Fire in the harbour"],
      ])
    #expect(story.on == CivilDate("2016-07-13") && story.item == "urn:x-stet:harbour-fire")
    #expect(story.metadata.matters == ["the-inquiry"] && story.metadata.wire == "AP")
  }

  @Test("Another word in it is another story: negative control")
  func control() async throws {
    let first = try json(NinjsItem(outgoing(Self.texts[0])))
    let story = try await imported(first.replacing("40 bar", with: "50 bar"))
    let second = try json(NinjsItem(outgoing(story)))
    #expect(first != second)
  }

  @Test("Spellings of ninjs 1 are read, and the plain body before the marked up one")
  func older() async throws {
    let story = try await imported(
      #"""
      {"uri":"http://x.example/1","type":"text","versioncreated":"2016-07-13T10:37:00Z","pubstatus":"usable",
       "byline":"Ana Ruiz","headline":"Harbour fire","body_xhtml":"<p>Marked.</p>","body_text":"The pump failed.",
       "subject":[{"code":"1"}]}
      """#)
    #expect(story.on == CivilDate("2016-07-13") && story.metadata.byline == ["Ana Ruiz"])
    #expect(story.manuscript.headline?.words == "Harbour fire")
    #expect(story.manuscript.text.hasPrefix("The pump failed."))
  }

  @Test(
    "What is not out, not out yet, or no text is refused, and says why",
    arguments: [
      (#""pubStatus":"withheld""#, "withheld"), (#""pubStatus":"canceled""#, "canceled"),
      (#""embargoedUntil":"2999-01-01T00:00:00Z""#, "under embargo until 1 January 2999"),
      (#""type":"picture""#, "“picture”, not a text"), (#""versionCreated":"soon""#, "no day"),
    ])
  func refused(property: String, why: String) async {
    let item =
      #"{"uri":"u:1","firstCreated":"2016-07-13","bodies":[{"role":"main","value":"Hello there."}],"#
      + property + "}"
    #expect(await fault(item).contains(why))
    #expect(await fault(item.replacing("," + property, with: "")) == "filed")
    #expect(
      await fault(#"{"uri":"u:1","versionCreated":"2016-07-13"}"#).contains("neither bodies nor body_text"))
  }

  @Test("A draft that is not out goes as withheld, and is no article")
  func unpublished() throws {
    let draft = try outgoing(Self.texts[0], live: false)
    #expect(NinjsItem(draft).pubStatus == "withheld")
    #expect(throws: Refusal.self) { try SchemaOrgArticle(draft) }
  }

  @Test("An article names its authors and days, and its corrections only where there are some")
  func article() throws {
    let filing = try Filing(
      bytes: Array(Self.texts[0].utf8), mediaType: "text/plain", fileName: nil,
      options: Metadata(
        slug: "a", headline: "Harbour fire", byline: ["Ana Ruiz"], published: CivilDate("2016-07-13")))
    let story = try ImportedStory(item: "x", digest: [], filing: filing)
    let plain = try json(SchemaOrgArticle(outgoing(story)))
    #expect(plain.contains(#""@type":"NewsArticle""#) && plain.contains(#""datePublished":"2016-07-13""#))
    #expect(
      plain.contains(#""author":[{"@type":"Person","name":"Ana Ruiz"}]"#) && !plain.contains("correction"))
    let withCorrection = try outgoing(
      story,
      corrections: [OutgoingCorrection(text: "It was 50 bar.", on: try #require(CivilDate("2016-08-01")))])
    #expect(
      try json(NinjsItem(withCorrection)).contains(
        #"{"contentType":"text/plain","role":"correction","value":"1 August 2016: It was 50 bar."}"#))
    let corrected = try json(SchemaOrgArticle(withCorrection))
    #expect(
      corrected.contains(
        #""correction":[{"@type":"CorrectionComment","datePublished":"2016-08-01","text":"It was 50 bar."}]"#)
    )
  }
}
