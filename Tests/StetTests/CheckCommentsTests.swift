import Testing
import TextAnalysis

@testable import stet

@Suite("Comments to stet check in Markdown")
struct CheckCommentsTests {
  /// Line and rule of each finding.
  private func found(_ text: String, name: String = "a.md") throws -> [String] {
    let day = try #require(CivilDate("2024-07-13"))
    return try examine(Array(text.utf8), name: name, dateline: day, today: day).findings.map {
      "\($0.mark.line) \($0.rule)"
    }
  }

  private static let claim = "Her brother plans to appeal the ruling."

  @Test(
    "A comment silences what it says, and nothing else",
    arguments: [
      ("\(claim)\n", ["1 appeal.planned"]),
      ("<!-- stet ignore appeal.planned -->\n\(claim)\n\n\(claim)\n", ["4 appeal.planned"]),
      ("\(claim) <!-- stet ignore appeal.planned --> \(claim)\n", ["1 appeal.planned"]),
      ("Her brother <!-- stet ignore appeal.planned --> plans to appeal the ruling.\n", []),
      ("<!-- stet ignore appeal.* -->\n\(claim)\n", []),
      ("<!-- stet ignore release appeal.planned -->\n\(claim)\n", ["1 comment.unused"]),
      ("<!--stet off appeal.planned-->\n\(claim)\n\n\(claim)\n", []),
      (
        "\(claim)\n\n<!-- stet off appeal.planned -->\n\(claim)\n\n<!-- stet on appeal.planned -->\n\(claim)\n",
        ["1 appeal.planned", "7 appeal.planned"]
      ),
      ("<!-- stet off appeal.planned --> <!-- stet on appeal.planned -->\n\(claim)\n", ["2 appeal.planned"]),
      ("<!-- stet\noff\nappeal.planned -->\n\(claim)\n", []),
      ("<!-- stet off appeal.* -->\n\n<!-- stet on appeal.planned -->\n\(claim)\n", ["4 appeal.planned"]),
      ("<!-- stet off appeal.planned -->\n\n<!-- stet on appeal.* -->\n\(claim)\n", ["4 appeal.planned"]),
      ("<!-- stet off appeal.* -->\n\n<!-- stet on appeal.pending -->\n\(claim)\n", []),
      ("<!-- STET: Ignore appeal.planned -- the court has heard it -->\n\(claim)\n", []),
      ("Write `<!-- stet off appeal.planned -->` so.\n\n\(claim)\n", ["3 appeal.planned"]),
      ("``a ` <!-- stet off appeal.planned --> ``\r\nb\r\n\r\n\(claim)\r\n", ["4 appeal.planned"]),
      ("One ` here.\n\n<!-- stet off appeal.planned --> Another ` there.\n\n\(claim)\n", []),
      ("A \\`<!-- stet off appeal.planned -->\\` is none.\n\n\(claim)\n", []),
      ("```stet``` is the mark.\n\n<!-- stet off appeal.planned -->\n\(claim)\n", []),
      ("````\n```\n<!-- stet off appeal.planned -->\n````\n\(claim)\n", ["5 appeal.planned"]),
      ("~~~\n```\n<!-- stet off appeal.planned -->\n~~~~\n\(claim)\n", ["5 appeal.planned"]),
      ("```\ncode\n``` no end\n<!-- stet off appeal.planned -->\n```\n\(claim)\n", ["6 appeal.planned"]),
      ("\u{FEFF}<!-- stet ignore appeal.planned -->\r\n\(claim)\r\n\r\n\(claim)\r\n", ["4 appeal.planned"]),
    ] as [(String, [String])])
  func silence(text: String, left: [String]) throws {
    #expect(try found(text) == left)
  }

  @Test(
    "A comment that does nothing is reported, unless that is off",
    arguments: [
      ("<!-- stet ignore release -->\n\(claim)\n", ["1 comment.unused", "2 appeal.planned"]),
      ("It rained.\n\n<!-- stet ignore release -->\n", ["3 comment.unused"]),
      ("It rained.\n\n<!-- stet on release -->\n", ["3 comment.unused"]),
      ("<!-- stet off releese -->\nIt rained.\n", ["1 comment.unknown"]),
      ("<!-- stet off -->\nIt rained.\n", ["1 comment.unknown"]),
      ("<!-- stet of release -->\nIt rained.\n", ["1 comment.unknown"]),
      (
        "<!-- stet off comment.* -->\n<!-- stet of release -->\n<!-- stet ignore release -->\nIt rained.\n",
        []
      ),
      ("<!-- stet -->\nIt rained.\n", []), ("<!-- instead off x -->\nIt rained.\n", []),
      ("<!-- stet off release\nIt rained.\n", []),
      ("<!-- stet off releese talkz xyzzy -->\nIt rained.\n", ["1 comment.unknown"]),
      ("<!-- stet ignore release talks -->\nIt rained.\n", ["1 comment.unused"]),
      ("<!-- stet on release talks -->\nIt rained.\n", ["1 comment.unused"]),
      ("<!-- stet ignore -- release -->\nIt rained.\n", ["1 comment.unknown"]),
      ("It rained.\n\n```\n<!-- stet off releese -->\n```\n", []),
    ] as [(String, [String])])
  func faults(text: String, found: [String]) throws {
    #expect(try self.found(text) == found)
  }

  @Test("The words of a comment are none of the story's, and move none")
  func words() throws {
    let text = "<!-- stet off weekday.date, her brother plans to appeal the ruling -->\nIt rained.\n"
    #expect(try found(text).allSatisfy { $0.hasSuffix("comment.unknown") })
    #expect(try found("<!-- stet off release --> \(Self.claim)\n") == ["1 appeal.planned"])
    #expect(try found("<!-- To the desk: \(Self.claim) -->\nIt rained.\n") == [])
    #expect(try found("<!--> \(Self.claim) <!-- to the desk -->\n") == ["1 appeal.planned"])
  }

  @Test("A comment is one finding however many names it has, and a text full of them gets few suggestions")
  func many() throws {
    let day = try #require(CivilDate("2024-07-13"))
    func reasons(_ text: String) throws -> [String] {
      try examine(Array(text.utf8), name: "a.md", dateline: day, today: day).findings.map(\.reason)
    }
    let names = (0..<20_000).map { "releese\($0)" }.joined(separator: " ")
    #expect(try reasons("<!-- stet off \(names) -->\nIt rained.\n").count == 1)
    let comments = String(repeating: "<!-- stet off releese -->\n", count: 30)
    let all = try reasons(comments + "It rained.\n")
    #expect(all.count == 30)
    #expect(all.count { $0.contains("near it: release") } == 20)
    let idle = try reasons("<!-- stet on release talks custody closure recount -->\nIt rained.\n")
    #expect(idle.count == 1)
    #expect(idle.first?.hasSuffix("more are not off here") == true, "\(idle)")
  }

  @Test("A contradiction is silenced at either of its places")
  func twoPlaces() throws {
    let body = "Officials said 12 people were killed.\n"
    let point = "- 14 people were killed.\n"
    let ignore = "<!-- stet ignore key-point.number -->\n"
    func slips(_ text: String) throws -> [String] {
      try found(text).filter { $0.hasSuffix(" key-point.number") }
    }
    #expect(try slips(body + "\nKey points\n" + point) == ["1 key-point.number"])
    #expect(try slips(ignore + body + "\nKey points\n" + point) == [])
    #expect(try slips(body + "\nKey points\n" + ignore + point) == [])
  }

  @Test("Plain text has no comments; standard input may have some")
  func otherFiles() throws {
    let text = "<!-- stet ignore appeal.planned -->\n\(Self.claim)\n"
    #expect(try found(text, name: "a.txt") == ["2 appeal.planned"])
    #expect(try found(text, name: "-") == [])
  }

  @Test("A comment hides no byte that is no text")
  func bytes() throws {
    let day = try #require(CivilDate("2024-07-13"))
    for byte: UInt8 in [0xFF, 0] {
      let bytes = Array("It rained. <!-- stet off ".utf8) + [byte] + Array(" -->\n".utf8)
      #expect(throws: (any Error).self) { try examine(bytes, name: "a.md", dateline: day, today: day) }
    }
  }
}
