/// A rule with its patterns.
struct ClaimRule: Sendable {
  enum Tense: Sendable {
    /// A state: true when written, of no day.
    case present
    /// As `present`, and nothing of a day long over: "closed in 1998".
    case fresh
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
    _ name: String, _ kind: ClaimKind, _ tense: Tense, because reason: String,
    finds example: String,
    leaves counterExample: String, general: Bool = false, _ patterns: [String],
    unless: [String] = []
  ) {
    rule = Rule(
      name: name, kind: kind, reason: reason, example: example, counterExample: counterExample)
    self.tense = tense
    isGeneral = general
    self.patterns = patterns.flatMap(linesWithoutChoice).map { Pattern($0) }
    self.unless = unless.map { Pattern($0) }
    mayDeny = patterns.contains { $0.split { $0 == " " || $0 == "|" }.contains("not") }
  }
}

/// "on|@" is a word or a date, and "a|#" a word or a number: a line for each.
private func linesWithoutChoice(_ line: String) -> [String] {
  let parts = line.split(separator: " ")
  for (place, part) in parts.enumerated() where part.contains("|") {
    let choices = part.split(separator: "|")
    let signs = choices.filter { $0 == "@" || $0 == "#" }
    guard !signs.isEmpty else { continue }
    let words = choices.filter { $0 != "@" && $0 != "#" }.joined(separator: "|")
    return ([words[...]] + signs).filter { !$0.isEmpty }.flatMap { choice in
      var parts = parts
      parts[place] = choice
      return linesWithoutChoice(parts.joined(separator: " "))
    }
  }
  return [line]
}

/// Every rule, narrow ones first: where two rules of a kind match in one sentence, the earlier one speaks.
public let claimRules: [Rule] = allClaimRules.map(\.rule)

let allClaimRules: [ClaimRule] =
  courtRules + custodyRules + inquiryRules + dangerRules + emergencyRules + publicRules + businessRules
  + generalRules

/// The patterns of all rules, those of the doubts that are more than a word, and those that make a sentence
/// something else than a rule speaks of.
let claimPatterns = Patterns(
  allClaimRules.flatMap(\.patterns) + doubtPhrases.map { Pattern($0.line) } + allClaimRules.flatMap(\.unless))
/// Which rule each pattern is of.
let claimPatternRules = allClaimRules.indices.flatMap { rule in
  Array(repeating: rule, count: allClaimRules[rule].patterns.count)
}
/// Which doubt each pattern behind those is of.
let doubtsOfPatterns = doubtPhrases.map(\.doubt)

/// Which rule each pattern behind those does not go with.
let rulesOfUnless = allClaimRules.indices.flatMap { rule in
  Array(repeating: rule, count: allClaimRules[rule].unless.count)
}

private let doubtPhrases = claimDoubts.enumerated().flatMap { doubt, all in
  all.patterns.filter { $0.contains(" ") }.map { (doubt: doubt, line: $0) }
}
