import Editorial
import Postgres

/// A proceeding or event that moves.
public struct Matter: Sendable {
  public let slug: String
  public let title: String
  public let kind: String
  public let status: String
}

extension Transaction {
  func matterID(_ slug: String) throws -> Int64 {
    guard let id = try first("select id from matters where slug = \(slug)", as: (Int64).self) else {
      throw Refusal(
        .missing, "matter", "There is no matter “\(slug)”. Nothing was changed.",
        next: ["stet matters add \(slug) --title TITLE --kind KIND"])
    }
    return id
  }

  /// Matters that a filing names; one that nobody knows is proposed. Locked before any draft, in order of slug.
  func matters(named slugs: [String], by actor: Actor) throws -> [Int64] {
    try Set(slugs).sorted().map { slug in
      let slug = try Slug.check(slug, what: "matter")
      if let id = try first("select id from matters where slug = \(slug) for key share", as: (Int64).self) {
        return id
      }
      let proposed = Matter(slug: slug, title: slug, kind: "unknown", status: "proposed")
      // Nil when somebody else proposed it at the same moment.
      return try addMatter(proposed, by: actor)?.id ?? matterID(slug)
    }
  }

  /// Nil when there is one with this slug.
  fileprivate func addMatter(_ matter: Matter, by actor: Actor) throws -> (id: Int64, journal: String)? {
    let added = try first(
      """
      insert into matters (slug, title, kind, status)
      values (\(matter.slug), \(matter.title), \(matter.kind), \(matter.status))
      on conflict do nothing returning id
      """, as: (Int64).self)
    guard let id = added else { return nil }
    let journal = try journal(
      .matter(id), by: actor, "matter-add", says: "Matter \(matter.slug) was added: \(matter.status).",
      facts: ["matter": matter.slug, "kind": matter.kind])
    return (id, journal)
  }
}

extension Newsroom {
  public func matters() async throws -> [Matter] {
    try await read { tx in
      try tx.all(
        "select slug, title, kind, status from matters order by slug",
        as: (String, String, String, String).self
      )
      .map { Matter(slug: $0.0, title: $0.1, kind: $0.2, status: $0.3) }
    }
  }

  public func addMatter(
    slug: String, title: String, kind: String, status: String?, caller: Caller,
    answer: @escaping @Sendable (Journaled<Matter>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    let matter = Matter(
      slug: try Slug.check(slug, what: "matter"), title: title, kind: kind, status: status ?? "open")
    return try await perform(caller, answer: answer) { tx in
      guard let added = try tx.addMatter(matter, by: caller.actor) else {
        throw Refusal(
          .conflict, "matter-taken", "There is a matter “\(matter.slug)” already. Nothing was changed.")
      }
      return Journaled(value: matter, journal: added.journal)
    }
  }
}
