import Editorial
import Postgres
import TestCluster
import Testing

@testable import Store

@Suite("Migrations")
struct MigrationTests {
  private func tables(_ database: Database) async throws -> [String] {
    try await database.read {
      try $0.all(
        "select tablename::text from pg_tables where schemaname = 'public' order by 1", as: String.self)
    }
  }

  private func migrate(_ database: Database, _ zone: String = "Europe/London") async throws -> [String] {
    try await Newsroom(database: database).migrate(timeZone: zone, actor: testOperator)
  }

  /// The sentence of a refused schema.
  private func refused(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch StoreError.schema(let says) {
      return says
    } catch {
      return "another error: \(error)"
    }
  }

  @Test("They are numbered from 1 without gaps")
  func numbered() {
    #expect(!Migration.all.isEmpty)
    #expect(Migration.all.map(\.version) == Array(1...Migration.all.count))
  }

  @Test("The second time nothing is applied, and nothing changes")
  func twice() async throws {
    try await withDatabase { database in
      let newsroom = Newsroom(database: database)
      #expect(try await migrate(database) == Migration.all.map(\.name))
      let before = try await tables(database)
      let day = try await newsroom.today()
      // Another zone is no reason to move the newsroom.
      #expect(try await migrate(database, "Asia/Tokyo") == [])
      #expect(try await tables(database) == before)
      #expect(try await newsroom.timeZone() == "Europe/London")
      #expect(try await newsroom.today() >= day)
      try await newsroom.checkSchema()
      let report = try await newsroom.verifyJournal()
      #expect(report.faults.isEmpty)
      #expect(report.entries == 2)
    }
  }

  @Test("Of eight at once one applies them, and all succeed")
  func atOnce() async throws {
    try await withDatabase { database in
      let conninfo = database.configuration.conninfo
      let applied = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<8 {
          group.addTask {
            let own = Database(.init(conninfo: conninfo, connections: 1))
            do {
              let done = try await migrate(own)
              await own.close()
              return done
            } catch {
              await own.close()
              throw error
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(applied.filter { !$0.isEmpty } == [Migration.all.map(\.name)])
      #expect(applied.count == 8)
      #expect(try await database.read { try $0.first("select count(*) from newsroom", as: Int.self) } == 1)
    }
  }

  @Test("A database without schema says how to get one")
  func empty() async throws {
    try await withDatabase { database in
      let newsroom = Newsroom(database: database)
      let says = await refused { try await newsroom.checkSchema() }
      #expect(says == "The database has no schema yet. Run: stet migrate")
      let isEmpty = try await newsroom.databaseIsEmpty()
      #expect(isEmpty)
    }
  }

  @Test("A landed step with another digest is refused")
  func changedDigest() async throws {
    try await withRoom { room in
      try await room.database.write {
        try $0.run("update schema_migrations set digest = decode('00', 'hex') where version = 3")
      }
      for says in [
        await refused { _ = try await migrate(room.database) },
        await refused { try await room.newsroom.checkSchema() },
      ] {
        #expect(
          says?.contains("Schema step 0003-drafts of the database is not the one") == true, "\(says ?? "")")
      }
    }
  }

  @Test("A database of a newer program is refused")
  func newer() async throws {
    try await withRoom { room in
      try await room.database.write {
        try $0.run("insert into schema_migrations (version, name, digest) values (99, '0099-later', '')")
      }
      for says in [
        await refused { _ = try await migrate(room.database) },
        await refused { try await room.newsroom.checkSchema() },
      ] {
        #expect(
          says?.contains("schema step 0099-later, which this program does not know") == true, "\(says ?? "")")
      }
    }
  }

  @Test("A database that lacks the last step is refused until migrate has brought it up to date")
  func older() async throws {
    let last = try #require(Migration.all.last)
    try await withDatabase { database in
      try await database.write { tx in
        try tx.script(
          """
          create table schema_migrations (
            version integer primary key, name text not null, digest bytea not null,
            applied_at timestamptz not null default now())
          """)
        for step in Migration.all.dropLast() {
          try tx.script(step.sql)
          try tx.run(
            """
            insert into schema_migrations (version, name, digest)
            values (\(step.version), \(step.name), \(step.digest))
            """)
        }
      }
      let newsroom = Newsroom(database: database)
      let says = await refused { try await newsroom.checkSchema() }
      #expect(says?.contains("is at schema \(last.version - 1) and this program at \(last.version)") == true)
      #expect(try await migrate(database) == [last.name])
      try await newsroom.checkSchema()
    }
  }

  @Test("A step that fails half way leaves nothing of any step")
  func halfFailed() async throws {
    try await withDatabase { database in
      // In the way of the second step's table.
      try await database.write { try $0.script("create table outbox (mine text)") }
      await #expect(throws: StoreError.self) { _ = try await migrate(database) }
      #expect(try await tables(database) == ["outbox"])
      let functions = try await database.read {
        try $0.first(
          "select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where nspname = 'public'",
          as: Int.self)
      }
      #expect(functions == 0)
      try await database.write { try $0.script("drop table outbox") }
      #expect(try await migrate(database).count == Migration.all.count)
    }
  }

  @Test(
    "A time zone that PostgreSQL does not know initialises nothing",
    arguments: ["Mars/Olympus", "", "america/denver", "UTC+2'; drop table x", "Europe/London\n"])
  func zone(name: String) async throws {
    try await withDatabase { database in
      let refusal = await #expect(throws: Refusal.self) { _ = try await migrate(database, name) }
      #expect(refusal?.kind == .usage)
      #expect(refusal?.code == "time-zone")
      let left = try await tables(database)
      #expect(left.isEmpty)
    }
  }
}
