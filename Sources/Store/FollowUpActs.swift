import Editorial
import Postgres
import TextAnalysis

extension Transaction {
  func followUps(_ condition: SQL) throws -> [FollowUp] {
    let rows = try run(
      """
      select f.id, f.number, f.question, f.asks_if_wrong, m.slug as matter, f.status = 'open' as open, f.opened_on, t.handle as turn,
        f.outcome, f.source, f.as_of, f.next_on, f.note, b.handle as closed_by, rfc3339(f.closed_at) as closed_at,
        (select array_agg(fc.claim_id order by fc.claim_id) from follow_up_claims fc where fc.follow_up_id = f.id)
          as claims
      from follow_ups f
      left join matters m on m.id = f.matter_id
      left join follow_up_turns t on t.follow_up_id = f.id
      left join members b on b.id = f.closed_by
      where \(sql: condition) and \(sql: followUpIsReadable) order by f.number
      """)
    let claimIDs: [[Int64]] = try rows.map { try $0.column("claims", as: [Int64]?.self) ?? [] }
    var byID: [Int64: Claim] = [:]
    for claim in try claims("c.id = any(\(claimIDs.flatMap { $0 }))") { byID[claim.id] = claim }
    return try zip(rows, claimIDs).map { row, ids in
      var one = FollowUp(
        id: try row.column("id"), number: try row.column("number"), question: try row.column("question"),
        matter: try row.column("matter"), open: try row.column("open"), openedOn: try row.column("opened_on"),
        turn: try row.column("turn"), claims: ids.compactMap { byID[$0] }, outcome: try row.column("outcome"),
        source: try row.column("source"), asOf: try row.column("as_of"), next: try row.column("next_on"),
        note: try row.column("note"), closedBy: try row.column("closed_by"),
        closedAt: try row.column("closed_at"))
      one.asksIfWrong = try row.column("asks_if_wrong")
      return one
    }
  }

  /// Locks what a follow-up is about, in the order that everybody keeps: matter, drafts by id, then itself.
  func lockFollowUp(_ label: String) throws -> FollowUp {
    guard let letter = label.first, letter.uppercased() == "F",
      label.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(label.dropFirst()),
      number > 0,
      number <= Int(Int32.max)
    else {
      throw Refusal(.usage, "reference", "“\(label)” names no follow-up: write F1.")
    }
    guard
      let (id, matter) = try first(
        "select f.id, f.matter_id from follow_ups f where f.number = \(number) and \(sql: followUpIsReadable)",
        as: (Int64, Int64?).self)
    else {
      throw Refusal(.missing, "follow-up", "There is no follow-up F\(number).", next: ["stet follow-ups"])
    }
    if let matter { try run("select from matters where id = \(matter) for no key update") }
    try run(
      """
      select from drafts where id in (
        select c.draft_id from follow_up_claims fc join claims c on c.id = fc.claim_id where fc.follow_up_id = \(id))
      order by id for no key update
      """)
    try run("select from follow_ups where id = \(id) for no key update")
    // Who may read it may have changed while this waited.
    guard let found = try followUps("f.id = \(id)").first else {
      throw Refusal(.missing, "follow-up", "There is no follow-up F\(number).", next: ["stet follow-ups"])
    }
    return found
  }

  /// Where an act on these claims is journaled: the matter's chain, else that of the first claim's draft, as for every
  /// claim of a limited one.
  func chain(matter: String?, claims: [Claim]) throws -> JournalChain {
    let isLimited = try first(
      "select exists (select from drafts where id = any(\(claims.map(\.draftID))) and limited)", as: Bool.self
    )
    if let matter, isLimited != true { return .matter(try matterID(matter)) }
    return claims.first.map { .draft($0.draftID) } ?? .newsroom
  }
}

/// A follow-up with the newsroom's day, by which its claims' statuses are told.
public struct DatedFollowUp: Sendable {
  public let followUp: FollowUp
  public let today: CivilDate
}

extension Newsroom {
  /// Follow-ups by whether they are open; all when nil.
  public func followUps(open: Bool?) async throws -> [DatedFollowUp] {
    try await read { tx in
      let today = try tx.today()
      let condition: SQL = open.map { $0 ? "f.status = 'open'" : "f.status = 'closed'" } ?? "true"
      return try tx.followUps(condition).map { DatedFollowUp(followUp: $0, today: today) }
    }
  }

  /// Closes a follow-up with an attested outcome.
  public func closeFollowUp(
    _ label: String, as closure: Closure, caller: Caller,
    answer: @escaping @Sendable (Journaled<DatedFollowUp>) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let followUp = try tx.lockFollowUp(label)
      let today = try tx.today()
      try tx.mustBeOnDesk(caller, of: followUp)
      if closure.outcome == .leftAsDated { try tx.mustMaySettle(caller, of: followUp) }
      let fate = try followUp.close(as: closure, by: caller.handle, today: today)
      try tx.mustNotDropWhoIsAccused(closure, caller, in: followUp)
      if closure.outcome == .stands { try tx.mustHaveSeenTheMove(of: followUp, closure.asOf ?? today) }
      let revision = try closure.outcome == .updated ? tx.revisionWithout(followUp, closure.revision) : nil
      try tx.run(
        """
        update follow_ups set status = 'closed', outcome = \(closure.outcome), source = \(closure.source),
          as_of = \(closure.asOf ?? today), next_on = \(closure.next), note = \(closure.note),
          revision_id = \(revision), closed_by = \(caller.memberID), closed_at = now()
        where id = \(followUp.id)
        """)
      try tx.run("update follow_up_claims set open = false where follow_up_id = \(followUp.id)")
      for claim in followUp.claims {
        switch fate {
        case .askAgain(let due):
          try tx.run(
            """
            update claims set due = \(due.on), due_because = \(due.because), asked = asked + 1 where id = \(claim.id)
            """)
        case .retired(let because):
          try tx.run(
            "update claims set retired_at = now(), retired_because = \(because) where id = \(claim.id)")
        }
      }
      let notices =
        try closure.outcome == .wrong
        ? tx.correct(followUp.claims, because: closure.note ?? "it was wrong", caller) : []
      // Who attests that the words stand has seen where the matter stands.
      if closure.outcome == .stands {
        try tx.run(
          """
          update claims set overtaken_by = null, overtaken_at = null
          where id = any(\(followUp.claims.map(\.id)))
          """)
      }
      let places = followUp.claims.map { "\($0.draft) \($0.label)" }
      let journal = try tx.journal(
        try tx.chain(matter: followUp.matter, claims: followUp.claims), by: caller.actor, "follow-up-close",
        says:
          "\(caller.handle) closed \(followUp.label) as \(closure.outcome.rawValue), for \(list(places, "and"))."
          + (closure.note.map { " \($0)" } ?? "") + (closure.source.map { " Source: \($0)" } ?? ""),
        facts: ["followUp": followUp.label, "outcome": closure.outcome.rawValue],
        event: closure.outcome == .wrong ? "correction-owed" : "follow-up-closed")
      guard let after = try tx.followUps("f.id = \(followUp.id)").first else {
        throw DatabaseError.decoding("\(label) is gone")
      }
      return Journaled(
        value: DatedFollowUp(followUp: after, today: today), journal: journal, notices: notices)
    }
  }
}

extension Transaction {
  func mustBeOnDesk(_ caller: Caller, of followUp: FollowUp, _ done: String = "closed") throws {
    let drafts = followUp.claims.map(\.draftID)
    let desks = try all(
      "select distinct k.id, k.slug from drafts d join desks k on k.id = d.desk_id where d.id = any(\(drafts))",
      as: (Int64, String).self)
    for (id, slug) in desks where try member(caller, on: id).roles.isEmpty {
      throw Refusal(
        .notAllowed, "role",
        "Not \(done). \(followUp.label) is about a story of desk \(slug), and \(caller.handle) is not on it. "
          + "Nothing was changed.")
    }
  }

  /// What was so before a matter moved says nothing of what is so since.
  fileprivate func mustHaveSeenTheMove(of followUp: FollowUp, _ asOf: CivilDate) throws {
    let moved = try first(
      """
      select m.slug, s.status, s.recorded_on from claims c
      join matter_statuses s on s.matter_id = c.matter_id and s.number = c.overtaken_by
      join matters m on m.id = c.matter_id
      where c.id = any(\(followUp.claims.map(\.id))) and s.recorded_on > \(asOf)::date
      order by s.recorded_on desc limit 1
      """, as: (String, String, CivilDate).self)
    guard let (matter, status, on) = moved else { return }
    throw Refusal(
      .conflict, "moved",
      "Not closed. \(matter) moved on \(inWords(on)): \(status). What was so on \(inWords(asOf)) does not tell whether "
        + "\(followUp.label) stands since. Nothing was changed.", next: ["stet matters show \(matter)"])
  }

  fileprivate func mustNotDropWhoIsAccused(
    _ closure: Closure, _ caller: Caller, in followUp: FollowUp
  ) throws {
    for id in Set(followUp.claims.filter(\.person).map(\.draftID)).sorted() {
      let draft = try draft(id)
      try followUp.mustNotDropWhoIsAccused(closure, in: draft, by: try member(caller, on: draft.desk.id))
    }
  }

  /// To say that words need no further look is to dismiss them, and for the same people.
  fileprivate func mustMaySettle(_ caller: Caller, of followUp: FollowUp) throws {
    for id in Set(followUp.claims.map(\.draftID)) {
      let draft = try draft(id)
      if try member(caller, on: draft.desk.id).roles.isDisjoint(with: draft.policy.settle) {
        throw Refusal(
          .notAllowed, "role",
          "Not closed. On desk \(draft.desk.slug) left-as-dated is for "
            + "\(list(draft.policy.settle.map(\.rawValue), "or")). Nothing was changed.")
      }
    }
  }

  /// The revision that says it anew: later than the words that are asked about, which stand in no later one either.
  fileprivate func revisionWithout(_ followUp: FollowUp, _ number: Int?) throws -> Int64? {
    guard let number, let wanted = Int32(exactly: number) else {
      throw Refusal(.missing, "revision", "Not closed. There is no such revision. Nothing was changed.")
    }
    var last: Int64?
    for claim in followUp.claims {
      if claim.watched {
        throw Refusal(
          .conflict, "words-stand",
          "Not closed. Readers or reviewers still see \(claim.label) in \(claim.draft) r\(claim.revision): "
            + "“\(claim.quote)”. Nothing was changed; publish the revision that says it anew first.")
      }
      guard
        let revision = try first(
          "select id from revisions where draft_id = \(claim.draftID) and number = \(wanted)",
          as: (Int64).self)
      else {
        throw Refusal(
          .missing, "revision", "Not closed. \(claim.draft) has no r\(number). Nothing was changed.")
      }
      let tells = try first(
        "select max(r.number) from claim_occurrences o join revisions r on r.id = o.revision_id where o.claim_id = \(claim.id)",
        as: (Int?).self)
      if let tells = tells ?? nil, tells >= number {
        throw Refusal(
          .conflict, "words-stand",
          "Not closed. The words of \(claim.label) still stand in \(claim.draft) r\(tells): “\(claim.quote)”. "
            + "Nothing was changed.")
      }
      last = revision
    }
    return last
  }
}
