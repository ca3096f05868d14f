import AsyncHTTPClient
import Client
import Editorial
import FoundationEssentials
import Logging
import NIOCore
import NIOHTTP1
import Postgres
import Server
import ServiceLifecycle
import Store
import Synchronization
import TestCluster
import Testing
import Wire

/// A newsroom with its service running on a port of this machine, and a database of its own.
///
/// On desk `main` ana is a reporter, ben a fact-checker, dov chief and editor, lea legal, sam standards, and
/// flo a second fact-checker; eve is chief and editor of desk `sport` only.
struct House: Sendable {
  let newsroom: Newsroom
  let url: String
  let tokens: [String: String]
  let faults: Faults

  var database: Database { newsroom.database }

  func api(_ handle: String) throws -> StetAPI { try StetAPI(url: url, token: tokens[handle], seconds: 60) }

  static let members: [(handle: String, name: String, desk: String, roles: [Role])] = [
    ("ana", "Ana Lind", "main", [.reporter]), ("ben", "Ben Ávila", "main", [.factChecker]),
    ("dov", "Dov Katz", "main", [.chief, .editor]), ("lea", "Lea Roth", "main", [.legal]),
    ("sam", "Sam Okoro", "main", [.standards]), ("flo", "Flo Marsh", "main", [.factChecker]),
    ("eve", "Eve Stone", "sport", [.chief, .editor]),
  ]
}

/// What the service logged as its own fault: a test that provokes none sees none.
final class Faults: Sendable {
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }
  func add(_ line: String) { lines.withLock { $0.append(line) } }
  func forget() { lines.withLock { $0 = [] } }
}

private struct FaultLog: LogHandler {
  let faults: Faults
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .error

  init(_ faults: Faults) { self.faults = faults }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    guard event.level >= .error else { return }
    faults.add("\(event.message) \(event.metadata ?? [:])")
  }
}

private let operatorActor = Actor.operator(user: "test")
private let templateTokens = Mutex<[String: String]>([:])

private func prepare(_ database: Database) async throws {
  let newsroom = Newsroom(database: database)
  _ = try await newsroom.migrate(timeZone: "America/Denver", actor: operatorActor)
  try await newsroom.addDesk("sport", by: operatorActor)
  for member in House.members {
    try await newsroom.addMember(
      member.handle, name: member.name, desk: member.desk, roles: member.roles, by: operatorActor)
    let token = try await newsroom.createToken(for: member.handle, days: nil, by: operatorActor)
    templateTokens.withLock { $0[member.handle] = token }
  }
}

/// Runs the body in a house of its own. Afterwards the service must have logged no fault, and the journal must
/// verify, unless the test says that it tampers with it.
func withHouse<T>(tampering: Bool = false, _ body: (House) async throws -> T) async throws -> T {
  try await TestCluster.shared.template(named: "house", prepare: prepare)
  return try await withDatabase(template: "house") { database in
    let faults = Faults()
    let logger = Logger(label: "test") { _ in FaultLog(faults) }
    let newsroom = Newsroom(database: database)
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let service = Server.Service(newsroom: newsroom, logger: logger, whyNotReady: { nil })
    let application = service.application(host: "127.0.0.1", port: 0, onRunning: { port.yield($0) })
    let running = ServiceGroup(
      configuration: ServiceGroupConfiguration(services: [.init(service: application)], logger: logger))
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { port.finish() }
        try await running.run()
      }
      var bound = ports.makeAsyncIterator()
      let number = try #require(await bound.next())
      let house = House(
        newsroom: newsroom, url: "http://127.0.0.1:\(number)", tokens: templateTokens.withLock { $0 },
        faults: faults)
      let result: T
      do {
        result = try await body(house)
      } catch {
        await running.triggerGracefulShutdown()
        throw error
      }
      #expect(faults.all == [], "the service logged a fault of its own")
      if !tampering {
        let report = try await newsroom.verifyJournal()
        #expect(report.faults == [])
        #expect(report.entries > 0)
      }
      await running.triggerGracefulShutdown()
      try await group.waitForAll()
      return result
    }
  }
}
