import Editorial
import Postgres
import TextAnalysis

extension Transaction {
  /// The newsroom's civil day now, or at another instant.
  func today(asOf instant: String? = nil) throws -> CivilDate {
    let day = try first(
      "select (coalesce(\(instant)::timestamptz, now()) at time zone time_zone)::date from newsroom",
      as: CivilDate.self)
    guard let day else {
      throw StoreError.schema("The newsroom is not initialised. Run: stet migrate")
    }
    return day
  }

  func addDesk(_ slug: String, by actor: Actor) throws {
    guard let id = try first("insert into desks (slug) values (\(slug)) returning id", as: (Int64).self)
    else { return }
    try run("insert into policies (desk_id, version, yaml) values (\(id), 1, \(Policy.defaultYAML))")
    try journal(
      .desk(id), by: actor, "desk-add",
      says: "Desk \(slug) was made, with the built-in policy as its version 1.",
      facts: ["desk": slug, "policyDigest": hexadecimal(sha256(Array(Policy.defaultYAML.utf8)))])
  }

  /// A desk by name; locked against changes of its roles until the transaction ends.
  /// - Parameter locks: keeps its roles as they are until the act is done; not for reading.
  func desk(_ slug: String, locks: Bool = true) throws -> Desk {
    let lock: SQL = locks ? "for share" : ""
    let found = try first("select id from desks where slug = \(slug) \(sql: lock)", as: (Int64).self)
    guard let id = found else {
      let known = try all("select slug from desks order by slug", as: (String).self)
      throw Refusal(
        .missing, "desk", "There is no desk “\(slug)”. There is \(list(known, "and")). Nothing was changed.")
    }
    return Desk(id: id, slug: slug)
  }

  /// Active members of a desk with their roles there, by handle.
  ///
  /// - Parameter draft: a limited draft: only those who may read it.
  func members(of desk: Int64, reading draft: Int64? = nil) throws -> [Member] {
    try all(
      """
      select m.id, m.handle, m.name, m.former_names, array_agg(r.role order by r.role)
      from desk_roles r join members m on m.id = r.member_id
      where r.desk_id = \(desk) and m.active and (\(draft)::bigint is null or reads(m.id, \(draft)))
      group by m.id order by m.handle
      """, as: (Int64, String, String, [String], [Role]).self
    ).map {
      Member(id: $0.0, handle: $0.1, name: $0.2, formerNames: $0.3, active: true, roles: Set($0.4))
    }
  }

  /// Refuses members who are not on the desk.
  func mustBeOn(_ desk: Desk, _ caller: Caller, _ done: String) throws {
    if try member(caller, on: desk.id).roles.isEmpty {
      throw Refusal(
        .notAllowed, "role",
        "Not \(done). \(caller.handle) has no role on desk \(desk.slug). Nothing was changed.")
    }
  }

  /// The caller with the roles that they hold on this desk now.
  func member(_ caller: Caller, on desk: Int64) throws -> Member {
    let row = try first(
      """
      select m.name, m.former_names, m.active, coalesce(array_agg(r.role) filter (where r.role is not null), '{}')
      from members m left join desk_roles r on r.member_id = m.id and r.desk_id = \(desk)
      where m.id = \(caller.memberID) group by m.id
      """, as: (String, [String], Bool, [Role]).self)
    guard let (name, formerNames, active, roles) = row, active else {
      throw Refusal(.notAllowed, "inactive", "\(caller.handle) is no active member. Nothing was changed.")
    }
    return Member(
      id: caller.memberID, handle: caller.handle, name: name, formerNames: formerNames, active: active,
      roles: Set(roles))
  }
}

/// A member as operators see them.
public struct Membership: Sendable {
  public let handle: String
  public let name: String
  public let active: Bool
  /// By desk.
  public let roles: [(desk: String, roles: [Role])]
}

/// Who a token speaks for.
public struct Bearer: Sendable {
  public let memberID: Int64
  public let handle: String
  public let name: String
}

extension Newsroom {
  public func addDesk(_ slug: String, by actor: Actor) async throws {
    try await write { tx in try tx.addDesk(slug, by: actor) }
  }

  /// Adds a member, or gives one who exists more roles on a desk.
  public func addMember(_ handle: String, name: String?, desk: String, roles: [Role], by actor: Actor)
    async throws
  {
    try await write { tx in
      guard
        let deskID = try tx.first(
          "select id from desks where slug = \(desk) for no key update", as: (Int64).self)
      else {
        _ = try tx.desk(desk)
        return
      }
      try tx.mustBeNoGuest(handle, name)
      let known = try tx.first(
        "select id from members where handle = \(handle) for no key update", as: (Int64).self)
      let added =
        try known
        ?? tx.first(
          "insert into members (handle, name) values (\(handle), \(name ?? handle)) returning id",
          as: (Int64).self)
      guard let id = added else { return }
      if known != nil, let name {
        try tx.run(
          """
          update members set name = \(name), former_names = array_append(former_names, name)
          where id = \(id) and name <> \(name)
          """)
      }
      try tx.run("update members set active = true where id = \(id)")
      for role in roles {
        try tx.run(
          "insert into desk_roles (desk_id, member_id, role) values (\(deskID), \(id), \(role)) on conflict do nothing"
        )
      }
      try tx.journal(
        .desk(deskID), by: actor, "member-add",
        says: "\(handle) is on desk \(desk) as \(list(roles.map(\.rawValue), "and")).",
        facts: ["member": handle, "name": name ?? "", "roles": roles.map(\.rawValue).joined(separator: " ")])
    }
  }

  /// Takes a member off every desk and revokes their tokens. What they signed stands.
  public func removeMember(_ handle: String, by actor: Actor) async throws {
    try await write { tx in
      try tx.run("select from desks order by id for no key update")
      guard
        let id = try tx.first(
          "select id from members where handle = \(handle) and guest is null for no key update",
          as: (Int64).self)
      else {
        throw Refusal(.missing, "member", "There is no member \(handle).")
      }
      try tx.run("update members set active = false where id = \(id)")
      try tx.run("delete from desk_roles where member_id = \(id)")
      try tx.run("update tokens set revoked_at = now() where member_id = \(id) and revoked_at is null")
      try tx.journal(
        .newsroom, by: actor, "member-remove", says: "\(handle) left; their tokens were revoked.",
        facts: ["member": handle])
    }
  }

  public func members() async throws -> [Membership] {
    try await read { tx in
      let rows = try tx.all(
        """
        select m.handle, m.name, m.active, d.slug,
          array_agg(r.role order by r.role) filter (where r.role is not null)
        from members m
        left join desk_roles r on r.member_id = m.id left join desks d on d.id = r.desk_id
        where m.guest is null
        group by m.id, d.slug order by m.handle, d.slug
        """, as: (String, String, Bool, String?, [Role]?).self)
      var members: [Membership] = []
      for (handle, name, active, desk, roles) in rows {
        let here = desk.map { [(desk: $0, roles: roles ?? [])] } ?? []
        if let last = members.last, last.handle == handle {
          members[members.count - 1] = Membership(
            handle: handle, name: name, active: active, roles: last.roles + here)
        } else {
          members.append(Membership(handle: handle, name: name, active: active, roles: here))
        }
      }
      return members
    }
  }

  public var isEmpty: Bool {
    get async throws {
      try await read { tx in try tx.first("select count(*) from members", as: (Int).self) == 0 }
    }
  }

  /// Makes a personal token. It is shown once: only its digest is stored.
  public func createToken(for handle: String, days: Int?, by actor: Actor) async throws -> String {
    let token = Token.random()
    try await write { tx in
      guard
        let (id, active) = try tx.first(
          "select id, active from members where handle = \(handle)", as: (Int64, Bool).self), active
      else {
        throw Refusal(
          .missing, "member", "There is no active member \(handle). No token was made.",
          next: ["stet member add \(handle) --desk main --role editor"])
      }
      let lifetime = days.map(String.init)
      try tx.run(
        """
        insert into tokens (member_id, digest, last_four, expires_at)
        values (\(id), \(token.digest), \(token.lastFour), now() + (\(lifetime)::text || ' days')::interval)
        """)
      try tx.journal(
        .newsroom, by: actor, "token-create",
        says: "A token ending in \(token.lastFour) was made for \(handle).",
        facts: ["member": handle])
    }
    return token.text
  }

  /// Revokes all tokens of a member. Gives how many there were.
  public func revokeTokens(of handle: String, by actor: Actor) async throws -> Int {
    try await write { tx in
      guard
        let id = try tx.first(
          "select id from members where handle = \(handle) and guest is null", as: (Int64).self)
      else {
        throw Refusal(.missing, "member", "There is no member \(handle).")
      }
      let revoked = try tx.run(
        "update tokens set revoked_at = now() where member_id = \(id) and revoked_at is null"
      ).affected
      try tx.journal(
        .newsroom, by: actor, "token-revoke", says: "\(revoked) tokens of \(handle) were revoked.",
        facts: ["member": handle])
      return revoked
    }
  }

  /// Who a token speaks for, or nil when it is unknown, revoked or expired.
  public func bearer(of token: String) async throws -> Bearer? {
    guard let digest = Token(token)?.digest else { return nil }
    return try await read { tx in
      try tx.first(
        """
        select m.id, m.handle, m.name from tokens t join members m on m.id = t.member_id
        where t.digest = \(digest) and t.revoked_at is null and m.active
          and (t.expires_at is null or t.expires_at > now())
        """, as: (Int64, String, String).self
      ).map { Bearer(memberID: $0.0, handle: $0.1, name: $0.2) }
    }
  }

  public func desks(of memberID: Int64) async throws -> [(desk: String, roles: [Role])] {
    try await read { tx in
      try tx.all(
        """
        select d.slug, array_agg(r.role order by r.role) from desk_roles r join desks d on d.id = r.desk_id
        where r.member_id = \(memberID) group by d.slug order by d.slug
        """, as: (String, [Role]).self
      ).map { (desk: $0.0, roles: $0.1) }
    }
  }
}
