import Editorial
import Postgres
import TextAnalysis

/// A desk whose imported claims wait to be asked about, with what decides how many are.
public struct WaitingDesk: Sendable {
  public let id: Int64
  /// Claims that were due when their story was imported.
  public let waiting: Int
  /// Active members, with the open questions whose turn it is theirs.
  public let members: [(handle: String, open: Int)]
  /// Open questions about its stories.
  public let open: Int
  /// Questions about them that were opened for the night.
  public let asked: Int
}

/// Claims that wait, and may be asked about.
private let waits: SQL =
  "c.waits is not null and c.watched and c.dismissed_at is null and c.retired_at is null"

extension Newsroom {
  public func waitingDesks(on date: CivilDate) async throws -> [WaitingDesk] {
    try await read { tx in
      let desks = try tx.all(
        """
        select d.desk_id, count(*) from claims c join drafts d on d.id = c.draft_id
        where \(sql: waits) and c.due <= \(date) and d.ended is null group by d.desk_id order by d.desk_id
        """, as: (Int64, Int).self)
      return try desks.map { desk, waiting in
        let members = try tx.all(
          """
          select m.handle, (select count(*) from follow_ups f where f.turn = m.id and f.status = 'open')
          from members m
          where m.active and exists (select from desk_roles r where r.member_id = m.id and r.desk_id = \(desk))
          order by m.handle
          """, as: (String, Int).self)
        let asked = try tx.first(
          """
          select count(*) filter (where f.status = 'open'), count(*) filter (where f.opened_on = \(date))
          from follow_ups f
          where (f.status = 'open' or f.opened_on = \(date)) and exists (
            select from follow_up_claims fc join claims c on c.id = fc.claim_id join drafts d on d.id = c.draft_id
            where fc.follow_up_id = f.id and d.desk_id = \(desk))
          """, as: (Int, Int).self)
        return WaitingDesk(
          id: desk, waiting: waiting, members: members.map { (handle: $0.0, open: $0.1) },
          open: asked?.0 ?? 0,
          asked: asked?.1 ?? 0)
      }
    }
  }

  /// Of what waits on a desk the claims that come next: by rank, then the newest story.
  public func nextClaimsWaiting(
    on desk: WaitingDesk, atMost limit: Int, date: CivilDate
  ) async throws -> [StaleClaim] {
    try await read { tx in
      let next = try tx.all(
        """
        select c.id from claims c join drafts d on d.id = c.draft_id
        where \(sql: waits) and c.due <= \(date) and d.desk_id = \(desk.id) and d.ended is null
        order by c.waits, c.as_of desc, c.id limit \(limit)
        """, as: Int64.self)
      let place = Dictionary(
        next.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
      return try tx.stale("c.id = any(\(next))").sorted {
        (place[$0.claim.id] ?? .max) < (place[$1.claim.id] ?? .max)
      }
    }
  }
}
