import Editorial
import Postgres
import Store
import Testing

@Suite("What is not where the chains end")
struct MissingChainTests {
  @Test("An entry behind the head is found, though every link up to the head holds")
  func behindTheHead() async throws {
    try await withHouse(tampering: true) { house in
      try await house.file(story())
      try await house.tamper(
        """
        insert into journal_entries (chain, seq, at, actor, act, payload_digest, prev, hash, bytes)
        select chain, seq + 1, at, 'member:ben', 'approve', payload_digest, hash, sha256('x'), 'x'
        from journal_entries where chain like 'draft/%' and seq = 1
        """)
      #expect(!(try await house.newsroom.verifyJournal().faults.isEmpty))
    }
  }

  @Test("A draft whose whole chain is gone is found, by its head and by its filings")
  func goneWhole() async throws {
    try await withHouse(tampering: true) { house in
      try await house.file(story())
      #expect(try await house.newsroom.verifyJournal().faults == [])
      for table in ["outbox", "journal_payloads", "journal_entries", "journal_heads"] {
        try await house.tamper("delete from \(unescaped: table) where chain like 'draft/%'")
      }
      let faults = try await house.newsroom.verifyJournal().faults.map(\.says)
      #expect(faults.contains("the chain has no head"))
      #expect(faults.contains { $0.contains("fewer filings") })
    }
  }
}
