import Editorial
import Postgres

extension Newsroom {
  /// Assigns a read of a draft to a member, or takes it back where `handle` is nil.
  public func assign(
    _ read: Read, of slug: String, to handle: String?, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let member = try tx.member(caller, on: draft.desk.id)
      if let handle { try tx.mustRead(handle, draft, "assigned") }
      let assignee = try draft.assign(read, to: handle, by: member)
      try tx.run(
        """
        insert into assignments (draft_id, read, member_id, by_member)
        values (\(draft.id), \(read), \(assignee?.id), \(member.id))
        """)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "assign",
        says: assigned("the \(read.rawValue) read", to: handle, by: caller),
        // Who is to read is no word of the legal read.
        facts: ["assigned": read.rawValue, "to": handle ?? ""], event: "assigned")
      return try tx.outcome(draft.id, journal: journal)
    }
  }

  /// Assigns a follow-up to a member, or gives it back to whom the night asked where `handle` is nil.
  public func assignFollowUp(
    _ label: String, to handle: String?, caller: Caller,
    answer: @escaping @Sendable (Journaled<DatedFollowUp>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let followUp = try tx.lockFollowUp(label)
      guard followUp.open else {
        throw Refusal(.conflict, "closed", "\(followUp.label) was closed already. Nothing was changed.")
      }
      try tx.mustBeOnDesk(caller, of: followUp, "assigned")
      if (handle ?? followUp.turn) != caller.handle { try tx.mustMayPublish(caller, of: followUp) }
      let assignee = try handle.map { handle in
        guard
          let id = try tx.first(
            "select id from members where handle = \(handle) and active", as: (Int64).self)
        else { throw Refusal(.missing, "member", "There is no member “\(handle)”. Nothing was changed.") }
        try tx.mustBeOnDesk(
          Caller(memberID: id, handle: handle, idempotency: nil), of: followUp, "assigned")
        for draft in Set(followUp.claims.map(\.draftID)).sorted() where try !tx.reads(id, draft) {
          try tx.mustRead(handle, try tx.draft(draft), "assigned")
        }
        return id
      }
      try tx.run(
        """
        insert into assignments (follow_up_id, member_id, by_member)
        values (\(followUp.id), \(assignee), \(caller.memberID))
        """)
      let journal = try tx.journal(
        try tx.chain(matter: followUp.matter, claims: followUp.claims), by: caller.actor, "follow-up-assign",
        says: assigned(followUp.label, to: handle, by: caller),
        facts: ["followUp": followUp.label, "to": handle ?? ""], event: "assigned")
      guard let after = try tx.followUps("f.id = \(followUp.id)").first else {
        throw DatabaseError.decoding("\(label) is gone")
      }
      return Journaled(value: DatedFollowUp(followUp: after, today: try tx.today()), journal: journal)
    }
  }
}

private func assigned(_ what: String, to handle: String?, by caller: Caller) -> String {
  guard let handle else { return "\(caller.handle) took the assignment of \(what) back." }
  return handle == caller.handle
    ? "\(handle) took \(what) on." : "\(caller.handle) assigned \(what) to \(handle)."
}

extension Transaction {
  /// Who is to give which read of a draft; the last word about each.
  func assignments(of draft: Int64) throws -> [Assignment] {
    try all(
      """
      select last.read, m.handle, b.handle, rfc3339(last.at)
      from (
        select distinct on (read) read, member_id, by_member, at from assignments
        where draft_id = \(draft) order by read, id desc) last
      join members m on m.id = last.member_id join members b on b.id = last.by_member order by last.read
      """, as: (Read, String, String, String).self
    ).map { Assignment(read: $0.0, to: $0.1, by: $0.2, at: $0.3) }
  }

  /// Refuses whoever may not publish every story that a follow-up is about.
  fileprivate func mustMayPublish(_ caller: Caller, of followUp: FollowUp) throws {
    for id in Set(followUp.claims.map(\.draftID)).sorted() {
      let draft = try draft(id)
      guard try member(caller, on: draft.desk.id).roles.isDisjoint(with: draft.policy.publish) else {
        continue
      }
      throw Refusal(
        .notAllowed, "role",
        "Not assigned. On desk \(draft.desk.slug) that is for \(list(draft.policy.publish.map(\.rawValue), "or")); everybody "
          + "may take a question on, or give back their own. Nothing was changed.")
    }
  }
}
