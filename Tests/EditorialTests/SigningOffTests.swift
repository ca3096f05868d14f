import Editorial
import Testing

@Suite("Signing and withdrawing")
struct SigningOffTests {
  private func order(
    _ labels: [String]? = ["K1"], _ verdict: Verdict = .approve, read: Read = .fact, basis: Basis? = nil,
    reason: String? = nil, revision: Int = 1
  ) -> SignOffOrder {
    SignOffOrder(
      labels: labels, read: read, verdict: verdict, basis: basis, comment: nil,
      reason: reason ?? (verdict == .approve ? nil : "why?"), evidence: [], revision: revision)
  }

  private let three = [aKeyPoint(1, "A"), aKeyPoint(2, "B"), aKeyPoint(3, "C", gone: true)]

  @Test("Who has the role and did not write the words signs, in reading order and each once")
  func signs() throws {
    let decision = try aDraft(keyPoints: three).sign(order(["k2", "K1", "K2"]), by: ben)
    #expect(decision.signatures.map(\.keyPoint.label) == ["K1", "K2"])
    #expect(decision.basis == .source)
    #expect(try aDraft(keyPoints: three).sign(order(nil), by: ben).signatures.count == 2)
    #expect(try aDraft().sign(order(basis: .wire), by: ben).basis == .wire)
    #expect(try aDraft().sign(order(["K1"], .hold, basis: .wire), by: ben).basis == nil)
  }

  @Test("Roles decide who gives which read", arguments: Read.allCases, desk + [eve])
  func roles(read: Read, member: Member) {
    // Words of somebody who is on no desk, so that only roles decide.
    let draft = aDraft(keyPoints: [aKeyPoint(from: aRevision(by: eve))])
    let refused = refusal { _ = try draft.sign(order(read: read), by: member) }
    let may = Policy.default.mayGive(read, member.roles)
    if member == eve { #expect(refused?.code == "role") }
    #expect((refused == nil) == may)
    #expect(refused.map { $0.kind == .notAllowed && $0.code == "role" } ?? true)
  }

  @Test("The refusal names who can")
  func whoCan() throws {
    let refused = try #require(refusal { _ = try aDraft().sign(order(), by: lea) })
    #expect(
      refused.says
        == "Not signed. A fact read on desk main is for fact-checker, editor or chief; lea has none of "
        + "these roles. Who can: ben, cleo or dov. Nothing was changed.")
  }

  @Test(
    "Nobody approves words of a revision that they filed, or in whose byline they stand",
    arguments: [
      (aRevision(by: ben), true), (aRevision(by: ana), false), (aRevision(by: ana, byline: ["ben"]), true),
      (aRevision(by: ana, byline: ["BEN OKRI"]), true),
      (aRevision(by: ana, byline: ["Cleo Hart", "Ben  Okri"]), true),
      (aRevision(by: ana, byline: ["Ben Okri and Ana Ruiz"]), true),
      (aRevision(by: ana, byline: ["Ben"]), true),
      (aRevision(by: ana, byline: ["Benjamin"]), false), (aRevision(by: ana, byline: [""]), false),
      (aRevision(by: ana, byline: ["Ben\u{A0}Okri"]), true),
      (aRevision(by: ana, byline: [" ben okri "]), true),
    ])
  func ownWords(revision: Revision, own: Bool) {
    let draft = aDraft(keyPoints: [aKeyPoint(from: revision)])
    let refused = refusal { _ = try draft.sign(order(), by: ben) }
    #expect((refused?.code == "own-words") == own)
    #expect((refused == nil) == !own)
    if own {
      #expect(refused?.kind == .notAllowed)
      #expect(draft.whoCanSign(draft.keyPoints[0], .fact).map(\.handle).contains("ben") == false)
    }
  }

  @Test("Own words among others refuse the whole order, and doubting them is welcome")
  func ownAmongOthers() throws {
    let draft = aDraft(keyPoints: [aKeyPoint(1, "A"), aKeyPoint(2, "B", from: aRevision(2, by: ben))])
    #expect(refusal { _ = try draft.sign(order(["K1", "K2"]), by: ben) }?.code == "own-words")
    #expect(try draft.sign(order(["K1", "K2"], .query), by: ben).signatures.count == 2)
    #expect(try draft.sign(order(["K2"], .hold), by: ben).signatures.count == 1)
  }

  @Test("Whoever filed the next revision may sign what it did not touch")
  func untouched() throws {
    let draft = aDraft(
      keyPoints: [aKeyPoint(1, "A", from: aRevision(1)), aKeyPoint(2, "B", from: aRevision(2, by: ben))],
      latest: aRevision(2, by: ben))
    #expect(try draft.sign(order(["K1"], revision: 2), by: ben).signatures.map(\.keyPoint.label) == ["K1"])
  }

  @Test(
    "Orders that do not fit are refused, each for its reason",
    arguments: [
      (["K1"], 2, Refusal.Kind.outdated, "outdated"), (["K1"], 0, .outdated, "outdated"),
      (["K3"], 1, .missing, "key-point"), (["K9"], 1, .missing, "key-point"),
      (["K1", "K0"], 1, .missing, "key-point"),
      (["K01"], 1, .missing, "key-point"), (["1"], 1, .missing, "key-point"), ([], 1, .usage, "key-points"),
      (["K1\u{301}"], 1, .missing, "key-point"), ([""], 1, .missing, "key-point"),
    ] as [([String], Int, Refusal.Kind, String)])
  func refused(labels: [String], revision: Int, kind: Refusal.Kind, code: String) throws {
    let refused = try #require(
      refusal { _ = try aDraft(keyPoints: three).sign(order(labels, revision: revision), by: ben) })
    #expect(refused.kind == kind)
    #expect(refused.code == code)
  }

  @Test("A draft without key points has nothing to sign, and a doubt without a reason is none")
  func others() {
    #expect(refusal { _ = try aDraft(keyPoints: []).sign(order(nil), by: ben) }?.code == "no-key-points")
    for verdict in [Verdict.query, .hold] {
      let unexplained = SignOffOrder(
        labels: ["K1"], read: .fact, verdict: verdict, basis: nil, comment: nil, reason: nil, evidence: [],
        revision: 1)
      let refused = refusal { _ = try aDraft().sign(unexplained, by: ben) }
      #expect(refused?.code == "reason")
      #expect(refused?.kind == .usage)
    }
  }

  @Test("An ended draft is not signed", arguments: Ending.allCases)
  func afterTheEnd(ending: Ending) throws {
    let refused = try #require(refusal { _ = try aDraft(end: ended(ending)).sign(order(), by: ben) })
    #expect(refused.kind == .conflict)
    #expect(refused.says == "Not signed. harbour-fire was \(ending.rawValue) by dov: no second source")
  }

  @Test("A new sign-off replaces the same member's standing ones of the same read, and no other")
  func supersedes() throws {
    let signOffs = [
      aSignOff(id: 6, by: ben), aSignOff(.query, id: 5, by: ben),
      aSignOff(id: 4, by: ben, standing: .outdated),
      aSignOff(id: 3, by: ben, read: .desk), aSignOff(id: 2, by: cleo),
      aSignOff(id: 1, by: ben, standing: .withdrawn),
    ]
    let decision = try aDraft(keyPoints: [aKeyPoint(signOffs: signOffs)]).sign(order(), by: ben)
    #expect(decision.signatures.flatMap(\.supersedes).map(\.id) == [6, 5])
  }

  // MARK: withdrawing

  @Test("Only one's own standing sign-offs are taken back")
  func withdraws() throws {
    let signOffs = [
      aSignOff(id: 5, by: ben), aSignOff(id: 4, by: ben, read: .desk), aSignOff(id: 3, by: cleo),
      aSignOff(id: 2, by: ben, standing: .superseded),
    ]
    let draft = aDraft(keyPoints: [aKeyPoint(signOffs: signOffs)])
    #expect(try draft.withdraw(["K1"], read: nil, by: ben).map(\.1.id) == [5, 4])
    #expect(try draft.withdraw(["k1", "K1"], read: .desk, by: ben).map(\.1.id) == [4])
    #expect(try draft.withdraw(["K1"], read: nil, by: cleo).map(\.1.id) == [3])
  }

  @Test("A hold on words that are gone can be taken back")
  func withdrawsFromGone() throws {
    let gone = aKeyPoint(gone: true, signOffs: [aSignOff(.hold, standing: .carried)])
    #expect(try aDraft(keyPoints: [gone]).withdraw(["K1"], read: nil, by: ben).count == 1)
  }

  @Test("Where one of the named key points has none of one's own, nothing is withdrawn")
  func nothingToWithdraw() throws {
    let draft = aDraft(keyPoints: [aKeyPoint(1, signOffs: [aSignOff()]), aKeyPoint(2, "B")])
    let refused = try #require(refusal { _ = try draft.withdraw(["K1", "K2"], read: nil, by: ben) })
    #expect(refused.code == "no-sign-off")
    #expect(refused.says == "Nothing was withdrawn: ben has no standing sign-off on K2 of harbour-fire.")
    #expect(refusal { _ = try draft.withdraw(["K1"], read: .legal, by: ben) }?.code == "no-sign-off")
    #expect(refusal { _ = try draft.withdraw(["K1"], read: nil, by: cleo) }?.code == "no-sign-off")
    #expect(refusal { _ = try draft.withdraw(["K7"], read: nil, by: ben) }?.code == "key-point")
    #expect(refusal { _ = try draft.withdraw([], read: nil, by: ben) }?.kind == .usage)
  }
}
