import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// Writes down what somebody else found about the oldest override of a draft that nobody has reviewed.
  public func reviewOverride(
    of slug: String, upheld: Bool, note: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let member = try tx.member(caller, on: draft.desk.id)
      guard let open = try tx.overridesToReview("o.draft_id = \(draft.id)").first else {
        throw Refusal(
          .missing, "review", "There is no override of \(slug) that waits for a review.",
          next: ["stet log \(slug)"])
      }
      try open.review(by: member, under: draft.policy)
      try tx.run(
        """
        insert into override_reviews (publication_id, member_id, upheld, note)
        values (\(open.publication), \(member.id), \(upheld), \(note))
        """)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "review-override",
        says:
          "\(caller.handle) \(upheld ? "upheld" : "did not uphold") \(open.by)'s override of r\(open.revision): \(note)",
        facts: ["revision": String(open.revision)], event: "override-reviewed")
      return try tx.outcome(draft.id, journal: journal)
    }
  }
}

extension Transaction {
  /// Overrides `o` that nobody else has looked at, the oldest first.
  func overridesToReview(_ condition: SQL) throws -> [OverrideToReview] {
    try all(
      """
      select o.publication_id, o.slug, o.revision, o.by_member, o.by_handle, o.reason, rfc3339(o.recorded_at),
        (o.recorded_at at time zone (select time_zone from newsroom))::date
      from overrides_to_review o where \(sql: condition) order by o.recorded_at, o.publication_id
      """, as: (Int64, String, Int, Int64, String, String?, String, CivilDate).self
    ).map {
      OverrideToReview(
        publication: $0.0, draft: $0.1, revision: $0.2, byMember: $0.3, by: $0.4, reason: $0.5 ?? "",
        at: $0.6,
        on: $0.7)
    }
  }
}
