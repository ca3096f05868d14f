import Client
import Editorial
import Nightly
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

/// What newsrooms live through when somebody answers what a story says, played through the service.
@Suite("Situations with answers")
struct AnsweringSituationTests {
  @Test(
    "Comma, “allegedly”, and a trimmed quote: the comma costs nothing, the others their words, and not for the editor"
  )
  func comma() async throws {
    try await withHouse { house in
      let before = story {
        $0.body =
          "The council met on Monday. \"We will pay,\" the mayor said. The clerk Jo Hale allegedly shredded the files in June. "
          + "The mayor said: \"I did not, to my knowledge, pay him.\""
        $0.keyPoints = [
          "The council met on Monday.", "The mayor said \"we will pay\".",
          "The clerk Jo Hale shredded the files.",
          "The mayor said: \"I did not, to my knowledge, pay him.\"",
        ]
      }
      try await house.file(before)
      for (handle, read) in [("ben", Read.fact), ("lea", .legal)] {
        _ = try await house.sign(by: handle, read: read)
      }
      let after = story {
        $0.body = before.body.replacing("allegedly ", with: "").replacing(", to my knowledge,", with: " ...")
        $0.keyPoints = before.keyPoints
        $0.keyPoints[1] = "The mayor said “we will pay”."
        $0.keyPoints[3] = "The mayor said: \"I did not ... pay him.\""
      }
      let filed = try await house.file(after, as: "dov", draft: "harbour")
      for point in filed.draft.keyPoints where point.label.hasPrefix("K") {
        let isCarried = point.label == "K1" || point.label == "K2"
        let standings = point.signOffs.map(\.standing)
        #expect(standings == (isCarried ? [.carried, .carried] : [.outdated, .outdated]), "\(point.label)")
      }
      let because = Dictionary(
        uniqueKeysWithValues: filed.draft.keyPoints.map { ($0.label, $0.signOffs.first?.because ?? "") })
      #expect(because["K3"]?.contains("allegedly") == true, "\(because)")
      #expect(because["K4"]?.contains("to my knowledge") == true, "\(because)")
      // The desk asks for no legal read here: nobody has to give it again.
      let waiting = try await house.api("ben").queue().value.waiting.filter { $0.kind == .signAgain }
      #expect(Set(waiting.flatMap(\.about)) == ["K3", "K4"])
      _ = try await house.sign(["K2"], by: "dov", revision: 2)
      for label in ["K3", "K4"] {
        let refused = await refusal { try await house.sign([label], by: "dov", revision: 2) }
        #expect(refused?.status == 403, "\(label)")
      }
    }
  }

  /// The story of an old charge, published, with its question; `tries` answers that nobody could find out.
  private func withCharge(
    tries: Int, _ body: (House, ClaimJSON, FollowUpJSON) async throws -> Void
  ) async throws {
    try await withHouse { house in
      try await house.file(
        story {
          $0.body = "Dr Yan Yu, 51, was charged with fraud. It rained."
          $0.keyPoints = ["Dr Yan Yu was charged with fraud.", "It rained."]
        }.bytes, .init(slug: "fraud", published: "2023-03-10"))
      _ = try await house.sign(of: "fraud")
      try await house.publish("fraud", on: "2023-03-10")
      let claim = try #require(try await house.claim("charged", of: "fraud"))
      #expect(claim.due == "2023-05-09")
      for round in 0...tries {
        _ = try await house.night(nil)
        let open = try #require(
          try await house.api("ana").followUps().value.followUps.first {
            $0.claims.contains { $0.id == claim.id }
          })
        #expect(open.turn == (round < 3 ? "ana" : "dov"), "round \(round)")
        if round == tries { return try await body(house, claim, open) }
        _ = try await house.close(
          open.label,
          closure(.unresolved, source: "the court's list", note: nil, next: try await house.dayAhead(30)))
        try await house.tamper("update claims set due = newsroom_today() where id = \(claim.id)")
      }
    }
  }

  private func closure(
    _ outcome: FollowUpOutcome, source: String? = nil, note: String? = "the case ended in May 2024",
    next: String? = nil, revision: Int? = nil
  ) -> ClosureRequest {
    ClosureRequest(
      outcome: outcome, source: source, asOf: nil, next: next, note: note, revision: revision)
  }

  @Test(
    "The acquittal nobody covered: the third time that nobody finds out it is the chief's", arguments: [2, 3])
  func chiefs(tries: Int) async throws {
    try await withCharge(tries: tries) { _, _, open in
      #expect(open.question.contains("3 times nobody could find out") == (tries == 3))
    }
  }

  @Test(
    "The acquittal nobody covered: neither author nor chief drops it as old; standards with a source, or an added line"
  )
  func dropped() async throws {
    try await withCharge(tries: 0) { house, claim, open in
      for (handle, outcome, source, status) in [
        ("dov", FollowUpOutcome.leftAsDated, nil, 400), ("sam", .leftAsDated, nil, 400),
        ("dov", .leftAsDated, "the registry", 403), ("ana", .overtaken, "the registry", 403),
        ("dov", .overtaken, "the registry", 403),
      ] as [(String, FollowUpOutcome, String?, Int)] {
        let refused = await refusal {
          try await house.close(open.label, closure(outcome, source: source), by: handle)
        }
        #expect(refused?.status == status, "\(handle) \(outcome) \(source ?? "")")
      }
      let closed = try await house.close(
        open.label, closure(.overtaken, source: "https://court.example/yu"), by: "sam")
      #expect(closed.status == "closed" && closed.closedBy == "sam")
      #expect(try await house.api("ana").corrections().value.corrections.isEmpty)
    }
    try await withCharge(tries: 0) { house, _, open in
      try await house.file(
        story {
          $0.body = "The case against Dr Yan Yu, 51, ended in May 2024. It rained."
          $0.keyPoints = ["The case against Dr Yan Yu ended in May 2024.", "It rained."]
        }.bytes, draft: "fraud")
      _ = try await house.sign(of: "fraud", revision: 2)
      try await house.publish("fraud")
      let refused = await refusal { try await house.close(open.label, closure(.updated, revision: 2)) }
      #expect(refused?.status == 400)
      let closed = try await house.close(open.label, closure(.updated, source: "the registry", revision: 2))
      #expect(closed.status == "closed")
    }
  }

  @Test("The acquittal nobody covered: wrong on its day, it owes a correction, and its approval ends")
  func wrong() async throws {
    try await withCharge(tries: 0) { house, _, open in
      let answer = try await house.api("ana").closeFollowUp(
        open.label, closure(.wrong, note: "he was never charged"), key: "w"
      ).value
      #expect(answer.receipt?.notices.first?.hasPrefix("fraud: E1 is owed") == true)
      let owed = try await house.api("ana").corrections().value.corrections
      #expect(
        owed.map(\.label) == ["E1"] && owed.map(\.draft) == ["fraud"]
          && owed.map(\.note) == ["he was never charged"])
      #expect(owed.first?.keyPoints.map(\.label) == ["K1"])
      #expect(owed.first?.keyPoints.first?.passedBy.map(\.member) == ["ben"])
      let points = try await house.show("fraud").keyPoints.filter { $0.label.hasPrefix("K") }
      #expect(points.map { $0.signOffs.first?.standing } == [.outdated, .current])
      #expect(points[0].signOffs.first?.because == "wrong when published, said ana: he was never charged")
    }
  }

  @Test("The agency corrects: three stories, one answer, a numbered correction each, and their approvals end")
  func agency() async throws {
    try await withHouse { house in
      try await house.matter("arrests", "Arrests at the port", "toll")
      let words = "Police said 17 people were arrested at the port."
      for slug in ["one", "two", "three", "draft"] {
        try await house.file(
          story {
            $0.body = "\(words) It rained."
            $0.keyPoints = ["The police arrested 17 people at the port.", "It rained."]
          }.bytes, .init(slug: slug, published: "2024-07-12"))
        _ = try await house.sign(of: slug)
        let claim = try await house.api("ana").addClaim(
          to: slug,
          .init(quote: "17 people were arrested", kind: .provisionalFigure, expected: nil, matter: nil),
          key: slug
        ).value.claim
        _ = try await house.api("ana").linkMatter(
          "arrests", .init(places: ["\(slug):\(claim.label)"], says: "open"), key: "link-\(slug)")
        if slug != "draft" { try await house.publish(slug, on: "2024-07-12") }
      }
      try await house.correct(["K1"], of: "three")
      try await house.move("arrests", to: "open", since: "2024-07-12")
      try await house.move("arrests", to: "revised", since: "2024-07-13")
      _ = try await house.night(nil)
      let open = try #require(
        try await house.api("ana").followUps().value.followUps.first { $0.matter == "arrests" })
      #expect(open.claims.count == 4)
      let answer = try await house.api("ana").closeFollowUp(
        open.label, closure(.wrong, source: "https://agency.example/2", note: "the agency says seven"),
        key: "w"
      ).value
      // What is not out owes nothing, and its approval lapsed with the move.
      #expect(answer.receipt?.notices.map { $0.prefix { $0 != ":" } } == ["one", "two", "three"])
      let owed = try await house.api("ana").corrections().value.corrections.filter { $0.state == .open }
      // Where one is open about the same already, none is added.
      #expect(owed.map { "\($0.draft) \($0.label)" }.sorted() == ["one E1", "three E1", "two E1"])
      #expect(owed.filter { $0.draft != "three" }.allSatisfy { $0.note == "the agency says seven" })
      for slug in ["one", "two", "three", "draft"] {
        let points = try await house.show(slug).keyPoints.filter { $0.label.hasPrefix("K") }
        #expect(points.map { $0.signOffs.first?.standing } == [.outdated, .current], "\(slug)")
      }
    }
  }

  @Test(
    "What another story supersedes is asked about there: where a claim is, where none was, and not where one asks already",
    arguments: [
      "plans to appeal the fine", "A fire destroyed two warehouses", "asked", "unpublished", "by another",
      "cut since",
    ])
  func superseded(way: String) async throws {
    try await withHouse { house in
      try await house.file(story(), .init(slug: "old", published: "2024-07-13"))
      if way != "unpublished" {
        try await house.publish("old", on: "2024-07-13", override: true, reason: "r")
      }
      if way == "asked" { _ = try await house.night(nil) }
      let before = try await house.api("ana").followUps().value.followUps.map(\.label)
      #expect(before.isEmpty == (way != "asked"))
      try await house.file(
        story {
          $0.body = "The fine stands. No warehouse is left. It rained."
          $0.keyPoints = ["It rained."]
        }.bytes, .init(slug: "new"))
      try await house.file(story(), .init(slug: "third"))
      let isQuote = way.contains(" ") && way != "by another" && way != "cut since"
      let quote =
        isQuote ? way : way == "cut since" ? "A fire destroyed two warehouses" : "plans to appeal the fine"
      let flagged = try await house.api("ana").flag(
        "new", .init(quote: "The fine stands", against: quote, againstDraft: "old", kind: nil, note: nil),
        key: "f"
      ).value.contradiction
      if way == "cut since" {
        // Readers see r1, which says it; r2 waits for its reads and no longer does.
        try await house.file(
          story {
            $0.body = "It snowed."
            $0.keyPoints = ["It snowed."]
          }, draft: "old")
      }
      let settled = try await house.api("dov").settle(
        "new:\(flagged.label)",
        .init(outcome: .superseded, note: nil, by: way == "by another" ? "third" : "new", inDraft: nil),
        key: "s"
      ).value
      #expect(settled.contradiction.status == .settled)
      let open = try await house.api("ana").followUps().value.followUps
      let isAsked = way != "asked" && way != "unpublished"
      #expect(open.count == before.count + (isAsked ? 1 : 0))
      #expect((settled.receipt?.notices.count ?? 0) == (isAsked ? 1 : 0))
      guard isAsked else { return }
      let claim = try #require(open.first?.claims.first)
      #expect(claim.draft == "old" && claim.status == .due && claim.quote.contains(quote))
      #expect(
        claim.dueBecause.hasPrefix("superseded by \(way == "by another" ? "third" : "new") r1, said dov"))
    }
  }

  @Test("A slip inside of a story is not superseded by the story itself")
  func itself() async throws {
    try await withHouse { house in
      try await house.file(story { $0.contradictions = ["The headline says two, the body says three."] })
      let refused = await refusal {
        try await house.api("dov").settle(
          "harbour:X1", .init(outcome: .superseded, note: nil, by: "harbour", inDraft: nil), key: "s")
      }
      #expect(refused?.detail.contains("does not supersede itself") == true)
    }
  }
}
