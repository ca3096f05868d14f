/// Names of people in a draft, roughly, gathered as it is read: two capitalised words in a row that are neither
/// institutions nor days make a name, and so does one behind a title. Later one of the two is enough.
struct Names {
  // Globals are looked up anew wherever they are used.
  private let words = nameWords
  private var known: Set<WordKey> = []

  /// Whether somebody is named; what is learned counts for the sentences that follow.
  mutating func someone(in sentence: ReadSentence) -> Bool {
    let tokens = sentence.tokens
    var isNamed = false
    for i in tokens.indices where tokens[i].isCapital {
      guard couldBeName(tokens[i]) else { continue }
      let before = i > 0 ? words[tokens[i - 1].key] ?? [] : []
      let isAfterPlaceWord = before.contains(.beforePlaces)
      if tokens.indices.contains(i + 1), tokens[i + 1].isCapital, couldBeName(tokens[i + 1]),
        !isAfterPlaceWord
      {
        isNamed = true
        if known.count < 10_000 { known.insert(tokens[i + 1].key) }
      } else if before.contains(.title)
        || !isAfterPlaceWord && known.contains(tokens[i].key)
      {
        isNamed = true
      }
    }
    return isNamed
  }

  private func couldBeName(_ token: Token) -> Bool {
    token.isWord && token.end - token.start > 1 && words[token.key]?.contains(.noName) != true
  }
}

/// What a word says of a capital.
private struct NameWords: OptionSet, Sendable {
  let rawValue: UInt8

  static let noName = NameWords(rawValue: 1)
  /// A capital behind it is a place or a thing: "in Leeds", "the Guardian".
  static let beforePlaces = NameWords(rawValue: 1 << 1)
  static let title = NameWords(rawValue: 1 << 2)
}

private let nameWords: WordTable<NameWords> = {
  var result: [WordKey: NameWords] = [:]
  for key in institutions.keys + sentenceStarters.keys { result[key, default: []].insert(.noName) }
  for key in placeWords.keys { result[key, default: []].insert(.beforePlaces) }
  for key in titleWords.keys { result[key, default: []].insert(.title) }
  return WordTable(result.map { ($0.key, $0.value) })
}()

/// Words behind which a capital is a place or a thing: "in Leeds", "the Guardian".
private let placeWords = WordSet("in at from of to near the into across")

private let titleWords = WordSet(
  "mr mrs ms dr judge sir lord lady actor president mayor officer sgt capt")

/// Institutions, nations, days and months.
private let institutions = WordSet(
  """
  court police county state department district high supreme federal united states university city council
  ministry parliament senate house congress justice attorney general crown appeal appeals circuit north south
  east west new mexico party government company inc corp ltd bank hospital commission agency office union
  american british english french german european russian chinese civil
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  """.split(whereSeparator: \.isWhitespace).map(String.init))
