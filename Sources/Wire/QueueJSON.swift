import Editorial
import TextAnalysis

/// The answer to `GET /v1/queue`: what waits for the caller, most urgent first.
public struct QueueAnswer: Codable, Sendable {
  public struct Item: Codable, Sendable {
    public var kind: Waiting.Kind
    public var draft: String
    /// Labels; empty when it is the whole draft.
    public var about: [String]
    public var why: String
    public var since: String
    /// The command that does it.
    public var command: String
    /// The absent member whom the caller stands in for.
    @OrNull public var standsInFor: String?
  }

  public struct Away: Codable, Sendable {
    public var member: String
    /// The last day away.
    public var until: String
    @OrNull public var deputy: String?
    public init(_ absence: Absence) {
      member = absence.member
      until = absence.until.description
      _deputy = OrNull(wrappedValue: absence.deputy)
    }
  }

  public var member: String
  public var waiting: [Item]
  /// Who is away today.
  public var away: [Away]

  public init(member: String, waiting: [Waiting], away: [Absence]) {
    self.member = member
    self.waiting = waiting.map {
      Item(
        kind: $0.kind, draft: $0.draft, about: $0.about, why: $0.why, since: $0.since, command: $0.command,
        standsInFor: $0.standsInFor)
    }
    self.away = away.map(Away.init)
  }
}

/// `POST /v1/away`: until when the caller is away, and who stands in. A day that is over means "back".
public struct AwayRequest: ActRequest {
  public static let fields: Set<String> = ["until", "deputy"]

  public var until: String
  public var deputy: String?
  public init(until: String, deputy: String?) {
    self.until = until
    self.deputy = deputy
  }
}
