import Client
import Editorial
import Nightly
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

/// What newsrooms live through with matters that move, played through the service.
@Suite("Situations with matters")
struct MatterSituationTests {
  @Test(
    "The Rust appeal: asked from the written order in its court, due the night it is withdrawn, one question")
  func rust() async throws {
    try await withHouse { house in
      try await house.file(
        projectFile("Docs/Examples/rust-dismissal.txt"), .init(slug: "rust", published: "2024-07-13"))
      let api = try house.api("ana")
      let appeal = try #require(try await house.claim("plans to appeal", of: "rust"))
      #expect(appeal.due == "2024-08-15")
      #expect(appeal.dueBecause.contains("the day that the period runs from is not recorded"))
      try await house.matter("rust-appeal", "Appeal of the dismissal", "appeal", court: "us-nm")
      let linked = try await api.linkMatter(
        "rust-appeal", .init(places: ["rust:\(appeal.label)"]), key: "link"
      ).value
      #expect(linked.claims.map(\.asserts) == ["announced"])
      _ = try await api.anchorClaim(
        String(appeal.id),
        AnchorRequest(date: "2024-07-31", what: "written order filed", source: "docket"), key: "anchor")
      let anchored = try #require(try await house.claim("plans to appeal", of: "rust"))
      #expect(anchored.due == "2024-09-02")
      #expect(anchored.dueBecause.contains("Rule 12-201(A)(1)(b) NMRA"))
      #expect(anchored.dueBecause.contains("its last day is 30 August 2024"))
      let silent = try await house.night("2024-08-15")
      #expect(!silent.stale.contains { $0.stale.claim.rule == "appeal.planned" })
      let asked = try await house.night("2024-09-02")
      let question = try #require(asked.stale.first { $0.stale.claim.rule == "appeal.planned" })
      #expect(question.stale.question.contains("the defendant or the State"))
      #expect(!question.stale.question.contains("no appeal was filed"))
      try await house.move("rust-appeal", to: "filed", since: "2024-11")
      let moved = try await house.move("rust-appeal", to: "withdrawn", since: "2024-12-23")
      #expect(moved.outcome == .moved && moved.claims == 1 && moved.places.map(\.label) == [appeal.label])
      let after = try #require(try await house.claim("plans to appeal", of: "rust"))
      #expect(after.status == .due)
      #expect(
        after.dueBecause == "said planned; withdrawn since 23 December 2024, source https://docket.example/1")
      let night = try await house.night("2026-11-22")
      let same = night.stale.filter { $0.stale.claim.label == appeal.label }
      #expect(same.map(\.followUp) == [question.followUp])
    }
  }

  @Test("The civil lawsuits are offered as several matters, and nothing is linked by itself")
  func lawsuits() async throws {
    try await withHouse { house in
      for (slug, party) in [("suit-hutchins", "Halyna Hutchins"), ("suit-crew", "Serge Svetnoy")] {
        try await house.matter(slug, "Civil case in New Mexico of \(party)", "lawsuit", parties: [party])
      }
      try await house.file(
        "The family of Halyna Hutchins sued the producers. Serge Svetnoy sued them, too.\n", slug: "suits")
      let offered = try await house.api("ana").proposals(draft: "suits").value.proposals
      #expect(offered.map(\.matter).sorted() == ["suit-crew", "suit-hutchins"])
      #expect(
        try await house.api("ana").claims(draft: "suits", status: "all").value.claims.allSatisfy {
          $0.matter == nil
        })
    }
  }

  @Test(
    "The last day is counted as the court counts it, and the reason prints anchor, rule and count",
    arguments: [
      ("us-nm", "2024-07-12", "12 August 2024", "2024-08-15"),
      ("us-nm", "2024-10-24", "25 November 2024", "2024-11-28"),
      ("us-nm-suppression", "2024-07-12", "26 July 2024", "2024-07-29"),
    ])
  func sunday(court: String, filed: String, last: String, asked: String) async throws {
    try await withHouse { house in
      try await house.file("The State plans to appeal the ruling of the court.\n", slug: "ruling")
      try await house.matter("ruling-appeal", "Appeal of the ruling", "appeal", court: court)
      let claim = try #require(try await house.claim("plans to appeal", of: "ruling"))
      _ = try await house.api("ana").linkMatter(
        "ruling-appeal", .init(places: ["ruling:\(claim.label)"]), key: "1")
      let anchored = try await house.api("ana").anchorClaim(
        String(claim.id), AnchorRequest(date: filed, what: "order filed", source: "docket 7"), key: "2"
      ).value.claim
      #expect(anchored.due == asked)
      for part in ["order filed", "docket 7", "12-201(A)(1)", "its last day is \(last)"] {
        #expect(anchored.dueBecause.contains(part), "\(anchored.dueBecause)")
      }
    }
  }

  @Test("A toll that is final makes the open counts due, and leaves alone what says something else")
  func toll() async throws {
    try await withHouse { house in
      try await house.matter("ferry", "Ferry toll", "toll")
      try await house.file(
        "At least 12 people were killed when a ferry capsized.\n", slug: "first", matters: ["ferry"])
      try await house.file(
        "More than a dozen are dead, and 12 were injured.\n", slug: "second", matters: ["ferry"])
      try await house.move("ferry", to: "open", since: "2024-07-12")
      let moved = try await house.move("ferry", to: "final", since: "2024-08")
      #expect(moved.places.map(\.draft) == ["first"])
      #expect(moved.places.first?.dueBecause.hasPrefix("said an open count; final since August 2024") == true)
    }
  }

  @Test("Same name, another man: one story is due, the councillor is offered once, and a no is remembered")
  func sameName() async throws {
    try await withHouse { house in
      try await house.matter("r-v-smith", "R v John Smith (Leeds)", "prosecution", parties: ["John Smith"])
      try await house.file(
        "John Smith, of Leeds, was charged with fraud on Monday.\n", slug: "fraud", matters: ["r-v-smith"])
      for number in 1...6 {
        let filed = try await house.file(
          "On day \(number) Councillor John Smith (York) opened a bazaar. He plans to open another.\n",
          slug: "york-\(number)")
        if number == 1 {
          #expect(filed.notices.contains { $0.contains("same person?") })
          _ = try await house.api("ana").answerProposal(
            of: "york-1", matter: "r-v-smith", isAbout: false, key: "no")
        } else {
          #expect(!filed.notices.contains { $0.contains("r-v-smith") }, "\(filed.notices)")
        }
      }
      let moved = try await house.move("r-v-smith", to: "convicted", since: "2024-11-04", party: "John Smith")
      #expect(moved.claims == 1 && moved.places.map(\.draft) == ["fraud"])
      let york = try await house.api("ana").claims(status: "all").value.claims.filter { $0.draft != "fraud" }
      #expect(york.allSatisfy { $0.matter == nil && !$0.dueBecause.contains("convicted") })
    }
  }

  @Test(
    "Three in the dock: one status each, the acquitted one's places first; quashed later, active again at a retrial"
  )
  func dock() async throws {
    try await withHouse { house in
      try await house.matter(
        "dock", "R v Roe and others", "prosecution", parties: ["Ann Roe", "Bob Doe", "Cy Poe"])
      for (slug, name) in [("roe", "Ann Roe"), ("doe", "Bob Doe"), ("poe", "Cy Poe")] {
        try await house.file("\(name) was charged with fraud.\n", slug: slug, matters: ["dock"])
      }
      let whole = await refusal {
        try await house.move("dock", to: "acquitted", since: "2024-06-01")
      }
      #expect(whole?.status == 400 && whole?.detail.contains("--party") == true)
      let roe = try await house.move("dock", to: "acquitted", since: "2024-06-01", party: "Ann Roe")
      #expect(roe.places.map(\.draft) == ["roe"])
      for count in ["1", "4"] {
        try await house.move("dock", to: "convicted", since: "2024-06-01", party: "Bob Doe", count: count)
      }
      try await house.move("dock", to: "hung", since: "2024-06-01", party: "Cy Poe")
      let shown = try await house.api("ana").matter("dock").value.matter
      #expect(
        shown.status
          == "acquitted (Ann Roe); convicted (Bob Doe, count 1); convicted (Bob Doe, count 4); "
          + "without a verdict (Cy Poe)")
      try await house.move("dock", to: "dropped", since: "2024-07-01", party: "Cy Poe")
      for count in ["1", "4"] {
        try await house.move("dock", to: "quashed", since: "2025-06-01", party: "Bob Doe", count: count)
      }
      #expect(try await house.api("ana").matter("dock").value.matter.active == false)
      try await house.move("dock", to: "retrial-ordered", since: "2025-06-01", party: "Bob Doe", count: "1")
      #expect(try await house.api("ana").matter("dock").value.matter.active)
    }
  }

  @Test("The acquittal nobody covered: the old story is due the day somebody records it, with the source")
  func acquittal() async throws {
    try await withHouse { house in
      try await house.file("Dr Yan Yu, 51, was charged with fraud.\n", slug: "fraud", published: "2023-03-10")
      let claim = try #require(try await house.claim("charged", of: "fraud"))
      #expect(claim.due == "2023-05-09")
      try await house.matter("yu", "The case against Yan Yu", "prosecution", parties: ["Yan Yu"])
      _ = try await house.api("ana").linkMatter("yu", .init(places: ["fraud:\(claim.label)"]), key: "1")
      try await house.move("yu", to: "acquitted", since: "2024-05-14", party: "Yan Yu")
      let after = try #require(try await house.claim("charged", of: "fraud"))
      #expect(after.due == "2023-05-09")
      #expect(after.dueBecause.contains("said charged; acquitted since 14 May 2024"))
    }
  }

  @Test("The pasted paragraph is caught when it is filed, before anything else, named or not")
  func pasted() async throws {
    try await withHouse { house in
      try await house.matter("yu", "The case against Yan Yu", "prosecution", parties: ["Yan Yu"])
      try await house.move("yu", to: "acquitted", since: "2025-05-14", party: "Yan Yu")
      let old = "The firm was run by Yan Yu, who is awaiting trial. It makes pumps.\n"
      let named = try await house.file(old, slug: "named", published: "2026-03-01", matters: ["yu"])
      let first = try #require(named.notices.first)
      #expect(first.contains("who is awaiting trial") && first.contains("acquitted since 14 May 2025"))
      #expect(first.contains("https://docket.example/1"))
      let unnamed = try await house.file(old, slug: "unnamed", published: "2026-03-01")
      let offered = try #require(unnamed.notices.first)
      #expect(offered.contains("No longer so?") && offered.contains("acquitted since 14 May 2025"))
      #expect(offered.contains("stet matters confirm yu unnamed"))
      let confirmed = try await house.api("ana").answerProposal(
        of: "unnamed", matter: "yu", isAbout: true, key: "yes"
      ).value
      #expect(confirmed.claims.map(\.status) == [.due])
    }
  }

  @Test(
    "Signed at 22:00, overtaken at 03:10, due out at 06:00: the signature lapses, it does not go out, and says so"
  )
  func overtaken() async throws {
    try await withHouse { house in
      try await house.matter("survivor", "The survivor's condition", "condition")
      try await house.file(
        story {
          $0.body = "A fire destroyed two warehouses. She is in a critical condition."
          $0.keyPoints = ["Two warehouses burned down.", "She is in a critical condition."]
        })
      _ = try await house.sign(["K1"])
      let signed = try await house.api("ben").signOff(
        "harbour", house.approval(["K2"], untilMoves: "survivor"), key: "k2"
      ).value
      #expect(signed.draft.state == .ready)
      #expect(signed.draft.keyPoints[1].signOffs.first?.untilMoves == "survivor")
      let moved = try await house.move("survivor", to: "died", since: "2024-07-15")
      #expect(moved.lapsed.map(\.keyPoint) == ["K2"])
      let draft = try await house.show()
      let lapsed = try #require(draft.keyPoints[1].signOffs.first)
      #expect(
        lapsed.standing == .outdated && lapsed.because.hasPrefix("matter moved: survivor is dead since"))
      #expect(draft.state == .inReview && draft.keyPoints[0].signOffs.first?.standing == .current)
      let listed = try await house.api("ana").drafts().value.drafts.first { $0.slug == "harbour" }
      #expect(listed?.state == .inReview && listed?.signed == 1)
      let refused = await refusal { try await house.publish() }
      #expect(refused?.status == 409)
      let told = try await house.database.read {
        try $0.all("select event from outbox order by id desc limit 2", as: String.self)
      }
      #expect(told == ["matter-moved", "sign-offs-lapsed"])
      let log = try await house.api("ana").log(of: "harbour").value.entries.last?.says
      #expect(log?.contains("lapsed, because the matter moved") == true)
    }
  }

  @Test(
    "What a linked key point or its claim says lapses too while it is not out; what is out keeps its signature"
  )
  func resting() async throws {
    try await withHouse { house in
      try await house.matter("survivor", "The survivor's condition", "condition")
      let words = story {
        $0.body = "She is in a critical condition in hospital. It rained."
        $0.keyPoints = ["She is in a critical condition.", "It rained."]
      }
      try await house.file(words)
      try await house.file(words, .init(slug: "out", published: "2024-07-13"))
      for slug in ["harbour", "out"] {
        _ = try await house.sign(of: slug)
        _ = try await house.api("ana").linkMatter("survivor", .init(places: ["\(slug):K1"]), key: slug)
      }
      try await house.publish("out")
      let moved = try await house.move("survivor", to: "died", since: "2024-07-15")
      #expect(moved.lapsed.map { "\($0.draft) \($0.keyPoint)" } == ["harbour K1"])
      #expect(try await house.show("out").keyPoints[0].signOffs.first?.standing == .current)
    }
  }

  @Test("The agency corrects: one move, three places, one question")
  func agency() async throws {
    try await withHouse { house in
      try await house.matter("arrests", "Arrests at the port", "toll")
      for slug in ["one", "two", "three"] {
        try await house.file("Police said 17 people were arrested at the port.\n", slug: slug)
        let claim = try await house.api("ana").addClaim(
          to: slug,
          .init(quote: "17 people were arrested", kind: .provisionalFigure, expected: nil, matter: nil),
          key: slug
        ).value.claim
        _ = try await house.api("ana").linkMatter(
          "arrests", .init(places: ["\(slug):\(claim.label)"], says: "open"), key: "link-\(slug)")
      }
      try await house.move("arrests", to: "open", since: "2024-07-12")
      let moved = try await house.move("arrests", to: "revised", since: "2024-07-13")
      #expect(moved.claims == 3 && moved.drafts == 3)
      let night = try await house.night(nil)
      let asked = night.stale.filter { $0.stale.claim.matter == "arrests" }
      #expect(asked.count == 3 && Set(asked.map(\.followUp)).count == 1)
      #expect(asked.first?.stale.question.contains("has moved on") == true)
    }
  }

  @Test("The bridge that did not open: seen before it is confirmed, four places, one question, autumn kept")
  func bridge() async throws {
    try await withHouse { house in
      let year = try await house.today().year + 1
      try await house.matter("bridge", "Bridge opening", "release")
      try await house.move("bridge", to: "announced", since: "\(year)-05-01")
      for slug in ["one", "two", "three"] {
        try await house.file(
          "The bridge is scheduled to open on 1 May \(year), the \(slug) said.\n", slug: slug, published: nil,
          matters: ["bridge"])
      }
      // A translation is reached through the matter: its words are linked by hand.
      try await house.file("El puente abre el 1 de mayo de \(year).\n", slug: "puente", published: nil)
      _ = try await house.api("ana").addClaim(
        to: "puente",
        .init(quote: "abre el 1 de mayo", kind: .scheduledEvent, expected: "\(year)-05-01", matter: nil),
        key: "p")
      _ = try await house.api("ana").linkMatter(
        "bridge", .init(places: ["puente:C1"], says: "announced"), key: "l")
      let request = MoveRequest(
        to: "postponed", since: "\(year)-23", source: "https://council.example/3", tries: true)
      let seen = try await house.api("ana").moveMatter("bridge", request, key: "try").value
      #expect(seen.tried && seen.claims == 4 && seen.places.count == 4)
      #expect(try await house.api("ana").matter("bridge").value.matter.timeline.count == 1)
      #expect(try await house.api("ana").claims(status: "due").value.claims.isEmpty)
      let moved = try await house.move("bridge", to: "postponed", since: "\(year)-23")
      #expect(moved.claims == 4 && moved.entry.since == "\(year)-23")
      #expect(
        moved.places.allSatisfy {
          $0.dueBecause.contains("said announced for 1 May \(year); put off for 1 September")
        },
        "\(moved.places.map(\.dueBecause))")
      let night = try await house.night(nil)
      let asked = night.stale.filter { $0.stale.claim.matter == "bridge" }
      #expect(asked.count == 4 && Set(asked.map(\.followUp)).count == 1)
    }
  }
}

extension House {
  func matter(
    _ slug: String, _ title: String, _ kind: String, court: String? = nil, parties: [String] = []
  ) async throws {
    _ = try await api("ana").addMatter(
      MatterRequest(slug: slug, title: title, kind: kind, status: nil, court: court, parties: parties),
      key: StetAPI.freshKey())
  }

  @discardableResult
  func move(
    _ slug: String, to status: String, since: String, party: String? = nil, count: String? = nil,
    force: String? = nil, by handle: String = "ana"
  ) async throws -> MoveAnswer {
    try await api(handle).moveMatter(
      slug,
      MoveRequest(
        to: status, since: since, source: "https://docket.example/1", party: party, count: count, force: force
      ),
      key: StetAPI.freshKey()
    ).value
  }

  @discardableResult
  func file(
    _ text: String, slug: String, published: String? = "2024-07-13", matters: [String] = []
  ) async throws -> DraftAnswer {
    try await file(
      Array(text.utf8), Client.Filing(slug: slug, published: published, matters: matters))
  }

  func claim(_ words: String, of slug: String) async throws -> ClaimJSON? {
    try await api("ana").claims(draft: slug, status: "all").value.claims.first { $0.quote.contains(words) }
  }

  func approval(_ labels: [String], untilMoves matter: String) -> SignOffRequest {
    var request = SignOffRequest(
      keyPoints: labels, all: nil, read: .fact, verdict: .approve, basis: nil, comment: nil, reason: nil,
      evidence: nil, revision: 1)
    request.untilMoves = matter
    return request
  }
}

extension DraftAnswer {
  /// What was said of a filing.
  fileprivate var notices: [String] { receipt?.notices ?? [] }
}
