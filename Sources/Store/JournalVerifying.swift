import Editorial
import Postgres

/// What `journal verify` found.
public struct JournalReport: Sendable {
  public let chains: Int
  public let entries: Int
  /// Payloads that an erasure blanked.
  public let erased: Int
  public let faults: [JournalFault]
}

extension Newsroom {
  /// Looks at every link of every chain, in one snapshot.
  ///
  /// - Parameter receipts: entries that somebody kept the hash of, outside: only with them a chain is found that was
  ///   rewritten whole, or cut at its end together with its head.
  public func verifyJournal(against receipts: [JournalReceipt] = []) async throws -> JournalReport {
    try await read { tx in try tx.verifyJournal(against: receipts) }
  }
}

/// A long journal is not held in memory.
private let journalPage = 1_000

extension Transaction {
  func verifyJournal(against receipts: [JournalReceipt]) throws -> JournalReport {
    let stored = try all(
      """
      select chain from journal_heads union select chain from journal_entries
      union select 'newsroom' from newsroom union select 'desk/' || id from desks
      union select 'draft/' || id from drafts union select 'matter/' || id from matters
      """, as: (String).self)
    let chains = Set(stored).union(receipts.map(\.chain)).sorted()
    var (entries, erased, faults) = (0, 0, [JournalFault]())
    for chain in chains {
      let walked = try walk(chain, receipts)
      entries += walked.entries
      erased += walked.erased
      faults += walked.faults
    }
    faults += try filingsWithoutEntry()
    return JournalReport(chains: chains.count, entries: entries, erased: erased, faults: faults)
  }

  private func walk(
    _ chain: String, _ receipts: [JournalReceipt]
  ) throws -> (entries: Int, erased: Int, faults: [JournalFault]) {
    var verifier = ChainVerifier(chain: chain, receipts: receipts)
    var (count, blank, after) = (0, 0, Int64.min)
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
    let head = try first(
      "select seq, hash from journal_heads where chain = \(chain)", as: (Int64, [UInt8]).self)
    verifier.finish(head: head.map { (seq: $0.0, hash: $0.1) })
    return (count, blank, verifier.faults)
  }

  /// Every revision was filed by an act of its draft's chain: a chain that was cut short lacks some.
  private func filingsWithoutEntry() throws -> [JournalFault] {
    try all(
      """
      select 'draft/' || r.draft_id, count(*) from revisions r
      group by r.draft_id
      having count(*) > (
        select count(*) from journal_entries e
        where e.chain = 'draft/' || r.draft_id and e.act in ('file', 'revise', 'import'))
      """, as: (String, Int64).self
    ).map { chain, revisions in
      JournalFault(
        chain: chain, seq: 0, says: "the draft has \(revisions) revisions, and the chain fewer filings")
    }
  }

  private func page(of chain: String, after: Int64) throws -> [StoredJournalEntry] {
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
