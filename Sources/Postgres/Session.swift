import CLibpq

/// One connection to the server. It belongs to one thread.
final class Session {
  let activity: Activity
  private let connection: OpaquePointer
  private let notices = Notices()
  private var statements: StatementCache?
  /// The first error that the server reported in this transaction.
  private(set) var failure: ServerError?
  /// Whether that error goes away when the whole transaction is repeated.
  private(set) var failureIsTransient = false
  private var hasGivenUp = false

  /// Connects, which blocks for as long as the connect timeout allows. Throws ``DatabaseError/unreachable(_:)``.
  init(_ configuration: Database.Configuration) throws {
    // What stands before `dbname` are defaults that the connection string may overrule, what stands after it
    // holds in any case. libpq expands a `dbname` that looks like a connection string.
    let options = [
      ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
      ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
      ("dbname", configuration.conninfo),
      ("fallback_application_name", configuration.applicationName), ("client_encoding", "UTF8"),
    ]
    let connection = withCStrings(options.map(\.0)) { keywords in
      withCStrings(options.map(\.1)) { values in PQconnectdbParams(keywords, values, 1) }
    }
    guard let connection else { throw DatabaseError.unreachable("there is no memory for a connection") }
    guard PQstatus(connection) == CONNECTION_OK else {
      let reason = Session.message(of: connection)
      PQfinish(connection)
      throw DatabaseError.unreachable(reason)
    }
    self.connection = connection
    activity = Activity(connection: connection)
    statements = configuration.preparedStatements ? StatementCache() : nil
    notices.collect(from: connection)
  }

  deinit {
    PQfinish(connection)
  }

  /// Whether the connection is of no more use.
  var isBroken: Bool { hasGivenUp || PQstatus(connection) != CONNECTION_OK }

  var isIdle: Bool { PQtransactionStatus(connection) == PQTRANS_IDLE }

  /// Whether a transaction is open that could be committed.
  var canCommit: Bool { PQtransactionStatus(connection) == PQTRANS_INTRANS }

  /// What the server remarked since the transaction began, oldest first.
  var remarks: [Notice] { notices.all }

  func forget() {
    failure = nil
    failureIsTransient = false
    notices.clear()
  }

  /// Runs one statement.
  func run(_ sql: SQL) throws -> Rows {
    let (text, parameters) = sql.rendered()
    let statement = try Outbound.statement(text)
    let values = try Outbound.Values(parameters)
    guard let cached = try prepare(statement) else {
      return Rows(
        try checked(
          values.withPointers {
            PQexecParams(connection, statement, $0, nil, $1, $2, $3, 0)
          }))
    }
    return Rows(
      try checked(values.withPointers { PQexecPrepared(connection, cached, $0, $1, $2, $3, 0) }))
  }

  /// Runs any number of statements without parameters, with the answer of the last.
  @discardableResult
  func script(_ text: String) throws -> Answer {
    let statement = try Outbound.statement(Array(text.utf8))
    return try checked(PQexec(connection, statement))
  }

  private func prepare(_ statement: [CChar]) throws -> String? {
    guard statements != nil else { return nil }
    if let name = statements?.name(of: statement) { return name }
    if let oldest = statements?.evicted() { try script("deallocate \(oldest)") }
    let name = statements?.nextName() ?? ""
    _ = try checked(PQprepare(connection, name, statement, 0, nil))
    statements?.keep(statement, as: name)
    return name
  }

  private func checked(_ result: OpaquePointer?) throws -> Answer {
    guard let result else { throw lost() }
    let answer = Answer(result)
    switch answer.status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
      return answer
    case PGRES_FATAL_ERROR:
      throw refused(answer)
    default:
      // COPY leaves the connection in a state that nothing here can end.
      hasGivenUp = true
      throw DatabaseError.server(
        ServerError(sqlstate: "0A000", message: "COPY needs a connection of its own"))
    }
  }

  private func refused(_ answer: Answer) -> DatabaseError {
    let severity = answer.field("V")
    if isBroken || severity == "FATAL" || severity == "PANIC" {
      hasGivenUp = true
      return .unreachable(answer.field("M") ?? Session.message(of: connection))
    }
    let error = ServerError(
      sqlstate: answer.field("C"), message: answer.field("M") ?? Session.message(of: connection),
      detail: answer.field("D"), hint: answer.field("H"), constraint: answer.field("n"),
      table: answer.field("t"), column: answer.field("c"))
    if failure == nil {
      failure = error
      failureIsTransient = isTransient(error, raisedBy: answer.field("R"))
    }
    return .server(error)
  }

  private func isTransient(_ error: ServerError, raisedBy function: String?) -> Bool {
    switch error.sqlstate {
    case "40001", "40P01":
      return true
    case "26000",
      "0A000" where function == "RevalidateCachedQuery":
      // A migration changed what a prepared statement answers, or somebody else dropped it.
      guard statements != nil else { return false }
      statements = StatementCache(after: statements)
      return true
    default:
      return false
    }
  }

  private func lost() -> DatabaseError {
    hasGivenUp = true
    return .unreachable(Session.message(of: connection))
  }

  private static func message(of connection: OpaquePointer) -> String {
    guard let text = PQerrorMessage(connection) else { return "libpq gave no reason" }
    let lines = String(cString: text).split(whereSeparator: \.isNewline)
    return lines.isEmpty ? "the connection broke" : lines.joined(separator: "; ")
  }
}

extension Answer {
  /// A field of an error report, by the letter that the protocol gives it.
  func field(_ letter: Unicode.Scalar) -> String? {
    guard let text = PQresultErrorField(result, Int32(letter.value)) else { return nil }
    return String(cString: text)
  }
}

/// Calls `body` with a NULL-terminated array of C strings.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
  let bytes = strings.flatMap { $0.utf8CString }
  return bytes.withUnsafeBufferPointer { bytes in
    var pointers: [UnsafePointer<CChar>?] = []
    var offset = 0
    for string in strings {
      pointers.append(bytes.baseAddress.map { $0 + offset })
      offset += string.utf8.count + 1
    }
    return (pointers + [nil]).withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
