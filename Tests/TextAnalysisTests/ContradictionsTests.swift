import Testing
import TextAnalysis

@Suite("Contradictions")
struct ContradictionsTests {
  private static let dateline = "2024-07-13"

  /// The rules of what is found in a draft, brought contradictions included.
  private func found(_ text: String) throws -> [String] {
    let draft = try manuscript(text)
    let dateline = try #require(CivilDate(ContradictionsTests.dateline))
    return draft.contradictions.map { readContradiction($0, in: draft).rule }
      + findContradictions(in: draft, dateline: dateline).map(\.rule)
  }

  @Test(
    "A rule finds its example and leaves its counter-example alone",
    arguments: contradictionRules.filter { $0.kind != .archive })
  func rules(rule: ContradictionRule) throws {
    #expect(try found(rule.example.joined()).contains(rule.name))
    #expect(try !found(rule.counterExample.joined()).contains(rule.name))
  }

  @Test("Rules have names of their own")
  func names() {
    #expect(Set(contradictionRules.map(\.name)).count == contradictionRules.count)
  }

  @Test(
    "What collides in a draft is found by its rule, and nothing else is",
    arguments: [
      ("Prosecutors called the ammunition unrelated; the defence called it crucial.", "dispute.but-said"),
      (
        "While prosecutors called the ammunition unrelated, the defence called it crucial.",
        "dispute.while-claimed"
      ),
      ("The mayor called the bridge safe, and the council called a meeting.", nil),
      (
        "The captain was not arrested on Friday.\n\nKey points\n- The captain was arrested.\n",
        "key-point.says-otherwise"
      ),
      ("The captain was arrested on Friday.\n\nKey points\n- The captain was arrested.\n", nil),
      ("The hearing was held on Friday 12/7/2024 in London.", nil),
      ("The king was tried on Wednesday, 30 January 1649.", nil),
      ("It was dismissed on Tuesday, July 9.", nil),
      ("It was dismissed on Monday, July 9.", "weekday.date"),
      ("The singer, aged 42, was not told; born in 1979, he waits.", nil),
      ("Two of the five were unhurt.", nil), ("On Saturday, Sunday and Monday it rained.", nil),
      (
        "Police accused the driver of speeding. The driver denied the accusation.",
        "dispute.rejected"
      ),
      ("The judge denied bail.", nil), ("The club was denied entry to the cup.", nil),
      ("The senate rejected the bill.", nil), ("The company faces a trade dispute.", nil),
      ("The clinic reported false positives.", nil),
      ("Something the government denies is a problem.", "dispute.contrary-to"),
      ("Nobody knows whether they agree or disagree.", nil),
      ("The toll rose from 12 people to 14 people. At least 12 people were killed.", nil),
      ("Officials said 14 people were killed.\n\nKey points\n- 14 people were killed.\n", nil),
      (
        "At least 23,500 people marched.\n\nKey points\n- 25,300 people marched.\n",
        "key-point.number"
      ),
      (
        "The crash left three hurt.\n\nKey points\n- The crash left five hurt.\n",
        "key-point.number"
      ),
      ("The crash left three hurt.\n\nKey points\n- The crash left three hurt.\n", nil),
    ] as [(String, String?)])
  func drafts(text: String, rule: String?) throws {
    #expect(try found(text) == (rule.map { [$0] } ?? []))
  }

  @Test(
    "Facts of one story collide only where they are told of the same, at one time and place",
    arguments: [
      // Counts
      ("Four people died in a crash by the old mill. In 1997, a crash by the old mill killed 9 people.", nil),
      ("Six people were killed in the fire in Lund. That day in Tours, a train crash killed 9 people.", nil),
      ("Two people died in Hove. In Ryde three people died.", nil),
      ("A quake of magnitude 6.2 shook the coast. It was followed by one of magnitude 5.3.", nil),
      ("On Friday four people died. By Sunday 15 were dead.", nil),
      ("A ferry with 30 people aboard sank. A jet with 14 people aboard landed.", nil),
      (
        "A barge with 30 people aboard sank off the rocky coast. A barge with 14 people aboard sank "
          + "off the rocky coast.", nil
      ),
      (
        "Two men were killed in a crash near the station. Three men were killed in a fire near the station.",
        nil
      ),
      ("The two dead were sisters. The three dead in Ryde were not.", nil),
      (
        "The mine blast near the village killed 13 workers. Rescuers said the mine blast near the village "
          + "killed 15 workers.", "number.differs"
      ),
      ("The plane hit a hill, killing 13 people. The 15 dead were named on a list.", "number.differs"),
      // Ages and years
      ("Ida Holm, 52, lives in Hove. In 2018, Ida Holm, 46, was a clerk.", nil),
      ("Ida Holm, 52, lives in Hove. Ida Holm, 46, was a clerk then.", nil),
      ("Ida Holm, 52, lives in Hove. A son of Ida Holm, 53, said so.", "age.differs"),
      (
        "The probe reached the icy moon of Saturn on May 3, 2021, after a trip. "
          + "The first probe reached the icy moon of Saturn on May 3, 1998, after a trip.", nil
      ),
      ("The rum, aged 15 years, is sold by Joe Ash, born in 1970.", nil),
      ("The rum, aged 15, is sold by Joe Ash, born in 1970.", nil),
      ("In 2010 the singer, aged 31, born in 1979, was on tour.", nil),
      ("Born in 1979, aged 42, the singer is on tour.", "age.born"),
      // Names
      ("Maria Hansen spoke. Hansen left. Maria Jansen stayed.", nil),
      ("John Marten spoke. Marten left. John Martin stayed, and Martin sang.", nil),
      ("Mrs Larsen spoke. Larsen left. Mrs Larson stayed.", nil),
      ("Judge Parsons spoke. Parsons left. Judge Persons stayed.", nil),
      ("Maria Hansen spoke. Hansen left. Maria Hensen stayed.", "name.spelling"),
      // Sums
      ("Three people (one man and one woman in the first car, one boy in the other) were hurt.", nil),
      ("Six people, two men and three women, plus a child, were hurt.", nil),
      ("Six people, two men and three women, were hurt on July 9.", "sum.differs"),
      // Disputes
      ("The critic said the soup was bland. He denied himself nothing.", nil),
    ] as [(String, String?)])
  func matters(text: String, rule: String?) throws {
    #expect(try found(text) == (rule.map { [$0] } ?? []))
  }

  @Test(
    "A key point collides with the body only where it says other than the body does",
    arguments: [
      ("The jury found Ilse Holm not guilty of theft.", "The jury acquitted Ilse Holm of theft.", nil),
      (
        "The council voted to keep the parish library open.",
        "The council voted not to close the parish library.", nil
      ),
      (
        "The court upheld the conviction of Ilse Holm for theft.",
        "The court rejected the appeal of Ilse Holm, upholding her theft conviction.", nil
      ),
      (
        "The court upheld the conviction of Ilse Holm for theft.",
        "The court rejected an appeal by Ilse Holm against her conviction for theft.", nil
      ),
      (
        "The jury found Ilse Holm not guilty of theft.", "The jury convicted Ilse Holm of theft.",
        "key-point.says-otherwise"
      ),
      (
        "The plant will not test the new boiler.", "The plant will test the new boiler.",
        "key-point.says-otherwise"
      ),
      ("The plant will test not only the new boiler.", "The plant will test the new boiler.", nil),
      (
        "The court ruled against the tenant on July 12, 2024, and he will appeal the ruling.",
        "The tenant is to appeal the ruling by July 26, 2024, said the court.", nil
      ),
      (
        "The hearing in the case was moved to July 22, 2024.",
        "The hearing in the case was moved to July 23, 2024.", "key-point.date"
      ),
      ("The flood killed three people in Hove and two in Ryde.", "The flood killed five people in all.", nil),
      ("The flood killed three people in Hove and two in Ryde.", "The flood killed five people.", nil),
      ("The flood killed three people in Hove.", "The flood killed five people in total.", nil),
      (
        "The flood killed three people in Hove and hurt two.", "The flood killed six people.",
        "key-point.number"
      ),
    ] as [(String, String, String?)])
  func points(body: String, point: String, rule: String?) throws {
    #expect(try found("\(body)\n\nKey points\n- \(point)\n") == (rule.map { [$0] } ?? []))
  }

  @Test("Accusation and denial are one finding with both sentences and their speakers")
  func pair() throws {
    let draft = try manuscript(
      "It rained. Police accused the driver of speeding. The driver has denied the accusation.")
    let dateline = try #require(CivilDate(ContradictionsTests.dateline))
    let finding = try #require(findContradictions(in: draft, dateline: dateline).first)
    #expect(finding.kind == .disputed)
    #expect(
      finding.sides.map { slice(draft.text, $0.sentence) } == [
        "Police accused the driver of speeding.", "The driver has denied the accusation.",
      ])
    #expect(
      finding.sides.map { $0.says.map { slice(draft.text, $0) } } == ["Police", "The driver"])
  }

  @Test("Sides say whose words they are")
  func sides() throws {
    let draft = try manuscript(
      "Contradictions\n- While prosecutors claimed the rounds were irrelevant, "
        + "Baldwin’s lawyers argued they were decisive.\n"
    )
    let passage = try #require(draft.contradictions.first)
    let finding = readContradiction(passage, in: draft)
    #expect(finding.kind == .disputed)
    #expect(
      finding.sides.map { slice(draft.text, $0.span) } == [
        "prosecutors claimed the rounds were irrelevant",
        "Baldwin’s lawyers argued they were decisive",
      ])
    #expect(
      finding.sides.map { $0.says.map { slice(draft.text, $0) } } == [
        "prosecutors", "Baldwin’s lawyers",
      ])
    #expect(finding.sides.allSatisfy { $0.sentence == passage.span })
  }

  @Test(
    "A bullet is disputed when it reports two sides",
    arguments: [
      ("There are conflicting views on who is to blame.", ContradictionKind.disputed),
      ("The mayor denied the report.", .disputed),
      ("Despite the ruling, the family pursues civil action.", .disputed),
      ("The maker says it is safe, but the union says it is not.", .disputed),
      ("According to police he ran, whereas witnesses said he walked.", .disputed),
      ("Police say three were hurt; the hospital says five.", .disputed),
      ("Police counted 200 people, organisers said 500.", .disputed),
      ("The headline says 12 dead, but the body says 14.", .internal),
      ("Paragraph 2 has Tuesday while paragraph 5 has Wednesday.", .internal),
      ("Age given as 42, later as 43.", .internal), ("12 or 14 dead?", .internal),
    ])
  func bullets(words: String, kind: ContradictionKind) throws {
    let draft = try manuscript("Body.\n\nContradictions\n👾\(words)\n")
    let passage = try #require(draft.contradictions.first)
    let finding = readContradiction(passage, in: draft)
    #expect(finding.kind == kind)
    #expect(!finding.sides.isEmpty && finding.sides.allSatisfy { passage.span.contains($0.span) })
  }

  @Test("Findings stand in the order of the text, and their words inside their sentences")
  func order() throws {
    let text = contradictionRules.filter { $0.kind != .archive && !$0.name.hasPrefix("brought") }
      .map {
        $0.example[0].split(separator: "\n")[0]
      }.joined(separator: "\n\n")
    let dateline = try #require(CivilDate(ContradictionsTests.dateline))
    let findings = findContradictions(in: try manuscript(text), dateline: dateline)
    #expect(findings.count > 10)
    let starts = findings.map { $0.sides[0].span.start }
    #expect(starts == starts.sorted())
    #expect(findings.allSatisfy { $0.sides.allSatisfy { $0.sentence.contains($0.span) } })
  }
}
