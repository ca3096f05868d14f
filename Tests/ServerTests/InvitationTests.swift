import Client
import Editorial
import FoundationEssentials
import NIOHTTP1
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Experts of other houses, by invitation")
struct InvitationTests {
  private let ops = Actor.operator(user: "ops")

  @Test("An expert sees what is asked and no more, answers once, and the answer is a sign-off like any other")
  func once() async throws {
    try await withHouse { house in
      try await house.file(story { $0.front = "headline: Fire in the harbour" })
      _ = try await house.api("ben").comment(
        "harbour",
        CommentRequest(keyPoint: "K2", words: "comment-secret", privileged: nil, contactDetails: nil),
        key: "1")
      try await house.sign(["K2"], by: "lea", .query, read: .legal, reason: "legal-secret")
      try await house.sign(["K2"], by: "flo", .query, reason: "query-secret")
      let token = try await house.invite(to: ["K2", "K3"])
      let page = try await house.page(token)
      #expect(page.status == 200)
      #expect(page.header("Cache-Control") == "no-store")
      for word in [
        "secret", "flo", "lea", "ben", "ana", "two warehouses", "Two warehouses", "slug", "digest",
      ] {
        #expect(!page.text.contains(word), "\(word)")
      }
      let shown = try page.value(ShownInvitationJSON.self)
      #expect(shown.name == "Prof. Ada Lund" && shown.askedBy == "Dov Katz")
      #expect(shown.headline == "Fire in the harbour" && shown.question == "Is 40 plausible?")
      #expect(shown.keyPoints.map(\.label) == ["K2", "K3"] && shown.changes == [] && shown.revision == 1)
      #expect(
        shown.keyPoints[1].borneOutBy == ["The harbour police said that the pump had been serviced in June."])

      let answered = try await house.expert(
        token, #"{"verdict":"approve","comment":"plausible","evidence":["https://ammonia.example/1"]}"#)
      #expect(answered.status == 201)
      let receipt = try answered.value(ExpertReceipt.self)
      #expect(JournalReceipt.all(in: receipt.journal).count == 1)
      for again in [try await house.expert(token), try await house.page(token)] {
        #expect(again.problem?.status == 409)
        #expect(again.problem?.type == "/problems/invitation-answered")
      }
      let draft = try await house.show()
      let signOff = try #require(draft.keyPoints[2].signOffs.first)
      #expect(signOff.member == "Prof. Ada Lund" && signOff.invitedBy == "dov" && signOff.read == .fact)
      #expect(signOff.evidence == ["https://ammonia.example/1"] && signOff.basis == .source)
      #expect(draft.keyPoints[2].status == .signed)
      #expect(draft.invitations.map(\.state) == [.answered])
      let log = try await house.api("ana").log(of: "harbour").value.entries
      #expect(log.last?.says == "Prof. Ada Lund, invited by dov, approved K2 and K3 of r1 for the fact read.")
      #expect(log.last?.actor.hasPrefix("guest:guest-") == true)
      #expect(log.last?.actor.contains("lund") == false)
    }
  }

  @Test("The words in the browser's address do as well as those of the API")
  func address() async throws {
    try await withHouse { house in
      try await house.file(story())
      let token = try await house.invite()
      #expect(try await house.send(.GET, "/invitations/\(token)", as: nil).status == 200)
      let reply = try await house.send(
        .POST, "/invitations/\(token)", body: Array(#"{"verdict":"approve"}"#.utf8), as: nil)
      #expect(reply.status == 201)
    }
  }

  @Test("The token is told once, is stored nowhere, and a repeated request gets the invitation without it")
  func tokenIsKeptNowhere() async throws {
    try await withHouse { house in
      try await house.file(story())
      let body =
        #"{"keyPoints":["K2"],"read":"fact","name":"Ada Lund","until":"\#(inAWeek)","note":"is it so?"}"#
      let first = try await house.post("/v1/drafts/harbour/invitations", json: body, key: "k", as: "dov")
      let path = try #require(try first.value(InvitationAnswer.self).path)
      let token = String(path.dropFirst("/invitations/".count))
      #expect(first.status == 201 && token.hasPrefix("stet_inv_") && token.utf8.count == 58)
      let again = try await house.post("/v1/drafts/harbour/invitations", json: body, key: "k", as: "dov")
      #expect(again.header("Idempotency-Replayed") == "true")
      #expect(again.text.contains(#""path":null"#) && !again.text.contains("stet_inv_"))
      _ = try await house.page(token)
      #expect(
        try await house.expert(token, #"{"verdict":"odd"}"#).problem?.detail.contains("stet_inv_") == false)
      _ = try await house.expert(token)
      for needle in [token, String(token.dropFirst(9)), hexadecimal(Array(token.utf8))] {
        #expect(try await house.tables(with: needle) == [])
      }
      // The negative control: the same search finds what is stored.
      let digest = hexadecimal(sha256(Array(token.utf8)))
      #expect(try await house.tables(with: digest) == ["invitations"])
      #expect(try await house.tables(with: "Ada Lund").contains("members"))
      let export = try await house.newsroom.export("harbour", for: .counsel, by: ops)
      #expect(!export.json.contains(digest) && !export.json.contains("stet_inv_"))
      #expect(export.json.contains("is it so?") && export.json.contains(#""member": "Ada Lund""#))
    }
  }

  @Test(
    "Each way of being over has one problem of its own, and a guess is told what an unknown token is told")
  func over() async throws {
    try await withHouse { house in
      try await house.file(story())
      let known = try await house.invite()
      var unknown: Set<String> = []
      for token in [
        Token.random(.invitation).text, Token.random().text, "\(known)x", String(known.dropLast()), "x",
        known.uppercased(), String(repeating: "a", count: 3_000),
        try #require(house.tokens["dov"]),
      ] {
        for reply in [try await house.page(token), try await house.expert(token)] {
          #expect(reply.problem?.status == 404, "\(token.prefix(40))")
          unknown.insert("\(reply.problem?.type ?? "") \(reply.problem?.detail ?? "")")
        }
      }
      #expect(unknown.count == 1, "\(unknown)")

      func both(_ token: String, _ status: Int, _ type: String) async throws {
        for reply in [try await house.page(token), try await house.expert(token)] {
          #expect(reply.problem?.status == status)
          #expect(reply.problem?.type == "/problems/\(type)")
        }
      }
      let withdrawn = try await house.invite("Bo Ek")
      _ = try await house.api("dov").withdrawInvitation("i2", to: "harbour", key: "w")
      try await both(withdrawn, 410, "invitation-withdrawn")
      let twice = await refusal {
        try await house.api("dov").withdrawInvitation("I2", to: "harbour", key: "w2")
      }
      #expect(twice?.status == 409)
      let late = try await house.invite("Cy Vance")
      try await house.tamper("update invitations set until = now() where number = 3")
      try await both(late, 410, "invitation-expired")
      #expect(
        try await house.api("ana").invitations(to: "harbour").value.invitations.map(\.state) == [
          .open, .withdrawn, .expired,
        ])
      _ = try await house.api("dov").spike("harbour", reason: "no second source", key: "s")
      try await both(known, 410, "invitation-ended")
      #expect(try await house.page(known).text.contains("second source") == false)
      #expect(try await house.rows()["sign_offs"] == 0)
    }
  }

  @Test("Words that changed since the invitation are not signed: it says what changed, and is not used up")
  func changed() async throws {
    try await withHouse { house in
      try await house.file(story())
      let token = try await house.invite()
      let other = try await house.invite("Bo Ek", to: ["K3"])
      try await house.file(
        story {
          $0.keyPoints[1] = "The damage came to 49 million euros."
          $0.body = $0.body.replacing("serviced in June", with: "serviced in May")
        }, draft: "harbour")
      for _ in 1...2 {
        let reply = try await house.expert(token)
        #expect(reply.problem?.status == 412)
        #expect(reply.problem?.detail.contains("in K2 “40” became “49”") == true)
        // What bears a point out counts too.
        let sentence = try await house.expert(other)
        #expect(sentence.problem?.status == 412)
        #expect(sentence.problem?.detail.contains("“June” became “May”") == true)
      }
      let shown = try await house.page(token).value(ShownInvitationJSON.self)
      #expect(shown.revision == 2 && shown.changes == ["in K2 “40” became “49”"])
      #expect(try await house.expert(token, #"{"verdict":"approve","revision":2}"#).status == 201)
      let signOff = try #require(try await house.show().keyPoints[1].signOffs.first)
      #expect(signOff.revision == 2 && signOff.standing == .current)

      // What changes elsewhere costs nothing.
      let third = try await house.invite("Cy Vance", to: ["K1"])
      try await house.file(
        story {
          $0.keyPoints[1] = "The damage came to 50 million euros."
          $0.body = $0.body.replacing("serviced in June", with: "serviced in May")
        }, draft: "harbour")
      #expect(try await house.expert(third).status == 201)
      let gone = try await house.invite("Di Moro", to: ["K2"])
      try await house.file(story { $0.keyPoints = ["Two warehouses burned down."] }, draft: "harbour")
      for revision in [3, 4] {
        let reply = try await house.expert(gone, #"{"verdict":"approve","revision":\#(revision)}"#)
        #expect(reply.problem?.status == 412)
      }
      for revision in [0, -1, 9, Int.max] {
        let reply = try await house.expert(gone, #"{"verdict":"approve","revision":\#(revision)}"#)
        #expect(reply.problem?.status == 400)
      }
      #expect(try await house.show().keyPoints[0].status == .signed)
      #expect(try await house.approvalsOfOtherWords() == 0)
    }
  }

  @Test("An expert's sign-off is carried and outdated like any other, and the inviter is told")
  func standing() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.expert(try await house.invite(to: ["K1", "K2"]))
      try await house.file(
        story { $0.keyPoints[1] = "The damage came to 49 million euros." }, draft: "harbour")
      let points = try await house.show().keyPoints
      #expect(points[0].signOffs.map(\.standing) == [.carried])
      #expect(points[1].signOffs.map(\.standing) == [.outdated])
      #expect(points[1].signOffs.map(\.because) == ["a number changed: “40” became “49”"])
      let effects = try await house.api("ana").diff(of: "harbour", from: nil, to: nil).value.signOffs
      #expect(effects.map(\.member) == ["Prof. Ada Lund", "Prof. Ada Lund"])
      #expect(effects.map(\.invitedBy) == ["dov", "dov"])
    }
  }

  @Test("Two invitations to one person count once, whoever sends them and however the name is written")
  func onePerson() async throws {
    try await withHouse { house in
      let two = Policy.defaultYAML.replacing("fact: {approvals: 1}", with: "fact: {approvals: 2}")
      _ = try await house.newsroom.setPolicy(two, of: "main", by: ops)
      try await house.newsroom.addMember("cleo", name: nil, desk: "main", roles: [.editor], by: ops)
      try await house.file(story { $0.keyPoints = ["The damage came to 40 million euros."] })
      let first = try await house.invite("Prof. Ada Lund", to: ["K1"])
      let second = try await house.invite("ada  LUND", to: ["K1"])
      #expect(try await house.expert(first).status == 201)
      #expect(try await house.expert(second).status == 201)
      let missing = try await house.show().missing
      #expect(missing.count == 1 && missing[0].says.hasPrefix("one fact approval"))
      #expect(missing[0].who == ["ben", "cleo", "flo"])
      #expect(try await house.doubleVotes() == 0)
      // Whoever holds both links, and signs besides, is one voice still.
      _ = try await house.expert(try await house.invite("Bo Ek", to: ["K1"]))
      try await house.sign(["K1"], by: "dov")
      #expect(try await house.show().missing.count == 1)
      let token = try await house.newsroom.createToken(for: "cleo", days: nil, by: ops)
      let cleo = try StetAPI(url: house.url, token: token, seconds: 60)
      _ = try await house.expert(try await house.invite("Cy Roe", to: ["K1"], by: cleo))
      #expect(try await house.show().missing.isEmpty)
      #expect(try await house.rows()["members"] == House.members.count + 4)
    }
  }

  @Test(
    "Who may not publish, who wrote the words, names of members and of the byline, and the legal read are refused"
  )
  func whoIsInvited() async throws {
    try await withHouse { house in
      try await house.file(story { $0.front = "byline: Zoe Byrne" })
      try await house.newsroom.removeMember("sam", by: ops)
      func refused(
        _ name: String = "Ada Lund", _ read: Read = .fact, by handle: String = "dov", until: String? = nil
      ) async throws -> String? {
        let body = InvitationRequest(
          keyPoints: ["K2"], read: read, name: name, until: until ?? inAWeek, note: nil)
        return await refusal {
          try await house.api(handle).invite(to: "harbour", body, key: StetAPI.freshKey())
        }?
        .type
      }
      for handle in ["ana", "ben", "lea", "eve"] {
        #expect(try await refused(by: handle) == "/problems/role", "\(handle)")
      }
      for name in ["Ben Ávila", "dr. ben  ávila", "FLO", "Eve Stone", "Prof. Sam Okoro"] {
        #expect(try await refused(name) == "/problems/member", "\(name)")
      }
      #expect(try await refused("Ms. Zoe Byrne") == "/problems/own-words")
      #expect(try await refused("Ada Lund", .legal) == "/problems/legal")
      for until in ["2026-02-30T10:00", "tomorrow", "2026-11-25", "2026-11-25T24:00", "2026-11-25 18:00"] {
        #expect(try await refused(until: until) == "/problems/until", "\(until)")
      }
      #expect(try await refused(until: "2020-11-25T18:00") == "/problems/until")
      #expect(try await refused(until: "2999-11-25T18:00Z") == "/problems/until")
      try await house.file(
        story { $0.keyPoints[1] = "The damage came to 49 million euros." }, as: "dov", draft: "harbour")
      #expect(try await refused() == "/problems/own-words")
      #expect(try await house.rows()["invitations"] == 0)
      #expect(try await house.rows()["members"] == House.members.count)
    }
  }

  @Test("A deadline without a zone is by the newsroom's clock")
  func zone() async throws {
    try await withHouse { house in
      try await house.file(story())
      let day = try await house.today().adding(days: 7)
      try await house.invite(until: "\(day)T18:00")
      let one = try #require(try await house.api("ana").invitations(to: "harbour").value.invitations.first)
      #expect(one.untilHere == "\(day)T18:00")
      // Denver is six or seven hours behind.
      let next = day.adding(days: 1)
      #expect(["\(next)T00:00:00.000000Z", "\(next)T01:00:00.000000Z"].contains(one.until))
    }
  }

  @Test("An expert is no member: in no list, with no way to sign in, stand in, be assigned, or join a desk")
  func neverAMember() async throws {
    try await withHouse { house in
      try await house.file(story())
      let token = try await house.invite()
      _ = try await house.expert(token)
      let handle = try #require(
        try await house.database.read {
          try $0.first("select handle from members where guest is not null", as: String.self)
        })
      #expect(try await house.newsroom.members().map(\.handle) == House.members.map(\.handle).sorted())
      #expect(try await house.newsroom.draft("harbour").members.allSatisfy { $0.handle != handle })
      for bearer in [token, Token.random(.invitation).text] {
        #expect(
          try await house.send(.GET, "/v1/me", as: nil, authorization: "Bearer \(bearer)").status == 401)
      }
      for (name, added) in [(handle, nil), ("guest-new", nil), ("lund", "ADA Lund"), ("ada.lund", nil)]
        as [(String, String?)]
      {
        await #expect(throws: Refusal.self, "\(name)") {
          try await house.newsroom.addMember(name, name: added, desk: "main", roles: [.editor], by: ops)
        }
      }
      await #expect(throws: Refusal.self) {
        try await house.newsroom.createToken(for: handle, days: 1, by: ops)
      }
      await #expect(throws: Refusal.self) { try await house.newsroom.removeMember(handle, by: ops) }
      await #expect(throws: Refusal.self) { try await house.newsroom.revokeTokens(of: handle, by: ops) }
      let away = await refusal {
        try await house.api("ana").setAway(AwayRequest(until: "2999-01-01", deputy: handle), key: "1")
      }
      #expect(away?.status == 404)
      let assigned = await refusal {
        try await house.api("dov").assign("harbour", AssignmentRequest(read: .fact, to: handle), key: "2")
      }
      #expect(assigned?.status == 403)
      let missing = try await house.show().missing
      #expect(missing.allSatisfy { !$0.who.contains(handle) && !$0.who.contains("Prof. Ada Lund") })
    }
  }

  @Test("What an expert asks waits for the inviter and the writer, and a chief lifts it")
  func query() async throws {
    try await withHouse { house in
      try await house.newsroom.addMember("cleo", name: nil, desk: "main", roles: [.editor], by: ops)
      let cleo = try StetAPI(
        url: house.url, token: try await house.newsroom.createToken(for: "cleo", days: nil, by: ops))
      try await house.file(story())
      let body = InvitationRequest(
        keyPoints: ["K2"], read: .fact, name: "Ada Lund", until: inAWeek, note: nil)
      let path = try #require(try await cleo.invite(to: "harbour", body, key: "1").value.path)
      let token = String(path.dropFirst("/invitations/".count))
      #expect(try await house.expert(token, #"{"verdict":"query"}"#).problem?.status == 400)
      #expect(try await house.expert(token, #"{"verdict":"hold","reason":"r"}"#).problem?.status == 400)
      let reached = try await house.expert(token, #"{"verdict":"query","reason":"ask ada@lund.example"}"#)
      #expect(reached.problem?.type == "/problems/contact-details")
      #expect(try await house.expert(token, #"{"verdict":"query","reason":"per tank?"}"#).status == 201)
      let decide = try #require(try await cleo.queue().value.waiting.first)
      #expect(decide.kind == .decide && decide.why == "Ada Lund, whom you invited, asks: per tank?")
      #expect(try await house.api("ana").queue().value.waiting.map(\.why) == ["Ada Lund asks: per tank?"])
      #expect(try await house.api("ben").queue().value.waiting.allSatisfy { $0.kind == .sign })
      let doubt = try #require(try await house.show().missing.first)
      #expect(doubt.who == ["dov", "ana"])
      try await house.withdraw(["K2"], by: "dov")
      #expect(try await house.show().keyPoints[1].status == .open)
      #expect(try await cleo.queue().value.waiting.allSatisfy { $0.kind != .decide })
    }
  }

  @Test(
    "Nobody is bothered by an open invitation; one that ran out waits for the inviter until it is taken back")
  func overdue() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.invite()
      func decisions() async throws -> [String] {
        try await house.api("dov").queue().value.waiting.filter { $0.kind == .decide }.map(\.command)
      }
      #expect(try await decisions() == [])
      try await house.tamper("update invitations set until = now() - interval '1 hour'")
      #expect(try await decisions() == ["stet invitations withdraw harbour I1"])
      _ = try await house.api("dov").withdrawInvitation("I1", to: "harbour", key: "w")
      #expect(try await decisions() == [])
    }
  }

  @Test("Of several answers at once with one token exactly one counts")
  func race() async throws {
    try await withHouse { house in
      for round in 1...10 {
        let slug = "d\(round)"
        try await house.file(story(), .init(slug: slug))
        let token = try await house.invite(to: ["K1", "K2"], of: slug)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
          for number in 1...6 {
            let body = number % 2 == 0 ? #"{"verdict":"approve"}"# : #"{"verdict":"query","reason":"so?"}"#
            group.addTask { try await house.expert(token, body).status }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.sorted() == [201] + [Int](repeating: 409, count: 5))
        #expect(try await house.show(slug).keyPoints.map(\.signOffs.count) == [1, 1, 0])
      }
      #expect(try await house.rows()["invited_sign_offs"] == 20)
      #expect(try await house.rows()["invitation_ends"] == 10)
      #expect(try await house.doubleVotes() == 0)
    }
  }

  @Test("Answers that race edits and withdrawals never stand for other words, nor after the withdrawal")
  func raceWithEdits() async throws {
    try await withHouse { house in
      var taken = 0
      for round in 1...16 {
        let slug = "d\(round)"
        try await house.file(story(), .init(slug: slug))
        let token = try await house.invite(of: slug)
        if round % 2 == 0 {
          async let edit = house.file(
            story { $0.keyPoints[1] = "The damage came to \(round) euros." }, draft: slug)
          let status = try await house.expert(token).status
          _ = try await edit
          #expect([201, 412].contains(status))
          if status == 201 { taken += 1 }
        } else {
          async let withdrawal = house.post(
            "/v1/drafts/\(slug)/invitations/I1/withdrawal", json: "{}", as: "dov")
          let status = try await house.expert(token).status
          let withdrawn = try await withdrawal.status
          #expect([[201, 409], [410, 200]].contains([status, withdrawn]))
          if status == 201 { taken += 1 }
        }
      }
      #expect(try await house.approvalsOfOtherWords() == 0)
      #expect(try await house.rows()["sign_offs"] == taken)
    }
  }

  @Test("Two who invite the same person at once, to different stories, invite one person")
  func raceOfInviters() async throws {
    try await withHouse { house in
      for number in 1...6 { try await house.file(story(), .init(slug: "d\(number)")) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...6 {
          group.addTask {
            try await house.invite(number % 2 == 0 ? "Ada Lund" : "Prof. Ada Lund", of: "d\(number)")
          }
        }
        try await group.waitForAll()
      }
      #expect(try await house.rows()["members"] == House.members.count + 1)
    }
  }

  @Test("Roles that are lost while somebody signs, invites or assigns: it was before, or it is refused")
  func raceWithRoles() async throws {
    try await withHouse { house in
      for round in 1...8 {
        let slug = "d\(round)"
        try await house.file(story(), .init(slug: slug))
        let handle = "chief\(round)"
        try await house.newsroom.addMember(handle, name: nil, desk: "main", roles: [.chief], by: ops)
        let bearer = "Bearer \(try await house.newsroom.createToken(for: handle, days: nil, by: ops))"
        let acts = [
          ("sign-offs", #"{"keyPoints":["K1"],"read":"fact","verdict":"approve","revision":1}"#),
          ("invitations", #"{"keyPoints":["K2"],"read":"fact","name":"Ada Lund","until":"\#(inAWeek)"}"#),
          ("assignments", #"{"read":"fact","to":"ben"}"#),
        ]
        let statuses = try await withThrowingTaskGroup(of: Int?.self) { group in
          group.addTask {
            try await house.newsroom.removeMember(handle, by: ops)
            return nil
          }
          for (path, body) in acts {
            group.addTask {
              try await house.send(
                .POST, "/v1/drafts/\(slug)/\(path)", body: Array(body.utf8), as: nil, authorization: bearer
              ).status
            }
          }
          return try await group.reduce(into: [Int]()) { if let status = $1 { $0.append(status) } }
        }
        #expect(statuses.allSatisfy { [201, 401, 403].contains($0) }, "\(statuses)")
        let (path, body) = acts[0]
        let after = try await house.send(
          .POST, "/v1/drafts/\(slug)/\(path)", body: Array(body.utf8), as: nil, authorization: bearer)
        #expect(after.status == 401)
      }
      #expect(try await house.doubleVotes() == 0)
    }
  }
}
