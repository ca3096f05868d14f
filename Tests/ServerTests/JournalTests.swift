import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("The journal")
struct JournalTests {
  @Test("Every act is one entry of its subject's chain, and all of them verify")
  func acts() async throws {
    try await withHouse { house in
      try await house.fullDay()
      let report = try await house.newsroom.verifyJournal()
      #expect(report.faults == [] && report.erased == 0)
      let rows = try await house.rows()
      #expect(report.entries == rows["journal_entries"] && report.entries == rows["journal_payloads"])
      #expect(report.chains == rows["journal_heads"])
      let log = try await house.api("ana").log(of: "harbour").value
      #expect(
        log.entries.map(\.act) == [
          "file", "approve", "query", "withdraw", "settle", "claim-dismiss", "publish", "revise",
          "follow-up-open",
          "correct", "follow-up-close", "kill",
        ])
      #expect(log.entries.map(\.seq) == (1...12).map(Int64.init))
      #expect(Set(log.entries.map(\.actor)) == ["member:ana", "member:ben", "member:dov", "operator:test"])
      let outbox = try #require(rows["outbox"])
      #expect(outbox >= 8)
    }
  }

  @Test(
    "Each column that is changed is found",
    arguments: [
      "journal_entries set at = at + interval '1 microsecond'", "journal_entries set actor = 'member:eve'",
      "journal_entries set act = 'hold'", "journal_entries set payload_digest = sha256('x')",
      "journal_entries set prev = sha256('x')", "journal_entries set hash = sha256('x')",
      "journal_entries set bytes = bytes || 'x'", "journal_entries set seq = seq + 1000",
      "journal_entries set chain = 'draft/999'",
      "journal_entries set chain = 'newsroom', seq = 999", "journal_payloads set salt = sha256('x')",
      "journal_payloads set payload = replace(payload, 'ben', 'eve')", "journal_payloads set payload = null",
      "journal_payloads set salt = null", "journal_payloads set salt = null, payload = ''",
      "journal_payloads set seq = 999", "journal_heads set seq = seq + 1", "journal_heads set seq = seq - 1",
      "journal_heads set hash = sha256('x')", "journal_heads set chain = 'draft/999'",
    ])
  func tampering(change: String) async throws {
    try await withHouse(tampering: true) { house in
      try await house.file(story())
      try await house.sign()
      try await house.sign(by: "flo")
      let id = try await house.chain()
      let place = change.hasPrefix("journal_heads") ? "" : "and seq = 2"
      #expect(try await house.newsroom.verifyJournal().faults == [])
      try await house.tamper("update \(unescaped: change) where chain = \(id) \(unescaped: place)")
      #expect(!(try await house.newsroom.verifyJournal().faults.isEmpty), "\(change)")
    }
  }

  @Test(
    "An entry, or its payload, that is taken out or put in is found",
    arguments: [
      "delete from journal_entries where seq = 2 and chain =",
      "delete from journal_payloads where seq = 2 and chain =",
      "delete from journal_entries where seq = 1 and chain =",
      "delete from journal_entries where seq = 3 and chain =",
      "delete from journal_heads where chain =",
      """
      insert into journal_entries select chain, 4, at, actor, act, payload_digest, hash, hash, bytes
      from journal_entries where seq = 3 and chain =
      """,
    ])
  func removal(statement: String) async throws {
    try await withHouse(tampering: true) { house in
      try await house.file(story())
      try await house.sign()
      try await house.sign(by: "flo")
      let id = try await house.chain()
      try await house.tamper("\(unescaped: statement) \(id)")
      #expect(!(try await house.newsroom.verifyJournal().faults.isEmpty))
    }
  }

  @Test("A payload that was blanked without an order is found, though the log can only say that it is erased")
  func blanked() async throws {
    try await withHouse(tampering: true) { house in
      try await house.file(story())
      try await house.sign()
      let id = try await house.chain()
      try await house.tamper(
        "update journal_payloads set salt = null, payload = null where chain = \(id) and seq = 1")
      let report = try await house.newsroom.verifyJournal()
      #expect(report.faults.map(\.seq) == [1] && report.erased == 1)
      let log = try await house.api("ana").log(of: "harbour").value.entries
      #expect(log.map(\.says)[0] == "erased" && log.map(\.says)[1].contains("approved"))
      #expect(log.map(\.act) == ["file", "approve"])
    }
  }

  @Test("The log shows no words that the chain does not vouch for")
  func forgedLog() async throws {
    try await withHouse(tampering: true) { house in
      try await house.file(story())
      let id = try await house.chain()
      try await house.tamper(
        "update journal_payloads set salt = null, payload = '{\"says\":\"forged\",\"facts\":{}}' where chain = \(id)"
      )
      let log = try await house.api("ana").log(of: "harbour").value.entries
      #expect(log.count == 1)
      #expect(!log.contains { $0.says.contains("forged") })
      try await house.tamper("delete from journal_payloads where chain = \(id)")
      #expect(try await house.api("ana").log(of: "harbour").value.entries.count == 1)
    }
  }

  @Test(
    "A chain that is cut at its end together with its head is not found: nothing outside keeps its length")
  func truncation() async throws {
    try await withHouse(tampering: true) { house in
      try await house.file(story())
      try await house.sign()
      try await house.sign(by: "flo")
      let id = try await house.chain()
      try await house.tamper("delete from journal_payloads where chain = \(id) and seq = 3")
      try await house.tamper("delete from outbox where chain = \(id) and seq = 3")
      try await house.tamper("delete from journal_entries where chain = \(id) and seq = 3")
      #expect(!(try await house.newsroom.verifyJournal().faults.isEmpty))
      try await house.tamper(
        """
        update journal_heads h set seq = 2, hash = e.hash from journal_entries e
        where h.chain = \(id) and e.chain = h.chain and e.seq = 2
        """)
      #expect(try await house.newsroom.verifyJournal().faults == [])
    }
  }

  @Test(
    "What only grows refuses to be changed or removed",
    arguments: [
      ("journal_entries", "actor"), ("sign_offs", "comment"), ("sign_off_standings", "because"),
      ("revisions", "headline"), ("publications", "reason"), ("policies", "yaml"),
    ])
  func onlyGrows(table: String, column: String) async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.publish()
      let before = try await house.rows()
      for statement in ["delete from \(table)", "update \(table) set \(column) = 'x'"] {
        let error = await #expect(throws: DatabaseError.self) {
          try await house.database.write { tx in try tx.run("\(unescaped: statement)") }
        }
        guard case .server(let server) = error else {
          Issue.record("not refused by the server: \(String(describing: error))")
          continue
        }
        #expect(server.sqlstate == "23001")
      }
      #expect(try await house.rows() == before)
    }
  }
}

extension House {
  /// The chain of `harbour`.
  fileprivate func chain() async throws -> String { try await api("ana").log(of: "harbour").value.chain }

  /// One story through every act.
  fileprivate func fullDay() async throws {
    let quarrel = story {
      $0.body += " A pier is scheduled to open in 2025."
      $0.contradictions = ["The headline says two, the body says three."]
    }
    try await file(quarrel)
    try await sign()
    try await sign(["K1"], by: "dov", .query)
    try await withdraw(["K1"], by: "dov")
    try await settle("X1", .init(.fixedHere, note: "n"))
    _ = try await api("ben").dismissClaim("C1", reason: "r", key: StetAPI.freshKey())
    try await publish(on: "2024-07-13")
    try await file(quarrel, draft: "harbour")
    _ = try await night("2026-11-22")
    try await close(
      "F1", .init(outcome: .wrong, source: nil, asOf: nil, next: nil, note: "n", revision: nil))
    _ = try await api("dov").kill("harbour", reason: "r", key: StetAPI.freshKey())
  }
}
