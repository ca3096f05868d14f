import TextAnalysis

/// Which key point of the last revision a key point of the new one is.
public enum KeyPointMatch: Hashable, Sendable {
  /// The same words, or words that differ in their looks only: keeps its label and its words' author.
  case same(KeyPoint)
  /// Other words for the same point: keeps its label.
  case changed(KeyPoint)
  case new

  public var earlier: KeyPoint? {
    switch self {
    case .same(let keyPoint), .changed(let keyPoint): keyPoint
    case .new: nil
    }
  }
}

/// Finds what is signed in a new revision among what was there. A headline stays the headline, whatever it says; others
/// are found among those of their form.
///
/// The result has one element per new statement, in order; no old one is used twice.
public func match(_ new: [Signable], to old: [KeyPoint]) -> [KeyPointMatch] {
  var matches = Array(repeating: KeyPointMatch.new, count: new.count)
  for form in Form.allCases {
    let places = new.indices.filter { new[$0].form == form }
    let known = old.filter { $0.form == form }
    if form.isSingle {
      guard let place = places.first, let one = known.first else { continue }
      let isSame = wordsWithoutLooks(new[place].words) == wordsWithoutLooks(one.words)
      matches[place] = isSame ? .same(one) : .changed(one)
    } else {
      for (place, match) in zip(places, matchKeyPoints(places.map { new[$0].words }, to: known)) {
        matches[place] = match
      }
    }
  }
  return matches
}

/// Finds each new key point among the old ones: by words, then by likeness, then by its place between others that were
/// found. A doubtful match is none.
///
/// The result has one element per new key point, in order; no old key point is used twice.
public func matchKeyPoints(_ new: [String], to old: [KeyPoint]) -> [KeyPointMatch] {
  var matching = Matching(new: new, old: old)
  matching.match { Array(comparableWords($0).utf8) }
  matching.match { Array(wordsWithoutLooks($0).utf8) }
  matching.matchByLikeness()
  matching.matchByPlace()
  return matching.matches
}

private struct Matching {
  let new: [String]
  let old: [KeyPoint]
  private(set) var matches: [KeyPointMatch]
  /// Which old one each new one is.
  private var found: [Int?]
  private var free: Set<Int>

  init(new: [String], old: [KeyPoint]) {
    self.new = new
    self.old = old
    matches = Array(repeating: .new, count: new.count)
    found = Array(repeating: nil, count: new.count)
    free = Set(old.indices)
  }

  private mutating func take(_ o: Int, for n: Int, as match: KeyPointMatch) {
    matches[n] = match
    found[n] = o
    free.remove(o)
  }

  /// Of several with the same words the first that is free, so that reading order is kept; one that is gone comes last.
  mutating func match(by words: (String) -> [UInt8]) {
    var byWords: [[UInt8]: [Int]] = [:]
    let waiting = free.sorted()
    for index in waiting.filter({ !old[$0].gone }) + waiting.filter({ old[$0].gone }) {
      byWords[words(old[index].words), default: []].append(index)
    }
    for n in new.indices where found[n] == nil {
      let key = words(new[n])
      guard var same = byWords[key], !same.isEmpty else { continue }
      let o = same.removeFirst()
      byWords[key] = same
      take(o, for: n, as: .same(old[o]))
    }
  }

  mutating func matchByLikeness() {
    let open = new.indices.filter { found[$0] == nil }
    let there = free.filter { !old[$0].gone }.sorted()
    let earlier = earlierVersions(of: open.map { new[$0] }, among: there.map { old[$0].words })
    for (n, o) in zip(open, earlier) {
      if let o { take(there[o], for: n, as: .changed(old[there[o]])) }
    }
  }

  /// One that stands alone between two neighbours is likely what stood there alone before, if it says something alike.
  mutating func matchByPlace() {
    let there = old.indices.filter { !old[$0].gone }
    for n in new.indices where found[n] == nil {
      let (before, behind) = (n > 0 ? found[n - 1] : nil, n + 1 < new.count ? found[n + 1] : nil)
      guard n == 0 || before != nil, n + 1 == new.count || behind != nil else { continue }
      let start = before.flatMap { there.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      let end = behind.flatMap { there.firstIndex(of: $0) } ?? there.count
      guard end - start == 1, free.contains(there[start]),
        isLikeEnoughInPlace(old[there[start]].words, new[n])
      else { continue }
      take(there[start], for: n, as: .changed(old[there[start]]))
    }
  }
}
