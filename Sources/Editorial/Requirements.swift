import TextAnalysis

/// One unmet requirement.
public struct Missing: Hashable, Sendable {
  /// Labels of the key points or contradictions it is about; empty when it is about the whole draft.
  public let about: [String]
  public let says: String
  /// Handles of the members who can meet it.
  public let who: [String]
  public init(about: [String], says: String, who: [String]) {
    self.about = about
    self.says = says
    self.who = who
  }
}

extension KeyPoint {
  public var status: KeyPointStatus {
    let standing = standing
    if standing.contains(where: { $0.verdict == .hold }) { return .held }
    if standing.contains(where: { $0.verdict == .query }) { return .queried }
    return standing.contains { $0.verdict == .approve } ? .signed : .open
  }

  /// How many different members approve it for `read`. A second approval by one member is not a second vote.
  func approvals(for read: Read, on day: CivilDate) -> Int {
    Set(signOffs.filter { $0.stands(on: day) && $0.read == read && $0.verdict == .approve }.map(\.memberID))
      .count
  }
}

extension Draft {
  /// Status of a key point under this draft's policy: signed only when every read that is asked for is given.
  public func status(of keyPoint: KeyPoint) -> KeyPointStatus {
    let status = keyPoint.status
    guard status == .signed || status == .open, !policy.requiredReads.isEmpty else { return status }
    return policy.requiredReads.allSatisfy { keyPoint.approvals(for: $0.read, on: today) >= $0.approvals }
      ? .signed : .open
  }

  /// Members who may give `read` to a key point: the role on the desk, and not the words' author.
  public func whoCanSign(_ keyPoint: KeyPoint, _ read: Read) -> [Member] {
    members.filter { $0.active && policy.mayGive(read, $0.roles) && !keyPoint.isBy($0) }
  }

  /// Everything that the policy still asks for, recomputed from the sign-offs as they stand.
  public var missing: [Missing] {
    var missing: [Missing] = []
    let present = keyPoints.filter { !$0.gone }
    if present.count < policy.keyPoints {
      missing.append(
        Missing(
          about: [],
          says: present.isEmpty ? "at least one key point: there is nothing to sign" : "more key points",
          who: [latest.filedByHandle]))
    }
    missing += doubts
    for (read, approvals) in policy.requiredReads {
      missing += unread(present, read, approvals)
    }
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
      keyPoint.standing.filter { $0.verdict != .approve }.map { signOff in
        let isThere = members.contains { $0.id == signOff.memberID }
        let chiefs = members.filter { $0.roles.contains(.chief) }.map(\.handle)
        // Who left the desk lifts nothing any more.
        let lifters = isThere ? [signOff.member] : chiefs
        let lifter = isThere ? signOff.member : "a chief"
        let by = signOff.read == .legal ? "the legal read" : signOff.member
        let absent = keyPoint.gone ? " (its words are gone from r\(latest.number))" : ""
        return switch signOff.verdict {
        case .hold:
          Missing(
            about: [keyPoint.label],
            says: "held by \(by)\(absent); \(lifter) lifts it"
              + (isThere && signOff.read != .legal && !chiefs.isEmpty ? ", or a chief" : ""),
            who: lifters + (isThere && signOff.read != .legal ? chiefs.filter { !lifters.contains($0) } : []))
        default:
          Missing(
            about: [keyPoint.label],
            says:
              "\(by)'s query is unanswered\(absent); the words change, or \(lifter) "
              + (isThere ? "approves or withdraws" : "withdraws it"),
            who: lifters + [keyPoint.wordsFrom.filedByHandle])
        }
      }
    }
  }

  /// Key points that lack approvals for one read, grouped where the same people can give them.
  private func unread(_ present: [KeyPoint], _ read: Read, _ approvals: Int) -> [Missing] {
    var groups: [(labels: [String], lack: Int, who: [String], authors: Set<String>)] = []
    for keyPoint in present {
      let lack = approvals - keyPoint.approvals(for: read, on: today)
      guard lack > 0 else { continue }
      let signed = Set(
        keyPoint.signOffs.filter { $0.stands(on: today) && $0.read == read && $0.verdict == .approve }.map(
          \.memberID))
      let who = whoCanSign(keyPoint, read).filter { !signed.contains($0.id) }.map(\.handle).sorted()
      if let same = groups.firstIndex(where: { $0.lack == lack && $0.who == who }) {
        groups[same].labels.append(keyPoint.label)
        groups[same].authors.insert(keyPoint.wordsFrom.filedByHandle)
      } else {
        groups.append(([keyPoint.label], lack, who, [keyPoint.wordsFrom.filedByHandle]))
      }
    }
    return groups.map { group in
      let each = group.labels.count > 1 ? " each" : ""
      let what =
        group.lack == 1
        ? "one \(read.rawValue) approval\(each)" : "\(group.lack) \(read.rawValue) approvals\(each)"
      let from =
        group.who.isEmpty
        ? ". Nobody on the desk can give it: \(group.authors.sorted().joined(separator: ", ")) wrote the words and no "
          + "other member has the role"
        : ", from \(list(group.who, "or")) (\(list(group.authors.sorted(), "and")) wrote the words)"
      return Missing(about: group.labels, says: what + from, who: group.who)
    }
  }
}

/// "ana", "ana or ben", "ana, ben or dov".
public func list(_ names: [String], _ conjunction: String) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
