/// One transaction that somebody waits for: where it stands, and how far it can still be called off. Its waiter
/// is resumed exactly once, by whoever takes the job out of `queued`.
final class Job: Sendable {
  typealias Refusal = @Sendable (DatabaseError) -> Void

  private enum Phase {
    case new
    case queued(Refusal)
    case running(Activity?)
    case committing
    case finished
  }

  private struct State {
    var phase = Phase.new
    var isCancelled = false
  }

  private let state = Monitor(State())

  /// Remembers how to refuse the job. False when it was cancelled before; then the caller refuses it.
  func enqueue(_ refusal: @escaping Refusal) -> Bool {
    state.withLock { state in
      guard !state.isCancelled else {
        state.phase = .finished
        return false
      }
      state.phase = .queued(refusal)
      return true
    }
  }

  /// Takes the job for a thread. False when somebody refused it before.
  func begin() -> Bool {
    state.withLock { state in
      guard case .queued = state.phase else { return false }
      state.phase = .running(nil)
      return true
    }
  }

  /// Resumes the waiter with an error unless a thread already has the job.
  func refuse(_ error: DatabaseError) {
    let refusal = state.withLock { state -> Refusal? in
      guard case .queued(let refusal) = state.phase else { return nil }
      state.phase = .finished
      return refusal
    }
    refusal?(error)
  }

  var isWaiting: Bool {
    state.withLock { state in
      guard case .queued = state.phase else { return false }
      return true
    }
  }

  /// Names the connection that runs the job, for `cancel`.
  func run(on activity: Activity) {
    state.withLock { $0.phase = .running(activity) }
  }

  var isRunning: Bool {
    state.withLock { state in
      guard case .running = state.phase else { return false }
      return true
    }
  }

  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// The point of no return: from here on no cancel request may reach the server. False when one came before.
  func commit() -> Bool {
    state.withLock { state in
      guard !state.isCancelled else { return false }
      state.phase = .committing
      return true
    }
  }

  func finish() {
    state.withLock { $0.phase = .finished }
  }

  /// Calls the job off. Returns the connection whose statement has to be interrupted, if one is running.
  func cancel() -> Activity? {
    let (refusal, activity) = state.withLock { state -> (Refusal?, Activity?) in
      state.isCancelled = true
      switch state.phase {
      case .queued(let refusal):
        state.phase = .finished
        return (refusal, nil)
      case .running(let activity): return (nil, activity)
      case .new, .committing, .finished: return (nil, nil)
      }
    }
    refusal?(.cancelled)
    return activity
  }
}
