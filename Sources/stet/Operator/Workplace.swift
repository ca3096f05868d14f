import ArgumentParser
import Editorial
import EmbeddedPostgres
import FoundationEssentials
import Glibc
import Postgres
import Server
import Store
import Wire

/// What every operator command understands.
struct OperatorOptions: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false

  /// Prints a receipt: what was done, as a sentence or as its facts.
  func say(_ text: String, _ facts: some Encodable) throws {
    Terminal.out(try json ? prettyJSON(facts) : text)
  }
}

/// A newsroom with the database behind it: that of `DATABASE_URL`, else a private cluster in `STET_DATA`.
struct Workplace: Sendable {
  let newsroom: Newsroom
  /// The private cluster, where there is one.
  let cluster: Cluster?

  /// Where PostgreSQL's own tools connect to.
  var target: Conninfo {
    get throws { try Conninfo(newsroom.database.configuration.conninfo) }
  }

  /// Opens the database; starts the private cluster, or attaches to one that runs.
  static func open(for purpose: Cluster.Purpose) async throws -> Workplace {
    let environment = ProcessInfo.processInfo.environment
    let prepared = environment["STET_PREPARED_STATEMENTS"] != "off"
    if let url = environment["DATABASE_URL"], !url.isEmpty {
      return Workplace(newsroom: Newsroom(url, prepared: prepared), cluster: nil)
    }
    let location = ClusterLocation.standard(environment: environment, isRoot: geteuid() == 0)
    let cluster = try await Cluster.start(at: location, purpose: purpose, waitForOwner: .seconds(60))
    return Workplace(newsroom: Newsroom(cluster.url, prepared: true), cluster: cluster)
  }

  /// A private database is kept at this program's schema; with `DATABASE_URL` that is `stet migrate`'s work.
  func prepareSchema(timeZone: String) async throws {
    if cluster != nil {
      _ = try await newsroom.migrate(timeZone: timeZone, actor: operatorActor)
    } else {
      try await newsroom.checkSchema()
    }
  }

  /// The newsroom as the service uses it: in a private cluster in the role `stet_service`, which cannot change what only
  /// grows. With `DATABASE_URL` the role is whoever that names.
  func asService() async throws -> Newsroom {
    guard cluster != nil, try await newsroom.grantToService() else { return newsroom }
    var configuration = newsroom.database.configuration
    configuration.conninfo =
      try Conninfo(configuration.conninfo).withoutPassword + " options='-c role=stet_service'"
    return Newsroom(database: Database(configuration))
  }

  func close() async {
    await newsroom.database.close()
    await cluster?.stop()
  }

  /// Runs one command against the newsroom and closes everything after it, whatever came of it.
  static func with<Result: Sendable>(
    schema: Bool = true, _ body: @Sendable (Workplace) async throws -> Result
  ) async throws -> Result {
    try await explaining {
      let place = try await open(for: .command)
      do {
        if schema { try await place.prepareSchema(timeZone: systemTimeZone()) }
        let result = try await body(place)
        await place.close()
        return result
      } catch {
        await place.close()
        throw error
      }
    }
  }
}

extension Newsroom {
  fileprivate init(_ conninfo: String, prepared: Bool) {
    self.init(database: Database(Database.Configuration(conninfo: conninfo, preparedStatements: prepared)))
  }
}

/// The operator at the machine, as the journal names them.
var operatorActor: Actor { .operator(user: systemUser()) }

/// Name of the user who runs this process; the number where the system knows no name.
func systemUser() -> String {
  guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return String(geteuid()) }
  return String(cString: name)
}

/// The system's time zone: `TZ`, else what `/etc/localtime` points to, else UTC.
func systemTimeZone() -> String {
  if let zone = ProcessInfo.processInfo.environment["TZ"], !zone.isEmpty, !zone.hasPrefix("/") {
    return zone.hasPrefix(":") ? String(zone.dropFirst()) : zone
  }
  guard let path = realpath("/etc/localtime", nil) else { return "UTC" }
  defer { free(path) }
  let place = String(cString: path)
  guard let folder = place.firstRange(of: "/zoneinfo/") else { return "UTC" }
  return String(place[folder.upperBound...])
}

/// Turns what the database and the cluster throw into problems with an exit code.
func explaining<Result>(_ body: () async throws -> Result) async throws -> Result {
  do {
    return try await body()
  } catch let error as ClusterError {
    throw problem(of: error)
  } catch let error as StoreError {
    if case .defect(let why) = error { Terminal.err("stet: \(why)\n") }
    throw Server.problem(for: error)
  } catch let error as Refusal {
    throw Server.problem(for: error)
  }
}

private func problem(of error: ClusterError) -> ProblemJSON {
  let exitCode: Int32 =
    switch error {
    case .binariesMissing, .inUse, .failed, .stopped: ExitStatus.unavailable
    case .otherMajor, .socketPathTooLong, .cannotRunAs, .closedDirectory, .notACluster, .unusable:
      ExitStatus.configuration
    }
  return ProblemJSON(
    type: "/problems/database", title: "The private PostgreSQL does not run", status: 0,
    detail: error.description, exitCode: exitCode)
}
