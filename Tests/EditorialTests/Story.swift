import TextAnalysis

@testable import Editorial

/// One draft's history, kept twice.
///
/// `keyPoints` is what the rules see, written down after each decision as the store writes it. The record keeps only
/// who filed which words under which label, and every member's acts; it derives nothing.
struct Story {
  struct Tally {
    var approved = 0
    var refused = 0
    var withdrawn = 0
    var outdated = 0
    var carried = 0
    var ready = 0
  }

  private struct Act {
    let member: Int64
    let label: String
    let read: Read
    /// Nil for a withdrawal.
    let verdict: Verdict?
    let words: String
    let revision: Int
  }

  private static let people = [ana, ben, cleo, dov]
  private static let words = ["a b c 1", "a b c 2", "d e f", "d e g", "h"]
  private static let reads: [Read] = [.fact, .desk]
  /// A mild one and a strict one, in turn.
  private static let policies = Result {
    [
      Policy.default,
      try policy("  fact: {approvals: 1}", "  fact: {approvals: 2}\n  desk: {approvals: 1}"),
    ]
  }

  private var keyPoints: [KeyPoint] = []
  private var latest = aRevision(0)
  private var origins: [String: Revision] = [:]
  private var numbers = 0
  private var signOffs: Int64 = 0

  /// Words by label, one element per revision, from r1.
  private var filed: [[String: String]] = []
  private var filers: [Int64] = []
  private var acts: [Act] = []

  /// Plays one history; what the two disagree about, or nil.
  static func play(
    seed: UInt64, tally: inout Tally, counting: (KeyPoint, Read) -> Int
  ) throws -> String? {
    var random = Seeded(seed)
    var story = Story()
    let policy = try Story.policies.get()[Int(seed % 2)]
    try story.file(&random, &tally)
    for _ in 0..<Int.random(in: 4...14, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...1: try story.file(&random, &tally)
      case 2...3: try story.withdraw(policy, &random, &tally)
      default: try story.sign(policy, &random, &tally)
      }
      if let found = story.disagreement(policy, &tally, counting: counting) { return found }
    }
    return nil
  }

  private func draft(_ policy: Policy) -> Draft {
    aDraft(keyPoints: keyPoints, latest: latest, policy: policy, members: Story.people)
  }

  // MARK: acts

  private mutating func file(_ random: inout Seeded, _ tally: inout Tally) throws {
    let filer = Story.people[Int.random(in: 0..<Story.people.count, using: &random)]
    let texts = Array(Story.words.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)))
    latest = aRevision(latest.number + 1, by: filer)
    let matches = matchKeyPoints(texts, to: keyPoints)
    var next: [KeyPoint] = []
    for (text, match) in zip(texts, matches) {
      switch match {
      case .same(let old):
        next.append(
          aKeyPoint(old.number, text, from: old.wordsFrom, signOffs: after(match, old, text, &tally)))
      case .changed(let old):
        next.append(
          aKeyPoint(old.number, text, from: origin(of: text), signOffs: after(match, old, text, &tally)))
      case .new:
        numbers += 1
        next.append(aKeyPoint(numbers, text, from: origin(of: text)))
      }
    }
    for old in keyPoints where !next.contains(where: { $0.number == old.number }) {
      next.append(
        aKeyPoint(
          old.number, old.words, from: old.wordsFrom, gone: true, signOffs: after(nil, old, "", &tally)))
    }
    keyPoints = next
    filers.append(filer.id)
    filed.append(
      Dictionary(uniqueKeysWithValues: next.filter { !$0.gone }.map { ($0.label, $0.words) }))
  }

  /// Words that come back are still whose they were.
  private mutating func origin(of words: String) -> Revision {
    let first = origins[words] ?? latest
    origins[words] = first
    return first
  }

  private func after(
    _ match: KeyPointMatch?, _ keyPoint: KeyPoint, _ text: String, _ tally: inout Tally
  ) -> [SignOff] {
    let day = latest.dateline
    let change = match.map { _ in
      KeyPointChange(
        was: keyPoint.words, now: text, kinds: changeKinds(from: keyPoint.words, on: day, to: text, on: day))
    }
    return keyPoint.signOffs.map { signOff in
      guard signOff.standing.stands else { return signOff }
      let standing = Editorial.standing(
        of: signOff, on: keyPoint, after: change, inRevision: latest.number, under: .default
      ).standing
      if standing == .outdated { tally.outdated += 1 } else { tally.carried += 1 }
      return signOff.with(standing)
    }
  }

  private mutating func sign(_ policy: Policy, _ random: inout Seeded, _ tally: inout Tally) throws {
    let member = Story.people[Int.random(in: 0..<Story.people.count, using: &random)]
    let verdict: Verdict =
      Int.random(in: 0..<8, using: &random) > 0 ? .approve : Bool.random(using: &random) ? .query : .hold
    let read = Story.reads[Int.random(in: 0..<2, using: &random)]
    let labels = Bool.random(using: &random) ? nil : ["K\(Int.random(in: 1...4, using: &random))"]
    let order = SignOffOrder(
      labels: labels, read: read, verdict: verdict, basis: nil, comment: nil, reason: "r", evidence: [],
      revision: latest.number)
    do {
      let decision = try draft(policy).sign(order, by: member)
      for one in decision.signatures {
        signOffs += 1
        let number = one.keyPoint.number
        guard let index = keyPoints.firstIndex(where: { $0.number == number }) else { continue }
        let replaced = Set(one.supersedes.map(\.id))
        let new = aSignOff(
          verdict, id: signOffs, by: member, read: read, on: one.keyPoint.words, revision: latest.number)
        keyPoints[index].signOffs =
          [new] + keyPoints[index].signOffs.map { replaced.contains($0.id) ? $0.with(.superseded) : $0 }
        acts.append(
          Act(
            member: member.id, label: one.keyPoint.label, read: read, verdict: verdict,
            words: one.keyPoint.words,
            revision: latest.number))
        if verdict == .approve { tally.approved += 1 }
      }
    } catch is Refusal {
      tally.refused += 1
    }
  }

  private mutating func withdraw(_ policy: Policy, _ random: inout Seeded, _ tally: inout Tally) throws {
    let member = Story.people[Int.random(in: 1..<Story.people.count, using: &random)]
    let read = Bool.random(using: &random) ? nil : Story.reads[Int.random(in: 0..<2, using: &random)]
    do {
      for (keyPoint, signOff) in try draft(policy).withdraw(
        ["K\(Int.random(in: 1...3, using: &random))"], read: read, by: member)
      {
        guard let index = keyPoints.firstIndex(where: { $0.number == keyPoint.number }) else { continue }
        keyPoints[index].signOffs = keyPoints[index].signOffs.map {
          $0.id == signOff.id ? $0.with(.withdrawn) : $0
        }
        acts.append(
          Act(
            member: signOff.memberID, label: keyPoint.label, read: signOff.read, verdict: nil, words: "",
            revision: latest.number))
        tally.withdrawn += 1
      }
    } catch is Refusal {
      tally.refused += 1
    }
  }

  // MARK: the plain record

  /// The last thing that a member did about a key point for a read, while the record says that it still speaks.
  private func lastWord(_ member: Int64, _ label: String, _ read: Read) -> Act? {
    guard let act = acts.last(where: { $0.member == member && $0.label == label && $0.read == read }) else {
      return nil
    }
    switch act.verdict {
    case nil: return nil
    case .hold: return act
    // The words have to stand, unchanged, in every revision since.
    case .approve: return filed[(act.revision - 1)...].allSatisfy { $0[label] == act.words } ? act : nil
    // Only other words answer a question; without words it waits.
    case .query:
      return filed[(act.revision - 1)...].allSatisfy { ($0[label] ?? act.words) == act.words } ? act : nil
    }
  }

  /// Whether the member filed these words when the draft first had them.
  private func wrote(_ member: Int64, _ words: String) -> Bool {
    guard let first = filed.firstIndex(where: { $0.values.contains(words) }) else { return false }
    return filers[first] == member
  }

  private func disagreement(
    _ policy: Policy, _ tally: inout Tally, counting: (KeyPoint, Read) -> Int
  ) -> String? {
    let now = filed.last ?? [:]
    var allApproved = !now.isEmpty
    for keyPoint in keyPoints where !keyPoint.gone {
      for (read, needed) in policy.requiredReads {
        let voters = Story.people.map(\.id).filter { lastWord($0, keyPoint.label, read)?.verdict == .approve }
        let counted = counting(keyPoint, read)
        if counted != voters.count {
          return "\(keyPoint.label) has \(counted) \(read) approvals, and the record says \(voters.count)"
        }
        if let author = voters.first(where: { wrote($0, keyPoint.words) }) {
          return "member \(author) approved own words in \(keyPoint.label)"
        }
        if voters.count < needed { allApproved = false }
      }
    }
    let labels = Set(filed.flatMap(\.keys))
    let doubted = labels.contains { label in
      Story.people.contains { member in
        Story.reads.contains { read in
          let verdict = lastWord(member.id, label, read)?.verdict
          return verdict == .hold || verdict == .query
        }
      }
    }
    let isReady = draft(policy).missing.isEmpty
    if isReady { tally.ready += 1 }
    if isReady != (allApproved && !doubted) {
      return "the rules say \(isReady ? "ready" : "not ready"), and the record does not"
    }
    return nil
  }
}

extension SignOff {
  func with(_ standing: Standing) -> SignOff {
    SignOff(
      id: id, memberID: memberID, member: member, read: read, verdict: verdict, basis: basis,
      comment: comment,
      reason: reason, evidence: evidence, revision: revision, words: words, wordsDigest: wordsDigest, at: at,
      standing: standing, because: because)
  }
}
