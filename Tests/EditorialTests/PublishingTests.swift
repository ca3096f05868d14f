import Editorial
import Testing
import TextAnalysis

@Suite("Publishing and ending")
struct PublishingTests {
  private let signed = [aKeyPoint(signOffs: [aSignOff()])]

  private func order(
    on: String? = nil, override: Bool = false, reason: String? = nil, revision: Int? = nil
  ) -> PublicationOrder {
    PublicationOrder(on: on.map { day($0) }, override: override, reason: reason, revision: revision)
  }

  @Test(
    "A ready revision is published today, or on a past day as it happened",
    arguments: [(nil, "2024-07-15"), ("2024-07-15", "2024-07-15"), ("2024-07-13", "2024-07-13")]
      as [(String?, String)])
  func publishes(on: String?, day expected: String) throws {
    #expect(try aDraft(keyPoints: signed).publish(order(on: on, revision: 1), by: cleo) == day(expected))
  }

  @Test("Editors and chiefs publish, nobody else", arguments: desk + [eve])
  func roles(member: Member) {
    let refused = refusal { _ = try aDraft(keyPoints: signed).publish(order(), by: member) }
    #expect((refused == nil) == [cleo, dov].contains(member))
    #expect(refused.map { $0.kind == .notAllowed && $0.says.contains("Who can: cleo or dov.") } ?? true)
  }

  @Test("A day to come, another revision and a revision that is live already are refused")
  func refusals() throws {
    let ready = aDraft(keyPoints: signed)
    let live = LiveRevision(revision: 1, on: day("2024-07-14"))
    let future = refusal { _ = try ready.publish(order(on: "2024-07-16"), by: dov) }
    #expect(future?.kind == .usage)
    #expect(future?.code == "future")
    #expect(refusal { _ = try ready.publish(order(revision: 2), by: dov) }?.kind == .outdated)
    let twice = refusal { _ = try aDraft(keyPoints: signed, live: live).publish(order(), by: dov) }
    #expect(twice?.kind == .conflict)
    #expect(twice?.code == "published")
    #expect(
      try aDraft(keyPoints: signed, latest: aRevision(2), live: live).publish(order(), by: dov)
        == day("2024-07-15"))
  }

  @Test("A later revision is not published before the one that readers see")
  func backwards() {
    let draft = aDraft(
      keyPoints: signed, latest: aRevision(2), live: LiveRevision(revision: 1, on: day("2024-07-14")))
    #expect(refusal { _ = try draft.publish(order(on: "2024-07-13"), by: dov) } != nil)
    #expect(refusal { _ = try draft.publish(order(on: "2024-07-14"), by: dov) } == nil)
  }

  @Test("What is not ready is refused with everything that is missing, and says who may override")
  func notReady() throws {
    let refused = try #require(refusal { _ = try aDraft().publish(order(), by: cleo) })
    #expect(refused.kind == .notReady)
    #expect(refused.missing.map(\.about) == [["K1"]])
    #expect(refused.says.hasPrefix("Not published. harbour-fire r1 is not ready: "))
    #expect(refused.says.contains("dov may override with --override --reason TEXT"))
  }

  @Test("An override is the chief's, gives a reason, and is refused where there is nothing to override")
  func override() throws {
    #expect(try aDraft().publish(order(override: true, reason: "live event"), by: dov) == day("2024-07-15"))
    #expect(
      refusal { _ = try aDraft().publish(order(override: true, reason: "x"), by: cleo) }?.kind == .notAllowed)
    #expect(refusal { _ = try aDraft().publish(order(override: true), by: dov) }?.code == "reason")
    #expect(
      refusal { _ = try aDraft().publish(order(override: true, reason: ""), by: dov) }?.code == "reason")
    let ready = aDraft(keyPoints: signed)
    #expect(
      refusal { _ = try ready.publish(order(override: true, reason: "x"), by: dov) }?.code == "override")
  }

  @Test("Nothing ended is published, spiked or killed again", arguments: Ending.allCases, Ending.allCases)
  func over(was: Ending, again: Ending) {
    let draft = aDraft(keyPoints: signed, end: ended(was))
    #expect(refusal { _ = try draft.publish(order(), by: dov) }?.code == "ended")
    #expect(refusal { try draft.end(as: again, by: dov) }?.code == "ended")
  }

  @Test("What was never published is spiked, what was is killed", arguments: Ending.allCases, [true, false])
  func ends(ending: Ending, isLive: Bool) {
    let draft = aDraft(
      latest: aRevision(2), live: isLive ? LiveRevision(revision: 1, on: day("2024-07-14")) : nil)
    let refused = refusal { try draft.end(as: ending, by: cleo) }
    #expect((refused == nil) == ((ending == .killed) == isLive))
    #expect(refused.map { $0.kind == .conflict && $0.next.count == 1 } ?? true)
    #expect(refusal { try draft.end(as: ending, by: ben) }?.kind == .notAllowed)
  }
}

@Suite("Settling contradictions")
struct SettlementTests {
  private func settle(
    _ outcome: ContradictionOutcome, _ kind: ContradictionKind = .internal, note: String? = nil,
    other: String? = nil,
    by member: Member = cleo, status: ContradictionStatus = .open
  ) -> Refusal? {
    refusal {
      try aContradiction(kind, status: status, outcome: status == .settled ? .cut : nil)
        .settle(Settlement(outcome: outcome, note: note, other: other), by: member, policy: .default)
    }
  }

  @Test(
    "Each outcome has what it needs", arguments: ContradictionOutcome.allCases, ContradictionKind.allCases)
  func needs(outcome: ContradictionOutcome, kind: ContradictionKind) {
    let namesOther = outcome == .superseded || outcome == .correctPublished
    let bare = settle(outcome, kind)
    let noted = settle(outcome, kind, note: "seen in the file")
    let both = settle(outcome, kind, note: "seen in the file", other: "other-story")
    switch outcome {
    case .bothReported:
      #expect((bare == nil) == (kind == .disputed))
      #expect((noted == nil) == (kind == .disputed))
      #expect(both?.code == "other-draft")
    case .superseded, .correctPublished:
      #expect(bare?.code == "other-draft" && noted?.code == "other-draft")
      #expect(both == nil)
      #expect(settle(outcome, kind, other: "other-story") == nil)
    default:
      #expect(bare?.code == "note")
      #expect(noted == nil)
      #expect(both?.code == "other-draft")
    }
    #expect(namesOther || settle(outcome, kind, note: "n", other: "o")?.kind == .usage)
  }

  @Test("Roles settle, reporters do not, and nothing is settled twice", arguments: desk + [eve])
  func roles(member: Member) {
    let refused = settle(.cut, note: "cut in r2", by: member)
    #expect((refused == nil) == (member != ana && member != eve))
    #expect(refused.map { $0.kind == .notAllowed } ?? true)
    if refused == nil { #expect(settle(.cut, note: "n", by: member, status: .settled)?.code == "settled") }
  }

  @Test("A suggestion may be settled without being confirmed first")
  func suggestion() {
    #expect(settle(.notAContradiction, note: "two pumps", status: .suggested) == nil)
  }
}
