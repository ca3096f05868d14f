import TextAnalysis

/// What somebody said of a finding of the engine.
public enum Judgement: Hashable, Sendable {
  /// A contradiction that is confirmed and has no outcome yet.
  case confirmed
  case settled(ContradictionOutcome)
  /// A claim that does not go out of date.
  case dismissed
  case answered(FollowUpOutcome)

  /// From the word under which it is stored; nil for any other.
  public init?(_ word: String) {
    switch word {
    case "open": self = .confirmed
    case "dismissed": self = .dismissed
    default:
      if let outcome = ContradictionOutcome(rawValue: word) {
        self = .settled(outcome)
      } else if let outcome = FollowUpOutcome(rawValue: word) {
        self = .answered(outcome)
      } else {
        return nil
      }
    }
  }

  public var word: String {
    switch self {
    case .confirmed: "open"
    case .settled(let outcome): outcome.rawValue
    case .dismissed: "dismissed"
    case .answered(let outcome): outcome.rawValue
    }
  }

  /// Whether it was right to show the finding.
  public var bearsOut: Bool {
    switch self {
    case .confirmed: true
    case .dismissed: false
    case .settled(let outcome):
      switch outcome {
      case .bothReported, .fixedHere, .correctPublished, .superseded, .cut, .unverifiedAndSaidSo: true
      case .differentScope, .rounding, .notAContradiction: false
      }
    case .answered(let outcome):
      switch outcome {
      case .stands, .updated, .overtaken, .wrong, .unresolved: true
      case .leftAsDated: false
      }
    }
  }
}

/// How the findings of a rule were judged, on one desk or on all.
public struct RuleRecord: Hashable, Sendable {
  public let judgements: [Judgement: Int]

  public init(_ judgements: [Judgement: Int]) { self.judgements = judgements }

  public var confirmed: Int { judgements.filter(\.key.bearsOut).values.reduce(0, +) }
  public var settled: Int { judgements.values.reduce(0, +) }
  /// By the word for it, the most frequent first.
  public var dismissed: [(word: String, count: Int)] {
    judgements.filter { !$0.key.bearsOut }.map { (word: $0.key.word, count: $0.value) }
      .sorted { ($1.count, $0.word) < ($0.count, $1.word) }
  }

  /// Percent of what was settled that was confirmed, rounded down. Nil below five: a few cases show nothing.
  public var precision: Int? { settled >= RuleRecord.fewest ? confirmed * 100 / settled : nil }

  /// Findings below which there is no precision.
  public static let fewest = 5

  /// Whether a desk sees its findings only when it asks for them.
  public func isQuiet(under bound: Policy.QuietBelow) -> Bool {
    settled >= bound.settled && confirmed * 100 < bound.percent * settled
  }
}

/// The rules that find something by themselves, with the word for what they find. What a draft brings with it is no finding.
public let findingRules: [String: String] = Dictionary(
  claimRules.map { ($0.name, $0.kind.rawValue) }
    + contradictionRules.filter { !$0.name.hasPrefix("brought.") }.map { ($0.name, $0.kind.rawValue) },
  uniquingKeysWith: { first, _ in first })

/// Refuses a name that is none of a rule, with the nearest one that is.
public func mustBeRule(_ name: String) throws {
  guard findingRules[name] == nil else { return }
  let near = nearestWord(to: name, among: findingRules.keys.sorted())
  throw Refusal(
    .missing, "rule",
    "There is no rule “\(shortened(name))”" + (near.map { "; did you mean \($0)?" } ?? "."),
    next: ["stet rules"])
}
