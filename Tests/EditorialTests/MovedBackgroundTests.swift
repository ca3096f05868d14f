import Testing
import TextAnalysis

@testable import Editorial

@Suite("Background that has moved")
struct MovedBackgroundTests {
  @Test("The advice says what is known and no more")
  func advice() {
    func advice(_ how: MovedBackground.How, _ says: String?, _ source: String?, since: String = "2025-03-03")
      -> String
    {
      MovedBackground(
        quote: "awaiting trial", span: Span(0, 14), draft: "verdict", revision: 1,
        dateline: day("2024-07-13"),
        otherQuote: "awaiting trial", how: how, says: says,
        since: PartialDate(since) ?? PartialDate(day("2025-03-03")),
        source: source
      ).advice
    }
    #expect(
      advice(.moved, "acquitted", "https://c.example/1")
        == "Say instead: acquitted on 3 March 2025 (https://c.example/1)")
    #expect(advice(.moved, "acquitted", nil, since: "2025") == "Say instead: acquitted in 2025")
    #expect(
      advice(.overtaken, "acquitted", "docket") == "Say instead: acquitted, as of 3 March 2025 (docket)")
    #expect(advice(.updated, nil, nil) == "It is told anew, as of 3 March 2025: look there.")
    #expect(advice(.updated, "", "docket") == "It is told anew, as of 3 March 2025 (docket): look there.")
    #expect(
      advice(.wrong, "it was another man", nil)
        == "Do not repeat it. It was wrong: it was another man, as of 3 March 2025")
  }

  @Test(
    "Sentences name the same when two names are in both and one has no other",
    arguments: [
      ([1, 2], [1, 2], true), ([1, 2, 3], [1, 2], true), ([1, 2], [1, 2, 3], true), ([1], [1], false),
      ([1, 2, 3], [1, 2, 4], false), ([], [], false), ([1, 2], [3, 4], false),
    ] as [(Set<Int64>, Set<Int64>, Bool)])
  func names(one: Set<Int64>, other: Set<Int64>, same: Bool) {
    #expect(nameTheSame(one, other) == same)
  }
}
