import Testing
import TextAnalysis

@testable import Editorial

@Suite("What a statement says of a matter")
struct AssertedStatusTests {
  /// Rule, words, kind of matter or nil, and what it asserts as "kind status" or nil.
  @Test(
    "The rule says it, and words decide where it could be several",
    arguments: [
      ("appeal.planned", "The special prosecutor plans to appeal.", nil, "appeal announced"),
      ("appeal.planned", "She intends to appeal the ruling.", "appeal", "appeal announced"),
      ("appeal.planned", "He plans to appeal his conviction.", "prosecution", nil),
      ("appeal.pending", "The appeal is still pending.", nil, "appeal filed"),
      ("appeal.pending", "They are waiting for permission to appeal.", "appeal", "appeal permission-sought"),
      ("appeal.reserved", "Judges reserved judgment on Tuesday.", "appeal", "appeal reserved"),
      ("cert.planned", "She will ask the Supreme Court.", "appeal", "appeal announced"),
      ("charged", "Dr Y, 51, was charged with fraud.", nil, "prosecution charged"),
      ("charged", "He pleaded not guilty to two counts.", nil, "prosecution pleaded-not-guilty"),
      ("charged", "She faces up to 20 years.", "prosecution", "prosecution charged"),
      ("trial.set", "who is awaiting trial", nil, "prosecution awaiting-trial"),
      ("trial.set", "She is awaiting a retrial.", nil, "prosecution retrial-ordered"),
      ("trial.set", "The trial is set for 4 May.", "trial", "trial set"),
      ("trial.running", "He is on trial in Leeds.", nil, "prosecution on-trial"),
      ("jury.out", "The jury is deliberating.", "prosecution", "prosecution jury-out"),
      ("sentence.awaited", "He was convicted in May and is awaiting sentence.", nil, "prosecution convicted"),
      (
        "sentence.awaited", "She pleaded guilty and has yet to be sentenced.", nil,
        "prosecution pleaded-guilty"
      ),
      ("sentence.set", "He will be sentenced on Friday.", "sentence", "sentence set"),
      ("mistrial.retrial", "The jury could not reach a verdict.", nil, "prosecution hung"),
      ("wanted", "He is still at large.", nil, "prosecution wanted"),
      ("custody.uncharged", "Two men were arrested.", nil, "prosecution arrested"),
      ("custody", "A man is in custody.", "custody", "custody held"),
      ("bail.pending", "He was released on bail.", nil, "prosecution bailed"),
      ("parole.set", "He is serving ten years.", "prosecution", "prosecution sentenced"),
      ("extradition", "He is fighting extradition to Spain.", nil, "extradition requested"),
      ("extradition", "His extradition was ordered in March.", nil, "extradition ordered"),
      ("suit.filed", "They still face lawsuits in New Mexico.", nil, "lawsuit filed"),
      ("suit.threatened", "She is considering legal action.", nil, "lawsuit threatened"),
      ("settlement.announced", "They agreed to settle.", nil, "lawsuit settlement-announced"),
      ("probe.police", "Police are investigating.", nil, "investigation open"),
      ("probe.internal", "He was suspended pending an inquiry.", "office", "office suspended"),
      ("inquest.open", "The inquest was adjourned.", nil, "inquest opened"),
      ("order.interim", "The temporary injunction holds.", nil, "order in-force"),
      ("insolvency", "The chain is in administration.", nil, "insolvency open"),
      ("release", "A series is scheduled for release in 2025.", nil, "release announced"),
      ("release", "The film was postponed until 2026.", nil, "release postponed"),
      ("election.date", "The election was postponed to May.", nil, "election postponed"),
      ("count.running", "It is too close to call.", nil, "election counting"),
      ("bill.pending", "The bill is in committee.", nil, "bill introduced"),
      ("deal.announced", "Acme agreed to buy Bolt.", nil, "deal announced"),
      ("deal.possible", "Acme is in talks to buy Bolt.", nil, "deal possible"),
      ("missing", "She was last seen on Monday.", nil, "search missing"),
      ("search.running", "The search continues.", nil, "search searching"),
      ("injured.critical", "She is in a critical condition.", nil, "condition critical"),
      ("injured.critical", "He is in a stable condition.", nil, "condition stable"),
      ("hostage.held", "He was kidnapped in May.", nil, "hostage held"),
      ("toll.open", "At least 12 people were killed.", nil, "toll open"),
      ("strike.open", "Drivers are on strike.", nil, "strike on"),
      ("strike.threatened", "The union threatens to strike.", nil, "strike threatened"),
      ("acting", "the acting director", nil, "office acting"),
      ("office.elect", "the mayor-elect", nil, "office elect"),
      ("resignation.set", "She will step down in June.", nil, "office leaving"),
      ("closure", "The bridge is closed.", nil, "emergency on"),
      ("recall.product", "The cars were recalled.", nil, "recall on"),
      ("ceasefire", "The ceasefire holds.", nil, "ceasefire holding"),
      ("plan.vow", "The council plans to build a pier.", nil, "plan announced"),
      ("by-hand", "He was convicted of murder.", "prosecution", "prosecution convicted"),
      ("by-hand", "He was acquitted after being charged.", "prosecution", "prosecution acquitted"),
      ("by-hand", "Her conviction was quashed.", nil, "prosecution quashed"),
      ("by-hand", "He was never convicted of anything.", "prosecution", nil),
      ("by-hand", "If convicted, he could be jailed.", "prosecution", nil),
      ("by-hand", "She wasn't charged.", "prosecution", nil),
      ("by-hand", "The appeal was withdrawn.", "appeal", "appeal withdrawn"),
      ("by-hand", "He will not appeal.", "appeal", "appeal dropped"),
      ("by-hand", "The bridge has opened.", "release", "release released"),
      ("by-hand", "She has died.", "condition", "condition died"),
      ("by-hand", "The weather was fine.", nil, nil), ("by-hand", "", nil, nil),
      ("by-hand", "The weather was fine.", "prosecution", nil),
    ] as [(String, String, String?, String?)])
  func asserted(rule: String, words: String, of kind: String?, status: String?) throws {
    let kind = try kind.map { try MatterKind.named($0) }
    let said = assertedStatus(rule: rule, words: words, of: kind)
    #expect(said.map { "\($0.kind) \($0.status)" } == status)
    if let said { #expect(!said.because.isEmpty) }
  }

  @Test("Words that say otherwise are contradicted, with what they said and what is so since when")
  func contradicts() {
    let matter = Matter(slug: "appeal-x", title: "Appeal X", kind: "appeal")
    let entry = MatterEntry(
      number: 1, status: "withdrawn", since: PartialDate(day("2024-12-23")), source: "https://x.example",
      by: "ana", recordedOn: day("2024-12-24"))
    #expect(
      entry.contradicts("announced", expected: nil, of: nil, in: matter)
        == "said planned; withdrawn since 23 December 2024, source https://x.example")
    #expect(entry.contradicts("withdrawn", expected: nil, of: nil, in: matter) == nil)
  }

  @Test("A planned day that moved contradicts words that name the old one, and not the same one")
  func planned() throws {
    let matter = Matter(slug: "bridge", title: "Bridge", kind: "release")
    let entry = MatterEntry(
      number: 2, status: "announced", since: try #require(PartialDate("2026-23")), source: "the council",
      by: "ana", recordedOn: day("2026-04-20"))
    let said = entry.contradicts("announced", expected: PartialDate("2026-05-01"), of: nil, in: matter)
    #expect(
      said?.hasPrefix("said announced for 1 May 2026; announced for 1 September 2026") == true,
      "\(said ?? "")")
    #expect(entry.contradicts("announced", expected: PartialDate("2026-10"), of: nil, in: matter) == nil)
    #expect(entry.contradicts("announced", expected: nil, of: nil, in: matter) == nil)
  }

  @Test("What became of one party contradicts nothing that is said of another")
  func party() {
    let matter = Matter(slug: "three", title: "Three", kind: "prosecution", parties: ["Ann Roe", "Bob Doe"])
    let entry = MatterEntry(
      number: 1, status: "acquitted", since: PartialDate(day("2024-12-23")), source: "court",
      party: "Ann Roe",
      by: "ana", recordedOn: day("2024-12-24"))
    #expect(entry.contradicts("charged", expected: nil, of: "Bob Doe", in: matter) == nil)
    #expect(
      entry.contradicts("charged", expected: nil, of: "Ann Roe", in: matter)
        == "said charged; acquitted since 23 December 2024 (Ann Roe), source court")
    #expect(entry.contradicts("charged", expected: nil, of: nil, in: matter) != nil)
  }
}
