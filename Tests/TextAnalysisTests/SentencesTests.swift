import Testing
import TextAnalysis

@Suite("Sentences")
struct SentencesTests {
  @Test(
    "A sentence ends where a reader would end it",
    arguments: [
      ("Mr. Smith met Dr. Jones at St. Mary’s. They talked.", 2),
      ("He lives in the U.S. and works in N.M. now.", 1),
      ("It moved to the U.S. The owner stayed.", 2), ("Trial begins Sept. 9. It is short.", 2),
      ("See No. 5 on the list. It is good.", 2), ("He said no. The vote failed.", 2),
      ("George W. Bush spoke. J. K. Rowling wrote.", 2),
      ("Prices rose 3.5 percent. Wages fell 2.1.", 2),
      ("Acme Inc. bought it. Beta Co. The rest is history.", 3),
      ("“We will appeal.” The judge left.", 2), ("‘It is over’. She left.", 2),
      ("“Why now?” Smith asked. Nobody knew.", 2),
      ("“Stop!” he cried. They ran.", 2), ("He paused … and went on. It ended...", 2),
      ("Wait... The door opened.", 2),
      ("Read www.example.org/a.b for more. It helps.", 2),
      ("SANTA FE, N.M. (AP) — The judge ruled. It was late.", 2),
      ("It was 5 p.m. The crowd left.", 2), ("Smith v. Jones was cited. So was Roe vs. Wade.", 2),
      ("One. . . . Two words.", 2),
      ("“First. Second,” he said.", 2), ("A (short) one. (A whole aside.) Another.", 3),
      ("E.g. this is one, i.e. this too.", 1),
      ("He read 東京は晴れ。 Then he left.", 2), ("No stop at all", 1), ("Is it so? Yes! Good.", 3),
      ("Lt. Col. Ann Lee of Ft. Worth, Tex. spoke.", 1),
    ])
  func counted(text: String, count: Int) throws {
    #expect(try manuscript(text).bodySentences.count == count)
  }

  @Test(
    "Sentences that ran together are parted and begin a paragraph",
    arguments: [
      ("It held the trial.The dismissal came.", ["The dismissal came."]),
      ("He lost his lawyers.Baldwin won.", ["Baldwin won."]),
      ("It was in 2021.The rest followed.", ["The rest followed."]),
      ("It was ‘fair’.“No,” she said.", ["“No,” she said."]),
      ("“It is over.”The judge left.", ["The judge left."]),
      ("Is it so?Yes.No!Maybe.", ["Yes.", "No!", "Maybe."]),
      ("It was 5 p.m.The crowd left.", ["The crowd left."]),
      ("It fell 20%.Then it rose.", ["Then it rose."]), ("Ein Wort.Über alles.", ["Über alles."]),
    ])
  func ranTogether(text: String, begun: [String]) throws {
    let draft = try manuscript(text)
    #expect(draft.bodySentences.suffix(begun.count) == begun[...])
    #expect(draft.paragraphs.count == begun.count + 1)
    #expect(draft.ranTogether == draft.paragraphs.dropFirst().map(\.span.start))
  }

  @Test(
    "Dots inside addresses, names and abbreviations part nothing",
    arguments: [
      "See example.Com for it.", "Write to ana@mail.Example.org today.", "Visit https://a.example/b.Cd now.",
      "The U.S.A. team won.",
      "Use e.g.The second.", "Mr.Smith left.", "Open notes.Txt now.", "It is v2.The one.",
      "The J.K.Rowling book.", "Follow @some.Body there.",
    ])
  func together(text: String) throws {
    let draft = try manuscript(text)
    #expect(draft.ranTogether.isEmpty)
    #expect(draft.sentences.count == 1)
  }

  @Test("Hard-wrapped lines are one paragraph, whole lines are one each")
  func lines() throws {
    let wrapped = try manuscript(
      "The bridge over the river was closed on\nMonday. It will open\nagain next week.\n\nNext.")
    #expect(wrapped.paragraphs.count == 2)
    #expect(wrapped.sentences.count == 3)
    let whole = try manuscript("The bridge was closed.\nIt will open again.\nNobody knows when.")
    #expect(whole.paragraphs.count == 3)
    let long = "Some " + String(repeating: "word ", count: 40)
    #expect(try manuscript("By Ana Bell\n\(long)ends.\n\(long)ends too.").paragraphs.count == 3)
  }

  @Test("Headings, table rows and images are body without sentences")
  func apparatus() throws {
    let draft = try manuscript(
      "Text.\n\n## Will open on Monday\n\n| a | 12 dead |\n|---|---|\n\n![alt. Text](a.png)\n\n- An item. Two.\n"
    )
    #expect(draft.bodySentences == ["Text.", "An item.", "Two."])
    #expect(draft.paragraphs.filter { $0.sentences.isEmpty }.count == 4)
  }
}
