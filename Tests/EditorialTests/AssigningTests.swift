import Testing
import TextAnalysis

@testable import Editorial

@Suite("Assignment: whose queue shows a read")
struct AssigningTests {
  private let toCleo = [Assignment(read: .fact, to: "cleo", by: "dov", at: "")]

  private func queues(_ draft: Draft, away: [Absence] = []) -> [String] {
    desk.filter { draft.waits(for: $0, away: away).contains { $0.kind == .sign } }.map(\.handle)
  }

  private func absent(_ member: Member, for deputy: Member?) -> Absence {
    Absence(member: member.handle, until: day("2024-08-01"), deputy: deputy?.handle)
  }

  @Test("Only the assignee is shown it, while there and able to give it; else everybody who can")
  func shown() throws {
    let all = ["ben", "cleo", "dov"]
    #expect(queues(aDraft()) == all)
    #expect(queues(aDraft(assignments: toCleo)) == ["cleo"])
    // Who may sign does not change.
    #expect(throws: Never.self) {
      try aDraft(assignments: toCleo).sign(
        SignOffOrder(
          labels: nil, read: .fact, verdict: .approve, basis: nil, comment: nil, reason: nil, evidence: [],
          revision: 1), by: ben)
    }
    #expect(aDraft(assignments: toCleo).missing.first?.who == all)
    #expect(queues(aDraft(assignments: [Assignment(read: .desk, to: "cleo", by: "dov", at: "")])) == all)
    #expect(queues(aDraft(assignments: toCleo), away: [absent(cleo, for: nil)]) == all)
    #expect(queues(aDraft(assignments: toCleo), away: [absent(cleo, for: dov)]) == ["dov"])
    #expect(queues(aDraft(assignments: toCleo), away: [absent(cleo, for: lea)]) == all)
    #expect(
      queues(aDraft(assignments: toCleo), away: [absent(cleo, for: dov), absent(dov, for: ben)]) == all)
    let lost = Member(id: cleo.id, handle: "cleo", name: "Cleo Hart", active: true, roles: [.reporter])
    #expect(queues(aDraft(members: [ana, ben, lost, dov], assignments: toCleo)) == ["ben", "dov"])
    let own = aDraft(keyPoints: [aKeyPoint(from: aRevision(by: cleo))], assignments: toCleo)
    #expect(queues(own) == ["ben", "dov"])
    let two = try policy("  fact: {approvals: 1}", "  fact: {approvals: 2}")
    let half = aDraft(
      keyPoints: [aKeyPoint(signOffs: [aSignOff(by: cleo)])], policy: two, assignments: toCleo)
    #expect(queues(half) == ["ben", "dov"])
  }

  @Test("Who may publish assigns, and everybody to themselves; the assignee can give the read")
  func mayAssign() throws {
    #expect(try aDraft().assign(.fact, to: "ben", by: dov)?.handle == "ben")
    #expect(try aDraft().assign(.fact, to: "ben", by: ben)?.handle == "ben")
    #expect(try aDraft(assignments: toCleo).assign(.fact, to: nil, by: cleo) == nil)
    let cases: [(String, Draft, Read, String?, Member)] = [
      ("role", aDraft(), .fact, "cleo", ben), ("role", aDraft(), .fact, "ana", dov),
      ("role", aDraft(), .fact, "zoe", dov), ("role", aDraft(), .legal, "ben", dov),
      ("role", aDraft(assignments: toCleo), .fact, nil, ben), ("not-assigned", aDraft(), .fact, nil, dov),
      ("own-words", aDraft(keyPoints: [aKeyPoint(from: aRevision(by: cleo))]), .fact, "cleo", dov),
      ("ended", aDraft(end: ended(.spiked)), .fact, "ben", dov),
    ]
    for (code, draft, read, to, member) in cases {
      #expect(refusal { _ = try draft.assign(read, to: to, by: member) }?.code == code)
    }
  }
}
