import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// A story for other systems: the revision that readers see, before publication the latest one.
  public func outgoing(_ slug: String) async throws -> OutgoingStory {
    try await read { tx in
      let id = try tx.draftID(slug)
      let row = try tx.first(
        """
        select r.id, r.number, r.text, r.headline, r.byline, r.dateline, r.tags, r.wire, p.on_day,
          (select min(f.on_day) from publications f where f.draft_id = d.id), d.ended is not null,
          \(sql: inZone("t.at")), \(sql: inZone("t.first_at"))
        from drafts d cross join newsroom n join revisions r on r.id = coalesce(d.live_revision_id, d.latest_revision_id)
        left join publications p on p.revision_id = r.id
        cross join lateral (
          select
            case when p.id is null then \(sql: instantOrMidnight("r.filed_at", on: "r.dateline"))
              else \(sql: instantOrMidnight("p.recorded_at", on: "p.on_day")) end as at,
            (select min(\(sql: instantOrMidnight("f.recorded_at", on: "f.on_day"))) from publications f
              where f.draft_id = d.id) as first_at) t
        where d.id = \(id)
        """,
        as: (
          Int64, Int, String, String?, [String], CivilDate, [String], String?, CivilDate?, CivilDate?, Bool,
          String, String?
        ).self)
      guard
        let (
          revision, number, text, headline, byline, dateline, tags, wire, published, first, ended, at, firstAt
        ) = row
      else {
        throw DatabaseError.decoding("draft \(slug) has no revision")
      }
      guard !ended else {
        throw Refusal(.conflict, "ended", "\(slug) has ended: it is not given to other systems.")
      }
      return OutgoingStory(
        slug: slug, revision: number, manuscript: try Filing.read(Array(text.utf8)), headline: headline,
        byline: byline, dateline: dateline, published: published, firstPublished: first, at: at,
        firstAt: firstAt,
        matters: try tx.all(
          """
          select m.slug from revision_matters rm join matters m on m.id = rm.matter_id
          where rm.revision_id = \(revision) order by m.slug
          """, as: String.self),
        tags: tags, wire: wire, corrections: try tx.corrections("c.draft_id = \(id)").compactMap(\.outgoing))
    }
  }
}

/// An instant that belongs to a day of the newsroom; where it lies on another day only the day is known, and its midnight
/// stands for it. Both are columns, the program's own words and never input.
private func instantOrMidnight(_ column: String, on day: String) -> SQL {
  """
  case when (\(unescaped: column) at time zone n.time_zone)::date = \(unescaped: day) then \(unescaped: column)
    else \(unescaped: day)::timestamp at time zone n.time_zone end
  """
}

/// An instant as RFC 3339 in the newsroom's zone, so that whoever reads only its day reads the newsroom's.
private func inZone(_ column: String) -> SQL {
  let (local, utc): (SQL, SQL) = (
    "(\(unescaped: column) at time zone n.time_zone)", "(\(unescaped: column) at time zone 'UTC')"
  )
  return """
    to_char(\(sql: local), 'YYYY-MM-DD"T"HH24:MI:SS') || case when \(sql: local) < \(sql: utc) then '-' else '+' end
      || to_char(make_interval(secs => abs(extract(epoch from \(sql: local) - \(sql: utc)))::float8), 'HH24:MI')
    """
}
