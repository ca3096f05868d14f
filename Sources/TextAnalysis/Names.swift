/// Names of people in a draft, roughly, gathered as it is read: two capitalised words in a row that are neither
/// institutions nor days make a name, and so does one behind a title. Later one of the two is enough.
struct Names {
  private var known: Set<WordKey> = []

  /// Whether somebody is named; what is learned counts for the sentences that follow.
  mutating func someone(in sentence: ReadSentence) -> Bool {
    let tokens = sentence.tokens
    var isNamed = false
    for i in tokens.indices where tokens[i].isCapital {
      guard Names.couldBeName(tokens[i]) else { continue }
      let isAfterPlaceWord = sentence.has(placeWords, at: i - 1)
      if tokens.indices.contains(i + 1), tokens[i + 1].isCapital, Names.couldBeName(tokens[i + 1]),
        !isAfterPlaceWord
      {
        isNamed = true
        if known.count < 10_000 { known.insert(tokens[i + 1].key) }
      } else if sentence.has(titleWords, at: i - 1)
        || !isAfterPlaceWord && known.contains(tokens[i].key)
      {
        isNamed = true
      }
    }
    return isNamed
  }

  private static func couldBeName(_ token: Token) -> Bool {
    token.isWord && token.span.end - token.span.start > 1 && !institutions.contains(token.key)
      && !sentenceStarters.contains(token.key)
  }
}

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
