import ArgumentParser
import Client
import Glibc
import Wire

/// One command's conversation: the service on one side, the person or program on the other.
struct Console: Sendable {
  let api: StetAPI
  let layout: Layout
  let json: Bool

  init(_ common: CommonOptions) throws {
    let found = try Credentials.find(option: common.url, environment: Terminal.environment)
    if let file = found.exposedFile {
      Terminal.err(
        "! Others can read the tokens in \(shown(file)). Close it: chmod 600 \(shellQuoted(file))\n")
    }
    api = try StetAPI(url: found.url, token: found.token)
    layout = Terminal.layout(colour: common.color)
    json = common.json
  }

  /// Prints an answer: with `--json` as it came, else as `text` makes it.
  func show<Value: Sendable>(_ answer: Answer<Value>, _ text: (Value) -> String) {
    Terminal.out(json ? prettyJSON(bytes: answer.body) : text(answer.value))
  }

  /// What could be done next, on standard error and only where somebody reads it.
  func hint(_ lines: [String]) {
    guard !json, !lines.isEmpty, Terminal.showsHints(Terminal.environment) else { return }
    Terminal.err(text(of: lines))
  }

  /// Sends a writing request under one idempotency key. When its outcome stays unknown, or the command is
  /// interrupted meanwhile, the error names the command that sends it again.
  ///
  /// - Parameters:
  ///   - dropping: options that `adding` replaces in that command.
  ///   - adding: words that pin down what this attempt looked up.
  func send<Value: Sendable>(
    _ writing: WritingOptions, dropping: Set<String> = [], adding: [String] = [],
    _ request: (String) async throws -> Answer<Value>
  ) async throws -> Answer<Value> {
    let key = writing.idempotencyKey ?? StetAPI.freshKey()
    let retry = retryCommand(words: CommandLine.arguments, key: key, dropping: dropping, adding: adding)
    Interruption.arm(
      "\nInterrupted. We do not know whether this was done. To make sure, with the same input:\n  \(retry)\n")
    defer { Interruption.disarm() }
    do {
      return try await request(key)
    } catch let failure as ClientFailure {
      if case .outcomeUnknown = failure { throw problem(of: failure, retry: retry) }
      throw failure
    }
  }
}

/// A command that speaks with the service.
protocol EditorCommand: AsyncParsableCommand {
  var common: CommonOptions { get }
  func run(_ console: Console) async throws
}

extension EditorCommand {
  func run() async throws { try await run(Console(common)) }
}

/// What an interrupt says while a request is on its way; without one the signal ends the process as usual.
enum Interruption {
  // Set before the handler is installed and read only by it.
  nonisolated(unsafe) private static var note: UnsafeMutablePointer<UInt8>?
  nonisolated(unsafe) private static var length = 0

  static func arm(_ text: String) {
    let bytes = Array(text.utf8)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    note = copy
    length = bytes.count
    signal(SIGINT) { _ in
      // Only calls that are safe in a signal handler.
      if let note = Interruption.note { _ = write(STDERR_FILENO, note, Interruption.length) }
      _exit(ExitStatus.interrupted)
    }
  }

  static func disarm() { signal(SIGINT, SIG_DFL) }
}
