import Testing

@testable import stet_bench

@Suite("Figures of accuracy")
struct AccuracyTests {
  @Test(
    "A document is always in the same part",
    arguments: [("", 0), ("wsj_1011.tml", 4), ("tdg-4078", 0), ("tdg-4079", 3), ("gum-clock", 2)])
  func stable(name: String, part: Int) {
    #expect(fold(ofDocument: name) == part)
  }

  @Test("The parts are of about one size")
  func even() {
    var counts = Array(repeating: 0, count: foldCount)
    for number in 0..<1_000 { counts[fold(ofDocument: "story-\(number)")] += 1 }
    #expect(counts.allSatisfy { (150...250).contains($0) }, "\(counts)")
  }

  @Test("Mean and deviation")
  func spread() throws {
    let spread = try #require(meanAndDeviation([0.2, 0.4, 0.6]))
    #expect(percentage(spread.mean) == 40)
    #expect(percentage(spread.deviation) == 16.3)
    #expect(meanAndDeviation([]) == nil)
  }

  @Test("The figures that the scorer of conflicts prints are read by name")
  func printed() {
    let figures = conflictFigures(
      """
      pairs all             n 116 P 0.545 R 0.638 F1 0.588 (tp 30 fp 25 fn 17) accuracy 0.638
      pairs story-to-story  n  38 P 0.500 R 0.286 F1 0.364 (tp 2 fp 2 fn 5) accuracy 0.8
      recall strict: 9/17
      recall superseded: 0/0
      detect any type  partial P 0.258 R 0.333 F1 0.291 (tp 16 fp 46 fn 32)
      something else
      """)
    #expect(
      figures == [
        "all P": 0.545, "all R": 0.638, "all F1": 0.588, "story-to-story P": 0.5, "story-to-story R": 0.286,
        "story-to-story F1": 0.364, "recall strict": 9.0 / 17, "any type partial P": 0.258,
        "any type partial R": 0.333, "any type partial F1": 0.291,
      ])
  }

  @Test("The page shows what is missed in bold, and where it errs")
  func page() {
    let figures = [
      MeasuredFigure(name: "Dates", stet: 0.8123, aim: 0.842, peers: "Other 84.2", folds: [0.8, 0.82]),
      MeasuredFigure(name: "Claims", stet: 0.7, baseline: 0.54),
      MeasuredFigure(name: "Pairs", stet: 0.5, baseline: 0.5),
      MeasuredFigure(name: "History", stet: 0),
    ]
    let errors = TaskErrors(
      title: "Dates",
      errors: [
        AccuracyError(kind: "spurious", place: "a 1-2", what: "DATE 2024"),
        AccuracyError(kind: "missed", place: "a 3-4", what: "DATE 2023"),
        AccuracyError(kind: "missed", place: "b 5-6", what: "SET P1W"),
      ])
    let count = SuiteCount(
      suite: "chrono", answers: [.passed, .failed, .deliberate(reason: "x"), .passed])
    let lines = accuracyPage(figures, errors: [errors], conformance: [count]).split(separator: "\n")
    for line in [
      "| Dates | **81.2** | 84.2 |  | 81.0 ± 1.0 | Other 84.2 |",
      "| Claims | 70.0 | > baseline | 54.0 |  |  |",
      "| Pairs | **50.0** | > baseline | 50.0 |  |  |",
      "| History | 0.0 |  |  |  |  |",
      "| chrono | 4 | 2 (50.0) | 1 | 1 |",
      "### Dates", "| missed | 2 |", "| spurious | 1 |", "missed: b 5-6: SET P1W",
    ] {
      #expect(lines.contains { $0 == line }, "\(line)")
    }
  }

  @Test("Each claim that is wrong is an error of one class, with its place and its rule")
  func claims() {
    func gold(_ start: Int, _ kind: String, _ due: String? = nil, alt: [String] = []) -> GoldClaim {
      GoldClaim(story: "s", start: start, end: start + 10, kind: kind, alt: alt, due: due)
    }
    func found(_ start: Int, _ kind: String, _ due: String? = nil) -> ClaimPrediction {
      ClaimPrediction(story: "s", start: start, end: start + 10, kind: kind, due: due, rule: "a.rule")
    }
    let errors = claimErrors(
      [
        gold(0, "role"), gold(20, "role"), gold(40, "role", alt: ["ongoing-state"]),
        gold(60, "role", "2024-07-15"), gold(80, "role", "2025-01-01/2025-12-31"),
        gold(100, "role", "2024-07-15"),
      ],
      [
        // Half of the sentence is enough, and less is not.
        found(5, "role"), found(26, "role"), found(40, "ongoing-state"), found(60, "role", "2024-07-16"),
        found(80, "announced-plan", "2026-01-01"), found(100, "role"),
      ])
    #expect(
      errors.map { "\($0.kind): \($0.place): \($0.what)" } == [
        "missed role: s 20-30: no day",
        "wrong kind: s 80-90: role, found announced-plan by a.rule",
        "wrong day: s 80-90: 2025-01-01/2025-12-31, found 2026-01-01 by a.rule",
        "day missed: s 100-110: 2024-07-15, found none by a.rule",
        "spurious role: s 26-36: by a.rule",
      ])
  }

  @Test("A page without errors has no chapter of them")
  func noErrors() {
    #expect(!accuracyPage([], errors: [], conformance: []).contains("## Where it errs"))
  }

  @Test("Every measure has a name of its own")
  func names() {
    #expect(Set(measures.map(\.name)).count == measures.count)
  }
}
