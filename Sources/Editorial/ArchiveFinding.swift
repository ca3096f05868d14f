import TextAnalysis

/// Another story that a draft is held against: what readers see of it, else what is under review.
public struct ArchivedStory: Sendable {
  public let slug: String
  public let revision: Int64
  public let number: Int
  public let dateline: CivilDate
  public let story: ComparedStory

  public init(slug: String, revision: Int64, number: Int, dateline: CivilDate, story: ComparedStory) {
    self.slug = slug
    self.revision = revision
    self.number = number
    self.dateline = dateline
    self.story = story
  }
}

/// Two sentences of two stories, of which one collides with the other or overtakes it.
public struct ArchiveFinding: Sendable {
  public struct Side: Hashable, Sendable {
    public let quote: String
    public let span: Span
  }

  public let rule: String
  /// Whether this draft's sentence overtakes the other's, which was right in its day: no contradiction.
  public let overtakes: Bool
  public let mine: Side
  public let other: ArchivedStory
  public let others: Side
  /// What differs, in words.
  public let explanation: String

  /// What makes it the same one in the next revision.
  public var digest: [UInt8] { wordsDigest([rule, mine.quote, others.quote].joined(separator: "\n")) }
}

/// What collides between a draft and other stories, in the order of the stories and then of the draft.
public func archiveFindings(
  in story: ComparedStory, dateline: CivilDate, against archive: [ArchivedStory]
) -> [ArchiveFinding] {
  archive.flatMap { other in
    compareStories(story, other.story).compactMap {
      ArchiveFinding($0, in: story, dateline: dateline, against: other)
    }
  }
}

/// All that collides between a draft and one other story, for somebody who asks: the pairs with the most in common first.
public func askedFindings(
  in story: ComparedStory, dateline: CivilDate, against other: ArchivedStory
) -> [ArchiveFinding] {
  collisions(between: story, and: other.story).compactMap {
    ArchiveFinding($0, in: story, dateline: dateline, against: other)
  }
}

/// What collides between a passage of a draft and one of another story that somebody sets beside each other: these words
/// alone are judged, be they several sentences.
public func askedFinding(
  in story: ComparedStory, at mine: Span, dateline: CivilDate, against other: ArchivedStory, at theirs: Span
) -> ArchiveFinding? {
  let found = compare(
    StorySentence(story.manuscript, sentence: mine, dateline: dateline),
    StorySentence(other.story.manuscript, sentence: theirs, dateline: other.dateline))
  return ArchiveFinding(found, in: story, dateline: dateline, against: other)
}

extension ArchiveFinding {
  fileprivate init?(
    _ found: StoryComparison, in story: ComparedStory, dateline: CivilDate, against other: ArchivedStory
  ) {
    guard let rule = found.rule else { return nil }
    let (mine, theirs) = (story.manuscript.text, other.story.manuscript.text)
    let falls =
      other.dateline <= dateline
      && tollFalls(
        from: found.other.sentence, in: other.story.manuscript, to: found.one.sentence, in: story.manuscript,
        dateline: dateline)
    self.init(
      rule: rule, overtakes: found.relation == .update && other.dateline <= dateline,
      mine: .init(quote: slice(mine, found.one.sentence), span: found.one.sentence), other: other,
      others: .init(quote: slice(theirs, found.other.sentence), span: found.other.sentence),
      explanation: found.reason
        + ": “\(slice(mine, found.one.span))” here, “\(slice(theirs, found.other.span))” in "
        + "\(other.slug) of \(inWords(other.dateline))"
        + (falls ? "; a toll that falls is no update: was it wrong when it was published?" : ""))
  }
}

/// A sentence of another story that was right in its day, and that a draft overtakes.
public struct Overtaken: Hashable, Sendable {
  public let rule: String
  /// The draft's own words.
  public let quote: String
  /// Slug of the other story, with the revision and its dateline.
  public let draft: String
  public let revision: Int
  public let dateline: CivilDate
  public let otherQuote: String

  public init(
    rule: String, quote: String, draft: String, revision: Int, dateline: CivilDate, otherQuote: String
  ) {
    self.rule = rule
    self.quote = quote
    self.draft = draft
    self.revision = revision
    self.dateline = dateline
    self.otherQuote = otherQuote
  }
}
