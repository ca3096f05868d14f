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
      var touched: [TouchedSignOff] = []
      for one in decision.signatures {
        for earlier in one.supersedes {
          try tx.setStanding(
            earlier.id, revision: draft.latest.id, .superseded,
            "\(caller.handle) signed \(one.keyPoint.label) again: \(order.verdict.rawValue)")
        }
        let id = try tx.insert(
          order, decision.basis, untilMoves: matter, on: one.keyPoint, of: draft.latest, by: member)
        try tx.setStanding(
          id, revision: draft.latest.id, .current, "given on r\(draft.latest.number), for these words")
        touched.append(TouchedSignOff(label: one.keyPoint.label, id: id, standing: .current))
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
      return try tx.outcome(draft.id, touched: touched, journal: journal)
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
      let touched = try mine.map { keyPoint, signOff in
        try tx.setStanding(
          signOff.id, revision: draft.latest.id, .withdrawn, reason)
        return TouchedSignOff(label: keyPoint.label, id: signOff.id, standing: .withdrawn)
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
    for digest in digests
    where try first(
      "select 1 from evidence_files where draft_id = \(draft) and encode(digest, 'hex') = \(digest)",
      as: Int.self)
      == nil
    {
      throw Refusal(
        .missing, "evidence", "Not signed. No file with the digest \(digest) was brought to this draft.")
    }
  }

  fileprivate func insert(
    _ order: SignOffOrder, _ basis: Basis?, untilMoves: Int64?, on keyPoint: KeyPoint, of revision: Revision,
    by member: Member
  ) throws -> Int64 {
    let id = try first(
      """
      insert into sign_offs (key_point_id, revision_id, member_id, read, verdict, basis, comment, reason,
        words_digest, evidence_digest, until, stays, until_moves)
      values (\(keyPoint.id), \(revision.id), \(member.id), \(order.read), \(order.verdict), \(basis),
        \(order.comment), \(order.reason), \(wordsDigest(keyPoint.words)), \(evidenceDigest(order.evidence)),
        \(order.until), \(order.stays), \(untilMoves))
      returning id
      """, as: (Int64).self)
    guard let id else { throw DatabaseError.decoding("a sign-off was inserted and has no id") }
    for (position, url) in order.evidence.enumerated() {
      try run(
        "insert into sign_off_evidence (sign_off_id, position, url) values (\(id), \(position + 1), \(url))")
    }
    if let source = order.source {
      try run(
        """
        insert into confidential_sources (sign_off_id, seen_by, on_day, kind, independent, kept_where)
        values (\(id), \(source.seenBy), \(source.on), \(source.kind), \(source.independent), \(source.keptWhere))
        """)
    }
    return id
  }
}
