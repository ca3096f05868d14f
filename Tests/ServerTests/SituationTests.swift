import Client
import Editorial
import Store
import Testing
import TextAnalysis
import Wire

/// Nights and afternoons that newsrooms know, played through the service.
@Suite("Situations")
struct SituationTests {
  private func withPolicy(
    _ more: String, preset: String = "default", _ body: (House) async throws -> Void
  ) async throws {
    let yaml = try #require(Policy.presets.first { $0.name == preset }).yaml
    try await withHouse { house in
      _ = try await house.newsroom.setPolicy(yaml + "\n" + more + "\n", of: "main", by: .operator(user: "t"))
      try await body(house)
    }
  }

  static let lied = "Two former teachers said Peter Quill had altered the records."

  private func school() -> Story {
    story {
      $0.body =
        "Peter Quill is the head of the school. The school opened in 1990. \(Self.lied) Exams begin in May."
      $0.keyPoints = ["The school opened in 1990."]
    }
  }

  @Test("The allegation that nobody listed: not ready until it is a key point or somebody says why not")
  func allegation() async throws {
    try await withPolicy("coverage: true") { house in
      try await house.file(school())
      let signed = try await house.sign().draft
      #expect(signed.state == .inReview)
      #expect(signed.missing.map(\.says).contains { $0.contains("accuses Peter Quill") })
      let author = await refusal {
        try await house.api("ana").waive("harbour", WaiverRequest(sentence: Self.lied, reason: "x"), key: "1")
      }
      #expect(author?.status == 403)
      let other = await refusal {
        try await house.api("dov").waive(
          "harbour", WaiverRequest(sentence: "It rained.", reason: "x"), key: "2")
      }
      #expect(other?.status == 404)
      let waived = try await house.api("dov").waive(
        "harbour", WaiverRequest(sentence: Self.lied, reason: "read out in court"), key: "3"
      ).value.draft
      #expect(waived.state == .ready)
      // As a key point it is signed like any other.
      let listed = try await house.file(
        Story(
          body: school().body.replacing("altered", with: "forged"),
          keyPoints: ["The school opened in 1990.", "Peter Quill is said to have forged the records."]),
        draft: "harbour"
      ).draft
      #expect(listed.missing.map(\.about) == [["K2"]])
      #expect(try await house.sign(["K2"], revision: 2).draft.state == .ready)
    }
  }

  @Test(
    "Advice, and a letter before action: others see that it is held, two publish against it, no word is asked for"
  )
  func againstTheLegalRead() async throws {
    try await withPolicy("againstLegal: 2") { house in
      try await house.newsroom.addMember(
        "flo", name: nil, desk: "main", roles: [.editor], by: .operator(user: "t"))
      try await house.file(story())
      try await house.sign()
      try await house.sign(["K1"], by: "lea", .hold, read: .legal, reason: "the settlement forbids it")
      #expect(try await house.show(as: "ana").missing.map(\.says).joined().contains("held by the legal read"))
      let override = await refusal {
        try await house.api("dov").publish(
          "harbour", PublicationRequest(on: nil, override: true, reason: "now", revision: nil), key: "1")
      }
      #expect(override?.type == "/problems/against-legal")
      _ = try await house.api("dov").agreeAgainstLegal("harbour", key: "2")
      let twice = await refusal { try await house.api("dov").agreeAgainstLegal("harbour", key: "3") }
      #expect(twice?.status == 409)
      let reporter = await refusal { try await house.api("ana").agreeAgainstLegal("harbour", key: "4") }
      #expect(reporter?.status == 403)
      #expect(try await house.show().state == .inReview)
      _ = try await house.api("flo").agreeAgainstLegal("harbour", key: "5")
      #expect(try await house.show().state == .ready)
      let published = try await house.api("dov").publish(
        "harbour", PublicationRequest(on: nil, override: nil, reason: nil, revision: nil), key: "6"
      ).value
      #expect(published.draft.state == .published)
      let log = try await house.api("ana").log(of: "harbour").value.entries.map(\.says).joined()
      #expect(!log.contains("settlement"))
    }
  }

  @Test("Who agreed against the legal read agreed to the words that stood there, not to what comes next")
  func agreementsAreForWords() async throws {
    try await withPolicy("againstLegal: 2") { house in
      try await house.newsroom.addMember(
        "flo", name: nil, desk: "main", roles: [.editor], by: .operator(user: "t"))
      try await house.file(story())
      try await house.sign()
      try await house.sign(["K1"], by: "lea", .hold, read: .legal, reason: "wait")
      _ = try await house.api("dov").agreeAgainstLegal("harbour", key: "1")
      _ = try await house.api("flo").agreeAgainstLegal("harbour", key: "2")
      #expect(try await house.show().state == .ready)
      try await house.file(story { $0.keyPoints[0] = "Four warehouses burned down." }, draft: "harbour")
      let after = try await house.sign(["K1"], by: "ben", revision: 2).draft
      #expect(after.missing.map(\.says).joined().contains("held by the legal read"))
      #expect(after.state == .inReview)
    }
  }

  @Test(
    "No reply asked: nine minutes are nine minutes, silence is no answer, and somebody may say why nobody asked"
  )
  func reply() async throws {
    try await withPolicy("reply: {hours: 24}") { house in
      try await house.file(school())
      try await house.sign()
      let ana = try house.api("ana")
      #expect(
        try await house.show().missing.map(\.says).joined().contains("record when and how they were asked"))
      _ = try await ana.recordReply(
        "harbour",
        ReplyRequest(
          person: "Peter Quill", asked: "2024-07-13T17:31:00Z", how: "a form on a website",
          until: "2024-07-13T17:40:00Z"), key: "1")
      #expect(try await house.show().missing.map(\.says).joined().contains("9 minutes"))
      let author = await refusal {
        try await ana.recordReply("harbour", ReplyRequest(person: "Peter Quill", whyNot: "late"), key: "2")
      }
      #expect(author?.status == 403)
      let half = await refusal {
        try await ana.recordReply("harbour", ReplyRequest(person: "Peter Quill", how: "mail"), key: "3")
      }
      #expect(half?.type == "/problems/reply")
      for (asked, until) in [
        ("2999-01-01T00:00:00Z", "2999-01-02T00:00:00Z"), ("2024-07-12T17:31:00Z", "2999-01-01T00:00:00Z"),
      ] {
        let early = await refusal {
          try await ana.recordReply(
            "harbour",
            ReplyRequest(person: "Peter Quill", asked: asked, how: "mail", until: until, noAnswer: true),
            key: "e\(asked)")
        }
        #expect(early?.type == (asked.hasPrefix("2999") ? "/problems/future" : "/problems/reply"))
      }
      for odd in ["2024-07-13T17:31:99Z", "2024-07-13T17:31:00+16:00", "2024-02-30T17:31:00Z", "now"] {
        let bad = await refusal {
          try await ana.recordReply(
            "harbour", ReplyRequest(person: "Peter Quill", asked: odd, how: "mail", until: odd),
            key: "o\(odd.count)")
        }
        #expect(bad?.status == 422, "\(odd)")
      }
      let absent = await refusal {
        try await ana.recordReply(
          "harbour",
          ReplyRequest(
            person: "Peter Quill", asked: "2024-07-12T17:31:00Z", how: "mail", until: "2024-07-13T17:40:00Z",
            answer: "Mr Quill denies it"), key: "4")
      }
      #expect(absent?.status == 404)
      _ = try await house.api("dov").recordReply(
        "harbour", ReplyRequest(person: "Peter Quill", whyNot: "he died in May"), key: "5")
      #expect(try await house.show().state == .ready)
    }
  }

  @Test("Breaking news is published and then read: a named person owes it, and it is no override")
  func publishThenRead() async throws {
    try await withPolicy("publishThenRead: {read: fact, hours: 4, tags: [breaking]}") { house in
      try await house.file(story { $0.front = "tags: [breaking]" })
      let nobody = await refusal {
        try await house.api("dov").publish(
          "harbour", PublicationRequest(on: nil, override: nil, reason: nil, revision: nil), key: "1")
      }
      #expect(nobody?.type == "/problems/reader")
      let published = try await house.api("dov").publish(
        "harbour", PublicationRequest(on: nil, override: nil, reason: nil, revision: nil, reader: "ben"),
        key: "2"
      ).value.draft
      #expect(published.state == .published)
      let owed = try await house.api("ben").queue().value.waiting
      #expect(owed.map(\.kind) == [.owed])
      #expect(owed[0].about == ["K1", "K2", "K3"])
      let acts = try await house.api("ana").log(of: "harbour").value.entries.map(\.act)
      #expect(acts.last == "publish")
      try await house.sign()
      #expect(try await house.api("ben").queue().value.waiting.isEmpty)
    }
  }

  @Test("Copy of an agency needs one read on the basis wire")
  func wire() async throws {
    try await withPolicy("wire: {read: desk}") { house in
      try await house.file(story { $0.front = "wire: Example Wire" })
      #expect(try await house.show().missing.map(\.read) == [.desk])
      #expect(try await house.sign(by: "dov", read: .desk).draft.state == .ready)
    }
  }

  @Test(
    "A draft is judged by the version of the policy that it was filed with; the next revision by the latest")
  func versions() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      let yaml = Policy.defaultYAML.replacing("  fact: {approvals: 1}", with: "  fact: {approvals: 2}")
      let set = try await house.newsroom.setPolicy(yaml, of: "main", by: .operator(user: "t"))
      #expect(set.version == 2)
      await #expect(throws: Refusal.self) {
        _ = try await house.newsroom.setPolicy(yaml, of: "main", by: .operator(user: "t"))
      }
      await #expect(throws: Refusal.self) {
        _ = try await house.newsroom.setPolicy("keyPoints: many", of: "main", by: .operator(user: "t"))
      }
      #expect(try await house.show().state == .ready)
      #expect(try await house.show().policy == "main v1")
      let compared = try await house.newsroom.comparisons(
        with: try Policy(yaml: yaml), onLast: 10, of: "main")
      #expect(compared.map(\.draft) == ["harbour"])
      #expect(!compared[0].lines.isEmpty)
      let next = try await house.file(story { $0.body += " It rained." }, draft: "harbour").draft
      #expect(next.policy == "main v2")
      #expect(next.state == .inReview)
      #expect(try await house.newsroom.policy(of: "main", version: 1).yaml == Policy.defaultYAML)
      #expect(try await house.newsroom.policy(of: "main").version == 2)
    }
  }

  @Test("An override is reviewed by somebody else by the next working day, and stays in the queue until then")
  func overrideReview() async throws {
    try await withHouse { house in
      try await house.newsroom.addMember(
        "flo", name: nil, desk: "main", roles: [.editor], by: .operator(user: "t"))
      try await house.file(story())
      _ = try await house.api("dov").publish(
        "harbour", PublicationRequest(on: nil, override: true, reason: "a storm warning", revision: nil),
        key: "1")
      #expect(try await house.api("dov").queue().value.waiting.map(\.kind).contains(.review) == false)
      let waiting = try await house.api("flo").queue().value.waiting
      #expect(waiting.map(\.kind) == [.review])
      let own = await refusal {
        try await house.api("dov").reviewOverride(
          "harbour", ReviewRequest(upheld: true, note: "right"), key: "2")
      }
      #expect(own?.status == 403)
      _ = try await house.api("flo").reviewOverride(
        "harbour", ReviewRequest(upheld: false, note: "a call would have done"), key: "3")
      #expect(try await house.api("flo").queue().value.waiting.isEmpty)
      let again = await refusal {
        try await house.api("flo").reviewOverride("harbour", ReviewRequest(upheld: true, note: "x"), key: "4")
      }
      #expect(again?.status == 404)
    }
  }

  @Test(
    "A review is due on the next working day",
    arguments: [("2026-11-20", "2026-11-23"), ("2026-11-21", "2026-11-23"), ("2026-11-23", "2026-11-24")])
  func reviewDue(on: String, due: String) throws {
    let one = OverrideToReview(
      publication: 1, draft: "a", revision: 1, byMember: 1, by: "dov", reason: "x", at: "",
      on: try #require(CivilDate(on)))
    #expect(one.due.description == due)
  }

  @Test(
    "Slips and false alarms: a weekday, a sum and an age are shown with what is right, and nothing else is")
  func slips() async throws {
    try await withHouse { house in
      let filed = try await house.file(
        story {
          $0.body = """
            The fire began on Tuesday, July 12, 2024, at the pier. Four people, two women and three men, were hurt.
            Jonas Reed, aged 42, born in 1979, is the captain.

            The season was scheduled to start on 9 September 2020. He would later become president. The mayor appealed
            for calm. A clinical trial followed. Of the five passengers two of the five were unhurt.
            """
          $0.keyPoints = ["The fire began at the pier."]
        }, .init(slug: "harbour", published: "2024-07-13")
      ).draft
      #expect(
        filed.contradictions.compactMap(\.rule).sorted() == ["age.born", "sum.differs", "weekday.date"],
        "\(filed.contradictions.map(\.rule))")
      #expect(filed.contradictions.allSatisfy { $0.kind == .internal && $0.status == .suggested })
      #expect(filed.contradictions.contains { $0.note == "July 12, 2024 was a Friday" })
      // Suggestions never block.
      #expect(filed.missing.flatMap(\.about) == ["K1"])
      #expect(filed.claims.isEmpty, "\(filed.claims.map(\.quote))")
    }
  }
}
