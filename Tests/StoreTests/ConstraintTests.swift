import Editorial
import Postgres
import Testing
import TextAnalysis

@testable import Store

@Suite("Errors of the database in the newsroom's words")
struct ConstraintTests {
  private static let translations: [(constraint: String, kind: Refusal.Kind, code: String)] = [
    ("draft_slug_taken", .conflict, "slug-taken"), ("member_handle_taken", .conflict, "handle-taken"),
    ("desk_slug_taken", .conflict, "desk-taken"), ("matter_slug_taken", .conflict, "matter-taken"),
    ("published_once", .conflict, "published"), ("idempotency_key_length", .usage, "idempotency-key"),
    ("member_handle_plain", .unreadable, "handle"), ("desk_slug_plain", .unreadable, "slug"),
    ("matter_slug_plain", .unreadable, "slug"), ("draft_slug_plain", .unreadable, "slug"),
  ]

  private func error(constraint: String? = nil, _ sqlstate: String = "23505") -> DatabaseError {
    .server(ServerError(sqlstate: sqlstate, message: "m", constraint: constraint))
  }

  @Test("Named constraints are told apart", arguments: translations.indices)
  func named(index: Int) throws {
    let (constraint, kind, code) = Self.translations[index]
    let refusal = try #require(translated(error(constraint: constraint)) as? Refusal)
    #expect(refusal.kind == kind)
    #expect(refusal.code == code)
    #expect(refusal.says.contains("Nothing was"))
  }

  @Test("Each of these constraints is in the schema by that name")
  func present() async throws {
    try await withRoom { room in
      let names = try await room.database.read {
        try $0.all("select conname::text from pg_constraint", as: String.self)
      }
      for (constraint, _, _) in Self.translations { #expect(names.contains(constraint), "\(constraint)") }
    }
  }

  @Test("A constraint that no input can break is a defect")
  func defect() {
    guard case .defect = translated(error(constraint: "standing_once")) as? StoreError else {
      Issue.record("not a defect")
      return
    }
  }

  @Test(
    "States of the server are told apart",
    arguments: [
      ("55P03", "busy"), ("57014", "busy"), ("40P01", "busy"), ("40001", "busy"), ("53300", "unavailable"),
      ("57P01", "unavailable"), ("57P02", "unavailable"), ("57P03", "unavailable"), ("25006", "unavailable"),
      ("53100", "unavailable"), ("53200", "unavailable"), ("42P01", "defect"), ("XX000", "defect"),
    ])
  func states(sqlstate: String, meaning: String) {
    #expect(name(translated(error(sqlstate))) == meaning)
  }

  @Test("Errors of the connection are told apart")
  func connection() {
    #expect(name(translated(.unreachable("x"))) == "unavailable")
    #expect(name(translated(.outcomeUnknown("x"))) == "outcomeUnknown")
    #expect(name(translated(.busy)) == "busy")
    #expect(name(translated(.cancelled)) == "cancelled")
    #expect(name(translated(.closed)) == "unavailable")
    #expect(name(translated(.decoding("x"))) == "defect")
  }

  private func name(_ error: any Error) -> String {
    switch error as? StoreError {
    case .unavailable: "unavailable"
    case .busy: "busy"
    case .outcomeUnknown: "outcomeUnknown"
    case .cancelled: "cancelled"
    case .schema: "schema"
    case .defect: "defect"
    case nil: "\(error)"
    }
  }

  @Test("What is taken is refused, and nothing is added")
  func taken() async throws {
    try await withRoom { room in
      let newsroom = room.newsroom
      try await room.file("harbour-fire")
      try await newsroom.addDesk("courts", by: testOperator)
      _ = try await newsroom.addMatter(
        NewMatter(slug: "appeal", title: "Appeal", kind: "appeal"), caller: room.caller("ana"),
        answer: nothing)
      let entries = try await room.count("journal_entries")
      let acts: [(String, () async throws -> Void)] = [
        ("slug-taken", { try await room.file("harbour-fire") }),
        ("desk-taken", { try await newsroom.addDesk("courts", by: testOperator) }),
        (
          "matter-taken",
          {
            _ = try await newsroom.addMatter(
              NewMatter(slug: "appeal", title: "Again", kind: "appeal"), caller: room.caller("ana"),
              answer: nothing)
          }
        ),
        ("slug", { try await newsroom.addDesk("Courts Desk", by: testOperator) }),
        (
          "handle",
          {
            try await newsroom.addMember(
              "Ana Ruiz", name: nil, desk: "main", roles: [.editor], by: testOperator)
          }
        ),
        (
          "desk",
          { try await newsroom.addMember("gus", name: nil, desk: "none", roles: [.editor], by: testOperator) }
        ),
        ("member", { _ = try await newsroom.createToken(for: "nobody", days: nil, by: testOperator) }),
      ]
      for (code, act) in acts {
        let refusal = await #expect(throws: Refusal.self, "\(code)") { try await act() }
        #expect(refusal?.code == code)
      }
      #expect(try await room.count("journal_entries") == entries)
    }
  }

  @Test("Of two first filings that propose the same matter both are taken")
  func sameMatter() async throws {
    try await withRoom { room in
      for round in 1...5 {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for side in ["a", "b", "c"] {
            group.addTask { try await room.file("story-\(round)-\(side)", matters: ["matter-\(round)"]) }
          }
          try await group.waitForAll()
        }
      }
      #expect(try await room.count("matters") == 5)
      #expect(try await room.count("drafts") == 15)
    }
  }
}
