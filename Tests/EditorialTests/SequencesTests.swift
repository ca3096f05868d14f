import Testing
import TextAnalysis

@testable import Editorial

/// Random histories of one draft, played on the rules and, beside them, on a record so plain that one sees that it
/// is right. Both are asked after every act.
@Suite("Random histories of filings, sign-offs and withdrawals")
struct SequencesTests {
  /// A way of counting approvals: the rules' own, or one that is broken on purpose.
  typealias Counter = @Sendable (KeyPoint, Read) -> Int

  @Test("No requirement is met that the plain record denies, nobody counts twice, nobody approves own words")
  func rulesAgreeWithTheRecord() throws {
    var acts = Story.Tally()
    for seed in 1...2_000 {
      if let found = try Story.play(
        seed: UInt64(seed), tally: &acts, counting: { $0.approvals(for: $1, on: aRevision().dateline) })
      {
        Issue.record("seed \(seed): \(found)")
        return
      }
    }
    // Histories in which nothing happens would prove nothing.
    #expect(acts.approved > 1_000)
    #expect(acts.refused > 500)
    #expect(acts.withdrawn > 200)
    #expect(acts.outdated > 500)
    #expect(acts.carried > 500)
    #expect(acts.ready > 200)
  }

  static let broken: [(String, Counter)] = [
    (
      "counts a member's second approval",
      { keyPoint, read in
        keyPoint.standing.filter { $0.read == read && $0.verdict == .approve }.count
          + keyPoint.signOffs.filter { $0.read == read && $0.standing == .superseded }.count
      }
    ),
    (
      "counts what is outdated",
      { keyPoint, read in
        Set(
          keyPoint.signOffs.filter { $0.read == read && $0.verdict == .approve && $0.standing != .withdrawn }
            .map(\.memberID)
        ).count
      }
    ),
    (
      "counts what was withdrawn",
      { keyPoint, read in
        Set(
          keyPoint.signOffs.filter { $0.read == read && $0.verdict == .approve && $0.standing != .outdated }
            .map(\.memberID)
        ).count
      }
    ),
    (
      "counts every read",
      { keyPoint, _ in
        Set(keyPoint.standing.filter { $0.verdict == .approve }.map(\.memberID)).count
      }
    ),
    (
      "counts queries",
      { keyPoint, read in Set(keyPoint.standing.filter { $0.read == read }.map(\.memberID)).count }
    ),
    (
      "forgets one", { keyPoint, read in max(0, keyPoint.approvals(for: read, on: aRevision().dateline) - 1) }
    ),
  ]

  @Test("A counter that is broken is caught: negative control", arguments: broken.indices)
  func control(index: Int) throws {
    var tally = Story.Tally()
    let caught = try (1...300).contains { seed in
      try Story.play(seed: UInt64(seed), tally: &tally, counting: Self.broken[index].1) != nil
    }
    #expect(caught, "\(Self.broken[index].0)")
  }
}
