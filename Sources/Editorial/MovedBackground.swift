import TextAnalysis

/// A sentence that repeats what another story said, and that is overtaken by now.
public struct MovedBackground: Hashable, Sendable {
  /// How one knows.
  public enum How: String, Hashable, Sendable, CaseIterable {
    /// The matter moved on that day.
    case moved
    /// Somebody answered a question like this, on what was so on that day.
    case overtaken, updated, wrong
  }

  /// The draft's own words, and where they stand.
  public let quote: String
  public let span: Span
  /// Slug of the story that said it, with the revision and its dateline.
  public let draft: String
  public let revision: Int
  public let dateline: CivilDate
  public let otherQuote: String
  public let how: How
  /// What is so by now, in words.
  public let says: String?
  public let since: PartialDate
  public let source: String?

  public init(
    quote: String, span: Span, draft: String, revision: Int, dateline: CivilDate, otherQuote: String,
    how: How, says: String?, since: PartialDate, source: String?
  ) {
    self.quote = quote
    self.span = span
    self.draft = draft
    self.revision = revision
    self.dateline = dateline
    self.otherQuote = otherQuote
    self.how = how
    self.says = says
    self.since = since
    self.source = source
  }

  /// What to write in its place, no more than is known: `Say instead: acquitted on 3 March 2025 (https://…)`.
  public var advice: String {
    let known = source.map { " (\($0))" } ?? ""
    let asOf = "as of \(inWords(since))"
    guard let says, !says.isEmpty else { return "It is told anew, \(asOf)\(known): look there." }
    return switch how {
    case .moved: "Say instead: \(says) \(since.first == since.last ? "on" : "in") \(inWords(since))\(known)"
    case .overtaken, .updated: "Say instead: \(says), \(asOf)\(known)"
    case .wrong: "Do not repeat it. It was wrong: \(says), \(asOf)\(known)"
    }
  }
}

/// Whether two sentences name the same: two names at least, and one of them names nothing that the other does not.
public func nameTheSame(_ one: Set<Int64>, _ other: Set<Int64>) -> Bool {
  one.intersection(other).count >= 2 && (one.isSubset(of: other) || other.isSubset(of: one))
}
