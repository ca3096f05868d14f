import Testing
import Wire

@testable import stet

@Suite("The report of a night")
struct NightlyTextTests {
  @Test("A night lists each question once with its places, and how to answer")
  func night() {
    let report = aNight(
      [
        aStale("F1"),
        aStale("F2", claim: "C1", quote: "still faces suits", due: "2026-11-22", daysLate: 0, opened: false),
        aStale("F1", claim: "C4", quote: "an appeal will follow"),
      ], opened: 1, alreadyOpen: 1)
    #expect(
      nightlyText(report, layout: plain) == """
        Night of Sunday 22 November 2026 (America/Denver). Run 1, none missed.
        3 claims due: 1 question opened, 1 already open. No story was changed.

        F1  planned appeal, due 15 Aug 2024, 829 days ago. Turn: ana
            harbour-fire r1, C2: "its owner plans to appeal"
            harbour-fire r1, C4: "an appeal will follow"
            30 days to appeal and 3 for the docket, counted from publication; the day
            the order was filed is not recorded. Was a notice filed, time extended, the
            plan dropped?

        F2  planned appeal, due 22 Nov 2026, today. Already open. Turn: ana
            harbour-fire r1, C1: "still faces suits"
            30 days to appeal and 3 for the docket, counted from publication; the day
            the order was filed is not recorded. Was a notice filed, time extended, the
            plan dropped?

        Answer: stet follow-ups close F1 --as overtaken --source URL --note TEXT
        Journal entry newsroom#118.

        """)
  }

  @Test("A quiet night says so, and a dry run says that nothing was written")
  func quiet() {
    #expect(
      nightlyText(aNight([]), layout: plain) == """
        Night of Sunday 22 November 2026 (America/Denver). Run 1, none missed.
        No claim is due. No story was changed.
        Journal entry newsroom#118.

        """)
    let dry = nightlyText(aNight([aStale(nil)], opened: 1, dryRun: true), layout: plain)
    #expect(dry.hasPrefix("Night of Sunday 22 November 2026 (America/Denver). Dry run, none missed.\n"))
    #expect(dry.contains("1 claim due: 1 question would be opened, 0 already open. Nothing was written.\n"))
    #expect(!dry.contains("Answer:"))
  }

  @Test("Missed nights are named, many of them by the first and the last")
  func missed() {
    func head(_ nights: [String]) -> String {
      String(
        nightlyText(aNight([], missed: nights), layout: with(plain) { $0.width = 400 }).prefix { $0 != "\n" })
    }
    #expect(head(["2026-11-21"]).hasSuffix("Run 1, caught up with 1 missed night: 21 Nov 2026."))
    #expect(
      head((10...19).map { "2026-11-\($0)" }).hasSuffix(
        "Run 1, caught up with 10 missed nights: 10 Nov 2026 to 19 Nov 2026."))
  }
}
