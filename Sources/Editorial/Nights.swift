import TextAnalysis

/// A claim that is due, with what the nightly run needs to ask about it.
public struct StaleClaim: Sendable {
  public let claim: Claim
  public let live: LiveRevision?
  /// Handle of the member whose turn it is: who filed the watched revision.
  public let turn: String?
  /// `F3` when an open follow-up asks already.
  public let followUp: String?
  public let question: String
  /// Whether its draft is limited: then it is asked about by itself, whatever its matter is, and nobody else sees the
  /// question.
  public var isLimited = false

  public init(claim: Claim, live: LiveRevision?, turn: String?, followUp: String?, question: String) {
    self.claim = claim
    self.live = live
    self.turn = turn
    self.followUp = followUp
    self.question = question
  }

  /// The same, when it is somebody else's turn.
  public func taken(by turn: String?) -> StaleClaim {
    var one = StaleClaim(
      claim: claim, live: live, turn: turn ?? self.turn, followUp: followUp, question: question)
    one.isLimited = isLimited
    return one
  }
}

extension StaleClaim {
  /// The matter under which it is asked about together with others.
  var sharedMatter: String? { isLimited ? nil : claim.matter }
}

/// One question to be opened: claims of one matter, or one claim where no matter is recorded.
///
/// Two sentences with the same trigger are two questions until a person says that they are one matter: a likeness of
/// words never links by itself.
public struct Question: Sendable {
  public let matter: String?
  public let claims: [StaleClaim]

  public static func group(_ stale: [StaleClaim]) -> [Question] {
    var groups: [[StaleClaim]] = []
    var byMatter: [String: Int] = [:]
    for claim in stale where claim.followUp == nil {
      if let matter = claim.sharedMatter {
        if let index = byMatter[matter] {
          groups[index].append(claim)
          continue
        }
        byMatter[matter] = groups.count
      }
      groups.append([claim])
    }
    return groups.map { Question(matter: $0.first?.sharedMatter, claims: $0) }
  }
}

extension Policy {
  /// What is asked about a stale claim. A machine asks; it never says that nothing happened.
  public func question(about claim: Claim) -> String {
    claim.isOvertaken
      ? "Its matter has moved on from these words. What do they have to say now, or do they carry their date?"
      : question(rule: claim.rule, kind: claim.kind, court: claim.court)
  }

  public func question(rule: String, kind: ClaimKind, court: String? = nil) -> String {
    guard let shelf = shelfLife(of: rule, kind: kind, court: court) else { return "Is it still so?" }
    return shelf.ask + (shelf.look.map { " Look: \($0)." } ?? "")
  }
}

/// What a nightly run for `date` is.
public enum Night: Hashable, Sendable {
  /// The run of its own night: it catches up with the missed ones.
  case tonight
  /// A run for a past day: neither reports nor repairs missed nights.
  case past

  /// Refuses a future night unless it is only tried out.
  public init(of date: CivilDate, today: CivilDate, dryRun: Bool) throws {
    if date > today, !dryRun {
      throw Refusal(
        .usage, "future",
        "\(date) is still to come; today is \(today). To see what would be due then: "
          + "stet nightly --as-of \(date) --dry-run. Nothing was run.")
    }
    self = date == today ? .tonight : .past
  }
}

/// Nights between the last finished run (or the day the database was initialised) and `date`, both excluded.
///
/// The night of the initialisation itself is not missed: it had hardly begun.
public func missedNights(lastFinished: CivilDate?, initialised: CivilDate, date: CivilDate) -> [CivilDate] {
  let start = max(lastFinished ?? initialised, initialised)
  let count = start.days(until: date) - 1
  guard count > 0 else { return [] }
  return (1...count).map { start.adding(days: $0) }
}
