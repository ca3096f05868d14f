/// A sentence of a story with what is needed to hold it against another story's.
public struct StorySentence: Sendable {
  /// In UTF-8 bytes of the manuscript's text.
  public let sentence: Span
  /// The day the words speak from.
  public let dateline: CivilDate
  let facts: SentenceFacts
  let names: StoryNames

  /// Reads a sentence, which may be more than one, of a story that speaks from a day.
  public init(_ manuscript: Manuscript, sentence: Span, dateline: CivilDate) {
    self.init(manuscript, sentence: sentence, dateline: dateline, names: StoryNames(manuscript))
  }

  init(_ manuscript: Manuscript, sentence: Span, dateline: CivilDate, names: StoryNames) {
    self.sentence = sentence
    self.dateline = dateline
    self.names = names
    facts = SentenceFacts(
      ReadSentence(
        pieces(of: sentence, in: manuscript.source)[0], in: manuscript.source, dateline: dateline))
  }
}

/// How a sentence of one story stands to a sentence of another.
public enum StoryRelation: String, CaseIterable, Hashable, Sendable, Codable {
  /// Both cannot be true of the same moment.
  case conflict
  /// The later one overtakes the earlier.
  case update
  case none
}

/// What two sentences of two stories differ in.
public enum FactKind: String, CaseIterable, Hashable, Sendable, Codable {
  case figure
  case date
  case status
  case name
  case role
}

/// What was found when two stories' sentences were held against each other.
public struct StoryComparison: Hashable, Sendable {
  /// A sentence and the words in it that collide with the other's.
  public struct Side: Hashable, Sendable {
    /// In UTF-8 bytes of its own story's text; the whole sentence where no words stand out.
    public let span: Span
    public let sentence: Span
  }

  public let relation: StoryRelation
  /// The rule of `contradictionRules` that says so; nil when the relation is none.
  public let rule: String?
  public let kind: FactKind?
  public let one: Side
  public let other: Side
  /// One plain line.
  public let reason: String
}
