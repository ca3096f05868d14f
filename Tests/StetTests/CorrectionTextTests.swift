import Editorial
import Testing
import TextAnalysis
import Wire

@testable import stet

@Suite("Corrections on the terminal")
struct CorrectionTextTests {
  private func correction(partnerDone: Bool, kind: CorrectionKind = .correction) throws -> CorrectionJSON {
    let july = try #require(CivilDate("2024-07-13"))
    func place(_ number: Int, _ kind: PlacementKind, _ name: String?, _ owner: String) -> Placement {
      Placement(
        id: Int64(number), number: number, kind: kind, name: name, url: nil, words: nil, wordsEnded: nil,
        owner: owner, ownerIsActive: true, revision: 1,
        out: DayAndClock(instant: "2024-07-13T12:02:00Z", on: july, clock: "14:02"))
    }
    let done = OwedCorrection.Done(
      by: "ben", at: DayAndClock(instant: "2024-07-13T13:10:00Z", on: july, clock: "15:10"), revision: nil,
      note: "by telephone")
    return CorrectionJSON(
      Correction(
        id: 1, draft: "harbour-fire", number: 1, kind: kind, note: "the sum", revision: 1, openedBy: "ana",
        opened: DayAndClock(instant: "2024-07-13T12:30:00Z", on: july, clock: "14:30"), firstPublished: july,
        about: [
          .init(
            keyPoint: 2, label: "K2", was: "It came to \u{1B}[31m40 million.",
            passed: [
              .init(signOff: 1, member: "ben", read: .fact, revision: 1, at: "2024-07-13T11:00:00Z")
            ])
        ], fixed: nil, dropped: nil,
        owed: [
          OwedCorrection(placement: place(1, .push, nil, "ana"), after: 1, done: nil),
          OwedCorrection(
            placement: place(2, .partner, "AFP", "ben"), after: 1, done: partnerDone ? done : nil),
        ]), today: july)
  }

  @Test(
    "It says how every placement stands, who let the words pass, and the note; no control character gets through"
  )
  func lines() throws {
    let text = correctionsText(
      CorrectionList(corrections: [try correction(partnerDone: true)]), layout: plain)
    for words in [
      "1 correction, 1 open.", "harbour-fire/E1  correction of K2, open. Opened by ana",
      "! P1  push: sent 14:02, cannot be recalled, corrective owed by ana",
      "✓ P2  partner AFP: corrected 15:10 by ben (by telephone)", "passed by ben (fact, r1)",
      "Editor's note: CORRECTION: This story was first published on July 13,",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("\u{1B}"))
    #expect(text.split(separator: "\n").allSatisfy { cells(String($0)) <= 80 })
  }

  @Test("In a pipe it is a line for each placement")
  func piped() throws {
    let list = CorrectionList(corrections: [try correction(partnerDone: true)])
    let lines = correctionsText(list, layout: with(plain) { $0.piped = true }).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count } == [10, 10])
    #expect(lines[1].hasPrefix("harbour-fire/E1\tcorrection\topen\tP2\tpartner\tAFP\tben\tdone\t"))
    #expect(correctionsText(CorrectionList(corrections: []), layout: plain) == "No corrections.\n")
  }

  @Test(
    "What a placement is typed as",
    arguments: [
      ("push", true), ("partner", true), ("P3", true), ("p12", true), ("K1", false), ("P", false),
      ("", false),
      ("Push", false), ("P1x", false),
    ])
  func target(typed: String, isOne: Bool) { #expect((PlaceTarget(argument: typed) != nil) == isOne) }

  @Test(
    "A correction is named with its draft",
    arguments: [("fire/E1", true), ("E1", false), ("/E1", false), ("fire/", false), ("a/b/E1", false)])
  func reference(typed: String, isOne: Bool) {
    #expect((CorrectionReference(argument: typed) != nil) == isOne)
  }
}
