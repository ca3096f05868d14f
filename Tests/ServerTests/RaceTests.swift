import Client
import Editorial
import Foundation
import NIOHTTP1
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Races")
struct RaceTests {
  @Test("Sixty-four approvers at once are sixty-four votes, each counted once")
  func approvers() async throws {
    try await withHouse { house in
      try await house.file(story())
      let handles = (1...64).map { "f\($0)" }
      var bearers: [String] = []
      for handle in handles {
        try await house.newsroom.addMember(
          handle, name: nil, desk: "main", roles: [.factChecker], by: .operator(user: "test"))
        let token = try await house.newsroom.createToken(for: handle, days: nil, by: .operator(user: "test"))
        bearers.append("Bearer \(token)")
      }
      let request = #"{"keyPoints":[],"all":true,"read":"fact","verdict":"approve","revision":1}"#
      let entries = try await withThrowingTaskGroup(of: String?.self) { group in
        for bearer in bearers {
          group.addTask {
            let reply = try await house.send(
              .POST, "/v1/drafts/harbour/sign-offs", body: Array(request.utf8), type: "application/json",
              authorization: bearer)
            return try reply.value(DraftAnswer.self).receipt?.journal
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(Set(entries).count == 64 && !entries.contains(nil))
      let points = try await house.show().keyPoints
      for point in points {
        #expect(point.signOffs.count == 64 && point.signOffs.allSatisfy { $0.standing == .current })
        #expect(Set(point.signOffs.map(\.member)) == Set(handles))
      }
      #expect(try await house.doubleVotes() == 0)
      #expect(try await house.newsroom.verifyJournal().faults == [])
    }
  }

  @Test("One member who approves many times at once has one vote")
  func oneMember() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...24 { group.addTask { try await house.sign() } }
        try await group.waitForAll()
      }
      for point in try await house.show().keyPoints {
        #expect(point.signOffs.count == 24)
        #expect(point.signOffs.count { $0.standing == .current } == 1)
      }
      #expect(try await house.doubleVotes() == 0)
    }
  }

  @Test("The check for double votes sees one that is planted")
  func doubleVoteIsSeen() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.sign()
      #expect(try await house.doubleVotes() == 0)
      try await house.database.write { tx in
        try tx.run(
          """
          insert into sign_off_standings (sign_off_id, revision_id, standing, because)
          select sign_off_id, revision_id, 'carried', 'planted' from sign_off_standings where standing = 'superseded' limit 1
          """)
      }
      #expect(try await house.doubleVotes() == 1)
    }
  }

  /// How often an edit races an approval: 200, or what `make races` asks for.
  static let rounds = ProcessInfo.processInfo.environment["STET_RACES"].flatMap { Int($0) } ?? 200
  /// Rounds on one draft; a draft with thousands of revisions measures something else.
  static let roundsOfDraft = 50

  @Test("Approvals that race edits never stand for other words")
  func edits() async throws {
    try await withHouse { house in
      var accepted = 0
      for number in 1...(Self.rounds / Self.roundsOfDraft) {
        let slug = "harbour-\(number)"
        try await house.file(story(), .init(slug: slug))
        var here = 0
        for round in 1...Self.roundsOfDraft {
          async let edit = house.file(
            story { $0.keyPoints[1] = "The damage came to \(round) million euros." }, draft: slug)
          // Every other approval starts later, so that both orders occur.
          if round % 2 == 0 { _ = try await house.get("/v1/me") }
          do {
            try await house.sign(["K2"], of: slug, revision: round)
            here += 1
          } catch let problem as ProblemJSON {
            #expect(problem.status == 412)
          }
          #expect(try await edit.draft.revision == round + 1)
        }
        let last = try await house.show(slug).keyPoints[1]
        #expect(last.status == .open)
        #expect(last.signOffs.count == here)
        #expect(last.signOffs.allSatisfy { $0.standing == .outdated })
        accepted += here
      }
      #expect(try await house.approvalsOfOtherWords() == 0)
      let rows = try await house.rows()
      #expect(rows["sign_offs"] == accepted)
      print("races: \(Self.rounds) edits against approvals, \(accepted) approvals accepted, 0 of other words")
    }
  }

  @Test(
    "An implementation that looks and then signs, without a lock, is caught by the same check: negative control"
  )
  func naive() async throws {
    try await withHouse { house in
      var caught = 0
      for number in 1...4 {
        let slug = "harbour-\(number)"
        try await house.file(story(), .init(slug: slug))
        let seen = try await house.show(slug)
        async let edit = house.file(
          story { $0.keyPoints[1] = "The damage came to \(number) million euros." }, draft: slug)
        // It has looked; what it writes comes when the edit is in.
        _ = try await edit
        try await house.signWithoutLooking(seen.slug, "K2", revision: seen.revision)
        caught = try await house.approvalsOfOtherWords() ?? 0
      }
      #expect(caught == 4)
    }
  }

  @Test("The check for approvals of other words sees one that is planted")
  func otherWordsAreSeen() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.file(
        story { $0.keyPoints[1] = "The damage came to 49 million euros." }, draft: "harbour")
      #expect(try await house.approvalsOfOtherWords() == 0)
      try await house.database.write { tx in
        try tx.run(
          """
          insert into sign_off_standings (sign_off_id, revision_id, standing, because)
          select sign_off_id, revision_id, 'carried', 'planted' from sign_off_standings where standing = 'outdated'
          """)
      }
      #expect(try await house.approvalsOfOtherWords() == 1)
    }
  }

  @Test("Two publishers at once publish once")
  func publishers() async throws {
    try await withHouse { house in
      for round in 1...12 {
        let slug = "d\(round)"
        try await house.file(story(), .init(slug: slug))
        try await house.sign(of: slug)
        async let one = house.publishing(slug)
        async let other = house.publishing(slug)
        #expect(try await [one, other].sorted() == [201, 409])
      }
      #expect(try await house.doublePublications() == 0)
      #expect(try await house.rows()["publications"] == 12)
      try await house.database.write { tx in
        try tx.run("alter table publications drop constraint published_once")
        try tx.run(
          """
          insert into publications (draft_id, revision_id, on_day, by_member, overrides)
          select draft_id, revision_id, on_day, by_member, false from publications limit 1
          """)
      }
      #expect(try await house.doublePublications() == 1)
    }
  }

  @Test("A publication that races a revision publishes the revision that it names, or none")
  func publicationAndRevision() async throws {
    try await withHouse { house in
      for round in 1...12 {
        let slug = "d\(round)"
        try await house.file(story(), .init(slug: slug))
        try await house.sign(of: slug)
        async let revision = house.file(story { $0.keyPoints[0] = "Three burned down." }, draft: slug)
        async let published = house.publishing(slug, revision: 1)
        let (status, second) = try await (published, revision)
        let draft = try await house.show(slug)
        #expect(second.draft.revision == 2)
        #expect(draft.live?.revision == (status == 201 ? 1 : nil))
        #expect([201, 412].contains(status))
        #expect(draft.state == .inReview)
      }
    }
  }

  @Test("Of two members who answer, settle or dismiss at once one is heard")
  func answers() async throws {
    try await withHouse { house in
      try await house.prepareForEverything()
      for path in [
        "/v1/follow-ups/F1/closure", "/v1/contradictions/harbour:X1/settlement",
        "/v1/claims/harbour:C2/dismissal",
      ] {
        let route = try #require(Route.all.first { $0.path == path })
        async let one = house.post(path, json: route.valid, as: "dov").status
        async let other = house.post(path, json: route.valid, as: "ben").status
        #expect(try await [one, other].sorted() == [200, 409], "\(path)")
      }
    }
  }

  @Test("Filings at once: one takes the slug, revisions get numbers without gaps, a new matter is made once")
  func filings() async throws {
    try await withHouse { house in
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 1...8 {
          group.addTask {
            try await house.post(
              "/v1/drafts?slug=harbour&matter=quay-fine&matter=m\(number % 2)", body: story().bytes,
              type: "text/plain",
              as: number % 2 == 0 ? "ana" : "dov"
            ).status
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.sorted() == [201] + [Int](repeating: 409, count: 7))
      let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 1...8 {
          group.addTask {
            try await house.file(
              story { $0.body += " \(number)" }, draft: "harbour", .init(matters: ["fresh", "m\(number)"])
            ).draft.revision
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(numbers.sorted() == Array(2...9))
      let matters = try await house.api("ana").matters().value.matters.map(\.slug)
      #expect(matters.count == Set(matters).count && matters.contains("fresh"))
    }
  }
}

extension House {
  /// What a program does that reads a draft, shows it, and writes the signature with what it read.
  fileprivate func signWithoutLooking(_ slug: String, _ label: String, revision: Int) async throws {
    try await database.write { tx in
      try tx.run(
        """
        with signed as (
          insert into sign_offs (key_point_id, revision_id, member_id, read, verdict, basis, words_digest, evidence_digest)
          select v.key_point_id, v.revision_id, m.id, 'fact', 'approve', 'source', v.digest, ''
          from drafts d join revisions r on r.draft_id = d.id and r.number = \(revision)
          join key_points k on k.draft_id = d.id and key_point_label(k.form, k.number) = \(label)
          join key_point_versions v on v.key_point_id = k.id and v.revision_id = r.id
          join members m on m.handle = 'ben'
          where d.slug = \(slug)
          returning id, revision_id)
        insert into sign_off_standings (sign_off_id, revision_id, standing, because)
        select id, revision_id, 'current', 'signed' from signed
        """)
    }
  }

  fileprivate func publishing(_ slug: String, revision: Int? = nil) async throws -> Int {
    let body = revision.map { "{\"revision\":\($0)}" } ?? "{}"
    return try await post("/v1/drafts/\(slug)/publications", json: body, as: "dov").status
  }

  /// How many members have more than one standing sign-off on one key point for one read.
  func doubleVotes() async throws -> Int? {
    try await database.read { tx in
      try tx.first(
        """
        select count(*) from (
          select from sign_offs_as_they_stand where standing in ('current', 'carried')
          group by key_point_id, member_id, read having count(*) > 1) twice
        """, as: Int.self)
    }
  }

  /// How many approvals stand although the latest revision has other words, or none, or although the words that were
  /// signed are not those of the revision that they name.
  func approvalsOfOtherWords() async throws -> Int? {
    try await database.read { tx in
      try tx.first(
        """
        select count(*) from sign_offs_as_they_stand s
        join sign_offs o on o.id = s.id
        join drafts d on d.id = s.draft_id
        join key_point_versions g on g.key_point_id = s.key_point_id and g.revision_id = o.revision_id
        left join key_point_versions v on v.key_point_id = s.key_point_id and v.revision_id = d.latest_revision_id
        where s.verdict = 'approve' and s.standing in ('current', 'carried')
          and (v.digest is distinct from s.words_digest or g.digest <> s.words_digest)
        """, as: Int.self)
    }
  }

  func doublePublications() async throws -> Int? {
    try await database.read { tx in
      try tx.first(
        """
        select count(*) from (
          select from publications group by draft_id, revision_id having count(*) > 1) twice
        """, as: Int.self)
    }
  }
}
