/// How far two sentences of two stories speak of the same thing, earlier and later by their datelines.
struct SameMatter {
  let early: SentenceFacts
  let late: SentenceFacts
  let daysApart: Int
  /// Words in common, as a share of the shorter sentence's.
  let overlap: Double
  let sharedCapitals: Int
  /// The stories around the sentences name enough of the same people and places.
  let isOneStory: Bool
  /// Attacks, strikes and the like on different days or in different places, and nothing says that it is the
  /// same one.
  let isOtherEvent: Bool

  init(early: SentenceFacts, late: SentenceFacts, daysApart: Int, isOneStory: Bool) {
    self.isOneStory = isOneStory
    self.early = early
    self.late = late
    self.daysApart = daysApart
    let shorter = max(1, min(early.words.count, late.words.count))
    overlap = Double(early.words.intersection(late.words).count) / Double(shorter)
    let first = early.firstWord.map(late.capitals.contains) ?? false
    let second = late.firstWord.map(early.capitals.contains) ?? false
    sharedCapitals =
      early.capitals.intersection(late.capitals).count + (first ? 1 : 0)
      + (second && early.firstWord != late.firstWord ? 1 : 0)
    let both = early.marks.intersection(late.marks)
    let goesOn = !late.marks.isDisjoint(with: [.toll, .goesOn]) && !late.marks.contains(.another)
    let unshared = min(
      early.capitals.subtracting(late.capitals).count,
      late.capitals.subtracting(early.capitals).count)
    let isAnotherDay =
      daysApart > 0
      && (both.contains(.recurring) || late.marks.contains(.another)
        || unshared > 1 && sharedCapitals < 2)
    isOtherEvent = !goesOn && (isAnotherDay || both.contains(.recurring) && unshared > 0)
  }

  var sharesDay: Bool { early.days.contains { day in late.days.contains { $0.agrees(with: day) } } }

  /// Enough in common to compare anything that is counted or dated.
  var isClose: Bool { overlap >= 0.4 || overlap >= 0.25 && sharedCapitals >= 2 }

  /// Something in common, enough for words that collide by themselves.
  var isNear: Bool { overlap >= 0.2 || sharedCapitals > 0 }

  /// Enough in common for two sentences that nobody has set beside each other. Where a story is told again, what it is
  /// about need not be named in each of them.
  func isSurely(inStoryToldAgain: Bool) -> Bool {
    daysApart <= 90 && (overlap >= 0.35 && sharedCapitals > 0 || inStoryToldAgain && overlap >= 0.25)
  }
}

/// The names that a story gives inside its sentences, from its beginning.
struct StoryNames: Sendable {
  private let words: Set<WordKey>

  init(_ manuscript: Manuscript) {
    self.init(manuscript, sentences: manuscript.sentences.prefix(StoryNames.mostSentences))
  }

  init(_ manuscript: Manuscript, sentences: ArraySlice<Span>) {
    var words: Set<WordKey> = []
    for sentence in sentences {
      for token in tokens(pieces(of: sentence, in: manuscript.source)[0], in: manuscript.source)
        .dropFirst()
      where token.isCapital && token.end - token.start > 3 && !smallWords.contains(token.key) {
        words.insert(token.key)
      }
    }
    self.words = words
  }

  var numbers: [Int64] { words.map { Int64(bitPattern: $0.hash) }.sorted() }

  func isOneStory(with other: StoryNames) -> Bool {
    let shared = words.intersection(other.words).count
    let fewer = min(words.count, other.words.count)
    // A brief names little: two, when one of the two stories names no more.
    return shared >= 3 ? shared * 4 >= fewer : shared == 2 && fewer == 2
  }

  /// Whether both name nearly the same, and not little.
  func isToldAgain(by other: StoryNames) -> Bool {
    let shared = words.intersection(other.words).count
    return shared >= 6 && shared * 4 >= max(words.count, other.words.count) * 3
  }

  /// The beginning of a story names what it is about.
  private static let mostSentences = 40
}
