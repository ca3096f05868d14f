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

  private func withPolicy(_ more: String, _ body: (House) async throws -> Void) async throws {
    try await withHouse { house in
      let yaml = Policy.defaultYAML + "\n" + more + "\n"
      _ = try await house.newsroom.setPolicy(yaml, of: "main", by: .operator(user: "t"))
      try await body(house)
    }
  }

  private struct Export: Decodable {
    struct SignOff: Decodable {
      let read: String
      let reason: String?
    }
    struct Entry: Decodable {
      let seq: Int
      let act: String?
      let actor: String?
      let payloadDigest: String?
      let withheld: Bool
      let payload: String?

      enum CodingKeys: String, CodingKey {
        case seq, act, actor, withheld, payload
        case payloadDigest = "payload_digest"
      }
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
      #expect(read.signOffs.map(\.read).contains("fact") && !read.signOffs.map(\.read).contains("legal"))
      #expect(read.withheld == export.withheld)
      #expect(export.withheld.filter { $0 == "the legal read of K2 by lea: all of it" }.count == 1)
      #expect(read.withheld.count == 1 + read.journal.filter(\.withheld).count)
      #expect(read.signOffs.contains { $0.reason == "who counted?" })
    }
  }

  @Test(
    "Whether the legal read cleared, held or queried is not to be seen in what is disclosed, nor guessed from it"
  )
  func noVerdict() async throws {
    try await withPolicy("againstLegal: 2") { house in
      try await house.newsroom.addMember(
        "flo", name: nil, desk: "main", roles: [.editor], by: .operator(user: "t"))
      for slug in ["held", "queried", "cleared"] {
        try await house.file(story(), .init(slug: slug, published: "2024-07-13"))
        try await house.sign(of: slug)
      }
      for (slug, verdict) in [("held", Verdict.hold), ("queried", .query)] {
        try await house.sign(["K1"], of: slug, by: "lea", verdict, read: .legal, reason: "canary")
        for handle in ["dov", "flo"] {
          _ = try await house.api(handle).agreeAgainstLegal(slug, key: handle + slug)
        }
        try await house.publish(slug)
      }
      try await house.sign(["K1"], of: "cleared", by: "lea", read: .legal)
      for slug in ["held", "queried", "cleared"] {
        let export = try await house.newsroom.export(slug, for: .disclosure, by: .operator(user: "ops"))
        let told = export.json.replacing(slug, with: "")
        for word in ["canary", "hold", "held by", "quer", "agree-", "agrees", "against"] {
          #expect(!told.contains(word), "\(slug): \(word)")
        }
        #expect(export.withheld.first == "the legal read of K1 by lea: all of it")
        // With the payload's digest the act could be tried against the hash.
        for entry in try read(export).journal where entry.withheld {
          #expect(
            entry.act == nil && entry.actor == nil && entry.payloadDigest == nil && entry.payload == nil)
        }
        let counsel = try await house.newsroom.export(slug, for: .counsel, by: .operator(user: "ops"))
        // What is looked for above is there to be found.
        #expect(counsel.json.contains("canary") == (slug != "cleared"))
        #expect(counsel.json.contains("agree-against-legal") == (slug != "cleared"))
      }
    }
  }

  @Test("What was overridden, why, and what its review says is for counsel")
  func override() async throws {
    try await withHouse { house in
      try await house.file(
        story { $0.front = "tags: [court]\nwire: Quayside News" },
        .init(slug: "harbour", published: "2024-07-13"))
      try await house.sign(["K1"], by: "lea", .hold, read: .legal, reason: "canary")
      try await house.publish(override: true, reason: "canary of dov")
      _ = try await house.newsroom.addMember(
        "flo", name: nil, desk: "main", roles: [.chief], by: .operator(user: "t"))
      _ = try await house.api("flo").reviewOverride(
        "harbour", ReviewRequest(upheld: false, note: "canary of flo"), key: "1")
      let disclosed = try await house.newsroom.export("harbour", for: .disclosure, by: .operator(user: "ops"))
      #expect(!disclosed.json.contains("canary"))
      #expect(!disclosed.json.contains("held by"))
      #expect(disclosed.withheld.contains { $0.contains("an override") })
      let counsel = try await house.newsroom.export("harbour", for: .counsel, by: .operator(user: "ops")).json
      for words in ["canary of dov", "canary of flo", "\"Quayside News\"", "[\"court\"]"] {
        #expect(counsel.contains(words), "\(words)")
      }
    }
  }

  @Test("Waivers, replies and reads that are owed are in it for both")
  func judgedBy() async throws {
    try await withPolicy("coverage: true\nreply: {hours: 24}") { house in
      let lied = "Two former teachers said Peter Quill had altered the records."
      try await house.file(story { $0.body = "Peter Quill is the head of the school. \(lied)" })
      let ana = try house.api("ana")
      _ = try await house.api("dov").waive(
        "harbour", WaiverRequest(sentence: lied, reason: "waived by canary"), key: "1")
      _ = try await ana.recordReply(
        "harbour",
        ReplyRequest(
          person: "Peter Quill", asked: "2024-07-13T17:31:00Z", how: "a letter by canary",
          until: "2024-07-14T17:40:00Z"), key: "2")
      for purpose in ExportPurpose.allCases {
        let json = try await house.newsroom.export("harbour", for: purpose, by: .operator(user: "ops")).json
        #expect(json.contains("waived by canary") && json.contains("a letter by canary"))
        #expect(json.contains("\"owedReads\":[]"))
      }
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
