import Client
import Editorial
import Nightly
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Publishing")
struct PublishingTests {
  @Test(
    "A past day is recorded with both days, today is today, and a future day is refused",
    arguments: [-400, -1, 0, 1])
  func days(from today: Int) async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      let now = try await house.today()
      let day = now.adding(days: today)
      if today > 0 {
        let before = try await house.rows()
        let refused = await refusal { try await house.publish(on: day.description) }
        #expect(refused?.status == 400 && refused?.exitCode == 64)
        #expect(try await house.rows() == before)
        return
      }
      let published = try await house.publish(on: today == 0 ? nil : day.description).draft
      #expect(published.state == .published)
      #expect(published.live?.revision == 1 && published.live?.on == day.description)
      let entry = try #require(try await house.api("ana").log(of: "harbour").value.entries.last)
      #expect(entry.act == "publish" && entry.actor == "member:dov")
      #expect(entry.says.contains(inWords(day)))
      #expect(entry.says.contains("recorded on \(inWords(now))") == (today < 0))
    }
  }

  @Test("A revision is published once, and the next one beside it")
  func once() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.publish()
      let twice = await refusal { try await house.publish() }
      #expect(twice?.status == 409 && twice?.exitCode == 73)
      let second = try await house.file(story(), draft: "harbour").draft
      #expect(second.state == .ready && second.live?.revision == 1)
      #expect(try await house.publish(revision: 2).draft.live?.revision == 2)
      #expect(try await house.rows()["publications"] == 2)
    }
  }

  @Test("Who may publish and override", arguments: House.members.map(\.handle))
  func roles(handle: String) async throws {
    try await withHouse { house in
      try await house.file(story())
      let before = try await house.rows()
      let unready = await refusal { try await house.publish(by: handle) }
      #expect(unready?.status == (handle == "dov" ? 409 : 403))
      if handle == "dov" {
        let reasonless = await refusal { try await house.publish(by: handle, override: true, reason: " ") }
        #expect(reasonless?.status == 400)
      } else {
        let refused = await refusal { try await house.publish(by: handle, override: true, reason: "now") }
        #expect(refused?.status == 403)
      }
      #expect(try await house.rows() == before)
      if handle == "dov" {
        let published = try await house.publish(by: handle, override: true, reason: "it is out").draft
        #expect(published.state == .published)
        let entry = try #require(try await house.api("ana").log(of: "harbour").value.entries.last)
        #expect(entry.act == "publish-override" && entry.says.contains("it is out"))
        let overrides = try await house.database.read { tx in
          try tx.all("select reason from publications where overrides", as: String.self)
        }
        #expect(overrides == ["it is out"])
      }
    }
  }

  @Test("An editor who is not chief publishes what is ready, and overrides nothing")
  func editor() async throws {
    try await withHouse { house in
      try await house.newsroom.addMember(
        "ana", name: nil, desk: "main", roles: [.editor], by: .operator(user: "test"))
      try await house.file(story())
      let refused = await refusal { try await house.publish(by: "ana", override: true, reason: "now") }
      #expect(refused?.status == 403)
      try await house.sign()
      let needless = await refusal { try await house.publish(by: "ana", override: true, reason: "now") }
      #expect(needless?.status == 400)
      #expect(try await house.publish(by: "ana").draft.state == .published)
    }
  }

  @Test("What was never out is spiked, what readers saw is killed, and then nothing more is done to it")
  func endings() async throws {
    try await withHouse { house in
      func end(_ verb: String, _ slug: String, by handle: String = "dov", reason: String = "cold")
        async throws -> Reply
      {
        try await house.post("/v1/drafts/\(slug)/\(verb)", json: #"{"reason":"\#(reason)"}"#, as: handle)
      }
      try await house.file(story())
      try await house.file(story(), .init(slug: "out"))
      try await house.sign(of: "out")
      try await house.publish("out")
      let before = try await house.rows()
      for (verb, slug, handle, reason, status) in [
        ("kill", "harbour", "dov", "r", 409), ("spike", "out", "dov", "r", 409),
        ("spike", "harbour", "ben", "r", 403),
        ("spike", "harbour", "ana", "r", 403), ("kill", "out", "eve", "r", 403),
        ("spike", "harbour", "dov", " ", 400),
        ("spike", "nowhere", "dov", "r", 404),
      ] {
        let reply = try await end(verb, slug, by: handle, reason: reason)
        #expect(reply.problem?.status == status, "\(verb) \(slug) \(handle): \(reply.text)")
      }
      #expect(try await house.rows() == before)
      #expect(try await end("spike", "harbour").value(DraftAnswer.self).draft.state == .spiked)
      #expect(try await end("kill", "out").value(DraftAnswer.self).draft.state == .killed)
      for slug in ["harbour", "out"] {
        let draft = try await house.show(slug)
        #expect(draft.missing == [] && draft.ended?.reason == "cold" && draft.ended?.by == "dov")
        #expect(draft.claims.allSatisfy { $0.status == .gone })
        let acts: [() async throws -> Any] = [
          { try await house.file(story(), draft: slug) }, { try await house.sign(of: slug) },
          { try await house.publish(slug) },
          { try await house.api("dov").spike(slug, reason: "r", key: "a\(slug)") },
          { try await house.api("dov").kill(slug, reason: "r", key: "b\(slug)") },
        ]
        for act in acts {
          let refused = await refusal { try await act() }
          #expect(refused?.status == 409 && refused?.type == "/problems/ended")
        }
      }
      #expect(try await house.night("2026-11-22").stale.isEmpty)
    }
  }

  @Test("The list pages through every draft once, by state and desk, newest filing first")
  func list() async throws {
    try await withHouse { house in
      for number in 1...7 {
        try await house.file(story(), .init(slug: "d\(number)"))
        if number % 2 == 0 { try await house.sign(of: "d\(number)") }
      }
      try await house.publish("d6")
      try await house.file(story(), as: "eve", .init(slug: "s1", desk: "sport"))
      func pages(_ limit: Int, state: String? = nil, desk: String? = nil) async throws -> [String] {
        var slugs: [String] = []
        var after: String?
        repeat {
          let page = try await house.api("lea").drafts(state: state, desk: desk, limit: limit, after: after)
            .value
          #expect(page.drafts.count <= limit)
          slugs += page.drafts.map(\.slug)
          after = page.next
        } while after != nil
        return slugs
      }
      let all = ["s1", "d7", "d6", "d5", "d4", "d3", "d2", "d1"]
      for limit in [1, 2, 3, 7, 8, 9, 200] {
        #expect(try await pages(limit) == all, "by \(limit)")
        #expect(try await pages(limit, state: "ready") == ["d4", "d2"], "by \(limit)")
      }
      #expect(try await pages(2, state: "published") == ["d6"])
      #expect(try await pages(2, state: "in-review", desk: "main") == ["d7", "d5", "d3", "d1"])
      #expect(try await pages(2, state: "spiked") == [])
      #expect(try await pages(2, desk: "sport") == ["s1"])
      for query in ["limit=0", "limit=201", "limit=x", "limit=99999999999999999999", "after=x", "state=odd"] {
        #expect(try await house.get("/v1/drafts?\(query)").problem?.status == 400, "\(query)")
      }
      #expect(
        try await house.get("/v1/drafts?after=-9223372036854775808").value(DraftList.self).drafts.isEmpty)
    }
  }
}
