import ArgumentParser
import FoundationEssentials
import Glibc
import TextAnalysis

/// What the engine takes of memory.
struct Memory {
  /// Bytes for each byte of a text, without what the rules take.
  let overInput: Double
  /// Bytes that the rules take, whatever the text.
  let rules: Double
}

/// The most memory that the engine takes for a text: the peak of a process that reads and analyses it, less that of
/// one that only reads it, and less what a draft of one sentence takes, which are the rules.
func memory(for text: [UInt8], folder: String) async throws -> Memory {
  let path = folder + "/prose"
  let short = folder + "/short"
  try Data(text).write(to: URL(filePath: path))
  try Data(sentence.utf8).write(to: URL(filePath: short))
  let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  func peak(_ path: String, _ arguments: [String]) async throws -> Double {
    // Programs are looked up by name; `env` takes a path.
    let printed = try await output(of: "env", [program, "peak"] + arguments + [path])
    guard let kibibytes = printed.split(separator: "\n").first.flatMap({ Double($0) }) else {
      throw ProgramFailed(description: "\(program) peak printed no number.")
    }
    return kibibytes * 1024
  }
  func engine(_ path: String) async throws -> Double {
    let plain = try await peak(path, [])
    return try await peak(path, ["--analyse"]) - plain
  }
  let rules = try await engine(short)
  return Memory(overInput: (try await engine(path) - rules) / Double(text.count), rules: rules)
}

/// Rules are read when something first asks for them; this asks for those of every sort.
private let sentence = "She denied on Monday, 3 June 2024, that three people were hurt and will be tried.\n"

/// A process of its own for each figure: a peak never goes down.
struct Peak: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads a file and prints the peak of its memory in KiB.", shouldDisplay: false)

  @Argument(help: ArgumentHelp("The text.", valueName: "file"))
  var file: String
  @Flag(help: "Analyse it too.")
  var analyse = false

  func run() async throws {
    try await reportingFailures {
      let text = try document(ofFile: file)
      if analyse { guard try findEverything(in: text) >= 0 else { return } }
      let status = String(decoding: try contents(ofFile: "/proc/self/status"), as: UTF8.self)
      let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      write("\(peak?.split { !$0.isNumber }.first ?? "")\n")
    }
  }
}
