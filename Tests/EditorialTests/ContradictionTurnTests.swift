import Testing
import TextAnalysis

@testable import Editorial

@Suite("Whose turn a contradiction is")
struct ContradictionTurnTests {
  @Test("A suggestion is its writer's while they are there; what is open is for who may settle it")
  func turns() {
    func turn(_ status: ContradictionStatus, filedBy member: Member, among members: [Member]) -> [String] {
      let one = Contradiction(
        id: 1, number: 1, draft: "d", kind: .internal, origin: .engine, rule: "weekday.date", status: status,
        outcome: nil, note: nil, other: nil, passages: [], raisedBy: nil, raisedAt: "", settledBy: nil,
        settledAt: nil, gone: false)
      return one.turn(filedBy: member.id, members: members, policy: .default).map(\.handle)
    }
    let settlers = ["ben", "cleo", "dov", "lea", "sam"]
    #expect(turn(.suggested, filedBy: ana, among: desk) == ["ana"])
    #expect(turn(.suggested, filedBy: eve, among: desk) == settlers)
    #expect(turn(.open, filedBy: ana, among: desk) == settlers)
    #expect(turn(.settled, filedBy: ana, among: desk) == [])
    #expect(turn(.open, filedBy: ana, among: [ana]) == [])
  }
}
