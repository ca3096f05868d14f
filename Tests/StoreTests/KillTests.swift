import FoundationEssentials
import Glibc
import TestCluster
import Testing

/// The real service is killed at random under load, as is its PostgreSQL, and started again. Nothing that was
/// acknowledged may be lost or be there twice, and nothing may have to be done by hand.
///
/// `STET_KILLS` says how often (3), `STET_SEED` repeats a run's choices.
@Suite("Kill -9", .serialized, .timeLimit(.minutes(30)))
struct KillTests {
  enum Target: CaseIterable { case service, postgres, both }

  private static let drafts = ["harbour-fire", "rust-ruling", "bridge-closure"]

  @Test("Under load, of the service, of PostgreSQL and of both, loses no acknowledged sign-off")
  func kills() async throws {
    let environment = ProcessInfo.processInfo.environment
    let rounds = environment["STET_KILLS"].flatMap { Int($0) } ?? 3
    let seed = environment["STET_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)
    print("KillTests: seed \(seed), \(rounds) kills")
    var random = Seeded(seed)
    let folder = try TemporaryFolder()
    let program = StetProgram(in: folder)
    var serving = try await program.serve("--time-zone", "America/Denver")
    let members = try await signUp(["ben", "flo", "gus", "hal"], at: program)
    let reader = members[0].token
    try await file(Self.drafts, at: program, serving)

    let load = Load(
      members: members, places: Self.drafts.flatMap { draft in (1...4).map { (draft, "K\($0)") } },
      port: serving.port)
    async let outcome = load.run(seed: seed)
    do {
      for round in 0..<rounds {
        let target = Target.allCases[(round + Int(seed % 3)) % 3]
        let before = load.count
        let isUnderLoad = try await eventually { load.count > before + 25 ? true : nil }
        #expect(isUnderLoad == true, "seed \(seed), round \(round): no act is acknowledged any more")
        try await ContinuousClock().sleep(for: .milliseconds(Int.random(in: 50...1_000, using: &random)))
        serving = try await strike(target, serving, program)
        load.move(to: serving.port)
        let isReady = try await ready(serving)
        #expect(isReady, "seed \(seed), round \(round), \(target): not ready again within a minute")
      }
      let before = load.count
      _ = try await eventually { load.count > before + 25 ? true : nil }
    } catch {
      load.end()
      throw error
    }
    load.end()
    let told = try await outcome
    #expect(told.faults == [], "seed \(seed)")
    var found: [FoundSignOff] = []
    for draft in Self.drafts {
      let answer = await PlainHTTP(port: serving.port, path: "/v1/drafts/\(draft)", token: reader).send()
      found += try FoundSignOff.read(try #require(answer).body, draft: draft)
    }
    #expect(losses(told.acknowledged, found) == [], "seed \(seed)")
    let verified = try await program.run("journal", "verify")
    #expect(verified.code == 0, "seed \(seed): \(verified.out)\(verified.err)")
    #expect(try await serving.stop() == 0)
    let cold = try await program.run("journal", "verify")
    #expect(cold.code == 0, "seed \(seed): \(cold.out)\(cold.err)")
    print(
      "KillTests: \(told.acknowledged.count) acts acknowledged, \(told.repeated) requests sent again"
    )

    // Negative control: the same checker, on the same record, with one thing wrong in what it finds.
    let victim = try #require(found.first { $0.standing == "current" })
    #expect(losses(told.acknowledged, found.filter { $0.id != victim.id }).count == 1)
    #expect(losses(told.acknowledged, found + [victim]).count == 1)
    var other = victim
    other.standing = "withdrawn"
    #expect(losses(told.acknowledged, found.map { $0.id == victim.id ? other : $0 }).count == 1)
    other.id = 0
    #expect(losses(told.acknowledged, found + [other]).count == 1)
    #expect(!losses(Array(told.acknowledged.dropFirst()), found).isEmpty)
  }

  /// Kills, and starts again what nobody else does. The service that is there afterwards.
  private func strike(_ target: Target, _ serving: Serving, _ program: StetProgram) async throws -> Serving {
    let server = postmaster(of: program.data)
    if target != .service, let server { kill(server, SIGKILL) }
    guard target != .postgres else { return serving }
    serving.signal(SIGKILL)
    #expect(try await serving.ended() == 128 + SIGKILL)
    return try await program.serve()
  }

  private func ready(_ serving: Serving) async throws -> Bool {
    try await eventually {
      await PlainHTTP(port: serving.port, path: "/readyz").send()?.status == 200 ? true : nil
    } ?? false
  }

  private func signUp(_ handles: [String], at program: StetProgram) async throws -> [(
    handle: String, token: String
  )] {
    var members: [(handle: String, token: String)] = []
    for handle in handles {
      let added = try await program.run("member", "add", handle, "--desk", "main", "--role", "fact-checker")
      #expect(added.code == 0, "\(added.err)")
      members.append((handle, try await token(of: handle, program)))
    }
    return members
  }

  private func token(of handle: String, _ program: StetProgram) async throws -> String {
    String(try await program.run("token", "create", handle).out.prefix { !$0.isNewline })
  }

  private func file(_ drafts: [String], at program: StetProgram, _ serving: Serving) async throws {
    try await program.run("member", "add", "ana", "--desk", "main", "--role", "reporter")
    let token = try await token(of: "ana", program)
    let story = "The quay burned.\n\nKey points\n" + (1...4).map { "- Point \($0) of this story.\n" }.joined()
    for draft in drafts {
      let filed = await PlainHTTP(
        port: serving.port, method: "POST", path: "/v1/drafts?slug=\(draft)", token: token,
        body: Array(story.utf8),
        mediaType: "text/plain"
      ).send()
      #expect(filed?.status == 201, "\(filed?.text ?? "no answer")")
    }
  }

  @Test("The checker finds what is lost, there twice, changed or unheard of: negative control")
  func control() {
    func told(_ id: Int64, withdrawn: Bool = false) -> Load.Acknowledgement {
      Load.Acknowledgement(member: "ben", draft: "a", label: "K1", isWithdrawal: withdrawn, signOff: id)
    }
    func there(_ id: Int64, _ standing: String, member: String = "ben") -> FoundSignOff {
      FoundSignOff(draft: "a", label: "K1", id: id, member: member, standing: standing)
    }
    let record = [told(1), told(2), told(2, withdrawn: true), told(3)]
    let whole = [there(1, "superseded"), there(2, "withdrawn"), there(3, "current")]
    #expect(losses(record, whole) == [])
    #expect(losses([], []) == [])
    for index in whole.indices {
      var less = whole
      less.remove(at: index)
      #expect(losses(record, less) == ["sign-off \(index + 1) was acknowledged and is not there"])
    }
    #expect(losses(record, whole + [there(3, "current")]) == ["sign-off 3 is there more than once"])
    #expect(losses(record, whole + [there(4, "current")]) == ["sign-off 4 is there and nobody was told"])
    #expect(losses(record, [whole[0], there(2, "current"), whole[2]]).count == 1)
    #expect(losses(record, [whole[0], whole[1], there(3, "current", member: "flo")]).count == 1)
    #expect(losses([told(1), told(1)], [there(1, "current")]).isEmpty == false)
    #expect(losses([told(1, withdrawn: true)], []).isEmpty == false)
  }
}
