import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Reminders before and after what is due")
struct ReminderTests {
  private let ops = Actor.operator(user: "test")

  /// A story on a desk that wants the fact read within so many hours, and when it was filed.
  private func withHours(
    _ hours: Int, and more: String = "", _ body: (House, _ filed: String) async throws -> Void
  ) async throws {
    try await withHouse { house in
      let yaml =
        Policy.defaultYAML.replacing(
          "  fact: {approvals: 1}\n", with: "  fact: {approvals: 1, within: \(hours)}\n")
        + "\n\(more)\n"
      _ = try await house.newsroom.setPolicy(yaml, of: "main", by: ops)
      let filed = try await house.file(story()).draft.filedAt
      try await body(house, filed)
    }
  }

  private func lookAt(_ house: House) async throws -> String? {
    try await house.database.read { tx in
      try tx.first("select rfc3339(look_at) from drafts where slug = 'harbour'", as: (String?).self) ?? nil
    }
  }

  @Test("A read is reminded of an hour before and when it was due, each once, with who can give it")
  func reads() async throws {
    try await withHours(8) { house, filed in
      func remind(_ minutes: Int) async throws -> [Reminder] {
        try await house.newsroom.remind(asOf: try await house.later(minutes, than: filed))
      }
      #expect(try await lookAt(house) == (try await house.later(7 * 60, than: filed)))
      #expect(try await remind(7 * 60 - 1).isEmpty)
      #expect(try await remind(7 * 60).map(\.labels) == [["K1", "K2", "K3"]])
      #expect(try await remind(7 * 60 + 1).isEmpty)
      try await house.sign(["K1"])
      // What was done meanwhile is not spoken of.
      #expect(try await remind(8 * 60).map(\.labels) == [["K2", "K3"]])
      #expect(try await remind(9 * 60).isEmpty)
      #expect(try await lookAt(house) == nil)
      let told = try await house.told("reminder-before", "reminder-after")
      #expect(told.map(\.event) == ["reminder-before", "reminder-after"])
      #expect(
        told.first?.facts == [
          "draft": "harbour", "for": "read", "read": "fact", "labels": "K1 K2 K3",
          "due": try await house.later(8 * 60, than: filed), "who": "ben dov flo",
        ])
      #expect(try await house.rows()["reminders"] == 5)
    }
  }

  @Test("Of a short deadline it is a quarter of the time before")
  func short() async throws {
    try await withHours(2) { house, filed in
      let (early, before) = (try await house.later(89, than: filed), try await house.later(90, than: filed))
      #expect(try await house.newsroom.remind(asOf: early).isEmpty)
      #expect(try await house.newsroom.remind(asOf: before).map(\.event) == [.before])
    }
  }

  @Test("After a long pause only what is late is said, not what would have been said before")
  func pause() async throws {
    try await withHours(8) { house, filed in
      let later = try await house.later(100 * 60, than: filed)
      #expect(try await house.newsroom.remind(asOf: later).map(\.event) == [.after])
      #expect(try await house.newsroom.remind(asOf: later).isEmpty)
    }
  }

  @Test("Nothing is said of what was done, ended or published, nor where no hours are set", arguments: 0..<4)
  func silence(what: Int) async throws {
    try await withHours(8) { house, filed in
      switch what {
      case 0: try await house.sign()
      case 1: _ = try await house.api("dov").spike("harbour", reason: "cold", key: "1")
      case 2:
        try await house.sign()
        try await house.publish()
      default:
        _ = try await house.newsroom.setPolicy(Policy.defaultYAML, of: "main", by: ops)
        try await house.file(story(), draft: "harbour")
      }
      #expect(try await lookAt(house) == nil)
      #expect(try await house.newsroom.remind(asOf: "2999-01-01T00:00:00Z").isEmpty)
      #expect(try await house.told("reminder-before", "reminder-after").isEmpty)
    }
  }

  @Test("Words that are filed anew have a time of their own, and are reminded of anew")
  func revised() async throws {
    try await withHours(8) { house, filed in
      _ = try await house.newsroom.remind(asOf: try await house.later(7 * 60, than: filed))
      let again = try await house.file(
        story { $0.keyPoints[1] = "The damage came to 49 million euros." }, draft: "harbour"
      ).draft.filedAt
      let due = try await house.newsroom.remind(asOf: try await house.later(8 * 60, than: again))
      #expect(due.filter { $0.labels == ["K2"] }.map(\.event) == [.after])
      #expect(Set(due.flatMap(\.labels)) == ["K1", "K2", "K3"])
    }
  }

  @Test("Whoever stands in for somebody who is away is told besides")
  func deputies() async throws {
    try await withHours(8) { house, filed in
      _ = try await house.api("ben").setAway(
        AwayRequest(until: try await house.dayAhead(9), deputy: "sam"), key: "1")
      _ = try await house.newsroom.remind(asOf: try await house.later(7 * 60, than: filed))
      #expect(try await house.told("reminder-before").map { $0.facts["who"] } == ["ben sam dov flo"])
    }
  }

  @Test("Eight services at once give each reminder once")
  func atOnce() async throws {
    try await withHours(8) { house, filed in
      for number in 1...5 { try await house.file(story(), .init(slug: "d\(number)")) }
      let newsroom = house.newsroom
      let later = try await house.later(9 * 60, than: filed)
      let given = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 1...8 { group.addTask { try await newsroom.remind(asOf: later).count } }
        return try await group.reduce(0, +)
      }
      #expect(given == 6)
      #expect(try await house.told("reminder-after").count == 6)
      #expect(try await house.rows()["reminders"] == 18)
    }
  }

  @Test("Only drafts whose moment has come are looked at")
  func onlyDue() async throws {
    try await withHours(8) { house, filed in
      // Had it been looked at, its own moment would have been written anew.
      try await house.database.write { tx in try tx.run("update drafts set look_at = '2999-01-01'") }
      #expect(try await house.newsroom.remind(asOf: try await house.later(7 * 60, than: filed)).isEmpty)
      #expect(try await lookAt(house)?.hasPrefix("2999") == true)
    }
  }

  @Test("The read that follows breaking news is reminded of by its reader, until it is given")
  func owed() async throws {
    try await withHours(8, and: "publishThenRead: {read: fact, hours: 4, tags: [breaking]}") { house, _ in
      try await house.file(story { $0.front = "tags: [breaking]" }, .init(slug: "flash"))
      _ = try await house.api("dov").publish(
        "flash", PublicationRequest(on: nil, override: nil, reason: nil, revision: nil, reader: "ben"),
        key: "1")
      let out = try await house.database.read { tx in
        try tx.first("select rfc3339(at) from owed_reads", as: String.self)
      }
      let at = try #require(out)
      func remind(_ minutes: Int) async throws -> [Reminder] {
        try await house.newsroom.remind(asOf: try await house.later(minutes, than: at))
      }
      #expect(try await remind(179).isEmpty)
      let before = try await remind(180)
      #expect(before.map(\.task) == [.owed] && before.map(\.who) == [["ben"]])
      try await house.sign(of: "flash")
      #expect(try await remind(240).filter { $0.task == .owed }.isEmpty)
    }
  }

  @Test("The review of an override is reminded of on its day, and not once it is given")
  func reviews() async throws {
    try await withHouse { house in
      try await house.newsroom.addMember("flo", name: nil, desk: "main", roles: [.editor], by: ops)
      try await house.file(story())
      try await house.publish(override: true, reason: "it is out")
      var due = try await house.today().adding(days: 1)
      while due.weekday == .saturday || due.weekday == .sunday { due = due.adding(days: 1) }
      let close = try await house.instant("\(due)T18:00")
      #expect(try await house.newsroom.remind(asOf: try await house.later(-61, than: close)).isEmpty)
      let before = try await house.newsroom.remind(asOf: try await house.later(-60, than: close))
      #expect(
        before.map(\.task) == [.review] && before.map(\.labels) == [["r1"]] && before.map(\.who) == [["flo"]])
      _ = try await house.api("flo").reviewOverride(
        "harbour", ReviewRequest(upheld: true, note: "on record"), key: "1")
      #expect(try await house.newsroom.remind(asOf: close).isEmpty)
      #expect(try await house.told("reminder-before").map { $0.facts["for"] } == ["review"])
    }
  }

  @Test("No word of the draft or of the legal read is in a reminder")
  func noWords() async throws {
    try await withHours(8, and: "") { house, filed in
      try await house.sign(["K1"], by: "lea", .hold, read: .legal, reason: "the settlement forbids it")
      _ = try await house.newsroom.remind(asOf: try await house.later(9 * 60, than: filed))
      let entries = try await house.api("ana").log(of: "harbour").value.entries.filter { $0.act == "remind" }
      #expect(!entries.isEmpty)
      let told = try await house.told("reminder-before", "reminder-after").flatMap(\.facts.values)
      for word in ["settlement", "warehouse", "million", "pump"] {
        #expect(!entries.contains { $0.says.contains(word) } && !told.contains { $0.contains(word) })
      }
    }
  }
}
