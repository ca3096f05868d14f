import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// What waits for a member, most urgent first, and for whom they stand in. Computed from the drafts as they stand.
  public func queue(of caller: Caller) async throws -> (waiting: [Waiting], away: [Absence]) {
    try await read(by: .member(caller.memberID)).read { tx in
      let today = try tx.today()
      let away = try tx.absences().filter { $0.isAway(on: today) }
      let own = try tx.waiting(for: caller.handle, away: away)
      var waiting = own
      for absent in away where absent.deputy == caller.handle {
        let mine = Set(own.map { "\($0.draft) \($0.about)" })
        // What the deputy may do as well stands there already.
        waiting += try tx.waiting(for: absent.member, away: away)
          .filter { !mine.contains("\($0.draft) \($0.about)") }
          .map { $0.standing(in: absent.member) }
      }
      return (byUrgency(waiting), away)
    }
  }

  /// Says until when a member is away, and who stands in; a day that is over ends it.
  public func setAway(
    until: CivilDate, deputy: String?, caller: Caller, answer: @escaping @Sendable (Absence) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let deputyID = try deputy.map { handle -> Int64 in
        guard
          let id = try tx.first(
            "select id from members where handle = \(handle) and active", as: (Int64).self)
        else { throw Refusal(.missing, "member", "There is no member “\(handle)”. Nothing was changed.") }
        guard id != caller.memberID else {
          throw Refusal(.usage, "deputy", "Nobody stands in for themselves. Nothing was changed.")
        }
        try tx.mustReadInTheirPlace(id, deputy ?? "", of: caller)
        return id
      }
      try tx.run(
        "insert into absences (member_id, until, deputy_id) values (\(caller.memberID), \(until), \(deputyID))"
      )
      let today = try tx.today()
      try tx.journal(
        .newsroom, by: caller.actor, "away",
        says: until < today
          ? "\(caller.handle) is back."
          : "\(caller.handle) is away until \(inWords(until))" + (deputy.map { "; \($0) stands in." } ?? "."))
      return Absence(member: caller.handle, until: until, deputy: deputy)
    }
  }
}

extension Transaction {
  func absences() throws -> [Absence] {
    try all(
      "select handle, until, deputy from members_away order by handle", as: (String, CivilDate, String?).self
    )
    .map { Absence(member: $0.0, until: $0.1, deputy: $0.2) }
  }

  /// Drafts of the member's desks that are under way, and follow-ups whose turn it is.
  fileprivate func waiting(for handle: String, away: [Absence]) throws -> [Waiting] {
    let drafts = try all(
      """
      select distinct d.id from readable_drafts d
      join desk_roles r on r.desk_id = d.desk_id join members m on m.id = r.member_id
      where m.handle = \(handle) and m.active and d.ended is null
        and (d.live_revision_id is distinct from d.latest_revision_id
          or d.id in (select draft_id from live_in_doubt))
      order by d.id limit \(mostDrafts)
      """, as: (Int64).self)
    var waiting: [Waiting] = []
    for id in drafts {
      let draft = try draft(id)
      guard let member = draft.members.first(where: { $0.handle == handle }) else { continue }
      waiting += draft.waits(for: member, away: away)
    }
    waiting += try plansToSeeTo(by: handle) + owedReads(of: handle) + reviews(for: handle)
    waiting += try corrections(waitingFor: handle) + changedPages(for: handle)
    let followUps = try followUps("f.status = 'open' and t.handle = \(handle)")
    waiting += followUps.map { one in
      Waiting(
        kind: .followUp, draft: one.claims.first?.draft ?? "", about: [one.label],
        why: one.question
          + (one.asksIfWrong || one.claims.contains(where: \.watched)
            ? "" : " The words are gone: say updated, with the revision."),
        since: "\(one.openedOn)T00:00:00.000000Z",
        command: "stet follow-ups close \(one.label) --as OUTCOME")
    }
    return waiting
  }
}

extension Transaction {
  /// Plans on the member's desks that came to nothing, or will as things stand.
  private func plansToSeeTo(by handle: String) throws -> [Waiting] {
    try all(
      """
      select d.id from readable_drafts d
      where d.plan_id is not null and d.ended is null and d.desk_id in (
        select r.desk_id from desk_roles r join members m on m.id = r.member_id where m.handle = \(handle) and m.active)
      order by d.id
      """, as: Int64.self
    ).flatMap { id in
      let draft = try draft(id)
      return draft.members.filter { $0.handle == handle }.flatMap { draft.plansToSeeTo($0) }
    }
  }

  /// Overrides on the member's desks that somebody else than the one who overrode looks at.
  private func reviews(for handle: String) throws -> [Waiting] {
    let open = try overridesToReview(
      """
      o.desk_id in (select r.desk_id from desk_roles r join members m on m.id = r.member_id where m.handle = \(handle))
      """)
    return try open.compactMap { one in
      let draft = try draft(try draftID(one.draft))
      guard let member = draft.members.first(where: { $0.handle == handle }),
        one.mayBeReviewed(by: member, under: draft.policy)
      else { return nil }
      return Waiting(
        kind: .review, draft: one.draft, about: [],
        why:
          "\(one.by) published r\(one.revision) past what was missing, because \(one.reason); somebody else reviews "
          + "that by \(inWords(one.due))", since: one.at,
        command: "stet review \(one.draft) --upheld --note TEXT")
    }
  }

  /// Reads that a member was named for when a draft was published, until they are given.
  private func owedReads(of handle: String) throws -> [Waiting] {
    try all(
      """
      select o.draft_id, d.slug, o.read, rfc3339(o.at), rfc3339(o.due_at) from owed_reads o
      join readable_drafts d on d.id = o.draft_id join members m on m.id = o.member_id
      where m.handle = \(handle) and d.ended is null and o.revision_id = d.live_revision_id order by o.id
      """, as: (Int64, String, Read, String, String).self
    ).compactMap { id, slug, read, since, due in
      let labels = try draft(id).mayFollow.filter { $0.who.contains(handle) }.flatMap(\.about)
      guard !labels.isEmpty else { return nil }
      return Waiting(
        kind: .owed, draft: slug, about: labels,
        why: "it is out, and you owe the \(read.rawValue) read until \(due.prefix(16)) UTC", since: since,
        command: "stet approve \(slug) \(labels.joined(separator: " "))"
          + (read == .fact ? "" : " --read \(read.rawValue)"))
    }
  }
}

/// Drafts under way that a list looks at, the oldest first. Each is loaded whole, in 12 to 18 statements by what its policy
/// asks about: 200 took half a second in a debug build, and the same again for each absent member whom one stands in for.
private let mostDrafts = 200
