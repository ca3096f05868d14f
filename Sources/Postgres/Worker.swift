import Glibc

/// What a transaction may do, and what it waits for first.
enum Purpose {
  case write
  case read
  /// Waits for a lock that only one transaction of the database can hold, for as long as that takes.
  case exclusive(lock: Int64)
  case probe

  var opening: String {
    switch self {
    case .write, .exclusive: "begin isolation level read committed read write"
    case .read: "begin isolation level repeatable read read only"
    case .probe: "begin read only"
    }
  }
}

/// A thread's connection, and the transactions on it. The connection is made when it is needed first, and anew
/// after it broke.
final class Worker {
  private static let attempts = 5
  private let configuration: Database.Configuration
  private var session: Session?

  init(_ configuration: Database.Configuration) {
    self.configuration = configuration
  }

  /// Runs the whole transaction, again from the start when the server says that it collided with another.
  func transaction<T>(_ purpose: Purpose, for job: Job, _ body: (Transaction) throws -> T) throws -> T {
    var attempt = 1
    while true {
      do {
        return try once(purpose, for: job, body)
      } catch {
        guard attempt < Worker.attempts, let session, session.failureIsTransient, !job.isCancelled,
          !isOutcomeUnknown(error)
        else { throw error }
        pause(after: attempt)
        attempt += 1
      }
    }
  }

  /// Runs one statement by itself. It gets a connection of its own: were it sent on one that turned out to be
  /// dead, nobody could say whether it may be sent again.
  func command(_ text: String, for job: Job) throws {
    let session = try Session(configuration)
    job.run(on: session.activity)
    do {
      try Transaction(session: session, job: job).script(text)
    } catch DatabaseError.unreachable(let reason) {
      throw DatabaseError.outcomeUnknown("the connection broke while the command was under way: \(reason)")
    }
  }

  private func once<T>(_ purpose: Purpose, for job: Job, _ body: (Transaction) throws -> T) throws -> T {
    let session = try begin(purpose)
    job.run(on: session.activity)
    let transaction = Transaction(session: session, job: job)
    do {
      if case .exclusive(let lock) = purpose {
        try transaction.run("select pg_advisory_xact_lock(\(lock)::bigint)")
        try transaction.script("set local lock_timeout = \(configuration.lockTimeout.inMilliseconds)")
      }
      let value = try body(transaction)
      transaction.end()
      try commit(session, purpose, for: job)
      discardIfUseless()
      return value
    } catch {
      transaction.end()
      if !session.isBroken, !session.isIdle { _ = try? session.script("rollback") }
      discardIfUseless()
      throw error
    }
  }

  /// Opens a transaction, on a new connection when there was none or the old one turns out to be dead, or to
  /// lead to a server that became a standby.
  private func begin(_ purpose: Purpose) throws -> Session {
    if let session {
      do {
        try open(purpose, on: session)
        return session
      } catch {
        self.session = nil
      }
    }
    let session = try Session(configuration)
    try open(purpose, on: session)
    self.session = session
    return session
  }

  // One round trip. Nothing is set for longer than the transaction, and nothing at the start of the connection,
  // so that a pooler that hands out connections per transaction can stand in between.
  private func open(_ purpose: Purpose, on session: Session) throws {
    session.forget()
    let statementTimeout: Int64
    let lockTimeout: Int64
    switch purpose {
    case .write, .read:
      statementTimeout = configuration.statementTimeout.inMilliseconds
      lockTimeout = configuration.lockTimeout.inMilliseconds
    case .exclusive: (statementTimeout, lockTimeout) = (0, 0)
    case .probe: (statementTimeout, lockTimeout) = (1000, 1000)
    }
    try session.script(
      """
      \(purpose.opening);
      set local statement_timeout = \(statementTimeout); set local lock_timeout = \(lockTimeout);
      set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'
      """)
  }

  private func commit(_ session: Session, _ purpose: Purpose, for job: Job) throws {
    guard !session.isBroken else {
      throw DatabaseError.unreachable("the connection broke before the work was committed")
    }
    guard session.canCommit else {
      if let failure = session.failure, !session.isIdle { throw DatabaseError.server(failure) }
      throw DatabaseError.outcomeUnknown("the transaction was ended by a statement of its own")
    }
    // From here on no cancel request may go out: one that ends a wait for the standby makes the server report
    // success for work that a failover can still lose.
    guard job.commit() else { throw DatabaseError.cancelled }
    let answer: Answer
    do {
      answer = try session.script("commit")
    } catch DatabaseError.unreachable(let reason) {
      if case .read = purpose { return }
      throw DatabaseError.outcomeUnknown("the connection broke while the commit was under way: \(reason)")
    }
    guard answer.command == "COMMIT" else {
      throw DatabaseError.server(
        session.failure ?? ServerError(sqlstate: "25P02", message: "the commit was answered with a rollback"))
    }
    if let doubt = session.remarks.first(where: \.saysThatCommitIsUnsafe) {
      throw DatabaseError.outcomeUnknown(doubt.message ?? "the server did not wait for its standby")
    }
  }

  private func discardIfUseless() {
    guard let session, session.isBroken || !session.isIdle else { return }
    self.session = nil
  }

  private func isOutcomeUnknown(_ error: any Error) -> Bool {
    if case DatabaseError.outcomeUnknown = error { return true }
    return false
  }

  /// A few milliseconds by chance, more with every attempt, so that two that collided do not do so again.
  private func pause(after attempt: Int) {
    usleep(UInt32.random(in: 1_000...(5_000 << UInt32(attempt))))
  }
}

extension Notice {
  /// Whether it came from the code that waits for a synchronous standby and gave up waiting.
  fileprivate var saysThatCommitIsUnsafe: Bool {
    if sqlstate == "57P01" { return true }
    return sqlstate == "01000" && function == "SyncRepWaitForLSN"
  }
}
