import Editorial
import Postgres
import TextAnalysis

/// A desk's policy in one of its versions.
public struct StoredPolicy: Sendable {
  public let desk: String
  public let version: Int
  public let yaml: String
  public let madeBy: String?
  public let at: String
}

/// How somebody records that a person who is accused by name was asked, or was not.
public struct ReplyOrder: Sendable {
  public let person: String
  /// Nil together when nobody asked.
  public let askedAt: ClockTime?
  public let how: String?
  public let until: ClockTime?
  /// The words of the copy that tell the answer.
  public let answer: String?
  public let noAnswer: Bool
  /// Why nobody asked, or waited.
  public let whyNot: String?

  public init(
    person: String, askedAt: ClockTime?, how: String?, until: ClockTime?, answer: String?, noAnswer: Bool,
    whyNot: String?
  ) {
    self.person = person
    self.askedAt = askedAt
    self.how = how
    self.until = until
    self.answer = answer
    self.noAnswer = noAnswer
    self.whyNot = whyNot
  }
}

extension Newsroom {
  /// A desk's latest policy, or one of its versions.
  public func policy(of desk: String, version: Int? = nil) async throws -> StoredPolicy {
    try await read { tx in
      let found = try tx.desk(desk, locks: false)
      let row = try tx.first(
        """
        select version, yaml, made_by, rfc3339(created_at) from policies
        where desk_id = \(found.id) and (\(version)::integer is null or version = \(version)::integer)
        order by version desc limit 1
        """, as: (Int, String, String?, String).self)
      guard let (number, yaml, madeBy, at) = row else {
        throw Refusal(.missing, "policy", "Desk \(desk) has no policy v\(version ?? 1).")
      }
      return StoredPolicy(desk: desk, version: number, yaml: yaml, madeBy: madeBy, at: at)
    }
  }

  /// Makes the next version of a desk's policy. What is under review goes on under the version it was filed with; the
  /// next revision is judged by this one.
  public func setPolicy(_ yaml: String, of desk: String, by actor: Actor) async throws -> StoredPolicy {
    _ = try Policy(yaml: yaml)
    return try await write { tx in
      let found = try tx.desk(desk, locks: false)
      try tx.run("select from desks where id = \(found.id) for no key update")
      let latest = try tx.first(
        "select version, yaml from policies where desk_id = \(found.id) order by version desc limit 1",
        as: (Int, String).self)
      if let latest, latest.1.utf8.elementsEqual(yaml.utf8) {
        throw Refusal(
          .conflict, "policy", "That is \(desk) v\(latest.0) already, word for word. Nothing was changed.")
      }
      let row = try tx.first(
        """
        insert into policies (desk_id, version, yaml, made_by)
        values (\(found.id), \((latest?.0 ?? 0) + 1), \(yaml), \(actor.spelling))
        returning version, rfc3339(created_at)
        """, as: (Int, String).self)
      guard let (version, at) = row else {
        throw DatabaseError.decoding("a policy was inserted and has no version")
      }
      try tx.journal(
        .desk(found.id), by: actor, "set-policy",
        says: "\(actor.spelling) set the policy of \(desk), v\(version).",
        facts: ["version": String(version), "digest": hexadecimal(sha256(Array(yaml.utf8)))])
      return StoredPolicy(desk: desk, version: version, yaml: yaml, madeBy: actor.spelling, at: at)
    }
  }

  /// What a policy would have asked of a desk's latest drafts, each as it stands.
  public func comparisons(
    with policy: Policy, onLast count: Int, of desk: String
  ) async throws -> [PolicyComparison] {
    try await read { tx in
      let found = try tx.desk(desk, locks: false)
      let ids = try tx.all(
        """
        select id from drafts where desk_id = \(found.id) order by latest_revision_id desc limit \(count)
        """, as: (Int64).self)
      return try ids.map { try tx.draft($0, judgingAll: true).whatAPolicyWouldHaveAsked(policy) }
    }
  }

  /// Decides that a sentence which accuses somebody, or tells a conviction that may be spent, needs no key point.
  public func waive(
    _ slug: String, sentence: String, reason: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let waived = try draft.waive(sentence, reason: reason, by: try tx.member(caller, on: draft.desk.id))
      try tx.run(
        """
        insert into waivers (draft_id, sentence_digest, member_id, reason)
        values (\(draft.id), \(wordsDigest(waived.words)), \(caller.memberID), \(reason))
        """)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "waive",
        says: "\(caller.handle) waived a sentence that \(waived.does): \(reason)",
        facts: ["revision": String(draft.latest.number)], event: "waived")
      return try tx.outcome(draft.id, journal: journal)
    }
  }

  /// Agrees to publish although the legal read holds or queries. No reason is asked for, and none is kept.
  public func agreeAgainstLegal(
    _ slug: String, caller: Caller, answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let doubts = try draft.agreeAgainstLegal(by: try tx.member(caller, on: draft.desk.id))
      try tx.run(
        """
        insert into agreements (sign_off_id, member_id, words_digest)
        select sign_off, \(caller.memberID)::bigint, decode(words, 'hex')
        from unnest(\(doubts.map(\.signOff.id))::bigint[],
          \(doubts.map { hexadecimal(wordsDigest($0.keyPoint.words)) })::text[]) as new (sign_off, words)
        """)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "agree-against-legal",
        says: "\(caller.handle) agrees to publish against the legal read.",
        facts: ["revision": String(draft.latest.number), "read": Read.legal.rawValue], event: "agreed")
      return try tx.outcome(draft.id, journal: journal)
    }
  }

  /// Records that somebody who is accused by name was asked, or who decided not to ask and why.
  public func recordReply(
    _ slug: String, _ order: ReplyOrder, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let member = try tx.member(caller, on: draft.desk.id)
      try draft.mayRecordReply(member, decides: order.whyNot != nil)
      if let words = order.answer, !contains(words, in: try tx.latestText(of: draft.id)) {
        throw Refusal(
          .missing, "answer",
          "Not recorded. “\(words)” is not in \(slug) r\(draft.latest.number): name the words of the copy that tell the "
            + "answer.")
      }
      let (asked, until) = try tx.times(of: order)
      try tx.run(
        """
        insert into replies (draft_id, person, recorded_by, asked_at, how, until, answer, no_answer, why_not)
        values (\(draft.id), \(order.person), \(member.id), \(asked)::timestamptz, \(order.how),
          \(until)::timestamptz, \(order.answer), \(order.noAnswer), \(order.whyNot))
        """)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "reply",
        says: order.whyNot == nil
          ? "\(caller.handle) recorded that \(order.person) was asked."
          : "\(caller.handle) decided not to ask \(order.person).",
        facts: ["revision": String(draft.latest.number)], event: "reply-recorded")
      return try tx.outcome(draft.id, journal: journal)
    }
  }
}

extension Transaction {
  /// When somebody was asked and until when they had time. Nobody was asked in the future, and nobody has failed to answer
  /// whose time still runs.
  fileprivate func times(of order: ReplyOrder) throws -> (asked: String?, until: String?) {
    guard let asked = order.askedAt, let until = order.until else { return (nil, nil) }
    let at = try pastInstant(asked, "Not recorded.", "Nothing was changed.")
    let end = try instant(until)
    guard end.isPast || !order.noAnswer else {
      throw Refusal(
        .usage, "reply",
        "Not recorded. \(order.person) has time until \(end.at): that no answer came is not known yet.")
    }
    return (at, end.at)
  }
}
