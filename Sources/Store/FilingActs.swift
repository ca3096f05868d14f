import Editorial
import Postgres
import TextAnalysis

/// A draft after an act on it, with what the act did.
public struct ActOutcome: Sendable {
  public let draft: Draft
  /// Key points with the sign-offs that the act recorded, withdrew, carried or outdated, as they stand now.
  public let changed: [(keyPoint: KeyPoint, signOff: SignOff)]
  public var notices: [String]
  /// Address of the journal entry, such as `draft/12#7:HASH`: a receipt to keep.
  public let journal: String
}

extension ActOutcome {
  func adding(_ more: [String]) -> ActOutcome {
    var outcome = self
    outcome.notices += more
    return outcome
  }
}

extension Newsroom {
  /// Files a new draft, r1. Refuses a slug that is taken. One that is limited gets a slug that nobody guesses.
  ///
  /// - Parameter readers: who may read it besides its writers, as in `limit`; empty for every member.
  public func file(
    _ filing: Filing, limitedTo readers: [String] = [], caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      guard let wanted = filing.metadata.slug else {
        throw Refusal(
          .usage, "slug",
          "There is neither a headline nor a file name to make a slug from. Nothing was filed; add "
            + "--slug SLUG.")
      }
      var slug = try Slug.check(wanted)
      let limit = try readers.isEmpty ? nil : tx.readers(named: readers, "Nothing was filed.")
      if limit != nil {
        slug = try tx.unguessableSlug(slug)
        try tx.mustNameNoNewMatter(try tx.unknownMatters(filing.metadata.matters))
      }
      let matters = try tx.matters(named: filing.metadata.matters, by: caller.actor)
      let desk = try tx.deskForFiling(filing.metadata.desk, caller)
      try tx.mustFile(caller, on: desk)
      let id = try tx.first(
        "insert into drafts (desk_id, slug) values (\(desk.id), \(slug)) on conflict do nothing returning id",
        as: (Int64).self)
      guard let id else {
        throw Refusal(
          .conflict, "slug-taken",
          "There is a draft “\(slug)” already. Nothing was filed. To file this as its next revision name it with "
            + "--draft; to file another draft name it with --slug.",
          next: ["stet submit FILE --draft \(slug)", "stet show \(slug)"])
      }
      if let limit { try tx.insertLimit(limit, on: id, reason: nil, by: caller.memberID) }
      return try tx.insertRevision(
        filing, draft: id, slug: slug, desk: desk, before: nil, isLimited: limit != nil, matters: matters,
        caller)
    }
  }

  /// Files the next revision of a draft.
  public func revise(
    _ slug: String, with filing: Filing, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let unknown = try tx.unknownMatters(filing.metadata.matters)
      let matters = try tx.matters(named: filing.metadata.matters, by: caller.actor)
      let draft = try tx.lockDraft(slug)
      if draft.limit != nil { try tx.mustNameNoNewMatter(unknown) }
      try draft.mustBeUnderReview("filed")
      try tx.mustFile(caller, on: draft.desk)
      if let desk = filing.metadata.desk, desk != draft.desk.slug {
        throw Refusal(
          .conflict, "desk",
          "\(slug) is on desk \(draft.desk.slug), and a revision stays there. Nothing was filed.")
      }
      return try tx.insertRevision(
        filing, draft: draft.id, slug: slug, desk: draft.desk, before: draft, isLimited: draft.limit != nil,
        matters: matters, caller)
    }
  }
}

extension Transaction {
  /// The desk that is named, else the only one that the caller is on, else `main`.
  fileprivate func deskForFiling(_ named: String?, _ caller: Caller) throws -> Desk {
    if let named { return try desk(named) }
    let own = try all(
      """
      select distinct d.slug from desk_roles r join desks d on d.id = r.desk_id
      where r.member_id = \(caller.memberID) order by d.slug
      """, as: (String).self)
    guard let only = own.first else {
      throw Refusal(.notAllowed, "role", "\(caller.handle) is on no desk. Nothing was filed.")
    }
    guard own.count == 1 || own.contains("main") else {
      throw Refusal(
        .usage, "desk",
        "\(caller.handle) is on several desks: \(list(own, "and")). Nothing was filed; name one with "
          + "--desk.")
    }
    return try desk(own.count == 1 ? only : "main")
  }

  fileprivate func mustFile(_ caller: Caller, on desk: Desk) throws {
    let member = try member(caller, on: desk.id)
    if member.roles.isEmpty {
      throw Refusal(
        .notAllowed, "role", "\(caller.handle) has no role on desk \(desk.slug). Nothing was filed.")
    }
  }

  /// Writes the next revision with everything that is found in it, and what it does to signatures and claims.
  fileprivate func insertRevision(
    _ filing: Filing, draft id: Int64, slug: String, desk: Desk, before: Draft?, isLimited: Bool,
    matters: [Int64],
    _ caller: Caller
  ) throws -> ActOutcome {
    let (manuscript, kept) = try filing.completed(
      after: before?.keyPoints ?? [], headline: before?.latest.headline)
    let same = try before.map { try latestText(of: $0.id).utf8.elementsEqual(manuscript.text.utf8) } ?? false
    // A correction speaks from the day of the story that it corrects, unless it says otherwise.
    let dateline = try filing.metadata.published ?? before?.latest.dateline ?? today()
    let number = (before?.latest.number ?? 0) + 1
    let ranTogether = placesInOrder(manuscript.ranTogether, in: manuscript.text)
      .flatMap { [$0.offset, $0.line, $0.column] }
    let byline = filing.metadata.byline ?? before?.latest.byline ?? []
    let tags = filing.metadata.tags ?? before?.tags ?? []
    let wire = filing.metadata.wire ?? before?.wire ?? ""
    let inserted = try first(
      """
      insert into revisions (draft_id, number, original, media_type, text, headline, byline, dateline, filed_by,
        policy_id, sentences, paragraphs, ran_together, tags, wire)
      select \(id)::bigint, \(number), \(filing.original), \(filing.mediaType), \(manuscript.text),
        \(manuscript.headline?.words), \(byline), \(dateline), \(caller.memberID), p.id,
        \(manuscript.sentences.count), \(manuscript.paragraphs.count), \(ranTogether),
        \(tags), nullif(\(wire)::text, '')
      from policies p where p.desk_id = \(desk.id) order by p.version desc limit 1
      returning id
      """, as: (Int64).self)
    guard let revision = inserted else { throw DatabaseError.decoding("desk \(desk.slug) has no policy") }
    try run("update drafts set latest_revision_id = \(revision) where id = \(id)")
    if isLimited { try noteBylines(of: id) }
    for matter in matters {
      try run("insert into revision_matters (revision_id, matter_id) values (\(revision), \(matter))")
    }
    let matches = match(manuscript.signables, to: before?.keyPoints ?? [])
    let text = DatedText(manuscript, dateline: dateline)
    let followed = try before.map { FollowedText(from: try latestText(of: $0), to: text) }
    let authors = try insertStatements(of: text, matches, followed, draft: id, revision: revision)
    let changes = followed?.changes(of: matches) ?? matches.map { _ in nil }
    try insertKeyPoints(manuscript, matches, changes, authors, draft: id, revision: revision)
    let touched = try insertStandings(
      before?.keyPoints ?? [], matches, changes, text: manuscript.text, revision: revision, number: number)
    let archive = try archiveFindings(in: manuscript, dateline: dateline, draft: id)
    let reopened = try insertContradictions(
      Editorial.contradictions(in: manuscript, dateline: dateline).map {
        PlacedContradiction($0, in: manuscript, revision: revision)
      } + archive.filter { !$0.overtakes }.map { PlacedContradiction($0, revision: revision) },
      before: before?.contradictions ?? [], draft: id, revision: revision, manuscript, caller)
    try collide(manuscript, dateline: dateline, draft: id, revision: revision)
    try insertUpdates(archive.filter(\.overtakes), revision: revision)
    try indexNames(of: manuscript, dateline: dateline, draft: id, isLive: before?.live != nil)
    try insertClaims(
      in: manuscript, dateline: dateline, draft: id, revision: revision, before: before?.latest.id,
      isWatched: before?.live == nil)
    let asked = try askAboutFallenTolls(
      in: manuscript, dateline: dateline, after: before, number: number, caller)
    let onMatters = try linkAndPropose(
      manuscript, draft: id, slug: slug, policy: try draftPolicy(of: revision), named: matters,
      isNew: before == nil)
    let rescheduled = try reschedule(
      id, filing, revision: revision, number: number, before: before, caller)
    let limit = try isLimited && number == 1 ? limit(of: id) : nil
    let limited = limit.map { "It is limited to \($0.inWords)." }
    let journal = try journal(
      .draft(id), by: caller.actor, number == 1 ? "file" : "revise",
      says: ([
        "\(caller.handle) filed r\(number) of \(slug)." + costInWords(touched), reopening(reopened), limited,
      ]
      .compactMap(\.self) + asked).joined(separator: " "),
      facts: [
        "slug": slug, "revision": String(number), "dateline": dateline.description,
        "originalDigest": hexadecimal(sha256(filing.original)),
        "textDigest": hexadecimal(sha256(Array(manuscript.text.utf8))),
        "tags": tags.joined(separator: " "), "wire": wire,
      ], event: "revision-filed")
    let outcome = try outcome(
      id, touched: touched,
      notices: [
        limited.map {
          "\($0) Its name is \(slug), which nobody guesses: file the next revision with --draft \(slug)."
        }
      ]
      .compactMap(\.self) + asked + onMatters + filing.notices
        + [
          before.flatMap { same ? "The text is that of r\($0.latest.number), byte for byte." : nil },
          keeping(kept), reopening(reopened),
        ].compactMap(\.self) + rescheduled, journal: journal)
    return isLimited ? outcome.adding(outcome.draft.limitNotices) : outcome
  }

  private func keeping(_ labels: [String]) -> String? {
    guard !labels.isEmpty else { return nil }
    return
      "This file says nothing of \(list(labels, "and")); \(labels.count == 1 ? "it stands" : "they stand") as before."
  }

  private func reopening(_ contradictions: [Contradiction]) -> String? {
    guard !contradictions.isEmpty else { return nil }
    let labels = list(contradictions.map(\.label), "and")
    return
      "\(labels) \(contradictions.count == 1 ? "is" : "are") open again: this revision undoes what settled "
      + (contradictions.count == 1 ? "it." : "them.")
  }

  private func costInWords(_ touched: [TouchedSignOff]) -> String {
    let signatures = touched.filter(\.isApproval)
    let outdated = signatures.filter { $0.standing == .outdated }.map(\.label)
    let carried = signatures.filter { $0.standing == .carried }.count
    if outdated.isEmpty, carried == 0 { return "" }
    return outdated.isEmpty
      ? " \(carried) signatures carried."
      : " It cost the signatures on \(list(outdated, "and")); \(carried) carried."
  }

  private func insertKeyPoints(
    _ manuscript: Manuscript, _ matches: [KeyPointMatch], _ changes: [KeyPointChange?], _ authors: Authors,
    draft: Int64, revision: Int64
  ) throws {
    let points = manuscript.signables
    let bearing = supports(of: points.map(\.passage), in: manuscript)
    let forms = zip(points, matches).filter { $1.earlier == nil }.map(\.0.form)
    var fresh = try insertKeyPoints(forms, draft: draft).makeIterator()
    let ids = try matches.map { match in
      guard let id = match.earlier?.id ?? fresh.next() else {
        throw DatabaseError.decoding("draft \(draft) got too few key points")
      }
      return id
    }
    let spans = points.map(\.passage.span)
    let origins = points.map { authors.of($0.words) }
    try run(
      """
      insert into key_point_versions (key_point_id, revision_id, position, words, span_start, span_end, digest,
        words_from, written_in)
      select id, \(revision)::bigint, position, words, span_start, span_end, decode(digest, 'hex'), words_from,
        written_in
      from unnest(\(ids)::bigint[], \(points.map(\.words))::text[], \(spans.map(\.start))::bigint[],
        \(spans.map(\.end))::bigint[], \(points.map { hexadecimal(wordsDigest($0.words)) })::text[],
        \(origins.map(\.wordsFrom))::bigint[], \(origins.map(\.writtenIn))::bigint[]) with ordinality
        as new (id, words, span_start, span_end, digest, words_from, written_in, position)
      """)
    let found = ids.indices.flatMap { index in
      let kept = (changes[index]?.borneOutBy ?? []).filter { !bearing[index].contains($0) }
      return (bearing[index] + kept).prefix(2 * mostSupports).enumerated().map { place, span in
        (point: ids[index], place: place + 1, span: span, by: authors.of(slice(manuscript.text, span)))
      }
    }
    try run(
      """
      insert into key_point_supports (key_point_id, revision_id, position, span_start, span_end, words_from,
        written_in)
      select id, \(revision)::bigint, position, span_start, span_end, words_from, written_in
      from unnest(\(found.map(\.point))::bigint[], \(found.map(\.place))::integer[],
        \(found.map(\.span.start))::bigint[], \(found.map(\.span.end))::bigint[],
        \(found.map(\.by.wordsFrom))::bigint[], \(found.map(\.by.writtenIn))::bigint[])
        as new (id, position, span_start, span_end, words_from, written_in)
      """)
  }

  /// New labels, in their order. The draft's row is locked, so that no two get one.
  private func insertKeyPoints(_ forms: [Form], draft: Int64) throws -> [Int64] {
    guard !forms.isEmpty else { return [] }
    return try all(
      """
      with new as (
        select f.form, f.place, row_number() over (partition by f.form order by f.place)
          + coalesce((select max(k.number) from key_points k where k.draft_id = \(draft) and k.form = f.form), 0) as number
        from unnest(\(forms.map(\.rawValue))::text[]) with ordinality as f (form, place)),
      added as (
        insert into key_points (draft_id, form, number) select \(draft)::bigint, form, number from new
        returning id, form, number)
      select a.id from added a join new n using (form, number) order by n.place
      """, as: (Int64).self)
  }

  /// Writes what became of every sign-off that stood.
  private func insertStandings(
    _ old: [KeyPoint], _ matches: [KeyPointMatch], _ changes: [KeyPointChange?], text: String,
    revision: Int64,
    number: Int
  ) throws -> [TouchedSignOff] {
    guard !old.isEmpty else { return [] }
    let policy = try draftPolicy(of: revision)
    var changeOf: [Int64: KeyPointChange] = [:]
    for (match, change) in zip(matches, changes) {
      if let earlier = match.earlier { changeOf[earlier.id] = change }
    }
    var touched: [TouchedSignOff] = []
    var written: [WrittenStanding] = []
    for keyPoint in old {
      let change = changeOf[keyPoint.id]
      for signOff in keyPoint.standing {
        let (standing, because) = Editorial.standing(
          of: signOff, on: keyPoint, after: change, inRevision: number, under: policy, text: text)
        written.append(WrittenStanding(signOff: signOff.id, standing: standing, because: because))
        touched.append(
          TouchedSignOff(
            label: keyPoint.label, id: signOff.id, standing: standing, isApproval: signOff.verdict == .approve
          ))
      }
      // A question about these very words is open again when they come back; approvals have to be given anew.
      guard let words = change?.now else { continue }
      for signOff in keyPoint.signOffs
      where signOff.verdict == .query && signOff.standing == .outdated
        && signOff.wordsDigest == wordsDigest(words)
      {
        written.append(
          WrittenStanding(
            signOff: signOff.id, standing: .carried,
            because: "the words that \(signOff.member) asked about are back"))
        touched.append(
          TouchedSignOff(label: keyPoint.label, id: signOff.id, standing: .carried, isApproval: false))
      }
    }
    try insertStandings(written, revision: revision)
    return touched
  }
}

/// What a sign-off is worth from now on, and why.
struct WrittenStanding {
  let signOff: Int64
  let standing: Standing
  let because: String
}

/// A sign-off whose standing an act changed.
struct TouchedSignOff {
  let label: String
  let id: Int64
  let standing: Standing
  var isApproval = true
}

extension Transaction {
  /// Writes standings in their order: the last one of a sign-off counts.
  func insertStandings(_ written: [WrittenStanding], revision: Int64) throws {
    guard !written.isEmpty else { return }
    try run(
      """
      insert into sign_off_standings (sign_off_id, revision_id, standing, because)
      select sign_off, \(revision)::bigint, standing, because
      from unnest(\(written.map(\.signOff))::bigint[], \(written.map(\.standing.rawValue))::text[],
        \(written.map(\.because))::text[]) with ordinality as new (sign_off, standing, because, place)
      order by place
      """)
  }

  /// The draft as it stands after an act, with the sign-offs that the act touched.
  func outcome(
    _ draft: Int64, touched: [TouchedSignOff] = [], notices: [String] = [], journal: String
  ) throws -> ActOutcome {
    try watchClaims(of: draft)
    let after = try self.draft(draft)
    try project(after)
    let ids = Set(touched.map(\.id))
    let changed = after.keyPoints.flatMap { keyPoint in
      keyPoint.signOffs.filter { ids.contains($0.id) }.map { (keyPoint: keyPoint, signOff: $0) }
    }
    return ActOutcome(draft: after, changed: changed, notices: notices, journal: journal)
  }
}
