import Editorial
import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("Contradictions, claims and follow-ups on the terminal")
struct QuestionTextTests {
  @Test("Contradictions stand with their quotes below each other, who says what, and their age")
  func contradictions() {
    let list = ContradictionList(contradictions: [aContradiction()])
    #expect(
      contradictionsText(list, draft: "harbour-fire", status: "open", layout: plain) == """
        1 open contradiction in harbour-fire. None blocks publication.

        X1  open, disputed account, does not block, brought by the draft, since 13 Jul
            2024 (2 days)
            owners say: "the pump was serviced"
            crew says:  "nobody touched it"

        """)
  }

  @Test("In a pipe a list is tab-separated records without a header, nothing cut")
  func pipes() {
    let piped = with(plain) { $0.piped = true }
    let list = ContradictionList(contradictions: [aContradiction(kind: .internal, blocks: true)])
    #expect(
      contradictionsText(list, draft: nil, status: "open", layout: piped)
        == "17\tharbour-fire\tX1\tinternal\tdraft\topen\t\tblocks\t2024-07-13T18:20:00Z\tana\t"
        + "the pump was serviced / nobody touched it\t\t\t\n")
    #expect(
      claimsText(ClaimList(claims: [aClaim()]), draft: nil, status: "all", layout: piped)
        == "31\tharbour-fire\tC1\tlive\t2024-08-15\tpending-legal\tappeal.planned\t\t\tits owner plans to appeal\n"
    )
    let line = DraftLine(
      slug: "harbour-fire", desk: "main", headline: "A\theadline", revision: 2, state: .inReview,
      dateline: "2024-07-13", live: .init(revision: 1, on: "2024-07-13"), filedBy: "ana",
      filedAt: "2024-07-14T08:00:00Z", keyPoints: 4, signed: 2)
    #expect(
      draftsText(DraftList(drafts: [line], next: "x"), filter: [], layout: piped)
        == "harbour-fire\t2\tin-review\tmain\t2024-07-13\t1\t2024-07-13\t2\t4\tana\t2024-07-14T08:00:00Z\tA headline\n"
    )
    #expect(
      contradictionsText(ContradictionList(contradictions: []), draft: nil, status: "open", layout: piped)
        == "")
  }

  @Test("An empty list is one sentence")
  func empty() {
    #expect(
      contradictionsText(ContradictionList(contradictions: []), draft: "a", status: "open", layout: plain)
        == "No open contradictions in a.\n")
    #expect(claimsText(ClaimList(claims: []), draft: nil, status: "all", layout: plain) == "No claims.\n")
    #expect(
      followUpsText(FollowUpList(followUps: []), status: "open", layout: plain) == "No open follow-ups.\n")
    #expect(
      draftsText(DraftList(drafts: [], next: nil), filter: ["ready"], layout: plain) == "No drafts (ready).\n"
    )
  }

  @Test("Drafts stand in columns, and only the headline is cut")
  func drafts() {
    func line(_ slug: String, _ headline: String?, live: DraftJSON.Live?) -> DraftLine {
      DraftLine(
        slug: slug, desk: "main", headline: headline, revision: 1, state: .inReview, dateline: "2024-07-13",
        live: live,
        filedBy: "ana", filedAt: "2024-07-13T18:20:00Z", keyPoints: 4, signed: 2)
    }
    let list = DraftList(
      drafts: [
        line(
          "harbour-fire", "A fire at the harbour closes the pier for weeks",
          live: .init(revision: 1, on: "2024-07-13")),
        line("ferry", nil, live: nil),
      ], next: "ferry")
    #expect(
      draftsText(list, filter: [], layout: plain) == """
        2 drafts.

        harbour-fire  r1  in review  r1 live  2 of 4 signed  13 Jul 2024  A fire at t...
        ferry         r1  in review           2 of 4 signed  13 Jul 2024

        More: stet list --after ferry

        """)
  }

  @Test("A claim names its day first, its age after it, and the way the day was reached")
  func claims() {
    let layout = with(plain) { $0.today = .init("2026-11-22") }
    #expect(
      claimsText(
        ClaimList(claims: [aClaim("C2", status: .due)]), draft: "harbour-fire", status: "all", layout: layout)
          == """
          1 claim in harbour-fire, 1 due.

          C2  planned appeal, due 15 Aug 2024, 829 days ago
              "its owner plans to appeal"
              Why: 30 days counted from the dateline

          """)
  }

  @Test("A closed follow-up says what was found, by whom and where")
  func closed() {
    #expect(
      closureText(aFollowUp(outcome: .overtaken), layout: with(plain) { $0.today = .init("2024-09-01") })
        == """
        Closed F1.

        F1  closed, asked on 15 Aug 2024.
            Was a notice filed, or the plan dropped?
            harbour-fire r1, C1: "its owner plans to appeal" (due 15 Aug 2024, 17 days
            ago)
            Outcome: overtaken, by ana, as of 1 Sep 2024.
            Source: https://court.example/docket
            Note: dropped

        """)
  }
}
