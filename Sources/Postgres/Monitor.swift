import Glibc

/// A state, the lock around it, and a condition to wait on for it to change. Only threads of this module may
/// wait; others hold the lock for moments. It is a POSIX lock because the thread sanitizer understands those,
/// and reports races that are none when the standard library's is contended.
final class Monitor<State>: @unchecked Sendable {
  /// What a waiting thread found: its result, or nothing yet (and how long it may wait for it).
  enum Look<Result> {
    case found(Result)
    case nothing(until: Moment?)
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  init(_ state: State) {
    self.state = state
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // A wall clock set back would prolong every wait.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func withLock<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&state)
  }

  /// Changes the state and wakes one waiting thread.
  func change<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
    defer { pthread_cond_signal(condition) }
    return try withLock(body)
  }

  /// Changes the state and wakes all waiting threads.
  func changeForAll<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
    defer { pthread_cond_broadcast(condition) }
    return try withLock(body)
  }

  /// Blocks the thread until `look` finds something. It looks at once, after every change, and when the moment
  /// has come that it named.
  func wait<Result>(_ look: (inout State) -> Look<Result>) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      switch look(&state) {
      case .found(let result):
        return result
      case .nothing(until: nil):
        pthread_cond_wait(condition, mutex)
      case .nothing(until: .some(let moment)):
        var deadline = moment.timespec
        pthread_cond_timedwait(condition, mutex, &deadline)
      }
    }
  }
}

/// A moment of the monotonic clock, in nanoseconds. Far away moments stop at the end of its range.
struct Moment: Comparable, Sendable {
  let nanoseconds: Int64

  static var now: Moment {
    var time = Glibc.timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  static func < (left: Moment, right: Moment) -> Bool { left.nanoseconds < right.nanoseconds }

  static func + (moment: Moment, duration: Duration) -> Moment {
    let (sum, overflow) = moment.nanoseconds.addingReportingOverflow(duration.inNanoseconds)
    return Moment(nanoseconds: overflow ? .max : sum)
  }

  var timespec: Glibc.timespec {
    Glibc.timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
  }
}

extension Duration {
  /// Whole nanoseconds, never negative, at most what fits.
  var inNanoseconds: Int64 {
    guard self > .zero else { return 0 }
    let (seconds, attoseconds) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, more) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
    return overflow || more ? .max : sum
  }

  /// Whole milliseconds for a PostgreSQL setting. What is positive stays so, since there 0 means no limit.
  var inMilliseconds: Int64 {
    guard self > .zero else { return 0 }
    return min(max(inNanoseconds / 1_000_000, 1), Int64(Int32.max))
  }
}

/// Runs `body` on a thread of its own. Returns false when the system has no thread left.
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
  final class Start {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  let start = Unmanaged.passRetained(Start(body))
  var thread = pthread_t()
  let status = pthread_create(
    &thread, nil,
    { argument in
      if let argument {
        Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
      }
      return nil
    }, start.toOpaque())
  guard status == 0 else {
    start.release()
    return false
  }
  pthread_detach(thread)
  return true
}
