import ArgumentParser
import Client
import Editorial
import EmbeddedPostgres
import FoundationEssentials
import Glibc
import Logging
import NIOCore
import Postgres
import Server
import ServiceLifecycle
import Store
import UnixSignals
import Watching
import Wire

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the service.",
    discussion: """
      Without DATABASE_URL it runs a private PostgreSQL in STET_DATA and keeps it there. The first start makes
      desk main, a member named after you, and your login.

      Examples:
        stet serve
        DATABASE_URL=postgresql:///stet stet serve --host 0.0.0.0 --insecure-http
      """)

  @Option(help: "Address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "Port to listen on.")
  var port = 8080

  @Option(
    help: ArgumentHelp("The newsroom's time zone, when it is made (else the system's).", valueName: "zone"))
  var timeZone: String?

  @Option(help: ArgumentHelp("Local time of the nightly run.", valueName: "hh:mm"))
  var nightlyAt = ClockTime(hour: 3, minute: 30)

  @Flag(help: "Listen beyond this machine without https.")
  var insecureHTTP = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
  }

  func run() async throws {
    try await explaining {
      try checkExposure()
      let place = try await Workplace.open(for: .serve)
      do {
        try await serve(place)
        await place.close()
      } catch {
        await place.close()
        throw error
      }
    }
  }

  private func serve(_ place: Workplace) async throws {
    try await place.prepareSchema(timeZone: timeZone ?? systemTimeZone())
    let newsroom = try await place.asService()
    let zone = try await newsroom.timeZone()
    if let timeZone, timeZone != zone {
      throw configurationProblem(
        "This newsroom is in \(zone) since it was made, and --time-zone cannot move it. Leave the option out."
      )
    }
    let asking = try asking()
    LoggingSystem.bootstrap { _ in JSONLog() }
    let logger = Logger(label: "stet")
    let service = Service(newsroom: newsroom, logger: logger, publicURL: publicURL) {
      await newsroom.database.isReachable ? nil : "The database does not answer."
    }
    let (host, cluster) = (self.host, place.cluster)
    let application = service.application(host: host, port: port) { port in
      // Who listens everywhere is reached on this machine.
      let reached = ["0.0.0.0", "::"].contains(host) ? "127.0.0.1" : host
      let url = "http://\(reached.contains(":") ? "[\(reached)]" : reached):\(port)"
      do {
        try cluster?.announce(serviceURL: url)
        if cluster != nil { try await signInFirstMember(newsroom, url: url) }
      } catch {
        logger.error("first login", metadata: ["error": "\(error)"])
      }
      Terminal.out("Stet serves \(url) (\(zone), nightly run at \(nightlyAt)). Stop it with Ctrl-C.\n")
    }
    var services: [any ServiceLifecycle.Service] = [
      application, NightlySchedule(newsroom: newsroom, at: nightlyAt, logger: logger),
      OnTime(newsroom: newsroom, logger: logger),
      LookingRound(newsroom: newsroom, asking: asking, logger: logger),
    ]
    if let cluster { services.append(ClusterKeeper(cluster: cluster, logger: logger)) }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger))
    do {
      try await group.run()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw ProblemJSON(
        type: "/problems/port", title: "The port is taken", status: 0,
        detail:
          "Another program listens on \(host) port \(port). Nothing was started; choose one with --port.",
        exitCode: ExitStatus.unavailable)
    }
  }

  /// Who asks when a watched page is looked at, and where it may go.
  private func asking() throws -> Asking {
    let environment = ProcessInfo.processInfo.environment
    let contact = environment["STET_WATCH_CONTACT"] ?? ""
    guard contact.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"()\\".utf8.contains($0) }) else {
      throw configurationProblem(
        "STET_WATCH_CONTACT is an address without spaces and brackets. Nothing was started.")
    }
    do {
      return Asking(
        allowance: try WatchAllowance(environment["STET_WATCH_ALLOW"] ?? ""),
        userAgent: "Stet/\(Stet.configuration.version)" + (contact.isEmpty ? "" : " (+\(contact))"))
    } catch {
      throw configurationProblem("STET_WATCH_ALLOW cannot be read: \(error.says). Nothing was started.")
    }
  }

  /// Tokens in plain http are for this machine only.
  private func checkExposure() throws {
    let isLoopback =
      host == "localhost" || host == "::1"
      || host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || $0 < 0x3A && $0 > 0x2F }
    if isLoopback || insecureHTTP || publicURL?.hasPrefix("https://") == true { return }
    throw configurationProblem(
      "Beyond this machine Stet wants https in front of it: set STET_PUBLIC_URL=https://…, or say --insecure-http. "
        + "Nothing was started.")
  }

  /// The address from outside, as the operator set it, without slashes at its end.
  private var publicURL: String? {
    guard var url = ProcessInfo.processInfo.environment["STET_PUBLIC_URL"], !url.isEmpty else { return nil }
    while url.hasSuffix("/") { url.removeLast() }
    return url
  }

  private func configurationProblem(_ says: String) -> ProblemJSON {
    ProblemJSON(
      type: "/problems/configuration", title: "The configuration does not fit", status: 0, detail: says,
      exitCode: ExitStatus.configuration)
  }
}

/// A local time of day.
struct ClockTime: ExpressibleByArgument, CustomStringConvertible, Sendable {
  let hour: Int
  let minute: Int

  init(hour: Int, minute: Int) {
    self.hour = hour
    self.minute = minute
  }

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
      (0...59).contains(minute), parts[1].utf8.count == 2
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  var description: String { (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)" }
}

/// In a private database without members: a member named after the system's user, and their login.
private func signInFirstMember(_ newsroom: Newsroom, url: String) async throws {
  guard let path = Logins.path(environment: ProcessInfo.processInfo.environment) else { return }
  var logins = try Logins.read(at: path) ?? Logins()
  let handle = firstHandle(systemUser())
  if try await newsroom.isEmpty {
    try await newsroom.addMember(
      handle, name: nil, desk: "main", roles: [.editor, .chief, .admin], by: operatorActor)
  } else {
    // The same data on another port, or a login that was lost: whoever may start the service may have a new one.
    if logins.login(for: url) != nil { return }
    guard try await newsroom.members().contains(where: { $0.handle == handle && $0.active }) else { return }
    // The token of another port of the same newsroom does as well: one is enough.
    for known in logins.logins where known.member == handle {
      guard try await newsroom.bearer(of: known.token) != nil else { continue }
      logins.put(Logins.Login(url: url, member: handle, token: known.token))
      try logins.write(to: path)
      return
    }
  }
  let token = try await newsroom.createToken(for: handle, days: nil, by: operatorActor)
  logins.put(Logins.Login(url: url, member: handle, token: token))
  try logins.write(to: path)
  Terminal.out("Signed in as \(handle); the login is in \(path).\n")
}

/// The system's user name as a handle.
private func firstHandle(_ user: String) -> String {
  let plain = user.lowercased().unicodeScalars.filter {
    ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_" || $0 == "."
  }
  let handle = String(String.UnicodeScalarView(plain.drop { $0 == "-" || $0 == "_" || $0 == "." }.prefix(40)))
  return handle.isEmpty ? "operator" : handle
}
