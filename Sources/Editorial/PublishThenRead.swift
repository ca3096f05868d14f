/// A read that is owed after publication, by the member who was named for it.
public struct OwedRead: Hashable, Sendable {
  public let read: Read
  public let labels: [String]
  public let member: Member
  /// Hours from publication.
  public let hours: Int
}

extension Draft {
  /// The read for which the publication of breaking news does not wait; nil when this draft is none.
  var readThatMayFollow: Read? {
    policy.publishThenRead.flatMap { $0.tags.contains(where: isTagged) ? $0.read : nil }
  }

  /// What is asked for and may be done after publication.
  public var mayFollow: [Missing] {
    readThatMayFollow.map { read in unread { $0 == read } } ?? []
  }

  /// Who owes the read that follows publication; nil when none is owed.
  ///
  /// Throws a `Refusal` unless `handle` is somebody else than the publisher who can give it to every key
  /// point that lacks it.
  ///
  /// - Parameter done: what is refused, `published` or `planned`.
  public func owedRead(
    naming handle: String?, publishedBy publisher: Member, _ done: String = "published"
  ) throws -> OwedRead? {
    let missing = mayFollow
    guard let rule = policy.publishThenRead, !missing.isEmpty else { return nil }
    let everyone = Set(missing.flatMap(\.who))
    let who = everyone.filter { name in
      name != publisher.handle && missing.allSatisfy { $0.who.contains(name) }
    }
    .sorted()
    let can = who.isEmpty ? "Nobody else on the desk can." : "Who can: \(list(who, "or"))."
    guard let handle else {
      throw Refusal(
        .usage, "reader",
        "Not \(done). The \(rule.read.rawValue) read may follow within \(inWords(hours: rule.hours)), by a member who "
          + "is named now. \(can)", missing: missing)
    }
    guard who.contains(handle), let member = members.first(where: { $0.handle == handle }) else {
      throw Refusal(
        .notAllowed, "reader",
        "Not \(done). \(handle) cannot give the \(rule.read.rawValue) read that follows. \(can)",
        missing: missing)
    }
    return OwedRead(
      read: rule.read, labels: missing.flatMap(\.about), member: member, hours: rule.hours)
  }
}
