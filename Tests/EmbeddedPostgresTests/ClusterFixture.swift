import EmbeddedPostgres
import FoundationEssentials
import Glibc
import Postgres
import TestCluster
import Testing

extension TemporaryFolder {
  /// A cluster in this folder that nobody needs to wait for.
  func start(
    _ purpose: Cluster.Purpose = .command, at location: ClusterLocation? = nil, durable: Bool = false,
    waiting: Duration = .zero
  ) async throws -> Cluster {
    try await Cluster.start(
      at: location ?? self.location(), purpose: purpose, durable: durable, waitForOwner: waiting)
  }

  var data: String { location().directory }
}

/// Writes a row, which makes the table if need be, and returns how many there are.
@discardableResult
func addRow(to cluster: Cluster) async throws -> Int {
  let database = Database(.init(conninfo: cluster.url, connections: 1))
  do {
    let count = try await database.write { transaction in
      try transaction.script("create table if not exists kept (at timestamptz default now())")
      try transaction.run("insert into kept default values")
      return try transaction.first("select count(*) from kept", as: Int.self) ?? 0
    }
    await database.close()
    return count
  } catch {
    await database.close()
    throw error
  }
}

/// The number in the first line of a data directory's lock file.
func postmaster(of data: String) throws -> Int32 {
  let content = try #require(FileManager.default.contents(atPath: data + "/postgres/postmaster.pid"))
  let line = String(decoding: content, as: UTF8.self).prefix { !$0.isNewline }
  return try #require(Int32(line))
}

func writeFile(_ path: String, _ text: String) throws {
  try Data(text.utf8).write(to: URL(filePath: path))
}

func makeFolder(_ path: String) throws {
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
}

/// Every path below a folder with size and time of change.
func inventory(of folder: String) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().map { name in
    var status = stat()
    lstat(folder + "/" + name, &status)
    return "\(name) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_mode)"
  }
}
