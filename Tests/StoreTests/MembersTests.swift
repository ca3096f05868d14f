import Editorial
import Store
import TestCluster
import Testing

@Suite("Members")
struct MembersTests {
  @Test("The list names who left, without a desk and without roles")
  func left() async throws {
    try await withRoom { room in
      let newsroom = room.newsroom
      try await newsroom.addMember(
        "zoe", name: "Zoe Hall", desk: "main", roles: [.editor, .legal], by: .operator(user: "t"))
      try await newsroom.removeMember("zoe", by: .operator(user: "t"))
      let zoe = try #require(try await newsroom.members().first { $0.handle == "zoe" })
      #expect(!zoe.active)
      #expect(zoe.roles.flatMap(\.roles) == [])
    }
  }
}
