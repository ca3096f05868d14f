import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Planned publication")
struct PlanTests {
  private let ops = Actor.operator(user: "test")

  /// A story that is signed, planned by flo, an editor, for six in the morning in two days.
  private func withPlan(_ body: (House, _ at: String) async throws -> Void) async throws {
    try await withHouse { house in
      try await house.newsroom.addMember("flo", name: nil, desk: "main", roles: [.editor], by: ops)
      try await house.file(story())
      try await house.sign()
      let local = "\(try await house.dayAhead(2))T06:00"
      try await house.plan(at: local, by: "flo")
      try await body(house, try await house.instant(local))
    }
  }

  @Test("What is planned is shown and listed as scheduled, waits for nobody, and goes out at its time, once")
  func goesOut() async throws {
    try await withPlan { house, at in
      let planned = try await house.show()
      #expect(planned.state == .scheduled)
      let plan = try #require(planned.schedule?.plan)
      #expect(plan.moment.at == at && plan.by == "flo" && plan.revision == 1 && plan.why == [])
      #expect(plan.moment.local.hasSuffix("T06:00") && plan.moment.zone == "America/Denver")
      #expect(try await house.api("ana").drafts(state: "scheduled").value.drafts.map(\.slug) == ["harbour"])
      #expect(try await house.api("ana").drafts(state: "ready").value.drafts.isEmpty)
      #expect(try await house.firstWaiting("dov") == nil)

      let early = try await house.later(-1, than: at)
      #expect(try await house.newsroom.release(asOf: early).isEmpty)
      #expect(try await house.show().state == .scheduled)
      let released = try await house.newsroom.release(asOf: at)
      #expect(released.map(\.draft) == ["harbour"] && released.allSatisfy(\.isPublished))
      #expect(try await house.newsroom.release(asOf: at).isEmpty)

      let out = try await house.show()
      #expect(out.state == .published && out.schedule == nil)
      #expect(out.live?.on == (try await house.dayAhead(2)))
      #expect(try await house.outcomes() == ["published"])
      let entry = try #require(try await house.api("ana").log(of: "harbour").value.entries.last)
      #expect(entry.act == "publish" && entry.actor == "system:schedule")
      #expect(entry.says.contains("as flo had planned for") && !entry.says.contains("late"))
      let by = try await house.database.read { tx in
        try tx.first(
          "select m.handle from publications p join members m on m.id = p.by_member where not p.overrides",
          as: String.self)
      }
      #expect(by == "flo")
      #expect(try await house.told("published").count == 1)
    }
  }

  @Test(
    "After the service was down it goes out at once and says how late; after an hour a person decides",
    arguments: [(12, ", 12 minutes late", true), (60, ", 1 hour late", true), (61, "61 minutes late", false)])
  func late(minutes: Int, says: String, goesOut: Bool) async throws {
    try await withPlan { house, at in
      let released = try await house.newsroom.release(asOf: try await house.later(minutes, than: at))
      #expect(released.map(\.isPublished) == [goesOut])
      #expect(try await house.api("ana").log(of: "harbour").value.entries.last?.says.contains(says) == true)
      #expect(try await house.told("release-refused").map { $0.facts["reason"] } == (goesOut ? [] : ["late"]))
      #expect(try await house.firstWaiting("flo")?.kind == (goesOut ? nil : .release))
    }
  }

  @Test(
    "Signed until the 22nd, planned for the 23rd: told when it is planned, and at six it does not go out, loudly"
  )
  func overtaken() async throws {
    try await withHouse { house in
      try await house.newsroom.addMember("flo", name: nil, desk: "main", roles: [.editor], by: ops)
      try await house.file(story())
      var request = SignOffRequest(
        keyPoints: [], all: true, read: .fact, verdict: .approve, basis: nil, comment: nil, reason: nil,
        evidence: nil, revision: 1)
      request.until = try await house.dayAhead(1)
      _ = try await house.api("ben").signOff("harbour", request, key: "1")
      let local = "\(try await house.dayAhead(2))T06:00"
      let notices = try await house.plan(at: local, by: "flo").receipt?.notices ?? []
      #expect(notices.joined().contains("an approval runs out before then"))
      // Whoever planned it and the chief see it coming.
      #expect(try await house.firstWaiting("flo")?.kind == .release)
      #expect(try await house.firstWaiting("dov")?.kind == .release)

      let released = try await house.newsroom.release(asOf: try await house.instant(local))
      #expect(released.map(\.isPublished) == [false])
      #expect(try await house.show().live == nil)
      let told = try #require(try await house.told("release-refused").first)
      #expect(told.facts["who"] == "dov flo" && told.facts["labels"] == "K1 K2 K3")
      #expect(told.facts["draft"] == "harbour" && told.facts["reason"] == "not-ready")
      for handle in ["dov", "flo"] {
        let first = try #require(try await house.firstWaiting(handle))
        #expect(first.kind == .release && first.draft == "harbour")
        #expect(first.why.contains("it did not go out on") && first.why.contains("one fact approval"))
      }
      for handle in ["ana", "ben", "lea", "eve"] {
        let kinds = try await house.api(handle).queue().value.waiting.map(\.kind)
        #expect(!kinds.contains(.release), "\(handle)")
      }
      #expect(try await house.show().schedule?.refused?.by == "flo")
      // It is over: nothing goes out by itself later.
      #expect(try await house.newsroom.release(asOf: "2999-01-01T00:00:00Z").isEmpty)
      #expect(try await house.told("release-refused").count == 1)
    }
  }

  @Test(
    "A plan that came to nothing stands on top until it is published, planned anew or let be",
    arguments: 0..<4)
  func seenTo(way: Int) async throws {
    try await withPlan { house, at in
      _ = try await house.newsroom.release(asOf: try await house.later(90, than: at))
      #expect(try await house.firstWaiting("dov")?.kind == .release)
      #expect(try await house.show().state == .ready)
      switch way {
      case 0: try await house.publish()
      case 1: try await house.plan(at: "\(try await house.dayAhead(5))T06:00")
      case 2: _ = try await house.api("dov").unplan("harbour", key: "1")
      default: _ = try await house.api("dov").spike("harbour", reason: "cold", key: "1")
      }
      for handle in ["dov", "flo"] {
        let kinds = try await house.api(handle).queue().value.waiting.map(\.kind)
        #expect(!kinds.contains(.release), "\(handle)")
      }
      #expect(try await house.show().schedule?.refused == nil)
      #expect(try await house.outcomes() == ["refused"])
    }
  }

  @Test("What happens meanwhile keeps it from going out, each with its reason", arguments: 0..<6)
  func meanwhile(what: Int) async throws {
    try await withPlan { house, at in
      let reason: String
      switch what {
      case 0:
        try await house.sign(["K2"], by: "dov", .hold, reason: "wait")
        reason = "K2: held by dov"
      case 1:
        try await house.withdraw(["K1"])
        reason = "K1: one fact approval"
      case 2:
        try await house.sign(["K3"], by: "dov", .query)
        reason = "K3: dov's query is unanswered"
      case 3:
        try await house.embargo(until: "\(try await house.dayAhead(3))T00:01")
        reason = "is under embargo until"
      case 4:
        try await house.newsroom.removeMember("flo", by: ops)
        reason = "flo is no active member"
      default:
        try await house.database.write { tx in
          try tx.run(
            "delete from desk_roles where role = 'editor' and member_id = (select id from members where handle = 'flo')"
          )
        }
        reason = "flo has no such role"
      }
      #expect(try await house.newsroom.release(asOf: at).map(\.isPublished) == [false])
      #expect(try await house.show().live == nil)
      let first = try #require(try await house.firstWaiting("dov"))
      #expect(first.kind == .release && first.why.contains(reason), "\(first.why)")
      #expect(try await house.show().schedule?.refused?.why.joined().contains(reason) == true)
    }
  }

  @Test("What was withdrawn and is given again goes out: only the moment counts")
  func givenAgain() async throws {
    try await withPlan { house, at in
      try await house.withdraw(["K1"])
      #expect(try await house.show().state == .inReview)
      try await house.sign(["K1"])
      #expect(try await house.show().state == .scheduled)
      #expect(try await house.newsroom.release(asOf: at).map(\.isPublished) == [true])
    }
  }

  @Test(
    "A new revision ends the plan in its own transaction, and says so to its filer, the journal and others")
  func revised() async throws {
    try await withPlan { house, at in
      let filed = try await house.file(story(), draft: "harbour")
      #expect(filed.receipt?.notices.contains { $0.contains("The plan of flo for") } == true)
      #expect(filed.draft.state == .ready && filed.draft.schedule == nil)
      #expect(try await house.outcomes() == ["revised"])
      let told = try await house.told("plan-ended")
      #expect(told.map { $0.facts["planner"] } == ["flo"])
      #expect(
        try await house.api("ana").log(of: "harbour").value.entries.suffix(2).map(\.act) == [
          "plan-end", "revise",
        ])
      #expect(try await house.newsroom.release(asOf: at).isEmpty)
      #expect(try await house.show().live == nil)
    }
  }

  @Test("A refused revision leaves the plan as it was")
  func notRevised() async throws {
    try await withPlan { house, at in
      let refused = await refusal { try await house.file(story(), draft: "harbour", .init(desk: "sport")) }
      #expect(refused?.status == 409)
      #expect(try await house.outcomes() == [])
      let released = try await house.newsroom.release(asOf: at)
      #expect(released.map(\.isPublished) == [true])
    }
  }

  @Test("Planned anew the later plan counts; taken back, published or spiked, nothing goes out any more")
  func ends() async throws {
    try await withPlan { house, at in
      let other = "\(try await house.dayAhead(3))T07:30"
      #expect(try await house.plan(at: other).draft.schedule?.plan?.by == "dov")
      #expect(try await house.newsroom.release(asOf: at).isEmpty)
      let unplanned = try await house.api("dov").unplan("harbour", key: "1").value.draft
      #expect(unplanned.state == .ready && unplanned.schedule == nil)
      #expect(await refusal { try await house.api("dov").unplan("harbour", key: "2") }?.status == 404)
      try await house.plan(at: other)
      let published = try await house.publish()
      #expect(published.receipt?.notices.contains { $0.contains("The plan for") } == true)
      try await house.file(story(), draft: "harbour")
      try await house.plan(at: other)
      _ = try await house.api("dov").kill("harbour", reason: "wrong", key: "3")
      #expect(try await house.outcomes() == ["replaced", "taken-back", "published", "ended"])
      #expect(try await house.newsroom.release(asOf: "2999-01-01T00:00:00Z").isEmpty)
    }
  }

  @Test("What cannot be planned is refused, and nothing is written")
  func refusals() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.file(story(), .init(slug: "ready"))
      try await house.sign(of: "ready")
      let before = try await house.rows()
      let ahead = try await house.dayAhead(1)
      for (slug, at, handle, status, type) in [
        ("harbour", "\(ahead)T06:00", "dov", 409, "not-ready"),
        ("ready", "\(ahead)T06:00", "ana", 403, "role"),
        ("ready", "\(ahead)T06:00", "eve", 403, "role"), ("nowhere", "\(ahead)T06:00", "dov", 404, "draft"),
        ("ready", "2020-01-01T06:00", "dov", 400, "past"), ("ready", "2999-01-01T06:00Z", "dov", 400, "far"),
        ("ready", "\(ahead)", "dov", 422, "instant"), ("ready", "tomorrow", "dov", 422, "instant"),
        ("ready", "\(ahead)T25:00", "dov", 422, "instant"),
        ("ready", "2027-03-14T02:30", "dov", 422, "no-such-time"),
        ("ready", "2027-11-07T01:30", "dov", 422, "time-twice"),
        ("ready", "9999-12-31T23:59-14:00", "dov", 400, "past"),
      ] {
        let refused = await refusal { try await house.plan(slug, at: at, by: handle) }
        #expect(
          refused?.status == status && refused?.type == "/problems/\(type)",
          "\(at): \(String(describing: refused))")
      }
      let missing = await refusal { try await house.plan(at: "\(ahead)T06:00") }?.missing
      #expect(missing == (await refusal { try await house.publish() }?.missing))
      #expect(missing?.isEmpty == false)
      #expect(
        await refusal { try await house.plan("ready", at: "\(ahead)T06:00", revision: 2) }?.status == 412)
      #expect(try await house.rows() == before)
    }
  }

  @Test("Breaking news is planned with its reader, who owes the read from the moment on")
  func breaking() async throws {
    try await withHouse { house in
      _ = try await house.newsroom.setPolicy(
        Policy.defaultYAML + "\npublishThenRead: {read: fact, hours: 4, tags: [breaking]}\n", of: "main",
        by: ops)
      try await house.file(story { $0.front = "tags: [breaking]" })
      let local = "\(try await house.dayAhead(2))T06:00"
      #expect(await refusal { try await house.plan(at: local) }?.type == "/problems/reader")
      try await house.plan(at: local, reader: "ben")
      #expect(
        try await house.newsroom.release(asOf: try await house.instant(local)).map(\.isPublished) == [true])
      #expect(try await house.firstWaiting("ben")?.kind == .owed)
    }
  }
}
