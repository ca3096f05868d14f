import Postgres
import TestCluster
import Testing

@Suite("A connection that breaks")
struct BrokenConnectionTests {
  private func kill(_ backend: Int, from database: Database) async throws {
    let observer = Database(database.configuration)
    try await observer.write { try $0.run("select pg_terminate_backend(\(backend), 10000)") }
    await observer.close()
  }

  private func backend(of database: Database) async throws -> Int {
    let pid = try await database.read { try $0.first("select pg_backend_pid()", as: Int.self) }
    return try #require(pid)
  }

  /// Returns when the backend is carrying out its COMMIT.
  private func awaitCommit(of backend: Int, from database: Database) async throws {
    let observer = Database(database.configuration)
    var isCommitting = false
    while !isCommitting {
      isCommitting = try await observer.read { transaction in
        let query: SQL = """
          select true from pg_stat_activity
          where pid = \(backend) and state = 'active' and lower(query) = 'commit'
          """
        return try transaction.first(query, as: Bool.self) ?? false
      }
    }
    await observer.close()
  }

  private func makeSlowCommit(_ database: Database, seconds: String) async throws {
    try await database.write { transaction in
      try transaction.script(
        """
        create table slow (n int);
        create function linger() returns trigger language plpgsql as
          $$ begin perform pg_sleep(\(seconds)); return null; end $$;
        create constraint trigger slow_commit after insert on slow deferrable initially deferred
          for each row execute function linger();
        """)
    }
  }

  @Test("While it was idle, nobody notices")
  func idle() async throws {
    try await withDatabase(settings: .single()) { database in
      let before = try await backend(of: database)
      try await kill(before, from: database)
      let after = try await backend(of: database)
      #expect(after != before)
    }
  }

  @Test("Before COMMIT, nothing was done, and the next transaction works")
  func beforeCommit() async throws {
    try await withDatabase(settings: .single()) { database in
      try await database.write { try $0.script("create table marks (n int)") }
      let backend = try await backend(of: database)
      let gate = Gate()
      let task = Task {
        try await database.write { transaction in
          try transaction.run("insert into marks values (1)")
          gate.pass()
          try transaction.run("insert into marks values (2)")
        }
      }
      await gate.arrived()
      try await kill(backend, from: database)
      gate.open()
      let error = await #expect(throws: DatabaseError.self) { try await task.value }
      guard case .unreachable = error else {
        Issue.record("not unreachable: \(String(describing: error))")
        return
      }
      let count = try await database.read { try $0.first("select count(*) from marks", as: Int.self) }
      #expect(count == 0)
    }
  }

  @Test("During COMMIT, the outcome is unknown, and the next transaction works")
  func duringCommit() async throws {
    try await withDatabase(settings: .single(statementTimeout: .zero)) { database in
      try await makeSlowCommit(database, seconds: "600")
      let backend = try await backend(of: database)
      let task = Task { try await database.write { try $0.run("insert into slow values (1)") } }
      try await awaitCommit(of: backend, from: database)
      try await kill(backend, from: database)
      let error = await #expect(throws: DatabaseError.self) { try await task.value }
      guard case .outcomeUnknown = error else {
        Issue.record("not unknown: \(String(describing: error))")
        return
      }
      let next = try await self.backend(of: database)
      #expect(next != backend)
    }
  }

  @Test("A task that is cancelled during COMMIT lets it finish")
  func cancelDuringCommit() async throws {
    try await withDatabase(settings: .single()) { database in
      try await makeSlowCommit(database, seconds: "0.3")
      let backend = try await backend(of: database)
      let task = Task { try await database.write { try $0.run("insert into slow values (1)").affected } }
      try await awaitCommit(of: backend, from: database)
      task.cancel()
      #expect(try await task.value == 1)
      let count = try await database.read { try $0.first("select count(*) from slow", as: Int.self) }
      #expect(count == 1)
    }
  }

  @Test(
    "A commit whose wait for the standby is cut short is not taken for a success", .timeLimit(.minutes(1)))
  func synchronousReplication() async throws {
    let cluster = TestCluster()
    try await withDatabase(on: cluster, settings: .single()) { database in
      try await database.write { try $0.script("create table marks (n int)") }
      let backend = try await backend(of: database)
      try await database.command("alter system set synchronous_standby_names = 'absent'")
      let observer = Database(database.configuration)
      try await observer.write { try $0.run("select pg_reload_conf()") }
      let interruptions = Tally()
      let task = Task {
        // Until the setting has arrived everywhere, commits do not wait at all.
        while interruptions.count == 0 {
          try await database.write { transaction in
            try transaction.script("set local synchronous_commit = on")
            try transaction.run("insert into marks values (1)")
          }
        }
      }
      var isWaiting = false
      while !isWaiting {
        isWaiting = try await observer.read { transaction in
          let query: SQL =
            "select true from pg_stat_activity where pid = \(backend) and wait_event = 'SyncRep'"
          return try transaction.first(query, as: Bool.self) ?? false
        }
      }
      interruptions.add()
      _ = try await observer.read { try $0.run("select pg_cancel_backend(\(backend))") }
      let error = await #expect(throws: DatabaseError.self) { try await task.value }
      guard case .outcomeUnknown = error else {
        Issue.record("not unknown: \(String(describing: error))")
        return
      }
      // The row is there: only its copy is not.
      let count = try await observer.read { try $0.first("select count(*) from marks", as: Int.self) }
      #expect(try #require(count) >= 1)
      try await observer.command("alter system reset synchronous_standby_names")
      try await observer.write { try $0.run("select pg_reload_conf()") }
      await observer.close()
    }
    try await cluster.stop()
  }
}
