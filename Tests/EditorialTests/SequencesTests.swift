import FoundationEssentials
import Testing
import TextAnalysis

@testable import Editorial

/// Random histories of one draft, played on the rules and, beside them, on a record so plain that one sees
/// that it is right. Both are asked after every act.
@Suite("Random histories of filings, sign-offs, withdrawals, waivers and changes of role")
struct SequencesTests {
  @Test("No requirement is met that the plain record denies, nobody counts twice, nobody approves own words")
  func rulesAgreeWithTheRecord() throws {
    var acts = Story.Tally()
    let histories = ProcessInfo.processInfo.environment["STET_HISTORIES"].flatMap { UInt64($0) } ?? 800
    for seed in 1...max(800, histories) {
      if let found = try Story.play(seed: seed, tally: &acts) {
        Issue.record("seed \(seed): \(found)")
        return
      }
    }
    // Histories in which nothing happens would prove nothing.
    #expect(acts.approved > 500)
    #expect(acts.refused > 500)
    #expect(acts.withdrawn > 40)
    #expect(acts.outdated > 200)
    #expect(acts.carried > 200)
    #expect(acts.waived > 100)
    #expect(acts.roles > 200)
    #expect(acts.ready > 100)
  }

  private static func counter(
    _ isCounted: @escaping @Sendable (SignOff, AskedRead) -> Bool
  ) -> Story.Rules {
    Story.Rules(count: { _, keyPoint, asked in
      Set(keyPoint.signOffs.filter { isCounted($0, asked) }.map(\.memberID)).count
    })
  }

  private static func asksFor(_ what: @escaping @Sendable (Missing) -> Bool) -> Story.Rules {
    Story.Rules(isReady: { !$0.missing.contains(where: what) })
  }

  static let broken: [(String, Story.Rules)] = [
    (
      "counts a member's second approval",
      Story.Rules(count: { _, keyPoint, asked in
        keyPoint.standing.filter { $0.read == asked.read && $0.verdict == .approve }.count
          + keyPoint.signOffs.filter { $0.read == asked.read && $0.standing == .superseded }.count
      })
    ),
    (
      "counts what is outdated",
      counter { $0.read == $1.read && $0.verdict == .approve && $0.standing != .withdrawn }
    ),
    (
      "counts what was withdrawn",
      counter { $0.read == $1.read && $0.verdict == .approve && $0.standing != .outdated }
    ),
    ("counts every read", counter { one, _ in one.standing.stands && one.verdict == .approve }),
    ("counts queries", counter { $0.read == $1.read && $0.standing.stands }),
    (
      "counts the feed as often as it is relied on",
      counter {
        $0.read == $1.read && $0.standing.stands && $0.verdict == .approve
          && ($1.wire == nil || $0.basis != .onAuthor)
      }
    ),
    ("forgets one", Story.Rules(count: { max(0, $0.approvals(of: $1, for: $2) - 1) })),
    ("forgets accusations in the body", asksFor { !$0.says.contains("no key point says so") }),
    ("forgets reads that only some key points need", asksFor { !$0.says.contains("because") }),
    ("forgets doubts", asksFor { $0.read != nil || $0.says.contains("key point") }),
  ]

  @Test("Rules that are broken are caught: negative control", arguments: broken.indices)
  func control(index: Int) throws {
    var tally = Story.Tally()
    let caught = try (1...600).contains { seed in
      try Story.play(seed: UInt64(seed), tally: &tally, rules: Self.broken[index].1) != nil
    }
    #expect(caught, "\(Self.broken[index].0)")
  }
}
