import Postgres
import TestCluster
import Testing

@Suite("The pool of connections")
struct PoolTests {
  @Test("Fifty writers at once share six connections, and none is lost")
  func crowd() async throws {
    try await withDatabase { database in
      try await database.write { try $0.script("create table sums (n int); insert into sums values (0)") }
      let backends = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<50 {
          group.addTask {
            try await database.write { transaction in
              try transaction.run("update sums set n = n + 1")
              return try transaction.first("select pg_backend_pid()", as: Int.self) ?? 0
            }
          }
        }
        return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
      }
      #expect(backends.count <= 6)
      let sum = try await database.read { try $0.first("select n from sums", as: Int.self) }
      #expect(sum == 50)
    }
  }

  @Test("Whoever waits too long for a connection is told that all are busy")
  func busy() async throws {
    try await withDatabase(
      settings: .init(conninfo: "", connections: 1, acquireTimeout: .milliseconds(30))
    ) { database in
      let gate = Gate()
      async let first: Void = database.read { _ in gate.pass() }
      await gate.arrived()
      await #expect(throws: DatabaseError.busy) { try await database.read { _ in } }
      gate.open()
      try await first
      try await database.read { _ in }
    }
  }

  @Test("A cancelled task leaves the queue at once")
  func cancelQueued() async throws {
    try await withDatabase(settings: .single()) { database in
      let gate = Gate()
      async let first: Void = database.read { _ in gate.pass() }
      await gate.arrived()
      let ran = Tally()
      let waiting = Task { try await database.read { _ in _ = ran.add() } }
      waiting.cancel()
      await #expect(throws: DatabaseError.cancelled) { try await waiting.value }
      gate.open()
      try await first
      try await database.read { _ in }
      #expect(ran.count == 0)
    }
  }

  @Test("Cancelling interrupts the running statement, and the connection goes on", .timeLimit(.minutes(1)))
  func cancelRunning() async throws {
    try await withDatabase(settings: .single(statementTimeout: .zero)) { database in
      try await database.write { try $0.script("create table marks (n int)") }
      let before = try await database.read { try $0.first("select pg_backend_pid()", as: Int.self) }
      for _ in 0..<10 {
        let gate = Gate()
        gate.open()
        let sleeping = Task {
          try await database.write { transaction in
            try transaction.run("insert into marks values (1)")
            gate.pass()
            try transaction.run("select pg_sleep(600)")
          }
        }
        await gate.arrived()
        sleeping.cancel()
        await #expect(throws: DatabaseError.cancelled) { try await sleeping.value }
      }
      let after = try await database.read { transaction in
        try transaction.first("select pg_backend_pid(), (select count(*) from marks)", as: (Int, Int).self)
      }
      #expect(after?.0 == before)
      #expect(after?.1 == 0)
    }
  }

  @Test("A closure that swallows its cancellation is rolled back all the same")
  func cancelSwallowed() async throws {
    try await withDatabase { database in
      try await database.write { try $0.script("create table marks (n int)") }
      let gate = Gate()
      let task = Task {
        try await database.write { transaction in
          try transaction.run("insert into marks values (1)")
          gate.pass()
          _ = try? transaction.run("select 1")
        }
      }
      await gate.arrived()
      task.cancel()
      gate.open()
      await #expect(throws: DatabaseError.cancelled) { try await task.value }
      let count = try await database.read { try $0.first("select count(*) from marks", as: Int.self) }
      #expect(count == 0)
    }
  }

  @Test("A statement that takes too long fails, and its connection goes on")
  func statementTimeout() async throws {
    try await withDatabase(settings: .single(statementTimeout: .milliseconds(20))) { database in
      let before = try await database.read { try $0.first("select pg_backend_pid()", as: Int.self) }
      let error = await #expect(throws: DatabaseError.self) {
        try await database.read { try $0.run("select pg_sleep(600)") }
      }
      #expect(report(error)?.sqlstate == "57014")
      let after = try await database.read { try $0.first("select pg_backend_pid()", as: Int.self) }
      #expect(after == before)
    }
  }

  @Test("A lock that does not come free fails the statement")
  func lockTimeout() async throws {
    try await withDatabase(settings: .init(conninfo: "", lockTimeout: .milliseconds(20))) { database in
      let gate = Gate()
      async let holder: Void = database.write { transaction in
        try transaction.run("select pg_advisory_xact_lock(1)")
        gate.pass()
      }
      await gate.arrived()
      let error = await #expect(throws: DatabaseError.self) {
        try await database.write { try $0.run("select pg_advisory_xact_lock(1)") }
      }
      #expect(report(error)?.sqlstate == "55P03")
      gate.open()
      try await holder
    }
  }

  @Test("Closing finishes what runs and waits, and refuses what comes later")
  func close() async throws {
    try await withDatabase(settings: .single()) { database in
      let gate = Gate()
      async let running = database.read { transaction in
        gate.pass()
        return try transaction.first("select 1", as: Int.self)
      }
      await gate.arrived()
      let waiting = Task { try await database.read { try $0.first("select 2", as: Int.self) } }
      let closing = Task { await database.close() }
      while await !isRefusing(database) { await Task.yield() }
      gate.open()
      let one = try await running
      #expect(one == 1)
      // Queued before or after the closing began: both answers are right, hanging is not.
      let answer = try? await waiting.value
      #expect(answer == nil || answer == .some(2))
      await closing.value
      await #expect(throws: DatabaseError.closed) { try await database.read { _ in } }
      #expect(await !database.isReachable)
      await database.close()
    }
  }

  private func isRefusing(_ database: Database) async -> Bool {
    let task = Task { try await database.read { _ in } }
    task.cancel()
    do {
      try await task.value
      return false
    } catch {
      return error as? DatabaseError == .closed
    }
  }

  @Test("An unused database closes at once")
  func closeUnused() async {
    await Database(.init(conninfo: "host=/nowhere")).close()
  }

  @Test(
    "A server that is not there cannot be reached, and that is said at once",
    arguments: [
      "host=/nowhere dbname=x", "postgresql://localhost:1/x?connect_timeout=2", "no such = keyword",
    ])
  func unreachable(_ conninfo: String) async throws {
    let database = Database(.init(conninfo: conninfo))
    let error = await #expect(throws: DatabaseError.self) { try await database.read { _ in } }
    guard case .unreachable(let reason) = error else {
      Issue.record("not unreachable: \(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
    #expect(await !database.isReachable)
    await database.close()
  }
}
