import Testing

@testable import TextAnalysis

/// What sub-editors do to a sentence, and what it does to the sentence.
@Suite("Kinds of changes between two versions of a statement")
struct ChangeKindsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let kinds: Set<ChangeKind>
    var testDescription: String { "“\(old)” to “\(new)”" }

    init(_ old: String, _ new: String, _ kinds: ChangeKind...) {
      self.old = old
      self.new = new
      self.kinds = Set(kinds)
    }
  }

  static let cases: [Case] = [
    // Nothing, and only looks
    Case("The dam failed.", "The dam failed."),
    Case("The  dam\nfailed.", "The dam failed."),
    Case("“It failed,” he said.", "\"It failed,\" he said."),
    Case("The dam – an old one – failed.", "The dam - an old one - failed."),
    Case("The dam failed.", "The dam failed", .typographic),
    Case("The dam, an old one, failed.", "The dam (an old one) failed.", .typographic),
    Case("The dam failed; the town flooded.", "The dam failed. The town flooded.", .typographic),
    Case("The Mayor resigned.", "The mayor resigned.", .typographic),
    Case("The U.S. agreed.", "The US agreed.", .typographic),
    Case("It cost 1500 dollars.", "It cost 1,500 dollars.", .typographic),
    Case("A long-term plan was agreed.", "A long term plan was agreed.", .typographic),
    Case("'It failed,' he said.", "\"It failed,\" he said.", .typographic),
    Case("HARBOUR FIRE KILLS TWO", "Harbour fire kills two", .typographic),
    Case("**The dam** failed.", "The dam failed.", .typographic),
    // Wording
    Case("The dam collapsed.", "The dam gave way.", .wording),
    Case("The minister quit her post.", "The minister resigned.", .wording),
    Case("The dam failed suddenly.", "The dam failed.", .wording),
    Case("The owners' dam failed.", "The owners of the dam failed.", .wording),
    Case("Five people died.", "5 people died.", .wording),
    Case("It cost $5m.", "It cost $5 million.", .wording),
    Case("It cost 5,000,000 euros.", "It cost five million euros.", .wording),
    Case("A dozen homes burned.", "Twelve homes burned.", .wording),
    Case("The trial opens on July 13, 2024.", "The trial opens on 13 July 2024.", .wording),
    Case("He did not go.", "He didn't go.", .wording),
    Case("He can not go.", "He cannot go.", .wording),
    Case(
      "The verdict was read out and the crowd cheered.", "The verdict was read out while the crowd cheered.",
      .wording),
    // Figures
    Case("At least 40 homes burned.", "At least 49 homes burned.", .number),
    Case("Forty-nine homes burned.", "Forty homes burned.", .number),
    Case("It rose by 1.5 per cent.", "It rose by 15 per cent.", .number),
    Case("At least 12 people died.", "12 people died.", .number),
    Case("About 300 workers struck.", "More than 300 workers struck.", .number),
    Case("It cost 5 million euros.", "It cost 5 billion euros.", .number),
    Case("It cost $5 million.", "It cost £5 million.", .number),
    Case("It rose by 5%.", "It rose by 5 percentage points.", .number),
    Case("It is 5 miles away.", "It is 5 km away.", .number),
    Case("12 dead, 7 hurt.", "12 hurt, 7 dead.", .number),
    Case("He was sentenced to two years.", "He was sentenced to three years.", .number),
    Case("Three of the five were found.", "Five of the three were found.", .number),
    Case("Most members agreed.", "All members agreed.", .number),
    Case("Half of the crew was saved.", "A third of the crew was saved.", .number),
    Case("It fell to -5 degrees.", "It fell to 5 degrees.", .number),
    Case("The 22-year-old was held.", "The 24-year-old was held.", .number),
    Case("He came first.", "He came second.", .number),
    Case("The firm lost $1.5m.", "The firm lost $15m.", .number),
    Case("It cost £2.4bn.", "It cost £24bn.", .number),
    Case("A 1.5-mile fence was built.", "A 15-mile fence was built.", .number),
    Case("A dose of 0.5mg was given.", "A dose of 5mg was given.", .number),
    Case("It took 1,5 hours.", "It took 15 hours.", .number),
    Case("It weighed 3/4 of a ton.", "It weighed 3-4 of a ton.", .wording),
    // Dates
    Case("The trial opens on Monday.", "The trial opens on Tuesday.", .date),
    Case("The law was passed in 2019.", "The law was passed in 2018.", .date),
    Case("The film comes out in July.", "The film comes out in June.", .date),
    Case("The hearing is at 9:30 a.m.", "The hearing is at 9:30 p.m.", .date),
    Case("The vote is next week.", "The vote is this week.", .date),
    Case("The trial opens on July 13, 2024.", "The trial opens on July 14, 2024.", .date),
    // Names
    Case("The judge, Ann Smyth, agreed.", "The judge, Ann Smith, agreed.", .name),
    Case("Reyes fired the gun.", "Baldwin fired the gun.", .name),
    Case("It happened in Santa Fe.", "It happened in Albuquerque.", .name),
    Case("He was told by the minister.", "She was told by the minister.", .name),
    Case("He was arrested in Leeds.", "Jones was arrested in Leeds.", .name),
    Case("The former mayor was there.", "The mayor was there.", .name),
    Case("The company sued the union.", "The union sued the company.", .name),
    Case("Smith hit Jones.", "Jones hit Smith.", .name),
    Case("Acme bought Zenith Ltd.", "Acme bought Zenith plc.", .name),
    Case("Smith was attacked by Jones.", "Smith attacked Jones.", .name),
    Case("The man shot the cop.", "The cop shot the man.", .name),
    Case("Payments to the minister were found.", "Payments from the minister were found.", .name),
    Case("The minister took it.", "The minister's driver took it.", .name),
    Case("The road is closed until then.", "The road is closed from then.", .name),
    Case("He met the Polish delegation.", "He met the polish delegation.", .name),
    Case("They told US officials.", "They told us officials.", .name),
    // Who says so
    Case("The witness said the accused lied.", "The witness, said the accused, lied.", .attribution),
    Case("The alleged thief was held.", "The thief was held.", .attribution),
    Case("He allegedly lied.", "He lied.", .attribution),
    Case("The dam failed, police said.", "The dam failed, prosecutors said.", .attribution),
    Case("The dam failed, officials said.", "The dam failed.", .attribution),
    Case(
      "The dam was unsafe, according to its owners.", "The dam was unsafe, according to its builders.",
      .attribution),
    Case("The minister said it was safe.", "The minister claimed it was safe.", .attribution),
    Case("A suspected arsonist was held.", "An arsonist was held.", .attribution),
    Case("The gun reportedly jammed.", "The gun jammed.", .attribution),
    // Quotations
    Case("“We warned them twice,” she said.", "“We warned them,” she said.", .quotation, .number),
    Case("“It was a terrible mistake,” she said.", "“It was a mistake,” she said.", .quotation),
    Case("She called it “a terrible mistake”.", "She called it a terrible mistake.", .quotation),
    Case("She called it a “terrible mistake”.", "She called it a terrible “mistake”.", .quotation),
    Case("“It broke,” he said, “at once.”", "“It broke at once,” he said.", .wording),
    Case("“We [Acme] paid,” she said.", "“We Acme paid,” she said.", .quotation),
    Case("“We paid … late,” she said.", "“We paid late,” she said.", .quotation),
    // Denials
    Case(
      "He did not resign. After the vote he left.", "He did not resign after the vote. He left.", .wording),
    Case("He did go.", "He did not go.", .negation),
    Case("The jury found him guilty.", "The jury found him not guilty.", .negation),
    Case("She has no children.", "She has children.", .negation),
    Case("The board approved the plan.", "The board rejected the plan.", .negation),
    Case("He was convicted of fraud.", "He was acquitted of fraud.", .negation),
    Case("The search was lawful.", "The search was unlawful.", .negation),
    Case("He didn't sign the form.", "He did sign the form.", .negation),
    Case("Profits rose sharply.", "Profits fell sharply.", .negation),
    Case("He did not say he would go.", "He said he would not go.", .negation, .attribution),
    // Whether it is so
    Case("The bank may close.", "The bank will close.", .modality),
    Case("The bank might fail.", "The bank fails.", .modality),
    Case("She plans to appeal.", "She appealed.", .modality),
    Case("The dam failed.", "The dam failed?", .modality),
    Case("The plan works if it rains.", "The plan works when it rains.", .modality),
    Case("He is likely to win.", "He is certain to win.", .modality),
    Case("He'll leave the board.", "He left the board.", .modality),
    // Several at once
    Case("At least 12 died on Monday.", "At least 14 died on Tuesday.", .number, .date),
    Case("Police said Smith was hurt.", "Doctors said Jones was not hurt.", .attribution, .name, .negation),
    // What nobody sees
    Case("The dam failed.", "The dam\u{200B} failed.", .wording),
    Case("Pay 12 now.", "Pay \u{202E}12 now.", .wording),
  ]

  static let day = CivilDate(year: 2024, month: 7, day: 12) ?? .earliest

  @Test("Each edit has the kinds that it has", arguments: cases)
  func kinds(one: Case) {
    #expect(changeKinds(from: one.old, on: Self.day, to: one.new, on: Self.day) == one.kinds)
  }

  @Test("Taken back, an edit is of the same kinds", arguments: cases)
  func backwards(one: Case) {
    #expect(changeKinds(from: one.new, on: Self.day, to: one.old, on: Self.day) == one.kinds)
  }

  @Test(
    "Statements of which only the looks changed are the same without them, and none that says something else is",
    arguments: cases)
  func looks(one: Case) {
    let isSame = wordsWithoutLooks(one.old) == wordsWithoutLooks(one.new)
    if one.kinds.isSubset(of: [.typographic]) { #expect(isSame) }
    if one.kinds.contains(where: \.isNeverTrivial) { #expect(!isSame) }
  }

  @Test("The same words mean another day when the dateline moves, unless they name the day itself")
  func dateline() throws {
    let later = try #require(CivilDate(year: 2024, month: 7, day: 22))
    let relative = "The trial opened on Tuesday."
    #expect(changeKinds(from: relative, on: Self.day, to: relative, on: later) == [.date])
    let whole = "The trial opened on 9 July 2024."
    #expect(changeKinds(from: whole, on: Self.day, to: whole, on: later) == [])
  }

  @Test(
    "No edit of one character passes as nothing unless white space, quotes or dashes are all that changed")
  func randomEdits() throws {
    var random = SeededGenerator(seed: 7)
    let letters = Array("abcxyzABC0123456789 .,'\"-$%?!")
    for one in Self.cases {
      for _ in 0..<20 {
        var edited = Array(one.old)
        let place = Int.random(in: 0..<edited.count, using: &random)
        edited[place] = letters[Int.random(in: 0..<letters.count, using: &random)]
        let new = String(edited)
        let kinds = changeKinds(from: one.old, on: Self.day, to: new, on: Self.day)
        #expect(
          kinds.isEmpty == (comparableWords(one.old) == comparableWords(new)), "“\(one.old)” to “\(new)”")
        let digits = { (text: String) in text.filter(\.isNumber) }
        if digits(one.old) != digits(new) {
          #expect(kinds != [.typographic], "“\(one.old)” to “\(new)”")
        }
      }
    }
  }

  @Test("What was cut and added stands beside what stayed, in the words as they are written")
  func pieces() {
    #expect(
      wordChanges(from: "At least 40 homes, police said, burned.", to: "At least 49 homes burned down.") == [
        WordPiece(kind: .same, words: "At least"), WordPiece(kind: .cut, words: "40"),
        WordPiece(kind: .added, words: "49"), WordPiece(kind: .same, words: "homes"),
        WordPiece(kind: .cut, words: "police said"), WordPiece(kind: .same, words: "burned"),
        WordPiece(kind: .added, words: "down"),
      ])
    #expect(wordChanges(from: "", to: "") == [])
    #expect(wordChanges(from: "", to: "All new.") == [WordPiece(kind: .added, words: "All new")])
  }

  @Test("A change of a very long statement is one from its first to its last differing word")
  func longStatement() {
    let long = { (word: String) in "Start " + String(repeating: "\(word) b ", count: 4_000) + "end" }
    #expect(wordChanges(from: long("a"), to: long("c")).map(\.kind) == [.same, .cut, .added, .same])
  }
}
