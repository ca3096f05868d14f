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
    _ name: String, _ kind: ClaimKind, _ tense: Tense, because reason: String, finds example: String,
    leaves counterExample: String, general: Bool = false, _ patterns: [String], unless: [String] = []
  ) {
    rule = Rule(name: name, kind: kind, reason: reason, example: example, counterExample: counterExample)
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

/// The patterns of all rules, and which rule each is of.
let claimPatterns = Patterns(allClaimRules.flatMap(\.patterns))
let claimPatternRules = allClaimRules.indices.flatMap { rule in
  Array(repeating: rule, count: allClaimRules[rule].patterns.count)
}
