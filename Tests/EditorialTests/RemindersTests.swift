import Testing
import TextAnalysis

@testable import Editorial

@Suite("Reminders")
struct RemindersTests {
  private func at(_ time: String) -> String { "2024-07-\(time):00.000000Z" }

  private func deadline(
    _ labels: [String] = ["K1", "K2"], since: String = "15T06:00", due: String = "15T18:00",
    task: Deadline.Task = .read, read: Read? = .fact
  ) -> Deadline {
    Deadline(task: task, read: read, labels: labels, since: at(since), due: at(due), who: ["ben"])
  }

  @Test(
    "Beforehand is an hour before, or a quarter of the time where that is shorter",
    arguments: [
      ("15T06:00", "15T17:00"), ("15T14:00", "15T17:00"), ("15T15:00", "15T17:15"), ("15T16:00", "15T17:30"),
      ("15T17:00", "15T17:45"), ("15T18:00", "15T18:00"), ("15T19:00", "15T18:00"), ("10T06:00", "15T17:00"),
    ])
  func beforehand(since: String, expected: String) {
    #expect(deadline(since: since).before == at(expected))
  }

  @Test(
    "Minutes are counted back over hours, days and years",
    arguments: [
      ("2024-07-15T18:00:30.5Z", 15, "2024-07-15T17:45:30.5Z"),
      ("2024-07-15T00:30:00Z", 60, "2024-07-14T23:30:00Z"),
      ("2025-01-01T00:00:00Z", 1, "2024-12-31T23:59:00Z"),
      ("2024-07-15T18:00:00Z", 0, "2024-07-15T18:00:00Z"),
      ("2024-07-15T18:00:00Z", 1_440, "2024-07-14T18:00:00Z"),
      ("2024-07-15T18:00:00Z", 525_600, "2023-07-16T18:00:00Z"),
    ])
  func countedBack(from: String, minutes: Int, expected: String) {
    #expect(instant(minutes, minutesBefore: from) == expected)
  }

  @Test(
    "What is no instant has none before it",
    arguments: ["", "tomorrow", "2024-07-15", "2024-07-15T18:00:00+01:00"])
  func noInstant(written: String) {
    #expect(instant(1, minutesBefore: written) == nil)
    #expect(instant(-1, minutesBefore: "2024-07-15T18:00:00Z") == nil)
  }

  @Test(
    "Each is given in its time: nothing early, one beforehand, one afterwards, none beforehand when it is too late",
    arguments: [
      ("15T16:59", []), ("15T17:00", [Reminder.Event.before]), ("15T17:59", [.before]),
      ("15T18:00", [.after]),
      ("20T00:00", [.after]),
    ] as [(String, [Reminder.Event])])
  func given(now: String, events: [Reminder.Event]) {
    #expect(reminders(of: [deadline()], given: [], now: at(now)).map(\.event) == events)
  }

  @Test("What was given is not given again, for a label that came later it is, and for another day too")
  func once() {
    let first = reminders(of: [deadline(["K1"])], given: [], now: at("15T17:00"))
    let given = Set(first.flatMap(\.subjects))
    #expect(given == [Reminder.Given(subject: "fact K1", due: at("15T18:00"), event: .before)])
    #expect(reminders(of: [deadline(["K1"])], given: given, now: at("15T17:30")).isEmpty)
    #expect(reminders(of: [deadline()], given: given, now: at("15T17:30")).map(\.labels) == [["K2"]])
    #expect(reminders(of: [deadline()], given: given, now: at("15T18:00")).map(\.labels) == [["K1", "K2"]])
    let later = deadline(["K1"], due: "16T18:00")
    #expect(reminders(of: [later], given: given, now: at("16T17:00")).map(\.labels) == [["K1"]])
  }

  @Test("Reads, owed reads and reviews of the same place are reminded of separately")
  func subjects() {
    let all = [
      deadline(["K1"]), deadline(["K1"], read: .legal), deadline(["K1"], task: .owed),
      deadline(["r2"], task: .review, read: nil),
    ]
    let due = reminders(of: all, given: [], now: at("15T18:00"))
    #expect(due.flatMap(\.subjects).map(\.subject) == ["fact K1", "legal K1", "owed fact K1", "review r2"])
    #expect(
      due.map(\.says) == [
        "The fact read of K1 was due at 2024-07-15 18:00 UTC: ben.",
        "The legal read of K1 was due at 2024-07-15 18:00 UTC: ben.",
        "The fact read of K1 that follows publication was due at 2024-07-15 18:00 UTC: ben.",
        "The review of the override of r2 was due at 2024-07-15 18:00 UTC: ben.",
      ])
  }

  @Test("The next look is at the first reminder that is to come, and there is none after the last")
  func look() {
    let both = [deadline(["K1"]), deadline(["K2"], due: "16T18:00")]
    #expect(nextLook(at: both, given: [], now: at("15T12:00")) == at("15T17:00"))
    var given: Set<Reminder.Given> = []
    for (now, next) in [
      ("15T17:00", "15T18:00"), ("15T18:00", "16T17:00"), ("16T17:00", "16T18:00"), ("16T18:00", nil),
    ] as [(String, String?)] {
      given.formUnion(reminders(of: both, given: given, now: at(now)).flatMap(\.subjects))
      #expect(nextLook(at: both, given: given, now: at(now)) == next.map { at($0) }, "\(now)")
    }
    #expect(nextLook(at: [], given: [], now: at("15T12:00")) == nil)
  }

  @Test("A read has a deadline where the policy sets hours, while it is lacking and the draft is under way")
  func reads() throws {
    let hours = try policy("  fact: {approvals: 1}", "  fact: {approvals: 1, within: 8}")
    let open = aDraft(policy: hours).readDeadlines
    #expect(
      open == [
        Deadline(
          task: .read, read: .fact, labels: ["K1"], since: "2024-07-13T18:20:00.000000Z",
          due: "2024-07-14T02:20:00.000000Z", who: ["ben", "cleo", "dov"])
      ])
    #expect(aDraft().readDeadlines == [])
    #expect(aDraft(keyPoints: [aKeyPoint(signOffs: [aSignOff()])], policy: hours).readDeadlines == [])
    #expect(aDraft(end: ended(.spiked), policy: hours).readDeadlines == [])
    #expect(aDraft(live: LiveRevision(revision: 1, on: day("2024-07-14")), policy: hours).readDeadlines == [])
    // Where nobody can give it, the chiefs hear of it.
    #expect(
      aDraft(keyPoints: [aKeyPoint(from: aRevision(by: dov))], policy: hours, members: [dov]).readDeadlines
        .map(\.who) == [["dov"]])
  }

  @Test("Whoever stands in is told besides, once, and only while the other is away")
  func deputies() {
    let away = [
      Absence(member: "ben", until: day("2024-07-15"), deputy: "lea"),
      Absence(member: "cleo", until: day("2024-07-14"), deputy: "sam"),
      Absence(member: "dov", until: day("2024-07-20"), deputy: nil),
      Absence(member: "flo", until: day("2024-07-20"), deputy: "ben"),
    ]
    #expect(
      withDeputies(["ben", "cleo", "dov", "flo"], away, on: day("2024-07-15")) == [
        "ben", "lea", "cleo", "dov", "flo",
      ])
  }
}
