import Client
import Editorial
import Nightly
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Answering follow-ups")
struct FollowUpTests {
  /// `S` source, `D` next date, `N` note, `R` revision.
  @Test(
    "What each outcome needs",
    arguments: [
      (FollowUpOutcome.stands, "SD"), (.updated, "R"), (.overtaken, "SN"), (.wrong, "N"), (.unresolved, "ND"),
      (.unresolved, "SD"), (.leftAsDated, "N"),
    ])
  func needs(outcome: FollowUpOutcome, needs: String) async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.file(story { $0.body = "The fine was lifted." }, draft: "harbour")
      try await house.file(story(), draft: "harbour")
      try await house.file(story { $0.body = "The fine was lifted." }, draft: "harbour")
      // The claim stands where it was filed first; the revision after next says it no more.
      try await house.file(story(), .init(slug: "asked", published: "2024-07-13"))
      _ = try await house.night("2026-11-22")
      try await house.file(story { $0.body = "The fine was lifted." }.bytes, draft: "asked")
      let next = try await house.today().adding(days: 30).description
      func closure(_ given: some Sequence<Character>) -> ClosureRequest {
        let given = Set(given)
        return ClosureRequest(
          outcome: outcome, source: given.contains("S") ? "https://court.example/1" : nil, asOf: nil,
          next: given.contains("D") ? next : nil, note: given.contains("N") ? "the court said so" : nil,
          revision: given.contains("R") ? 2 : nil)
      }
      let label = try #require(
        try await house.api("ana").followUps().value.followUps.first { $0.claims.first?.draft == "asked" }?
          .label)
      let before = try await house.rows()
      for missing in needs where !(outcome == .unresolved && missing == "S") {
        let refused = await refusal {
          try await house.close(label, closure(needs.filter { $0 != missing }), by: "ben")
        }
        #expect(refused?.status == 400, "without \(missing)")
        #expect(refused?.exitCode == 64)
      }
      #expect(try await house.rows() == before)
      let closed = try await house.close(label, closure(needs), by: "ben")
      #expect(closed.status == "closed" && closed.outcome == outcome && closed.closedBy == "ben")
      #expect(closed.asOf == (try await house.today().description))
      let claim = try #require(closed.claims.first)
      let asksAgain = outcome == .stands || outcome == .unresolved
      if asksAgain { #expect(claim.due == next && claim.dueBecause.contains("ben")) }
      if !asksAgain { #expect(claim.status == .retired) }
      let twice = await refusal { try await house.close(label, closure(needs), by: "ben") }
      #expect(twice?.status == 409)
      let night = try await house.night("2026-11-22")
      #expect(!night.stale.contains { $0.stale.claim.draft == "asked" })
      let listed = try await house.api("ana").followUps(status: "closed").value.followUps
      #expect(listed.map(\.label) == [label])
      let owed = try await house.database.read { tx in
        try tx.first("select count(*) from outbox where event = 'correction-owed'", as: Int.self)
      }
      #expect(owed == (outcome == .wrong ? 1 : 0))
    }
  }

  @Test(
    "A closure whose dates or revision cannot be is refused",
    arguments: [
      (#""outcome":"stands","source":"s","next":"2020-01-01""#, 400),
      (#""outcome":"stands","source":"s","next":"2020-02-30""#, 422),
      (#""outcome":"stands","source":" ","next":"2999-01-01""#, 400),
      (#""outcome":"stands","source":"s","next":"2999-01-01","asOf":"2998-01-01""#, 400),
      (#""outcome":"updated","revision":99999999999"#, 404), (#""outcome":"updated","revision":-1"#, 409),
      (#""outcome":"updated","revision":9223372036854775808"#, 422),
      (#""outcome":"updated","revision":7"#, 409),
      (#""outcome":"updated","revision":2147483648"#, 404),
      (#""outcome":"updated","revision":-99999999999"#, 404), (#""outcome":"moved""#, 422),
      (#""note":"x""#, 422),
    ])
  func badClosures(fields: String, status: Int) async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.night("2026-11-22")
      let before = try await house.rows()
      let reply = try await house.post("/v1/follow-ups/F1/closure", json: "{\(fields)}")
      #expect(reply.problem?.status == status, "\(reply.status) \(reply.text)")
      #expect(try await house.rows() == before)
      let open = try await house.api("ana").followUps().value.followUps
      #expect(open.map(\.status) == ["open"])
    }
  }

  @Test("Updated is refused while the words stand, in the named revision or in a later one")
  func wordsStand() async throws {
    try await withHouse { house in
      try await house.file(story { $0.body = "The fine was lifted." })
      try await house.file(story(), draft: "harbour")
      _ = try await house.night("2026-11-22")
      func update(_ revision: Int) -> ClosureRequest {
        .init(outcome: .updated, source: nil, asOf: nil, next: nil, note: nil, revision: revision)
      }
      for revision in [2, 1] {
        let refused = await refusal { try await house.close("F1", update(revision)) }
        #expect(refused?.status == 409, "r\(revision)")
      }
      try await house.file(story { $0.body = "The fine was lifted again." }, draft: "harbour")
      for revision in [0, 4, -1] {
        let missing = await refusal { try await house.close("F1", update(revision)) }
        #expect(missing?.status == 404, "r\(revision)")
      }
      #expect(try await house.close("f1", update(3)).outcome == .updated)
    }
  }

  @Test("Only members of the story's desk answer")
  func desks() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.night("2026-11-22")
      let closure = ClosureRequest(
        outcome: .leftAsDated, source: nil, asOf: nil, next: nil, note: "it says May", revision: nil)
      // What rests on nothing but a note is for those who settle; a reporter brings a source.
      for handle in ["eve", "ana"] {
        let refused = await refusal { try await house.close("F1", closure, by: handle) }
        #expect(refused?.status == 403)
      }
      for (label, status) in [
        ("F2", 404), ("F0", 400), ("F", 400), ("1", 400), ("C1", 400), ("F99999999999999999999", 400),
        ("F2147483648", 400), ("F-1", 400), ("%00", 404), ("F1%00", 404), ("F%2B1", 400),
      ] {
        let reply = try await house.post(
          "/v1/follow-ups/\(label)/closure", json: #"{"outcome":"wrong","note":"n"}"#)
        #expect(reply.problem?.status == status, "\(label): \(reply.status) \(reply.text)")
      }
      #expect(try await house.close("F1", closure, by: "sam").closedBy == "sam")
    }
  }

  @Test("An answer with a next date is asked again on that day and climbs no earlier")
  func asksAgain() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.night("2026-11-22")
      let next = try await house.today().adding(days: 10)
      try await house.close(
        "F1",
        .init(
          outcome: .stands, source: "https://court.example/1", asOf: nil, next: next.description, note: nil,
          revision: nil))
      // A later dateline or publication does not move the date that a person gave.
      let moved = try await house.file(story(), draft: "harbour", .init(published: "2024-08-13")).draft
      #expect(moved.claims.map(\.due) == [next.description])
      let dry = try await house.newsroom.runNight(asOf: next, dryRun: true, actor: .operator(user: "t"))
      #expect(dry.stale.map(\.stale.claim.label) == ["C1"])
      let eve = try await house.newsroom.runNight(
        asOf: next.adding(days: -1), dryRun: true, actor: .operator(user: "t"))
      #expect(eve.stale.isEmpty)
    }
  }
}

extension House {
  @discardableResult
  func close(_ label: String, _ closure: ClosureRequest, by handle: String = "ana") async throws
    -> FollowUpJSON
  {
    try await api(handle).closeFollowUp(label, closure, key: StetAPI.freshKey()).value.followUp
  }
}
