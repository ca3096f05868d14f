import FoundationEssentials
import Glibc
import TestCluster
import Testing

@testable import EmbeddedPostgres

@Suite("A place where no cluster can run", .serialized, .timeLimit(.minutes(3)))
struct RefusalTests {
  private func refusal(at location: ClusterLocation) async -> ClusterError? {
    await #expect(throws: ClusterError.self) {
      try await Cluster.start(at: location, purpose: .command, durable: false, waitForOwner: .zero)
    }
  }

  /// Gives the files of a pretended cluster to whom they would belong.
  private func giveAway(_ folder: TemporaryFolder) throws {
    let account = try Account.ofServer(at: folder.location("elsewhere"))
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.data)
    where name.hasPrefix("postgres") {
      chown("\(folder.data)/\(name)", account.uid, account.gid)
    }
  }

  @Test("The data of another major version are refused, both versions named, and nothing is touched")
  func otherMajor() async throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder.data + "/postgres/base")
    try writeFile(folder.data + "/postgres/PG_VERSION", "9.6\n")
    try giveAway(folder)
    let before = try inventory(of: folder.path)
    let error = await refusal(at: folder.location())
    guard case .otherMajor(let found, let have, _) = error else {
      Issue.record("refused with \(String(describing: error))")
      return
    }
    #expect(found == 9)
    #expect(have >= 10)
    #expect(error?.description.contains("\n") == false)
    #expect(error?.description.contains("PostgreSQL \(found)") == true)
    #expect(error?.description.contains("PostgreSQL \(have)") == true)
    #expect(try inventory(of: folder.path) == before)
  }

  @Test("Files that are no cluster are left alone", arguments: ["notes.txt", "PG_VERSION"])
  func notACluster(_ name: String) async throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder.data + "/postgres")
    try writeFile("\(folder.data)/postgres/\(name)", "not what PostgreSQL would write")
    try giveAway(folder)
    let before = try inventory(of: folder.path)
    #expect(await refusal(at: folder.location()) == .notACluster(folder.data + "/postgres"))
    #expect(try inventory(of: folder.path) == before)
  }

  @Test("A socket folder with too long a path or a comma in it is refused")
  func longSocket() async throws {
    let folder = try TemporaryFolder()
    let long = folder.path + "/" + String(repeating: "s", count: 90)
    let location = ClusterLocation(directory: folder.data, socketDirectory: long)
    #expect(await refusal(at: location) == .socketPathTooLong(long))
    let comma = folder.path + "/a,b"
    let other = ClusterLocation(directory: folder.data, socketDirectory: comma)
    guard case .unusable(comma, _) = await refusal(at: other) else {
      Issue.record("the comma was not refused")
      return
    }
  }

  @Test("A socket folder that others may enter or that is a link is refused")
  func openSocket() async throws {
    let folder = try TemporaryFolder()
    let socket = folder.location().socketDirectory
    let account = try Account.ofServer(at: folder.location())
    try makeFolder(socket)
    chown(socket, account.uid, account.gid)
    chmod(socket, 0o755)
    #expect(await refusal(at: folder.location()) != nil)
    chmod(socket, 0o700)
    rename(socket, socket + "-real")
    symlink(socket + "-real", socket)
    #expect(await refusal(at: folder.location()) != nil)
  }

  @Test(
    "A user who is not there or may not run it is refused by name", arguments: ["no-such-user-here", "root"])
  func users(_ name: String) async throws {
    let folder = try TemporaryFolder()
    let location = ClusterLocation(
      directory: folder.data, socketDirectory: folder.location().socketDirectory, user: name)
    guard case .cannotRunAs(name, _) = await refusal(at: location) else {
      Issue.record("not refused by name")
      return
    }
  }

  @Test("A folder that PostgreSQL's user may not enter is named", .enabled(if: getuid() == 0))
  func closedFolder() async throws {
    let folder = try TemporaryFolder()
    let closed = folder.path + "/closed"
    try makeFolder(closed)
    chmod(closed, 0o700)
    let location = ClusterLocation(
      directory: closed + "/data", socketDirectory: folder.location().socketDirectory)
    guard case .closedDirectory(closed, _) = await refusal(at: location) else {
      Issue.record("the closed folder was not named")
      return
    }
    chmod(closed, 0o711)
    let cluster = try await folder.start(at: location)
    await cluster.stop()
  }

  @Test("A file where a folder should be is named")
  func file() async throws {
    let folder = try TemporaryFolder()
    try writeFile(folder.data, "")
    guard case .unusable(folder.data, _) = await refusal(at: folder.location()) else {
      Issue.record("the file was not named")
      return
    }
  }
}
