/// What is known of a word for finding claims, from one look.
struct ClaimWord: Sendable {
  /// The signs that it gives, as bits.
  var signs: UInt32 = 0
  /// The doubts that it raises alone, as bits.
  var doubts: UInt16 = 0
  /// What it is in a clause.
  var clause: ClauseWords = []
}

/// What a word says of the clause that it stands in.
struct ClauseWords: OptionSet, Sendable {
  let rawValue: UInt16

  static let hypothetical = ClauseWords(rawValue: 1)
  /// It is a month, too.
  static let may = ClauseWords(rawValue: 1 << 1)
  static let negation = ClauseWords(rawValue: 1 << 2)
  static let not = ClauseWords(rawValue: 1 << 3)
  static let hedge = ClauseWords(rawValue: 1 << 4)
  static let present = ClauseWords(rawValue: 1 << 5)
  static let past = ClauseWords(rawValue: 1 << 6)
  /// A form that only the past has, and that does not end in "ed".
  static let irregular = ClauseWords(rawValue: 1 << 7)
  static let dayPreposition = ClauseWords(rawValue: 1 << 9)
  static let comma = ClauseWords(rawValue: 1 << 11)
  /// A sign that ends a clause by itself.
  static let sign = ClauseWords(rawValue: 1 << 12)
  /// A clause may begin with it behind a comma.
  static let opener = ClauseWords(rawValue: 1 << 13)
  /// "Said": the past of the telling, not of what is told.
  static let saying = ClauseWords(rawValue: 1 << 14)
}

private let clauseWords: [(ClauseWords, String)] = [
  (.hypothetical, "could might may if unless whether should had can cannot"), (.may, "may"),
  (.negation, "not never no n't cannot don't doesn't didn't won't isn't aren't without nor"), (.not, "not"),
  (.hedge, "probably perhaps possibly maybe"),
  (.present, "will 'll is are has have scheduled set expected due"), (.past, "was were had"),
  (
    .irregular,
    "made given found brought left gave heard held said won lost met told took began came went"
  ), (.saying, "said told added announced reported explained confirmed warned"),
  (.dayPreposition, "on in for by at from"),
  (.comma, ","), (.sign, "; : \u{2014} \u{2013}"),
  (
    .opener,
    "but and while although though which whereas who after because where so as with"
  ),
]

/// Everything that is known of single words.
let wordsForClaims: WordTable<ClaimWord> = {
  var result: [WordKey: ClaimWord] = [:]
  func each(_ words: String, _ change: (inout ClaimWord) -> Void) {
    for word in words.split(whereSeparator: \.isWhitespace) {
      change(&result[WordKey(word), default: ClaimWord()])
    }
  }
  for (part, words) in clauseWords { each(words) { $0.clause.formUnion(part) } }
  for (sign, words) in wordsOfSigns { each(words) { $0.signs |= 1 << UInt32(sign) } }
  for (doubt, all) in claimDoubts.enumerated() {
    for pattern in all.patterns where !pattern.contains(" ") {
      for word in pattern.split(separator: "|") { each(String(word)) { $0.doubts |= 1 << UInt16(doubt) } }
    }
  }
  return WordTable(result.map { ($0.key, $0.value) })
}()
