import TextAnalysis

/// An expert of another house who is asked to read key points, once, by a link and without an account.
public struct Invitation: Hashable, Sendable {
  public enum State: String, CaseIterable, Sendable, Codable {
    case open, answered, expired, withdrawn
  }

  public let id: Int64
  public let number: Int
  /// The expert, who is one and the same person in every invitation to that name.
  public let memberID: Int64
  /// The name as the inviter wrote it.
  public let name: String
  public let read: Read
  public let labels: [String]
  /// What the inviter wants to know; nil when it goes without saying.
  public let question: String?
  /// The instant after which no answer is taken, and the same by the newsroom's clock: `2026-11-25T18:00`.
  public let until: String
  public let untilHere: String
  /// The revision whose words it asks about.
  public let revision: Int
  public let invitedBy: String
  public let invitedByID: Int64
  public let at: String
  public let state: State

  public init(
    id: Int64, number: Int, memberID: Int64, name: String, read: Read, labels: [String], question: String?,
    until: String, untilHere: String, revision: Int, invitedBy: String, invitedByID: Int64, at: String,
    state: State
  ) {
    self.id = id
    self.number = number
    self.memberID = memberID
    self.name = name
    self.read = read
    self.labels = labels
    self.question = question
    self.until = until
    self.untilHere = untilHere
    self.revision = revision
    self.invitedBy = invitedBy
    self.invitedByID = invitedByID
    self.at = at
    self.state = state
  }

  public var label: String { "I\(number)" }
}

/// Who is invited, and to what.
public struct InvitationOrder: Hashable, Sendable {
  public let labels: [String]
  public let read: Read
  public let name: String
  public let question: String?

  public init(labels: [String], read: Read, name: String, question: String?) {
    self.labels = labels
    self.read = read
    self.name = name
    self.question = question
  }
}

/// What an expert answers.
public struct ExpertAnswer: Hashable, Sendable {
  public let verdict: Verdict
  public let basis: Basis?
  public let comment: String?
  /// The question, of a query.
  public let reason: String?
  public let evidence: [String]

  public init(verdict: Verdict, basis: Basis?, comment: String?, reason: String?, evidence: [String]) {
    self.verdict = verdict
    self.basis = basis
    self.comment = comment
    self.reason = reason
    self.evidence = evidence
  }
}

/// An invitation that nobody knows: it never was one, or somebody guesses. Both get these very words.
public let unknownInvitation = Refusal(
  .missing, "invitation", "There is no such invitation. Look whether the whole link was copied.")

extension Invitation {
  /// Throws a `Refusal` in words for the expert unless an answer would be taken.
  public func mustBeOpen(_ end: DraftEnd?) throws {
    switch state {
    case .answered:
      throw Refusal(
        .conflict, "invitation-answered",
        "This invitation was answered, and each is answered once. Thank you.")
    case .withdrawn:
      throw Refusal(
        .gone, "invitation-withdrawn", "This invitation was taken back. Nothing is asked of you any more.")
    case .expired:
      throw Refusal(
        .gone, "invitation-expired",
        "This invitation ended on \(inWords(instant: until)). Whoever sent it can send a new one.")
    case .open: break
    }
    if end != nil {
      throw Refusal(
        .gone, "invitation-ended", "The newsroom gave this story up. Nothing is asked of you any more.")
    }
  }
}

extension Draft {
  /// Decides whether `member` may invite as ordered; the key points that it is about. Throws a `Refusal`; then nobody
  /// is invited.
  ///
  /// - Parameter members: handles, names and former names of everybody who is or was a member of the newsroom.
  public func invite(
    _ order: InvitationOrder, by member: Member, members known: [String]
  ) throws -> [KeyPoint] {
    try mustBeUnderReview("invited")
    try mustHave(policy.publish, member, "invited")
    guard order.read != .legal else {
      throw Refusal(
        .notAllowed, "legal",
        "Not invited. The legal read is given by the desk's own, never by invitation. Nothing was changed.")
    }
    let person = personKey(order.name)
    guard !person.isEmpty, order.name.unicodeScalars.count <= 100,
      !order.name.unicodeScalars.contains(where: {
        $0.value < 0x20 || ",;/&|()<>\"".unicodeScalars.contains($0)
      })
    else {
      throw Refusal(
        .usage, "name",
        "Not invited. A name is one person's, at most 100 characters, without what follows a comma. Nothing was changed."
      )
    }
    let chosen = try keyPoints(order.labels, forSigning: true)
    if let own = chosen.first(where: { $0.isBy(member) }) {
      let who = members.filter { one in
        !one.roles.isDisjoint(with: policy.publish) && !chosen.contains { $0.isBy(one) }
      }
      throw Refusal(
        .notAllowed, "own-words",
        "Not invited. \(member.handle) wrote \(own.label) or what bears it out, and nobody picks the reader of their own "
          + "words. " + (who.isEmpty ? "Nobody else can." : "Who can: \(list(who.map(\.handle), "or")).")
          + " Nothing was changed.")
    }
    if known.contains(where: { personKey($0) == person }) {
      throw Refusal(
        .conflict, "member",
        "Not invited. “\(order.name)” is the name of somebody who is or was a member here, and members sign as themselves. "
          + "Nothing was changed.")
    }
    if ([latest] + chosen.flatMap(\.revisions)).contains(where: { isNamed(person, in: $0.byline) }) {
      throw Refusal(
        .notAllowed, "own-words",
        "Not invited. “\(order.name)” stands in the byline, and nobody signs their own words. Nothing was changed."
      )
    }
    return chosen
  }

  /// Decides what an expert's answer writes: sign-offs of exactly the words that stand now. Throws a `Refusal` in words
  /// for the expert; then the invitation is not used up.
  ///
  /// - Parameters:
  ///   - changes: how what the expert was shown differs from what stands now, a sentence each.
  public func answer(
    _ invitation: Invitation, _ answer: ExpertAnswer, changes: [String]
  ) throws -> SignOffDecision {
    try invitation.mustBeOpen(end)
    guard answer.verdict != .hold else {
      throw Refusal(
        .usage, "verdict", "The answer is approve, or query with your question. Nothing was sent.")
    }
    if answer.verdict == .query, answer.reason == nil {
      throw Refusal(.usage, "reason", "A query says what you ask, as “reason”. Nothing was sent.")
    }
    guard changes.isEmpty else {
      throw Refusal(
        .outdated, "words-changed",
        "Not sent. The words have changed since you read them: \(changes.joined(separator: "; ")). Your invitation is "
          + "still good: read them again.")
    }
    let chosen = try keyPoints(invitation.labels, forSigning: true)
    if answer.verdict == .approve, chosen.contains(where: { isNamed(personKey(invitation.name), wrote: $0) })
    {
      throw Refusal(
        .notAllowed, "own-words",
        "Not sent. You stand in the byline by now, and nobody signs their own words.")
    }
    return decision(
      on: chosen, by: invitation.memberID, for: invitation.read, verdict: answer.verdict, basis: answer.basis)
  }

  /// Decides whether `member` may take an invitation back.
  public func withdraw(_ label: String, by member: Member) throws -> Invitation {
    guard let invitation = invitations.first(where: { $0.label == label.uppercased() }) else {
      throw Refusal(
        .missing, "invitation", "\(slug) has no invitation \(label). Nothing was changed.",
        next: ["stet invitations \(slug)"])
    }
    if invitation.invitedByID != member.id { try mustHave(policy.publish, member, "taken back") }
    switch invitation.state {
    case .open, .expired: return invitation
    case .answered:
      throw Refusal(
        .conflict, "invitation-answered",
        "Not taken back. \(invitation.name) has answered \(invitation.label). What was signed stands.")
    case .withdrawn:
      throw Refusal(
        .conflict, "invitation-withdrawn", "\(invitation.label) was taken back already. Nothing was changed.")
    }
  }

  /// Whether a person stands in the byline of a revision that a key point, or what bears it out, comes from.
  func isNamed(_ person: String, wrote keyPoint: KeyPoint) -> Bool {
    keyPoint.revisions.contains { isNamed(person, in: $0.byline) }
  }

  private func isNamed(_ person: String, in byline: [String]) -> Bool {
    byline.contains { line in
      personKey(line) == person || namesInByline(line).contains { personKey($0) == person }
    }
  }

  /// What experts whom a member invited leave to decide: a deadline that is over while the read is still lacking, and
  /// a question.
  func toDecideOfExperts(_ member: Member) -> [Waiting] {
    let overdue = invitations.filter { one in
      one.state == .expired && one.invitedByID == member.id
        && !invitations.contains {
          $0.number > one.number && $0.memberID == one.memberID && $0.read == one.read
        }
        && keyPoints.contains { keyPoint in
          !keyPoint.gone && one.labels.contains(keyPoint.label)
            && lackingReads(of: keyPoint).contains { $0.asked.read == one.read }
        }
    }
    let asked = keyPoints.flatMap { keyPoint in
      keyPoint.standing.filter { $0.verdict == .query && $0.invitedBy == member.handle }.map { query in
        Waiting(
          kind: .decide, draft: slug, about: [keyPoint.label],
          why: "\(query.member), whom you invited, asks: \(query.reason ?? "")", since: query.at,
          command: member.roles.contains(.chief)
            ? "stet withdraw \(slug) \(keyPoint.label) --reason TEXT"
            : "stet comment \(slug) \(keyPoint.label) TEXT")
      }
    }
    return overdue.map { one in
      Waiting(
        kind: .decide, draft: slug, about: one.labels,
        why:
          "it waits for \(one.name) until \(inWords(instant: one.untilHere)), which is over: invite again, or take it back",
        since: one.until, command: "stet invitations withdraw \(slug) \(one.label)")
    } + asked
  }
}

/// "25 November 2026, 18:00 UTC", or without a zone where it has none.
public func inWords(instant: String) -> String {
  guard let day = CivilDate(String(instant.prefix(10))) else { return instant }
  return "\(inWords(day)), \(instant.dropFirst(11).prefix(5))" + (instant.hasSuffix("Z") ? " UTC" : "")
}

/// A key point as an expert is shown it.
public struct ShownKeyPoint: Hashable, Sendable {
  public let label: String
  public let words: String
  /// The sentences that bear it out.
  public let borneOutBy: [String]

  public init(label: String, words: String, borneOutBy: [String]) {
    self.label = label
    self.words = words
    self.borneOutBy = borneOutBy
  }
}

/// How what somebody was shown differs from what stands now, a phrase each; empty when it says the same.
public func changes(from shown: [ShownKeyPoint], to now: [ShownKeyPoint]) -> [String] {
  shown.flatMap { old -> [String] in
    guard let new = now.first(where: { $0.label == old.label }) else {
      return ["\(old.label) is no longer in the story"]
    }
    if wordsDigest(old.words) != wordsDigest(new.words) {
      return ["in \(old.label) \(changeInWords(from: old.words, to: new.words))"]
    }
    let (before, after) = (Set(old.borneOutBy.map(comparableWords)), Set(new.borneOutBy.map(comparableWords)))
    guard before != after else { return [] }
    let (lost, gained) = (before.subtracting(after).sorted(), after.subtracting(before).sorted())
    guard let was = lost.first, let becomes = gained.first, lost.count == 1, gained.count == 1 else {
      return ["other sentences bear \(old.label) out"]
    }
    return ["in the sentence that bears \(old.label) out \(changeInWords(from: was, to: becomes))"]
  }
}

/// A person's name as people are told apart: as names are compared, and without a title, so that "Prof. Ada Lund" and
/// "ada lund" are one.
public func personKey(_ name: String) -> String {
  var words = String(decoding: foldedName(name), as: UTF8.self).split { $0 == " " || $0 == "." }.map(
    String.init)
  while words.count > 1, titles.contains(words[0]) { words.removeFirst() }
  return words.joined(separator: " ")
}

private let titles = Set(
  "prof professor dr doctor sir dame lord lady mr mrs ms miss mx rev judge".split(separator: " ").map(
    String.init))
