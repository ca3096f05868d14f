import Editorial
import Postgres
import TextAnalysis

extension Transaction {
  /// Writes the claims of a new revision. A known claim gets its new place; while the revision is the watched one
  /// its dateline counts the period anew, unless a person gave the next date.
  func insertClaims(
    in manuscript: Manuscript, dateline: CivilDate, draft: Int64, revision: Int64, before: Int64?,
    isWatched: Bool
  ) throws {
    let policy = try self.draftPolicy(of: revision)
    var known: Set<Int64> = []
    let told = Editorial.claims(in: manuscript, dateline: dateline)
    let quiet = try quietRules(among: told.map(\.rule), draft: draft, revision: revision)
    for found in told {
      let id =
        try claimID(found.kind, found.sentenceDigest, draft: draft)
        // Who stands accused is never left out, however often the rule is wrong.
        ?? insertClaim(
          found, origin: .engine, dateline: dateline, draft: draft, policy,
          quiet: quiet.contains(found.rule) && !found.person)
      known.insert(id)
      try wake(id, toldAnewAfter: before, found, dateline, policy)
      try insertOccurrences(of: id, found.occurrences, revision: revision)
    }
    try followClaimsAddedByHand(in: manuscript, draft: draft, revision: revision, except: known)
    try insertRepeatedClaims(in: manuscript, told, draft: draft, revision: revision)
    if isWatched { try countAnew(revision: revision, telling: told, dateline: dateline, policy) }
  }

  /// A claim that had ended and whose words the revision before did not tell is told anew, and lives again: the old
  /// paragraph in a new version is where harm is done.
  private func wake(
    _ id: Int64, toldAnewAfter before: Int64?, _ found: FoundClaim, _ dateline: CivilDate, _ policy: Policy
  ) throws {
    let due = policy.due(
      rule: found.rule, kind: found.kind, expected: found.expected, anchor: nil, dateline: dateline)
    try run(
      """
      update claims set retired_at = null, retired_because = null, asked = 0, as_of = \(dateline),
        expected = \(found.expected), due = \(due.on), due_because = \(due.because), waits = null
      where id = \(id) and retired_at is not null and not exists (
        select from claim_occurrences o where o.claim_id = \(id) and o.revision_id = \(before)::bigint)
      """)
  }

  func draftPolicy(of revision: Int64) throws -> Policy {
    guard
      let yaml = try first(
        "select p.yaml from revisions r join policies p on p.id = r.policy_id where r.id = \(revision)",
        as: (String).self)
    else { throw DatabaseError.decoding("revision \(revision) has no policy") }
    return try policy(yaml)
  }

  private func claimID(_ kind: ClaimKind, _ digest: [UInt8], draft: Int64) throws -> Int64? {
    try first(
      "select id from claims where draft_id = \(draft) and kind = \(kind) and sentence_digest = \(digest)",
      as: (Int64).self)
  }

  fileprivate func insertClaim(
    _ found: FoundClaim, origin: Origin, dateline: CivilDate, draft: Int64, _ policy: Policy,
    quiet: Bool = false
  ) throws -> Int64 {
    let due = policy.due(
      rule: found.rule, kind: found.kind, expected: found.expected, anchor: nil, dateline: dateline)
    let id = try first(
      """
      with next as (update drafts set claims = claims + 1 where id = \(draft) returning id, claims)
      insert into claims (draft_id, number, kind, rule, origin, sentence_digest, person, as_of, expected, due,
        due_because, quiet)
      select id, claims, \(found.kind), \(found.rule), \(origin), \(found.sentenceDigest), \(found.person)::boolean,
        \(dateline)::date, \(found.expected), \(due.on)::date, \(due.because), \(quiet)::boolean
      from next returning id
      """, as: (Int64).self)
    guard let id else { throw DatabaseError.decoding("draft \(draft) is gone") }
    return id
  }

  fileprivate func insertOccurrences(of id: Int64, _ occurrences: [FoundClaim.Occurrence], revision: Int64)
    throws
  {
    for (position, occurrence) in occurrences.enumerated() {
      try run(
        """
        insert into claim_occurrences (claim_id, revision_id, position, quote, span_start, span_end)
        values (\(id), \(revision), \(position + 1), \(occurrence.quote), \(occurrence.span.start),
          \(occurrence.span.end))
        """)
    }
  }

  /// Claims that people added stand where their words stand; the engine need not see them.
  private func followClaimsAddedByHand(
    in manuscript: Manuscript, draft: Int64, revision: Int64, except known: Set<Int64>
  ) throws {
    let byHand = try all(
      """
      select distinct on (c.id) c.id, o.quote from claims c join claim_occurrences o on o.claim_id = c.id
      where c.draft_id = \(draft) and c.origin = 'person' order by c.id, o.revision_id desc, o.position
      """, as: (Int64, String).self)
    for (id, quote) in byHand where !known.contains(id) {
      let told = places(of: quote, in: manuscript.text)
      try insertOccurrences(
        of: id, told.map { FoundClaim.Occurrence(quote: quote, span: $0) }, revision: revision)
    }
  }

  /// A claim that is added while the next revision is in review is watched where readers see its words.
  fileprivate func insertOccurrencesInLiveRevision(of id: Int64, _ quote: String, _ draft: Draft) throws {
    guard let live = draft.live, live.revision != draft.latest.number else { return }
    let row = try first(
      "select id, text from revisions where draft_id = \(draft.id) and number = \(live.revision)",
      as: (Int64, String).self)
    guard let (revision, text) = row else { return }
    try insertOccurrences(
      of: id, places(of: quote, in: text).map { FoundClaim.Occurrence(quote: quote, span: $0) },
      revision: revision)
  }

  /// Counts the claims of a revision from a dateline, relative dates in its words included. Keeps what must not move
  /// without an answer: a next date that a person gave, and the day of a claim that readers saw in `live` already,
  /// since when its clock runs.
  func countAnew(
    revision: Int64, telling told: [FoundClaim], dateline: CivilDate, live: Int64? = nil, _ policy: Policy
  ) throws {
    let counted = try all(
      """
      select distinct c.id, c.kind, c.sentence_digest
      from claim_occurrences o join claims c on c.id = o.claim_id
      where o.revision_id = \(revision) and c.asked = 0 and c.retired_at is null and c.overtaken_by is null
        and not exists (
          select from claim_occurrences l where l.claim_id = c.id and l.revision_id = \(live)::bigint)
      """, as: (Int64, ClaimKind, [UInt8]).self)
    let claims = try claims("c.id = any(\(counted.map(\.0)))")
    for (id, kind, digest) in counted {
      guard let claim = claims.first(where: { $0.id == id }) else { continue }
      // A date that the engine no longer reads in the words, such as a year that is over, still stands in them.
      let dated = told.first { $0.kind == kind && $0.sentenceDigest == digest && $0.expected != nil }
      let byHand = claim.origin == .person
      let (expected, rule) =
        byHand || dated == nil ? (claim.expected, claim.rule) : (dated?.expected, dated?.rule ?? claim.rule)
      let due = policy.due(
        rule: rule, kind: kind, expected: expected, anchor: claim.anchor, dateline: dateline,
        court: claim.court)
      try run(
        """
        update claims set as_of = \(dateline), rule = \(rule), expected = \(expected), due = \(due.on),
          due_because = \(due.because), waits = null
        where id = \(id)
        """)
    }
  }

  /// A claim that words can be overtaken, where nobody has written it down yet; nil when they stand neither in the latest
  /// revision nor in the one that readers see, or a person has ended it.
  func claim(on quote: String, in draft: Draft) throws -> Int64? {
    let told = try all(
      """
      select r.id, r.text from drafts d join revisions r on r.id in (d.latest_revision_id, d.live_revision_id)
      where d.id = \(draft.id) order by r.id desc
      """, as: (Int64, String).self
    ).map { revision, text in
      (
        revision: revision, text: text,
        places: places(of: quote, in: text).map { FoundClaim.Occurrence(quote: quote, span: $0) }
      )
    }
    guard let newest = told.first(where: { !$0.places.isEmpty }), let span = newest.places.first?.span else {
      return nil
    }
    let found = FoundClaim(
      kind: .ongoingState, rule: "by-hand",
      sentenceDigest: sentenceDigest(
        slice(newest.text, sentence(around: span, in: try Filing.read(Array(newest.text.utf8))))),
      person: false, expected: nil, occurrences: newest.places)
    guard try claimID(found.kind, found.sentenceDigest, draft: draft.id) == nil else { return nil }
    let id = try insertClaim(
      found, origin: .person, dateline: draft.live?.on ?? draft.latest.dateline, draft: draft.id, draft.policy
    )
    for one in told { try insertOccurrences(of: id, one.places, revision: one.revision) }
    try watchClaims(of: draft.id)
    return id
  }

  /// A figure that readers of a revision see, and that the engine has not taken for a claim.
  func insertFigure(_ quote: String, at span: Span, in draft: Draft, revision: Int64) throws -> Int64? {
    let found = FoundClaim(
      kind: .provisionalFigure, rule: "by-hand", sentenceDigest: sentenceDigest(quote), person: false,
      expected: nil, occurrences: [FoundClaim.Occurrence(quote: quote, span: span)])
    guard try claimID(found.kind, found.sentenceDigest, draft: draft.id) == nil else { return nil }
    let id = try insertClaim(
      found, origin: .engine, dateline: draft.live?.on ?? draft.latest.dateline, draft: draft.id, draft.policy
    )
    try insertOccurrences(of: id, found.occurrences, revision: revision)
    try watchClaims(of: draft.id)
    return id
  }

  fileprivate func lockClaim(_ reference: String) throws -> (Draft, Claim) {
    let place = try draftOf(reference, table: "claims", letter: "C", what: "claim")
    let draft = try lockDraft(place.slug)
    guard let claim = draft.claims.first(where: { $0.number == place.number }) else {
      throw Refusal(.missing, "claim", "There is no claim \(reference).")
    }
    return (draft, claim)
  }

  fileprivate func claimAfter(_ id: Int64) throws -> DatedClaim {
    guard let after = try claims("c.id = \(id)").first else {
      throw DatabaseError.decoding("claim \(id) is gone")
    }
    return DatedClaim(claim: after, status: after.status(on: try today()))
  }
}

/// A claim with its status on the newsroom's day.
public struct DatedClaim: Sendable {
  public let claim: Claim
  public let status: ClaimStatus
}

extension Newsroom {
  /// Claims of one draft or all, with the statuses that are asked for, those due first.
  ///
  /// - Parameter all: also those of rules that were mostly dismissed.
  public func claims(draft: String?, statuses: [ClaimStatus], all: Bool = false) async throws -> [DatedClaim]
  {
    try await read { tx in
      var condition: SQL =
        all ? isReadable("c.draft_id") : "not own.quiet and \(sql: isReadable("c.draft_id"))"
      if let draft { condition = condition + " and c.draft_id = \(try tx.draftID(draft))" }
      let today = try tx.today()
      return try tx.claims(condition)
        .map { DatedClaim(claim: $0, status: $0.status(on: today)) }
        .filter { statuses.contains($0.status) }
        .sorted { one, other in
          (one.claim.due.on?.dayNumber ?? .max, one.claim.id) < (
            other.claim.due.on?.dayNumber ?? .max, other.claim.id
          )
        }
    }
  }

  /// Adds a claim that the engine did not see.
  public func addClaim(
    _ slug: String, quote: String, kind: ClaimKind, expected: PartialDate?, matter: String?, caller: Caller,
    answer: @escaping @Sendable (Journaled<DatedClaim>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let matterID = try matter.map { try tx.heldMatter($0) }
      let draft = try tx.lockDraft(slug)
      try draft.mustBeUnderReview("changed")
      try tx.mustBeOn(draft.desk, caller, "added")
      let text = try tx.latestText(of: draft.id)
      let span = try locate(quote, in: text, named: "\(slug) r\(draft.latest.number)")
      let manuscript = try Filing.read(Array(text.utf8))
      let found = FoundClaim(
        kind: kind, rule: "by-hand",
        sentenceDigest: sentenceDigest(slice(text, sentence(around: span, in: manuscript))),
        person: false, expected: expected, occurrences: [FoundClaim.Occurrence(quote: quote, span: span)])
      let same = try tx.first(
        """
        select number from claims
        where draft_id = \(draft.id) and kind = \(kind) and sentence_digest = \(found.sentenceDigest)
        """, as: (Int).self)
      if let same {
        throw Refusal(
          .conflict, "claim-known",
          "C\(same) of \(slug) is this sentence with this kind already. Nothing was changed.")
      }
      let id = try tx.insertClaim(
        found, origin: .person, dateline: draft.live?.on ?? draft.latest.dateline,
        draft: draft.id,
        draft.policy)
      try tx.insertOccurrences(of: id, found.occurrences, revision: draft.latest.id)
      try tx.insertOccurrencesInLiveRevision(of: id, quote, draft)
      try tx.watchClaims(of: draft.id)
      if let matterID, let added = try tx.claims("c.id = \(id)").first {
        try tx.link(added, to: try tx.onFile(matterID), says: nil, party: nil, policy: draft.policy)
      }
      let after = try tx.claimAfter(id)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "claim-add",
        says: "\(caller.handle) added \(after.claim.label): “\(quote)”, \(after.claim.due.because).",
        facts: ["claim": after.claim.label, "kind": kind.rawValue])
      return Journaled(value: after, journal: journal)
    }
  }

  /// Says that a claim does not go out of date. Holds for the same words and kind in later revisions.
  public func dismissClaim(
    _ reference: String, reason: String, caller: Caller,
    answer: @escaping @Sendable (Journaled<DatedClaim>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let (draft, claim) = try tx.lockClaim(reference)
      try claim.mustBeOpen("dismissed")
      guard !(try tx.member(caller, on: draft.desk.id)).roles.isDisjoint(with: draft.policy.settle) else {
        throw Refusal(
          .notAllowed, "role",
          "Not dismissed. On desk \(draft.desk.slug) that is for \(list(draft.policy.settle.map(\.rawValue), "or")). "
            + "Nothing was changed.")
      }
      if let open = try tx.first(
        """
        select f.number from follow_up_claims fc join follow_ups f on f.id = fc.follow_up_id
        where fc.claim_id = \(claim.id) and fc.open
        """, as: (Int).self)
      {
        throw Refusal(
          .conflict, "asked", "Not dismissed. F\(open) asks about it; answer that. Nothing was changed.",
          next: ["stet follow-ups close F\(open) --as left-as-dated --note TEXT"])
      }
      try tx.run(
        """
        update claims set dismissed_by = \(caller.memberID), dismissed_at = now(), dismissed_reason = \(reason)
        where id = \(claim.id)
        """)
      let after = try tx.claimAfter(claim.id)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "claim-dismiss",
        says: "\(caller.handle) dismissed \(claim.label): \(reason)", facts: ["claim": claim.label])
      return Journaled(value: after, journal: journal)
    }
  }

  /// Records the day that a claim's period counts from, and counts it anew.
  public func anchorClaim(
    _ reference: String, _ anchor: Anchor, caller: Caller,
    answer: @escaping @Sendable (Journaled<DatedClaim>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let (draft, claim) = try tx.lockClaim(reference)
      try claim.mustBeOpen("anchored")
      try tx.mustBeOn(draft.desk, caller, "recorded")
      // A next date that a person gave with a source stays: an anchor says from when, not that anybody looked.
      let due =
        claim.asked > 0 || claim.isOvertaken
        ? claim.due
        : draft.policy.due(
          rule: claim.rule, kind: claim.kind, expected: claim.expected, anchor: anchor, dateline: claim.asOf,
          court: claim.court)
      try tx.run(
        """
        update claims set anchor_on = \(anchor.on), anchor_what = \(anchor.what), anchor_source = \(anchor.source),
          due = \(due.on), due_because = \(due.because)
        where id = \(claim.id)
        """)
      let after = try tx.claimAfter(claim.id)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "claim-anchor",
        says:
          "\(caller.handle) recorded that \(claim.label) counts from \(inWords(anchor.on)), \(anchor.what) "
          + "(\(anchor.source)); \(due.because).", facts: ["claim": claim.label, "on": anchor.on.description])
      return Journaled(value: after, journal: journal)
    }
  }
}
