/// What a figure counts or measures.
enum FigureKind: UInt8, Sendable {
  case dead, hurt, casualties, missing, trapped, rescued, held, cases, displaced, homes, aboard,
    counts, votes, seats
  case percent, money, magnitude, age, years, months, weeks, days, hours, minutes, distance, area
  /// Persons, and what became of them is not said.
  case people
  /// Anything else, told apart by its noun.
  case other

  /// Counts that go up while an event lasts.
  var isOpen: Bool { self.rawValue <= FigureKind.homes.rawValue }
}

/// A number in a sentence with what it counts.
struct Figure {
  enum Bound: Sendable {
    case exact
    /// "At least": counted so far.
    case atLeast
    /// "Over", "more than": a bound that a higher count bears out.
    case over
    case under
    case about
  }

  let value: Double
  let bound: Bound
  let kind: FigureKind
  /// The counted noun and the word behind it, where the kind is `other`.
  let noun: WordKey
  let second: WordKey
  /// Counts only some: "including 14", "another three", "of whom two".
  let isPart: Bool
  /// No longer so: the first of "from five to six".
  let isOld: Bool
  let tokens: Range<Int>

  /// Whether both count the same sort of thing.
  func isComparable(with other: Figure) -> Bool {
    guard kind == other.kind else { return false }
    return kind != .other || noun == other.noun || noun == other.second || second == other.noun
  }

  /// Whether both numbers can be true of one thing at one time; rounding is no difference.
  func agrees(with other: Figure) -> Bool {
    if value == other.value { return true }
    let isWhole = value == value.rounded() || other.value == other.value.rounded()
    if isWhole, abs(value - other.value) <= 0.5 { return true }
    let low = min(value, other.value)
    let high = max(value, other.value)
    let (lower, higher) = value < other.value ? (self, other) : (other, self)
    if lower.bound == .over, higher.bound == .over { return high <= low * 1.2 }
    if lower.bound == .over || higher.bound == .under { return true }
    let isRounded = low >= 20 && (isRound(low) || isRound(high)) && high - low <= high * 0.06
    if lower.bound == .about || higher.bound == .about { return high - low <= high * 0.15 }
    return isRounded && low >= 100
  }

  private func isRound(_ value: Double) -> Bool {
    let unit: Double = value >= 10_000 ? 1000 : value >= 1000 ? 100 : 10
    return value.truncatingRemainder(dividingBy: unit) == 0
  }
}

/// The first pair of figures of the same thing that cannot both be right, where none agrees.
func figuresDiffer(_ one: [Figure], _ other: [Figure]) -> (Figure, Figure)? {
  for a in one where !a.isPart {
    let same = other.filter { !$0.isPart && a.isComparable(with: $0) }
    guard let b = same.first, !same.contains(where: { a.agrees(with: $0) }) else { continue }
    if one.contains(where: { $0.isComparable(with: b) && $0.agrees(with: b) }) { continue }
    return (a, b)
  }
  return nil
}

/// Figures of one sentence that are looked at.
private let mostFigures = 24

/// The figures of some tokens. Years, dates, clock times and ordinals are none.
func figures(in sentence: ReadSentence, _ range: Range<Int>) -> [Figure] {
  var result: [Figure] = []
  var i = range.lowerBound
  while i < range.upperBound, result.count < mostFigures {
    if let figure = joinedFigure(in: sentence, at: i) {
      result.append(figure)
      i += 1
      continue
    }
    guard sentence.tokens[i].number != nil || sentence.tokens[i].shape.contains(.fraction) else {
      i += 1
      continue
    }
    if let figure = figure(in: sentence, at: i, before: range.upperBound) {
      result.append(figure)
      i = figure.tokens.upperBound
    } else {
      i += 1
    }
  }
  return result
}

private func figure(in sentence: ReadSentence, at start: Int, before end: Int) -> Figure? {
  let tokens = sentence.tokens
  guard !isDate(start, in: sentence), var value = value(of: tokens[start], in: sentence.source)
  else { return nil }
  var next = start + 1
  while next < end, let scale = scales[tokens[next].key] {
    value *= scale
    next += 1
  }
  let beforeKey = start > 0 ? tokens[start - 1].key : noWord
  if numbered.contains(beforeKey) || clockSigns.contains(beforeKey) { return nil }
  if next < end, clockSigns.contains(tokens[next].key) { return nil }
  let bound = bound(in: sentence, before: start)
  let isPart = isPart(in: sentence, before: start)
  let isOld = isFormer(in: sentence, at: start, before: end)
  func make(_ kind: FigureKind, to end: Int, noun: WordKey = noWord, second: WordKey = noWord)
    -> Figure
  {
    Figure(
      value: value, bound: bound, kind: kind, noun: noun, second: second,
      isPart: isPart || isOld || isOthers(in: sentence, at: next), isOld: isOld,
      tokens: start..<max(end, next))
  }
  if currencies.contains(beforeKey) { return make(.money, to: next) }
  if beforeKey == magnitude { return make(.magnitude, to: next) }
  if beforeKey == aged || isAgeBehindName(start, in: sentence) { return make(.age, to: next) }

  if sentence.isAboard(next..<min(end, next + 1)) { return make(.aboard, to: next + 1) }
  // "Killed 22 people and injured more": the verb right before goes first.
  if next >= end || !nouns.contains(tokens[next].key),
    let kind = kindBefore(start, in: sentence, reach: 3)
  {
    return make(kind, to: next < end && kindWords[tokens[next].key] == .people ? next + 1 : next)
  }
  // "Three were hurt": the number stands for people.
  var persons = sentence.has(beings, at: next) ? next - 1 : nil
  var first: Int?
  var j = next
  while j < min(end, next + 12) {
    let token = tokens[j]
    guard token.isWord else {
      if token.key == percentSign { return make(.percent, to: j + 1) }
      // "Two teenagers, aged 14 and 18, have been arrested."
      guard persons != nil, sentence.has(apposed, at: j + 1),
        let comma = (j + 2..<max(j + 2, min(end, j + 9))).first(where: { tokens[$0].key == token.key })
      else { break }
      j = comma + 1
      continue
    }
    if token.number != nil { break }
    if let kind = kindWords[token.key] {
      if kind != .people {
        if kind == .held, persons == nil { break }
        return make(kind, to: j + 1)
      }
      persons = persons ?? j
    } else if stops.contains(token.key), j > next || token.key != ofWord {
      if !helpers.contains(token.key) || persons == nil { break }
    } else if first == nil {
      first = j
    } else if persons == nil, j > next + 2 {
      break
    }
    j += 1
  }
  // "Thirteen and fifteen deaths": the first counts what the second does.
  if next + 1 < end, ranges.contains(tokens[next].key), tokens[next + 1].number != nil,
    let kind = (next + 2..<min(end, next + 4)).lazy.compactMap({ kindWords[tokens[$0].key] }).first
  {
    return make(kind, to: next + 2)
  }
  if persons != nil || first == nil, let kind = kindBefore(start, in: sentence, reach: 6) {
    return make(kind, to: (persons ?? next - 1) + 1)
  }
  if sentence.isAboard(next..<min(end, next + 4)) {
    return make(.aboard, to: (persons ?? next) + 1)
  }
  if let persons { return make(.people, to: persons + 1) }
  guard let first, first <= next + 1, tokens[first].end - tokens[first].start > 3,
    !tokens[first].isCapital, !isYear(tokens[start], in: sentence)
  else { return nil }
  let second = first + 1
  let hasSecond = second < end && tokens[second].isWord && !stops.contains(tokens[second].key)
  return make(
    .other, to: first + 1, noun: stem(tokens[first], in: sentence.source),
    second: hasSecond ? stem(tokens[second], in: sentence.source) : WordKey("-"))
}

/// "Two-year", "37-count", "42-year-old".
private func joinedFigure(in sentence: ReadSentence, at i: Int) -> Figure? {
  let token = sentence.tokens[i]
  guard token.shape.contains(.hyphen), token.number == nil, token.end - token.start < 24 else {
    return nil
  }
  let parts = sentence.word(i).split(separator: "-", maxSplits: 1)
  guard parts.count == 2, let number = numberWords[WordKey(parts[0])] ?? Int(parts[0]) else {
    return nil
  }
  let isAge = parts[1].hasPrefix("year-old")
  guard let kind = isAge ? .age : kindWords[WordKey(parts[1])], kind != .people else { return nil }
  return Figure(
    value: Double(number), bound: .exact, kind: kind, noun: noWord, second: noWord,
    isPart: false,
    isOld: false, tokens: i..<i + 1)
}

private func value(of token: Token, in source: Source) -> Double? {
  if let number = token.number { return Double(number) }
  guard token.shape.contains(.fraction), token.end - token.start < 12 else { return nil }
  return Double(source.string(token.span).filter { $0 != "," })
}

private func isYear(_ token: Token, in sentence: ReadSentence) -> Bool {
  token.shape.contains(.digits) && (1500...2200).contains(token.digits)
    && token.end - token.start == 4
}

/// What a verb or noun up to six words before a number says of what it counts: "killing at least 12".
private func kindBefore(_ start: Int, in sentence: ReadSentence, reach: Int) -> FigureKind? {
  var i = start - 1
  while i >= max(0, start - reach) {
    let token = sentence.tokens[i]
    guard token.isWord, token.number == nil else { break }
    if let kind = verbsBefore[token.key] { return kind }
    if andWords.contains(token.key) { break }
    i -= 1
  }
  // "The toll from the storm in the north, a report says, rises to 94."
  guard reach > 3, start > 1,
    risesTo.contains(sentence.tokens[start - 1].key) || sentence.has(hedges, at: start - 1)
  else {
    return nil
  }
  for i in max(0, start - 40)..<start {
    guard let kind = tolls[sentence.tokens[i].key] else { continue }
    return kind
  }
  return nil
}

private func bound(in sentence: ReadSentence, before start: Int) -> Figure.Bound {
  for i in (max(0, start - 3)..<start).reversed() {
    let token = sentence.tokens[i]
    guard let bound = bounds[token.key] else { continue }
    if bound == .over, token.key == than, sentence.has(lesser, at: i - 1) { return .under }
    return bound
  }
  return .exact
}

private func isPart(in sentence: ReadSentence, before start: Int) -> Bool {
  for i in max(0, start - 4)..<start where partWords.contains(sentence.tokens[i].key) {
    return true
  }
  return start > 0 && sentence.has(partPrefixes, at: start - 1)
}

/// "From 24 days to 10".
private func isFormer(in sentence: ReadSentence, at start: Int, before end: Int) -> Bool {
  guard sentence.has(froms, at: start - 1) else { return false }
  for i in start + 1..<max(start + 1, min(end, start + 6)) where sentence.has(tos, at: i) {
    return (i + 1..<min(end, i + 4)).contains { sentence.tokens[$0].number != nil }
  }
  return false
}

private func isOthers(in sentence: ReadSentence, at next: Int) -> Bool {
  // "Six deaths were of children."
  if sentence.has(beings, at: next + 1), sentence.has(ofWords, at: next + 2) { return true }
  return isRest(in: sentence, at: next)
}

private func isRest(in sentence: ReadSentence, at next: Int) -> Bool {
  sentence.has(others, at: next)
    || sentence.has(others, at: next + 1) && !sentence.has(ors, at: next)
    || sentence.has(ofWords, at: next) && sentence.has(wholeWords, at: next + 1)
}

/// Whether a number is part of a date. "24 days" is a length, unless it leads to a day: "two days ago".
private func isDate(_ start: Int, in sentence: ReadSentence) -> Bool {
  guard let time = sentence.times.first(where: { $0.tokens.contains(start) }) else { return false }
  guard time.ahead != nil || time.behind != nil else {
    return sentence.has(agos, at: time.tokens.upperBound)
  }
  return kindWords[sentence.tokens[min(start + 1, sentence.tokens.count - 1)].key] == nil
    || sentence.has(agos, at: start + 2)
}

private let agos = WordSet("ago earlier later before after old")
private let noWord = WordKey("")
private let magnitude = WordKey("magnitude")
private let aged = WordKey("aged")
private let percentSign = WordKey("%")
private let ofWord = WordKey("of")
private let than = WordKey("than")
private let currencies = WordSet("$ \u{20AC} \u{A3} us$ a$ c$ \u{A5} rs \u{20B9}")
private let clockSigns = WordSet(": / \u{BA} p.m a.m p.m. a.m. pm am gmt utc")
/// Words behind which a number is a name: a day of the month, a chapter, a flight.
private let numbered = WordSet(
  """
  january february march april may june july august september october november december jan feb mar apr
  jun jul aug sept sep oct nov dec chapter article section page flight route highway channel type number
  no boeing airbus paragraph room force
  """)
private let scales = WordTable<Double>([
  "hundred": 100, "thousand": 1_000, "million m mn": 1_000_000, "billion bn": 1_000_000_000,
  "trillion": 1_000_000_000_000, "dozen": 12,
])
private let bounds = WordTable<Figure.Bound>([
  "least minimum": .atLeast, "over than exceeding exceeded exceeds above beyond": .over,
  "under below fewer maximum": .under,
  "about around nearly almost approximately roughly some estimated circa": .about,
])
private let lesser = WordSet("fewer less")
private let hedges = WordSet("least over about around nearly almost than approximately")
private let partWords = WordSet(
  "including include includes whom them among further additional another extra")
private let partPrefixes = WordSet("other another further first last these those")
private let others = WordSet("others more other further additional")
private let apposed = WordSet("aged including all both who mostly")
/// "Anna Berg, 42, said".
private func isAgeBehindName(_ i: Int, in sentence: ReadSentence) -> Bool {
  (10...110).contains(sentence.tokens[i].digits) && i > 1 && sentence.has(commas, at: i - 1)
    && sentence.has(commas, at: i + 1) && sentence.tokens[i - 2].isCapital
}

private let commas = WordSet(",")

extension ReadSentence {
  /// "Aboard" or "on board" in some tokens.
  fileprivate func isAboard(_ range: Range<Int>) -> Bool {
    range.contains { has(aboards, at: $0) || has(boards, at: $0) && has(ons, at: $0 - 1) }
  }
}

private let beings = WordSet("were was are have had has")
/// What is no person: "killed 40 head of cattle" is left to the noun.
private let nouns = WordSet(
  "percent % year years day days cattle sheep birds head homes houses buildings times")
private let aboards = WordSet("aboard onboard")
private let boards = WordSet("board")
private let ons = WordSet("on")
private let froms = WordSet("from")
private let tos = WordSet("to")
private let ors = WordSet("or")
private let ofWords = WordSet("of")
private let wholeWords = WordSet("the them whom those these which")
private let ranges = WordSet("and to or")
private let andWords = WordSet("and while but after including")
private let risesTo = WordSet(
  "to at is reaches reached hits hit passes passed tops topped of exceeds exceeded")
/// Words across which a number's noun is not looked for.
private let stops = WordSet(
  """
  the a an of in on at to for from by with as is are was were have has had been be who which that and or
  but after when while since until into near over under about than before during will would could
  between including he she they it his her their said says not per if so because where there
  """)
/// Of these, what may stand between persons and what became of them: "12 people who were killed".
private let helpers = WordSet(
  "is are was were have has had been be who in on at of the a aboard and or")
private let tolls = WordTable<FigureKind>([
  "toll deaths fatalities": .dead, "dead killed died": .dead, "injured injuries wounded": .hurt,
  "missing": .missing,
  "arrests arrested": .held, "cases infections": .cases,
])
private let verbsBefore = WordTable<FigureKind>([
  "killed killing kills kill murdered murdering": .dead,
  "injured injuring injures injure wounded wounding wounds hurt hurting": .hurt,
  "rescued rescuing rescue saved saving": .rescued,
  "arrested arresting detained detaining arrests detains": .held,
  "displaced displacing evacuated evacuating": .displaced, "infected infecting": .cases,
  "toll fatalities": .dead, "magnitude": .magnitude, "aged": .age,
  "trapped trapping trapped": .trapped,
])
private let kindWords = WordTable<FigureKind>([
  "dead died deaths death fatalities fatality killed bodies perished drowned slain corpses dies die lives":
    .dead,
  "injured injuries wounded hurt hospitalised hospitalized wounds": .hurt,
  "casualties": .casualties, "missing unaccounted": .missing,
  "trapped stranded underground inside": .trapped,
  "rescued survivors survived saved": .rescued, "arrested arrests detained custody": .held,
  "cases infections infected": .cases, "displaced homeless evacuated evacuees": .displaced,
  "homes houses buildings": .homes, "counts charges count charge": .counts, "votes ballots": .votes,
  "seats": .seats,
  "percent per-cent percentage": .percent,
  "dollars euros pounds yen rupees yuan rubles roubles dollar euro": .money,
  "years year": .years, "months month": .months, "weeks week": .weeks, "days day": .days,
  "hours hour": .hours,
  "minutes minute": .minutes,
  "kilometres kilometers km miles mile metres meters feet": .distance,
  "acres hectares": .area,
  """
  people persons person civilians civilian soldiers soldier troops passengers children women men woman man
  boys girls workers miners students officers police policemen victims teenagers protesters protestors
  residents villagers tourists migrants crew patients militants rebels gunmen fighters suspects demonstrators
  prisoners inmates hostages journalists employees staff palestinians israelis ukrainians russians syrians
  americans personnel adults others lawmakers occupants climbers hikers pilgrims worshippers attackers
  """.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased(): .people,
])
