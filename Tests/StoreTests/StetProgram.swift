import FoundationEssentials
import Glibc
import Subprocess
import Synchronization
import TestCluster

/// The built program with data and logins of its own, as an operator has it.
struct StetProgram: Sendable {
  let folder: TemporaryFolder
  let data: String

  struct Ended: Sendable {
    let code: Int32
    let out: String
    let err: String
  }

  struct Failure: Error {
    let reason: String
  }

  /// Beside the tests' own program.
  private static var path: String {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let path = String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)]) + "/stet"
      guard access(path, X_OK) == 0 else { throw Failure(reason: "\(path) is not built") }
      return path
    }
  }

  /// The program on the data of this name in the folder.
  init(in folder: TemporaryFolder, data: String = "data") {
    self.folder = folder
    self.data = "\(folder.path)/\(data)"
  }

  private var environment: Environment {
    var values: [Environment.Key: String] = [
      "STET_DATA": data, "XDG_CONFIG_HOME": data + "-config", "HOME": folder.path, "LC_ALL": "C.UTF-8",
      "TZ": "UTC",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    for name: Environment.Key in ["PATH", "STET_PG_USER", "LD_LIBRARY_PATH"] {
      values[name] = ProcessInfo.processInfo.environment[name.rawValue]
    }
    return .custom(values)
  }

  private func command(_ words: [String]) throws -> Arguments {
    Arguments(["-c", "exec \"$@\"", "sh", try Self.path] + words)
  }

  /// Runs a command to its end.
  @discardableResult
  func run(_ words: String...) async throws -> Ended {
    let ended = try await Subprocess.run(
      .name("sh"), arguments: try command(words), environment: environment, output: .string(limit: 1 << 24),
      error: .string(limit: 1 << 20))
    return Ended(code: ended.terminationStatus.code, out: ended.standardOutput, err: ended.standardError)
  }

  /// Starts `stet serve` on a free port and returns when it says where it listens.
  func serve(_ words: String...) async throws -> Serving {
    try await Serving(try command(["serve", "--port", "0"] + words), environment)
  }
}

extension TerminationStatus {
  /// As a shell tells it.
  var code: Int32 {
    switch self {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}

/// A running `stet serve`.
final class Serving: Sendable {
  let pid: pid_t
  let port: UInt16
  private let ending: Task<Int32, any Error>
  private let said: Said

  private final class Said: Sendable {
    let bytes = Mutex<[UInt8]>([])
    var text: String { String(decoding: bytes.withLock(\.self), as: UTF8.self) }
  }

  private enum Event: Sendable {
    case started(pid_t)
    case wrote
  }

  fileprivate init(_ arguments: Arguments, _ environment: Environment) async throws {
    let (events, event) = AsyncStream.makeStream(of: Event.self)
    let said = Said()
    let ending = Task {
      defer { event.finish() }
      let ended = try await Subprocess.run(
        .name("sh"), arguments: arguments, environment: environment, input: .none,
        output: .sequence,
        error: .combinedWithOutput
      ) { execution in
        event.yield(.started(execution.processIdentifier.value))
        for try await chunk in execution.standardOutput {
          chunk.withUnsafeBytes { bytes in said.bytes.withLock { $0 += bytes } }
          event.yield(.wrote)
        }
      }
      return ended.terminationStatus.code
    }
    var pid: pid_t?
    var port: UInt16?
    for await event in events {
      switch event {
      case .started(let id): pid = id
      case .wrote: port = Serving.port(in: said.text)
      }
      if port != nil { break }
    }
    guard let pid, let port else {
      throw StetProgram.Failure(reason: "stet serve ended with \(try await ending.value): \(said.text)")
    }
    (self.pid, self.port, self.ending, self.said) = (pid, port, ending, said)
  }

  /// Standard output and error so far.
  var text: String { said.text }

  /// How it ended, as a shell tells it.
  func ended() async throws -> Int32 { try await ending.value }

  func signal(_ number: Int32) { kill(pid, number) }

  /// Stops it in order, and returns how it ended.
  @discardableResult
  func stop() async throws -> Int32 {
    signal(SIGTERM)
    return try await ended()
  }

  private static func port(in text: String) -> UInt16? {
    guard let url = text.firstRange(of: "Stet serves http://127.0.0.1:") else { return nil }
    let digits = text[url.upperBound...].prefix { $0.isNumber }
    // The rest may be on its way.
    guard digits.endIndex < text.endIndex else { return nil }
    return UInt16(digits)
  }
}

/// The server's process that a data folder names; nil while there is none.
func postmaster(of data: String) -> pid_t? {
  guard let content = FileManager.default.contents(atPath: data + "/postgres/postmaster.pid") else {
    return nil
  }
  return pid_t(String(decoding: content, as: UTF8.self).prefix { !$0.isNewline })
}

/// Asks again and again, a moment apart, until the answer is there or the time is up.
func eventually<T>(
  within patience: Duration = .seconds(60), every pause: Duration = .milliseconds(10),
  _ ask: () async throws -> T?
) async throws -> T? {
  let deadline = ContinuousClock.now + patience
  repeat {
    if let answer = try await ask() { return answer }
    try await ContinuousClock().sleep(for: pause)
  } while ContinuousClock.now < deadline
  return nil
}
