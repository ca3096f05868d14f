import Testing
import TextAnalysis

@testable import Editorial

@Suite("Convictions that may be spent")
struct SpentConvictionsTests {
  private func policy(_ home: String? = "ew", row: String? = nil) throws -> Policy {
    try Policy(
      yaml: Policy.defaultYAML + (home.map { "\njurisdiction: \($0)\n" } ?? "\n")
        + (row.map { "shelfLives: {\($0)}\n" } ?? ""))
  }

  private func custody(
    _ months: Int, days: Int = 0, _ date: String?, law: Conviction.Law? = nil, isSuspended: Bool = false,
    ofSeveral: Bool = false
  ) throws -> Conviction {
    Conviction(
      penalty: .custody(
        PenaltyLength(months: months, days: days), isSuspended: isSuspended, ofSeveral: ofSeveral),
      date: try date.map { try #require(PartialDate($0)) }, law: law, sentence: Span(0, 1), quote: Span(0, 1))
  }

  private func fine(_ date: String, law: Conviction.Law? = nil) throws -> Conviction {
    Conviction(
      penalty: .fine, date: try #require(PartialDate(date)), law: law, sentence: Span(0, 1), quote: Span(0, 1)
    )
  }

  /// Months, days, date, since when, and the sum.
  static let sums: [(Int, Int, String, String, String)] = [
    (10, 0, "2017-05", "2019-03", "May 2017 + 10 months = March 2018, + 12 months = March 2019"),
    (12, 0, "2017-05", "2019-05", "May 2017 + 12 months = May 2018, + 12 months = May 2019"),
    (13, 0, "2017-05", "2022-06", "May 2017 + 13 months = June 2018, + 4 years = June 2022"),
    (
      12, 1, "2017-05-03", "2022-05-04",
      "3 May 2017 + 12 months and 1 day = 4 May 2018, + 4 years = 4 May 2022"
    ),
    (48, 0, "2010-05", "2018-05", "May 2010 + 4 years = May 2014, + 4 years = May 2018"),
    (
      49, 0, "2010-05", "2021-06",
      "May 2010 + 49 months = June 2014, + 7 years = June 2021; never for excluded offences"
    ),
    (0, 98, "2017-05-03", "2018-08-09", "3 May 2017 + 14 weeks = 9 August 2017, + 12 months = 9 August 2018"),
    (0, 364, "2017-05-03", "2019-05-02", "3 May 2017 + 52 weeks = 2 May 2018, + 12 months = 2 May 2019"),
    (24, 0, "2010", "2016", "2010 + 2 years = 2012, + 4 years = 2016"),
    (
      18, 0, "2010", "2015-07/2016-06",
      "2010 + 18 months = July 2011 to June 2012, + 4 years = July 2015 to June 2016"
    ),
  ]

  @Test(
    "The sum follows the length, its boundaries included, and is as exact as the date",
    arguments: sums.indices)
  func sum(index: Int) throws {
    let (months, days, date, since, sum) = Self.sums[index]
    let spent = try #require(try policy().spent(custody(months, days: days, date), on: day("2026-03-01")))
    #expect(spent.since?.description == since)
    #expect(spent.sum.hasPrefix("The sum: \(sum) (Rehabilitation of Offenders Act 1974 s.5"), "\(spent.sum)")
  }

  @Test("A fine counts from the conviction")
  func fines() throws {
    let spent = try #require(try policy().spent(fine("2020-03"), on: day("2026-03-01")))
    #expect(
      spent.advice.hasPrefix("may be spent since March 2021: legal read. The sum: March 2020 + 12 months"))
  }

  @Test("It is said from the first day on which it may be so, and not before")
  func today() throws {
    let told = try custody(10, "2017-05")
    #expect(try policy().spent(told, on: day("2019-02-28")) == nil)
    #expect(
      try policy().spent(told, on: day("2019-03-01"))?.tells
        == "tells a conviction that may be spent since March 2019")
    #expect(
      try policy().spent(custody(18, "2010"), on: day("2015-07-01"))?.tells
        == "tells a conviction that may be spent, since some time in July 2015 to June 2016")
    #expect(try policy().spent(custody(10, nil), on: day("2026-03-01")) == nil)
  }

  @Test("What is suspended, and what is the longest of several, is said")
  func notes() throws {
    let spent = try policy().spent(
      custody(10, "2017-05", isSuspended: true, ofSeveral: true), on: day("2026-03-01"))
    #expect(
      spent?.sum.contains(
        "; of several lengths the longest; a suspended sentence counts like custody of its length") == true)
  }

  @Test("The law is that of the court that is named, else of the desk's home, else nothing is said")
  func law() throws {
    let on = day("2026-03-01")
    #expect(try policy(nil).spent(custody(10, "2017-05"), on: on) == nil)
    #expect(try policy("us-nm").spent(custody(10, "2017-05"), on: on) == nil)
    #expect(try policy("ew-crown").spent(custody(10, "2017-05"), on: on)?.since != nil)
    for home in [nil, "us-nm", "ew"] {
      #expect(try policy(home).spent(custody(10, "2017-05", law: .englandAndWales), on: on)?.since != nil)
      let scottish = try policy(home).spent(custody(10, "2017-05", law: .scotland), on: on)
      #expect(
        scottish?.advice
          == "may be spent: legal read. It is not counted: the policy has no figures for Scotland.")
    }
    let irish = try policy().spent(fine("2017-05", law: .northernIreland), on: on)
    #expect(irish?.since == nil && irish?.sum.contains("Northern Ireland") == true)
  }

  @Test("Where nothing is counted nothing is said of a sentence that still runs, or of a fine that is news")
  func running() throws {
    #expect(try policy().spent(custody(10, "2026-01", law: .scotland), on: day("2026-03-01")) == nil)
    #expect(try policy().spent(fine("2026-02-27", law: .scotland), on: day("2026-03-01")) == nil)
  }

  @Test("The figures are the policy's: a desk's own row wins, and one for another law is counted")
  func rows() throws {
    let row =
      "spent.%: {name: x, why: an act, ask: y, spent: {custody: [{upTo: 12, after: 24}, {after: 60}], fine: 6}}"
    let own = try policy(row: row.replacing("%", with: "ew"))
    #expect(try own.spent(custody(10, "2017-05"), on: day("2026-03-01"))?.since?.description == "2020-03")
    let scottish = try policy(row: row.replacing("%", with: "scot"))
    let since = try scottish.spent(custody(20, "2010-05", law: .scotland), on: day("2026-03-01"))?.since
    #expect(since?.description == "2017-01")
  }

  @Test(
    "Figures that leave a length out, or a jurisdiction that is no name, are refused",
    arguments: [
      "shelfLives: {spent.ew: {name: x, why: y, ask: z, spent: {custody: [{upTo: 12, after: 1}], fine: 1}}}",
      "shelfLives: {spent.ew: {name: x, why: y, ask: z, spent: {custody: [{upTo: 12, after: 1}, {upTo: 6, after: 1}, {after: 1}], fine: 1}}}",
      "shelfLives: {spent.ew: {name: x, why: y, ask: z, spent: {custody: [], fine: 1}}}",
      "shelfLives: {spent.ew: {name: x, why: y, ask: z, spent: {fine: 1}}}",
      "shelfLives: {spent.ew: {name: x, why: y, ask: z, spent: {custody: [{after: -1}], fine: 1}}}",
      "jurisdiction: England and Wales", "jurisdiction: scotland", "jurisdiction: e-w",
      "jurisdiction: england",
    ])
  func refused(yaml: String) {
    #expect(throws: Refusal.self) { try Policy(yaml: Policy.defaultYAML + "\n" + yaml) }
  }

  // MARK: What it asks of a draft

  private func draft(_ more: String = "", at start: Int, live: LiveRevision? = nil) throws -> Draft {
    var draft = aDraft(
      keyPoints: [aKeyPoint(1, "Reed was jailed.", at: 0), aKeyPoint(2, "It rained.", at: 100)], live: live,
      policy: try Policy(yaml: Policy.defaultYAML + "\njurisdiction: ew\n" + more))
    draft.convictions = [
      ToldConviction(
        sentence: Support(span: Span(start, start + 10), wordsFrom: aRevision(), writtenIn: aRevision()),
        words: "Reed was jailed for ten months in May 2017.", quote: "was jailed for ten months in May 2017",
        conviction: try custody(10, "2017-05"))
    ]
    return draft
  }

  @Test("The legal read is asked of the key point that tells it, and of no other")
  func asks() throws {
    let missing = try draft(at: 0).missing.filter { $0.read == .legal }
    #expect(
      missing.map(\.says) == [
        "one legal approval because it tells a conviction that may be spent since March 2019, from lea (ana wrote the words)"
      ])
    #expect(missing.map(\.about) == [["K1"]])
    #expect(try draft(at: 500).missing.filter { $0.read == .legal } == [])
  }

  @Test(
    "A sentence that no key point says is missing where the desk wants accusations covered, until it is waived"
  )
  func coverage() throws {
    #expect(try draft(at: 500).missing.contains { $0.about.isEmpty } == false)
    let covered = try draft("coverage: true\n", at: 500)
    #expect(
      covered.missing.filter(\.about.isEmpty).map(\.says) == [
        "“Reed was jailed for ten months in May 2017.” tells a conviction that may be spent since March 2019, and no "
          + "key point says so: make it one, or waive it with a reason"
      ])
    #expect(try draft("coverage: true\n", at: 0).missing.contains { $0.about.isEmpty } == false)
    let words = "Reed was jailed for ten months in May 2017."
    #expect(try covered.waive(words, reason: "read", by: dov).does.hasPrefix("tells a conviction"))
    #expect(refusal { _ = try covered.waive(words, reason: "read", by: ana) }?.code == "role")
  }

  @Test("Words that are published as they stand are not asked about")
  func published() throws {
    let live = LiveRevision(revision: 1, on: day("2018-07-13"))
    let draft = try draft("coverage: true\n", at: 0, live: live)
    #expect(draft.spentConvictions.isEmpty && draft.missing.allSatisfy { $0.read != .legal })
  }
}

@Suite("Claims beside convictions")
struct ClaimsBesideConvictionsTests {
  @Test(
    "That a sentence was passed is no claim that somebody is held; that they are held still is",
    arguments: [
      ("Jonas Reed was jailed for ten months in May 2017.", false),
      ("Jonas Reed was jailed for ten months in May 2017 and remains in custody.", true),
      ("Jonas Reed is serving a three-year sentence.", true), ("Jonas Reed was jailed in May 2017.", true),
    ])
  func held(text: String, isClaim: Bool) throws {
    let manuscript = try Filing.read(Array("\(text)\n".utf8))
    let rules = claims(in: manuscript, dateline: day("2017-06-01")).map(\.rule)
    #expect(rules.contains("custody") == isClaim, "\(rules)")
  }
}
