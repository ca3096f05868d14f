import TextAnalysis

/// For each of some statements the one that it was before, where each is the other's likeliest by a clear lead; nil for a
/// doubtful one. No statement is used twice.
///
/// Likeness is Dice's coefficient over words: 1 for the same words, 0 for none in common.
func earlierVersions(of new: [String], among old: [String]) -> [Int?] {
  let before = old.map(Bag.init)
  let after = new.map(Bag.init)
  let index = WordIndex(before)
  var bestOfNew = [Lead](repeating: Lead(), count: new.count)
  var bestOfOld = [Lead](repeating: Lead(), count: old.count)
  for (n, mine) in after.enumerated() {
    for o in index.candidates(for: mine) {
      let likeness = mine.likeness(to: before[o])
      guard likeness >= likeEnough else { continue }
      bestOfNew[n].see(o, likeness)
      bestOfOld[o].see(n, likeness)
    }
  }
  return new.indices.map { n in bestOfNew[n].winner.flatMap { bestOfOld[$0].winner == n ? $0 : nil } }
}

/// Share of common words from which two statements may be the same, and the lead it needs over any rival.
private let likeEnough = 0.6
private let clearly = 0.1

/// For each statement the place of the other that is most like it; nil where none is like it at all. Something to show
/// beside it, and no verdict: one may be named for several.
func nearestStatements(to statements: [String], among others: [String]) -> [Int?] {
  let bags = others.map(Bag.init)
  let index = WordIndex(bags)
  return statements.map { words in
    let mine = Bag(words)
    let best = index.candidates(for: mine).map { (place: $0, likeness: mine.likeness(to: bags[$0])) }
      .max { ($0.likeness, $1.place) < ($1.likeness, $0.place) }
    return best.flatMap { $0.likeness >= likeEnoughInPlace ? $0.place : nil }
  }
}

/// How alike two statements are that have the same neighbours, and nothing else between these.
func isLikeEnoughInPlace(_ one: String, _ other: String) -> Bool {
  Bag(one).likeness(to: Bag(other)) >= likeEnoughInPlace
}

private let likeEnoughInPlace = 0.4

/// The best of several by likeness, and how far it is ahead.
private struct Lead {
  private var best: (index: Int, likeness: Double)?
  private var second = 0.0

  /// Nil when nobody leads clearly: a doubtful match is none.
  var winner: Int? { best.flatMap { $0.likeness - second > clearly ? $0.index : nil } }

  mutating func see(_ index: Int, _ likeness: Double) {
    guard let leader = best, leader.likeness >= likeness else {
      second = best?.likeness ?? 0
      best = (index, likeness)
      return
    }
    second = max(second, likeness)
  }
}

/// A statement's words, at most its first two hundred: more do not tell statements apart.
private struct Bag {
  let counts: [Substring: Int]
  let total: Int

  init(_ words: String) {
    let first = comparableWords(words).split(separator: " ", maxSplits: 200).prefix(200)
    counts = first.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    total = first.count
  }

  func likeness(to other: Bag) -> Double {
    let all = total + other.total
    guard all > 0 else { return 0 }
    let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return 2 * Double(common) / Double(all)
  }
}

/// In which statements a word stands, so that a long text is not compared sentence by sentence with another.
private struct WordIndex {
  private var places: [Substring: [Int]] = [:]
  private let count: Int

  /// A word that more statements have than this tells none of them apart.
  private static let most = 40

  init(_ statements: [Bag]) {
    count = statements.count
    guard count > Self.most else { return }
    for (index, statement) in statements.enumerated() {
      for word in statement.counts.keys { places[word, default: []].append(index) }
    }
  }

  func candidates(for statement: Bag) -> [Int] {
    if count <= Self.most { return Array(0..<count) }
    var found: Set<Int> = []
    for word in statement.counts.keys {
      if let those = places[word], those.count <= Self.most { found.formUnion(those) }
    }
    return found.sorted()
  }
}
