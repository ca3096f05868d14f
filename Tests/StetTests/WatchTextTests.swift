import Editorial
import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("Watched pages on a terminal")
struct WatchTextTests {
  private func watch(_ look: LastLook, changes: [PageChange] = []) -> WatchJSON {
    WatchJSON(
      Watch(
        id: 3, about: "harbour/C2", url: "https://court.example/17", everyMinutes: 360, addedBy: "ana",
        addedAt: "2026-05-01T10:00:00Z", stoppedAt: nil, waits: false, look: look, nextLook: nil,
        changes: changes),
      at: "2026-05-03T10:00:00Z")
  }

  @Test("A list says when each page was last seen, what changed, and what silence is worth")
  func list() {
    let seen = LastLook(at: "2026-05-02T20:00:00Z", success: "2026-05-02T20:00:00Z", problem: nil)
    let change = PageChange(
      id: 1, since: "2026-05-01T20:00:00Z", seenAt: "2026-05-02T20:00:00Z",
      words: [WordPiece(kind: .cut, words: "4 June"), WordPiece(kind: .added, words: "11 June")])
    #expect(
      watchesText(WatchList(watches: [watch(seen, changes: [change])]), layout: Layout()) == """
        1 page watched.

        W3  harbour/C2, every 6 hours, by ana
            https://court.example/17
            Last successful look 14 hours ago, changed since 2026-05-01, nobody has
            marked it as seen.
            Changed between 1 May 2026 20:00 UTC and 2 May 2026 20:00 UTC: “4 June”
              became “11 June”
            stet watch seen W3

        A quiet page is no evidence that nothing happened.

        """)
  }

  @Test("Beside a claim it is two lines, and they say that quiet is no evidence")
  func note() {
    let never = watch(LastLook(at: nil, success: nil, problem: nil))
    var claim = aClaim()
    claim.watches = [WatchNoteJSON(label: never.label, url: never.url, says: never.says)]
    #expect(
      claimLines(claim, named: false, layout: Layout()).suffix(2) == [
        "    Watched: https://court.example/17 (W3)",
        "      Never looked at successfully. Quiet is no evidence.",
      ])
  }

  @Test("In a pipe a line each, and an empty list is one sentence")
  func piped() {
    let failed = LastLook(at: "2026-05-03T08:00:00Z", success: nil, problem: "not allowed")
    #expect(
      watchesText(WatchList(watches: [watch(failed)]), layout: Layout(piped: true))
        == "W3\tharbour/C2\thttps://court.example/17\t360\t\t2026-05-03T08:00:00Z\tnot allowed\t0\n")
    #expect(watchesText(WatchList(watches: []), layout: Layout()) == "No page is watched.\n")
  }

  @Test(
    "How often is a number of minutes, hours or days",
    arguments: [
      ("15m", 15), ("6h", 360), ("2d", 2_880), ("7d", 10_080), ("14m", nil), ("8d", nil), ("h", nil),
      ("6", nil), ("-6h", nil), ("99999999999999999999h", nil),
    ] as [(String, Int?)])
  func interval(typed: String, minutes: Int?) {
    #expect((try? LookInterval.read(typed))?.minutes == minutes)
  }
}
