import Editorial
import Postgres
import TextAnalysis

/// A matter with what stands around it.
public struct MatterOnFile: Sendable {
  public let id: Int64
  public let matter: Matter
  /// Names that lead to it since other matters were merged into it.
  public let aliases: [String]
  public let relations: [MatterRelation]
  /// Handles of those who have a page looked at for it.
  public let watchers: [String]
}

/// How two matters hang together, seen from one of them.
public struct MatterRelation: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case appealOf = "appeal-of"
    case retrialOf = "retrial-of"
    case partOf = "part-of"
    case comesFrom = "comes-from"
    case relatedTo = "related-to"
  }
  public let kind: Kind
  /// Whether the matter that it is seen from is the one of which the words are said.
  public let isFromHere: Bool
  public let slug: String
  public let title: String
  public let status: String
}

/// What somebody says of a matter that is new.
public struct NewMatter: Sendable {
  public let slug: String
  public let title: String
  public let kind: String
  public let court: String?
  public let parties: [String]
  /// Where it stands already.
  public let standing: Move?

  public init(
    slug: String, title: String, kind: String, court: String? = nil, parties: [String] = [],
    standing: Move? = nil
  ) {
    self.slug = slug
    self.title = title
    self.kind = kind
    self.court = court
    self.parties = parties
    self.standing = standing
  }
}

extension MatterRelation.Kind: PostgresEncodable, PostgresDecodable {}

extension Transaction {
  /// The id of a matter by its name, or by that of one that was merged into it.
  func matterID(_ slug: String) throws -> Int64 {
    guard
      let id = try first("select coalesce(merged_into, id) from matters where slug = \(slug)", as: Int64.self)
    else { throw missingMatter(slug) }
    return id
  }

  /// As `matterID`, and nobody moves it until the transaction ends. Locked before any draft.
  func heldMatter(_ slug: String) throws -> Int64 {
    try lockedID(slug, "for share")
  }

  /// What was merged away while this waited for it leads to where it went.
  private func lockedID(_ slug: String, _ lock: SQL) throws -> Int64 {
    var id = try matterID(slug)
    while let next = try first(
      "select merged_into from matters where id = \(id) \(sql: lock)", as: Int64?.self) ?? nil
    {
      id = next
    }
    return id
  }

  /// Locks a matter for an act on it and loads it.
  func lockedMatter(_ slug: String) throws -> MatterOnFile {
    let id = try lockedID(slug, "for no key update")
    guard let matter = try matters("m.id = \(id)").first else { throw missingMatter(slug) }
    return matter
  }

  private func missingMatter(_ slug: String) -> Refusal {
    Refusal(
      .missing, "matter", "There is no matter “\(slug)”. Nothing was changed.",
      next: ["stet matters new \(slug) --title TITLE --kind KIND"])
  }

  /// Matters that a filing names; one that nobody knows is proposed. Locked before any draft, in order of slug.
  func matters(named slugs: [String], by actor: Actor) throws -> [Int64] {
    var ids: [Int64] = []
    for slug in Set(slugs).sorted() {
      let slug = try Slug.check(slug, what: "matter")
      if try first("select 1 from matters where slug = \(slug)", as: Int.self) == nil {
        // Somebody else may propose it at the same moment.
        _ = try insert(NewMatter(slug: slug, title: slug, kind: Matter.unknownKind), by: actor, "proposed")
      }
      let id = try heldMatter(slug)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// The address of the journal entry; nil when the name is taken.
  fileprivate func insert(_ matter: NewMatter, by actor: Actor, _ status: String) throws -> String? {
    let added = try first(
      """
      insert into matters (slug, title, kind, status, court, name_words)
      values (\(matter.slug), \(matter.title), \(matter.kind), \(status), \(matter.court),
        \(nameWords(in: ([matter.title] + matter.parties).joined(separator: ", "))))
      on conflict do nothing returning id
      """, as: (Int64).self)
    guard let id = added else { return nil }
    try insertParties(matter.parties, of: id)
    return try journal(
      .matter(id), by: actor, "matter-add", says: "Matter \(matter.slug) was added: \(status).",
      facts: ["matter": matter.slug, "kind": matter.kind])
  }

  func insertParties(_ parties: [String], of matter: Int64) throws {
    try run(
      """
      insert into matter_parties (matter_id, position, name)
      select \(matter)::bigint, n + coalesce((select max(position) from matter_parties where matter_id = \(matter)), 0),
        name
      from unnest(\(parties)::text[]) with ordinality as p(name, n)
      on conflict do nothing
      """)
  }

  /// Says what a matter is that a draft only named, or refuses one that is known. Gives the address of the journal entry.
  fileprivate func described(_ matter: NewMatter, by caller: Caller) throws -> String {
    let known = try lockedMatter(matter.slug)
    guard known.matter.isProposed else {
      throw Refusal(
        .conflict, "matter-taken", "There is a matter “\(matter.slug)” already. Nothing was changed.",
        next: ["stet matters show \(matter.slug)"])
    }
    try run(
      """
      update matters set title = \(matter.title), kind = \(matter.kind), court = \(matter.court),
        status = 'nothing recorded',
        name_words = \(nameWords(in: ([matter.title] + matter.parties).joined(separator: ", ")))
      where id = \(known.id)
      """)
    try insertParties(matter.parties, of: known.id)
    return try journal(
      .matter(known.id), by: caller.actor, "matter-describe",
      says: "\(caller.handle) said what \(matter.slug) is: \(matter.title), of the kind \(matter.kind).",
      facts: ["matter": matter.slug, "kind": matter.kind])
  }

  /// Matters `m` that meet a condition, by name.
  func matters(_ condition: SQL) throws -> [MatterOnFile] {
    let rows = try all(
      "select m.id, m.slug, m.title, m.kind, m.court from matters m where \(sql: condition) order by m.slug",
      as: (Int64, String, String, String, String?).self)
    let ids = rows.map(\.0)
    let parties = Dictionary(
      grouping: try all(
        "select matter_id, name from matter_parties where matter_id = any(\(ids)) order by matter_id, position",
        as: (Int64, String).self), by: \.0)
    let watchers = Dictionary(
      grouping: try all(
        """
        select distinct w.matter_id, m.handle from watches w join members m on m.id = w.added_by
        where w.matter_id = any(\(ids)) and w.stopped_at is null and m.active order by m.handle
        """, as: (Int64, String).self), by: \.0)
    let aliases = Dictionary(
      grouping: try all(
        "select merged_into, slug from matters where merged_into = any(\(ids)) order by slug",
        as: (Int64, String).self), by: \.0)
    let (timelines, relations) = (try timelines(of: ids), try relations(of: ids))
    return rows.map { id, slug, title, kind, court in
      MatterOnFile(
        id: id,
        matter: Matter(
          slug: slug, title: title, kind: kind, court: court, parties: parties[id]?.map(\.1) ?? [],
          timeline: timelines[id] ?? []),
        aliases: aliases[id]?.map(\.1) ?? [], relations: relations[id] ?? [],
        watchers: watchers[id]?.map(\.1) ?? [])
    }
  }

  private func timelines(of ids: [Int64]) throws -> [Int64: [MatterEntry]] {
    let rows = try run(
      """
      select s.matter_id, s.number, s.status, s.since, s.source, s.party, s.count, b.handle, s.recorded_on,
        s.forced_because
      from matter_statuses s join members b on b.id = s.recorded_by where s.matter_id = any(\(ids))
      """)
    var timelines: [Int64: [MatterEntry]] = [:]
    for row in rows {
      timelines[try row.column("matter_id"), default: []].append(
        MatterEntry(
          number: try row.column("number"), status: try row.column("status"), since: try row.column("since"),
          source: try row.column("source"), party: try row.column("party"), count: try row.column("count"),
          by: try row.column("handle"), recordedOn: try row.column("recorded_on"),
          forcedBecause: try row.column("forced_because")))
    }
    return timelines
  }

  private func relations(of ids: [Int64]) throws -> [Int64: [MatterRelation]] {
    let rows = try all(
      """
      select r.matter_id, r.relation, true, o.slug, o.title, o.status
      from matter_relations r join matters n on n.id = r.other_id join matters o on o.id = coalesce(n.merged_into, n.id)
      where r.matter_id = any(\(ids))
      union
      select r.other_id, r.relation, false, o.slug, o.title, o.status
      from matter_relations r join matters n on n.id = r.matter_id join matters o on o.id = coalesce(n.merged_into, n.id)
      where r.other_id = any(\(ids))
      order by 4
      """, as: (Int64, MatterRelation.Kind, Bool, String, String, String).self)
    return Dictionary(grouping: rows, by: \.0).mapValues { rows in
      rows.map {
        MatterRelation(kind: $0.1, isFromHere: $0.2, slug: $0.3, title: $0.4, status: $0.5)
      }
    }
  }

  /// The roles that somebody holds on any desk. Matters belong to the newsroom, not to a desk.
  func rolesAnywhere(_ caller: Caller) throws -> Set<Role> {
    Set(
      try all(
        """
        select distinct r.role from desk_roles r join members m on m.id = r.member_id
        where m.id = \(caller.memberID) and m.active
        """, as: Role.self))
  }

  /// Refuses acts of members who are on no desk.
  func mustBeOnADesk(_ caller: Caller, _ done: String) throws {
    if try rolesAnywhere(caller).isEmpty {
      throw Refusal(
        .notAllowed, "role", "Not \(done). \(caller.handle) has no role on any desk. Nothing was changed.")
    }
  }
}

extension Newsroom {
  /// Every matter that was not merged into another one; of one kind where it is given.
  public func matters(kind: String? = nil) async throws -> [MatterOnFile] {
    try await read { tx in
      try tx.matters("m.merged_into is null and (\(kind)::text is null or m.kind = \(kind))")
    }
  }

  /// One matter, with the places in drafts that are linked to it: at most `limit` claims, and how many there are.
  public func matter(
    _ slug: String, limit: Int
  ) async throws -> (matter: MatterOnFile, claims: [DatedClaim], count: Int, keyPoints: [LinkedKeyPoint]) {
    try await read { tx in
      let id = try tx.matterID(slug)
      guard let matter = try tx.matters("m.id = \(id)").first else {
        throw DatabaseError.decoding("matter \(id) is gone")
      }
      let today = try tx.today()
      let count =
        try tx.first(
          "select count(*) from claims where matter_id = \(id) and \(sql: isReadable("draft_id"))",
          as: Int.self) ?? 0
      let claims = try tx.claims(
        """
        c.id = any(array(
          select id from claims where matter_id = \(id) and \(sql: isReadable("draft_id"))
          order by draft_id, number limit \(limit)))
        """
      )
      return (
        matter, claims.map { DatedClaim(claim: $0, status: $0.status(on: today)) }, count,
        try tx.linkedKeyPoints(of: id)
      )
    }
  }

  /// Adds a matter, or says what one is that a draft only named.
  public func addMatter(
    _ new: NewMatter, caller: Caller,
    answer: @escaping @Sendable (Journaled<MatterOnFile>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    let slug = try Slug.check(new.slug, what: "matter")
    let kind = try MatterKind.named(new.kind)
    try check(new, kind)
    return try await perform(caller, answer: answer) { tx in
      try tx.mustBeOnADesk(caller, "added")
      var journal = try tx.insert(new, by: caller.actor, "nothing recorded") ?? tx.described(new, by: caller)
      if let standing = new.standing {
        journal = try tx.move(slug, standing, by: caller).journal ?? journal
      }
      return Journaled(
        value: try tx.onFile(try tx.matterID(slug)), journal: journal,
        notices: [new.court.flatMap(Policy.default.noticeOfUnknown)].compactMap(\.self))
    }
  }
}

private func check(_ new: NewMatter, _ kind: MatterKind) throws {
  guard new.parties.isEmpty || kind.isByParty else {
    throw Refusal(
      .usage, "party", "A matter of the kind \(kind.name) has no parties. Nothing was changed.")
  }
  let parties = new.parties.map(foldedName)
  guard parties.count <= 50, new.parties.allSatisfy({ (1...200).contains($0.utf8.count) }),
    Set(parties).count == parties.count
  else {
    throw Refusal(
      .unreadable, "party",
      "A matter has at most 50 parties, each once, of at most 200 bytes. Nothing was changed.")
  }
  if let court = new.court { _ = try Slug.check(court, what: "court") }
}
