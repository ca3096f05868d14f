import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Limited drafts")
struct LimitTests {
  private static let grew =
    "The economy of Norland grew by 4.1 percent in the third quarter of 2026, said Statnor."
  private static let shrank = grew.replacing("4.1", with: "3.9")

  private static func figures(_ sentence: String) -> Story {
    Story(
      body: "Minister Jonas Reed of Norland spoke in Mora. \(sentence) Jonas Reed praised Statnor.",
      keyPoints: ["The economy of Norland grew.", "Minister Jonas Reed spoke."])
  }

  /// Business with cy as chief and editor, who checks facts too; ana reports there. Politics with bo and its chief eve.
  private func withDesks(_ body: (House) async throws -> Void) async throws {
    try await withHouse { house in
      let test = Actor.operator(user: "test")
      var tokens = house.tokens
      for desk in ["business", "politics"] { try await house.newsroom.addDesk(desk, by: test) }
      for (handle, desk, roles) in [
        ("ana", "business", [.reporter]), ("cy", "business", [.chief, .editor, .factChecker]),
        ("bo", "politics", [.reporter]), ("eve", "politics", [.chief, .editor, .factChecker]),
      ] as [(String, String, [Role])] {
        try await house.newsroom.addMember(handle, name: nil, desk: desk, roles: roles, by: test)
      }
      for handle in ["cy", "bo"] {
        tokens[handle] = try await house.newsroom.createToken(for: handle, days: nil, by: test)
      }
      try await body(House(newsroom: house.newsroom, url: house.url, tokens: tokens, faults: house.faults))
    }
  }

  @Test(
    "The embargoed figure: the other desk learns nothing, the owner is told and decides, and nothing is out at midnight"
  )
  func embargoedFigure() async throws {
    try await withDesks { house in
      try await house.tamper("update newsroom set time_zone = 'Europe/London'")
      var story = Self.figures(Self.grew)
      story.front = "embargo: 2027-04-02T00:01"
      let filed = try await house.fileLimited(story, to: ["@business"], desk: "business")
      let slug = filed.draft.slug
      #expect(slug.wholeMatch(of: /q3-figures-[a-z0-9]{4}/) != nil)
      #expect(filed.draft.limited?.says == "desk business")
      #expect(filed.receipt?.notices.first?.contains("--draft \(slug)") == true)
      let other = try await house.file(
        Self.figures(Self.shrank), as: "bo", .init(slug: "growth", desk: "politics"))
      #expect(other.draft.contradictions.isEmpty && other.draft.overtakes.isEmpty)
      #expect(other.receipt?.notices == [])
      for handle in ["bo", "eve", "dov"] {
        #expect(try await house.queue(handle).filter { $0.contains(slug) } == [])
        #expect(try await house.get("/v1/drafts/\(slug)", as: handle).status == 404)
      }
      #expect(try await house.api("bo").contradictions(status: "all", all: true).value.contradictions.isEmpty)
      for handle in ["ana", "cy"] { #expect(try await house.queue(handle).contains("collision \(slug) Y1")) }
      let told = try #require(try await house.show(slug).collisions.first)
      #expect(
        told.draft == "growth" && told.quote == Self.shrank && told.mine == Self.grew && told.outcome == nil)
      // The next revision of either finds it again, and it is the same one.
      try await house.file(Self.figures(Self.shrank + " It rained."), as: "bo", draft: "growth", .init())
      #expect(try await house.show(slug).collisions.map(\.label) == ["Y1"])
      // Planned for midnight, and held back a minute.
      try await house.embargo(slug, until: nil, reason: "to plan it", by: "cy")
      try await house.sign(of: slug, by: "cy")
      try await house.plan(slug, at: "2027-04-02T00:00", by: "cy")
      try await house.embargo(slug, until: "2027-04-02T00:01", by: "cy")
      let refused = try await house.newsroom.release(asOf: "2027-04-01T23:00:00.000000Z").first
      #expect(refused?.isPublished == false)
      #expect(refused?.why.joined().contains("2 April 2027 00:01 Europe/London (2027-04-01T23:01Z)") == true)
      #expect(try await house.get("/v1/drafts/\(slug)", as: "bo").status == 404)
      let early = await refusal { try await house.publish(slug, by: "cy") }
      #expect(early?.type == "/problems/embargo")
      #expect(
        early?.detail.contains("00:01 Europe/London") == true && early?.detail.contains("23:01Z") == true)
    }
  }

  @Test("Who is told reads it from then on, and finds the contradiction; nobody else on their desk does")
  func told() async throws {
    try await withDesks { house in
      let slug = try await house.fileLimited(Self.figures(Self.grew), to: ["@business"], desk: "business")
        .draft.slug
      try await house.file(Self.figures(Self.shrank), as: "bo", .init(slug: "growth", desk: "politics"))
      let stranger = await refusal { try await house.settleCollision("Y1", of: slug, .told, by: "bo") }
      #expect(stranger?.status == 404)
      let answer = try await house.settleCollision("Y1", of: slug, .told, by: "ana")
      #expect(answer.draft.collisions.first?.outcome == .told)
      #expect(answer.draft.limited?.members == ["bo"] && answer.draft.limited?.desks == ["business"])
      #expect(try await house.get("/v1/drafts/\(slug)", as: "bo").status == 200)
      let found = try #require(try await house.show("growth", as: "bo").contradictions.first)
      #expect(found.kind == .archive && found.status == .suggested)
      #expect(found.passages.map(\.quote) == [Self.shrank, Self.grew])
      for handle in ["eve", "dov"] {
        #expect(try await house.show("growth", as: handle).contradictions.isEmpty)
        #expect(try await house.api(handle).contradictions(all: true).value.contradictions.isEmpty)
        #expect(try await house.get("/v1/drafts/\(slug)", as: handle).status == 404)
        let settled = try await house.post(
          "/v1/contradictions/growth:X1/settlement", json: #"{"outcome":"cut"}"#, as: handle)
        #expect(settled.status == 404)
      }
      #expect(
        await refusal { try await house.api("bo").confirm("growth:X1", key: "c") }?.type
          == "/problems/limited")
      // Its next revision has it still, and so has nobody else.
      try await house.file(Self.figures(Self.shrank + " It rained."), as: "bo", draft: "growth", .init())
      #expect(try await house.show("growth", as: "bo").contradictions.map(\.gone) == [false])
      #expect(try await house.show("growth", as: "eve").contradictions.isEmpty)
      #expect(
        try await house.api("eve").log(of: "growth").value.entries.allSatisfy { !$0.says.contains("X1") })
      #expect(
        await refusal { try await house.settleCollision("Y1", of: slug, .kept, by: "ana") }?.status == 409)
    }
  }

  @Test("Left alone it waits for nobody, and once the story is out the other desk has it")
  func keptAndPublished() async throws {
    try await withDesks { house in
      let slug = try await house.fileLimited(Self.figures(Self.grew), to: ["@business"], desk: "business")
        .draft.slug
      try await house.file(Self.figures(Self.shrank), as: "bo", .init(slug: "growth", desk: "politics"))
      try await house.file(
        Self.figures(Self.shrank.replacing("3.9", with: "3.7")), as: "bo",
        .init(slug: "speech", desk: "politics"))
      let (first, second) = ("growth", "speech")
      #expect(try await house.show(slug).collisions.map(\.draft) == [first, second])
      try await house.settleCollision("Y1", of: slug, .kept, by: "cy")
      #expect(try await house.queue("ana").filter { $0.hasPrefix("collision") } == ["collision \(slug) Y2"])
      try await house.sign(of: slug, by: "cy")
      let out = try await house.publish(slug, by: "cy")
      #expect(out.draft.limited == nil)
      #expect(
        out.receipt?.notices.contains("It was limited to desk business, and is open to the newsroom now.")
          == true)
      #expect(try await house.get("/v1/drafts/\(slug)", as: "bo").status == 200)
      // What was kept until then comes now, and so does what nobody settled.
      #expect(
        try await house.show("speech", as: "eve").contradictions.map(\.status) == [.suggested, .suggested])
      #expect(
        try await house.show("growth", as: "eve").contradictions.contains { contradiction in
          contradiction.passages.contains { $0.draft == slug }
        })
      #expect(try await house.api("eve").log(of: slug).value.entries.contains { $0.act == "limit" } == false)
    }
  }

  @Test(
    "A limited draft filed after another has the contradiction by itself, and the other shows nothing of it")
  func filedAfter() async throws {
    try await withDesks { house in
      try await house.file(Self.figures(Self.shrank), as: "bo", .init(slug: "growth", desk: "politics"))
      let filed = try await house.fileLimited(Self.figures(Self.grew), to: ["@business"], desk: "business")
        .draft
      #expect(filed.contradictions.map(\.kind) == [.archive] && filed.collisions.isEmpty)
      #expect(try await house.show("growth", as: "bo").contradictions.isEmpty)
      let again = try await house.file(
        Self.figures(Self.shrank + " It rained."), as: "bo", draft: "growth", .init()
      ).draft
      #expect(again.contradictions.isEmpty)
      #expect(try await house.show(filed.slug).collisions.isEmpty)
    }
  }

  @Test("A correction that a limited draft opens in another story does not name it")
  func correctsElsewhere() async throws {
    try await withDesks { house in
      try await house.file(Self.figures(Self.shrank), .init(slug: "growth", desk: "business"))
      try await house.sign(of: "growth", by: "cy")
      try await house.publish("growth", by: "cy")
      let slug = try await house.fileLimited(Self.figures(Self.grew), to: ["@business"], desk: "business")
        .draft.slug
      _ = try await house.api("cy").settle(
        "\(slug):X1", .init(outcome: .correctPublished, note: nil, by: nil, inDraft: "growth"), key: "s")
      let corrections = try await house.show("growth", as: "bo").corrections
      #expect(corrections.count == 1)
      for path in ["drafts/growth", "drafts/growth/log", "corrections"] {
        #expect(try await house.get("/v1/\(path)", as: "bo").text.contains(slug) == false, "\(path)")
      }
    }
  }

  @Test("What is planned is not limited away from whoever planned it")
  func planned() async throws {
    try await withDesks { house in
      try await house.file(Self.figures(Self.grew), .init(slug: "q3", desk: "business"))
      try await house.sign(of: "q3", by: "cy")
      try await house.plan("q3", at: "\(try await house.dayAhead(1))T06:00", by: "cy")
      #expect(await refusal { try await house.limit("q3", to: ["ana"]) }?.type == "/problems/planned")
      #expect(try await house.limit("q3", to: ["cy"]).draft.limited?.members == ["cy"])
    }
  }

  @Test("A limited draft goes out though something open in it quotes another limited one, which stays hidden")
  func opensBesideAnother() async throws {
    try await withDesks { house in
      _ = try await house.newsroom.setPolicy(
        Policy.defaultYAML.replacing("blocking: [internal, archive]", with: "blocking: [internal]"),
        of: "business", by: .operator(user: "t"))
      let hidden = try await house.fileLimited(Self.figures(Self.shrank), to: ["@business"], desk: "business")
        .draft.slug
      let slug = try await house.fileLimited(Self.figures(Self.grew), to: ["@business"], desk: "business")
        .draft.slug
      _ = try await house.api("ana").confirm("\(slug):X1", key: "c")
      try await house.sign(of: slug, by: "cy")
      try await house.publish(slug, by: "cy")
      #expect(try await house.show(slug, as: "cy").contradictions.map(\.status) == [.suggested])
      for path in ["drafts/\(slug)?all=true", "drafts/\(slug)/log", "contradictions?status=all&all=true"] {
        let reply = try await house.get("/v1/\(path)", as: "bo")
        #expect(reply.status == 200 && !reply.text.contains(hidden) && !reply.text.contains("3.9"), "\(path)")
      }
    }
  }

  @Test("Where neither side may read the other, nobody is told")
  func bothLimited() async throws {
    try await withDesks { house in
      let slug = try await house.fileLimited(Self.figures(Self.grew), to: ["@business"], desk: "business")
        .draft.slug
      let other = try await house.fileLimited(
        Self.figures(Self.shrank), to: ["@politics"], desk: "politics", by: "bo"
      ).draft
      #expect(other.contradictions.isEmpty && other.collisions.isEmpty)
      #expect(try await house.show(slug).collisions.isEmpty)
      #expect(try await house.rows()["collisions"] == 0)
    }
  }

  @Test("A draft that was open is limited by its writer or chief, and opened again")
  func limitLater() async throws {
    try await withDesks { house in
      try await house.file(Self.figures(Self.grew), .init(slug: "q3", desk: "business"))
      for (handle, type) in [("bo", "role"), ("dov", "role"), ("eve", "role")] {
        #expect(
          await refusal { try await house.limit("q3", to: ["bo"], by: handle) }?.type == "/problems/\(type)")
      }
      for names in [["zoe"], ["@zoe"], ["bo", "@nowhere"]] {
        let unknown = await refusal { try await house.limit("q3", to: names) }
        #expect(
          unknown?.type == "/problems/reader" && unknown?.detail.contains("“\(names.last ?? "")”") == true)
      }
      let alone = await refusal { try await house.limit("q3", to: ["bo"], by: "cy") }
      #expect(alone?.detail.contains("name yourself as well") == true)
      let limited = try await house.limit("q3", to: ["cy"])
      #expect(limited.draft.limited?.says == "cy")
      #expect(limited.receipt?.notices.first?.contains("Its name was known") == true)
      for handle in ["bo", "dov", "eve"] {
        #expect(try await house.get("/v1/drafts/q3", as: handle).status == 404)
      }
      for handle in ["ana", "cy"] { #expect(try await house.get("/v1/drafts/q3", as: handle).status == 200) }
      // Nobody takes it from its writer.
      try await house.limit("q3", to: ["cy", "@politics"], by: "cy")
      #expect(try await house.get("/v1/drafts/q3", as: "ana").status == 200)
      #expect(try await house.get("/v1/drafts/q3", as: "bo").status == 200)
      #expect(await refusal { try await house.openToAll("q3", by: "bo") }?.status == 403)
      #expect(try await house.openToAll("q3", by: "cy").draft.limited == nil)
      #expect(try await house.get("/v1/drafts/q3", as: "dov").status == 200)
      #expect(await refusal { try await house.openToAll("q3", by: "cy") }?.type == "/problems/not-limited")
      #expect(
        try await house.events().filter { $0.hasPrefix("limit") } == ["limited", "limited", "limit-lifted"])
    }
  }

  @Test("Whoever stands in the byline reads it, and what readers see is not limited any more")
  func bylineAndLive() async throws {
    try await withDesks { house in
      var filing = Client.Filing(slug: "q3", byline: ["By Flo Marsh and Ana Lind"], desk: "business")
      filing.limitedTo = ["cy"]
      let slug = try await house.file(Self.figures(Self.grew), filing).draft.slug
      #expect(try await house.get("/v1/drafts/\(slug)", as: "flo").status == 200)
      #expect(try await house.get("/v1/drafts/\(slug)", as: "ben").status == 404)
      try await house.publishFigure("£3.4bn", "out")
      #expect(await refusal { try await house.limit("out", to: ["ana"]) }?.type == "/problems/published")
    }
  }

  @Test("What is left to somebody who may not read it is refused, with the command that lets them")
  func leftToOthers() async throws {
    try await withDesks { house in
      let slug = try await house.fileLimited(Self.figures(Self.grew), to: ["cy"], desk: "business").draft.slug
      for handle in ["bo", "eve"] {
        let assigned = await refusal {
          try await house.api("cy").assign(
            slug, AssignmentRequest(read: .fact, to: handle), key: StetAPI.freshKey())
        }
        #expect(assigned?.next == ["stet limit \(slug) --to cy,\(handle) --reason TEXT"])
      }
      let deputy = await refusal {
        try await house.api("ana").setAway(.init(until: "9000-01-01", deputy: "ben"), key: "a")
      }
      #expect(deputy?.next == ["stet limit \(slug) --to cy,ben --reason TEXT"])
      _ = try await house.api("ana").setAway(.init(until: "9000-01-01", deputy: "cy"), key: "b")
    }
  }

  @Test("Reads that nobody among the readers can give are told when it is filed")
  func unread() async throws {
    try await withDesks { house in
      let filed = try await house.fileLimited(Self.figures(Self.grew), to: ["ben"], desk: "business")
      #expect(
        filed.receipt?.notices.contains {
          $0.hasPrefix("Nobody who may read it can give the fact read of K1")
        } == true)
    }
  }

  @Test("A matter that nobody knows is not named by a limited draft, and nothing is filed")
  func unknownMatter() async throws {
    try await withDesks { house in
      let before = try await house.rows()
      var filing = Client.Filing(slug: "q3", desk: "business", matters: ["secret-takeover"])
      filing.limitedTo = ["cy"]
      let refused = await refusal { [filing] in try await house.file(Self.figures(Self.grew), filing) }
      #expect(refused?.type == "/problems/matter-unknown")
      let unknown = await refusal {
        try await house.fileLimited(Self.figures(Self.grew), to: ["cy", "@nowhere"], desk: "business")
      }
      #expect(
        unknown?.detail
          == "“@nowhere” is neither a member nor a desk; write ana or @business. Nothing was filed.")
      #expect(try await house.rows() == before)
      let slug = try await house.fileLimited(Self.figures(Self.grew), to: ["cy"], desk: "business").draft.slug
      let revised = await refusal {
        try await house.file(Self.figures(Self.grew), draft: slug, .init(matters: ["secret-takeover"]))
      }
      #expect(revised?.type == "/problems/matter-unknown")
    }
  }

  @Test("Open contradictions and questions that others share stand in the way; suggestions show no more")
  func quoted() async throws {
    try await withDesks { house in
      try await house.file(Self.figures(Self.grew), .init(slug: "q3", desk: "business"))
      let other = try await house.file(
        Self.figures(Self.shrank), as: "bo", .init(slug: "growth", desk: "politics")
      ).draft
      #expect(other.contradictions.map(\.status) == [.suggested])
      _ = try await house.api("bo").confirm("growth:X1", key: "c")
      let refused = await refusal { try await house.limit("q3", to: ["cy"]) }
      #expect(refused?.type == "/problems/quoted" && refused?.detail.contains("growth/X1") == true)
      _ = try await house.api("eve").settle(
        "growth:X1", .init(outcome: .rounding, note: "n", by: nil, inDraft: nil), key: "s")
      try await house.limit("q3", to: ["cy"])
      #expect(try await house.show("growth", as: "bo").contradictions.isEmpty)
      #expect(
        try await house.api("eve").contradictions(status: "all", all: true).value.contradictions.isEmpty)
      // A revision of the other draft neither finds it nor opens it again.
      let revised = try await house.file(
        Self.figures(Self.shrank + " It rained."), as: "bo", draft: "growth", .init())
      #expect(revised.draft.contradictions.isEmpty)
      try await house.openToAll("q3")
      #expect(try await house.show("growth", as: "bo").contradictions.map(\.outcome) == [.rounding])
      let flagged = try await house.file(
        Self.figures(Self.grew), as: "eve", .init(slug: "third", desk: "politics"))
      #expect(flagged.draft.contradictions.count == 1)
    }
  }

  @Test("No open story tells that a limited one supersedes it, nor is flagged against it")
  func superseded() async throws {
    try await withDesks { house in
      try await house.file(Self.figures(Self.shrank), as: "cy", .init(slug: "growth", desk: "business"))
      let slug = try await house.fileLimited(
        Self.figures(Self.grew), to: ["@business"], desk: "business"
      ).draft.slug
      let own = try #require(try await house.show(slug).contradictions.first)
      let refused = await refusal {
        try await house.api("cy").settle(
          String(own.id), .init(outcome: .superseded, note: nil, by: slug, inDraft: nil), key: "s")
      }
      #expect(refused?.type == "/problems/limited")
      let flagged = await refusal {
        try await house.api("cy").flag(
          "growth",
          .init(
            quote: Self.shrank, against: Self.grew, againstDraft: slug, kind: nil, note: nil), key: "f")
      }
      #expect(flagged?.type == "/problems/limited")
      #expect(try await house.show("growth", as: "bo").contradictions.isEmpty)
    }
  }

  @Test("An erasure takes the words of either story out of what collided", arguments: [true, false])
  func erased(isLimitedOne: Bool) async throws {
    try await withDesks { house in
      let ops = Actor.operator(user: "ops")
      let slug = try await house.fileLimited(
        Self.figures(Self.grew), to: ["@business"], desk: "business"
      ).draft.slug
      try await house.file(
        Self.figures(Self.shrank), as: "bo", .init(slug: "growth", desk: "politics"))
      try await house.settleCollision("Y1", of: slug, .told, by: "ana")
      let (erased, chief, figure) =
        isLimitedOne ? (slug, "cy", "4.1 percent") : ("growth", "eve", "3.9 percent")
      #expect(try await house.tables(with: figure).contains("collisions"))
      _ = try await house.api(chief).spike(erased, reason: "an order", key: "s")
      _ = try await house.api(chief).approveErasure(of: erased, order: "HC 1", key: "a")
      _ = try await house.newsroom.erase(erased, order: "HC 1", approvedBy: chief, by: ops)
      #expect(try await house.tables(with: figure) == [])
      #expect(try await house.tables(with: "so it is").contains("limits") == !isLimitedOne)
    }
  }

  @Test("What is taken out of the database is whole: who may read it, and what collided")
  func exported() async throws {
    try await withDesks { house in
      let slug = try await house.fileLimited(
        Self.figures(Self.grew), to: ["@business"], desk: "business"
      ).draft.slug
      try await house.file(
        Self.figures(Self.shrank), as: "bo", .init(slug: "growth", desk: "politics"))
      let ops = Actor.operator(user: "ops")
      let json = try await house.newsroom.export(slug, for: .counsel, by: ops).json
      #expect(json.contains(#""desks": ["business"]"#) && json.contains(#""other": "growth""#))
      // The other story's has nothing of it.
      let other = try await house.newsroom.export("growth", for: .disclosure, by: ops).json
      #expect(!other.contains(slug) && !other.contains("4.1 percent"))
    }
  }

  @Test("An answer is not given again to whoever may not read the draft any more")
  func replayed() async throws {
    try await withDesks { house in
      try await house.file(Self.figures(Self.grew), .init(slug: "q3", desk: "business"))
      let body = #"{"quote":"Jonas Reed praised Statnor.","kind":"role"}"#
      _ = try await house.newsroom.addMember(
        "bo", name: nil, desk: "business", roles: [.reporter], by: .operator(user: "test"))
      #expect(try await house.post("/v1/drafts/q3/claims", json: body, key: "k", as: "bo").status == 201)
      #expect(try await house.post("/v1/drafts/q3/claims", json: body, key: "k", as: "bo").status == 201)
      try await house.limit("q3", to: ["cy"])
      let again = try await house.post("/v1/drafts/q3/claims", json: body, key: "k", as: "bo")
      #expect(again.problem?.type == "/problems/done-before")
    }
  }

  @Test("Its questions go to its readers, and stay apart from those of the same matter")
  func questions() async throws {
    try await withDesks { house in
      try await house.matter("appeal", "The appeal", "appeal")
      let story = Story(
        body: "Jonas Reed of Norland plans to appeal the fine.", keyPoints: ["Reed was fined."])
      let slug = try await house.fileLimited(story, to: ["cy"], desk: "business", on: "2024-07-13").draft.slug
      try await house.file(story, as: "bo", .init(slug: "open", desk: "politics", published: "2024-07-13"))
      for place in ["\(slug)/C1", "open/C1"] {
        let who = place == "open/C1" ? "bo" : "cy"
        _ = try await house.api(who).linkMatter(
          "appeal", .init(places: [place], says: "announced"), key: place)
      }
      _ = try await house.night("2026-11-22")
      func asked(_ handle: String) async throws -> [[String]] {
        try await house.api(handle).followUps().value.followUps.map { $0.claims.map(\.draft) }
      }
      #expect(try await asked("bo") == [["open"]])
      #expect(try await asked("ana").sorted { $0.count < $1.count && $0[0] < $1[0] }.count == 2)
      let matter = try await house.get("/v1/matters/appeal", as: "bo")
      #expect(!matter.text.contains(slug) && matter.text.contains(#""linkedClaims":1"#))
      let own = try #require(
        try await house.api("ana").followUps().value.followUps.first { $0.claims.first?.draft == slug })
      let refused = await refusal {
        try await house.api("cy").assignFollowUp(own.label, .init(to: "bo"), key: "x")
      }
      #expect(refused != nil)
      let closed = try await house.post(
        "/v1/follow-ups/\(own.label)/closure", json: #"{"outcome":"wrong","note":"n"}"#, as: "bo")
      #expect(closed.status == 404)
      #expect(closed.text.contains("There is no follow-up \(own.label)."))
    }
  }
}

extension House {
  @discardableResult
  fileprivate func fileLimited(
    _ story: Story, to readers: [String], desk: String, by handle: String = "ana", on day: String? = nil
  ) async throws -> DraftAnswer {
    var filing = Client.Filing(slug: "q3-figures", desk: desk, published: day)
    filing.limitedTo = readers
    return try await file(story, as: handle, filing)
  }

  @discardableResult
  fileprivate func limit(_ slug: String, to names: [String], by handle: String = "ana") async throws
    -> DraftAnswer
  {
    try await api(handle).limit(
      slug, LimitRequest(to: names, open: nil, reason: "not for all"), key: StetAPI.freshKey()
    ).value
  }

  @discardableResult
  fileprivate func openToAll(_ slug: String, by handle: String = "ana") async throws -> DraftAnswer {
    try await api(handle).limit(
      slug, LimitRequest(to: nil, open: true, reason: "for all"), key: StetAPI.freshKey()
    ).value
  }

  @discardableResult
  fileprivate func settleCollision(
    _ label: String, of slug: String, _ outcome: CollisionOutcome, by handle: String
  ) async throws -> DraftAnswer {
    try await api(handle).settleCollision(
      label, of: slug, CollisionRequest(outcome: outcome, reason: "so it is"), key: StetAPI.freshKey()
    ).value
  }
}
