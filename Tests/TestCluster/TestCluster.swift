import EmbeddedPostgres
import Glibc
import Postgres
import Synchronization

/// Gives the body a fresh database of the test cluster, empty or a copy of a template, and drops it
/// afterwards. The body finds how to connect in `database.configuration.conninfo`; what the settings say there is
/// added to it.
public func withDatabase<T>(
  template: String? = nil, on cluster: TestCluster = .shared,
  settings: Database.Configuration = .init(conninfo: "", acquireTimeout: .seconds(60)),
  _ body: (Database) async throws -> T
) async throws -> T {
  await cluster.enter()
  defer { Task { await cluster.leave() } }
  let name = try await cluster.makeDatabase(template: template)
  var configuration = settings
  configuration.conninfo = try await cluster.conninfo(database: name) + " " + settings.conninfo
  let database = Database(configuration)
  do {
    let value = try await body(database)
    await database.close()
    try await cluster.dropDatabase(name)
    return value
  } catch {
    await database.close()
    try await cluster.dropDatabase(name)
    throw error
  }
}

/// The real PostgreSQL of a test process: started on first use in a temporary folder, without durability, and
/// gone with the process, however that ends.
public actor TestCluster {
  /// The one that the tests of a process share.
  public static let shared = TestCluster()

  private var starting: Task<(Cluster, Database), any Error>?
  private var templates: [String: Task<Void, any Error>] = [:]
  private let databases = Atomic(0)
  private var free = 6
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// One of its own, for a test that would disturb the others.
  public init() {}

  /// The cluster, started if need be.
  public var cluster: Cluster {
    get async throws { try await running.0 }
  }

  /// Ends the cluster before its process does.
  public func stop() async throws {
    let (cluster, maintenance) = try await running
    await maintenance.close()
    await cluster.stop()
  }

  /// Prepares a database of this name once in the process, to be copied by ``withDatabase(template:on:settings:_:)``.
  /// Whoever calls it again waits for the first and prepares nothing.
  public func template(
    named name: String, prepare: @escaping @Sendable (Database) async throws -> Void
  ) async throws {
    let task =
      templates[name]
      ?? Task {
        let maintenance = try await running.1
        try await maintenance.command("create database \"\(name)\"")
        let database = Database(.init(conninfo: try await conninfo(database: name)))
        do {
          try await prepare(database)
          // A template with a connection cannot be copied.
          await database.close()
        } catch {
          await database.close()
          throw error
        }
      }
    templates[name] = task
    try await task.value
  }

  /// Waits until fewer than six databases are in use. Hundreds of tests may start at once, and each brings threads
  /// and connections with it.
  func enter() async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }

  func makeDatabase(template: String?) async throws -> String {
    let name = "test_\(databases.add(1, ordering: .relaxed).newValue)"
    let source = template ?? "template0"
    try await running.1.command("create database \(name) template \"\(source)\" strategy file_copy")
    return name
  }

  func dropDatabase(_ name: String) async throws {
    try await running.1.command("drop database \(name) with (force)")
  }

  func conninfo(database name: String) async throws -> String {
    // The last of two values for one keyword counts.
    try await running.0.url + " dbname=\(name)"
  }

  private var running: (Cluster, Database) {
    get async throws {
      let task =
        starting
        ?? Task {
          let folder = try TemporaryFolder()
          let cluster = try await Cluster.start(
            at: folder.location(), purpose: .command, durable: false, waitForOwner: .zero)
          let maintenance = Database.Configuration(
            conninfo: cluster.url, connections: 2, statementTimeout: .zero, acquireTimeout: .seconds(120))
          return (cluster, Database(maintenance))
        }
      starting = task
      return try await task.value
    }
  }
}
