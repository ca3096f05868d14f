import Dispatch
import FoundationEssentials
import Glibc
import Postgres
import TestCluster
import Testing

/// A move of a matter that ten thousand claims rest on is killed in its middle. All of it is there, or nothing.
@Suite("Kill -9 during a move", .serialized, .timeLimit(.minutes(10)))
struct MoveKillTests {
  enum Target: CaseIterable { case service, connection, postgres }

  private static let claims = 10_000

  @Test("Of the service, of its connection, of PostgreSQL: ten thousand claims are due, or none is")
  func kills() async throws {
    let program = StetProgram(in: try TemporaryFolder())
    var serving = try await program.serve("--time-zone", "America/Denver")
    try await program.run("member", "add", "ana", "--desk", "main", "--role", "reporter")
    let token = String(try await program.run("token", "create", "ana").out.prefix { !$0.isNewline })
    for target in Target.allCases {
      let matter = "appeal-\(target)"
      try await plant(matter, program, serving, token)
      var move = PlainHTTP(
        port: serving.port, method: "POST", path: "/v1/matters/\(matter)/moves", token: token,
        key: "\(target)",
        body: Array(#"{"to":"withdrawn","since":"2024-12-23","source":"https://court.example/7"}"#.utf8))

      let database = try database(of: program)
      // What a move writes last is its entry in the matter's journal: whoever holds that stops a move that has done the
      // rest.
      let holder = try await Holder(
        """
        select from journal_heads where chain = (select 'matter/' || id from matters where slug = \(matter)) for update
        """, in: database)
      let request = move
      let answer = Task { await request.send() }
      let backend = try await eventually { try await waiting(for: "journal_heads", in: database) }
      let connection = try #require(backend, "the move did not get so far")
      #expect(try await faults(of: matter, in: database) == [], "seen before it was committed")
      switch target {
      case .service: serving.signal(SIGKILL)
      case .connection: kill(connection, SIGKILL)
      case .postgres: if let server = postmaster(of: program.data) { kill(server, SIGKILL) }
      }
      let told = await answer.value
      await holder.release()
      await database.close()
      if target == .service {
        #expect(try await serving.ended() == 128 + SIGKILL)
        serving = try await program.serve()
      }
      #expect(try await isReady(serving), "\(target)")

      let again = try self.database(of: program)
      #expect(try await faults(of: matter, in: again) == [], "\(target)")
      #expect(try await due(matter, in: again) == (told?.status == 201 ? Self.claims : 0), "\(target)")
      // The same request once more does all of it, or says that it is done.
      move.port = serving.port
      let repeated = await move.send()
      #expect(repeated?.status == 201, "\(target): \(repeated?.text ?? "no answer")")
      #expect(try await faults(of: matter, in: again) == [], "\(target)")
      #expect(try await due(matter, in: again) == Self.claims, "\(target)")
      await again.close()
    }
    let verified = try await program.run("journal", "verify")
    #expect(verified.code == 0, "\(verified.out)\(verified.err)")
    #expect(try await serving.stop() == 0)
  }

  @Test("One claim after the other, each with a commit, is caught by the same look: negative control")
  func control() async throws {
    let program = StetProgram(in: try TemporaryFolder())
    let serving = try await program.serve("--time-zone", "America/Denver")
    try await program.run("member", "add", "ana", "--desk", "main", "--role", "reporter")
    let token = String(try await program.run("token", "create", "ana").out.prefix { !$0.isNewline })
    try await plant("naive", program, serving, token)
    let database = try database(of: program)
    #expect(try await faults(of: "naive", in: database) == [])
    let ids = try await database.read { try $0.all("select id from claims order by id", as: Int64.self) }
    let stop = try #require(ids.dropFirst(200).first)
    let holder = try await Holder("select from claims where id = \(stop) for update", in: database)
    let naive = Task {
      for id in ids {
        try await database.write { tx in
          try tx.run(
            """
            update claims set due = newsroom_today(), due_because = 'moved', overtaken_by = 1, overtaken_at = now()
            where id = \(id)
            """)
        }
      }
    }
    let backend = try await eventually { try await waiting(for: "update claims", in: database) }
    kill(try #require(backend), SIGKILL)
    #expect(await naive.result.isFailure)
    await holder.release()
    await database.close()
    #expect(try await isReady(serving))
    let again = try self.database(of: program)
    #expect(try await faults(of: "naive", in: again) == ["200 of \(Self.claims) claims are due"])
    try await again.write { tx in
      try tx.run(
        """
        insert into matter_statuses (matter_id, number, status, since, source, recorded_by, recorded_on)
        select x.id, 1, 'withdrawn', '2024', 's', m.id, newsroom_today() from matters x, members m
        where x.slug = 'naive' and m.handle = 'ana'
        """)
    }
    #expect(try await faults(of: "naive", in: again).count == 3)
    await again.close()
    #expect(try await serving.stop() == 0)
  }

  /// What is not all or nothing: claims that are due, the status, and the event that tells of it.
  private func faults(of matter: String, in database: Database) async throws -> [String] {
    let due = try await due(matter, in: database)
    let found = try await database.read { tx in
      try tx.first(
        """
        select (select count(*) from matter_statuses s where s.matter_id = x.id and s.status = 'withdrawn'),
          (select count(*) from outbox o where o.chain = 'matter/' || x.id and o.event = 'matter-moved')
        from matters x where x.slug = \(matter)
        """, as: (Int, Int).self)
    }
    guard let (statuses, events) = found else { return ["the matter is gone"] }
    let isWhole = due == Self.claims
    return [
      due == 0 || isWhole ? nil : "\(due) of \(Self.claims) claims are due",
      statuses == (isWhole ? 1 : 0) ? nil : "\(statuses) statuses with \(due) claims due",
      events == statuses ? nil : "\(events) events with \(statuses) statuses",
    ].compactMap(\.self)
  }

  private func due(_ matter: String, in database: Database) async throws -> Int {
    let count = try await database.read { tx in
      try tx.first(
        """
        select count(*) from claims c join matters x on x.id = c.matter_id
        where x.slug = \(matter) and c.overtaken_by is not null
        """, as: Int.self)
    }
    return count ?? -1
  }

  /// A story with one claim of a matter, and as many more like it.
  private func plant(
    _ matter: String, _ program: StetProgram, _ serving: Serving, _ token: String
  ) async throws {
    let body = #"{"slug":"\#(matter)","title":"\#(matter)","kind":"appeal"}"#
    let added = await PlainHTTP(
      port: serving.port, method: "POST", path: "/v1/matters", token: token, body: Array(body.utf8)
    ).send()
    #expect(added?.status == 201, "\(added?.text ?? "no answer")")
    let story = "---\nmatters: [\(matter)]\n---\nThe owner plans to appeal the fine.\n"
    let filed = await PlainHTTP(
      port: serving.port, method: "POST", path: "/v1/drafts?slug=\(matter)", token: token,
      body: Array(story.utf8), mediaType: "text/plain"
    ).send()
    #expect(filed?.status == 201, "\(filed?.text ?? "no answer")")
    let database = try database(of: program)
    try await database.write { tx in
      try tx.run(
        """
        with more as (
          insert into claims (draft_id, number, kind, rule, origin, sentence_digest, person, as_of, due_because, matter_id,
            asserts, watched)
          select c.draft_id, c.number + n, c.kind, c.rule, 'person', sha256(n::text::bytea), false, c.as_of, 'x',
            c.matter_id, c.asserts, true
          from claims c join matters x on x.id = c.matter_id, generate_series(1, \(Self.claims - 1)) n
          where x.slug = \(matter)
          returning id, draft_id)
        insert into claim_occurrences (claim_id, revision_id, position, quote, span_start, span_end)
        select m.id, d.latest_revision_id, 1, 'plans to appeal', 0, 5 from more m join drafts d on d.id = m.draft_id
        """)
    }
    await database.close()
  }

  private func database(of program: StetProgram) throws -> Database {
    struct Owner: Decodable { let conninfo: String }
    let record = try #require(FileManager.default.contents(atPath: program.data + "/owner.json"))
    return Database(
      .init(conninfo: try JSONDecoder().decode(Owner.self, from: record).conninfo, connections: 4))
  }

  /// The server's process that waits for a lock in a statement with these words.
  private func waiting(for words: String, in database: Database) async throws -> pid_t? {
    try await database.read { tx in
      try tx.first(
        """
        select pid from pg_stat_activity
        where wait_event_type = 'Lock' and position(\(words) in query) > 0 and pid <> pg_backend_pid()
        """, as: Int.self)
    }.flatMap { pid_t(exactly: $0) }
  }

  private func isReady(_ serving: Serving) async throws -> Bool {
    try await eventually {
      await PlainHTTP(port: serving.port, path: "/readyz").send()?.status == 200 ? true : nil
    } ?? false
  }
}

/// A lock that is held until it is released, or its connection killed.
private struct Holder {
  private let end = DispatchSemaphore(value: 0)
  private let holding: Task<Void, any Error>

  init(_ lock: SQL, in database: Database) async throws {
    let (held, hold) = AsyncStream.makeStream(of: Bool.self)
    let end = end
    holding = Task {
      try await database.write { tx in
        let locked = Result { try tx.run(lock) }
        hold.yield(locked.isFailure)
        hold.finish()
        _ = try locked.get()
        end.wait()
      }
    }
    for await hasFailed in held where hasFailed { try await holding.value }
  }

  /// Returns when nothing of it is left.
  func release() async {
    end.signal()
    // Killed with the others, it has nothing to give back.
    _ = await holding.result
  }
}

extension Result {
  fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}
