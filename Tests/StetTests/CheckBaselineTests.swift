import Testing
import Wire

@testable import stet

@Suite("The baseline of stet check")
struct CheckBaselineTests {
  @Test("What stands in a baseline is held back wherever it moves, and what has gone is counted")
  func roundTrip() async throws {
    let folder = try CheckFolder()
    try folder.write("a.txt", appealStory)
    try folder.write("b.txt", slipStory)
    let written = try await folder.check(["a.txt", "b.txt", "--write-baseline", "known"])
    #expect(written.code == 0)
    #expect(written.err.hasPrefix("Wrote "))
    let known = try folder.text("known")
    #expect(
      known.hasPrefix("# stet baseline 1: rule, tab, words\nappeal.planned\tHer brother plans to appeal"))
    #expect(!known.contains("a.txt"))

    try folder.write("c.txt", "It rained.\n\n" + appealStory + "\nHis aunt plans to appeal the ruling.\n")
    let ended = try await folder.check(["c.txt", "--baseline", "known", "--fail-on", "claim"])
    #expect(ended.code == 1)
    #expect(ended.out.contains("c.txt:5:10  claim  appeal.planned"))
    #expect(!ended.out.contains("c.txt:3"))
    #expect(
      ended.out.contains("1 finding known from the baseline. 1 entry of it matched nothing here."),
      "\(ended.out)")
    #expect(try await folder.check(["b.txt", "--baseline", "known"]).code == 0)
    #expect(try await folder.check(["b.txt"]).code == 1)

    _ = try await folder.check(["b.txt", "--write-baseline", "known"])
    #expect(!(try folder.text("known")).contains("appeal.planned"))
  }

  @Test("A link to a baseline stays one, and a link that leads nowhere is left alone")
  func links() async throws {
    let folder = try CheckFolder()
    try folder.write("a.txt", appealStory)
    _ = try await folder.check(["a.txt", "--write-baseline", "shared"])
    try folder.link("known", to: "shared")
    try folder.link("lost", to: "nowhere")
    try folder.write("a.txt", slipStory)
    #expect(try await folder.check(["a.txt", "--write-baseline", "known"]).code == 0)
    #expect(try folder.text("shared").contains("weekday.date"))
    #expect(try folder.isLink("known"))
    #expect(try await folder.check(["a.txt", "--write-baseline", "lost"]).code == 73)
    #expect(try folder.isLink("lost"))
  }

  @Test("A baseline is not written over another file, nor of a part")
  func refused() async throws {
    let folder = try CheckFolder()
    try folder.write("a.txt", appealStory)
    let over = try await folder.check(["a.txt", "--write-baseline", "a.txt"])
    #expect(over.code == 73)
    #expect(try folder.text("a.txt") == appealStory)
    let part = try await folder.check(["a.txt", "gone.txt", "--write-baseline", "known"])
    #expect(part.code == 66)
    #expect(part.err.contains("The baseline known was not written"))
    #expect(try await folder.check(["a.txt", "--baseline", "known"]).code == 66)
  }

  @Test(
    "What is wrong with a baseline is told with line and column",
    arguments: [
      ("", 1, 1), ("{\"runs\": []}\n", 1, 1), ("\nappeal.planned\n", 2, 1), ("\nr\tw\n\nr\tw\tx\n", 4, 2),
      ("\n\tw\n", 2, 1), ("\nr\t\n", 2, 2), ("\n<<<<<<< ours\n", 2, 1),
    ])
  func malformed(text: String, line: Int, column: Int) {
    let header = text.hasPrefix("\n") ? "# stet baseline 1: rule, tab, words" : ""
    let problem = #expect(throws: ProblemJSON.self) {
      try Baseline(bytes: Array((header + text).utf8), path: "known")
    }
    #expect(problem?.exitCode == 65)
    #expect(problem?.detail.hasPrefix("known:\(line):\(column): ") == true, "\(problem?.detail ?? "")")
  }

  @Test("A baseline is read as it was written, with line ends of any kind")
  func text() throws {
    let baseline = Baseline([
      finding(.claim, words: "b"), finding(.slip, words: "a"), finding(.claim, words: "b"),
    ])
    #expect(baseline.text == "# stet baseline 1: rule, tab, words\nr\ta\nr\tb\n")
    #expect(try Baseline(bytes: Array(baseline.text.utf8), path: "k") == baseline)
    let windows = baseline.text.replacing("\n", with: "\r\n")
    #expect(try Baseline(bytes: Array(windows.utf8), path: "k") == baseline)
    #expect(throws: ProblemJSON.self) {
      try Baseline(bytes: Array(baseline.text.utf8) + [0x72, 0x09, 0xFF], path: "k")
    }
  }
}

@Suite("How far stet check is")
struct ProgressTests {
  @Test("It is shown after half a second, and not more often than ten times a second")
  func due() {
    #expect(!Progress.isDue(at: .milliseconds(499), after: nil))
    #expect(Progress.isDue(at: .milliseconds(500), after: nil))
    #expect(!Progress.isDue(at: .seconds(2), after: .milliseconds(99)))
    #expect(Progress.isDue(at: .seconds(2), after: .milliseconds(100)))
  }

  @Test("The line is as wide at the end as at the beginning, and fits")
  func line() {
    #expect(Progress.line(done: 0, of: 4, width: 20) == "[....] 0 of 4 files")
    #expect(Progress.line(done: 2, of: 4, width: 20) == "[##..] 2 of 4 files")
    for width in [1, 40, 80] {
      let lines = (0...1_000).map { Progress.line(done: $0, of: 1_000, width: width) }
      #expect(Set(lines.map(\.count)).count == 1)
      if width >= 40 { #expect(lines[0].count < width) }
    }
  }
}
