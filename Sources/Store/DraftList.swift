import Editorial
import Postgres
import TextAnalysis

/// A draft in a list.
public struct DraftSummary: Sendable {
  public let slug: String
  public let desk: String
  public let headline: String?
  public let revision: Int
  public let state: DraftState
  public let dateline: CivilDate
  public let live: LiveRevision?
  public let filedBy: String
  public let filedAt: String
  public let keyPoints: Int
  public let signed: Int
}

extension Newsroom {
  /// Drafts, the newest filing first, at most `limit`; `after` is the cursor of the page before. Gives the cursor of
  /// the next page, or nil at the end.
  public func drafts(
    desk: String?, state: DraftState?, limit: Int, after: String?
  ) async throws -> (drafts: [DraftSummary], next: String?) {
    try await read { tx in
      var condition: SQL = "true"
      if let desk {
        condition = condition + " and d.desk_id = (select id from desks where slug = \(desk))"
      }
      switch state {
      case .spiked: condition = condition + " and d.ended = 'spiked'"
      case .killed: condition = condition + " and d.ended = 'killed'"
      case .published:
        condition = condition + " and d.ended is null and d.live_revision_id = d.latest_revision_id"
      case .inReview, .ready:
        condition =
          condition + " and d.ended is null and d.live_revision_id is distinct from d.latest_revision_id"
      case .scheduled, .withdrawn: condition = "false"
      case nil: break
      }
      if let after {
        guard let cursor = Int64(after) else {
          throw Refusal(.usage, "cursor", "“\(after)” is no cursor; take “next” from the page before.")
        }
        condition = condition + " and d.latest_revision_id < \(cursor)"
      }
      // `ready` is computed, never stored: pages are read until enough drafts are in the state that is asked for.
      var found: [DraftSummary] = []
      var cursor: Int64?
      var more = true
      while found.count < limit, more {
        let from: SQL = cursor.map { " and d.latest_revision_id < \($0)" } ?? ""
        let ids = try tx.all(
          """
          select d.id, d.latest_revision_id from drafts d where \(sql: condition)\(sql: from)
          order by d.latest_revision_id desc limit \(limit + 1)
          """, as: (Int64, Int64).self)
        more = ids.count > limit
        for (id, revision) in ids.prefix(limit) where found.count < limit {
          let draft = try tx.draft(id)
          cursor = revision
          if state == nil || draft.state == state { found.append(DraftSummary(draft)) }
          if found.count == limit, revision != ids.last?.1 { more = true }
        }
        if ids.isEmpty { break }
      }
      return (found, more && found.count == limit ? cursor.map(String.init) : nil)
    }
  }
}

extension DraftSummary {
  init(_ draft: Draft) {
    let present = draft.keyPoints.filter { !$0.gone }
    self.init(
      slug: draft.slug, desk: draft.desk.slug, headline: draft.latest.headline, revision: draft.latest.number,
      state: draft.state, dateline: draft.latest.dateline, live: draft.live,
      filedBy: draft.latest.filedByHandle,
      filedAt: draft.latest.filedAt, keyPoints: present.count,
      signed: present.filter { draft.status(of: $0) == .signed }.count)
  }
}
