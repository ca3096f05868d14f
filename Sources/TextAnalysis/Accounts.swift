extension ReadSentence {
  /// Whether two speakers say of the same what cannot both be: "it was green", "it was red".
  func accountsDiffer(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard let one = account(in: first), let other = account(in: second), isOfSame(one, other) else {
      return false
    }
    return tellsOpposites(one, other) || deniesShortly(one, other) || blamesAnother(one, other)
      || deniesWord(one, of: other) || deniesWord(other, of: one)
  }

  /// What is said: the words behind the verb of saying, without "that".
  private func account(in clause: Range<Int>) -> Range<Int>? {
    guard let verb = clause.prefix(30).first(where: { has(plainVerbs, at: $0) && isSaying($0) }) else {
      return nil
    }
    let start = has(thats, at: verb + 1) ? verb + 2 : verb + 1
    return start < clause.upperBound ? start..<clause.upperBound : nil
  }

  /// Whether the second account begins with a pronoun, or with a noun that the first one has.
  private func isOfSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    if has(pronouns, at: other.lowerBound) { return true }
    let subject = other.prefix(4).prefix { !has(beings, at: $0) }.filter { isTelling($0) }
    guard !subject.isEmpty else { return false }
    return subject.allSatisfy { i in one.contains { tokens[$0].key == tokens[i].key } }
      || has(faults, at: one.upperBound - 1) && has(beings, at: other.upperBound - 1)
  }

  private func isTelling(_ i: Int) -> Bool {
    tokens[i].isWord && tokens[i].end - tokens[i].start > 2 && !smallWords.contains(tokens[i].key)
      && !has(articles, at: i)
  }

  /// "Armed", "unarmed".
  private func tellsOpposites(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let ones = sides(in: one)
    let others = sides(in: other)
    return ones.contains { mine in
      !ones.contains(-mine) && !others.contains(mine) && others.contains(-mine)
    }
  }

  /// The pairs of which a word stands in an account: the pair's number, negative for its second side.
  private func sides(in account: Range<Int>) -> [Int] {
    account.flatMap { i -> [Int] in
      guard let pairs = antonyms[tokens[i].key] else { return [] }
      return (1...3).contains { has(nots, at: i - $0) } ? pairs.map { -$0 } : pairs
    }
  }

  /// "Was armed", "was not".
  private func deniesShortly(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    first(nots, in: one) == nil && other.count <= 5 && has(nots, at: other.upperBound - 1)
  }

  /// "The driver was to blame", "the council was".
  private func blamesAnother(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    first(faults, in: one) != nil && first(nots, in: one) == nil && first(nots, in: other) == nil
      && !has(pronouns, at: other.lowerBound)
      && (has(beings, at: other.upperBound - 1) || first(faults, in: other) != nil)
  }

  /// "He had not seen the ball", "he had seen the ball".
  private func deniesWord(_ one: Range<Int>, of other: Range<Int>) -> Bool {
    guard first(nots, in: other) == nil, let not = first(nots, in: one),
      let word = (not + 1..<max(not + 1, min(not + 4, one.upperBound))).first(where: { isTelling($0) })
    else { return false }
    let denied = stem(tokens[word], in: source)
    return other.contains { isTelling($0) && stem(tokens[$0], in: source) == denied }
  }
}

private let plainVerbs = WordSet(
  "said says say told tells testified stated reported insisted believes believe thinks")
private let thats = WordSet("that")
private let articles = WordSet("the a an his her its their")
private let pronouns = WordSet("it he she they that this these those both")
private let beings = WordSet("was were is are did had has would will")
private let faults = WordSet("blame fault responsible")

/// A bar parts two words, or groups of words, that cannot both be said of one thing.
private let antonyms = WordTable<[Int]>(readAntonyms())

private func readAntonyms() -> [(WordKey, [Int])] {
  let lines = """
    armed | unarmed ; safe harmless | unsafe dangerous weak harmful risky ; accidental accident accidentally |
    deliberate deliberately intentional intentionally murder homicide ; green | red ; open | closed shut ; guilty |
    innocent ; alive | dead ; legal lawful legally | illegal unlawful illegally ; true accurate correct | false
    untrue wrong inaccurate ; over ended | continuing ongoing continue ; rose risen increased grown | fallen fell
    decreased shrunk ; won | lost ; success successful succeeded | failed failure ; real genuine authentic | fake
    forged ; sober | drunk intoxicated ; stable | unstable critical ; awake | asleep ; voluntary voluntarily
    consensual | forced coerced ; dry | wet icy ; fair | unfair rigged ; necessary | unnecessary ; justified |
    unjustified unprovoked ; guarded | unguarded ; locked | unlocked ; loaded | empty unloaded ; aware | unaware ;
    important crucial decisive relevant related | unimportant insignificant irrelevant unrelated ; enough sufficient |
    insufficient ; peaceful | violent ; alone | accompanied ; cheap | expensive ; clean | dirty polluted ; likely | unlikely ; possible | impossible ; fast | slow
    """
  var result: [WordKey: [Int]] = [:]
  for (index, line) in lines.split(separator: ";").enumerated() {
    for (side, words) in line.split(separator: "|").enumerated() {
      for word in words.split(whereSeparator: \.isWhitespace) {
        result[WordKey(word), default: []].append(side == 0 ? index + 1 : -index - 1)
      }
    }
  }
  return result.map { ($0.key, $0.value) }
}
