import Editorial
import Postgres

/// One step of the schema. A landed one is never edited: its digest is compared at every start.
public struct Migration: Sendable {
  public let version: Int
  public let name: String
  public let sql: String
  var digest: [UInt8] { sha256(Array(sql.utf8)) }

  /// All that this program knows, in order. `0003-drafts.sql` has version 3.
  public static let all: [Migration] = EmbeddedTexts.files.compactMap { file in
    guard let version = Int(file.name.prefix(4)) else { return nil }
    return Migration(version: version, name: String(file.name.dropLast(4)), sql: file.text)
  }
}

/// Two programs that start at once take turns here. Any fixed number does; these bytes spell "stet".
private let migrationLock: Int64 = 0x7374_6574

extension Newsroom {
  /// Brings the schema up to date and, in a new database, initialises the newsroom in `timeZone` with its first
  /// desk, `main`. Gives the names of the migrations that were applied.
  ///
  /// Refuses a database whose schema is newer than this program, or whose landed migrations differ from it.
  public func migrate(timeZone: String, actor: Actor) async throws -> [String] {
    do {
      return try await database.exclusively(lock: migrationLock) { tx in
        try tx.migrate(Migration.all, timeZone: timeZone, actor: actor)
      }
    } catch let error as DatabaseError {
      throw translated(error)
    }
  }

  /// Throws `StoreError.schema` unless the schema is exactly the one that this program knows.
  public func checkSchema() async throws {
    try await read { tx in
      guard try tx.first("select to_regclass('schema_migrations') is not null", as: (Bool).self) == true
      else {
        throw StoreError.schema("The database has no schema yet. Run: stet migrate")
      }
      let applied = try tx.appliedMigrations()
      try compare(applied, with: Migration.all)
      if applied.count < Migration.all.count {
        throw StoreError.schema(
          "The database is at schema \(applied.count) and this program at \(Migration.all.count). Run: stet migrate"
        )
      }
    }
  }

  public func timeZone() async throws -> String {
    try await read { tx in
      guard let zone = try tx.first("select time_zone from newsroom", as: (String).self) else {
        throw StoreError.schema("The newsroom is not initialised. Run: stet migrate")
      }
      return zone
    }
  }
}

private struct Applied {
  let version: Int
  let name: String
  let digest: [UInt8]
}

private func compare(_ applied: [Applied], with known: [Migration]) throws {
  for step in applied {
    guard let mine = known.first(where: { $0.version == step.version }) else {
      throw StoreError.schema(
        "The database has schema step \(step.name), which this program does not know. Use the newer stet. "
          + "Nothing was changed.")
    }
    guard mine.digest == step.digest else {
      throw StoreError.schema(
        "Schema step \(step.name) of the database is not the one that this program has under that name. "
          + "Nothing was changed.")
    }
  }
}

extension Transaction {
  fileprivate func appliedMigrations() throws -> [Applied] {
    try all(
      "select version, name, digest from schema_migrations order by version", as: (Int, String, [UInt8]).self
    ).map { Applied(version: $0.0, name: $0.1, digest: $0.2) }
  }

  fileprivate func migrate(_ known: [Migration], timeZone: String, actor: Actor) throws -> [String] {
    try script(
      """
      create table if not exists schema_migrations (
        version integer primary key,
        name text not null,
        digest bytea not null,
        applied_at timestamptz not null default now()
      )
      """)
    let applied = try appliedMigrations()
    try compare(applied, with: known)
    var done: [String] = []
    for step in known where !applied.contains(where: { $0.version == step.version }) {
      try script(step.sql)
      try run(
        "insert into schema_migrations (version, name, digest) values (\(step.version), \(step.name), \(step.digest))"
      )
      done.append(step.name)
    }
    guard try first("select count(*) from newsroom", as: (Int).self) == 0 else { return done }
    guard try first("select count(*) from pg_timezone_names where name = \(timeZone)", as: (Int).self) == 1
    else {
      throw Refusal(
        .usage, "time-zone",
        "“\(timeZone)” is no time zone that PostgreSQL knows, such as Europe/London. Nothing was initialised."
      )
    }
    try run("insert into newsroom (time_zone) values (\(timeZone))")
    try journal(
      .newsroom, by: actor, "initialise", says: "The newsroom was initialised in \(timeZone).",
      facts: ["timeZone": timeZone])
    try addDesk("main", by: actor)
    return done
  }
}
