import Editorial
import FoundationEssentials
import Postgres
import Testing

@testable import Store

/// Tampers with the journal as somebody can who has every right on the database, and looks whether that is found.
/// `STET_TAMPERINGS` says how often; `make tamper` does it 1,000 times.
@Suite("Tampering with every right", .timeLimit(.minutes(20)))
struct TamperTests {
  private static let times =
    ProcessInfo.processInfo.environment["STET_TAMPERINGS"].flatMap { Int($0) } ?? 60

  enum Kind: CaseIterable {
    case edit, editAndHash, payload, blank, delete, deletePayload, insert, reorder, swapPayloads, swapChains,
      truncate,
      removeChain, rewrite, rewriteFromTheStart, insertAndRewrite, deleteAndRewrite
  }

  /// Thrown to undo a tampering.
  private struct Undone: Error {
    let found: Int
    let unanchored: Int
  }

  private func withJournal(_ body: (Room, [String]) async throws -> Void) async throws {
    try await withRoom { room in
      for slug in ["harbour-fire", "pier", "council"] {
        try await room.file(slug, matters: ["inquiry"])
        for handle in ["ben", "flo"] { try await room.sign(slug, by: handle) }
        try await room.revise(slug, Room.story.replacing("40 bar", with: "49 bar"))
        try await room.sign(slug, ["K1"], .query, revision: 2)
        try await room.publish(slug)
      }
      let chains = try await room.database.read {
        try $0.all("select chain from journal_heads where seq >= 4 order by chain", as: String.self)
      }
      try await body(room, chains)
    }
  }

  @Test("Every tampering is found with a checkpoint, and none where nobody tampered")
  func found() async throws {
    try await withJournal { room, chains in
      let heads = try await room.newsroom.checkpoint(signedWith: CheckpointKey()).heads
      #expect(chains.count >= 4)
      var random = Seeded(20_261_122)
      var (missed, unanchored) = ([String](), [Kind: Int]())
      for number in 0..<Self.times {
        let kind = Kind.allCases[number % Kind.allCases.count]
        let seed = random.next()
        do {
          try await room.database.write { tx in
            var random = Seeded(seed)
            try tx.run("set local session_replication_role = replica")
            try tx.tamper(kind, chains, &random)
            throw Undone(
              found: try tx.verifyJournal(against: heads).faults.count,
              unanchored: try tx.verifyJournal(against: []).faults.count)
          }
        } catch let undone as Undone {
          if undone.found == 0 { missed.append("\(kind), seed \(seed)") }
          if undone.unanchored == 0 { unanchored[kind, default: 0] += 1 }
        }
      }
      #expect(missed == [], "\(missed.count) of \(Self.times) not found")
      // The negative control: these are what only a checkpoint finds, and nothing else is.
      let blind: Set<Kind> = [
        .truncate, .rewrite, .rewriteFromTheStart, .insertAndRewrite, .deleteAndRewrite,
      ]
      #expect(Set(unanchored.keys) == blind, "\(unanchored)")
      print(
        "\(Self.times) tamperings, \(Self.times - missed.count) found; without the checkpoint "
          + "\(unanchored.values.reduce(0, +)) would not have been.")
    }
  }

  @Test("An untouched journal that grows meanwhile raises no alarm, with every receipt and an old checkpoint")
  func noAlarm() async throws {
    try await withJournal { room, _ in
      let heads = try await room.newsroom.checkpoint(signedWith: CheckpointKey()).heads
      let receipts = try await room.database.read {
        try $0.all("select chain, seq, hash from journal_entries", as: (String, Int64, [UInt8]).self)
      }.map { JournalReceipt(chain: $0.0, seq: $0.1, hash: $0.2) }
      let alarms = try await withThrowingTaskGroup(of: Int.self) { group in
        group.addTask {
          for _ in 0..<Self.times {
            try await room.newsroom.addMember(
              "ana", name: nil, desk: "main", roles: [.editor], by: testOperator)
          }
          return 0
        }
        group.addTask {
          var alarms = 0
          for _ in 0..<Self.times {
            alarms += try await room.newsroom.verifyJournal(against: heads + receipts).faults.count
          }
          return alarms
        }
        return try await group.reduce(0, +)
      }
      #expect(alarms == 0)
    }
  }

  @Test("One receipt of an act finds that the chain was cut before it, or rewritten up to it")
  func oneReceipt() async throws {
    try await withRoom(tampering: true) { room in
      try await room.file("harbour-fire")
      let answer = try await room.sign("harbour-fire")
      let receipt = try #require(JournalReceipt(String(decoding: answer.body, as: UTF8.self)))
      #expect(receipt.seq == 2)
      #expect(try await room.newsroom.verifyJournal(against: [receipt]).faults == [])
      let chain = receipt.chain
      try await room.database.write { tx in
        try tx.run("set local session_replication_role = replica")
        try tx.cut(chain, after: 1)
      }
      #expect(try await room.newsroom.verifyJournal().faults == [], "links alone cannot tell")
      let faults = try await room.newsroom.verifyJournal(against: [receipt]).faults
      #expect(faults.map(\.description).count == 1)
      #expect(faults.first?.says.contains("cut after entry 1") == true)
    }
  }
}

/// Where entries wait while others take their numbers.
private let aside: Int64 = 1_000_000

extension Transaction {
  fileprivate func tamper(
    _ kind: TamperTests.Kind, _ chains: [String], _ random: inout Seeded
  ) throws {
    let chain = chains[Int.random(in: 0..<chains.count, using: &random)]
    let last = try first("select seq from journal_heads where chain = \(chain)", as: Int64.self) ?? 0
    let place = Int64.random(in: 1..<last, using: &random)
    let here: SQL = "where chain = \(chain) and seq = \(place)"
    switch kind {
    case .edit:
      let changes: [SQL] = [
        "actor = actor || 'x'", "act = 'hold'", "at = at - interval '1 day'", "payload_digest = sha256('x')",
        "prev = sha256('x')", "hash = sha256('x')", "bytes = bytes || 'x'",
      ]
      let change = changes[Int.random(in: 0..<changes.count, using: &random)]
      try run("update journal_entries set \(sql: change) \(sql: here)")
    case .editAndHash: try rewrite(chain, from: place, to: place)
    case .payload:
      try run("update journal_payloads set payload = replace(payload, 'a', 'e') || ' ' \(sql: here)")
    case .blank: try run("update journal_payloads set salt = null, payload = null \(sql: here)")
    case .delete: try remove(chain, place)
    case .deletePayload: try run("delete from journal_payloads \(sql: here)")
    case .insert: try insertCopy(chain, at: place)
    case .reorder: try swap(chain, place, place + 1)
    case .swapPayloads:
      try run("update journal_payloads set seq = \(aside) \(sql: here)")
      try run("update journal_payloads set seq = \(place) where chain = \(chain) and seq = \(place + 1)")
      try run("update journal_payloads set seq = \(place + 1) where chain = \(chain) and seq = \(aside)")
    case .swapChains:
      let other = chains.first { $0 != chain } ?? chain
      for table in ["journal_heads", "journal_entries", "journal_payloads"] {
        for (from, to) in [(chain, "draft/0"), (other, chain), ("draft/0", other)] {
          try run("update \(unescaped: table) set chain = \(to) where chain = \(from)")
        }
      }
    case .truncate:
      // As far as the filings, which are compared with the revisions.
      try cut(chain, after: last - 1)
    case .removeChain:
      for table in ["outbox", "journal_payloads", "journal_entries", "journal_heads"] {
        try run("delete from \(unescaped: table) where chain = \(chain)")
      }
    case .rewrite: try rewrite(chain, from: place, to: last)
    case .rewriteFromTheStart: try rewrite(chain, from: 1, to: last)
    case .insertAndRewrite:
      try insertCopy(chain, at: place)
      try rewrite(chain, from: place, to: last + 1)
    case .deleteAndRewrite:
      // A filing that is left out is missed by its revision.
      let filed = "and act not in ('file', 'revise')"
      let place =
        try first(
          "select min(seq) from journal_entries where chain = \(chain) \(unescaped: filed)", as: Int64.self)
        ?? place
      try remove(chain, place)
      for table in ["journal_entries", "journal_payloads"] {
        try run(
          "update \(unescaped: table) set seq = seq + \(aside) where chain = \(chain) and seq > \(place)")
        try run(
          "update \(unescaped: table) set seq = seq - \(aside + 1) where chain = \(chain) and seq > \(aside)")
      }
      try rewrite(chain, from: place, to: last - 1)
    }
  }

  fileprivate func cut(_ chain: String, after seq: Int64) throws {
    for table in ["outbox", "journal_payloads", "journal_entries"] {
      try run("delete from \(unescaped: table) where chain = \(chain) and seq > \(seq)")
    }
    try setHead(of: chain)
  }

  private func remove(_ chain: String, _ seq: Int64) throws {
    for table in ["outbox", "journal_payloads", "journal_entries"] {
      try run("delete from \(unescaped: table) where chain = \(chain) and seq = \(seq)")
    }
  }

  /// Puts a copy of the entry at this place before it, and moves what follows.
  private func insertCopy(_ chain: String, at seq: Int64) throws {
    for table in ["journal_entries", "journal_payloads"] {
      try run("update \(unescaped: table) set seq = seq + \(aside) where chain = \(chain) and seq >= \(seq)")
      try run(
        "update \(unescaped: table) set seq = seq - \(aside - 1) where chain = \(chain) and seq > \(aside)")
    }
    try run(
      """
      insert into journal_entries (chain, seq, at, actor, act, payload_digest, prev, hash, bytes)
      select chain, \(seq), at, actor, 'approve', payload_digest, prev, hash, bytes from journal_entries
      where chain = \(chain) and seq = \(seq + 1)
      """)
    try run(
      """
      insert into journal_payloads (chain, seq, salt, payload) select chain, \(seq), salt, payload
      from journal_payloads where chain = \(chain) and seq = \(seq + 1)
      """)
  }

  private func swap(_ chain: String, _ one: Int64, _ other: Int64) throws {
    for table in ["journal_entries", "journal_payloads"] {
      for (from, to) in [(one, aside), (other, one), (aside, other)] {
        try run("update \(unescaped: table) set seq = \(to) where chain = \(chain) and seq = \(from)")
      }
    }
  }

  /// Forges the first of these entries and links all of them anew, the head with them when they reach it.
  private func rewrite(_ chain: String, from first: Int64, to last: Int64) throws {
    try run(
      "update journal_entries set actor = 'member:eve' where chain = \(chain) and seq = \(first)")
    var prev =
      try self.first(
        "select hash from journal_entries where chain = \(chain) and seq = \(first - 1)", as: [UInt8].self)
      ?? JournalEntry.beforeTheFirst
    for (seq, at, actor, act, digest) in try all(
      """
      select seq, rfc3339(at), actor, act, payload_digest from journal_entries
      where chain = \(chain) and seq between \(first) and \(last) order by seq
      """, as: (Int64, String, String, String, [UInt8]).self)
    {
      let entry = JournalEntry(
        chain: chain, seq: seq, at: at, actor: actor, act: act, payloadDigest: digest, prev: prev)
      try run(
        """
        update journal_entries set prev = \(prev), bytes = \(entry.bytes), hash = \(entry.hash)
        where chain = \(chain) and seq = \(seq)
        """)
      prev = entry.hash
    }
    if first < last { try setHead(of: chain) }
  }

  private func setHead(of chain: String) throws {
    try run(
      """
      update journal_heads h set seq = e.seq, hash = e.hash from journal_entries e
      where h.chain = \(chain) and e.chain = h.chain
        and e.seq = (select max(seq) from journal_entries where chain = h.chain)
      """)
  }
}
