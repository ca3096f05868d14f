import Postgres
import TestCluster
import Testing

enum Mood: String, PostgresEncodable, PostgresDecodable, PostgresArrayElement, CaseIterable {
  case calm
  case upset = "very \"upset\""
}

@Suite("Values on their way to the server and back")
struct ValueTests {
  @Test(
    "A text comes back byte for byte",
    arguments: [
      "", "plain", "'; drop table drafts; --", "\\", "\"", "NULL", "{}", "$1", "%s", "ä", "a\u{308}",
      "👩‍👩‍👧‍👦", "\u{200b}\u{202e}", "\r\n", "\u{feff}", "\u{1}\u{7f}",
    ])
  func text(_ text: String) async throws {
    try await withDatabase { database in
      let back = try await database.read { try $0.first("select \(text)::text", as: String.self) }
      #expect(back.map { Array($0.utf8) } == Array(text.utf8))
      let long = String(repeating: text, count: 20_000)
      let length = try await database.read { try $0.first("select octet_length(\(long))", as: Int.self) }
      #expect(length == long.utf8.count)
    }
  }

  @Test("Whole numbers keep their full range", arguments: [Int64.min, -1, 0, 1, Int64.max])
  func wholeNumbers(_ number: Int64) async throws {
    try await withDatabase { database in
      let small = Int32(truncatingIfNeeded: number)
      let row = try await database.read { transaction in
        try transaction.first(
          "select \(number)::bigint, \(Int(number))::bigint, \(small)::int", as: (Int64, Int, Int32).self)
      }
      let (wide, native, narrow) = try #require(row)
      #expect(wide == number)
      #expect(native == Int(number))
      #expect(narrow == small)
    }
  }

  @Test(
    "Fractions come back exactly",
    arguments: [
      0.1, -0.0, 1e300, Double.leastNonzeroMagnitude, .infinity, -.infinity, Double.greatestFiniteMagnitude,
    ])
  func fractions(_ number: Double) async throws {
    try await withDatabase { database in
      let back = try await database.read {
        try $0.first("select \(number)::double precision", as: Double.self)
      }
      #expect(back?.bitPattern == number.bitPattern)
      let nan = try await database.read { try $0.first("select \(Double.nan)::float8", as: Double.self) }
      #expect(nan?.isNaN == true)
    }
  }

  @Test("Truth values, bytes, lists and enumerations come back")
  func others() async throws {
    try await withDatabase { database in
      let bytes = (0...255).map { UInt8($0) } + [0, 0]
      let texts = ["", "a,b", "{x}", "\"", "\\", "NULL", " ", "ü\n"]
      let numbers: [Int64] = [.min, 0, .max]
      try await database.read { transaction in
        let row = try transaction.first(
          """
          select \(true)::bool, \(false)::bool, \(bytes)::bytea, \([UInt8]())::bytea, \(texts)::text[],
            \([String]())::text[], \(numbers)::bigint[], \([1, 2])::int[], \(Mood.upset)::text
          """,
          as: (Bool, Bool, [UInt8], [UInt8], [String], [String], [Int64], [Int], Mood).self)
        let values = try #require(row)
        #expect(values.0 && !values.1)
        #expect(values.2 == bytes)
        #expect(values.3 == [])
        #expect(values.4 == texts)
        #expect(values.5 == [])
        #expect(values.6 == numbers)
        #expect(values.7 == [1, 2])
        #expect(values.8 == .upset)
        let moods = try transaction.first("select \(Mood.allCases)::text[]", as: [Mood].self)
        #expect(moods == Mood.allCases)
      }
    }
  }

  @Test("Nothing is NULL, and NULL is read only where it is expected")
  func nothing() async throws {
    try await withDatabase { database in
      let none: String? = nil
      let some: Int? = 7
      let noBytes: [UInt8]? = nil
      try await database.read { transaction in
        let row = try transaction.first(
          "select \(none)::text, \(some)::int, \(noBytes)::bytea is null", as: (String?, Int?, Bool).self)
        let values = try #require(row)
        #expect(values == (nil, 7, true))
        #expect(throws: DatabaseError.self) {
          try transaction.first("select null::int", as: Int.self)
        }
      }
    }
  }

  @Test("A text with a NUL is refused before it is sent, and the transaction goes on")
  func nul() async throws {
    try await withDatabase { database in
      try await database.write { transaction in
        for attempt in [
          SQL("select \("a\0b")::text"), "select \(["a\0"])::text[]", "select '\(unescaped: "\0")'",
        ] {
          let error = #expect(throws: DatabaseError.self) { try transaction.run(attempt) }
          guard case .server(let report) = error else {
            Issue.record("not a server error: \(String(describing: error))")
            continue
          }
          #expect(report.sqlstate == "22021")
        }
        #expect(throws: DatabaseError.self) { try transaction.script("select 1; \0 select 2") }
        let one = try transaction.first("select 1", as: Int.self)
        #expect(one == 1)
      }
    }
  }

  @Test("Spliced statements number their parameters anew")
  func splices() async throws {
    try await withDatabase { database in
      let filter: SQL = "n between \(2) and \(4)"
      let order: SQL = " order by n \(unescaped: "desc")"
      let numbers = try await database.read { transaction in
        try transaction.all(
          "select n from generate_series(1, \(9)) n where \(sql: filter) and n <> \(3)" + order, as: Int.self)
      }
      #expect(numbers == [4, 2])
    }
  }

  @Test("A row is read by name, and says what is wrong with it")
  func rows() async throws {
    try await withDatabase { database in
      let rows = try await database.read {
        try $0.run("select 1 as one, 'x' as \"Name\" union all select 2, 'y'")
      }
      #expect(rows.count == 2)
      #expect(rows.affected == 2)
      #expect(try rows.map { try $0.column("one", as: Int.self) } == [1, 2])
      let name: String = try rows[1].column("Name")
      #expect(name == "y")
      for attempt in [
        { _ = try rows[0].decode(Int.self) }, { _ = try rows[0].decode((Int, String, Int).self) },
        { _ = try rows[0].decode((Int, Int).self) }, { _ = try rows[0].column("name", as: String.self) },
        { _ = try rows[5].column("one", as: Int.self) },
      ] as [@Sendable () throws -> Void] {
        let error = #expect(throws: DatabaseError.self, performing: attempt)
        guard case .decoding = error else {
          Issue.record("not a decoding error: \(String(describing: error))")
          continue
        }
      }
    }
  }

  @Test(
    "A column that does not hold what the code says is an error",
    arguments: ["select 'x'", "select '1.5'", "select 99999999999999999999", "select array[[1],[2]]"])
  func wrongColumns(_ statement: String) async throws {
    try await withDatabase { database in
      await #expect(throws: DatabaseError.self) {
        try await database.read { try $0.first("\(unescaped: statement)", as: Int.self) }
      }
      await #expect(throws: DatabaseError.self) {
        try await database.read { try $0.first("\(unescaped: statement)", as: [Int].self) }
      }
    }
  }

  @Test("Two statements that Swift calls equal are two to the server")
  func canonicalEquality() async throws {
    try await withDatabase { database in
      let composed = "select '\u{e4}'"
      let decomposed = "select 'a\u{308}'"
      #expect(composed == decomposed)
      let lengths = try await database.read { transaction in
        try [composed, decomposed].map { text in
          try transaction.first("\(unescaped: text)", as: String.self)?.utf8.count
        }
      }
      #expect(lengths == [2, 3])
    }
  }
}
