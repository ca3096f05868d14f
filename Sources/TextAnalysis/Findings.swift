/// Everything that the engine finds in one draft.
public struct Findings: Sendable {
  /// Times of body and key points, in the order of the text.
  public let times: [TimeExpression]
  /// As `findClaims` orders them.
  public let claims: [ClaimFinding]
  /// As `findContradictions` orders them.
  public let contradictions: [ContradictionFinding]
  /// In the order of the text.
  public let convictions: [Conviction]
}

/// Reads a draft once for all that there is to find: each sentence is taken apart once, and only small facts of it
/// are kept.
///
/// `dateline` is the day the words speak from; relative dates and weekdays count from it.
public func findAll(in manuscript: Manuscript, dateline: CivilDate) -> Findings {
  var times: [TimeExpression] = []
  var claims: [ClaimFinding] = []
  var convictions: [Conviction] = []
  var claimReader = ClaimReader(dateline: dateline)
  var contradictionReader = ContradictionReader(manuscript, dateline: dateline)
  readPassages(of: manuscript, dateline: dateline) { sentence, isBody in
    times += sentence.times.map { TimeExpression(span: $0.span, type: $0.type, value: $0.value.timex) }
    claims += claimReader.claims(in: sentence)
    if let told = conviction(in: sentence, sentence.span) { convictions.append(told) }
    if isBody { contradictionReader.read(sentence) }
  }
  return Findings(
    times: times, claims: claims, contradictions: contradictionReader.finish(),
    convictions: knowingCourts(convictions, of: manuscript))
}

/// Sentences and key points in the order of the text, each taken apart.
func readPassages(
  of manuscript: Manuscript, dateline: CivilDate, _ read: (_ sentence: ReadSentence, _ isBody: Bool) -> Void
) {
  var points = manuscript.keyPoints.map(\.span).sorted()[...]
  func readPieces(_ span: Span, isBody: Bool) {
    if span.end - span.start <= longestSentence {
      return read(
        ReadSentence(manuscript.source.trimmed(span), in: manuscript.source, dateline: dateline), isBody)
    }
    for piece in pieces(of: span, in: manuscript.source) {
      read(ReadSentence(piece, in: manuscript.source, dateline: dateline), isBody)
    }
  }
  for paragraph in manuscript.paragraphs {
    for sentence in paragraph.sentences {
      while let point = points.first, point < sentence {
        points.removeFirst()
        readPieces(point, isBody: false)
      }
      readPieces(sentence, isBody: true)
    }
  }
  for point in points { readPieces(point, isBody: false) }
}
