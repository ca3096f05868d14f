import Testing
import TextAnalysis

@Suite("Contradictions")
struct ContradictionsTests {
  private func found(_ text: String) throws -> [ContradictionFinding] {
    findContradictions(in: try manuscript(text), dateline: try #require(CivilDate("2024-07-13")))
  }

  @Test(
    "What collides in a draft is found by its rule",
    arguments: [
      ("The hearing was on Tuesday, July 12, 2024.", "weekday.date"),
      ("It was dismissed on Tuesday, July 9.", nil),
      ("It was dismissed on Monday, July 9.", "weekday.date"),
      ("The hearing was on Friday, July 12, 2024.", nil),
      ("Four people, two women and three men, were hurt.", "sum.differs"),
      ("Five people, two women and three men, were hurt.", nil),
      ("The singer, aged 42, was not told; born in 1979, he waits.", nil),
      ("The singer, aged 42, born in 1979, is on tour.", "age.born"),
      ("The singer, aged 45, born in 1979, is on tour.", nil), ("Two of the five were unhurt.", nil),
      (
        "While prosecutors claimed the rounds were irrelevant, the defence argued they were decisive.",
        "dispute.while-claimed"
      ),
      ("The mayor said the bridge was safe, but engineers insisted it was not.", "dispute.but-said"),
      ("While the sun shone, the crowd sang.", nil),
      ("The mayor said the bridge was safe, and engineers said so too.", nil),
      ("It was called harmless by the maker but dangerous according to the union.", "dispute.by-but-by"),
      ("Police accused the driver of speeding. The driver denied the accusation.", "dispute.denied"),
      ("The driver denied the accusation.", nil), ("On Saturday, Sunday and Monday it rained.", nil),
      ("Officials said 12 people were killed.\n\nKey points\n- 14 people were killed.\n", "number.differs"),
      ("Officials said 14 people were killed.\n\nKey points\n- 14 people were killed.\n", nil),
      ("At least 12 people were killed.\n\nKey points\n- 14 people were killed.\n", nil),
      (
        "The case against the owner was dismissed on July 12, 2024.\n\nKey points\n- The case against the owner was dismissed on July 11, 2024.",
        "date.differs"
      ),
      (
        "The case against the owner was dismissed on July 12, 2024.\n\nKey points\n- The claim by a tenant was dismissed on July 11, 2023.",
        nil
      ),
    ] as [(String, String?)])
  func rules(text: String, rule: String?) throws {
    #expect(try found(text).map(\.rule) == (rule.map { [$0] } ?? []))
  }

  @Test("Sides say whose words they are")
  func sides() throws {
    let draft = try manuscript(
      "Contradictions\n- While prosecutors claimed the rounds were irrelevant, Baldwin’s lawyers argued they were decisive.\n"
    )
    let finding = readContradiction(try #require(draft.contradictions.first), in: draft)
    #expect(finding.kind == .disputed)
    #expect(
      finding.sides.map { slice(draft.text, $0.span) } == [
        "prosecutors claimed the rounds were irrelevant", "Baldwin’s lawyers argued they were decisive",
      ])
    #expect(
      finding.sides.map { $0.says.map { slice(draft.text, $0) } } == ["prosecutors", "Baldwin’s lawyers"])
  }

  @Test(
    "A bullet is disputed when it reports two sides",
    arguments: [
      ("There are conflicting views on who is to blame.", ContradictionKind.disputed),
      ("The mayor denied the report.", .disputed),
      ("Despite the ruling, the family pursues civil action.", .disputed),
      ("The maker says it is safe, but the union says it is not.", .disputed),
      ("According to police he ran, whereas witnesses said he walked.", .disputed),
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
}
