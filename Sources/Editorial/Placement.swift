import TextAnalysis

/// Where a draft's published words stand.
public enum PlacementKind: String, CaseIterable, Sendable, Codable {
  case site, push, social, newsletter, partner, translation

  /// What was sent stays with whoever has it: it can be followed by another, not changed.
  public var isSent: Bool { self == .push || self == .social || self == .newsletter }
}

/// An instant as the database told it: RFC 3339 in UTC, with the newsroom's day and clock.
public struct DayAndClock: Hashable, Sendable {
  public let instant: String
  public let on: CivilDate
  /// `14:02`
  public let clock: String

  public init(instant: String, on: CivilDate, clock: String) {
    self.instant = instant
    self.on = on
    self.clock = clock
  }

  /// "14:02", with the day unless it is today.
  public func inWords(today: CivilDate) -> String {
    on == today ? clock : "\(Editorial.inWords(on)) \(clock)"
  }
}

/// One place where a draft's published words stand, with the member who sees to it.
public struct Placement: Hashable, Sendable {
  public let id: Int64
  public let number: Int
  public let kind: PlacementKind
  public let name: String?
  public let url: String?
  /// Slug of the draft that holds a translation's words.
  public let words: String?
  /// When their live revision was filed: an instant, RFC 3339 in UTC.
  public let wordsFiledAt: String?
  /// How that draft ended, where it did.
  public let wordsEnded: Ending?
  /// Handle of the owner, and whether they are still a member.
  public let owner: String
  public let ownerIsActive: Bool
  /// The revision that it shows; of a translation, the live one of its own draft.
  public let revision: Int
  public let out: DayAndClock

  public init(
    id: Int64, number: Int, kind: PlacementKind, name: String?, url: String?, words: String?,
    wordsFiledAt: String? = nil, wordsEnded: Ending?,
    owner: String, ownerIsActive: Bool, revision: Int, out: DayAndClock
  ) {
    self.id = id
    self.number = number
    self.kind = kind
    self.name = name
    self.url = url
    self.words = words
    self.wordsFiledAt = wordsFiledAt
    self.wordsEnded = wordsEnded
    self.owner = owner
    self.ownerIsActive = ownerIsActive
    self.revision = revision
    self.out = out
  }

  /// `P1`
  public var label: String { "P\(number)" }

  /// "partner AFP", "translation harbour-fire-es".
  public var title: String { [kind.rawValue, name ?? words].compactMap(\.self).joined(separator: " ") }

  /// What is there: "shows r1", "sent 14:02".
  public func stands(today: CivilDate) -> String {
    kind.isSent ? "sent \(out.inWords(today: today))" : "shows r\(revision)"
  }
}

/// A placement that somebody records.
public struct PlacementOrder: Hashable, Sendable {
  public let kind: PlacementKind
  public let name: String?
  public let url: String?
  /// Handle; whoever records it when absent.
  public let owner: String?
  /// Now when absent.
  public let sent: ClockTime?
  /// The published revision that it shows; the live one when absent.
  public let revision: Int?
  /// Slug of the draft that holds a translation's words.
  public let words: String?

  public init(
    kind: PlacementKind, name: String?, url: String?, owner: String?, sent: ClockTime?, revision: Int?,
    words: String?
  ) {
    self.kind = kind
    self.name = name
    self.url = url
    self.owner = owner
    self.sent = sent
    self.revision = revision
    self.words = words
  }
}

extension Draft {
  /// Decides whether a member may record this placement; gives the number of the revision that it shows.
  ///
  /// A draft that was killed takes further ones: what turns up late is owed its take-down too.
  public func place(_ order: PlacementOrder, by member: Member) throws -> Int {
    try mustBeOn(member, "recorded")
    guard let live else {
      throw Refusal(
        .conflict, "not-published", "Not recorded. \(slug) was never published: its words stand nowhere.",
        next: ["stet publish \(slug)"])
    }
    if order.kind == .site {
      throw Refusal(
        .usage, "site", "Not recorded. Publishing records the site by itself; name another kind.",
        next: ["stet placements \(slug)"])
    }
    if order.kind == .partner, order.name == nil {
      throw Refusal(.usage, "name", "Not recorded. A partner has a name: add --name NAME.")
    }
    if (order.kind == .translation) != (order.words != nil) || order.words == slug {
      throw Refusal(
        .usage, "translation",
        "Not recorded. A translation, and nothing else, names the other draft that holds its words: add --draft SLUG."
      )
    }
    if let words = order.words, placements.contains(where: { $0.words == words }) {
      throw Refusal(
        .conflict, "placed", "Not recorded. \(words) is a placement of \(slug) already.",
        next: ["stet placements \(slug)"])
    }
    return order.revision ?? live.revision
  }

  /// The placement of this label, `P3`.
  public func placement(_ label: String) throws -> Placement {
    guard let found = placements.first(where: { $0.label == label.uppercased() }) else {
      let known = placements.map(\.label)
      throw Refusal(
        .missing, "placement",
        "\(slug) has no placement \(label.prefix(40))"
          + (known.isEmpty
            ? ". Nothing was changed." : "; it has \(list(known, "and")). Nothing was changed."),
        next: ["stet placements \(slug)"])
    }
    return found
  }

  /// Decides whether a member may give a placement to another one: its owner, and everybody on the desk.
  public func handOver(_ label: String, by member: Member) throws -> Placement {
    let found = try placement(label)
    if member.handle != found.owner { try mustBeOn(member, "changed") }
    return found
  }

  /// Decides whether a member may take back a placement that was recorded by mistake.
  public func removePlacement(_ label: String, by member: Member) throws -> Placement {
    let found = try handOver(label, by: member)
    guard found.kind != .site else {
      throw Refusal(
        .usage, "site",
        "Not removed. Publishing recorded the site; what is not to be read there is killed. Nothing was changed.",
        next: ["stet kill \(slug) --reason TEXT"])
    }
    let done = corrections.filter { one in
      one.owed.contains { $0.placement.id == found.id && $0.done != nil }
    }
    guard done.isEmpty else {
      throw Refusal(
        .conflict, "done",
        "Not removed. \(found.label) \(found.title) has \(list(done.map(\.label), "and")): somebody attested that it stood "
          + "there. Nothing was changed.", next: ["stet corrections \(slug)"])
    }
    return found
  }

  /// Refuses whoever has no role on the draft's desk.
  func mustBeOn(_ member: Member, _ done: String) throws {
    guard member.roles.isEmpty else { return }
    throw Refusal(
      .notAllowed, "role",
      "Not \(done). \(member.handle) has no role on desk \(desk.slug). Nothing was changed.")
  }
}
