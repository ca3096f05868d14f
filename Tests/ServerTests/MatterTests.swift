import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Matters")
struct MatterTests {
  private func withAppeal(_ body: (House) async throws -> Void) async throws {
    try await withHouse { house in
      try await house.matter("appeal-x", "The appeal", "appeal")
      try await house.file(
        "The owner plans to appeal the fine. The bridge stays closed.\n", slug: "one", matters: ["appeal-x"])
      try await body(house)
    }
  }

  @Test("Front matter links the claims that say something of the matter, and only those")
  func frontMatter() async throws {
    try await withAppeal { house in
      let claims = try await house.api("ana").claims(draft: "one", status: "all").value.claims
      #expect(claims.filter { $0.matter != nil }.map(\.rule) == ["appeal.planned"])
      #expect(claims.first { $0.matter != nil }?.asserts == "announced")
      #expect(claims.contains { $0.matter == nil })
      let shown = try await house.api("ben").matter("appeal-x").value
      #expect(shown.claims.map(\.draft) == ["one"] && shown.linkedClaims == 1)
    }
  }

  @Test(
    "What does not follow is refused with what may; an editor forces it with a reason, a reporter does not")
  func forced() async throws {
    try await withAppeal { house in
      try await house.move("appeal-x", to: "withdrawn", since: "2024-12-23")
      let refused = await refusal { try await house.move("appeal-x", to: "granted", since: "2025-01-03") }
      #expect(refused?.status == 409 && refused?.detail.contains("what may follow is revived") == true)
      let reporter = await refusal {
        try await house.move("appeal-x", to: "granted", since: "2025-01-03", force: "so it was")
      }
      #expect(reporter?.status == 403)
      let forced = try await house.move(
        "appeal-x", to: "granted", since: "2025-01-03", force: "so it was", by: "dov")
      #expect(forced.entry.forced == "so it was" && forced.matter.status == "won")
    }
  }

  @Test("The same move twice is one, and an earlier one goes into its place and makes nothing due")
  func twice() async throws {
    try await withAppeal { house in
      try await house.move("appeal-x", to: "withdrawn", since: "2024-12-23")
      let before = try await house.rows()
      let again = try await house.move("appeal-x", to: "withdrawn", since: "2024-12-23", by: "ben")
      #expect(again.outcome == .already && again.entry.by == "ana")
      #expect(try await house.rows()["matter_statuses"] == before["matter_statuses"])
      let earlier = try await house.move("appeal-x", to: "filed", since: "2024-11-20")
      #expect(earlier.outcome == .putBefore && earlier.claims == 0)
      let shown = try await house.api("ana").matter("appeal-x").value.matter
      #expect(shown.timeline.map(\.status) == ["filed", "withdrawn"] && shown.status == "withdrawn")
    }
  }

  @Test(
    "Moves that make no sense are refused with what is wrong",
    arguments: [
      (#"{"to":"withdrawn","since":"2999","source":"s"}"#, 400, "still to come"),
      (#"{"to":"withdrwan","since":"2024","source":"s"}"#, 422, "did you mean “withdrawn”?"),
      (#"{"to":"withdrawn","since":"soon","source":"s"}"#, 422, "is no date"),
      (#"{"to":"withdrawn","since":"2024","source":" "}"#, 400, ""),
      (#"{"to":"withdrawn","since":"2024","source":"s","party":"Roe"}"#, 404, "which has none"),
      (#"{"to":"withdrawn","since":"2024","source":"s","count":"1"}"#, 400, "has no counts"),
    ] as [(String, Int, String)])
  func senseless(body: String, status: Int, says: String) async throws {
    try await withAppeal { house in
      let before = try await house.rows()
      let reply = try await house.post("/v1/matters/appeal-x/moves", json: body)
      #expect(reply.status == status, "\(reply.text)")
      #expect(reply.problem?.detail.contains(says) == true, "\(reply.text)")
      #expect(try await house.rows() == before)
    }
  }

  @Test("Links are made, refused and taken back; what nobody can read from the words is said")
  func links() async throws {
    try await withAppeal { house in
      let api = try house.api("ana")
      try await house.file(
        "The bridge stays closed until May.\n\nKey points\n- Nothing is sure.\n", slug: "two")
      let linked = try await api.linkMatter(
        "appeal-x", .init(places: ["two:K1"], says: "filed"), key: "1"
      ).value
      #expect(linked.keyPoints.map(\.asserts) == ["filed"])
      try await house.file("# Owner files appeal\n\nIt rained.\n", slug: "three")
      let headline = try await api.linkMatter(
        "appeal-x", .init(places: ["three:Headline"], says: "filed"), key: "h"
      ).value
      #expect(headline.keyPoints.map(\.label) == ["headline"])
      for (places, says, status) in [
        (["two:K9"], nil, 404), (["two:C99"], nil, 404), (["nowhere:K1"], nil, 404), (["K1"], nil, 400),
        (["two:K1"], "sunk", 422), ([], nil, 400),
      ] as [([String], String?, Int)] {
        let refused = await refusal {
          try await api.linkMatter("appeal-x", .init(places: places, says: says), key: StetAPI.freshKey())
        }
        #expect(refused?.status == status, "\(places) \(says ?? "")")
      }
      let stranger = await refusal {
        try await house.api("eve").linkMatter("appeal-x", .init(places: ["two:K1"]), key: "2")
      }
      #expect(stranger?.status == 403)
      let claim = try #require(try await house.claim("plans to appeal", of: "one"))
      _ = try await api.unlinkMatter(
        "appeal-x", .init(places: ["one:\(claim.label)", "two:K1", "three:headline"]), key: "3")
      let after = try await api.matter("appeal-x").value
      #expect(after.claims.isEmpty && after.keyPoints.isEmpty)
      #expect(try await house.move("appeal-x", to: "withdrawn", since: "2024-12-23").claims == 0)
      let again = await refusal {
        try await api.unlinkMatter("appeal-x", .init(places: ["two:K1"]), key: "4")
      }
      #expect(again?.status == 404)
    }
  }

  @Test("A claim that is linked after the matter moved is due at once, and publishing does not put that off")
  func late() async throws {
    try await withHouse { house in
      try await house.matter("appeal-x", "The appeal", "appeal")
      try await house.move("appeal-x", to: "withdrawn", since: "2024-12-23")
      let today = try await house.today()
      try await house.file(
        story { $0.body = "The owner plans to appeal the fine. It rained." }.bytes,
        .init(slug: "late", published: today.description))
      let claim = try #require(try await house.claim("plans to appeal", of: "late"))
      #expect(claim.status == .live)
      let linked = try await house.api("ana").linkMatter(
        "appeal-x", .init(places: ["late:\(claim.label)"]), key: "1"
      ).value
      #expect(linked.claims.map(\.status) == [.due])
      _ = try await house.sign(of: "late")
      try await house.publish("late")
      #expect(try await house.claim("plans to appeal", of: "late")?.status == .due)
    }
  }

  @Test("A proposed matter is described once, and then moves")
  func described() async throws {
    try await withHouse { house in
      try await house.file("The owner plans to appeal.\n", slug: "one", matters: ["new-one"])
      let refused = await refusal { try await house.move("new-one", to: "filed", since: "2024") }
      #expect(refused?.status == 409 && refused?.next?.first?.hasPrefix("stet matters new new-one") == true)
      try await house.matter("new-one", "The appeal", "appeal")
      let taken = await refusal { try await house.matter("new-one", "Another", "appeal") }
      #expect(taken?.status == 409)
      let kind = await refusal { try await house.matter("other", "Another", "apeal") }
      #expect(kind?.status == 422 && kind?.detail.contains("did you mean “appeal”?") == true)
      #expect(try await house.move("new-one", to: "filed", since: "2024").outcome == .moved)
    }
  }

  @Test("A merge keeps both names, timelines and links, and what it contradicts is due")
  func merge() async throws {
    try await withAppeal { house in
      try await house.matter("appeal-y", "The same appeal", "appeal")
      try await house.file("The owner plans to appeal, too.\n", slug: "two", matters: ["appeal-y"])
      try await house.move("appeal-x", to: "withdrawn", since: "2024-12-23")
      try await house.move("appeal-y", to: "filed", since: "2024-11")
      let merged = try await house.api("ana").mergeMatter("appeal-y", into: "appeal-x", key: "m").value.matter
      #expect(merged.slug == "appeal-x" && merged.aliases == ["appeal-y"])
      #expect(merged.timeline.map(\.status) == ["filed", "withdrawn"])
      #expect(try await house.api("ana").matter("appeal-y").value.matter.slug == "appeal-x")
      #expect(try await house.api("ana").matters().value.matters.map(\.slug) == ["appeal-x"])
      #expect(
        try await house.claim("plans to appeal", of: "two")?.dueBecause.contains("withdrawn since") == true)
      try await house.file("He plans to appeal once more.\n", slug: "three", matters: ["appeal-y"])
      #expect(try await house.show("three").matters == ["appeal-x"])
      let revived = try await house.move("appeal-y", to: "revived", since: "2025-01-09")
      #expect(revived.matter.slug == "appeal-x" && revived.claims == 3)
      let other = await refusal {
        try await house.api("ana").mergeMatter("appeal-x", into: "appeal-y", key: "n")
      }
      #expect(other?.status == 409)
    }
  }

  @Test("A case that no matter is yet is offered once, with the command that makes it one")
  func newCase() async throws {
    try await withHouse { house in
      let text = "In R v Jones the jury was sent home.\n"
      let first = try await house.file(text, slug: "court").receipt?.notices ?? []
      #expect(first.contains { $0.contains("“R v Jones”") && $0.contains("stet matters new r-v-jones") })
      let again =
        try await house.file(Array((text + "It rained.\n").utf8), draft: "court").receipt?.notices ?? []
      #expect(!again.contains { $0.contains("R v Jones") })
      try await house.matter("r-v-jones", "R v Jones", "prosecution", parties: ["Pat Jones"])
      let known = try await house.file(text, slug: "later").receipt?.notices ?? []
      #expect(known.filter { $0.contains("R v Jones") }.map { $0.contains("stet matters confirm") } == [true])
    }
  }

  @Test("What a linked key point asserts is read anew when its words change")
  func readAnew() async throws {
    try await withHouse { house in
      try await house.matter("survivor", "The survivor's condition", "condition")
      let words = story {
        $0.body = "The fire is out. She is in hospital."
        $0.keyPoints = ["She is in a critical condition."]
      }
      try await house.file(words)
      _ = try await house.api("ana").linkMatter("survivor", .init(places: ["harbour:K1"]), key: "1")
      #expect(try await house.api("ana").matter("survivor").value.keyPoints.map(\.asserts) == ["critical"])
      try await house.file(
        story {
          $0.body = words.body
          $0.keyPoints = ["She is in a stable condition."]
        }, draft: "harbour")
      #expect(try await house.api("ana").matter("survivor").value.keyPoints.map(\.asserts) == ["stable"])
    }
  }

  @Test(
    "What a person said that a key point asserts stays through a reworded line, and a doubt about it is told")
  func saidByAPerson() async throws {
    try await withHouse { house in
      try await house.matter("survivor", "The survivor's condition", "condition")
      let file = { (words: String) in
        try await house.file(
          story {
            $0.body = "The fire is out. She is in hospital."
            $0.keyPoints = [words]
          }, draft: words.hasPrefix("Doctors fear") ? nil : "harbour")
      }
      _ = try await file("Doctors fear for her.")
      _ = try await house.api("ana").linkMatter(
        "survivor", .init(places: ["harbour:K1"], says: "critical"), key: "1")
      let typo = try await file("Her doctors fear for her.")
      #expect(try await house.api("ana").matter("survivor").value.keyPoints.map(\.asserts) == ["critical"])
      #expect(typo.receipt?.notices.contains { $0.contains("was linked to") } == false)
      let other = try await file("Her doctors fear for her in a stable condition.")
      #expect(try await house.api("ana").matter("survivor").value.keyPoints.map(\.asserts) == ["critical"])
      #expect(
        other.receipt?.notices.filter { $0.contains("was linked to") }.map {
          $0.hasSuffix("stet matters link survivor harbour/K1 --says stable.")
        } == [true])
    }
  }

  @Test(
    "A matter that a file names and nobody knows is told, with the name that may be meant, until it is described"
  )
  func undescribed() async throws {
    try await withAppeal { house in
      let notices = { (answer: DraftAnswer) in
        (answer.receipt?.notices ?? []).filter { $0.contains("nobody has said what that is") }
      }
      let text = "The owner is pleased.\n"
      let slip = notices(try await house.file(text, slug: "two", matters: ["apeal-x"]))
      #expect(slip.count == 1 && slip[0].contains("Did you mean “appeal-x”?"))
      #expect(notices(try await house.file(text, slug: "three", matters: ["appeal-x"])) == [])
      try await house.matter("apeal-x", "Another appeal", "appeal")
      #expect(notices(try await house.file(text, slug: "four", matters: ["apeal-x"])) == [])
    }
  }

  @Test(
    "A court that no shelf life is of is told",
    arguments: [
      ("us-nm", nil), ("us-nm-suppression", nil), ("us-oh", "counted as in us."), ("ew", nil), ("ecthr", nil),
      ("banana", "no shelf life"), ("us-nn-x", "counted as in us."), ("uksk", "“uksc”"),
    ] as [(String, String?)])
  func courts(court: String, says: String?) async throws {
    try await withHouse { house in
      let answer = try await house.api("ana").addMatter(
        MatterRequest(
          slug: "quay", title: "The quay", kind: "appeal", status: nil, court: court, parties: []),
        key: "c"
      ).value
      let notices = answer.receipt?.notices ?? []
      #expect(
        says.map { says in notices.count == 1 && notices[0].lowercased().contains(says) } ?? notices.isEmpty)
    }
  }

  @Test("A status is moved to by its name or as it is said, and is one and the same")
  func saidStatus() async throws {
    try await withAppeal { house in
      #expect(try await house.move("appeal-x", to: "pending", since: "2024-07-14").entry.status == "filed")
      #expect(try await house.move("appeal-x", to: "filed", since: "2024-07-14").outcome == .already)
      let linked = try await house.api("ana").linkMatter(
        "appeal-x", .init(places: ["one:C1"], says: "waiting for judgment"), key: "1"
      ).value
      #expect(linked.claims.map(\.asserts) == ["reserved"])
    }
  }

  @Test("A link that is taken from another matter is told")
  func taken() async throws {
    try await withAppeal { house in
      try await house.matter("other-x", "Another appeal", "appeal")
      let link = { (matter: String) in
        try await house.api("ana").linkMatter(matter, .init(places: ["one:C1"]), key: matter).value
      }
      #expect(
        try await link("other-x").receipt?.notices == [
          "one/C1 was linked to the matter appeal-x, and is not any more."
        ])
      #expect(try await house.api("ana").matter("appeal-x").value.linkedClaims == 0)
    }
  }

  @Test("Related matters and watched pages are shown; a relation is made once")
  func relations() async throws {
    try await withAppeal { house in
      try await house.matter("trial-x", "The trial", "prosecution")
      let request = RelationRequest(relation: "appeal-of", matter: "trial-x")
      _ = try await house.api("ana").relateMatter("appeal-x", request, key: "1")
      let again = await refusal { try await house.api("ana").relateMatter("appeal-x", request, key: "2") }
      #expect(again?.status == 409)
      let odd = await refusal {
        try await house.api("ana").relateMatter(
          "appeal-x", RelationRequest(relation: "like", matter: "trial-x"), key: "3")
      }
      #expect(odd?.status == 400)
      let watch = try await house.api("ben").watch(
        .init(about: "trial-x", url: "https://court.example/17", everyMinutes: nil, beforePublication: nil),
        key: "4"
      ).value.watch
      let shown = try await house.api("ana").matter("trial-x").value
      #expect(shown.watches.map(\.label) == [watch.label])
      let trial = shown.matter
      #expect(trial.relations.map(\.matter) == ["appeal-x"] && trial.relations.first?.ofThis == false)
      let moved = try await house.move("appeal-x", to: "withdrawn", since: "2024-12-23")
      #expect(moved.matter.relations.map(\.matter) == ["trial-x"])
      _ = try await house.api("ben").stopWatch(watch.label, key: "5")
      #expect(try await house.api("ana").matter("trial-x").value.watches.isEmpty)
    }
  }

  @Test("A move touches ten thousand claims in one transaction, or none of them")
  func many() async throws {
    try await withAppeal { house in
      try await house.tamper(
        """
        insert into claims (draft_id, number, kind, rule, origin, sentence_digest, person, as_of, due_because, matter_id,
          asserts, watched)
        select c.draft_id, c.number + n, c.kind, c.rule, 'person', sha256(n::text::bytea), false, c.as_of, 'x',
          c.matter_id, c.asserts, true
        from claims c, generate_series(100, 10098) n where c.matter_id is not null
        """)
      try await house.tamper(
        """
        insert into claim_occurrences (claim_id, revision_id, position, quote, span_start, span_end)
        select c.id, d.latest_revision_id, 1, 'plans to appeal', 0, 5
        from claims c join drafts d on d.id = c.draft_id where c.number >= 100
        """)
      func due() async throws -> Int? {
        try await house.database.read {
          try $0.first("select count(*) from claims where overtaken_by is not null", as: Int.self)
        }
      }
      let before = try await house.rows()
      // The last thing that a move writes fails: nothing of it may be left.
      try await house.tamper(
        "alter table outbox add constraint no_more check (event <> 'matter-moved') not valid")
      let reply = try await house.post(
        "/v1/matters/appeal-x/moves", json: #"{"to":"withdrawn","since":"2024-12-23","source":"s"}"#)
      #expect(reply.status == 500)
      #expect(try await due() == 0)
      #expect(try await house.rows() == before)
      house.faults.forget()
      try await house.tamper("alter table outbox drop constraint no_more")
      let moved = try await house.move("appeal-x", to: "withdrawn", since: "2024-12-23")
      #expect(moved.claims == 10_000 && moved.drafts == 1 && moved.places.count == 50)
      #expect(try await due() == 10_000)
    }
  }
}
