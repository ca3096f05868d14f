import FoundationEssentials
import Postgres
import Subprocess
import TestCluster
import Testing

/// `SQL/Snapshot.sql` is what the migrations make of an empty database, for people to read and for a reviewer to see
/// what a migration changes. `make snapshot` writes it.
@Suite("The schema's snapshot")
struct SnapshotTests {
  private static let file =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/SQL/Snapshot.sql"
  private static let heading = "-- What the migrations make, as pg_dump of PostgreSQL "

  /// The schema as statements: comments, blank lines and psql's own commands say nothing of it, and the latter hold a
  /// random key.
  private func schema(of database: Database) async throws -> (major: Int, text: String) {
    let (folder, version) = try await database.read { tx in
      (
        try tx.first("select setting from pg_config where name = 'BINDIR'", as: String.self) ?? "",
        try tx.first("select current_setting('server_version_num')::int", as: Int.self) ?? 0
      )
    }
    let dump = try await Subprocess.run(
      .name("sh"),
      arguments: [
        "-c", "exec \"$@\"", "sh", folder + "/pg_dump", "--schema-only", "--no-owner", "--no-privileges",
        "--dbname=\(database.configuration.conninfo)",
      ], output: .string(limit: 1 << 22), error: .string(limit: 1 << 16))
    #expect(dump.terminationStatus.isSuccess, "\(dump.standardError)")
    let lines = dump.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
    let statements = lines.filter { !$0.hasPrefix("--") && !$0.hasPrefix("\\") && !$0.isEmpty }
    return (version / 10_000, statements.joined(separator: "\n") + "\n")
  }

  @Test("It is what the migrations make")
  func snapshot() async throws {
    try await withRoom { room in
      let (major, text) = try await schema(of: room.database)
      if ProcessInfo.processInfo.environment["STET_WRITE_SNAPSHOT"] == "1" {
        let whole = "\(Self.heading)\(major) writes it. Made anew by: make snapshot\n\n" + text
        try Data(whole.utf8).write(to: URL(filePath: Self.file))
        return
      }
      let stored = String(
        decoding: try #require(
          FileManager.default.contents(atPath: Self.file),
          "There is no SQL/Snapshot.sql. Make it: make snapshot"),
        as: UTF8.self)
      #expect(stored.hasPrefix(Self.heading))
      guard stored.hasPrefix("\(Self.heading)\(major) ") else {
        print("SQL/Snapshot.sql was made with another major version than \(major): nothing was compared.")
        return
      }
      let statements =
        stored.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n") + "\n"
      #expect(
        differences(statements, text) == [],
        "The migrations make another schema than SQL/Snapshot.sql shows. Look at it, then: make snapshot")
    }
  }

  @Test("A column more, a constraint less and another name are differences: negative control")
  func control() async throws {
    try await withRoom { room in
      let (_, before) = try await schema(of: room.database)
      for change in [
        "alter table drafts add column mood text", "alter table publications drop constraint published_once",
        "alter trigger sign_offs_only_grow on sign_offs rename to other",
        "drop view watched_revisions cascade",
        "create or replace function newsroom_today() returns date language sql stable as $$ select current_date $$",
      ] {
        try await room.database.write { try $0.script(change) }
        let (_, after) = try await schema(of: room.database)
        #expect(!differences(before, after).isEmpty, "\(change)")
      }
    }
  }

  /// Lines that only one of them has, or that stand in another order, at most ten.
  private func differences(_ one: String, _ other: String) -> [String] {
    guard !one.utf8.elementsEqual(other.utf8) else { return [] }
    let (left, right) = (one.split(separator: "\n"), other.split(separator: "\n"))
    let found = left.difference(from: right).map { change in
      switch change {
      case .insert(_, let line, _): "- \(line)"
      case .remove(_, let line, _): "+ \(line)"
      }
    }
    return Array((found.isEmpty ? ["line ends differ"] : found).prefix(10))
  }
}
