import Editorial
import Postgres
import TextAnalysis

extension Transaction {
  /// The drafts in which a contradiction has its passages, and the matters of claims that stand there.
  func surroundings(of draft: String, number: Int) throws -> (drafts: [String], matters: [Int64]) {
    let rows = try all(
      """
      select d.slug, array_remove(array_agg(distinct c.matter_id), null)
      from contradictions x
      join drafts o on o.id = x.draft_id
      join contradiction_passages p on p.contradiction_id = x.id
      join revisions r on r.id = p.revision_id
      join readable_drafts d on d.id = r.draft_id
      left join claims c on c.draft_id = d.id
      where o.slug = \(draft) and x.number = \(number)
      group by d.slug
      """, as: (String, [Int64]).self)
    return (rows.map(\.0), Array(Set(rows.flatMap(\.1))).sorted())
  }

  /// Asks about the words of published stories that another one supersedes, where no question stands. Gives a line for
  /// each question.
  ///
  /// Drafts and matters are locked.
  func askWhatIsSuperseded(
    _ contradiction: Contradiction, by later: Draft, in drafts: [String: Draft], _ matters: [Int64],
    _ caller: Caller
  ) throws -> [String] {
    let today = try today()
    var superseded: [Int64] = []
    for passage in contradiction.passages {
      guard let draft = drafts[passage.draft], draft.id != later.id, draft.live != nil, draft.end == nil
      else { continue }
      let told = try claims(telling: passage, in: draft)
      superseded += try told.isEmpty ? [claim(on: passage.quote, in: draft)].compactMap(\.self) : told
    }
    let because = "superseded by \(later.slug) r\(later.latest.number), said \(caller.handle)"
    try run(
      """
      update claims set due = least(coalesce(due, \(today)), \(today)), due_because = \(because), quiet = false,
        waits = null
      where id = any(\(superseded))
      """)
    var byMatter: [String: [Int64]] = [:]
    for claim in try claims("c.id = any(\(superseded))") {
      byMatter[claim.matter ?? "", default: []].append(claim.id)
    }
    return try byMatter.sorted(by: { $0.key < $1.key }).compactMap { slug, ids in
      let matter = slug == "" ? nil : (id: try matterID(slug), slug: slug)
      // A claim that was linked while this waited is asked about by itself.
      let held = matter.flatMap { matters.contains($0.id) ? $0 : nil }
      let asked = try ask(ids, of: held, on: today, caller.actor, "by \(caller.handle): \(because)")
      return asked.map { "\($0.label) asks about it: stet follow-ups" }
    }
  }

  /// Claims that readers see where a passage stands, and that nobody has ended.
  private func claims(telling passage: Contradiction.Passage, in draft: Draft) throws -> [Int64] {
    try all(
      """
      select distinct c.id from claims c
      join claim_occurrences o on o.claim_id = c.id
      join revisions r on r.id = o.revision_id
      where c.draft_id = \(draft.id) and r.number = \(passage.revision) and c.watched
        and o.span_start < \(passage.span.end) and \(passage.span.start) < o.span_end
        and c.dismissed_at is null and c.retired_at is null
      order by c.id
      """, as: Int64.self)
  }
}
