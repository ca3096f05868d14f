import Client
import Editorial
import Postgres
import Store
import Testing
import TextAnalysis
import Wire

@Suite("Everything at once")
struct CrowdTests {
  @Test("Ten members doing everything to three drafts at once provoke no fault and break no promise")
  func crowd() async throws {
    try await withHouse { house in
      for slug in Crowd.slugs { try await house.file(story(), .init(slug: slug, matters: ["m1", "m2"])) }
      for handle in ["ana", "ben", "flo"] {
        try await house.newsroom.addMember(
          handle, name: nil, desk: "main", roles: [.chief], by: .operator(user: "test"))
      }
      let statuses = try await withThrowingTaskGroup(of: [Int].self) { group in
        for worker in 0..<10 {
          group.addTask {
            var crowd = Crowd(house: house, worker: worker)
            var statuses: [Int] = []
            for _ in 0..<30 { statuses.append(try await crowd.act()) }
            return statuses
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(statuses.allSatisfy { (200..<500).contains($0) })
      // The crowd was one: enough of it went through.
      #expect(statuses.count { $0 < 300 } > 100)
      #expect(try await house.doubleVotes() == 0)
      #expect(try await house.approvalsOfOtherWords() == 0)
      #expect(try await house.claimsAskedTwice() == 0)
      #expect(try await house.doublePublications() == 0)
      for slug in Crowd.slugs {
        let entries = try await house.api("ana").log(of: slug).value.entries
        #expect(entries.map(\.seq) == (1...Int64(entries.count)).map(\.self))
      }
    }
  }
}

/// One member who does what comes to mind, the same in every run.
private struct Crowd {
  static let slugs = ["north", "south", "west"]
  let house: House
  let worker: Int
  private let handle: String
  private var generator: SplitMix

  init(house: House, worker: Int) {
    self.house = house
    self.worker = worker
    handle = ["ana", "ben", "dov", "flo"][worker % 4]
    generator = SplitMix(state: UInt64(worker) + 1)
  }

  /// Does one thing and gives the HTTP status of it, or 200 for a nightly run.
  mutating func act() async throws -> Int {
    let slug = Self.slugs.randomElement(using: &generator) ?? "north"
    let other = Self.slugs.first { $0 != slug } ?? "south"
    let number = Int.random(in: 1...3, using: &generator)
    let revision = try await house.show(slug).revision
    switch Int.random(in: 0..<13, using: &generator) {
    case 0:
      let body = story {
        $0.keyPoints[1] = "The damage came to \(number) million euros."
        $0.body += " A pier is scheduled to open in 202\(number)."
      }
      return try await house.post(
        "/v1/drafts/\(slug)/revisions?matter=m\(number)&matter=m\(4 - number)&published=2024-07-13",
        body: body.bytes,
        type: "text/plain", as: handle
      ).status
    case 1, 2:
      return try await post(
        "/v1/drafts/\(slug)/sign-offs",
        #"{"keyPoints":["K\#(number)"],"read":"fact","verdict":"approve","revision":\#(revision)}"#)
    case 3:
      return try await post(
        "/v1/drafts/\(slug)/sign-offs",
        #"{"keyPoints":["K1"],"read":"fact","verdict":"query","reason":"r","revision":\#(revision)}"#)
    case 4:
      return try await post("/v1/drafts/\(slug)/withdrawals", #"{"keyPoints":["K\#(number)"],"reason":"r"}"#)
    case 5:
      return try await post(
        "/v1/drafts/\(slug)/contradictions",
        #"{"quote":"Nobody was hurt","against":"Divers said","againstDraft":"\#(other)"}"#)
    case 6:
      return try await post(
        "/v1/contradictions/\(slug):X1/settlement", #"{"outcome":"superseded","by":"\#(other)"}"#)
    case 7:
      return try await post(
        "/v1/drafts/\(slug)/claims",
        #"{"quote":"Nobody was hurt","kind":"role","expected":"2024","matter":"m\#(number)"}"#)
    case 8: return try await post("/v1/claims/\(slug):C\(number)/dismissal", #"{"reason":"r"}"#)
    case 9:
      return try await post("/v1/follow-ups/F\(number)/closure", #"{"outcome":"left-as-dated","note":"n"}"#)
    case 10:
      return try await post(
        "/v1/drafts/\(slug)/publications", #"{"override":true,"reason":"r","on":"2024-07-13"}"#)
    case 11:
      return try await post(
        "/v1/claims/\(slug):C\(number)/anchor", #"{"date":"2024-07-1\#(number)","what":"w","source":"s"}"#)
    default:
      _ = try await house.night("2026-11-22")
      return 200
    }
  }

  private func post(_ path: String, _ json: String) async throws -> Int {
    try await house.post(path, json: json, key: StetAPI.freshKey(), as: handle).status
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
