/// Every rule of `findContradictions`, `readContradiction` and `compare`, each with drafts that show what it
/// finds and what it leaves alone.
public let contradictionRules: [ContradictionRule] =
  disputeRules.map {
    ContradictionRule(
      name: $0.name, kind: .disputed, reason: $0.reason, example: [$0.example],
      counterExample: [$0.counterExample])
  } + rulesInsideADraft
  + storyRules.map {
    ContradictionRule(
      name: $0.name, kind: .archive, reason: $0.reason, example: $0.example,
      counterExample: $0.counterExample)
  }

private let rulesInsideADraft = [
  rule(
    "dispute.while-claimed", .disputed,
    "one sentence sets the claims of two speakers against each other",
    example: "While police claimed the road was dry, the driver argued it was icy.",
    counterExample: "While the sun shone, the crowd sang."),
  rule(
    "dispute.but-said", .disputed,
    "one speaker contests what another has said in the same sentence",
    example: "The mayor said the bridge was safe, but engineers insisted it was weak.",
    counterExample: "The mayor said the bridge was safe, and engineers said so too."),
  rule(
    "dispute.by-but-by", .disputed, "two sides judge the same thing differently",
    example: "It was called harmless by the maker but dangerous according to the union.",
    counterExample: "It was called harmless by the maker."),
  rule(
    "dispute.counts", .disputed, "two sources count differently",
    example: "Police said 200 people were arrested, organisers said 500 people were arrested.",
    counterExample:
      "Police said 200 people were arrested, organisers said 200 people were arrested."),
  rule(
    "weekday.date", .internal, "the weekday does not fall on that date",
    example: "The hearing was on Tuesday, July 12, 2024.",
    counterExample: "The hearing was on Friday, July 12, 2024."),
  rule(
    "sum.differs", .internal, "the parts do not add up to the whole",
    example: "Four people, two women and three men, were hurt.",
    counterExample: "Five people, two women and three men, were hurt."),
  rule(
    "age.born", .internal, "the age does not fit the year of birth",
    example: "The singer, aged 42, born in 1979, is on tour.",
    counterExample: "The singer, aged 45, born in 1979, is on tour."),
  rule(
    "percent.differs", .internal, "the percentage is not that of the numbers beside it",
    example: "Turnout was low, with 12 of the 48 members, or 30 percent, voted.",
    counterExample: "Turnout was low, with 12 of the 48 members, or 25 percent, voted."),
  rule(
    "role.differs", .internal, "a person holds two offices that nobody holds at one time",
    example: "Police Chief Ana Ruiz shut the road. Ruiz, the sheriff, said nobody was hurt.",
    counterExample: "Police Chief Ana Ruiz shut the road. Ruiz, a former sheriff, said nobody was hurt."),
  rule(
    "status.over-and-open", .internal, "the same proceeding is over in one sentence and goes on in another",
    example: "Holm's appeal was withdrawn in December. Holm's appeal is still pending.",
    counterExample: "Holm's appeal was withdrawn in December. Dent's appeal is still pending."),
  rule(
    "suspect.two-fates", .internal, "the only attacker both lives, in custody, and was killed",
    example: "The gunman surrendered to police at noon. The gunman was shot dead by police.",
    counterExample: "The gunman surrendered to police at noon. A second gunman was shot dead by police."),
  rule(
    "number.differs", .internal, "the same is counted differently, and no source is named for it",
    example:
      "The blast killed 13 people on Monday. All but two of the plant was closed. The 15 dead were miners.",
    counterExample:
      "The blast killed 13 people on Monday. A similar blast killed 15 people in 1998."),
  rule(
    "date.year-differs", .internal, "the same day is given in two years",
    example: "The shuttle Mora lifted off from the desert base on April 12, 1981. "
      + "Looking back: the shuttle Mora lifted off from its desert base on April 12, 1983.",
    counterExample: "The shuttle Mora lifted off from the desert base on April 12, 1981. "
      + "A new museum opened in the capital on April 12, 1983."),
  rule(
    "age.differs", .internal, "a person has two ages",
    example: "Anna Berg, 42, was not hurt. A friend of Anna Berg, 43, said so.",
    counterExample: "Anna Berg, 42, was not hurt. A friend, Carl Dent, 43, said so."),
  rule(
    "name.spelling", .internal, "a name is spelled in two ways",
    example: "The judge freed Jonas Smithers. Smithers wept. A lawyer for Jonas Smythers was glad.",
    counterExample: "The judge freed Jonas Smithers. A lawyer for Jonas Smythers was glad."),
  rule(
    "key-point.number", .internal, "a key point or headline counts otherwise than the body",
    example: "Officials said 12 people were killed.\n\nKey points\n- 14 people were killed.\n",
    counterExample: "More than 12 people were killed.\n\nKey points\n- 14 people were killed.\n"),
  rule(
    "key-point.date", .internal, "a key point or headline has another day than the body",
    example: "The case against the owner was dismissed on July 12, 2024.\n\nKey points\n"
      + "- The case against the owner was dismissed on July 11, 2024.\n",
    counterExample: "The case against the owner was dismissed on July 12, 2024.\n\nKey points\n"
      + "- The claim by a tenant was dismissed on July 11, 2023.\n"),
  rule(
    "key-point.says-otherwise", .internal, "a key point or headline says the opposite of the body",
    example: "The council approved the new bridge over the river.\n\nKey points\n"
      + "- The council rejected the new bridge over the river.\n",
    counterExample: "The council approved the new bridge over the river.\n\nKey points\n"
      + "- The council backed the new bridge over the river.\n"),
  rule(
    "key-point.further", .internal,
    "a key point or headline goes further than the body: charged, or convicted",
    example: "The mayor was arrested over the fire and released.\n\nHeadline: Mayor charged over fire\n",
    counterExample:
      "The mayor was arrested over the fire and charged in May.\n\nHeadline: Mayor charged over fire\n"
  ),
  rule(
    "key-point.unsupported", .internal, "nothing in the body bears the key point out",
    example: "The council approved the new bridge over the river.\n\nKey points\n"
      + "- Pilots of the council's airline began a strike.\n",
    counterExample: "The council approved the new bridge over the river.\n\nKey points\n"
      + "- The council gave its approval to another bridge.\n"),
  rule(
    "brought.disputed", .disputed, "the draft itself names a disputed account",
    example: "Contradictions\n- There are conflicting views on who is to blame.\n",
    counterExample: "Contradictions\n- The headline says 12 dead, but the body says 14.\n"),
  rule(
    "brought.story-against-itself", .internal,
    "the draft itself sets parts of the story against each other",
    example: "Contradictions\n- The headline says 12 dead, but the body says 14.\n",
    counterExample: "Contradictions\n- There are conflicting views on who is to blame.\n"),
  rule(
    "brought.slip", .internal, "the draft itself names a slip",
    example: "Contradictions\n- 12 or 14 dead?\n",
    counterExample: "Contradictions\n- Police say three were hurt; the hospital says five.\n"),
]

private func rule(
  _ name: String, _ kind: ContradictionKind, _ reason: String, example: String,
  counterExample: String
) -> ContradictionRule {
  ContradictionRule(
    name: name, kind: kind, reason: reason, example: [example], counterExample: [counterExample])
}
