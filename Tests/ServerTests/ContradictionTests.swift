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
func quarrel(_ change: (inout Story) -> Void = { _ in }) -> Story {
  story {
    $0.body += " The fire began on Monday, July 12, 2024, at noon."
    $0.contradictions = [
      "While the owner claimed that the pump was serviced, the divers argued that nobody had touched it.",
      "The headline says two warehouses, the body says three.",
    ]
    change(&$0)
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
  func one(of kind: ContradictionKind) async throws -> String {
    if kind == .archive {
      return String(
        try await flag("destroyed two warehouses", against: "Two warehouses", in: "later", "archive").id)
    }
    let found = try await show().contradictions.first { $0.kind == kind && $0.status == .open }
    return String(try #require(found).id)
  }
}
