import FoundationEssentials
import Synchronization

/// Members who sign and withdraw without pause, and the record of every answer that they were given.
///
/// One act after the other per member, so that each knows what its own sign-offs must be. An act whose answer did not
/// come is sent again with the same key until there is one: after that nobody is in doubt about anything.
final class Load: Sendable {
  /// What a member was told: this sign-off on this key point was recorded, or withdrawn.
  struct Acknowledgement: Sendable {
    let member: String
    let draft: String
    let label: String
    let isWithdrawal: Bool
    let signOff: Int64
  }

  struct Outcome: Sendable {
    var acknowledged: [Acknowledgement] = []
    /// Requests that were sent again, because no answer came or the service was not there.
    var repeated = 0
    var faults: [String] = []
  }

  private let members: [(handle: String, token: String)]
  private let places: [(draft: String, label: String)]
  private let port: Mutex<UInt16>
  private let isOver = Atomic(false)
  private let outcome = Mutex(Outcome())

  init(members: [(handle: String, token: String)], places: [(draft: String, label: String)], port: UInt16) {
    self.members = members
    self.places = places
    self.port = Mutex(port)
  }

  var count: Int { outcome.withLock { $0.acknowledged.count } }

  /// From now on the service is there.
  func move(to newPort: UInt16) { port.withLock { $0 = newPort } }

  /// Lets every member finish what they are at.
  func end() { isOver.store(true, ordering: .releasing) }

  func run(seed: UInt64) async throws -> Outcome {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, member) in members.enumerated() {
        group.addTask { try await self.act(as: member, Seeded(seed &+ UInt64(number))) }
      }
      try await group.waitForAll()
    }
    return outcome.withLock(\.self)
  }

  private func act(as member: (handle: String, token: String), _ generator: Seeded) async throws {
    var random = generator
    var standing: Set<String> = []
    var acts = 0
    while !isOver.load(ordering: .acquiring) {
      let place = places[Int.random(in: 0..<places.count, using: &random)]
      let isWithdrawal = standing.contains(place.draft + place.label) && Bool.random(using: &random)
      acts += 1
      let body =
        isWithdrawal
        ? #"{"keyPoints":["\#(place.label)"],"reason":"a test"}"#
        : #"{"keyPoints":["\#(place.label)"],"read":"fact","verdict":"approve","revision":1}"#
      let request = PlainHTTP(
        port: 0, method: "POST",
        path: "/v1/drafts/\(place.draft)/\(isWithdrawal ? "withdrawals" : "sign-offs")",
        token: member.token, key: "\(member.handle)-\(acts)", body: Array(body.utf8))
      guard let answer = try await answer(to: request) else {
        add(fault: "\(member.handle) had no answer to act \(acts) within a minute")
        return
      }
      guard answer.status == 201,
        let receipt = try? JSONDecoder().decode(Receipt.self, from: Data(answer.body)).receipt.signOffs,
        let told = receipt.first, receipt.count == 1, told.label == place.label
      else {
        add(fault: "\(member.handle), act \(acts) (\(body)): \(answer.status) \(answer.text.prefix(300))")
        return
      }
      if isWithdrawal {
        standing.remove(place.draft + place.label)
      } else {
        standing.insert(place.draft + place.label)
      }
      outcome.withLock {
        $0.acknowledged.append(
          Acknowledgement(
            member: member.handle, draft: place.draft, label: place.label, isWithdrawal: isWithdrawal,
            signOff: told.signOff.id))
      }
    }
  }

  /// The answer that settles the request, however often it has to be sent.
  private func answer(to request: PlainHTTP) async throws -> PlainHTTP.Reply? {
    var request = request
    return try await eventually {
      request.port = self.port.withLock(\.self)
      let reply = await request.send()
      if let reply, reply.status != 503 { return reply }
      self.outcome.withLock { $0.repeated += 1 }
      return nil
    }
  }

  private func add(fault: String) { outcome.withLock { $0.faults.append(fault) } }

  private struct Receipt: Decodable {
    struct Parts: Decodable { let signOffs: [Change] }
    struct Change: Decodable {
      let label: String
      let signOff: SignOff
    }
    struct SignOff: Decodable { let id: Int64 }
    let receipt: Parts
  }
}

/// A sign-off as the service tells it afterwards.
struct FoundSignOff: Sendable, Equatable {
  var draft: String
  var label: String
  var id: Int64
  var member: String
  var standing: String

  /// Those of one draft, from the service's answer.
  static func read(_ answer: [UInt8], draft: String) throws -> [FoundSignOff] {
    struct Answer: Decodable {
      struct Draft: Decodable { let keyPoints: [KeyPoint] }
      struct KeyPoint: Decodable {
        let label: String
        let signOffs: [SignOff]
      }
      struct SignOff: Decodable {
        let id: Int64
        let member: String
        let standing: String
      }
      let draft: Draft
    }
    return try JSONDecoder().decode(Answer.self, from: Data(answer)).draft.keyPoints.flatMap { keyPoint in
      keyPoint.signOffs.map {
        FoundSignOff(draft: draft, label: keyPoint.label, id: $0.id, member: $0.member, standing: $0.standing)
      }
    }
  }
}

/// Compares what members were told with what is there: every acknowledged sign-off exactly once, as it must stand
/// after the acts that followed it, and none that nobody was told of.
func losses(_ acknowledged: [Load.Acknowledgement], _ found: [FoundSignOff]) -> [String] {
  var expected: [Int64: FoundSignOff] = [:]
  var current: [String: Int64] = [:]
  var faults: [String] = []
  for act in acknowledged {
    let place = "\(act.member) \(act.draft) \(act.label)"
    if act.isWithdrawal {
      if current[place] != act.signOff {
        faults.append("\(place): \(act.signOff) was withdrawn and did not stand")
      }
      expected[act.signOff]?.standing = "withdrawn"
      current[place] = nil
    } else {
      if let earlier = current[place] { expected[earlier]?.standing = "superseded" }
      if expected[act.signOff] != nil { faults.append("\(place): \(act.signOff) was acknowledged twice") }
      expected[act.signOff] = FoundSignOff(
        draft: act.draft, label: act.label, id: act.signOff, member: act.member, standing: "current")
      current[place] = act.signOff
    }
  }
  let byID = Dictionary(grouping: found, by: \.id)
  for (id, signOff) in expected.sorted(by: { $0.key < $1.key }) {
    switch byID[id]?.count ?? 0 {
    case 0: faults.append("sign-off \(id) was acknowledged and is not there")
    case 1: if byID[id]?.first != signOff { faults.append("sign-off \(id) is not as it was acknowledged") }
    default: faults.append("sign-off \(id) is there more than once")
    }
  }
  for one in found where expected[one.id] == nil {
    faults.append("sign-off \(one.id) is there and nobody was told")
  }
  return faults
}
