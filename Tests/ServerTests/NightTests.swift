import Client
import Editorial
import Nightly
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("The nightly run")
struct NightTests {
  @Test(
    "The story of July 2024 is asked about in November 2026, and not on the day after it",
    arguments: [true, false])
  func whatItIsFor(asItCameIn: Bool) async throws {
    let bytes =
      asItCameIn
      ? try corpusFile(
        "stories/rust-dismissal.txt", whatIsNotChecked: "the nightly run on the story as it came in")
      : try projectFile("Docs/Examples/rust-dismissal.txt")
    guard let bytes else { return }
    try await withHouse { house in
      try await house.file(bytes, .init(slug: "rust", published: "2024-07-13"))
      let early = try await house.night("2024-07-14")
      #expect(early.stale.isEmpty && early.opened == 0)

      let late = try await house.night("2026-11-22")
      let quotes = late.stale.map(\.stale.claim.quote)
      for words in [
        ["plans to appeal"], ["civil lawsuits"], ["New Mexico", "ongoing"], ["reality series", "2025"],
      ] {
        #expect(quotes.contains { quote in words.allSatisfy(quote.contains) }, "\(words) in \(quotes)")
      }
      let series = try #require(late.stale.first { $0.stale.claim.rule == "release" })
      #expect(series.stale.claim.due.on == CivilDate("2026-01-01"))
      let appeal = try #require(late.stale.first { $0.stale.claim.rule == "appeal.planned" })
      #expect(appeal.stale.claim.due.because.contains("dateline"))
      #expect(late.opened == late.stale.count && late.alreadyOpen == 0)
      #expect(late.stale.allSatisfy { $0.opened && $0.followUp != nil && $0.stale.turn == "ana" })

      let again = try await house.night("2026-11-22")
      #expect(again.opened == 0 && again.alreadyOpen == late.opened)
      #expect(again.stale.map(\.followUp) == late.stale.map(\.followUp))
      #expect(again.night.attempt == 2)
      let open = try await house.api("ben").followUps().value.followUps
      #expect(open.map(\.label).sorted() == late.stale.compactMap(\.followUp).sorted())
      #expect(Set(open.flatMap { $0.claims.map(\.id) }).count == late.stale.count)
    }
  }

  @Test("Two runs of one night at the same moment open nothing twice, twenty times over")
  func pairs() async throws {
    try await withHouse { house in
      try await house.file(
        projectFile("Docs/Examples/rust-dismissal.txt"), .init(slug: "rust", published: "2024-07-13"))
      try await house.file(story())
      var labels: Set<String> = []
      for round in 1...20 {
        async let one = house.night("2026-11-22")
        async let other = house.night("2026-11-22")
        let reports = try await [one, other]
        let stale = reports[0].stale.count
        #expect(reports.allSatisfy { $0.stale.count == stale && stale >= 5 })
        #expect(reports.map(\.opened).reduce(0, +) == stale, "round \(round)")
        for report in reports {
          #expect(report.opened + report.alreadyOpen == stale)
          #expect(report.stale.allSatisfy { $0.followUp != nil })
        }
        #expect(Set(reports.map(\.night.attempt)).count == 2)
        #expect(try await house.claimsAskedTwice() == 0)
        labels.formUnion(reports[0].stale.compactMap(\.followUp))
        // Answered and fallen due again: the next pair has the same to ask.
        try await house.database.write { tx in
          try tx.run("update follow_up_claims set open = false")
          try tx.run("update follow_ups set status = 'closed', outcome = 'stands', closed_at = now()")
        }
      }
      #expect(labels.count == 20 * 5 + labels.count - 100)
      #expect(try await house.rows()["follow_ups"] == labels.count)
    }
  }

  @Test("The check for questions asked twice sees one that is planted")
  func askedTwiceIsSeen() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.night("2026-11-22")
      try await house.database.write { tx in
        try tx.run("drop index one_open_follow_up_per_claim")
        try tx.run(
          "insert into follow_ups (number, question, opened_on) values (99, 'again?', '2026-11-22')")
        try tx.run(
          """
          insert into follow_up_claims (follow_up_id, claim_id)
          select (select id from follow_ups where number = 99), claim_id from follow_up_claims limit 1
          """)
      }
      #expect(try await house.claimsAskedTwice() == 1)
    }
  }

  @Test("Missed nights are caught up at once by the run of today, and by another attempt of it alike")
  func missedNights() async throws {
    try await withHouse { house in
      let today = try await house.today()
      try await house.initialised(daysAgo: 10)
      let first = try await house.night(nil)
      #expect(first.night.missed == (1...9).map { today.adding(days: $0 - 10) })
      let second = try await house.night(nil)
      #expect(second.night.missed == first.night.missed && second.night.attempt == 2)
      #expect(try await house.rows()["missed_nights"] == 9)
      #expect(try await house.rows()["nightly_runs"] == 1)
      #expect(try await house.newsroom.nightIsOwed() == false)
    }
  }

  @Test("Nights are counted from the last finished run, and never from before the database was made")
  func countedFrom() async throws {
    try await withHouse { house in
      let today = try await house.today()
      // On the day it was made nothing is owed and nothing missed. The template may be from before midnight.
      try await house.initialised(daysAgo: 0)
      #expect(try await house.newsroom.nightIsOwed() == false)
      #expect(try await house.newsroom.tryNight(asOf: nil).missed == [])

      try await house.initialised(daysAgo: 10)
      try await house.ran(daysAgo: 4, finished: true)
      #expect(
        try await house.newsroom.tryNight(asOf: nil).missed == (1...3).map { today.adding(days: $0 - 4) })
      // A restored older record does not reach back before the database.
      try await house.initialised(daysAgo: 2)
      #expect(try await house.newsroom.tryNight(asOf: nil).missed == [today.adding(days: -1)])
      try await house.initialised(daysAgo: 0)
      #expect(try await house.night(nil).night.missed == [])
    }
  }

  @Test(
    "A run that died half way has not caught up: the next night tells all nights since the last finished run")
  func diedHalfWay() async throws {
    try await withHouse { house in
      let today = try await house.today()
      try await house.initialised(daysAgo: 10)
      try await house.ran(daysAgo: 5, finished: true)
      try await house.ran(daysAgo: 1, finished: false)
      try await house.database.write { tx in
        try tx.run(
          """
          insert into missed_nights (date, caught_up_by)
          select newsroom_today() - n, newsroom_today() - 1 from generate_series(2, 4) n
          """)
      }
      let report = try await house.night(nil)
      #expect(report.night.missed == (1...4).map { today.adding(days: $0 - 5) })
      #expect(try await house.night(nil).night.missed == report.night.missed)
    }
  }

  @Test("A run for a past day neither reports nor repairs missed nights, and is not that night's run")
  func past() async throws {
    try await withHouse { house in
      let today = try await house.today()
      try await house.initialised(daysAgo: 10)
      let past = try await house.night(today.adding(days: -3).description)
      #expect(past.night.missed == [] && past.night.night == .past)
      #expect(try await house.rows()["missed_nights"] == 0)
      #expect(try await house.newsroom.nightIsOwed())
      #expect(try await house.night(nil).night.missed.count == 9)
      let before = try await house.night("1999-12-31")
      #expect(before.stale.isEmpty && before.night.missed == [])
    }
  }

  @Test("A future night is refused, except to try it out, which writes nothing")
  func future() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.initialised(daysAgo: 10)
      let tomorrow = try await house.today().adding(days: 1)
      let before = try await house.rows()
      await #expect(throws: Refusal.self) { try await house.night(tomorrow.description) }
      #expect(try await house.rows() == before)
      for day in [tomorrow, .latest, .earliest, try await house.today()] {
        let tried = try await house.newsroom.runNight(asOf: day, dryRun: true, actor: .operator(user: "test"))
        #expect(tried.dryRun && tried.journal == nil && tried.night.attempt == 0)
        #expect(tried.stale.allSatisfy { $0.followUp == nil && !$0.opened })
        #expect(tried.opened == tried.stale.count)
        #expect(tried.stale.isEmpty == (day == .earliest))
      }
      #expect(try await house.rows() == before)
      let sequences = try await house.database.read { tx in
        try tx.first("select last from follow_up_labels", as: Int.self)
      }
      #expect(sequences == 0)
    }
  }

  @Test("Claims of one matter are one question with many places, widened while it is open")
  func matters() async throws {
    try await withHouse { house in
      _ = try await house.api("ana").addMatter(
        .init(slug: "quay-fine", title: "The fine", kind: "appeal", status: nil), key: "m")
      for slug in ["one", "two"] {
        try await house.file(
          story { $0.body = "The case \(slug) is still open at the quay. It rained." }.bytes,
          .init(slug: slug, published: "2024-07-13"))
        let added = try await house.api("ana").addClaim(
          to: slug, .init(quote: "still open", kind: .pendingLegal, expected: "2024", matter: "quay-fine"),
          key: slug)
        #expect(added.value.claim.due == "2025-01-01")
      }
      let first = try await house.night("2026-11-22")
      let mine = first.stale.filter { $0.stale.claim.matter == "quay-fine" }
      #expect(mine.count == 2 && Set(mine.map(\.followUp)).count == 1)
      try await house.file(
        story { $0.body = "A third one is still open. It rained." }.bytes,
        .init(slug: "three", published: "2024-07-13"))
      _ = try await house.api("ana").addClaim(
        to: "three", .init(quote: "still open", kind: .pendingLegal, expected: "2024", matter: "quay-fine"),
        key: "3")
      let second = try await house.night("2026-11-22")
      let all = second.stale.filter { $0.stale.claim.matter == "quay-fine" }
      #expect(all.count == 3 && Set(all.map(\.followUp)) == Set(mine.map(\.followUp)))
      let label = try #require(mine.first?.followUp)
      let question = try #require(
        try await house.api("ana").followUps().value.followUps.first { $0.label == label })
      #expect(question.claims.map(\.draft).sorted() == ["one", "three", "two"])
      #expect(question.matter == "quay-fine")
    }
  }
}

extension House {
  func night(_ day: String?) async throws -> NightReport {
    let date = try day.map { try #require(CivilDate($0)) }
    return try await newsroom.runNight(asOf: date, dryRun: false, actor: .operator(user: "test"))
  }

  /// How many claims stand in more than one open follow-up.
  func claimsAskedTwice() async throws -> Int? {
    try await database.read { tx in
      try tx.first(
        """
        select count(*) from (
          select claim_id from follow_up_claims fc join follow_ups f on f.id = fc.follow_up_id
          where f.status = 'open' group by claim_id having count(*) > 1) twice
        """, as: Int.self)
    }
  }

  fileprivate func initialised(daysAgo days: Int) async throws {
    try await database.write { tx in
      // At noon, so that no change of the clocks moves the day.
      try tx.run(
        """
        update newsroom
        set initialised_at = (newsroom_today() - \(days)::integer + time '12:00') at time zone time_zone
        """)
    }
  }

  fileprivate func ran(daysAgo days: Int, finished: Bool) async throws {
    try await database.write { tx in
      try tx.run(
        """
        insert into nightly_runs (date, finished_at)
        values (newsroom_today() - \(days)::integer, case when \(finished)::boolean then now() end)
        """)
    }
  }
}
