import Glibc
import Postgres
import TestCluster
import Testing

@testable import EmbeddedPostgres

@Suite("Several processes at one cluster", .serialized, .timeLimit(.minutes(3)))
struct OwnershipTests {
  @Test("Of commands that come together one starts the server and the others use it")
  func together() async throws {
    let folder = try TemporaryFolder()
    let clusters = try await withThrowingTaskGroup(of: Cluster.self) { group in
      for _ in 0..<4 {
        group.addTask { try await folder.start(waiting: .seconds(60)) }
      }
      return try await group.reduce(into: [Cluster]()) { $0.append($1) }
    }
    #expect(clusters.filter(\.isOwner).count == 1)
    #expect(Set(clusters.map(\.url)).count == 1)
    for (index, cluster) in clusters.enumerated() {
      #expect(try await addRow(to: cluster) == index + 1)
    }
    for cluster in clusters where !cluster.isOwner {
      await #expect(throws: ClusterError.stopped) { try await cluster.restart() }
      await cluster.stop()
    }
    let owners = clusters.filter(\.isOwner)
    let owner = try #require(owners.first)
    #expect(try await addRow(to: owner) == 5)
    await owner.stop()
  }

  @Test("An owner that is a command does not stop the server under another command")
  func politeStop() async throws {
    let folder = try TemporaryFolder()
    let owner = try await folder.start()
    let guest = try await folder.start()
    #expect(!guest.isOwner)
    let stopping = Task { await owner.stop() }
    for round in 1...20 {
      #expect(try await addRow(to: guest) == round)
    }
    await guest.stop()
    await stopping.value
    await #expect(throws: DatabaseError.self) { try await addRow(to: guest) }
  }

  @Test("A second service is refused and told who the first is and where")
  func secondService() async throws {
    let folder = try TemporaryFolder()
    let first = try await folder.start(.serve)
    await #expect(throws: ClusterError.inUse(pid: getpid(), url: nil)) {
      try await folder.start(.serve, waiting: .seconds(60))
    }
    try first.announce(serviceURL: "http://127.0.0.1:8080")
    await #expect(throws: ClusterError.inUse(pid: getpid(), url: "http://127.0.0.1:8080")) {
      try await folder.start(.serve, waiting: .seconds(60))
    }
    let command = try await folder.start()
    #expect(!command.isOwner)
    #expect(try await addRow(to: command) == 1)
    await command.stop()
    await first.stop()
  }

  @Test("A service waits for a command to end, but not for ever")
  func serviceAfterCommand() async throws {
    let folder = try TemporaryFolder()
    let command = try await folder.start()
    await #expect(throws: ClusterError.inUse(pid: getpid(), url: nil)) { try await folder.start(.serve) }
    let service = Task { try await folder.start(.serve, waiting: .seconds(60)) }
    try await addRow(to: command)
    await command.stop()
    let cluster = try await service.value
    #expect(cluster.isOwner)
    #expect(try await addRow(to: cluster) == 2)
    await cluster.stop()
  }

  @Test(
    "What a dead owner left in its file is not believed",
    arguments: ["{", "", #"{"pid":1,"purpose":"serve"}"#])
  func staleRecord(_ content: String) async throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder.data)
    try writeFile(folder.data + "/owner.json", content)
    let cluster = try await folder.start(.serve)
    #expect(cluster.isOwner)
    #expect(Ownership.record(in: folder.data)?.pid == getpid())
    await cluster.stop()
  }
}
