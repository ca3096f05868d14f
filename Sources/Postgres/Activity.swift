import CLibpq

/// Which job's statement a connection is carrying out. The lock is held while a cancel request is under way, so
/// that it meets this statement and never the next.
final class Activity: Sendable {
  private struct State {
    var request: OpaquePointer?
    var job: ObjectIdentifier?
  }

  private let state: Monitor<State>

  init(connection: OpaquePointer) {
    state = Monitor(State(request: PQgetCancel(connection), job: nil))
  }

  deinit {
    state.withLock { state in
      if let request = state.request { PQfreeCancel(request) }
    }
  }

  func begin(_ job: Job) {
    state.withLock { $0.job = ObjectIdentifier(job) }
  }

  func end() {
    state.withLock { $0.job = nil }
  }

  /// Asks the server to give up the job's statement. Blocks for as long as the request takes.
  func interrupt(_ job: Job) {
    state.withLock { state in
      guard state.job == ObjectIdentifier(job), let request = state.request else { return }
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
        _ = PQcancel(request, message.baseAddress, Int32(message.count))
      }
    }
  }
}

/// A thread that sends cancel requests, so that neither a task nor a connection's thread has to wait for them.
final class Canceller: Sendable {
  private struct State {
    var targets: [(job: Job, activity: Activity)] = []
    var isStarted = false
    var isClosed = false
  }

  private let monitor = Monitor(State())

  func interrupt(_ job: Job, on activity: Activity) {
    let mustStart = monitor.change { state in
      guard !state.isClosed else { return false }
      state.targets.append((job, activity))
      defer { state.isStarted = true }
      return !state.isStarted
    }
    if mustStart, !startThread({ [self] in work() }) {
      monitor.withLock { $0.isStarted = false }
    }
  }

  func close() {
    monitor.change { $0.isClosed = true }
  }

  private func work() {
    while let targets = nextTargets() {
      for (job, activity) in targets {
        activity.interrupt(job)
      }
      // The request may have come before the statement had reached the server, where it has no effect. It is
      // repeated until the job has noticed.
      let remaining = targets.filter { $0.job.isRunning }
      if remaining.isEmpty { continue }
      let again = Moment.now + .milliseconds(20)
      monitor.wait { state in Moment.now < again && !state.isClosed ? .nothing(until: again) : .found(()) }
      monitor.withLock { $0.targets.append(contentsOf: remaining) }
    }
  }

  private func nextTargets() -> [(job: Job, activity: Activity)]? {
    monitor.wait { state in
      if state.isClosed { return .found(nil) }
      if state.targets.isEmpty { return .nothing(until: nil) }
      defer { state.targets = [] }
      return .found(state.targets)
    }
  }
}
