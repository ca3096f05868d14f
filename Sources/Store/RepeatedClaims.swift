import Editorial
import Postgres
import TextAnalysis

extension Transaction {
  /// Writes down which sentences of a revision repeat a claim of a published story: the same sentence in a story that
  /// names the same, or another in which the same rule speaks of the same names.
  func insertRepeatedClaims(
    in manuscript: Manuscript, _ told: [FoundClaim], draft: Int64, revision: Int64
  ) throws {
    let names = nameNumbers(of: manuscript)
    var repeated = try sameSentences(in: manuscript, names: names, draft: draft)
    let known = Set(repeated.map(\.claim))
    repeated += try sameNames(in: manuscript, told, draft: draft).filter { !known.contains($0.claim) }
    let ordered = repeated.sorted { ($0.span.start, $0.claim) < ($1.span.start, $1.claim) }
    guard !ordered.isEmpty else { return }
    try run(
      """
      insert into repeated_claims (revision_id, position, span_start, span_end, claim_id)
      select \(revision)::bigint, position, span_start, span_end, claim_id
      from unnest(\(ordered.map(\.span.start))::bigint[], \(ordered.map(\.span.end))::bigint[],
        \(ordered.map(\.claim))::bigint[]) with ordinality as new (span_start, span_end, claim_id, position)
      """)
  }

  private func sameSentences(
    in manuscript: Manuscript, names: [Int64], draft: Int64
  ) throws -> [(span: Span, claim: Int64)] {
    let spans = manuscript.sentences + manuscript.signables.map(\.passage.span)
    let digests = spans.map { hexadecimal(sentenceDigest(slice(manuscript.text, $0))) }
    return try all(
      """
      select s.place, c.id
      from unnest(\(digests)::text[]) with ordinality as s (digest, place)
      cross join lateral (
        select c.id from claims c join drafts d on d.id = c.draft_id
        where c.sentence_digest = decode(s.digest, 'hex') and c.draft_id <> \(draft) and c.dismissed_at is null
          and d.live_revision_id is not null and d.ended is null
          and (select count(distinct a.name) from archive_names a
            where a.draft_id = c.draft_id and a.name = any(\(names)::bigint[])) >= \(fewestNames)
        order by c.retired_at is null, c.id desc limit \(mostTellings)) c
      """, as: (Int, Int64).self
    ).compactMap { place, claim in
      spans.indices.contains(place - 1) ? (span: spans[place - 1], claim: claim) : nil
    }
  }

  private func sameNames(
    in manuscript: Manuscript, _ told: [FoundClaim], draft: Int64
  ) throws -> [(span: Span, claim: Int64)] {
    try told.prefix(mostClaims).flatMap { claim -> [(span: Span, claim: Int64)] in
      guard let place = claim.occurrences.first?.span else { return [] }
      let mine = sentence(around: place, in: manuscript)
      let names = Set(nameNumbers(of: mine, in: manuscript))
      guard names.count >= fewestNames else { return [] }
      let candidates = try all(
        """
        with shared as (
          select s.draft_id from unnest(\(names.sorted())::bigint[]) as n (name)
          cross join lateral (
            select distinct draft_id from (
              select a.draft_id from archive_names a
              where a.name = n.name and a.draft_id not in (select id from drafts where limited)
              order by a.dateline desc
              limit \(mostStoriesOfName)) newest) s
          group by s.draft_id having count(*) >= \(fewestNames))
        select c.id, r.text, o.span_start, o.span_end
        from shared h join drafts d on d.id = h.draft_id join claims c on c.draft_id = d.id
        join claim_occurrences o on o.claim_id = c.id and o.revision_id = d.live_revision_id and o.position = 1
        join revisions r on r.id = o.revision_id
        where d.id <> \(draft) and d.ended is null and c.rule = \(claim.rule) and c.dismissed_at is null
        order by c.retired_at is null, c.id desc limit \(mostTellings)
        """, as: (Int64, String, Int, Int).self)
      return try candidates.compactMap { id, text, start, end in
        let other = try Filing.read(Array(text.utf8))
        let theirs = sentence(around: span(start, end), in: other)
        return nameTheSame(names, Set(nameNumbers(of: theirs, in: other))) ? (span: mine, claim: id) : nil
      }
    }
  }

  /// Sentences of a revision that repeat what is overtaken by now, in the order of the text; of each the newest word.
  func movedBackground(of revision: Int64) throws -> [MovedBackground] {
    let rows = try all(
      """
      select distinct on (o.span_start) convert_from(
          substring(convert_to(r.text, 'UTF8') from o.span_start::integer + 1
            for (o.span_end - o.span_start)::integer), 'UTF8'),
        o.span_start, o.span_end, o.draft, o.revision, o.dateline, o.other_quote, o.how, o.says, o.since, o.source,
        o.matter_kind
      from repeated_claims_overtaken o join revisions r on r.id = o.revision_id
      where o.revision_id = \(revision) order by o.span_start,
        (o.since || '~') collate "C" desc, o.position
      """,
      as: (
        String, Int, Int, String, Int, CivilDate, String, MovedBackground.How, String?, PartialDate, String?,
        String?
      ).self)
    return rows.map {
      MovedBackground(
        quote: $0.0, span: span($0.1, $0.2), draft: $0.3, revision: $0.4, dateline: $0.5, otherQuote: $0.6,
        how: $0.7, says: inWords(status: $0.8, kind: $0.11), since: $0.9, source: $0.10)
    }
  }
}

/// How a matter's status is said, such as "released without charge" of `released`; other words as they are.
private func inWords(status: String?, kind: String?) -> String? {
  status.map { name in MatterKind.all.first { $0.name == kind }?.status(name)?.inWords ?? name }
}

extension MovedBackground.How: PostgresDecodable {}

/// Names that two stories, or two sentences, have in common at least.
private let fewestNames = 2
/// Stories of one name that are looked at, the newest.
private let mostStoriesOfName = 200
/// Claims that one sentence is said to repeat: those that have ended first, then the newest.
private let mostTellings = 3
/// Claims of a revision whose names are looked up.
private let mostClaims = 30
