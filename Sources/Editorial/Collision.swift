import TextAnalysis

/// What a limited draft's people did about another draft that says otherwise.
public enum CollisionOutcome: String, CaseIterable, Hashable, Sendable, Codable {
  /// The other's writer may read this draft from now on, and has the contradiction.
  case told
  /// It stays as it is: the other's writer is not told.
  case kept
  case fixedHere = "fixed-here"
  case differentScope = "different-scope"
  case rounding
  case notAContradiction = "not-a-contradiction"
}

/// What another draft says otherwise than a limited one, of which it must learn nothing.
public struct Collision: Hashable, Sendable {
  public let number: Int
  /// Slug of the other draft, with its revision.
  public let draft: String
  public let revision: Int
  public let quote: String
  /// The limited draft's own words.
  public let mine: String
  public let rule: String
  /// RFC 3339, UTC.
  public let foundAt: String
  /// Nil until somebody decides.
  public let outcome: CollisionOutcome?
  public let reason: String?
  public let settledBy: String?

  public init(
    number: Int, draft: String, revision: Int, quote: String, mine: String, rule: String, foundAt: String,
    outcome: CollisionOutcome?, reason: String?, settledBy: String?
  ) {
    self.number = number
    self.draft = draft
    self.revision = revision
    self.quote = quote
    self.mine = mine
    self.rule = rule
    self.foundAt = foundAt
    self.outcome = outcome
    self.reason = reason
    self.settledBy = settledBy
  }

  public var label: String { "Y\(number)" }
}

extension Draft {
  /// Decides whether somebody may say what becomes of a collision.
  public func settleCollision(_ label: String, by member: Member) throws -> Collision {
    guard let limit, let found = collisions.first(where: { $0.label.lowercased() == label.lowercased() })
    else {
      throw Refusal(
        .missing, "collision", "\(slug) has no collision \(shortened(label)). Nothing was changed.",
        next: ["stet show \(slug)"])
    }
    try mustDecideWhoReads(member, limit.writers, "settled")
    // What was kept to the limited draft may be told yet.
    if let outcome = found.outcome, outcome != .kept {
      throw Refusal(
        .conflict, "settled",
        "\(found.label) of \(slug) was settled as \(outcome.rawValue) by \(found.settledBy ?? "?") already. Nothing was "
          + "changed.")
    }
    return found
  }

  /// Collisions that wait for a member to decide.
  func toDecideOfCollisions(_ member: Member) -> [Waiting] {
    guard let limit, decidesWhoReads(member, limit.writers) else { return [] }
    return collisions.filter { $0.outcome == nil }.map { one in
      Waiting(
        kind: .collision, draft: slug, about: [one.label],
        why:
          "\(one.draft) r\(one.revision) says: “\(one.quote)”; yours says: “\(one.mine)”. Its writer is not told. Tell "
          + "them (--as told), or leave it (--as kept, or why it is none)",
        since: one.foundAt, command: "stet collision \(slug)/\(one.label) --as OUTCOME --reason TEXT")
    }
  }
}
