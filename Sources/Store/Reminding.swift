import Editorial
import Postgres
import TextAnalysis

extension Newsroom {
  /// Writes an event for each reminder that is due: before something has to be done, and once it had to be. Each is given
  /// once, and none for what was done meanwhile. Looks at drafts whose moment has come, and at no others.
  ///
  /// - Parameter instant: the moment to do it for, RFC 3339; now when nil.
  public func remind(asOf instant: String? = nil) async throws -> [Reminder] {
    let due = try await read { tx in
      try tx.all(
        "select slug from drafts where look_at <= coalesce(\(instant)::timestamptz, now()) order by look_at, id",
        as: String.self)
    }
    return try await eachAlone(due) { try await remind($0, asOf: instant) }.flatMap(\.self)
  }

  private func remind(_ slug: String, asOf instant: String?) async throws -> [Reminder]? {
    try await write { tx in
      let draft = try tx.lockDraft(slug, asOf: instant)
      let due = reminders(
        of: try tx.deadlines(of: draft), given: try tx.remindersGiven(of: draft.id), now: draft.schedule.now)
      let away = try tx.absences(for: draft)
      for reminder in due {
        for given in reminder.subjects {
          try tx.run(
            """
            insert into reminders (draft_id, subject, due_at, event)
            values (\(draft.id), \(given.subject), \(given.due)::timestamptz, \(given.event))
            """)
        }
        var facts = [
          "draft": slug, "for": reminder.task.rawValue, "labels": reminder.labels.joined(separator: " "),
          "due": reminder.due,
          "who": withDeputies(reminder.who, away, on: draft.today).joined(separator: " "),
        ]
        facts["read"] = reminder.read?.rawValue
        try tx.journal(
          .draft(draft.id), by: .system(part: "schedule"), "remind", says: reminder.says, facts: facts,
          event: reminder.event.rawValue)
      }
      try tx.project(draft)
      return due
    }
  }
}

/// A day is over, for a reminder, when people go home: newsroom time. No standard says so.
private let closeOfDay = "18:00"

extension Transaction {
  /// When to look for reminders of a draft next.
  func nextLook(at draft: Draft) throws -> String? {
    let deadlines = try deadlines(of: draft)
    return Editorial.nextLook(
      at: deadlines, given: deadlines.isEmpty ? [] : try remindersGiven(of: draft.id), now: draft.schedule.now
    )
  }

  /// What people have to do about a draft by an instant. Nothing once it ended.
  fileprivate func deadlines(of draft: Draft) throws -> [Deadline] {
    guard draft.end == nil else { return [] }
    return draft.readDeadlines + (try owedDeadlines(of: draft)) + (try reviewDeadlines(of: draft))
  }

  private func owedDeadlines(of draft: Draft) throws -> [Deadline] {
    guard draft.live != nil else { return [] }
    return try all(
      """
      select o.read, m.handle, rfc3339(o.at), rfc3339(o.due_at) from owed_reads o
      join drafts d on d.id = o.draft_id join members m on m.id = o.member_id
      where o.draft_id = \(draft.id) and o.revision_id = d.live_revision_id order by o.id
      """, as: (Read, String, String, String).self
    ).compactMap { read, handle, since, due in
      let labels = draft.mayFollow.filter { $0.who.contains(handle) }.flatMap(\.about)
      return labels.isEmpty
        ? nil : Deadline(task: .owed, read: read, labels: labels, since: since, due: due, who: [handle])
    }
  }

  private func reviewDeadlines(of draft: Draft) throws -> [Deadline] {
    guard draft.live != nil else { return [] }
    return try overridesToReview("o.draft_id = \(draft.id)").compactMap { one in
      let due = try first(
        "select rfc3339((\(one.due)::date + \(closeOfDay)::time) at time zone time_zone) from newsroom",
        as: String.self)
      let who = draft.members.filter { one.mayBeReviewed(by: $0, under: draft.policy) }.map(\.handle)
      return due.map {
        Deadline(
          task: .review, read: nil, labels: ["r\(one.revision)"], since: one.at, due: $0, who: who)
      }
    }
  }

  fileprivate func remindersGiven(of draft: Int64) throws -> Set<Reminder.Given> {
    Set(
      try all(
        "select subject, rfc3339(due_at), event from reminders where draft_id = \(draft)",
        as: (String, String, Reminder.Event).self
      ).map { Reminder.Given(subject: $0.0, due: $0.1, event: $0.2) })
  }
}
