import Testing
import TextAnalysis

@testable import Editorial

private let signed = [aKeyPoint(signOffs: [aSignOff()])]

@Suite("Sentences that accuse somebody and are no key point")
struct CoverageTests {
  private func draft(
    _ accusations: [AccusingSentence] = [anAccusation()], waivers: [Waiver] = [], supports: [Support] = [],
    coverage: Bool = true
  ) throws -> Draft {
    aDraft(
      keyPoints: [aKeyPoint(supports: supports, signOffs: [aSignOff()])],
      policy: try policy(and: "coverage: \(coverage)"), accusations: accusations, waivers: waivers)
  }

  private func waiver(_ words: String = "Jane Roe altered the records.") -> Waiver {
    Waiver(
      sentenceDigest: wordsDigest(words), memberID: 3, member: "cleo", reason: "settled in court", at: "")
  }

  @Test("Four harmless key points do not hide the accusation in paragraph seven")
  func hidden() throws {
    let words = "Two former teachers said the head had altered the records."
    let draft = try draft([anAccusation(words, of: "the head", isNamed: false)])
    #expect(draft.state == .inReview)
    #expect(
      draft.missing.map(\.says) == [
        "“\(words)” accuses the head, and no key point says so: make it one, or waive it with a reason"
      ])
    #expect(draft.missing[0].who == ["ana", "ben", "cleo", "dov", "lea", "sam"])
    #expect(try self.draft(coverage: false).missing.isEmpty)
  }

  @Test("A key point that it bears out, or a waiver of the same words, is enough")
  func covered() throws {
    let inside = Support(span: Span(1_000, 1_029), wordsFrom: aRevision(), writtenIn: aRevision())
    #expect(try draft(supports: [inside]).missing.isEmpty)
    #expect(try draft(waivers: [waiver()]).missing.isEmpty)
    #expect(try draft(waivers: [waiver("Jane  Roe altered the records.")]).missing.isEmpty)
    #expect(try draft(waivers: [waiver("Jane Roe lost the records.")]).missing.count == 1)
    #expect(try draft([anAccusation(), anAccusation(of: "Ken Walsh")]).missing.count == 1)
  }

  @Test("Those who settle waive, with a reason, and not what they wrote", arguments: desk + [eve])
  func waives(member: Member) throws {
    let byBen = anAccusation(from: aRevision(by: ben))
    let refused = refusal { _ = try draft([byBen]).waive(byBen.words, reason: "quoted", by: member) }
    #expect((refused == nil) == [cleo, dov, lea, sam].contains(member))
    #expect(
      refused.map { $0.kind == .notAllowed && $0.says.contains("Who can: cleo, dov, lea or sam.") } ?? true)
  }

  @Test("A waiver of nothing, or without a reason, is refused")
  func refusals() throws {
    #expect(refusal { _ = try draft().waive("Other words.", reason: "x", by: cleo) }?.kind == .missing)
    #expect(refusal { _ = try draft().waive(anAccusation().words, reason: " ", by: cleo) }?.code == "reason")
    let again = refusal {
      _ = try draft(waivers: [waiver()]).waive(anAccusation().words, reason: "x", by: cleo)
    }
    #expect(again?.kind == .missing)
  }
}

@Suite("Right of reply")
struct RightOfReplyTests {
  private func missing(_ replies: [Reply], hours: Int = 24, of person: String = "Jane Roe") throws -> [String]
  {
    aDraft(
      keyPoints: signed, policy: try policy(and: "reply: {hours: \(hours)}"),
      accusations: [anAccusation(of: person, at: 0)], replies: replies
    ).missing.map { $0.about.joined() + ": " + $0.says }
  }

  private func asked(
    until: String = "2024-07-14T17:31:00Z", _ answer: Reply.Answer? = nil, person: String = "Jane Roe"
  ) -> Reply {
    Reply(
      person: person,
      course: .asked(at: "2024-07-13T17:31:00Z", how: "a form on a website", until: until, answer: answer))
  }

  @Test("Nothing recorded is missing")
  func nothing() throws {
    #expect(
      try missing([]) == [
        "K1: Jane Roe is accused by name: record when and how they were asked and until when, or who decided not to "
          + "ask and why"
      ])
  }

  @Test("Nine minutes are shown as nine minutes")
  func nineMinutes() throws {
    #expect(
      try missing([asked(until: "2024-07-13T17:40:00Z", .some(.none(saidBy: "ana")))]) == [
        "K1: Jane Roe is accused by name and was given 9 minutes to answer (asked by a form on a website), of 24 hours: "
          + "tell the answer in the copy, give the time, or say who decided not to wait and why"
      ])
  }

  @Test("Silence is no answer until somebody says that none came")
  func silence() throws {
    #expect(try missing([asked()]).count == 1)
    #expect(try missing([asked(.some(.none(saidBy: "ana")))]).isEmpty)
  }

  @Test("An answer counts while the copy tells it, however short the time was")
  func answer() throws {
    let short = "2024-07-13T17:40:00Z"
    #expect(try missing([asked(until: short, .told(words: "Roe denied it.", stands: true))]).isEmpty)
    #expect(
      try missing([asked(.told(words: "Roe denied it.", stands: false))]).first?.contains(
        "the copy no longer has the answer: “Roe denied it.”") == true)
  }

  @Test("A decision not to ask counts when it says why; one course that is enough is enough")
  func decision() throws {
    func decided(_ why: String) -> Reply { Reply(person: "Jane Roe", course: .decided(by: "dov", why: why)) }
    #expect(try missing([decided("she is dead")]).isEmpty)
    #expect(try missing([decided(" ")]).count == 1)
    #expect(try missing([decided("she is dead"), asked()]).isEmpty)
  }

  @Test(
    "It is asked of each person named, in full, and of nobody known by an office",
    arguments: [
      ("Roe", "Jane Roe", true), ("Jane Roe", "Roe", false), ("Jane Roe", "Ken Roe", false),
      ("jane roe", "Jane Roe", true), ("Roe", "Monroe", false),
    ])
  func names(accused: String, told: String, isSame: Bool) throws {
    #expect(try missing([asked(.some(.none(saidBy: "ana")), person: told)], of: accused).isEmpty == isSame)
    let office = aDraft(
      keyPoints: signed, policy: try policy(and: "reply: {hours: 1}"),
      accusations: [anAccusation(of: "the mayor", isNamed: false)])
    #expect(office.missing.isEmpty)
  }

  @Test(
    "A surname and the name in full are one person; a sentence that needs no key point accuses all the same")
  func onePerson() {
    let both = [anAccusation(of: "Jane Roe"), anAccusation("Roe lied.", of: "Roe", at: 2_000)]
    #expect(aDraft(accusations: both).accusedByName.map(\.person) == ["Jane Roe"])
    let two = both + [anAccusation("Ken Roe lied.", of: "Ken Roe", at: 3_000)]
    #expect(aDraft(accusations: two).accusedByName.map(\.person) == ["Jane Roe", "Ken Roe"])
    let waiver = Waiver(
      sentenceDigest: wordsDigest("Jane Roe altered the records."), memberID: 3, member: "cleo", reason: "x",
      at: "")
    #expect(aDraft(accusations: [both[0]], waivers: [waiver]).accusedByName.map(\.person) == ["Jane Roe"])
  }
}

@Suite("Publishing against the legal read")
struct AgainstLegalTests {
  private func draft(_ verdict: Verdict = .hold, _ agreed: [Member] = [], allowed: Bool = true) throws
    -> Draft
  {
    let doubt = aSignOff(verdict, id: 9, by: lea, read: .legal)
    return aDraft(
      keyPoints: [aKeyPoint(signOffs: [aSignOff(), doubt])],
      policy: allowed ? try policy(and: "againstLegal: 2") : .default,
      agreements: agreed.map {
        Agreement(
          signOff: 9, memberID: $0.id, member: $0.handle, at: "", wordsDigest: wordsDigest(aKeyPoint().words))
      })
  }

  @Test(
    "Two different members who may publish are needed, and no free text", arguments: [Verdict.hold, .query])
  func two(verdict: Verdict) throws {
    for (agreed, isReady) in [
      ([], false), ([cleo], false), ([cleo, cleo], false), ([cleo, dov], true), ([cleo, lea], false),
      ([cleo, ana], false), ([cleo, ben, sam], false),
    ] as [([Member], Bool)] {
      #expect(try draft(verdict, agreed).missing.isEmpty == isReady, "\(agreed.map(\.handle))")
    }
    #expect(try draft(verdict, [cleo, dov], allowed: false).missing.count == 1)
  }

  @Test("What is missing says who lifts it and who has agreed, and nothing of the reason")
  func says() throws {
    #expect(
      try draft(.hold, [cleo]).missing.map(\.says) == [
        "held by the legal read; lea lifts it, or 2 of cleo and dov agree to publish against it (cleo has)"
      ])
    #expect(try draft().missing.allSatisfy { !$0.says.contains("why?") })
  }

  @Test("An override does not pass over it")
  func override() throws {
    let order = PublicationOrder(on: nil, override: true, reason: "now", revision: nil)
    #expect(refusal { _ = try draft().publish(order, by: dov) }?.code == "against-legal")
    #expect(refusal { _ = try draft(allowed: false).publish(order, by: dov) } == nil)
    let plain = PublicationOrder(on: nil, override: false, reason: nil, revision: nil)
    #expect(throws: Never.self) { try draft(.hold, [cleo, dov]).publish(plain, by: dov) }
  }

  @Test("Who may agree agrees once", arguments: desk + [eve])
  func agrees(member: Member) throws {
    let refused = refusal { _ = try draft().agreeAgainstLegal(by: member) }
    #expect((refused == nil) == [cleo, dov].contains(member))
    #expect(refused.map { $0.kind == .notAllowed } ?? true)
    #expect(try draft().agreeAgainstLegal(by: cleo).map(\.signOff.id) == [9])
    #expect(refusal { _ = try draft(.hold, [cleo]).agreeAgainstLegal(by: cleo) }?.kind == .conflict)
    #expect(refusal { _ = try draft(allowed: false).agreeAgainstLegal(by: cleo) }?.code == "against-legal")
    #expect(refusal { _ = try aDraft().agreeAgainstLegal(by: cleo) } != nil)
  }
}

@Suite("Publish, then read")
struct PublishThenReadTests {
  private func draft(tags: [String] = ["breaking"], signOffs: [SignOff] = []) throws -> Draft {
    aDraft(
      keyPoints: [aKeyPoint(signOffs: signOffs)],
      policy: try policy(and: "publishThenRead: {read: fact, hours: 4, tags: [breaking]}"), tags: tags)
  }

  @Test("Breaking news does not wait for the read that may follow, other copy does")
  func waits() throws {
    #expect(try draft().missing.isEmpty)
    #expect(try draft().state == .ready)
    #expect(try draft().mayFollow.map(\.read) == [.fact])
    #expect(try draft(tags: []).missing.count == 1)
    #expect(try draft(tags: []).mayFollow.isEmpty)
    #expect(try draft(signOffs: [aSignOff(.hold, by: cleo)]).missing.count == 1)
  }

  @Test("Somebody else than the publisher and the author is named for it")
  func named() throws {
    let owed = try #require(try draft().owedRead(naming: "ben", publishedBy: dov))
    #expect(owed.read == .fact && owed.member == ben && owed.hours == 4 && owed.labels == ["K1"])
    for name in [nil, "ana", "dov", "lea", "nobody"] {
      let refused = refusal { _ = try draft().owedRead(naming: name, publishedBy: dov) }
      #expect(refused?.says.contains("Who can: ben or cleo.") == true, "\(name ?? "none")")
    }
    #expect(try draft(signOffs: [aSignOff()]).owedRead(naming: nil, publishedBy: dov) == nil)
    #expect(try draft(tags: []).owedRead(naming: nil, publishedBy: dov) == nil)
  }
}
