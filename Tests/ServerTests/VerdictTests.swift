import Client
import Editorial
import Store
import Testing
import TextAnalysis
import Wire

/// What a verdict can carry besides a name: a term, a condition, a thread, a source who must not be found.
@Suite("Verdicts")
struct VerdictTests {
  private func request(
    _ labels: [String], _ verdict: Verdict = .approve, read: Read = .fact, revision: Int = 1,
    _ change: (inout SignOffRequest) -> Void = { _ in }
  ) -> SignOffRequest {
    var request = SignOffRequest(
      keyPoints: labels, all: nil, read: read, verdict: verdict, basis: nil, comment: nil,
      reason: verdict == .approve ? nil : "why?", evidence: nil, revision: revision)
    change(&request)
    return request
  }

  @Test("An approval that depends on words ends with the revision that drops them, and says so")
  func condition() async throws {
    try await withHouse { house in
      try await house.file(story())
      let ben = try house.api("ben")
      let signed = try await ben.signOff(
        "harbour", request(["K1", "K2", "K3"]) { $0.stays = ["the harbour police said"] }, key: "1"
      ).value
      #expect(signed.draft.state == .ready)
      #expect(signed.draft.keyPoints[0].signOffs[0].stays == ["the harbour police said"])
      let kept = try await house.file(story { $0.body += " It rained." }, draft: "harbour").draft
      #expect(kept.state == .ready)
      let dropped = try await house.file(
        story { $0.body = $0.body.replacing("The harbour police said that the", with: "The") },
        draft: "harbour")
      #expect(dropped.draft.keyPoints.map(\.status) == [.open, .open, .open])
      #expect(
        dropped.draft.keyPoints[0].signOffs[0].because
          == "it was given if “the harbour police said” stays, and that is not in r3")
    }
  }

  @Test("No approval depends on words that are not there")
  func conditionAbsent() async throws {
    try await withHouse { house in
      try await house.file(story())
      let refused = await refusal {
        try await house.api("ben").signOff("harbour", request(["K1"]) { $0.stays = ["allegedly"] }, key: "1")
      }
      #expect(refused?.type == "/problems/condition")
      #expect(try await house.show().keyPoints[0].signOffs.isEmpty)
    }
  }

  @Test("An approval with a term counts to its last day, and the night writes down that it ran out")
  func term() async throws {
    try await withHouse { house in
      try await house.file(story())
      let today = try await house.today()
      let api = try house.api("ben")
      let signed = try await api.signOff(
        "harbour", request(["K1", "K2", "K3"]) { $0.until = today.description }, key: "1"
      ).value.draft
      #expect(signed.state == .ready)
      let over = await refusal {
        try await api.signOff(
          "harbour", request(["K1"]) { $0.until = today.adding(days: -1).description }, key: "2")
      }
      #expect(over?.type == "/problems/term")
      let tomorrow = today.adding(days: 1)
      #expect(try await house.newsroom.endTerms(on: today, actor: .system(part: "nightly")) == 0)
      #expect(try await house.newsroom.endTerms(on: tomorrow, actor: .system(part: "nightly")) == 3)
      #expect(try await house.newsroom.endTerms(on: tomorrow, actor: .system(part: "nightly")) == 0)
      let after = try await house.show()
      #expect(after.state == .inReview)
      #expect(after.keyPoints[0].signOffs[0].because == "it was given until \(inWords(today))")
      #expect(try await house.newsroom.verifyJournal().faults.isEmpty)
    }
  }

  @Test("A hold is lifted by its author or by a chief, the legal read's by nobody else")
  func lifting() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.api("ben").signOff("harbour", request(["K1"], .hold), key: "1")
      _ = try await house.api("lea").signOff("harbour", request(["K2"], .hold, read: .legal), key: "2")
      let flo = await refusal {
        try await house.api("flo").withdraw(
          "harbour", WithdrawalRequest(keyPoints: ["K1"], read: nil, reason: "no"), key: "3")
      }
      #expect(flo?.status == 404)
      let lifted = try await house.api("dov").withdraw(
        "harbour", WithdrawalRequest(keyPoints: ["K1"], read: nil, reason: "settled by phone"), key: "4"
      ).value
      #expect(lifted.draft.keyPoints[0].status == .open)
      let legal = await refusal {
        try await house.api("dov").withdraw(
          "harbour", WithdrawalRequest(keyPoints: ["K2"], read: nil, reason: "now"), key: "5")
      }
      #expect(legal?.status == 404)
      #expect(try await house.show().keyPoints[1].status == .held)
    }
  }

  @Test("A thread is for the desk, a privileged note for the legal read and its writer, in every place")
  func comments() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.api("ana").comment(
        "harbour",
        CommentRequest(keyPoint: "k2", words: "filed elsewhere", privileged: nil, contactDetails: nil),
        key: "1")
      _ = try await house.api("lea").comment(
        "harbour",
        CommentRequest(keyPoint: "K2", words: "settlement advice", privileged: true, contactDetails: nil),
        key: "2")
      #expect(
        try await house.show(as: "lea").keyPoints[1].comments.map(\.words) == [
          "filed elsewhere", "settlement advice",
        ])
      #expect(try await house.show(as: "dov").keyPoints[1].comments.map(\.words) == ["filed elsewhere"])
      let log = try await house.api("ana").log(of: "harbour").value.entries.map(\.says)
      #expect(log.contains("lea wrote a privileged note on K2."))
      #expect(!log.contains { $0.contains("settlement") })
      _ = try await house.api("ben").signOff("harbour", request(["K2"], .query), key: "q")
      _ = try await house.api("lea").comment(
        "harbour",
        CommentRequest(keyPoint: "K2", words: "more advice", privileged: true, contactDetails: nil), key: "r")
      let queue = try await house.api("ben").queue().value.waiting.map(\.why).joined()
      #expect(!queue.contains("advice"))
      let refused = await refusal {
        try await house.api("ben").comment(
          "harbour", CommentRequest(keyPoint: "K2", words: "mine", privileged: true, contactDetails: nil),
          key: "3")
      }
      #expect(refused?.status == 403)
    }
  }

  @Test(
    "Contact details are stored only by somebody who says that they are meant",
    arguments: [
      "nurse, Jane, 07700 900123, met at her flat", "ask jane.doe@ward.example", "+44 20 7946 0018 ext",
    ])
  func contactDetails(words: String) async throws {
    try await withHouse { house in
      try await house.file(story())
      let ben = try house.api("ben")
      let before = try await house.rows()
      for change in [
        { (request: inout SignOffRequest) in request.comment = words },
        { (request: inout SignOffRequest) in request.notes = [words] },
        { (request: inout SignOffRequest) in
          request.source = SourceJSON(
            seenBy: ["ben"], on: "2024-07-12", kind: words, independent: 1, keptWhere: "the safe")
        },
      ] {
        let refused = await refusal {
          try await ben.signOff("harbour", request(["K1"], .approve, change), key: "1")
        }
        #expect(refused?.type == "/problems/contact-details")
      }
      let comment = await refusal {
        try await ben.comment(
          "harbour", CommentRequest(keyPoint: "K1", words: words, privileged: nil, contactDetails: nil),
          key: "2")
      }
      #expect(comment?.type == "/problems/contact-details")
      #expect(try await house.rows() == before)
      _ = try await ben.comment(
        "harbour", CommentRequest(keyPoint: "K1", words: words, privileged: nil, contactDetails: true),
        key: "3")
    }
  }

  @Test("A source who must not be found is told by a form, to the signer, the legal read and the chief alone")
  func source() async throws {
    try await withHouse { house in
      try await house.file(story())
      let form = SourceJSON(
        seenBy: ["ben", "dov"], on: "2024-07-12", kind: "two nurses of the ward", independent: 2,
        keptWhere: "safe of the desk")
      let signed = try await house.api("ben").signOff(
        "harbour", request(["K1"]) { $0.source = form }, key: "1"
      ).value.draft
      #expect(signed.keyPoints[0].signOffs[0].source == form)
      for (reader, sees) in [("ben", true), ("dov", true), ("lea", true), ("ana", false), ("flo", false)] {
        let shown = try await house.show(as: reader).keyPoints[0].signOffs[0]
        #expect(shown.hasSource)
        #expect((shown.source != nil) == sees, "\(reader)")
      }
      let log = try await house.api("ana").log(of: "harbour").value.entries.map(\.says).joined()
      #expect(!log.contains("nurse") && !log.contains("safe"))
      let stranger = await refusal {
        try await house.api("ben").signOff(
          "harbour",
          request(["K2"]) {
            $0.source = SourceJSON(
              seenBy: ["nobody"], on: "2024-07-12", kind: "a clerk", independent: 1, keptWhere: "safe")
          }, key: "2")
      }
      #expect(stranger?.status == 404)
    }
  }

  @Test("A file that is brought once is evidence by its digest, and comes back byte for byte, as a download")
  func files() async throws {
    try await withHouse { house in
      try await house.file(story())
      let content: [UInt8] = [0, 255, 60, 115, 62]
      let ben = try house.api("ben")
      let digest = hexadecimal(sha256(content))
      let unknown = await refusal {
        try await ben.signOff(
          "harbour", request(["K1"]) { $0.files = [.init(digest: digest, name: "scan.pdf")] }, key: "1")
      }
      #expect(unknown?.status == 404)
      _ = try await ben.bringEvidence("harbour", name: "scan.pdf", content: content, key: "2")
      _ = try await ben.bringEvidence("harbour", name: "scan.pdf", content: content, key: "3")
      let signed = try await ben.signOff(
        "harbour",
        request(["K1"]) {
          $0.files = [.init(digest: digest, name: "scan.pdf")]
          $0.notes = ["read back to the clerk"]
        }, key: "4"
      ).value.draft
      #expect(
        signed.keyPoints[0].signOffs[0].evidence == [
          "note: read back to the clerk", "file: scan.pdf sha256:\(digest)",
        ])
      let reply = try await house.get("/v1/drafts/harbour/evidence/\(digest)", as: "ana")
      #expect(reply.status == 200)
      #expect(reply.header("content-disposition") == "attachment")
      #expect(reply.header("x-content-type-options") == "nosniff")
      #expect(try await house.get("/v1/drafts/harbour/evidence/00", as: "ana").status == 404)
    }
  }

  @Test("A term, a condition or a source goes with an approval alone", arguments: [Verdict.query, .hold])
  func onlyApprovals(verdict: Verdict) async throws {
    try await withHouse { house in
      try await house.file(story())
      for change in [
        { (request: inout SignOffRequest) in request.until = "2999-01-01" },
        { (request: inout SignOffRequest) in request.stays = ["pump"] },
      ] {
        let refused = await refusal {
          try await house.api("ben").signOff("harbour", request(["K1"], verdict, change), key: "1")
        }
        #expect(refused?.type == "/problems/approval")
      }
    }
  }
}
