import Editorial
import Testing
import Wire

@testable import stet

@Suite("Drafts on the terminal")
struct DraftTextTests {
  @Test("A submission says what was understood, what was not found, and where sentences ran together")
  func submission() {
    let draft = aDraft(
      keyPoints: (1...4).map { aKeyPoint("K\($0)", "Point \($0).") },
      contradictions: [aContradiction(), aContradiction(label: "X2")],
      claims: [aClaim("C1", due: "2024-10-11"), aClaim("C2", due: "2024-08-15", id: 32)],
      ranTogether: [417, 785, 1015].map { PlaceJSON(offset: $0, line: 1, column: $0) })
    #expect(
      submitText(DraftAnswer(draft: draft), url: "http://127.0.0.1:8080", layout: plain) == """
        Filed harbour-fire r1. Desk main, in review, dateline 13 July 2024.

          Headline        none found, none invented (add one: --headline "...")
          Body            14 sentences in 6 paragraphs
          Key points      4: K1 to K4, none signed
          Contradictions  2 disputed accounts, brought by the draft: X1, X2
          Claims          2 with a shelf life; first due 15 Aug 2024 (C2)

        ! Paragraphs ran together; split after the full stop at line 1, columns 417, 785
          and 1015.

        http://127.0.0.1:8080/v1/drafts/harbour-fire

        """)
  }

  @Test("A revision says which signatures it cost and which it carried")
  func revision() {
    let changes = [
      SignOffChange(
        label: "K1", words: "a", signOff: aSignOff(standing: .outdated, because: "the date changed")),
      SignOffChange(label: "K3", words: "b", signOff: aSignOff(standing: .carried)),
      SignOffChange(label: "K4", words: "c", signOff: aSignOff(standing: .carried)),
    ]
    let answer = DraftAnswer(
      draft: aDraft(revision: 2, headline: "Fire at the harbour"), receipt: Receipt(signOffs: changes))
    #expect(
      submitText(answer, url: "http://h", layout: plain) == """
        Filed harbour-fire r2. Desk main, in review, dateline 13 July 2024.

          Headline        Fire at the harbour
          Body            14 sentences in 6 paragraphs
          Key points      none: there is nothing to sign
          Contradictions  none known
          Claims          none with a shelf life

        It cost 1 signature:
          K1  ben's fact read no longer stands: the date changed
        2 signatures carried: K3, K4.

        http://h/v1/drafts/harbour-fire

        """)
  }

  @Test("A draft shows what is missing before anything else, and its address last")
  func show() {
    let draft = aDraft(
      missing: [
        MissingJSON(about: ["K2"], says: "ben's query is unanswered", who: ["ana"]),
        MissingJSON(about: ["K3"], says: "one fact approval", who: ["ben", "dov"]),
      ],
      keyPoints: [
        aKeyPoint("K1", "The fire began in the pump room.", status: .signed, signOffs: [aSignOff()]),
        aKeyPoint(
          "K2", "Two boats sank.", status: .queried,
          signOffs: [aSignOff(verdict: .query, reason: "two, or three?")]),
        aKeyPoint("K3", "Nobody was hurt."),
      ],
      contradictions: [aContradiction()],
      claims: [aClaim("C2"), aClaim("C3", due: nil, status: .dismissed, id: 33)])
    #expect(
      draftText(draft, url: "http://127.0.0.1:8080", layout: plain) == """
        harbour-fire r1: in review, 2 things missing
        Desk main. Filed by ana, 13 Jul 2024 18:20 UTC. Dateline 13 Jul 2024. Not
        published. Policy main v1.

        MISSING BEFORE READY
          1. K2: ben's query is unanswered. Who can: ana.
          2. K3: one fact approval. Who can: ben or dov.

        KEY POINTS
          K1  ✓ signed  The fire began in the pump room.
                        fact: ben, 13 Jul 2024, source
          K2  ? query   Two boats sank.
                        fact: ben asks "two, or three?"
          K3    open    Nobody was hurt.

        CONTRADICTIONS
          X1  open, disputed account, does not block
              the pump was serviced / nobody touched it

        CLAIMS
          C2  due 15 Aug 2024  planned appeal  "its owner plans to appeal"
          C3  dismissed        planned appeal  "its owner plans to appeal"

        http://127.0.0.1:8080/v1/drafts/harbour-fire

        """)
  }

  @Test("A locale without UTF-8 gets ASCII symbols, a terminal that may be coloured bold headings")
  func symbols() {
    let draft = aDraft(keyPoints: [aKeyPoint("K1", "A.", status: .signed)])
    let ascii = draftText(draft, url: "u", layout: with(plain) { $0.unicode = false })
    #expect(ascii.contains("K1  + signed  A."))
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    #expect(
      draftText(draft, url: "u", layout: with(plain) { $0.colour = true }).contains(
        "\u{1B}[1mKEY POINTS\u{1B}[0m"))
  }

  @Test("A draft from outside moves no cursor and turns no words round, in any output")
  func hostile() {
    let evil = "a\u{1B}]0;x\u{7}b\u{202E}c\u{9B}2J\u{200B}\r\nd"
    var draft = aDraft(
      headline: evil, missing: [MissingJSON(about: [evil], says: evil, who: [evil])],
      keyPoints: [
        aKeyPoint(
          evil, evil, status: .held,
          signOffs: [
            aSignOff(verdict: .hold, reason: evil, comment: evil, evidence: [evil], member: evil),
            aSignOff(standing: .outdated, because: evil),
          ])
      ],
      contradictions: [aContradiction()], claims: [aClaim(evil, quote: evil, rule: evil, due: evil)],
      ended: EndedJSON(as: .killed, by: evil, at: evil, reason: evil))
    draft.slug = evil
    draft.byline = [evil, evil]
    draft.desk = evil
    draft.filedBy = evil
    draft.filedAt = evil
    draft.dateline = evil
    draft.policy = evil
    draft.matters = [evil]
    draft.live = .init(revision: 1, on: evil)
    draft.contradictions[0].passages[0].quote = evil
    draft.contradictions[0].passages[0].says = evil
    draft.contradictions[0].raisedAt = evil
    draft.contradictions[0].note = evil
    draft.contradictions[0].other = evil
    draft.contradictions[0].draft = evil
    draft.claims[0].dueBecause = evil
    draft.claims[0].expected = evil
    draft.claims[0].matter = evil
    let change = SignOffChange(label: evil, words: evil, signOff: draft.keyPoints[0].signOffs[0])
    let answer = DraftAnswer(draft: draft, receipt: Receipt(signOffs: [change], notices: [evil]))
    let line = DraftLine(
      slug: evil, desk: evil, headline: evil, revision: 1, state: .ready, dateline: evil, live: draft.live,
      filedBy: evil,
      filedAt: evil, keyPoints: 1, signed: 0)
    var question = aFollowUp(outcome: .wrong)
    question.question = evil
    question.note = evil
    question.source = evil
    question.claims = draft.claims
    var stale = aStale(evil, quote: evil)
    stale.reason = evil
    stale.draft = evil
    stale.turn = evil
    let log = LogAnswer(
      chain: evil, entries: [.init(seq: 1, at: evil, actor: evil, act: evil, says: evil, hash: evil)])
    let problem = ProblemJSON(
      type: "t", title: evil, status: 400, detail: evil, exitCode: 65, line: 1, column: 1, excerpt: evil,
      caret: 3,
      next: [evil], missing: draft.missing)
    for piped in [false, true] {
      let layout = with(plain) { $0.piped = piped }
      let outputs = [
        draftText(draft, url: "u", layout: layout), submitText(answer, url: "u", layout: layout),
        signOffText(answer, asked: 1, layout: layout), withdrawalText(answer, layout: layout),
        publicationText(answer, layout: layout), endingText(answer, layout: layout),
        draftsText(DraftList(drafts: [line], next: evil), filter: [evil], layout: layout),
        contradictionsText(
          ContradictionList(contradictions: draft.contradictions), draft: evil, status: "open", layout: layout
        ),
        contradictionReceipt(draft.contradictions[0], verb: "Settled", layout: layout),
        claimsText(ClaimList(claims: draft.claims), draft: nil, status: "all", layout: layout),
        followUpsText(FollowUpList(followUps: [question]), status: "open", layout: layout),
        nightlyText(aNight([stale]), layout: layout), logText(log, layout: layout),
        mattersText(
          MatterList(matters: [MatterJSON(slug: evil, title: evil, kind: evil, status: evil)]), layout: layout
        ),
        meText(
          MeAnswer(member: evil, name: evil, desks: [.init(desk: evil, roles: [])]), url: "u", layout: layout),
        problemText(problem, file: evil, layout: layout),
      ]
      for output in outputs { #expect(!carriesControls(output.filter { $0 != "\t" }), "\(output)") }
    }
  }
}
