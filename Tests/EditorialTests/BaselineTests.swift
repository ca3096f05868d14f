import Testing
import TextAnalysis

@testable import Editorial

@Suite("What a night asks about an imported archive")
struct BaselineTests {
  struct Night: Sendable {
    let members: Int
    var open = 0
    var asked = 0
    var on = "2026-11-23"
    let budget: Int
  }

  @Test(
    "Two questions for each member on a working day, and never more than that open",
    arguments: [
      Night(members: 12, budget: 24), Night(members: 1, budget: 2), Night(members: 0, budget: 0),
      Night(members: 12, on: "2026-11-27", budget: 24), Night(members: 12, on: "2026-11-28", budget: 0),
      Night(members: 12, on: "2026-11-29", budget: 0), Night(members: 12, open: 24, asked: 24, budget: 0),
      Night(members: 12, open: 24, budget: 0), Night(members: 12, open: 21, budget: 3),
      Night(members: 12, open: 3, asked: 24, budget: 0), Night(members: 12, open: 3, asked: 10, budget: 14),
      Night(members: 2, open: 90, budget: 0),
    ])
  func budget(night: Night) {
    #expect(
      baselineBudget(members: night.members, open: night.open, asked: night.asked, on: day(night.on))
        == night.budget)
  }

  @Test("A week in which nobody answers adds nothing to what is open")
  func holiday() {
    var open = 0
    for date in 23...30 {
      open += baselineBudget(members: 12, open: open, asked: 0, on: day("2026-11-\(date)"))
    }
    #expect(open == 24)
  }

  @Test(
    "Who is accused comes before who is in danger, and both before the rest",
    arguments: [
      ("charged", true, 0), ("missing", true, 0), ("missing", false, 1), ("recall.product", false, 1),
      ("charged", false, 2), ("release", false, 2), ("no-such-rule", false, 2),
    ])
  func rank(rule: String, person: Bool, rank: Int) {
    #expect(baselineRank(rule: rule, person: person) == rank)
  }

  @Test("Rules about danger are rules that the shelf lives know")
  func known() {
    let ranked = Policy.default.shelfLives.keys.filter { baselineRank(rule: $0, person: false) == 1 }
    #expect(ranked.count == 15)
  }

  @Test("Questions go to whoever has the fewest")
  func turnsInOrder() {
    let members = [(handle: "cleo", open: 0), (handle: "ana", open: 2), (handle: "ben", open: 0)]
    #expect(turns(for: 6, among: members) == ["ben", "cleo", "ben", "cleo", "ana", "ben"])
    #expect(turns(for: 3, among: []) == [])
    #expect(turns(for: 0, among: members) == [])
  }

  @Test("Nobody signs what an archive says was published; its next revision is judged as any other")
  func gate() {
    let imported = LiveRevision(revision: 1, on: day("2016-07-14"), origin: .imported)
    let live = LiveRevision(revision: 1, on: day("2016-07-14"))
    #expect(aDraft(live: imported).missing.isEmpty && aDraft(live: imported).state == .published)
    #expect(aDraft(live: imported).status(of: aKeyPoint()) == .open)
    #expect(aDraft(latest: aRevision(2), live: imported).missing.count == 1)
    #expect(aDraft(latest: aRevision(2), live: imported).state == .inReview)
    // Negative control: what was published here is still judged.
    #expect(aDraft(live: live).missing.count == 1)
    let order = PublicationOrder(on: nil, override: false, reason: nil, revision: nil)
    #expect(refusal { _ = try aDraft(live: imported).publish(order, by: dov) }?.code == "published")
    #expect(
      refusal { _ = try aDraft(latest: aRevision(2), live: imported).publish(order, by: dov) }?.code
        == "not-ready")
  }
}
