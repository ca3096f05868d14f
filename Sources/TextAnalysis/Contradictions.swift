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

    public init(span: Span, says: Span?) {
      self.span = span
      self.says = says
    }
  }

  public let kind: ContradictionKind
  public let rule: String
  /// One or more, in the order of the text.
  public let sides: [Side]

  public init(kind: ContradictionKind, rule: String, sides: [Side]) {
    self.kind = kind
    self.rule = rule
    self.sides = sides
  }
}
