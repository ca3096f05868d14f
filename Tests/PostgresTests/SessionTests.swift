import Postgres
import TestCluster
import Testing

@Suite("A connection and what stays on it")
struct SessionTests {
  @Test("A statement prepared before a migration still works after it", arguments: [true, false])
  func migration(_ prepared: Bool) async throws {
    try await withNumbers(
      settings: .init(conninfo: "", connections: 1, preparedStatements: prepared)
    ) { database in
      let query: SQL = "select * from numbers"
      try await database.read { _ = try $0.run(query) }
      try await database.write { try $0.script("alter table numbers add column label text") }
      try await database.read { _ = try $0.run(query) }
      let count = try await database.read { transaction in
        try transaction.first("select count(*) from pg_prepared_statements", as: Int.self) ?? 0
      }
      #expect(prepared ? count > 0 : count == 0)
    }
  }

  @Test("A connection keeps no more than 256 statements")
  func cache() async throws {
    try await withDatabase(settings: .single()) { database in
      let count = try await database.read { transaction in
        for number in 0..<300 {
          let back = try transaction.first("select \(unescaped: "\(number)")", as: Int.self)
          #expect(back == number)
        }
        return try transaction.first("select count(*) from pg_prepared_statements", as: Int.self)
      }
      #expect(count == 256)
    }
  }

  @Test("Zone and date style are Stet's own, and nothing stays behind on the connection")
  func settings() async throws {
    try await withDatabase(
      settings: .init(conninfo: "options='-c timezone=Asia/Tokyo -c datestyle=SQL,DMY'", connections: 1)
    ) { database in
      let inside = try await database.write { transaction in
        try transaction.first("select '2026-11-22 10:00Z'::timestamptz::text", as: String.self)
      }
      #expect(inside == "2026-11-22 10:00:00+00")
      let outside = try await database.write { transaction in
        try transaction.script("commit")
        let zone = try transaction.first("show timezone", as: String.self)
        try transaction.script("begin")
        return zone
      }
      #expect(outside == "Asia/Tokyo")
    }
  }

  @Test("Remarks of the server are kept, not printed")
  func notices() async throws {
    try await withDatabase { database in
      let notices = try await database.write { transaction in
        try transaction.script("do $$ begin raise warning 'careful'; end $$")
        return transaction.notices
      }
      #expect(notices.map(\.message) == ["careful"])
      #expect(notices.map(\.severity) == ["WARNING"])
      let later = try await database.write { $0.notices.count }
      #expect(later == 0)
    }
  }

  @Test("COPY is refused, and the connection is replaced")
  func copy() async throws {
    try await withNumbers(settings: .single()) { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { try $0.script("copy numbers from stdin") }
      }
      #expect(report(error)?.sqlstate == "0A000")
      let left = try await numbers(database)
      #expect(left == [])
    }
  }

  @Test("A command runs outside any transaction")
  func command() async throws {
    try await withNumbers { database in
      try await database.command("vacuum numbers")
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { try $0.run("vacuum numbers") }
      }
      #expect(report(error)?.sqlstate == "25001")
    }
  }
}
