import Editorial
import Postgres
import TextAnalysis

/// An import that has begun, or goes on.
public struct ImportBegun: Sendable {
  public let id: Int64
  public let name: String
  /// Desk of every story that names none.
  public let desk: String
  /// The member who answers for it: what is imported counts as filed by them.
  public let member: String
  let memberID: Int64
  /// Items of that name that were brought in before.
  public let known: Int
  public let today: CivilDate
}

extension Newsroom {
  /// Begins an import, or goes on with the one of this name.
  ///
  /// - Parameters:
  ///   - member: handle of who answers for it; nil for the only member there is.
  ///   - desk: desk of every story that names none; `main` when nil.
  public func beginImport(named name: String, by member: String?, desk: String?) async throws -> ImportBegun {
    try await write { tx in
      let desk = try tx.desk(desk ?? "main")
      let members = try tx.members(of: desk.id)
      let chosen = member == nil && members.count == 1 ? members.first : members.first { $0.handle == member }
      guard let chosen else {
        let named = members.isEmpty ? "Nobody is." : "There is \(list(members.map(\.handle), "and"))."
        throw Refusal(
          .usage, "member",
          (member.map { "\($0) is not on desk \(desk.slug). \(named)" }
            ?? "Somebody on desk \(desk.slug) answers for what is imported. \(named)")
            + " Name one with --by. Nothing was imported.")
      }
      try tx.run("insert into imports (name) values (\(name)) on conflict do nothing")
      guard
        let (id, known) = try tx.first(
          """
          select i.id, (select count(*) from imported_items m where m.import_id = i.id) from imports i
          where i.name = \(name)
          """, as: (Int64, Int).self)
      else { throw DatabaseError.decoding("import \(name) is gone") }
      return ImportBegun(
        id: id, name: name, desk: desk.slug, member: chosen.handle, memberID: chosen.id, known: known,
        today: try tx.today())
    }
  }

  /// Those of the digests whose bytes were brought in before.
  public func digestsBrought(_ digests: [[UInt8]]) async throws -> Set<[UInt8]> {
    try await read { tx in try tx.digestsBrought(digests) }
  }

  /// Files stories as published on their days, all or none, and gives the outcome of each. What was brought in before,
  /// also by another run at the same moment, is left as it is.
  public func bring(_ stories: [ImportedStory], in begun: ImportBegun, by actor: Actor) async throws
    -> [ImportOutcome]
  {
    try await write { tx in
      // Two runs of one import take turns, so that the second sees what the first brought.
      try tx.run("select from imports where id = \(begun.id) for no key update")
      var brought = try tx.digestsBrought(stories.map(\.digest))
      var names = try tx.namesBrought(stories.map(\.item), in: begun)
      var outcomes: [ImportOutcome?] = []
      var new: [ImportedStory] = []
      for story in stories {
        if !brought.insert(story.digest).inserted {
          outcomes.append(.known)
        } else if let slug = names[story.item] {
          outcomes.append(.changed(slug: slug))
        } else {
          names[story.item] = "another story of this archive"
          outcomes.append(nil)
          new.append(story)
        }
      }
      var filed = try tx.insert(new, in: begun, by: actor)[...]
      return outcomes.map { $0 ?? filed.popFirst() ?? .known }
    }
  }

  /// Writes down that a run of an import is over.
  public func finishImport(_ begun: ImportBegun, filed: Int, failed: Int, by actor: Actor) async throws
    -> String
  {
    try await write { tx in
      // The first filing after it is planned by what is there now, and not by what PostgreSQL has looked at so far.
      if filed > 0 { try tx.run("analyze drafts, revisions, claims, claim_occurrences, archive_names") }
      return try tx.journal(
        .newsroom, by: actor, "import",
        says:
          "\(filed) stories of the archive \(begun.name) were imported as published; \(begun.member) answers for them. "
          + "\(failed) items could not be.",
        facts: [
          "import": begun.name, "filed": String(filed), "failed": String(failed), "member": begun.member,
        ],
        event: "imported")
    }
  }
}

/// A story with the rows that it becomes.
private struct NewDraft {
  let story: ImportedStory
  let slug: String
  let id: Int64
  let revision: Int64
  let desk: PolicyOfDesk
  var due: [Due] = []
  var waits: [Int?] = []
}

private struct PolicyOfDesk {
  let id: Int64
  let policyID: Int64
  let policy: Policy
}

extension Transaction {
  fileprivate func digestsBrought(_ digests: [[UInt8]]) throws -> Set<[UInt8]> {
    Set(
      try all(
        """
        select digest from imported_items
        where digest in (select decode(x, 'hex') from unnest(\(digests.map(hexadecimal))::text[]) x)
        """, as: [UInt8].self))
  }

  /// The slugs that items of this archive were filed under, by their names there; what this newsroom exported is its own.
  fileprivate func namesBrought(_ names: [String], in begun: ImportBegun) throws -> [String: String] {
    let own = names.filter { $0.hasPrefix(exportedName) }.map { String($0.dropFirst(exportedName.count)) }
    return Dictionary(
      try all(
        """
        select m.item, d.slug from imported_items m join drafts d on d.id = m.draft_id
        where m.import_id = \(begun.id) and m.item = any(\(names))
        union all
        select \(exportedName) || d.slug, d.slug from drafts d where d.slug = any(\(own))
        """, as: (String, String).self), uniquingKeysWith: { first, _ in first })
  }

  /// Writes the stories with all that is found in them, in few statements of many rows.
  fileprivate func insert(_ stories: [ImportedStory], in begun: ImportBegun, by actor: Actor) throws
    -> [ImportOutcome]
  {
    guard !stories.isEmpty else { return [] }
    var drafts = try numbered(stories, in: begun)
    for index in drafts.indices {
      let (story, policy) = (drafts[index].story, drafts[index].desk.policy)
      drafts[index].due = story.claims.map {
        policy.due(rule: $0.rule, kind: $0.kind, expected: $0.expected, anchor: nil, dateline: story.on)
      }
      drafts[index].waits = zip(story.claims, drafts[index].due).map { claim, due in
        guard let on = due.on, on <= begun.today else { return nil }
        return baselineRank(rule: claim.rule, person: claim.person)
      }
    }
    try insertDrafts(drafts, in: begun)
    try insertSignables(drafts)
    try insertClaims(drafts)
    try insertNames(drafts)
    let answerable = Caller(memberID: begun.memberID, handle: begun.member, idempotency: nil)
    for draft in drafts {
      let named = try matters(named: draft.story.metadata.matters, by: actor)
      for matter in named {
        try run("insert into revision_matters (revision_id, matter_id) values (\(draft.revision), \(matter))")
      }
      if !named.isEmpty {
        try linkWhatFits(try matters("m.id = any(\(named))"), in: draft.id, policy: draft.desk.policy)
      }
      if !draft.story.contradictions.isEmpty {
        _ = try insertContradictions(
          draft.story.contradictions.map {
            PlacedContradiction($0, in: draft.story.manuscript, revision: draft.revision)
          }, before: [], draft: draft.id, revision: draft.revision, draft.story.manuscript, answerable)
      }
    }
    try journalImports(drafts, begun, by: actor)
    return drafts.map {
      .filed(slug: $0.slug, claims: $0.story.claims.count, waiting: $0.waits.count { $0 != nil })
    }
  }

  /// Gives each story its desk, its slug and its numbers.
  private func numbered(_ stories: [ImportedStory], in begun: ImportBegun) throws -> [NewDraft] {
    var desks: [String: PolicyOfDesk] = [:]
    for name in Set(stories.map { $0.metadata.desk ?? begun.desk }) {
      let desk = try desk(name)
      guard
        let (policyID, yaml) = try first(
          "select id, yaml from policies where desk_id = \(desk.id) order by version desc limit 1",
          as: (Int64, String).self)
      else { throw DatabaseError.decoding("desk \(name) has no policy") }
      desks[name] = PolicyOfDesk(id: desk.id, policyID: policyID, policy: try policy(yaml))
    }
    let wanted = stories.map(\.slugs)
    var taken = Set(
      try all("select slug from drafts where slug = any(\(wanted.flatMap { $0 }))", as: String.self))
    let numbers = try all(
      """
      select nextval(pg_get_serial_sequence('drafts', 'id')), nextval(pg_get_serial_sequence('revisions', 'id'))
      from generate_series(1, \(stories.count))
      """, as: (Int64, Int64).self)
    return try zip(zip(stories, wanted), numbers).map { pair, number in
      let (story, slugs) = pair
      guard let desk = desks[story.metadata.desk ?? begun.desk],
        let slug = slugs.first(where: { !taken.contains($0) })
      else {
        throw Refusal(.conflict, "slug-taken", "There is a draft “\(slugs.last ?? "")” already.")
      }
      taken.insert(slug)
      return NewDraft(story: story, slug: slug, id: number.0, revision: number.1, desk: desk)
    }
  }

  /// Drafts and revisions name each other: one statement makes both, since references are looked at when it ends.
  private func insertDrafts(_ drafts: [NewDraft], in begun: ImportBegun) throws {
    let stories = drafts.map(\.story)
    let texts = stories.map(\.manuscript)
    var ends: [Int] = []
    var originals: [UInt8] = []
    for story in stories {
      originals += story.original
      ends.append(originals.count)
    }
    try run(
      """
      with new as (
        select * from unnest(
          \(drafts.map(\.id))::bigint[], \(drafts.map(\.revision))::bigint[], \(drafts.map(\.desk.id))::bigint[],
          \(drafts.map(\.desk.policyID))::bigint[], \(drafts.map(\.slug))::text[], \(texts.map(\.text))::text[],
          \(texts.map { $0.headline?.words ?? "" })::text[], \(stories.map { joined($0.metadata.byline ?? []) })::text[],
          \(stories.map(\.on.description))::date[], \(texts.map(\.sentences.count))::integer[],
          \(texts.map(\.paragraphs.count))::integer[], \(texts.map(ranTogether))::text[],
          \(stories.map { joined($0.metadata.tags ?? []) })::text[], \(stories.map { $0.metadata.wire ?? "" })::text[],
          \(stories.map(\.mediaType))::text[], \(stories.map(\.original.count))::integer[], \(ends)::integer[],
          \(stories.map(\.claims.count))::integer[], \(texts.map(\.signables.count))::integer[],
          \(stories.map(\.item))::text[], \(stories.map { hexadecimal($0.digest) })::text[])
          as new (draft, revision, desk, policy, slug, text, headline, byline, day, sentences, paragraphs, ran_together,
            tags, wire, media_type, length, ends, claims, signables, item, digest)
      ), d as (
        insert into drafts (id, desk_id, slug, latest_revision_id, live_revision_id, claims, ready, present_key_points,
          placements)
        overriding system value
        select draft, desk, slug, revision, revision, claims, true, signables, 1 from new
      ), r as (
        insert into revisions (id, draft_id, number, original, media_type, text, headline, byline, dateline, filed_by,
          policy_id, sentences, paragraphs, ran_together, tags, wire)
        overriding system value
        select revision, draft, 1, substring(\(originals)::bytea from ends - length + 1 for length), media_type, text,
          nullif(headline, ''), string_to_array(byline, \(separator)), day, \(begun.memberID), policy, sentences, paragraphs,
          string_to_array(ran_together, ',')::bigint[], string_to_array(tags, \(separator)), nullif(wire, '')
        from new
      ), p as (
        insert into publications (draft_id, revision_id, on_day, by_member, overrides, origin)
        select draft, revision, day, \(begun.memberID), false, \(PublicationOrigin.imported) from new
      ), s as (
        insert into placements (draft_id, number, kind, owner_id, revision_id, out_at)
        select draft, 1, \(PlacementKind.site), \(begun.memberID), revision, day::timestamp at time zone n.time_zone
        from new, newsroom n
      )
      insert into imported_items (import_id, item, digest, draft_id)
      select \(begun.id), item, decode(digest, 'hex'), draft from new
      """)
  }

  private func insertSignables(_ drafts: [NewDraft]) throws {
    struct One {
      let draft: NewDraft
      let signable: Signable
      let position: Int
      let number: Int
      let supports: [Span]
    }
    let all = drafts.flatMap { draft in
      var numbers: [Form: Int] = [:]
      return zip(draft.story.manuscript.signables, draft.story.supports).enumerated().map { place, pair in
        numbers[pair.0.form, default: 0] += 1
        return One(
          draft: draft, signable: pair.0, position: place + 1, number: numbers[pair.0.form] ?? 1,
          supports: pair.1)
      }
    }
    let ids = try nextIDs(of: "key_points", all.count)
    let borne = zip(ids, all).flatMap { id, one in
      one.supports.enumerated().map { (id, one.draft.revision, $0.offset + 1, $0.element) }
    }
    let words = all.map(\.signable.passage.words)
    try run(
      """
      with new as (
        select * from unnest(
          \(ids)::bigint[], \(all.map(\.draft.id))::bigint[], \(all.map(\.draft.revision))::bigint[],
          \(all.map(\.number))::integer[], \(all.map(\.signable.form.rawValue))::text[], \(all.map(\.position))::integer[],
          \(words)::text[], \(all.map(\.signable.passage.span.start))::bigint[],
          \(all.map(\.signable.passage.span.end))::bigint[], \(words.map { hexadecimal(wordsDigest($0)) })::text[])
          as new (id, draft, revision, number, form, position, words, starts, ends, digest)
      ), k as (
        insert into key_points (id, draft_id, number, form) overriding system value select id, draft, number, form from new
      ), v as (
        insert into key_point_versions (key_point_id, revision_id, position, words, span_start, span_end, digest, words_from,
          written_in)
        select id, revision, position, words, starts, ends, decode(digest, 'hex'), revision, revision from new
      )
      insert into key_point_supports (key_point_id, revision_id, position, span_start, span_end, words_from, written_in)
      select id, revision, position, starts, ends, revision, revision from unnest(
        \(borne.map(\.0))::bigint[], \(borne.map(\.1))::bigint[], \(borne.map(\.2))::integer[],
        \(borne.map(\.3.start))::bigint[], \(borne.map(\.3.end))::bigint[])
        as borne (id, revision, position, starts, ends)
      """)
  }

  private func insertClaims(_ drafts: [NewDraft]) throws {
    struct One {
      let draft: NewDraft
      let claim: FoundClaim
      let number: Int
      let due: Due
      let waits: Int?
    }
    let all = drafts.flatMap { draft in
      draft.story.claims.indices.map {
        One(
          draft: draft, claim: draft.story.claims[$0], number: $0 + 1, due: draft.due[$0],
          waits: draft.waits[$0])
      }
    }
    guard !all.isEmpty else { return }
    let ids = try nextIDs(of: "claims", all.count)
    let places = zip(ids, all).flatMap { id, one in
      one.claim.occurrences.enumerated().map { (id, one.draft.revision, $0.offset + 1, $0.element) }
    }
    try run(
      """
      with new as (
        select * from unnest(
          \(ids)::bigint[], \(all.map(\.draft.id))::bigint[], \(all.map(\.number))::integer[],
          \(all.map(\.claim.kind.rawValue))::text[], \(all.map(\.claim.rule))::text[],
          \(all.map { hexadecimal($0.claim.sentenceDigest) })::text[], \(all.map(\.claim.person))::boolean[],
          \(all.map(\.draft.story.on.description))::date[], \(all.map { $0.claim.expected?.description ?? "" })::text[],
          \(all.map { $0.due.on?.description ?? "" })::text[], \(all.map(\.due.because))::text[],
          \(all.map { $0.waits ?? -1 })::integer[])
          as new (id, draft, number, kind, rule, digest, person, as_of, expected, due, due_because, waits)
      ), c as (
        insert into claims (id, draft_id, number, kind, rule, origin, sentence_digest, person, as_of, expected, due,
          due_because, watched, waits)
        overriding system value
        select id, draft, number, kind, rule, \(Origin.engine), decode(digest, 'hex'), person, as_of,
          nullif(expected, ''), nullif(due, '')::date, due_because, true, nullif(waits, -1)
        from new
      )
      insert into claim_occurrences (claim_id, revision_id, position, quote, span_start, span_end)
      select id, revision, position, quote, starts, ends from unnest(
        \(places.map(\.0))::bigint[], \(places.map(\.1))::bigint[], \(places.map(\.2))::integer[],
        \(places.map(\.3.quote))::text[], \(places.map(\.3.span.start))::bigint[], \(places.map(\.3.span.end))::bigint[])
        as place (id, revision, position, quote, starts, ends)
      """)
  }

  /// What later stories find these by.
  private func insertNames(_ drafts: [NewDraft]) throws {
    let names = drafts.flatMap { draft in draft.story.names.map { (draft.id, draft.story.on, $0) } }
    try run(
      """
      insert into archive_names (name, dateline, draft_id)
      select name, dateline, draft from unnest(
        \(names.map(\.2))::bigint[], \(names.map(\.1.description))::date[], \(names.map(\.0))::bigint[])
        as new (name, dateline, draft)
      """)
  }

  /// The first entry of each new draft's chain. Nobody is told: what an archive holds is no news.
  private func journalImports(_ drafts: [NewDraft], _ begun: ImportBegun, by actor: Actor) throws {
    guard let now = try first("select rfc3339(now())", as: String.self) else { return }
    let sealed = try drafts.map { draft in
      try SealedEntry(
        .draft(draft.id), seq: 1, after: JournalEntry.beforeTheFirst, at: now, by: actor, "import",
        says:
          "r1 of \(draft.slug) was imported from \(begun.name), as published on \(inWords(draft.story.on)); "
          + "\(begun.member) answers for it. Nothing of it was signed.",
        facts: [
          "slug": draft.slug, "revision": "1", "dateline": draft.story.on.description, "import": begun.name,
          "item": draft.story.item, "member": begun.member, "originalDigest": hexadecimal(draft.story.digest),
          "textDigest": hexadecimal(sha256(Array(draft.story.manuscript.text.utf8))),
        ])
    }
    let entries = sealed.map(\.entry)
    try run(
      """
      with new as (
        select chain, decode(salt, 'hex') as salt, payload, decode(digest, 'hex') as digest, decode(hash, 'hex') as hash,
          convert_to(bytes, 'UTF8') as bytes
        from unnest(
          \(entries.map(\.chain))::text[], \(sealed.map { hexadecimal($0.salt) })::text[],
          \(sealed.map(\.payload))::text[], \(entries.map { hexadecimal($0.payloadDigest) })::text[],
          \(entries.map { hexadecimal($0.hash) })::text[],
          \(entries.map { String(decoding: $0.bytes, as: UTF8.self) })::text[])
          as new (chain, salt, payload, digest, hash, bytes)
      ), h as (
        insert into journal_heads (chain, seq, hash) select chain, 1, hash from new
      ), e as (
        insert into journal_entries (chain, seq, at, actor, act, payload_digest, prev, hash, bytes)
        select chain, 1, now(), \(actor.spelling), 'import', digest, \(JournalEntry.beforeTheFirst), hash, bytes from new
      )
      insert into journal_payloads (chain, seq, salt, payload) select chain, 1, salt, payload from new
      """)
  }

  /// Numbers for so many new rows of a table.
  private func nextIDs(of table: String, _ count: Int) throws -> [Int64] {
    try all(
      "select nextval(pg_get_serial_sequence(\(table), 'id')) from generate_series(1, \(count))",
      as: Int64.self)
  }
}

/// Stands between the items of a list in one text; no line of a file has it.
private let separator = "\u{1F}"

private func joined(_ items: [String]) -> String { items.joined(separator: separator) }

private func ranTogether(in manuscript: Manuscript) -> String {
  placesInOrder(manuscript.ranTogether, in: manuscript.text).flatMap { [$0.offset, $0.line, $0.column] }
    .map(String.init).joined(separator: ",")
}
