/// How far the law has gone against somebody, as far as words say.
enum LegalStep: Int, Comparable, Sendable {
  case held = 1
  case charged, convicted

  static func < (one: LegalStep, other: LegalStep) -> Bool { one.rawValue < other.rawValue }

  /// The furthest that a sentence tells, without what it denies.
  init?(_ sentence: ReadSentence) {
    var furthest: LegalStep?
    for (i, token) in sentence.tokens.enumerated() {
      guard let step = steps[token.key], furthest.map({ step > $0 }) ?? true,
        !(1...3).contains(where: { sentence.has(nots, at: i - $0) })
      else { continue }
      furthest = step
    }
    guard let furthest else { return nil }
    self = furthest
  }
}

private let steps = WordTable<LegalStep>(
  [
    (
      LegalStep.held,
      "arrested arrest arrests detained questioned quizzed held investigation investigated bailed"
    ),
    (
      .charged,
      """
      charged charges charge indicted indictment indicts arraigned arraignment prosecuted prosecution prosecutors
      accused trial court defendant pleaded pleads plea
      """
    ),
    (.convicted, "convicted convicts conviction guilty sentenced sentence jailed imprisoned"),
  ].flatMap { step, words in words.split(whereSeparator: \.isWhitespace).map { (WordKey($0), step) } })
