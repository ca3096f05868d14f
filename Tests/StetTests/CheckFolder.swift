import FoundationEssentials
import Glibc
import Subprocess
import TestCluster
import Testing

/// A folder of stories, the top of a repository, and the built program run in it.
struct CheckFolder: Sendable {
  private let folder: TemporaryFolder

  struct Ended: Sendable {
    let code: Int32
    let out: String
    let err: String
  }

  var path: String { folder.path }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: path + "/.git", withIntermediateDirectories: true)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = path + "/" + name
    let parent = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  /// - Parameter target: as the link spells it.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }

  func isLink(_ name: String) throws -> Bool {
    try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.type] as? FileAttributeType
      == .typeSymbolicLink
  }

  func pipe(_ name: String) throws { try #require(mkfifo(path + "/" + name, 0o600) == 0) }

  func text(_ name: String) throws -> String {
    let data = try #require(FileManager.default.contents(atPath: path + "/" + name))
    return String(decoding: data, as: UTF8.self)
  }

  /// Runs `stet check` here with these words; `input` is a file here for standard input.
  func check(_ words: [String], input: String = "/dev/null") async throws -> Ended {
    // Tests and program are built into one folder.
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "/stet"
    let script = #"cd "$1" && input=$2 && shift 2 && exec "$@" < "$input""#
    let ended = try await Subprocess.run(
      .name("sh"), arguments: Arguments(["-c", script, "sh", path, input, program, "check"] + words),
      environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"]),
      output: .string(limit: 1 << 22), error: .string(limit: 1 << 20))
    guard case .exited(let code) = ended.terminationStatus else {
      return Ended(code: -1, out: ended.standardOutput, err: ended.standardError)
    }
    return Ended(code: code, out: ended.standardOutput, err: ended.standardError)
  }
}

/// A sentence with one claim, and one with a slip.
let appealStory = "Her brother plans to appeal the ruling.\n"
let slipStory = "It rained on Tuesday, July 12, 2024.\n"
