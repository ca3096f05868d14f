import Testing

@testable import Editorial

@Suite("Receipts and checkpoints")
struct CheckpointTests {
  private let digits = String(repeating: "0f", count: 32)

  @Test("A receipt is read as it was written")
  func receipt() throws {
    for chain in ["newsroom", "desk/1", "draft/12", "matter/9"] {
      let receipt = JournalReceipt(chain: chain, seq: 7, hash: sha256([1]))
      #expect(JournalReceipt(receipt.description) == receipt)
    }
    #expect(JournalReceipt("draft/12#7:\(digits)")?.description == "draft/12#7:\(digits)")
  }

  @Test(
    "What is no receipt is none",
    arguments: [
      "", "draft/12#7", "draft/12#7:", "draft/12#7:0f", "draft/12#0:D", "draft/12#-1:D", "draft/12#+7:D",
      "draft/012#7:D", "draft/12#07:D", "draft/#7:D", "draft#7:D", "newsroom/1#7:D", "story/1#7:D",
      "draft/1/2#7:D",
      "draft/12#7:D:", "draft/12#7#8:D", "draft/12#99999999999999999999:D", "draft/99999999999999999999#1:D",
      " draft/12#7:D", "draft/12#7:Dzz", "draft/12#7:D0f",
    ])
  func noReceipt(text: String) {
    #expect(JournalReceipt(text.replacing("D", with: digits)) == nil)
  }

  @Test("A receipt has lower-case digits")
  func digitsOnly() {
    #expect(JournalReceipt("draft/12#7:" + String(repeating: "0F", count: 32)) == nil)
    #expect(JournalReceipt("draft/12#7:" + String(repeating: "0g", count: 32)) == nil)
  }

  @Test("Receipts are found in whatever text holds them")
  func found() {
    let receipts = (1...3).map { JournalReceipt(chain: "draft/\($0)", seq: 4, hash: sha256([UInt8($0)])) }
    let texts = receipts.map(\.description)
    for text in [
      texts.joined(separator: "\n"), "{\"receipt\":{\"journal\":\"\(texts.joined(separator: "\",\""))\"}}",
      "– “\(texts.joined(separator: "”, “"))”.",
    ] { #expect(JournalReceipt.all(in: text) == receipts, "\(text)") }
    #expect(JournalReceipt.all(in: "draft/12#7 and a hash") == [])
  }

  private func checkpoint() throws -> JournalCheckpoint {
    let key = try #require(CheckpointKey(digits + "\n"))
    return try JournalCheckpoint(
      at: "2026-11-22T23:00:00.000000Z",
      heads: [
        JournalReceipt(chain: "newsroom", seq: 12, hash: sha256([1])),
        JournalReceipt(chain: "draft/1", seq: 3, hash: sha256([2])),
      ], signedWith: key)
  }

  @Test("A checkpoint is read as it was written, with its chains in order of name")
  func roundTrip() throws {
    let checkpoint = try checkpoint()
    #expect(try JournalCheckpoint(checkpoint.text) == checkpoint)
    #expect(checkpoint.heads.map(\.chain) == ["draft/1", "newsroom"])
    #expect(checkpoint.text.hasPrefix("stet checkpoint 1\nat 2026-11-22T23:00:00.000000Z\ndraft/1#3:"))
    let empty = try JournalCheckpoint(at: "x", heads: [], signedWith: CheckpointKey())
    #expect(try JournalCheckpoint(empty.text) == empty)
  }

  @Test("A key is read as it was written, and signs under the same public key")
  func key() throws {
    let key = CheckpointKey()
    #expect(CheckpointKey(key.text)?.publicKey == key.publicKey)
    #expect(CheckpointKey().publicKey != key.publicKey)
    for text in ["", "0f", digits + "0f", digits + "\n\n", digits.uppercased()] {
      #expect(CheckpointKey(text) == nil)
    }
  }

  @Test("A checkpoint with any byte changed, added or left out is refused")
  func everyByte() throws {
    let whole = Array(try checkpoint().text.utf8)
    var read = 0
    func isRefused(_ bytes: [UInt8]) -> Bool {
      do {
        _ = try JournalCheckpoint(String(decoding: bytes, as: UTF8.self))
        read += 1
        return false
      } catch { return error is Refusal }
    }
    for index in whole.indices {
      var (changed, shorter, longer) = (whole, whole, whole)
      changed[index] ^= 1
      shorter.remove(at: index)
      longer.insert(UInt8(ascii: "a"), at: index)
      #expect(isRefused(changed) && isRefused(shorter) && isRefused(longer), "byte \(index)")
    }
    for length in whole.indices { #expect(isRefused(Array(whole[..<length]))) }
    #expect(isRefused(whole + whole))
    #expect(!isRefused(whole) && read == 1, "negative control")
  }

  @Test("Heads that somebody signed anew with another key show that key")
  func otherKey() throws {
    let checkpoint = try checkpoint()
    let forged = try JournalCheckpoint(
      at: checkpoint.at, heads: checkpoint.heads, signedWith: CheckpointKey())
    #expect(try JournalCheckpoint(forged.text).publicKey != checkpoint.publicKey)
    // The old signature does not fit the new key.
    let mixed = forged.text.replacing(hexadecimal(forged.signature), with: hexadecimal(checkpoint.signature))
    #expect(throws: Refusal.self) { try JournalCheckpoint(mixed) }
  }
}
