import TextAnalysis

@testable import Editorial

// Acts of people other than the reviewers of the desk, and those who stand in for them.

extension Story {
  /// How somebody who is accused was asked: the record's own words.
  struct Course {
    enum Answer {
      case none
      case told(String)
      case silent
    }
    let person: String
    /// Nil: somebody decided that nobody asks.
    let hours: Int?
    let answer: Answer
  }

  static let denials = ["he denies it", "she denies it"]
  private static let names = [
    "Prof. Ada Lund", "ada  lund", "Dr Ada Lund", "Bo Ek", "Dr. Ben Okri", "dov",
  ]

  /// Whom the words accuse.
  static func accused(_ words: String) -> String {
    ["s one", "s three"].contains(words) ? "Jane Roe" : "Max Orr"
  }

  func reply(_ course: Course) -> Reply {
    guard let hours = course.hours else {
      return Reply(person: course.person, course: .decided(by: "dov", why: "r"))
    }
    let answer: Reply.Answer? =
      switch course.answer {
      case .silent: nil
      case .none: Reply.Answer.none(saidBy: "ana")
      case .told(let words):
        .told(words: words, stands: rules.isTold(denied.last?.contains(words) ?? false))
      }
    return Reply(
      person: course.person,
      course: .asked(
        at: "2024-07-13T18:00:00.000000Z", how: "mail",
        until: hours < 24 ? "2024-07-13T20:00:00.000000Z" : "2024-07-14T18:00:00.000000Z", answer: answer))
  }

  mutating func recordReply(_ random: inout Seeded, _ tally: inout Tally) throws {
    let member = people[Int.random(in: 0..<people.count, using: &random)]
    let decides = Int.random(in: 0..<4, using: &random) == 0
    let answers: [Course.Answer] = [.none, .silent] + Story.denials.map { .told($0) }
    do {
      try draft.mayRecordReply(member, decides: decides)
      let settlers: Set<Role> = [.editor, .factChecker, .standards, .legal, .chief]
      if member.roles.isEmpty || decides && member.roles.isDisjoint(with: settlers) {
        trespass = "\(member.handle) recorded a reply"
      }
      courses.append(
        Course(
          person: Bool.random(using: &random) ? "Jane Roe" : "Max Orr",
          hours: decides ? nil : Bool.random(using: &random) ? 24 : 2,
          answer: answers[Int.random(in: 0..<answers.count, using: &random)]))
      tally.replied += 1
    } catch is Refusal {
      tally.refused += 1
    }
  }

  /// Whether the record says that everybody who is accused now could answer.
  var everybodyCouldAnswer: Bool {
    let accusing = (told.last ?? []) + (filed.last ?? [:]).values.filter { $0 == "h" }
    return Set(accusing.map(Story.accused)).allSatisfy { person in
      courses.contains { course in
        guard course.person == person else { return false }
        guard let hours = course.hours else { return true }
        return switch course.answer {
        case .none: hours >= 24
        case .told(let words): denied.last?.contains(words) ?? false
        case .silent: false
        }
      }
    }
  }

  mutating func invite(_ random: inout Seeded, _ tally: inout Tally) throws {
    // Mostly somebody who may.
    let inviters = people.filter { !$0.roles.isDisjoint(with: [.editor, .chief]) } + people
    let member = inviters[Int.random(in: 0..<inviters.count, using: &random)]
    let name = Story.names[Int.random(in: 0..<Story.names.count, using: &random)]
    let reads: [Read] = kind == .wire ? [.desk, .desk, .desk, .legal] : [.fact, .fact, .fact, .desk, .legal]
    let label = filed.last?.keys.sorted().randomElement(using: &random) ?? "K1"
    let read = reads[Int.random(in: 0..<reads.count, using: &random)]
    // Often the same person is asked twice.
    for written in Bool.random(using: &random) ? [name] : [name, name == "Bo Ek" ? "bo ek" : "ADA LUND"] {
      do {
        try invite(InvitationOrder(labels: [label], read: read, name: written, question: nil), by: member)
        tally.invited += 1
      } catch is Refusal {
        tally.refused += 1
      }
    }
  }

  private mutating func invite(_ order: InvitationOrder, by member: Member) throws {
    let chosen = try draft.invite(order, by: member, members: people.flatMap { [$0.handle, $0.name] })
    if order.read == .legal { trespass = "\(member.handle) invited somebody to the legal read" }
    if member.roles.isDisjoint(with: [.editor, .chief])
      || chosen.contains(where: { wrote(member.id, $0.words) })
      || order.name == "dov" || order.name == "Dr. Ben Okri"
    {
      trespass = "\(member.handle) invited \(order.name)"
    }
    let number = invitations.count + 1
    invitations.append(
      anInvitation(
        number, to: order.name, id: rules.expert(order.name, number), read: order.read,
        labels: chosen.map(\.label), by: member, revision: latest.number))
  }

  mutating func hearExpert(_ random: inout Seeded, _ tally: inout Tally) throws {
    let open = invitations.indices.filter { invitations[$0].state == .open }
    guard !open.isEmpty else { return try invite(&random, &tally) }
    // Now and then one is tried that may have been answered; some leave theirs open for long.
    let tried =
      switch Int.random(in: 0..<6, using: &random) {
      case 0: [Int.random(in: 0..<invitations.count, using: &random)]
      case 1...3: [open[Int.random(in: 0..<open.count, using: &random)]]
      default: open
      }
    for index in tried { try hear(index, &random, &tally) }
  }

  private mutating func hear(_ index: Int, _ random: inout Seeded, _ tally: inout Tally) throws {
    let invitation = invitations[index]
    let basis = Story.bases[Int.random(in: 0..<Story.bases.count, using: &random)]
    let verdict: Verdict = Int.random(in: 0..<6, using: &random) == 0 ? .query : .approve
    let read = Bool.random(using: &random) ? latest.number : invitation.revision
    let (seen, now) = (shown(invitation, read), shown(invitation, latest.number))
    do {
      let decision = try draft.answer(
        invitation,
        ExpertAnswer(verdict: verdict, basis: basis, comment: nil, reason: "r", evidence: []),
        changes: rules.changes(seen, now))
      if invitation.state != .open { trespass = "\(invitation.label) was answered twice" }
      if seen.map(\.words) != now.map(\.words) {
        trespass = "\(invitation.name) signed words that were not shown"
      }
      invitations[index] = anInvitation(
        invitation.number, to: invitation.name, id: invitation.memberID, read: invitation.read,
        labels: invitation.labels, by: people.first { $0.id == invitation.invitedByID } ?? dov,
        revision: invitation.revision, state: .answered)
      let expert = Member(
        id: invitation.memberID, handle: "guest", name: invitation.name, active: false, roles: [])
      write(
        decision, verdict, invitation.read, basis, by: expert,
        truly: invitation.name.lowercased() == "bo ek" ? 102 : 101,
        invitedBy: invitation.invitedBy)
      tally.answered += 1
    } catch is Refusal {
      tally.refused += 1
    }
  }

  private func shown(_ invitation: Invitation, _ revision: Int) -> [ShownKeyPoint] {
    invitation.labels.compactMap { label in
      filed[revision - 1][label].map { ShownKeyPoint(label: label, words: $0, borneOutBy: []) }
    }
  }

  mutating func leave(_ random: inout Seeded) {
    let member = people[Int.random(in: 0..<people.count, using: &random)]
    let deputy = people[Int.random(in: 0..<people.count, using: &random)]
    let isBack = away.contains { $0.member == member.handle }
    away.removeAll { $0.member == member.handle }
    guard !isBack else { return }
    away.append(
      Absence(
        member: member.handle, until: day("2024-08-01"), deputy: deputy.id == member.id ? nil : deputy.handle)
    )
  }

  /// A deputy does what waits for somebody absent.
  mutating func standIn(_ random: inout Seeded, _ tally: inout Tally) throws {
    if away.isEmpty { leave(&random) }
    for absence in away {
      guard let absent = people.first(where: { $0.handle == absence.member }),
        let deputy = people.first(where: { $0.handle == absence.deputy }),
        let waiting = draft.waits(for: absent, away: away).first(where: {
          $0.kind == .sign || $0.kind == .signAgain
        })
      else { continue }
      let read: Read = waiting.why.contains("desk read") ? .desk : .fact
      let order = SignOffOrder(
        labels: waiting.about.shuffled(using: &random).suffix(1), read: read, verdict: .approve,
        basis: .source, comment: nil, reason: nil,
        evidence: [], revision: latest.number)
      let signer = rules.signer(deputy, absent)
      do {
        let decision = try draft.sign(order, by: signer)
        if !Story.mayGive(read, deputy) { trespass = "\(deputy.handle) stood in without the role" }
        if decision.signatures.contains(where: { wrote(deputy.id, $0.keyPoint.words) }) {
          trespass = "\(deputy.handle) stood in for own words"
        }
        write(decision, .approve, read, .source, by: signer, truly: deputy.id)
        tally.stoodIn += 1
      } catch is Refusal {
        tally.refused += 1
      }
    }
  }

  mutating func assign(_ random: inout Seeded, _ tally: inout Tally) throws {
    let member = people[Int.random(in: 0..<people.count, using: &random)]
    let assignee = people[Int.random(in: 0..<people.count, using: &random)]
    let read = kind == .wire ? .desk : Story.reads[Int.random(in: 0..<2, using: &random)]
    let isTaken = Int.random(in: 0..<5, using: &random) == 0
    let before = assignments.first { $0.read == read }?.to
    do {
      _ = try draft.assign(read, to: isTaken ? nil : assignee.handle, by: member)
      let concerned = isTaken ? before : assignee.handle
      if member.roles.isDisjoint(with: [.editor, .chief]) && member.handle != concerned {
        trespass = "\(member.handle) assigned what is \(concerned ?? "nobody")'s"
      }
      if !isTaken, !Story.mayGive(read, assignee) {
        trespass = "\(assignee.handle) was assigned without the role"
      }
      assignments.removeAll { $0.read == read }
      if !isTaken {
        assignments.append(Assignment(read: read, to: assignee.handle, by: member.handle, at: ""))
      }
      tally.assigned += 1
    } catch is Refusal {
      tally.refused += 1
    }
  }

  private func hasSpokenByExpert(_ member: Int64, _ label: String, _ read: Read) -> Bool {
    signers.compactMap { lastWord($0, label, read) }.contains {
      $0.askedBy == member && $0.verdict == .approve
    }
  }

  /// Whether queues show a key point to somebody to whom the record does not, or hide it from somebody.
  func misled(
    _ queues: [(member: Member, waiting: [Waiting])], _ keyPoint: KeyPoint, _ read: Read, isLacking: Bool
  ) -> String? {
    let can = people.filter {
      isLacking && Story.mayGive(read, $0) && !wrote($0.id, keyPoint.words)
        && lastWord($0.id, keyPoint.label, read) == nil && !hasSpokenByExpert($0.id, keyPoint.label, read)
    }.map(\.handle)
    var asked = assignments.first { $0.read == read }?.to
    if let absence = away.first(where: { $0.member == asked }) {
      asked = away.contains { $0.member == absence.deputy } ? nil : absence.deputy
    }
    let expected = asked.map { can.contains($0) ? [$0] : can } ?? can
    let shown = queues.filter { queue in
      queue.waiting.contains {
        ($0.kind == .sign || $0.kind == .signAgain) && $0.about.contains(keyPoint.label)
          && $0.why.contains("\(read.rawValue) read")
      }
    }.map(\.member.handle)
    return Set(shown) == Set(expected)
      ? nil : "the \(read) read of \(keyPoint.label) is shown to \(shown), and the record says \(expected)"
  }
}
