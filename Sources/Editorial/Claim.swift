import TextAnalysis

/// The day that a claim's period counts from.
public struct Anchor: Hashable, Sendable {
  public let on: CivilDate
  /// What happened on that day, such as `order filed`.
  public let what: String
  public let source: String
  public init(on: CivilDate, what: String, source: String) {
    self.on = on
    self.what = what
    self.source = source
  }
}

public struct Claim: Hashable, Sendable {
  public let id: Int64
  public let draftID: Int64
  public let draft: String
  public let number: Int
  public let kind: ClaimKind
  public let rule: String
  public let origin: Origin
  public let person: Bool
  public let asOf: CivilDate
  public let expected: PartialDate?
  public let anchor: Anchor?
  public let due: Due
  public let asked: Int
  public let matter: String?
  public let dismissedReason: String?
  public let retiredBecause: String?
  /// The words in the revision where it is watched, else where they stood last.
  public let quote: String
  public let span: Span
  public let revision: Int
  /// Whether those words are in the live revision or, before publication, in the latest one.
  public let watched: Bool
  /// Whether its rule was mostly dismissed on its desk when it was found: it shows on request only, and nobody is asked.
  public var quiet = false
  /// Pages that are looked at for it.
  public var watches: [WatchNote] = []
  /// The status of its matter that its words assert; nil when nothing can be said.
  public var asserts: String?
  /// Whose periods of law count, where its matter says so.
  public var court: String?
  /// Whether its matter has moved on from what it says, so that it is due whatever the time.
  public var isOvertaken = false

  public init(
    id: Int64, draftID: Int64, draft: String, number: Int, kind: ClaimKind, rule: String, origin: Origin,
    person: Bool, asOf: CivilDate, expected: PartialDate?, anchor: Anchor?, due: Due, asked: Int,
    matter: String?,
    dismissedReason: String?, retiredBecause: String?, quote: String, span: Span, revision: Int, watched: Bool
  ) {
    self.id = id
    self.draftID = draftID
    self.draft = draft
    self.number = number
    self.kind = kind
    self.rule = rule
    self.origin = origin
    self.person = person
    self.asOf = asOf
    self.expected = expected
    self.anchor = anchor
    self.due = due
    self.asked = asked
    self.matter = matter
    self.dismissedReason = dismissedReason
    self.retiredBecause = retiredBecause
    self.quote = quote
    self.span = span
    self.revision = revision
    self.watched = watched
  }

  public var label: String { "C\(number)" }

  /// Whether it is left out of what is shown and counted unless somebody asks.
  public var isOnRequest: Bool { quiet && dismissedReason == nil }

  /// Where the claim is in its life on `day`.
  public func status(on day: CivilDate) -> ClaimStatus {
    if dismissedReason != nil { return .dismissed }
    if retiredBecause != nil { return .retired }
    if !watched { return .gone }
    guard let due = due.on, due <= day else { return .live }
    return .due
  }
}
