import FoundationEssentials
import Glibc
import Subprocess
import Testing

/// The checkout that these tests were compiled from.
enum Checkout {
  /// Its top folder, without a slash at the end.
  static let root = String(
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined())

  /// Text of a file, by its path from the top.
  static func text(_ path: String) throws -> String {
    let data = try #require(FileManager.default.contents(atPath: root + "/" + path), "\(path) cannot be read")
    return String(decoding: data, as: UTF8.self)
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }

  /// Every file below a folder, by its path from the top, in alphabetical order. What builds and editors leave
  /// behind is none.
  static func files(below folder: String = "") throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root + (folder.isEmpty ? "" : "/" + folder))
    return try names.sorted().flatMap { name -> [String] in
      if [".build", ".git", ".swiftpm", "Package.resolved"].contains(name) || name.hasSuffix(".swp") {
        return []
      }
      let path = folder.isEmpty ? name : folder + "/" + name
      var isFolder = false
      guard FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder) else {
        return []
      }
      return isFolder ? try files(below: path) : [path]
    }
  }
}

/// What the built program says about itself.
struct Reference: Sendable {
  /// The page as `Docs/make-cli.sh` writes it.
  let page: String
  /// Help by command: "claims add", and "" for the program.
  let help: [String: String]

  /// Names of the commands, such as "submit" and "claims add".
  var commands: Set<String> { Set(help.keys.filter { !$0.isEmpty }) }

  /// Whether a command's help lists an option, as a whole word.
  func has(_ option: String, in command: String) -> Bool {
    let words = help[command]?.split { $0.isWhitespace || "[]=,".contains($0) } ?? []
    return words.contains { $0 == option }
  }

  /// Made once for all tests.
  static var made: Reference {
    get async throws { try await making.value }
  }

  private static let making = Task {
    // Tests and program are built into one folder.
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(decoding: buffer.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let program = tests.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/stet"
    let result = try await Subprocess.run(
      .name("bash"), arguments: ["\(Checkout.root)/Docs/make-cli.sh", program],
      output: .string(limit: 4 << 20), error: .string(limit: 65_536))
    try #require(
      result.terminationStatus.isSuccess, "make-cli.sh with \(program): \(result.standardError)")
    return Reference(page: result.standardOutput)
  }

  init(page: String) {
    self.page = page
    var help: [String: String] = [:]
    for chapter in page.split(separator: "\n## stet").dropFirst() {
      let parts = chapter.split(separator: "\n", maxSplits: 1)
      // The chapter of the program itself has an empty rest of a title.
      let isProgram = chapter.hasPrefix("\n")
      help[isProgram ? "" : String(parts[0].dropFirst())] = String(chapter)
    }
    self.help = help
  }
}
