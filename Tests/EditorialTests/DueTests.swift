import Editorial
import Testing
import TextAnalysis

@Suite("Due days")
struct DueTests {
  private func due(
    _ rule: String, _ kind: ClaimKind = .pendingLegal, expected: String? = nil, anchor: String? = nil,
    dateline: String = "2024-07-13"
  ) -> Due {
    Policy.default.due(
      rule: rule, kind: kind, expected: expected.flatMap { PartialDate($0) },
      anchor: anchor.map { Anchor(on: day($0), what: "order filed", source: "docket 7") },
      dateline: day(dateline))
  }

  @Test(
    "A date in the words wins: due is the day after the last day that they name",
    arguments: [
      ("2025", "2026-01-01"), ("2024-07", "2024-08-01"), ("2024-12", "2025-01-01"), ("2024-02", "2024-03-01"),
      ("2024-02-28", "2024-02-29"), ("2024-02-29", "2024-03-01"), ("2023-02-28", "2023-03-01"),
      ("2024-12-31", "2025-01-01"), ("2024-07-15", "2024-07-16"), ("2024-22", "2024-09-01"),
      ("2024-24", "2025-03-01"),
      ("2024-36", "2025-01-01"), ("2024-07-13/2024-07-20", "2024-07-21"), ("2024-11/2025-01", "2025-02-01"),
      ("2020", "2021-01-01"), ("9999", "9999-12-31"),
    ] as [(String, String)])
  func dated(expected: String, on: String) {
    let due = due("release", .scheduledEvent, expected: expected, anchor: "2024-01-01")
    #expect(due.on == day(on))
    #expect(due.because.hasPrefix("the words name "))
    #expect(due.because.hasSuffix("; due the day after it ends"))
  }

  @Test("“Scheduled for release in 2025” is due on 1 January 2026, found and counted")
  func release() throws {
    let text = "A reality series about the case is scheduled for release in 2025."
    let manuscript = try Filing.read(Array(text.utf8))
    let found = try #require(
      claims(in: manuscript, dateline: day("2024-07-13")).first { $0.rule == "release" })
    let due = Policy.default.due(
      rule: found.rule, kind: found.kind, expected: found.expected, anchor: nil, dateline: day("2024-07-13"))
    #expect(due.on == day("2026-01-01"))
    #expect(due.because == "the words name 2025; due the day after it ends")
  }

  @Test("A planned appeal counts from the dateline, with the docket's margin, and says that it does")
  func appealFromDateline() {
    let due = due("appeal.planned")
    #expect(due.on == day("2024-08-15"))
    #expect(due.because.contains("30 days"))
    #expect(due.because.contains("3 for the docket"))
    #expect(due.because.contains("counted from the dateline, 13 July 2024"))
    #expect(due.because.hasSuffix("the day that the period runs from is not recorded"))
  }

  @Test("With an anchor it counts from there, and names what happened and who says so")
  func appealFromAnchor() {
    let due = due("appeal.planned", anchor: "2024-07-12")
    #expect(due.on == day("2024-08-14"))
    #expect(due.because.contains("counted from 12 July 2024: order filed (docket 7)"))
    #expect(!due.because.contains("dateline"))
    #expect(!due.because.contains("not recorded"))
  }

  @Test(
    "Shelf lives cross the ends of months, of years, and leap days",
    arguments: [
      ("appeal.planned", "2023-12-01", "2024-01-03"), ("appeal.planned", "2024-01-28", "2024-03-01"),
      ("appeal.planned", "2023-01-28", "2023-03-02"), ("appeal.planned", "2024-11-29", "2025-01-01"),
      ("suit.filed", "2023-12-31", "2024-03-30"), ("suit.filed", "2022-12-31", "2023-03-31"),
      ("jury.out", "2024-02-28", "2024-02-29"), ("jury.out", "2024-12-31", "2025-01-01"),
      ("cert.planned", "2024-07-13", "2024-10-14"), ("appeal.planned", "9999-12-20", "9999-12-31"),
    ] as [(String, String, String)])
  func boundaries(rule: String, dateline: String, on: String) {
    #expect(due(rule, dateline: dateline).on == day(on))
  }

  @Test("Only periods of law get the docket's margin")
  func margin() {
    for rule in claimRules {
      guard let life = Policy.default.shelfLife(of: rule.name, kind: rule.kind), let days = life.days,
        life.class != .c
      else { continue }
      let due = due(rule.name, rule.kind)
      #expect(due.on == day("2024-07-13").adding(days: days + (life.law == true ? 3 : 0)), "\(rule.name)")
      #expect(due.because.contains("for the docket") == (life.law == true), "\(rule.name)")
    }
  }

  @Test(
    "Where time alone never asks there is no day, and the reason says so",
    arguments: ["sanctions", "price.market"])
  func timeless(rule: String) {
    let due = due(rule, .ongoingState)
    #expect(due.on == nil)
    #expect(due.because.hasSuffix("time alone never asks"))
  }

  @Test("A rule without a row takes the shelf life of its kind")
  func byKind() {
    #expect(due("by-hand", .ongoingState).on == day("2024-08-12"))
    #expect(due("by-hand", .provisionalFigure).on == day("2024-07-20"))
  }

  @Test(
    "A partial date in words",
    arguments: [
      ("2025", "2025"), ("2024-07", "July 2024"), ("2024-02-29", "29 February 2024"),
      ("2024-12", "December 2024"),
      ("2024-07-13/2024-07-20", "13 July 2024 to 20 July 2024"), ("2024-22", "1 June 2024 to 31 August 2024"),
      ("2024-01/2024-12", "January 2024 to December 2024"),
    ] as [(String, String)])
  func words(edtf: String, words: String) throws {
    #expect(inWords(try #require(PartialDate(edtf))) == words)
  }

  @Test("A claim is due on its day and not on the day before, whatever else is true of it")
  func status() {
    let claim = aClaim()
    #expect(claim.status(on: day("2024-08-14")) == .live)
    #expect(claim.status(on: day("2024-08-15")) == .due)
    #expect(aClaim(due: nil).status(on: day("9999-12-31")) == .live)
    #expect(aClaim(watched: false).status(on: day("2024-08-15")) == .gone)
    #expect(aClaim(retired: "updated", watched: false).status(on: day("2024-08-15")) == .retired)
    #expect(
      aClaim(dismissed: "never", retired: "x", watched: false).status(on: day("2024-08-15")) == .dismissed)
  }
}
