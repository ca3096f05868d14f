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
          (select min(f.on_day) from publications f where f.draft_id = d.id), d.ended is not null
        from drafts d join revisions r on r.id = coalesce(d.live_revision_id, d.latest_revision_id)
        left join publications p on p.revision_id = r.id
        where d.id = \(id)
        """,
        as: (
          Int64, Int, String, String?, [String], CivilDate, [String], String?, CivilDate?, CivilDate?, Bool
        ).self)
      guard
        let (revision, number, text, headline, byline, dateline, tags, wire, published, first, ended) = row
      else {
        throw DatabaseError.decoding("draft \(slug) has no revision")
      }
      guard !ended else {
        throw Refusal(.conflict, "ended", "\(slug) has ended: it is not given to other systems.")
      }
      return OutgoingStory(
        slug: slug, revision: number, manuscript: try Filing.read(Array(text.utf8)), headline: headline,
        byline: byline, dateline: dateline, published: published, firstPublished: first,
        matters: try tx.all(
          """
          select m.slug from revision_matters rm join matters m on m.id = rm.matter_id
          where rm.revision_id = \(revision) order by m.slug
          """, as: String.self),
        tags: tags, wire: wire, corrections: try tx.corrections("c.draft_id = \(id)").compactMap(\.outgoing))
    }
  }
}
