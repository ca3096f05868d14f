/// What collides inside one draft, as far as that is sure: accounts that two sides give against each other, a
/// weekday that does not fit its date, sums and ages that do not add up, counts that differ from one sentence
/// to the next, and a key point that says other than the body. A suggestion, never a verdict; in the order of
/// the text.
///
/// `dateline` is the day the words speak from; it decides the year of "Tuesday, July 12".
public func findContradictions(in manuscript: Manuscript, dateline: CivilDate)
  -> [ContradictionFinding]
{
  var reader = ContradictionReader(manuscript, dateline: dateline)
  for sentence in manuscript.sentences {
    for piece in pieces(of: sentence, in: manuscript.source) {
      reader.read(ReadSentence(piece, in: manuscript.source, dateline: dateline))
    }
  }
  return reader.finish()
}

/// Reads a body sentence by sentence, keeping small facts only, and says at the end what collides.
struct ContradictionReader {
  private let dateline: CivilDate
  private var disputes = Disputes()
  private var facts = StoryFacts()
  private var roles: Roles
  private var proceedings = Proceedings()
  private var suspects = SuspectFates()
  private var points: KeyPointCheck
  private var findings: [ContradictionFinding] = []

  init(_ manuscript: Manuscript, dateline: CivilDate) {
    self.dateline = dateline
    roles = Roles(dateline: dateline)
    func read(_ passage: Passage) -> ReadSentence {
      ReadSentence(
        pieces(of: passage.span, in: manuscript.source)[0], in: manuscript.source, dateline: dateline)
    }
    let passages = manuscript.keyPoints.prefix(KeyPointCheck.most).map(read)
    let around = manuscript.around.prefix(KeyPointCheck.most).map { read($0.passage) }
    points = KeyPointCheck(
      passages, around: around, headline: passages.isEmpty ? nil : manuscript.headline.map(read))
    for point in passages + around { findings += slips(in: point, dateline: dateline) }
  }

  /// The next sentence of the body.
  mutating func read(_ sentence: ReadSentence) {
    let signs = DisputeSigns(sentence)
    disputes.read(sentence, signs)
    if !signs.marks.isDisjoint(with: .slips) { findings += slips(in: sentence, dateline: dateline) }
    facts.read(sentence, signs)
    roles.read(sentence, signs)
    proceedings.read(sentence, signs)
    suspects.read(sentence, signs)
    points.read(sentence)
  }

  mutating func finish() -> [ContradictionFinding] {
    disputes.finish()
    findings += disputes.findings
    findings += facts.collisions
    findings += roles.collisions
    findings += proceedings.collisions
    findings += suspects.collisions
    findings += points.collisions
    return findings.sorted { ($0.sides.first?.span.start ?? 0) < ($1.sides.first?.span.start ?? 0) }
  }
}
