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

  public init(
    labels: [String]?, read: Read, verdict: Verdict, basis: Basis?, comment: String?, reason: String?,
    evidence: [String], revision: Int
  ) {
    self.labels = labels
    self.read = read
    self.verdict = verdict
    self.basis = basis
    self.comment = comment
    self.reason = reason
    self.evidence = evidence
    self.revision = revision
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
      let roles = (policy.readers[order.read.rawValue] ?? []).map(\.rawValue)
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
    let chosen = try keyPoints(order.labels, forSigning: true)
    // Doubt about one's own words is welcome; approving them is not.
    if order.verdict == .approve {
      for keyPoint in chosen {
        if let part = keyPoint.part(of: member) { throw ownWords(keyPoint, part, member, order.read) }
      }
    }
    return SignOffDecision(
      signatures: chosen.map { keyPoint in
        SignOffDecision.One(
          keyPoint: keyPoint,
          supersedes: keyPoint.standing.filter { $0.memberID == member.id && $0.read == order.read })
      },
      basis: order.verdict == .approve ? (order.basis ?? .source) : nil)
  }

  /// Standing sign-offs on the named key points that `member` may take back: one's own and, for a chief, a question
  /// or hold of somebody who is no longer on the desk, which nobody else could lift.
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
  private func keyPoints(_ labels: [String]?, forSigning: Bool) throws -> [KeyPoint] {
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
    for label in labels where !known.contains(where: { $0.label == label.uppercased() }) {
      let range =
        known.isEmpty ? "It has none." : "It has \(list(known.map(\.label), "and"))."
      throw Refusal(
        .missing, "key-point",
        "\(slug) r\(latest.number) has no key point \(label). \(range) Nothing was changed.",
        next: ["stet show \(slug)"])
    }
    return known.filter { wanted.contains($0.label) }
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
    (policy.readers[read.rawValue] ?? []).filter(member.roles.contains).map(\.rawValue).joined(
      separator: ", ")
  }

  /// Refuses acts on a draft that has ended.
  public func mustBeUnderReview(_ done: String) throws {
    guard let end else { return }
    throw Refusal(
      .conflict, "ended", "Not \(done). \(slug) was \(end.ending.rawValue) by \(end.by): \(end.reason)")
  }
}
