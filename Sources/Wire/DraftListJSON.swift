import Editorial
import TextAnalysis

/// A line of `GET /v1/drafts`.
public struct DraftLine: Codable, Sendable {
  public var slug: String
  public var desk: String
  @OrNull public var headline: String?
  public var revision: Int
  public var state: DraftState
  public var dateline: String
  @OrNull public var live: DraftJSON.Live?
  public var filedBy: String
  public var filedAt: String
  /// How many key points there are, and how many are signed.
  public var keyPoints: Int
  public var signed: Int
  public init(
    slug: String, desk: String, headline: String?, revision: Int, state: DraftState, dateline: String,
    live: DraftJSON.Live?, filedBy: String, filedAt: String, keyPoints: Int, signed: Int
  ) {
    self.slug = slug
    self.desk = desk
    self.headline = headline
    self.revision = revision
    self.state = state
    self.dateline = dateline
    self.live = live
    self.filedBy = filedBy
    self.filedAt = filedAt
    self.keyPoints = keyPoints
    self.signed = signed
  }
}

/// The answer to `GET /v1/drafts?limit=&after=`; `next` is the cursor for `after`, null at the end.
public struct DraftList: Codable, Sendable {
  public var drafts: [DraftLine]
  @OrNull public var next: String?
  public init(drafts: [DraftLine], next: String?) {
    self.drafts = drafts
    self.next = next
  }
}
