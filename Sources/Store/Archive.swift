import Editorial
import Postgres
import TextAnalysis

extension Transaction {
  /// What a revision has against other stories that name the same: found by an index of names, and judged by the engine.
  /// Limited stories are passed over that not all who read this one may read.
  ///
  /// - Parameter limited: looks at these stories alone.
  func archiveFindings(
    in manuscript: Manuscript, dateline: CivilDate, draft: Int64, among limited: [Int64]? = nil
  ) throws -> [ArchiveFinding] {
    let names = nameNumbers(of: manuscript)
    let others = try storiesNaming(names, around: dateline, but: draft, among: limited)
    guard !others.isEmpty else { return [] }
    return Editorial.archiveFindings(
      in: ComparedStory(manuscript, dateline: dateline), dateline: dateline, against: others)
  }

  /// Stories that name the most of the same, rare names first. Of a name that many stories have the newest are looked at,
  /// so that the cost follows the names and not the archive.
  private func storiesNaming(
    _ names: [Int64], around dateline: CivilDate, but draft: Int64, among limited: [Int64]?
  ) throws -> [ArchivedStory] {
    // Before any is chosen: a story that is passed over must not take the place of another.
    let chosen: SQL
    if let limited {
      chosen = "a.draft_id = any(\(limited))"
    } else {
      chosen = "a.draft_id <> all(\(try all("select h from hidden_from(\(draft)) h", as: Int64.self)))"
    }
    let rows = try all(
      """
      with found as (
        select n.name, s.draft_id, count(*) over (partition by n.name) as stories
        from unnest(\(names)::bigint[]) as n (name)
        cross join lateral (
          select a.draft_id from archive_names a
          where a.name = n.name and a.draft_id <> \(draft) and \(sql: chosen)
            and a.dateline between \(dateline)::date - \(daysApart)::integer and \(dateline)::date + \(daysApart)::integer
          order by a.dateline desc limit \(mostStoriesOfName)) s),
      nearest as (
        select draft_id, sum(1::float8 / stories) as weight from found
        group by draft_id having count(*) >= \(fewestNames) order by weight desc, draft_id desc limit \(mostStories))
      select d.slug, r.id, r.number, r.dateline, r.text
      from nearest n join drafts d on d.id = n.draft_id
      join revisions r on r.id = coalesce(d.live_revision_id, d.latest_revision_id)
      where d.ended is null order by n.weight desc, d.id desc
      """, as: (String, Int64, Int, CivilDate, String).self)
    return try rows.map { slug, revision, number, dateline, text in
      ArchivedStory(
        slug: slug, revision: revision, number: number, dateline: dateline,
        story: ComparedStory(try Filing.read(Array(text.utf8)), dateline: dateline))
    }
  }

  /// Adds the names of a draft's latest revision to those of the one that readers see.
  func indexNames(of manuscript: Manuscript, dateline: CivilDate, draft: Int64, isLive: Bool) throws {
    if !isLive { try forgetNames(of: draft) }
    try run(
      """
      insert into archive_names (name, dateline, draft_id)
      select name, \(dateline)::date, \(draft)::bigint from unnest(\(nameNumbers(of: manuscript))::bigint[]) as n (name)
      on conflict do nothing
      """)
  }

  func forgetNames(of draft: Int64) throws {
    try run("delete from archive_names where draft_id = \(draft)")
  }

  /// Writes down which sentences of other stories a revision overtakes.
  func insertUpdates(_ findings: [ArchiveFinding], revision: Int64) throws {
    for (index, one) in findings.enumerated() {
      try run(
        """
        insert into archive_updates (revision_id, position, rule, quote, span_start, span_end, other_revision_id,
          other_quote, other_span_start, other_span_end)
        values (\(revision), \(index + 1), \(one.rule), \(one.mine.quote), \(one.mine.span.start),
          \(one.mine.span.end), \(one.other.revision), \(one.others.quote), \(one.others.span.start),
          \(one.others.span.end))
        """)
    }
  }

  /// Makes the claims due that a published revision overtakes in other stories: somebody is asked, nothing is decided.
  /// Gives their labels, such as `harbour-fire C2`.
  func askWhatIsOvertaken(by revision: Revision, of slug: String, on day: CivilDate) throws -> [String] {
    try all(
      """
      with overtaken as (
        update claims c set due = least(coalesce(c.due, \(day)::date), \(day)::date),
          due_because = \(slug)::text || ' r' || \(revision.number)::text || ' says since ' || \(inWords(day))::text
            || ': “' || u.quote || '”', quiet = false, waits = null
        from archive_updates u join claim_occurrences o on o.revision_id = u.other_revision_id
        where u.revision_id = \(revision.id) and o.claim_id = c.id and o.span_start < u.other_span_end
          and u.other_span_start < o.span_end and c.dismissed_at is null and c.retired_at is null
        returning c.id, c.draft_id, c.number)
      select d.slug || ' C' || o.number from overtaken o join drafts d on d.id = o.draft_id
      -- What a limited story says is told to nobody here; its people see the day.
      where not d.limited order by o.id
      """, as: (String).self)
  }

  /// Sentences of other stories that a revision overtakes.
  func overtaken(by revision: Int64) throws -> [Overtaken] {
    try all(
      """
      select u.rule, u.quote, d.slug, r.number, r.dateline, u.other_quote
      from archive_updates u join revisions r on r.id = u.other_revision_id join readable_drafts d on d.id = r.draft_id
      where u.revision_id = \(revision) order by u.position
      """, as: (String, String, String, Int, CivilDate, String).self
    ).map {
      Overtaken(rule: $0.0, quote: $0.1, draft: $0.2, revision: $0.3, dateline: $0.4, otherQuote: $0.5)
    }
  }
}

/// Days between two stories that are held against each other.
private let daysApart = 90
/// Stories of one name that are looked at.
private let mostStoriesOfName = 100
/// Names that two stories have in common at least.
private let fewestNames = 2
/// Stories that a draft is held against, those with the rarest names in common.
private let mostStories = 8
