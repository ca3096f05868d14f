import Editorial
import Postgres
import TextAnalysis

/// An invitation after an act on it.
public struct InvitationOutcome: Sendable {
  public let draft: String
  public let invitation: Invitation
  /// Receipt of the act's journal entry.
  public let journal: String
}

/// What an expert is shown, and nothing else of the draft.
public struct ShownInvitation: Sendable {
  public let invitation: Invitation
  public let headline: String?
  /// Display name of the member who asks.
  public let asks: String
  /// The latest revision, whose words these are.
  public let revision: Int
  public let keyPoints: [ShownKeyPoint]
  /// How they differ from the words that the invitation was about.
  public let changes: [String]
}

extension Newsroom {
  /// Invites an expert of another house to read key points.
  ///
  /// - Parameters:
  ///   - until: the deadline, RFC 3339, or without a zone in the newsroom's.
  ///   - digest: of the token. The token itself is never stored.
  public func invite(
    to slug: String, _ order: InvitationOrder, until: String, digest: [UInt8], caller: Caller,
    answer: @escaping @Sendable (InvitationOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      // Who joins a desk meanwhile could be the person who is invited here.
      try tx.run("select from desks order by id for share")
      let draft = try tx.lockDraft(slug)
      let member = try tx.member(caller, on: draft.desk.id)
      let chosen = try draft.invite(order, by: member, members: try tx.namesOfMembers())
      let deadline = try tx.deadline(until)
      let guest = try tx.guest(named: order.name)
      let number = (draft.invitations.last?.number ?? 0) + 1
      let added = try tx.first(
        """
        insert into invitations (draft_id, number, member_id, name, read, question, until, revision_id, invited_by,
          token_digest)
        values (\(draft.id), \(number), \(guest.id), \(order.name), \(order.read), \(order.question), \(deadline),
          \(draft.latest.id), \(member.id), \(digest))
        returning id
        """, as: (Int64).self)
      guard let id = added else { throw DatabaseError.decoding("an invitation was inserted and has no id") }
      for keyPoint in chosen {
        try tx.run(
          "insert into invitation_key_points (invitation_id, key_point_id) values (\(id), \(keyPoint.id))")
      }
      let labels = chosen.map(\.label)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "invite",
        says:
          "\(caller.handle) invited \(order.name) to give the \(order.read.rawValue) read of "
          + "\(list(labels, "and")) of r\(draft.latest.number) by \(inWords(instant: deadline))."
          + (order.question.map { " Asked: \($0)" } ?? ""),
        facts: [
          "invitation": "I\(number)", "guest": guest.handle, "read": order.read.rawValue,
          "keyPoints": labels.joined(separator: " "), "revision": String(draft.latest.number),
          "until": deadline,
        ], event: "invited")
      return try tx.outcome(invitation: id, of: draft, journal: journal)
    }
  }

  /// Takes an invitation back.
  public func withdrawInvitation(
    _ label: String, to slug: String, caller: Caller,
    answer: @escaping @Sendable (InvitationOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let invitation = try draft.withdraw(label, by: try tx.member(caller, on: draft.desk.id))
      try tx.end(invitation, "withdrawn")
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "invite-withdraw",
        says: "\(caller.handle) took the invitation of \(invitation.name) back.",
        facts: ["invitation": invitation.label], event: "invitation-withdrawn")
      return try tx.outcome(invitation: invitation.id, of: draft, journal: journal)
    }
  }

  /// What an expert is shown for a token. Throws a `Refusal` in words for the expert.
  ///
  /// Every text is hashed and looked up, whether it has the form of a token or not: a guess takes as long, and says as
  /// much, as a token that is unknown. The index compares digests, of which a guesser chooses no byte.
  public func invitation(_ token: String) async throws -> ShownInvitation {
    // The token is what lets an expert read, whoever may read the draft.
    try await read(by: .newsroom).read { tx in
      let (id, slug) = try tx.knownInvitation(token)
      let draft = try tx.draft(try tx.draftID(slug))
      guard let invitation = draft.invitations.first(where: { $0.id == id }) else { throw unknownInvitation }
      try invitation.mustBeOpen(draft.end)
      let now = try tx.shown(invitation, at: draft.latest.number, of: draft.id)
      let asks = try tx.first(
        "select name from members where id = \(invitation.invitedByID)", as: (String).self)
      return ShownInvitation(
        invitation: invitation, headline: draft.latest.headline, asks: asks ?? invitation.invitedBy,
        revision: draft.latest.number, keyPoints: now,
        changes: changes(from: try tx.shown(invitation, at: invitation.revision, of: draft.id), to: now))
    }
  }

  /// Records an expert's answer, once. Gives the receipt of its journal entry.
  ///
  /// - Parameter revision: the one that the expert read; that of the invitation when nil.
  public func answerInvitation(
    _ token: String, _ answer: ExpertAnswer, revision: Int?
  ) async throws -> InvitationOutcome {
    try await read(by: .newsroom).write { tx in
      let (id, slug) = try tx.knownInvitation(token)
      let draft = try tx.lockDraft(slug)
      guard let invitation = draft.invitations.first(where: { $0.id == id }) else { throw unknownInvitation }
      let read = try tx.shown(invitation, at: revision ?? invitation.revision, of: draft.id)
      let now = try tx.shown(invitation, at: draft.latest.number, of: draft.id)
      let changed =
        read.count < invitation.labels.count || now.count < invitation.labels.count
        ? ["not every point that you were asked about is still in the story"] : changes(from: read, to: now)
      let decision = try draft.answer(invitation, answer, changes: changed)
      let order = SignOffOrder(
        labels: invitation.labels, read: invitation.read, verdict: answer.verdict, basis: decision.basis,
        comment: answer.comment, reason: answer.reason, evidence: answer.evidence,
        revision: draft.latest.number)
      let superseded = decision.signatures.flatMap { one in
        one.supersedes.map {
          WrittenStanding(
            signOff: $0.id, standing: .superseded,
            because: "\(invitation.name) answered for \(one.keyPoint.label) again: \(answer.verdict.rawValue)"
          )
        }
      }
      let signOffs = try tx.insert(
        order, decision.basis, on: decision.signatures.map(\.keyPoint), of: draft.latest,
        by: invitation.memberID)
      try tx.run(
        """
        insert into invited_sign_offs (sign_off_id, invitation_id)
        select id, \(invitation.id)::bigint from unnest(\(signOffs)::bigint[]) as new (id)
        """)
      let given = signOffs.map {
        WrittenStanding(
          signOff: $0, standing: .current, because: "given on r\(draft.latest.number), for these words")
      }
      try tx.insertStandings(superseded + given, revision: draft.latest.id)
      try tx.end(invitation, "answered")
      let handle = try tx.first(
        "select handle from members where id = \(invitation.memberID)", as: (String).self)
      let labels = list(invitation.labels, "and")
      let said =
        answer.verdict == .approve
        ? "approved \(labels) of r\(draft.latest.number) for the \(invitation.read.rawValue) read."
        : "asked about \(labels) of r\(draft.latest.number): \(answer.reason ?? "")"
      let journal = try tx.journal(
        .draft(draft.id), by: .guest(handle: handle ?? invitation.name), answer.verdict.rawValue,
        says: "\(invitation.name), invited by \(invitation.invitedBy), \(said)",
        facts: [
          "invitation": invitation.label, "revision": String(draft.latest.number),
          "read": invitation.read.rawValue, "verdict": answer.verdict.rawValue,
          "keyPoints": invitation.labels.joined(separator: " "),
          "words": decision.signatures.map { hexadecimal(wordsDigest($0.keyPoint.words)) }.joined(
            separator: " "),
          "evidence": hexadecimal(evidenceDigest(answer.evidence)),
        ], event: "signed-off")
      return try tx.outcome(invitation: invitation.id, of: draft, journal: journal)
    }
  }
}

extension Transaction {
  /// Invitations to a draft, in the order of their labels.
  func invitations(to draft: Int64) throws -> [Invitation] {
    try run(
      """
      select i.*, rfc3339(i.until) as deadline, rfc3339(i.at) as made, r.number as revision, m.handle as inviter
      from invitations_as_they_stand i join revisions r on r.id = i.revision_id join members m on m.id = i.invited_by
      where i.draft_id = \(draft) order by i.number
      """
    ).map { row in
      Invitation(
        id: try row.column("id"), number: try row.column("number"), memberID: try row.column("member_id"),
        name: try row.column("name"), read: try row.column("read"), labels: try row.column("labels"),
        question: try row.column("question"), until: try row.column("deadline"),
        untilHere: try row.column("until_here"),
        revision: try row.column("revision"), invitedBy: try row.column("inviter"),
        invitedByID: try row.column("invited_by"), at: try row.column("made"), state: try row.column("state"))
    }
  }

  fileprivate func knownInvitation(_ token: String) throws -> (id: Int64, slug: String) {
    let found = try first(
      """
      select i.id, d.slug from invitations i join drafts d on d.id = i.draft_id
      where i.token_digest = \(sha256(Array(token.utf8)))
      """, as: (Int64, String).self)
    guard let (id, slug) = found else { throw unknownInvitation }
    return (id, slug)
  }

  /// Key points of an invitation as a revision has them; those that it has not are left out.
  fileprivate func shown(
    _ invitation: Invitation, at revision: Int, of draft: Int64
  ) throws -> [ShownKeyPoint] {
    guard let number = Int32(exactly: revision),
      let (id, text) = try first(
        "select id, text from revisions where draft_id = \(draft) and number = \(number)",
        as: (Int64, String).self)
    else {
      throw Refusal(.usage, "revision", "There is no revision \(revision) of this story. Nothing was sent.")
    }
    let bytes = Array(text.utf8)
    let supports = try all(
      """
      select s.key_point_id, s.span_start, s.span_end from key_point_supports s
      join invitation_key_points p on p.key_point_id = s.key_point_id
      where p.invitation_id = \(invitation.id) and s.revision_id = \(id) order by s.key_point_id, s.position
      """, as: (Int64, Int, Int).self)
    let sentences = Dictionary(grouping: supports, by: \.0).mapValues { places in
      places.compactMap { _, start, end in
        start >= 0 && start < end && end <= bytes.count
          ? comparableWords(String(decoding: bytes[start..<end], as: UTF8.self)) : nil
      }
    }
    return try all(
      """
      select k.id, k.form, k.number, v.words from invitation_key_points p join key_points k on k.id = p.key_point_id
      join key_point_versions v on v.key_point_id = k.id and v.revision_id = \(id)
      where p.invitation_id = \(invitation.id) order by v.position
      """, as: (Int64, Form, Int, String).self
    ).map { ShownKeyPoint(label: $0.1.label($0.2), words: $0.3, borneOutBy: sentences[$0.0] ?? []) }
  }

  fileprivate func end(_ invitation: Invitation, _ ending: String) throws {
    try run("insert into invitation_ends (invitation_id, ending) values (\(invitation.id), \(ending))")
  }

  fileprivate func outcome(
    invitation id: Int64, of draft: Draft, journal: String
  ) throws -> InvitationOutcome {
    let after = try outcome(draft.id, journal: journal).draft
    guard let invitation = after.invitations.first(where: { $0.id == id }) else {
      throw DatabaseError.decoding("invitation \(id) is gone")
    }
    return InvitationOutcome(draft: draft.slug, invitation: invitation, journal: journal)
  }

  /// A deadline as an instant in UTC, from one with a zone or one in the newsroom's.
  fileprivate func deadline(_ text: String) throws -> String {
    let hasZone = text.hasSuffix("Z") || text.dropFirst(16).contains { $0 == "+" || $0 == "-" }
    let instant: SQL =
      hasZone
      ? "\(text)::timestamptz" : "\(text)::timestamp at time zone (select time_zone from newsroom)"
    let found = try first(
      """
      select rfc3339(t), t > now(), t <= now() + interval '1 year' from (select \(sql: instant) as t) x
      """, as: (String, Bool, Bool).self)
    guard let (deadline, isAhead, isNear) = found else { throw DatabaseError.decoding("no deadline") }
    guard isAhead, isNear else {
      throw Refusal(
        .usage, "until",
        "Not invited. The deadline, \(inWords(instant: deadline)), is "
          + (isAhead ? "more than a year away." : "over.") + " Nothing was changed.")
    }
    return deadline
  }

  fileprivate func namesOfMembers() throws -> [String] {
    try all(
      "select array[handle, name] || former_names from members where guest is null", as: ([String]).self
    ).flatMap { $0 }
  }

  /// The expert of that name: always the same one, so that nobody counts twice.
  fileprivate func guest(named name: String) throws -> (id: Int64, handle: String) {
    let key = personKey(name)
    // The journal keeps handles for good, so this one tells nothing of the name, which an erasure takes away.
    try run(
      """
      insert into members (handle, name, active, guest)
      values (\(guestPrefix) || left(encode(uuid_send(gen_random_uuid()), 'hex'), 12), \(name), false, \(key))
      on conflict (guest) do nothing
      """)
    guard
      let guest = try first(
        "select id, handle from members where guest = \(key)", as: (Int64, String).self)
    else { throw DatabaseError.decoding("an expert was inserted and is not there") }
    return (id: guest.0, handle: guest.1)
  }

  /// Refuses to make a member of an expert who signs, or has signed, by invitation.
  func mustBeNoGuest(_ handle: String, _ name: String?) throws {
    let keys = [handle, name ?? handle].map(personKey)
    let known = try first("select name from members where guest = any(\(keys)) limit 1", as: (String).self)
    guard known != nil || handle.hasPrefix(guestPrefix) else { return }
    throw Refusal(
      .conflict, "guest",
      "Not added. \(known ?? handle) is an expert who signs by invitation, and an expert never becomes a member: one "
        + "person would count twice. Nothing was changed.")
  }
}

/// How handles of experts begin, and those of members never.
private let guestPrefix = "guest-"
