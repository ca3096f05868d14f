import Client
import Editorial
import Postgres
import Store
import Testing
import Wire

@Suite("Planned publication, at once")
struct ReleaseRaceTests {
  /// Drafts of which it was said more than once that they are out.
  private func saidTwice(_ house: House) async throws -> [String] {
    try await house.database.read { tx in
      try tx.all(
        "select chain from outbox where event = 'published' group by chain having count(*) > 1 order by 1",
        as: String.self)
    }
  }

  private func withPlans(_ count: Int, _ body: (House, _ at: String) async throws -> Void) async throws {
    try await withHouse { house in
      let local = "\(try await house.dayAhead(2))T06:00"
      for number in 1...count {
        try await house.file(story(), .init(slug: "d\(number)"))
        try await house.sign(of: "d\(number)")
        try await house.plan("d\(number)", at: local)
      }
      try await body(house, try await house.instant(local))
    }
  }

  @Test("Eight services at once publish each story once")
  func once() async throws {
    try await withPlans(6) { house, at in
      let newsroom = house.newsroom
      let released = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 1...8 {
          group.addTask { try await newsroom.release(asOf: at).map(\.draft) }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(released.sorted() == (1...6).map { "d\($0)" })
      #expect(try await saidTwice(house) == [])
      #expect(try await house.outcomes() == Array(repeating: "published", count: 6))
      #expect(try await house.rows()["publications"] == 6)
      #expect(try await house.newsroom.verifyJournal().faults == [])
    }
  }

  @Test("The check sees a release that looks first and writes afterwards, without a lock")
  func naive() async throws {
    try await withPlans(2) { house, at in
      func looked() async throws -> [Int64] {
        try await house.database.read { tx in
          try tx.all(
            """
            select p.draft_id from plans p where p.at <= \(at)::timestamptz
              and not exists (select from plan_outcomes o where o.plan_id = p.id)
            """, as: Int64.self)
        }
      }
      let (one, other) = (try await looked(), try await looked())
      for draft in one + other {
        let chain = "draft/\(draft)"
        try await house.database.write { tx in
          try tx.run("insert into outbox (event, chain, seq) values ('published', \(chain), 1)")
          try tx.run(
            """
            insert into plan_outcomes (plan_id, outcome) select id, 'published' from plans where draft_id = \(draft)
            on conflict do nothing
            """)
        }
      }
      #expect(try await saidTwice(house).count == 2)
    }
  }

  @Test(
    "A release and a person who publishes, plans anew or files at once: out once, or not at all",
    arguments: 0..<3)
  func againstPeople(way: Int) async throws {
    try await withPlans(4) { house, at in
      let newsroom = house.newsroom
      let other = "\(try await house.dayAhead(4))T06:00"
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { _ = try await newsroom.release(asOf: at) }
        for number in 1...4 {
          group.addTask {
            do {
              switch way {
              case 0: try await house.publish("d\(number)")
              case 1: try await house.plan("d\(number)", at: other)
              default: try await house.file(story(), draft: "d\(number)")
              }
            } catch let problem as ProblemJSON {
              // It was out already: somebody was first.
              #expect(problem.status == 409)
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await saidTwice(house) == [])
      // A plan ended once, and one that is open is the only one of its draft.
      let open = try await house.database.read { tx in
        try tx.all(
          """
          select count(*) from plans p where not exists (select from plan_outcomes o where o.plan_id = p.id)
          group by draft_id
          """, as: Int.self)
      }
      #expect(open.allSatisfy { $0 == 1 })
      #expect(try await newsroom.release(asOf: at).isEmpty)
    }
  }
}
