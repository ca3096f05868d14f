import Testing
import TextAnalysis

@Suite("Slips")
struct SlipsTests {
  private func findings(_ text: String) throws -> [ContradictionFinding] {
    let dateline = try #require(CivilDate("2024-07-13"))
    return findContradictions(in: try manuscript(text), dateline: dateline)
  }

  @Test(
    "Where the right thing can be computed, a slip says it",
    arguments: [
      (
        "The hearing was on Tuesday, July 9, 2024, and on Monday, July 12, 2024.",
        "July 12, 2024 was a Friday"
      ),
      ("The hearing is on Tuesday, August 12, 2024.", "August 12, 2024 is a Monday"),
      ("Four people, two women and three men, were hurt.", "2 + 3 is 5, not 4"),
      ("The singer, aged 42, born in 1979, is on tour.", "who was born in 1979 is 44 or 45 in 2024"),
      ("Turnout was low, with 12 of the 48 members, or 30 percent, voted.", "12 of 48 is 25 percent"),
      ("Profits rose 50 percent to $120 million from $100 million.", "from 100 to 120 is 20 percent"),
      ("Profits rose 20 percent to $80 million from $100 million.", "from 100 to 80 is no rise"),
    ])
  func explanations(text: String, explanation: String) throws {
    #expect(try findings(text).map(\.explanation) == [explanation])
  }

  @Test(
    "A percentage is held against the numbers beside it, as finely as they are told",
    arguments: [
      ("Ticket sales fell 10 percent to 4,500 from 6,000.", true),
      ("Of the votes, 30 of the 90 (50%) were void.", true),
      ("Ticket sales fell 25 percent to 4,500 from 6,000.", false),
      ("Sales rose 5.2% to $2.3 billion from $2.2 billion.", false),
      ("Sales rose about 40 percent to 120 from 100.", false),
      ("Sales rose 12 percent to $1.1 billion from $980 million.", false),
      ("Turnout rose to 60 percent from 40 percent.", false),
      ("Of the votes, about 30 of the 90 (50%) were void.", false),
      ("Two of the three parties, with 20 percent each, agreed.", false),
    ])
  func percentages(text: String, isSlip: Bool) throws {
    #expect(try findings(text).map(\.rule) == (isSlip ? ["percent.differs"] : []))
  }

  @Test(
    "Nobody holds two offices that exclude each other, unless the story tells of a change or of two people",
    arguments: [
      ("Mayor Ana Ruiz opened the fair. Councilwoman Ruiz said it was the best one yet.", true),
      ("Sheriff Tom Hale searched the barn. Nothing was found, Judge Hale said.", true),
      ("Prosecutor Mia Kern asked for ten years. Defense attorney Kern declined to comment.", true),
      ("Interior Minister Paul Renner saw the camp. Defence Minister Renner promised tents.", true),
      ("Ana Ruiz, the mayor of Mora, was there. Governor Ruiz left.", true),
      ("Ana Ruiz, who is the county's sheriff, was there. Judge Ruiz left.", true),
      ("Mayor Ana Ruiz, a former sheriff, opened the fair. Sheriff Ruiz was loved, said a neighbour.", false),
      ("Sheriff Ana Ruiz was promoted in May. Judge Ruiz now sits in Mora.", false),
      ("Mayor Ana Ruiz opened the fair. Her cousin, Judge Carlos Ruiz, came too. Judge Ruiz sang.", false),
      ("Mayor Ruiz spoke. Judge Ruiz left.", false),
      ("Sen. Ana Ruiz spoke. President Ruiz waved. Ruiz, a lawyer, smiled. Mr. Ruiz left.", false),
      ("Ruiz, the sheriff, the mayor and the judge met. Mayor Ana Ruiz left.", false),
      ("With Hale, the mayor visited the school. Sheriff Tom Hale drove.", false),
      ("Deputy Mayor Ana Ruiz spoke. Judge Ana Ruiz listened.", false),
      ("In 2010 Mayor Ana Ruiz opened the fair. Senator Ruiz came back.", false),
    ])
  func roles(text: String, isSlip: Bool) throws {
    #expect(try findings(text).map(\.rule) == (isSlip ? ["role.differs"] : []))
  }

  @Test(
    "A proceeding is not over and going on, where it is the same one",
    arguments: [
      ("The search was called off on Friday. The search continues, police said.", true),
      ("The inquiry was closed in March. The inquiry is ongoing, a spokeswoman said.", true),
      ("The family's lawsuit was settled last week. The family's lawsuit is still pending.", true),
      ("Ruiz's appeal was withdrawn in December. Ruiz plans to appeal.", true),
      ("Holm withdrew the appeal in December. The appeal is still pending.", true),
      ("The criminal case was dismissed on Friday. A civil case is still pending.", false),
      ("The case was pending until May, when it was dismissed. The case is closed.", false),
      ("The court dismissed the appeal. Ruiz plans to appeal to the Supreme Court.", false),
      ("The appeal was rejected. The second appeal is pending.", false),
      ("The police inquiry was closed in March. The parliamentary inquiry is ongoing.", false),
      ("The search was called off at dusk and will resume. The search continues.", false),
      ("The trial ended on Friday. A trial is under way in Mora.", false),
    ])
  func proceedings(text: String, isSlip: Bool) throws {
    #expect(try findings(text).map(\.rule) == (isSlip ? ["status.over-and-open"] : []))
  }

  @Test(
    "An attacker who lives was not killed, where there is one only",
    arguments: [
      (
        "A gunman fired at a bank, before he surrendered to police. The gunman was shot dead by police.", true
      ),
      ("The attacker was arrested at noon. The attacker shot himself.", true),
      ("Two gunmen fired at a bank. One gunman was arrested. A gunman was shot dead.", false),
      ("The suspect was arrested at noon. The victim was shot dead.", false),
      ("The suspect was not shot dead. The suspect was arrested.", false),
    ])
  func suspects(text: String, isSlip: Bool) throws {
    #expect(try findings(text).map(\.rule) == (isSlip ? ["suspect.two-fates"] : []))
  }

  @Test(
    "The same people are counted alike, and others and some of them otherwise",
    arguments: [
      ("A boiler hurt three workers at a mill. Five workers were injured by the boiler at the mill.", true),
      ("A bus crash on the coast road killed four people. Six people died in the bus crash.", true),
      ("Two hikers are missing after an avalanche. Three hikers are missing after the avalanche.", true),
      ("Two guards were killed in the raid. Three robbers were killed in the raid.", false),
      ("Five people were killed in the raid. Three soldiers were killed in the raid.", false),
      ("Eight people were injured in the fire. Three people were critically injured in the fire.", false),
      ("Three people were hurt in a fire at a mill. Five people were injured in a blast at the dam.", false),
      ("A bus crash killed four people. Last year a bus crash killed six people.", false),
      ("Task Force 20 killed one man in the raid. In the raid 95 soldiers were killed.", false),
      (
        "Police said three people were hurt in the fire. The hospital said five people were hurt in the fire.",
        false
      ),
    ])
  func counts(text: String, isSlip: Bool) throws {
    #expect(try findings(text).map(\.rule) == (isSlip ? ["number.differs"] : []))
  }

  @Test(
    "Few words are enough where a key point tells the opposite outcome of the same",
    arguments: [
      (
        "The council approved the new bridge over the river after a long debate.", "Council rejects bridge.",
        true
      ),
      ("A jury acquitted Ilse Holm of theft after two hours.", "Ilse Holm was convicted of theft.", true),
      ("Mora Rovers won the cup final against Tal United.", "Mora Rovers lost the cup final.", true),
      ("House prices fell by 3 percent in June, the bank said.", "House prices rose in June.", true),
      (
        "The Supreme Court upheld the night flight rules.", "The court overturned the night flight rules.",
        true
      ),
      ("The judge granted Carl Dent bail after a hearing.", "The judge denied Carl Dent bail.", true),
      ("The town closed two libraries in May.", "The town opened two libraries in May.", true),
      ("The measure failed by two votes in the Senate.", "The measure passed in the Senate.", true),
      ("Lawmakers increased spending on schools by a tenth.", "Lawmakers cut spending on schools.", true),
      ("The council approved it. Voters rejected the bridge.", "Voters rejected the bridge.", false),
      ("House prices fell in May. House prices rose in June.", "House prices rose in June.", false),
      ("Rovers won the first match and lost the second match.", "Rovers lost the second match.", false),
      (
        "The bank refused the owner a loan. The judge granted bail.", "The judge granted bail to the driver.",
        false
      ),
    ])
  func outcomes(body: String, point: String, isSlip: Bool) throws {
    let rules = try findings("\(body)\n\nKey points\n- \(point)\n").map(\.rule)
    #expect(rules == (isSlip ? ["key-point.says-otherwise"] : []))
  }

  @Test(
    "A headline, caption or push is held against the body as a key point is",
    arguments: [
      ("Headline: Mayor charged over fire", "key-point.further"),
      ("Push: Mayor convicted", "key-point.further"), ("Push: Mayor not charged", nil),
      ("Push: Mayor arrested over fire", nil), ("Headline: Fire: mayor freed", nil),
      ("Headline: Town asks what went wrong", nil), ("Caption: The mall, where 14 died", "key-point.number"),
      ("Headline: 14 people died in the mall", "key-point.number"),
      ("Headline: 12 people died in the mall", nil),
    ] as [(String, String?)])
  func around(line: String, rule: String?) throws {
    let text = """
      The mayor was arrested over the fire and released under investigation. In the mall 12 people died.

      \(line)
      """
    let found = try findings(text)
    #expect(found.map(\.rule) == [rule].compactMap { $0 })
    #expect(found.allSatisfy { $0.sides.count == 2 })
  }

  @Test(
    "A key point that nothing bears out is shown beside the nearest sentence, or the headline, or not at all")
  func unsupported() throws {
    let point = "\n\nKey points\n- Airline pilots began their strike in Norway.\n"
    let near = "The council met. Two pilots watched. The bridge is new."
    let found = try #require(try findings(near + point).first)
    #expect(found.rule == "key-point.unsupported")
    #expect(
      found.sides.map { slice(near + point, $0.span) } == [
        "Two pilots watched.", "Airline pilots began their strike in Norway.",
      ])
    let headed = "# Council meets\n\nThe bridge is new."
    let other = try #require(try findings(headed + point).first)
    #expect(slice(headed + point, other.sides[0].span) == "Council meets")
    #expect(try findings("The bridge is new." + point).isEmpty)
    #expect(try findings("# Council meets" + point).isEmpty)
    #expect(try findings("Airline staff watched the pilots." + point).isEmpty)
  }

  @Test(
    "Two plain accounts are a dispute where they cannot both be so",
    arguments: [
      ("Police said the man was armed, while his family said he was unarmed.", true),
      ("Police said the man was armed, but witnesses said he was not.", true),
      ("The driver said the light was green, while a witness said it was red.", true),
      ("Police said the driver was to blame, while the family said the council was.", true),
      ("The captain said the ship had been inspected, but the crew said it had not been inspected.", true),
      ("Police said the road was closed, while the council said the bridge was open.", false),
      ("The mayor said taxes rose, while the governor said wages fell.", false),
      ("The coach said the team played well, while the captain said he was not fit.", false),
      ("Police said the man was armed, but witnesses said he was calm.", false),
    ])
  func accounts(text: String, isDispute: Bool) throws {
    #expect(try findings(text).map(\.kind) == (isDispute ? [.disputed] : []))
  }
}
