import ArgumentParser
import Client
import FoundationEssentials
import Glibc

/// What can be predicted.
enum PredictionTask: String, CaseIterable, ExpressibleByArgument {
  case times
  case claims
  case disputes
  case conflicts
}

struct Predict: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Predicts what people annotated: rows on standard input to rows on standard output.",
    discussion: """
      Examples:
        stet-bench predict times < train.docs.jsonl > times.jsonl
        stet-bench predict conflicts --stories stories.jsonl < pairs.jsonl
      """)

  @Argument(help: "times, claims, disputes or conflicts.")
  var task: PredictionTask
  @Option(help: ArgumentHelp("Stories that the pairs of conflicts point to; repeatable.", valueName: "file"))
  var stories: [String] = []
  @Option(
    help: ArgumentHelp("Ask a service that holds nothing else, instead of the engine.", valueName: "url"))
  var url: String?
  @Flag(help: "With --url: ask it about the two passages, instead of waiting for what it says by itself.")
  var asked = false

  func validate() throws {
    if task != .conflicts, url != nil { throw ValidationError("--url belongs to conflicts alone.") }
    if asked, url == nil { throw ValidationError("--asked belongs to --url.") }
    if task != .conflicts && !stories.isEmpty {
      throw ValidationError("--stories belongs to conflicts alone.")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let stories = try storiesByID(files: stories)
      if let url {
        var pairs: [FiledPair] = []
        try forEachLine(of: try standardInput(), named: "standard input") { line in
          let pair = try row(SentencePair.self, from: line)
          if pair.type == "conflict" { pairs.append(try FiledPair(pair, stories: stories)) }
        }
        return write(
          try await predictConflicts(pairs, with: try service(url), asked: asked).map(jsonLine).joined())
      }
      try forEachLine(of: try standardInput(), named: "standard input") { line in
        write(try predictions(of: task, from: line, stories: stories))
      }
    }
  }
}

/// The rows predicted from one row, as whole lines.
func predictions(of task: PredictionTask, from line: [UInt8], stories: [String: Story]) throws -> String {
  switch task {
  case .times: try predictTimes(try row(TimesDocument.self, from: line)).map(jsonLine).joined()
  case .claims: try predictClaims(try row(Story.self, from: line)).map(jsonLine).joined()
  case .disputes: try predictDisputes(try row(Story.self, from: line)).map(jsonLine).joined()
  case .conflicts:
    try predictConflict(try row(SentencePair.self, from: line), stories: stories).map(jsonLine) ?? ""
  }
}

/// The stories of several files; of two with one name the last counts.
func storiesByID(files: [String]) throws -> [String: Story] {
  let stories = try files.flatMap { try rows(Story.self, ofFile: $0) }
  return Dictionary(stories.map { ($0.id, $0) }) { _, last in last }
}

func standardInput() throws -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw MissingFile(path: "Standard input") }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}
