import Editorial
import Postgres
import TextAnalysis

/// A contradiction with the places of its passages, before it has a label.
struct PlacedContradiction {
  let kind: ContradictionKind
  let origin: Origin
  let rule: String
  let digest: [UInt8]
  let status: ContradictionStatus
  let note: String?
  let places: [(revision: Int64, quote: String, span: Span, says: String?)]
}

extension PlacedContradiction {
  init(_ found: FoundContradiction, in manuscript: Manuscript, revision: Int64) {
    self.init(
      kind: found.kind, origin: found.origin, rule: found.rule, digest: found.wordsDigest,
      status: found.status, note: found.explanation,
      places: found.passages.map { side in
        (
          revision, slice(manuscript.text, side.span), side.span,
          side.says.map { slice(manuscript.text, $0) }
        )
      })
  }

  init(_ found: ArchiveFinding, revision: Int64) {
    self.init(
      kind: .archive, origin: .engine, rule: found.rule, digest: found.digest, status: .suggested,
      note: found.explanation,
      places: [
        (revision, found.mine.quote, found.mine.span, nil),
        (found.other.revision, found.others.quote, found.others.span, nil),
      ])
  }
}

extension Transaction {
  /// Writes the contradictions of a new revision: known ones get their new places, others a new label. Gives those
  /// that were settled and are open again.
  func insertContradictions(
    _ found: [PlacedContradiction], before: [Contradiction], draft: Int64, revision: Int64,
    _ manuscript: Manuscript, _ caller: Caller
  ) throws -> [Contradiction] {
    var known: [[UInt8]: Int64] = [:]
    for (id, digest) in try all(
      "select id, words_digest from contradictions where draft_id = \(draft)", as: (Int64, [UInt8]).self)
    {
      known[digest] = id
    }
    let quiet = try quietRules(
      among: found.filter { $0.origin == .engine && known[$0.digest] == nil }.map(\.rule), draft: draft,
      revision: revision)
    var seen: Set<Int64> = []
    var reopened: [Contradiction] = []
    for one in found {
      let id =
        try known[one.digest]
        ?? insertContradiction(
          draft: draft, kind: one.kind, origin: one.origin, rule: one.rule, digest: one.digest,
          status: one.status, note: one.note, raisedBy: one.origin == .draft ? caller.memberID : nil,
          quiet: one.origin == .engine && quiet.contains(one.rule))
      known[one.digest] = id
      guard seen.insert(id).inserted else { continue }
      // What was cut or fixed is neither when it is found again.
      if let old = before.first(where: { $0.id == id }), old.status == .settled,
        old.outcome == .fixedHere || old.outcome == .cut
      {
        if try reopen(old) { reopened.append(old) }
      }
      try insertPassages(id, seenIn: revision, one.places)
    }
    for old in before where !seen.contains(old.id) {
      if try followPassages(of: old, into: revision, manuscript) { reopened.append(old) }
    }
    return reopened
  }

  /// Finds the quotes that a person flagged again, and re-opens what was settled as "both reported" when one side
  /// is no longer told.
  private func followPassages(
    of old: Contradiction, into revision: Int64, _ manuscript: Manuscript
  ) throws -> Bool {
    var places: [(Int64, String, Span, String?)] = []
    for passage in old.passages {
      if passage.draft != old.draft {
        if let other = try revisionID(passage.draft, passage.revision) {
          places.append((other, passage.quote, passage.span, passage.says))
        }
      } else if old.origin == .person,
        let span = try? locate(passage.quote, in: manuscript.text, named: "the text")
      {
        places.append((revision, passage.quote, span, passage.says))
      }
    }
    if places.count == old.passages.count { try insertPassages(old.id, seenIn: revision, places) }
    // Only the revision that cuts a side re-opens it, not every later one.
    guard old.status == .settled, old.outcome == .bothReported, !old.gone, places.count < old.passages.count
    else { return false }
    return try reopen(old)
  }

  /// Whether it is open again; one that not everybody may read is a suggestion again.
  private func reopen(_ old: Contradiction) throws -> Bool {
    let isForAll = try quotesPastReaders(old.id) == nil
    try run(
      """
      update contradictions set status = \(isForAll ? ContradictionStatus.open : .suggested), outcome = null, note = null, other_draft_id = null,
        settled_by = null, settled_at = null
      where id = \(old.id)
      """)
    return isForAll
  }

  private func revisionID(_ slug: String, _ number: Int) throws -> Int64? {
    try first(
      "select r.id from revisions r join drafts d on d.id = r.draft_id where d.slug = \(slug) and r.number = \(number)",
      as: (Int64).self)
  }

  func insertContradiction(
    draft: Int64, kind: ContradictionKind, origin: Origin, rule: String, digest: [UInt8],
    status: ContradictionStatus, note: String?, raisedBy: Int64?, quiet: Bool = false
  ) throws -> Int64 {
    let id = try first(
      """
      with next as (
        update drafts set contradictions = contradictions + 1 where id = \(draft) returning id, contradictions)
      insert into contradictions (draft_id, number, kind, origin, rule, words_digest, status, note, raised_by,
        quiet)
      select id, contradictions, \(kind), \(origin), \(rule), \(digest), \(status), \(note), \(raisedBy)::bigint,
        \(quiet)::boolean
      from next returning id
      """, as: (Int64).self)
    guard let id else { throw DatabaseError.decoding("draft \(draft) is gone") }
    return id
  }

  func insertPassages(
    _ id: Int64, seenIn: Int64, _ places: [(revision: Int64, quote: String, span: Span, says: String?)]
  ) throws {
    for (position, place) in places.enumerated() {
      try run(
        """
        insert into contradiction_passages (contradiction_id, seen_in, position, revision_id, quote, span_start,
          span_end, says)
        values (\(id), \(seenIn), \(position + 1), \(place.revision), \(place.quote), \(place.span.start),
          \(place.span.end), \(place.says))
        """)
    }
  }

  /// A contradiction by reference: its id, `X1` where only one draft has it, or `slug:X1`. Its draft is locked.
  fileprivate func lockContradiction(_ reference: String) throws -> (Draft, Contradiction) {
    let place = try draftOf(reference, table: "contradictions", letter: "X", what: "contradiction")
    return try contradiction(place.number, of: try lockDraft(place.slug), as: reference)
  }

  fileprivate func contradiction(_ number: Int, of draft: Draft, as reference: String) throws -> (
    Draft, Contradiction
  ) {
    guard let found = draft.contradictions.first(where: { $0.number == number }) else {
      throw Refusal(.missing, "contradiction", "There is no contradiction \(reference).")
    }
    return (draft, found)
  }

  /// As `lockContradiction`, with all that its settlement may touch, in the order that everybody keeps: matters, then drafts
  /// by id.
  fileprivate func lockToSettle(
    _ reference: String, _ settlement: Settlement
  ) throws -> (draft: Draft, found: Contradiction, drafts: [String: Draft], matters: [Int64]) {
    let place = try draftOf(reference, table: "contradictions", letter: "X", what: "contradiction")
    let around = try surroundings(of: place.slug, number: place.number)
    let asks = settlement.outcome == .superseded
    let matters = asks ? around.matters : []
    try run("select from matters where id = any(\(matters)) order by id for no key update")
    let slugs = Set([place.slug] + [settlement.other].compactMap(\.self) + (asks ? around.drafts : []))
    let drafts = try lockDrafts(slugs.sorted())
    guard let own = drafts[place.slug] else { throw missingDraft(place.slug) }
    let (draft, found) = try contradiction(place.number, of: own, as: reference)
    return (draft, found, drafts, matters)
  }

  fileprivate func answer(_ id: Int64) throws -> (Contradiction, Policy) {
    guard let after = try contradictions("c.id = \(id)").first else {
      throw DatabaseError.decoding("contradiction \(id) is gone")
    }
    let draft = try draft(try draftID(after.draft))
    try project(draft)
    return (after, draft.policy)
  }
}

extension Newsroom {
  /// Flags two quotes that cannot both stand. Each has to occur exactly once in its text.
  public func flag(
    _ slug: String, quote: String, against: String, againstDraft: String?, kind: ContradictionKind?,
    note: String?,
    caller: Caller, answer: @escaping @Sendable (Journaled<(Contradiction, Policy)>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let other = againstDraft.flatMap { $0 == slug ? nil : $0 }
      let drafts = try tx.lockDrafts([slug, other].compactMap { $0 })
      guard let draft = drafts[slug] else { throw missingDraft(slug) }
      if let other, let otherDraft = drafts[other], try !tx.isRead(otherDraft.id, byAllOf: draft.id) {
        throw Refusal(
          .conflict, "limited",
          "Not flagged. Not everybody who reads \(slug) may read \(other), and would see its words here. Nothing was changed."
        )
      }
      let text = try tx.latestText(of: draft.id)
      let first = try locate(quote, in: text, named: "\(slug) r\(draft.latest.number)")
      var places = [(draft.latest.id, quote, first, String?.none)]
      if let other, let otherDraft = drafts[other] {
        let place = try locate(
          against, in: try tx.latestText(of: otherDraft.id), named: "\(other) r\(otherDraft.latest.number)")
        places.append((otherDraft.latest.id, against, place, nil))
      } else {
        let place = try locate(against, in: text, named: "\(slug) r\(draft.latest.number)")
        if place == first {
          throw Refusal(.usage, "quote", "Both quotes are the same place. Nothing was changed.")
        }
        places.append((draft.latest.id, against, place, nil))
      }
      let kind = kind ?? (other == nil ? .internal : .archive)
      if (kind == .archive) != (other != nil) {
        throw Refusal(
          .usage, "kind",
          "An archive conflict is with another draft, and only that; name it with --against-draft. "
            + "Nothing was changed.")
      }
      let digest = wordsDigest([slug, quote, other ?? slug, against].joined(separator: "\n"))
      if let same = try tx.first(
        "select number from contradictions where draft_id = \(draft.id) and words_digest = \(digest)",
        as: (Int).self)
      {
        throw Refusal(
          .conflict, "flagged", "X\(same) of \(slug) flags these quotes already. Nothing was changed.")
      }
      let id = try tx.insertContradiction(
        draft: draft.id, kind: kind, origin: .person, rule: "flagged", digest: digest, status: .open,
        note: note,
        raisedBy: caller.memberID)
      try tx.insertPassages(id, seenIn: draft.latest.id, places)
      let result = try tx.answer(id)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "flag",
        // A journal is read by whoever may read its draft one day.
        says: "\(caller.handle) flagged \(result.0.label)"
          + (other.flatMap { drafts[$0]?.limit } == nil ? ": “\(quote)” against “\(against)”." : "."),
        facts: ["contradiction": result.0.label, "kind": kind.rawValue], event: "contradiction-flagged")
      return Journaled(value: result, journal: journal)
    }
  }

  /// Confirms a suggestion: from now on it is open, and blocks where its kind does.
  public func confirm(
    _ reference: String, caller: Caller,
    answer: @escaping @Sendable (Journaled<(Contradiction, Policy)>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let (draft, found) = try tx.lockContradiction(reference)
      guard found.status == .suggested else {
        throw Refusal(
          .conflict, "status",
          "\(found.label) of \(found.draft) is \(found.status.rawValue), not a suggestion. "
            + "Nothing was changed.")
      }
      try tx.mustBeOn(draft.desk, caller, "confirmed")
      if try tx.quotesPastReaders(found.id) != nil {
        throw Refusal(
          .conflict, "limited",
          "Not confirmed. \(found.label) quotes a limited draft, and not everybody who reads \(found.draft) may know of it. "
            + "Mend your draft, or limit \(found.draft) as well. Nothing was changed.")
      }
      try tx.run(
        """
        update contradictions set status = 'open', raised_by = coalesce(raised_by, \(caller.memberID))
        where id = \(found.id)
        """)
      let result = try tx.answer(found.id)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "confirm", says: "\(caller.handle) confirmed \(found.label).",
        facts: ["contradiction": found.label], event: "contradiction-confirmed")
      return Journaled(value: result, journal: journal)
    }
  }

  /// Gives a contradiction its typed outcome.
  public func settle(
    _ reference: String, _ settlement: Settlement, caller: Caller,
    answer: @escaping @Sendable (Journaled<(Contradiction, Policy)>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let (draft, found, drafts, matters) = try tx.lockToSettle(reference, settlement)
      if try tx.first(
        "select \(found.id) in (select id from contradictions_quoting_hidden)", as: Bool.self) == true
      {
        throw Refusal(
          .notAllowed, "limited",
          "Not settled. \(found.label) quotes what \(caller.handle) may not read. Nothing was changed.")
      }
      try found.settle(settlement, by: try tx.member(caller, on: draft.desk.id), policy: draft.policy)
      let other = try settlement.other.map { slug in
        let id = try tx.draftID(slug)
        // Its name would stand in their journals, and in why their claims are due.
        for draft in drafts.values where try !tx.isRead(id, byAllOf: draft.id) {
          throw Refusal(
            .conflict, "limited",
            "Not settled. Not everybody who reads \(draft.slug) may read \(slug), and would learn of it. Nothing was "
              + "changed.")
        }
        if settlement.outcome == .correctPublished, try tx.live(of: id) == nil {
          throw Refusal(
            .conflict, "not-published",
            "Not settled. \(slug) is not published: there is nothing to correct in it. "
              + "Nothing was changed.")
        }
        if settlement.outcome == .superseded, id == draft.id,
          found.passages.allSatisfy({ $0.draft == draft.slug })
        {
          throw Refusal(
            .usage, "other-draft", "Not settled. A draft does not supersede itself. Nothing was changed.")
        }
        return id
      }
      try tx.run(
        """
        update contradictions set status = 'settled', outcome = \(settlement.outcome),
          note = coalesce(\(settlement.note), note), other_draft_id = \(other), settled_by = \(caller.memberID),
          settled_at = now()
        where id = \(found.id)
        """)
      // What another story got wrong is owed a correction there, wherever it stands.
      if settlement.outcome == .correctPublished, let slug = settlement.other, slug != draft.slug,
        let wrong = drafts[slug]
      {
        let known = wrong.corrections.contains { $0.isOpen && $0.kind == .correction && $0.about.isEmpty }
        if !known {
          // Who reads the other story may be nobody who reads this one.
          let named = try tx.isRead(draft.id, byAllOf: wrong.id) ? draft.slug : "another story"
          let order = CorrectionOrder(
            kind: .correction, keyPoints: [],
            note: settlement.note ?? "what it said otherwise than \(named)")
          _ = try tx.openCorrection(of: wrong, order, caller)
        }
      }
      let notices =
        try settlement.outcome == .superseded
        ? settlement.other.flatMap { drafts[$0] }.map {
          try tx.askWhatIsSuperseded(found, by: $0, in: drafts, matters, caller)
        } ?? [] : []
      let result = try tx.answer(found.id)
      // What not everybody may read is told in the journal of the draft that it quotes.
      let hidden = try tx.quotesPastReaders(found.id)
      // A journal is read by whoever may read its draft one day.
      let isOtherLimited = settlement.other.flatMap { drafts[$0]?.limit } != nil
      let place = isOtherLimited ? "" : settlement.other.map { " (\($0))" } ?? ""
      let journal = try tx.journal(
        .draft(hidden ?? draft.id), by: caller.actor, "settle",
        says:
          "\(caller.handle) settled \(hidden == nil ? "" : "\(found.draft)/")\(found.label) as \(settlement.outcome.rawValue)\(place)"
          + (settlement.note.map { ": \($0)" } ?? "."),
        facts: ["contradiction": found.label, "outcome": settlement.outcome.rawValue],
        event: settlement.outcome == .correctPublished ? "correction-owed" : "contradiction-settled")
      return Journaled(value: result, journal: journal, notices: notices)
    }
  }
}
