import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// Gives the archive check the stories that were filed before there was one, a few in each transaction. Does nothing
  /// once all of them are known.
  public func nameDraftsFromBefore() async throws {
    while try await write({ tx in try tx.nameSomeDrafts() }) {}
  }
}

/// Stories of one transaction: a second's work at most.
private let mostDrafts = 200

extension Transaction {
  /// Whether there may be more.
  fileprivate func nameSomeDrafts() throws -> Bool {
    // Locked in the order of their numbers, as whoever publishes locks them: names change with what is live.
    let drafts = try all(
      """
      select id from drafts where id in (select draft_id from unnamed_drafts order by draft_id limit \(mostDrafts))
      order by id for no key update
      """, as: Int64.self)
    let rows = try all(
      """
      select d.id, coalesce(p.on_day, r.dateline), r.text
      from drafts d join revisions r on r.id in (d.live_revision_id, d.latest_revision_id)
      left join publications p on p.revision_id = r.id
      where d.id = any(\(drafts)) and d.ended is null order by d.id, r.id
      """, as: (Int64, CivilDate, String).self)
    for (draft, dateline, text) in rows {
      try indexNames(
        of: try Filing.read(Array(text.utf8)), dateline: dateline, draft: draft, isLive: true)
    }
    try run("delete from unnamed_drafts where draft_id = any(\(drafts))")
    return !drafts.isEmpty
  }
}
