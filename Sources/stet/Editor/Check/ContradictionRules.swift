import TextAnalysis

/// A rule that finds contradictions, with one draft in which it finds some and one that it must leave alone.
struct ContradictionRule: Sendable {
  let name: String
  let kind: ContradictionKind
  /// Why the passages collide, as a clause.
  let reason: String
  let example: String
  let counterExample: String
}

/// Every rule of `findContradictions` and `readContradiction`.
let contradictionRules: [ContradictionRule] = [
  ContradictionRule(
    name: "dispute.while-claimed", kind: .disputed,
    reason: "one sentence sets the claims of two speakers against each other",
    example: "While police claimed the road was dry, the driver argued it was icy.",
    counterExample: "While the sun shone, the crowd sang."),
  ContradictionRule(
    name: "dispute.but-said", kind: .disputed,
    reason: "one speaker contests what another has said in the same sentence",
    example: "The mayor said the bridge was safe, but engineers insisted it was not.",
    counterExample: "The mayor said the bridge was safe, and engineers said so too."),
  ContradictionRule(
    name: "dispute.by-but-by", kind: .disputed, reason: "two sides judge the same thing differently",
    example: "It was called harmless by the maker but dangerous according to the union.",
    counterExample: "It was called harmless by the maker."),
  ContradictionRule(
    name: "dispute.denied", kind: .disputed,
    reason: "somebody denies what the sentence before accuses them of",
    example: "Police accused the driver of speeding. The driver denied the accusation.",
    counterExample: "The driver denied the accusation."),
  ContradictionRule(
    name: "weekday.date", kind: .internal, reason: "the weekday does not fall on that date",
    example: "The hearing was on Tuesday, July 12, 2024.",
    counterExample: "The hearing was on Friday, July 12, 2024."),
  ContradictionRule(
    name: "sum.differs", kind: .internal, reason: "the parts do not add up to the whole",
    example: "Four people, two women and three men, were hurt.",
    counterExample: "Five people, two women and three men, were hurt."),
  ContradictionRule(
    name: "age.born", kind: .internal, reason: "the age does not fit the year of birth",
    example: "The singer, aged 42, born in 1979, is on tour.",
    counterExample: "The singer, aged 45, born in 1979, is on tour."),
  ContradictionRule(
    name: "number.differs", kind: .internal, reason: "a key point counts otherwise than the body",
    example: "Officials said 12 people were killed.\n\nKey points\n- 14 people were killed.\n",
    counterExample: "At least 12 people were killed.\n\nKey points\n- 14 people were killed.\n"),
  ContradictionRule(
    name: "date.differs", kind: .internal, reason: "a key point has another day than the body",
    example: "The case against the owner was dismissed on July 12, 2024.\n\nKey points\n"
      + "- The case against the owner was dismissed on July 11, 2024.\n",
    counterExample: "The case against the owner was dismissed on July 12, 2024.\n\nKey points\n"
      + "- The claim by a tenant was dismissed on July 11, 2023.\n"),
  ContradictionRule(
    name: "brought.disputed", kind: .disputed, reason: "the draft itself names a disputed account",
    example: "Contradictions\n- There are conflicting views on who is to blame.\n",
    counterExample: "Contradictions\n- The headline says 12 dead, but the body says 14.\n"),
  ContradictionRule(
    name: "brought.story-against-itself", kind: .internal,
    reason: "the draft itself says that its parts do not agree",
    example: "Contradictions\n- The headline says 12 dead, but the body says 14.\n",
    counterExample: "Contradictions\n- There are conflicting views on who is to blame.\n"),
  ContradictionRule(
    name: "brought.slip", kind: .internal, reason: "the draft itself names something that cannot stand",
    example: "Contradictions\n- 12 or 14 dead?\n",
    counterExample: "Contradictions\n- There are conflicting views on who is to blame.\n"),
]
