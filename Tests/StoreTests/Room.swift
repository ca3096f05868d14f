import Editorial
import Postgres
import TestCluster
import TextAnalysis

@testable import Store

let testOperator = Actor.operator(user: "test")

/// A newsroom in a database of its own. On desk `main` ana is a reporter, ben and flo are fact-checkers, cleo is an
/// editor and dov the chief.
struct Room: Sendable {
  let newsroom: Newsroom
  let ids: [String: Int64]

  static let members: [(handle: String, role: Role)] = [
    ("ana", .reporter), ("ben", .factChecker), ("flo", .factChecker), ("cleo", .editor), ("dov", .chief),
  ]

  var database: Database { newsroom.database }

  func caller(_ handle: String, key: String? = nil, request: String = "") -> Caller {
    Caller(
      memberID: ids[handle] ?? 0, handle: handle,
      idempotency: key.map { Idempotency(key: $0, requestDigest: sha256(Array(request.utf8))) })
  }

  @discardableResult
  func file(_ slug: String, _ text: String = Room.story, by handle: String = "ana", matters: [String] = [])
    async throws -> StoredAnswer
  {
    try await newsroom.file(
      try filing(text, Metadata(slug: slug, published: CivilDate("2024-07-13"), matters: matters)),
      caller: caller(handle), answer: journalEntry)
  }

  @discardableResult
  func revise(_ slug: String, _ text: String, by handle: String = "ana") async throws -> StoredAnswer {
    try await newsroom.revise(
      slug, with: try filing(text, Metadata(published: CivilDate("2024-07-13"))), caller: caller(handle),
      answer: journalEntry)
  }

  @discardableResult
  func sign(
    _ slug: String, _ labels: [String]? = nil, _ verdict: Verdict = .approve, by handle: String = "ben",
    revision: Int = 1, key: String? = nil
  ) async throws -> StoredAnswer {
    let order = SignOffOrder(
      labels: labels, read: .fact, verdict: verdict, basis: nil, comment: nil,
      reason: verdict == .approve ? nil : "why?", evidence: ["https://source.example/1"], revision: revision)
    return try await newsroom.sign(
      slug, order, caller: caller(handle, key: key, request: "\(slug) \(verdict)"), answer: journalEntry)
  }

  @discardableResult
  func publish(_ slug: String, on day: String = "2024-07-13") async throws -> StoredAnswer {
    let isReady = try await newsroom.draft(slug).missing.isEmpty
    let order = PublicationOrder(on: CivilDate(day), override: !isReady, reason: "a test", revision: nil)
    return try await newsroom.publish(slug, order, caller: caller("dov"), answer: journalEntry)
  }

  func count(_ table: String) async throws -> Int {
    try await database.read { try $0.first("select count(*) from \(unescaped: table)", as: Int.self) ?? -1 }
  }

  static let story = """
    # Harbour fire

    The pump failed at 40 bar. The owner plans to appeal the ruling. The inquiry is ongoing.

    Key points
    - The pump failed at 40 bar.
    - The owner knew of the leak since March.

    Contradictions
    - Owners say the pump was serviced; the crew says nobody touched it.
    """
}

private func filing(_ text: String, _ options: Metadata) throws -> Filing {
  try Filing(bytes: Array(text.utf8), mediaType: "text/plain", fileName: nil, options: options)
}

@Sendable func journalEntry(_ outcome: ActOutcome) -> [UInt8] { Array(outcome.journal.utf8) }
@Sendable func nothing<Outcome>(_ outcome: Outcome) -> [UInt8] { [] }

private func prepare(_ database: Database) async throws {
  let newsroom = Newsroom(database: database)
  _ = try await newsroom.migrate(timeZone: "America/Denver", actor: testOperator)
  for (handle, role) in Room.members {
    try await newsroom.addMember(handle, name: nil, desk: "main", roles: [role], by: testOperator)
  }
}

/// Runs the body in a newsroom of its own. Afterwards its journal has to verify, unless the test tampers with it.
func withRoom<T>(connections: Int = 6, tampering: Bool = false, _ body: (Room) async throws -> T) async throws
  -> T
{
  try await TestCluster.shared.template(named: "room", prepare: prepare)
  let settings = Database.Configuration(conninfo: "", connections: connections, acquireTimeout: .seconds(60))
  return try await withDatabase(template: "room", settings: settings) { database in
    let ids = try await database.read {
      try $0.all("select handle, id from members", as: (String, Int64).self)
    }
    let room = Room(newsroom: Newsroom(database: database), ids: Dictionary(uniqueKeysWithValues: ids))
    let result = try await body(room)
    if !tampering {
      let report = try await room.newsroom.verifyJournal()
      guard report.faults.isEmpty else { throw BrokenJournal(faults: report.faults) }
    }
    return result
  }
}

struct BrokenJournal: Error {
  let faults: [JournalFault]
}

/// A sequence of numbers that is the same on every machine for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
