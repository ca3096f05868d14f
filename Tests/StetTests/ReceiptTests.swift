import Editorial
import Testing
import Wire

@testable import stet

@Suite("Receipts of acts")
struct ReceiptTests {
  private let evidence = ["https://court.example/docket"]

  @Test("A signature prints the words it stands for, what it rests on, and what is still missing")
  func approve() {
    let answer = DraftAnswer(
      draft: aDraft(missing: [MissingJSON(about: ["K2"], says: "ben's query is unanswered", who: ["ana"])]),
      receipt: Receipt(signOffs: [
        SignOffChange(label: "K3", words: "Nobody was hurt.", signOff: aSignOff(evidence: evidence)),
        SignOffChange(label: "K4", words: "The pier is closed.", signOff: aSignOff(evidence: evidence)),
      ]))
    #expect(
      signOffText(answer, asked: 2, layout: plain) == """
        Signed 2 of 2: fact read of harbour-fire r1, by ben, basis source.

          K3  "Nobody was hurt."
          K4  "The pier is closed."
          Evidence: https://court.example/docket

        Still missing before ready: K2: ben's query is unanswered. Who can: ana.
        Take it back: stet withdraw harbour-fire K3 --reason TEXT

        """)
  }

  @Test("The words on a receipt are never cut, however narrow the terminal")
  func uncut() {
    let words = Array(repeating: "word", count: 60).joined(separator: " ")
    let answer = DraftAnswer(
      draft: aDraft(),
      receipt: Receipt(signOffs: [SignOffChange(label: "K1", words: words, signOff: aSignOff())]))
    let output = signOffText(answer, asked: 1, layout: with(plain) { $0.width = 40 })
    #expect(output.components(of: "word") == 60)
    #expect(!output.contains("..."))
  }

  @Test("A query prints its reason")
  func query() {
    let answer = DraftAnswer(
      draft: aDraft(state: .inReview),
      receipt: Receipt(signOffs: [
        SignOffChange(
          label: "K2", words: "Two boats sank.", signOff: aSignOff(verdict: .query, reason: "or three?"))
      ]))
    #expect(
      signOffText(answer, asked: 1, layout: plain) == """
        Queried 1 of 1: fact read of harbour-fire r1, by ben.

          K2  "Two boats sank."
          Reason: or three?

        Nothing is missing.
        Take it back: stet withdraw harbour-fire K2 --reason TEXT

        """)
  }

  @Test("A publication says since when it is live and what is watched from then on")
  func publish() {
    let answer = DraftAnswer(
      draft: aDraft(state: .published, live: .init(revision: 1, on: "2024-07-13"), claims: [aClaim("C2")]))
    #expect(
      publicationText(answer, layout: plain) == """
        Published harbour-fire. r1 is live since 13 Jul 2024.
        1 claim with a shelf life from now on; first due 15 Aug 2024 (C2).

        """)
  }

  @Test("A spiked and a killed draft say why")
  func endings() {
    for (ending, verb) in [(Ending.spiked, "Spiked"), (.killed, "Killed")] {
      let draft = aDraft(
        ended: EndedJSON(as: ending, by: "ana", at: "2024-07-14T08:00:00Z", reason: "source withdrew"))
      #expect(
        endingText(DraftAnswer(draft: draft), layout: plain) == "\(verb) harbour-fire r1: source withdrew\n")
    }
  }
}

extension String {
  fileprivate func components(of word: String) -> Int {
    split(whereSeparator: { !$0.isLetter }).filter { $0 == word }.count
  }
}
