import TextAnalysis

/// One story of an archive, read and looked through, ready to be filed as published on its day.
public struct ImportedStory: Sendable {
  /// Its name in the archive.
  public let item: String
  /// SHA-256 of its bytes there.
  public let digest: [UInt8]
  public let original: [UInt8]
  public let mediaType: String
  public let manuscript: Manuscript
  public let metadata: Metadata
  /// The day on which it was published.
  public let on: CivilDate
  public let claims: [FoundClaim]
  /// Numbers of the names that it gives, by which later stories find it.
  public let names: [Int64]
  /// What bears each signable out.
  public let supports: [[Span]]
  /// What its own section of contradictions brings. Nobody settles what the engine would suggest in an old story.
  public let contradictions: [FoundContradiction]

  /// Reads everything that filing needs from a story. Refuses one without a day.
  ///
  /// - Parameter day: the day of a story that names none.
  public init(item: String, digest: [UInt8], filing: Filing, on day: CivilDate? = nil) throws {
    guard let on = filing.metadata.published ?? day else {
      throw Refusal(
        .unreadable, "no-day",
        "It does not say when it was published. Its claims count from that day: add published: 2024-07-13, or give "
          + "--published.")
    }
    let (manuscript, _) = try filing.completed(after: [], headline: nil)
    self.item = item
    self.digest = digest
    original = filing.original
    mediaType = filing.mediaType
    self.manuscript = manuscript
    metadata = filing.metadata
    self.on = on
    claims = Editorial.claims(in: manuscript, dateline: on)
    names = nameNumbers(of: manuscript)
    supports = TextAnalysis.supports(of: manuscript.signables.map(\.passage), in: manuscript)
    contradictions =
      manuscript.contradictions.isEmpty
      ? [] : Editorial.contradictions(in: manuscript, dateline: on).filter { $0.origin == .draft }
  }

  /// Names for its draft, the first that is free to be taken: its own, with its day, with a part of its digest.
  public var slugs: [String] {
    let end = hexadecimal(Array(digest.prefix(5)))
    guard let own = metadata.slug.flatMap({ Slug.isPlain($0) ? $0 : Slug.make(from: $0) }) else {
      return ["imported-\(end)"]
    }
    func with(_ more: String) -> String {
      var stem = own.prefix(Slug.longest - more.count - 1)
      while stem.last == "-" { stem.removeLast() }
      return "\(stem)-\(more)"
    }
    return [own, with(on.description), with(end)]
  }
}

/// What became of one item of an archive.
public enum ImportOutcome: Hashable, Sendable {
  case filed(slug: String, claims: Int, waiting: Int)
  /// It was brought in before.
  case known
  /// An item of that name was brought in before, with other words.
  case changed(slug: String)
}
