/// What a sentence says, in the parts that can be held against another sentence.
struct SentenceFacts: Sendable {
  /// A name as it is written: words with capitals in a row.
  struct Name: Sendable {
    let words: [WordKey]
    let span: Span

    /// Two to four words: a person's, as far as one can see.
    var isPerson: Bool { (2...4).contains(words.count) }
  }

  struct Day: Sendable {
    /// Day numbers, in the readings ahead and behind.
    let readings: [ClosedRange<Int>]
    let span: Span
    /// Words that stand near it.
    let near: [WordKey]
    /// No longer so: the first of "put off from April 29 to May 10".
    let isOld: Bool

    func agrees(with other: Day) -> Bool {
      readings.contains { a in other.readings.contains { $0.overlaps(a) } }
    }
  }

  let span: Span
  let figures: [Figure]
  let figureSpans: [Span]
  let days: [Day]
  let statuses: [StatusWord]
  let names: [Name]
  /// Words that mean something, without endings.
  let words: Set<WordKey>
  let capitals: Set<WordKey>
  /// A capital at the beginning says nothing, unless the other sentence has the word with one too.
  let firstWord: WordKey?
  let marks: Marks

  var allCapitals: [WordKey] { capitals + [firstWord].compactMap { $0 } }

  struct Marks: OptionSet, Sendable {
    let rawValue: UInt16
    /// "The toll rises to".
    static let toll = Marks(rawValue: 1)
    /// "Now", "still", "continues": goes on from an earlier story.
    static let goesOn = Marks(rawValue: 1 << 1)
    /// Attacks, strikes, clashes: of such there is one every day.
    static let recurring = Marks(rawValue: 1 << 2)
    static let negated = Marks(rawValue: 1 << 3)
    /// "Another", "separate", "second".
    static let another = Marks(rawValue: 1 << 4)
    /// "Won", "winner".
    static let wins = Marks(rawValue: 1 << 5)
  }

  init(_ sentence: ReadSentence) {
    span = sentence.span
    figures = TextAnalysis.figures(in: sentence, sentence.tokens.indices)
    figureSpans = figures.map { sentence.span($0.tokens) }
    statuses = TextAnalysis.statuses(in: sentence)
    days = SentenceFacts.days(in: sentence)
    names = SentenceFacts.names(in: sentence)
    var words: Set<WordKey> = []
    var capitals: Set<WordKey> = []
    var marks: Marks = []
    for (i, token) in sentence.tokens.enumerated() {
      if let mark = markWords[token.key] { marks.formUnion(mark) }
      if nots.contains(token.key) { marks.insert(.negated) }
      guard token.isWord, token.shape.isDisjoint(with: .hasDigit) || token.shape.contains(.hyphen),
        numberWords[token.key] == nil,
        token.end - token.start > 2, !smallWords.contains(token.key),
        !shortWords.contains(token.key)
      else { continue }
      words.insert(stem(token, in: sentence.source))
      if token.isCapital, i > 0 || sentence.tokens.count > 1 && sentence.tokens[1].isCapital {
        capitals.insert(token.key)
      }
    }
    self.words = words
    self.capitals = capitals
    firstWord = sentence.tokens.first { $0.isWord }.flatMap {
      words.contains(stem($0, in: sentence.source)) ? $0.key : nil
    }
    self.marks = marks
  }

  private static func days(in sentence: ReadSentence) -> [Day] {
    sentence.times.compactMap { time in
      let readings = [time.ahead, time.behind].compactMap { date -> ClosedRange<Int>? in
        guard let date, date.first <= date.last else { return nil }
        return date.first.dayNumber...date.last.dayNumber
      }
      guard let first = readings.first, first.count <= (time.isExplicit ? 366 : 31) else {
        return nil
      }
      let near = max(0, time.tokens.lowerBound - 7)..<time.tokens.lowerBound
      let isMoved =
        (time.tokens.lowerBound - 1...time.tokens.lowerBound).contains {
          sentence.has(froms, at: $0)
        }
        && near.contains { sentence.has(moves, at: $0) }
      return Day(
        readings: readings, span: sentence.span(time.tokens),
        near: near.compactMap { i in
          let token = sentence.tokens[i]
          guard token.isWord, token.end - token.start > 3, !smallWords.contains(token.key) else {
            return nil
          }
          return stem(token, in: sentence.source)
        }, isOld: isMoved)
    }
  }

  private static func names(in sentence: ReadSentence) -> [Name] {
    var names: [Name] = []
    var i = 0
    while i < sentence.tokens.count {
      let token = sentence.tokens[i]
      guard token.isCapital, !smallWords.contains(token.key), !shortWords.contains(token.key) else {
        i += 1
        continue
      }
      let start = i
      while i < sentence.tokens.count, sentence.tokens[i].isCapital,
        !smallWords.contains(sentence.tokens[i].key)
      {
        i += 1
      }
      names.append(
        Name(words: sentence.tokens[start..<i].map(\.key), span: sentence.span(start..<i)))
    }
    return names
  }
}

/// A word without its commonest endings, as a key: "inspections" and "inspected" are one.
func stem(_ token: Token, in source: Source) -> WordKey {
  let word = token.bare
  var end = word.end
  let ending = { (letters: StaticString) in
    end - letters.utf8CodeUnitCount - word.start >= 4
      && source.reads(letters, at: end - letters.utf8CodeUnitCount, before: end)
  }
  if ending("ies") {
    end -= 3
  } else if ending("ing") {
    end -= 3
  } else if ending("ed") || ending("es") {
    end -= 2
  } else if ending("s") || ending("e") || ending("y") {
    end -= 1
  }
  guard end < word.end else { return token.key }
  return source.key(Span(word.start, end))
}

private let froms = WordSet("from")
private let moves = WordSet(
  """
  put moved moves postponed postpones delayed delays pushed pushes brought changed rescheduled shifted
  extended   deferred back off
  """)
private let shortWords = WordSet(
  """
  the and for are was not but who all any can had has her him his how its may new now off old one our
  out own per she too two use via was way why yet you from than onto here there mr mrs ms dr
  """)

private let markWords = WordTable<SentenceFacts.Marks>([
  "toll rises rise risen rose increases increase increased climbs climbed": .toll,
  "reaches reached revised updated confirmed total final":
    .toll,
  "now still continue continues continued continuing ongoing remain remains amid following":
    .goesOn,
  """
  strike strikes attack attacks attacked struck airstrike airstrikes shelling bombing bombings drone
  drones missile missiles raid bomb bombs bomber suicide ambushes raids clash clashes gunmen militants
  insurgents jihadists shooting shootings ambush ied forces troops rebels kill match game round protest
  protests
  """.split(whereSeparator: \.isWhitespace).joined(separator: " "): .recurring,
  "another separate second third": .another,
  "appointed sworn won wins win winner winners winning elected reelected re-elected victory champion":
    .wins,
])
