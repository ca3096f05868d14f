/// Words in a row, written as one line: `plans|plan to ~2 appeal`.
///
/// - `a|b` is one of these words, `*ed`, `*ing` and `*ly` any word that ends so, `A` any word with a capital,
///   `_` any word without one;
/// - `a?` may be missing; `~3` is up to three words of any kind without a comma or another sign;
/// - `#` is a number, `@` a date or period;
/// - `!a|b` looks at the next word without taking it: it must not be one of these; `<!a|b` looks at the one
///   before; `^` is the beginning of the sentence, `$` its end, signs left aside;
/// - a line that begins with `?` is a hint: it speaks for something and does not suffice alone;
/// - `{be}` and its like are the sets of `WordSets.swift`.
struct Pattern: Sendable {
  enum Element: Hashable, Sendable {
    case words([String], endings: Token.Shape, optional: Bool)
    /// None of these words stands `offset` tokens from here.
    case unless([String], endings: Token.Shape, offset: Int)
    case gap(Int)
    case number
    case date
    case capital
    case small
    case beginning
    case end
  }

  /// The line that it was read from.
  let line: String
  /// Whether it speaks for something and does not suffice alone.
  let isHint: Bool
  let elements: [Element]
  /// The words of the element that is looked for first, because they are the rarest; empty when there is none.
  let anchors: [WordKey]
  /// What is looked for first where no word is: a number, or a date.
  let anchorsOnNumber: Bool
  /// False for a pattern that could stand anywhere, and is never found.
  let hasAnchor: Bool
  /// The element that is looked for first.
  let anchor: Int
  /// The fewest and the most tokens before the anchor.
  let before: ClosedRange<Int>

  init(_ line: String) {
    self.line = line
    let all = line.split(separator: " ")
    isHint = all.first == "?"
    let parts = isHint ? Array(all.dropFirst()) : all
    let words = parts.map(Pattern.words)
    elements = zip(parts, words).map(Pattern.element)
    // Of words that are equally rare the last says most: "plans to appeal".
    var best: (index: Int, cost: Int)?
    for (index, part) in parts.enumerated() where Pattern.canAnchor(part) {
      let cost =
        switch part {
        case "#": commonnessOfNumbers
        case "@": commonnessOfDates
        default: commonness(of: words[index], [])
        }
      if best.map({ cost <= $0.cost }) ?? true { best = (index, cost) }
    }
    anchor = best?.index ?? 0
    hasAnchor = best != nil
    let part = best.map { parts[$0.index] } ?? ""
    anchorsOnNumber = part == "#"
    anchors = best == nil || part == "#" || part == "@" ? [] : words[anchor].map { WordKey($0) }
    before = Pattern.length(of: parts[..<anchor])
  }

  private static func isOptional(_ part: Substring) -> Bool { part.hasSuffix("?") && part.utf8.count > 1 }

  private static func canAnchor(_ part: Substring) -> Bool {
    switch part.utf8.first {
    case UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "<"): false
    default:
      !isOptional(part) && !["^", "$", "A", "_"].contains(part) && !part.utf8.contains(UInt8(ascii: "*"))
    }
  }

  /// The words that a part of a line names, sets written out.
  private static func words(_ part: Substring) -> [String] {
    var part = part
    if part.hasPrefix("<") { part = part.dropFirst() }
    if part.hasPrefix("!") { part = part.dropFirst() }
    if isOptional(part) { part = part.dropLast() }
    return part.split(separator: "|").filter { !$0.hasPrefix("*") }.flatMap { word in
      wordSets[String(word)] ?? [String(word)]
    }
  }

  private static func endings(_ part: Substring) -> Token.Shape {
    guard part.utf8.contains(UInt8(ascii: "*")) else { return [] }
    var result: Token.Shape = []
    for word in part.split(whereSeparator: { "|!<?".contains($0) }) {
      switch word {
      case "*ed": result.insert(.endsED)
      case "*ing": result.insert(.endsING)
      case "*ly": result.insert(.endsLY)
      default: break
      }
    }
    return result
  }

  private static func element(_ part: Substring, _ words: [String]) -> Element {
    switch part {
    case "#": return .number
    case "@": return .date
    case "^": return .beginning
    case "$": return .end
    case "A": return .capital
    case "_": return .small
    default: break
    }
    if part.hasPrefix("~") { return .gap(decimal(Array(part.utf8.dropFirst())[...]) ?? 0) }
    if part.hasPrefix("<!") { return .unless(words, endings: endings(part), offset: -1) }
    if part.hasPrefix("!") { return .unless(words, endings: endings(part), offset: 0) }
    return .words(words, endings: endings(part), optional: isOptional(part))
  }

  /// The fewest and the most tokens that parts of a line can take.
  private static func length(of parts: ArraySlice<Substring>) -> ClosedRange<Int> {
    var least = 0
    var most = 0
    for part in parts {
      if part.hasPrefix("~") {
        most += decimal(Array(part.utf8.dropFirst())[...]) ?? 0
      } else if part == "^" || part == "$" || part.hasPrefix("!") || part.hasPrefix("<!") {
        continue
      } else {
        if !isOptional(part) { least += 1 }
        most += part == "@" ? longestDate : 1
      }
    }
    return least...most
  }
}

/// Tokens that a date takes at most, where a pattern has one before its anchor.
private let longestDate = 8

/// Roughly how many of 10,000 words and signs in news are one of these; nothing for rare words.
func commonness(of words: [String], _ endings: Token.Shape) -> Int {
  words.reduce(endings.isEmpty ? 0 : 300) { $0 + (commonWords[WordKey($1)] ?? 0) }
}

let commonnessOfNumbers = 250
let commonnessOfDates = 180

private let commonWords = WordTable<Int>([
  "the . ,": 500,
  "to of a in and \"": 200,
  "for said that is on it was with": 50,
  """
  by from at as has be he have an will his are its been were this not but they had or year new % would about who 's
  """: 20,
  """
  share two after we their also government people one : more last all president other up over united if no there
  states i first police than out company million
  """: 10,
  """
  when into some state three time so could our now against only any through group before country between because
  many off home market made including national back security under being world still federal today says since may
  party week most business according third announced those ; next told expected where should military force take
  war these just during very killed both do then set plan going plans agreed expects until court held decided due
  seeking wants
  """: 5,
])
