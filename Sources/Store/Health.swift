import Postgres
import TextAnalysis

/// How the newsroom's database is, for whoever runs it.
public struct Health: Sendable {
  public let serverVersion: String
  public let schemaVersion: Int
  public let timeZone: String
  public let members: Int
  public let drafts: Int
  /// Claims that may still fall due.
  public let claims: Int
  public let lastNight: CivilDate?
  public let missedNights: Int
  public let outbox: Int
}

extension Newsroom {
  public func health() async throws -> Health {
    try await read { tx in
      let row = try tx.first(
        """
        select current_setting('server_version'), (select max(version) from schema_migrations),
          (select time_zone from newsroom), (select count(*) from members where active), (select count(*) from drafts),
          (select count(*) from claims where due is not null and dismissed_at is null and retired_at is null),
          (select max(date) from nightly_runs where finished_at is not null),
          (select count(*) from outbox where delivered_at is null)
        """, as: (String, Int, String, Int, Int, Int, CivilDate?, Int).self)
      guard let row else { throw StoreError.schema("The newsroom is not initialised. Run: stet migrate") }
      return Health(
        serverVersion: row.0, schemaVersion: row.1, timeZone: row.2, members: row.3, drafts: row.4,
        claims: row.5,
        lastNight: row.6,
        missedNights: row.6 == (try tx.today()) ? 0 : try tx.missed(before: try tx.today()).count,
        outbox: row.7)
    }
  }

  /// Whether the database has no table of anybody's yet: what a backup may be restored into.
  public func databaseIsEmpty() async throws -> Bool {
    try await read { tx in
      try tx.first(
        """
        select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
        """, as: (Int).self) == 0
    }
  }
}
