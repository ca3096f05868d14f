import Editorial
import FoundationEssentials
import Postgres

/// What an act did, as the journal keeps it: a sentence for people and its facts for machines.
struct JournalRecord: Codable {
  let says: String
  let facts: [String: String]
}

/// An entry with the payload that it is a digest of.
struct SealedEntry {
  let entry: JournalEntry
  let salt: [UInt8]
  let payload: String

  /// - Parameter at: RFC 3339, as the database writes it.
  init(
    _ chain: JournalChain, seq: Int64, after prev: [UInt8], at: String, by actor: Actor, _ act: String,
    says: String,
    facts: [String: String]
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    payload = String(decoding: try encoder.encode(JournalRecord(says: says, facts: facts)), as: UTF8.self)
    var generator = SystemRandomNumberGenerator()
    salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    entry = JournalEntry(
      chain: chain.name, seq: seq, at: at, actor: actor.spelling, act: act,
      payloadDigest: JournalEntry.digest(salt: salt, payload: payload), prev: prev)
  }
}

extension Transaction {
  /// Writes one act into its subject's chain. Called last in a transaction: the chain's head stays locked until
  /// the end, and everybody locks it after everything else.
  ///
  /// Gives the entry's receipt, such as `draft/12#7:` and its hash.
  @discardableResult
  func journal(
    _ chain: JournalChain, by actor: Actor, _ act: String, says: String, facts: [String: String] = [:],
    event: String? = nil, moreEvents: [String] = []
  ) throws -> String {
    let name = chain.name
    try run(
      """
      insert into journal_heads (chain, seq, hash) values (\(name), 0, \(JournalEntry.beforeTheFirst))
      on conflict do nothing
      """)
    guard
      let (seq, prev, at) = try first(
        "select seq, hash, rfc3339(now()) from journal_heads where chain = \(name) for no key update",
        as: (Int64, [UInt8], String).self)
    else { throw DatabaseError.decoding("the head of chain \(name) is gone") }
    let sealed = try SealedEntry(
      chain, seq: seq + 1, after: prev, at: at, by: actor, act, says: says, facts: facts)
    let (entry, salt, payload) = (sealed.entry, sealed.salt, sealed.payload)
    let (bytes, hash) = (entry.bytes, entry.hash)
    try run(
      """
      insert into journal_entries (chain, seq, at, actor, act, payload_digest, prev, hash, bytes)
      values (\(name), \(entry.seq), now(), \(entry.actor), \(act), \(entry.payloadDigest), \(prev), \(hash), \(bytes))
      """)
    try run(
      "insert into journal_payloads (chain, seq, salt, payload) values (\(name), \(entry.seq), \(salt), \(payload))"
    )
    try run("update journal_heads set seq = \(entry.seq), hash = \(hash) where chain = \(name)")
    for event in [event].compactMap(\.self) + moreEvents {
      try run("insert into outbox (event, chain, seq) values (\(event), \(name), \(entry.seq))")
    }
    return JournalReceipt(chain: name, seq: entry.seq, hash: hash).description
  }
}

/// A draft's journal entry as people read it.
public struct LogEntry: Sendable {
  public let seq: Int64
  public let at: String
  public let actor: String
  public let act: String
  public let says: String
  public let hash: [UInt8]
}

extension Newsroom {
  /// The journal of one draft, oldest first.
  public func log(of slug: String) async throws -> (chain: String, entries: [LogEntry]) {
    try await read { tx in
      let id = try tx.draftID(slug)
      let chain = JournalChain.draft(id).name
      let rows = try tx.all(
        """
        select e.seq, rfc3339(e.at), e.actor, e.act, case when p.salt is not null then p.payload end, e.hash
        from journal_entries e left join journal_payloads p using (chain, seq)
        where e.chain = \(chain) order by e.seq
        """, as: (Int64, String, String, String, String?, [UInt8]).self)
      let decoder = JSONDecoder()
      return (
        chain,
        rows.map { seq, at, actor, act, payload, hash in
          let record = payload.flatMap { try? decoder.decode(JournalRecord.self, from: Data($0.utf8)) }
          return LogEntry(
            seq: seq, at: at, actor: actor, act: act, says: record?.says ?? "erased", hash: hash)
        }
      )
    }
  }
}
