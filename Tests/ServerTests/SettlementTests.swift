import Client
import Editorial
import Postgres
import Testing
import TextAnalysis
import Wire

@Suite("Settling a contradiction")
struct SettlementTests {
  @Test("What each outcome needs, for every kind", arguments: ContradictionKind.allCases)
  func outcomes(kind: ContradictionKind) async throws {
    try await withHouse { house in
      try await house.file(quarrel())
      try await house.file(story(), as: "eve", .init(slug: "later", desk: "sport"))
      try await house.file(story(), as: "ana", .init(slug: "printed"))
      try await house.sign(of: "printed")
      try await house.publish("printed")
      let ref = try await house.one(of: kind)
      for attempt in Settling.everyWay(kind) { try await house.check(attempt, on: ref) }
      let settled = try await house.database.read { tx in
        try tx.first("select count(*) from contradictions where status = 'settled'", as: Int.self)
      }
      #expect(settled == 0)
    }
  }

  @Test("Settling is for some roles of the draft's own desk", arguments: House.members.map(\.handle))
  func roles(handle: String) async throws {
    try await withHouse { house in
      try await house.file(quarrel())
      if ["ben", "dov", "lea", "sam", "flo"].contains(handle) {
        #expect(try await house.settle("X1", .init(.bothReported), by: handle).settledBy == handle)
      } else {
        let refused = await refusal { try await house.settle("X1", .init(.bothReported), by: handle) }
        #expect(refused?.status == 403)
      }
    }
  }

  @Test("Both reported opens again when one side is cut, and says so; while both stand it stays settled")
  func sideIsCut() async throws {
    try await withHouse { house in
      try await house.file(story())
      try await house.flag(
        "The harbour police said", against: "Divers said that nobody had touched it", in: nil, "disputed")
      try await house.settle("X1", .init(.bothReported))
      let kept = try await house.file(story { $0.body = "On Monday: " + $0.body }, draft: "harbour").draft
      #expect(kept.contradictions.map(\.status) == [.settled])
      #expect(kept.contradictions[0].gone == false)
      #expect(kept.contradictions[0].passages.allSatisfy { $0.revision == 2 })
      let cut = try await house.file(
        story { $0.body = "The harbour police said that the pump had been serviced in June." },
        draft: "harbour")
      let reopened = try #require(cut.draft.contradictions.first)
      #expect(reopened.status == .open && reopened.gone && reopened.outcome == nil)
      #expect(reopened.blocks == false)
      let log = try await house.api("ana").log(of: "harbour").value.entries
      #expect(log.last?.says.contains("X1") == true)
      #expect(cut.receipt?.notices.contains { $0.contains("X1") } == true)
    }
  }
}

/// How a test settles, and whether that may go through.
struct Settling: Sendable {
  let request: SettlementRequest
  var isAllowed = true

  init(_ outcome: ContradictionOutcome, note: String? = nil) {
    request = SettlementRequest(outcome: outcome, note: note, by: nil, inDraft: nil)
  }

  private init(_ request: SettlementRequest, _ kind: ContradictionKind) {
    self.request = request
    isAllowed =
      switch request.outcome {
      case .superseded:
        // Against another story the draft itself may be the later one.
        (request.by == "later" || request.by == "harbour" && kind == .archive) && request.inDraft == nil
      case .correctPublished: request.inDraft == "printed" && request.by == nil
      case .bothReported: kind == .disputed && request.by == nil && request.inDraft == nil
      default: request.note == "because" && request.by == nil && request.inDraft == nil
      }
  }

  /// Every outcome with every combination of note and other drafts; `printed` alone is live.
  static func everyWay(_ kind: ContradictionKind) -> [Settling] {
    let notes: [String?] = [nil, "because", " "]
    let later: [String?] = [nil, "later", "nowhere", "harbour"]
    let printed: [String?] = [nil, "later", "printed"]
    var ways: [Settling] = []
    for outcome in ContradictionOutcome.allCases {
      for note in notes {
        for by in later {
          for other in printed {
            let request = SettlementRequest(outcome: outcome, note: note, by: by, inDraft: other)
            ways.append(Settling(request, kind))
          }
        }
      }
    }
    return ways
  }
}

extension House {
  fileprivate func check(_ settling: Settling, on ref: String) async throws {
    let about: Comment = "\(settling.request)"
    guard settling.isAllowed else {
      let refused = await refusal { try await settle(ref, settling) }
      #expect([400, 404, 409].contains(refused?.status ?? 0), about)
      return
    }
    let settled = try await settle(ref, settling)
    #expect(settled.status == .settled && settled.outcome == settling.request.outcome, about)
    #expect(settled.settledBy == "ben" && !settled.blocks, about)
    #expect(settled.other == settling.request.by ?? settling.request.inDraft, about)
    let twice = await refusal { try await settle(ref, settling) }
    #expect(twice?.status == 409, about)
    try await database.write { tx in
      try tx.run(
        """
        update contradictions set status = 'open', outcome = null, note = null, other_draft_id = null,
          settled_by = null, settled_at = null where outcome is not null
        """)
    }
  }
}
