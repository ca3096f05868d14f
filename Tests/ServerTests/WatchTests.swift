import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Watched pages")
struct WatchTests {
  private let page = "https://court.example/docket/17"

  @discardableResult
  private func watch(
    _ house: House, _ about: String, _ url: String? = nil, by handle: String = "ana", before: Bool? = nil
  ) async throws -> WatchJSON {
    try await house.api(handle).watch(
      WatchRequest(about: about, url: url ?? page, everyMinutes: nil, beforePublication: before),
      key: StetAPI.freshKey()
    ).value.watch
  }

  /// A look that robots.txt allows and that finds these words, at noon of a day to come.
  private func look(_ house: House, day: String, finds words: String) async throws {
    for clock in ["12:00:00", "12:01:00"] {
      guard let step = try await house.newsroom.beginLook(at: "\(day)T\(clock)Z", jitter: 0) else { return }
      let asked: Asked =
        step.purpose == .robots
        ? .answered(PageAnswer(status: 404))
        : .answered(PageAnswer(status: 200, mediaType: "text/plain", body: Array(words.utf8)))
      try await house.newsroom.finishLook(step, asked, at: "\(day)T\(clock)Z", jitter: 0)
    }
  }

  @Test("A page is left alone until its story is out, unless somebody says otherwise")
  func beforePublication() async throws {
    try await withHouse { house in
      try await house.file(story())
      let waiting = try await watch(house, "harbour/C1")
      #expect(waiting.label == "W1" && waiting.about == "harbour/C1" && waiting.everyMinutes == 360)
      #expect(waiting.says == "never looked at successfully: looks begin when the story is published")
      #expect(waiting.nextLook == nil)
      #expect(try await house.newsroom.beginLook(at: "2090-01-01T00:00:00Z", jitter: 0) == nil)
      let eager = try await watch(house, "harbour/C1", "https://press.example/", before: true)
      #expect(eager.nextLook != nil)
      let step = try #require(try await house.newsroom.beginLook(at: "2090-01-01T00:00:00Z", jitter: 0))
      #expect(step.address.description == "https://press.example/robots.txt")
      #expect(try await house.newsroom.beginLook(at: "2090-01-01T00:00:00Z", jitter: 0) == nil)
      try await house.publish(override: true, reason: "out")
      let next = try #require(try await house.newsroom.beginLook(at: "2090-01-01T00:00:00Z", jitter: 0))
      #expect(next.address.description == "https://court.example/robots.txt")
    }
  }

  @Test("A change waits for whoever has the claim, with its words, until it is seen; it closes nothing")
  func finding() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.publish(override: true, reason: "out")
      try await watch(house, "harbour/C1", by: "dov")
      try await look(house, day: "2090-01-01", finds: "The appeal is pending.")
      let first = try await house.api("ana").watches().value
      #expect(first.watches.first?.lastSuccess == "2090-01-01T12:01:00.000000Z")
      #expect(first.note == "A quiet page is no evidence that nothing happened.")
      #expect(try await house.api("ana").queue().value.waiting.allSatisfy { $0.kind != .pageChanged })
      let claim = try #require(try await house.show().claims.first)
      #expect(claim.watches.map(\.url) == [page])

      try await look(house, day: "2090-02-01", finds: "The appeal was withdrawn.")
      let waiting = try await house.api("ana").queue().value.waiting.filter { $0.kind == .pageChanged }
      #expect(waiting.map(\.command) == ["stet watch seen W1"])
      #expect(waiting.first?.draft == "harbour" && waiting.first?.about == ["C1"])
      #expect(waiting.first?.why.contains("“is pending” became “was withdrawn”") == true)
      #expect(try await house.api("dov").queue().value.waiting.allSatisfy { $0.kind != .pageChanged })
      let after = try #require(try await house.show().claims.first)
      #expect(after.status == claim.status && after.due == claim.due)
      #expect(try await house.api("ana").followUps(status: "all").value.followUps.isEmpty)

      let seen = try await house.api("ana").markSeen("W1", key: "1").value.watch
      #expect(seen.changes.isEmpty)
      #expect(try await house.api("ana").queue().value.waiting.allSatisfy { $0.kind != .pageChanged })
    }
  }

  @Test("A claim, a matter and evidence that a sign-off names can be watched; other things are refused")
  func places() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.api("ben").signOff(
        "harbour",
        SignOffRequest(
          keyPoints: ["K1"], all: nil, read: .fact, verdict: .approve, basis: nil, comment: nil, reason: nil,
          evidence: [page], revision: 1), key: "1")
      _ = try await house.api("lea").signOff(
        "harbour",
        SignOffRequest(
          keyPoints: ["K2"], all: nil, read: .legal, verdict: .approve, basis: nil, comment: nil, reason: nil,
          evidence: [page], revision: 1), key: "2")
      _ = try await house.api("ana").addMatter(
        MatterRequest(slug: "harbour-appeal", title: "Appeal", kind: "appeal", status: nil), key: "3")
      #expect(try await watch(house, "harbour/K1").about == "harbour/K1")
      #expect(try await watch(house, "C1").about == "harbour/C1")
      #expect(try await watch(house, "harbour-appeal").about == "harbour-appeal")
      #expect(try await house.api("ana").matters().value.watches.map(\.about) == ["harbour-appeal"])
      #expect(try await house.api("ana").watches(about: "harbour").value.watches.count == 2)
      #expect(try await house.api("ana").watches(about: "harbour/C1").value.watches.count == 1)
      #expect(try await house.api("ana").watches(about: "harbour-appeal").value.watches.count == 1)

      for (about, url, by, type) in [
        ("harbour/K1", "https://other.example/", "ana", "no-evidence"),
        ("harbour/K2", page, "ana", "no-evidence"),
        ("harbour/C1", page, "ana", "watched"), ("harbour/C9", page, "ana", "claim"),
        ("harbour/K9", page, "ana", "key-point"), ("nothing", page, "ana", "matter"),
        ("gone/C1", page, "ana", "draft"),
        ("/", page, "ana", "reference"), ("harbour/C1", "ftp://a/", "ana", "url"),
        ("harbour/C1", "https://a@b/", "ana", "url"), ("harbour/C1", "https://b/", "eve", "role"),
      ] {
        let refused = await refusal { try await watch(house, about, url, by: by) }
        #expect(refused?.type == "/problems/\(type)", "\(about) \(url)")
      }
      #expect(
        await refusal { try await house.api("ana").stopWatch("W99", key: "4") }?.type == "/problems/watch")
      #expect(
        await refusal { try await house.api("ana").markSeen("C1", key: "5") }?.type == "/problems/reference")
      #expect(
        await refusal { try await house.api("eve").stopWatch("W1", key: "6") }?.type == "/problems/role")
      #expect(try await house.api("ana").stopWatch("W1", key: "7").value.watch.stoppedAt != nil)
      #expect(
        await refusal { try await house.api("ana").stopWatch("W1", key: "8") }?.type == "/problems/stopped")
      #expect(try await watch(house, "harbour/K1").label != "W1")
    }
  }

  @Test("A story that has ended is not looked at any more, and its words go with an erasure")
  func erased() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.publish(override: true, reason: "out")
      try await watch(house, "harbour/C1", "https://court.example/zebulon")
      try await look(house, day: "2090-01-01", finds: "Zebulon is at large.")
      try await look(house, day: "2090-02-01", finds: "Zebulon was arrested.")
      _ = try await house.api("dov").kill("harbour", reason: "order", key: "1")
      #expect(try await house.newsroom.beginLook(at: "2091-01-01T00:00:00Z", jitter: 0) == nil)
      _ = try await house.api("dov").approveErasure(of: "harbour", order: "O 1", key: "2")
      _ = try await house.newsroom.erase(
        "harbour", order: "O 1", approvedBy: "dov", by: .operator(user: "root"))
      let left = try await house.database.read { tx in
        try ["watched_pages", "page_changes", "asked_hosts", "robots_rules", "watches"].map { table in
          try tx.first(
            "select count(*) from \(unescaped: table) t where t::text ~* 'zebulon|court.example'",
            as: Int.self)
        }
      }
      #expect(left == [0, 0, 0, 0, 0])
    }
  }

  @Test("The journal says who asked for a look, and what was seen")
  func journal() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.publish(override: true, reason: "out")
      try await watch(house, "harbour/C1")
      try await look(house, day: "2090-01-01", finds: "A")
      try await look(house, day: "2090-02-01", finds: "B")
      let says = try await house.newsroom.log(of: "harbour").entries.map { "\($0.actor) \($0.act)" }
      #expect(says.suffix(2) == ["member:ana watch-add", "system:watch page-changed"])
    }
  }
}
