import FoundationEssentials
import Testing
import TextAnalysis

@testable import Editorial

/// Random histories of one draft, played on the rules and, beside them, on a record so plain that one sees
/// that it is right. Both are asked after every act.
@Suite("Random histories of a draft: whatever members, deputies and experts do with it")
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
    #expect(acts.replied > 100)
    #expect(acts.invited > 100)
    #expect(acts.answered > 50)
    #expect(acts.stoodIn > 30)
    #expect(acts.assigned > 100)
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
    ("forgets replies", asksFor { !$0.says.contains("accused by name") }),
    ("takes an answer for told that was cut", Story.Rules(isTold: { _ in true })),
    (
      "counts an expert once per invitation",
      Story.Rules(expert: { _, invitation in 1_000 + Int64(invitation) })
    ),
    (
      "counts an inviter and their expert as two",
      Story.Rules(count: { draft, keyPoint, asked in
        var apart = keyPoint
        apart.signOffs = apart.signOffs.map { one in
          one.with(one.standing, invitedBy: one.invitedBy.map { _ in one.member })
        }
        return draft.approvals(of: apart, for: asked)
      })
    ),
    (
      "counts no expert",
      Story.Rules(count: { draft, keyPoint, asked in
        var without = keyPoint
        without.signOffs.removeAll { $0.invitedBy != nil }
        return draft.approvals(of: without, for: asked)
      })
    ),
    ("takes an expert's answer to other words", Story.Rules(changes: { _, _ in [] })),
    ("lets a deputy sign as the absent", Story.Rules(signer: { _, absent in absent })),
    (
      "shows what is assigned to somebody absent to nobody else",
      Story.Rules(waits: { draft, member, _ in draft.waits(for: member) })
    ),
    (
      "shows what is assigned to everybody",
      Story.Rules(waits: { draft, member, away in
        aDraft(
          keyPoints: draft.keyPoints, latest: draft.latest, policy: draft.policy, members: draft.members,
          wire: draft.wire, accusations: draft.accusations
        ).waits(for: member, away: away)
      })
    ),
    (
      "hides what is assigned from others for good",
      Story.Rules(waits: { draft, member, away in
        draft.waits(for: member, away: away).filter { waiting in
          !draft.assignments.contains {
            waiting.why.contains("\($0.read.rawValue) read") && $0.to != member.handle
          }
        }
      })
    ),
    ("forgets doubts", asksFor { $0.read != nil || $0.says.contains("key point") }),
  ]

  @Test("Rules that are broken are caught: negative control", arguments: broken.indices)
  func control(index: Int) throws {
    var tally = Story.Tally()
    let caught = try (1...2_000).contains { seed in
      try Story.play(seed: UInt64(seed), tally: &tally, rules: Self.broken[index].1) != nil
    }
    #expect(caught, "\(Self.broken[index].0)")
  }
}
