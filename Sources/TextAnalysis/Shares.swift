/// A percentage beside the two numbers that it is made of: "12 of the 48 (30 percent)".
func shareSlip(in sentence: ReadSentence, at percent: Int) -> ContradictionFinding? {
  guard let told = Measured(in: sentence, before: percent), !told.isHedged else { return nil }
  let start = told.tokens.lowerBound
  // "12 of the 48 members, or 30 percent": the number of all stands a few words before.
  guard sentence.has(shareSigns, at: start - 1) else { return nil }
  for of in (max(1, start - 8)..<max(1, start - 1)).reversed() where sentence.has(ofs, at: of) {
    guard let part = Measured(in: sentence, before: of), !part.isHedged,
      !sentence.has(beforeShares, at: part.tokens.lowerBound - 1),
      let whole = (of + 1...of + 3).lazy.compactMap({ Measured(in: sentence, at: $0) }).first,
      !whole.isHedged, whole.tokens.upperBound < start, whole.unit == 1, part.unit == 1,
      part.value > 0, part.value <= whole.value,
      !(whole.tokens.upperBound..<start).contains(where: { sentence.tokens[$0].number != nil })
    else { continue }
    let share = part.value / whole.value * 100
    guard abs(share - told.value) > told.unit / 2 + 0.5 else { return nil }
    return slip(
      "percent.differs", (sentence, part.tokens.lowerBound..<whole.tokens.upperBound),
      (sentence, start..<percent + 1),
      explanation: "\(shown(part.value)) of \(shown(whole.value)) is \(shown(share)) percent")
  }
  return nil
}

/// "Rose 20 percent to 120 from 90": a change beside the numbers between which it lies.
func changeSlip(in sentence: ReadSentence, at percent: Int) -> ContradictionFinding? {
  guard let told = Measured(in: sentence, before: percent), !told.isHedged,
    let isRise = (max(0, told.tokens.lowerBound - 4)..<told.tokens.lowerBound).lazy
      .compactMap({ changes[sentence.tokens[$0].key] }).last,
    sentence.has(tos, at: percent + 1),
    let new = Measured(in: sentence, behind: percent + 1), !new.isHedged,
    let from = (new.tokens.upperBound...new.tokens.upperBound + 1).first(where: {
      sentence.has(froms, at: $0)
    }),
    let old = Measured(in: sentence, behind: from), !old.isHedged, old.value > 0, new.value > 0,
    old.isMoney == new.isMoney, !sentence.has(sharesOf, at: old.tokens.upperBound)
  else { return nil }
  let change = { (new: Double, old: Double) in (new / old - 1) * (isRise ? 100 : -100) }
  // The numbers are rounded, so the change lies between two.
  let low = change(new.value + (isRise ? -1 : 1) * new.unit / 2, old.value + (isRise ? 1 : -1) * old.unit / 2)
  let high = change(
    new.value + (isRise ? 1 : -1) * new.unit / 2, old.value + (isRise ? -1 : 1) * old.unit / 2)
  guard told.value < low - told.unit || told.value > high + told.unit, new.scale == old.scale else {
    return nil
  }
  let value = change(new.value, old.value)
  let words = value < 0 ? "is no \(isRise ? "rise" : "fall")" : "is \(shown(value)) percent"
  return slip(
    "percent.differs", (sentence, told.tokens.lowerBound..<percent + 1),
    (sentence, new.tokens.lowerBound..<old.tokens.upperBound),
    explanation: "from \(shown(old.value)) to \(shown(new.value)) \(words)")
}

/// A number with how finely it is told.
private struct Measured {
  let value: Double
  /// Of its last digit: 0.1 for "2.4"; 1 for "24".
  let unit: Double
  /// What its scale word multiplies it by: a million; 1 for none.
  let scale: Double
  let isMoney: Bool
  let isHedged: Bool
  let tokens: Range<Int>

  /// The number whose last token stands before `end`.
  init?(in sentence: ReadSentence, before end: Int) {
    guard end > 0 else { return nil }
    let start =
      sentence.tokens.indices.contains(end - 1) && numberScales[sentence.tokens[end - 1].key] != nil
      ? end - 2 : end - 1
    self.init(in: sentence, at: start)
    guard tokens.upperBound == end else { return nil }
  }

  /// The number behind a word, with its currency and "about".
  init?(in sentence: ReadSentence, behind word: Int) {
    for i in word + 1...word + 4 where sentence.tokens.indices.contains(i) {
      if let measured = Measured(in: sentence, at: i) {
        self = measured
        return
      }
      guard sentence.has(beforeNumbers, at: i) else { return nil }
    }
    return nil
  }

  init?(in sentence: ReadSentence, at start: Int) {
    guard sentence.tokens.indices.contains(start) else { return nil }
    let token = sentence.tokens[start]
    guard token.end - token.start < 16, !sentence.times.contains(where: { $0.tokens.contains(start) })
    else { return nil }
    let digits = sentence.source.string(token.span).filter { $0 != "," }
    let decimals = digits.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    let read: Double? = token.shape.contains(.fraction) ? Double(digits) : token.number.map(Double.init)
    guard let read else { return nil }
    let next = start + 1
    let scale = sentence.tokens.indices.contains(next) ? numberScales[sentence.tokens[next].key] : nil
    value = read
    unit = decimals == 0 ? 1 : decimals == 1 ? 0.1 : decimals == 2 ? 0.01 : 0.001
    self.scale = scale ?? 1
    isMoney = sentence.has(moneySigns, at: start - 1)
    isHedged = (start - 4..<start).contains { sentence.has(hedgeWords, at: $0) }
    tokens = start..<(scale == nil ? next : next + 1)
  }
}

/// With one decimal, or none where it is a whole number.
private func shown(_ value: Double) -> String {
  let tenths = (value * 10).rounded()
  guard abs(tenths) < 1e15 else { return "\(value)" }
  let whole = Int(tenths)
  return whole % 10 == 0 ? "\(whole / 10)" : "\(value < 0 ? "-" : "")\(abs(whole) / 10).\(abs(whole) % 10)"
}

private let ofs = WordSet("of")
private let tos = WordSet("to")
private let froms = WordSet("from")
private let shareSigns = WordSet("( or , \u{2014} \u{2013}")
private let sharesOf = WordSet("percent % of")
private let beforeShares = WordSet("and to - / : \u{2013} versus")
private let beforeNumbers = WordSet("a record $ \u{20AC} \u{A3} us$ a$ c$ \u{A5}")
private let moneySigns = WordSet("$ \u{20AC} \u{A3} us$ a$ c$ \u{A5}")
private let hedgeWords = WordSet(
  """
  about around nearly almost roughly approximately over under than least most some up more only just average
  estimated another further
  """)
private let numberScales = WordTable<Double>([
  "thousand": 1_000, "million m mn": 1_000_000, "billion bn": 1_000_000_000, "trillion": 1_000_000_000_000,
])
private let changes = WordTable<Bool>([
  """
  rose rise rises risen rising increased increase increases increasing grew grow grows growing climbed climb climbs
  gained gain gains jumped jump jumps surged surge surges soared advanced
  """: true,
  """
  fell fall falls fallen falling decreased decrease decreases dropped drop drops declined decline declines slipped
  slid plunged plummeted tumbled shrank sank
  """: false,
])
