/// Names of people in a draft, roughly: a capitalised word behind a title, two in a row, or one that stands
/// capitalised inside some sentence and small in none. Days, months and institutions are no names.
struct Names {
  private let names: Set<String>

  init(_ sentences: [ReadSentence]) {
    var capital: Set<String> = []
    var small: Set<String> = []
    for sentence in sentences {
      for (i, token) in sentence.tokens.enumerated() where token.isWord {
        if !token.isCapital {
          small.insert(sentence.word(i))
        } else if Names.isInside(sentence, i), Names.couldBeName(sentence, i),
          !places.contains(sentence.word(i - 1))
        {
          capital.insert(sentence.word(i))
        }
      }
    }
    names = capital.subtracting(small)
  }

  func someone(in sentence: ReadSentence) -> Bool {
    sentence.tokens.indices.contains { i in
      let token = sentence.tokens[i]
      guard token.isCapital, Names.couldBeName(sentence, i) else { return false }
      if titleWords.contains(sentence.word(i - 1)) { return true }
      if places.contains(sentence.word(i - 1)) { return false }
      let next = i + 1
      if sentence.tokens.indices.contains(next), sentence.tokens[next].isCapital,
        Names.couldBeName(sentence, next)
      {
        return true
      }
      return names.contains(sentence.word(i))
    }
  }

  /// A capital at the beginning of a sentence or quotation says nothing.
  private static func isInside(_ sentence: ReadSentence, _ i: Int) -> Bool {
    i > 0 && (sentence.tokens[i - 1].isWord || sentence.word(i - 1) == ",")
  }

  private static func couldBeName(_ sentence: ReadSentence, _ i: Int) -> Bool {
    let word = sentence.word(i)
    return sentence.tokens[i].isWord && word.utf8.count > 1 && !institutions.contains(word)
  }
}

/// Words behind which a capital is a place or a thing: "in Leeds", "the Guardian".
private let places: Set<String> = ["in", "at", "from", "of", "to", "near", "the", "into", "across"]

private let titleWords: Set<String> = [
  "mr", "mrs", "ms", "dr", "judge", "sir", "lord", "lady", "actor", "president", "mayor", "officer", "sgt",
  "capt",
]

private let institutions: Set<String> = Set(months.keys).union(weekdays.keys).union([
  "court", "police", "county", "state", "department", "district", "high", "supreme", "federal", "united",
  "states",
  "university", "city", "council", "ministry", "parliament", "senate", "house", "congress", "justice",
  "attorney",
  "general", "crown", "appeal", "appeals", "circuit", "north", "south", "east", "west", "new", "mexico",
  "party",
  "government", "company", "inc", "corp", "ltd", "bank", "hospital", "commission", "agency", "office",
  "union",
  "american", "british", "english", "french", "german", "european", "russian", "chinese", "civil",
])
