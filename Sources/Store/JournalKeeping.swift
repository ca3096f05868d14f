import Editorial
import FoundationEssentials
import Postgres

/// What an act did, as the journal keeps it: a sentence for people and its facts for machines.
struct JournalRecord: Codable {
  let says: String
  let facts: [String: String]
}

extension Transaction {
  /// Writes one act into its subject's chain. Called last in a transaction: the chain's head stays locked until
  /// the end, and everybody locks it after everything else.
  ///
  /// Gives the entry's address, such as `draft/12#7`.
  @discardableResult
  func journal(
    _ chain: JournalChain, by actor: Actor, _ act: String, says: String, facts: [String: String] = [:],
    event: String? = nil
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
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let payload = String(decoding: try encoder.encode(JournalRecord(says: says, facts: facts)), as: UTF8.self)
    var generator = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let entry = JournalEntry(
      chain: name, seq: seq + 1, at: at, actor: actor.spelling, act: act,
      payloadDigest: JournalEntry.digest(salt: salt, payload: payload), prev: prev)
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
    if let event {
      try run("insert into outbox (event, chain, seq) values (\(event), \(name), \(entry.seq))")
    }
    return "\(name)#\(entry.seq)"
  }
}

/// What `journal verify` found.
public struct JournalReport: Sendable {
  public let chains: Int
  public let entries: Int
  public let erased: Int
  public let faults: [JournalFault]
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
  /// Looks at every link of every chain, in one snapshot.
  public func verifyJournal() async throws -> JournalReport {
    let chains = try await read { tx in
      try tx.all(
        """
        select chain from journal_heads union select chain from journal_entries
        union select 'newsroom' from newsroom union select 'desk/' || id from desks
        union select 'draft/' || id from drafts union select 'matter/' || id from matters order by 1
        """, as: (String).self)
    }
    var (entries, erased, faults) = (0, 0, [JournalFault]())
    for chain in chains {
      // One snapshot per chain, in pages: a long journal is not held in memory.
      let walked = try await read { tx in try tx.walk(chain) }
      entries += walked.entries
      erased += walked.erased
      faults += walked.faults
    }
    faults += try await read { tx in try tx.filingsWithoutEntry() }
    return JournalReport(chains: chains.count, entries: entries, erased: erased, faults: faults)
  }

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

private let journalPage = 1_000

extension Transaction {
  fileprivate func walk(_ chain: String) throws -> (entries: Int, erased: Int, faults: [JournalFault]) {
    let head = try first(
      "select seq, hash from journal_heads where chain = \(chain)", as: (Int64, [UInt8]).self)
    var verifier = ChainVerifier(chain: chain)
    var (count, blank, after) = (0, 0, Int64(0))
    while true {
      let page = try page(of: chain, after: after)
      for stored in page {
        verifier.look(at: stored)
        if case .erased = stored.payload { blank += 1 }
      }
      count += page.count
      guard let last = page.last, page.count == journalPage else { break }
      after = last.entry.seq
    }
    guard let (seq, hash) = head else {
      return (
        count, blank, verifier.faults + [JournalFault(chain: chain, seq: 0, says: "the chain has no head")]
      )
    }
    verifier.finish(headSeq: seq, headHash: hash)
    return (count, blank, verifier.faults)
  }

  /// Every revision was filed by an act of its draft's chain: a chain that was cut short lacks some.
  fileprivate func filingsWithoutEntry() throws -> [JournalFault] {
    try all(
      """
      select 'draft/' || r.draft_id, count(*) from revisions r
      group by r.draft_id
      having count(*) > (
        select count(*) from journal_entries e
        where e.chain = 'draft/' || r.draft_id and e.act in ('file', 'revise'))
      """, as: (String, Int64).self
    ).map { chain, revisions in
      JournalFault(
        chain: chain, seq: 0, says: "the draft has \(revisions) revisions, and the chain fewer filings")
    }
  }

  fileprivate func page(of chain: String, after: Int64) throws -> [StoredJournalEntry] {
    try all(
      """
      select e.seq, rfc3339(e.at), e.actor, e.act, e.payload_digest, e.prev, e.hash, e.bytes,
        p.seq is not null, p.salt, p.payload
      from journal_entries e left join journal_payloads p using (chain, seq)
      where e.chain = \(chain) and e.seq > \(after)
      order by e.seq limit \(journalPage)
      """,
      as: (Int64, String, String, String, [UInt8], [UInt8], [UInt8], [UInt8], Bool, [UInt8]?, String?).self
    ).map { seq, at, actor, act, digest, prev, hash, bytes, hasRow, salt, payload in
      let kept: StoredJournalEntry.Payload =
        if let salt, let payload {
          .kept(salt: salt, text: payload)
        } else {
          hasRow && salt == nil && payload == nil ? .erased : .damaged
        }
      return StoredJournalEntry(
        entry: JournalEntry(
          chain: chain, seq: seq, at: at, actor: actor, act: act, payloadDigest: digest, prev: prev),
        hash: hash, bytes: bytes, payload: kept)
    }
  }
}
