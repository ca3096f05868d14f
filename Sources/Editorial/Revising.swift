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
  var free = old
  let comparable = new.map { Array(comparableWords($0).utf8) }
  for index in new.indices {
    // Of several with the same words the first that is free: reading order is kept. One that is gone comes last.
    let same =
      free.firstIndex { !$0.gone && Array(comparableWords($0.words).utf8) == comparable[index] }
      ?? free.firstIndex { Array(comparableWords($0.words).utf8) == comparable[index] }
    if let same {
      matches[index] = .same(free.remove(at: same))
    }
  }
  let open = new.indices.filter { matches[$0] == .new }
  let oldTokens = free.map { tokens($0.words) }
  var pairs: [(new: Int, old: Int, likeness: Double)] = []
  for index in open {
    let mine = tokens(new[index])
    for other in free.indices where !free[other].gone {
      let likeness = likeness(mine, oldTokens[other])
      if likeness >= likeEnough { pairs.append((index, other, likeness)) }
    }
  }
  for pair in pairs {
    let rival = pairs.contains {
      ($0.new == pair.new) != ($0.old == pair.old) && $0.likeness > pair.likeness - clearly
    }
    if !rival { matches[pair.new] = .changed(free[pair.old]) }
  }
  return matches
}

/// Share of common words from which two key points may be the same, and the lead it needs over any rival.
private let likeEnough = 0.6
private let clearly = 0.1

private func tokens(_ words: String) -> [Substring: Int] {
  var counts: [Substring: Int] = [:]
  for token in comparableWords(words).split(separator: " ") { counts[token, default: 0] += 1 }
  return counts
}

/// Dice's coefficient over words: 1 for the same words, 0 for none in common.
private func likeness(_ one: [Substring: Int], _ other: [Substring: Int]) -> Double {
  let total = one.values.reduce(0, +) + other.values.reduce(0, +)
  guard total > 0 else { return 0 }
  let common = one.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
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
