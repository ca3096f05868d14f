import TextAnalysis

@testable import Editorial

/// One draft's history, kept twice.
///
/// `keyPoints` is what the rules see, written down after each decision as the store writes it. The record
/// keeps only who filed which words under which label, and every member's acts; it derives nothing.
struct Story {
  struct Tally {
    var approved = 0
    var refused = 0
    var withdrawn = 0
    var outdated = 0
    var carried = 0
    var ready = 0
    var waived = 0
    var roles = 0
    var replied = 0
    var invited = 0
    var answered = 0
    var stoodIn = 0
    var assigned = 0
  }

  /// What is asked of the rules: their own answers, or some that are broken on purpose.
  struct Rules: Sendable {
    var count: @Sendable (Draft, KeyPoint, AskedRead) -> Int = { $0.approvals(of: $1, for: $2) }
    var isReady: @Sendable (Draft) -> Bool = { $0.missing.isEmpty }
    /// Who signs when a deputy does what waits for somebody absent.
    var signer: @Sendable (_ deputy: Member, _ absent: Member) -> Member = { deputy, _ in deputy }
    /// Whose sign-off an expert's answer is.
    var expert: @Sendable (_ name: String, _ invitation: Int) -> Int64 = { name, _ in
      ["ada lund": 101, "bo ek": 102][personKey(name)] ?? 199
    }
    var changes: @Sendable ([ShownKeyPoint], [ShownKeyPoint]) -> [String] = {
      Editorial.changes(from: $0, to: $1)
    }
    /// Whether the words that tell an answer stand, given whether the copy has them.
    var isTold: @Sendable (Bool) -> Bool = { $0 }
    var waits: @Sendable (Draft, Member, [Absence]) -> [Waiting] = { $0.waits(for: $1, away: $2) }
  }

  struct Act {
    let member: Int64
    let label: String
    let read: Read
    /// Nil for a withdrawal.
    let verdict: Verdict?
    var basis: Basis?
    let words: String
    let revision: Int
    /// Who asked the expert whose act it is.
    var askedBy: Int64?

    /// Whose voice it is: an expert's is that of whoever holds the link.
    var voice: Int64 { askedBy ?? member }
  }

  static let words = ["a b c 1", "a b c 2", "d murder f", "d murders g", "h"]
  /// The key point that accuses somebody, and sentences of the body that do.
  private static let accusing = "h"
  static let accusations = ["s one", "s two", "s three"]
  static let reads: [Read] = [.fact, .desk]
  static let bases: [Basis] = [.source, .onAuthor, .wire, .wire]
  private static let roles: [Set<Role>] = [
    [.reporter], [.factChecker], [.editor], [.chief, .editor], [.legal], [],
  ]

  enum Kind: Int, CaseIterable { case mild, strict, conditions, wire, replies }
  private static let policies: Result<[Policy], any Error> = Result {
    [
      Policy.default,
      try policy("  fact: {approvals: 1}", "  fact: {approvals: 2}\n  desk: {approvals: 1}"),
      try Policy(
        yaml: Policy.defaultYAML.replacing(
          "  fact: {approvals: 1}",
          with: """
              fact: [{approvals: 1}, {approvals: 2, when: {words: [murder*]}}]
              desk: {approvals: 1, when: {accusation: true}}
            """) + "\ncoverage: true\n"),
      try policy(and: "wire: {read: desk}"),
      try policy(and: "reply: {hours: 24}"),
    ]
  }

  let kind: Kind
  private let judged: Policy
  let rules: Rules
  var people = [ana, ben, cleo, dov]

  var keyPoints: [KeyPoint] = []
  var latest = aRevision(0)
  private var origins: [String: Revision] = [:]
  private var numbers = 0
  var signOffs: Int64 = 0

  /// Words by label, one element per revision, from r1.
  var filed: [[String: String]] = []
  private var filers: [Int64] = []
  /// Names in the byline of each revision.
  private var bylines: [[String]] = []
  var acts: [Act] = []
  /// Accusing sentences of the body, one element per revision, and who filed each first.
  var told: [[String]] = []
  private var tellers: [String: Revision] = [:]
  private var waivers: [Waiver] = []
  private var waived: Set<String> = []
  /// What the accused say, one element per revision.
  var denied: [[String]] = []
  var courses: [Course] = []
  var invitations: [Invitation] = []
  var away: [Absence] = []
  var assignments: [Assignment] = []
  /// What somebody was allowed who may not.
  var trespass: String?

  private init(_ kind: Kind, _ rules: Rules) throws {
    self.kind = kind
    self.rules = rules
    judged = try Story.policies.get()[kind.rawValue]
    // Two who rely on the feed have to meet often enough.
    if kind == .wire { people = [ana, ben, cleo, dov].map { Story.with([.editor], $0) } }
  }

  /// Plays one history; what the two disagree about, or nil.
  static func play(seed: UInt64, tally: inout Tally, rules: Rules = Rules()) throws -> String? {
    var random = Seeded(seed)
    var story = try Story(Kind.allCases[Int(seed % UInt64(Kind.allCases.count))], rules)
    try story.file(&random, &tally)
    for _ in 0..<Int.random(in: 5...17, using: &random) {
      switch Int.random(in: 0..<21, using: &random) {
      case 0...1: try story.file(&random, &tally)
      case 2...3: try story.withdraw(&random, &tally)
      case 4: story.changeRoles(&random, &tally)
      case 5...6: try story.waive(&random, &tally)
      case 13: try story.recordReply(&random, &tally)
      case 14...15: try story.invite(&random, &tally)
      case 16...17: try story.hearExpert(&random, &tally)
      case 18: story.leave(&random)
      case 19: try story.standIn(&random, &tally)
      case 20: try story.assign(&random, &tally)
      default: try story.sign(&random, &tally)
      }
      if let found = story.trespass ?? story.disagreement(&tally) { return found }
    }
    return nil
  }

  var draft: Draft {
    let accusing = keyPoints.filter { !$0.gone && $0.words == Story.accusing }.map {
      anAccusation($0.words, of: Story.accused($0.words), at: $0.span.start)
    }
    let body = (told.last ?? []).enumerated().map { place, words in
      anAccusation(words, of: Story.accused(words), at: 10_000 + 100 * place, from: tellers[words] ?? latest)
    }
    return aDraft(
      keyPoints: keyPoints, latest: latest, policy: judged, members: people,
      wire: kind == .wire ? "dpa" : nil, accusations: accusing + body, waivers: waivers,
      replies: courses.map { reply($0) }, invitations: invitations, assignments: assignments)
  }

  // MARK: acts

  private mutating func file(_ random: inout Seeded, _ tally: inout Tally) throws {
    let filer = people[Int.random(in: 0..<people.count, using: &random)]
    let texts = Array(Story.words.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)))
    let byline = Int.random(in: 0..<6, using: &random) == 0 ? ["By Ada Lund"] : []
    latest = aRevision(latest.number + 1, by: filer, byline: byline)
    let matches = matchKeyPoints(texts, to: keyPoints)
    var next: [KeyPoint] = []
    for (text, match) in zip(texts, matches) {
      switch match {
      case .same(let old):
        next.append(
          aKeyPoint(
            old.number, text, from: old.wordsFrom, signOffs: after(match, old, text, &tally),
            at: 100 * old.number))
      case .changed(let old):
        next.append(
          aKeyPoint(
            old.number, text, from: origin(of: text), signOffs: after(match, old, text, &tally),
            at: 100 * old.number))
      case .new:
        numbers += 1
        next.append(aKeyPoint(numbers, text, from: origin(of: text), at: 100 * numbers))
      }
    }
    for old in keyPoints where !next.contains(where: { $0.number == old.number }) {
      next.append(
        aKeyPoint(
          old.number, old.words, from: old.wordsFrom, gone: true, signOffs: after(nil, old, "", &tally),
          at: 100 * old.number))
    }
    keyPoints = next
    filers.append(filer.id)
    bylines.append(byline)
    denied.append(Story.denials.filter { _ in Bool.random(using: &random) })
    let sentences = Array(
      Story.accusations.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random)))
    for sentence in sentences where tellers[sentence] == nil { tellers[sentence] = latest }
    told.append(sentences)
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

  private mutating func sign(_ random: inout Seeded, _ tally: inout Tally) throws {
    let member = people[Int.random(in: 0..<people.count, using: &random)]
    let verdict: Verdict =
      Int.random(in: 0..<8, using: &random) > 0 ? .approve : Bool.random(using: &random) ? .query : .hold
    let read = kind == .wire ? .desk : Story.reads[Int.random(in: 0..<2, using: &random)]
    let labels = Bool.random(using: &random) ? nil : ["K\(Int.random(in: 1...4, using: &random))"]
    let basis = Story.bases[Int.random(in: 0..<Story.bases.count, using: &random)]
    let order = SignOffOrder(
      labels: labels, read: read, verdict: verdict, basis: basis, comment: nil, reason: "r", evidence: [],
      revision: latest.number)
    do {
      let decision = try draft.sign(order, by: member)
      if !Story.mayGive(read, member) { trespass = "\(member.handle) signed without the role" }
      write(decision, verdict, read, basis, by: member, truly: member.id)
      if verdict == .approve { tally.approved += decision.signatures.count }
    } catch is Refusal {
      tally.refused += 1
    }
  }

  /// Writes sign-offs as the store does, and in the record who it truly was.
  mutating func write(
    _ decision: SignOffDecision, _ verdict: Verdict, _ read: Read, _ basis: Basis, by member: Member,
    truly id: Int64, invitedBy: String? = nil
  ) {
    for one in decision.signatures {
      signOffs += 1
      let number = one.keyPoint.number
      guard let index = keyPoints.firstIndex(where: { $0.number == number }) else { continue }
      let replaced = Set(one.supersedes.map(\.id))
      let new = aSignOff(
        verdict, id: signOffs, by: member, read: read, on: one.keyPoint.words, revision: latest.number,
        basis: basis, invitedBy: invitedBy)
      keyPoints[index].signOffs =
        [new] + keyPoints[index].signOffs.map { replaced.contains($0.id) ? $0.with(.superseded) : $0 }
      acts.append(
        Act(
          member: id, label: one.keyPoint.label, read: read, verdict: verdict, basis: basis,
          words: one.keyPoint.words, revision: latest.number,
          askedBy: invitedBy.flatMap { handle in people.first { $0.handle == handle }?.id }))
    }
  }

  private mutating func withdraw(_ random: inout Seeded, _ tally: inout Tally) throws {
    let member = people[Int.random(in: 1..<people.count, using: &random)]
    let read = Bool.random(using: &random) ? nil : Story.reads[Int.random(in: 0..<2, using: &random)]
    do {
      for (keyPoint, signOff) in try draft.withdraw(
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

  private mutating func changeRoles(_ random: inout Seeded, _ tally: inout Tally) {
    let index = Int.random(in: 0..<people.count, using: &random)
    people[index] = Story.with(
      Story.roles[Int.random(in: 0..<Story.roles.count, using: &random)], people[index])
    tally.roles += 1
  }

  private static func with(_ roles: Set<Role>, _ was: Member) -> Member {
    Member(id: was.id, handle: was.handle, name: was.name, active: true, roles: roles)
  }

  private mutating func waive(_ random: inout Seeded, _ tally: inout Tally) throws {
    let member = people[Int.random(in: 0..<people.count, using: &random)]
    let words = Story.accusations[Int.random(in: 0..<Story.accusations.count, using: &random)]
    do {
      _ = try draft.waive(words, reason: "r", by: member)
      waivers.append(
        Waiver(
          sentenceDigest: wordsDigest(words), memberID: member.id, member: member.handle, reason: "r", at: "")
      )
      waived.insert(words)
      tally.waived += 1
      let first = told.firstIndex { $0.contains(words) }.map { filers[$0] }
      if first == member.id || member.roles.isDisjoint(with: [.editor, .factChecker, .chief, .legal]) {
        trespass = "\(member.handle) waived \(words)"
      }
    } catch is Refusal {
      tally.refused += 1
    }
  }

  // MARK: the plain record

  static func mayGive(_ read: Read, _ member: Member) -> Bool {
    let givers: Set<Role> = read == .desk ? [.editor, .chief] : [.factChecker, .editor, .chief]
    return !member.roles.isDisjoint(with: givers)
  }

  /// How many approvals the four policies ask of these words.
  func needed(_ words: String, _ read: Read) -> Int {
    switch (kind, read) {
    case (.mild, .fact), (.replies, .fact), (.wire, .desk), (.strict, .desk): 1
    case (.strict, .fact): 2
    case (.conditions, .fact): words.hasPrefix("d") ? 2 : 1
    case (.conditions, .desk): words == "h" ? 1 : 0
    default: 0
    }
  }

  /// Voices count by the head; with wire copy the author's word is nothing, and the feed is one, whoever relies on it.
  func worth(_ votes: [Act]) -> Int {
    guard kind == .wire else { return Set(votes.map(\.voice)).count }
    let onSource = Set(votes.filter { $0.basis == .source }.map(\.voice))
    let isOnFeed = votes.contains { $0.basis == .wire && !onSource.contains($0.voice) }
    return onSource.count + (isOnFeed ? 1 : 0)
  }

  /// The last thing that a member did about a key point for a read, while the record says that it still
  /// speaks.
  func lastWord(_ member: Int64, _ label: String, _ read: Read) -> Act? {
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
  func wrote(_ member: Int64, _ words: String) -> Bool {
    guard let first = filed.firstIndex(where: { $0.values.contains(words) }) else { return false }
    return filers[first] == member || member == 101 && !bylines[first].isEmpty
  }

  /// Everybody who may have signed: members, and the experts by whatever name.
  var signers: [Int64] { people.map(\.id) + [101, 102] }

  private func disagreement(_ tally: inout Tally) -> String? {
    let now = filed.last ?? [:]
    let draft = draft
    let queues = people.map { (member: $0, waiting: rules.waits(draft, $0, away)) }
    var allApproved = !now.isEmpty
    for keyPoint in keyPoints where !keyPoint.gone {
      let asked = draft.applicableReads(of: keyPoint)
      for read in Story.reads {
        let needed = needed(keyPoint.words, read)
        let votes = signers.compactMap { lastWord($0, keyPoint.label, read) }.filter {
          $0.verdict == .approve
        }
        let counted = asked.first { $0.read == read }
        guard counted?.approvals ?? 0 == needed else {
          return "\(keyPoint.words) is asked for \(counted?.approvals ?? 0) \(read) approvals, not \(needed)"
        }
        if let author = votes.first(where: { wrote($0.member, keyPoint.words) }) {
          return "member \(author.member) approved own words in \(keyPoint.label)"
        }
        let worth = worth(votes)
        if let counted, rules.count(draft, keyPoint, counted) != worth {
          return
            "\(keyPoint.label) has \(rules.count(draft, keyPoint, counted)) \(read) approvals, and the record says "
            + "\(worth)"
        }
        if worth < needed { allApproved = false }
        if let found = misled(queues, keyPoint, read, isLacking: worth < needed) { return found }
      }
    }
    if kind == .conditions, !Set(told.last ?? []).isSubset(of: waived) { allApproved = false }
    if kind == .replies {
      let isAsked = draft.missing.contains { $0.says.contains("accused by name") }
      guard isAsked != everybodyCouldAnswer else {
        return "whoever is accused could \(isAsked ? "" : "not ")answer, and the rules say otherwise"
      }
      if isAsked { allApproved = false }
    }
    let labels = Set(filed.flatMap(\.keys))
    let doubted = labels.contains { label in
      signers.contains { member in
        Story.reads.contains { read in
          let verdict = lastWord(member, label, read)?.verdict
          return verdict == .hold || verdict == .query
        }
      }
    }
    let isReady = rules.isReady(draft)
    if isReady { tally.ready += 1 }
    if isReady != (allApproved && !doubted) {
      return "the rules say \(isReady ? "ready" : "not ready"), and the record does not"
    }
    return nil
  }
}

extension SignOff {
  func with(_ standing: Standing) -> SignOff { with(standing, invitedBy: invitedBy) }

  func with(_ standing: Standing, invitedBy: String?) -> SignOff {
    SignOff(
      id: id, memberID: memberID, member: member, read: read, verdict: verdict, basis: basis,
      comment: comment,
      reason: reason, evidence: evidence, revision: revision, words: words, wordsDigest: wordsDigest, at: at,
      standing: standing, because: because, invitedBy: invitedBy)
  }
}
