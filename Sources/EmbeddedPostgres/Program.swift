import FoundationEssentials
import Subprocess

/// Runs other programs, in an environment that says nothing about the caller's: neither `PGDATA` nor a locale
/// may leak into a cluster.
enum Program {
  static let path =
    (ProcessInfo.processInfo.environment["PATH"].map { $0 + ":" } ?? "")
    + "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  static func environment(_ additions: [String: String] = [:]) -> Environment {
    var values: [Environment.Key: String] = ["PATH": path, "LC_ALL": "C"]
    for (name, value) in additions {
      if let key = Environment.Key(rawValue: name) { values[key] = value }
    }
    return .custom(values)
  }

  /// Runs a command as an account to its end. Returns what it wrote, and whether it succeeded.
  static func run(
    _ command: [String], as account: Account? = nil
  ) async -> (succeeded: Bool, output: String) {
    do {
      // The caller's folder may be closed to the account, and PostgreSQL's programs insist on reading it.
      let result = try await Subprocess.run(
        .name("sh"),
        arguments: Arguments(["-c", "cd / && exec \"$@\"", "sh"] + (account?.prefix ?? []) + command),
        environment: environment(), output: .string(limit: 1 << 20), error: .combinedWithOutput)
      return (result.terminationStatus.isSuccess, oneLine(result.standardOutput))
    } catch {
      return (false, "\(error)")
    }
  }

  /// The last lines of what a program wrote, as one line for a message.
  static func oneLine(_ output: String) -> String {
    let lines = output.split(whereSeparator: \.isNewline).suffix(8)
    return lines.map { $0.trimmingPrefix { $0 == " " } }.joined(separator: " | ")
  }
}
