import ArgumentParser
import FoundationEssentials

/// Runs a command's work; what it cannot go on without becomes one sentence and an exit code: 65 unusable
/// input, 66 missing, 69 a program that cannot be run.
func reportingFailures(_ work: () async throws -> Void) async throws {
  do {
    try await work()
  } catch let line as UnusableLine {
    try leave("\(line)", 65)
  } catch let row as UnusableRow {
    try leave("A row of the data \(row.why).", 65)
  } catch let file as MissingFile {
    try leave("\(file)", 66)
  } catch let program as ProgramFailed {
    try leave("\(program)", 69)
  }
}

private func leave(_ sentence: String, _ code: Int32) throws -> Never {
  write(sentence + "\n", to: 2)
  throw ExitCode(code)
}

/// Ends the command with 66 unless all folders are there, and says what was then not checked.
func need(folders: [String], elseUnchecked what: String) throws {
  var isFolder = false
  for folder in folders {
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder { continue }
    try leave("There is no folder \(folder). Not checked: \(what).", 66)
  }
}

/// Does something with a folder that is gone afterwards.
func withTemporaryFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "stet-bench-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path())
}
