/// What collides inside one draft, as far as that is sure: accounts in the body that two named sides give
/// against each other, a weekday that does not fit its date, sums and ages that do not add up, and a key
/// point whose figure or day is not the body's. A suggestion, never a verdict; in the order of the text.
///
/// `dateline` is the day the words speak from; it decides the year of "Tuesday, July 12".
public func findContradictions(in manuscript: Manuscript, dateline: CivilDate) -> [ContradictionFinding] {
  let source = manuscript.source
  let read = { (span: Span) -> ReadSentence? in
    span.end - span.start <= longestSentence ? ReadSentence(span, in: source, dateline: dateline) : nil
  }
  let sentences = manuscript.sentences.compactMap(read)
  let points = manuscript.keyPoints.map(\.span).compactMap(read)
  var findings = sentences.compactMap { TwoSides(in: $0, strict: true)?.finding }
  findings += denials(in: sentences)
  for sentence in sentences + points {
    findings += weekdaySlips(in: sentence, dateline: dateline)
    findings += sumSlips(in: sentence)
    findings += ageSlips(in: sentence, dateline: dateline)
  }
  let index = FactIndex(sentences)
  findings += points.flatMap { index.collisions(with: $0) }
  return findings.sorted { ($0.sides.first?.span.start ?? 0) < ($1.sides.first?.span.start ?? 0) }
}

/// Reads one bullet of a draft's "Contradictions".
///
/// The result is `.disputed` when the bullet reports two sides, with the words and the speaker of each where
/// they can be told apart, else with the whole bullet as one side. A bullet that sets parts of the story
/// against each other ("the headline says twelve") is `.internal`, and so is what reports no two sides.
public func readContradiction(_ passage: Passage, in manuscript: Manuscript) -> ContradictionFinding {
  // No date in a bullet decides anything here, so any dateline will do.
  let sentence = ReadSentence(
    pieces(of: passage.span, in: manuscript.source)[0], in: manuscript.source, dateline: .earliest)
  let whole = [ContradictionFinding.Side(span: passage.span, says: nil)]
  if partsOfAStory.match(sentence) {
    return ContradictionFinding(kind: .internal, rule: "brought.story-against-itself", sides: whole)
  }
  if let two = TwoSides(in: sentence, strict: false) { return two.finding }
  if signsOfDispute.match(sentence) {
    return ContradictionFinding(kind: .disputed, rule: "brought.disputed", sides: whole)
  }
  return ContradictionFinding(kind: .internal, rule: "brought.slip", sides: whole)
}

private let partsOfAStory = Patterns([
  "headline|standfirst|caption|lede|lead ~3 says|say|said|gives|give",
  "headline|standfirst|caption|lede|lead ~3 has|have|states|names|puts",
  "body|paragraph|paragraphs|text|copy ~3 says|say|said|gives|give",
  "body|paragraph|paragraphs|text|copy ~3 has|have|states|names|puts",
  "in|the ~1 headline|standfirst|caption|lede|paragraph", "key point|points",
  "story|article|draft ~3 says|gives|states|itself|later",
  "given ~2 as", "first|later|elsewhere|earlier ~3 given|spelled|named|called|described as?", "paragraph #",
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
