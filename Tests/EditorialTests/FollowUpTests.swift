import Editorial
import Testing
import TextAnalysis

@Suite("Closing a follow-up")
struct ClosureTests {
  private let today = day("2024-09-01")

  private func followUp(open: Bool = true) -> FollowUp {
    FollowUp(
      id: 1, number: 1, question: "Was a notice filed?", matter: nil, open: open, openedOn: day("2024-08-15"),
      turn: "ana", claims: [aClaim()], outcome: open ? nil : .stands, source: nil, asOf: nil, next: nil,
      note: nil,
      closedBy: open ? nil : "ben", closedAt: nil)
  }

  private func close(
    _ outcome: FollowUpOutcome, source: Bool = false, next: String? = nil, note: Bool = false,
    revision: Int? = nil,
    asOf: String? = nil, open: Bool = true
  ) throws -> ClaimFate {
    try followUp(open: open).close(
      as: Closure(
        outcome: outcome, source: source ? "https://court.example/7" : nil, asOf: asOf.map { day($0) },
        next: next.map { day($0) }, note: note ? "the notice was filed" : nil, revision: revision),
      by: "ben", today: today)
  }

  /// What an outcome is refused without.
  enum Part: CaseIterable { case source, next, note, revision }

  @Test(
    "Each outcome needs its own parts and is refused without any one of them",
    arguments: [
      (.stands, [.source, .next]), (.updated, [.revision]), (.overtaken, [.source, .note]), (.wrong, [.note]),
      (.leftAsDated, [.note]), (.unresolved, [.source, .next]),
    ] as [(FollowUpOutcome, Set<Part>)])
  func needs(outcome: FollowUpOutcome, parts: Set<Part>) throws {
    func with(_ parts: Set<Part>) throws -> ClaimFate {
      try close(
        outcome, source: parts.contains(.source), next: parts.contains(.next) ? "2024-12-01" : nil,
        note: parts.contains(.note), revision: parts.contains(.revision) ? 2 : nil)
    }
    #expect(throws: Never.self) { _ = try with(parts) }
    for part in parts {
      let refused = refusal { _ = try with(parts.subtracting([part])) }
      #expect(refused?.kind == .usage, "without \(part)")
      #expect(refused?.says.hasSuffix("Nothing was changed.") == true)
    }
    #expect(refusal { _ = try with([.next]) } != nil, "moving a date is no outcome")
  }

  @Test("Where one looked may also be told in words")
  func unresolved() throws {
    #expect(throws: Never.self) { _ = try close(.unresolved, next: "2024-09-02", note: true) }
  }

  @Test("What stands is asked again on the day that was given, and says who attested it as of when")
  func stands() throws {
    let fate = try close(.stands, source: true, next: "2024-12-01", asOf: "2024-08-20")
    #expect(
      fate
        == .askAgain(
          Due(
            on: day("2024-12-01"),
            because: "attested by ben as of 20 August 2024; to be asked again on 1 December 2024")))
  }

  @Test("What ended is asked no more, and says why")
  func retires() throws {
    #expect(try close(.updated, revision: 2) == .retired(because: "updated in r2, said ben"))
    #expect(
      try close(.overtaken, source: true, note: true)
        == .retired(because: "overtaken: the notice was filed, said ben as of 1 September 2024"))
  }

  @Test("The next day is after today, and nobody attests the future")
  func days() {
    for next in ["2024-09-01", "2024-08-31", "0001-01-01"] {
      #expect(refusal { _ = try close(.stands, source: true, next: next) }?.code == "next")
      #expect(refusal { _ = try close(.unresolved, source: true, next: next) }?.code == "next")
    }
    for outcome in FollowUpOutcome.allCases {
      let refused = refusal {
        _ = try close(outcome, source: true, next: "2025-01-01", note: true, revision: 2, asOf: "2024-09-02")
      }
      #expect(refused?.code == "closure")
    }
  }

  @Test("A closed one is not closed again", arguments: FollowUpOutcome.allCases)
  func twice(outcome: FollowUpOutcome) throws {
    let refused = refusal {
      _ = try close(outcome, source: true, next: "2025-01-01", note: true, revision: 2, open: false)
    }
    #expect(refused?.kind == .conflict)
    #expect(refused?.says == "F1 was closed already, as stands by ben. Nothing was changed.")
  }
}

@Suite("Nights")
struct NightsTests {
  @Test(
    "Missed nights lie between the last finished run and the night, and never before the newsroom was made",
    arguments: [
      // last finished, made, night, missed
      ("2024-07-13", "2024-01-01", "2024-07-14", []), ("2024-07-13", "2024-01-01", "2024-07-13", []),
      ("2024-07-13", "2024-01-01", "2024-07-12", []),
      ("2024-07-13", "2024-01-01", "2024-07-15", ["2024-07-14"]),
      (nil, "2024-07-13", "2024-07-13", []), (nil, "2024-07-13", "2024-07-14", []),
      (nil, "2024-07-13", "2024-07-16", ["2024-07-14", "2024-07-15"]), (nil, "2024-07-13", "2024-07-01", []),
      ("2024-07-01", "2024-07-13", "2024-07-15", ["2024-07-14"]),
      ("2024-02-27", "2024-01-01", "2024-03-02", ["2024-02-28", "2024-02-29", "2024-03-01"]),
      ("2023-02-27", "2023-01-01", "2023-03-02", ["2023-02-28", "2023-03-01"]),
      ("2024-12-30", "2024-01-01", "2025-01-02", ["2024-12-31", "2025-01-01"]),
      ("2024-04-29", "2024-01-01", "2024-05-01", ["2024-04-30"]),
    ] as [(String?, String, String, [String])])
  func missed(last: String?, made: String, night: String, missed: [String]) {
    let found = missedNights(lastFinished: last.map { day($0) }, initialised: day(made), date: day(night))
    #expect(found.map(\.description) == missed)
  }

  @Test("After four hundred days every night between is missed once")
  func longAbsence() {
    let found = missedNights(
      lastFinished: day("2024-01-01"), initialised: day("2023-01-01"), date: day("2025-02-05"))
    #expect(found.count == 400)
    #expect(Set(found).count == 400)
    #expect(found == found.sorted())
  }

  @Test("Tonight is tonight, a past night is past, and a future one is only tried out")
  func kinds() throws {
    let today = day("2024-07-15")
    for dryRun in [true, false] {
      #expect(try Night(of: today, today: today, dryRun: dryRun) == .tonight)
      #expect(try Night(of: day("2024-07-14"), today: today, dryRun: dryRun) == .past)
    }
    let refused = refusal { _ = try Night(of: day("2024-07-16"), today: today, dryRun: false) }
    #expect(refused?.kind == .usage)
    #expect(refused?.code == "future")
    #expect(refused?.says.contains("stet nightly --as-of 2024-07-16 --dry-run") == true)
    #expect(try Night(of: day("2024-07-16"), today: today, dryRun: true) != .tonight)
  }

  @Test(
    "Claims of one matter are one question; a likeness of words never links",
    arguments: [
      ([], []), ([(1, nil, nil)], [[1]]), ([(1, nil, nil), (2, nil, nil)], [[1], [2]]),
      ([(1, "m", nil), (2, "n", nil), (3, "m", nil)], [[1, 3], [2]]),
      ([(1, "m", nil), (2, nil, nil), (3, "m", nil)], [[1, 3], [2]]),
      ([(1, "m", "F1"), (2, "m", nil)], [[2]]),
      ([(1, nil, "F1"), (2, nil, "F1")], []),
    ] as [([(Int64, String?, String?)], [[Int64]])])
  func groups(stale: [(Int64, String?, String?)], groups: [[Int64]]) {
    let claims = stale.map { id, matter, followUp in
      StaleClaim(claim: aClaim(id, matter: matter), live: nil, turn: "ana", followUp: followUp, question: "?")
    }
    let questions = Question.group(claims)
    #expect(questions.map { $0.claims.map(\.claim.id) } == groups)
    #expect(
      questions.allSatisfy { question in question.claims.allSatisfy { $0.claim.matter == question.matter } })
  }

  @Test("A question asks and says where to look, and asserts nothing")
  func question() {
    #expect(
      Policy.default.question(rule: "jury.out", kind: .pendingLegal) == "Is there a verdict? Look: the court."
    )
    #expect(Policy.default.question(rule: "price.market", kind: .provisionalFigure) == "What is it now?")
    for rule in claimRules {
      #expect(Policy.default.question(rule: rule.name, kind: rule.kind).contains("?"))
    }
  }
}
