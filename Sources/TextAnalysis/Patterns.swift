/// Patterns that are looked for together, each only where its rarest word stands.
///
/// All of them are laid out in three flat arrays, so that looking for them counts no references and allocates
/// nothing.
struct Patterns: Sendable {
  private enum Kind: UInt8 { case words, unless, gap, number, date, capital, small, beginning, end }

  private struct Step {
    var kind: Kind
    var isOptional = false
    var endings: Token.Shape = []
    /// Of a gap, its most tokens; of `unless`, where it looks.
    var count: Int32 = 0
    /// Where the hash table of its words stands in `slots`, and its size less one.
    var table: Int32 = 0
    var mask: Int32 = -1
  }

  private struct Line {
    let first: Int
    let anchor: Int
    let last: Int
    let leastBefore: Int
    let mostBefore: Int
  }

  private struct Candidates {
    let first: Int
    let last: Int
  }

  let all: [Pattern]
  private var steps: [Step] = []
  private var slots: [UInt64] = []
  private var lines: [Line] = []
  private let byWord: WordTable<Candidates>
  private let candidates: [Int]
  private let onNumbers: [Int]
  private let onDates: [Int]

  init(_ lines: [String]) { self.init(lines.map { Pattern($0) }) }

  init(_ patterns: [Pattern]) {
    all = patterns
    var lists: [WordKey: [Int]] = [:]
    for (index, pattern) in patterns.enumerated() {
      for key in Set(pattern.anchors) { lists[key, default: []].append(index) }
    }
    var flat: [Int] = []
    var table: [(WordKey, Candidates)] = []
    for (key, list) in lists {
      table.append((key, Candidates(first: flat.count, last: flat.count + list.count)))
      flat += list
    }
    candidates = flat
    byWord = WordTable(table)
    onNumbers = patterns.indices.filter { patterns[$0].anchors.isEmpty && patterns[$0].anchorsOnNumber }
    onDates = patterns.indices.filter {
      patterns[$0].anchors.isEmpty && patterns[$0].hasAnchor && !patterns[$0].anchorsOnNumber
    }
    var tables: [[UInt64]: Int32] = [:]
    for pattern in patterns {
      let first = steps.count
      for element in pattern.elements { steps.append(step(element, &tables)) }
      lines.append(
        Line(
          first: first, anchor: first + pattern.anchor, last: steps.count,
          leastBefore: pattern.before.lowerBound,
          mostBefore: pattern.before.upperBound))
    }
  }

  private mutating func step(_ element: Pattern.Element, _ tables: inout [[UInt64]: Int32]) -> Step {
    switch element {
    case .words(let words, let endings, let optional):
      var step = Step(kind: .words, isOptional: optional, endings: endings)
      add(words, to: &step, &tables)
      return step
    case .unless(let words, let endings, let offset):
      var step = Step(kind: .unless, endings: endings, count: Int32(clamping: offset))
      add(words, to: &step, &tables)
      return step
    case .gap(let most): return Step(kind: .gap, count: Int32(clamping: most))
    case .number: return Step(kind: .number)
    case .date: return Step(kind: .date)
    case .capital: return Step(kind: .capital)
    case .small: return Step(kind: .small)
    case .beginning: return Step(kind: .beginning)
    case .end: return Step(kind: .end)
    }
  }

  private mutating func add(_ words: [String], to step: inout Step, _ tables: inout [[UInt64]: Int32]) {
    let table = WordSet(words).slots
    step.mask = Int32(clamping: table.count - 1)
    // Many steps have the same words: one table for all of them stays in the processor's cache.
    if let known = tables[table] {
      step.table = known
      return
    }
    step.table = Int32(clamping: slots.count)
    tables[table] = step.table
    slots += table
  }

  // MARK: Looking

  /// Calls `found` with the index of each pattern that matches and the tokens of the match, in no set order; the
  /// same match can come twice.
  @inline(__always)
  func matches(in sentence: ReadSentence, _ found: (Int, Range<Int>) -> Void) {
    guard !all.isEmpty else { return }
    let tokens = sentence.tokens.span
    for i in tokens.indices {
      if let some = byWord[tokens[i].key] {
        for index in some.first..<some.last { look(for: candidates[index], at: i, sentence, found) }
      }
      if !onNumbers.isEmpty, sentence.isNumber(i) {
        for index in onNumbers { look(for: index, at: i, sentence, found) }
      }
    }
    guard !onDates.isEmpty else { return }
    for time in sentence.times {
      for index in onDates { look(for: index, at: time.tokens.lowerBound, sentence, found) }
    }
  }

  /// The tokens of the first match; nil when there is none.
  func first(in sentence: ReadSentence) -> Range<Int>? {
    var best: Range<Int>?
    matches(in: sentence) { _, range in
      if best.map({ range.lowerBound < $0.lowerBound }) ?? true { best = range }
    }
    return best
  }

  func match(_ sentence: ReadSentence) -> Bool { first(in: sentence) != nil }

  /// Each match whose anchor is the token at `anchor`.
  @inline(__always)
  private func look(
    for index: Int, at anchor: Int, _ sentence: ReadSentence, _ found: (Int, Range<Int>) -> Void
  ) {
    let line = lines[index]
    let tokens = sentence.tokens.span
    // What stands behind the anchor decides most often, and does not depend on where the match begins.
    let end = self.end(of: line.anchor, line.last, tokens, anchor, sentence)
    guard end > anchor else { return }
    var start = max(0, anchor - line.mostBefore)
    while start <= anchor - line.leastBefore {
      if line.first == line.anchor
        || self.end(of: line.first, line.anchor, tokens, start, sentence, target: anchor) >= 0
      {
        found(index, start..<end)
      }
      start += 1
    }
  }

  /// The token behind what the steps match from a token on; -1 when they do not, or do not end at the target.
  private func end(
    of step: Int, _ last: Int, _ tokens: Swift.Span<Token>, _ position: Int, _ sentence: ReadSentence,
    target: Int = -1
  ) -> Int {
    var step = step
    var position = position
    while step < last {
      let now = steps[step]
      switch now.kind {
      case .words:
        let fits = position < tokens.count && self.fits(tokens[position], now)
        if now.isOptional {
          if fits {
            let end = self.end(of: step + 1, last, tokens, position + 1, sentence, target: target)
            if end >= 0 { return end }
          }
        } else {
          guard fits else { return -1 }
          position += 1
        }
      case .unless:
        let at = position + Int(now.count)
        if at >= 0, at < tokens.count, fits(tokens[at], now) { return -1 }
      case .number:
        guard position < tokens.count, sentence.isNumber(position) else { return -1 }
        position += 1
      case .date:
        guard let time = sentence.time(startingAt: position) else { return -1 }
        position = time.tokens.upperBound
      case .capital:
        guard position < tokens.count, tokens[position].isCapital else { return -1 }
        position += 1
      case .small:
        guard position < tokens.count, tokens[position].isWord, !tokens[position].isCapital else { return -1 }
        position += 1
      case .beginning:
        for i in 0..<min(position, tokens.count) where tokens[i].isWord { return -1 }
      case .end:
        for i in min(position, tokens.count)..<tokens.count where tokens[i].isWord { return -1 }
      case .gap:
        for skipped in 0...Int(now.count) {
          let next = position + skipped
          let end = self.end(of: step + 1, last, tokens, next, sentence, target: target)
          if end >= 0 { return end }
          guard next < tokens.count, tokens[next].joinsWords else { return -1 }
        }
        return -1
      }
      step += 1
    }
    return target >= 0 && position != target ? -1 : position
  }

  @inline(__always) private func fits(_ token: Token, _ step: Step) -> Bool {
    if !token.shape.isDisjoint(with: step.endings) { return true }
    var i = token.key.slot & Int(step.mask)
    while true {
      let key = slots[Int(step.table) + i]
      if key == 0 { return false }
      if key == token.key.hash { return true }
      i = (i + 1) & Int(step.mask)
    }
  }
}
