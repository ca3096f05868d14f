/// What can become of a job given to a ``Database``.
public enum DatabaseError: Error, Sendable, Equatable {
  /// The server refused a statement or the commit; the transaction was rolled back.
  case server(ServerError)
  /// No connection could be made, or it broke before COMMIT was sent: nothing was done.
  case unreachable(String)
  /// COMMIT was sent and its answer never came, or it came without the promise that the work is safe. The work
  /// may have been done or not.
  case outcomeUnknown(String)
  /// Every connection stayed in use for as long as a job may wait. Nothing was done.
  case busy
  /// The task was cancelled before its work was committed. Nothing was done.
  case cancelled
  /// A column did not hold what the code expects. Nothing was done.
  case decoding(String)
  /// The database was closed, or a transaction was used after its end.
  case closed
}

/// An error report of the server. Texts may quote stored words: keep `detail` away from logs.
public struct ServerError: Error, Sendable, Equatable {
  /// Five characters, as PostgreSQL lists them; `nil` when libpq itself refused the statement.
  public var sqlstate: String?
  public var message: String?
  public var detail: String?
  public var hint: String?
  /// Name of the violated constraint.
  public var constraint: String?
  public var table: String?
  public var column: String?

  public init(
    sqlstate: String?, message: String?, detail: String? = nil, hint: String? = nil,
    constraint: String? = nil, table: String? = nil, column: String? = nil
  ) {
    self.sqlstate = sqlstate
    self.message = message
    self.detail = detail
    self.hint = hint
    self.constraint = constraint
    self.table = table
    self.column = column
  }
}

extension DatabaseError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .server(let error): error.description
    case .unreachable(let reason): "The database cannot be reached, nothing was done: \(reason)"
    case .outcomeUnknown(let reason):
      "It is not known whether the work was committed: \(reason)"
    case .busy: "All database connections are in use, nothing was done. Try again."
    case .cancelled: "The work was cancelled before it was committed, nothing was done."
    case .decoding(let reason): "A column does not hold what was expected, nothing was done: \(reason)"
    case .closed: "The database connection is closed."
    }
  }
}

extension ServerError: CustomStringConvertible {
  public var description: String {
    let message = message ?? "PostgreSQL gave no message"
    return "PostgreSQL refused the work, nothing was done: \(message) (\(sqlstate ?? "no code"))"
  }
}
