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
      if let desk { condition = condition + " and k.slug = \(desk)" }
      if let state { condition = condition + " and \(sql: isIn(state))" }
      if let after {
        guard let cursor = Int64(after) else {
          throw Refusal(.usage, "cursor", "“\(after)” is no cursor; take “next” from the page before.")
        }
        condition = condition + " and d.latest_revision_id < \(cursor)"
      }
      let rows = try tx.all(
        """
        select d.latest_revision_id, d.slug, k.slug, r.headline, r.number, r.dateline, m.handle, rfc3339(r.filed_at),
          d.ended, d.ready, d.present_key_points, d.signed_key_points, lr.number, lp.on_day,
          lp.origin, \(sql: isPlanned)
        from readable_drafts d
        join desks k on k.id = d.desk_id
        join revisions r on r.id = d.latest_revision_id
        join members m on m.id = r.filed_by
        left join revisions lr on lr.id = d.live_revision_id and d.ended is null
        left join publications lp on lp.revision_id = lr.id
        where \(sql: condition) order by d.latest_revision_id desc limit \(limit + 1)
        """,
        as: (
          Int64, String, String, String?, Int, CivilDate, String, String, Ending?, Bool, Int, Int, Int?,
          CivilDate?, PublicationOrigin?, Bool
        ).self)
      let page = rows.prefix(limit).map { row in
        let live: LiveRevision? =
          if let number = row.12, let on = row.13, let origin = row.14 {
            LiveRevision(revision: number, on: on, origin: origin)
          } else { nil }
        return DraftSummary(
          slug: row.1, desk: row.2, headline: row.3, revision: row.4,
          state: Draft.state(ended: row.8, live: live, latest: row.4, isReady: row.9, isPlanned: row.15),
          dateline: row.5,
          live: live,
          filedBy: row.6, filedAt: row.7, keyPoints: row.10, signed: row.11)
      }
      return (page, rows.count > limit ? rows.prefix(limit).last.map { String($0.0) } : nil)
    }
  }
}

private let isPlanned: SQL =
  "(d.plan_id is not null and not exists (select from plan_outcomes o where o.plan_id = d.plan_id))"

/// The drafts in a state, as `Draft.state` tells it, over the columns that acts keep up to date.
private func isIn(_ state: DraftState) -> SQL {
  switch state {
  case .spiked: "d.ended = 'spiked'"
  case .killed: "d.ended = 'killed'"
  case .published: "d.ended is null and d.live_revision_id = d.latest_revision_id"
  case .ready, .scheduled:
    """
    d.ended is null and d.live_revision_id is distinct from d.latest_revision_id and d.ready
      and \(sql: isPlanned) = \(state == .scheduled)::boolean
    """
  case .inReview:
    "d.ended is null and d.live_revision_id is distinct from d.latest_revision_id and not d.ready"
  case .withdrawn: "false"
  }
}
