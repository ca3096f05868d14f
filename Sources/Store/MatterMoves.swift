import Editorial
import Postgres
import TextAnalysis

/// What a move did, or would do.
public struct MatterMoved: Sendable {
  public let matter: MatterOnFile
  public let moved: Moved
  /// Some of the claims that are due because of it, accused people first.
  public let places: [Claim]
  /// How many claims are due because of it, in how many drafts.
  public let claims: Int
  public let drafts: Int
  public let lapsed: [LapsedSignOff]
  /// Publications that were planned and, as they stand, do not go out any more.
  public let plans: [HinderedPlan]
  /// Address of the journal entry; nil when nothing was recorded.
  public let journal: String?
}

/// An approval that ended because a matter moved.
public struct LapsedSignOff: Sendable {
  public let draft: String
  public let label: String
  public let member: String
}

/// A planned publication that rests on what is no longer so.
public struct HinderedPlan: Sendable {
  public let draft: String
  public let revision: Int
  public let moment: Moment
  /// Handle of who planned it.
  public let by: String
}

/// Places that are listed with a move.
private let mostPlaces = 50

extension Newsroom {
  /// Records a move. Everything that hangs on it is done in the same transaction: each claim that says otherwise is due
  /// now, approvals until the matter moves lapse, and so do those of key points that say otherwise and are not out yet.
  public func moveMatter(
    _ slug: String, _ move: Move, caller: Caller,
    answer: @escaping @Sendable (MatterMoved) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in try tx.move(slug, move, by: caller) }
  }

  /// What a move would do, without doing it.
  public func tryMove(_ slug: String, _ move: Move, caller: Caller) async throws -> MatterMoved {
    try await read(by: .member(caller.memberID)).read { tx in
      let id = try tx.matterID(slug)
      guard let known = try tx.matters("m.id = \(id)").first else {
        throw DatabaseError.decoding("matter \(id) is gone")
      }
      let moved = try known.matter.move(move, by: caller.handle, on: try tx.today())
      guard case .moved(let entry, _) = moved else { return known.untouched(by: moved) }
      let saying = try tx.sayings(otherThan: entry, of: known)
      let found = try tx.all(
        """
        select c.id, c.draft_id from claims c, \(sql: saying.rows)
        where \(sql: saying.condition) and \(sql: isReadable("c.draft_id"))
        order by c.person desc, c.draft_id, c.number
        """, as: (Int64, Int64).self)
      var lapsing = try tx.lapsing(entry, of: known, until: try tx.idsMerged(into: id))
      var plans = try tx.plans(
        restingOn: "select unnest(\(found.map(\.0))::bigint[])", orOf: lapsing.map(\.draft))
      let shown = try tx.readable(lapsing.map(\.draft) + plans.map(\.draft))
      lapsing.removeAll { !shown.contains($0.draft) }
      plans.removeAll { !shown.contains($0.draft) }
      return MatterMoved(
        matter: known, moved: moved, places: try tx.places(found.prefix(mostPlaces).map(\.0)),
        claims: found.count, drafts: Set(found.map(\.1)).count,
        lapsed: lapsing.map(\.signOff), plans: plans.map(\.plan), journal: nil)
    }
  }
}

extension MatterOnFile {
  fileprivate func untouched(by moved: Moved) -> MatterMoved {
    MatterMoved(
      matter: self, moved: moved, places: [], claims: 0, drafts: 0, lapsed: [], plans: [], journal: nil)
  }
}

/// Claims of a matter that say otherwise than a status: how to find them, and why, in SQL.
private struct Sayings {
  /// What they say, and the reason in `because`, as `x`.
  let rows: SQL
  /// That claim `c` says `x`.
  let condition: SQL
}

extension Transaction {
  /// Records a move and does all that follows from it.
  func move(_ slug: String, _ move: Move, by caller: Caller) throws -> MatterMoved {
    let known = try lockedMatter(slug)
    try mustMove(move, caller)
    let moved = try known.matter.move(move, by: caller.handle, on: try today())
    if case .already = moved { return known.untouched(by: moved) }
    try insert(moved.entry, of: known.id, by: caller)
    guard let after = try matters("m.id = \(known.id)").first else {
      throw DatabaseError.decoding("matter \(slug) is gone")
    }
    try run("update matters set status = \(after.matter.statusInWords) where id = \(known.id)")
    guard case .moved(let entry, let before) = moved else {
      let receipt = try journalMove(moved, of: after, before: nil, claims: 0, drafts: 0, by: caller)
      return MatterMoved(
        matter: after, moved: moved, places: [], claims: 0, drafts: 0, lapsed: [], plans: [],
        journal: receipt)
    }
    try lockDrafts(restingOn: [known.id])
    let (claims, drafts) = try overtake(by: entry, of: after)
    let lapsed = try lapse(by: entry, of: after, until: try idsMerged(into: known.id), caller)
    let plans = try hinder(by: entry, of: after, lapsed.map(\.draft), caller)
    let shown = try readable(lapsed.map(\.draft) + plans.map(\.draft))
    let receipt = try journalMove(
      moved, of: after, before: before, claims: claims, drafts: drafts, by: caller)
    let places = try all(
      """
      select id from claims where matter_id = \(known.id) and overtaken_by = \(entry.number)
        and \(sql: isReadable("draft_id"))
      order by person desc, draft_id, number limit \(mostPlaces)
      """, as: Int64.self)
    return MatterMoved(
      matter: after, moved: moved, places: try self.places(places), claims: claims, drafts: drafts,
      lapsed: lapsed.filter { shown.contains($0.draft) }.map(\.signOff),
      plans: plans.filter { shown.contains($0.draft) }.map(\.plan), journal: receipt)
  }

  /// Who is on a desk moves; to force what does not follow is for those who answer for a desk.
  private func mustMove(_ move: Move, _ caller: Caller) throws {
    try mustBeOnADesk(caller, "moved")
    guard move.forcedBecause != nil else { return }
    if try rolesAnywhere(caller).isDisjoint(with: [.editor, .chief]) {
      throw Refusal(
        .notAllowed, "role",
        "Not moved. To force what does not follow is for an editor or chief. Nothing was changed.")
    }
  }

  private func insert(_ entry: MatterEntry, of matter: Int64, by caller: Caller) throws {
    try run(
      """
      insert into matter_statuses (matter_id, number, status, since, source, party, count, recorded_by, recorded_on,
        forced_because)
      values (\(matter), \(entry.number), \(entry.status), \(entry.since), \(entry.source), \(entry.party),
        \(entry.count), \(caller.memberID), \(entry.recordedOn), \(entry.forcedBecause))
      """)
  }

  /// Locks every draft that says something of these matters, or of those that were merged into them. A filing holds the
  /// matter while it links; from here on nobody changes what a move reads.
  func lockDrafts(restingOn matters: [Int64]) throws {
    try run(
      """
      select from drafts where id in (
        select draft_id from claims where matter_id = any(\(matters))
        union select k.draft_id from key_point_matters km join key_points k on k.id = km.key_point_id
          where km.matter_id = any(\(matters))
        union select k.draft_id from sign_offs s join key_points k on k.id = s.key_point_id
          where s.until_moves in (
            select id from matters where id = any(\(matters)) or merged_into = any(\(matters))))
      order by id for no key update
      """)
  }

  /// A matter and those that were merged into it.
  func idsMerged(into matter: Int64) throws -> [Int64] {
    try all("select id from matters where id = \(matter) or merged_into = \(matter)", as: Int64.self)
  }

  /// Makes every claim that says otherwise due now; gives how many, in how many drafts, of those that may be read here.
  /// Their drafts are locked.
  func overtake(by entry: MatterEntry, of known: MatterOnFile) throws -> (claims: Int, drafts: Int) {
    let saying = try sayings(otherThan: entry, of: known)
    let today = try today()
    let counts = try first(
      """
      with overtaken as (
        update claims c set due = least(coalesce(c.due, \(today)), \(today)), due_because = x.because,
          overtaken_by = \(entry.number), overtaken_at = clock_timestamp(), quiet = false,
          waits = null
        from \(sql: saying.rows) where \(sql: saying.condition)
        returning c.id, c.draft_id)
      select count(*), count(distinct draft_id) from overtaken where \(sql: isReadable("draft_id"))
      """, as: (Int, Int).self)
    return counts.map { (claims: $0.0, drafts: $0.1) } ?? (claims: 0, drafts: 0)
  }

  /// What the claims of a matter say otherwise. Thousands of them say few different things, and the rule decides on
  /// each of those once.
  fileprivate func sayings(otherThan entry: MatterEntry, of known: MatterOnFile) throws -> Sayings {
    let said = try all(
      """
      select distinct asserts, asserts_party, expected from claims
      where matter_id = \(known.id) and asserts is not null and dismissed_at is null and retired_at is null
      """, as: (String, String?, PartialDate?).self)
    var (asserted, parties, expected, reasons): ([String], [String], [String], [String]) = ([], [], [], [])
    for (status, party, date) in said {
      guard let because = entry.contradicts(status, expected: date, of: party, in: known.matter) else {
        continue
      }
      asserted.append(status)
      parties.append(party ?? "")
      expected.append(date?.description ?? "")
      reasons.append(because)
    }
    return Sayings(
      rows: """
        unnest(\(asserted)::text[], \(parties)::text[], \(expected)::text[], \(reasons)::text[])
          as x(asserts, party, expected, because)
        """,
      condition: """
        c.matter_id = \(known.id) and c.asserts = x.asserts and coalesce(c.asserts_party, '') = x.party
          and coalesce(c.expected, '') = x.expected and c.dismissed_at is null and c.retired_at is null
        """)
  }

  fileprivate func places(_ ids: [Int64]) throws -> [Claim] {
    let claims = try claims("c.id = any(\(ids))")
    return ids.compactMap { id in claims.first { $0.id == id } }
  }

  /// Approvals that end with a move: those given until one of the matters in `until` moves, and those of key points that
  /// say otherwise and are not out yet.
  fileprivate func lapsing(
    _ entry: MatterEntry, of known: MatterOnFile, until moved: [Int64]
  ) throws -> [(id: Int64, draft: Int64, revision: Int64, signOff: LapsedSignOff)] {
    let resting = try all(
      """
      select key_point_id, asserts, asserts_party, expected from key_points_resting_on_matters
      where matter_id = \(known.id) and asserts is not null
      """, as: (Int64, String, String?, PartialDate?).self)
    let otherwise = resting.filter {
      entry.contradicts($0.1, expected: $0.3, of: $0.2, in: known.matter) != nil
    }
    return try all(
      """
      select v.id, v.draft_id, d.latest_revision_id, d.slug, key_point_label(k.form, k.number), g.signer
      from sign_offs_as_they_stand v
      join signers g on g.id = v.member_id
      join key_points k on k.id = v.key_point_id
      join drafts d on d.id = v.draft_id
      where v.id in (
          select id from sign_offs
          where until_moves = any(\(moved))
          union
          select s.id from sign_offs s join key_points p on p.id = s.key_point_id join drafts r on r.id = p.draft_id
          where s.key_point_id = any(\(otherwise.map(\.0))) and r.live_revision_id is distinct from r.latest_revision_id)
        and v.verdict = 'approve' and v.standing in ('current', 'carried') and d.ended is null
      order by d.id, k.form, k.number, v.id
      """, as: (Int64, Int64, Int64, String, String, String).self
    ).map {
      (
        id: $0.0, draft: $0.1, revision: $0.2,
        signOff: LapsedSignOff(draft: $0.3, label: $0.4, member: $0.5)
      )
    }
  }

  /// Ends approvals, tells their drafts' journals, and writes anew what lists show of these drafts.
  func lapse(
    by entry: MatterEntry, of known: MatterOnFile, until moved: [Int64], _ caller: Caller
  ) throws -> [(draft: Int64, signOff: LapsedSignOff)] {
    let lapsing = try lapsing(entry, of: known, until: moved)
    let because = "matter moved: \(known.matter.slug) is \(entry.told(in: known.matter))"
    for (draft, ones) in Dictionary(grouping: lapsing, by: \.draft).sorted(by: { $0.key < $1.key }) {
      if let revision = ones.first?.revision {
        try insertStandings(
          ones.map { WrittenStanding(signOff: $0.id, standing: .outdated, because: because) },
          revision: revision)
      }
      try project(try self.draft(draft))
      let labels = Array(Set(ones.map(\.signOff.label))).sorted()
      let who = Array(Set(ones.map(\.signOff.member))).sorted()
      try journal(
        .draft(draft), by: caller.actor, "sign-offs-lapse",
        says:
          "The approvals of \(list(labels, "and")) by \(list(who, "and")) lapsed, because the \(because). What is "
          + "planned does not go out until they are signed again.",
        facts: ["matter": known.matter.slug, "keyPoints": labels.joined(separator: " ")],
        event: "sign-offs-lapsed")
    }
    return lapsing.map { (draft: $0.draft, signOff: $0.signOff) }
  }

  /// Open plans of a revision in which one of these claims stands, and of these drafts.
  fileprivate func plans(
    restingOn claims: SQL, orOf drafts: [Int64]
  ) throws -> [(draft: Int64, plan: HinderedPlan)] {
    try all(
      """
      select d.id, d.slug, r.number, rfc3339(p.at), newsroom_time(p.at), n.time_zone, m.handle
      from drafts d
      join plans p on p.id = d.plan_id
      join revisions r on r.id = p.revision_id
      join members m on m.id = p.planned_by
      cross join newsroom n
      where not exists (select from plan_outcomes o where o.plan_id = p.id) and (
        d.id = any(\(drafts)) or exists (
          select from claim_occurrences o where o.revision_id = p.revision_id and o.claim_id in (\(sql: claims))))
      order by d.id
      """, as: (Int64, String, Int, String, String, String, String).self
    ).map { draft, slug, revision, at, local, zone, by in
      (
        draft: draft,
        plan: HinderedPlan(
          draft: slug, revision: revision, moment: Moment(at: at, local: local, zone: zone), by: by)
      )
    }
  }

  /// Tells whoever planned what does not go out any more, and the chiefs, at once. The plan stays: what is mended in time
  /// goes out.
  func hinder(
    by entry: MatterEntry, of known: MatterOnFile, _ lapsed: [Int64], _ caller: Caller
  ) throws -> [(draft: Int64, plan: HinderedPlan)] {
    let plans = try plans(
      restingOn: "select id from claims where matter_id = \(known.id) and overtaken_by = \(entry.number)",
      orOf: lapsed)
    for (id, hindered) in plans {
      let draft = try draft(id)
      guard let plan = draft.schedule.plan else { continue }
      try journal(
        .draft(id), by: caller.actor, "plan-hindered",
        says:
          "As it stands r\(plan.revision) of \(draft.slug) does not go out on \(plan.moment.inBothZones), as "
          + "\(plan.by) had planned, because the matter \(known.matter.slug) is \(entry.told(in: known.matter)): "
          + draft.obstacles(to: plan).joined(separator: ". ") + ".",
        facts: [
          "draft": draft.slug, "revision": String(plan.revision), "planner": plan.by,
          "planned": plan.moment.at,
          "matter": known.matter.slug, "who": draft.whoHears(of: plan).map(\.handle).joined(separator: " "),
        ], event: "plan-hindered")
    }
    return plans
  }

  private func journalMove(
    _ moved: Moved, of known: MatterOnFile, before: MatterEntry?, claims: Int, drafts: Int,
    by caller: Caller
  ) throws -> String {
    let (entry, matter) = (moved.entry, known.matter)
    var says = "\(caller.handle) recorded that \(matter.slug) is \(entry.told(in: matter))"
    says += before.map { ", after it was \(matter.phrase(for: $0.status))." } ?? "."
    if case .putBefore(_, let standing) = moved {
      says += " That was before what was known: it stays \(matter.phrase(for: standing.status))."
    }
    if let reason = entry.forcedBecause { says += " Forced, because \(reason)." }
    if claims > 0 { says += " \(claims) claims in \(drafts) drafts are due." }
    return try journal(
      .matter(known.id), by: caller.actor, "matter-move", says: says,
      facts: [
        "matter": matter.slug, "to": entry.status, "from": before?.status ?? "",
        "since": entry.since.description, "party": entry.party ?? "", "count": entry.count ?? "",
        "claims": String(claims), "watchers": known.watchers.joined(separator: " "),
      ], event: "matter-moved")
  }
}
