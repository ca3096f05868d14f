import TextAnalysis

/// Who is to give a read of a draft. It says whose queue shows it, never who may sign.
public struct Assignment: Hashable, Sendable {
  public let read: Read
  /// Handle of the assignee.
  public let to: String
  public let by: String
  public let at: String

  public init(read: Read, to: String, by: String, at: String) {
    self.read = read
    self.to = to
    self.by = by
    self.at = at
  }
}

extension Draft {
  /// Decides whether `member` may assign a read to `handle`, or take it back from whoever has it where `handle` is nil.
  /// Gives the assignee.
  public func assign(_ read: Read, to handle: String?, by member: Member) throws -> Member? {
    try mustBeUnderReview("assigned")
    let concerned = handle ?? assignments.first { $0.read == read }?.to
    if concerned != member.handle { try mustHave(policy.publish, member, "assigned") }
    guard let handle else {
      guard concerned != nil else {
        throw Refusal(
          .conflict, "not-assigned",
          "The \(read.rawValue) read of \(slug) is assigned to nobody. Nothing was changed.")
      }
      return nil
    }
    let present = keyPoints.filter { !$0.gone }
    let givers = members.filter { policy.mayGive(read, $0.roles) }
    guard let assignee = givers.first(where: { $0.handle == handle }) else {
      throw Refusal(
        .notAllowed, "role",
        "Not assigned. \(handle) cannot give a \(read.rawValue) read on desk \(desk.slug). "
          + (givers.isEmpty ? "Nobody can." : "Who can: \(list(givers.map(\.handle), "or")).")
          + " Nothing was changed.")
    }
    if !present.isEmpty, present.allSatisfy({ $0.isBy(assignee) }) {
      throw Refusal(
        .notAllowed, "own-words",
        "Not assigned. \(handle) wrote every key point of \(slug), and nobody signs their own words. Nothing was changed."
      )
    }
    return assignee
  }

  /// Who is looked to for a read: the assignee, or who stands in while they are away; nil when that is nobody.
  func turn(of read: Read, away: [Absence]) -> Member? {
    guard let assignment = assignments.first(where: { $0.read == read }) else { return nil }
    let absence = away.first { $0.member == assignment.to }
    guard let handle = absence == nil ? assignment.to : absence?.deputy,
      !away.contains(where: { $0.member == handle })
    else { return nil }
    return members.first { $0.handle == handle }
  }

  /// Whether a key point waits for this member's sign-off, were it assigned to nobody.
  func canSignNow(_ keyPoint: KeyPoint, _ read: Read, _ member: Member) -> Bool {
    whoCanSign(keyPoint, read).contains { $0.id == member.id }
      && !keyPoint.signOffs.contains {
        $0.read == read && $0.stands(on: today)
          && ($0.memberID == member.id || $0.verdict == .approve && $0.invitedBy == member.handle)
      }
  }

  /// Whether somebody else is looked to, who can sign it and has not.
  func isLeftToAnother(_ keyPoint: KeyPoint, _ read: Read, than member: Member, away: [Absence]) -> Bool {
    guard let assignee = turn(of: read, away: away), assignee.id != member.id else { return false }
    return canSignNow(keyPoint, read, assignee)
  }
}
