import Testing
import Wire

@testable import stet

@Suite("What is printed of matters")
struct MatterTextTests {
  private let entry = MatterJSON.Entry(
    status: "withdrawn", inWords: "withdrawn", since: "2024-12-23", source: "https://court.example/7",
    party: nil, count: nil, by: "ana", recordedOn: "2024-12-24", forced: nil, active: false, then: ["revived"]
  )

  private var matter: MatterJSON {
    MatterJSON(
      slug: "appeal-x", title: "The appeal", kind: "appeal", status: "withdrawn", court: "us-nm",
      standings: [entry], timeline: [entry],
      relations: [
        .init(relation: "appeal-of", ofThis: true, matter: "trial-x", title: "The trial", status: "dismissed")
      ])
  }

  private func move(_ outcome: MoveAnswer.Outcome = .moved, tried: Bool = false) -> MoveAnswer {
    MoveAnswer(
      outcome: outcome, entry: entry, matter: matter, claims: 3, drafts: 2, places: [aClaim()],
      lapsed: [.init(draft: "harbour-fire", keyPoint: "K2", member: "ben")],
      plans: [
        .init(
          draft: "harbour-fire", revision: 2,
          moment: .init(at: "2026-11-24T13:00:00Z", local: "2026-11-24T06:00", zone: "America/Denver"),
          by: "dov")
      ], tried: tried, receipt: nil)
  }

  @Test("A move says what is due, what lapsed, and what hangs together with it")
  func moved() {
    let said = moveText(move(), layout: plain)
    for part in [
      "appeal-x moved to withdrawn, 23 December 2024.", "3 claims in 2 drafts are due now:",
      "harbour-fire/C1", "and 2 more claims.", "K2: the approval by ben lapsed", "Did it move, too?",
      "! harbour-fire r2 does not go out as it stands",
    ] {
      #expect(said.contains(part), "\(said)")
    }
    #expect(said.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("What is only tried says so, and what was known already changes nothing")
  func tried() {
    let said = moveText(move(tried: true), layout: plain)
    #expect(said.contains("r2 would not go out: dov planned it for"))
    #expect(said.contains("would move to") && said.hasSuffix("Nothing was recorded.\n"))
    #expect(moveText(move(.already), layout: plain).contains("already. Nothing was changed."))
    #expect(moveText(move(.putBefore), layout: plain).contains("goes before what was known"))
  }

  @Test("A matter is shown with where it stands, what may follow, its relations and places")
  func shown() {
    let answer = MatterPlacesAnswer(
      matter: matter, claims: [aClaim()], linkedClaims: 1,
      keyPoints: [
        .init(draft: "harbour-fire", label: "K2", words: "He appeals.", asserts: nil, party: nil)
      ])
    let said = matterText(answer, layout: plain)
    for part in ["court us-nm", "may become revived", "appeal of trial-x", "says nothing plain"] {
      #expect(said.contains(part), "\(said)")
    }
    let piped = matterText(answer, layout: with(plain) { $0.piped = true })
    #expect(piped.split(separator: "\t").first == "appeal-x")
  }

  @Test("A proposal names both commands that answer it")
  func proposal() {
    let list = ProposalList(proposals: [
      .init(
        draft: "one", matter: "r-v-smith", title: "R v Smith", words: "John Smith spoke.",
        because: "same person? It names John Smith")
    ])
    let said = proposalsText(list, layout: plain)
    #expect(said.contains("stet matters confirm r-v-smith one"))
    #expect(said.contains("stet matters refuse r-v-smith one"))
    #expect(proposalsText(ProposalList(proposals: []), layout: plain) == "Nothing to answer.\n")
  }

  @Test("Nothing of an answer can move the cursor")
  func evil() {
    let evil = "a\u{1B}[2Jb\u{202E}"
    let answer = MatterPlacesAnswer(
      matter: MatterJSON(
        slug: evil, title: evil, kind: evil, status: evil, court: evil, parties: [evil],
        standings: [
          .init(
            status: evil, inWords: evil, since: evil, source: evil, party: evil, count: evil, by: evil,
            recordedOn: evil, forced: evil, active: true, then: [evil])
        ], aliases: [evil],
        relations: [.init(relation: evil, ofThis: true, matter: evil, title: evil, status: evil)]),
      claims: [aClaim(quote: evil)], linkedClaims: 2,
      keyPoints: [.init(draft: evil, label: evil, words: evil, asserts: evil, party: evil)])
    for layout in [plain, with(plain) { $0.piped = true }] {
      for said in [matterText(answer, layout: layout), linkedText(answer, layout: layout)] {
        #expect(!said.contains("\u{1B}") && !said.contains("\u{202E}"))
      }
    }
  }
}
