/// One member's agreement to publish although the legal read holds or queries. No free text: what the legal
/// read said stays between those whom it was told.
public struct Agreement: Hashable, Sendable {
  /// The hold or query that is passed over.
  public let signOff: Int64
  public let memberID: Int64
  public let member: String
  public let at: String
  /// `wordsDigest` of the words that it was given for.
  public let wordsDigest: [UInt8]

  public init(signOff: Int64, memberID: Int64, member: String, at: String, wordsDigest: [UInt8]) {
    self.wordsDigest = wordsDigest
    self.signOff = signOff
    self.memberID = memberID
    self.member = member
    self.at = at
  }
}

extension Draft {
  /// Holds and queries of the legal read that stand and that too few have agreed to pass over.
  public var legalDoubts: [(keyPoint: KeyPoint, signOff: SignOff)] {
    keyPoints.flatMap { keyPoint in
      keyPoint.standing.filter { $0.isLegalDoubt && !isPassedOver($0, on: keyPoint) }.map { (keyPoint, $0) }
    }
  }

  /// Members who may agree to pass over a doubt: they may publish, and neither wrote the words nor raised it.
  func whoMayAgree(_ signOff: SignOff, on keyPoint: KeyPoint) -> [Member] {
    members.filter {
      $0.active && !$0.roles.isDisjoint(with: policy.publish) && !keyPoint.isBy($0)
        && $0.id != signOff.memberID
    }
  }

  /// Those of them who have agreed, each once.
  func agreed(to signOff: SignOff, on keyPoint: KeyPoint) -> [Member] {
    let words = Editorial.wordsDigest(keyPoint.words)
    let members = Set(
      agreements.filter { $0.signOff == signOff.id && $0.wordsDigest == words }.map(\.memberID))
    return whoMayAgree(signOff, on: keyPoint).filter { members.contains($0.id) }
  }

  func isPassedOver(_ signOff: SignOff, on keyPoint: KeyPoint) -> Bool {
    guard signOff.isLegalDoubt, let needed = policy.againstLegal else { return false }
    return agreed(to: signOff, on: keyPoint).count >= needed
  }

  /// Whether enough have agreed to publish a key point against all that the legal read says of it: then its approval is not
  /// waited for either.
  func isLegalReadPassedOver(_ keyPoint: KeyPoint) -> Bool {
    let doubts = keyPoint.standing.filter(\.isLegalDoubt)
    return !doubts.isEmpty && doubts.allSatisfy { isPassedOver($0, on: keyPoint) }
  }

  /// "2 of cleo or dov agree to publish against it (cleo has)".
  func agreementLacking(_ signOff: SignOff, on keyPoint: KeyPoint, _ needed: Int) -> String {
    let who = whoMayAgree(signOff, on: keyPoint).map(\.handle)
    let agreed = agreed(to: signOff, on: keyPoint).map(\.handle)
    guard who.count >= needed else {
      return "too few on the desk can agree to publish against it, which takes \(needed)"
    }
    return "\(needed) of \(list(who, "and")) agree to publish against it"
      + (agreed.isEmpty ? "" : " (\(list(agreed, "and")) \(agreed.count == 1 ? "has" : "have"))")
  }

  /// Decides whether `member` may agree to publish against the legal read; the holds and queries that it is
  /// about.
  public func agreeAgainstLegal(by member: Member) throws -> [(keyPoint: KeyPoint, signOff: SignOff)] {
    try mustBeUnderReview("agreed")
    guard policy.againstLegal != nil else {
      throw Refusal(
        .notAllowed, "against-legal",
        "Not agreed. The policy of desk \(desk.slug) lets nobody publish against the legal read.")
    }
    let doubts = legalDoubts
    guard !doubts.isEmpty else {
      throw Refusal(.conflict, "against-legal", "Not agreed. The legal read holds nothing of \(slug).")
    }
    let mine = doubts.filter { keyPoint, signOff in
      whoMayAgree(signOff, on: keyPoint).contains { $0.id == member.id }
    }
    guard !mine.isEmpty else {
      let who = doubts.flatMap { whoMayAgree($0.signOff, on: $0.keyPoint).map(\.handle) }
      throw Refusal(
        .notAllowed, "role",
        "Not agreed. That is for members who may publish, and neither wrote the words nor hold them. "
          + (who.isEmpty ? "Nobody can." : "Who can: \(list(Array(Set(who)).sorted(), "or"))."))
    }
    let open = mine.filter { keyPoint, signOff in
      !agreed(to: signOff, on: keyPoint).contains { $0.id == member.id }
    }
    guard !open.isEmpty else {
      throw Refusal(.conflict, "against-legal", "\(member.handle) has agreed already; nobody counts twice.")
    }
    return open
  }
}

extension SignOff {
  var isLegalDoubt: Bool { read == .legal && verdict != .approve }
}
