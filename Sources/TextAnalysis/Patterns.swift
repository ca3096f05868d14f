/// Patterns that are looked for together, each only where its rarest word stands, and only in sentences that have
/// its other rare words somewhere: most sentences lack them, and asking that is one bit.
///
/// All of them are laid out in flat arrays, so that looking for them counts no references.
final class Patterns: Sendable {
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

  /// A pattern to be looked for at a word, and what else the sentence must have for it.
  private struct Candidate {
    let line: Int32
    let needs: (UInt16, UInt16)
  }

  /// What is known of a word.
  private struct Word {
    /// Its candidates.
    var first: Int32 = 0
    var last: Int32 = 0
    /// The row of the needs that it meets; row 0 has none.
    var row: Int32 = 0
    var isNumber = false
  }

  let all: [Pattern]
  private let steps: [Step]
  /// The hash tables of the steps' words.
  private let slots: [UInt64]
  private let lines: [Line]
  private let words: WordTable<Word>
  private let candidates: [Candidate]
  /// Those of any number, and of any date.
  private let ofNumbers: Word
  private let ofDates: Word
  private let needs: Needs

  convenience init(_ lines: [String]) { self.init(lines.map { Pattern($0) }) }

  init(_ patterns: [Pattern]) {
    all = patterns
    var needs = Needs()
    let candidates = patterns.enumerated().map { index, pattern in
      Candidate(line: Int32(clamping: index), needs: needs.rarest(of: pattern))
    }
    var lists: [WordKey: [Candidate]] = [:]
    for (pattern, candidate) in zip(patterns, candidates) {
      for key in Set(pattern.anchors) { lists[key, default: []].append(candidate) }
    }
    var flat: [Candidate] = []
    var known: [WordKey: Word] = [:]
    func add(_ list: [Candidate]) -> Word {
      flat += list
      return Word(first: Int32(clamping: flat.count - list.count), last: Int32(clamping: flat.count))
    }
    for (key, list) in lists { known[key] = add(list) }
    for (key, row) in needs.layOut() { known[key, default: Word()].row = row }
    let others = zip(patterns, candidates).filter { $0.0.anchors.isEmpty && $0.0.hasAnchor }
    ofNumbers = add(others.filter(\.0.anchorsOnNumber).map(\.1))
    ofDates = add(others.filter { !$0.0.anchorsOnNumber }.map(\.1))
    if ofNumbers.first < ofNumbers.last {
      for key in countingWords.keys { known[key, default: Word()].isNumber = true }
    }
    self.candidates = flat
    self.needs = needs
    words = WordTable(known.map { ($0.key, $0.value) })
    var layout = Layout()
    lines = patterns.map { pattern in
      let first = layout.steps.count
      for element in pattern.elements { layout.add(element) }
      return Line(
        first: first, anchor: first + pattern.anchor, last: layout.steps.count,
        leastBefore: pattern.before.lowerBound, mostBefore: pattern.before.upperBound)
    }
    steps = layout.steps
    slots = layout.slots
  }

  /// Steps and the tables of their words, while they are laid out.
  private struct Layout {
    var steps: [Step] = []
    var slots: [UInt64] = []
    private var tables: [[UInt64]: Int32] = [:]

    mutating func add(_ element: Pattern.Element) {
      switch element {
      case .words(let words, let endings, let optional):
        add(words, to: Step(kind: .words, isOptional: optional, endings: endings))
      case .unless(let words, let endings, let offset):
        add(words, to: Step(kind: .unless, endings: endings, count: Int32(clamping: offset)))
      case .gap(let most): steps.append(Step(kind: .gap, count: Int32(clamping: most)))
      case .number: steps.append(Step(kind: .number))
      case .date: steps.append(Step(kind: .date))
      case .capital: steps.append(Step(kind: .capital))
      case .small: steps.append(Step(kind: .small))
      case .beginning: steps.append(Step(kind: .beginning))
      case .end: steps.append(Step(kind: .end))
      }
    }

    private mutating func add(_ words: [String], to step: Step) {
      var step = step
      let table = WordSet(words).slots
      step.mask = Int32(clamping: table.count - 1)
      // Many steps have the same words: one table for all of them stays in the processor's cache.
      if let known = tables[table] {
        step.table = known
      } else {
        step.table = Int32(clamping: slots.count)
        tables[table] = step.table
        slots += table
      }
      steps.append(step)
    }
  }

  // MARK: Looking

  /// Calls `found` with the index of each pattern that matches and the tokens of the match, in no set order; the
  /// same match can come twice.
  @inline(__always)
  func matches(in sentence: ReadSentence, _ found: (Int, Range<Int>) -> Void) {
    guard !all.isEmpty else { return }
    let tokens = sentence.tokens.span
    var places: [(token: Int32, word: Word)] = []
    places.reserveCapacity(tokens.count)
    for i in tokens.indices {
      let token = Int32(truncatingIfNeeded: i)
      let word = words[tokens[i].key]
      if let word { places.append((token, word)) }
      if word?.isNumber == true || tokens[i].shape.contains(.digits) { places.append((token, ofNumbers)) }
    }
    var row = needs.met(by: sentence)
    for place in places { needs.meet(place.word.row, &row) }
    let met = Needs.Met(row)
    for place in places where place.word.first < place.word.last {
      look(from: place.word.first, to: place.word.last, at: Int(place.token), met, sentence, found)
    }
    for time in sentence.times {
      look(from: ofDates.first, to: ofDates.last, at: time.tokens.lowerBound, met, sentence, found)
    }
  }

  @inline(__always)
  private func look(
    from first: Int32, to last: Int32, at anchor: Int, _ met: Needs.Met, _ sentence: ReadSentence,
    _ found: (Int, Range<Int>) -> Void
  ) {
    var i = next(Int(first), Int(last), met)
    while i < last {
      look(for: Int(candidates[i].line), at: anchor, sentence, found)
      i = next(i + 1, Int(last), met)
    }
  }

  /// The next candidate of which the sentence has all that it needs. By itself, because a loop as tight as this is
  /// several times as fast.
  @inline(never)
  private func next(_ first: Int, _ last: Int, _ met: Needs.Met) -> Int {
    var i = first
    while i < last, !(met.has(candidates[i].needs.0) && met.has(candidates[i].needs.1)) { i += 1 }
    return i
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

/// What patterns need besides their anchors, numbered, with what each word meets of it.
private struct Needs: Sendable {
  /// One bit per need. With more needs than bits some share one, which only costs a look in vain.
  typealias Row = SIMD16<UInt64>

  private enum Need: Hashable {
    case words(Set<String>, endings: Token.Shape)
    case number
    case date
  }

  private var numbers: [Need: UInt16] = [:]
  private var rows: [Row] = [.zero]
  /// What the eight ways in which words can end meet, then digits, then dates.
  private var ofEndings: [Row] = []
  private var ofDigits = Row.zero
  private var ofDates = Row.zero

  /// The numbers of the two rarest needs of a pattern; 0 for none.
  mutating func rarest(of pattern: Pattern) -> (UInt16, UInt16) {
    let elements = pattern.elements.enumerated().filter { $0.offset != pattern.anchor }.map(\.element)
    let needs = elements.compactMap { element -> (need: Need, commonness: Int)? in
      switch element {
      case .words(let words, let endings, optional: false):
        (.words(Set(words), endings: endings), commonness(of: words, endings))
      case .number: (.number, commonnessOfNumbers)
      case .date: (.date, commonnessOfDates)
      default: nil
      }
    }.sorted { $0.commonness < $1.commonness }.prefix(2).map { number(of: $0.need) }
    return (needs.first ?? 0, needs.dropFirst().first ?? 0)
  }

  /// From 1 up, so that 0 can be what every sentence has.
  private mutating func number(of need: Need) -> UInt16 {
    let number = numbers[need] ?? UInt16(clamping: numbers.count % 1023 + 1)
    numbers[need] = number
    return number
  }

  /// Lays out the rows, says which word has which, and forgets what only that takes.
  mutating func layOut() -> [WordKey: Int32] {
    var result: [WordKey: Int32] = [:]
    ofEndings = Array(repeating: .zero, count: 8)
    for (need, number) in numbers {
      var bit = Row.zero
      bit[Int(number &>> 6)] = 1 << UInt64(number & 63)
      var words: [WordKey] = []
      switch need {
      case .words(let all, let endings):
        words = all.map { WordKey($0) }
        for ending in 0..<8 where ending & endings.ending != 0 { ofEndings[ending] = ofEndings[ending] | bit }
      case .number:
        words = countingWords.keys
        ofDigits = ofDigits | bit
      case .date: ofDates = ofDates | bit
      }
      for word in words {
        let row = result[word] ?? Int32(clamping: rows.count)
        if Int(row) == rows.count { rows.append(.zero) }
        result[word] = row
        rows[Int(row)] = rows[Int(row)] | bit
      }
    }
    numbers = [:]
    return result
  }

  /// What a sentence meets without regard to single words.
  @inline(__always) func met(by sentence: ReadSentence) -> Row {
    var shapes: Token.Shape = []
    for token in sentence.tokens { shapes.formUnion(token.shape) }
    var met = sentence.times.isEmpty ? .zero : ofDates
    met[0] |= 1
    if shapes.contains(.digits) { met = met | ofDigits }
    return met | ofEndings[shapes.ending]
  }

  @inline(__always) func meet(_ row: Int32, _ met: inout Row) { met = met | rows[Int(row)] }

  /// A row to ask single bits of, which a vector is slow at.
  struct Met {
    private let parts: InlineArray<16, UInt64>

    @inline(__always) init(_ row: Row) { parts = InlineArray { row[$0] } }

    @inline(__always) func has(_ need: UInt16) -> Bool {
      parts[Int(need &>> 6)] &>> UInt64(need & 63) & 1 != 0
    }
  }
}

extension Token.Shape {
  /// How a word ends, 0 to 7.
  fileprivate var ending: Int { Int(rawValue &>> 7) & 7 }
}
