import TextAnalysis

/// What was done so that somebody who is accused by name could answer.
public struct Reply: Hashable, Sendable {
  public enum Course: Hashable, Sendable {
    /// Asked at one instant, by mail or otherwise, with time until another one.
    case asked(at: String, how: String, until: String, answer: Answer?)
    /// A member decided not to ask, or not to wait.
    case decided(by: String, why: String)
  }

  public enum Answer: Hashable, Sendable {
    /// The words of the copy that tell it, and whether the latest revision still has them.
    case told(words: String, stands: Bool)
    /// A member says that none came. Silence by itself says nothing.
    case none(saidBy: String)
  }

  /// The name in full.
  public let person: String
  public let course: Course

  public init(person: String, course: Course) {
    self.person = person
    self.course = course
  }
}

extension Draft {
  /// Everybody whom the latest revision accuses by name, with the labels of the key points that do so. A name
  /// in full stands for the surname alone.
  public var accusedByName: [(person: String, labels: [String])] {
    let accusing = accusations.filter(\.isNamed)
    let names = Set(accusing.map { comparableWords($0.person) })
    let full = names.filter { name in !names.contains { $0 != name && isSamePerson(full: $0, name) } }
    return full.sorted().map { name in
      let places = accusing.filter { isSamePerson(full: name, $0.person) }.map(\.sentence.span)
      let labels = keyPoints.filter { keyPoint in
        !keyPoint.gone && keyPoint.places.contains { place in places.contains { $0.overlaps(place) } }
      }.map(\.label)
      return (name, labels)
    }
  }

  /// Decides whether a member may record how somebody was asked; to decide that nobody asks is for those who settle.
  public func mayRecordReply(_ member: Member, decides: Bool) throws {
    try mustBeUnderReview("recorded")
    guard !member.roles.isEmpty else {
      throw Refusal(.notAllowed, "role", "Not recorded. \(member.handle) has no role on desk \(desk.slug).")
    }
    guard decides, member.roles.isDisjoint(with: policy.settle) else { return }
    throw Refusal(
      .notAllowed, "role",
      "Not recorded. To decide that nobody asks is for \(list(policy.settle.map(\.rawValue), "or")).")
  }

  var missingReplies: [Missing] {
    guard let hours = policy.replyHours else { return [] }
    return accusedByName.compactMap { accused in
      let courses = replies.filter { isSamePerson(full: $0.person, accused.person) }.map(\.course)
      let lacks = courses.map { lack($0, hours) }
      guard !lacks.contains(nil) else { return nil }
      return Missing(
        about: accused.labels,
        says: (lacks.last ?? nil).map { "\(accused.person) is accused by name and \($0)" }
          ?? "\(accused.person) is accused by name: record when and how they were asked and until when, or who decided "
          + "not to ask and why",
        who: [latest.filedByHandle])
    }
  }

  /// What a course leaves open; nil when it is enough.
  private func lack(_ course: Reply.Course, _ hours: Int) -> String? {
    switch course {
    case .decided(_, let why):
      return why.allSatisfy(\.isWhitespace) ? "was not asked, and nobody says why" : nil
    case .asked(_, _, _, .told(let words, let stands)):
      return stands ? nil : "the copy no longer has the answer: “\(shortened(words))”"
    case .asked(let at, let how, let until, let answer):
      guard let given = minutes(from: at, to: until) else { return "it is not clear how long they had" }
      if given < hours * 60 {
        return
          "was given \(inWords(minutes: max(0, given))) to answer (asked by \(how)), of \(inWords(hours: hours)): "
          + "tell the answer in the copy, give the time, or say who decided not to wait and why"
      }
      return answer == nil
        ? "was asked by \(how): tell the answer in the copy, or say that none came" : nil
    }
  }
}

/// Whether a name is that of a person told in full: "Smith" of "Jane Smith", and not the other way round.
private func isSamePerson(full: String, _ name: String) -> Bool {
  let (all, some) = (nameWords(full), nameWords(name))
  return !some.isEmpty && all.suffix(some.count).elementsEqual(some)
}

private func nameWords(_ name: String) -> [[UInt8]] {
  comparableWords(name).split(separator: " ").map { foldedName(String($0)) }
}
