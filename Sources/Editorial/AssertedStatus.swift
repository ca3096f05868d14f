import TextAnalysis

/// What a dated statement says of a matter: "plans to appeal" says that an appeal is announced.
public struct AssertedStatus: Hashable, Sendable {
  /// Kind of matter.
  public let kind: String
  public let status: String
  /// The words or the rule that say so.
  public let because: String
}

/// What a statement that `rule` found asserts of a matter; of the given kind, or of any where none is given.
///
/// The rule says it where a status names that rule, and words decide between several such statuses. Else words do, and
/// of several the one that comes last in the course of things. Nil when nothing can be said, also of what is denied or
/// only thought of.
public func assertedStatus(rule: String, words: String, of kind: MatterKind?) -> AssertedStatus? {
  let tokens = phraseTokens(words)
  for kind in kind.map({ [$0] }) ?? MatterKind.all {
    let named = kind.statuses.filter { $0.rules.contains(rule) }
    guard let first = named.first else { continue }
    let (said, phrase) = lastSaid(of: named, by: tokens) ?? (first, nil)
    return AssertedStatus(
      kind: kind.name, status: said.name,
      because: phrase.map { "“\($0.joined(separator: " "))”" } ?? "the rule \(rule)")
  }
  guard let kind else { return clearlySaid(by: tokens) }
  return lastSaid(of: kind.statuses, by: tokens).map { status, phrase in
    AssertedStatus(
      kind: kind.name, status: status.name, because: "“\((phrase ?? []).joined(separator: " "))”")
  }
}

extension Matter {
  /// The status of this matter that a statement asserts; nil when nothing can be said.
  public func asserted(rule: String, words: String) -> String? {
    MatterKind.all.first { $0.name == kind }.flatMap {
      assertedStatus(rule: rule, words: words, of: $0)?.status
    }
  }
}

/// Where the kind is not known, only the longest phrase of several words counts.
private func clearlySaid(by tokens: [String]) -> AssertedStatus? {
  var best: AssertedStatus?
  var length = 1
  for kind in MatterKind.all {
    for status in kind.statuses {
      for phrase in status.phrases where phrase.count > length && isSaid(phrase, by: tokens) {
        length = phrase.count
        best = AssertedStatus(
          kind: kind.name, status: status.name, because: "“\(phrase.joined(separator: " "))”")
      }
    }
  }
  return best
}

/// The last of these statuses that the words speak of, by its longest phrase.
private func lastSaid(
  of statuses: [MatterStatus], by tokens: [String]
) -> (status: MatterStatus, phrase: [String]?)? {
  for status in statuses.reversed() {
    let said = status.phrases.filter { isSaid($0, by: tokens) }
    if let longest = said.max(by: { $0.count < $1.count }) { return (status, longest) }
  }
  return nil
}

/// Whether the words say it, and neither deny it nor only think of it.
private func isSaid(_ phrase: [String], by tokens: [String]) -> Bool {
  places(of: phrase, in: tokens).contains { start in
    let before = tokens[max(0, start - 3)..<start]
    return !before.contains { doubts.contains($0) }
  }
}

/// Words shortly before a phrase that take it back. The "t" is what is left of "wasn't".
private let doubts: Set<String> = [
  "not", "never", "no", "nor", "without", "if", "unless", "could", "would", "might", "should", "cannot", "t",
  "yet", "denied", "whether", "until", "before",
]
