import Subprocess
import Synchronization

/// A running server and the small shell above it.
///
/// The shell holds the reading end of a pipe, the lifeline; this process holds the other. When the pipe closes,
/// on purpose or because this process was killed, the shell tells the server to shut down fast. It also waits
/// for the server and so leaves no zombie behind that would look like a running server. It repeats itself, since
/// a server that has only just been started does not listen yet.
final class Supervisor: Sendable {
  private static let script = """
    cd /
    trap '' INT TERM HUP QUIT
    exec 3<&0 </dev/null
    "$@" 3<&- &
    server=$!
    { read -r nothing; while kill -INT "$server"; do sleep 1; done; } <&3 >/dev/null 2>&1 &
    lifeline=$!
    exec 3<&-
    wait "$server"
    status=$?
    kill -KILL "$lifeline" 2>/dev/null
    exit "$status"
    """
  private static let longestOutput = 16_384

  private struct State {
    var output: [UInt8] = []
    var hasEnded = false
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var waits = 0
  }

  private let state = Mutex(State())
  private let lifeline: AsyncStream<Never>.Continuation
  private let task: Mutex<Task<Void, Never>?>

  /// Starts the command as the account.
  init(_ command: [String], as account: Account, environment: [String: String]) {
    let (closing, lifeline) = AsyncStream<Never>.makeStream()
    self.lifeline = lifeline
    task = Mutex(nil)
    let words = account.prefix + ["sh", "-c", Supervisor.script, "stet-postgres"] + command
    task.withLock { task in
      task = Task { [self] in
        await run(words, Program.environment(environment), until: closing)
        end()
      }
    }
  }

  /// What the server wrote before it had its log, as one line.
  var output: String {
    state.withLock { Program.oneLine(String(decoding: $0.output, as: UTF8.self)) }
  }

  var hasEnded: Bool { state.withLock { $0.hasEnded } }

  /// Closes the lifeline and returns when the server has shut down.
  func stop() async {
    closeLifeline()
    await task.withLock(\.self)?.value
  }

  func closeLifeline() {
    lifeline.finish()
  }

  /// Returns when the server has ended, or the task is cancelled.
  func waitUntilEnded() async {
    let number = state.withLock { state in
      state.waits += 1
      return state.waits
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.hasEnded || Task.isCancelled { return true }
          state.waiting[number] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
    }
  }

  private func run(_ words: [String], _ environment: Environment, until closing: AsyncStream<Never>) async {
    var platform = PlatformOptions()
    // An interrupt typed at the terminal is for this process alone; it shuts the server down in its own time.
    platform.createSession = true
    do {
      _ = try await Subprocess.run(
        .name(words[0]), arguments: Arguments(Array(words.dropFirst())), environment: environment,
        platformOptions: platform, input: .inputWriter, output: .sequence, error: .combinedWithOutput
      ) { execution in
        let writer = execution.standardInputWriter
        let closer = Task {
          for await _ in closing {}
          try? await writer.finish()
        }
        defer { closer.cancel() }
        // Ends when nothing is left that could write: neither shell nor server.
        for try await chunk in execution.standardOutput {
          chunk.withUnsafeBytes { bytes in keep(bytes) }
        }
      }
    } catch {
      keep(Array("\(error)".utf8))
    }
  }

  private func keep(_ bytes: some Sequence<UInt8>) {
    state.withLock { state in
      state.output.append(contentsOf: bytes)
      state.output.removeFirst(max(0, state.output.count - Supervisor.longestOutput))
    }
  }

  private func end() {
    let waiting = state.withLock { state in
      state.hasEnded = true
      defer { state.waiting = [:] }
      return state.waiting
    }
    for continuation in waiting.values { continuation.resume() }
  }
}
