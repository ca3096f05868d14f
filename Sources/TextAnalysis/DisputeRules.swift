/// A way in which a story tells that somebody contests what somebody else says.
struct DisputeRule: Sendable {
  enum Form: Equatable, Sendable {
    /// The sentence tells both sides.
    case whole
    /// The sentence answers what another one nearby says.
    case answer
    /// The same, and nothing is found where no accusation or claim stands nearby.
    case answerOnly
  }

  let name: String
  let form: Form
  let reason: String
  let example: String
  let counterExample: String
  let patterns: [String]
  /// What looks like it and is not; looked for only where a pattern was found.
  let unless: Patterns

  init(
    _ name: String, _ form: Form, _ reason: String, example: String, counterExample: String,
    _ patterns: [String], unless: [String] = []
  ) {
    self.name = name
    self.form = form
    self.reason = reason
    self.example = example
    self.counterExample = counterExample
    self.patterns = patterns
    self.unless = Patterns(unless)
  }
}

/// In the order in which they are preferred when several fit one sentence.
let disputeRules = [
  DisputeRule(
    "dispute.contrary-to", .whole, "one account is set against another by name",
    example: "Contrary to claims by the union, the plant was inspected twice, the company said.",
    counterExample: "Contrary to the forecast, the sun shone.",
    [
      "contrary to ~5 {assertion}", "despite ~5 {assertion}",
      "despite ~4 claiming|saying|insisting|alleging|arguing",
      "contradicting|contradicts|contradicted|contradict ~5 {assertion}",
      "contradicting|contradicts|contradicted ~3 A",
      "at odds with ~5 {assertion}",
      "disagree|disagrees|disagreed|differ|differed over|about|on whether|how|who",
      "{assertion} ~4 contradicted|contradict|contradicts",
      "but|while|whereas|though ~4 {calls} ~2 {falsehood}",
      "but|while|whereas|though ~4 {calls} ~1 \" {falsehood}",
      "despite ~4 {falsehood}",
      "that|which ~3 dispute|disputes|deny|denies|reject|rejects|contest|contests !over|between|with",
      "something ~4 dispute|disputes|disputed|deny|denies|denied",
      "reported|reporting|said|say|giving|gave|put|puts ~3 # and|or # ~3 respectively",
      "different|differing account|accounts|version|versions of",
      "remains|remain|is|are disputed|contested",
      "says|say|suggests|suggest|tells|told otherwise|differently",
      "blamed|blame|accused|accuse|accusing|blaming each other",
      "trade|traded|trading|exchanged accusations|blame",
      "conflicting ~2 accounts|reports|claims|versions|statements|figures|testimony|stories",
      "contradictory ~2 accounts|reports|claims|versions|statements|figures|testimony|information",
    ]),
  DisputeRule(
    "dispute.in-contrast", .answer, "a source is set against another source",
    example:
      "The weather office said the rain would end on Friday. "
      + "In contrast to that forecast, the river board said floods would last until March.",
    counterExample: "In contrast to last year, sales rose.",
    [
      "in contrast to ~4 prediction|predictions|forecast|forecasts|view|views|position|{assertion}",
      "in contrast to the? A", "contrasts|contrasted with ~4 {assertion}",
    ], unless: ["to last|previous|earlier|many|most|other"]),
  DisputeRule(
    "dispute.rejected", .answer, "a claim, an accusation or a report is rejected",
    example:
      "The union said two men were sacked for striking. The company rejected the allegation.",
    counterExample: "The board rejected the offer.",
    [
      "{rejects} ~6 {assertion}", "{rejects} ~8 {falsehood}", "{rejects} ~6 \" ~3 {falsehood}",
      "rejected|rejects|disputes ~1 that|having|any",
      "{assertion} ~5 {be} ~2 rejected|denied|disputed|refuted|dismissed|contested|questioned",
      "{assertion} ~3 rejected|denied|disputed|refuted|contested by",
      "disputed|disputes that|whether|the|this|his|her|their|its !area|areas|territory|islands|border|region",
      "disputed|contested|denied|rejected by ~2 A", "cast|casts|casting doubt|doubts on|over",
      "poured|pours cold water",
      "{rejects} ~2 result|results|outcome ~3 election|vote|poll|referendum|count|as",
    ],
    unless: [
      "dismissed|rejected ~6 lawsuit|suit|case|appeal|appeals|bid|offer|proposal|bill|{access}",
      "trade|border|pay|labour|labor|territorial|legal|wage|land dispute|disputes",
      "claim|claims for ~4 asylum|compensation|damages",
      "insurance|compensation|asylum|benefit|benefits claim|claims",
    ]),
  DisputeRule(
    "dispute.denied", .answer, "somebody denies what others say",
    example: "Police accused the driver of speeding. The driver denied driving at all.",
    counterExample: "The judge denied bail, and the club was denied entry.",
    [
      "<!to|or|nor|be|was|were|been|being|not|neither|is|are|never|previously denied|denies|denying",
      "<!to|{not}|or|cannot|can|could deny",
      "denial|denials of|by|from|that|came|from",
      "has|have|had|also|again|repeatedly|strongly|flatly denied",
      "{rejects} ~3 wrongdoing|involvement|responsibility",
      "disavowed|disavows|disclaimed|disowned",
    ],
    unless: [
      "denied|denies|denying|deny ~5 {access}",
      "denied|denies|denying|deny himself|herself|themselves|itself|myself|yourself|ourselves",
      "denied|denies|denying|deny ~3 victory|win|goal|title|equaliser",
      "confirm|confirmed|confirming or|nor deny|denied|denying",
      "there|no is|was|'s denying|denial",
    ]),
  DisputeRule(
    "dispute.called-false", .answer, "what somebody says is called false",
    example: "Residents said the army shelled the market. The ministry called the videos fake.",
    counterExample: "The test gave false results, and fake goods were seized.",
    [
      "{calls} ~7 {falsehood}", "{calls} ~6 \" ~3 {falsehood}",
      "{assertion} ~3 {be} ~2 {falsehood}",
      "video|videos|photo|photos|footage|recordings|documents|images ~4 {be} ~2 {falsehood}",
      "this|that ~1 {not} ~1 occurred|happened|case|true|so", "politically motivated", "witch hunt",
      "smear campaign", "pack of lies",
      "claimed|claim|claims|said|says|insisted|insists|saying ~6 {be} ~1 {falsehood}",
      "it|this|that {be} ~2 untrue|false|lie|fabrication|nonsense",
      "{be} {not} true",
      "{be} simply|completely|totally|absolutely|entirely|utterly untrue|false|wrong|baseless",
      "no truth in|to", "without foundation|merit|basis", "no basis in|for|to", "lied|lying about",
      "nothing could be further",
    ],
    unless: [
      "false|fake positive|positives|negative|negatives|alarm|alarms|start",
      "false|fake suicide|vest|vests|goods|passport|passports",
    ]),
  DisputeRule(
    "dispute.not-involved", .answer, "somebody says they had no part in it",
    example:
      "Ministers blamed the rebels for the blast. A rebel spokesman said they had nothing to do with it.",
    counterExample: "The two cases have nothing in common.",
    [
      "nothing to do with", "no role|part|hand|involvement|say in",
      "no involvement|connection|link|links|ties|knowledge|responsibility",
      "{not} ~1 involved|responsible|complicit !each", "{not} ~1 connected|linked|related to|with",
      "{not} ~1 behind the|it|this",
      "{not} ~1 a|any factor|reason|motive|connection|link", "unrelated to !each",
      "were|was not to blame",
      "{not} ~1 taken|took|take part in ~2 attack|attacks|killing|plot|fraud|violence|coup",
    ],
    unless: [
      "no ~2 link|connection ~2 known|yet", "it|there is|was no|not ~3 clear|known",
      "no knowledge|idea of ~2 each",
      "{not} ~2 related|linked|connected to terrorism",
      "if|whether ~6 involved|responsible|connected|linked|related",
    ]),
  DisputeRule(
    "dispute.no-evidence", .answerOnly, "somebody says that nothing bears the claim out",
    example:
      "Opposition leaders claimed the vote was rigged. The commission said it found no evidence of rigging.",
    counterExample: "The search found no evidence of life.",
    [
      "no evidence|proof|trace|traces|indication|sign|information|record ~3 that|of|to|for",
      "no evidence|proof|indication|sign ~3 suggesting|indicating|linking",
      "{not} ~2 any evidence|proof|trace|indication|information|record",
      "{not} ~2 occurred|happened|happen|occur",
      "insisted|insists|maintained|maintains|asserted|asserts ~9 not|no|never|nothing|none",
      "countered|counters ~9 not|no|never|nothing|none",
      "never ~1 said|made|done|did|happened|read|seen|met|told|received|asked|intended|targeted",
      "found it unlikely",
      "^ but|however|yet ~6 said|says|insisted|insists|maintained|stated|told ~9 {not}|no",
      "said|says|saying|stated ~1 he|she|they|it|there ~1 {not}",
      "we|i are|were|was|did|do|have|had not|never !comment|commenting|know|think|want|yet|sure|going|able",
      "staged|faked|orchestrated the|this|that|it",
      "stood|stands|stand by ~2 story|report|statement|decision|account",
    ]),
  DisputeRule(
    "dispute.plea", .answer, "the accused says not guilty",
    example: "Prosecutors say the clerk took the money. The clerk pleaded not guilty.",
    counterExample: "The jury found the clerk not guilty.",
    [
      "pleaded|pleads|pled|plead|pleading|plea ~2 not|innocent guilty|to",
      "protested|protests|maintained|maintains|proclaimed|insists|insisted ~2 innocence",
      "maintains|maintained|insists|insisted|says|said ~3 {be} innocent",
    ]),
  DisputeRule(
    "dispute.disagreed", .answer, "somebody disagrees with a statement of fact",
    example:
      "The prosecutor said the witness would flee. The magistrate disagreed, saying the risk was small.",
    counterExample: "The parties agreed on the budget.",
    [
      "disagreed|disagrees|disagree !over|about|on|to", "begs|begged|beg to differ",
      "took issue with", "begs to differ",
      "countered|counters|retorted|rebutted that|saying",
      "hit|hits|hitting|fired|shot back at|saying", "on the contrary",
    ], unless: ["whether ~4 agree|disagree", "agree or disagree"]),
  DisputeRule(
    "dispute.alleged-fraud", .answer, "the other side calls the result a fraud",
    example: "The commission said Mora won with 52%. The opposition alleged fraud.",
    counterExample: "He was jailed for fraud.",
    [
      "alleged|allege|alleges|alleging|claimed|claims|claim|cried|decried|denounced ~4 {fraud}",
      "accused|accuse|accuses|accusing ~8 rigging|stealing|manipulating|falsifying",
      "accused|accuse|accuses|accusing ~8 fabricating|lying|covering",
      "{be} ~1 rigged|stolen|fraudulent",
    ],
    unless: ["charged|charges|convicted|jailed|sentenced|indicted|arrested"]),
]

private let disputePatterns = Patterns(disputeRules.flatMap { $0.patterns.map { Pattern($0) } })
private let ruleOfPattern = disputeRules.indices.flatMap { rule in
  disputeRules[rule].patterns.map { _ in rule }
}

/// The first rule that fits a sentence, and the tokens that show it.
func disputeRule(in sentence: ReadSentence) -> (rule: DisputeRule, tokens: Range<Int>)? {
  var hits: [(rule: Int, tokens: Range<Int>)] = []
  disputePatterns.matches(in: sentence) { pattern, tokens in
    if hits.count < mostHits { hits.append((ruleOfPattern[pattern], tokens)) }
  }
  guard !hits.isEmpty else { return nil }
  hits.sort { ($0.rule, $0.tokens.lowerBound) < ($1.rule, $1.tokens.lowerBound) }
  for hit in hits {
    let rule = disputeRules[hit.rule]
    if !rule.unless.match(sentence) { return (rule, hit.tokens) }
  }
  return nil
}

/// Hits in one sentence that are looked at.
private let mostHits = 16
