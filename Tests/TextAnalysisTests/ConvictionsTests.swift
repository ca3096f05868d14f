import Testing

@testable import TextAnalysis

@Suite("What a sentence tells of a conviction")
struct ConvictionsTests {
  private static var dateline: CivilDate {
    get throws { try #require(CivilDate("2026-03-01")) }
  }

  /// What is told, as in `10m 2017-05`: months and days of custody, or "fine", then the date; "s" is suspended, "+" the
  /// longest of several.
  static func told(_ text: String) throws -> [String] {
    let draft = try manuscript(text + "\n")
    return try convictions(in: draft, dateline: dateline).map { found in
      let penalty =
        switch found.penalty {
        case .fine: "fine"
        case .custody(let length, let isSuspended, let ofSeveral):
          (length.months > 0 ? "\(length.months)m" : "") + (length.days > 0 ? "\(length.days)d" : "")
            + (isSuspended ? "s" : "") + (ofSeveral ? "+" : "")
        }
      return [penalty, found.date?.description, found.law?.rawValue].compactMap(\.self).joined(separator: " ")
    }
  }

  static let telling: [(String, String)] = [
    ("Jonas Reed was jailed for ten months in May 2017.", "10m 2017-05"),
    ("In May 2017 Jonas Reed was jailed for ten months.", "10m 2017-05"),
    ("In May 2017, Reed, 51, was jailed for ten months.", "10m 2017-05"),
    ("He was jailed at Leeds Crown Court for ten months in May 2017 for fraud.", "10m 2017-05 ew"),
    ("In May 2017 Leeds Crown Court jailed him for ten months.", "10m 2017-05 ew"),
    ("A judge in Leeds jailed Jonas Reed for ten months in May 2017.", "10m 2017-05"),
    ("He was jailed in May 2017 for ten months.", "10m 2017-05"),
    ("The judge sentenced him to ten months in May 2017.", "10m 2017-05"),
    ("He was sentenced to 18 months in prison in 2015.", "18m 2015"),
    ("He was sentenced on 3 May 2017 to a total of 30 months.", "30m 2017-05-03"),
    ("Reed served a three-year sentence.", "36m"),
    ("He was given a three-year sentence in 2015.", "36m 2015"),
    ("She was given a suspended sentence of six months in June 2019.", "6ms 2019-06"),
    ("She was given a six-month suspended sentence in June 2019.", "6ms 2019-06"),
    ("Reed was jailed for ten months, suspended for two years, in 2016.", "10ms 2016"),
    ("He received two years' imprisonment in 2014.", "24m 2014"),
    ("He was handed a ten-month prison term in 2012.", "10m 2012"),
    ("After a ten-month prison term he moved to Leeds.", "10m"),
    ("He was imprisoned for three years and four months in 2012.", "40m 2012"),
    ("He was jailed for two and a half years in 2012.", "30m 2012"),
    ("He was sentenced to 14 weeks in 2012.", "98d 2012"),
    ("He was jailed for six months for theft and ten months for assault in 2012.", "10m+ 2012"),
    ("Reed was jailed for ten months for fraud in May 2017.", "10m 2017-05"),
    ("Reed, who was jailed for ten months last year, sings.", "10m 2025"),
    ("He was fined £500 in March 2020.", "fine 2020-03"),
    ("Jonas Reed was fined £500 in March 2020.", "fine 2020-03"),
    ("Reed, 51, was fined £500 by magistrates in March 2020.", "fine 2020-03"),
    ("He was jailed for ten months and fined £500 in May 2017.", "10m"),
    ("He was jailed for ten months and banned from driving for two years in May 2017.", "10m"),
  ]

  @Test("Kind, length and date are read as the words say them", arguments: telling.indices)
  func reads(index: Int) throws {
    let (text, expected) = Self.telling[index]
    let found = try Self.told(text)
    #expect(found == [expected], "\(text)")
  }

  static let dateless: [String] = [
    "Reed was jailed for ten months for an assault in 2015.",
    "Reed was jailed for ten months after he attacked a man in 2015.",
    "Reed, who founded the firm in 2009, was jailed for ten months.",
    "In 2009 Reed founded the firm and was jailed for ten months.",
    "Reed was jailed for ten months. He left in 2015.",
  ]

  @Test("A date that may be that of something else is not taken", arguments: dateless)
  func undated(text: String) throws {
    let found = try Self.told(text)
    #expect(found == ["10m"], "\(text)")
  }

  static let quiet: [String] = [
    "Reed faces up to ten months in prison.", "Reed could be jailed for ten months.",
    "If convicted he may be sentenced to ten years in prison.",
    "Prosecutors asked the court for a ten-month prison term in May 2017.",
    "The charge carries a ten-month prison term.", "The charge carries a maximum sentence of ten months.",
    "Reed was not jailed for ten months in 2017.", "Reed was spared a ten-month prison term in 2017.",
    "Reed avoided a suspended sentence of six months.", "Reed was jailed for life in 2017.",
    "Reed was jailed for life with a minimum term of 18 years in 2017.",
    "He was given a life sentence in 2017.", "He plays a man who was jailed for ten months in 2017.",
    "In the novel he was jailed for ten months in 2017.", "Was he jailed for ten months in 2017?",
    "He was jailed for ten months in 2017, and the conviction was quashed.",
    "He is to be jailed for ten months.", "He will be sentenced to ten months.",
    "He was sentenced to two years' probation in 2017.",
    "He was sentenced to 200 hours of community service.",
    "He was given a ten-month contract in 2017.", "A sentence of ten words.", "He served ten months in 2017.",
    "Acme Ltd was fined £500 in March 2020.", "The water company was fined £20m in 2020.",
    "Jonas Reed was fined £500 by the FA in March 2020.", "The bank was fined 20 million pounds in court.",
    "He was fined £2 million in 2020.", "The prison opened in May 2017 after ten months.",
    "She worked in the prison for ten months in 2017.", "Sentences were suspended for two years.",
  ]

  @Test("What is faced, asked for, spared, undone, made up or no such penalty is none", arguments: quiet)
  func leavesAlone(text: String) throws { #expect(try Self.told(text) == [], "\(text)") }

  @Test(
    "The words are quoted with their date",
    arguments: [
      ("Jonas Reed was jailed for ten months in May 2017, he said.", "was jailed for ten months in May 2017"),
      ("In May 2017 Reed had been jailed for ten months.", "In May 2017 Reed had been jailed for ten months"),
      ("He was fined £500 in March 2020.", "was fined £500 in March 2020"),
    ])
  func quote(text: String, quote: String) throws {
    let draft = try manuscript(text + "\n")
    let found = try convictions(in: draft, dateline: Self.dateline)
    #expect(found.map { slice(draft.text, $0.quote) } == [quote])
    #expect(found.map { slice(draft.text, $0.sentence) } == [text])
  }

  static let courts: [(String, String?)] = [
    ("at Leeds Crown Court", "ew"), ("at the Crown Court in Leeds", "ew"), ("at the Old Bailey", "ew"),
    ("by an English judge", "ew"), ("at the crown court", nil), ("in court", nil),
    ("at Glasgow Sheriff Court", "scot"), ("at the High Court in Edinburgh", "scot"),
    ("at the High Court of Justiciary", "scot"), ("in Scotland", "scot"),
    ("at Belfast Crown Court", "ni"), ("at the Crown Court in Belfast", "ni"),
    ("at Belfast Crown Court in front of Mr Reed", "ni"), ("at Belfast Crown Court in London style", "ni"),
    ("in Northern Ireland", "ni"),
    ("at Newry Magistrates' Court", "ni"), ("in New South Wales", nil),
    ("at Leeds Crown Court and Glasgow Sheriff Court", nil),
  ]

  @Test("The court that is named says whose law it is", arguments: courts.indices)
  func law(index: Int) throws {
    let (place, law) = Self.courts[index]
    let expected = ["10m", law].compactMap(\.self).joined(separator: " ")
    let found = try Self.told("He was jailed for ten months \(place).")
    #expect(found == [expected], "\(place)")
  }

  @Test("Where the sentence names no court, the only ones of the story do")
  func lawOfStory() throws {
    let told = "He was jailed for ten months in May 2017."
    #expect(try Self.told("\(told) It was heard at Leeds Crown Court.") == ["10m 2017-05 ew"])
    #expect(
      try Self.told("\(told) It was heard at Leeds Crown Court and at Glasgow Sheriff Court.") == [
        "10m 2017-05"
      ])
  }

  @Test("What is found in a whole draft is what each passage tells")
  func all() throws {
    let draft = try manuscript(
      "Jonas Reed was jailed for ten months in May 2017. It rained.\n\nKey points\n- Reed was fined £500 in court.\n"
    )
    let alone = try convictions(in: draft, dateline: Self.dateline)
    #expect(alone.count == 2)
    #expect(try findAll(in: draft, dateline: Self.dateline).convictions == alone)
  }

  @Test(
    "A text without the words that are looked for first tells no conviction", arguments: telling.indices)
  func words(index: Int) {
    let text = Self.telling[index].0.lowercased()
    #expect(wordsOfPenalties.contains { text.contains($0) })
  }

  @Test(
    "Months and days are added to a date as exactly as it is told",
    arguments: [
      ("2017-05", 10, 0, "2018-03"), ("2017-05-31", 1, 0, "2017-06-30"), ("2015", 24, 0, "2017"),
      ("2015", 18, 0, "2016-07/2017-06"), ("2015-21", 12, 0, "2016-03/2016-05"),
      ("2017-05-03", 0, 98, "2017-08-09"), ("2017-05", 0, 98, "2017-08/2017-09"),
      ("2017-05/2017-06", 12, 0, "2018-05/2018-06"), ("9999", 12, 0, "9999"), ("2017-05", 0, 0, "2017-05"),
    ])
  func sums(date: String, months: Int, days: Int, expected: String) throws {
    let date = try #require(PartialDate(date))
    #expect(date.adding(months: months).adding(days: days).description == expected)
  }
}
