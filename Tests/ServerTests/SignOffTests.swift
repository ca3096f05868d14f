import Client
import Editorial
import Postgres
import Testing
import TextAnalysis
import Wire

@Suite("Signing off")
struct SignOffTests {
  @Test(
    "Nobody approves their own words, whether they filed them or stand in the byline",
    arguments: [
      (filer: "dov", byline: "Ana Lind", signer: "dov"), (filer: "ana", byline: "dov", signer: "dov"),
      (filer: "ana", byline: "DOV", signer: "dov"),
      (filer: "ana", byline: "By Dov Katz", signer: "dov"),
      (filer: "ana", byline: "dov  KATZ", signer: "dov"),
      (filer: "ana", byline: "ben a\u{301}vila", signer: "ben"),
      (filer: "ana", byline: "BEN ÁVILA", signer: "ben"),
    ])
  func ownWords(filer: String, byline: String, signer: String) async throws {
    try await withHouse { house in
      try await house.file(story(), as: filer, .init(slug: "harbour", byline: ["Somebody", byline]))
      let before = try await house.rows()
      let refused = await refusal { try await house.sign(by: signer) }
      #expect(refused?.status == 403)
      #expect(refused?.exitCode == 77)
      #expect(refused?.type == "/problems/own-words")
      #expect(refused?.detail.contains("flo (fact-checker)") == true)
      #expect(refused?.detail.contains("\(signer) (") == false)
      let after = try await house.rows()
      #expect(after == before)
      // Doubting them is another thing, and others may approve.
      try await house.sign(by: signer, .query)
      #expect(try await house.sign(by: "flo").draft.keyPoints[0].signOffs.count == 2)
    }
  }

  @Test(
    "A name that only resembles one's own bars nobody",
    arguments: ["Katz", "Dov Katz Jr", "Do", "D Katz", "Bye Dov Katz", "dоv"])
  func otherNames(byline: String) async throws {
    try await withHouse { house in
      try await house.file(story(), .init(slug: "harbour", byline: [byline]))
      let signed = try await house.sign(by: "dov").draft
      #expect(signed.state == .ready)
    }
  }

  @Test("Who may give which read, for every member, read and verdict")
  func roles() async throws {
    let readers: [Read: Set<String>] = [
      .desk: ["dov"], .fact: ["ben", "flo", "dov"], .legal: ["lea"], .standards: ["sam"],
    ]
    try await withHouse { house in
      try await house.file(story())
      for member in House.members {
        for read in Read.allCases {
          for verdict in Verdict.allCases {
            let about: Comment = "\(member.handle) \(read) \(verdict)"
            let before = try await house.rows()
            if readers[read]?.contains(member.handle) == true {
              let receipt = try await house.sign(["K2"], by: member.handle, verdict, read: read).receipt
              let change = try #require(receipt?.signOffs.first, about)
              #expect(receipt?.signOffs.count == 1, about)
              #expect(change.label == "K2" && change.words == Story().keyPoints[1], about)
              #expect(change.signOff.member == member.handle && change.signOff.verdict == verdict, about)
              #expect(change.signOff.read == read && change.signOff.standing == .current, about)
              #expect(change.signOff.basis == (verdict == .approve ? .source : nil), about)
            } else {
              let refused = await refusal {
                try await house.sign(["K2"], by: member.handle, verdict, read: read)
              }
              #expect(refused?.status == 403 && refused?.type == "/problems/role", about)
              let after = try await house.rows()
              #expect(after == before, about)
            }
          }
        }
      }
    }
  }

  @Test("A signature for another revision than the latest is refused, and so is a publication")
  func outdated() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.file(
        story { $0.keyPoints[1] = "The damage came to 49 million euros." }, draft: "harbour")
      for revision in [1, 3, 0, -1, .max, .min] {
        let refused = await refusal { try await house.sign(revision: revision) }
        #expect(refused?.status == 412)
        #expect(refused?.exitCode == 75)
        let unpublished = await refusal { try await house.publish(revision: revision) }
        #expect(unpublished?.status == 412)
      }
      #expect(try await house.show().keyPoints.allSatisfy { $0.signOffs.isEmpty })
      #expect(try await house.sign(revision: 2).draft.state == .ready)
    }
  }

  @Test("A second approval by one member is not a second vote")
  func secondVote() async throws {
    try await withHouse { house in
      try await house.askForTwo()
      try await house.file(story())
      try await house.sign(by: "ben")
      let again = try await house.sign(by: "ben").draft
      #expect(again.state == .inReview)
      #expect(again.keyPoints.allSatisfy { $0.status == .open })
      #expect(again.keyPoints[0].signOffs.map(\.standing) == [.current, .superseded])
      #expect(again.missing.first?.who == ["dov", "flo"])
      #expect(try await house.sign(by: "flo").draft.state == .ready)
      // The one vote is gone with its withdrawal: the superseded approval does not come back.
      let withdrawn = try await house.withdraw(["K1"]).draft
      #expect(withdrawn.keyPoints.map(\.status) == [.open, .signed, .signed])
    }
  }

  @Test("A query blocks until who asked approves or withdraws it", arguments: [true, false])
  func query(approves: Bool) async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      let asked = try await house.sign(["K2"], by: "flo", .query, reason: "whose figure?").draft
      #expect(asked.state == .inReview)
      #expect(asked.keyPoints.map(\.status) == [.signed, .queried, .signed])
      #expect(asked.missing.map(\.about) == [["K2"]])
      let refused = await refusal { try await house.publish() }
      #expect(refused?.status == 409)
      #expect(refused?.exitCode == 73)
      #expect(refused?.missing == asked.missing)
      // Nobody else's approval answers it.
      #expect(try await house.sign(["K2"], by: "dov").draft.keyPoints[1].status == .queried)
      let answered =
        approves
        ? try await house.sign(["K2"], by: "flo").draft : try await house.withdraw(["K2"], by: "flo").draft
      #expect(answered.state == .ready)
      try await house.publish()
    }
  }

  @Test("A hold stands through other words and the loss of its key point, until who gave it lifts it")
  func hold() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.sign(["K2"], by: "lea", .hold, read: .legal, reason: "privileged")
      let changed = try await house.file(
        story { $0.keyPoints[1] = "The damage came to 49 million euros." }, draft: "harbour"
      ).draft
      #expect(changed.keyPoints[1].status == .held)
      #expect(changed.keyPoints[1].signOffs.map(\.standing) == [.carried, .outdated])

      let cut = try await house.file(story { $0.keyPoints.remove(at: 1) }, draft: "harbour").draft
      let gone = try #require(cut.keyPoints.last)
      #expect(gone.label == "K2" && gone.gone && gone.status == .held)
      #expect(cut.keyPoints.map(\.label) == ["K1", "K3", "K2"])
      #expect(cut.state == .inReview)
      #expect(cut.missing.map(\.about) == [["K2"]])
      for other in ["ben", "dov", "ana", "eve"] {
        let refused = await refusal { try await house.withdraw(["K2"], by: other) }
        #expect(refused?.status == 404)
      }
      let signingGone = await refusal { try await house.sign(["K2"], by: "lea", read: .legal, revision: 3) }
      #expect(signingGone?.status == 404)
      let lifted = try await house.withdraw(["k2"], by: "lea").draft
      #expect(lifted.state == .ready)
      #expect(lifted.keyPoints.map(\.label) == ["K1", "K3"])
      // Other members' journal of it does not tell why the lawyers held it.
      let log = try await house.api("eve").log(of: "harbour").value.entries
      #expect(!log.contains { $0.says.contains("privileged") })
    }
  }

  @Test("One takes back one's own sign-offs only, one read or all, and once")
  func withdrawal() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign(by: "dov")
      try await house.sign(by: "dov", read: .desk)
      let before = try await house.rows()
      let another = await refusal { try await house.withdraw(["K1"], by: "ben") }
      #expect(another?.status == 404)
      // All or nothing: a label without a sign-off of this read stops the others.
      let mixed = await refusal { try await house.withdraw(["K1", "K9"], by: "dov") }
      #expect(mixed?.status == 404)
      let legal = await refusal { try await house.withdraw(["K1"], by: "dov", read: .legal) }
      #expect(legal?.status == 404)
      #expect(try await house.rows() == before)

      let one = try await house.withdraw(["K1", "K1"], by: "dov", read: .desk)
      #expect(one.receipt?.signOffs.map(\.signOff.read) == [.desk])
      #expect(one.draft.keyPoints[0].status == .signed)
      let rest = try await house.withdraw(["K1"], by: "dov")
      #expect(rest.receipt?.signOffs.map(\.signOff.read) == [.fact])
      #expect(rest.receipt?.signOffs.first?.signOff.because.contains("seen again") == true)
      let twice = await refusal { try await house.withdraw(["K1"], by: "dov") }
      #expect(twice?.status == 404)
    }
  }

  @Test(
    "A request to sign that names its key points badly signs none",
    arguments: [
      (#""keyPoints":["K1","K9"]"#, 404), (#""keyPoints":[]"#, 400), (#""keyPoints":["K1"],"all":true"#, 400),
      (#""keyPoints":["1"]"#, 404), (#""keyPoints":["K01"]"#, 404), (#""keyPoints":["K1 "]"#, 404),
      (#""keyPoints":["\#u{FF2B}1"]"#, 404), (#""keyPoints":["K1"],"evidence":["ftp://a.example/b"]"#, 422),
      (#""keyPoints":["K1"],"evidence":["https://a.example/b c"]"#, 422),
      (#""keyPoints":["K1"],"evidence":[""]"#, 422), (#""keyPoints":["K1"],"basis":"rumour""#, 422),
      (#""keyPoints":["K1"],"verdict":"hold""#, 400),
      (#""keyPoints":["K1"],"verdict":"query","reason":" \n""#, 400),
    ])
  func badRequests(fields: String, status: Int) async throws {
    try await withHouse { house in
      try await house.file(story())
      let before = try await house.rows()
      let verdict = fields.contains("verdict") ? "" : #","verdict":"approve""#
      let reply = try await house.post(
        "/v1/drafts/harbour/sign-offs", json: "{\(fields)\(verdict),\"read\":\"fact\",\"revision\":1}",
        as: "ben")
      #expect(reply.problem?.status == status, "\(reply.status) \(reply.text)")
      #expect(try await house.rows() == before)
    }
  }

  @Test("Labels count once in any case, and evidence is kept in its order")
  func evidence() async throws {
    try await withHouse { house in
      try await house.file(story())
      let urls = ["https://b.example/2", "http://a.example/1", "https://b.example/2"]
      let answer = try await house.api("ben").signOff(
        "harbour",
        SignOffRequest(
          keyPoints: ["k2", "K1", "K2"], all: nil, read: .fact, verdict: .approve, basis: .wire,
          comment: "seen",
          reason: nil, evidence: urls, revision: 1), key: StetAPI.freshKey()
      ).value
      #expect(answer.receipt?.signOffs.map(\.label) == ["K1", "K2"])
      let signOff = try #require(answer.draft.keyPoints[1].signOffs.first)
      #expect(signOff.evidence == urls && signOff.basis == .wire && signOff.comment == "seen")
      #expect(signOff.wordsDigest.utf8.count == 64)
      #expect(answer.draft.keyPoints[0].signOffs.count == 1)
    }
  }
}

extension House {
  /// Gives desk `main` a second version of its policy, which asks for two fact approvals.
  func askForTwo() async throws {
    try await database.write { tx in
      try tx.run(
        """
        insert into policies (desk_id, version, yaml)
        select desk_id, 2, replace(yaml, 'fact: {approvals: 1}', 'fact: {approvals: 2}') from policies
        where desk_id = (select id from desks where slug = 'main')
        """)
    }
  }
}
