/// Words that say no more than "before", "now" and "later".
extension TimeReader {
  mutating func readReference(_ reference: TimeReference, at i: Int) {
    let isMore = glue(i - 1) == .more || i > free && has(degrees, at: i - 1)
    append((isMore ? i - 1 : i)..<i + 1, .reference(reference))
  }

  /// "at the time", "by this time"; "the same time" names none.
  mutating func readTime(at i: Int) {
    let isThis = if case .this? = glue(i - 1) { true } else { false }
    guard isThis || glue(i - 1) == .the && glue(i - 2) == .at, i > 1,
      has(timeIntroductions, at: i - 2)
    else { return }
    if !isThis, i + 1 < tokens.count, tokens[i + 1].isCapital || has(afterTheTime, at: i + 1) {
      return
    }
    append(i - 1..<i + 1, .reference(isThis ? .present : .past))
  }

  /// "the future", "the near future", "in the past"; not "past the house" or "a future king".
  mutating func readDoubtful(_ reference: TimeReference, at i: Int) {
    // "at the moment"; "at the moment of" its fall is another one.
    if tokens[i].key == momentWord {
      guard glue(i - 2) == .at, glue(i - 1) == .the || glue(i - 1) == .this, !has(afterTheTime, at: i + 1)
      else {
        return
      }
      return append(i - 1..<i + 1, .reference(.present))
    }
    let isBehindThe = glue(i - 1) == .the
    let isNear = i > free && has(near, at: i - 1) && glue(i - 2) == .the
    guard isBehindThe || isNear else { return }
    if case .future = reference, !isNear, tokens[i].key == termWord { return }
    // "the past two years" and "the future king" go on.
    if i + 1 < tokens.count, tokens[i + 1].isWord, !has(afterReference, at: i + 1) { return }
    append((isNear ? i - 2 : i - 1)..<i + 1, .reference(reference))
  }

  /// "the latest period", "the year-earlier period" of a company's report.
  mutating func readReportingPeriod(at i: Int) {
    if glue(i - 1) == .latest { append(withArticle(i - 1)..<i + 1, .period(.quarter), .latest) }
  }
}

private let timeIntroductions = WordSet("at by during around about until since in")
private let afterTheTime = WordSet("of when that he she they it we i the his her")
private let near = WordSet("near short immediate foreseeable not-too-distant distant")
private let momentWord = WordKey("moment")
private let termWord = WordKey("term")
private let degrees = WordSet("most very")
private let afterReference = WordSet(
  "and or but of that as if when is was has will to with by for in on from they he she it we i")
