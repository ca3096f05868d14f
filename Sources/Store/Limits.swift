import Editorial
import Postgres
import TextAnalysis

// Who reads a limited draft is decided by `may_read` of the schema alone. Lists ask it through these conditions, and whatever
// begins with a draft's name or number through the view `readable_drafts`.

/// That the draft of this id is no limited one that the transaction's reader may not read.
///
/// `column` is the program's own word, never input.
func isReadable(_ column: String) -> SQL {
  "\(unescaped: column) not in (select id from hidden_drafts)"
}

/// Of contradictions `c`: that all it quotes may be read. What is open stays: publication waits for it, whoever looks.
let contradictionIsReadable: SQL =
  "(c.status = 'open' or c.id not in (select id from contradictions_quoting_hidden))"

/// Of follow-ups `f`: that all its places may be read.
let followUpIsReadable: SQL =
  """
  not exists (
    select from follow_up_claims hc join claims hidden on hidden.id = hc.claim_id
    join hidden_drafts hd on hd.id = hidden.draft_id
    where hc.follow_up_id = f.id)
  """

/// Whom somebody names as readers: members and desks by id.
struct NamedReaders {
  let members: [Int64]
  let desks: [Int64]
}

extension Newsroom {
  /// Says who may read a draft besides whoever wrote it, in place of what was said before.
  ///
  /// - Parameter names: handles of members, and desks as `@business`.
  public func limit(
    _ slug: String, to names: [String], reason: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      try tx.noteBylines(of: draft.id)
      try draft.mayBeLimited(
        by: try tx.member(caller, on: draft.desk.id), writers: try tx.writers(of: draft.id))
      let readers = try tx.readers(named: names, "Nothing was changed.")
      try tx.insertLimit(readers, on: draft.id, reason: reason, by: caller.memberID)
      guard try tx.reads(caller.memberID, draft.id) else {
        throw Refusal(
          .usage, "reader",
          "Not limited. You could not read \(slug) any more: name yourself as well. Nothing was changed.")
      }
      try tx.mustStandNowhereElse(draft)
      if let plan = draft.schedule.plan, try !tx.reads(plan.byMember, draft.id) {
        throw Refusal(
          .conflict, "planned",
          "Not limited. \(plan.by) planned it for \(plan.moment.inBothZones), and could not read it any more. Name "
            + "\(plan.by) as well, or take the plan back. Nothing was changed.",
          next: ["stet unplan \(slug)"])
      }
      try tx.handOverQuestions(about: draft, caller)
      try tx.forgetAnswers(about: draft)
      let limit = try tx.limit(of: draft.id)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "limit",
        says: "\(caller.handle) limited \(slug) to \(limit?.inWords ?? ""): \(reason)",
        facts: ["to": limit?.typed ?? ""], event: "limited")
      let outcome = try tx.outcome(draft.id, journal: journal)
      let wasKnown =
        draft.limit == nil
        ? [
          "Its name was known: whoever files another draft as \(slug) is told that there is one. What was read of it before "
            + "was read."
        ] : []
      let named = outcome.draft.matters
      let matters =
        named.isEmpty
        ? []
        : [
          "Everybody sees that there \(named.count == 1 ? "is" : "are") \(list(named, "and")), the matters that it names."
        ]
      return outcome.adding(wasKnown + matters + outcome.draft.limitNotices)
    }
  }

  /// Gives a limited draft to every member again.
  public func openToAll(
    _ slug: String, reason: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      try draft.mayBeOpened(by: try tx.member(caller, on: draft.desk.id))
      try tx.openToAll(draft, reason: reason, by: caller.memberID)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "limit-lift",
        says: "\(caller.handle) opened \(slug) to the newsroom: \(reason)", event: "limit-lifted")
      return try tx.outcome(draft.id, journal: journal)
    }
  }
}

extension Transaction {
  /// Who may read a draft besides its writers; nil when it is not limited.
  func limit(of draft: Int64) throws -> Limit? {
    let row = try first(
      """
      select l.members, l.desks, m.handle, rfc3339(l.at), l.reason
      from drafts d
      cross join lateral (select * from limits x where x.draft_id = d.id order by x.id desc limit 1) l
      join members m on m.id = l.limited_by
      where d.id = \(draft) and d.limited
      """, as: ([Int64], [Int64], String, String, String?).self)
    guard let (members, desks, by, at, reason) = row else { return nil }
    return Limit(
      members: try all(
        "select handle, name from members where id = any(\(members)) order by handle",
        as: (String, String).self
      ).map { Limit.Named(handle: $0.0, name: $0.1) },
      desks: try all("select slug from desks where id = any(\(desks)) order by slug", as: String.self),
      by: by, at: at, reason: reason, writers: try writers(of: draft))
  }

  func insertLimit(_ readers: NamedReaders, on draft: Int64, reason: String?, by member: Int64) throws {
    try run(
      """
      insert into limits (draft_id, members, desks, reason, limited_by)
      values (\(draft), \(readers.members)::bigint[], \(readers.desks)::bigint[], \(reason), \(member))
      """)
    try run("update drafts set limited = true where id = \(draft) and not limited")
  }

  /// Gives a limited draft to everybody, and to other drafts what they say otherwise. What is open of it and quotes what
  /// not everybody may read is a suggestion again, for those who may.
  func openToAll(_ draft: Draft, reason: String, by member: Int64) throws {
    try run(
      "insert into limits (draft_id, reason, limited_by) values (\(draft.id), \(reason), \(member))")
    try run("update drafts set limited = false where id = \(draft.id)")
    try run(
      """
      update contradictions c set status = 'suggested'
      where c.draft_id = \(draft.id) and c.status = 'open' and exists (
        select from contradiction_passages p join revisions r on r.id = p.revision_id
        where p.contradiction_id = c.id and not read_by_all_of(c.draft_id, r.draft_id))
      """)
    try suggestCollisions(of: draft)
  }

  /// The members and desks of these names.
  ///
  /// - Parameter nothing: what was not done, as in "Nothing was filed."
  func readers(named names: [String], _ nothing: String) throws -> NamedReaders {
    let wanted = Set(names.filter { $0 != "" })
    guard !wanted.isEmpty, wanted.count <= 200 else {
      throw Refusal(
        .usage, "reader", "Name 1 to 200 readers: members, and desks as @business. \(nothing)")
    }
    var (members, desks): ([Int64], [Int64]) = ([], [])
    for name in wanted.sorted() {
      let id =
        name.hasPrefix("@")
        ? try first("select id from desks where slug = \(String(name.dropFirst()))", as: Int64.self)
        : try first("select id from members where handle = \(name) and active", as: Int64.self)
      guard let id else {
        throw Refusal(
          .missing, "reader",
          "“\(shortened(name))” is neither a member nor a desk; write ana or @business. \(nothing)")
      }
      if name.hasPrefix("@") { desks.append(id) } else { members.append(id) }
    }
    return NamedReaders(members: members, desks: desks)
  }

  /// Whether a member may read a draft.
  func reads(_ member: Int64, _ draft: Int64) throws -> Bool {
    try first(
      "select not limited or reads(\(member), id) from drafts where id = \(draft)", as: Bool.self) ?? false
  }

  /// Whether everybody who may read one draft may read the other.
  func isRead(_ there: Int64, byAllOf here: Int64) throws -> Bool {
    try first("select read_by_all_of(\(here), \(there))", as: Bool.self) ?? false
  }

  /// Those of these drafts that the transaction's reader may read.
  func readable(_ drafts: [Int64]) throws -> Set<Int64> {
    Set(try all("select id from readable_drafts where id = any(\(drafts))", as: Int64.self))
  }

  /// Members who filed a revision of a draft, or stand in its byline as far as that was written down.
  func writers(of draft: Int64) throws -> Set<Int64> {
    Set(
      try all(
        """
        select filed_by from revisions where draft_id = \(draft)
        union select member_id from byline_members where draft_id = \(draft)
        """, as: Int64.self))
  }

  /// Writes down who of the newsroom stands in the bylines of a draft: rules about names are not for the database.
  func noteBylines(of draft: Int64) throws {
    let bylines = try all("select byline from revisions where draft_id = \(draft)", as: ([String]).self)
      .flatMap { $0 }
    guard !bylines.isEmpty else { return }
    let members = try all(
      "select id, handle, name, former_names from members where active",
      as: (Int64, String, String, [String]).self
    ).map { Member(id: $0.0, handle: $0.1, name: $0.2, formerNames: $0.3, active: true, roles: []) }
    try run(
      """
      insert into byline_members (draft_id, member_id)
      select \(draft)::bigint, id from unnest(\(members.filter { $0.stands(in: bylines) }.map(\.id))::bigint[]) as n (id)
      on conflict do nothing
      """)
  }

  /// A slug for a draft that is filed limited: one that is taken must tell nothing.
  func unguessableSlug(_ wanted: String) throws -> String {
    for _ in 0..<20 {
      let slug = Slug.unguessable(wanted)
      if try first("select 1 from drafts where slug = \(slug)", as: Int.self) == nil { return slug }
    }
    throw Refusal(
      .conflict, "slug-taken", "There are too many drafts like \(wanted). Nothing was filed; add --slug SLUG."
    )
  }

  /// Refuses a limited draft that names a matter which nobody knows: matters are for the whole newsroom to see.
  func mustNameNoNewMatter(_ unknown: [String]) throws {
    guard let first = unknown.first else { return }
    throw Refusal(
      .conflict, "matter-unknown",
      "There is no matter “\(shortened(first))”, and naming it would show it to the whole newsroom. Nothing was filed; leave "
        + "it out, or add it first if everybody may know of it.",
      next: ["stet matters new \(first) --title TITLE --kind KIND"])
  }

  /// Those of these names that no matter has.
  func unknownMatters(_ slugs: [String]) throws -> [String] {
    guard !slugs.isEmpty else { return [] }
    let known = Set(try all("select slug from matters where slug = any(\(slugs))", as: String.self))
    return slugs.filter { !known.contains($0) }
  }

  /// Refuses to change who reads a draft while somebody else's work quotes it, or it quotes theirs, past its readers.
  func mustStandNowhereElse(_ draft: Draft) throws {
    let open = try all(
      """
      select d.slug || '/X' || c.number from contradictions c
      join readable_drafts d on d.id = c.draft_id
      where c.status = 'open' and exists (
        select from contradiction_passages p join revisions r on r.id = p.revision_id
        where p.contradiction_id = c.id and r.draft_id <> c.draft_id and \(draft.id) in (r.draft_id, c.draft_id)
          and not read_by_all_of(c.draft_id, r.draft_id))
      order by c.id
      """, as: String.self)
    if let first = open.first {
      throw Refusal(
        .conflict, "quoted",
        "Not changed. \(list(open, "and")) \(open.count == 1 ? "is" : "are") open and would quote what not all who read it "
          + "may read. Settle \(open.count == 1 ? "it" : "them") first. Nothing was changed.",
        next: ["stet contradictions settle \(first) --as OUTCOME"])
    }
    let asked = try all(
      """
      select f.number from follow_ups f
      where f.status = 'open' and exists (
        select from follow_up_claims fc join claims c on c.id = fc.claim_id
        join drafts d on d.id = c.draft_id and d.limited
        where fc.follow_up_id = f.id and c.draft_id = \(draft.id) and exists (
          select from follow_up_claims oc join claims o on o.id = oc.claim_id
          where oc.follow_up_id = f.id and o.draft_id <> \(draft.id)))
      order by f.number
      """, as: Int.self)
    if let first = asked.first {
      throw Refusal(
        .conflict, "asked",
        "Not changed. F\(first) asks about \(draft.slug) and other stories together. Answer it first. Nothing was changed.",
        next: ["stet follow-ups"])
    }
  }

  /// A question about a draft whose turn is somebody's who may not read it any more goes to whoever filed its latest
  /// revision.
  fileprivate func handOverQuestions(about draft: Draft, _ caller: Caller) throws {
    try run(
      """
      insert into assignments (follow_up_id, member_id, by_member)
      select f.id, \(draft.latest.filedBy)::bigint, \(caller.memberID)::bigint
      from follow_ups f
      left join follow_up_turns t on t.follow_up_id = f.id
      left join members m on m.handle = t.handle
      where f.status = 'open' and (m.id is null or not reads(m.id, \(draft.id))) and exists (
        select from follow_up_claims fc join claims c on c.id = fc.claim_id
        where fc.follow_up_id = f.id and c.draft_id = \(draft.id))
      """)
  }

  /// What members were answered who may not read the draft any more is not given again.
  fileprivate func forgetAnswers(about draft: Draft) throws {
    try run(
      """
      update idempotency_keys k set roles = null
      where position(\(Array("\"\(draft.slug)\"".utf8)) in body) > 0 and not reads(k.member_id, \(draft.id))
      """)
  }

  /// Refuses to leave something to a member who may not read a limited draft.
  func mustRead(_ handle: String, _ draft: Draft, _ done: String) throws {
    guard let limit = draft.limit,
      let id = try first("select id from members where handle = \(handle) and active", as: Int64.self),
      try !reads(id, draft.id)
    else { return }
    throw draft.mayNotRead(handle, done, limit: limit)
  }

  /// Refuses a deputy who may not read what a member has filed and that is under way.
  func mustReadInTheirPlace(_ deputy: Int64, _ handle: String, of caller: Caller) throws {
    let slug = try first(
      """
      select d.slug from drafts d join revisions r on r.id = d.latest_revision_id
      where d.limited and d.ended is null and r.filed_by = \(caller.memberID) and not reads(\(deputy), d.id)
      order by d.id limit 1
      """, as: String.self)
    guard let slug else { return }
    let draft = try draft(try draftID(slug))
    if let limit = draft.limit { throw draft.mayNotRead(handle, "recorded", limit: limit) }
  }

  /// Who is away, with the deputies who may read a draft.
  func absences(for draft: Draft) throws -> [Absence] {
    let away = try absences()
    guard draft.limit != nil, !away.isEmpty else { return away }
    let readers = Set(
      try all("select handle from members where active and reads(id, \(draft.id))", as: String.self))
    return away.map {
      Absence(
        member: $0.member, until: $0.until, deputy: $0.deputy.flatMap { readers.contains($0) ? $0 : nil })
    }
  }
}
