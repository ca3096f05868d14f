import TextAnalysis

/// Which key point of the last revision a key point of the new one is.
public enum KeyPointMatch: Hashable, Sendable {
  /// The same words: keeps its label, its words' author and its signatures.
  case same(KeyPoint)
  /// Other words for the same point: keeps its label and loses its signatures.
  case changed(KeyPoint)
  case new
}

/// Finds each new key point among the old ones: by words, then by likeness. A doubtful match is none.
///
/// The result has one element per new key point, in order; no old key point is used twice.
public func matchKeyPoints(_ new: [String], to old: [KeyPoint]) -> [KeyPointMatch] {
  var matches = [KeyPointMatch](repeating: .new, count: new.count)
  // By words: of several with the same words the first that is free, so that reading order is kept; one that is gone
  // comes last.
  var byWords: [[UInt8]: [Int]] = [:]
  for index in old.indices.filter({ !old[$0].gone }) + old.indices.filter({ old[$0].gone }) {
    byWords[Array(comparableWords(old[index].words).utf8), default: []].append(index)
  }
  var free = Set(old.indices)
  for index in new.indices {
    let words = Array(comparableWords(new[index]).utf8)
    guard var same = byWords[words], !same.isEmpty else { continue }
    let taken = same.removeFirst()
    byWords[words] = same
    free.remove(taken)
    matches[index] = .same(old[taken])
  }
  matchByLikeness(new, to: old, free.filter { !old[$0].gone }.sorted(), &matches)
  return matches
}

/// Matches what is left where each is the other's best by a clear lead.
private func matchByLikeness(
  _ new: [String], to old: [KeyPoint], _ free: [Int], _ matches: inout [KeyPointMatch]
) {
  let open = new.indices.filter { matches[$0] == .new }
  let newTokens = open.map { tokens(new[$0]) }
  let oldTokens = free.map { tokens(old[$0].words) }
  var bestOfNew = [Lead](repeating: Lead(), count: open.count)
  var bestOfOld = [Lead](repeating: Lead(), count: free.count)
  for (n, mine) in newTokens.enumerated() {
    for (o, theirs) in oldTokens.enumerated() {
      let likeness = likeness(mine, theirs)
      guard likeness >= likeEnough else { continue }
      bestOfNew[n].see(o, likeness)
      bestOfOld[o].see(n, likeness)
    }
  }
  for n in open.indices {
    guard let o = bestOfNew[n].winner, bestOfOld[o].winner == n else { continue }
    matches[open[n]] = .changed(old[free[o]])
  }
}

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

/// Share of common words from which two key points may be the same, and the lead it needs over any rival.
private let likeEnough = 0.6
private let clearly = 0.1

private struct Tokens {
  let counts: [Substring: Int]
  let total: Int
}

/// A statement's words, at most its first two hundred: more do not tell statements apart.
private func tokens(_ words: String) -> Tokens {
  let first = comparableWords(words).split(separator: " ", maxSplits: 200).prefix(200)
  return Tokens(counts: first.reduce(into: [:]) { $0[$1, default: 0] += 1 }, total: first.count)
}

/// Dice's coefficient over words: 1 for the same words, 0 for none in common.
private func likeness(_ one: Tokens, _ other: Tokens) -> Double {
  let total = one.total + other.total
  // The shorter one bounds what can be in common.
  guard total > 0, 2 * Double(min(one.total, other.total)) / Double(total) >= likeEnough else { return 0 }
  let common = one.counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
  return 2 * Double(common) / Double(total)
}

/// What becomes of a sign-off that stands when the next revision is filed.
public func standing(
  of signOff: SignOff, on keyPoint: KeyPoint, after match: (kind: KeyPointMatch, words: String)?,
  inRevision number: Int
) -> (standing: Standing, because: String) {
  let given = "r\(signOff.revision)"
  switch (match?.kind, signOff.verdict) {
  case (.same, .hold) where signOff.wordsDigest != wordsDigest(keyPoint.words):
    return (.carried, "a hold stands until \(signOff.member) lifts it")
  case (.same, _):
    return (.carried, "the words are those of \(given)")
  case (.changed, .hold):
    return (.carried, "the words changed; a hold stands until \(signOff.member) lifts it")
  case (nil, .hold), (.new, .hold):
    return (
      .carried, "\(keyPoint.label) is not in r\(number); a hold stands until \(signOff.member) lifts it"
    )
  // Taking the words out answers no question: they could come back.
  case (nil, .query), (.new, .query):
    return (
      .carried,
      "\(keyPoint.label) is not in r\(number); the question stands until \(signOff.member) is content"
    )
  case (.changed, _):
    return (.outdated, "the words changed: " + changeInWords(from: keyPoint.words, to: match?.words ?? ""))
  case (nil, _), (.new, _):
    return (.outdated, "\(keyPoint.label) is not in r\(number)")
  }
}

/// The words that differ, without those before and after that do not: "“40” became “49”".
public func changeInWords(from old: String, to new: String) -> String {
  let before = comparableWords(old).split(separator: " ")
  let after = comparableWords(new).split(separator: " ")
  var head = 0
  while head < before.count, head < after.count, before[head] == after[head] { head += 1 }
  var tail = 0
  while tail < before.count - head, tail < after.count - head,
    before[before.count - 1 - tail] == after[after.count - 1 - tail]
  {
    tail += 1
  }
  let was = before[head..<(before.count - tail)].joined(separator: " ")
  let now = after[head..<(after.count - tail)].joined(separator: " ")
  if was.isEmpty { return "“\(now)” was added" }
  return now.isEmpty ? "“\(was)” was cut" : "“\(was)” became “\(now)”"
}
