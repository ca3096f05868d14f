import Client
import Editorial
import Postgres
import Store
import Testing
import Wire

@Suite("Embargoes")
struct EmbargoTests {
  @Test("Under embargo nothing is published or planned before its end, and from then on it is planned")
  func holds() async throws {
    try await withHouse { house in
      let end = "\(try await house.dayAhead(3))T00:01"
      let filed = try await house.file(story { $0.front = "embargo: \(end)" }).draft
      #expect(filed.schedule?.embargo?.until.local == end && filed.schedule?.embargo?.by == "ana")
      try await house.sign()
      let at = try await house.instant(end)
      let early = await refusal { try await house.publish() }
      #expect(early?.status == 409 && early?.type == "/problems/embargo")
      #expect(
        early?.detail.contains("under embargo until") == true
          && early?.detail.contains("\(at.prefix(16))Z") == true)
      let before = "\(try await house.dayAhead(2))T23:59"
      #expect(await refusal { try await house.plan(at: before) }?.type == "/problems/embargo")
      try await house.plan(at: end)
      #expect(try await house.newsroom.release(asOf: at).map(\.isPublished) == [true])
    }
  }

  @Test("A chief publishes past an embargo with a reason, and owes a review by somebody else")
  func overridden() async throws {
    try await withHouse { house in
      try await house.newsroom.addMember(
        "flo", name: nil, desk: "main", roles: [.editor], by: .operator(user: "test"))
      try await house.file(story())
      try await house.sign()
      try await house.embargo(until: "\(try await house.dayAhead(3))T00:01")
      #expect(
        await refusal { try await house.publish(by: "flo", override: true, reason: "now") }?.status == 403)
      #expect(await refusal { try await house.publish(override: true, reason: " ") }?.status == 400)
      #expect(try await house.publish(override: true, reason: "it leaked").draft.state == .published)
      #expect(try await house.firstWaiting("flo")?.kind == .review)
      let says = try await house.api("ana").log(of: "harbour").value.entries.last?.says
      #expect(says?.contains("Overridden, because it leaked: the embargo until") == true)
    }
  }

  @Test(
    "A revision that says nothing keeps it, one that says the same changes nothing, one that says later moves it"
  )
  func revisions() async throws {
    try await withHouse { house in
      let (first, later, order) = (
        "\(try await house.dayAhead(3))T00:01", "\(try await house.dayAhead(4))T00:01",
        "\(try await house.dayAhead(6))T12:00"
      )
      func embargoAfter(_ front: String?, by handle: String = "ana") async throws -> (String?, [String]) {
        let answer = try await house.file(story { $0.front = front }, as: handle, draft: "harbour")
        return (answer.draft.schedule?.embargo?.until.local, answer.receipt?.notices ?? [])
      }
      try await house.file(story { $0.front = "embargo: \(first)" })
      #expect(try await embargoAfter(nil).0 == first)
      #expect(try await embargoAfter("embargo: \(later)").0 == later)
      // Ending it early by front matter is for whoever may publish.
      let refused = try await embargoAfter("embargo: \(first)")
      #expect(refused.0 == later && refused.1.joined().contains("names an earlier end"))
      #expect(try await embargoAfter("embargo: 2020-01-01T00:00").0 == later)
      #expect(try await embargoAfter("embargo: \(first)", by: "dov").0 == first)
      // An order stands while the file says what it said before.
      try await house.embargo(until: order)
      #expect(try await embargoAfter("embargo: \(first)").0 == order)
      try await house.embargo(until: nil, reason: "the ministry moved it")
      #expect(try await embargoAfter("embargo: \(first)").0 == nil)
      #expect(try await house.told("embargo-set").count == 4)
      #expect(try await house.told("embargo-lifted").count == 1)
    }
  }

  @Test("Front matter that names no instant, or one that does not exist, files nothing")
  func unreadable() async throws {
    try await withHouse { house in
      try await house.file(story())
      let before = try await house.rows()
      for (written, type) in [
        ("soon", "front-matter"), ("2026-11-24", "front-matter"), ("[2026-11-24T00:01]", "front-matter"),
        ("2027-03-14T02:30", "no-such-time"), ("2027-11-07T01:30", "time-twice"),
      ] {
        let refused = await refusal {
          try await house.file(story { $0.front = "embargo: \(written)" }, draft: "harbour")
        }
        #expect(refused?.status == 422 && refused?.type == "/problems/\(type)", "\(written)")
        #expect(refused?.detail.contains("Nothing was filed.") == true, "\(written)")
      }
      #expect(try await house.rows() == before)
    }
  }

  @Test("Who sets and lifts one, and what is refused")
  func refusals() async throws {
    try await withHouse { house in
      try await house.file(story())
      let end = "\(try await house.dayAhead(3))T00:01"
      for handle in ["ana", "ben", "lea", "eve"] {
        #expect(await refusal { try await house.embargo(until: end, by: handle) }?.status == 403, "\(handle)")
      }
      #expect(await refusal { try await house.embargo(until: nil, reason: "x") }?.status == 404)
      #expect(await refusal { try await house.embargo(until: "2020-01-01T00:00") }?.type == "/problems/past")
      #expect(await refusal { try await house.embargo(until: "soon") }?.status == 422)
      try await house.embargo(until: end)
      #expect(await refusal { try await house.embargo(until: nil, reason: " ") }?.type == "/problems/reason")
      let both = try await house.post(
        "/v1/drafts/harbour/embargoes", json: #"{"until":"\#(end)","lift":true}"#, as: "dov")
      #expect(both.problem?.status == 400)
      #expect(
        try await house.post("/v1/drafts/harbour/embargoes", json: "{}", as: "dov").problem?.status == 400)
    }
  }
}

@Suite("Times that the newsroom's clocks show")
struct MomentTests {
  @Test(
    "A local time is one instant, but for those that are skipped or come twice",
    arguments: [
      ("America/Denver", "2026-03-08T01:59", "2026-03-08T08:59"),
      ("America/Denver", "2026-03-08T02:00", "no-such-time"),
      ("America/Denver", "2026-03-08T02:59", "no-such-time"),
      ("America/Denver", "2026-03-08T03:00", "2026-03-08T09:00"),
      ("America/Denver", "2026-11-01T00:59", "2026-11-01T06:59"),
      ("America/Denver", "2026-11-01T01:00", "time-twice"),
      ("America/Denver", "2026-11-01T01:59", "time-twice"),
      ("America/Denver", "2026-11-01T02:00", "2026-11-01T09:00"),
      ("America/Denver", "2026-11-01T01:30-06:00", "2026-11-01T07:30"),
      ("America/Denver", "2026-03-08T02:30Z", "2026-03-08T02:30"),
      ("Australia/Lord_Howe", "2026-10-04T02:15", "no-such-time"),
      ("Australia/Lord_Howe", "2026-04-05T01:45", "time-twice"),
      ("Australia/Lord_Howe", "2026-04-05T01:29", "2026-04-04T14:29"),
      ("Pacific/Apia", "2011-12-30T12:00", "no-such-time"),
      ("Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00"),
      ("Africa/Cairo", "2026-04-24T00:30", "no-such-time"),
      ("Europe/London", "2026-10-25T01:30", "time-twice"),
      ("UTC", "2026-03-08T02:30", "2026-03-08T02:30"),
    ])
  func moments(zone: String, written: String, expected: String) async throws {
    try await withHouse { house in
      try await house.tamper("update newsroom set time_zone = \(zone)")
      let instant = try #require(WrittenInstant(written))
      do {
        let moment = try await house.newsroom.moment(instant)
        #expect(moment.at.prefix(16) == expected && moment.zone == zone)
      } catch let refusal as Refusal {
        #expect(refusal.code == expected)
      }
    }
  }

  @Test(
    "Every instant of two years is found again from what the clocks show",
    arguments: ["America/Denver", "Africa/Cairo"])
  func every(zone: String) async throws {
    try await withHouse { house in
      try await house.tamper("update newsroom set time_zone = \(zone)")
      let lost = try await house.database.read { tx in
        try tx.first(
          """
          select count(*) from generate_series('2026-01-01Z'::timestamptz, '2027-12-31Z', '30 minutes') i
          where not exists (select from newsroom_instants(i at time zone \(zone)) f where f = i)
          """, as: Int.self)
      }
      #expect(lost == 0)
    }
  }
}
