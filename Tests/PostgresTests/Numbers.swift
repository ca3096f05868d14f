import Postgres
import TestCluster

/// A database with a table of numbers.
func withNumbers(
  settings: Database.Configuration = .init(conninfo: "", acquireTimeout: .seconds(60)),
  _ body: (Database) async throws -> Void
) async throws {
  try await withDatabase(settings: settings) { database in
    try await database.write { try $0.script("create table numbers (n bigint primary key)") }
    try await body(database)
  }
}

/// The numbers in it, in order.
func numbers(_ database: Database) async throws -> [Int] {
  try await database.read { try $0.all("select n from numbers order by n", as: Int.self) }
}

/// The server's report in an error, if it has one.
func report(_ error: DatabaseError?) -> ServerError? {
  guard case .server(let report) = error else { return nil }
  return report
}
