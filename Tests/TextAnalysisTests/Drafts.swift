import FoundationEssentials
import TextAnalysis

/// Reads a draft that is written down in a test.
func manuscript(_ text: String) throws -> Manuscript { try Manuscript(bytes: Array(text.utf8)) }

/// A file of the checkout, found from this file's own place.
func projectFile(_ path: String) throws -> [UInt8] {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
    separator: "/")
  return Array(try Data(contentsOf: URL(filePath: "\(root)/\(path)")))
}

/// A file of the corpora that the project does not own; nil, with a line that says so, where there are none.
func corpusFile(_ path: String, whatIsNotChecked: String) throws -> [UInt8]? {
  guard let folder = ProcessInfo.processInfo.environment["STET_CORPORA"], !folder.isEmpty else {
    print("STET_CORPORA is not set: \(whatIsNotChecked) was not checked.")
    return nil
  }
  let base = folder.hasPrefix("/") ? folder : "\(FileManager.default.currentDirectoryPath)/\(folder)"
  return Array(try Data(contentsOf: URL(filePath: "\(base)/\(path)")))
}

extension Manuscript {
  var bodySentences: [String] { sentences.map { slice(text, $0) } }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
