/// A weekday beside a day of the month on which that day does not fall.
func weekdaySlips(in sentence: ReadSentence, dateline: CivilDate) -> [ContradictionFinding] {
  sentence.tokens.indices.compactMap { i in
    guard sentence.tokens[i].isCapital, let weekday = weekdays[sentence.word(i)] else { return nil }
    guard let mention = sentence.time(startingAt: i), mention.tokens.count > 2 else { return nil }
    let candidates = Set([mention.ahead, mention.behind].compactMap { $0 }).filter { date in
      date.first == date.last && (mention.isExplicit || abs(dateline.days(until: date.first)) <= nearDays)
    }
    guard !candidates.isEmpty, !candidates.contains(where: { $0.first.weekday == weekday }) else {
      return nil
    }
    return slip("weekday.date", [sentence.span(i..<mention.tokens.upperBound)])
  }
}

/// Days around the dateline within which a date without a year is surely of that year.
private let nearDays = 90

/// "Four people, two women and three men".
func sumSlips(in sentence: ReadSentence) -> [ContradictionFinding] {
  let number = { (i: Int) -> Int? in
    guard sentence.tokens.indices.contains(i) else { return nil }
    return sentence.tokens[i].number
  }
  return sentence.tokens.indices.compactMap { i in
    guard let total = number(i), wholes.contains(sentence.word(i + 1)) else { return nil }
    let sign = sentence.word(i + 2)
    guard sign == "," || sign == "(" || sign == ":" || sign == "\u{2014}" || sign == "\u{2013}" else {
      return nil
    }
    guard let first = number(i + 3), parts.contains(sentence.word(i + 4)), sentence.word(i + 5) == "and",
      let second = number(i + 6), parts.contains(sentence.word(i + 7))
    else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(second)
    guard !overflow, sum != total else { return nil }
    return slip("sum.differs", [sentence.span(i..<i + 2), sentence.span(i + 3..<i + 8)])
  }
}

private let wholes: Set<String> = [
  "people", "persons", "victims", "suspects", "passengers", "teenagers", "patients", "dead", "defendants",
]
private let parts: Set<String> = [
  "women", "men", "woman", "man", "girls", "boys", "girl", "boy", "children", "adults", "child",
]

/// "Aged 42, born in 1979", told of somebody who is alive.
func ageSlips(in sentence: ReadSentence, dateline: CivilDate) -> [ContradictionFinding] {
  guard !sentence.tokens.indices.contains(where: { deaths.contains(sentence.word($0)) }),
    let aged = sentence.tokens.indices.first(where: { sentence.word($0) == "aged" }),
    sentence.tokens.indices.contains(aged + 1), let age = sentence.tokens[aged + 1].number,
    (1...120).contains(age),
    let born = sentence.tokens.indices.first(where: {
      sentence.word($0) == "born" && sentence.word($0 + 1) == "in"
    }),
    sentence.tokens.indices.contains(born + 2), let year = sentence.tokens[born + 2].number,
    (1850...2200).contains(year)
  else { return [] }
  let this = dateline.year - year
  guard age != this, age != this - 1 else { return [] }
  return [slip("age.born", [sentence.span(aged..<aged + 2), sentence.span(born..<born + 3)])]
}

private let deaths: Set<String> = ["died", "dies", "death", "dead", "killed", "was", "late"]

func slip(_ rule: String, _ spans: [Span]) -> ContradictionFinding {
  ContradictionFinding(
    kind: .internal, rule: rule, sides: spans.sorted().map { ContradictionFinding.Side(span: $0, says: nil) })
}
