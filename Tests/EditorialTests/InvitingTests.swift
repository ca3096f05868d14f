import Testing
import TextAnalysis

@testable import Editorial

@Suite("Experts who sign by invitation")
struct InvitingTests {
  private func order(
    _ name: String = "Prof. Ada Lund", _ labels: [String] = ["K1"], read: Read = .fact
  ) -> InvitationOrder {
    InvitationOrder(labels: labels, read: read, name: name, question: nil)
  }

  private let names = ["ana", "Ana Ruiz", "ben", "Ben Okri", "Bernard Okri", "dov", "Dov Levi"]

  @Test("Who may publish and did not write the words invites")
  func invites() throws {
    let chosen = try aDraft().invite(order(), by: dov, members: names)
    #expect(chosen.map(\.label) == ["K1"])
  }

  @Test(
    "A name is nobody's of the newsroom, in any spelling, nor of the byline",
    arguments: [
      ("Ben Okri", "member"), ("ben  OKRI", "member"), ("Dr. Ben Okri", "member"),
      ("Prof.Dr. Ben Okri", "member"),
      ("Mr Bernard Okri", "member"), ("ben", "member"), ("B\u{200B}en Okri", "member"),
      ("Zoe Byrne", "own-words"), ("Ms Zoe Byrne", "own-words"), ("Kai Lutz", "own-words"), ("", "name"),
      (" . ", "name"), ("Ada Lund, PhD", "name"), ("Ada\nLund", "name"),
      (String(repeating: "x", count: 101), "name"),
    ])
  func namesRefused(name: String, code: String) {
    let written = aRevision(byline: ["By Zoe Byrne and Kai Lutz"])
    let draft = aDraft(keyPoints: [aKeyPoint(from: written)], latest: aRevision(2))
    #expect(refusal { _ = try draft.invite(order(name), by: dov, members: names) }?.code == code)
  }

  @Test(
    "One person is one person with a title or without",
    arguments: ["ada lund", "Prof. Ada Lund", "DR ADA  LUND", "Sir Ada Lund"])
  func onePerson(name: String) {
    #expect(personKey(name) == "ada lund")
  }

  @Test("Different people stay different", arguments: ["Ada Lunde", "Ada M. Lund", "Doctor", "Lund"])
  func others(name: String) {
    #expect(personKey(name) != "ada lund")
    #expect(!personKey(name).isEmpty)
  }

  @Test("Roles that may not publish, the words' author, the legal read, and an ended draft are refused")
  func refused() {
    let cases: [(String, Draft, InvitationOrder, Member)] = [
      ("role", aDraft(), order(), ben), ("role", aDraft(), order(), lea),
      ("own-words", aDraft(keyPoints: [aKeyPoint(from: aRevision(by: dov))]), order(), dov),
      ("legal", aDraft(), order(read: .legal), dov), ("key-point", aDraft(), order("Bo Ek", ["K9"]), dov),
      ("key-points", aDraft(), order("Bo Ek", []), dov), ("ended", aDraft(end: ended(.spiked)), order(), dov),
    ]
    for (code, draft, order, member) in cases {
      #expect(refusal { _ = try draft.invite(order, by: member, members: names) }?.code == code)
    }
  }

  private func answer(_ verdict: Verdict = .approve, reason: String? = nil) -> ExpertAnswer {
    ExpertAnswer(verdict: verdict, basis: nil, comment: nil, reason: reason, evidence: [])
  }

  @Test("Each way in which an invitation is over has a refusal of its own")
  func over() {
    let cases: [(Invitation.State, DraftEnd?, String, Refusal.Kind)] = [
      (.answered, nil, "invitation-answered", .conflict), (.expired, nil, "invitation-expired", .gone),
      (.withdrawn, nil, "invitation-withdrawn", .gone), (.open, ended(.killed), "invitation-ended", .gone),
    ]
    for (state, end, code, kind) in cases {
      let found = refusal {
        _ = try aDraft(end: end).answer(anInvitation(state: state), answer(), changes: [])
      }
      #expect(found?.code == code && found?.kind == kind)
      // An expert is told nothing of the newsroom's reasons.
      #expect(
        found?.says.contains("no second source") == false && found?.says.contains("harbour-fire") == false)
    }
  }

  @Test("An answer approves, or asks with a question; what changed since is told and nothing is written")
  func answers() throws {
    let draft = aDraft()
    #expect(try draft.answer(anInvitation(), answer(), changes: []).basis == .source)
    #expect(try draft.answer(anInvitation(), answer(.query, reason: "why?"), changes: []).basis == nil)
    #expect(refusal { _ = try draft.answer(anInvitation(), answer(.query), changes: []) }?.code == "reason")
    #expect(
      refusal { _ = try draft.answer(anInvitation(), answer(.hold, reason: "r"), changes: []) }?.code
        == "verdict")
    let changed = refusal {
      _ = try draft.answer(anInvitation(), answer(), changes: ["in K1 “40” became “49”"])
    }
    #expect(changed?.kind == .outdated)
    #expect(changed?.says.contains("“40” became “49”") == true)
  }

  @Test(
    "An expert who came into the byline meanwhile signs nothing of it, and what was signed counts no more")
  func byline() {
    let keyPoint = aKeyPoint(from: aRevision(byline: ["Ada Lund"]))
    #expect(
      refusal { _ = try aDraft(keyPoints: [keyPoint]).answer(anInvitation(), answer(), changes: []) }?.code
        == "own-words")
    let expert = Member(id: 101, handle: "guest", name: "Prof. Ada Lund", active: false, roles: [])
    var signed = keyPoint
    signed.signOffs = [aSignOff(by: expert, invitedBy: "dov")]
    #expect(aDraft(keyPoints: [signed]).missing.count == 1)
    var other = aKeyPoint()
    other.signOffs = signed.signOffs
    #expect(aDraft(keyPoints: [other]).missing.isEmpty)
  }

  @Test("An expert's approval counts once, for its read alone, and members are still named as who can")
  func counting() throws {
    let expert = Member(id: 101, handle: "guest", name: "Prof. Ada Lund", active: false, roles: [])
    let two = try policy(usualReads, "  fact: {approvals: 2}\n  legal: {approvals: 1}")
    let twice = aKeyPoint(signOffs: [
      aSignOff(id: 2, by: expert, invitedBy: "dov"), aSignOff(id: 1, by: expert, invitedBy: "cleo"),
    ])
    let missing = aDraft(keyPoints: [twice], policy: two).missing
    #expect(missing.map(\.read) == [.fact, .legal])
    // Whoever holds the expert's link is no second voice.
    #expect(missing[0].who == ["ben"])
    #expect(missing[0].says.hasPrefix("one fact approval"))
  }

  @Test("An expert's question is lifted by a chief, or answered by other words")
  func doubts() {
    let expert = Member(id: 101, handle: "guest", name: "Prof. Ada Lund", active: false, roles: [])
    let asked = aKeyPoint(signOffs: [aSignOff(.query, by: expert, invitedBy: "cleo")])
    let draft = aDraft(keyPoints: [asked])
    let missing = draft.missing.first { $0.read == nil }
    #expect(missing?.who == ["dov", "ana"])
    #expect(missing?.says.contains("Prof. Ada Lund's query") == true)
    #expect(throws: Never.self) { try draft.withdraw(["K1"], read: nil, by: dov) }
    #expect(refusal { _ = try draft.withdraw(["K1"], read: nil, by: cleo) }?.code == "no-sign-off")
    #expect(byUrgency(draft.waits(for: cleo)).first?.kind == .decide)
    #expect(draft.waits(for: ben).allSatisfy { $0.kind == .sign })
  }

  @Test("The inviter hears of a deadline only when it is over and the read is still lacking")
  func overdue() {
    func waits(_ invitations: [Invitation], signed: Bool = false) -> [String] {
      let keyPoint = aKeyPoint(signOffs: signed ? [aSignOff()] : [])
      return aDraft(keyPoints: [keyPoint], invitations: invitations).waits(for: dov)
        .filter { $0.kind == .decide }.map(\.why)
    }
    #expect(waits([anInvitation(state: .open)]) == [])
    #expect(
      waits([anInvitation(state: .expired)]) == [
        "it waits for Prof. Ada Lund until 16 July 2024, 12:00, which is over: invite again, or take it back"
      ])
    #expect(waits([anInvitation(state: .expired)], signed: true) == [])
    #expect(waits([anInvitation(state: .expired), anInvitation(2, state: .open)]) == [])
    #expect(waits([anInvitation(state: .withdrawn)]) == [])
    #expect(waits([anInvitation(by: cleo, state: .expired)]) == [])
  }

  @Test("What changed is told by key point and by the sentences that bear it out")
  func whatChanged() {
    let shown = [
      ShownKeyPoint(label: "K1", words: "40 died.", borneOutBy: ["He said 40 died."]),
      ShownKeyPoint(label: "K2", words: "It rained.", borneOutBy: []),
    ]
    #expect(changes(from: shown, to: shown) == [])
    let looks = ShownKeyPoint(label: "K1", words: "40  died.", borneOutBy: ["He said  40 died."])
    #expect(changes(from: [shown[0]], to: [looks]) == [])
    let words = ShownKeyPoint(label: "K1", words: "49 died.", borneOutBy: [])
    #expect(changes(from: shown, to: [words]) == ["in K1 “40” became “49”", "K2 is no longer in the story"])
    let sentence = ShownKeyPoint(label: "K1", words: "40 died.", borneOutBy: ["He said 49 died."])
    #expect(
      changes(from: [shown[0]], to: [sentence]) == ["in the sentence that bears K1 out “40” became “49”"])
    let none = ShownKeyPoint(label: "K1", words: "40 died.", borneOutBy: [])
    #expect(changes(from: [shown[0]], to: [none]) == ["other sentences bear K1 out"])
  }
}
