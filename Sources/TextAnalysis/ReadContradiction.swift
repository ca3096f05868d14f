/// Reads one bullet of a draft's "Contradictions".
///
/// The result is `.disputed` when the bullet reports two sides, with the words and the speaker of each where
/// they can be told apart, else with the whole bullet as one side. A bullet that sets parts of the story
/// against each other ("the headline says twelve") is `.internal`, and so is what reports no two sides.
public func readContradiction(_ passage: Passage, in manuscript: Manuscript) -> ContradictionFinding {
  // No date in a bullet decides anything here, so any dateline will do.
  let sentence = ReadSentence(
    pieces(of: passage.span, in: manuscript.source)[0], in: manuscript.source, dateline: .earliest)
  let whole = [ContradictionFinding.Side(span: passage.span, says: nil, sentence: passage.span)]
  if partsOfAStory.match(sentence) {
    return ContradictionFinding(kind: .internal, rule: "brought.story-against-itself", sides: whole)
  }
  if let two = TwoSides(in: sentence, strict: false) { return two.finding }
  if signsOfDispute.match(sentence) || speakers(in: sentence) > 1 {
    return ContradictionFinding(kind: .disputed, rule: "brought.disputed", sides: whole)
  }
  return ContradictionFinding(kind: .internal, rule: "brought.slip", sides: whole)
}

/// How many verbs of saying have a speaker of their own.
private func speakers(in sentence: ReadSentence) -> Int {
  sentence.tokens.indices.count { sentence.isSaying($0) && sentence.speaker(before: $0) != nil }
}

private let partsOfAStory = Patterns([
  "headline|standfirst|caption|lede|lead ~3 says|say|said|gives|give",
  "headline|standfirst|caption|lede|lead ~3 has|have|states|names|puts",
  "body|paragraph|paragraphs|text|copy ~3 says|say|said|gives|give",
  "body|paragraph|paragraphs|text|copy ~3 has|have|states|names|puts",
  "in|the ~1 headline|standfirst|caption|lede|paragraph", "key point|points",
  "story|article|draft ~3 says|gives|states|itself|later",
  "given ~2 as", "first|later|elsewhere|earlier ~3 given|spelled|named|called|described as?",
  "paragraph #",
])

private let signsOfDispute = Patterns([
  "conflicting|contradictory|differing|opposing ~2 views|accounts|claims|reports|versions",
  "competing|disputed|rival|divergent ~2 views|accounts|claims|reports|versions",
  "conflicting|contradictory|differing|opposing ~2 statements|testimony|opinions",
  "conflicting|contradictory|differing|opposing ~2 interpretations|narratives",
  "competing|disputed|rival|divergent ~2 statements|testimony|opinions",
  "competing|disputed|rival|divergent ~2 interpretations|narratives",
  "contradicts|contradict|contradicted|contradicting|disagree",
  "disagrees|disagreed|disputes|dispute|disputed",
  "denies|denied|deny|denying|rejects|rejected|rejecting|refutes|refuted",
  "despite|although|though|whereas|while|but|however|yet|versus|conversely|nevertheless", "at odds",
  "on the other hand", "in contrast", "accused|accuses",
])
