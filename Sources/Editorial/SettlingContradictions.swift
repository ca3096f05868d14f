import TextAnalysis

/// A contradiction as it is found in a revision, before it has a label.
public struct FoundContradiction: Hashable, Sendable {
  public let kind: ContradictionKind
  public let origin: Origin
  public let rule: String
  /// What makes it the same one in the next revision.
  public let wordsDigest: [UInt8]
  public let passages: [ContradictionFinding.Side]
  public let status: ContradictionStatus
  /// What would be right, where that can be counted: the true weekday, the sum.
  public let explanation: String?
}

/// What a draft brings with it and what the engine suggests, in that order.
public func contradictions(in manuscript: Manuscript, dateline: CivilDate) -> [FoundContradiction] {
  let brought = manuscript.contradictions.map { bullet in
    let read = readContradiction(bullet, in: manuscript)
    return FoundContradiction(
      kind: read.kind, origin: .draft, rule: read.rule, wordsDigest: wordsDigest(bullet.words),
      passages: read.sides, status: .open, explanation: nil)
  }
  let suggested = findContradictions(in: manuscript, dateline: dateline).map { finding in
    FoundContradiction(
      kind: finding.kind, origin: .engine, rule: finding.rule,
      wordsDigest: wordsDigest(
        finding.rule + "\n" + finding.sides.map { slice(manuscript.text, $0.span) }.joined(separator: "\n")),
      passages: finding.sides, status: .suggested, explanation: finding.explanation)
  }
  var seen: Set<[UInt8]> = []
  return (brought + suggested).filter { seen.insert($0.wordsDigest).inserted && !$0.passages.isEmpty }
}

/// How somebody asks to settle a contradiction.
public struct Settlement: Hashable, Sendable {
  public let outcome: ContradictionOutcome
  public let note: String?
  /// Slug of the draft that supersedes, or in which the correction is published.
  public let other: String?
  public init(outcome: ContradictionOutcome, note: String?, other: String?) {
    self.outcome = outcome
    self.note = note
    self.other = other
  }
}

extension Contradiction {
  /// Only open slips and archive conflicts hold up publication, and what the policy adds.
  public func blocks(under policy: Policy) -> Bool { status == .open && policy.blocks(kind) }

  /// Decides whether it may be settled like this by somebody with these roles on the draft's desk.
  public func settle(_ settlement: Settlement, by member: Member, policy: Policy) throws {
    guard !member.roles.isDisjoint(with: policy.settle) else {
      throw Refusal(
        .notAllowed, "role",
        "Not settled. Contradictions of this desk are settled by \(list(policy.settle.map(\.rawValue), "or")); "
          + "\(member.handle) has none of these roles. Nothing was changed.")
    }
    if status == .settled {
      throw Refusal(
        .conflict, "settled",
        "Nothing was changed: \(label) of \(draft) is settled already, as \(outcome?.rawValue ?? "?") by "
          + "\(settledBy ?? "?").")
    }
    let needsOther = settlement.outcome == .superseded || settlement.outcome == .correctPublished
    if needsOther, settlement.other == nil {
      let option = settlement.outcome == .superseded ? "--by DRAFT" : "--in DRAFT"
      throw Refusal(
        .usage, "other-draft",
        "Not settled. \(settlement.outcome.rawValue) names the other draft: add \(option). Nothing was changed."
      )
    }
    if !needsOther, settlement.other != nil {
      throw Refusal(
        .usage, "other-draft",
        "Not settled. Only superseded and correct-published name another draft. Nothing was changed.")
    }
    if settlement.outcome == .bothReported, kind != .disputed {
      throw Refusal(
        .conflict, "both-reported",
        "Not settled. \(label) is \(kind == .archive ? "a conflict with another story" : "a slip"), not a disputed "
          + "account: both-reported does not end it; fixed-here, cut, different-scope, rounding, "
          + "unverified-and-said-so and not-a-contradiction do. Nothing was changed.")
    }
    if settlement.outcome != .bothReported, settlement.note == nil, !needsOther {
      throw Refusal(
        .usage, "note",
        "Not settled. \(settlement.outcome.rawValue) wants a --note that says why. Nothing was changed.")
    }
  }
}
