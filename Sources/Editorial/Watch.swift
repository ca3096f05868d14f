/// A page on the web that somebody asked to be looked at, for a claim, a key point or a matter.
public struct Watch: Hashable, Sendable {
  public let id: Int64
  /// `harbour-fire/C2`, `harbour-fire/K1`, or the slug of a matter.
  public let about: String
  public let url: String
  public let everyMinutes: Int
  public let addedBy: String
  /// Instants are RFC 3339, UTC.
  public let addedAt: String
  public let stoppedAt: String?
  /// Whether it is not looked at yet, since its story is not published.
  public let waits: Bool
  public let look: LastLook
  public let nextLook: String?
  /// What changed and nobody has marked as seen, oldest first.
  public let changes: [PageChange]

  public init(
    id: Int64, about: String, url: String, everyMinutes: Int, addedBy: String, addedAt: String,
    stoppedAt: String?, waits: Bool, look: LastLook, nextLook: String?, changes: [PageChange]
  ) {
    self.id = id
    self.about = about
    self.url = url
    self.everyMinutes = everyMinutes
    self.addedBy = addedBy
    self.addedAt = addedAt
    self.stoppedAt = stoppedAt
    self.waits = waits
    self.look = look
    self.nextLook = nextLook
    self.changes = changes
  }

  public var label: String { "W\(id)" }

  /// How it stands at an instant, as a clause: `last successful look 14 hours ago`. It always says when somebody last
  /// saw the page, and never that nothing happened.
  public func says(at now: String) -> String {
    let seen =
      look.success.map { "last successful look \(ago($0, now))" } ?? "never looked at successfully"
    if let stoppedAt { return "stopped \(ago(stoppedAt, now)), \(seen)" }
    if waits { return "\(seen): looks begin when the story is published" }
    let change =
      changes.isEmpty
      ? "" : ", changed since \(changes.first?.since.prefix(10) ?? "then"), nobody has marked it as seen"
    guard let problem = look.problem else { return seen + change }
    return "\(seen)\(change); the look \(look.at.map { ago($0, now) } ?? "after it") failed: \(problem)"
  }
}

/// A watched page in a line, as it stands beside the claim that it is watched for.
public struct WatchNote: Hashable, Sendable {
  public let label: String
  public let url: String
  /// As `Watch.says(at:)`.
  public let says: String

  public init(_ watch: Watch, at now: String) {
    label = watch.label
    url = watch.url
    says = watch.says(at: now)
  }
}

/// How the latest look ended, and when one last succeeded.
public struct LastLook: Hashable, Sendable {
  public let at: String?
  public let success: String?
  /// Why the latest look saw nothing; nil when it did.
  public let problem: String?

  public init(at: String?, success: String?, problem: String?) {
    self.at = at
    self.success = success
    self.problem = problem
  }
}

/// What stands under every list of watched pages.
public let quietIsNoEvidence = "A quiet page is no evidence that nothing happened."

/// How often a page may be looked at, in minutes: from a quarter of an hour to a week.
public let minutesBetweenLooks = 15...10_080

private func ago(_ instant: String, _ now: String) -> String {
  guard let passed = minutes(from: instant, to: now) else { return "at an unknown time" }
  if passed < 1 { return "just now" }
  if passed < 2_880 { return inWords(minutes: passed) + " ago" }
  return "\(passed / 1_440) days ago"
}

/// `15 minutes`, `6 hours`, `2 days`.
public func interval(minutes: Int) -> String {
  if minutes >= 1_440, minutes % 1_440 == 0 { return minutes == 1_440 ? "day" : "\(minutes / 1_440) days" }
  if minutes % 60 == 0 { return minutes == 60 ? "hour" : "\(minutes / 60) hours" }
  return "\(minutes) minutes"
}
