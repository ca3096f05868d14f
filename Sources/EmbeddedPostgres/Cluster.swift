import FoundationEssentials
import Glibc
import Postgres
import Synchronization

/// A private PostgreSQL, or the way to one that another process of this machine owns.
///
/// The owner's process holds a lock in the data folder and the server's lifeline: when it ends, even by a kill,
/// the server shuts down. Nothing here ever deletes data.
public final class Cluster: Sendable {
  /// What somebody wants the cluster for.
  public enum Purpose: String, Sendable, Codable {
    /// To serve for long: there is only one, and it owns the cluster.
    case serve
    /// For one operator command: it may use a cluster that somebody else owns.
    case command
  }

  private enum State {
    case attached
    case running(Supervisor)
    case stopped
  }

  /// A libpq connection string. Everybody who may enter the socket's folder is the cluster's superuser.
  public let url: String
  /// Whether this process started the server and will stop it.
  public let isOwner: Bool
  /// Folder of `initdb`, `pg_dump` and `pg_restore`.
  public let binaries: String

  private let server: PrivateServer
  private let purpose: Purpose
  private let ownership: Ownership?
  private let attachment: FileLock?
  private let state: Mutex<State>

  private init(
    _ server: PrivateServer, url: String, purpose: Purpose, ownership: Ownership?, attachment: FileLock?,
    state: State
  ) {
    self.server = server
    self.url = url
    self.purpose = purpose
    self.ownership = ownership
    self.attachment = attachment
    isOwner = ownership != nil
    binaries = server.binaries.folder
    self.state = Mutex(state)
  }

  // Whoever loses the cluster would lose its lock, and leave a server behind that nobody owns.
  deinit {
    abandon()
  }

  /// Starts the cluster, and makes it first when there is none; or attaches to a running one if the purpose is
  /// a command. Waits for an owner that does not keep it for long, or has not started it yet, for as long as
  /// `waitForOwner`. Without `durable` a crash may destroy the data: for tests.
  public static func start(
    at location: ClusterLocation, purpose: Purpose, durable: Bool = true, waitForOwner: Duration
  ) async throws(ClusterError) -> Cluster {
    try location.checkSocket()
    let account = try Account.ofServer(at: location)
    let binaries = try await ServerBinaries.find(for: location)
    let server = PrivateServer(location: location, binaries: binaries, account: account, isDurable: durable)
    try Files.makeFolder(location.directory, mode: getuid() == 0 ? 0o711 : 0o700)
    try await server.checkAccess()
    let deadline = ContinuousClock.now + waitForOwner
    var known: Ownership.Record?
    while true {
      if let ownership = try Ownership.take(in: location.directory) {
        return try await own(server, purpose, ownership)
      }
      let record = Ownership.record(in: location.directory)
      switch purpose {
      case .serve:
        // Read twice: the first may still be what a former owner left behind.
        if let record, record.purpose == .serve, record == known {
          throw .inUse(pid: record.pid, url: record.url)
        }
      case .command:
        if let cluster = try await attach(server, record) { return cluster }
      }
      known = record
      guard ContinuousClock.now < deadline || known == nil && purpose == .serve, !Task.isCancelled else {
        throw .inUse(pid: record?.pid ?? 0, url: record?.url)
      }
      try? await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Tells others where the owner's service listens, for the message that refuses a second one.
  public func announce(serviceURL: String) throws(ClusterError) {
    try ownership?.publish(Cluster.record(server, purpose, url: serviceURL))
  }

  /// Shuts the server down if this process owns it, and gives up the lock. An owner that is a command waits up to
  /// a minute for other commands that use the server. Calling it again does nothing.
  public func stop() async {
    guard case .running(let supervisor) = take() else {
      attachment?.release()
      return
    }
    let lastUser = purpose == .command ? await waitForAttached() : nil
    await supervisor.stop()
    rmdir(server.location.socketDirectory)
    ownership?.release()
    lastUser?.release()
  }

  /// Returns when the server died although nobody stopped it, and also when it was stopped or the task is
  /// cancelled. For a cluster that somebody else owns it waits until the task is cancelled.
  public func waitUntilDead() async {
    switch state.withLock(\.self) {
    case .running(let supervisor):
      await supervisor.waitUntilEnded()
    case .attached:
      while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
    case .stopped: break
    }
  }

  /// Starts the server again after it died. Throws `stopped` when it was stopped or is somebody else's.
  public func restart() async throws(ClusterError) {
    guard case .running(let former) = state.withLock(\.self) else { throw .stopped }
    await former.stop()
    let supervisor = try await server.start()
    let isWanted = state.withLock { state in
      guard case .running = state else { return false }
      state = .running(supervisor)
      return true
    }
    guard isWanted else {
      await supervisor.stop()
      throw .stopped
    }
  }

  /// Lets go of everything at once, as the kernel does when it kills the process.
  func abandon() {
    guard case .running(let supervisor) = take() else { return }
    supervisor.closeLifeline()
    ownership?.abandon()
  }

  private static func own(
    _ server: PrivateServer, _ purpose: Purpose, _ ownership: Ownership
  ) async throws(ClusterError) -> Cluster {
    do {
      try ownership.publish(Ownership.Record(pid: getpid(), purpose: purpose))
      try await server.initialise()
      let supervisor = try await server.start()
      try ownership.publish(record(server, purpose, url: nil))
      return Cluster(
        server, url: server.conninfo(), purpose: purpose, ownership: ownership, attachment: nil,
        state: .running(supervisor))
    } catch {
      ownership.release()
      throw error
    }
  }

  private static func attach(
    _ server: PrivateServer, _ record: Ownership.Record?
  ) async throws(ClusterError) -> Cluster? {
    guard let conninfo = record?.conninfo,
      let attachment = try FileLock.take(attachmentPath(server), shared: true)
    else { return nil }
    let probe = Database(Database.Configuration(conninfo: conninfo, connections: 1))
    let isReachable = await probe.isReachable
    await probe.close()
    guard isReachable else { return nil }
    return Cluster(
      server, url: conninfo, purpose: .command, ownership: nil, attachment: attachment, state: .attached)
  }

  private static func record(
    _ server: PrivateServer, _ purpose: Purpose, url: String?
  ) -> Ownership.Record {
    Ownership.Record(
      pid: getpid(), purpose: purpose, conninfo: server.conninfo(),
      socket: server.location.socketDirectory, url: url)
  }

  private static func attachmentPath(_ server: PrivateServer) -> String {
    server.location.directory + "/attached"
  }

  private func take() -> State {
    state.withLock { state in
      defer { state = .stopped }
      return state
    }
  }

  /// Returns with a lock that keeps others from attaching, when nobody is or the time is up.
  private func waitForAttached() async -> FileLock? {
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline, !Task.isCancelled {
      if let lock = try? FileLock.take(Cluster.attachmentPath(server), shared: false) { return lock }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return nil
  }
}
