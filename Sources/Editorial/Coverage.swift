import TextAnalysis

/// A sentence of the latest revision that accuses an identifiable person, in its body or a key point.
public struct AccusingSentence: Hashable, Sendable {
  /// Where it stands, and who wrote it.
  public let sentence: Support
  public let words: String
  /// The name or office, as it stands there.
  public let person: String
  /// Whether the person is named, and not only known by an office.
  public let isNamed: Bool

  public init(sentence: Support, words: String, person: String, isNamed: Bool) {
    self.sentence = sentence
    self.words = words
    self.person = person
    self.isNamed = isNamed
  }
}

/// A sentence of the latest revision that no key point says although it should be signed by itself.
public struct UncoveredSentence: Hashable, Sendable {
  public let sentence: Support
  public let words: String
  /// Such as "accuses Peter Quill".
  public fileprivate(set) var does: String
}

/// A decision that a sentence needs no key point although it accuses a person, or tells a conviction that may be spent.
/// It holds while the words are the same.
public struct Waiver: Hashable, Sendable {
  /// `wordsDigest` of the sentence.
  public let sentenceDigest: [UInt8]
  public let memberID: Int64
  public let member: String
  public let reason: String
  public let at: String

  public init(sentenceDigest: [UInt8], memberID: Int64, member: String, reason: String, at: String) {
    self.sentenceDigest = sentenceDigest
    self.memberID = memberID
    self.member = member
    self.reason = reason
    self.at = at
  }
}

extension Draft {
  /// Sentences that accuse a person, or tell a conviction that may be spent, with no key point that they bear out and no
  /// waiver, in their order.
  public var uncovered: [UncoveredSentence] {
    let borneOut = keyPoints.filter { !$0.gone }.flatMap(\.places)
    let waived = Set(waivers.map(\.sentenceDigest))
    var found: [Span: UncoveredSentence] = [:]
    for accusation in accusations where found[accusation.sentence.span] == nil {
      found[accusation.sentence.span] = UncoveredSentence(
        sentence: accusation.sentence, words: accusation.words, does: "accuses \(accusation.person)")
    }
    for (told, spent) in spentConvictions {
      var one = UncoveredSentence(sentence: told.sentence, words: told.words, does: spent.tells)
      if let accusing = found[told.sentence.span] { one.does = "\(accusing.does) and \(spent.tells)" }
      found[told.sentence.span] = one
    }
    return found.values.filter { one in
      !borneOut.contains { $0.overlaps(one.sentence.span) } && !waived.contains(wordsDigest(one.words))
    }
    .sorted { $0.sentence.span < $1.sentence.span }
  }

  var missingCoverage: [Missing] {
    guard policy.coverage else { return [] }
    return uncovered.map { one in
      Missing(
        about: [],
        says: "“\(shortened(one.words))” \(one.does), and no key point says so: make it one, "
          + "or waive it with a reason",
        who: Array(Set(whoMayWaive(one).map(\.handle) + [latest.filedByHandle])).sorted())
    }
  }

  /// Decides whether `member` may waive a sentence, told by its words. Throws a `Refusal`; then nothing is
  /// waived.
  public func waive(_ words: String, reason: String, by member: Member) throws -> UncoveredSentence {
    try mustBeUnderReview("waived")
    let digest = wordsDigest(words)
    guard let uncovered = uncovered.first(where: { wordsDigest($0.words) == digest }) else {
      throw Refusal(
        .missing, "no-accusation",
        "Nothing was waived: \(slug) r\(latest.number) has no such sentence that waits for a key point.",
        next: ["stet show \(slug)"])
    }
    guard !reason.allSatisfy(\.isWhitespace) else {
      throw Refusal(.usage, "reason", "A waiver says why. Nothing was changed; add --reason TEXT.")
    }
    let who = whoMayWaive(uncovered)
    guard who.contains(where: { $0.id == member.id }) else {
      let why =
        uncovered.sentence.isBy(member) ? "wrote the sentence" : "has no role that settles on this desk"
      throw Refusal(
        .notAllowed, "role",
        "Not waived. \(member.handle) \(why). "
          + (who.isEmpty ? "Nobody on the desk can." : "Who can: \(list(who.map(\.handle), "or")).")
          + " Nothing was changed.")
    }
    return uncovered
  }

  private func whoMayWaive(_ uncovered: UncoveredSentence) -> [Member] {
    members.filter {
      $0.active && !$0.roles.isDisjoint(with: policy.settle) && !uncovered.sentence.isBy($0)
    }
  }
}

extension Support {
  /// Whether this member wrote it or last changed it.
  func isBy(_ member: Member) -> Bool { wordsFrom.isBy(member) || writtenIn.isBy(member) }
}
