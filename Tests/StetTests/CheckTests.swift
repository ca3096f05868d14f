import ArgumentParser
import Editorial
import FoundationEssentials
import TestCluster
import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("Looking at a file alone")
struct CheckTests {
  private let story = """
    The owner of the ferry, Ruth Hale, was cleared on Friday. Her brother, 日本 Paul Hale, plans to appeal the \
    ruling of the county court in the spring, and nobody at the harbour wanted to say what that would mean.

    Key points
    - A court cleared the ferry's owner.
    """

  @Test("A finding shows its place, a window of its sentence with carets, and why")
  func window() throws {
    let manuscript = try Manuscript(bytes: Array(story.utf8))
    let found = findings(in: manuscript, file: "ferry.txt", dateline: try #require(CivilDate("2024-07-13")))
    let claim = try #require(found.first { $0.rule.hasPrefix("appeal.planned") })
    #expect(claim.mark.line == 1)
    #expect(claim.level == .claim)
    let report = CheckReport(failOn: .slip, files: 1, findings: [claim])
    let lines = checkText(report, texts: ["ferry.txt": manuscript.text], layout: plain).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "ferry.txt:1:\(claim.mark.column)  claim  \(claim.rule)")
    let marked = lines[2].prefix { $0 == " " }.count
    let before = String(
      lines[1].prefix(upTo: try #require(lines[1].firstRange(of: "plans to appeal")).lowerBound))
    #expect(cells(before) == marked)
    #expect(lines[1].hasSuffix(" ..."))
    for line in lines { #expect(cells(String(line)) <= 80) }
    #expect(lines.contains("1 claim, 0 disputed, 0 slips in 1 file. Nothing at or above --fail-on slip."))
  }

  @Test(
    "The exit depends on the level that was asked for",
    arguments: [(Level.claim, true), (.disputed, true), (.slip, false)])
  func failing(level: Level, fails: Bool) {
    #expect(CheckReport(failOn: level, files: 1, findings: [finding(.disputed)]).fails == fails)
    #expect(!CheckReport(failOn: level, files: 1, findings: []).fails)
  }

  @Test("Comments are counted, not what is wrong about each; and so are texts without a dateline")
  func counts() {
    let notes = [finding(.note, rule: "comment.unknown"), finding(.note, rule: "comment.unused")]
    let report = CheckReport(failOn: .slip, files: 2, undated: 1, findings: notes)
    #expect(
      summary(report).contains(" 1 comment does nothing. 1 file without a dateline, read as of today. "))
    #expect(!summary(CheckReport(failOn: .slip, files: 2)).contains("dateline"))
  }

  @Test("More than thirty findings take one line each, and it says so")
  func many() {
    let report = CheckReport(failOn: .slip, files: 1, findings: (0..<31).map { _ in finding(.claim) })
    let lines = checkText(report, texts: [:], layout: plain).split(separator: "\n")
    #expect(lines.count == 33)
    #expect(lines[0] == "f:1:2: claim r: \"q\"")
    #expect(lines[31].hasPrefix("More than 30 findings: one line for each."))
    let full = checkText(report, texts: [:], form: .full, layout: plain)
    #expect(full.contains("f:1:2  claim  r\n"))
    #expect(!full.contains("More than 30"))
  }

  @Test("One line is asked for, and cut around the marked words on a terminal only")
  func concise() throws {
    let manuscript = try Manuscript(bytes: Array(story.utf8))
    let found = findings(in: manuscript, file: "ferry.txt", dateline: try #require(CivilDate("2024-07-13")))
    let claim = try #require(found.first { $0.rule == "appeal.planned" })
    let line = conciseLine(claim, in: manuscript.text, layout: plain)
    #expect(line.hasPrefix("ferry.txt:1:\(claim.mark.column): claim appeal.planned: \"... "))
    #expect(line.contains("plans to appeal"))
    #expect(cells(line) <= 80)
    let piped = conciseLine(claim, in: manuscript.text, layout: with(plain) { $0.piped = true })
    #expect(piped.contains("\"\(shown(claim.mark.quote))\""))
    #expect(!piped.contains("..."))
  }

  @Test("Of a contradiction both quotes are shown in every form")
  func bothQuotes() throws {
    let text = "Officials said 12 people were killed.\n\nKey points\n- 14 people were killed.\n"
    let manuscript = try Manuscript(bytes: Array(text.utf8))
    let found = findings(in: manuscript, file: "a.txt", dateline: try #require(CivilDate("2024-07-13")))
    let slip = try #require(found.first { $0.level == .slip })
    let report = CheckReport(failOn: .slip, files: 1, findings: [slip])
    let forms = [
      checkText(report, texts: ["a.txt": text], form: .full, layout: plain),
      checkText(report, texts: ["a.txt": text], form: .concise, layout: plain),
      gitHubText(report, here: "/stories"), try prettyJSON(report),
      try prettyJSON(SARIFLog(report, version: "1", textStarts: [:], here: "/stories")),
    ]
    for form in forms {
      #expect(form.contains("12 people were killed"))
      #expect(form.contains("14 people were killed"))
    }
    #expect(
      forms[0].contains("  1:16  Officials said 12 people were killed.\n                       ^^^^^"),
      "\(forms[0])")
    #expect(forms[0].contains("  4:3   14 people were killed.\n        ^^^^^"))
  }

  @Test("A window never grows beyond its room, also when the mark itself is longer")
  func room() {
    let text = "one two three four five six seven eight nine ten"
    for end in stride(from: 4, through: text.utf8.count, by: 3) {
      let (line, carets) = stet.window(
        of: Span(0, text.utf8.count), marking: [Span(4, end)], in: text, room: 20)
      #expect(cells(line) <= 28)
      #expect(carets.utf8.count <= cells(line))
      #expect(carets.contains("^") == (end > 4))
    }
  }

  @Test("Bytes that are no text name the byte, the place and what it may be")
  func unreadable() throws {
    let thrown = #expect(throws: Unreadable.self) {
      try Manuscript(bytes: Array("one\nit won".utf8) + [0x92, 0x74])
    }
    let problem = problem(of: Refusal(try #require(thrown)))
    #expect(problem.exitCode == 65)
    #expect(
      problemText(problem, file: "notes.txt", layout: plain).hasPrefix(
        "notes.txt:2:7: Byte 0x92 is not UTF-8 (offset 10). It was not looked at.\n"))
  }
}

/// A made-up finding.
func finding(_ level: Level, rule: String = "r", file: String = "f", words: String = "w")
  -> CheckReport.Finding
{
  .init(
    file: file, level: level, rule: rule,
    mark: .init(
      start: 0, end: 1, line: 1, column: 2, endLine: 1, endColumn: 3, quote: "q",
      sentence: .init(start: 0, end: 1)),
    reason: "because", words: words)
}

@Suite("Reading a file as submit does")
struct CheckedFilingTests {
  @Test("A day that is none in the front matter is refused by check too, and a good one is the dateline")
  func frontMatter() async throws {
    let folder = try TemporaryFolder().path
    func write(_ published: String) throws -> String {
      let path = folder + "/note.md"
      let text = "---\npublished: \(published)\n---\nA series is scheduled for release in 2025.\n"
      try Data(text.utf8).write(to: URL(filePath: path))
      return path
    }
    #expect(throws: ExitCode(65)) { try Check.parse([try write("31.11.2026")]).run() }
    let path = try write("2024-07-13")
    let filing = try Filing(
      bytes: Array(try Data(contentsOf: URL(filePath: path))), mediaType: "text/plain", fileName: nil,
      options: Metadata())
    let published = filing.metadata.published
    let dateline = try #require(published)
    #expect(findings(in: filing.manuscript, file: path, dateline: dateline).map(\.expected) == ["2025"])
  }
}
