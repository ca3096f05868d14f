/// A PostgreSQL database behind a few connections, each with a thread of its own.
///
/// A transaction is one synchronous closure that runs on such a thread from BEGIN to COMMIT; the caller's task
/// waits without holding a thread of the cooperative pool. The closure may run several times: when the server
/// reports that the transaction collided with another, it is rolled back and repeated.
///
/// Nothing outlives a transaction on its connection, so that a transaction pooler can stand in between; one that
/// knows no prepared statements needs `preparedStatements: false`. Inside, the time zone is UTC and dates and
/// intervals are in ISO 8601 form, whatever the server's configuration says.
public final class Database: Sendable {
  public struct Configuration: Sendable {
    /// Anything that libpq takes, a URL or `key=value` pairs, with several hosts if need be. What it leaves out
    /// comes from libpq's environment variables.
    public var conninfo: String
    /// Most connections, and most transactions at the same time.
    public var connections: Int
    /// Longest time for one statement; zero for no limit.
    public var statementTimeout: Duration
    /// Longest wait for a lock; zero for no limit.
    public var lockTimeout: Duration
    /// Longest wait for a connection to come free.
    public var acquireTimeout: Duration
    /// Whether the server keeps statements prepared between transactions.
    public var preparedStatements: Bool
    /// Name in the server's list of connections, unless `conninfo` has one.
    public var applicationName: String

    public init(
      conninfo: String, connections: Int = 6, statementTimeout: Duration = .seconds(30),
      lockTimeout: Duration = .seconds(10), acquireTimeout: Duration = .seconds(10),
      preparedStatements: Bool = true, applicationName: String = "stet"
    ) {
      self.conninfo = conninfo
      self.connections = connections
      self.statementTimeout = statementTimeout
      self.lockTimeout = lockTimeout
      self.acquireTimeout = acquireTimeout
      self.preparedStatements = preparedStatements
      self.applicationName = applicationName
    }
  }

  public let configuration: Configuration
  private let pool: Pool

  /// Connects to nothing yet.
  public init(_ configuration: Configuration) {
    self.configuration = configuration
    pool = Pool(configuration)
  }

  deinit {
    pool.beginToClose()
  }

  /// Runs a transaction that reads and writes, with isolation level read committed. Throws ``DatabaseError``, or
  /// what the closure throws; then the transaction is rolled back.
  @discardableResult
  public func write<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await transaction(.write, within: configuration.acquireTimeout, body)
  }

  /// Runs a transaction that sees one snapshot of the database and can change nothing. Throws
  /// ``DatabaseError``, or what the closure throws.
  public func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await transaction(.read, within: configuration.acquireTimeout, body)
  }

  /// Runs a transaction that no other holder of the same lock overlaps, in the whole database: waits for the
  /// advisory lock for as long as it takes, and has no statement timeout. Throws as ``write(_:)`` does.
  public func exclusively<T: Sendable>(
    lock: Int64, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await transaction(.exclusive(lock: lock), within: configuration.acquireTimeout, body)
  }

  /// Runs one statement that PostgreSQL refuses inside a transaction, such as CREATE DATABASE or VACUUM, on a
  /// connection of its own and without the timeouts of the configuration. Throws ``DatabaseError``.
  public func command(_ text: String) async throws {
    try await job(within: configuration.acquireTimeout) { worker, job in try worker.command(text, for: job) }
  }

  /// Whether the server answers a query within two seconds, waiting for a free connection included.
  public var isReachable: Bool {
    get async {
      let answer = try? await transaction(.probe, within: .seconds(2)) { transaction in
        try transaction.first("select 1", as: Int.self)
      }
      return answer == .some(.some(1))
    }
  }

  /// Refuses new transactions with `closed`, finishes those that were accepted, and closes the connections.
  public func close() async {
    await pool.close()
  }

  private func transaction<T: Sendable>(
    _ purpose: Purpose, within patience: Duration, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await job(within: patience) { worker, job in try worker.transaction(purpose, for: job, body) }
  }

  private func job<T: Sendable>(
    within patience: Duration, _ work: @escaping @Sendable (Worker, Job) throws -> T
  ) async throws -> T {
    let job = Job()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        pool.add(job, within: patience, refusal: { continuation.resume(throwing: $0) }) { worker in
          continuation.resume(with: Result { try work(worker, job) })
        }
      }
    } onCancel: {
      pool.cancel(job)
    }
  }
}
