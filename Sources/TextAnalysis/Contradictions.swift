/// How passages collide.
public enum ContradictionKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// The story reports that parties disagree.
  case disputed
  /// The story's own statements collide.
  case `internal`
  /// The story collides with another one.
  case archive
}

/// Passages that cannot all stand as written.
public struct ContradictionFinding: Hashable, Sendable {
  /// The words of one side, and whose they are when the text says so.
  public struct Side: Hashable, Sendable {
    public let span: Span
    /// Who says it.
    public let says: Span?
    /// The whole sentence, or key point, in which the words stand.
    public let sentence: Span

    public init(span: Span, says: Span?, sentence: Span) {
      self.span = span
      self.says = says
      self.sentence = sentence
    }
  }

  public let kind: ContradictionKind
  public let rule: String
  /// One or more, in the order of the text.
  public let sides: [Side]
  /// What is right, or how it was found, in words that a reader can check: "July 12, 2024 was a Friday". Nil where
  /// nothing can be computed beyond what the rule's reason says.
  public let explanation: String?

  public init(kind: ContradictionKind, rule: String, sides: [Side], explanation: String? = nil) {
    self.kind = kind
    self.rule = rule
    self.sides = sides
    self.explanation = explanation
  }
}

/// A reason to think that passages collide, with a draft that shows it.
public struct ContradictionRule: Hashable, Sendable {
  /// Stable, such as `dispute.denied`; a finding names it.
  public let name: String
  public let kind: ContradictionKind
  /// One line for the reader of a finding.
  public let reason: String
  /// Drafts in which the rule finds something: one, or two for a rule that holds stories against each other.
  public let example: [String]
  /// The same, with nothing to find.
  public let counterExample: [String]
}
