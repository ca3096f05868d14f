import Testing
import TextAnalysis

@testable import Editorial

@Suite("Ready-made policies")
struct PresetsTests {
  /// The example story with its key points and what they rest on, unsigned, as it comes in.
  private func example(
    under policy: Policy, tags: [String] = [], wire: String? = nil, more: String = ""
  ) throws -> Draft {
    let text = String(decoding: try projectFile("Docs/Examples/rust-dismissal.txt"), as: UTF8.self)
    let manuscript = try Manuscript(
      bytes: Array(text.replacing("Key points\n", with: more + "Key points\n").utf8))
    let revision = aRevision()
    let bearing = supports(of: manuscript.keyPoints, in: manuscript)
    let keyPoints = zip(manuscript.keyPoints, bearing).enumerated().map { index, point in
      KeyPoint(
        id: Int64(index + 1), number: index + 1, words: point.0.words, span: point.0.span,
        wordsFrom: revision,
        writtenIn: revision,
        supports: point.1.map { Support(span: $0, wordsFrom: revision, writtenIn: revision) }, gone: false,
        signOffs: [])
    }
    let claims = findClaims(in: manuscript, dateline: revision.dateline)
    return aDraft(
      keyPoints: keyPoints, policy: policy, tags: tags, wire: wire,
      claimPlaces: claims.map { ClaimPlace(kind: $0.kind, span: $0.sentence) },
      accusations: accusations(in: manuscript).map {
        AccusingSentence(
          sentence: Support(span: $0.sentence, wordsFrom: revision, writtenIn: revision),
          words: slice(manuscript.text, $0.sentence), person: slice(manuscript.text, $0.person),
          isNamed: $0.isNamed)
      })
  }

  private func missing(_ draft: Draft) -> [String] {
    draft.missing.map { ($0.about.isEmpty ? "" : $0.about.joined(separator: " ") + ": ") + $0.says }
  }

  private func preset(_ name: String) throws -> Policy {
    try Policy(yaml: Policy.presets.first { $0.name == name }?.yaml ?? "")
  }

  @Test("Each can be read, is short, and lets every read be given", arguments: Policy.presets.map(\.name))
  func read(name: String) throws {
    let policy = try preset(name)
    #expect(Policy.presets.first { $0.name == name }.map { $0.yaml.utf8.count < 5_000 } == true)
    for read in Read.allCases { #expect(policy.readers[read]?.isEmpty == false, "\(read)") }
    #expect(policy.shelfLives == Policy.default.shelfLives)
    #expect(!policy.publish.isEmpty && !policy.override.isEmpty && !policy.settle.isEmpty)
  }

  /// A paragraph that accuses somebody in a story that otherwise accuses nobody.
  static let accusing = "\nCarla Venn falsified the armoury records, a clerk said.\n\n"

  @Test("A small newsroom reads the example once, and checks facts where somebody is accused")
  func small() throws {
    let policy = try preset("small")
    #expect(
      try missing(example(under: policy)) == [
        "K1 K2 K3 K4: one desk approval each, from cleo or dov (ana wrote the words)"
      ])
    #expect(
      try missing(example(under: policy, more: Self.accusing)) == [
        "K1 K2 K3 K4: one desk approval each, from cleo or dov (ana wrote the words)",
        "“Carla Venn falsified the armoury records, a clerk said.” accuses Carla Venn, and no key point says so: make it "
          + "one, or waive it with a reason",
      ])
    let point = "Carla Venn falsified the armoury records"
    let listed = aDraft(
      keyPoints: [aKeyPoint(1, point)], policy: policy,
      accusations: [anAccusation(point, of: "Carla Venn", at: 0)])
    #expect(
      missing(listed) == [
        "K1: one desk approval, from cleo or dov (ana wrote the words)",
        "K1: one fact approval because it accuses a person, from ben, cleo or dov (ana wrote the words)",
      ])
  }

  @Test("An agency reads the example side by side, the legal read where its words call for it")
  func agency() throws {
    let draft = try example(under: try preset("agency"))
    #expect(
      missing(draft) == [
        "K1 K2 K3 K4: one desk approval each, from cleo or dov (ana wrote the words)",
        "K1 K2 K3 K4: one fact approval each, from ben, cleo or dov (ana wrote the words)",
        "K1: one legal approval because it says “manslaughter”, from lea (ana wrote the words)",
        "K3: one legal approval because it makes a claim of the kind pending-legal, from lea (ana wrote the words)",
      ])
    #expect(draft.missing.map(\.due).allSatisfy { $0 != nil })
    let accused = try missing(example(under: try preset("agency"), more: Self.accusing))
    #expect(accused.contains { $0.contains("Carla Venn is accused by name: record when") })
    #expect(accused.contains { $0.contains("accuses Carla Venn, and no key point says so") })
  }

  @Test("An agency's alert does not wait for the fact read, and a colleague's wire copy needs one read")
  func alertsAndWire() throws {
    let alert = try example(under: try preset("agency"), tags: ["breaking"])
    #expect(!alert.missing.contains { $0.read == .fact })
    #expect(alert.mayFollow.map(\.about) == [["K1", "K2", "K3", "K4"]])
    #expect(
      try missing(example(under: try preset("agency"), wire: "dpa")).first
        == "K1 K2 K3 K4: one desk approval each on the basis wire (dpa), from cleo or dov (ana wrote the words)"
    )
    #expect(try !example(under: try preset("agency"), wire: "dpa").missing.contains { $0.read == .fact })
  }
}

@Suite("What another policy would have asked")
struct PolicyComparisonTests {
  private let published = aDraft(
    keyPoints: [
      aKeyPoint(1, signOffs: [aSignOff()]), aKeyPoint(2, "B", signOffs: [aSignOff(on: "B")], at: 200),
    ],
    live: LiveRevision(revision: 1, on: day("2024-07-14")),
    accusations: [anAccusation("B", at: 200), anAccusation()])

  @Test("The same policy asks the same")
  func same() {
    #expect(published.whatAPolicyWouldHaveAsked(.default).lines == [])
  }

  @Test("More and less are told by key point, and what the draft would have waited for")
  func different() throws {
    let other = try Policy(
      yaml: Policy.defaultYAML.replacing(
        "  fact: {approvals: 1}",
        with: "  fact: {approvals: 2, when: {accusation: true}}\n  desk: {approvals: 1}")
        + "\ncoverage: true\nreply: {hours: 24}\n")
    let comparison = published.whatAPolicyWouldHaveAsked(other)
    #expect(
      comparison.lines == [
        "more: K1 K2: one desk approval", "more: K2: a second fact approval because it accuses a person",
        "more: a key point or a waiver for “Jane Roe altered the records.”",
        "more: 24 hours for Jane Roe to answer", "less: K1: one fact approval",
        "would have waited for K1 K2: one desk approval each, from cleo or dov (ana wrote the words)",
        "would have waited for K2: one fact approval because it accuses a person, from cleo or dov (ana wrote the words)",
        "would have waited for “Jane Roe altered the records.” accuses Jane Roe, and no key point says so: make it one, or "
          + "waive it with a reason",
        "would have waited for K2: Jane Roe is accused by name: record when and how they were asked and until when, or "
          + "who decided not to ask and why",
      ])
  }

  @Test("Drafts are counted in one line")
  func counted() throws {
    let strict = try policy("  fact: {approvals: 1}", "  fact: {approvals: 2}")
    let lax = try policy("  fact: {approvals: 1}", "  fact: {approvals: 0}")
    let all = [strict, lax, .default, .default].map { published.whatAPolicyWouldHaveAsked($0) }
    #expect(summary(of: all) == "Of 4 drafts 1 would have been asked more, 1 less, and 2 the same.")
    #expect(all[0].more == ["K1 K2: a second fact approval"])
    #expect(all[1].less == ["K1 K2: one fact approval"])
  }
}
