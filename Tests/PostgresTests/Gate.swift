import Glibc
import Postgres
import Synchronization

/// A meeting point of a test and a closure that runs on a connection's thread: the closure arrives and blocks
/// its thread, the test waits for that without blocking any, and lets it go on.
final class Gate: Sendable {
  private let isOpen = Atomic(false)
  private let arrivals: AsyncStream<Void>
  private let arrival: AsyncStream<Void>.Continuation

  init() {
    (arrivals, arrival) = AsyncStream.makeStream()
  }

  /// To be called on a connection's thread only.
  func pass() {
    arrival.yield()
    while !isOpen.load(ordering: .acquiring) { usleep(500) }
  }

  /// Returns when somebody is at the gate.
  func arrived() async {
    for await _ in arrivals { break }
  }

  func open() {
    isOpen.store(true, ordering: .releasing)
  }
}

/// Counts on any thread.
final class Tally: Sendable {
  private let number = Atomic(0)

  var count: Int { number.load(ordering: .acquiring) }

  @discardableResult
  func add() -> Int { number.add(1, ordering: .acquiringAndReleasing).newValue }
}

extension Database.Configuration {
  /// One connection, so that transactions follow each other on it, with a patience that a busy machine needs.
  static func single(statementTimeout: Duration = .seconds(30)) -> Database.Configuration {
    Database.Configuration(
      conninfo: "", connections: 1, statementTimeout: statementTimeout, acquireTimeout: .seconds(60))
  }
}
