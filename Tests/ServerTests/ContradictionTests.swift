import Client
import Editorial
import Postgres
import Testing
import TextAnalysis
import Wire

@Suite("Contradictions")
struct ContradictionTests {
  @Test("The list has what a draft brought, what people flagged and what the engine suggests, by filter")
  func filters() async throws {
    try await withHouse { house in
      try await house.file(quarrel())
      try await house.file(story(), as: "eve", .init(slug: "quay", desk: "sport"))
      try await house.flag("destroyed two warehouses", against: "Two warehouses", in: "quay", "archive")
      try await house.settle("harbour:X1", .init(.bothReported))

      func labels(draft: String? = nil, status: String? = nil, kind: String? = nil) async throws -> [String] {
        try await house.api("eve").contradictions(draft: draft, status: status, kind: kind).value
          .contradictions
          .map { "\($0.draft) \($0.label) \($0.kind.rawValue) \($0.origin.rawValue) \($0.status.rawValue)" }
      }
      let brought = "harbour X1 disputed draft settled"
      let slip = "harbour X2 internal draft open"
      let weekday = "harbour X3 internal engine suggested"
      let flagged = "harbour X4 archive person open"
      #expect(try await labels() == [slip, weekday, flagged])
      #expect(try await labels(status: "all") == [brought, slip, weekday, flagged])
      #expect(try await labels(status: "settled") == [brought])
      #expect(try await labels(status: "suggested") == [weekday])
      #expect(try await labels(status: "open", kind: "archive") == [flagged])
      #expect(try await labels(draft: "quay", status: "all") == [])
      #expect(try await labels(draft: "harbour", kind: "disputed") == [])
      for (query, status) in [
        ("status=closed", 400), ("kind=odd", 400), ("draft=nowhere", 404), ("status=", 400),
        ("draft=%00", 422),
        ("draft=%FF", 404), ("kind=internal%00", 422),
      ] {
        let reply = try await house.get("/v1/contradictions?\(query)")
        #expect(reply.problem?.status == status, "\(query) \(reply.status) \(reply.text)")
      }
    }
  }

  @Test("Passages slice to their quotes and say who speaks")
  func passages() async throws {
    try await withHouse { house in
      let draft = try await house.file(quarrel()).draft
      let text = quarrel().bytes
      #expect(draft.contradictions[0].passages.count == 2)
      #expect(draft.contradictions[0].passages.allSatisfy { $0.says != nil })
      for passage in draft.contradictions.flatMap(\.passages) {
        #expect(text[passage.start, passage.end] == passage.quote)
      }
    }
  }

  @Test("A quote that is flagged occurs exactly once; else the error lists the places")
  func quotes() async throws {
    try await withHouse { house in
      try await house.file(story { $0.body = "The fire went out.\nThe fire came back.\n\nAll slept: aaaa." })
      let before = try await house.rows()
      let twice = await refusal { try await house.flag("The fire", against: "All slept") }
      #expect(twice?.status == 422)
      #expect(twice?.type == "/problems/quote-repeated")
      #expect(
        twice?.places == [
          PlaceJSON(offset: 0, line: 1, column: 1), PlaceJSON(offset: 19, line: 2, column: 1),
        ])
      #expect(twice?.detail.contains("line 2 column 1") == true)
      let overlapping = await refusal { try await house.flag("All slept", against: "aa") }
      #expect(overlapping?.places?.map(\.offset) == [51, 52, 53])
      for (quote, against) in [
        ("the fire went", "All slept"), ("All slept", ""), (" \n", "All slept"), ("All  slept", "came back"),
        ("went out.\r\nThe", "All slept"),
      ] {
        let refused = await refusal { try await house.flag(quote, against: against) }
        #expect(refused?.status == 422, "\(quote)")
      }
      let same = await refusal { try await house.flag("All slept", against: "All slept") }
      #expect(same?.status == 400)
      let archive = await refusal { try await house.flag("All slept", against: "came back", "archive") }
      #expect(archive?.status == 400)
      let missing = await refusal { try await house.flag("All slept", against: "came back", in: "nowhere") }
      #expect(missing?.status == 404)
      #expect(try await house.rows() == before)

      let across = try await house.flag("went out.\nThe", against: "All slept")
      #expect(across.kind == .internal && across.origin == .person && across.status == .open && across.blocks)
      #expect(across.raisedBy == "ana")
      let again = await refusal { try await house.flag("went out.\nThe", against: "All slept") }
      #expect(again?.status == 409)
      #expect(again?.detail.contains(across.label) == true)
    }
  }

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

  @Test("A bullet that is gone stays open, says so, and keeps its label when it comes back")
  func bulletGone() async throws {
    try await withHouse { house in
      try await house.file(quarrel())
      let without = try await house.file(quarrel { $0.contradictions = [] }, draft: "harbour").draft
      let brought = without.contradictions.filter { $0.origin == .draft }
      #expect(brought.map(\.label) == ["X1", "X2"])
      #expect(brought.allSatisfy { $0.gone && $0.status == .open })
      #expect(brought.map(\.blocks) == [false, true])
      #expect(brought.allSatisfy { !$0.passages.isEmpty && $0.passages.allSatisfy { $0.revision == 1 } })
      let back = try await house.file(quarrel(), draft: "harbour").draft
      #expect(back.contradictions.map(\.label) == ["X1", "X2", "X3"])
      #expect(back.contradictions.allSatisfy { !$0.gone })
    }
  }

  @Test("An open slip blocks publication until it is settled; a disputed account and a suggestion do not")
  func blocks() async throws {
    try await withHouse { house in
      try await house.file(quarrel())
      let signed = try await house.sign().draft
      #expect(signed.state == .inReview)
      #expect(signed.missing.map(\.about) == [["X2"]])
      let refused = await refusal { try await house.publish() }
      #expect(refused?.missing?.map(\.about) == [["X2"]])
      try await house.settle("X2", .init(.fixedHere, note: "the body is right"))
      #expect(try await house.show().state == .ready)

      // A suggestion that is confirmed is open, and blocks like any other.
      for body in ["{", "[]", #"{"note":"x"}"#, "yes", "\u{0}"] {
        let garbled = try await house.post("/v1/contradictions/X3/confirmation", json: body)
        #expect((400..<500).contains(garbled.status) && garbled.problem != nil, "\(body): \(garbled.status)")
      }
      #expect(try await house.show().state == .ready)
      let confirmed = try await house.api("ana").confirm("X3", key: "k").value.contradiction
      #expect(confirmed.status == .open && confirmed.blocks && confirmed.raisedBy == "ana")
      let twice = await refusal { try await house.api("ana").confirm("X3", key: "l") }
      #expect(twice?.status == 409)
      #expect(try await house.show().missing.map(\.about) == [["X3"]])
      try await house.settle("X3", .init(.notAContradiction, note: "an old date"))
      try await house.publish()
    }
  }

  @Test("A reference is the number, the label with its draft, or the label alone where one draft has it")
  func references() async throws {
    try await withHouse { house in
      try await house.file(quarrel())
      let id = try await house.show().contradictions[1].id
      try await house.file(quarrel(), .init(slug: "quay"))
      let ambiguous = await refusal { try await house.settle("X2", .init(.cut, note: "n")) }
      #expect(ambiguous?.status == 400)
      #expect(ambiguous?.detail.contains("harbour") == true && ambiguous?.detail.contains("quay") == true)
      #expect(try await house.settle("\(id)", .init(.cut, note: "n")).draft == "harbour")
      #expect(try await house.settle("quay:x2", .init(.cut, note: "n")).draft == "quay")
      for (ref, status) in [
        ("X9", 404), ("harbour:X9", 404), ("nowhere:X1", 404), ("X0", 400), ("X-1", 400), ("X+1", 400),
        ("C1", 400),
        ("harbour:C1", 400), ("a:b:X1", 400), ("99999999", 404), ("-1", 404), ("9223372036854775808", 400),
        ("X99999999999999999999", 400), ("X2147483648", 400), ("%00", 404), ("x%00:X1", 404), ("%FF:X1", 404),
        ("..%2F..%2Fdrafts", 400), ("%2e%2e", 400), ("'%20or%201=1--", 400), ("%E2%84%AA1", 400),
      ] {
        let reply = try await house.post(
          "/v1/contradictions/\(ref)/settlement", json: #"{"outcome":"both-reported"}"#)
        #expect(
          reply.problem?.status == status,
          "\(ref): \(reply.status) \(reply.text)")
      }
    }
  }
}

/// A draft with a disputed account, a slip that it brought itself, and a weekday that does not fit its date.
private func quarrel(_ change: (inout Story) -> Void = { _ in }) -> Story {
  story {
    $0.body += " The fire began on Monday, July 12, 2024, at noon."
    $0.contradictions = [
      "While the owner claimed that the pump was serviced, the divers argued that nobody had touched it.",
      "The headline says two warehouses, the body says three.",
    ]
    change(&$0)
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
      case .superseded: request.by == "later" && request.inDraft == nil
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

extension House {
  @discardableResult
  func flag(
    _ quote: String, against: String, in other: String? = nil, _ kind: String? = nil,
    by handle: String = "ana"
  ) async throws -> ContradictionJSON {
    try await api(handle).flag(
      "harbour",
      FlagRequest(
        quote: quote, against: against, againstDraft: other, kind: kind.flatMap(ContradictionKind.init),
        note: nil),
      key: StetAPI.freshKey()
    ).value.contradiction
  }

  @discardableResult
  func settle(_ ref: String, _ settling: Settling, by handle: String = "ben") async throws
    -> ContradictionJSON
  {
    try await api(handle).settle(ref, settling.request, key: StetAPI.freshKey()).value.contradiction
  }

  /// The number of an open contradiction of that kind on `harbour`.
  fileprivate func one(of kind: ContradictionKind) async throws -> String {
    if kind == .archive {
      return String(
        try await flag("destroyed two warehouses", against: "Two warehouses", in: "later", "archive").id)
    }
    let found = try await show().contradictions.first { $0.kind == kind && $0.status == .open }
    return String(try #require(found).id)
  }
}
