import ArgumentParser
import FoundationEssentials
import TextAnalysis

struct Scan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures how fast the text engine reads, beside grep and a plain pass over the bytes.",
    discussion: """
      A megabyte is 1,000,000 bytes. Of every measure the best of five rounds counts, all on one thread.

      Examples:
        stet-bench scan --data data
        stet-bench scan --megabytes 16 harbour-fire.txt
      """)

  @Argument(help: ArgumentHelp("Drafts to read.", valueName: "file"))
  var files: [String] = []
  @Option(help: ArgumentHelp("Folder of the development data: its news is read.", valueName: "folder"))
  var data: String?
  @Option(help: "How much to read in a round; the texts are repeated until it is reached.")
  var megabytes = 64

  func validate() throws {
    if files.isEmpty == (data == nil) { throw ValidationError("Give either files or --data.") }
    if !(1...4_096).contains(megabytes) { throw ValidationError("--megabytes is from 1 to 4096.") }
  }

  func run() async throws {
    try await reportingFailures {
      if let data {
        try need(
          folders: ["\(data)/news", "\(data)/times"], elseUnchecked: "how fast the text engine reads news")
      }
      let texts = try ScanTexts(documents: try data.map(newsDocuments) ?? files.map(document))
      let load = texts.repeated(to: megabytes * 1_000_000)
      try await withTemporaryFolder { folder in
        let speeds = try await speeds(of: load, in: folder)
        for part in speeds {
          write(try jsonLine(PartLine(part: part.name, mbPerSecond: rounded(part.mbPerSecond))))
        }
        try costs(texts) { write(try jsonLine($0)) }
        let memory = try await memory(for: texts.prose(Manuscript.sizeLimit), folder: folder)
        write(try jsonLine(ScanSummary(speeds, memory)))
      }
    }
  }
}

private struct PartLine: Encodable {
  let bench = "scan"
  let part: String
  let mbPerSecond: Double
}

private struct ScanSummary: Encodable {
  let bench = "scan"
  let mbPerSecond: Double
  let bytePass: Double
  let grep: Double
  let ratioToBytePass: Double
  let ratioToGrep: Double
  /// Bytes of memory for each byte of a manuscript of the greatest size, without the rules.
  let peakMemoryOverInput: Double
  /// Bytes of memory that the rules take, whatever is read.
  let peakMemoryOfRules: Double

  init(_ speeds: [Speed], _ memory: Memory) {
    func speed(_ name: String) -> Double { speeds.first { $0.name == name }?.mbPerSecond ?? .nan }
    mbPerSecond = rounded(speed("everything"))
    bytePass = rounded(speed("bytePass"))
    grep = rounded(speed("grep"))
    ratioToBytePass = rounded(speed("everything") / speed("bytePass"))
    ratioToGrep = rounded(speed("everything") / speed("grep"))
    peakMemoryOverInput = rounded(memory.overInput)
    peakMemoryOfRules = memory.rules
  }
}

/// To four places behind the point.
func rounded(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }
