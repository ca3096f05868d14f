import Testing
import TextAnalysis

@testable import Editorial

@Suite("Who reads a limited draft")
struct LimitingTests {
  private func limit(_ handles: [String] = ["ben"], desks: [String] = [], writers: Set<Int64> = []) -> Limit {
    Limit(
      members: handles.map { Limit.Named(handle: $0, name: $0.uppercased()) }, desks: desks, by: "ana",
      at: "",
      reason: nil, writers: writers)
  }

  private func limited(_ draft: Draft, to limit: Limit) -> Draft {
    var draft = draft
    draft.limit = limit
    return draft
  }

  @Test("Its writers and its chiefs decide; not what is out, nor what has ended")
  func decides() {
    #expect(throws: Never.self) { try aDraft().mayBeLimited(by: ana, writers: [ana.id]) }
    #expect(throws: Never.self) { try aDraft().mayBeLimited(by: dov, writers: [ana.id]) }
    for (code, draft, member) in [
      ("role", aDraft(), ben), ("role", aDraft(), cleo),
      ("ended", aDraft(end: ended(.spiked)), ana),
      ("published", aDraft(live: LiveRevision(revision: 1, on: day("2024-07-13"))), ana),
    ] {
      #expect(refusal { try draft.mayBeLimited(by: member, writers: [ana.id]) }?.code == code)
    }
    let standing = limited(aDraft(), to: limit(writers: [ana.id]))
    #expect(throws: Never.self) { try standing.mayBeOpened(by: ana) }
    #expect(throws: Never.self) { try standing.mayBeOpened(by: dov) }
    #expect(refusal { try standing.mayBeOpened(by: ben) }?.code == "role")
    #expect(refusal { try aDraft().mayBeOpened(by: ana) }?.code == "not-limited")
  }

  @Test("It is told in words, and as one types it")
  func inWords() {
    for (handles, desks, words, typed) in [
      (["ana"], ["business"], "ANA, desk business", "ana,@business"), ([], ["law"], "desk law", "@law"),
      (["ana", "ben"], [], "ANA, BEN", "ana,ben"), ([], [], "its writers alone", ""),
    ] {
      let one = limit(handles, desks: desks)
      #expect(one.inWords == words && one.typed == typed)
    }
    let draft = limited(aDraft(), to: limit())
    #expect(
      draft.mayNotRead("cleo", "assigned", limit: limit()).next
        == ["stet limit \(draft.slug) --to ben,cleo --reason TEXT"])
  }

  @Test("Reads and assignments that no reader can see to are told")
  func unread() {
    let none = limited(aDraft(members: [ana]), to: limit(["ana"]))
    #expect(none.limitNotices.contains { $0.hasPrefix("Nobody who may read it can give the fact read of") })
    #expect(limited(aDraft(members: [ana, ben]), to: limit()).limitNotices == [])
    let assigned = aDraft(
      members: [ana, ben], assignments: [Assignment(read: .fact, to: "cleo", by: "dov", at: "")])
    #expect(
      limited(assigned, to: limit()).limitNotices
        == ["The fact read is assigned to cleo, who may not read it."])
    #expect(aDraft(members: [ana]).limitNotices == [])
  }

  @Test("A collision waits for whoever decides who reads, until it is settled once")
  func collisions() throws {
    func collision(_ outcome: CollisionOutcome?) -> Collision {
      Collision(
        number: 1, draft: "growth", revision: 2, quote: "3.9", mine: "4.1", rule: "figure", foundAt: "",
        outcome: outcome, reason: nil, settledBy: outcome.map { _ in "ana" })
    }
    var draft = limited(aDraft(), to: limit(writers: [ana.id]))
    draft.collisions = [collision(nil)]
    func asks(_ member: Member) -> Bool { draft.waits(for: member).contains { $0.kind == .collision } }
    #expect(asks(ana) && asks(dov) && !asks(ben))
    #expect(try draft.settleCollision("y1", by: ana).draft == "growth")
    #expect(refusal { _ = try draft.settleCollision("Y1", by: ben) }?.code == "role")
    #expect(refusal { _ = try draft.settleCollision("Y2", by: ana) }?.code == "collision")
    draft.collisions = [collision(.kept)]
    #expect(!asks(ana))
    #expect(try draft.settleCollision("Y1", by: ana).draft == "growth", "what was kept may be told yet")
    draft.collisions = [collision(.rounding)]
    #expect(refusal { _ = try draft.settleCollision("Y1", by: ana) }?.code == "settled")
  }

  @Test("A slug that nobody guesses keeps the name before it, and is one, however long the name is")
  func unguessable() {
    for wanted in ["q3-figures", "a", String(repeating: "ab-", count: 26) + "cd"] {
      let slug = Slug.unguessable(wanted)
      #expect(Slug.isPlain(slug) && slug.wholeMatch(of: /.+-[a-z0-9]{4}/) != nil)
      #expect(slug.hasPrefix(String(wanted.prefix(70))))
    }
    #expect(Set((0..<50).map { _ in Slug.unguessable("a") }).count > 40)
  }
}
