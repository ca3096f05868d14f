import Editorial
import Postgres
import TestCluster
import Testing

@testable import Store

@Suite("The service's role")
struct ServiceRoleTests {
  /// The same newsroom as its owner has it and as the service has it.
  private func withService(_ body: (Room, Room) async throws -> Void) async throws {
    try await withRoom { room in
      #expect(try await room.newsroom.grantToService())
      var configuration = room.database.configuration
      configuration.conninfo += " options='-c role=stet_service'"
      let database = Database(configuration)
      try await body(room, Room(newsroom: Newsroom(database: database), ids: room.ids))
      await database.close()
    }
  }

  @Test("It does a day's work")
  func work() async throws {
    try await withService { _, service in
      try await service.file("harbour-fire", matters: ["inquiry"])
      try await service.sign("harbour-fire", key: "k")
      try await service.sign("harbour-fire", key: "k")
      try await service.revise("harbour-fire", Room.story.replacing("40 bar", with: "49 bar"))
      try await service.publish("harbour-fire")
      let newsroom = service.newsroom
      try await newsroom.addMember("gus", name: nil, desk: "main", roles: [.editor], by: testOperator)
      _ = try await newsroom.createToken(for: "gus", days: 1, by: testOperator)
      try await newsroom.removeMember("gus", by: testOperator)
      _ = try await newsroom.approveErasure(
        of: "harbour-fire", order: "1", caller: service.caller("dov"), answer: { _ in [] })
      let night = try await newsroom.beginNight(asOf: nil, actor: testOperator)
      _ = try await newsroom.finishNight(night, opened: 0, alreadyOpen: 0, actor: testOperator)
      #expect(try await newsroom.verifyJournal().faults == [])
      #expect(try await newsroom.draft("harbour-fire").latest.number == 2)
    }
  }

  @Test("It may not change or remove what only grows, trigger or not, and its owner may with the trigger off")
  func refused() async throws {
    try await withService { owner, service in
      let tables = try await owner.database.write { tx in
        let tables = try tx.all(
          """
          select t.tgrelid::regclass::text, min(a.attname)::text from pg_trigger t join pg_proc p on p.oid = t.tgfoid
          join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and a.attidentity = ''
          where p.proname = 'refuse_change' group by 1 order by 1
          """, as: (String, String).self)
        for (table, _) in tables { try tx.run("alter table \(unescaped: table) disable trigger all") }
        return tables
      }
      #expect(tables.count >= 15)
      for (table, column) in tables {
        let update = "update \(table) set \(column) = \(column)"
        for statement in [
          update, "delete from \(table)", "truncate \(table) cascade", "drop table \(table) cascade",
          "alter table \(table) disable trigger all",
        ] {
          let error = await #expect(throws: DatabaseError.self, "\(statement)") {
            try await service.database.write { try $0.run("\(unescaped: statement)") }
          }
          guard case .server(let server) = error else { continue }
          #expect(server.sqlstate == "42501", "\(statement)")
        }
        _ = try await owner.database.write { try $0.run("\(unescaped: update)") }
      }
    }
  }

  @Test("It may not carry out an erasure, lift the schema's record, or make a newsroom another one")
  func others() async throws {
    try await withService { owner, service in
      try await owner.file("harbour-fire")
      for statement in [
        "update erasures set carried_out_at = now()", "delete from erasures",
        "update newsroom set time_zone = 'UTC'",
        "delete from schema_migrations", "delete from drafts", "create table mine (id int)",
        "create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$",
      ] {
        await #expect(throws: DatabaseError.self, "\(statement)") {
          try await service.database.write { try $0.run("\(unescaped: statement)") }
        }
      }
    }
  }
}
