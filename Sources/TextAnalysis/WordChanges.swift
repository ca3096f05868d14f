/// A stretch of words that stayed, was cut, or was added.
public struct WordPiece: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable { case same, cut, added }

  public let kind: Kind
  /// As the words stand in the text they are from, with the signs between them.
  public let words: String

  public init(kind: Kind, words: String) {
    self.kind = kind
    self.words = words
  }
}

/// The words of two versions of a statement beside each other: what stayed, what was cut, what was added, in reading
/// order. Signs, capitals and white space do not count; `changeKinds` says whether they changed.
public func wordChanges(from old: String, to new: String) -> [WordPiece] {
  // No day is asked for, so any will do.
  let was = ComparedText(old, dateline: .earliest)
  let now = ComparedText(new, dateline: .earliest)
  var pieces: [WordPiece] = []
  var j = 0
  func add(_ kind: WordPiece.Kind, _ text: ComparedText, _ range: Range<Int>) {
    if !range.isEmpty { pieces.append(WordPiece(kind: kind, words: text.shown(range))) }
  }
  for hunk in hunks(from: was.words, to: now.words) {
    add(.same, now, j..<hunk.added.lowerBound)
    add(.cut, was, hunk.cut)
    add(.added, now, hunk.added)
    j = hunk.added.upperBound
  }
  add(.same, now, j..<now.words.count)
  return pieces
}

/// Words of the old text, and those of the new one that stand in their place.
struct Hunk {
  var cut: Range<Int>
  var added: Range<Int>
}

/// Words beyond which what differs is one change from its first word to its last: nobody reads it word by word.
private let mostWordsCompared = 2_000

/// What differs between two statements, in order.
func hunks(from old: [ComparedWord], to new: [ComparedWord]) -> [Hunk] {
  var head = 0
  while head < old.count, head < new.count, old[head].text == new[head].text { head += 1 }
  var tail = 0
  while tail < old.count - head, tail < new.count - head,
    old[old.count - 1 - tail].text == new[new.count - 1 - tail].text
  {
    tail += 1
  }
  let (oldEnd, newEnd) = (old.count - tail, new.count - tail)
  guard head < oldEnd || head < newEnd else { return [] }
  guard oldEnd - head <= mostWordsCompared, newEnd - head <= mostWordsCompared else {
    return [Hunk(cut: head..<oldEnd, added: head..<newEnd)]
  }
  let difference = new[head..<newEnd].map(\.text).difference(from: old[head..<oldEnd].map(\.text))
  var removed = Set<Int>()
  var inserted = Set<Int>()
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(head + offset)
    case .insert(let offset, _, _): inserted.insert(head + offset)
    }
  }
  var found: [Hunk] = []
  var (i, j) = (head, head)
  while i < oldEnd || j < newEnd {
    var hunk = Hunk(cut: i..<i, added: j..<j)
    while removed.contains(i) { i += 1 }
    while inserted.contains(j) { j += 1 }
    hunk.cut = hunk.cut.lowerBound..<i
    hunk.added = hunk.added.lowerBound..<j
    if hunk.cut.isEmpty, hunk.added.isEmpty {
      i += 1
      j += 1
    } else {
      found.append(hunk)
    }
  }
  return found
}
