import Client
import Editorial
import Nightly
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Claims")
struct ClaimTests {
  @Test(
    "A claim is added by a quote that occurs once, with a date or a matter, and known sentences are refused")
  func adding() async throws {
    try await withHouse { house in
      try await house.file(story())
      let before = try await house.rows()
      for (body, status) in [
        (#"{"quote":"Nobody was hurt","kind":"rumour"}"#, 422),
        (#"{"quote":"nobody was here","kind":"role"}"#, 422),
        (#"{"quote":"the","kind":"role"}"#, 422), (#"{"quote":"","kind":"role"}"#, 422),
        (#"{"quote":"Nobody was hurt","kind":"role","expected":"2024-13"}"#, 422),
        (#"{"quote":"Nobody was hurt","kind":"role","expected":""}"#, 422),
        (#"{"quote":"Nobody was hurt","kind":"role","matter":"nope"}"#, 404),
        (#"{"quote":"Nobody was hurt"}"#, 422),
        (#"{"quote":"plans to appeal","kind":"pending-legal"}"#, 409),
      ] {
        let reply = try await house.post("/v1/drafts/harbour/claims", json: body)
        #expect(reply.problem?.status == status, "\(body): \(reply.status) \(reply.text)")
      }
      #expect(try await house.rows() == before)
      let claim = try await house.add("Nobody was hurt", expected: "2024-07-20/2024-07-31")
      #expect(claim.label == "C2" && claim.origin == .person && claim.due == "2024-08-01")
      #expect(claim.expected == "2024-07-20/2024-07-31" && claim.status == .due)
      #expect(story().bytes[claim.start, claim.end] == "Nobody was hurt")
    }
  }

  @Test("A claim that was added by hand is one claim when it is told twice, and gone when it is told no more")
  func toldTwice() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.add("Nobody was hurt")
      let twice = try await house.file(
        story { $0.body += " Nobody was hurt, the mayor repeated." }, draft: "harbour"
      ).draft
      let told = try #require(twice.claims.first { $0.label == "C2" })
      #expect(told.status != .gone)
      #expect(told.revision == 2)
      #expect(twice.claims.count == 2)
      let untold = try await house.file(story { $0.body = "It burned." }, draft: "harbour").draft
      #expect(untold.claims.map(\.status) == [.gone, .gone])
      #expect(try await house.night("2026-11-22").stale.isEmpty)
      let back = try await house.file(story(), draft: "harbour").draft
      #expect(back.claims.map(\.status) == [.due, .due])
    }
  }

  @Test("A dismissal is for some roles, holds for the same words in later revisions, and is asked no more")
  func dismissal() async throws {
    try await withHouse { house in
      try await house.file(story())
      for handle in ["ana", "eve"] {
        let refused = await refusal {
          try await house.api(handle).dismissClaim("harbour:C1", reason: "no", key: StetAPI.freshKey())
        }
        #expect(refused?.status == 403)
      }
      let dismissed = try await house.api("ben").dismissClaim(
        "harbour:C1", reason: "a turn of phrase", key: "d")
      #expect(dismissed.value.claim.status == .dismissed)
      let twice = await refusal {
        try await house.api("ben").dismissClaim("harbour:C1", reason: "x", key: "e")
      }
      #expect(twice?.status == 409)
      #expect(try await house.night("2026-11-22").stale.isEmpty)
      let later = try await house.file(
        story { $0.body += " It rained." }, draft: "harbour", .init(published: "2024-08-01"))
      #expect(later.draft.claims.map(\.status) == [.dismissed])
      #expect(try await house.night("2026-11-22").stale.isEmpty)
      // Other words are another claim.
      let other = try await house.file(
        story { $0.body = $0.body.replacing("in May", with: "in June") }, draft: "harbour"
      ).draft
      #expect(other.claims.map(\.status) == [.dismissed, .due])
      let anchored = await refusal { try await house.anchor("harbour:C1", "2024-07-20") }
      #expect(anchored?.status == 409)
    }
  }

  @Test("A dismissal waits for the answer to a question that is open")
  func dismissalWaits() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.night("2026-11-22")
      let refused = await refusal { try await house.api("ben").dismissClaim("C1", reason: "no", key: "d") }
      #expect(refused?.status == 409)
      #expect(refused?.detail.contains("F1") == true)
    }
  }

  @Test("An anchor counts the period anew; later datelines and publication leave it")
  func anchor() async throws {
    try await withHouse { house in
      let filed = try await house.file(story()).draft
      // 30 days and three for the docket.
      #expect(filed.claims.map(\.due) == ["2024-08-15"])
      #expect(filed.claims[0].dueBecause.contains("dateline"))
      let redated = try await house.file(story(), draft: "harbour", .init(published: "2024-07-20")).draft
      #expect(redated.claims.map(\.due) == ["2024-08-22"])
      let anchored = try await house.anchor("harbour:C1", "2024-09-01")
      #expect(anchored.due == "2024-10-04")
      #expect(anchored.anchor?.on == "2024-09-01" && anchored.anchor?.source == "https://court.example/1")
      #expect(anchored.dueBecause.contains("order filed"))
      let after = try await house.file(story(), draft: "harbour", .init(published: "2024-07-01")).draft
      #expect(after.claims.map(\.due) == ["2024-10-04"])
      #expect(after.claims[0].asOf == "2024-07-01")
      try await house.sign(revision: 3)
      #expect(try await house.publish(on: "2024-07-02").draft.claims.map(\.due) == ["2024-10-04"])
      for body in [
        #"{"date":"2024-02-30","what":"a","source":"b"}"#, #"{"date":"2024-02-03","what":" ","source":"b"}"#,
        #"{"date":"2024-02-03","what":"a","source":""}"#, #"{"date":"2024-02-03"}"#,
      ] {
        let reply = try await house.post("/v1/claims/C1/anchor", json: body)
        #expect((400...422).contains(reply.problem?.status ?? 0), "\(body): \(reply.text)")
      }
    }
  }

  @Test("A publication counts the shelf life anew from its day; a date in the words stays")
  func publicationCounts() async throws {
    try await withHouse { house in
      try await house.file(story { $0.body += " A new pier is scheduled to open in 2025." })
      try await house.sign()
      let published = try await house.publish(on: "2024-07-20").draft
      #expect(published.claims.map(\.due) == ["2024-08-22", "2026-01-01"])
      #expect(published.claims.map(\.asOf) == ["2024-07-20", "2024-07-20"])
    }
  }

  @Test("What the live revision says is watched while the next one is in review")
  func watched() async throws {
    try await withHouse { house in
      try await house.file(story { $0.keyPoints = [] })
      try await house.publish(override: true, reason: "tonight")
      let second = try await house.file(
        story {
          $0.keyPoints = []
          $0.body = "The fine was lifted. The owner plans to sue the harbour police."
        }, draft: "harbour"
      ).draft
      #expect(second.state == .inReview && second.live?.revision == 1)
      #expect(second.claims.map(\.status) == [.live, .gone])
      #expect(second.claims[0].revision == 1)
      let due = try #require(second.claims[0].due)
      let later = try #require(CivilDate(due)).adding(days: 40)
      let stale = try await house.newsroom.runNight(asOf: later, dryRun: true, actor: .operator(user: "t"))
        .stale
      #expect(stale.map(\.stale.claim.label) == ["C1"])
      #expect(stale.map(\.stale.live?.revision) == [1])
      let published = try await house.publish(override: true, reason: "again", revision: 2).draft
      #expect(published.claims.map(\.status) == [.gone, .live])
    }
  }

  @Test(
    "A claim that is added while the next revision is in review is watched where the live one says it too")
  func addedInReview() async throws {
    try await withHouse { house in
      try await house.file(story { $0.keyPoints = [] })
      try await house.publish(override: true, reason: "tonight")
      try await house.file(story { $0.body += " It rained." }, draft: "harbour")
      let claim = try await house.add("Nobody was hurt", expected: "2024")
      #expect(claim.status == .due)
      #expect(try await house.night("2026-11-22").stale.contains { $0.stale.claim.label == claim.label })
    }
  }

  @Test("The list has what is live or due, those due first, unless another status is asked for")
  func list() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.add("Nobody was hurt", expected: "2030")
      try await house.add("It", expected: nil, refused: true)
      try await house.add("had been serviced in June. Divers", expected: "2024-07-20")
      _ = try await house.api("ben").dismissClaim("C1", reason: "no", key: "d")
      func labels(_ query: String) async throws -> [String] {
        try await house.get("/v1/claims\(query)").value(ClaimList.self).claims.map(\.label)
      }
      #expect(try await labels("") == ["C3", "C2"])
      #expect(try await labels("?status=all&draft=harbour") == ["C3", "C1", "C2"])
      #expect(try await labels("?status=due") == ["C3"])
      #expect(try await labels("?status=live") == ["C2"])
      #expect(try await labels("?status=dismissed") == ["C1"])
      #expect(try await labels("?status=gone") == [])
      for (query, status) in [("status=odd", 400), ("draft=nope", 404), ("status=", 400)] {
        #expect(try await house.get("/v1/claims?\(query)").problem?.status == status)
      }
    }
  }
}

extension House {
  @discardableResult
  func add(
    _ quote: String, kind: ClaimKind = .ongoingState, expected: String? = nil
  ) async throws -> ClaimJSON {
    try await api("ana").addClaim(
      to: "harbour", ClaimRequest(quote: quote, kind: kind, expected: expected, matter: nil),
      key: StetAPI.freshKey()
    ).value.claim
  }

  func add(_ quote: String, expected: String?, refused: Bool) async throws {
    let problem = await refusal { try await add(quote, expected: expected) }
    #expect(problem?.status == 422)
  }

  func anchor(_ ref: String, _ day: String, by handle: String = "ben") async throws -> ClaimJSON {
    try await api(handle).anchorClaim(
      ref, AnchorRequest(date: day, what: "order filed", source: "https://court.example/1"),
      key: StetAPI.freshKey()
    ).value.claim
  }
}
