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
