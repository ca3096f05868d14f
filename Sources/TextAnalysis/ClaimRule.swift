/// A rule with its patterns.
struct ClaimRule: Sendable {
  enum Tense: Sendable {
    /// A state: true when written, of no day.
    case present
    /// Something to come: a day that the words name and that is over makes it history.
    case future
    /// As `future`, and nothing without a day to come.
    case dated
  }

  let rule: Rule
  let tense: Tense
  /// Whether it speaks only where no narrower rule does.
  let isGeneral: Bool
  let patterns: [Pattern]
  /// Words anywhere in the sentence that make it something else.
  let unless: Patterns
  /// Whether its own patterns speak of what is not so, so that "not" inside a match is no denial of it.
  let mayDeny: Bool

  init(
    _ name: String, _ kind: ClaimKind, _ tense: Tense, because reason: String,
    finds example: String,
    leaves counterExample: String, general: Bool = false, _ patterns: [String],
    unless: [String] = []
  ) {
    rule = Rule(
      name: name, kind: kind, reason: reason, example: example, counterExample: counterExample)
    self.tense = tense
    isGeneral = general
    self.patterns = patterns.map { Pattern($0) }
    self.unless = Patterns(unless)
    mayDeny = patterns.contains { $0.split { $0 == " " || $0 == "|" }.contains("not") }
  }
}

/// Every rule, narrow ones first: where two rules of a kind match in one sentence, the earlier one speaks.
public let claimRules: [Rule] = allClaimRules.map(\.rule)

let allClaimRules: [ClaimRule] =
  courtRules + inquiryRules + dangerRules + publicRules + businessRules + generalRules

/// The patterns of all rules, then those of the doubts that are more than a word.
let claimPatterns = Patterns(allClaimRules.flatMap(\.patterns) + doubtPhrases.map { Pattern($0.line) })
/// Which rule each pattern is of.
let claimPatternRules = allClaimRules.indices.flatMap { rule in
  Array(repeating: rule, count: allClaimRules[rule].patterns.count)
}
/// Which doubt each pattern behind those is of.
let doubtsOfPatterns = doubtPhrases.map(\.doubt)

private let doubtPhrases = claimDoubts.enumerated().flatMap { doubt, all in
  all.patterns.filter { $0.contains(" ") }.map { (doubt: doubt, line: $0) }
}

/// The doubts that a single word raises, as bits.
let doubtWords = WordTable<Int>(
  claimDoubts.enumerated().flatMap { doubt, all in
    all.patterns.filter { !$0.contains(" ") }.flatMap { $0.split(separator: "|") }.map {
      (WordKey($0), doubt)
    }
  }.reduce(into: [WordKey: Int]()) { $0[$1.0, default: 0] |= 1 << $1.1 }.map { ($0.key, $0.value) })
