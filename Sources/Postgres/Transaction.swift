/// One open transaction on its connection's thread. It is not Sendable: it cannot leave the closure that it was
/// given to, and every call on it blocks that thread, never a task.
///
/// When a statement fails, the transaction has failed: only its end can follow, whatever the closure does with
/// the error.
public final class Transaction {
  private let session: Session
  private let job: Job
  private var isOpen = true

  init(session: Session, job: Job) {
    self.session = session
    self.job = job
  }

  /// Runs one statement. Throws ``DatabaseError``: `server`, `unreachable`, `cancelled`.
  @discardableResult
  public func run(_ sql: SQL) throws -> Rows {
    try interruptible { try session.run(sql) }
  }

  /// The first row, or `nil` when there is none: `try tx.first("select 1, 'a'", as: (Int, String).self)`.
  public func first<each C: PostgresDecodable>(
    _ sql: SQL, as types: (repeat each C).Type
  ) throws -> (repeat each C)? {
    guard let row = try run(sql).first else { return nil }
    let values: (repeat each C) = try row.values(repeat (each C).self)
    return values
  }

  /// The first row of one column. An optional column is `nil` twice over: no row, or NULL.
  public func first<C: PostgresDecodable>(_ sql: SQL, as type: C.Type = C.self) throws -> C? {
    guard let row = try run(sql).first else { return nil }
    return try row.decode(type)
  }

  /// All rows of one column.
  public func all<C: PostgresDecodable>(_ sql: SQL, as type: C.Type = C.self) throws -> [C] {
    try run(sql).map { try $0.decode(type) }
  }

  /// All rows.
  public func all<each C: PostgresDecodable>(
    _ sql: SQL, as types: (repeat each C).Type
  ) throws -> [(repeat each C)] {
    try run(sql).map { row in try row.values(repeat (each C).self) }
  }

  /// Runs several statements without parameters, separated by semicolons, such as a migration.
  public func script(_ text: String) throws {
    try interruptible { _ = try session.script(text) }
  }

  /// What the server remarked since the transaction began, oldest first, at most a hundred.
  public var notices: [Notice] { session.remarks }

  /// After this the transaction is of no more use, should somebody have kept it.
  func end() {
    isOpen = false
  }

  private func interruptible<Result>(_ body: () throws -> Result) throws -> Result {
    guard isOpen else { throw DatabaseError.closed }
    session.activity.begin(job)
    defer { session.activity.end() }
    guard !job.isCancelled else { throw DatabaseError.cancelled }
    do {
      return try body()
    } catch DatabaseError.server(let error) where error.sqlstate == "57014" && job.isCancelled {
      throw DatabaseError.cancelled
    }
  }
}
