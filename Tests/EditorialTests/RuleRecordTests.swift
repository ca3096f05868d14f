import Testing
import TextAnalysis

@testable import Editorial

@Suite("The record of a rule")
struct RuleRecordTests {
  @Test("What people say of a finding bears it out or not, and keeps its word")
  func judgements() {
    let against: Set<String> = [
      "different-scope", "rounding", "not-a-contradiction", "dismissed", "left-as-dated",
    ]
    let words =
      ["open", "dismissed"] + ContradictionOutcome.allCases.map(\.rawValue)
      + FollowUpOutcome.allCases.map(\.rawValue)
    #expect(Set(words).count == words.count)
    for word in words {
      let judgement = Judgement(word)
      #expect(judgement?.word == word)
      #expect(judgement?.bearsOut == !against.contains(word), "\(word)")
    }
    #expect(Judgement("suggested") == nil && Judgement("") == nil)
  }

  /// Confirmed, dismissed; the precision; whether it is quiet at 50 percent after 20.
  @Test(
    "Precision needs five that were settled, and a rule goes quiet below half of twenty",
    arguments: [
      (0, 0, nil, false), (4, 0, nil, false), (0, 4, nil, false), (5, 0, 100, false), (0, 5, 0, false),
      (14, 2, 87, false), (9, 10, 47, false), (10, 10, 50, false), (9, 11, 45, true), (0, 19, 0, false),
      (0, 20, 0, true), (499, 501, 49, true), (2, 1, nil, false), (4, 2, 66, false),
    ] as [(Int, Int, Int?, Bool)])
  func bounds(confirmed: Int, dismissed: Int, precision: Int?, quiet: Bool) {
    let record = RuleRecord([.settled(.fixedHere): confirmed, .settled(.rounding): dismissed])
    #expect(record.confirmed == confirmed && record.settled == confirmed + dismissed)
    #expect(record.precision == precision)
    #expect(record.isQuiet(under: Policy.QuietBelow()) == quiet)
    // A desk that wants to hear everything does.
    #expect(!record.isQuiet(under: Policy.QuietBelow(percent: 0, settled: 5)))
  }

  @Test("What was dismissed is told by outcome, the most frequent first")
  func outcomes() {
    let record = RuleRecord([
      .confirmed: 2, .settled(.rounding): 1, .settled(.notAContradiction): 3, .dismissed: 1,
    ])
    #expect(
      record.dismissed.map { "\($0.count) \($0.word)" } == [
        "3 not-a-contradiction", "1 dismissed", "1 rounding",
      ])
    #expect(record.confirmed == 2 && record.precision == 28)
  }

  @Test("A rule that is none is refused with the nearest that is")
  func names() throws {
    for name in ["weekday.date", "appeal.planned", "archive.count-differs", "dispute.but-said"] {
      #expect(throws: Never.self) { try mustBeRule(name) }
    }
    let refused = try #require(refusal { try mustBeRule("weekday.dat") })
    #expect(refused.kind == .missing && refused.says.contains("did you mean weekday.date?"))
    for name in ["", "brought.slip", "flagged", String(repeating: "x", count: 100_000)] {
      #expect(refusal { try mustBeRule(name) }?.kind == .missing)
    }
  }
}
