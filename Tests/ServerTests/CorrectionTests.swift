import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Corrections and placements")
struct CorrectionTests {
  /// Newsletter and social post have ana, the partner ben, the translation flo.
  private func withSixPlacements(_ body: (House) async throws -> Void) async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.place(.push, sent: "2024-07-13T14:02")
      try await house.place(.social, name: "the harbour account", url: "https://social.example/1")
      try await house.place(.newsletter, name: "morning mail")
      try await house.place(.partner, name: "AFP", owner: "ben")
      try await house.publishFigure("3400 millones de libras", "harbour-es")
      try await house.place(.translation, owner: "flo", draft: "harbour-es")
      try await body(house)
    }
  }

  @Test("A correction that has to travel: six placements, one read, and not done while a partner is owed")
  func travels() async throws {
    try await withSixPlacements { house in
      let places = try await house.show().placements
      #expect(places.map(\.label) == ["P1", "P2", "P3", "P4", "P5", "P6"])
      #expect(places.map(\.owner) == ["dov", "ana", "ana", "ana", "ben", "flo"])
      #expect(places[1].says == "sent 13 July 2024 14:02" && places[4].says == "shows r1")
      let before = try await house.acts().count

      let opened = try #require(try await house.correct().draft.corrections.first)
      #expect(opened.label == "E1" && opened.state == .open && opened.kind == .correction)
      #expect(opened.keyPoints.map(\.label) == ["K2"])
      #expect(opened.keyPoints[0].was == "The damage came to £3.4bn.")
      #expect(opened.keyPoints[0].passedBy.map { "\($0.member) \($0.read.rawValue)" } == ["ben fact"])
      #expect(opened.editorsNote.hasPrefix("CORRECTION: This story was first published on "))
      #expect(opened.editorsNote.hasSuffix(" to correct that the damage came to £3.4m."))
      #expect(!opened.editorsNote.contains("bn"))
      #expect(opened.owed[0].says == "shows r1, owed by dov")
      #expect(opened.owed[1].says == "sent 13 July 2024 14:02, cannot be recalled, corrective owed by ana")
      #expect(opened.owed[5].draft == "harbour-es" && opened.owed[5].owner == "flo")
      #expect(try await house.queue("dov").first == "owed-correction harbour E1 P1")
      #expect(
        try await house.queue("ana") == [
          "owed-correction harbour E1 P2", "owed-correction harbour E1 P3", "owed-correction harbour E1 P4",
          "file-correction harbour E1 K2",
        ])
      #expect(try await house.queue("ben") == ["owed-correction harbour E1 P5"])

      // Only the key point with the figure needs a new read.
      let revised = try await house.file(figureStory("£3.4m"), draft: "harbour").draft
      #expect(revised.missing.map(\.about) == [["K2"]] && revised.missing.map(\.read) == [.fact])
      #expect(revised.keyPoints.map(\.status) == [.signed, .open, .signed])
      #expect(!(try await house.queue("ana")).contains { $0.hasPrefix("file-correction") })
      try await house.sign(["K2"], revision: 2)
      let out = try await house.publish().draft
      #expect(
        out.state == .published && out.corrections[0].state == .onSite && out.corrections[0].fixedIn == 2)
      #expect(out.corrections[0].owed[0].says.hasPrefix("corrected in r2, "))
      #expect(out.placements[0].revision == 2 && out.placements[4].revision == 1)
      // Four acts to the site.
      #expect(
        try await house.acts().dropFirst(before) == ["correct", "revise", "approve", "publish"])

      for label in ["P2", "P3", "P4"] {
        let draft = try await house.placed("E1", at: label).draft
        #expect(draft.corrections[0].state == .onSite)
      }
      #expect(try await house.owedSays()[1].hasPrefix("P2 corrective sent "))
      // The Spanish text is its own words, with its own sign-off.
      let early = await refusal { try await house.placed("E1", at: "P6", by: "flo") }
      #expect(
        early?.type == "/problems/translation" && early?.next?.first == "stet submit FILE --draft harbour-es")
      let spanish = try await house.file(
        figureStory("3,4 millones de libras"), draft: "harbour-es"
      ).draft
      #expect(!spanish.missing.isEmpty)
      try await house.sign(spanish.missing.flatMap(\.about), of: "harbour-es", revision: 2)
      #expect((await refusal { try await house.placed("E1", at: "P6", by: "flo") })?.status == 409)
      try await house.publish("harbour-es")
      let translated = try await house.placed("E1", at: "P6", by: "flo").draft.corrections[0]
      #expect(translated.owed[5].doneIn == 2)
      #expect(translated.state == .onSite, "a partner still runs bn")
      #expect(try await house.queue("ben") == ["owed-correction harbour E1 P5"])
      let done = try await house.placed("E1", at: "P5", by: "ben", note: "by telephone").draft
      #expect(done.corrections[0].state == .done && done.placements[4].revision == 2)
      #expect(done.corrections[0].owed[4].note == "by telephone")
      #expect(try await house.queue("ben").isEmpty)
      let events = try await house.events()
      #expect(events.count { $0 == "placement-done" } == 6)
      #expect(events.count { $0 == "correction-opened" } == 1 && events.last == "correction-done")
    }
  }

  @Test(
    "A push with the wrong headline was sent and cannot be recalled: its corrective is owed until it is sent")
  func push() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.place(.push, sent: "2024-07-13T14:02")
      try await house.correct(["K1"], note: "that the mayor was arrested and released, not charged")
      #expect(
        try await house.owedSays()[1]
          == "P2 sent 13 July 2024 14:02, cannot be recalled, corrective owed by ana")
      #expect(
        try await house.show().placements[1].says
          == "sent 13 July 2024 14:02, cannot be recalled, corrective owed by ana (E1)")
      #expect(
        try await house.placed("E1", at: "P2").draft.corrections[0].owed[1].says.hasPrefix("corrective sent ")
      )
      let twice = await refusal { try await house.placed("E1", at: "P2", by: "ben") }
      #expect(twice?.type == "/problems/placed" && twice?.detail.contains("corrective sent") == true)
    }
  }

  @Test("A clock is the newsroom's, and what is still to come was not sent")
  func clocks() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      // Denver is six hours behind UTC in July, whatever the clock of this machine.
      let local = try await house.place(.push, sent: "2024-07-13T14:02").draft.placements[1]
      #expect(local.at.hasPrefix("2024-07-13T20:02:00"))
      let utc = try await house.place(.push, sent: "2024-07-13T20:02Z").draft.placements[2]
      #expect(utc.says == "sent 13 July 2024 14:02")
      let midnight = try await house.place(.push, sent: "00:00").draft.placements[3]
      #expect(midnight.says == "sent 00:00")
      for sent in ["2999-01-01T00:00", "2999-01-01T00:00Z"] {
        #expect((await refusal { try await house.place(.push, sent: sent) })?.type == "/problems/future")
      }
      #expect((await refusal { try await house.place(.push, sent: "now") })?.type == "/problems/sent")
      #expect((await refusal { try await house.place(.push, url: "ftp://x") })?.type == "/problems/address")
      #expect((await refusal { try await house.place(.push, owner: "zoe") })?.status == 404)
      #expect((await refusal { try await house.place(.push, revision: 2) })?.type == "/problems/revision")
      #expect((await refusal { try await house.place(.translation, draft: "nowhere") })?.status == 404)
      try await house.file(story(), .init(slug: "harbour-es"))
      #expect(
        (await refusal { try await house.place(.translation, draft: "harbour-es") })?.type
          == "/problems/not-published")
    }
  }

  @Test("Publishing what was filed before, or what reads the same, leaves it open and says why")
  func short() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.file(figureStory("£3.4m"), draft: "harbour")
      try await house.sign(["K2"], revision: 2)
      try await house.correct()
      let early = try await house.publish()
      #expect(early.receipt?.notices == ["E1 stays open: r2 was filed before it was opened."])
      #expect(early.draft.corrections[0].owed[0].says == "shows r2, owed by dov")
      try await house.file(
        story {
          $0.body = figureStory("£3.4m").body + " It rained."
          $0.keyPoints[1] = "The damage came to £3.4bn."
        }, draft: "harbour")
      try await house.sign(["K2"], revision: 3)
      let same = try await house.publish()
      #expect(same.receipt?.notices == ["E1 stays open: K2 still reads the same in r3."])
      #expect(try await house.queue("ana").contains("file-correction harbour E1 K2"))
      // Of one that names no key point somebody says that the site is right.
      try await house.correct([], as: .clarification, note: "the place")
      try await house.file(figureStory("£3.4m"), draft: "harbour")
      try await house.sign(["K2"], revision: 4)
      let both = try await house.publish()
      #expect(both.receipt?.notices.count == 1)
      #expect(both.draft.corrections.map(\.state) == [.done, .open])
      let said = try await house.placed("E2", at: "P1", by: "dov").draft
      #expect(said.corrections.map(\.state) == [.done, .done])
    }
  }

  @Test("What is settled as wrong in a published story is owed a correction there, once")
  func settledAsWrong() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.file(story { $0.body += " The pump was new." }, .init(slug: "later"))
      for (quote, key) in [("The pump was new.", "a"), ("Nobody was hurt.", "b")] {
        let flagged = try await house.api("dov").flag(
          "later",
          FlagRequest(
            quote: quote, against: "The pump had been serviced in June.", againstDraft: "harbour", kind: nil,
            note: nil), key: key
        ).value.contradiction
        _ = try await house.api("dov").settle(
          String(flagged.id),
          SettlementRequest(
            outcome: .correctPublished, note: "that the pump was new", by: nil, inDraft: "harbour"),
          key: key + "2")
      }
      let wrong = try await house.api("dov").draft("harbour").value.draft
      #expect(wrong.corrections.map(\.label) == ["E1"])
      #expect(wrong.corrections.map(\.state) == [.open])
      #expect(wrong.corrections.first?.owed.map(\.label) == ["P1"])
    }
  }

  @Test(
    "What passed it are the approvals that stood when it was published, carried ones too, and no later one")
  func passed() async throws {
    try await withHouse { house in
      try await house.file(figureStory("£3.4bn"))
      try await house.sign()
      try await house.sign(["K2"], by: "flo")
      try await house.withdraw(["K2"], by: "flo")
      try await house.file(
        story {
          $0.body = figureStory("£3.4bn").body + " It rained."
          $0.keyPoints = figureStory("£3.4bn").keyPoints
        },
        draft: "harbour")
      try await house.publish()
      try await house.sign(["K2"], by: "dov", revision: 2)
      let about = try await house.correct(["K2"]).draft.corrections[0].keyPoints[0]
      #expect(about.passedBy.map { "\($0.member) r\($0.revision)" } == ["ben r1"])
    }
  }

  @Test("A kill is owed a take-down everywhere, and shown until it is done although the draft has ended")
  func kill() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.place(.push, sent: "2024-07-13T14:02")
      try await house.place(.partner, name: "AFP", owner: "ben")
      try await house.correct()
      _ = try await house.api("dov").kill("harbour", reason: "names the wrong man", key: "k")
      let killed = try await house.show()
      #expect(killed.state == .killed)
      #expect(killed.corrections.map(\.state) == [.dropped, .open])
      let notice = killed.corrections[1]
      #expect(notice.kind == .kill && notice.label == "E2" && !notice.editorsNote.contains("wrong man"))
      #expect(
        notice.owed.map(\.says) == [
          "shows r1, take-down owed by dov",
          "sent 13 July 2024 14:02, cannot be recalled, kill notice owed by ana",
          "shows r1, take-down owed by ben",
        ])
      #expect(try await house.queue("ben") == ["owed-correction harbour E2 P3"])
      #expect(try await house.queue("ana") == ["owed-correction harbour E2 P2"])
      // What turns up afterwards is owed it, too.
      let late = try await house.place(.partner, by: "ben", name: "DPA")
      #expect(late.draft.corrections[1].owed.map(\.label) == ["P1", "P2", "P3", "P4"])
      let drop = await refusal {
        try await house.api("dov").dropCorrection("E2", of: "harbour", reason: "r", key: "d")
      }
      #expect(drop?.status == 409)
      for label in ["P1", "P2", "P3"] {
        #expect(try await house.placed("E2", at: label, by: "dov").draft.corrections[1].state == .open)
      }
      let done = try await house.placed("E2", at: "P4", by: "ben").draft
      #expect(done.state == .killed && done.corrections[1].state == .done)
      #expect(try await house.api("ana").corrections().value.corrections.map(\.label) == ["E2", "E1"])
    }
  }

  @Test("A placement that is recorded late is owed what it shows wrong, and opens what was done")
  func late() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.correct()
      let open = try await house.place(.partner, name: "AFP")
      #expect(open.receipt?.notices == ["E1 is open: P2 is owed its correction too."])
      try await house.file(figureStory("£3.4m"), draft: "harbour")
      try await house.sign(["K2"], revision: 2)
      try await house.publish()
      #expect(try await house.placed("E1", at: "P2").draft.corrections[0].state == .done)
      #expect(try await house.place(.partner, name: "DPA").draft.corrections[0].state == .done)
      let again = try await house.place(.newsletter, name: "morning mail", revision: 1).draft.corrections[0]
      #expect(again.state == .onSite && again.owed.map(\.label) == ["P1", "P2", "P4"])
    }
  }

  @Test("A placement goes to another member with what it is owed, and to the chief when its owner has left")
  func owners() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.place(.partner, name: "AFP")
      try await house.correct()
      let given = try await house.api("ana").handOver("P2", of: "harbour", to: "sam", key: "1").value.draft
      #expect(given.corrections[0].owed[1].says == "shows r1, owed by sam")
      #expect(try await house.queue("sam") == ["owed-correction harbour E1 P2"])
      for (label, owner, status) in [("P9", "ben", 404), ("P2", "zoe", 404)] {
        let refused = await refusal {
          try await house.api("ana").handOver(label, of: "harbour", to: owner, key: "\(label)\(owner)")
        }
        #expect(refused?.status == status)
      }
      let stranger = await refusal {
        try await house.api("eve").handOver("P2", of: "harbour", to: "eve", key: "3")
      }
      #expect(stranger?.status == 403)
      try await house.newsroom.removeMember("sam", by: .operator(user: "t"))
      #expect(try await house.queue("dov").contains("owed-correction harbour E1 P2"))
      #expect(!(try await house.queue("ben")).contains("owed-correction harbour E1 P2"))
    }
  }

  @Test("One that was opened by mistake is dropped by a chief with a reason, and is owed nowhere")
  func drop() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.correct()
      let twice = await refusal { try await house.correct(by: "ben") }
      #expect(twice?.type == "/problems/open")
      for (handle, status) in [("ana", 403), ("ben", 403)] {
        let refused = await refusal {
          try await house.api(handle).dropCorrection("E1", of: "harbour", reason: "r", key: handle)
        }
        #expect(refused?.status == status)
      }
      let dropped = try await house.api("dov").dropCorrection(
        "E1", of: "harbour", reason: "the figure was right", key: "d"
      ).value.draft.corrections[0]
      #expect(dropped.state == .dropped && dropped.dropped?.reason == "the figure was right")
      #expect(try await house.queue("dov").isEmpty)
      #expect(try await house.queue("ana").isEmpty)
      #expect(try await house.correct(by: "ben").draft.corrections.map(\.label) == ["E1", "E2"])
    }
  }

  @Test("A breaking alert is out in two acts and pushed in a third; the read that follows is owed by name")
  func breaking() async throws {
    try await withHouse { house in
      let yaml = Policy.defaultYAML + "\npublishThenRead: {read: fact, hours: 4, tags: [breaking]}\n"
      _ = try await house.newsroom.setPolicy(yaml, of: "main", by: .operator(user: "t"))
      try await house.file(story { $0.front = "tags: [breaking]" })
      _ = try await house.api("dov").publish(
        "harbour", PublicationRequest(on: nil, override: nil, reason: nil, revision: nil, reader: "ben"),
        key: "1")
      let pushed = try await house.place(.push, by: "dov").draft
      #expect(pushed.live?.revision == 1 && pushed.placements.map(\.kind) == [.site, .push])
      #expect(try await house.acts() == ["file", "publish", "place"])
      #expect(try await house.queue("ben").map { $0.prefix(5) } == ["owed "])
      try await house.sign()
      #expect(try await house.queue("ben").isEmpty)
    }
  }

  @Test("An alert whose reads come first is out in three acts, and its push in a fourth")
  func readFirst() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.publish()
      #expect(try await house.acts() == ["file", "approve", "publish"])
      try await house.place(.push)
      #expect(try await house.acts().count == 4)
    }
  }

  // MARK: Races

  @Test("Of two people who mark the same placement one did it, and the other is told who")
  func markRace() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      try await house.correct()
      for round in 2...21 {
        try await house.place(.partner, name: "partner \(round)")
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
          for handle in ["ana", "ben"] {
            group.addTask {
              try await house.post(
                "/v1/drafts/harbour/corrections/E1/done", json: #"{"placement":"P\#(round)"}"#, as: handle
              ).status
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.sorted() == [201, 409])
      }
      #expect(try await house.acts().count { $0 == "placed" } == 20)
      let owed = try await house.show().corrections[0].owed
      #expect(owed.count == 21 && owed.count { $0.done } == 20)
    }
  }

  @Test(
    "A correction that races the publication of an older revision stays open; one that races a placement finds it"
  )
  func publishRace() async throws {
    try await withHouse { house in
      for round in 1...12 {
        let slug = "harbour-\(round)"
        try await house.publishFigure("£3.4bn", slug)
        try await house.file(figureStory("£3.4m"), draft: slug)
        try await house.sign(["K2"], of: slug, revision: 2)
        let acts: [(String, String, String)] = [
          ("publications", "{}", "dov"),
          ("corrections", #"{"kind":"correction","keyPoints":["K2"],"note":"the sum"}"#, "ana"),
          ("placements", #"{"kind":"partner","name":"AFP","revision":1}"#, "ben"),
        ]
        let turned = Array(acts[(round % 3)...] + acts[..<(round % 3)])
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
          for (path, body, handle) in turned {
            group.addTask {
              try await house.post("/v1/drafts/\(slug)/\(path)", json: body, as: handle).status
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == [201, 201, 201])
        let draft = try await house.show(slug)
        #expect(draft.live?.revision == 2)
        // In whichever order they came, r2 was filed before: the site is owed, and so is the partner, once.
        #expect(draft.corrections.map(\.state) == [.open])
        #expect(draft.corrections[0].owed.map(\.kind) == [.site, .partner])
        #expect(draft.corrections[0].owed.allSatisfy { !$0.done })
      }
    }
  }

  @Test("A retry with the same key opens, places and marks once")
  func retries() async throws {
    try await withHouse { house in
      try await house.publishFigure()
      for _ in 1...2 {
        for (path, body) in [
          ("placements", #"{"kind":"push"}"#),
          ("corrections", #"{"kind":"correction","keyPoints":["K2"],"note":"the sum"}"#),
          ("corrections/E1/done", #"{"placement":"P2"}"#),
        ] {
          let reply = try await house.post("/v1/drafts/harbour/\(path)", json: body, key: "key of \(path)")
          #expect(reply.status == 201, "\(reply.text)")
        }
      }
      let draft = try await house.show()
      #expect(draft.placements.count == 2 && draft.corrections.count == 1)
    }
  }
}
