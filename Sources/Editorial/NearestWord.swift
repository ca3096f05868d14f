/// The word that somebody most likely meant; nil when none is near.
public func nearestWord(to word: String, among known: [String]) -> String? {
  // Longer ones are no slip of a known word.
  guard word.utf8.count <= 40 else { return nil }
  let near = known.map { ($0, distance(Array(word.lowercased().utf8), Array($0.lowercased().utf8))) }
    .min { $0.1 < $1.1 }
  guard let (nearest, slips) = near, slips <= max(1, nearest.utf8.count / 3) else { return nil }
  return nearest
}

/// How many letters have to be changed, added or left out to make one word of the other.
private func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
  var row = Array(0...other.count)
  for (i, letter) in one.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in other.indices {
      let changed = diagonal + (letter == other[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[other.count]
}
