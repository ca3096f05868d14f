/// How a statement differs from what it said in an earlier revision. One change can be of several kinds.
public enum ChangeKind: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
  /// The same words at another place among the others.
  case moved
  /// White space, punctuation marks, the style of quotation marks, capitals.
  case typographic
  /// Other words that are none of what follows.
  case wording
  /// A figure, its unit, or how exact it is said to be: "12", "at least", "per cent".
  case number
  /// A day, time or period, also one that means another day because the dateline is another.
  case date
  /// Who or what is named, or who did it to whom.
  case name
  /// Who says so, and whether somebody only says so: "police said", "allegedly".
  case attribution
  /// Words between quotation marks, or what stands between them.
  case quotation
  /// "Not", "never", or a word turned into its opposite.
  case negation
  /// "May", "will", "plans to", "if": whether it is so, or only could be. A question mark too.
  case modality

  /// Whether it changes what is said, so that no policy may let a signature survive it.
  public var isNeverTrivial: Bool {
    switch self {
    case .moved, .typographic, .wording: false
    case .number, .date, .name, .attribution, .quotation, .negation, .modality: true
    }
  }

  public static func < (one: ChangeKind, other: ChangeKind) -> Bool {
    (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
  }
}
