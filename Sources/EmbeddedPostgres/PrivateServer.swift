import FoundationEssentials
import Glibc
import Postgres

/// How to make, start and reach the server of one private cluster. Only the holder of the lock may use it.
struct PrivateServer: Sendable {
  static let databaseName = "stet"
  private static let user = "stet"
  private static let patienceWithFormer = Duration.seconds(30)
  private static let patienceWithStart = Duration.seconds(300)

  let location: ClusterLocation
  let binaries: ServerBinaries
  let account: Account
  let isDurable: Bool

  /// A libpq connection string.
  func conninfo(database: String = PrivateServer.databaseName) -> String {
    let host = location.socketDirectory.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    return "host='\(host)' port=5432 user=\(PrivateServer.user) dbname=\(database)"
  }

  /// Whether the account may enter every folder above the data.
  func checkAccess() async throws(ClusterError) {
    let folders = [location.directory] + ancestors(of: location.directory)
    let script = #"for folder; do if ! [ -x "$folder" ]; then printf %s "$folder"; exit 1; fi; done"#
    let (succeeded, output) = await Program.run(["sh", "-c", script, "sh"] + folders.reversed(), as: account)
    guard !succeeded else { return }
    guard output.hasPrefix("/") else { throw .cannotRunAs(user: account.name, reason: output) }
    throw .closedDirectory(output, user: account.name)
  }

  /// Makes the data, unless it is there. It is made under another name: what bears the right one is complete.
  func initialise() async throws(ClusterError) {
    guard !Files.exists(location.data + "/PG_VERSION") else { return }
    for name in Files.names(in: location.directory) where name.hasPrefix("postgres.unfinished-") {
      // No server ever ran on it.
      _ = await Program.run(["rm", "-rf", location.directory + "/" + name])
    }
    let unfinished = location.directory + "/postgres.unfinished-\(getpid())"
    try Files.makePrivateFolder(unfinished, owner: account)
    var output = ""
    for locale in ["C.UTF-8", "C"] {
      var command = [
        binaries.folder + "/initdb", "--pgdata=\(unfinished)", "--username=\(PrivateServer.user)",
        "--encoding=UTF8", "--locale=\(locale)", "--lc-messages=C", "--data-checksums",
        "--auth-local=trust", "--auth-host=reject",
      ]
      if !isDurable { command.append("--no-sync") }
      let succeeded: Bool
      (succeeded, output) = await Program.run(command, as: account)
      if succeeded {
        return try Files.rename(unfinished, to: location.data, in: location.directory)
      }
    }
    throw .failed(step: "initdb", output: output)
  }

  /// Starts the server and returns when it answers.
  func start() async throws(ClusterError) -> Supervisor {
    try Files.makePrivateFolder(location.socketDirectory, owner: account)
    let former = try await formerServer()
    let supervisor = Supervisor(
      [binaries.folder + "/postgres", "-D", location.data] + settings.flatMap { ["-c", $0] },
      as: account, environment: former.map { ["PG_GRANDPARENT_PID": String($0)] } ?? [:])
    do {
      try await waitUntilReady(supervisor)
      try await makeDatabase()
    } catch {
      await supervisor.stop()
      throw error
    }
    return supervisor
  }

  private var settings: [String] {
    // A list of folders to PostgreSQL: quoted like an identifier, it is one.
    let socket = location.socketDirectory.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined()
    let common = [
      "listen_addresses=", "port=5432", "unix_socket_permissions=0700",
      "unix_socket_directories=\"\(socket)\"", "timezone=UTC", "jit=off",
      "log_timezone=UTC", "logging_collector=on", "log_directory=log", "log_filename=postgresql-%a.log",
      "log_rotation_age=1d", "log_truncate_on_rotation=on", "log_checkpoints=off", "lc_messages=C",
    ]
    // Without durability it serves a test process, whose tests all run at once.
    let hasty = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300"]
    return isDurable ? common : common + hasty
  }

  /// Waits until no process of a former server is left. Returns the process that its lock file still names,
  /// which may meanwhile be a stranger or a zombie: told that this is its grandparent, the new server does not
  /// take it for a rival.
  private func formerServer() async throws(ClusterError) -> Int32? {
    let path = location.data + "/postmaster.pid"
    guard let text = Files.text(path) else { return nil }
    let deadline = ContinuousClock.now + PrivateServer.patienceWithFormer
    let script = #"""
      for process in /proc/[0-9]*; do
        [ "$process/cwd" -ef "$1" ] || continue
        read -r name <"$process/comm" && [ "$name" = postgres ] && printf '%s ' "${process##*/}"
      done 2>/dev/null
      true
      """#
    while true {
      let (_, processes) = await Program.run(["sh", "-c", script, "sh", location.data], as: account)
      if processes.isEmpty { break }
      guard ContinuousClock.now < deadline, !Task.isCancelled else {
        throw .failed(
          step: "wait for another server on the same data to end", output: "still running: \(processes)")
      }
      try? await Task.sleep(for: .milliseconds(50))
    }
    // Left by the former server in a folder that is this cluster's alone.
    unlink(location.socketDirectory + "/.s.PGSQL.5432")
    unlink(location.socketDirectory + "/.s.PGSQL.5432.lock")
    guard Files.exists(path) else { return nil }
    guard let pid = Int32(text.prefix { !$0.isNewline }), pid.magnitude > 0 else {
      // A power failure can leave it empty, and then the server would not start.
      unlink(path)
      return nil
    }
    return Int32(clamping: pid.magnitude)
  }

  private func waitUntilReady(_ supervisor: Supervisor) async throws(ClusterError) {
    let probe = Database(probing("postgres"))
    let deadline = ContinuousClock.now + PrivateServer.patienceWithStart
    while !supervisor.hasEnded, ContinuousClock.now < deadline, !Task.isCancelled {
      if await probe.isReachable { return await probe.close() }
      try? await Task.sleep(for: .milliseconds(10))
    }
    await probe.close()
    let reason = supervisor.hasEnded ? lastWords ?? supervisor.output : "it did not answer in time"
    throw .failed(step: "start", output: "\(reason) (more in \(location.data)/log)")
  }

  /// What the server wrote last of its reasons to end, if it came as far as to write its log.
  private var lastWords: String? {
    let folder = location.data + "/log/"
    let newest = Files.names(in: folder).max { left, right in
      (Files.status(folder + left)?.st_mtim.tv_sec ?? 0) < (Files.status(folder + right)?.st_mtim.tv_sec ?? 0)
    }
    let lines = newest.flatMap { Files.text(folder + $0) }?.split(separator: "\n").suffix(8) ?? []
    let reasons = lines.filter { line in [" FATAL: ", " PANIC: "].contains { line.contains($0) } }
    return reasons.isEmpty ? nil : Program.oneLine(reasons.joined(separator: "\n"))
  }

  private func makeDatabase() async throws(ClusterError) {
    let database = Database(probing("postgres"))
    do {
      let name = PrivateServer.databaseName
      let there = try await database.read { transaction in
        try transaction.first("select 1 from pg_database where datname = \(name)", as: Int.self) != nil
      }
      if !there { try await database.command("create database \(name)") }
      await database.close()
    } catch {
      await database.close()
      throw .failed(step: "create the database", output: "\(error)")
    }
  }

  private func probing(_ name: String) -> Database.Configuration {
    Database.Configuration(conninfo: conninfo(database: name), connections: 1, preparedStatements: false)
  }
}
