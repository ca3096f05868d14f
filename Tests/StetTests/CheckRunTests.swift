import FoundationEssentials
import Testing

@testable import stet

@Suite("Running stet check")
struct CheckRunTests {
  @Test(
    "The exit code follows --fail-on and what is found",
    arguments: [
      ("claim", appealStory, 1), ("disputed", appealStory, 0), ("slip", appealStory, 0),
      ("claim", slipStory, 1), ("disputed", slipStory, 1), ("slip", slipStory, 1),
      ("claim", "It rained.\n", 0),
    ] as [(String, String, Int32)])
  func failOn(level: String, story: String, code: Int32) async throws {
    let folder = try CheckFolder()
    try folder.write("a.txt", story)
    let ended = try await folder.check(["a.txt", "--fail-on", level])
    #expect(ended.code == code, "\(ended)")
    #expect(ended.out.contains("at or above --fail-on \(level)."))
    #expect(ended.err == "")
  }

  @Test(
    "Words that do not go together are refused in one sentence",
    arguments: [
      (["a.txt", "--json", "--sarif"], "Choose one form of output"),
      (["a.txt", "--github", "--format", "full"], "Choose one form of output"),
      (["a.txt", "--json", "--format", "concise"], "Choose one form of output"),
      (["a.txt", "--baseline", "b", "--write-baseline", "b"], "Choose --baseline or --write-baseline."),
      ([], "Name a FILE"), (["--rules", "a.txt"], "stand alone"),
      (["--explain", "release", "a.txt"], "stand alone"),
      (["--rules", "--sarif"], "or JSON with --json"), (["a.txt", "--fail-on", "comment"], "--fail-on"),
      (["--explain", "apeal.planned"], "\"apeal.planned\" is no rule; near it: appeal.planned."),
    ])
  func usage(words: [String], says: String) async throws {
    let folder = try CheckFolder()
    try folder.write("a.txt", appealStory)
    let ended = try await folder.check(words)
    #expect(ended.code == 64)
    #expect(ended.out == "")
    #expect(ended.err.contains(says), "\(ended.err)")
  }

  @Test("What cannot be looked at is told each by itself, and the rest is looked at")
  func unread() async throws {
    let folder = try CheckFolder()
    try folder.write("good.txt", appealStory)
    try folder.write("word.txt", Array("It won".utf8) + [0x92, 0x74])
    try folder.write("odd.txt", Array("It won".utf8) + [0xFF])
    try folder.write("nul.txt", Array("a\0b".utf8))
    try folder.write("pdf.txt", "%PDF-1.4 and so on")
    try folder.write("empty/picture.png", "no text")
    let words = ["word.txt", "odd.txt", "nul.txt", "pdf.txt", "empty", "gone.txt", "*.rtf", "good.txt"]
    let ended = try await folder.check(words)
    for line in [
      "word.txt:1:7: Byte 0x92 is not UTF-8 (offset 6).", "Save as UTF-8 and check it again.",
      "odd.txt:1:7: Byte 0xFF is not UTF-8 (offset 6).", "Save it as UTF-8.",
      "nul.txt:1:2: There is a NUL byte at offset 1.", "pdf.txt:1:1: This is a PDF file, not text.",
      "empty: there is no text in this folder: no *.txt, *.md, *.markdown.",
      "gone.txt: there is no such file.",
      "*.rtf: no file matches this pattern.",
    ] {
      #expect(ended.err.contains(line), "\(line) in \(ended.err)")
    }
    #expect(ended.out.contains("good.txt:1:13  claim  appeal.planned"))
    #expect(ended.out.contains("1 claim, 0 disputed, 0 slips in 1 file. 7 not looked at."))
    #expect(ended.code == 66)
    #expect(try await folder.check(["nul.txt", "good.txt"]).code == 65)
    #expect(try await folder.check(["gone.txt"]).out == "")

    let json = try await folder.check(["nul.txt", "good.txt", "--json"])
    let report = try JSONDecoder().decode(JSONValue.self, from: Data(json.out.utf8))
    #expect(report["unread"]?[0]?["file"] == .text("nul.txt"))
    #expect(report["unread"]?[0]?["column"] == .integer(2))
    #expect(json.err.contains("\"detail\" : \"nul.txt: There is a NUL byte"))
    let gitHub = try await folder.check(["nul.txt", "--github"])
    #expect(gitHub.out.hasPrefix("::warning file=nul.txt,line=1,title=not looked at::There is a NUL byte"))
    #expect(gitHub.err == "")
  }

  @Test(
    "A pipe in a folder is not waited for, and a link that leads nowhere is told", .timeLimit(.minutes(1)),
    arguments: [".", "*.txt", "**", "**/*.txt"])
  func noFiles(word: String) async throws {
    let folder = try CheckFolder()
    try folder.write("good.txt", appealStory)
    try folder.pipe("pipe.txt")
    try folder.link("lost.txt", to: "nowhere")
    try folder.link("round.txt", to: "round.txt")
    let ended = try await folder.check([word])
    #expect(ended.err.contains("pipe.txt: it is a pipe, a socket or a device"), "\(ended.err)")
    #expect(ended.err.contains("lost.txt: it leads nowhere"))
    #expect(ended.err.contains("round.txt: it leads nowhere"))
    #expect(ended.out.contains("in 1 file. 3 not looked at."))
    #expect(ended.code == 65 || ended.code == 66)
  }

  @Test("Settings that are a pipe are not waited for", .timeLimit(.minutes(1)))
  func settingsPipe() async throws {
    let folder = try CheckFolder()
    try folder.write("a.txt", appealStory)
    try folder.pipe(".stet.yaml")
    let ended = try await folder.check(["a.txt"])
    #expect(ended.code == 78)
    #expect(ended.err.replacing("\n", with: " ").contains("It is not a file."), "\(ended.err)")
  }

  @Test("Behind a link, two dots lead to where the link leads, in what is looked at and in what is told")
  func dotsBehindLinks() async throws {
    let folder = try CheckFolder()
    try folder.write("real/a.txt", slipStory)
    try folder.write("real/sub/b.txt", "It rained.\n")
    try folder.write("here/a.txt", "It rained.\n")
    try folder.link("here/link", to: "../real/sub")
    let ended = try await folder.check(["here/a.txt", "here/link/../a.txt", "real/a.txt"])
    #expect(ended.out.contains("1 slip in 2 files."), "\(ended.out)")
    #expect(ended.code == 1)
    let gitHub = try await folder.check(["here/link/../a.txt", "--github"])
    #expect(gitHub.out.hasPrefix("::warning file=real/a.txt,"), "\(gitHub.out)")
  }

  @Test("A file that is called like standard input is another text")
  func dash() async throws {
    let folder = try CheckFolder()
    try folder.write("-", appealStory)
    try folder.write("b", "It rained.\n")
    #expect(try await folder.check(["-", "./-"], input: "b").out.contains("in 2 files."))
    #expect(try await folder.check(["?"], input: "b").out.contains("./-:1:13  claim"))
  }

  @Test("Of a family every rule is explained")
  func families() async throws {
    let folder = try CheckFolder()
    let text = try await folder.check(["--explain", "comment.*"])
    #expect(text.code == 0)
    #expect(text.out.contains("comment.unknown\n") && text.out.contains("comment.unused\n"))
    let json = try await folder.check(["--explain", "comment.*", "--json"])
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data(json.out.utf8)).items.count == 2)
    #expect(try await folder.check(["--explain", "xyzzy.*"]).code == 64)
  }

  @Test("Standard input is a text as well, with the settings of the working folder")
  func standardInput() async throws {
    let folder = try CheckFolder()
    try folder.write("a.md", appealStory)
    let ended = try await folder.check(["-", "--format", "concise"], input: "a.md")
    #expect(ended.out.hasPrefix("standard input:1:13: claim appeal.planned: \"Her brother plans"))
    try folder.write(".stet.yaml", "check: {off: [appeal.*]}")
    #expect(try await folder.check(["-"], input: "a.md").out.hasPrefix("0 claims"))
  }

  @Test("A pattern in quotes, a folder and a file yield each text once, sorted, without hidden ones")
  func patterns() async throws {
    let folder = try CheckFolder()
    for name in [
      "b.md", "a.md", "sub/deep/c.md", "sub/d.txt", ".hidden/e.md", ".f.md", "g.rst", "sub/H.MARKDOWN",
    ] {
      try folder.write(name, appealStory)
    }
    func files(_ words: String...) async throws -> [String] {
      let out = try await folder.check(words + ["--format", "concise"]).out
      return out.split(separator: "\n").compactMap { line in
        line.firstRange(of: ":1:").map { String(line[..<$0.lowerBound]) }
      }
    }
    #expect(try await files("*.md") == ["a.md", "b.md"])
    #expect(try await files("**/*.md") == ["a.md", "b.md", "sub/deep/c.md"])
    #expect(try await files("sub/**") == ["sub/H.MARKDOWN", "sub/d.txt", "sub/deep/c.md"])
    #expect(try await files("sub/*") == ["sub/H.MARKDOWN", "sub/d.txt"])
    #expect(try await files("[ab].md") == ["a.md", "b.md"])
    #expect(try await files("s?b/*.txt") == ["sub/d.txt"])
    #expect(try await files(".") == ["a.md", "b.md", "sub/H.MARKDOWN", "sub/d.txt", "sub/deep/c.md"])
    #expect(
      try await files("sub/", "sub/d.txt", "./sub/../sub/d.txt") == [
        "sub/H.MARKDOWN", "sub/d.txt", "sub/deep/c.md",
      ])
    #expect(try await files("b.md", "a.md", "*.md") == ["b.md", "a.md"])
    #expect(try await files(".hidden") == [".hidden/e.md"])
    #expect(try await files("g.rst") == ["g.rst"])
    #expect(try await files("\(folder.path)/*/d.txt") == ["\(folder.path)/sub/d.txt"])
  }

  @Test("Nothing but the report goes into a pipe, and nothing moves there")
  func pipe() async throws {
    let folder = try CheckFolder()
    try folder.write("a.txt", appealStory)
    let ended = try await folder.check(["a.txt"])
    #expect(!ended.out.contains("\u{1B}") && !ended.out.contains("\r"))
    #expect(ended.err == "")
  }
}
