import CLibpq

/// The answer to one statement: its rows, and how many rows it touched. Valid beyond the transaction.
public struct Rows: RandomAccessCollection, Sendable {
  let answer: Answer
  public let count: Int

  init(_ answer: Answer) {
    self.answer = answer
    count = Int(PQntuples(answer.result))
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }
  public subscript(position: Int) -> Row { Row(answer: answer, index: position) }

  /// Rows inserted, updated, deleted or selected.
  public var affected: Int {
    guard let text = PQcmdTuples(answer.result) else { return 0 }
    return Int(String(cString: text)) ?? 0
  }
}

/// One row of an answer.
public struct Row: Sendable {
  let answer: Answer
  let index: Int

  /// Reads the columns by position: `try row.decode((String, Int?).self)`. Every column must be named.
  /// Throws ``DatabaseError/decoding(_:)``.
  public func decode<each C: PostgresDecodable>(
    _ types: (repeat each C).Type
  ) throws -> (repeat each C) {
    try values(repeat (each C).self)
  }

  /// Reads the only column.
  public func decode<C: PostgresDecodable>(_ type: C.Type = C.self) throws -> C {
    guard answer.columns == 1 else {
      throw DatabaseError.decoding("the row has \(answer.columns) columns and the code reads one")
    }
    return try value(at: 0, as: type)
  }

  func values<each C: PostgresDecodable>(_ types: repeat (each C).Type) throws -> (repeat each C) {
    var expected = 0
    for _ in repeat each types { expected += 1 }
    guard expected == answer.columns else {
      throw DatabaseError.decoding("the row has \(answer.columns) columns and the code reads \(expected)")
    }
    var column = 0
    return (repeat try next(each types, at: &column))
  }

  /// Reads one column by its exact name. Throws ``DatabaseError/decoding(_:)``.
  public func column<C: PostgresDecodable>(_ name: String, as type: C.Type = C.self) throws -> C {
    guard let column = answer.column(named: name) else {
      throw DatabaseError.decoding("the row has no column \(name)")
    }
    return try value(at: column, as: type)
  }

  private func next<C: PostgresDecodable>(_ type: C.Type, at column: inout Int) throws -> C {
    defer { column += 1 }
    return try value(at: column, as: type)
  }

  private func value<C: PostgresDecodable>(at column: Int, as type: C.Type) throws -> C {
    do {
      return try C.decode(nullable: answer.text(row: index, column: column))
    } catch DatabaseError.decoding(let reason) {
      throw DatabaseError.decoding("column \(answer.name(of: column)): \(reason)")
    }
  }
}

/// Owns a `PGresult`. Once libpq has returned it, nothing writes to it: reading from several threads is safe.
final class Answer: @unchecked Sendable {
  let result: OpaquePointer
  let columns: Int

  init(_ result: OpaquePointer) {
    self.result = result
    columns = Int(PQnfields(result))
  }

  deinit {
    PQclear(result)
  }

  var status: ExecStatusType { PQresultStatus(result) }

  /// The command that was carried out, such as `COMMIT`.
  var command: String {
    guard let text = PQcmdStatus(result) else { return "" }
    return String(cString: text)
  }

  func name(of column: Int) -> String {
    guard let column = Int32(exactly: column), let name = PQfname(result, column) else { return "?" }
    return String(cString: name)
  }

  func column(named name: String) -> Int? {
    (0..<columns).first { self.name(of: $0).utf8.elementsEqual(name.utf8) }
  }

  func text(row: Int, column: Int) -> String? {
    guard let row = Int32(exactly: row), let column = Int32(exactly: column),
      row >= 0, row < PQntuples(result), PQgetisnull(result, row, column) == 0,
      let bytes = PQgetvalue(result, row, column)
    else { return nil }
    let length = Int(PQgetlength(result, row, column))
    let buffer = UnsafeRawBufferPointer(start: bytes, count: length)
    return String(decoding: buffer, as: UTF8.self)
  }
}
