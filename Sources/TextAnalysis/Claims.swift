/// What kind of statement time or events can overtake.
public enum ClaimKind: String, CaseIterable, Hashable, Sendable, Codable {
  case pendingLegal = "pending-legal"
  case scheduledEvent = "scheduled-event"
  case ongoingState = "ongoing-state"
  case provisionalFigure = "provisional-figure"
  case announcedPlan = "announced-plan"
  case role
}

/// One statement that time or events can overtake, as found in a manuscript.
public struct ClaimFinding: Hashable, Sendable {
  public let kind: ClaimKind
  /// The name of the rule that found it, which is a key of the shelf lives.
  public let rule: String
  /// The body sentence or key point it stands in.
  public let sentence: Span
  /// The words worth quoting: the clause, with its subject where that is near. Within `sentence`.
  public let quote: Span
  /// The words that made the rule fire. Within `quote`.
  public let trigger: Span
  /// The day or days that the words name for it.
  public let expected: PartialDate?
  /// A named person seems to be accused in it: roughly, a capitalised name beside a proceeding.
  public let person: Bool
}

/// A rule that finds claims, with one example that it finds and one that it must leave alone.
public struct Rule: Hashable, Sendable {
  public let name: String
  public let kind: ClaimKind
  /// Why such words go stale, as a clause.
  public let reason: String
  public let example: String
  public let counterExample: String
}
