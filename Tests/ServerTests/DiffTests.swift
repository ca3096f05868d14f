import Client
import Editorial
import Testing
import TextAnalysis
import Wire

@Suite("The difference between two revisions, over the API")
struct DiffTests {
  @Test("It tells what changed, what that cost, and from which revision a signer has to read on")
  func diff() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.sign()
      try await house.file(
        story { $0.body = $0.body.replacing("destroyed two", with: "destroyed four") }, draft: "harbour")
      try await house.file(
        story {
          $0.body = $0.body.replacing("destroyed two", with: "destroyed four")
          $0.keyPoints[2] = "The pump had been serviced in July."
        }, draft: "harbour")

      let last = try await house.api("ben").diff(of: "harbour", from: nil, to: nil).value
      #expect(last.from.revision == 2 && last.to.revision == 3)
      #expect(last.differences.map(\.place) == ["K3"])
      #expect(last.differences[0].kinds == [.date])
      #expect(last.differences[0].pieces.filter { $0.kind != .same }.map(\.words) == ["June", "July"])
      #expect(last.signOffs.map(\.keyPoint) == ["K2", "K3"])
      #expect(last.signOffs.map(\.standing) == [.carried, .outdated])

      let since = try await house.api("ben").diffSinceMySignOff(of: "harbour").value
      #expect(since.from.revision == 1 && since.to.revision == 3)
      #expect(since.differences.map(\.place) == ["K3", "p1 s1"])
      #expect(since.differences[1].bearsOut == ["K1"])
      #expect(since.signOffs.map(\.standing) == [.outdated, .carried, .outdated])

      let back = try await house.api("ana").diff(of: "harbour", from: 3, to: 1).value
      #expect(back.differences.count == 2)
    }
  }

  @Test(
    "What cannot be compared is refused in one sentence",
    arguments: [
      ("", 404), ("?from=7", 404), ("?from=x", 400), ("?from=0", 400), ("?to=99999999999999999999", 400),
      ("?since=yesterday", 400), ("?since=my-sign-off", 404), ("?since=my-sign-off&from=1", 400),
    ])
  func refusals(query: String, status: Int) async throws {
    try await withHouse { house in
      try await house.file(story())
      let reply = try await house.get("/v1/drafts/harbour/diff\(query)", as: "ben")
      #expect(reply.status == status, "\(query)")
      #expect(try !reply.value(ProblemJSON.self).detail.isEmpty)
    }
  }
}
