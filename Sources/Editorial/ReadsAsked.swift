import TextAnalysis

/// A read that the policy asks for of one key point.
public struct AskedRead: Hashable, Sendable {
  public let read: Read
  public let approvals: Int
  /// Why it is asked of this key point, as in "it accuses a person"; nil when it is asked of every one.
  public let because: String?
  /// When it is due, an instant; nil when the policy sets no hours.
  public let due: String?
  /// The agency whose copy this is, where one approval on the basis `wire` is what is asked for.
  public let wire: String?
}

/// A statement of a kind that can go out of date, where it stands in the latest revision.
public struct ClaimPlace: Hashable, Sendable {
  public let kind: ClaimKind
  public let span: Span
  public init(kind: ClaimKind, span: Span) {
    self.kind = kind
    self.span = span
  }
}

extension Draft {
  /// The reads that the policy asks for of a key point, in their usual order.
  public func applicableReads(of keyPoint: KeyPoint) -> [AskedRead] {
    Read.allCases.compactMap { read in
      if let agency = wire, read == policy.wire {
        let applying = rules(for: read, of: keyPoint)
        let wanted = applying.filter { $0.rule.when != nil }.map(\.rule.approvals).max() ?? 1
        return AskedRead(
          read: read, approvals: max(1, wanted), because: nil, due: due(applying, of: keyPoint), wire: agency)
      }
      guard policy.reads[read] != nil else { return nil }
      // Of an agency's copy only what its words call for is asked besides.
      let applying = rules(for: read, of: keyPoint).filter { !isWireCopy || $0.rule.when != nil }
      guard let most = applying.max(by: { $0.rule.approvals < $1.rule.approvals }), most.rule.approvals > 0
      else { return nil }
      return AskedRead(
        read: read, approvals: most.rule.approvals, because: most.because, due: due(applying, of: keyPoint),
        wire: nil)
    }
  }

  private var isWireCopy: Bool { wire != nil && policy.wire != nil }

  /// How many different people approve a key point for a read. Its authors do not count. Whoever invited an expert holds
  /// the expert's link, so the two are one voice, and so are all experts of one inviter. Where the policy knows of wire
  /// copy, all who rely on the feed are one source.
  func approvals(of keyPoint: KeyPoint, for asked: AskedRead) -> Int {
    let valid = keyPoint.signOffs.filter {
      $0.stands(on: today) && $0.read == asked.read && $0.verdict == .approve
        && !isAuthor($0, of: keyPoint)
    }
    let counted = asked.wire == nil ? valid : valid.filter { $0.basis != .onAuthor }
    guard policy.wire != nil else { return voices(of: counted) }
    let onSource = voices(of: counted.filter { $0.basis != .wire })
    return min(voices(of: counted), onSource + 1)
  }

  /// The most approvals of which no two are one person's, or an inviter's and their expert's.
  private func voices(of approvals: [SignOff]) -> Int {
    min(
      Set(approvals.map(\.memberID)).count, Set(approvals.map { $0.invitedBy ?? $0.member }).count)
  }

  /// Whether somebody who may have left the desk wrote or changed a key point or what bears it out.
  private func isAuthor(_ signOff: SignOff, of keyPoint: KeyPoint) -> Bool {
    if signOff.invitedBy != nil { return isNamed(personKey(signOff.member), wrote: keyPoint) }
    if let there = members.first(where: { $0.id == signOff.memberID }) { return keyPoint.isBy(there) }
    return keyPoint.revisions.contains { $0.filedBy == signOff.memberID }
  }

  private func rules(
    for read: Read, of keyPoint: KeyPoint
  ) -> [(rule: Policy.ReadRule, because: String?)] {
    (policy.reads[read] ?? []).compactMap { rule in
      guard let when = rule.when else { return (rule, nil) }
      return reason(when, of: keyPoint).map { (rule, $0) }
    }
  }

  /// What a key point shows of a condition; nil when it shows nothing.
  private func reason(_ when: Policy.Condition, of keyPoint: KeyPoint) -> String? {
    if when.accusation, accuses(keyPoint) { return "it accuses a person" }
    if when.spent, let spent = spentConviction(toldBy: keyPoint) { return "it \(spent.tells)" }
    if let tag = when.tags.first(where: isTagged) { return "the draft is tagged “\(tag)”" }
    let tokens = when.words.isEmpty ? [] : phraseTokens(keyPoint.words)
    if let word = when.words.first(where: { says($0, tokens) }) { return "it says “\(word)”" }
    let places = keyPoint.places
    if let claim = claimPlaces.first(where: { claim in
      when.claims.contains(claim.kind) && places.contains { $0.overlaps(claim.span) }
    }) {
      return "it makes a claim of the kind \(claim.kind.rawValue)"
    }
    return nil
  }

  /// Whether a key point accuses a person, in its own words or in those that bear it out.
  func accuses(_ keyPoint: KeyPoint) -> Bool {
    let places = keyPoint.places
    return accusations.contains { accusation in places.contains { $0.overlaps(accusation.sentence.span) } }
  }

  /// What a key point tells of a conviction that may be spent, in its own words or in those that bear it out.
  func spentConviction(toldBy keyPoint: KeyPoint) -> Spent? {
    let places = keyPoint.places
    return spentConvictions.first { one in places.contains { $0.overlaps(one.told.sentence.span) } }?.spent
  }

  func isTagged(_ tag: String) -> Bool { tags.contains { foldedName($0) == foldedName(tag) } }

  private func due(_ rules: [(rule: Policy.ReadRule, because: String?)], of keyPoint: KeyPoint) -> String? {
    guard let hours = rules.compactMap(\.rule.within).min() else { return nil }
    let latest = keyPoint.revisions.max { $0.number < $1.number }
    return latest.flatMap { instant(hours, hoursAfter: $0.filedAt) }
  }
}

extension KeyPoint {
  /// Where its own words stand, and those that bear it out.
  var places: [Span] { [span] + supports.map(\.span) }

  /// The revisions that its words, and those that bear it out, come from.
  var revisions: [Revision] {
    [wordsFrom, writtenIn] + supports.flatMap { [$0.wordsFrom, $0.writtenIn] }
  }
}

extension Span {
  func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
}

/// The words of a phrase in small letters, without signs; a `*` stays at the end of its word.
func phraseTokens(_ phrase: String) -> [String] {
  comparableWords(phrase).lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "*" }.map(String.init)
    .filter { $0 != "*" }
}

private func says(_ phrase: String, _ tokens: [String]) -> Bool {
  !places(of: phraseTokens(phrase), in: tokens).isEmpty
}

/// Where the words of a phrase stand among others, by the first of them.
func places(of phrase: [String], in tokens: [String]) -> [Int] {
  guard !phrase.isEmpty, phrase.count <= tokens.count else { return [] }
  return (0...tokens.count - phrase.count).filter { start in
    zip(phrase, tokens[start...]).allSatisfy { word, token in
      word.hasSuffix("*") ? token.hasPrefix(word.dropLast()) : token == word
    }
  }
}
