import TextAnalysis

/// Something that people have to do by an instant. Labels and handles, no words of the draft.
public struct Deadline: Hashable, Sendable {
  public enum Task: String, Hashable, Sendable {
    /// A read that is asked for before publication.
    case read
    /// A read that was promised when the story went out.
    case owed
    /// The review of an override.
    case review
  }

  public let task: Task
  public let read: Read?
  /// Labels of key points; of a review the revision, such as `r2`.
  public let labels: [String]
  /// When the time began to run, and when it is over: RFC 3339, UTC.
  public let since: String
  public let due: String
  /// Handles of those who can do it.
  public let who: [String]

  public init(task: Task, read: Read?, labels: [String], since: String, due: String, who: [String]) {
    self.task = task
    self.read = read
    self.labels = labels
    self.since = since
    self.due = due
    self.who = who
  }

  /// What a reminder is about, each given once: "fact K1", "owed fact K1", "review r2".
  func subject(_ label: String) -> String {
    let read = read?.rawValue ?? ""
    return switch task {
    case .read: "\(read) \(label)"
    case .owed: "owed \(read) \(label)"
    case .review: "review \(label)"
    }
  }

  /// An hour before it is due, or a quarter of the time where that is shorter.
  var before: String? {
    guard let time = minutes(from: since, to: due) else { return nil }
    return instant(min(60, max(0, time / 4)), minutesBefore: due)
  }

  /// When to give a reminder; nil when it is too late for one beforehand.
  func moment(of event: Reminder.Event, now: String) -> String? {
    switch event {
    case .before: due <= now ? nil : before
    case .after: due
    }
  }
}

/// What people are told before something is due, and once it was and is not done.
public struct Reminder: Hashable, Sendable {
  public enum Event: String, CaseIterable, Hashable, Sendable {
    case before = "reminder-before"
    case after = "reminder-after"
  }

  /// One that was given.
  public struct Given: Hashable, Sendable {
    public let subject: String
    public let due: String
    public let event: Event
    public init(subject: String, due: String, event: Event) {
      self.subject = subject
      self.due = due
      self.event = event
    }
  }

  public let event: Event
  public let task: Deadline.Task
  public let read: Read?
  public let labels: [String]
  public let due: String
  public let who: [String]
  /// What is written down, so that it is not given again.
  public let subjects: [Given]

  /// As the journal tells it.
  public var says: String {
    let what =
      switch task {
      case .read: "The \(read?.rawValue ?? "") read of \(list(labels, "and"))"
      case .owed: "The \(read?.rawValue ?? "") read of \(list(labels, "and")) that follows publication"
      case .review: "The review of the override of \(list(labels, "and"))"
      }
    return
      "\(what) \(event == .before ? "is" : "was") due at \(due.prefix(10)) \(due.dropFirst(11).prefix(5)) UTC: "
      + "\(who.isEmpty ? "nobody can do it" : list(who, "or"))."
  }
}

/// The reminders to give now. What was given is not given again, and what is not in `deadlines` any more was done.
public func reminders(of deadlines: [Deadline], given: Set<Reminder.Given>, now: String) -> [Reminder] {
  deadlines.flatMap { deadline in
    Reminder.Event.allCases.compactMap { event in
      guard let moment = deadline.moment(of: event, now: now), moment <= now else { return nil }
      let open = deadline.labels.filter { label in
        !given.contains(
          Reminder.Given(subject: deadline.subject(label), due: deadline.due, event: event))
      }
      guard !open.isEmpty else { return nil }
      return Reminder(
        event: event, task: deadline.task, read: deadline.read, labels: open, due: deadline.due,
        who: deadline.who,
        subjects: open.map {
          Reminder.Given(subject: deadline.subject($0), due: deadline.due, event: event)
        })
    }
  }
}

/// When to look at a draft next; nil when nothing will be due.
public func nextLook(at deadlines: [Deadline], given: Set<Reminder.Given>, now: String) -> String? {
  deadlines.flatMap { deadline in
    Reminder.Event.allCases.compactMap { event -> String? in
      let isGiven = deadline.labels.allSatisfy {
        given.contains(Reminder.Given(subject: deadline.subject($0), due: deadline.due, event: event))
      }
      return isGiven ? nil : deadline.moment(of: event, now: now)
    }
  }.min()
}

extension Draft {
  /// Reads with hours that are still lacking, while the latest revision is under way.
  public var readDeadlines: [Deadline] {
    guard end == nil, live?.revision != latest.number else { return [] }
    return missing.compactMap { missing in
      guard let read = missing.read, let due = missing.due else { return nil }
      let filed = keyPoints.filter { missing.about.contains($0.label) }.flatMap(\.revisions).map(\.filedAt)
        .max()
      let chiefs = members.filter { $0.roles.contains(.chief) }.map(\.handle)
      return Deadline(
        task: .read, read: read, labels: missing.about, since: filed ?? latest.filedAt, due: due,
        who: missing.who.isEmpty ? chiefs : missing.who)
    }
  }
}

/// The same people, and after each who is away whoever stands in.
public func withDeputies(_ handles: [String], _ away: [Absence], on day: CivilDate) -> [String] {
  var all: [String] = []
  for handle in handles {
    let deputy = away.first { $0.member == handle && $0.isAway(on: day) }?.deputy
    for one in [handle] + (deputy.map { [$0] } ?? []) where !all.contains(one) { all.append(one) }
  }
  return all
}
