import Editorial
import Postgres
import TextAnalysis

extension Transaction {
  /// What corrections that are open ask of a member: of the owner of a placement, and of the author of what is live.
  func corrections(waitingFor handle: String) throws -> [Waiting] {
    let today = try today()
    let owed = try corrections(
      """
      c.dropped_at is null and exists (
        select from owed_corrections o join placements p on p.id = o.placement_id join members m on m.id = p.owner_id
        where o.correction_id = c.id and o.done_at is null and (m.handle = \(handle) or (not m.active and exists (
          select from drafts d join desk_roles r on r.desk_id = d.desk_id and r.role = 'chief'
          join members h on h.id = r.member_id where d.id = c.draft_id and h.handle = \(handle)))))
      """)
    let unfixed = try corrections(
      """
      c.dropped_at is null and c.fixed_in is null and c.kind <> 'kill' and c.draft_id in (
        select d.id from drafts d join desk_roles r on r.desk_id = d.desk_id join members m on m.id = r.member_id
        where m.handle = \(handle) and m.active)
      """)
    return try owed.flatMap {
      $0.waits(for: handle, isChief: try isChief(handle, over: $0.draft), today: today)
    }
      + unfixed.compactMap { try revision(for: $0, by: handle) }
  }

  private func isChief(_ handle: String, over slug: String) throws -> Bool {
    try first(
      """
      select 1 from drafts d join desk_roles r on r.desk_id = d.desk_id join members m on m.id = r.member_id
      where d.slug = \(slug) and m.handle = \(handle) and r.role = 'chief'
      """, as: Int.self) != nil
  }

  private func revision(for correction: Correction, by handle: String) throws -> Waiting? {
    let draft = try draft(try draftID(correction.draft))
    let wrong = try revisions(of: draft.id).values.first { $0.number == correction.revision }
    guard let wrong, let member = draft.members.first(where: { $0.handle == handle }), wrong.isBy(member),
      let short = draft.falls(short: correction, sameText: false)
    else { return nil }
    return correction.waitsForRevision(short: draft.latest.number > correction.revision ? short : nil)
  }
}
