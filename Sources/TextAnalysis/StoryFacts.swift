/// Small facts of a body's sentences, each held against the earlier ones of the same sort: counts of people,
/// how many were aboard, days with their year, ages and names.
///
/// Two facts collide when nothing in their sentences says that they differ in time or scope. Few facts are
/// kept of each sort, so the cost does not grow with what a story repeats.
struct StoryFacts {
  private struct Count {
    let value: Figure
    let span: Span
    let sentence: Span
    /// Whose count it is; nil where nobody is named.
    let speaker: [WordKey]?
    let setting: FactSetting
    /// "The 15 dead", "all 10 aboard": somebody of whom the story has told.
    let isDefinite: Bool
    /// "Guards" of "two guards"; nil for "people" and for a number alone.
    let persons: WordKey?

    /// Whether it can count the same people: not others, and not some of them.
    func countsSame(as other: Count) -> Bool {
      switch (persons, other.persons) {
      case (nil, nil): true
      case (let mine?, let theirs?): mine == theirs
      case (_?, nil): value.value > other.value.value
      case (nil, _?): other.value.value > value.value
      }
    }
  }

  private struct Day {
    let month: Int
    let date: CivilDate
    let words: [WordKey]
    let span: Span
    let sentence: Span
    let isElsewhere: Bool
  }

  private struct Name: Hashable {
    let first: WordKey
    let last: WordKey
  }

  private struct Age {
    let value: WordKey
    let span: Span
    let sentence: Span
    let setting: FactSetting
  }

  /// A family name behind a first name.
  private struct Family {
    let key: WordKey
    let span: Span
    let whole: Span
    let sentence: Span
  }

  /// Facts kept of one sort, and different names kept of one story.
  private static let mostOfASort = 6
  private static let mostDays = 30
  private static let mostNames = 1_000
  private static let mostSpellings = 100

  private var counts: [FigureKind: [Count]] = [:]
  private var days: [Day] = []
  private var ages: [Name: Age] = [:]
  private var families: [WordKey: Family] = [:]
  /// How often a family name stands in the story, with or without its first name.
  private var familyCounts: [WordKey: Int] = [:]
  private var spellings: [(Family, Family)] = []
  private var found: [ContradictionFinding] = []

  /// What collides in all that was read. A name is taken for misspelled where one spelling stands once
  /// and the other more often; otherwise they are two people.
  var collisions: [ContradictionFinding] {
    found
      + spellings.compactMap { one, other in
        let counts = [one, other].map { familyCounts[$0.key] ?? 0 }
        guard counts.contains(1), counts.contains(where: { $0 > 1 }) else { return nil }
        return StoryFacts.finding(
          "name.spelling", (one.whole, one.sentence), (other.whole, other.sentence))
      }
  }

  mutating func read(_ sentence: ReadSentence, _ signs: DisputeSigns) {
    readNames(sentence)
    guard signs.marks.contains(.number) else { return }
    if signs.marks.contains(.fate) { readCounts(sentence) }
    if !sentence.times.isEmpty { readDays(sentence) }
    readAges(sentence)
  }

  // MARK: Counts

  private mutating func readCounts(_ sentence: ReadSentence) {
    guard sentence.first(otherScopes, in: sentence.tokens.indices) == nil else { return }
    var all = figures(in: sentence, sentence.tokens.indices)
    if let sum = sumAboard(in: sentence) { all.append(sum) }
    let told = all.filter { StoryFacts.isTold($0, all) }
    guard !told.isEmpty else { return }
    let setting = FactSetting(sentence)
    let speaker = sentence.speech(sentence.tokens.indices)?.speaker.map { sentence.tokens[$0].key }
    for figure in told {
      let count = Count(
        value: figure, span: sentence.span(figure.tokens), sentence: sentence.span, speaker: speaker,
        setting: setting, isDefinite: StoryFacts.isDefinite(figure, in: sentence),
        persons: StoryFacts.persons(figure, in: sentence))
      let same = counts[figure.kind] ?? []
      if !same.contains(where: { $0.value.value == figure.value }),
        let other = same.first(where: { StoryFacts.collides($0, count) })
      {
        collide(other, count)
      }
      if same.count < StoryFacts.mostOfASort { counts[figure.kind, default: []].append(count) }
    }
  }

  /// Whether two counts differ, and their sentences tell of one event.
  private static func collides(_ early: Count, _ late: Count) -> Bool {
    guard !early.value.agrees(with: late.value), early.sentence != late.sentence,
      late.setting.isNoOther(than: early.setting)
    else { return false }
    if late.isDefinite || early.isDefinite && early.value.kind == .aboard { return true }
    guard late.countsSame(as: early) else { return false }
    return late.setting.sharesMatter(with: early.setting) && !late.setting.introduces(early.setting)
  }

  /// "The 15 dead were", "all 10 aboard were", "15 have been confirmed dead"; not "the three dead in Hull".
  private static func isDefinite(_ figure: Figure, in sentence: ReadSentence) -> Bool {
    sentence.has(definites, at: figure.tokens.lowerBound - 1)
      && sentence.has(beings, at: figure.tokens.upperBound)
      || figure.kind == .dead
        && confirmed.contains { words in
          let start = figure.tokens.lowerBound + 1
          return words.indices.allSatisfy { sentence.has(words[$0], at: start + $0) }
        }
  }

  /// Who is counted, by the first word behind the number that says more than "people".
  private static func persons(_ figure: Figure, in sentence: ReadSentence) -> WordKey? {
    for i in figure.tokens.lowerBound + 1..<figure.tokens.lowerBound + 4
    where sentence.tokens.indices.contains(i) {
      let token = sentence.tokens[i]
      guard token.isWord, !sentence.has(beings, at: i), !sentence.has(andsOrIns, at: i) else { return nil }
      if token.shape.contains(.endsS) || sentence.has(manyPersons, at: i) {
        return sentence.has(anyPersons, at: i) ? nil : stem(token, in: sentence.source)
      }
      if sentence.has(anyPersons, at: i) || fateWords.contains(token.key) { return nil }
    }
    return nil
  }

  private mutating func collide(_ one: Count, _ other: Count) {
    // Two speakers may count differently, and then the story only reports it.
    let isReported =
      one.speaker != nil && other.speaker != nil && one.speaker != other.speaker
      && ![one, other].contains {
        $0.speaker.map { $0.count == 1 && $0.allSatisfy(pronouns.contains) } ?? false
      }
    guard !isReported else { return }
    add("number.differs", (one.span, one.sentence), (other.span, other.sentence))
  }

  /// Whether the figure is the only one of its sort in its sentence, and of a sort that an event has one of.
  private static func isTold(_ figure: Figure, _ all: [Figure]) -> Bool {
    switch figure.kind {
    case .dead, .hurt, .missing, .trapped, .rescued, .magnitude, .aboard: break
    default: return false
    }
    return !figure.isPart && figure.bound == .exact && all.count { $0.kind == figure.kind } == 1
  }

  /// "Aboard were two pilots, two mechanics and four passengers."
  private func sumAboard(in sentence: ReadSentence) -> Figure? {
    guard let aboard = sentence.first(aboards, in: 0..<3),
      sentence.first(beings, in: aboard..<aboard + 7) != nil
    else { return nil }
    var sum = 0.0
    var parts = 0
    var i = aboard
    while i < sentence.tokens.count, i < aboard + 40, !sentence.has(listEnds, at: i) {
      if let number = sentence.tokens[i].number {
        sum += Double(number)
        parts += 1
      }
      i += 1
    }
    guard parts > 1 else { return nil }
    return Figure(
      value: sum, bound: .exact, kind: .aboard, noun: WordKey(""), second: WordKey(""), isPart: false,
      isOld: false,
      tokens: aboard..<i)
  }

  // MARK: Days

  /// The same day of the month in another year, told of the same.
  private mutating func readDays(_ sentence: ReadSentence) {
    for time in sentence.times where time.isExplicit {
      guard let date = time.behind ?? time.ahead, date.first == date.last,
        days.count < StoryFacts.mostDays
      else {
        continue
      }
      let day = Day(
        month: date.first.month * 100 + date.first.day, date: date.first,
        words: contentWords(of: sentence),
        span: sentence.span(time.tokens), sentence: sentence.span,
        isElsewhere: StoryFacts.isElsewhere(sentence))
      let other = days.first { other in
        other.month == day.month && other.date != day.date && other.sentence != day.sentence
          && !day.isElsewhere && !other.isElsewhere
          && day.words.count(where: other.words.contains) >= 4
      }
      if let other {
        add("date.year-differs", (other.span, other.sentence), (day.span, day.sentence))
      }
      days.append(day)
    }
  }

  /// Whether the sentence says that it tells of another event; "STS-1, the first mission" does not.
  private static func isElsewhere(_ sentence: ReadSentence) -> Bool {
    sentence.tokens.indices.contains { i in
      guard sentence.has(otherScopes, at: i) else { return false }
      let isBehindName =
        sentence.has(ordinals, at: i) && sentence.has(definites, at: i - 1) && sentence.has(commas, at: i - 2)
        && !sentence.times.contains { $0.tokens.upperBound == i - 2 }
      return !isBehindName
    }
  }

  // MARK: Ages and names

  /// "Anna Berg, 42, said": the age behind a name.
  private mutating func readAges(_ sentence: ReadSentence) {
    let tokens = sentence.tokens
    lazy var setting = FactSetting(sentence)
    for i in tokens.indices.dropFirst(2) where (10...110).contains(tokens[i].digits) {
      guard sentence.has(commas, at: i - 1), sentence.has(commas, at: i + 1),
        tokens[i - 2].isCapital,
        i > 2, tokens[i - 3].isCapital
      else { continue }
      let name = Name(first: tokens[i - 3].key, last: tokens[i - 2].key)
      let age = Age(
        value: tokens[i].key, span: sentence.span(i - 3..<i + 1), sentence: sentence.span,
        setting: setting)
      if let other = ages[name] {
        if other.value != age.value, age.setting.isOfOneTime(with: other.setting) {
          add("age.differs", (other.span, other.sentence), (age.span, age.sentence))
        }
      } else if ages.count < StoryFacts.mostNames {
        ages[name] = age
      }
    }
  }

  /// "Anna Berger" where "Anna Berget" stood before.
  private mutating func readNames(_ sentence: ReadSentence) {
    let tokens = sentence.tokens
    for i in tokens.indices where tokens[i].isCapital && tokens[i].end - tokens[i].start > 4 {
      if let count = familyCounts[tokens[i].key] { familyCounts[tokens[i].key] = count + 1 }
      guard i > 0, tokens[i - 1].isCapital,
        !tokens[i].shape.contains(.allCapitals),
        i < 2 || !tokens[i - 2].isCapital, i + 1 >= tokens.count || !tokens[i + 1].isCapital,
        !noFirstNames.contains(tokens[i - 1].key), !titles.contains(tokens[i - 1].key),
        !smallWords.contains(tokens[i - 1].key)
      else { continue }
      let family = Family(
        key: tokens[i].key, span: tokens[i].bare, whole: sentence.span(i - 1..<i + 1),
        sentence: sentence.span)
      guard let other = families[tokens[i - 1].key] else {
        if families.count < StoryFacts.mostNames {
          families[tokens[i - 1].key] = family
          if familyCounts[family.key] == nil { familyCounts[family.key] = 1 }
        }
        continue
      }
      if other.key != family.key, other.sentence != family.sentence, familyCounts[family.key] == nil,
        spellings.count < StoryFacts.mostSpellings,
        isMisspelled(sentence.source, other.span, family.span)
      {
        familyCounts[family.key] = 1
        spellings.append((other, family))
      }
    }
  }

  private mutating func add(_ rule: String, _ one: (Span, Span), _ other: (Span, Span)) {
    found.append(StoryFacts.finding(rule, one, other))
  }

  private static func finding(_ rule: String, _ one: (Span, Span), _ other: (Span, Span))
    -> ContradictionFinding
  {
    ContradictionFinding(
      kind: .internal, rule: rule,
      sides: [
        .init(span: one.0, says: nil, sentence: one.1),
        .init(span: other.0, says: nil, sentence: other.1),
      ])
  }
}

/// Whether two names are as long as each other, or nearly, and differ in one letter that is neither
/// the first nor the last.
private func isMisspelled(_ source: Source, _ one: Span, _ other: Span) -> Bool {
  let a = source.bytes[one.start..<one.end].map(lowered)
  let b = source.bytes[other.start..<other.end].map(lowered)
  guard abs(a.count - b.count) <= 1, a.count < 60, b.count < 60 else { return false }
  var same = 0
  while same < min(a.count, b.count), a[same] == b[same] { same += 1 }
  var tail = 0
  while tail < min(a.count, b.count) - same, a[a.count - 1 - tail] == b[b.count - 1 - tail] {
    tail += 1
  }
  return same > 0 && tail > 0 && max(a.count, b.count) - same - tail == 1
}

private let commas = WordSet(",")
/// Words in front of a family name by which two people may go.
private let noFirstNames = WordSet(
  """
  the a an and but for mr mrs ms miss dr prof professor sir dame lord lady president vice judge justice
  senator sen rep minister premier chancellor mayor governor king queen prince princess pope father
  sister brother captain capt colonel col general gen lieutenant lt major sergeant sgt officer chief
  detective inspector constable attorney lawyer prosecutor actor director coach doctor ambassador
  secretary commissioner councillor
  """)
private let aboards = WordSet("aboard onboard")
private let beings = WordSet("were was are is")
private let definites = WordSet("the all these")
private let pronouns = WordSet("he she they it we")
private let andsOrIns = WordSet("and or in on at from of have has had after when")
private let anyPersons = WordSet(
  "people persons victims others dead casualties fatalities deaths lives injuries")
private let manyPersons = WordSet(
  "men women children police troops personnel crew staff man woman child boy girl")
/// Words behind a number with no noun: the dead of whom the story has told.
private let confirmed = [
  [WordSet("have are were"), WordSet("been"), WordSet("confirmed"), WordSet("dead")],
  [WordSet("are were"), WordSet("confirmed"), WordSet("dead")],
]
private let ordinals = WordSet("first second third last")
private let listEnds = WordSet("; : . \u{2014} \u{2013} (")

/// Words that say that a count is of another time, place or part, or no longer the same.
private let otherScopes = WordSet(
  """
  previous previously earlier last since ago former total so far rose rises risen increased increases
  increase update updated revised initially initial originally another other others also each per
  average including among similar history worst largest deadliest annually decade ever record first
  second third later separate elsewhere additional overall anniversary wars war both either every
  helicopters planes boats aftershock aftershocks foreshock followed preceded same again nearby
  neighbouring neighboring meanwhile critically seriously badly severely slightly lightly minor serious critical
  severe
  """)
