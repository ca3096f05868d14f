import ArgumentParser
import Editorial
import EmbeddedPostgres
import FoundationEssentials
import Glibc
import Postgres
import Store
import Subprocess
import SystemPackage
import TextAnalysis
import Wire

struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the database's schema up to date.",
    discussion: """
      Only forward, and safe to run twice or from several places at once. A new database becomes a newsroom.

      A role stet_service, made where that is allowed, gets what the service needs and nothing that changes what only \
      grows: run stet serve as a member of it.

      Examples:
        DATABASE_URL=postgresql:///stet stet migrate --time-zone Europe/London
        stet migrate
      """)
  @Option(
    help: ArgumentHelp("The newsroom's time zone, when it is made (else the system's).", valueName: "zone"))
  var timeZone: String?
  @OptionGroup var common: OperatorOptions

  func run() async throws {
    let zone = timeZone ?? systemTimeZone()
    let done = try await Workplace.with(schema: false) { place in
      let done = try await place.newsroom.migrate(timeZone: zone, actor: operatorActor)
      _ = try await place.newsroom.grantToService()
      return done
    }
    try common.say(
      done.isEmpty
        ? "The schema is up to date. Nothing was changed.\n" : "Applied: \(done.joined(separator: ", ")).\n",
      ["applied": done])
  }
}

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the whole newsroom into one file.",
    discussion: """
      The service may go on meanwhile: the file is one moment. It is PostgreSQL's custom format.

      Examples:
        stet backup /var/backups/stet-$(date +%F).dump
        stet backup newsroom.dump
      """)
  @Argument(help: "File to write; it must not exist yet.") var file: String
  @OptionGroup var common: OperatorOptions

  func run() async throws {
    guard !FileManager.default.fileExists(atPath: file) else {
      throw ProblemJSON(
        type: "/problems/file-exists", title: "The file exists", status: 0,
        detail: "\(file) exists already. Nothing was written; name another file.",
        exitCode: ExitStatus.conflict)
    }
    let file = file
    try await Workplace.with { place in
      // Everything that the newsroom knows is in it: nobody else reads it.
      umask(0o077)
      let partial = file + ".partial"
      defer { unlink(partial) }
      try await tool(
        "pg_dump", of: place,
        [
          "--format=custom", "--no-owner", "--no-privileges", "--file=\(partial)",
          "--dbname=\(try place.target.withoutPassword)",
        ])
      // A backup that is cut short must not look like one.
      try FileManager.default.moveItem(atPath: partial, toPath: file)
    }
    try common.say(
      "The newsroom is in \(file). Bring it back into an empty database:\n  stet restore \(file)\n",
      ["file": file])
  }
}

struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring a backup back into an empty database, and verify its journal.",
    discussion: """
      Examples:
        STET_DATA=/srv/stet-new stet restore newsroom.dump
        DATABASE_URL=postgresql:///stet_new stet restore newsroom.dump
      """)
  @Argument(help: "A file that stet backup wrote.") var file: String
  @OptionGroup var common: OperatorOptions

  func run() async throws {
    guard FileManager.default.isReadableFile(atPath: file) else {
      throw ProblemJSON(
        type: "/problems/file", title: "There is no such file", status: 0,
        detail: "\(file) cannot be read. Nothing was restored.", exitCode: ExitStatus.missing)
    }
    let file = file
    let report = try await Workplace.with(schema: false) { place in
      guard try await place.newsroom.databaseIsEmpty() else {
        throw ProblemJSON(
          type: "/problems/not-empty", title: "The database is not empty", status: 0,
          detail:
            "The database is not empty, and a backup only goes into an empty one. Nothing was restored. "
            + "Set STET_DATA or DATABASE_URL to another place.", exitCode: ExitStatus.conflict)
      }
      try await tool(
        "pg_restore", of: place,
        [
          "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
          "--dbname=\(try place.target.withoutPassword)",
          file,
        ])
      try await place.newsroom.checkSchema()
      _ = try await place.newsroom.grantToService()
      return try await place.newsroom.verifyJournal()
    }
    try common.say("The newsroom is back. " + verifyText(report), VerifyJSON(report))
    if !report.faults.isEmpty { throw ExitCode(ExitStatus.found) }
  }
}

/// Runs one of PostgreSQL's own tools: the cluster's, so that its version fits, else the one on PATH.
private func tool(_ name: String, of place: Workplace, _ arguments: [String]) async throws {
  let executable: Executable = place.cluster.map { .path(FilePath($0.binaries + "/" + name)) } ?? .name(name)
  // A command line can be read by everybody on the machine, an environment cannot.
  let environment =
    try place.target.password.map { Environment.inherit.updating(["PGPASSWORD": $0]) } ?? .inherit
  let ended: (isSuccess: Bool, said: String?)
  do {
    let result = try await Subprocess.run(
      executable, arguments: Arguments(arguments), environment: environment, output: .discarded,
      error: .string(limit: 65_536))
    ended = (result.terminationStatus.isSuccess, result.standardError)
  } catch {
    throw ProblemJSON(
      type: "/problems/tool", title: "A tool is missing", status: 0,
      detail: "\(name) could not be started. Install PostgreSQL's client programs.",
      exitCode: ExitStatus.unavailable)
  }
  guard ended.isSuccess else {
    let said = (ended.said ?? "").split(separator: "\n").last.map(String.init) ?? "it gave no reason"
    throw ProblemJSON(
      type: "/problems/tool", title: "\(name) failed", status: 0, detail: "\(name) did not do it: \(said)",
      exitCode: ExitStatus.unavailable)
  }
}

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how the newsroom's database is.",
    discussion: """
      Exit 1 when something wants attention.

      Examples:
        stet doctor
        stet doctor --json
      """)
  @OptionGroup var common: OperatorOptions

  func run() async throws {
    let (health, journal) = try await Workplace.with { place in
      (try await place.newsroom.health(), try await place.newsroom.verifyJournal())
    }
    if common.json {
      Terminal.out(try prettyJSON(HealthJSON(health, faults: journal.faults.count)))
    } else {
      let night = health.lastNight.map { "\($0)" } ?? "none yet"
      Terminal.out(
        """
        PostgreSQL     \(health.serverVersion)
        Schema         \(health.schemaVersion)
        Time zone      \(health.timeZone)
        Members        \(health.members)
        Drafts         \(health.drafts)
        Claims watched \(health.claims)
        Last night     \(night)
        Nights missed  \(health.missedNights) since then
        Outbox         \(health.outbox) events not delivered
        Journal        \(verifyText(journal))
        """)
    }
    if !journal.faults.isEmpty || health.missedNights > 0 { throw ExitCode(ExitStatus.found) }
  }
}

private struct HealthJSON: Encodable {
  let serverVersion: String
  let schemaVersion: Int
  let timeZone: String
  let members: Int
  let drafts: Int
  let claims: Int
  let lastNight: String?
  let missedNights: Int
  let outbox: Int
  let journalFaults: Int

  init(_ health: Health, faults: Int) {
    serverVersion = health.serverVersion
    schemaVersion = health.schemaVersion
    timeZone = health.timeZone
    members = health.members
    drafts = health.drafts
    claims = health.claims
    lastNight = health.lastNight?.description
    missedNights = health.missedNights
    outbox = health.outbox
    journalFaults = faults
  }
}
