import TextAnalysis

/// One thing that waits for somebody.
public struct Waiting: Hashable, Sendable {
  /// What kind of thing it is, the most urgent kind first.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
    /// Readers see what somebody no longer vouches for.
    case liveDoubt = "live-doubt"
    /// A planned story that did not go out, or will not as it stands.
    case release
    /// A read that was promised when breaking news went out.
    case owed
    /// A placement still shows what was wrong.
    case owedCorrection = "owed-correction"
    /// What is live is wrong, and the revision that says it right is one's own to file.
    case fileCorrection = "file-correction"
    /// Somebody published past unmet requirements, and somebody else looks at it.
    case review
    /// Signed before, and the words have changed since.
    case signAgain = "sign-again"
    /// Somebody asked, and it is one's own words.
    case answer
    /// One's own question or hold keeps a draft from being ready.
    case decide
    /// Another draft says otherwise than one's own that is limited, and its writer does not know.
    case collision
    /// A question about a statement that went stale.
    case followUp = "follow-up"
    /// A page that is watched for one's claim has changed.
    case pageChanged = "page-changed"
    case sign
    /// A contradiction that holds up publication.
    case settle
    /// Nothing is missing.
    case publish

    public static func < (one: Kind, other: Kind) -> Bool {
      (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
  }

  public let kind: Kind
  /// Slug of the draft; of a follow-up the one of its first place, of a page watched for a matter the matter's.
  public let draft: String
  /// Labels of key points, contradictions or the follow-up; empty when it is the whole draft.
  public let about: [String]
  /// Why, as a sentence.
  public let why: String
  /// RFC 3339, UTC.
  public let since: String
  /// The command that does it.
  public let command: String
  /// The absent member whom one stands in for.
  public let standsInFor: String?

  public init(
    kind: Kind, draft: String, about: [String], why: String, since: String, command: String,
    standsInFor: String? = nil
  ) {
    self.kind = kind
    self.draft = draft
    self.about = about
    self.why = why
    self.since = since
    self.command = command
    self.standsInFor = standsInFor
  }

  /// The same, for whoever stands in.
  public func standing(in deputy: String) -> Waiting {
    Waiting(
      kind: kind, draft: draft, about: about, why: why, since: since, command: command, standsInFor: deputy)
  }
}

/// A member's last word on being away.
public struct Absence: Hashable, Sendable {
  public let member: String
  /// The last day away.
  public let until: CivilDate
  public let deputy: String?

  public init(member: String, until: CivilDate, deputy: String?) {
    self.member = member
    self.until = until
    self.deputy = deputy
  }

  public func isAway(on day: CivilDate) -> Bool { day <= until }
}

extension Draft {
  /// What of this draft waits for a member, computed from how it stands.
  ///
  /// - Parameter away: who is away today.
  public func waits(for member: Member, away: [Absence] = []) -> [Waiting] {
    guard end == nil else { return [] }
    let ofLive = toSeeToLive(member)
    // Of what is out nothing is signed or settled any more, but whoever doubted it still has the word.
    guard live?.revision != latest.number else {
      return liveDoubts.isEmpty
        ? [] : ofLive + toAnswer(member) + toDecide(member) + toDecideOfExperts(member)
    }
    return ofLive + toSign(member, away) + toAnswer(member) + toDecide(member) + toDecideOfExperts(member)
      + toDecideOfCollisions(member) + toSettle(member) + toPublish(member)
  }

  private func toSign(_ member: Member, _ away: [Absence]) -> [Waiting] {
    Read.allCases.flatMap { read -> [Waiting] in
      let open = keyPoints.filter { keyPoint in
        !keyPoint.gone && lackingReads(of: keyPoint).contains { $0.asked.read == read }
          && canSignNow(keyPoint, read, member)
          && !isLeftToAnother(keyPoint, read, than: member, away: away)
      }
      let before = { (keyPoint: KeyPoint) in
        keyPoint.signOffs.first {
          $0.memberID == member.id && $0.read == read && $0.verdict == .approve && $0.standing == .outdated
        }
      }
      let again = open.filter { before($0) != nil }
      let first = open.filter { before($0) == nil }
      var found: [Waiting] = again.map { keyPoint in
        Waiting(
          kind: .signAgain, draft: slug, about: [keyPoint.label],
          why:
            "you signed it for the \(read.rawValue) read, and \(before(keyPoint)?.because ?? "it changed")",
          since: latest.filedAt, command: "stet diff \(slug) --since-my-sign-off")
      }
      if !first.isEmpty {
        let labels = first.map(\.label)
        found.append(
          Waiting(
            kind: .sign, draft: slug, about: labels,
            why:
              "a \(read.rawValue) read is asked for, and you may give it",
            since: first.map(\.wordsFrom.filedAt).min() ?? latest.filedAt,
            command: "stet approve \(slug) \(labels.joined(separator: " "))"
              + (read == .fact ? "" : " --read \(read.rawValue)")))
      }
      return found
    }
  }

  private func toAnswer(_ member: Member) -> [Waiting] {
    keyPoints.filter { $0.wordsFrom.isBy(member) }.flatMap { keyPoint in
      keyPoint.standing.filter { $0.verdict == .query && $0.memberID != member.id }.map { query in
        Waiting(
          kind: .answer, draft: slug, about: [keyPoint.label],
          why: query.read == .legal
            ? "the legal read asks about your words" : "\(query.member) asks: \(query.reason ?? "")",
          since: query.at, command: "stet comment \(slug) \(keyPoint.label) TEXT")
      }
    }
  }

  private func toDecide(_ member: Member) -> [Waiting] {
    keyPoints.flatMap { keyPoint in
      keyPoint.standing.filter { $0.verdict != .approve && $0.memberID == member.id }.map { mine in
        let answer = keyPoint.comments.last { $0.member != mine.member && $0.at > mine.at && !$0.privileged }
        return Waiting(
          kind: .decide, draft: slug, about: [keyPoint.label],
          why: live?.revision == latest.number
            ? "you \(mine.verdict == .hold ? "hold" : "asked about") what readers see"
            : mine.verdict == .hold
              ? "your hold keeps it from being ready"
              : answer.map { "\($0.member) answered your question: \($0.words)" }
                ?? "your question keeps it from being ready",
          since: answer?.at ?? mine.at,
          command: mine.verdict == .hold
            ? "stet withdraw \(slug) \(keyPoint.label) --reason TEXT"
            : "stet resolve \(slug) \(keyPoint.label)")
      }
    }
  }

  private func toSettle(_ member: Member) -> [Waiting] {
    guard !member.roles.isDisjoint(with: policy.settle) else { return [] }
    return contradictions.filter { $0.blocks(under: policy) }.map { one in
      Waiting(
        kind: .settle, draft: slug, about: [one.label], why: "it holds up publication, and you may settle it",
        since: one.raisedAt, command: "stet contradictions settle \(slug)/\(one.label) --as OUTCOME")
    }
  }

  private func toPublish(_ member: Member) -> [Waiting] {
    guard !member.roles.isDisjoint(with: policy.publish), missing.isEmpty, schedule.plan == nil,
      schedule.embargo == nil
    else { return [] }
    return [
      Waiting(
        kind: .publish, draft: slug, about: [], why: "nothing is missing", since: latest.filedAt,
        command: "stet publish \(slug)" + (mayFollow.isEmpty ? "" : " --reader MEMBER"))
    ]
  }
}

/// Most urgent first: by kind, then what has waited longest.
public func byUrgency(_ waiting: [Waiting]) -> [Waiting] {
  waiting.sorted { ($0.kind, $0.since, $0.draft) < ($1.kind, $1.since, $1.draft) }
}
