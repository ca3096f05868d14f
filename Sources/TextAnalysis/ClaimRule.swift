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
  let unless: [Pattern]
  /// Whether its own patterns speak of what is not so, so that "not" inside a match is no denial of it.
  let mayDeny: Bool

  init(
    _ name: String, _ kind: ClaimKind, _ tense: Tense, because reason: String, finds example: String,
    leaves counterExample: String, general: Bool = false, _ patterns: [String], unless: [String] = []
  ) {
    rule = Rule(name: name, kind: kind, reason: reason, example: example, counterExample: counterExample)
    self.tense = tense
    isGeneral = general
    self.patterns = patterns.map(Pattern.init)
    self.unless = unless.map(Pattern.init)
    mayDeny = self.patterns.contains { $0.names("not") }
  }
}

/// Every rule, narrow ones first: where two rules of a kind match in one sentence, the earlier one speaks.
public let claimRules: [Rule] = allClaimRules.map(\.rule)

let allClaimRules: [ClaimRule] =
  courtRules + inquiryRules + dangerRules + publicRules + businessRules + generalRules

/// The patterns by the word that they begin with, so that a sentence is read once and not once per pattern.
struct PatternIndex: Sendable {
  struct Entry: Sendable {
    let rule: Int
    let pattern: Pattern
  }

  let byOpening: [String: [Entry]]
  let openOnes: [Entry]

  init(_ rules: [ClaimRule]) {
    var byOpening: [String: [Entry]] = [:]
    var openOnes: [Entry] = []
    for (number, rule) in rules.enumerated() {
      for pattern in rule.patterns {
        let entry = Entry(rule: number, pattern: pattern)
        if pattern.openings.isEmpty { openOnes.append(entry) }
        for word in pattern.openings { byOpening[word, default: []].append(entry) }
      }
    }
    self.byOpening = byOpening
    self.openOnes = openOnes
  }

  func candidates(_ word: String) -> [Entry] { (byOpening[word] ?? []) + openOnes }
}

let claimPatterns = PatternIndex(allClaimRules)
