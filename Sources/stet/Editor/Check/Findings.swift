import Editorial
import TextAnalysis

/// Everything the engine finds in one manuscript, in the order of the text.
func findings(in manuscript: Manuscript, file: String, dateline: CivilDate) -> [CheckReport.Finding] {
  let all = findAll(in: manuscript, dateline: dateline)
  let claims = claims(all.claims, besides: all.convictions).map { claim in
    Found(
      level: .claim, rule: claim.rule, spans: [claim.trigger], quotes: [claim.quote],
      expected: claim.expected?.description, reason: rule(named: claim.rule)?.reason ?? "")
  }
  let brought = manuscript.contradictions.map {
    Found(readContradiction($0, in: manuscript), origin: "brought by the draft; ")
  }
  let suggested = all.contradictions.map { Found($0, origin: "") }
  let unread = manuscript.unread.map {
    Found(level: .note, rule: unreadParagraph, spans: [$0], quotes: [$0], reason: unreadRule.reason)
  }
  let convictions = all.convictions.compactMap { Found($0, dateline: dateline) }
  return placed(claims + brought + suggested + convictions + unread, in: manuscript, file: file)
}

let unreadParagraph = "language.unread"

let unreadRule = CheckRule(
  name: unreadParagraph, level: .note, kind: "paragraph that is not English",
  reason: "Stet reads English: nothing was looked for in this paragraph",
  example: "Le procureur va faire appel de la décision, qui est contestée par les familles.",
  counterExample: "The prosecutor will appeal the decision, which the families contest.")

/// A file has no desk: the law is that of the court that the words name, and the day is theirs.
let spentRule = CheckRule(
  name: "conviction.spent", level: .claim, kind: "conviction that may be spent",
  reason: "the conviction may be spent",
  example: "Peter Holt was jailed for ten months at Leeds Crown Court in May 2010.",
  counterExample: "Peter Holt was jailed for life at Leeds Crown Court in May 2010.")

/// A finding before its lines and columns are counted.
private struct Found {
  var level: Level
  var rule: String
  /// What is marked.
  var spans: [Span]
  /// What is quoted: for each mark the marked words, or more.
  var quotes: [Span]
  var expected: String?
  var reason: String
}

extension Found {
  init?(_ told: Conviction, dateline: CivilDate) {
    guard let spent = Policy.default.spent(told, on: dateline) else { return nil }
    self.init(
      level: spentRule.level, rule: spentRule.name, spans: [told.quote], quotes: [told.quote],
      reason: "the conviction \(spent.advice)")
  }

  init(_ finding: ContradictionFinding, origin: String) {
    let spans = finding.sides.map(\.span).sorted()
    let isDisputed = finding.kind == .disputed
    let says =
      stet.rule(named: finding.rule)?.reason
      ?? (isDisputed ? "somebody says otherwise" : "these cannot all stand as written")
    self.init(
      level: stet.level(of: finding.rule, finding.kind), rule: finding.rule, spans: spans, quotes: spans,
      reason: origin + [says, finding.explanation].compactMap(\.self).joined(separator: ": "))
  }
}

private func placed(_ found: [Found], in manuscript: Manuscript, file: String) -> [CheckReport.Finding] {
  let text = manuscript.text
  let passages = passages(of: manuscript)
  let places = places(of: found.flatMap(\.spans), in: text)
  return found.compactMap { item -> CheckReport.Finding? in
    let marks = zip(item.spans, item.quotes).map { span, quote in
      mark(span, quoting: slice(text, quote), within: sentences(around: span, of: passages), at: places)
    }
    guard let first = marks.first else { return nil }
    return CheckReport.Finding(
      file: file, level: item.level, rule: item.rule, mark: first, others: Array(marks.dropFirst()),
      expected: item.expected, reason: item.reason, words: knownWords(of: marks.map(\.around), in: text))
  }
  .sorted { ($0.mark.start, $0.level) < ($1.mark.start, $1.level) }
}

/// The places of the spans' ends, counted in one walk over the text.
func places(of spans: [Span], in text: String) -> [Int: TextPlace] {
  let offsets = Set(spans.flatMap { [$0.start, $0.end] }).sorted()
  return Dictionary(zip(offsets, placesInOrder(offsets, in: text)), uniquingKeysWith: { first, _ in first })
}

/// - Parameter places: those of the span's ends.
func mark(_ span: Span, quoting quote: String, within around: Span, at places: [Int: TextPlace])
  -> CheckReport.Mark
{
  let first = places[span.start] ?? TextPlace(offset: span.start, line: 1, column: 1)
  let last = places[span.end] ?? first
  return CheckReport.Mark(
    start: span.start, end: span.end, line: first.line, column: first.column, endLine: last.line,
    endColumn: last.column, quote: quote, sentence: .init(start: around.start, end: around.end))
}

/// Whatever the engine reads as one piece: sentences, key points, contradictions, in the order of the text.
func passages(of manuscript: Manuscript) -> [Span] {
  (manuscript.sentences + manuscript.signables.map(\.passage.span) + manuscript.contradictions.map(\.span))
    .sorted()
}

/// From the beginning of the passage that holds the span's first byte to the end of the one with its last.
private func sentences(around span: Span, of passages: [Span]) -> Span {
  var result = span
  for passage in passages[firstIndex(endingAfter: span.start, in: passages)...] {
    guard passage.start < span.end else { break }
    result.start = min(result.start, passage.start)
    result.end = max(result.end, passage.end)
  }
  return result
}

/// The first passage that is not over at this offset; the number of passages when all are.
func firstIndex(endingAfter offset: Int, in passages: [Span]) -> Int {
  var low = 0
  var high = passages.count
  while low < high {
    let middle = low + (high - low) / 2
    if passages[middle].end > offset { high = middle } else { low = middle + 1 }
  }
  return low
}

/// The words of the sentences, each once, as they are compared.
func knownWords(of sentences: [Span], in text: String) -> String {
  var seen: [Span] = []
  for sentence in sentences where !seen.contains(sentence) { seen.append(sentence) }
  return seen.map { comparableWords(slice(text, $0)) }.joined(separator: " | ")
}
