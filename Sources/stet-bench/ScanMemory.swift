import ArgumentParser
import FoundationEssentials
import Glibc
import TextAnalysis

/// The most memory that the engine takes for a text, in bytes for each byte of it: the peak of a process that
/// reads and analyses the text, without that of a process that only reads it.
func peakMemoryOverInput(_ text: [UInt8], folder: String) async throws -> Double {
  let path = folder + "/prose"
  try Data(text).write(to: URL(filePath: path))
  let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  func peak(_ arguments: [String]) async throws -> Double {
    // Programs are looked up by name; `env` takes a path.
    let printed = try await output(of: "env", [program, "peak"] + arguments + [path])
    guard let kibibytes = printed.split(separator: "\n").first.flatMap({ Double($0) }) else {
      throw ProgramFailed(description: "\(program) peak printed no number.")
    }
    return kibibytes * 1024
  }
  let plain = try await peak([])
  return (try await peak(["--analyse"]) - plain) / Double(text.count)
}

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
