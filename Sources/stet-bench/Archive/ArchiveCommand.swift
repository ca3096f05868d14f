import ArgumentParser
import TextAnalysis

struct Archive: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a made-up archive for stet import, a story a line.",
    discussion: """
      The same stories for the same seed on every machine: cases, suits, fires, releases, strikes and offices over ten years, \
      each told step by step, with what later stories repeat of it.

      Examples:
        stet-bench archive --stories 100000 --seed 7 > archive.jsonl
        stet-bench archive --stories 500 --first 2020-01-01 > short.jsonl
      """)

  @Option(help: "How many stories.")
  var stories = 1_000
  @Option(help: "Another seed makes another archive.")
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("Day of the first story; the last is ten years later.", valueName: "date"))
  var first = "2016-01-01"

  func validate() throws {
    if !(1...10_000_000).contains(stories) { throw ValidationError("--stories is from 1 to 10,000,000.") }
  }

  func run() async throws {
    try await reportingFailures {
      var archive = MadeUpArchive(stories: stories, seed: seed, first: try day(first, field: "--first"))
      var piece = ""
      while let story = archive.next() {
        piece += try jsonLine(story)
        if piece.utf8.count > 1 << 16 {
          write(piece)
          piece = ""
        }
      }
      write(piece)
    }
  }
}
