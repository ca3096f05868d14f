import TextAnalysis

/// A question about claims that went stale: one question, one or more places.
public struct FollowUp: Sendable {
  public let id: Int64
  public let number: Int
  public let question: String
  public let matter: String?
  public let open: Bool
  public let openedOn: CivilDate
  public let turn: String?
  public let claims: [Claim]
  public let outcome: FollowUpOutcome?
  public let source: String?
  public let asOf: CivilDate?
  public let next: CivilDate?
  public let note: String?
  public let closedBy: String?
  public let closedAt: String?
  /// Whether it asks if words were wrong when they were published: new words are no answer to that.
  public var asksIfWrong = false

  public init(
    id: Int64, number: Int, question: String, matter: String?, open: Bool, openedOn: CivilDate, turn: String?,
    claims: [Claim], outcome: FollowUpOutcome?, source: String?, asOf: CivilDate?, next: CivilDate?,
    note: String?,
    closedBy: String?, closedAt: String?
  ) {
    self.id = id
    self.number = number
    self.question = question
    self.matter = matter
    self.open = open
    self.openedOn = openedOn
    self.turn = turn
    self.claims = claims
    self.outcome = outcome
    self.source = source
    self.asOf = asOf
    self.next = next
    self.note = note
    self.closedBy = closedBy
    self.closedAt = closedAt
  }

  public var label: String { "F\(number)" }
}

/// How somebody asks to close a follow-up.
public struct Closure: Hashable, Sendable {
  public let outcome: FollowUpOutcome
  public let source: String?
  public let asOf: CivilDate?
  public let next: CivilDate?
  public let note: String?
  public let revision: Int?
  public init(
    outcome: FollowUpOutcome, source: String?, asOf: CivilDate?, next: CivilDate?, note: String?,
    revision: Int?
  ) {
    self.outcome = outcome
    self.source = source
    self.asOf = asOf
    self.next = next
    self.note = note
    self.revision = revision
  }
}

/// What closing does to the claims of a follow-up.
public enum ClaimFate: Hashable, Sendable {
  /// Asked again on that day.
  case askAgain(Due)
  /// Asked no more.
  case retired(because: String)
}

extension FollowUp {
  /// Decides whether it may be closed like this, and what becomes of its claims.
  ///
  /// Each outcome has what it needs: a date alone is no outcome, and silence of a source is no evidence.
  public func close(as closure: Closure, by handle: String, today: CivilDate) throws -> ClaimFate {
    guard open else {
      throw Refusal(
        .conflict, "closed",
        "\(label) was closed already, as \(outcome?.rawValue ?? "?") by \(closedBy ?? "?"). "
          + "Nothing was changed.")
    }
    let outcome = closure.outcome
    func need(_ present: Bool, _ option: String, _ why: String) throws {
      if !present {
        throw Refusal(
          .usage, "closure", "Not closed. \(outcome.rawValue) \(why): add \(option). Nothing was changed.")
      }
    }
    let asOf = closure.asOf ?? today
    if asOf > today {
      throw Refusal(
        .usage, "closure",
        "Not closed. Nobody knows yet what is so on \(inWords(asOf)); today is \(inWords(today)).")
    }
    if let told = claims.map(\.asOf).max(), asOf < told {
      throw Refusal(
        .usage, "closure",
        "Not closed. The words are of \(inWords(told)); what was so on \(inWords(asOf)) attests nothing. "
          + "Nothing was changed.")
    }
    if asksIfWrong, [.updated, .leftAsDated].contains(outcome) {
      throw Refusal(
        .usage, "closure",
        "Not closed. \(label) asks whether the words were wrong when they were published, and \(outcome.rawValue) does not "
          + "say: close it as wrong, or as overtaken with the source. Nothing was changed.",
        next: [
          "stet follow-ups close \(label) --as wrong --note TEXT",
          "stet follow-ups close \(label) --as overtaken --source URL --note TEXT",
        ])
    }
    switch outcome {
    case .stands:
      try need(closure.source != nil, "--source URL", "says where it was seen")
      try need(closure.next != nil, "--next DATE", "says when to ask again")
      return .askAgain(try again(closure, today, "attested by \(handle) as of \(inWords(asOf))"))
    case .unresolved:
      try need(
        closure.source != nil || closure.note != nil, "--source URL or --note TEXT", "says where you looked")
      try need(closure.next != nil, "--next DATE", "says when to ask again")
      return .askAgain(try again(closure, today, "\(handle) could not find out on \(inWords(today))"))
    case .updated:
      try need(closure.revision != nil, "--revision r2", "names the revision that says it anew")
      return .retired(because: "updated in r\(closure.revision ?? 0), said \(handle)")
    case .overtaken:
      try need(closure.source != nil, "--source URL", "says where it was seen")
      try need(closure.note != nil, "--note TEXT", "says what happened")
      return .retired(because: "overtaken: \(closure.note ?? ""), said \(handle) as of \(inWords(asOf))")
    case .wrong:
      try need(closure.note != nil, "--note TEXT", "says what was wrong")
      return .retired(
        because: "wrong when published: \(closure.note ?? ""), said \(handle); a correction is owed")
    case .leftAsDated:
      try need(closure.note != nil, "--note TEXT", "says why nobody takes it for today's")
      return .retired(because: "left as dated: \(closure.note ?? ""), said \(handle)")
    }
  }

  /// Refuses to end a question about somebody who is accused, unless it says where it was seen, and a line was added or
  /// the standards read has its word. That it is long ago is no reason, and nobody drops it alone.
  ///
  /// - Parameter draft: the one whose desk and policy count for its claims.
  public func mustNotDropWhoIsAccused(_ closure: Closure, in draft: Draft, by member: Member) throws {
    let isAboutAccused = claims.contains { claim in
      claim.draftID == draft.id && claim.person
        && draft.policy.shelfLife(of: claim.rule, kind: claim.kind, court: claim.court)?.accused == true
    }
    guard isAboutAccused else { return }
    let isWordOfStandards: Bool
    switch closure.outcome {
    case .stands, .unresolved, .wrong: return
    case .updated: isWordOfStandards = true
    case .overtaken, .leftAsDated: isWordOfStandards = member.roles.contains(.standards)
    }
    guard closure.source != nil else {
      throw Refusal(
        .usage, "closure",
        "Not closed. \(label) is about somebody who is accused: add --source URL, where it was seen what became of it. "
          + "Nothing was changed.")
    }
    guard isWordOfStandards else {
      throw Refusal(
        .notAllowed, "role",
        "Not closed. \(label) is about somebody who is accused: as \(closure.outcome.rawValue) it is closed by standards. "
          + "Or add a line and close it as updated. Nothing was changed.",
        next: ["stet follow-ups close \(label) --as updated --revision rN --source URL"])
    }
  }

  private func again(_ closure: Closure, _ today: CivilDate, _ how: String) throws -> Due {
    let next = closure.next ?? today
    guard next > today, today.days(until: next) <= 731 else {
      throw Refusal(
        .usage, "next",
        "Not closed. --next \(next) is not within the two years after today, \(today). Nothing was changed.")
    }
    return Due(on: next, because: "\(how); to be asked again on \(inWords(next))")
  }
}
