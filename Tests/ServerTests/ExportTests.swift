import Client
import Editorial
import FoundationEssentials
import Store
import Testing
import Wire

@Suite("Taking a story out for lawyers")
struct ExportTests {
  private func withStory(_ body: (House) async throws -> Void) async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      _ = try await house.api("lea").signOff(
        "harbour",
        SignOffRequest(
          keyPoints: ["K2"], all: nil, read: .legal, verdict: .hold, basis: nil, comment: "aside-secret",
          reason: "hold-secret", evidence: ["https://secret.example/file"], revision: 1), key: "lea")
      _ = try await house.api("lea").withdraw(
        "harbour", WithdrawalRequest(keyPoints: ["K2"], read: .legal, reason: "lifted-secret"), key: "lea2")
      try await house.sign(["K1"], by: "dov", .query, reason: "who counted?")
      try await house.file(story { $0.body += " It rained." }, draft: "harbour")
      try await body(house)
    }
  }

  private struct Export: Decodable {
    struct SignOff: Decodable {
      let read: String
      let withheld: Bool
      let reason: String?
    }
    struct Entry: Decodable {
      let seq: Int
      let act: String
      let withheld: Bool
      let payload: String?
    }
    struct Revision: Decodable { let text: String }
    let draft: String
    let withheld: [String]
    let signOffs: [SignOff]
    let journal: [Entry]
    let revisions: [Revision]
  }

  private func read(_ export: StoryExport) throws -> Export {
    try JSONDecoder().decode(Export.self, from: Data(export.json.utf8))
  }

  @Test("For disclosure nothing privileged is in it, and the list says what is not")
  func disclosure() async throws {
    try await withStory { house in
      let export = try await house.newsroom.export("harbour", for: .disclosure, by: .operator(user: "ops"))
      #expect(!export.json.contains("secret"))
      let read = try read(export)
      #expect(read.signOffs.map(\.withheld) == read.signOffs.map { $0.read == "legal" })
      #expect(read.withheld == export.withheld)
      let hold = export.withheld.filter {
        $0.contains("hold of the legal read by lea") && $0.contains("on K2")
      }
      #expect(hold.count == 1)
      #expect(read.withheld.count == 1 + read.journal.filter(\.withheld).count)
      #expect(read.signOffs.contains { $0.reason == "who counted?" })
    }
  }

  @Test("For counsel everything is in it, with the files and the journal")
  func counsel() async throws {
    try await withStory { house in
      let export = try await house.newsroom.export("harbour", for: .counsel, by: .operator(user: "ops"))
      for words in ["hold-secret", "aside-secret", "lifted-secret", "https://secret.example/file"] {
        #expect(export.json.contains(words), "\(words)")
      }
      let read = try read(export)
      #expect(read.draft == "harbour" && read.withheld == [])
      #expect(read.revisions.map(\.text).first == story().text)
      #expect(export.files.map(\.name) == ["r1.txt", "r2.txt"])
      #expect(export.files.first?.bytes == story().bytes)
      #expect(read.journal.map(\.act) == ["file", "approve", "hold", "withdraw", "query", "revise"])
      #expect(read.journal.allSatisfy { $0.payload != nil })
      let log = try await house.api("ana").log(of: "harbour").value.entries
      #expect(log.last?.act == "export" && log.last?.says == "The story was taken out for counsel.")
      #expect(JournalReceipt(export.receipt)?.seq == 7)
    }
  }

  @Test("A draft that is not there is not taken out")
  func missing() async throws {
    try await withHouse { house in
      await #expect(throws: Refusal.self) {
        try await house.newsroom.export("harbour", for: .counsel, by: .operator(user: "ops"))
      }
    }
  }
}
