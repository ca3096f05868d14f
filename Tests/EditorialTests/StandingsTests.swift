import Testing
import TextAnalysis

@testable import Editorial

@Suite("What a sign-off is worth at the next revision")
struct StandingsTests {
  private static let pump = "The pump failed at 40 bar, the report says."
  private let point = aKeyPoint(1, pump)

  private func change(
    _ now: String = pump, moved: Bool = false, supports: [SupportChange] = []
  ) -> KeyPointChange {
    let day = aRevision().dateline
    var kinds = changeKinds(from: Self.pump, on: day, to: now, on: day)
    if moved { kinds.insert(.moved) }
    return KeyPointChange(was: Self.pump, now: now, kinds: kinds, supports: supports)
  }

  private func standing(
    _ verdict: Verdict, _ change: KeyPointChange?, under policy: Policy = .default
  ) -> (standing: Standing, because: String) {
    Editorial.standing(
      of: aSignOff(verdict, on: Self.pump), on: point, after: change, inRevision: 2, under: policy)
  }

  @Test("Unchanged words carry every verdict", arguments: Verdict.allCases)
  func carried(verdict: Verdict) {
    let after = standing(verdict, change())
    #expect(after.standing == .carried)
    #expect(after.because == "the words are those of r1")
  }

  @Test("Words in another place carry every verdict, and it is said", arguments: Verdict.allCases)
  func moved(verdict: Verdict) {
    let after = standing(verdict, change(moved: true))
    #expect(after.standing == .carried)
    #expect(after.because == "the words are those of r1, in another place")
  }

  @Test("Marks and capitals cost nothing", arguments: [Verdict.approve, .query])
  func typographic(verdict: Verdict) {
    let after = standing(verdict, change("The pump failed at 40 bar; the report says"))
    #expect(after.standing == .carried)
    #expect(after.because == "only marks, spaces or capitals changed")
  }

  @Test("What was carried over a change of looks does not claim to be word for word what was signed")
  func looksEarlier() {
    let now = "The pump failed at 40 bar; the report says"
    let after = Editorial.standing(
      of: aSignOff(on: Self.pump, standing: .carried), on: aKeyPoint(1, now),
      after: KeyPointChange(was: now, now: now, kinds: []), inRevision: 3, under: .default)
    #expect(after.because == "only marks, spaces or capitals have changed since r1")
  }

  @Test(
    "Changed words outdate approvals and queries, and say which words", arguments: [Verdict.approve, .query])
  func outdated(verdict: Verdict) {
    let after = standing(verdict, change("The pump failed at 49 bar, the report says."))
    #expect(after.standing == .outdated)
    #expect(after.because == "a number changed: “40” became “49”")
    let both = standing(verdict, change("The pump failed at 49 bar, the makers say."))
    #expect(both.because.hasPrefix("a number and who says so changed: "))
  }

  @Test("A policy may let wording pass, for the reads that it names, and never a figure")
  func wording() throws {
    let lenient = try policy("  fact: [moved, typographic]", "  fact: [moved, typographic, wording]")
    let reworded = change("The pump gave way at 40 bar, the report says.")
    #expect(standing(.approve, reworded).standing == .outdated)
    let after = standing(.approve, reworded, under: lenient)
    #expect(after.standing == .carried)
    #expect(
      after.because == "the wording changed, which a fact read survives here: “failed” became “gave way”")
    #expect(
      standing(.approve, change("The pump gave way at 49 bar, the report says."), under: lenient).standing
        == .outdated)
  }

  @Test("A strict policy lets nothing pass but what is the same")
  func strict() throws {
    let strict = try policy("  fact: [moved, typographic]", "  fact: []")
    #expect(standing(.approve, change(), under: strict).standing == .carried)
    #expect(standing(.approve, change(moved: true), under: strict).standing == .outdated)
    #expect(standing(.approve, change(Self.pump + "!"), under: strict).standing == .outdated)
  }

  @Test("No policy may let a signature survive a figure, a name or a denial", arguments: ChangeKind.allCases)
  func never(kind: ChangeKind) {
    let wanted = { try policy("  fact: [moved, typographic]", "  fact: [\(kind.rawValue)]") }
    if kind.isNeverTrivial {
      #expect(throws: Refusal.self) { try wanted() }
    } else {
      #expect(throws: Never.self) { try wanted() }
    }
  }

  @Test("Words that are gone outdate an approval, and answer no question")
  func gone() {
    let approval = standing(.approve, nil)
    #expect(approval.standing == .outdated)
    #expect(approval.because == "K1 is not in r2")
    let query = standing(.query, nil)
    #expect(query.standing == .carried)
    #expect(query.because == "K1 is not in r2; the question stands until ben is content")
  }

  @Test("A hold survives changed words and the removal of the words")
  func hold() {
    let changed = standing(.hold, change("The pump failed at 49 bar, the report says."))
    #expect(changed.standing == .carried)
    #expect(changed.because == "the words changed; a hold stands until ben lifts it")
    let gone = standing(.hold, nil)
    #expect(gone.standing == .carried)
    #expect(gone.because == "K1 is not in r2; a hold stands until ben lifts it")
  }

  @Test("A hold that was carried over changed words does not claim that the words are those it was given for")
  func holdLater() {
    let now = "The pump failed at 49 bar."
    let hold = aSignOff(.hold, on: "The pump failed at 40 bar.", standing: .carried)
    let after = Editorial.standing(
      of: hold, on: aKeyPoint(1, now, from: aRevision(2)),
      after: KeyPointChange(was: now, now: now, kinds: []), inRevision: 3, under: .default)
    #expect(after.standing == .carried)
    #expect(!after.because.contains("the words are those of r1"))
  }

  @Test(
    "Words stay as words, not as letters of others",
    arguments: [
      ("may", "The Mayor spoke.", false), ("may", "He may go.", true),
      ("alleged", "He allegedly lied.", false),
      ("not", "Nothing is known.", false), ("“No”", "He said \"no\".", true), ("", "a", false),
      ("a", "", false),
      ("police said", "It failed, Police said.", true), ("12", "It was 120.", false),
      ("may", "Mayor may", true),
    ])
  func stays(words: String, text: String, has: Bool) {
    #expect(contains(words, in: text) == has)
  }

  @Test("What the legal read hung on is told to nobody")
  func legalCondition() {
    let signOff = SignOff(
      id: 1, memberID: lea.id, member: "lea", read: .legal, verdict: .approve, basis: .source, comment: nil,
      reason: nil, evidence: [], revision: 1, words: Self.pump, wordsDigest: wordsDigest(Self.pump), at: "",
      standing: .current, because: "", stays: ["the settlement"])
    let after = Editorial.standing(
      of: signOff, on: point, after: change(), inRevision: 2, under: .default, text: "Nothing.")
    #expect(after.standing == .outdated)
    #expect(after.because == "a condition of the legal read is no longer met in r2")
  }

  static let supportCases: [(SupportChange, String)] = [
    (
      SupportChange(was: "It failed at 40 bar.", now: "It failed at 49 bar.", kinds: [.number], lost: []),
      "a number changed in the sentence that bears it out: “40” became “49”"
    ),
    (
      SupportChange(was: "It failed at 40 bar.", now: nil, kinds: [], lost: []),
      "the sentence that bears it out was cut: “It failed at 40 bar.”"
    ),
    (
      SupportChange(was: "It failed at 40 bar.", now: "It stood at 40 bar.", kinds: [], lost: ["failed"]),
      "the sentence that bears it out no longer says “failed”: “failed” became “stood”"
    ),
    (
      SupportChange(was: "It failed on Tuesday.", now: "It failed on Tuesday.", kinds: [.date], lost: []),
      "the sentence that bears it out names another day since the dateline changed"
    ),
  ]

  @Test(
    "A sentence that bears it out costs an approval, not a question or a hold",
    arguments: supportCases.indices)
  func supports(index: Int) {
    let (support, says) = Self.supportCases[index]
    let after = standing(.approve, change(supports: [support]))
    #expect(after.standing == .outdated)
    #expect(after.because == says)
    #expect(standing(.query, change(supports: [support])).standing == .carried)
    #expect(standing(.hold, change(supports: [support])).standing == .carried)
  }
}
