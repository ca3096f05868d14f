import TextAnalysis
import Wire

/// A rule by the name that findings show, that switches it off, and that `--explain` takes.
struct CheckRule: Encodable, Sendable {
  let name: String
  let level: Level
  /// What it looks for, in the words of the trade.
  let kind: String
  /// Why it asks, as a clause.
  let reason: String
  /// A text in which it finds something, and one that it leaves alone.
  let example: String
  let counterExample: String
}

/// Every rule that `stet check` can show. Those that hold two stories against each other are not among them: files are
/// looked at one by one.
let ruleBook: [CheckRule] =
  claimRules.map(CheckRule.init) + contradictionRules.filter { $0.kind != .archive }.map(CheckRule.init)
  + [spentRule, unreadRule] + commentRules

private let rulesByName = Dictionary(ruleBook.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

/// What a family can be called, without its `*`: a text may hold very many names, and each is looked up here.
private let beginningsOfRules = Set(
  ruleBook.flatMap { rule in (0...rule.name.count).map { String(rule.name.prefix($0)) } })

func rule(named name: String) -> CheckRule? { rulesByName[name] }

extension CheckRule {
  init(_ rule: Rule) {
    self.init(
      name: rule.name, level: .claim, kind: words(rule: rule.name, kind: rule.kind), reason: rule.reason,
      example: rule.example, counterExample: rule.counterExample)
  }

  init(_ rule: ContradictionRule) {
    self.init(
      name: rule.name, level: stet.level(of: rule.name, rule.kind), kind: words(rule.kind),
      reason: rule.reason, example: rule.example.joined(separator: "\n\n"),
      counterExample: rule.counterExample.joined(separator: "\n\n"))
  }
}

/// Of a contradiction: a slip, but for accounts that the text itself calls disputed, and for what the body only leaves out.
func level(of rule: String, _ kind: ContradictionKind) -> Level {
  switch kind {
  case .disputed: .disputed
  case .internal, .archive: rule == "key-point.unsupported" ? .note : .slip
  }
}

/// The name of a rule, or of a family of rules with `*` at its end: `appeal.*`.
struct RuleName: Hashable, Sendable {
  let spelling: String

  var isFamily: Bool { spelling.hasSuffix("*") }

  func covers(_ rule: String) -> Bool {
    isFamily ? rule.hasPrefix(spelling.dropLast()) : rule == spelling
  }

  var isKnown: Bool {
    isFamily
      ? beginningsOfRules.contains(String(spelling.dropLast())) : rulesByName[spelling] != nil
  }

  /// The names of the rules that it covers.
  var rules: [String] {
    isFamily ? ruleBook.map(\.name).filter(covers) : isKnown ? [spelling] : []
  }

  /// That there is no such rule, as a clause.
  var isNoRule: String { "\"\(shown(spelling))\" is no rule" }

  /// The same, with what is near.
  var unknown: String {
    let near = nearestRules(to: spelling)
    return isNoRule + (near.isEmpty ? "" : "; near it: \(enumerated(near, last: "or"))")
  }
}

/// Where all names of rules are.
let whereRulesAre = "All rules: stet check --rules"

/// Names that begin like the word, or that a few letters make of it; at most three, the nearest first.
func nearestRules(to word: String) -> [String] {
  let stem = word.hasSuffix("*") ? String(word.dropLast()) : word
  let ranked = ruleBook.map { rule in
    (name: rule.name, distance: rule.name.hasPrefix(stem) ? 0 : editDistance(stem, rule.name))
  }
  let near = ranked.filter { $0.distance <= max(2, stem.count / 3) }
  return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
}
