import Editorial
import FoundationEssentials
import TestCluster
import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("How an archive is read")
struct ArchiveReaderTests {
  private static let today = CivilDate("2026-11-23") ?? .latest

  private func item(
    _ text: String, _ mediaType: String = MediaType.json, line: Int? = 7, file: String = "a.jsonl"
  )
    -> ArchiveItem
  {
    ArchiveItem(file: file, line: line, mediaType: mediaType, bytes: Array(text.utf8))
  }

  private func fault(_ item: ArchiveItem) async -> String? {
    do throws(ArchiveFault) {
      _ = try await importedStory(item, today: Self.today)
      return nil
    } catch {
      return "\(error.file):\(error.line ?? 0) \(error.why)"
    }
  }

  @Test(
    "What cannot be filed is told with its file, its line and why",
    arguments: [
      (#"{"id":"1","published":"2016-07-13"}"#, "It has no “body”."),
      ("nonsense", "It is no JSON."), ("[1]", "It is no JSON object."), ("{", "It is no JSON."),
      (#"{"id":"1","published":"last week","body":"Hello."}"#, "“last week” is no day"),
      (#"{"id":"1","published":7,"body":"Hello."}"#, "Its “published” is of the wrong kind."),
      (#"{"id":"1","published":"2016-07-13","body":"Hello.","headline":"a\u0000b"}"#, "NUL"),
      (#"{"id":"1","published":"2016-07-13","body":"Hel\u0000lo."}"#, "Line 1 of the story"),
      (#"{"id":"1","body":"Hello."}"#, "It does not say when it was published."),
      (#"{"id":"1","published":"2026-11-24","body":"Hello."}"#, "24 November 2026 is still to come"),
    ])
  func faults(row: String, why: String) async {
    let told = await fault(item(row))
    #expect(told?.hasPrefix("a.jsonl:7 ") == true && told?.contains(why) == true, "\(told ?? "filed")")
  }

  @Test("A row becomes a story with its headline, byline, key points and day, and keeps its line as it came")
  func row() async throws {
    let line =
      #"{"id":42,"published":"2016-07-13T08:00:00Z","headline":"Harbour fire","byline":"Ana Ruiz","url":"https://x.example/1","keyPoints":["The pump failed."],"body":"The pump failed. It rained.\n\nThe inquiry is ongoing."}"#
    let story = try await importedStory(item(line), today: Self.today)
    #expect(story.item == "42" && story.on == CivilDate("2016-07-13"))
    #expect(story.manuscript.headline?.words == "Harbour fire" && story.slugs.first == "harbour-fire")
    #expect(story.metadata.byline == ["Ana Ruiz"])
    #expect(story.manuscript.keyPoints.map(\.words) == ["The pump failed."])
    #expect(story.manuscript.paragraphs.count == 2)
    #expect(story.original == Array(line.utf8) && story.mediaType == MediaType.json)
    let nameless = try await importedStory(
      item(#"{"published":"2016-07-13","body":"Hello there."}"#), today: Self.today)
    #expect(nameless.item == hexadecimal(nameless.digest))
  }

  @Test("A text needs its day in the front matter, and is named by its path")
  func text() async throws {
    let text = "---\npublished: 2016-07-13\n---\n# Harbour fire\n\nThe pump failed.\n"
    let story = try await importedStory(
      item(text, MediaType.markdown, line: nil, file: "2016/fire.md"), today: Self.today)
    #expect(story.item == "2016/fire.md" && story.on == CivilDate("2016-07-13"))
    let dateless = try await importedStory(
      item("Hello there.", MediaType.text, line: nil, file: "c.txt"), on: CivilDate("2015-01-02"),
      today: Self.today)
    #expect(dateless.on == CivilDate("2015-01-02"))
    func embargoed(_ until: String) -> ArchiveItem {
      item(
        text.replacing("---\n# ", with: "embargo: \(until)\n---\n# "), MediaType.markdown, line: nil,
        file: "e.md")
    }
    let secret = await fault(embargoed("\(Self.today)T06:00"))
    #expect(secret?.hasPrefix("e.md:0 It is under embargo until") == true)
    #expect(await fault(embargoed("\(Self.today.adding(days: -1))T06:00")) == nil)
    let told = await fault(item("---\n- a\n---\nHello.", MediaType.text, line: nil, file: "b.txt"))
    #expect(told?.hasPrefix("b.txt:0 Line 2: The front matter") == true)
  }

  @Test("A folder is read file by file with all below it; lines of any length come whole, or are told")
  func folder() throws {
    let folder = try TemporaryFolder().path
    func write(_ name: String, _ bytes: [UInt8]) throws {
      try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    try FileManager.default.createDirectory(atPath: folder + "/b", withIntermediateDirectories: false)
    try write("b/z.md", Array("one".utf8))
    try write("a.txt", Array("two".utf8))
    try write("picture.png", [1, 2])
    try write(".hidden.txt", [1])
    let long = [UInt8](repeating: 0x61, count: 200_000)
    let tooLong = [UInt8](repeating: 0x61, count: ArchiveReader.longestItem + 1)
    try write("c.jsonl", long + [0x0A, 0x0A] + tooLong + [0x0A] + Array("end".utf8))
    let files = try ArchiveFiles(folder)
    #expect(files.files.map(\.shown) == ["a.txt", "b/z.md", "c.jsonl"] && files.leftOut == 1)
    var reader = ArchiveReader(files)
    var told: [String] = []
    while let entry = reader.next() {
      switch entry {
      case .item(let item): told.append("\(item.file):\(item.line ?? 0) \(item.bytes.count)")
      case .fault(let fault): told.append("\(fault.file):\(fault.line ?? 0) \(fault.why)")
      }
    }
    #expect(
      told == [
        "a.txt:0 3", "b/z.md:0 3", "c.jsonl:1 200000",
        "c.jsonl:3 The line is longer than 4 MiB: no story is.",
        "c.jsonl:4 3",
      ])
    #expect(reader.done == files.total + 1)
    #expect(throws: ArchiveFault.self) { try ArchiveFiles(folder + "/none") }
  }

  @Test("The report says what was imported, what waits and what was not, in numbers one can read")
  func report() {
    var summary = ImportSummary(name: "stories.jsonl")
    summary.filed = 98_211
    summary.known = 1_700
    summary.failed = 89
    summary.claims = 312_000
    summary.waiting = 6_334
    summary.seconds = 95.2
    summary.report = "stories.jsonl.failed.jsonl"
    let wide = with(plain) { $0.width = 400 }
    #expect(
      importText(summary, layout: wide) == """
        98,211 stories of stories.jsonl imported in 96 s, 1,031 a second, as published and not signed. 1,700 brought in before, left as they are.
        Claims found: 312,000. Due already: 6,334, which wait, ranked: the nightly run asks about a few each night.
        89 not imported; stories.jsonl.failed.jsonl lists each with file and line. Mend them and run it again: it goes on where it stopped.

        """)
    let faults = [
      ArchiveFault(file: "a.jsonl", line: 3, why: "It is no JSON."),
      ArchiveFault(file: "b", line: nil, why: "No."),
    ]
    #expect(importFaults(faults, of: summary) == "a.jsonl:3: It is no JSON.\nb: No.\nand 87 more\n")
  }

  @Test(
    "Long numbers are grouped",
    arguments: [(0, "0"), (999, "999"), (6_310, "6,310"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
  func groups(number: Int, text: String) { #expect(grouped(number) == text) }

  @Test("A night says in one line how many wait")
  func night() {
    var night = aNight([aStale("F1")], opened: 1)
    night.run.waiting = 6_310
    #expect(
      nightlyText(night, layout: plain).contains(
        "\nand 6,310 more, ranked: the next come when these are answered.\n"))
    #expect(!nightlyText(aNight([aStale("F1")], opened: 1), layout: plain).contains("more of"))
  }
}
