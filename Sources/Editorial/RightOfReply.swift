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
    let present = KeyPointPlaces(keyPoints)
    var spellings: [[[UInt8]]: String] = [:]
    var points: [[[UInt8]]: Set<Int>] = [:]
    for one in accusing {
      let (name, words) = (comparableWords(one.person), nameWords(one.person))
      spellings[words] = min(spellings[words] ?? name, name)
      points[words, default: []].formUnion(present.overlapping(one.sentence.span))
    }
    let short = Set(spellings.keys.flatMap { endings(of: $0).dropFirst() })
    return spellings.filter { !short.contains($0.key) }.sorted { $0.value < $1.value }.map { words, name in
      let all = endings(of: words).reduce(into: Set<Int>()) { $0.formUnion(points[$1] ?? []) }
      return (name, all.sorted().map { keyPoints[$0].label })
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
    var recorded: [[[UInt8]]: [Reply.Course]] = [:]
    for reply in replies {
      for ending in endings(of: nameWords(reply.person)) {
        recorded[ending, default: []].append(reply.course)
      }
    }
    return accusedByName.compactMap { accused in
      let courses = recorded[nameWords(accused.person)] ?? []
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

/// The names by which a person told in full is told as well, the longest first: "Jane Smith", "Smith".
private func endings(of name: [[UInt8]]) -> [[[UInt8]]] { name.indices.map { Array(name[$0...]) } }

/// Where the key points that are there stand, and what bears them out, to be asked for one sentence after the other.
private struct KeyPointPlaces {
  private var places: [(span: Span, keyPoint: Int)]
  /// How far the places up to each one reach.
  private var reach: [Int] = []

  init(_ keyPoints: [KeyPoint]) {
    places = keyPoints.enumerated().filter { !$0.element.gone }.flatMap { index, keyPoint in
      keyPoint.places.map { (span: $0, keyPoint: index) }
    }.sorted { $0.span < $1.span }
    var furthest = 0
    for place in places {
      furthest = max(furthest, place.span.end)
      reach.append(furthest)
    }
  }

  func overlapping(_ span: Span) -> [Int] {
    var (low, high) = (0, reach.count)
    while low < high {
      let middle = (low + high) / 2
      if reach[middle] > span.start { high = middle } else { low = middle + 1 }
    }
    return places[low...].prefix { $0.span.start < span.end }.filter { $0.span.overlaps(span) }.map(
      \.keyPoint)
  }
}

private func nameWords(_ name: String) -> [[UInt8]] {
  comparableWords(name).split(separator: " ").map { foldedName(String($0)) }
}
