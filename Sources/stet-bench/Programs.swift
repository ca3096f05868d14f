import Subprocess

/// Another program that did not do what it was started for.
struct ProgramFailed: Error, CustomStringConvertible {
  let description: String
}

/// Runs a program to its end; returns what it wrote to standard output.
///
/// - Parameter accepted: exit codes that are no failure.
func output(of program: String, _ arguments: [String], accepted: Set<Int32> = [0]) async throws -> String {
  do {
    let result = try await Subprocess.run(
      .name(program), arguments: Arguments(arguments), output: .string(limit: 64 << 20),
      error: .string(limit: 1 << 20))
    if case .exited(let code) = result.terminationStatus, accepted.contains(code) {
      return result.standardOutput
    }
    let said = result.standardError.split(separator: "\n").last ?? ""
    throw ProgramFailed(description: "\(program) failed (\(result.terminationStatus)): \(said)")
  } catch let error as SubprocessError {
    throw ProgramFailed(description: "\(program) cannot be run: \(error)")
  }
}
