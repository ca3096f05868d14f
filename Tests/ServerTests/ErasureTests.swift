import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Erasing words under order")
struct ErasureTests {
  private let ops = Actor.operator(user: "ops")

  @Test("No word is left anywhere, nor a digest to try a name against, and the journal still verifies")
  func nothingLeft() async throws {
    try await withHouse { house in
      try await house.plant()
      let receipt = try #require(JournalReceipt.all(in: try await house.receipts()).first)
      let before = try await house.places(of: secrets)
      // The negative control: the same search finds them, in words and in digests, before.
      for table in """
      revisions key_point_versions statements sign_offs sign_off_evidence sign_off_standings contradictions
        comments evidence_files confidential_sources invitations members
      contradiction_passages claims claim_occurrences follow_ups publications placements corrections owed_corrections
        journal_payloads idempotency_keys drafts plan_outcomes embargoes archive_updates
      """.split(whereSeparator: \.isWhitespace) {
        #expect(before[String(table)] != nil, "nothing was planted in \(table)")
      }

      _ = try await house.api("dov").approveErasure(of: slug, order: "HC 12/24", key: StetAPI.freshKey())
      let tombstone = try await house.newsroom.erase(slug, order: "HC 12/24", approvedBy: "dov", by: ops)
      try await house.newsroom.dropFormerVersions()

      #expect(try await house.places(of: secrets) == [:])
      let report = try await house.newsroom.verifyJournal(against: [receipt])
      #expect(report.faults == [])
      #expect(report.erased == tombstone.entries && report.erased > 10)

      let draft = try await house.show(tombstone.slug)
      #expect(draft.ended?.reason == "erased under order HC 12/24")
      #expect(draft.keyPoints.allSatisfy { $0.text == "erased" })
      let log = try await house.api("ana").log(of: tombstone.slug).value.entries
      #expect(log.dropLast().allSatisfy { $0.says == "erased" })
      #expect(log.last?.act == "erase" && log.last?.actor == "operator:ops")
      for path in ["", "/diff", "/log", "/revisions/1/text", "/revisions/1/original", "/revisions/2/text"] {
        #expect(try await house.get("/v1/drafts/\(tombstone.slug)\(path)").status == 200, "\(path)")
      }
      #expect(try await house.get("/v1/drafts/\(slug)").status == 404)
      for path in [
        "/v1/claims?status=all", "/v1/contradictions?status=all", "/v1/follow-ups?status=all", "/v1/drafts",
      ] {
        #expect(try await house.get(path, as: "eve").status == 200, "\(path)")
      }
    }
  }

  @Test("Other stories keep every word")
  func othersKeepTheirs() async throws {
    try await withHouse { house in
      try await house.plant()
      let before = try await house.get("/v1/drafts/pier/revisions/1/text").text
      let log = try await house.api("ana").log(of: "pier").value.entries
      _ = try await house.api("dov").approveErasure(of: slug, order: "1", key: StetAPI.freshKey())
      _ = try await house.newsroom.erase(slug, order: "1", approvedBy: "dov", by: ops)
      #expect(try await house.get("/v1/drafts/pier/revisions/1/text").text == before)
      let after = try await house.api("ana").log(of: "pier").value.entries
      #expect(zip(log, after).filter { $0.says != $1.says }.map(\.0.act) == ["flag"])
    }
  }

  @Test("A retry of what was asked before is refused: it gets no words, and files nothing again")
  func retries() async throws {
    try await withHouse { house in
      let path = "/v1/drafts?slug=harbour&published=2024-07-13"
      let filed = try await house.post(path, body: story().bytes, type: "text/plain", key: "once")
      #expect(filed.status == 201)
      _ = try await house.api("dov").spike("harbour", reason: "r", key: StetAPI.freshKey())
      _ = try await house.api("dov").approveErasure(of: "harbour", order: "1", key: StetAPI.freshKey())
      _ = try await house.newsroom.erase("harbour", order: "1", approvedBy: "dov", by: ops)
      let again = try await house.post(path, body: story().bytes, type: "text/plain", key: "once")
      #expect(again.problem?.type == "/problems/idempotency-key", "\(again.text)")
      #expect(try await house.api("ana").drafts().value.drafts.map(\.slug).count == 1)
    }
  }

  @Test("It takes an ended draft, an approval by a chief of the desk for this order, and another person")
  func refusals() async throws {
    try await withHouse { house in
      try await house.file(story())
      func refused(_ order: String = "1", by member: String = "dov", as actor: Actor? = nil) async throws
        -> String?
      {
        do {
          _ = try await house.newsroom.erase("harbour", order: order, approvedBy: member, by: actor ?? ops)
          return nil
        } catch let refusal as Refusal { return refusal.code }
      }
      func approval(by handle: String, _ order: String = "1") async throws -> String? {
        try await house.post(
          "/v1/drafts/harbour/erasure-approvals", json: #"{"order":"\#(order)"}"#, as: handle
        )
        .problem?.type
      }
      for handle in ["ana", "ben", "lea", "sam", "eve"] {
        #expect(try await approval(by: handle) == "/problems/role", "\(handle)")
      }
      for order in ["", "   ", "a\\nb", String(repeating: "x", count: 201)] {
        #expect(try await approval(by: "dov", order) == "/problems/order")
      }
      #expect(try await refused() == "not-ended")
      _ = try await house.api("dov").spike("harbour", reason: "r", key: StetAPI.freshKey())
      #expect(try await refused() == "approval")
      #expect(try await approval(by: "dov") == nil)
      #expect(try await approval(by: "dov") == "/problems/approved")
      #expect(try await refused("2") == "approval")
      #expect(try await refused(by: "eve") == "approval")
      #expect(try await refused(as: .operator(user: "dov")) == "two-people")
      _ = try await house.newsroom.preserve("harbour", order: "letter", by: ops)
      #expect(try await refused() == "preserved")
      _ = try await house.newsroom.liftPreservation(of: "harbour", order: "letter", by: ops)
      try await house.newsroom.removeMember("dov", by: ops)
      #expect(try await refused() == "inactive")
      try await house.newsroom.addMember("dov", name: nil, desk: "main", roles: [.editor], by: ops)
      #expect(try await refused() == "role")
      #expect(try await house.get("/v1/drafts/harbour/revisions/1/text").text == story().text)
      try await house.newsroom.addMember("dov", name: nil, desk: "main", roles: [.admin], by: ops)
      #expect(try await refused() == nil)
      #expect(try await house.get("/v1/drafts/harbour").status == 404)
    }
  }

  @Test(
    "While any order to preserve stands nothing is erased and no stored answer is removed; both are journalled"
  )
  func preserve() async throws {
    try await withHouse { house in
      try await house.file(story())
      let newsroom = house.newsroom
      for order in ["one", "two"] { _ = try await newsroom.preserve("harbour", order: order, by: ops) }
      await #expect(throws: Refusal.self) { try await newsroom.preserve("harbour", order: "one", by: ops) }
      try await house.tamper("update idempotency_keys set at = now() - interval '8 days'")
      _ = try await house.night(nil)
      #expect(try await house.rows()["idempotency_keys"] == 1)
      _ = try await newsroom.liftPreservation(of: "harbour", order: "one", by: ops)
      _ = try await house.night(nil)
      #expect(try await house.rows()["idempotency_keys"] == 1)
      _ = try await newsroom.liftPreservation(of: "harbour", order: "two", by: ops)
      await #expect(throws: Refusal.self) {
        try await newsroom.liftPreservation(of: "harbour", order: "two", by: ops)
      }
      _ = try await house.night(nil)
      #expect(try await house.rows()["idempotency_keys"] == 0)
      let log = try await house.api("ana").log(of: "harbour").value.entries
      #expect(
        log.map(\.act).filter { $0.hasPrefix("preserve") } == [
          "preserve", "preserve", "preserve-lift", "preserve-lift",
        ])
    }
  }

  @Test("What only grows gives way in the erasing transaction alone")
  func otherTransactions() async throws {
    try await withHouse { house in
      try await house.file(story())
      _ = try await house.api("dov").spike("harbour", reason: "r", key: StetAPI.freshKey())
      _ = try await house.api("dov").approveErasure(of: "harbour", order: "1", key: StetAPI.freshKey())
      for stage in ["approved", "erased"] {
        for statement in [
          "update revisions set text = 'x'", "delete from revisions", "delete from journal_payloads",
        ] {
          await #expect(throws: DatabaseError.self, "\(stage): \(statement)") {
            try await house.database.write { try $0.run("\(unescaped: statement)") }
          }
        }
        if stage == "approved" {
          _ = try await house.newsroom.erase("harbour", order: "1", approvedBy: "dov", by: ops)
        }
      }
    }
  }
}

private let slug = "quist-assault"
private let name = "Zebulon Quist"
private let sentence = "\(name) plans to appeal the ruling."
private let point = "\(name) was charged with assault."
private let quote = "\(name) denied it"

/// The name as it may be stored, and every digest of what was planted that somebody who knows it could compute.
private let secrets: [String] = {
  let words = [name, sentence, point, quote, "\(point) ", "https://court.example/Zebulon", "Zebulon", slug]
  let digests = words.flatMap {
    [
      wordsDigest($0), statementDigest($0), sentenceDigest($0), sha256(Array($0.utf8)), evidenceDigest([$0]),
      wordsDigest([slug, quote, "pier", "Nobody was hurt"].joined(separator: "\n")),
      wordsDigest(["pier", "Nobody was hurt", slug, quote].joined(separator: "\n")),
    ]
  }
  return ["zebulon", "quist", hexadecimal(Array("Zebulon".utf8)), hexadecimal(Array("quist".utf8))]
    + digests.map(hexadecimal)
}()

extension House {
  /// One story with a name in every place where people and the engine write words.
  fileprivate func plant() async throws {
    let text = story {
      $0.front = "headline: \(name) charged"
      $0.body = "\(quote). \(sentence) The police searched the house of \(name)."
      $0.keyPoints = [point, "The house was searched."]
      $0.contradictions = ["\(name) says he was abroad; the police say he was at home."]
    }
    try await file(text, .init(slug: slug, published: "2024-07-13", matters: ["the-ruling"]))
    try await file(story(), .init(slug: "pier", published: "2024-07-13"))
    let api = try api("ben")
    for (handle, read, verdict) in [
      ("ben", Read.fact, Verdict.approve), ("lea", .legal, .hold), ("flo", .fact, .query),
    ] {
      _ = try await self.api(handle).signOff(
        slug,
        SignOffRequest(
          keyPoints: ["K1"], all: nil, read: read, verdict: verdict, basis: nil, comment: "\(name) told me",
          reason: verdict == .approve ? nil : "\(name)?", evidence: ["https://court.example/Zebulon"],
          revision: 1),
        key: StetAPI.freshKey())
    }
    _ = try await self.api("dov").invite(
      to: slug,
      InvitationRequest(
        keyPoints: ["K1"], read: .fact, name: "Prof. \(name)", until: inAWeek, note: "Did \(name) lie?"),
      key: StetAPI.freshKey())
    // What other ways of signing leave behind.
    try await database.write { tx in
      let place: SQL =
        """
        from key_points k join drafts d on d.id = k.draft_id
        where d.slug = \(slug) and k.form = 'key-point' and k.number = 1
        """
      try tx.run(
        """
        insert into archive_updates
        select latest_revision_id, 99, 'x', \(name), 0, 1, latest_revision_id, \(name), 0, 1 from drafts
        where slug = \(slug)
        """)
      try tx.run(
        """
        insert into comments (key_point_id, revision_id, member_id, words, privileged)
        select k.id, d.latest_revision_id, 1, \("is it \(name)?"), true \(sql: place)
        """)
      try tx.run(
        """
        insert into evidence_files (draft_id, digest, name, media_type, content, brought_by)
        select d.id, sha256(convert_to(\(name), 'UTF8')), \("\(name).pdf"), 'application/pdf', \(Array(name.utf8)), 1
        \(sql: place)
        """)
      try tx.run(
        """
        insert into confidential_sources (sign_off_id, seen_by, on_day, kind, independent, kept_where)
        select s.id, '{ana}', '2024-07-13', \("friends of \(name)"), 2, \("in the box of \(name)")
        from sign_offs s where s.verdict = 'approve' and s.key_point_id in (select k.id \(sql: place))
        """)
      try tx.run(
        "insert into embargoes (draft_id, until, set_by, reason) select d.id, now(), 1, \(name) \(sql: place)"
      )
      try tx.run(
        """
        with new as (
          insert into plans (draft_id, revision_id, at, planned_by) select d.id, d.latest_revision_id, now(), 1 \(sql: place)
          returning id)
        insert into plan_outcomes (plan_id, outcome, why) select id, 'refused', array[\("accuses \(name)")] from new
        """)
    }
    _ = try await self.api("flo").withdraw(
      slug, WithdrawalRequest(keyPoints: ["K1"], read: .fact, reason: "\(name) answered"),
      key: StetAPI.freshKey())
    for (own, against, other) in [(quote, "Nobody was hurt", "pier"), ("Nobody was hurt", quote, slug)] {
      _ = try await api.flag(
        other == slug ? "pier" : slug,
        FlagRequest(quote: own, against: against, againstDraft: other, kind: .archive, note: "\(name) again"),
        key: StetAPI.freshKey())
    }
    let claims = try await api.claims(draft: slug, status: "all").value.claims
    let appeal = try #require(claims.first { $0.quote.contains("appeal") || $0.kind == .pendingLegal })
    _ = try await api.anchorClaim(
      String(appeal.id),
      AnchorRequest(date: "2024-07-01", what: "\(name)'s ruling", source: "court of \(name)"),
      key: StetAPI.freshKey())
    _ = try await api.addClaim(
      to: slug,
      ClaimRequest(quote: "house of \(name)", kind: .ongoingState, expected: nil, matter: "the-ruling"),
      key: StetAPI.freshKey())
    try await file(
      story {
        $0.front = "headline: \(name) charged"
        $0.body = "\(quote). \(sentence) The police searched the house of \(name) twice."
        $0.keyPoints = ["\(name) was charged with two assaults.", "The house was searched."]
      }, draft: slug, .init(published: "2024-07-13"))
    try await publish(slug, override: true, reason: "\(name) is a public figure")
    try await place(.partner, of: slug, name: "\(name) Press", url: "https://court.example/Zebulon")
    try await correct(["K1"], of: slug, note: "that \(name) was charged once")
    try await placed("E1", at: "P2", of: slug, note: "\(name) Press confirmed")
    _ = try await night(nil)
    let today = try await today()
    for question in try await api.followUps(status: "open").value.followUps
    where question.claims.contains(where: { $0.draft == slug }) {
      try await close(
        question.label,
        .init(
          outcome: .unresolved, source: "court of \(name)", asOf: nil,
          next: CivilDate(dayNumber: today.dayNumber + 30)?.description,
          note: "\(name) is silent",
          revision: nil), by: "dov")
    }
    _ = try await self.api("dov").kill(slug, reason: "names \(name)", key: StetAPI.freshKey())
  }

  /// Receipts of the story's journal.
  fileprivate func receipts() async throws -> String {
    try await database.read {
      try $0.all(
        """
        select e.chain || '#' || e.seq || ':' || encode(e.hash, 'hex') from journal_entries e
        join drafts d on e.chain = 'draft/' || d.id where d.slug = \(slug)
        """, as: String.self)
    }.joined(separator: "\n")
  }

  /// How many rows of each table hold one of these, in whatever column and in upper or lower case; tables without one are
  /// left out. Bytes are compared as hexadecimal digits.
  fileprivate func places(of needles: [String]) async throws -> [String: Int] {
    let tables = try await rows().keys
    return try await database.read { tx in
      var counts: [String: Int] = [:]
      for table in tables {
        let count = try tx.first(
          """
          select count(*) from \(unescaped: table) t
          where exists (select from unnest(\(needles)::text[]) n where strpos(lower(t::text), n) > 0)
          """, as: Int.self)
        if let count, count > 0 { counts[table] = count }
      }
      return counts
    }
  }
}
