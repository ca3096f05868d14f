import Postgres
import TestCluster
import Testing

struct Regret: Error, Equatable {}

@Suite("A transaction")
struct TransactionTests {
  @Test("What was written is there for the next")
  func commits() async throws {
    try await withNumbers { database in
      let affected = try await database.write { transaction in
        try transaction.run("insert into numbers select generate_series(1, \(3))").affected
      }
      #expect(affected == 3)
      let left = try await numbers(database)
      #expect(left == [1, 2, 3])
    }
  }

  @Test("An error of the closure undoes everything and comes out as it is")
  func rollsBack() async throws {
    try await withNumbers { database in
      await #expect(throws: Regret()) {
        try await database.write { transaction in
          try transaction.run("insert into numbers values (1)")
          throw Regret()
        }
      }
      let left = try await numbers(database)
      #expect(left == [])
    }
  }

  @Test("A failed statement names constraint and table")
  func constraint() async throws {
    try await withNumbers { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { try $0.run("insert into numbers values (1), (1)") }
      }
      #expect(report(error)?.sqlstate == "23505")
      #expect(report(error)?.constraint == "numbers_pkey")
      #expect(report(error)?.table == "numbers")
    }
  }

  @Test("Swallowing the error of a statement does not commit the rest")
  func swallowed() async throws {
    try await withNumbers { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { transaction in
          try transaction.run("insert into numbers values (1)")
          _ = try? transaction.run("insert into numbers values (1)")
        }
      }
      #expect(report(error)?.sqlstate == "23505")
      let left = try await numbers(database)
      #expect(left == [])
    }
  }

  @Test("A constraint that is checked at COMMIT refuses with its own error")
  func deferred() async throws {
    try await withNumbers { database in
      try await database.write { transaction in
        try transaction.script("create table twins (n bigint unique deferrable initially deferred)")
      }
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { try $0.run("insert into twins values (1), (1)") }
      }
      #expect(report(error)?.sqlstate == "23505")
      let count = try await database.read { try $0.first("select count(*) from twins", as: Int.self) }
      #expect(count == 0)
    }
  }

  @Test(
    "A closure that ends the transaction itself is told that nobody knows", arguments: ["commit", "rollback"])
  func endedInside(_ statement: String) async throws {
    try await withNumbers { database in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { try $0.script(statement) }
      }
      guard case .outcomeUnknown = error else {
        Issue.record("not unknown: \(String(describing: error))")
        return
      }
    }
  }

  @Test("A reader sees one snapshot and can change nothing")
  func reads() async throws {
    try await withNumbers { database in
      let gate = Gate()
      async let counts = database.read { transaction in
        let before = try transaction.first("select count(*) from numbers", as: Int.self)
        gate.pass()
        return [before, try transaction.first("select count(*) from numbers", as: Int.self)]
      }
      await gate.arrived()
      try await database.write { try $0.run("insert into numbers values (1)") }
      gate.open()
      #expect(try await counts == [0, 0])
      let error = await #expect(throws: DatabaseError.self) {
        try await database.read { try $0.run("insert into numbers values (2)") }
      }
      #expect(report(error)?.sqlstate == "25006")
    }
  }

  @Test("A transaction that collided is repeated until it succeeds")
  func collision() async throws {
    try await withNumbers { database in
      try await database.write { try $0.run("insert into numbers values (1)") }
      let gate = Gate()
      let attempts = Tally()
      async let result: Void = database.write { transaction in
        try transaction.script("set transaction isolation level repeatable read")
        let last = try transaction.first("select max(n) from numbers", as: Int.self) ?? 0
        if attempts.add() == 1 { gate.pass() }
        try transaction.run("update numbers set n = \(last + 1)")
      }
      await gate.arrived()
      try await database.write { try $0.run("update numbers set n = 10") }
      gate.open()
      try await result
      #expect(attempts.count == 2)
      let left = try await numbers(database)
      #expect(left == [11])
    }
  }

  @Test("Of two transactions in a deadlock both succeed in the end")
  func deadlock() async throws {
    try await withNumbers { database in
      try await database.write { try $0.run("insert into numbers values (1), (2)") }
      let gates = [Gate(), Gate()]
      let attempts = Tally()
      @Sendable func lock(_ numbers: [Int], at gate: Gate) async throws {
        try await database.write { transaction in
          attempts.add()
          try transaction.script("set local deadlock_timeout = '20ms'")
          try transaction.run("select from numbers where n = \(numbers[0]) for update")
          gate.pass()
          try transaction.run("select from numbers where n = \(numbers[1]) for update")
        }
      }
      async let first: Void = lock([1, 2], at: gates[0])
      async let second: Void = lock([2, 1], at: gates[1])
      for gate in gates { await gate.arrived() }
      for gate in gates { gate.open() }
      _ = try await (first, second)
      #expect(attempts.count > 2)
    }
  }

  @Test("What collides for ever is given up", arguments: ["40001", "40P01"])
  func givesUp(_ code: String) async throws {
    try await withNumbers { database in
      let attempts = Tally()
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { transaction in
          attempts.add()
          try transaction.script("do $$ begin raise sqlstate '\(code)'; end $$")
        }
      }
      #expect(report(error)?.sqlstate == code)
      #expect(attempts.count == 5)
    }
  }

  @Test("Any other error is not repeated")
  func notRepeated() async throws {
    try await withNumbers { database in
      let attempts = Tally()
      await #expect(throws: DatabaseError.self) {
        try await database.write { transaction in
          attempts.add()
          try transaction.script("do $$ begin raise sqlstate '23505'; end $$")
        }
      }
      #expect(attempts.count == 1)
    }
  }

  @Test("Exclusive transactions do not overlap, and wait for each other without a timeout")
  func exclusive() async throws {
    try await withNumbers(settings: .init(conninfo: "", statementTimeout: .milliseconds(50))) { database in
      let gate = Gate()
      async let first: Void = database.exclusively(lock: 7) { transaction in
        gate.pass()
        try transaction.run("select pg_sleep(0.1)")
        try transaction.run("insert into numbers values (1)")
      }
      await gate.arrived()
      async let second = database.exclusively(lock: 7) { transaction in
        try transaction.first("select count(*) from numbers", as: Int.self)
      }
      let other = try await database.exclusively(lock: 8) { transaction in
        try transaction.first("select count(*) from numbers", as: Int.self)
      }
      #expect(other == 0)
      gate.open()
      try await first
      #expect(try await second == 1)
    }
  }
}
