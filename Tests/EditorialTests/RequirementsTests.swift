import Testing
import TextAnalysis

@testable import Editorial

@Suite("Requirements")
struct RequirementsTests {
  private func missing(_ draft: Draft) -> [String] {
    draft.missing.map { ($0.about.isEmpty ? "" : $0.about.joined(separator: " ") + ": ") + $0.says }
  }

  @Test("Signed by one who did not write the words, a draft is ready")
  func ready() {
    let draft = aDraft(keyPoints: [aKeyPoint(signOffs: [aSignOff()])])
    #expect(missing(draft).isEmpty)
    #expect(draft.state == .ready)
    #expect(draft.status(of: draft.keyPoints[0]) == .signed)
  }

  @Test("Key points that the same people can sign are asked for in one line")
  func grouped() {
    let draft = aDraft(keyPoints: [
      aKeyPoint(1), aKeyPoint(2, "B", signOffs: [aSignOff(on: "B")]), aKeyPoint(3, "C"),
      aKeyPoint(4, "D", from: aRevision(2, by: ben)),
    ])
    #expect(
      missing(draft) == [
        "K1 K3: one fact approval each, from ben, cleo or dov (ana wrote the words)",
        "K4: one fact approval, from cleo or dov (ben wrote the words)",
      ])
    #expect(draft.missing.map(\.who) == [["ben", "cleo", "dov"], ["cleo", "dov"]])
    #expect(draft.state == .inReview)
  }

  @Test("Where nobody can sign, that is said")
  func nobody() {
    let draft = aDraft(keyPoints: [aKeyPoint(from: aRevision(by: ben))], members: [ana, ben, lea])
    #expect(
      missing(draft) == [
        "K1: one fact approval. Nobody on the desk can give it: ben wrote the words and no other member has the role"
      ])
    #expect(draft.missing.map(\.who) == [[]])
  }

  @Test("Without key points there is nothing to sign, and that is missing")
  func noKeyPoints() {
    #expect(missing(aDraft(keyPoints: [])) == ["at least one key point: there is nothing to sign"])
    let gone = aKeyPoint(gone: true, signOffs: [aSignOff(standing: .outdated)])
    #expect(missing(aDraft(keyPoints: [gone])) == ["at least one key point: there is nothing to sign"])
  }

  @Test("A sign-off counts only while it stands", arguments: Standing.allCases)
  func standing(standing: Standing) {
    let draft = aDraft(keyPoints: [aKeyPoint(signOffs: [aSignOff(standing: standing)])])
    #expect(draft.missing.isEmpty == (standing == .current || standing == .carried))
  }

  @Test("A second approval by the same member is not a second vote")
  func twice() throws {
    let two = try policy("  fact: {approvals: 1}", "  fact: {approvals: 2}")
    let mine = [aSignOff(id: 1), aSignOff(id: 2, standing: .carried)]
    #expect(
      missing(aDraft(keyPoints: [aKeyPoint(signOffs: mine)], policy: two)) == [
        "K1: one fact approval, from cleo or dov (ana wrote the words)"
      ])
    let others = mine + [aSignOff(id: 3, by: cleo)]
    #expect(missing(aDraft(keyPoints: [aKeyPoint(signOffs: others)], policy: two)).isEmpty)
    #expect(
      missing(aDraft(keyPoints: [aKeyPoint()], policy: two)) == [
        "K1: 2 fact approvals, from ben, cleo or dov (ana wrote the words)"
      ])
  }

  @Test("One read is no other", arguments: Read.allCases)
  func reads(read: Read) throws {
    let keyPoint = aKeyPoint(signOffs: [aSignOff(read: read)])
    #expect(aDraft(keyPoints: [keyPoint]).missing.isEmpty == (read == .fact))
    let legal = try policy(usualReads, "  legal: {approvals: 1}")
    #expect(aDraft(keyPoints: [keyPoint], policy: legal).missing.isEmpty == (read == .legal))
  }

  @Test("A hold and a query are missing whoever approves", arguments: [Verdict.hold, .query], Read.allCases)
  func doubts(verdict: Verdict, read: Read) {
    let keyPoint = aKeyPoint(signOffs: [aSignOff(id: 1), aSignOff(verdict, id: 2, by: cleo, read: read)])
    let draft = aDraft(keyPoints: [keyPoint])
    #expect(draft.missing.count == 1)
    #expect(draft.missing.first?.who.first == "cleo")
    #expect(draft.status(of: keyPoint) == (verdict == .hold ? .held : .queried))
  }

  @Test("Who holds for the legal read is not told where reasons would be")
  func legal() {
    let keyPoint = aKeyPoint(signOffs: [aSignOff(id: 1), aSignOff(.hold, id: 2, by: lea, read: .legal)])
    #expect(missing(aDraft(keyPoints: [keyPoint])) == ["K1: held by the legal read; lea lifts it"])
  }

  @Test("A hold outlives the words that it was about")
  func holdOnGone() {
    let held = aKeyPoint(
      2, "B", gone: true, signOffs: [aSignOff(.hold, id: 9, by: cleo, on: "B", standing: .carried)])
    let draft = aDraft(keyPoints: [aKeyPoint(signOffs: [aSignOff()]), held], latest: aRevision(2))
    #expect(missing(draft) == ["K2: held by cleo (its words are gone from r2); cleo lifts it, or a chief"])
  }

  @Test(
    "Only open contradictions of the blocking kinds are missing", arguments: ContradictionKind.allCases,
    ContradictionStatus.allCases)
  func contradictions(kind: ContradictionKind, status: ContradictionStatus) {
    let contradiction = aContradiction(kind, status: status, outcome: status == .settled ? .cut : nil)
    let draft = aDraft(keyPoints: [aKeyPoint(signOffs: [aSignOff()])], contradictions: [contradiction])
    #expect(draft.missing.isEmpty == (kind == .disputed || status != .open))
    #expect(
      draft.missing.allSatisfy { $0.about == ["X1"] && $0.who == ["ben", "cleo", "dov", "lea", "sam"] })
  }

  @Test("A policy may name disputed accounts, and then they block")
  func disputed() throws {
    let strict = try policy("blocking: [internal, archive]", "blocking: [internal, archive, disputed]")
    let draft = aDraft(
      keyPoints: [aKeyPoint(signOffs: [aSignOff()])], contradictions: [aContradiction(.disputed)],
      policy: strict)
    #expect(draft.missing.count == 1)
  }

  @Test("The state follows from what is live, ended and missing")
  func states() {
    let signed = [aKeyPoint(signOffs: [aSignOff()])]
    let live = LiveRevision(revision: 1, on: day("2024-07-14"))
    #expect(aDraft().state == .inReview)
    #expect(aDraft(keyPoints: signed).state == .ready)
    #expect(aDraft(live: live).state == .published)
    #expect(aDraft(latest: aRevision(2), live: live).state == .inReview)
    #expect(aDraft(keyPoints: signed, latest: aRevision(2), live: live).state == .ready)
    #expect(aDraft(keyPoints: signed, end: ended(.spiked)).state == .spiked)
    #expect(aDraft(keyPoints: signed, live: live, end: ended(.killed)).state == .killed)
  }

  @Test(
    "Names in a row",
    arguments: [([], ""), (["ana"], "ana"), (["ana", "ben"], "ana or ben"), (["a", "b", "c"], "a, b or c")])
  func enumeration(names: [String], text: String) {
    #expect(list(names, "or") == text)
  }
}
