/// The queue in front of the connections, and their threads. A thread is started when a job finds all others
/// busy, until there are as many as configured.
final class Pool: Sendable {
  private struct Entry {
    let job: Job
    let deadline: Moment
    let work: @Sendable (Worker) -> Void
  }

  private struct State {
    var queue: [Entry] = []
    var idle = 0
    var threads = 0
    var isClosed = false
    var closing: [CheckedContinuation<Void, Never>] = []
  }

  private struct Timekeeping {
    var isStarted = false
    var isNudged = false
    var isClosed = false
  }

  private let configuration: Database.Configuration
  private let state = Monitor(State())
  private let timekeeping = Monitor(Timekeeping())
  private let canceller = Canceller()

  init(_ configuration: Database.Configuration) {
    self.configuration = configuration
  }

  /// Queues a job. Whoever takes it out of the queue resumes its waiter: a thread by `work`, or `refusal`.
  func add(
    _ job: Job, within patience: Duration, refusal: @escaping Job.Refusal,
    work: @escaping @Sendable (Worker) -> Void
  ) {
    guard job.enqueue(refusal) else { return refusal(.cancelled) }
    let entry = Entry(job: job, deadline: .now + patience, work: work)
    let (isClosed, isSaturated) = state.change { state in
      guard !state.isClosed else { return (true, false) }
      state.queue.append(entry)
      guard state.queue.count > state.idle else { return (false, false) }
      guard state.threads < max(configuration.connections, 1), startThread({ [self] in serve() }) else {
        return (false, true)
      }
      state.threads += 1
      return (false, false)
    }
    if isClosed { job.refuse(.closed) }
    if isSaturated { keepTime() }
  }

  func cancel(_ job: Job) {
    if let activity = job.cancel() { canceller.interrupt(job, on: activity) }
  }

  /// Refuses new jobs and lets the threads end when the queue is empty.
  func beginToClose() {
    state.changeForAll { $0.isClosed = true }
    let isDone = state.withLock { $0.threads == 0 }
    if isDone { stopKeepingTime() }
  }

  /// Returns when the last job is done and all connections are closed.
  func close() async {
    beginToClose()
    await withCheckedContinuation { continuation in
      let isDone = state.withLock { state in
        if state.threads > 0 { state.closing.append(continuation) }
        return state.threads == 0
      }
      if isDone { continuation.resume() }
    }
  }

  private func serve() {
    do {
      let worker = Worker(configuration)
      while let entry = next() {
        guard entry.job.begin() else { continue }
        entry.work(worker)
        entry.job.finish()
      }
    }
    let closing = state.withLock { state in
      state.threads -= 1
      defer { if state.threads == 0 { state.closing = [] } }
      return state.threads == 0 ? state.closing : nil
    }
    guard let closing else { return }
    stopKeepingTime()
    for continuation in closing { continuation.resume() }
  }

  private func next() -> Entry? {
    state.withLock { $0.idle += 1 }
    return state.wait { state in
      if state.queue.isEmpty {
        guard state.isClosed else { return .nothing(until: nil) }
        state.idle -= 1
        return .found(nil)
      }
      state.idle -= 1
      return .found(state.queue.removeFirst())
    }
  }

  private func keepTime() {
    let mustStart = timekeeping.change { state in
      guard !state.isClosed else { return false }
      state.isNudged = true
      defer { state.isStarted = true }
      return !state.isStarted
    }
    if mustStart, !startThread({ [self] in refuseOverdue() }) {
      timekeeping.withLock { $0.isStarted = false }
    }
  }

  private func stopKeepingTime() {
    timekeeping.change { $0.isClosed = true }
    canceller.close()
  }

  private func refuseOverdue() {
    var isOpen = true
    while isOpen {
      let now = Moment.now
      let (overdue, next) = state.withLock { state in
        state.queue.removeAll { !$0.job.isWaiting }
        let overdue = state.queue.filter { $0.deadline <= now }
        if !overdue.isEmpty { state.queue.removeAll { $0.deadline <= now } }
        return (overdue, state.queue.map(\.deadline).min())
      }
      for entry in overdue { entry.job.refuse(.busy) }
      isOpen = timekeeping.wait { state in
        if state.isClosed { return .found(false) }
        if let next, Moment.now >= next { return .found(true) }
        guard state.isNudged else { return .nothing(until: next) }
        state.isNudged = false
        return .found(true)
      }
    }
  }
}
