import TextAnalysis

/// What a reviewer asks to sign.
public struct SignOffOrder: Hashable, Sendable {
  /// Labels such as `K1`; nil for every key point of the revision.
  public let labels: [String]?
  public let read: Read
  public let verdict: Verdict
  public let basis: Basis?
  public let comment: String?
  public let reason: String?
  public let evidence: [String]
  /// The revision whose words are signed.
  public let revision: Int
  /// The last day on which an approval stands.
  public let until: CivilDate?
  /// Words that must stay in the text for an approval to stand.
  public let stays: [String]
  public let source: ConfidentialSource?
  /// The matter whose next move ends an approval.
  public let untilMoves: String?

  public init(
    labels: [String]?, read: Read, verdict: Verdict, basis: Basis?, comment: String?, reason: String?,
    evidence: [String], revision: Int, until: CivilDate? = nil, stays: [String] = [],
    source: ConfidentialSource? = nil, untilMoves: String? = nil
  ) {
    self.untilMoves = untilMoves
    self.labels = labels
    self.read = read
    self.verdict = verdict
    self.basis = basis
    self.comment = comment
    self.reason = reason
    self.evidence = evidence
    self.revision = revision
    self.until = until
    self.stays = stays
    self.source = source
  }
}

/// What is to be written: one sign-off per key point, and the earlier ones of the same member that it replaces.
public struct SignOffDecision: Hashable, Sendable {
  public struct One: Hashable, Sendable {
    public let keyPoint: KeyPoint
    public let supersedes: [SignOff]
  }
  public let signatures: [One]
  public let basis: Basis?
}

extension Draft {
  /// Decides whether `member` may sign as ordered. Throws a `Refusal`; then nothing is signed.
  public func sign(_ order: SignOffOrder, by member: Member) throws -> SignOffDecision {
    try mustBeUnderReview("signed")
    guard order.revision == latest.number else {
      throw Refusal(
        .outdated, "outdated",
        "Not signed. \(slug) is at r\(latest.number) now, and you read r\(order.revision).",
        next: ["stet show \(slug)"])
    }
    guard policy.mayGive(order.read, member.roles) else {
      let who = members.filter { policy.mayGive(order.read, $0.roles) }.map { $0.handle }
      let roles = (policy.readers[order.read] ?? []).map(\.rawValue)
      throw Refusal(
        .notAllowed, "role",
        "Not signed. A \(order.read.rawValue) read on desk \(desk.slug) is for \(list(roles, "or")); \(member.handle) "
          + "has none of these roles. " + (who.isEmpty ? "Nobody has." : "Who can: \(list(who, "or")).")
          + " Nothing was changed.")
    }
    if order.verdict != .approve, order.reason == nil {
      throw Refusal(
        .usage, "reason", "A \(order.verdict.rawValue) says why. Nothing was changed; add --reason TEXT.")
    }
    try mustBeOfAnApproval(order)
    let chosen = try keyPoints(order.labels, forSigning: true)
    // Doubt about one's own words is welcome; approving them is not.
    if order.verdict == .approve {
      for keyPoint in chosen {
        if let part = keyPoint.part(of: member) { throw ownWords(keyPoint, part, member, order.read) }
      }
    }
    return decision(
      on: chosen, by: member.id, for: order.read, verdict: order.verdict, basis: order.basis)
  }

  /// What is written once somebody may sign: earlier sign-offs of the same person for the same read give way.
  func decision(
    on chosen: [KeyPoint], by member: Int64, for read: Read, verdict: Verdict, basis: Basis?
  ) -> SignOffDecision {
    SignOffDecision(
      signatures: chosen.map { keyPoint in
        SignOffDecision.One(
          keyPoint: keyPoint,
          supersedes: keyPoint.standing.filter { $0.memberID == member && $0.read == read })
      },
      basis: verdict == .approve ? (basis ?? usualBasis(of: read)) : nil)
  }

  /// What an approval rests on when nobody says: an agency's copy on the agency.
  private func usualBasis(of read: Read) -> Basis { wire != nil && read == policy.wire ? .wire : .source }

  private func mustBeOfAnApproval(_ order: SignOffOrder) throws {
    if order.verdict != .approve,
      order.until != nil || !order.stays.isEmpty || order.source != nil
        || order.untilMoves != nil
    {
      throw Refusal(
        .usage, "approval",
        "A \(order.verdict.rawValue) has no term, no condition and no source: these go with an approval. Nothing was "
          + "changed.")
    }
    if let until = order.until, until < today {
      throw Refusal(
        .usage, "term",
        "Not signed. \(inWords(until)) is over (today is \(inWords(today))), and an approval until then would not "
          + "stand. Nothing was changed.")
    }
    if let source = order.source, source.on > today {
      throw Refusal(
        .usage, "source", "Not signed. \(inWords(source.on)), on which the source was seen, is still to come."
      )
    }
    let strangers = (order.source?.seenBy ?? []).filter { handle in
      !members.contains { $0.handle == handle }
    }
    guard strangers.isEmpty else {
      throw Refusal(
        .missing, "member",
        "Not signed. Those who saw the source are members of desk \(desk.slug); \(list(strangers, "and")) is none."
      )
    }
  }

  /// Standing sign-offs on the named key points that `member` may take back: one's own; for a chief somebody's hold,
  /// but for the legal read's, and any doubt of somebody who is no longer on the desk, which nobody else could lift.
  public func withdraw(_ labels: [String], read: Read?, by member: Member) throws -> [(KeyPoint, SignOff)] {
    let chosen = try keyPoints(labels, forSigning: false)
    let there = Set(members.map(\.id))
    let isChief = member.roles.contains(.chief)
    let mine = chosen.map { keyPoint in
      (
        keyPoint,
        keyPoint.standing.filter {
          (read == nil || $0.read == read)
            && ($0.memberID == member.id
              || isChief && $0.verdict == .hold && $0.read != .legal
              || isChief && $0.verdict != .approve && !there.contains($0.memberID))
        }
      )
    }
    if let (keyPoint, _) = mine.first(where: { $0.1.isEmpty }) {
      throw Refusal(
        .missing, "no-sign-off",
        "Nothing was withdrawn: \(member.handle) has no standing sign-off on \(keyPoint.label) of \(slug).",
        next: ["stet show \(slug)"])
    }
    return mine.flatMap { keyPoint, signOffs in signOffs.map { (keyPoint, $0) } }
  }

  /// The key points that the labels name, each once and in reading order.
  func keyPoints(_ labels: [String]?, forSigning: Bool) throws -> [KeyPoint] {
    let known = forSigning ? keyPoints.filter { !$0.gone } : keyPoints
    guard let labels else {
      guard !known.isEmpty else {
        throw Refusal(.missing, "no-key-points", "\(slug) has no key points: there is nothing to sign.")
      }
      return known
    }
    guard !labels.isEmpty else {
      throw Refusal(
        .usage, "key-points", "No key point is named. Name some, such as K1, or sign all with --all.")
    }
    let wanted = Set(labels.map { $0.uppercased() })
    for label in labels where !known.contains(where: { $0.label.uppercased() == label.uppercased() }) {
      let range =
        known.isEmpty ? "It has none." : "It has \(list(known.map(\.label), "and"))."
      throw Refusal(
        .missing, "key-point",
        "\(slug) r\(latest.number) has no key point \(label). \(range) Nothing was changed.",
        next: ["stet show \(slug)"])
    }
    return known.filter { wanted.contains($0.label.uppercased()) }
  }

  /// The key point that somebody wants to write under.
  public func mayComment(on label: String, privileged: Bool, _ member: Member) throws -> KeyPoint {
    try mustBeUnderReview("written")
    guard !member.roles.isEmpty else {
      throw Refusal(
        .notAllowed, "role", "\(member.handle) has no role on desk \(desk.slug). Nothing was written.")
    }
    if privileged, !member.roles.contains(.legal) {
      throw Refusal(
        .notAllowed, "role",
        "A privileged note is the legal read's, and \(member.handle) is not of it. Nothing was written.")
    }
    let chosen = try keyPoints([label], forSigning: false)
    guard let keyPoint = chosen.first else { throw missingKeyPoint(label) }
    return keyPoint
  }

  private func missingKeyPoint(_ label: String) -> Refusal {
    Refusal(.missing, "key-point", "\(slug) has no key point \(label).", next: ["stet show \(slug)"])
  }

  private func ownWords(
    _ keyPoint: KeyPoint, _ part: (revision: Revision, ofSupport: Bool), _ member: Member, _ read: Read
  ) -> Refusal {
    let from = part.revision
    let how =
      (from.filedBy == member.id ? "filed the words of" : "stands in the byline of")
      + (part.ofSupport ? " the sentence that bears out" : "")
    let who = whoCanSign(keyPoint, read).map { "\($0.handle) (\(rolesFor(read, $0)))" }
    return Refusal(
      .notAllowed, "own-words",
      "Not signed. \(member.handle) \(how) \(keyPoint.label) in r\(from.number), and nobody signs their own words. "
        + (who.isEmpty ? "Nobody else on desk \(desk.slug) can." : "Who can: \(list(who, "or")).")
        + " Nothing was changed.")
  }

  private func rolesFor(_ read: Read, _ member: Member) -> String {
    (policy.readers[read] ?? []).filter(member.roles.contains).map(\.rawValue).joined(
      separator: ", ")
  }

  /// Refuses acts on a draft that has ended.
  public func mustBeUnderReview(_ done: String) throws {
    guard let end else { return }
    throw Refusal(
      .conflict, "ended", "Not \(done). \(slug) was \(end.ending.rawValue) by \(end.by): \(end.reason)")
  }
}
