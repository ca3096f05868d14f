import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Doubts about what readers see, and slips that are taken back")
struct LiveDoubtTests {
  private func doubts(_ house: House, _ handle: String) async throws -> [String] {
    try await house.api(handle).queue().value.waiting.filter { $0.kind == .liveDoubt }.map {
      "\($0.about.joined(separator: " ")): \($0.why)"
    }
  }

  @Test("A hold on a live story waits for those who may publish, until a correction is under way")
  func hold() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.sign(["K2"], by: "ben", .hold, reason: "the insurer denies it")
      let waiting = try await house.api("dov").queue().value.waiting
      #expect(waiting.first?.kind == .liveDoubt && waiting.first?.about == ["K2"])
      #expect(
        waiting.first?.why
          == "ben holds K2, which readers see: the insurer denies it. Correct it, kill the story, or have it signed again"
      )
      #expect(
        waiting.first?.command == "stet correct harbour --as correction --key-point K2 --note TEXT")
      // Who raised it lifts it; whoever may not publish is not asked.
      #expect(try await house.queue("ben") == ["decide harbour K2"])
      #expect(try await doubts(house, "flo").isEmpty)
      try await house.correct()
      #expect(try await doubts(house, "dov").isEmpty)
      _ = try await house.api("dov").dropCorrection("E1", of: "harbour", reason: "it was right", key: "d")
      #expect(try await doubts(house, "dov").count == 1)
      try await house.withdraw(["K2"], by: "ben")
      // What ben took back was his hold; his approval gave way to it, so the read is lacking.
      #expect(try await doubts(house, "dov").isEmpty)
    }
  }

  @Test(
    "An approval that is taken back after publication, or whose term is over, waits for the chief until another stands"
  )
  func withdrawn() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      #expect(try await doubts(house, "dov").isEmpty)
      try await house.withdraw(["K1"], by: "ben")
      #expect(
        try await doubts(house, "dov") == [
          "K1: ben took back the fact approval of K1, which readers see (seen again). Correct it, kill the story, or have it signed again"
        ])
      try await house.sign(["K1"], by: "flo")
      #expect(try await doubts(house, "dov").isEmpty)
    }
  }

  @Test("Filing other words silences no hold on those that are out")
  func reworded() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.sign(["K2"], by: "ben", .hold, reason: "the insurer denies it")
      try await house.file(figureStory("£3.4m"), draft: "harbour")
      #expect(try await doubts(house, "dov").count == 1)
    }
  }

  @Test(
    "An approval until a matter moves that ends while its words are out is no secret, and publishing says what is no longer so"
  )
  func lapsed() async throws {
    try await withHouse { house in
      try await house.matter("reed", "State v. Reed", "prosecution", parties: ["Jonas Reed"])
      let told = story {
        $0.body = "Jonas Reed of Mora is awaiting trial for fraud. The pump had failed."
        $0.keyPoints = ["The pump had failed."]
      }
      try await house.file(told, .init(slug: "harbour", published: "2024-07-13", matters: ["reed"]))
      var approval = SignOffRequest(
        keyPoints: ["K1"], all: nil, read: .fact, verdict: .approve, basis: nil, comment: nil, reason: nil,
        evidence: [], revision: 1)
      approval.untilMoves = "reed"
      _ = try await house.api("ben").signOff("harbour", approval, key: StetAPI.freshKey())
      try await house.publish(on: "2024-07-13")
      try await house.move("reed", to: "acquitted", since: "2025-03-03")
      let found = try await doubts(house, "dov")
      #expect(
        found.count == 1 && found[0].hasPrefix("K1: ben's fact approval of K1, which readers see, ended: "))

      // A new draft that repeats it: its signer and its publisher are told.
      try await house.file(told, .init(slug: "again", matters: ["reed"]))
      let signed = try await house.sign(of: "again")
      #expect(
        signed.receipt?.notices.first?.hasPrefix("No longer so? C1 “Jonas Reed of Mora is awaiting trial")
          == true)
      #expect(signed.draft.claims.map(\.overtaken) == [true])
      let out = try await house.publish("again")
      #expect(out.receipt?.notices.first?.hasPrefix("No longer so? C1") == true)
    }
  }

  @Test("An update of the same key point excuses no error that comes back")
  func updateExcusesNothing() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.correct()
      for (revision, figure) in [(2, "£3.4m"), (3, "£3.5m")] {
        if revision == 3 { try await house.correct(as: .update, note: "the final figure is £3.5m") }
        try await house.file(figureStory(figure), draft: "harbour")
        try await house.sign(["K2"], revision: revision)
        try await house.publish()
      }
      let back = try await house.file(figureStory("£3.4bn"), draft: "harbour").draft
      #expect(back.missing.contains { $0.says.hasPrefix("it says again what E1 put right in r2") })
    }
  }

  @Test("What the legal read says about a live story is told to nobody else")
  func legal() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.sign(["K2"], by: "lea", .hold, read: .legal, reason: "we settled with him")
      #expect(
        try await doubts(house, "dov") == [
          "K2: the legal read holds K2, which readers see. Correct it, kill the story, or have it signed again"
        ])
    }
  }

  @Test("An error that was corrected does not come back unseen")
  func returning() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.correct()
      try await house.file(figureStory("£3.4m"), draft: "harbour")
      try await house.sign(["K2"], revision: 2)
      try await house.publish()
      let back = try await house.file(figureStory("£3.4bn"), draft: "harbour").draft
      #expect(
        back.missing.contains {
          $0.about == ["K2"]
            && $0.says == "it says again what E1 put right in r2 (that the damage came to £3.4m)"
        })
      try await house.sign(["K2"], revision: 3)
      let refused = await refusal { try await house.publish() }
      #expect(refused?.status == 409 && refused?.type == "/problems/not-ready")
      // The correction was wrong: that is a correction of its own.
      try await house.correct(note: "that the damage came to £3.4bn after all")
      #expect(try await house.show().missing.isEmpty)
    }
  }

  @Test("A translation from before a correction is owed it, also when it is recorded late")
  func translation() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.publishFigure("3400 millones de libras", "harbour-es")
      try await house.correct()
      try await house.file(figureStory("£3.4m"), draft: "harbour")
      try await house.sign(["K2"], revision: 2)
      try await house.publish()
      try await house.publishFigure("3,4 millions de livres", "harbour-fr")
      let fresh = try await house.place(.translation, draft: "harbour-fr").draft
      #expect(fresh.corrections[0].state == .done)
      let late = try await house.place(.translation, owner: "flo", draft: "harbour-es").draft
      #expect(late.corrections[0].state == .onSite)
      #expect(try await house.queue("flo") == ["owed-correction harbour E1 P3"])
    }
  }

  @Test("What a follow-up finds wrong opens a correction about the key points that tell it")
  func wrong() async throws {
    try await withHouse { house in
      try await house.file(
        story {
          $0.body = "The company plans to appeal against the fine, its lawyer said on Friday."
          $0.keyPoints = ["The pump failed.", "The company plans to appeal against the fine."]
        }, .init(slug: "harbour", published: "2024-07-13"))
      try await house.sign()
      try await house.publish(on: "2024-07-13")
      _ = try await house.night("2026-11-22")
      let asked = try #require(try await house.api("ana").followUps().value.followUps.first)
      try await house.close(
        asked.label,
        .init(
          outcome: .wrong, source: nil, asOf: nil, next: nil, note: "that it never planned to", revision: nil)
      )
      let opened = try await house.show().corrections
      #expect(opened.map(\.label) == ["E1"])
      #expect(opened.first?.keyPoints.map(\.label) == ["K2"])
      #expect(opened.first?.note == "that it never planned to")
      #expect(try await house.events().contains("correction-opened"))
    }
  }

  @Test("A placement that was recorded twice is taken back with a reason, and nothing is owed there")
  func unplace() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.place(.partner, name: "AFP")
      try await house.place(.partner, name: "AFP")
      try await house.correct()
      #expect(try await house.owedSays().count == 3)
      let removed = try await house.api("ana").removePlacement(
        "P3", of: "harbour", reason: "twice", key: "1"
      ).value.draft
      #expect(removed.placements.map(\.label) == ["P1", "P2"])
      #expect(removed.corrections[0].owed.map(\.label) == ["P1", "P2"])
      try await house.placed("E1", at: "P2")
      for (label, handle, type) in [
        ("P1", "ana", "/problems/site"), ("P2", "ana", "/problems/done"),
        ("P3", "ana", "/problems/placement"),
        ("P2", "eve", "/problems/role"),
      ] {
        let refused = await refusal {
          try await house.api(handle).removePlacement(label, of: "harbour", reason: "r", key: label + handle)
        }
        #expect(refused?.type == type, "\(label)")
      }
      // The label is not given again.
      #expect(
        try await house.place(.partner, name: "DPA").draft.placements.map(\.label) == ["P1", "P2", "P4"])
    }
  }

  @Test("A slip of “placed” is taken back, and the placement is owed it again; what a publication did is not")
  func undo() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.place(.partner, name: "AFP", owner: "ben")
      try await house.correct()
      try await house.file(figureStory("£3.4m"), draft: "harbour")
      try await house.sign(["K2"], revision: 2)
      try await house.publish()
      #expect(try await house.placed("E1", at: "P2").draft.corrections[0].state == .done)
      let again = try await house.api("ben").takeBackPlaced(
        "P2", correction: "E1", of: "harbour", reason: "that was another story", key: "1"
      ).value.draft
      #expect(again.corrections[0].state == .onSite && again.placements[1].revision == 1)
      #expect(try await house.queue("ben") == ["owed-correction harbour E1 P2"])
      for (label, type) in [("P1", "/problems/published"), ("P2", "/problems/not-done")] {
        let refused = await refusal {
          try await house.api("ben").takeBackPlaced(
            label, correction: "E1", of: "harbour", reason: "r", key: label + "again")
        }
        #expect(refused?.type == type, "\(label)")
      }
      #expect(try await house.acts().suffix(2) == ["placed", "placed-undone"])
      #expect(try await house.placed("E1", at: "P2", by: "ben").draft.corrections[0].state == .done)
    }
  }
}
