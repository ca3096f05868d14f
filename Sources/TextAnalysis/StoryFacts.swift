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
  }

  private struct Day {
    let month: Int
    let date: CivilDate
    let words: [WordKey]
    let span: Span
    let sentence: Span
  }

  private struct Name: Hashable {
    let first: WordKey
    let last: WordKey
  }

  private struct Mention {
    let value: WordKey
    let span: Span
    let sentence: Span
  }

  /// Facts kept of one sort, and different names kept of one story.
  private static let mostOfASort = 6
  private static let mostDays = 30
  private static let mostNames = 1_000

  private var counts: [FigureKind: [Count]] = [:]
  private var days: [Day] = []
  private var ages: [Name: Mention] = [:]
  private var familyNames: [WordKey: Mention] = [:]
  private(set) var collisions: [ContradictionFinding] = []

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
    var found = figures(in: sentence, sentence.tokens.indices)
    if let sum = sumAboard(in: sentence) { found.append(sum) }
    for figure in found where StoryFacts.isTold(figure, found) {
      let speaker = sentence.speech(sentence.tokens.indices)?.speaker.map {
        sentence.tokens[$0].key
      }
      let count = Count(
        value: figure, span: sentence.span(figure.tokens), sentence: sentence.span, speaker: speaker
      )
      let same = counts[figure.kind] ?? []
      if let other = same.first(where: {
        !$0.value.agrees(with: figure) && $0.sentence != count.sentence
      }),
        !same.contains(where: { $0.value.value == figure.value })
      {
        collide(other, count)
      }
      if same.count < StoryFacts.mostOfASort { counts[figure.kind, default: []].append(count) }
    }
  }

  private mutating func collide(_ one: Count, _ other: Count) {
    // Two speakers may count differently, and then the story only reports it.
    let isReported =
      one.speaker != nil && other.speaker != nil && one.speaker != other.speaker
      && one.speaker?.count != 1 && other.speaker?.count != 1
    guard !isReported else { return }
    add("number.differs", (one.span, one.sentence), (other.span, other.sentence))
  }

  /// Whether the figure is the only one of its sort in its sentence, and of a sort that an event has one of.
  private static func isTold(_ figure: Figure, _ all: [Figure]) -> Bool {
    switch figure.kind {
    case .dead, .missing, .trapped, .rescued, .magnitude, .aboard: break
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
        span: sentence.span(time.tokens), sentence: sentence.span)
      let other = days.first { other in
        other.month == day.month && other.date != day.date && other.sentence != day.sentence
          && day.words.count(where: other.words.contains) >= 4
      }
      if let other {
        add("date.year-differs", (other.span, other.sentence), (day.span, day.sentence))
      }
      days.append(day)
    }
  }

  // MARK: Ages and names

  /// "Anna Berg, 42, said": the age behind a name.
  private mutating func readAges(_ sentence: ReadSentence) {
    let tokens = sentence.tokens
    for i in tokens.indices.dropFirst(2) where (10...110).contains(tokens[i].digits) {
      guard sentence.has(commas, at: i - 1), sentence.has(commas, at: i + 1),
        tokens[i - 2].isCapital,
        i > 2, tokens[i - 3].isCapital
      else { continue }
      let name = Name(first: tokens[i - 3].key, last: tokens[i - 2].key)
      let mention = Mention(
        value: tokens[i].key, span: sentence.span(i - 3..<i + 1), sentence: sentence.span)
      if let other = ages[name] {
        if other.value != mention.value {
          add("age.differs", (other.span, other.sentence), (mention.span, mention.sentence))
        }
      } else if ages.count < StoryFacts.mostNames {
        ages[name] = mention
      }
    }
  }

  /// "Anna Berger" where "Anna Berget" stood before.
  private mutating func readNames(_ sentence: ReadSentence) {
    let tokens = sentence.tokens
    for i in tokens.indices.dropFirst() where tokens[i].isCapital && tokens[i - 1].isCapital {
      guard tokens[i].end - tokens[i].start > 4, !tokens[i].shape.contains(.allCapitals),
        i < 2 || !tokens[i - 2].isCapital, i + 1 >= tokens.count || !tokens[i + 1].isCapital
      else { continue }
      let mention = Mention(
        value: tokens[i].key, span: sentence.span(i - 1..<i + 1), sentence: sentence.span)
      guard let other = familyNames[tokens[i - 1].key] else {
        if familyNames.count < StoryFacts.mostNames { familyNames[tokens[i - 1].key] = mention }
        continue
      }
      if other.value != mention.value, other.sentence != mention.sentence,
        isMisspelled(sentence.source, other.span, mention.span)
      {
        add("name.spelling", (other.span, other.sentence), (mention.span, mention.sentence))
      }
    }
  }

  private mutating func add(_ rule: String, _ one: (Span, Span), _ other: (Span, Span)) {
    collisions.append(
      ContradictionFinding(
        kind: .internal, rule: rule,
        sides: [
          .init(span: one.0, says: nil, sentence: one.1),
          .init(span: other.0, says: nil, sentence: other.1),
        ]))
  }
}

/// Whether two names are as long as each other, or nearly, and differ in one letter that is not the last.
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
  return tail > 0 && max(a.count, b.count) - same - tail == 1
}

private let commas = WordSet(",")
private let aboards = WordSet("aboard onboard")
private let beings = WordSet("were was are is")
private let listEnds = WordSet("; : . \u{2014} \u{2013} (")

/// Words that say that a count is of another time, place or part, or no longer the same.
private let otherScopes = WordSet(
  """
  previous previously earlier last since ago former total so far rose rises risen increased increases
  increase update updated revised initially initial originally another other others also each per
  average including among similar history worst largest deadliest annually decade ever record first
  second third later separate elsewhere additional overall anniversary wars war both either every
  helicopters planes boats
  """)
