extension Layout {
  /// The items under a section's heading, and the line at which the section ends.
  func readItems(under heading: SectionHeading, at headingLine: Int) -> (items: [Passage], end: Int) {
    var items = ItemList()
    if !heading.rest.isEmpty {
      if let words = source.wordsAfterBullet(at: heading.rest.start, before: heading.rest.end, .section) {
        items.begin(Span(words, heading.rest.end), bulleted: true)
      } else {
        items.begin(heading.rest, bulleted: false)
      }
    }
    var line = headingLine + 1
    if items.isEmpty, line < lines.count,
      lines.isUnderline(line, of: 0x2D) || lines.isUnderline(line, of: 0x3D)
    {
      line += 1
    }
    var afterBlank = false
    while line < lines.count {
      let content = lines.content(line)
      if content.isEmpty {
        afterBlank = true
        line += 1
        continue
      }
      if self.heading(at: line) != nil || source.markdownHeading(lines[line]) != nil
        || lines.isRule(line)
      {
        break
      }
      if let words = source.wordsAfterBullet(at: content.start, before: content.end, .section) {
        if !items.bulleted, items.count == 1, items.lastEndsWithColon(source) { items.dropLast() }
        items.begin(Span(words, content.end), bulleted: true)
      } else if items.bulleted {
        guard !afterBlank || lines.indent(line) >= 2 else { break }
        items.extend(content)
      } else if afterBlank, !items.isEmpty {
        guard items.count == 1 || items.spaced, splitSentences(content, in: source).sentences.count <= 2
        else {
          break
        }
        items.spaced = true
        items.begin(content, bulleted: false)
      } else if !items.isEmpty, !items.lastIsClosed(source), startsSmall(content) {
        items.extend(content)
      } else {
        guard !items.spaced || afterBlank else { break }
        items.begin(content, bulleted: false)
      }
      afterBlank = false
      line += 1
    }
    return (items.passages(source), line)
  }

  /// Words around the story: what follows the heading on its line, else the bullets below it, or the lines up to the
  /// next blank one as one piece.
  func readAround(_ heading: SectionHeading, at headingLine: Int) -> (items: [Passage], end: Int) {
    var items = ItemList()
    var line = headingLine + 1
    if !heading.rest.isEmpty { items.begin(heading.rest, bulleted: false) }
    while line < lines.count {
      let content = lines.content(line)
      if content.isEmpty {
        // A blank line may stand between a heading and what is below it.
        guard items.isEmpty, line == headingLine + 1 else { break }
      } else if self.heading(at: line) != nil || source.markdownHeading(lines[line]) != nil
        || lines.isRule(line)
      {
        break
      } else if let words = source.wordsAfterBullet(at: content.start, before: content.end, .section) {
        guard items.isEmpty || items.bulleted else { break }
        items.begin(Span(words, content.end), bulleted: true)
      } else if items.isEmpty {
        items.begin(content, bulleted: false)
      } else {
        guard heading.rest.isEmpty || startsSmall(content) else { break }
        items.extend(content)
      }
      line += 1
    }
    return (items.passages(source), line)
  }

  private func startsSmall(_ span: Span) -> Bool { source.letter(at: span.start)?.scalar.isLower == true }
}

/// Items as they grow line by line.
private struct ItemList {
  private var items: [[Span]] = []
  /// Whether items have bullets, so that an unmarked line belongs to the item above it.
  private(set) var bulleted = false
  /// Whether blank lines stand between items without bullets.
  var spaced = false

  var isEmpty: Bool { items.isEmpty }
  var count: Int { items.count }

  mutating func begin(_ words: Span, bulleted: Bool) {
    items.append(words.isEmpty ? [] : [words])
    if bulleted { self.bulleted = true }
  }

  mutating func extend(_ words: Span) {
    guard !items.isEmpty else { return begin(words, bulleted: false) }
    items[items.count - 1].append(words)
  }

  mutating func dropLast() { items.removeLast() }

  func lastEndsWithColon(_ source: Source) -> Bool {
    items.last?.last.map { source.byte($0.end - 1) == 0x3A } ?? false
  }

  func lastIsClosed(_ source: Source) -> Bool {
    items.last?.last.map { source.endsSentence($0) } ?? false
  }

  func passages(_ source: Source) -> [Passage] {
    items.compactMap { pieces in
      guard let first = pieces.first, let last = pieces.last else { return nil }
      let span = Span(first.start, last.end)
      guard source.hasLetterOrDigit(span), !saysNone(span, source) else { return nil }
      return Passage(span: span, words: pieces.map(source.string).joined(separator: " "))
    }
  }

  /// "None", "None known.", "N/A": somebody filled in the form, and there is nothing.
  private func saysNone(_ span: Span, _ source: Source) -> Bool {
    guard span.end - span.start <= 40 else { return false }
    var words = source.bytes[span.start..<span.end].map(lowered)
    while let last = words.last, !isASCIILetter(last) { words.removeLast() }
    while let first = words.first, !isASCIILetter(first) { words.removeFirst() }
    return nothings.contains(String(decoding: words, as: UTF8.self))
  }
}

private let nothings: Set<String> = [
  "none", "none known", "none found", "none identified", "none noted", "none so far", "none at this time",
  "none yet", "n/a", "na", "n.a", "nil", "nothing", "nothing known", "nothing found", "not applicable",
  "no contradictions", "no contradictions found", "no contradictions known", "no known contradictions",
  "no contradiction", "no key points",
]
