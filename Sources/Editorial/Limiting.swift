/// Who may read a limited draft besides whoever wrote it.
public struct Limit: Hashable, Sendable {
  public struct Named: Hashable, Sendable {
    public let handle: String
    public let name: String

    public init(handle: String, name: String) {
      self.handle = handle
      self.name = name
    }
  }

  public let members: [Named]
  /// Slugs: all who hold a role there.
  public let desks: [String]
  public let by: String
  public let at: String
  public let reason: String?
  /// Ids of the members who filed a revision of the draft or stand in its byline.
  public let writers: Set<Int64>

  public init(
    members: [Named], desks: [String], by: String, at: String, reason: String?, writers: Set<Int64>
  ) {
    self.members = members
    self.desks = desks
    self.by = by
    self.at = at
    self.reason = reason
    self.writers = writers
  }

  /// "Ana Lind, desk business"; "its writers alone" where nobody is named.
  public var inWords: String {
    let named = members.map(\.name) + desks.map { "desk \($0)" }
    return named.isEmpty ? "its writers alone" : named.joined(separator: ", ")
  }

  /// As one types it: "ana,@business".
  public var typed: String { (members.map(\.handle) + desks.map { "@\($0)" }).joined(separator: ",") }
}

extension Draft {
  /// Decides whether somebody may say who reads this draft: whoever wrote it, and the chiefs of its desk.
  ///
  /// - Parameter writers: as in `Limit`.
  public func mayBeLimited(by member: Member, writers: Set<Int64>) throws {
    try mustBeUnderReview("limited")
    if let live {
      throw Refusal(
        .conflict, "published",
        "Not limited. Readers see r\(live.revision) of \(slug) already. File what is not for everybody as a draft of its "
          + "own: stet submit FILE --limited-to MEMBER,@DESK. Nothing was changed.")
    }
    try mustDecideWhoReads(member, writers, "limited")
  }

  /// Decides whether somebody may give a limited draft to everybody again.
  public func mayBeOpened(by member: Member) throws {
    guard let limit else {
      throw Refusal(
        .conflict, "not-limited", "\(slug) is not limited: every member reads it. Nothing was changed.")
    }
    try mustDecideWhoReads(member, limit.writers, "opened")
  }

  /// Whether somebody decides what becomes of a collision: whoever may say who reads the draft.
  public func decidesWhoReads(_ member: Member, _ writers: Set<Int64>) -> Bool {
    writers.contains(member.id) || member.roles.contains(.chief)
  }

  func mustDecideWhoReads(_ member: Member, _ writers: Set<Int64>, _ done: String) throws {
    guard !decidesWhoReads(member, writers) else { return }
    let who = members.filter { decidesWhoReads($0, writers) }.map(\.handle)
    throw Refusal(
      .notAllowed, "role",
      "Not \(done). Who reads \(slug) is for whoever wrote it and for a chief of desk \(desk.slug)"
        + (who.isEmpty ? "." : ": \(list(who, "or")).") + " Nothing was changed.")
  }

  /// What whoever limits a draft, or files a limited one, is told: what cannot be done to it while it is.
  public var limitNotices: [String] {
    guard let limit else { return [] }
    let unread = missing.filter { $0.read != nil && $0.who.isEmpty }.map { missing in
      "Nobody who may read it can give the \(missing.read?.rawValue ?? "") read of \(list(missing.about, "and")). "
        + "Add somebody who can: \(adding("MEMBER", to: limit))"
    }
    let readers = Set(members.map(\.handle))
    let assigned = assignments.filter { !readers.contains($0.to) }.map {
      "The \($0.read.rawValue) read is assigned to \($0.to), who may not read it."
    }
    let experts = invitations.filter { $0.state == .open }.map {
      "\($0.name) was invited and still reads \(list($0.labels, "and")); to end that: stet invitations withdraw "
        + "\(slug) \($0.label)"
    }
    return unread + assigned + experts
  }

  /// The refusal of something that is left to a member who may not read this draft.
  public func mayNotRead(_ handle: String, _ done: String, limit: Limit) -> Refusal {
    Refusal(
      .conflict, "limited",
      "Not \(done). \(slug) is limited to \(limit.inWords), and \(handle) may not read it. Nothing was changed.",
      next: [adding(handle, to: limit)])
  }

  private func adding(_ handle: String, to limit: Limit) -> String {
    "stet limit \(slug) --to \([limit.typed, handle].filter { $0 != "" }.joined(separator: ",")) --reason TEXT"
  }
}

extension Slug {
  /// A slug that nobody guesses: the name that was wanted, and four letters or digits after a hyphen.
  ///
  /// Those that are taken for one another, such as l and 1, are left out.
  public static func unguessable(_ wanted: String) -> String {
    let signs = Array("abcdefghjkmnpqrstuvwxyz23456789")
    let tail = (0..<4).compactMap { _ in signs.randomElement() }
    var stem = wanted.prefix(longest - 5)
    while stem.last == "-" { stem.removeLast() }
    return "\(stem)-\(String(tail))"
  }
}
