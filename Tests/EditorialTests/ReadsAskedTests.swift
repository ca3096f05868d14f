import Testing
import TextAnalysis

@testable import Editorial

@Suite("Which reads a policy asks of a key point")
struct ReadsAskedTests {
  private func draft(
    _ yaml: String, _ words: String = "The pump failed at 40 bar.", tags: [String] = [], wire: String? = nil,
    claims: [ClaimPlace] = [], accusations: [AccusingSentence] = [], supports: [Support] = [],
    signOffs: [SignOff] = [], from revision: Revision = aRevision(), latest: Revision = aRevision(),
    members: [Member] = desk
  ) throws -> Draft {
    aDraft(
      keyPoints: [aKeyPoint(1, words, from: revision, supports: supports, signOffs: signOffs)],
      latest: latest,
      policy: try Policy(yaml: Policy.defaultYAML.replacing(usualReads, with: yaml)),
      members: members, tags: tags, wire: wire, claimPlaces: claims, accusations: accusations)
  }

  private func asked(_ draft: Draft) -> [String] {
    draft.applicableReads(of: draft.keyPoints[0]).map {
      "\($0.approvals) \($0.read)" + ($0.because.map { ": \($0)" } ?? "")
    }
  }

  @Test("Without a condition it is asked always")
  func always() throws {
    #expect(try asked(draft("  fact: {approvals: 2}")) == ["2 fact"])
    #expect(try asked(draft("  fact: {approvals: 0}")) == [])
    #expect(try asked(draft("  legal: {approvals: 1}\n  desk: {approvals: 3}")) == ["3 desk", "1 legal"])
  }

  static let words: [(String, String, Bool)] = [
    ("murder*", "Man charged with murder", true), ("murder*", "A MURDERER was found", true),
    ("murder", "A murderer was found", false), ("murder", "It was “murder”, she said", true),
    ("held in custody", "She was held in custody.", true),
    ("held in custody", "Held at home in custody", false),
    ("held in cust*", "Held in\ncustody", true), ("child", "Children hurt", false),
    ("child*", "Children hurt", true), ("café", "The CAFÉ burned", true), ("X-ray", "X-ray of a lung", true),
    ("murder", "", false), ("the pump failed at 40 bar in", "The pump failed at 40 bar.", false),
  ]

  @Test("Words and phrases are looked for whole, or by their beginning", arguments: words.indices)
  func says(index: Int) throws {
    let (word, text, isAsked) = Self.words[index]
    let draft = try draft("  legal: {approvals: 1, when: {words: [fraud, \(word)]}}", text)
    #expect(asked(draft) == (isAsked ? ["1 legal: it says “\(word)”"] : []))
  }

  @Test(
    "A tag of the draft is enough, in letters of any size", arguments: [("Court", true), ("courts", false)])
  func tags(tag: String, isAsked: Bool) throws {
    let draft = try draft("  legal: {approvals: 1, when: {words: [x], tags: [court]}}", tags: ["sport", tag])
    #expect(asked(draft) == (isAsked ? ["1 legal: the draft is tagged “court”"] : []))
  }

  @Test("A claim counts where it stands in the key point or in what bears it out")
  func claims() throws {
    let yaml = "  legal: {approvals: 1, when: {claims: [pending-legal]}}"
    let support = Support(span: Span(500, 550), wordsFrom: aRevision(), writtenIn: aRevision())
    let because = ["1 legal: it makes a claim of the kind pending-legal"]
    for (kind, span, expected) in [
      (ClaimKind.pendingLegal, Span(5, 10), because), (.role, Span(5, 10), []),
      (.pendingLegal, Span(600, 620), []), (.pendingLegal, Span(510, 520), because),
    ] {
      let draft = try draft(yaml, claims: [ClaimPlace(kind: kind, span: span)], supports: [support])
      #expect(asked(draft) == expected, "\(kind) \(span)")
    }
  }

  @Test("An accusation raises the quorum, and the line says why")
  func accusation() throws {
    let yaml = "  fact: [{approvals: 1}, {approvals: 2, when: {accusation: true}}]"
    #expect(try asked(draft(yaml)) == ["1 fact"])
    #expect(try asked(draft(yaml, accusations: [anAccusation()])) == ["1 fact"])
    let accused = try draft(yaml, accusations: [anAccusation(at: 0)])
    #expect(asked(accused) == ["2 fact: it accuses a person"])
    #expect(
      accused.missing.map(\.says) == [
        "2 fact approvals because it accuses a person, from ben, cleo or dov (ana wrote the words)"
      ])
    #expect(accused.missing.map(\.read) == [.fact])
    #expect(accused.status(of: accused.keyPoints[0]) == .open)
  }

  @Test("A read is due so many hours after the words, or what bears them out, were filed")
  func due() throws {
    let yaml = "  fact: [{approvals: 1, within: 30}, {approvals: 1, within: 8, when: {tags: [x]}}]"
    #expect(try draft(yaml).missing.map(\.due) == ["2024-07-15T00:20:00.000000Z"])
    #expect(try draft(yaml, tags: ["x"]).missing.map(\.due) == ["2024-07-14T02:20:00.000000Z"])
    #expect(try draft("  fact: {approvals: 1}").missing.map(\.due) == [nil])
  }

  @Test(
    "Hours are counted over days and years",
    arguments: [
      ("2024-07-13T18:20:00.5Z", 1, "2024-07-13T19:20:00.5Z"),
      ("2024-12-31T23:59:59Z", 1, "2025-01-01T00:59:59Z"),
      ("2024-02-28T00:00:00Z", 48, "2024-03-01T00:00:00Z"), ("soon", 1, nil),
      ("2024-07-13 18:20:00Z", 1, nil), ("2024-07-13T99:20:00Z", 1, nil),
    ] as [(String, Int, String?)])
  func hours(from: String, hours: Int, to: String?) {
    #expect(instant(hours, hoursAfter: from) == to)
  }

  @Test("Copy of an agency needs one read on the basis wire, and what its words call for")
  func wire() throws {
    let yaml = "  fact: {approvals: 1}\n  legal: {approvals: 1, when: {words: [murder]}}\nwire: {read: desk}"
    #expect(try asked(draft(yaml)) == ["1 fact"])
    #expect(try asked(draft(yaml, wire: "dpa")) == ["1 desk"])
    #expect(try asked(draft(yaml, "A murder", wire: "dpa")) == ["1 desk", "1 legal: it says “murder”"])
    #expect(
      try draft(yaml, wire: "dpa").missing.map(\.says) == [
        "one desk approval on the basis wire (dpa), from cleo or dov (ana wrote the words)"
      ])
    for (basis, isEnough) in [(Basis.wire, true), (.source, true), (.onAuthor, false)] {
      let signed = aSignOff(by: cleo, read: .desk, basis: basis)
      #expect(try draft(yaml, wire: "dpa", signOffs: [signed]).missing.isEmpty == isEnough, "\(basis)")
    }
  }

  @Test("One feed is one source however many rely on it; a policy that knows no wire counts heads")
  func feed() throws {
    let relying = [
      aSignOff(id: 1, by: ben, basis: .wire), aSignOff(id: 2, by: cleo, basis: .wire),
    ]
    let two = "  fact: {approvals: 2}"
    #expect(try draft(two, signOffs: relying).missing.isEmpty)
    #expect(try draft(two + "\nwire: {read: desk}", signOffs: relying).missing.count == 1)
    let checked = relying + [aSignOff(id: 3, by: dov)]
    #expect(try draft(two + "\nwire: {read: desk}", signOffs: checked).missing.isEmpty)
  }

  @Test("Whoever signs an agency's copy and says nothing relies on the agency")
  func usualBasis() throws {
    let yaml = "  fact: {approvals: 1}\nwire: {read: desk}"
    func basis(_ read: Read, _ wire: String?) throws -> Basis? {
      try draft(yaml, wire: wire).sign(
        SignOffOrder(
          labels: nil, read: read, verdict: .approve, basis: nil, comment: nil, reason: nil, evidence: [],
          revision: 1), by: cleo
      ).basis
    }
    #expect(try basis(.desk, "dpa") == .wire)
    #expect(try basis(.desk, nil) == .source)
    #expect(try basis(.fact, "dpa") == .source)
  }

  @Test("An approval stops counting when its member became an author of what it stands for")
  func author() throws {
    let byBen = Support(span: Span(900, 950), wordsFrom: aRevision(2, by: ben), writtenIn: aRevision())
    let signed = aSignOff(by: ben)
    #expect(try draft("  fact: {approvals: 1}", signOffs: [signed]).missing.isEmpty)
    let after = try draft(
      "  fact: {approvals: 1}", supports: [byBen], signOffs: [signed], latest: aRevision(2))
    #expect(after.missing.map(\.who) == [["cleo", "dov"]])
    // Also when he has left the desk since.
    let without = try draft(
      "  fact: {approvals: 1}", supports: [byBen], signOffs: [signed], latest: aRevision(2),
      members: [ana, cleo])
    #expect(without.missing.map(\.who) == [["cleo"]])
  }
}
