import TextAnalysis

/// One unmet requirement.
public struct Missing: Hashable, Sendable {
  /// Labels of the key points or contradictions it is about; empty when it is about the whole draft.
  public let about: [String]
  public let says: String
  /// Handles of the members who can meet it.
  public let who: [String]
  /// The read that is lacking, and when it is due, an instant.
  public let read: Read?
  public let due: String?

  public init(about: [String], says: String, who: [String], read: Read? = nil, due: String? = nil) {
    self.about = about
    self.says = says
    self.who = who
    self.read = read
    self.due = due
  }
}

extension KeyPoint {
  public var status: KeyPointStatus {
    let standing = standing
    if standing.contains(where: { $0.verdict == .hold }) { return .held }
    if standing.contains(where: { $0.verdict == .query }) { return .queried }
    return standing.contains { $0.verdict == .approve } ? .signed : .open
  }
}

extension Draft {
  /// Status of a key point under this draft's policy: signed only when every read that is asked for is given.
  public func status(of keyPoint: KeyPoint) -> KeyPointStatus {
    let status = keyPoint.status
    guard status == .signed || status == .open, !applicableReads(of: keyPoint).isEmpty else { return status }
    return lackingReads(of: keyPoint).isEmpty ? .signed : .open
  }

  /// Members who may give `read` to a key point: the role on the desk, and not the words' author.
  public func whoCanSign(_ keyPoint: KeyPoint, _ read: Read) -> [Member] {
    members.filter { $0.active && policy.mayGive(read, $0.roles) && !keyPoint.isBy($0) }
  }

  /// Everything that the policy still asks for, recomputed from the sign-offs as they stand.
  public var missing: [Missing] {
    // Nobody signs after the event what an archive says was published; its next revision is judged as any other.
    if let live, live.origin == .imported, live.revision == latest.number { return [] }
    var missing: [Missing] = []
    let present = keyPoints.filter { !$0.gone && $0.form == .keyPoint }
    if present.count < policy.keyPoints {
      missing.append(
        Missing(
          about: [],
          says: present.isEmpty ? "at least one key point: there is nothing to sign" : "more key points",
          who: [latest.filedByHandle]))
    }
    missing += doubts
    let mayFollow = readThatMayFollow
    missing += unread { $0 != mayFollow }
    missing += returningErrors
    missing += missingCoverage
    missing += missingReplies
    for contradiction in contradictions where contradiction.blocks(under: policy) {
      missing.append(
        Missing(
          about: [contradiction.label],
          says: contradiction.kind == .archive
            ? "an open conflict with another story" : "an open slip: two passages cannot both stand",
          who: members.filter { !$0.roles.isDisjoint(with: policy.settle) }.map(\.handle)))
    }
    return missing
  }

  /// Holds and queries, also those on key points that are gone: removing the words does not lift a hold.
  private var doubts: [Missing] {
    keyPoints.flatMap { keyPoint in
      keyPoint.standing.filter { $0.verdict != .approve && !isPassedOver($0, on: keyPoint) }.map { signOff in
        let isThere = members.contains { $0.id == signOff.memberID }
        let chiefs = members.filter { $0.roles.contains(.chief) }.map(\.handle)
        // Who left the desk lifts nothing any more.
        let lifters = isThere ? [signOff.member] : chiefs
        let lifter = isThere ? signOff.member : "a chief"
        let by = signOff.read == .legal ? "the legal read" : signOff.member
        let orElse =
          signOff.isLegalDoubt
          ? policy.againstLegal.map { ", or " + agreementLacking(signOff, on: keyPoint, $0) } ?? "" : ""
        let absent = keyPoint.gone ? " (its words are gone from r\(latest.number))" : ""
        return switch signOff.verdict {
        case .hold:
          Missing(
            about: [keyPoint.label],
            says: "held by \(by)\(absent); \(lifter) lifts it"
              + (isThere && signOff.read != .legal && !chiefs.isEmpty ? ", or a chief" : "") + orElse,
            who: lifters + (isThere && signOff.read != .legal ? chiefs.filter { !lifters.contains($0) } : []))
        default:
          Missing(
            about: [keyPoint.label],
            says:
              "\(by)'s query is unanswered\(absent); the words change, or \(lifter) "
              + (isThere ? "approves or withdraws" : "withdraws it") + orElse,
            who: lifters + [keyPoint.wordsFrom.filedByHandle])
        }
      }
    }
  }

  /// The reads that a key point still lacks, each with how many approvals are missing.
  func lackingReads(of keyPoint: KeyPoint) -> [(asked: AskedRead, approvals: Int)] {
    applicableReads(of: keyPoint).compactMap { asked in
      let lack = asked.approvals - approvals(of: keyPoint, for: asked)
      return lack > 0 ? (asked, lack) : nil
    }
  }

  /// Key points that lack approvals for the reads that are wanted, grouped where the same people can give them for the
  /// same reason.
  func unread(_ isWanted: (Read) -> Bool) -> [Missing] {
    var groups: [Unread: (labels: [String], authors: Set<String>)] = [:]
    var order: [Unread] = []
    for keyPoint in keyPoints where !keyPoint.gone {
      for (asked, lack) in lackingReads(of: keyPoint)
      where isWanted(asked.read) && !(asked.read == .legal && isLegalReadPassedOver(keyPoint)) {
        let group = Unread(asked: asked, lack: lack, who: whoCanAdd(keyPoint, asked).map(\.handle).sorted())
        if groups[group] == nil { order.append(group) }
        groups[group, default: ([], [])].labels.append(keyPoint.label)
        groups[group]?.authors.insert(keyPoint.wordsFrom.filedByHandle)
      }
    }
    return Read.allCases.flatMap { read in
      order.filter { $0.asked.read == read }.map { group in
        let (labels, authors) = groups[group] ?? ([], [])
        return Missing(
          about: labels, says: group.says(labels, authors.sorted()), who: group.who, read: read,
          due: group.asked.due)
      }
    }
  }

  /// Members whose approval would count and who have not given it.
  private func whoCanAdd(_ keyPoint: KeyPoint, _ asked: AskedRead) -> [Member] {
    let signed = keyPoint.signOffs.filter {
      $0.stands(on: today) && $0.read == asked.read && $0.verdict == .approve
        && (asked.wire == nil || $0.basis != .onAuthor)
    }
    return whoCanSign(keyPoint, asked.read).filter { member in
      !signed.contains { $0.memberID == member.id || $0.invitedBy == member.handle }
    }
  }
}

/// What several key points lack alike.
private struct Unread: Hashable {
  let asked: AskedRead
  let lack: Int
  let who: [String]

  func says(_ labels: [String], _ authors: [String]) -> String {
    let what =
      (lack == 1 ? "one \(asked.read.rawValue) approval" : "\(lack) \(asked.read.rawValue) approvals")
      + (labels.count > 1 ? " each" : "") + (asked.wire.map { " on the basis wire (\($0))" } ?? "")
      + (asked.because.map { " because \($0)" } ?? "")
    if who.isEmpty {
      return what + ". Nobody on the desk can give it: \(list(authors, "and")) wrote the words and no "
        + "other member has the role"
    }
    return what + ", from \(list(who, "or")) (\(list(authors, "and")) wrote the words)"
  }
}

/// "ana", "ana or ben", "ana, ben or dov".
public func list(_ names: [String], _ conjunction: String) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
