import Editorial
import Nightly
import Postgres
import Synchronization
import Testing
import TextAnalysis

@testable import Store

/// Everybody locks in one order: matter, drafts by id, the chain's head last. The store repeats a transaction that
/// ran into a deadlock, so that callers see none; PostgreSQL counts them all the same.
@Suite("Locks", .serialized)
struct LockOrderTests {
  /// How many deadlocks PostgreSQL broke while the body ran on connections of its own.
  private func deadlocks(in room: Room, _ body: (Room) async throws -> Void) async throws -> Int {
    try await room.database.write { tx in
      // Found at once, so that one that happens is not slept over.
      let name = try tx.first("select current_database()::text", as: String.self) ?? ""
      try tx.script("alter database \"\(name)\" set deadlock_timeout = '20ms'")
    }
    let own = Database(
      .init(
        conninfo: room.database.configuration.conninfo, connections: 8, acquireTimeout: .seconds(60),
        applicationName: "deadlocks"))
    do {
      try await body(Room(newsroom: Newsroom(database: own), ids: room.ids))
      // A connection tells what it counted when it ends.
      await own.close()
    } catch {
      await own.close()
      throw error
    }
    return try await room.database.write { tx in
      // It is counted before the server forgets the connection.
      while try tx.first(
        "select count(*) from pg_stat_activity where application_name = 'deadlocks'", as: Int.self) != 0
      {
        try tx.run("select pg_sleep(0.001), pg_stat_clear_snapshot()")
      }
      try tx.run("select pg_stat_clear_snapshot()")
      return try tx.first(
        "select deadlocks from pg_stat_database where datname = current_database()", as: Int.self) ?? -1
    }
  }

  @Test(
    "Two hundred acts at once over three drafts and a matter run into no deadlock",
    arguments: [1, 2] as [UInt64])
  func randomActs(seed: UInt64) async throws {
    try await withRoom { room in
      _ = try await room.newsroom.addMatter(
        NewMatter(slug: "inquiry", title: "The inquiry", kind: "investigation"), caller: room.caller("dov"),
        answer: nothing)
      for slug in ["a", "b", "c"] {
        try await room.file(slug, Room.story, matters: ["inquiry"])
        try await room.publish(slug)
      }
      let done = Tally()
      let found = try await deadlocks(in: room) { room in
        await withTaskGroup(of: Void.self) { group in
          for number in 0..<200 {
            group.addTask {
              var random = Seeded(seed &* 1_000_003 &+ UInt64(number))
              do {
                try await act(number, room, &random)
                done.add()
              } catch is Refusal {
                // Two can want the same; one of them is told so.
              } catch {
                done.fail("act \(number): \(error)")
              }
            }
          }
        }
      }
      #expect(done.failures == [], "seed \(seed)")
      #expect(found == 0, "seed \(seed)")
      #expect(done.count > 60, "most were refused: little was tried")
    }
  }

  private func act(_ number: Int, _ room: Room, _ random: inout Seeded) async throws {
    let slugs = ["a", "b", "c"].shuffled(using: &random)
    let newsroom = room.newsroom
    let handle = ["ben", "flo", "cleo", "dov"][Int.random(in: 0..<4, using: &random)]
    let caller = room.caller(handle, key: "key-\(number)", request: "\(number)")
    let note = Settlement(outcome: .superseded, note: nil, other: slugs[1])
    switch number % 14 {
    case 0:
      let draft = try await newsroom.draft(slugs[0])
      try await room.sign(slugs[0], by: handle, revision: draft.latest.number, key: "key-\(number)")
    case 1:
      _ = try await newsroom.withdraw(
        slugs[0], labels: ["K1"], read: nil, reason: "a test", caller: caller, answer: journalEntry)
    case 2: try await room.revise(slugs[0], Room.story.replacing("40 bar", with: "\(number) bar"))
    case 3:
      _ = try await newsroom.flag(
        slugs[0], quote: "The inquiry is ongoing.", against: "The owner plans to appeal the ruling.",
        againstDraft: slugs[1], kind: nil, note: "n\(number)", caller: caller, answer: nothing)
    case 4: _ = try await newsroom.settle("\(slugs[0]):X1", note, caller: caller, answer: nothing)
    case 5:
      _ = try await newsroom.addClaim(
        slugs[0], quote: number % 2 == 0 ? "The pump failed at" : "# Harbour fire", kind: .role,
        expected: PartialDate("2020"), matter: "inquiry", caller: caller, answer: nothing)
    case 6: _ = try await newsroom.runNight(asOf: nil, dryRun: false, actor: testOperator)
    case 7:
      guard let open = try await newsroom.followUps(open: true).randomElement(using: &random) else { return }
      let closure = Closure(
        outcome: .stands, source: "https://court.example/7", asOf: nil, next: CivilDate("2999-01-01"),
        note: nil,
        revision: nil)
      _ = try await newsroom.closeFollowUp(open.followUp.label, as: closure, caller: caller, answer: nothing)
    case 8:
      try await newsroom.addMember(handle, name: nil, desk: "main", roles: [.editor], by: testOperator)
    case 9: _ = try await newsroom.verifyJournal()
    case 10:
      let move = Move(
        to: number % 4 == 0 ? "paused" : "open", since: PartialDate(CivilDate.earliest.adding(days: number)),
        source: "s", forcedBecause: "a test")
      _ = try await newsroom.moveMatter("inquiry", move, caller: caller, answer: nothing)
    case 11:
      _ = try await newsroom.link(
        "inquiry", MatterLink(places: slugs.map { "\($0):C1" }), caller: caller, answer: nothing)
    case 12:
      guard let open = try await newsroom.followUps(open: true).randomElement(using: &random) else { return }
      _ = try await newsroom.closeFollowUp(
        open.followUp.label,
        as: Closure(outcome: .wrong, source: nil, asOf: nil, next: nil, note: "a test", revision: nil),
        caller: caller,
        answer: nothing)
    default: try await room.file("new-\(number)", Room.story, matters: ["inquiry", "new-\(number / 33)"])
    }
  }

  @Test("Contradictions of two drafts that are settled by each other's draft run into no deadlock")
  func crossing() async throws {
    try await withRoom { room in
      let rounds = 15
      for round in 0..<rounds { for side in ["a", "b"] { try await room.file("\(side)-\(round)") } }
      let found = try await deadlocks(in: room) { room in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for round in 0..<rounds {
            for (mine, other) in [("a", "b"), ("b", "a")] {
              group.addTask {
                _ = try await room.newsroom.settle(
                  "\(mine)-\(round):X1",
                  Settlement(outcome: .superseded, note: nil, other: "\(other)-\(round)"),
                  caller: room.caller("dov"),
                  answer: nothing)
              }
            }
          }
          try await group.waitForAll()
        }
      }
      #expect(found == 0)
    }
  }

  @Test("A deadlock that is made on purpose is counted: negative control")
  func control() async throws {
    try await withRoom { room in
      try await room.file("a")
      try await room.file("b")
      let waiting = Tally()
      let found = try await deadlocks(in: room) { room in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for (first, second) in [("a", "b"), ("b", "a")] {
            group.addTask {
              try await room.database.write { tx in
                try tx.run("select from drafts where slug = \(first) for update")
                waiting.add()
                // Both hold one before either wants the other's; this is the connection's thread.
                while waiting.count < 2 {
                  try tx.run("select pg_sleep(0.001)")
                }
                try tx.run("select from drafts where slug = \(second) for update")
              }
            }
          }
          try await group.waitForAll()
        }
      }
      #expect(found == 1)
    }
  }
}

/// Counts on any thread.
private final class Tally: Sendable {
  private let state = Mutex((count: 0, failures: [String]()))

  var count: Int { state.withLock(\.count) }
  var failures: [String] { state.withLock(\.failures) }

  func add() { state.withLock { $0.count += 1 } }
  func fail(_ why: String) { state.withLock { $0.failures.append(why) } }
}
