import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// Signs key points of a draft's latest revision: all that are named, or none.
  public func sign(
    _ slug: String, _ order: SignOffOrder, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let matter = try order.untilMoves.map { try tx.heldMatter($0) }
      let draft = try tx.lockDraft(slug)
      let member = try tx.member(caller, on: draft.desk.id)
      let decision = try draft.sign(order, by: member)
      try tx.mustStand(order.stays, in: draft)
      try tx.mustHave(order.evidence, draft: draft.id)
      let superseded = decision.signatures.flatMap { one in
        one.supersedes.map {
          WrittenStanding(
            signOff: $0.id, standing: .superseded,
            because: "\(caller.handle) signed \(one.keyPoint.label) again: \(order.verdict.rawValue)")
        }
      }
      let ids = try tx.insert(
        order, decision.basis, untilMoves: matter, on: decision.signatures.map(\.keyPoint), of: draft.latest,
        by: member.id)
      let given = ids.map {
        WrittenStanding(
          signOff: $0, standing: .current, because: "given on r\(draft.latest.number), for these words")
      }
      try tx.insertStandings(superseded + given, revision: draft.latest.id)
      let touched = zip(decision.signatures, ids).map {
        TouchedSignOff(label: $0.keyPoint.label, id: $1, standing: .current)
      }
      let labels = decision.signatures.map(\.keyPoint.label)
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, order.verdict.rawValue,
        says: order.read == .legal && order.verdict != .approve
          ? "\(list(labels, "and")) held by the legal read." : signing(order, labels, draft, caller),
        facts: [
          "revision": String(draft.latest.number), "read": order.read.rawValue,
          "verdict": order.verdict.rawValue,
          "keyPoints": labels.joined(separator: " "),
          "words": decision.signatures.map { hexadecimal(wordsDigest($0.keyPoint.words)) }.joined(
            separator: " "),
          "evidence": hexadecimal(evidenceDigest(order.evidence)),
        ].merging(order.until.map { ["until": $0.description] } ?? [:]) { first, _ in first },
        event: "signed-off")
      return try tx.outcome(
        draft.id, touched: touched, notices: order.verdict == .approve ? try tx.noLongerSo(in: draft.id) : [],
        journal: journal)
    }
  }

  /// Takes back one's own standing sign-offs.
  public func withdraw(
    _ slug: String, labels: [String], read: Read?, reason: String, caller: Caller,
    answer: @escaping @Sendable (ActOutcome) throws -> [UInt8]
  ) async throws -> StoredAnswer {
    try await perform(caller, answer: answer) { tx in
      let draft = try tx.lockDraft(slug)
      let member = try tx.member(caller, on: draft.desk.id)
      let mine = try draft.withdraw(labels, read: read, by: member)
      try tx.insertStandings(
        mine.map { WrittenStanding(signOff: $1.id, standing: .withdrawn, because: reason) },
        revision: draft.latest.id)
      let touched = mine.map {
        TouchedSignOff(label: $0.label, id: $1.id, standing: .withdrawn)
      }
      let journal = try tx.journal(
        .draft(draft.id), by: caller.actor, "withdraw",
        says:
          "\(caller.handle) withdrew \(whatIsWithdrawn(mine.map(\.1))) on \(list(touched.map(\.label), "and"))"
          + (mine.contains { $0.1.read == .legal } ? "." : ": \(reason)"),
        facts: ["revision": String(draft.latest.number)].merging(
          mine.contains { $0.1.read == .legal } ? ["read": Read.legal.rawValue] : [:]
        ) { first, _ in first },
        event: "sign-off-withdrawn")
      return try tx.outcome(draft.id, touched: touched, journal: journal)
    }
  }
}

private func whatIsWithdrawn(_ signOffs: [SignOff]) -> String {
  let verdicts = Set(signOffs.map(\.verdict))
  let name = verdicts.count == 1 ? verdicts.first.map { $0 == .approve ? "approval" : $0.rawValue } : nil
  return "the \(name ?? "sign-off")"
}

private func signing(_ order: SignOffOrder, _ labels: [String], _ draft: Draft, _ caller: Caller) -> String {
  let what = "\(list(labels, "and")) of r\(draft.latest.number)"
  return switch order.verdict {
  case .approve: "\(caller.handle) approved \(what) for the \(order.read.rawValue) read."
  case .query: "\(caller.handle) asked about \(what): \(order.reason ?? "")"
  case .hold: "\(caller.handle) holds \(what): \(order.reason ?? "")"
  }
}

extension Transaction {
  /// Nobody can make an approval depend on words that are not there.
  fileprivate func mustStand(_ stays: [String], in draft: Draft) throws {
    guard !stays.isEmpty else { return }
    let text = try latestText(of: draft.id)
    if let lost = stays.first(where: { !contains($0, in: text) }) {
      throw Refusal(
        .missing, "condition",
        "Not signed. “\(lost)” is to stay, and it is not in \(draft.slug) r\(draft.latest.number). Nothing was changed.",
        next: ["stet show \(draft.slug)"])
    }
  }

  /// Files that are named as evidence were brought before.
  fileprivate func mustHave(_ evidence: [String], draft: Int64) throws {
    let digests = evidence.filter { $0.hasPrefix("file: ") }.compactMap {
      $0.split(separator: ":").last.map(String.init)
    }
    guard !digests.isEmpty else { return }
    let known = try all(
      "select encode(digest, 'hex') from evidence_files where draft_id = \(draft) and encode(digest, 'hex') = any(\(digests))",
      as: String.self)
    if let digest = digests.first(where: { !known.contains($0) }) {
      throw Refusal(
        .missing, "evidence", "Not signed. No file with the digest \(digest) was brought to this draft.")
    }
  }

  /// Writes sign-offs with their evidence. Gives their ids in the order of the key points.
  func insert(
    _ order: SignOffOrder, _ basis: Basis?, untilMoves: Int64? = nil, on keyPoints: [KeyPoint],
    of revision: Revision, by member: Int64
  ) throws -> [Int64] {
    let added = try all(
      """
      insert into sign_offs (key_point_id, revision_id, member_id, read, verdict, basis, comment, reason,
        words_digest, evidence_digest, until, stays, until_moves)
      select key_point, \(revision.id)::bigint, \(member)::bigint, \(order.read), \(order.verdict), \(basis),
        \(order.comment), \(order.reason), decode(words, 'hex'), \(evidenceDigest(order.evidence))::bytea,
        \(order.until)::date, \(order.stays)::text[], \(untilMoves)::bigint
      from unnest(\(keyPoints.map(\.id))::bigint[],
        \(keyPoints.map { hexadecimal(wordsDigest($0.words)) })::text[]) with ordinality
        as new (key_point, words, place)
      order by place
      returning key_point_id, id
      """, as: (Int64, Int64).self)
    let idOf = Dictionary(added, uniquingKeysWith: { first, _ in first })
    let ids = try keyPoints.map { keyPoint in
      guard let id = idOf[keyPoint.id] else {
        throw DatabaseError.decoding("a sign-off was inserted and has no id")
      }
      return id
    }
    if !order.evidence.isEmpty {
      try run(
        """
        insert into sign_off_evidence (sign_off_id, position, url)
        select id, position, url from unnest(\(ids)::bigint[]) as id,
          unnest(\(order.evidence)::text[]) with ordinality as e (url, position)
        """)
    }
    if let source = order.source {
      try run(
        """
        insert into confidential_sources (sign_off_id, seen_by, on_day, kind, independent, kept_where)
        select id, \(source.seenBy)::text[], \(source.on)::date, \(source.kind), \(source.independent)::integer,
          \(source.keptWhere)
        from unnest(\(ids)::bigint[]) as id
        """)
    }
    return ids
  }
}
