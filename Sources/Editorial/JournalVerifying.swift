/// Walks one chain from its first link. Every link is looked at, never only the ends.
public struct ChainVerifier {
  public let chain: String
  /// The act that blanks payloads before it in its chain, under order.
  public static let erasing = "erase"

  private var seq: Int64 = 0
  private var hash = JournalEntry.beforeTheFirst
  private var receipts: [JournalReceipt]
  /// Payloads that are blank, and that no erasure after them explains yet.
  private var blanked: [Int64] = []
  public private(set) var faults: [JournalFault] = []

  /// - Parameter receipts: entries that somebody kept the hash of; those of other chains are left alone.
  public init(chain: String, receipts: [JournalReceipt] = []) {
    self.chain = chain
    self.receipts = receipts.filter { $0.chain == chain }
  }

  public mutating func look(at stored: StoredJournalEntry) {
    let entry = stored.entry
    if entry.seq != seq + 1 {
      fault(entry.seq, "follows entry \(seq): something was removed, added or moved")
    }
    if entry.prev != hash { fault(entry.seq, "does not link to the entry before it") }
    if entry.bytes != stored.bytes { fault(entry.seq, "its fields are not the ones that were hashed") }
    if sha256(stored.bytes) != stored.hash { fault(entry.seq, "its hash is not that of its bytes") }
    if entry.act == Self.erasing { blanked = [] }
    switch stored.payload {
    case .kept(let salt, let text):
      if JournalEntry.digest(salt: salt, payload: text) != entry.payloadDigest {
        fault(entry.seq, "its payload was changed")
      }
    case .erased: blanked.append(entry.seq)
    case .damaged: fault(entry.seq, "its payload is gone, and not as an erasure leaves it")
    }
    if receipts.contains(where: { $0.seq == entry.seq && $0.hash != stored.hash }) {
      fault(entry.seq, "it is not the entry that the receipt is for: it was rewritten")
    }
    receipts.removeAll { $0.seq == entry.seq }
    seq = entry.seq
    hash = stored.hash
  }

  /// Compares the end of the walk with the stored head, and says which receipts are for entries that are gone.
  ///
  /// - Parameter head: nil when the chain has none.
  public mutating func finish(head: (seq: Int64, hash: [UInt8])?) {
    if let head {
      if head.seq != seq || head.hash != hash { fault(head.seq, "the chain's head is not its last entry") }
    } else {
      fault(0, "the chain has no head")
    }
    for place in blanked { fault(place, "its payload was blanked, and no erasure follows that did it") }
    for receipt in receipts {
      fault(
        receipt.seq,
        seq == 0
          ? "there was an entry, as the receipt shows, and the whole chain is gone"
          : seq < receipt.seq
            ? "there was an entry, as the receipt shows, and the chain was cut after entry \(seq)"
            : "there was an entry, as the receipt shows, and it is gone")
    }
  }

  private mutating func fault(_ seq: Int64, _ says: String) {
    faults.append(JournalFault(chain: chain, seq: seq, says: says))
  }
}
