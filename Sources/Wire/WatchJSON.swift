import Editorial
import TextAnalysis

/// A page that is looked at for a claim, a key point or a matter.
public struct WatchJSON: Codable, Sendable {
  /// A change that nobody has marked as seen.
  public struct Change: Codable, Sendable {
    /// The look before, and the one that saw it.
    public var since: String
    public var seenAt: String
    /// In a line.
    public var says: String
    /// In reading order; empty for a file that is no text.
    public var words: [Piece]
  }

  public struct Piece: Codable, Sendable {
    public var kind: WordPiece.Kind
    public var words: String
  }

  /// `W1`, `W2` … in the newsroom.
  public var label: String
  /// `harbour-fire/C2`, `harbour-fire/K1`, or the slug of a matter.
  public var about: String
  public var url: String
  public var everyMinutes: Int
  public var addedBy: String
  public var addedAt: String
  @OrNull public var stoppedAt: String?
  @OrNull public var lastLook: String?
  /// The last look that saw the page; null when none did.
  @OrNull public var lastSuccess: String?
  /// Why the last look saw nothing; null when it did.
  @OrNull public var problem: String?
  /// Null while the story is not published, unless somebody said that looks may begin.
  @OrNull public var nextLook: String?
  /// How it stands, as a clause: `last successful look 14 hours ago`.
  public var says: String
  public var changes: [Change]

  /// - Parameter now: the instant that ages are counted to.
  public init(_ watch: Watch, at now: String) {
    label = watch.label
    about = watch.about
    url = watch.url
    everyMinutes = watch.everyMinutes
    addedBy = watch.addedBy
    addedAt = watch.addedAt
    says = watch.says(at: now)
    changes = watch.changes.map { change in
      Change(
        since: change.since, seenAt: change.seenAt, says: change.inWords,
        words: change.words.map { Piece(kind: $0.kind, words: $0.words) })
    }
    _stoppedAt = OrNull(wrappedValue: watch.stoppedAt)
    _lastLook = OrNull(wrappedValue: watch.look.at)
    _lastSuccess = OrNull(wrappedValue: watch.look.success)
    _problem = OrNull(wrappedValue: watch.look.problem)
    _nextLook = OrNull(wrappedValue: watch.nextLook)
  }
}

/// A watched page beside what it is watched for.
public struct WatchNoteJSON: Codable, Sendable {
  public var label: String
  public var url: String
  /// `last successful look 14 hours ago`
  public var says: String
  public init(label: String, url: String, says: String) {
    self.label = label
    self.url = url
    self.says = says
  }
  public init(_ watch: WatchJSON) { self.init(label: watch.label, url: watch.url, says: watch.says) }
}

/// The answer to `GET /v1/watches?about=`.
public struct WatchList: Codable, Sendable {
  public var watches: [WatchJSON]
  /// That a quiet page is no evidence.
  public var note: String
  public init(watches: [WatchJSON]) {
    self.watches = watches
    note = quietIsNoEvidence
  }
}

public struct WatchAnswer: Codable, Sendable {
  public var watch: WatchJSON
  public init(watch: WatchJSON) { self.watch = watch }
}

/// `POST /v1/watches`
public struct WatchRequest: ActRequest {
  public static let fields: Set<String> = ["about", "url", "everyMinutes", "beforePublication"]

  /// `SLUG/C2`, `SLUG/K1`, or the slug of a matter.
  public var about: String
  public var url: String
  /// From 15 to 10,080; 360 when absent.
  public var everyMinutes: Int?
  /// Also before the story is published; false when absent.
  public var beforePublication: Bool?
  public init(about: String, url: String, everyMinutes: Int?, beforePublication: Bool?) {
    self.about = about
    self.url = url
    self.everyMinutes = everyMinutes
    self.beforePublication = beforePublication
  }
}
