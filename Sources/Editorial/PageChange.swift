import TextAnalysis

/// What changed between two looks at a page.
public struct PageChange: Hashable, Sendable {
  /// Counts within the newsroom.
  public let id: Int64
  /// RFC 3339, UTC: the look before, and the one that saw it.
  public let since: String
  public let seenAt: String
  /// What was cut and added, with a few words around; empty for a file that is no text.
  public let words: [WordPiece]

  public init(id: Int64, since: String, seenAt: String, words: [WordPiece]) {
    self.id = id
    self.since = since
    self.seenAt = seenAt
    self.words = words
  }
}

/// The words that changed between two looks; nil when nothing that matters did, empty when it is no text.
///
/// An entry that left a feed is no change: feeds hold the latest and drop the rest.
public func changedWords(from old: PageText, to new: PageText) -> [WordPiece]? {
  guard old.kind == new.kind, new.kind != .file else { return old == new ? nil : [] }
  if new.kind == .feed {
    let known = Set(old.lines)
    let added = new.lines.filter { !known.contains($0) }
    return added.isEmpty
      ? nil
      : bounded(
        added.map { line in
          let title = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).last.map(
            String.init)
          return WordPiece(kind: .added, words: title.flatMap { $0.isEmpty ? nil : $0 } ?? line)
        })
  }
  let (cut, added) = differing(old.lines, new.lines)
  let pieces = wordChanges(from: cut.joined(separator: "\n"), to: added.joined(separator: "\n"))
  guard pieces.contains(where: { $0.kind != .same }) else { return nil }
  return bounded(aroundChanges(pieces))
}

/// Lines that stand in one and not in the other, in reading order. What differs beyond a few thousand lines is compared
/// from its first line to its last.
private func differing(_ old: [String], _ new: [String]) -> (cut: [String], added: [String]) {
  let head = zip(old, new).prefix { $0 == $1 }.count
  let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
  let (was, now) = (Array(old[head..<old.count - tail]), Array(new[head..<new.count - tail]))
  guard was.count + now.count <= 2_000 else { return (was, now) }
  var (cut, added): ([String], [String]) = ([], [])
  for change in now.difference(from: was) {
    switch change {
    case .remove(_, let line, _): cut.append(line)
    case .insert(_, let line, _): added.append(line)
    }
  }
  return (cut.reversed(), added)
}

/// What stayed is shortened to a few words on each side.
private func aroundChanges(_ pieces: [WordPiece]) -> [WordPiece] {
  pieces.enumerated().map { index, piece in
    let words = piece.words.split(whereSeparator: \.isWhitespace)
    guard piece.kind == .same, words.count > 10 else { return piece }
    let before = index == 0 ? [] : words.prefix(5)
    let after = index == pieces.count - 1 ? [] : words.suffix(5)
    let kept = (before + ["…"] + after).joined(separator: " ")
    return WordPiece(kind: .same, words: kept)
  }
}

/// As much as somebody reads: some 2,000 characters.
private func bounded(_ pieces: [WordPiece]) -> [WordPiece] {
  var left = 2_000
  var kept: [WordPiece] = []
  for piece in pieces {
    guard left > 0 else { break }
    let words = piece.words.count > left ? String(piece.words.prefix(left)) + "…" : piece.words
    kept.append(WordPiece(kind: piece.kind, words: words))
    left -= words.count
  }
  return kept
}

extension PageChange {
  /// What changed, in a line: `“4 June” became “11 June”; now also “adjourned”`.
  public var inWords: String {
    guard !words.isEmpty else { return "the file is another one" }
    var parts: [String] = []
    var cut: String?
    for piece in words + [WordPiece(kind: .same, words: "")] {
      let quote = "“\(inALine(piece.words))”"
      switch (piece.kind, cut) {
      case (.cut, let before?): (cut, _) = (quote, parts.append("no longer \(before)"))
      case (.cut, nil): cut = quote
      case (.added, let before?): (cut, _) = (nil, parts.append("\(before) became \(quote)"))
      case (.added, nil): parts.append("now also \(quote)")
      case (.same, let before?): (cut, _) = (nil, parts.append("no longer \(before)"))
      case (.same, nil): break
      }
    }
    let more = parts.count > 3 ? "; and \(parts.count - 3) more" : ""
    return parts.prefix(3).joined(separator: "; ") + more
  }
}

private func inALine(_ words: String) -> String {
  let plain = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return plain.count > 120 ? String(plain.prefix(119)) + "…" : plain
}
