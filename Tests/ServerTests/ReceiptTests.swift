import Client
import Editorial
import FoundationEssentials
import Store
import Testing
import Wire

@Suite("Receipts of acts that are no sign-offs")
struct ReceiptTests {
  @Test(
    "Acts on claims, contradictions, follow-ups and matters are answered with their journal entry, which can be verified"
  )
  func receipts() async throws {
    try await withHouse { house in
      try await house.prepareForEverything()
      struct Answer: Decodable { let receipt: Receipt }
      var kept: [JournalReceipt] = []
      for (path, body, handle) in [
        ("drafts/harbour/claims", #"{"quote":"Nobody was hurt","kind":"role"}"#, "ana"),
        ("claims/harbour:C2/anchor", #"{"date":"2024-07-12","what":"filed","source":"court"}"#, "ana"),
        (
          "follow-ups/F1/closure",
          #"{"outcome":"unresolved","source":"the court's list","next":"2027-01-04"}"#, "dov"
        ),
        ("drafts/harbour/contradictions", #"{"quote":"Friday night","against":"Monday"}"#, "ana"),
        ("contradictions/harbour:X1/settlement", #"{"outcome":"fixed-here","note":"n"}"#, "dov"),
        ("matters", #"{"slug":"m","title":"t","kind":"release"}"#, "ana"),
        ("matters/m/links", #"{"places":["harbour:K1","out:K1"],"says":"announced"}"#, "ana"),
        ("matters/m/unlinks", #"{"places":["harbour:K1"]}"#, "ana"),
        ("matters/m/relations", #"{"relation":"part-of","matter":"other"}"#, "ana"),
        ("matters/m/moves", #"{"to":"announced","since":"2031","source":"s"}"#, "ana"),
        ("drafts/harbour/proposals/smith", #"{"about":true}"#, "ana"),
        ("matters/quay/merge", #"{"into":"m"}"#, "ana"),
      ] {
        let reply = try await house.post("/v1/" + path, json: body, as: handle)
        #expect(reply.status < 300, "\(path): \(reply.text)")
        guard reply.status < 300 else { continue }
        let journal = try reply.value(Answer.self).receipt.journal
        kept.append(try #require(JournalReceipt(journal ?? ""), "\(path)"))
      }
      #expect(try await house.newsroom.verifyJournal(against: kept).faults == [])
      // The same with one that is for another entry is not verified.
      let last = try #require(kept.last)
      let wrong = JournalReceipt(chain: last.chain, seq: last.seq, hash: sha256([1]))
      #expect(try await house.newsroom.verifyJournal(against: [wrong]).faults.count == 1)
    }
  }
}
