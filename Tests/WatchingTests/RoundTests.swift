import Editorial
import Postgres
import Store
import Synchronization
import TestCluster
import Testing
import Watching

/// Looks from end to end: PostgreSQL on one side, a server of this machine on the other. Time is an argument.
@Suite("Looks at watched pages")
struct RoundTests {
  /// What the site answers, changed by the test while it runs.
  private final class Pages: Sendable {
    let answers = Mutex<[String: Site.Answer]>([:])
    func set(_ path: String, _ answer: Site.Answer) { answers.withLock { $0[path] = answer } }
    func text(_ path: String, _ words: String, etag: String? = nil) {
      set(
        path,
        Site.Answer(
          headers: [("Content-Type", "text/html")] + (etag.map { [("ETag", $0)] } ?? []),
          body: Array(words.utf8)))
    }
  }

  private struct Round: Sendable {
    let newsroom: Newsroom
    let site: Site
    let pages: Pages
    let member: Int64
    let asking: Asking

    var base: String { "http://127.0.0.1:\(site.port)" }
    var asked: [String] { site.questions.map(\.target) }

    func watch(_ path: String, matter: String = "pier", every: Int = 360) async throws {
      _ = try await newsroom.addWatch(
        WatchOrder(about: matter, url: base + path, everyMinutes: every, beforePublication: false),
        caller: Caller(memberID: member, handle: "ana", idempotency: nil), answer: { _ in [] })
    }

    /// Steps that are due at a time of day in a year to come.
    func steps(at clock: String, day: String = "2090-05-03") async throws -> Int {
      var count = 0
      while try await newsroom.takeLookStep(at: "\(day)T\(clock)Z", jitter: 0, asking: asking) { count += 1 }
      return count
    }

    func watches() async throws -> [Watch] { try await newsroom.watches(of: .all).watches }
  }

  private func withRound(_ body: (Round) async throws -> Void) async throws {
    try await withDatabase { database in
      let newsroom = Newsroom(database: database)
      let actor = Actor.operator(user: "test")
      _ = try await newsroom.migrate(timeZone: "UTC", actor: actor)
      try await newsroom.addMember("ana", name: nil, desk: "main", roles: [.reporter], by: actor)
      let member = try #require(
        try await database.read {
          try $0.first("select id from members where handle = 'ana'", as: Int64.self)
        })
      for slug in ["pier", "quay"] {
        _ = try await newsroom.addMatter(
          NewMatter(slug: slug, title: slug, kind: "release"),
          caller: Caller(memberID: member, handle: "ana", idempotency: nil), answer: { _ in [] })
      }
      let pages = Pages()
      pages.set("/robots.txt", Site.Answer(status: 404))
      let site = Site { question in
        var answer = pages.answers.withLock { $0[question.target] } ?? Site.Answer(status: 404)
        let etag = answer.headers.first { $0.0 == "ETag" }?.1
        if let etag, question.header("If-None-Match") == etag { answer = Site.Answer(status: 304) }
        return answer
      }
      try await withSites([site]) {
        let asking = Asking(
          allowance: try WatchAllowance("127.0.0.1 :\(site.port)"), userAgent: "Stet/0", seconds: 10)
        try await body(Round(newsroom: newsroom, site: site, pages: pages, member: member, asking: asking))
      }
      #expect(try await newsroom.verifyJournal().faults == [])
    }
  }

  @Test(
    "First robots.txt, ten seconds later the page; then six hours of quiet, and a question that may be answered briefly"
  )
  func pace() async throws {
    try await withRound { round in
      round.pages.text("/docket", "<p>Set for 4 June.", etag: "\"1\"")
      try await round.watch("/docket")
      #expect(try await round.steps(at: "10:00:00") == 1)
      #expect(round.asked == ["/robots.txt"])
      #expect(try await round.steps(at: "10:00:09") == 0)
      #expect(try await round.steps(at: "10:00:10") == 1)
      #expect(round.asked == ["/robots.txt", "/docket"])
      #expect(try await round.watches().first?.look.success == "2090-05-03T10:00:10.000000Z")
      #expect(try await round.steps(at: "16:00:09") == 0)
      #expect(try await round.steps(at: "16:00:10") == 1)
      #expect(round.site.questions.last?.header("If-None-Match") == "\"1\"")
      let watch = try #require(try await round.watches().first)
      #expect(watch.look.success == "2090-05-03T16:00:10.000000Z")
      #expect(watch.changes.isEmpty)
      // A day later robots.txt is asked for anew.
      #expect(try await round.steps(at: "16:00:10", day: "2090-05-04") == 1)
      #expect(round.asked.last == "/robots.txt")
    }
  }

  @Test("A change is a finding with its words, and furniture is none")
  func change() async throws {
    try await withRound { round in
      round.pages.text("/docket", "<p>Set for 4 June.<p>1,200 views")
      try await round.watch("/docket")
      _ = try await round.steps(at: "10:00:00")
      _ = try await round.steps(at: "10:01:00")
      round.pages.text("/docket", "<p>Set for 4 June.<p>1,300 views")
      #expect(try await round.steps(at: "17:00:00") == 1)
      #expect(try await round.watches().first?.changes.isEmpty == true)
      round.pages.text("/docket", "<p>Set for 11 June.<p>1,400 views")
      #expect(try await round.steps(at: "23:30:00") == 1)
      let watch = try #require(try await round.watches().first)
      #expect(watch.changes.map(\.inWords) == ["“4” became “11”"])
      #expect(watch.changes.first?.since == "2090-05-03T17:00:00.000000Z")
      _ = try await round.newsroom.markSeen(
        "W1", caller: Caller(memberID: round.member, handle: "ana", idempotency: nil), answer: { _ in [] })
      #expect(try await round.watches().first?.changes.isEmpty == true)
    }
  }

  @Test("A page that two watch is looked at once, as often as the more eager wants, and both are told")
  func shared() async throws {
    try await withRound { round in
      round.pages.text("/docket", "<p>A")
      try await round.watch("/docket", every: 360)
      try await round.watch("/docket", matter: "quay", every: 60)
      _ = try await round.steps(at: "10:00:00")
      #expect(try await round.steps(at: "10:01:00") == 1)
      round.pages.text("/docket", "<p>B")
      #expect(try await round.steps(at: "11:01:00") == 1)
      #expect(try await round.watches().map(\.changes.count) == [1, 1])
    }
  }

  @Test("What robots.txt forbids is not asked for, and the watch says so")
  func forbidden() async throws {
    try await withRound { round in
      round.pages.set("/robots.txt", Site.Answer(body: Array("User-agent: *\nDisallow: /docket".utf8)))
      round.pages.text("/docket", "<p>A")
      try await round.watch("/docket")
      _ = try await round.steps(at: "10:00:00")
      _ = try await round.steps(at: "10:01:00")
      _ = try await round.steps(at: "23:59:00")
      #expect(round.asked == ["/robots.txt"])
      let look = try #require(try await round.watches().first?.look)
      #expect(look.problem == "the robots.txt of 127.0.0.1 asks not to be looked at")
      #expect(look.success == nil)
    }
  }

  @Test("Failures wait twice as long each time, and as long as the host says")
  func backOff() async throws {
    try await withRound { round in
      round.pages.set("/docket", Site.Answer(status: 500))
      try await round.watch("/docket", every: 60)
      _ = try await round.steps(at: "10:00:00")
      #expect(try await round.steps(at: "10:01:00") == 1)
      #expect(try await round.watches().first?.nextLook == "2090-05-03T12:01:00.000000Z")
      round.pages.set("/docket", Site.Answer(status: 503, headers: [("Retry-After", "36000")]))
      #expect(try await round.steps(at: "12:01:00") == 1)
      let failed = try #require(try await round.watches().first)
      #expect(failed.nextLook == "2090-05-03T22:01:00.000000Z")
      #expect(failed.look.problem == "the host answers 503, not now")
      round.pages.text("/docket", "<p>A")
      #expect(try await round.steps(at: "22:01:00") == 1)
      #expect(try await round.watches().first?.nextLook == "2090-05-03T23:01:00.000000Z")
    }
  }

  @Test("A redirect is a step of its own, ten seconds later; one that leads inside is refused")
  func redirects() async throws {
    try await withRound { round in
      round.pages.set("/docket", Site.Answer(status: 302, headers: [("Location", "/case")]))
      round.pages.text("/case", "<p>A", etag: "\"7\"")
      try await round.watch("/docket")
      _ = try await round.steps(at: "10:00:00")
      #expect(try await round.steps(at: "10:00:10") == 1)
      #expect(try await round.steps(at: "10:00:15") == 0)
      #expect(try await round.steps(at: "10:00:20") == 1)
      #expect(round.asked == ["/robots.txt", "/docket", "/case"])
      #expect(try await round.watches().first?.look.success != nil)
      _ = try await round.steps(at: "17:00:00")
      _ = try await round.steps(at: "17:00:10")
      #expect(round.site.questions.last?.header("If-None-Match") == "\"7\"")
      round.pages.set(
        "/docket", Site.Answer(status: 302, headers: [("Location", "http://127.0.0.2:\(round.site.port)/")]))
      _ = try await round.steps(at: "23:30:00")
      _ = try await round.steps(at: "23:30:10")
      let problem = try #require(try await round.watches().first?.look.problem)
      #expect(problem.contains("leads to this machine itself"))
      #expect(round.asked.count == 6)
    }
  }

  @Test("A loop of redirects ends")
  func loop() async throws {
    try await withRound { round in
      round.pages.set("/docket", Site.Answer(status: 302, headers: [("Location", "/docket")]))
      try await round.watch("/docket")
      for minute in 10...30 { _ = try await round.steps(at: "10:\(minute):00") }
      #expect(round.asked.count == 1 + 1 + mostHops)
      #expect(try await round.watches().first?.look.problem == "it leads on more than 5 times")
    }
  }

  @Test("A step that is never finished is made again after a minute, and not before")
  func killed() async throws {
    try await withRound { round in
      round.pages.text("/docket", "<p>A")
      try await round.watch("/docket")
      _ = try await round.newsroom.beginLook(at: "2090-05-03T10:00:00Z", jitter: 0)
      #expect(try await round.steps(at: "10:00:59") == 0)
      #expect(round.asked == [])
      #expect(try await round.steps(at: "10:01:00") == 1)
      #expect(try await round.steps(at: "10:01:10") == 1)
      #expect(round.asked == ["/robots.txt", "/docket"])
      #expect(try await round.watches().first?.look.success != nil)
    }
  }

  @Test("Many at once ask a host once")
  func atOnce() async throws {
    try await withRound { round in
      for page in 1...5 {
        round.pages.text("/\(page)", "<p>A")
        try await round.watch("/\(page)")
      }
      for clock in ["10:00:00", "10:00:10", "10:00:20"] {
        let before = round.asked.count
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<6 {
            group.addTask {
              _ = try await round.newsroom.takeLookStep(
                at: "2090-05-03T\(clock)Z", jitter: 0, asking: round.asking)
            }
          }
          try await group.waitForAll()
        }
        #expect(round.asked.count == before + 1)
      }
    }
  }

  @Test("Who stops a watch is not looked for any more")
  func stopped() async throws {
    try await withRound { round in
      round.pages.text("/docket", "<p>A")
      try await round.watch("/docket")
      _ = try await round.newsroom.stopWatch(
        "w1", caller: Caller(memberID: round.member, handle: "ana", idempotency: nil), answer: { _ in [] })
      #expect(try await round.steps(at: "10:00:00") == 0)
      #expect(round.site.connections == 0)
      #expect(try await round.watches().isEmpty)
    }
  }
}
