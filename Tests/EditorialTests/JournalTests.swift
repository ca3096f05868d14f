import Editorial
import Testing

@Suite("The journal's chain")
struct JournalTests {
  /// A chain as it is stored, one entry per payload.
  private func chain(
    _ payloads: [String], name: String = "draft/12", erasing: Int? = nil
  ) -> [StoredJournalEntry] {
    var prev = JournalEntry.beforeTheFirst
    return payloads.enumerated().map { index, payload in
      let salt = [UInt8](repeating: UInt8(index + 1), count: 16)
      let entry = JournalEntry(
        chain: name, seq: Int64(index + 1), at: "2024-07-13T18:20:0\(index).000000Z", actor: "member:ana",
        act: index == erasing ? "erase" : "file",
        payloadDigest: JournalEntry.digest(salt: salt, payload: payload), prev: prev)
      prev = entry.hash
      return StoredJournalEntry(
        entry: entry, hash: entry.hash, bytes: entry.bytes, payload: .kept(salt: salt, text: payload))
    }
  }

  private func faults(_ entries: [StoredJournalEntry], head: (Int64, [UInt8])? = nil) -> [JournalFault] {
    var verifier = ChainVerifier(chain: "draft/12")
    for entry in entries { verifier.look(at: entry) }
    let head = head ?? entries.last.map { ($0.entry.seq, $0.hash) } ?? (0, JournalEntry.beforeTheFirst)
    verifier.finish(head: (seq: head.0, hash: head.1))
    return verifier.faults
  }

  private let clean = ["one", "two", "three", "four"]

  @Test("A clean chain has no fault, nor has an empty one")
  func noFault() {
    #expect(faults(chain(clean)).isEmpty)
    #expect(faults([]).isEmpty)
  }

  @Test("A blank payload is no fault where an erasure follows it, and one everywhere else", arguments: 0..<4)
  func blanked(place: Int) {
    for erasing in [nil, 2] {
      var entries = chain(clean, erasing: erasing)
      let one = entries[place]
      entries[place] = StoredJournalEntry(
        entry: one.entry, hash: one.hash, bytes: one.bytes, payload: .erased)
      #expect(faults(entries).map(\.seq) == (erasing != nil && place < 2 ? [] : [Int64(place + 1)]))
    }
  }

  @Test("A receipt is found where it says, and what became of its entry is told when it is not")
  func receipts() {
    let entries = chain(clean)
    let receipts = entries.map { JournalReceipt(chain: "draft/12", seq: $0.entry.seq, hash: $0.hash) }
    func says(_ entries: [StoredJournalEntry], _ receipts: [JournalReceipt]) -> [String] {
      var verifier = ChainVerifier(chain: "draft/12", receipts: receipts)
      for entry in entries { verifier.look(at: entry) }
      verifier.finish(head: entries.last.map { (seq: $0.entry.seq, hash: $0.hash) })
      return verifier.faults.map(\.description)
    }
    #expect(says(entries, receipts) == [])
    #expect(says(entries, [JournalReceipt(chain: "draft/13", seq: 9, hash: sha256([1]))]) == [])
    // Links that hold all the same: without a receipt nothing is found.
    let rewritten = chain(["one", "other", "three", "four"])
    #expect(says(rewritten, []) == [])
    #expect(says(rewritten, receipts).count == 3)
    #expect(
      says(rewritten, [receipts[3]])
        == ["draft/12#4: it is not the entry that the receipt is for: it was rewritten"])
    #expect(says(rewritten, [receipts[0]]) == [])
    let cut = Array(entries.prefix(2))
    #expect(says(cut, []) == [])
    #expect(
      says(cut, [receipts[3]])
        == ["draft/12#4: there was an entry, as the receipt shows, and the chain was cut after entry 2"])
    #expect(says([], [receipts[3]]).contains { $0.contains("the whole chain is gone") })
  }

  @Test("An entry's bytes are its fields, a line each, and its hash is theirs")
  func bytes() throws {
    let entry = try #require(chain(["one"]).first?.entry)
    #expect(
      String(decoding: entry.bytes, as: UTF8.self)
        == "stet journal 1\ndraft/12\n1\n2024-07-13T18:20:00.000000Z\nmember:ana\nfile\n"
        + hexadecimal(entry.payloadDigest) + "\n" + String(repeating: "0", count: 64) + "\n")
    #expect(entry.hash == sha256(entry.bytes))
    #expect(hexadecimal(sha256([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  /// How somebody may tamper with what is stored.
  enum Tampering: CaseIterable {
    case edit, editAndHash, editAndChain, delete, deleteFirst, insert, reorder, swap, payload, salt,
      halfErased, bytes,
      hash, prev,
      digest
    case otherChain, cutTail, headSeq, headHash
  }

  @Test("Every tampering is found", arguments: Tampering.allCases)
  func found(tampering: Tampering) {
    var entries = chain(clean)
    var head = (entries[3].entry.seq, entries[3].hash)
    func copy(
      _ index: Int, actor: String? = nil, digest: [UInt8]? = nil, prev: [UInt8]? = nil, hash: [UInt8]? = nil,
      bytes: [UInt8]? = nil, payload: StoredJournalEntry.Payload? = nil, rehash: Bool = false
    ) -> StoredJournalEntry {
      let old = entries[index]
      let entry = JournalEntry(
        chain: old.entry.chain, seq: old.entry.seq, at: old.entry.at, actor: actor ?? old.entry.actor,
        act: old.entry.act, payloadDigest: digest ?? old.entry.payloadDigest, prev: prev ?? old.entry.prev)
      return StoredJournalEntry(
        entry: entry, hash: hash ?? (rehash ? entry.hash : old.hash),
        bytes: bytes ?? (rehash ? entry.bytes : old.bytes),
        payload: payload ?? old.payload)
    }
    switch tampering {
    case .edit: entries[1] = copy(1, actor: "member:eve")
    case .editAndHash: entries[1] = copy(1, actor: "member:eve", rehash: true)
    case .editAndChain:
      // Rewritten to the end, so that only the stored head tells.
      entries[1] = copy(1, actor: "member:eve", rehash: true)
      entries[2] = copy(2, prev: entries[1].hash, rehash: true)
      entries[3] = copy(3, prev: entries[2].hash, rehash: true)
    case .delete: entries.remove(at: 1)
    case .deleteFirst: entries.remove(at: 0)
    case .insert: entries.insert(chain(["x", "y"])[1], at: 2)
    case .reorder: entries.swapAt(1, 2)
    case .swap:
      let payloads = (entries[1].payload, entries[2].payload)
      entries[1] = copy(1, payload: payloads.1)
      entries[2] = copy(2, payload: payloads.0)
    case .payload:
      entries[1] = copy(1, payload: .kept(salt: [UInt8](repeating: 2, count: 16), text: "forged"))
    case .salt: entries[1] = copy(1, payload: .kept(salt: [], text: "two"))
    case .halfErased: entries[1] = copy(1, payload: .damaged)
    case .bytes: entries[1] = copy(1, bytes: entries[1].bytes + [0x0A])
    case .hash: entries[1] = copy(1, hash: sha256([1]))
    case .prev: entries[1] = copy(1, prev: sha256([1]))
    case .digest: entries[1] = copy(1, digest: sha256([1]))
    case .otherChain: entries[1] = chain(clean, name: "draft/13")[1]
    case .cutTail: entries.removeLast()
    case .headSeq: head.0 = 3
    case .headHash: head.1 = sha256([1])
    }
    #expect(!faults(entries, head: head).isEmpty)
  }

  @Test("A fault names its entry, and one removed entry does not condemn the rest")
  func localised() {
    var entries = chain(clean)
    entries.remove(at: 1)
    let faults = faults(entries)
    #expect(Set(faults.map(\.seq)) == [3])
    #expect(faults.first?.description == "draft/12#3: follows entry 1: something was removed, added or moved")
  }

  @Test("Chains have names of their own")
  func names() {
    let chains: [JournalChain] = [.newsroom, .desk(1), .draft(1), .matter(1), .draft(11)]
    #expect(chains.map(\.name) == ["newsroom", "desk/1", "draft/1", "matter/1", "draft/11"])
    #expect(Actor.member(handle: "ana").spelling == "member:ana")
    #expect(Actor.operator(user: "root").spelling == "operator:root")
    #expect(Actor.system(part: "schedule").spelling == "system:schedule")
  }

  @Test("A list of evidence is not another list with the same letters")
  func evidence() {
    let lists = [[], [""], ["ab"], ["a", "b"], ["b", "a"], ["", "ab"], ["ab", ""]]
    #expect(Set(lists.map(evidenceDigest)).count == lists.count)
  }

  @Test("Words in another style have the same digest, other words another")
  func words() {
    #expect(wordsDigest("He said:  “no”\n– twice") == wordsDigest("He said: \"no\" - twice"))
    #expect(wordsDigest("40 bar") != wordsDigest("49 bar"))
    #expect(wordsDigest("Board") != wordsDigest("board"))
    #expect(wordsDigest("ab") != wordsDigest("a\u{200B}b"))
  }
}
