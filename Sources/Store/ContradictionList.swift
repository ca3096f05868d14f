import Editorial
import Postgres
import TextAnalysis

/// Which contradictions somebody wants to see.
public struct ContradictionFilter: Sendable {
  /// Slugs.
  public var draft: String?
  public var matter: String?
  public var desk: String?
  /// Handle of the member whose turn it is.
  public var turn: String?
  public var kind: ContradictionKind?
  public var rule: String?
  /// Raised more days ago than this.
  public var olderThan: Int?
  public var statuses: Set<ContradictionStatus> = [.open, .suggested]
  /// Also suggestions that show on request only, and those whose words are gone.
  public var all = false

  public init() {}
}

/// A contradiction in a list over drafts.
public struct ListedContradiction: Sendable {
  public let contradiction: Contradiction
  public let desk: String
  public let policy: Policy
  /// Handles of the members whose turn it is.
  public let turn: [String]
}

extension Newsroom {
  /// Contradictions of all drafts, the oldest first, at most `limit`; `after` is the cursor of the page before. Gives the
  /// cursor of the next page, or nil at the end. No draft is loaded for it. Without a draft's name those that ended are
  /// left out.
  public func contradictions(
    _ filter: ContradictionFilter, limit: Int, after: String?
  ) async throws -> (contradictions: [ListedContradiction], next: String?) {
    try await read { tx in
      let cursor = try after.map { text in
        guard let cursor = Int64(text) else {
          throw Refusal(.usage, "cursor", "“\(text)” is no cursor; take “next” from the page before.")
        }
        return cursor
      }
      let ids = try tx.all(try tx.contradictionPage(filter, after: cursor, limit: limit + 1), as: Int64.self)
      let page = try tx.all(
        contradictionDesks(of: Array(ids.prefix(limit))), as: (Int64, Int64, String, Int64, String).self)
      var found: [Int64: Contradiction] = [:]
      for one in try tx.contradictions("c.id = any(\(page.map(\.0)))") { found[one.id] = one }
      let desks = Dictionary(grouping: page, by: \.1)
      let members = try Dictionary(uniqueKeysWithValues: desks.keys.map { ($0, try tx.members(of: $0)) })
      for (desk, rows) in desks {
        for one in try tx.withRecords(rows.compactMap { found[$0.0] }, onDesk: desk) { found[one.id] = one }
      }
      let listed = try page.compactMap { id, deskID, desk, filer, yaml -> ListedContradiction? in
        guard let one = found[id] else { return nil }
        let policy = try tx.policy(yaml)
        let turn = one.turn(filedBy: filer, members: members[deskID] ?? [], policy: policy)
        return ListedContradiction(contradiction: one, desk: desk, policy: policy, turn: turn.map(\.handle))
      }
      return (listed, ids.count > limit ? page.last.map { String($0.0) } : nil)
    }
  }
}

/// The statement that gives, of contradictions in the order of the list: id, desk's id and slug, who filed the latest
/// words, the policy.
func contradictionDesks(of ids: [Int64]) -> SQL {
  """
  select c.id, d.desk_id, k.slug, r.filed_by, p.yaml
  from contradictions c
  join drafts d on d.id = c.draft_id join desks k on k.id = d.desk_id
  join revisions r on r.id = d.latest_revision_id join policies p on p.id = r.policy_id
  where c.id = any(\(ids)) order by c.id
  """
}

extension Transaction {
  /// The statement that gives the ids of a page of the list. What it looks up in revisions and passages it looks up by key,
  /// row by row: a join would let the planner read all of them.
  func contradictionPage(_ filter: ContradictionFilter, after: Int64?, limit: Int) throws -> SQL {
    var condition: SQL =
      switch filter.statuses {
      case [.open, .suggested]: "c.status <> 'settled'"
      case Set(ContradictionStatus.allCases): "true"
      default: "c.status = any(\(filter.statuses.map(\.rawValue).sorted()))"
      }
    func also(_ more: SQL) { condition = condition + " and " + more }
    if let draft = filter.draft {
      also("c.draft_id = \(try draftID(draft))")
    } else {
      also("d.ended is null")
    }
    if let desk = filter.desk { also("d.desk_id = \(try self.desk(desk, locks: false).id)") }
    if let kind = filter.kind { also("c.kind = \(kind)") }
    if let rule = filter.rule { also("c.rule = \(rule)") }
    if let days = filter.olderThan { also("c.raised_at < now() - make_interval(days => \(days))") }
    if let matter = filter.matter { also(try names(matter: matterID(matter))) }
    if let turn = filter.turn { also(try isTurn(of: turn)) }
    if !filter.all {
      also("(c.status <> 'suggested' or not c.quiet and \(sql: isThere))")
    }
    if let after { also("c.id > \(after)") }
    also(contradictionIsReadable)
    return """
      select c.id from contradictions c join readable_drafts d on d.id = c.draft_id
      where \(sql: condition) order by c.id limit \(limit)
      """
  }

  /// Its words are in the latest revision.
  private var isThere: SQL {
    """
    (select p.seen_in from contradiction_passages p where p.contradiction_id = c.id
      order by p.seen_in desc limit 1) = d.latest_revision_id
    """
  }

  /// One of its stories names the matter.
  private func names(matter: Int64) throws -> SQL {
    """
    exists (select from revision_matters rm where rm.matter_id = \(matter) and (
      rm.revision_id = d.latest_revision_id or rm.revision_id in (
        select p.revision_id from contradiction_passages p where p.contradiction_id = c.id)))
    """
  }

  /// What `Contradiction.turn` says, as a condition.
  private func isTurn(of handle: String) throws -> SQL {
    guard
      let member = try first("select id from members where handle = \(handle) and active", as: Int64.self)
    else { throw Refusal(.missing, "member", "There is no member “\(handle)”.") }
    let policies = try all(
      """
      select p.id, p.yaml, array_agg(r.role) from policies p join desk_roles r on r.desk_id = p.desk_id
      where r.member_id = \(member) group by p.id
      """, as: (Int64, String, [Role]).self)
    let lettingSettle = try policies.filter { _, yaml, roles in
      !Set(roles).isDisjoint(with: try policy(yaml).settle)
    }
    let filer: SQL = "(select r.filed_by from revisions r where r.id = d.latest_revision_id)"
    let maySettle: SQL =
      """
      (select r.policy_id from revisions r where r.id = d.latest_revision_id) = any(\(lettingSettle.map(\.0)))
      """
    let isHere: SQL =
      """
      (select count(*) from desk_roles o join members m on m.id = o.member_id
        where o.desk_id = d.desk_id and o.member_id = \(sql: filer) and m.active) > 0
      """
    return """
      (c.status = 'open' and \(sql: maySettle) or c.status = 'suggested' and
        case when \(sql: isHere) then \(sql: filer) = \(member) else \(sql: maySettle) end)
      """
  }
}
