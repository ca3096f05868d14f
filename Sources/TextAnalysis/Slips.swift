/// What is wrong inside one sentence.
func slips(in sentence: ReadSentence, dateline: CivilDate) -> [ContradictionFinding] {
  var findings: [ContradictionFinding] = []
  for (i, token) in sentence.tokens.enumerated() {
    guard let trigger = triggers[token.key] else { continue }
    let finding =
      switch trigger {
      case .weekday(let weekday): weekdaySlip(in: sentence, at: i, weekday, dateline)
      case .whole: sumSlip(in: sentence, at: i)
      case .aged: ageSlip(in: sentence, at: i, dateline)
      case .percent: shareSlip(in: sentence, at: i) ?? changeSlip(in: sentence, at: i)
      }
    if let finding { findings.append(finding) }
  }
  return findings
}

private enum Trigger: Sendable {
  case weekday(Weekday)
  /// A noun behind the number of all: "four people".
  case whole
  case aged
  case percent
}

private let triggers = WordTable<Trigger>([
  "monday mon": .weekday(.monday), "tuesday tue tues": .weekday(.tuesday),
  "wednesday wed": .weekday(.wednesday),
  "thursday thu thur thurs": .weekday(.thursday), "friday fri": .weekday(.friday),
  "saturday sat": .weekday(.saturday), "sunday sun": .weekday(.sunday),
  "people persons victims suspects passengers teenagers patients dead defendants survivors hostages":
    .whole,
  "aged": .aged, "percent %": .percent,
])

/// A weekday beside a day of the month on which that day does not fall.
private func weekdaySlip(
  in sentence: ReadSentence, at i: Int, _ weekday: Weekday, _ dateline: CivilDate
) -> ContradictionFinding? {
  guard sentence.tokens[i].isCapital else { return nil }
  let next = sentence.has(commas, at: i + 1) ? i + 2 : i + 1
  guard
    let mention = sentence.times.first(where: {
      $0.tokens.contains(next) && $0.tokens.lowerBound >= i
    }),
    mention.tokens.lowerBound == i || mention.tokens.lowerBound == next,
    sentence.tokens[next..<mention.tokens.upperBound].contains(where: {
      $0.shape.contains(.hasDigit)
    }),
    // "12/7/2024" is a day in July to some and one in December to others.
    sentence.first(slashes, in: mention.tokens) == nil
  else { return nil }
  let candidates = [mention.ahead, mention.behind].compactMap { $0 }.filter { date in
    date.first == date.last && date.first.year >= firstCommonYear
      && (mention.isExplicit || abs(dateline.days(until: date.first)) <= nearDays)
  }
  guard !candidates.isEmpty, !candidates.contains(where: { $0.first.weekday == weekday }) else {
    return nil
  }
  return slip(
    "weekday.date", (sentence, i..<mention.tokens.upperBound),
    explanation: weekdays(of: candidates.map(\.first), dateline))
}

/// "July 12, 2024 was a Friday"; for two readings both.
private func weekdays(of days: [CivilDate], _ dateline: CivilDate) -> String {
  days.enumerated().filter { !days[..<$0.offset].contains($0.element) }.map { _, day in
    let month = monthNames[(day.month - 1) % monthNames.count]
    let weekday = weekdayNames[(day.weekday.rawValue - 1) % weekdayNames.count]
    return "\(month) \(day.day), \(day.year) \(day < dateline ? "was" : "is") a \(weekday)"
  }.joined(separator: ", and ")
}

private let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
private let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November",
  "December",
]

/// From here on all countries whose news is read count days by the same calendar.
private let firstCommonYear = 1924

private let slashes = WordSet("/ .")

/// Days around the dateline within which a date without a year is surely of that year.
private let nearDays = 30

/// "Four people, two women and three men".
private func sumSlip(in sentence: ReadSentence, at noun: Int) -> ContradictionFinding? {
  let number = { (i: Int) -> Int? in
    sentence.tokens.indices.contains(i) ? sentence.tokens[i].number : nil
  }
  guard let total = number(noun - 1), sentence.has(listSigns, at: noun + 1),
    let first = number(noun + 2),
    sentence.has(parts, at: noun + 3), sentence.has(ands, at: noun + 4),
    let second = number(noun + 5),
    sentence.has(parts, at: noun + 6), !hasMoreParts(sentence, after: noun + 6)
  else { return nil }
  let (sum, overflow) = first.addingReportingOverflow(second)
  guard !overflow, sum != total else { return nil }
  return slip(
    "sum.differs", (sentence, noun - 1..<noun + 1), (sentence, noun + 2..<noun + 7),
    explanation: "\(first) + \(second) is \(sum), not \(total)")
}

/// Whether somebody or something else is counted behind the two parts: "plus a child", "one boy in the other".
private func hasMoreParts(_ sentence: ReadSentence, after last: Int) -> Bool {
  sentence.tokens.indices.dropFirst(last + 1).contains { i in
    sentence.has(parts, at: i) || sentence.has(additions, at: i)
      || sentence.tokens[i].number != nil && !sentence.times.contains { $0.tokens.contains(i) }
  } || sentence.has(ands, at: last + 1)
}

/// "Aged 42, born in 1979", told of somebody who is alive; the two stand side by side, in either order.
private func ageSlip(in sentence: ReadSentence, at aged: Int, _ dateline: CivilDate)
  -> ContradictionFinding?
{
  let tokens = sentence.tokens
  guard aged + 1 < tokens.count, let age = tokens[aged + 1].number, (1...120).contains(age),
    sentence.first(deaths, in: tokens.indices) == nil,
    let born = sentence.first(borns, in: tokens.indices), sentence.has(ins, at: born + 1),
    born + 2 < tokens.count, let year = tokens[born + 2].number, (1850...2200).contains(year)
  else { return nil }
  let between = born > aged ? aged + 2..<max(aged + 2, born) : born + 3..<max(born + 3, aged)
  let isOfAnotherDay = sentence.times.contains { $0.isExplicit && !$0.tokens.contains(born + 2) }
  guard between.allSatisfy({ sentence.has(joints, at: $0) }), !isOfAnotherDay,
    !sentence.has(units, at: aged + 2)
  else { return nil }
  let this = dateline.year - year
  guard age != this, age != this - 1 else { return nil }
  return slip(
    "age.born", (sentence, aged..<aged + 2), (sentence, born..<born + 3),
    explanation: "who was born in \(year) is \(this - 1) or \(this) in \(dateline.year)")
}

private let commas = WordSet(",")
private let listSigns = WordSet(", ( : \u{2014} \u{2013}")
private let ands = WordSet("and")
private let ins = WordSet("in")
private let joints = WordSet(", and who was is")
private let units = WordSet("years months weeks days year month week day")
private let additions = WordSet("plus others another")
private let borns = WordSet("born")
private let parts = WordSet("women men woman man girls boys girl boy children adults child")
private let deaths = WordSet("died dies death dead killed was late")
