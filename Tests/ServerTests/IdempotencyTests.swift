import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Idempotency keys")
struct IdempotencyTests {
  @Test(
    "A request that is sent again with its key is answered with the same bytes, but for a token, and acts once",
    arguments: Route.all)
  func replay(route: Route) async throws {
    try await withHouse { house in
      try await house.prepareForEverything()
      let first = try await house.post(route.path, json: route.valid, key: "once", as: "dov")
      #expect((200..<300).contains(first.status), "\(first.text)")
      #expect(first.header("Idempotency-Replayed") == nil)
      let rows = try await house.rows()
      for _ in 1...3 {
        let again = try await house.post(route.path, json: route.valid, key: "once", as: "dov")
        let told = first.text.replacing(/"\/invitations\/[^"]+"/, with: "null")
        #expect(again.status == first.status && again.text == told)
        #expect(again.header("Idempotency-Replayed") == "true")
      }
      let other = try await house.post(route.path, json: route.valid + " ", key: "once", as: "dov")
      #expect([400, 422].contains(other.problem?.status ?? 0), "\(other.text)")
      let elsewhere = try await house.post(
        "/v1/matters", json: #"{"slug":"z","title":"t","kind":"deal"}"#, key: "once", as: "dov")
      #expect([400, 422].contains(elsewhere.problem?.status ?? 0))
      #expect(try await house.rows() == rows)
    }
  }

  @Test("A filing that is sent again with its key is filed once; other metadata is another request")
  func filing() async throws {
    try await withHouse { house in
      func file(_ path: String, _ bytes: [UInt8] = story().bytes) async throws -> Reply {
        try await house.post(path, body: bytes, type: "text/plain", key: "f")
      }
      let first = try await file("/v1/drafts?slug=harbour")
      #expect(first.status == 201)
      let rows = try await house.rows()
      let again = try await file("/v1/drafts?slug=harbour")
      #expect(again.body == first.body && again.status == 201)
      for (path, bytes) in [
        ("/v1/drafts?slug=harbour2", story().bytes), ("/v1/drafts?slug=harbour&headline=x", story().bytes),
        ("/v1/drafts?slug=harbour", story().bytes + [0x0A]), ("/v1/drafts/harbour/revisions", story().bytes),
      ] {
        let other = try await file(path, bytes)
        #expect([400, 422].contains(other.problem?.status ?? 0), "\(path)")
      }
      #expect(try await house.rows() == rows)
    }
  }

  @Test("Sixteen at once with one key are one act and sixteen equal answers")
  func sixteen() async throws {
    try await withHouse { house in
      try await house.file(story())
      let body = #"{"keyPoints":["K1"],"read":"fact","verdict":"approve","revision":1}"#
      let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
        for _ in 1...16 {
          group.addTask {
            try await house.post("/v1/drafts/harbour/sign-offs", json: body, key: "same", as: "ben")
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(replies.allSatisfy { $0.status == 201 })
      #expect(Set(replies.map(\.text)).count == 1)
      #expect(replies.count { $0.header("Idempotency-Replayed") == "true" } == 15)
      #expect(try await house.rows()["sign_offs"] == 1)
      // The negative control: sixteen keys are sixteen acts.
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...16 {
          group.addTask {
            _ = try await house.post("/v1/drafts/harbour/sign-offs", json: body, key: "k\(number)", as: "ben")
          }
        }
        try await group.waitForAll()
      }
      #expect(try await house.rows()["sign_offs"] == 17)
    }
  }

  @Test("A key is its member's own")
  func perMember() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign(by: "ben", key: "k")
      let second = try await house.sign(by: "flo", key: "k")
      #expect(second.receipt?.signOffs.allSatisfy { $0.signOff.member == "flo" } == true)
      #expect(try await house.rows()["sign_offs"] == 6)
      // One member's key does not lead to another's answer.
      let body = #"{"keyPoints":["K1"],"read":"fact","verdict":"approve","revision":1}"#
      _ = try await house.post("/v1/drafts/harbour/sign-offs", json: body, key: "own", as: "ben")
      let refused = try await house.post("/v1/drafts/harbour/sign-offs", json: body, key: "own", as: "eve")
      #expect(refused.problem?.status == 403)
    }
  }

  @Test("A refused act leaves no key behind, and a key has 1 to 200 characters")
  func refused() async throws {
    try await withHouse { house in
      try await house.file(story())
      let refused = await refusal { try await house.sign(revision: 7, key: "later") }
      #expect(refused?.status == 412)
      try await house.sign(key: "later")
      let before = try await house.rows()
      for key in [String(repeating: "k", count: 201), "", String(repeating: "k", count: 8_000)] {
        let reply = try await house.post(
          "/v1/drafts/harbour/withdrawals", json: #"{"keyPoints":["K1"],"reason":"r"}"#, key: key, as: "ben")
        #expect(reply.problem?.status == 400, "\(key.count): \(reply.status)")
      }
      #expect(try await house.rows() == before)
      let longest = try await house.post(
        "/v1/drafts/harbour/withdrawals", json: #"{"keyPoints":["K1"],"reason":"r"}"#,
        key: String(repeating: "k", count: 200), as: "ben")
      #expect(longest.status == 201)
    }
  }

  @Test("Keys are kept for a week, and a run forgets the older ones")
  func aWeek() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign(key: "old")
      try await house.sign(key: "young")
      try await house.database.write { tx in
        try tx.run("update idempotency_keys set at = now() - interval '8 days' where key = 'old'")
        try tx.run("update idempotency_keys set at = now() - interval '6 days' where key = 'young'")
      }
      _ = try await house.night(nil)
      let keys = try await house.database.read { tx in
        try tx.all("select key from idempotency_keys where key in ('old', 'young')", as: String.self)
      }
      #expect(keys == ["young"])
    }
  }

  @Test(
    "An answer is not given again to a member who has lost a role since: that it was done is said, and no more"
  )
  func lostRole() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign(["K1"], by: "lea", .hold, read: .legal, reason: "privileged words")
      let body = #"{"keyPoints":["K2"],"read":"legal","verdict":"approve","revision":1}"#
      func send() async throws -> Reply {
        try await house.post("/v1/drafts/harbour/sign-offs", json: body, key: "k", as: "lea")
      }
      let first = try await send()
      #expect(first.status == 201 && first.text.contains("privileged words"))
      try await house.newsroom.addMember(
        "lea", name: nil, desk: "main", roles: [.reporter], by: .operator(user: "t"))
      // More roles than then take nothing away.
      #expect(try await send().body == first.body)
      _ = try await house.database.write { try $0.run("delete from desk_roles where role = 'legal'") }
      let rows = try await house.rows()
      let after = try await send()
      #expect(after.problem?.type == "/problems/done-before" && after.status == 409)
      #expect(!after.text.contains("privileged words") && after.problem?.detail.contains("was done") == true)
      #expect(try await house.rows() == rows)
    }
  }
}
