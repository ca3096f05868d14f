import FoundationEssentials
import Glibc
import Postgres
import TestCluster
import Testing

@testable import EmbeddedPostgres

@Suite("A private cluster", .serialized, .timeLimit(.minutes(3)))
struct ClusterTests {
  @Test("It starts cold and warm, and keeps what was written")
  func coldAndWarm() async throws {
    let folder = try TemporaryFolder()
    for start in 1...3 {
      let cluster = try await folder.start()
      #expect(cluster.isOwner)
      #expect(try await addRow(to: cluster) == start)
      await cluster.stop()
      await cluster.stop()
      #expect(!FileManager.default.fileExists(atPath: folder.data + "/postgres/postmaster.pid"))
      #expect(!FileManager.default.fileExists(atPath: folder.data + "/owner.json"))
    }
  }

  @Test("It is durable, checked, UTF-8, and reachable through its socket alone")
  func settings() async throws {
    let folder = try TemporaryFolder()
    let cluster = try await Cluster.start(at: folder.location(), purpose: .serve, waitForOwner: .zero)
    let database = Database(.init(conninfo: cluster.url))
    let settings = try await database.read { transaction in
      try [
        "fsync", "full_page_writes", "synchronous_commit", "data_checksums", "server_encoding",
        "listen_addresses",
        "timezone", "lc_messages",
      ].map { try transaction.first("select current_setting(\($0))", as: String.self) ?? "none" }
    }
    #expect(settings == ["on", "on", "on", "on", "UTF8", "", "UTC", "C"])
    var status = stat()
    #expect(lstat(folder.location().socketDirectory, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
    for program in ["initdb", "pg_dump", "pg_restore"] {
      #expect(FileManager.default.isExecutableFile(atPath: "\(cluster.binaries)/\(program)"))
    }
    await database.close()
    await cluster.stop()
  }

  @Test("A killed server is noticed and started again with its data")
  func killedServer() async throws {
    let folder = try TemporaryFolder()
    let cluster = try await folder.start(durable: true)
    for round in 1...3 {
      try await addRow(to: cluster)
      #expect(kill(try postmaster(of: folder.data), SIGKILL) == 0)
      await cluster.waitUntilDead()
      try await cluster.restart()
      #expect(try await addRow(to: cluster) == round * 2)
    }
    await cluster.stop()
    await #expect(throws: ClusterError.stopped) { try await cluster.restart() }
  }

  @Test("Waiting for its death ends with the task, and with an orderly stop")
  func waiting() async throws {
    let folder = try TemporaryFolder()
    let cluster = try await folder.start()
    let cancelled = Task { await cluster.waitUntilDead() }
    cancelled.cancel()
    await cancelled.value
    async let stopped: Void = cluster.waitUntilDead()
    await cluster.stop()
    await stopped
  }

  @Test("When its supervisor is killed, the server shuts down and can be started again")
  func killedSupervisor() async throws {
    let folder = try TemporaryFolder()
    let cluster = try await folder.start()
    try await addRow(to: cluster)
    let server = try postmaster(of: folder.data)
    let status = try #require(FileManager.default.contents(atPath: "/proc/\(server)/stat"))
    // "pid (name) state parent …"
    let parent = String(decoding: status, as: UTF8.self).split(separator: " ")[3]
    #expect(kill(try #require(Int32(parent)), SIGKILL) == 0)
    await cluster.waitUntilDead()
    try await cluster.restart()
    #expect(try await addRow(to: cluster) == 2)
    await cluster.stop()
  }

  @Test("After the owner was killed the next start waits for the old server and takes over")
  func killedOwner() async throws {
    let folder = try TemporaryFolder()
    for round in 1...3 {
      let cluster = try await folder.start(.serve)
      #expect(try await addRow(to: cluster) == round)
      cluster.abandon()
      #expect(FileManager.default.fileExists(atPath: folder.data + "/owner.json"))
    }
    let last = try await folder.start()
    #expect(try await addRow(to: last) == 4)
    await last.stop()
  }

  @Test("After owner and server were killed together the next start takes over")
  func killedBoth() async throws {
    let folder = try TemporaryFolder()
    let cluster = try await folder.start(.serve, durable: true)
    try await addRow(to: cluster)
    let server = try postmaster(of: folder.data)
    cluster.abandon()
    kill(server, SIGKILL)
    let next = try await folder.start(.serve, durable: true)
    #expect(try await addRow(to: next) == 2)
    await next.stop()
  }

  enum Leftover: CaseIterable {
    case deadProcess, liveStranger, ownProcess, empty, garbage
  }

  @Test("A lock file left in the data does not keep it from starting", arguments: Leftover.allCases)
  func leftLockFile(_ leftover: Leftover) async throws {
    let folder = try TemporaryFolder()
    let cluster = try await folder.start()
    try await addRow(to: cluster)
    let lockFile = folder.data + "/postgres/postmaster.pid"
    let former = String(decoding: try #require(FileManager.default.contents(atPath: lockFile)), as: UTF8.self)
    await cluster.stop()

    // A backend of another cluster is a live process of the same user, and no server of this data.
    let stranger = try await TestCluster.shared.cluster
    let database = Database(.init(conninfo: stranger.url, connections: 1))
    let backend = try await database.read { try $0.first("select pg_backend_pid()", as: Int.self) }
    let rest = former.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(
      separator: "\n")
    let content =
      switch leftover {
      case .deadProcess: "999999\n" + rest
      case .liveStranger: "\(try #require(backend))\n" + rest
      case .ownProcess: "\(getpid())\n" + rest
      case .empty: ""
      case .garbage: "no number\n" + rest
      }
    try writeFile(lockFile, content)
    if leftover == .liveStranger {
      // Left to itself, PostgreSQL takes the stranger for a rival.
      let account = try Account.ofServer(at: folder.location())
      chown(lockFile, account.uid, account.gid)
      let refusal = await Program.run(
        [cluster.binaries + "/postgres", "-D", folder.data + "/postgres", "-c", "listen_addresses="],
        as: account)
      #expect(!refusal.succeeded)
      #expect(refusal.output.contains("already exists"))
    }
    let next = try await folder.start()
    #expect(try await addRow(to: next) == 2)
    await next.stop()
    await database.close()
  }

  @Test("An initialisation that broke off is begun anew")
  func unfinished() async throws {
    let folder = try TemporaryFolder()
    let left = folder.data + "/postgres.unfinished-1"
    try makeFolder(left + "/base")
    try writeFile(left + "/PG_VERSION", "15\n")
    let cluster = try await folder.start()
    #expect(try await addRow(to: cluster) == 1)
    #expect(!FileManager.default.fileExists(atPath: left))
    await cluster.stop()
  }

  @Test("A data folder of two hundred characters works, and so does one with spaces and quotes")
  func paths() async throws {
    let folder = try TemporaryFolder()
    for name in [String(repeating: "x", count: 200), "it's \"a\" \\ folder, $HOME; ü"] {
      let directory = "\(folder.path)/\(name)"
      let location = ClusterLocation.standard(
        environment: ["STET_DATA": directory, "XDG_RUNTIME_DIR": directory, "TMPDIR": directory],
        isRoot: false)
      #expect(location.socketDirectory.hasPrefix("/tmp/stet-") || !directory.hasSuffix("x"))
      let other = folder.path + "/" + name.filter { $0 != "," }
      let socket = name.count == 200 ? location.socketDirectory : other + " socket"
      let cluster = try await folder.start(
        at: ClusterLocation(directory: directory, socketDirectory: socket))
      #expect(try await addRow(to: cluster) == 1)
      await cluster.stop()
      #expect(!FileManager.default.fileExists(atPath: socket))
    }
  }
}
