import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// Writes under a key point of the latest revision. Any member of the desk may; what is privileged is for the legal
  /// read and its writer.
  public func comment(
    _ slug: String, on label: String, _ words: String, privileged: Bool, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let member = try tx.member(caller, on: draft.desk.id)
      let keyPoint = try draft.mayComment(on: label, privileged: privileged, member)
      try tx.run(
        """
        insert into comments (key_point_id, revision_id, member_id, words, privileged)
        values (\(keyPoint.id), \(draft.latest.id), \(member.id), \(words), \(privileged))
        """)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "comment",
        says: privileged
          ? "\(caller.handle) wrote a privileged note on \(keyPoint.label)."
          : "\(caller.handle) on \(keyPoint.label): \(words)",
        facts: ["keyPoint": keyPoint.label, "revision": String(draft.latest.number)], event: "commented")
      return try tx.outcome(draft.id, journal: journal)
    }
  }

  /// Keeps a file that somebody will name as evidence; the same file twice is one. Gives the SHA-256 of its content.
  public func keepEvidence(
    _ slug: String, name: String, mediaType: String, content: [UInt8], caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let member = try tx.member(caller, on: draft.desk.id)
      try draft.mustBeUnderReview("kept")
      guard !member.roles.isEmpty else {
        throw Refusal(
          .notAllowed, "role", "\(caller.handle) has no role on desk \(draft.desk.slug). Nothing was kept.")
      }
      let digest = sha256(content)
      try tx.run(
        """
        insert into evidence_files (draft_id, digest, name, media_type, content, brought_by)
        values (\(draft.id), \(digest), \(name), \(mediaType), \(content), \(member.id)) on conflict do nothing
        """)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "bring-evidence",
        says: "\(caller.handle) brought a file as evidence.", facts: ["digest": hexadecimal(digest)])
      return try tx.outcome(draft.id, journal: journal)
    }
  }

  /// A file that was brought as evidence.
  public func evidenceFile(of slug: String, digest: String) async throws -> (
    bytes: [UInt8], mediaType: String
  ) {
    try await read { tx in
      let id = try tx.draftID(slug)
      guard
        let (content, mediaType) = try tx.first(
          """
          select content, media_type from evidence_files where draft_id = \(id) and encode(digest, 'hex') = \(digest)
          """, as: ([UInt8], String).self)
      else { throw Refusal(.missing, "evidence", "\(slug) has no file with that digest.") }
      return (content, mediaType)
    }
  }
}

extension Transaction {
  /// What was said under the key points of a draft, oldest first.
  func comments(of draft: Int64) throws -> [Int64: [KeyPointComment]] {
    let rows = try all(
      """
      select c.key_point_id, c.id, m.handle, r.number, c.words, c.privileged, rfc3339(c.at)
      from comments c join key_points k on k.id = c.key_point_id
      join members m on m.id = c.member_id join revisions r on r.id = c.revision_id
      where k.draft_id = \(draft) order by c.id
      """, as: (Int64, Int64, String, Int, String, Bool, String).self)
    return Dictionary(grouping: rows, by: \.0).mapValues {
      $0.map {
        KeyPointComment(id: $0.1, member: $0.2, revision: $0.3, words: $0.4, privileged: $0.5, at: $0.6)
      }
    }
  }
}

extension Newsroom {
  /// Writes down which approvals have run out before a day, and what that does to their drafts. Twice is once.
  public func endTerms(on day: CivilDate, actor: Actor) async throws -> Int {
    let drafts = try await read { tx in
      try tx.all(
        """
        select distinct d.slug from sign_offs_as_they_stand s join drafts d on d.id = s.draft_id
        where s.until < \(day) and s.standing in ('current', 'carried') and d.ended is null order by d.slug
        """, as: (String).self)
    }
    var ended = 0
    for slug in drafts { ended += try await endTerms(of: slug, on: day, actor: actor) }
    return ended
  }

  private func endTerms(of slug: String, on day: CivilDate, actor: Actor) async throws -> Int {
    try await write { tx in
      let draft = try tx.lockDraft(slug)
      let over = draft.keyPoints.flatMap { keyPoint in
        keyPoint.standing.filter { !$0.stands(on: day) }.map { (keyPoint.label, $0) }
      }
      guard !over.isEmpty else { return 0 }
      try tx.insertStandings(
        over.map { _, signOff in
          WrittenStanding(
            signOff: signOff.id, standing: .outdated,
            because: "it was given until \(signOff.until.map { inWords($0) } ?? "then")")
        }, revision: draft.latest.id)
      let labels = list(Set(over.map(\.0)).sorted(), "and")
      try tx.journal(
        .draft(draft.id), by: actor, "end-terms", says: "Approvals of \(labels) ran out.",
        facts: ["revision": String(draft.latest.number)], event: "sign-off-ran-out")
      try tx.project(try tx.draft(draft.id))
      return over.count
    }
  }
}
