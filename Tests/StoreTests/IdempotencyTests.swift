import Editorial
import Postgres
import Testing
import TextAnalysis

@testable import Store

@Suite("Acts at the store")
struct IdempotencyTests {
  /// Tables that an act may touch, with their rows.
  private func rows(_ room: Room) async throws -> [String: Int] {
    try await room.database.read { tx in
      var counts: [String: Int] = [:]
      for table in try tx.all(
        "select tablename::text from pg_tables where schemaname = 'public'", as: String.self)
      {
        counts[table] = try tx.first("select count(*) from \(unescaped: table)", as: Int.self)
      }
      return counts
    }
  }

  @Test("The same key with the same request gives the first answer again and does nothing")
  func replay() async throws {
    try await withRoom { room in
      try await room.file("harbour-fire")
      let first = try await room.sign("harbour-fire", key: "k")
      let after = try await rows(room)
      let second = try await room.sign("harbour-fire", key: "k")
      #expect(!first.isReplay && second.isReplay)
      #expect(first.body == second.body)
      #expect(try await rows(room) == after)
    }
  }

  @Test("The same key with another request is refused, and another member's key is another key")
  func otherRequest() async throws {
    try await withRoom { room in
      try await room.file("harbour-fire")
      try await room.sign("harbour-fire", key: "k")
      let refusal = await #expect(throws: Refusal.self) {
        try await room.sign("harbour-fire", nil, .hold, key: "k")
      }
      #expect(refusal?.code == "idempotency-key")
      #expect(refusal?.kind == .usage)
      let flo = try await room.sign("harbour-fire", by: "flo", key: "k")
      #expect(!flo.isReplay)
    }
  }

  @Test("Sixteen at once with one key are one act with one answer")
  func atOnce() async throws {
    try await withRoom { room in
      try await room.file("harbour-fire")
      let answers = try await withThrowingTaskGroup(of: StoredAnswer.self) { group in
        for _ in 0..<16 { group.addTask { try await room.sign("harbour-fire", key: "k") } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count { !$0.isReplay } == 1)
      #expect(Set(answers.map(\.body)).count == 1)
      #expect(try await room.count("sign_offs") == (try await room.count("key_points")))
    }
  }

  @Test("A refused act leaves nothing, and its key may be used again")
  func refused() async throws {
    try await withRoom { room in
      try await room.file("harbour-fire")
      let before = try await rows(room)
      await #expect(throws: Refusal.self) { try await room.sign("harbour-fire", by: "ana", key: "k") }
      await #expect(throws: Refusal.self) { try await room.sign("harbour-fire", revision: 2, key: "k") }
      await #expect(throws: Refusal.self) { try await room.sign("no-such-draft", key: "k") }
      await #expect(throws: Refusal.self) { try await room.sign("harbour-fire", ["K1", "K9"], key: "k") }
      #expect(try await rows(room) == before)
      #expect(try await room.sign("harbour-fire", key: "k").isReplay == false)
    }
  }

  @Test("A key has 1 to 200 characters", arguments: [0, 1, 200, 201])
  func length(count: Int) async throws {
    try await withRoom { room in
      try await room.file("harbour-fire")
      let key = String(repeating: "é", count: count)
      if (1...200).contains(count) {
        try await room.sign("harbour-fire", key: key)
      } else {
        let refusal = await #expect(throws: Refusal.self) { try await room.sign("harbour-fire", key: key) }
        #expect(refusal?.code == "idempotency-key")
      }
    }
  }

  @Test("One act is one entry in its subject's chain, with its event")
  func oneEntry() async throws {
    try await withRoom { room in
      let before = try await rows(room)
      let acts = [
        try await room.file("harbour-fire"), try await room.sign("harbour-fire"),
        try await room.revise("harbour-fire", Room.story.replacing("40 bar", with: "49 bar")),
        try await room.publish("harbour-fire"),
      ].map { String(decoding: $0.body, as: UTF8.self) }
      let draft = try await room.newsroom.draft("harbour-fire")
      #expect(acts.map { $0.prefix { $0 != ":" } } == (1...4).map { "draft/\(draft.id)#\($0)" })
      #expect(
        try await room.newsroom.verifyJournal(against: acts.compactMap(JournalReceipt.init)).faults == [])
      #expect(acts.compactMap(JournalReceipt.init).count == 4)
      let after = try await rows(room)
      for table in ["journal_entries", "journal_payloads", "outbox"] {
        #expect((after[table] ?? 0) - (before[table] ?? 0) == 4, "\(table)")
      }
      let log = try await room.newsroom.log(of: "harbour-fire")
      #expect(log.entries.map(\.act) == ["file", "approve", "revise", "publish-override"])
      #expect(log.entries.map(\.actor) == ["member:ana", "member:ben", "member:ana", "member:dov"])
      #expect(log.entries.allSatisfy { !$0.says.isEmpty })
    }
  }

  @Test("A run that is only tried out writes nothing")
  func dryRun() async throws {
    try await withRoom { room in
      try await room.file("harbour-fire")
      try await room.publish("harbour-fire")
      let before = try await rows(room)
      let night = try await room.newsroom.tryNight(asOf: CivilDate("2030-01-01"))
      #expect(night.attempt == 0)
      #expect(try await room.newsroom.staleClaims(on: night.date).isEmpty == false)
      #expect(try await rows(room) == before)
    }
  }

  @Test("Verifying while others write gives no false alarm")
  func verifyUnderWrites() async throws {
    try await withRoom { room in
      for number in 1...3 { try await room.file("story-\(number)") }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...3 {
          group.addTask {
            for _ in 0..<15 { try await room.sign("story-\(number)", by: number == 2 ? "flo" : "ben") }
          }
        }
        group.addTask {
          for _ in 0..<15 {
            let report = try await room.newsroom.verifyJournal()
            #expect(report.faults == [])
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test(
    "Tampering with what is stored is found",
    arguments: [
      "update journal_entries set act = 'hold' where seq = 2",
      "update journal_entries set actor = 'member:dov' where seq = 2",
      "update journal_entries set at = at + interval '1 microsecond' where seq = 2",
      "update journal_entries set bytes = bytes || '\\x0a' where seq = 2",
      "update journal_entries set prev = hash where seq = 2", "delete from journal_payloads where seq = 2",
      "update journal_payloads set payload = replace(payload, 'ben', 'flo') where seq = 2",
      "update journal_payloads set salt = null where seq = 2",
      "update journal_payloads set salt = null, payload = '{\"says\":\"forged\",\"facts\":{}}' where seq = 2",
      "update journal_heads set seq = seq + 1 where chain like 'draft/%'",
      "delete from journal_payloads where seq = 2; delete from outbox where seq = 2; delete from journal_entries where seq = 2",
    ])
  func tampered(statement: String) async throws {
    try await withRoom(tampering: true) { room in
      try await room.file("harbour-fire")
      try await room.sign("harbour-fire")
      try await room.publish("harbour-fire")
      #expect(try await room.newsroom.verifyJournal().faults == [])
      try await room.database.write { tx in
        try tx.script("set local session_replication_role = replica")
        try tx.script(statement)
      }
      #expect(try await room.newsroom.verifyJournal().faults.isEmpty == false)
      // Whatever was done, nothing forged is told as the truth.
      let log = try await room.newsroom.log(of: "harbour-fire")
      #expect(!log.entries.contains { $0.says == "forged" })
    }
  }
}
