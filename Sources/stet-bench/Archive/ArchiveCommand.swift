import ArgumentParser
import TextAnalysis

struct Archive: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a made-up archive for stet import, or measures what one costs.",
    discussion: """
      The same stories for the same seed on every machine: cases, suits, fires, releases, strikes and offices over ten years, \
      each told step by step, with what later stories repeat of it.

      With --probes the stories that would come next are filed as drafts, each with a service that holds the archive and \
      with one that holds none, and the times compared. The first stet serve of each leaves its login where this finds it.

      Examples:
        stet-bench archive --stories 100000 --seed 7 > archive.jsonl
        stet-bench archive --stories 100000 --seed 7 --probes 200 --floor-url URL
      """)

  @Option(help: "How many stories.")
  var stories = 1_000
  @Option(help: "Another seed makes another archive.")
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("Day of the first story; the last is ten years later.", valueName: "date"))
  var first = "2016-01-01"
  @Option(help: "How many drafts to file instead of writing the archive.")
  var probes = 0
  @Option(help: ArgumentHelp("The service that holds the archive.", valueName: "url"))
  var url = "http://127.0.0.1:8080"
  @Option(help: ArgumentHelp("The service that holds none.", valueName: "url"))
  var floorURL = "http://127.0.0.1:8081"

  func validate() throws {
    if !(1...10_000_000).contains(stories) { throw ValidationError("--stories is from 1 to 10,000,000.") }
    if !(0...100_000).contains(probes) { throw ValidationError("--probes is from 0 to 100,000.") }
  }

  func run() async throws {
    try await reportingFailures {
      var archive = MadeUpArchive(stories: stories, seed: seed, first: try day(first, field: "--first"))
      guard probes > 0 else { return try writeAll(&archive) }
      for _ in 0..<stories { _ = archive.next() }
      let summary = try await probe((0..<probes).map { _ in archive.next() }, url: url, floorURL: floorURL)
      write(try jsonLine(summary))
    }
  }

  private func writeAll(_ archive: inout MadeUpArchive) throws {
    var piece = ""
    for _ in 0..<stories {
      piece += try jsonLine(archive.next())
      if piece.utf8.count > 1 << 16 {
        write(piece)
        piece = ""
      }
    }
    write(piece)
  }
}
