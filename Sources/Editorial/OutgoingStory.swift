import TextAnalysis

/// A story as it is given to other systems: the words that readers see, or would see.
public struct OutgoingStory: Sendable {
  public let slug: String
  public let revision: Int
  public let headline: String?
  /// The paragraphs of the body, without sections that are not the story's.
  public let paragraphs: [String]
  public let keyPoints: [String]
  /// Standfirst, captions, push and social texts.
  public let around: [(form: Form, words: [String])]
  public let byline: [String]
  /// The day from which the words speak.
  public let dateline: CivilDate
  /// The day on which the revision went out; nil when readers have not seen it.
  public let published: CivilDate?
  /// The day on which the first revision went out.
  public let firstPublished: CivilDate?
  /// When these words went out, before publication when they were filed, and when the first ones went out: RFC 3339 with
  /// the newsroom's offset. Where only a day is known, its midnight there.
  public let at: String
  public let firstAt: String?
  public let matters: [String]
  public let tags: [String]
  public let wire: String?
  public let corrections: [OutgoingCorrection]

  public init(
    slug: String, revision: Int, manuscript: Manuscript, headline: String?, byline: [String],
    dateline: CivilDate,
    published: CivilDate?, firstPublished: CivilDate?, at: String, firstAt: String?, matters: [String],
    tags: [String], wire: String?,
    corrections: [OutgoingCorrection]
  ) {
    self.slug = slug
    self.revision = revision
    self.headline = headline
    paragraphs = manuscript.paragraphs.map { slice(manuscript.text, $0.span) }
    keyPoints = manuscript.keyPoints.map(\.words)
    around = Form.allCases.filter { $0 != .keyPoint && $0 != .headline }.compactMap { form in
      let words = manuscript.around.filter { $0.form == form }.map(\.words)
      return words.isEmpty ? nil : (form, words)
    }
    self.byline = byline
    self.dateline = dateline
    self.published = published
    self.firstPublished = firstPublished
    self.at = at
    self.firstAt = firstAt
    self.matters = matters
    self.tags = tags
    self.wire = wire
    self.corrections = corrections
  }
}

/// What readers were told was wrong.
public struct OutgoingCorrection: Hashable, Sendable {
  public let text: String
  public let on: CivilDate
  public init(text: String, on: CivilDate) {
    self.text = text
    self.on = on
  }
}

extension Correction {
  /// What it says to other systems: that readers were told of a mistake. Nil before the site is right, and of an update,
  /// which admits none.
  public var outgoing: OutgoingCorrection? {
    guard let fixed, dropped == nil, kind == .correction || kind == .clarification else { return nil }
    return OutgoingCorrection(text: editorsNote(today: fixed.on), on: fixed.on)
  }
}
