import Testing

@testable import TextAnalysis

@Suite("Time expressions")
struct TimesTests {
  /// Each expression as `words TYPE value`, joined by semicolons; written on Friday, 12 July 2024.
  private func found(_ text: String, written day: String = "2024-07-12") throws -> String {
    let written = WritingTime(day: try #require(CivilDate(day)), minute: nil)
    return findTimes(in: text, written: written).map {
      "\(slice(text, $0.span)) \($0.type.rawValue) \($0.value)"
    }.joined(separator: "; ")
  }

  @Test(
    "Days",
    arguments: [
      ("She was born on 3 May 1971.", "3 May 1971 DATE 1971-05-03"),
      ("It opened on December 25, 2019.", "December 25, 2019 DATE 2019-12-25"),
      ("The store closed on the 12th of May.", "the 12th of May DATE 2024-05-12"),
      ("The vote was held on Tuesday, July 9.", "Tuesday, July 9 DATE 2024-07-09"),
      ("The file is dated 2024-02-29.", "2024-02-29 DATE 2024-02-29"),
      ("The form was stamped 12/25/2019.", "12/25/2019 DATE 2019-12-25"),
      ("They met on April 24 and 25.", "April 24 DATE 2024-04-24; 25 DATE 2024-04-25"),
      (
        "They fought from 22 to 24 March 1984.", "22 DATE 1984-03-22; 24 March 1984 DATE 1984-03-24"
      ),
      ("He resigned yesterday.", "yesterday DATE 2024-07-11"),
      ("It was signed the day before yesterday.", "the day before yesterday DATE 2024-07-10"),
      ("It opens the day after tomorrow.", "the day after tomorrow DATE 2024-07-14"),
      (
        "The paper of July 10, 2024 said so. The next day it was gone.",
        "July 10, 2024 DATE 2024-07-10; The next day DATE 2024-07-11"
      ),
      ("The third Monday in January is a holiday.", "The third Monday in January DATE 2024-01-15"),
      ("It lasted from 22-25 April 1951.", "22 DATE 1951-04-22; 25 April 1951 DATE 1951-04-25"),
      ("It was fought on 31 May-1 June 1916.", "31 May DATE 1916-05-31; 1 June 1916 DATE 1916-06-01"),
      ("The office will be shut on 12/25.", "12/25 DATE 2024-12-25"),
      ("The file of 2012/8/10 is lost, that of 13/31/2018 is not.", "2012/8/10 DATE 2012-08-10"),
      ("She was born on May eighth, 2010.", "May eighth, 2010 DATE 2010-05-08"),
      ("It burned down this past Wednesday.", "this past Wednesday DATE 2024-07-10"),
      ("It was stamped Tuesday 11/3/2015.", "Tuesday 11/3/2015 DATE 2015-11-03"),
      ("see you tuesday, or on february 15", "tuesday DATE 2024-07-09; february 15 DATE 2024-02-15"),
      ("They will meet two weeks from Tuesday.", "two weeks from Tuesday DATE 2024-07-30"),
      ("It will end two days after tomorrow.", "two days after tomorrow DATE 2024-07-15"),
      ("It began two days before yesterday.", "two days before yesterday DATE 2024-07-09"),
      ("They will meet a week on Monday.", "a week on Monday DATE 2024-07-22"),
      ("They will meet Friday week.", "Friday week DATE 2024-07-26"),
      ("He left a week ago Tuesday.", "a week ago Tuesday DATE 2024-07-02"),
      ("He will leave on Tuesday the 16th.", "Tuesday the 16th DATE 2024-07-16"),
      ("It was lost on Thursday, the 20th.", "Thursday, the 20th DATE 2024-06-20"),
      (
        "It shut on July 3, two days after. It had opened the day before.",
        "July 3 DATE 2024-07-03; two days after DATE 2024-07-05; the day before DATE 2024-07-04"
      ),
      ("February the 15th was cold.", "February the 15th DATE 2024-02-15"),
      ("It shut in March. By the 20th it was gone.", "March DATE 2024-03; the 20th DATE 2024-03-20"),
      ("They voted on the 20th of last month.", "the 20th of last month DATE 2024-06-20"),
      ("The last day of October will be dry.", "The last day of October DATE 2024-10-31"),
      ("It opens the week of July 8.", "the week of July 8 DATE 2024-W28"),
      ("Try the week beginning Sunday, July 14.", "the week beginning Sunday, July 14 DATE 2024-W29"),
      ("It opens this coming Friday.", "this coming Friday DATE 2024-07-19"),
      ("It opens on the first Monday of next month.", "the first Monday of next month DATE 2024-08-05"),
      ("It was shut Tuesday-Thursday.", "Tuesday DATE 2024-07-09; Thursday DATE 2024-07-11"),
      (
        "It opens this coming March or this coming week.",
        "this coming March DATE 2025-03; this coming week DATE 2024-W29"
      ),
      ("The night before, they ate.", "The night before TIME 2024-07-11TNI"),
      ("It came on 12 Dec, and on Fri Jul 5.", "12 Dec DATE 2023-12-12; Fri Jul 5 DATE 2024-07-05"),
      (
        "The form of 31.12.2023 names 05-Aug-2016.", "31.12.2023 DATE 2023-12-31; 05-Aug-2016 DATE 2016-08-05"
      ),
      ("It was held between March 3 and 5.", "March 3 DATE 2024-03-03; 5 DATE 2024-03-05"),
    ])
  func days(text: String, expected: String) throws { #expect(try found(text) == expected) }

  @Test(
    "A verb says which way a weekday or a month lies",
    arguments: [
      ("The bridge was closed on Monday.", "Monday DATE 2024-07-08"),
      ("The bridge will close on Monday.", "Monday DATE 2024-07-15"),
      ("The trial is due to begin Monday.", "Monday DATE 2024-07-15"),
      ("The talks, set to resume Monday, have failed.", "Monday DATE 2024-07-15"),
      ("They could leave as soon as Monday.", "Monday DATE 2024-07-15"),
      ("Schools were shut due to snow on Monday.", "Monday DATE 2024-07-08"),
      ("Ministers said on Friday that they agreed.", "Friday DATE 2024-07-12"),
      ("She sold it in September.", "September DATE 2023-09"),
      ("The deal is scheduled to close in September.", "September DATE 2024-09"),
      ("It had been due to expire Monday.", "Monday DATE 2024-07-08"),
      ("The rules to be published in May are ready.", "May DATE 2025-05"),
      ("The launch was planned for early September.", "early September DATE 2024-09"),
      ("The record set on Dec. 6 stands.", "Dec. 6 DATE 2023-12-06"),
      ("It must be paid by March.", "March DATE 2025-03"),
      ("It reopens next Friday.", "next Friday DATE 2024-07-19"),
      ("The trial begins Monday.", "Monday DATE 2024-07-15"),
      ("The trial is in August, a spokesman said.", "August DATE 2024-08"),
      ("He said the trial was in August.", "August DATE 2023-08"),
      ("He said it would close Monday.", "Monday DATE 2024-07-15"),
      ("He would not speak Monday.", "Monday DATE 2024-07-08"),
      ("They may appeal against Monday's ruling.", "Monday DATE 2024-07-08"),
      ("It burned down last October.", "last October DATE 2023-10"),
    ])
  func direction(text: String, expected: String) throws { #expect(try found(text) == expected) }

  @Test(
    "Weeks, months, quarters, years and more",
    arguments: [
      ("Sales fell last week.", "last week DATE 2024-W27"),
      ("The fair opened over the weekend.", "the weekend DATE 2024-W27-WE"),
      ("It rained earlier this month.", "earlier this month DATE 2024-07"),
      (
        "Prices rose last year and early this year.",
        "last year DATE 2023; early this year DATE 2024"
      ),
      ("It will reopen next year.", "next year DATE 2025"),
      ("In July last year it burned.", "July last year DATE 2023-07"),
      ("Profit fell in the third quarter of 2023.", "the third quarter of 2023 DATE 2023-Q3"),
      ("Profit fell in the first quarter.", "the first quarter DATE 2024-Q1"),
      ("It posted a second-quarter loss.", "second-quarter DATE 2024-Q2"),
      (
        "It lost $2 million in the first quarter, against a profit a year earlier.",
        "the first quarter DATE 2024-Q1; a year earlier DATE 2023-Q1"
      ),
      ("Q3 2025 looks better.", "Q3 2025 DATE 2025-Q3"),
      ("It rose in 2Q25 and 1H 2024.", "2Q25 DATE 2025-Q2; 1H 2024 DATE 2024-H1"),
      ("It fell from last year's third quarter.", "last year's third quarter DATE 2023-Q3"),
      ("It is due in next year's first half.", "next year's first half DATE 2025-H1"),
      ("It is due at the turn of the year.", "the turn of the year DATE 2024"),
      ("It left two years back.", "two years back DATE 2022"),
      ("It is shut at the moment.", "the moment DATE PRESENT_REF"),
      ("In the summer of 1955 he left.", "the summer of 1955 DATE 1955-SU"),
      ("The mayor won last spring.", "last spring DATE 2024-SP"),
      ("It was rebuilt in the late 1980s.", "the late 1980s DATE 198"),
      ("Few had one in the '90s.", "the '90s DATE 199"),
      ("It dates from the 19th century.", "the 19th century DATE 18"),
      ("It was built in the mid-20th century.", "the mid-20th century DATE 19"),
      ("It lost money in the first half of last year.", "the first half of last year DATE 2023-H1"),
      ("He quit on Tuesday of last week.", "Tuesday of last week DATE 2024-07-02"),
      ("He quit Tuesday last week.", "Tuesday last week DATE 2024-07-02"),
      ("It will open in the first week of January.", "the first week of January DATE 2025-W01"),
      (
        "It fell early in 1862, and rose later in the year.",
        "early in 1862 DATE 1862; later in the year DATE 2024"
      ),
      ("The estates (1789) met.", "1789 DATE 1789"),
      ("They fought from 499-493 BC.", "499 DATE BC0499; 493 BC DATE BC0493"),
      ("He reigned from 264 to 241 BC.", "264 DATE BC0264; 241 BC DATE BC0241"),
      ("The roof leaked in the second half.", ""),
      ("He reigned from 264 BC.", "264 BC DATE BC0264"),
      ("It ran from 1955-1963.", "1955 DATE 1955; 1963 DATE 1963"),
      ("It lasted from May to June 1950.", "May DATE 1950-05; June 1950 DATE 1950-06"),
      ("It will be ready by the end of 2026.", "the end of 2026 DATE 2026"),
      ("It began in fiscal 2023.", "fiscal 2023 DATE 2023"),
      (
        "He is ready now, and was recently in Rome.",
        "now DATE PRESENT_REF; recently DATE PAST_REF"
      ),
      (
        "Nobody knows what the future holds, or the near future.",
        "the near future DATE FUTURE_REF"
      ),
    ])
  func periods(text: String, expected: String) throws { #expect(try found(text) == expected) }

  @Test(
    "So long ago, and so much later",
    arguments: [
      ("He left two weeks ago.", "two weeks ago DATE 2024-06-28"),
      ("He left six weeks ago.", "six weeks ago DATE 2024-W22"),
      ("He left four months ago.", "four months ago DATE 2024-03"),
      ("He left almost 41 years ago.", "almost 41 years ago DATE 1983"),
      (
        "The law was passed on May 3, 2021. Two days later it was void.",
        "May 3, 2021 DATE 2021-05-03; Two days later DATE 2021-05-05"
      ),
      ("It will be over two years from now.", "two years from now DATE 2026"),
    ])
  func away(text: String, expected: String) throws { #expect(try found(text) == expected) }

  @Test(
    "Lengths and repetitions",
    arguments: [
      ("It took nearly two hours.", "nearly two hours DURATION PT2H"),
      ("It took about three weeks.", "three weeks DURATION P3W"),
      ("It took more than 20 years.", "more than 20 years DURATION P20Y"),
      ("A five-year plan was made.", "five-year DURATION P5Y"),
      ("It took two and a half years.", "two and a half years DURATION P2.5Y"),
      ("It took an hour and a half.", "an hour and a half DURATION PT1.5H"),
      ("They play on Tuesday nights.", "Tuesday nights SET XXXX-WXX-2TNI"),
      (
        "They play every Tuesday night and every other Friday.",
        "every Tuesday night SET XXXX-WXX-2TNI; every other Friday SET XXXX-WXX-5"
      ),
      ("It opens every Monday and Tuesday.", "every Monday SET XXXX-WXX-1; Tuesday SET XXXX-WXX-2"),
      ("It is cleaned every other week.", "every other week SET P2W"),
      ("It took six-and-a-half hours.", "six-and-a-half hours DURATION PT6.5H"),
      ("It lasted several months.", "several months DURATION PXM"),
      ("They waited for weeks.", "weeks DURATION PXW"),
      (
        "In the weeks before the vote they waited for a hundred years.",
        "weeks DURATION PXW; a hundred years DURATION P100Y"
      ),
      ("It rose over the past two years.", "the past two years DURATION P2Y"),
      ("It will take a decade, or a fortnight.", "a decade DURATION P1DE; a fortnight DURATION P2W"),
      ("In the first nine months it lost money.", "the first nine months DURATION P9M"),
      ("A decades-long war ended.", "decades-long DURATION PXDE"),
      ("The buses run daily.", "daily SET P1D"),
      ("They meet every Monday.", "every Monday SET XXXX-WXX-1"),
      ("They march each July.", "each July SET XXXX-07"),
      ("It closes on Sundays.", "Sundays SET XXXX-WXX-7"),
      ("She swims twice a week.", "a week SET P1W"),
    ])
  func lengths(text: String, expected: String) throws { #expect(try found(text) == expected) }

  @Test(
    "Times of day",
    arguments: [
      ("The blast was at 10:35 a.m. Friday.", "10:35 a.m. Friday TIME 2024-07-12T10:35"),
      ("They arrived on July 9 at 9 p.m. and left.", "July 9 at 9 p.m. TIME 2024-07-09T21:00"),
      ("Doors opened at 9.30am.", "9.30am TIME 2024-07-12T09:30"),
      ("The alarm came at 0735 GMT.", "0735 GMT TIME 2024-07-12T07:35Z"),
      ("It fell silent at noon Monday.", "noon Monday TIME 2024-07-08T12:00"),
      ("They met at seven o'clock.", "seven o'clock TIME 2024-07-12T07:00"),
      ("He spoke Wednesday night.", "Wednesday night TIME 2024-07-10TNI"),
      ("He died late last night.", "late last night TIME 2024-07-11TNI"),
      ("She left early this morning.", "early this morning TIME 2024-07-12TMO"),
      ("He died on the night of July 9.", "the night of July 9 TIME 2024-07-09TNI"),
      ("It ran from 3 to 5 p.m. Tuesday.", "3 TIME 2024-07-09T15:00; 5 p.m. Tuesday TIME 2024-07-09T17:00"),
      ("Come from 3-5 p.m. or not.", "3 TIME 2024-07-12T15:00; 5 p.m. TIME 2024-07-12T17:00"),
      ("Come from 11 to 1 p.m. or not.", "11 TIME 2024-07-12T11:00; 1 p.m. TIME 2024-07-12T13:00"),
      ("It rang at half past noon.", "half past noon TIME 2024-07-12T12:30"),
      ("It rang at a quarter to nine.", "a quarter to nine TIME 2024-07-12T08:45"),
      ("It rang at 3 in the morning.", "3 in the morning TIME 2024-07-12T03:00"),
      ("He will speak tonight at 8 p.m.", "tonight at 8 p.m. TIME 2024-07-12T20:00"),
      ("He will speak tonight.", "tonight TIME 2024-07-12TNI"),
      ("It rang at ten minutes to three.", "ten minutes to three TIME 2024-07-12T02:50"),
      ("It rang at a quarter past 3 p.m.", "a quarter past 3 p.m. TIME 2024-07-12T15:15"),
      ("It begins at noon ET or 12 noon.", "noon ET TIME 2024-07-12T12:00; 12 noon TIME 2024-07-12T12:00"),
      ("He will speak this afternoon at 3:20.", "this afternoon at 3:20 TIME 2024-07-12T15:20"),
      ("He will speak at 8 tonight.", "8 tonight TIME 2024-07-12T20:00"),
      ("It rang at 3:15 in the afternoon.", "3:15 in the afternoon TIME 2024-07-12T15:15"),
      ("It fell at 10 Thursday, they say.", "Thursday DATE 2024-07-11"),
      (
        "It rang at 1800 hours after 1,800 hours.",
        "1800 hours TIME 2024-07-12T18:00; 1,800 hours DURATION PT1800H"
      ),
      ("It rang at 10 p.m. Thursday night.", "10 p.m. Thursday night TIME 2024-07-11T22:00"),
      (
        "It was open Thursday from 9:30 to 11:00.",
        "Thursday DATE 2024-07-11; 9:30 TIME 2024-07-11T09:30; 11:00 TIME 2024-07-11T11:00"
      ),
      (
        "On Thursday, at about 10 a.m., it rang.", "Thursday DATE 2024-07-11; 10 a.m. TIME 2024-07-11T10:00"
      ),
      (
        "They worked from Tuesday to 5 p.m. Thursday.",
        "Tuesday DATE 2024-07-09; 5 p.m. Thursday TIME 2024-07-11T17:00"
      ),
      ("It runs 9-11am or not.", "9 TIME 2024-07-12T09:00; 11am TIME 2024-07-12T11:00"),
      ("It was posted at 2024-07-10T09:30Z.", "2024-07-10T09:30Z TIME 2024-07-10T09:30Z"),
      ("Posted 2024-07-10T09:30:15+02:00.", "2024-07-10T09:30:15+02:00 TIME 2024-07-10T09:30"),
      ("It was sent 2024-07-10 09:30.", "2024-07-10 09:30 TIME 2024-07-10T09:30"),
    ])
  func timesOfDay(text: String, expected: String) throws { #expect(try found(text) == expected) }

  @Test(
    "Hours are counted from the hour of writing, where it is known",
    arguments: [
      ("It fell two hours ago.", 60, "2024-07-11T23:00"), ("It fell two hours ago.", nil, "PT2H"),
      ("It ends 90 minutes from now.", 1400, "2024-07-13T00:50"),
    ] as [(String, Int?, String)])
  func hoursAgo(text: String, minute: Int?, expected: String) throws {
    let written = WritingTime(day: try #require(CivilDate("2024-07-12")), minute: minute)
    #expect(findTimes(in: text, written: written).map(\.value) == [expected])
  }

  @Test("A mention reaches from the preposition that makes it a day to come; its words do not")
  func mentions() throws {
    let source = Source(bytes: Array("It must be paid within six months of Friday\u{2019}s ruling.".utf8))
    let dateline = try #require(CivilDate("2024-07-12"))
    let found = findTimes(in: tokens(source.whole, in: source), source, dateline: dateline)
    #expect(found.map { source.string($0.span) } == ["six months", "Friday"])
    #expect(found.map(\.tokens) == [4..<7, 8..<9])
    #expect(found.map(\.value) == [.length(.whole(6), .month), .day(dateline)])
    #expect(found.first?.ahead?.description == "2024-07-12/2025-01-12")
  }

  @Test(
    "Ahead and behind of what only one reading fits",
    arguments: [
      ("two weeks from Tuesday", "2024-07-30", nil), ("earlier this month", nil, "2024-07-01/2024-07-12"),
      ("at 11 a.m.", nil, nil), ("within six hours", nil, nil),
      ("in two and a half weeks", "2024-07-12/2024-07-29", nil),
      ("last week", nil, "2024-07-01/2024-07-07"), ("July last year", nil, "2023-07"), ("now", nil, nil),
    ] as [(String, String?, String?)])
  func oneReading(words: String, ahead: String?, behind: String?) throws {
    let source = Source(bytes: Array(words.utf8))
    let dateline = try #require(CivilDate("2024-07-12"))
    let mention = try #require(
      findTimes(in: tokens(source.whole, in: source), source, dateline: dateline).first)
    #expect(mention.ahead?.description == ahead)
    #expect(mention.behind?.description == behind)
  }

  @Test(
    "Holidays fall on their day",
    arguments: [
      ("It was found on Christmas Eve.", "Christmas Eve DATE 2023-12-24"),
      ("The shops will close for Thanksgiving.", "Thanksgiving DATE 2024-11-28"),
      ("The rising began on Easter Monday 1916.", "Easter Monday 1916 DATE 1916-04-24"),
      ("They marched on Memorial Day.", "Memorial Day DATE 2024-05-27"),
      ("It happened on New Year's Eve.", "New Year's Eve DATE 2023-12-31"),
      ("The shops will close on Boxing Day 2024.", "Boxing Day 2024 DATE 2024-12-26"),
      ("It was found on Presidents' Day.", "Presidents' Day DATE 2024-02-19"),
      ("It was shut on Martin Luther King Jr. Day.", "Martin Luther King Jr. Day DATE 2024-01-15"),
      ("It was lost on April Fools' Day.", "April Fools' Day DATE 2024-04-01"),
      ("It sold best last Black Friday.", "last Black Friday DATE 2023-11-24"),
      ("It was lost on St. Patrick's Day.", "St. Patrick's Day DATE 2024-03-17"),
      ("They met on Whit Monday.", "Whit Monday DATE 2024-05-20"),
      ("He was found Easter Day clinging to a log.", "Easter Day DATE 2024-03-31"),
      ("see you on mother's day or at halloween", "mother's day DATE 2024-05-12; halloween DATE 2024-10-31"),
    ])
  func holidays(text: String, expected: String) throws { #expect(try found(text) == expected) }

  @Test(
    "A history counts bare months from the year it has come to",
    arguments: [
      (
        """
        The war began in 1950. Seoul fell in June 1950. In September the tide turned. By December 1950 the line \
        held, and in January it broke. Talks opened in July 1951. In 1953 an armistice was signed. It came in July. \
        Two days later the guns fell silent.
        """,
        "2009-12-19",
        "1950 1950-06 1950-09 1950-12 1951-01 1951-07 1953 1953-07 1953-07-03"
      ),
      (
        """
        The war began in 1950. Seoul fell in June 1950. By December 1950 the line held. \
        Elections planned for 1951 were put off (1952) after a campaign in 1950, and in January it broke. They had lost it in 1949.
        """,
        "2009-12-19", "1950 1950-06 1950-12 1951 1952 1950 1951-01 1949"
      ),
    ])
  func history(text: String, written: String, expected: String) throws {
    let day = WritingTime(day: try #require(CivilDate(written)), minute: nil)
    #expect(findTimes(in: text, written: day).map(\.value).joined(separator: " ") == expected)
  }

  @Test(
    "Words and numbers that name no time",
    arguments: [
      "A 22-year-old man died.", "He is 41 years old.",
      "Toys for children of 6 months and older sold well.",
      "They may march, sat in the sun and fell in the fall of the house.", "It cost $1990.",
      "It won 10:9.",
      "It reached 2,000 people.", "They counted 1950 votes.",
      "He came second and won a second prize.",
      "Mark Spring and April Jones live on March Street.", "Jan Novak signed.",
      "The March family left.",
      "It earned 12 cents a share and $10 a day.", "A quarter of them left, half stayed.",
      "The party daily Granma said so.", "He was in his 30s.", "Flights cost 2 pounds a week.",
      "Time and again they won the day.", "By 2/3 of the votes it passed.",
      "It cut a quarter to nine percent.",
      "The office on the 4th floor is by the 18th green.", "An Audi Q3 crashed on highway H1.",
      "The server at 10.0.0.1 runs 1.2.34.",
      "They lit the Christmas tree after a thanksgiving service.", "At the moment of its fall they slept.",
    ])
  func none(text: String) throws { #expect(try found(text) == "") }

  @Test("Every span covers whole words of the text, whatever it is made of")
  func anyInput() throws {
    let pieces = [
      "July ", "12", ", ", "2024", "the ", "first ", "quarter ", "of ", "last ", "May-", "August ",
      "Friday ",
      "9:30 ", "p.m. ", "GMT ", "two ", "and a half ", "years ", "ago ", "-", "1955-63",
      "99999999999", "’90s ",
      "Q3 ", "every ", "é", "\u{301}", "from ", "New Year’s Eve ", "Easter ", "0", "9999 ", "BC ",
      "a ", "half ",
      ". ", "“", "12/31/9999 ", "31st ", "on the ", "fortnights ", "later ", "3-9 ", "mid-",
      "next ", "year ", "(1789) ", "22-25 ", "31 May-1 ", "the night of ", "early in ", "an hour and ",
      "nights ",
      "3-5 ", "3 to ", "12/25 ", "at night ", "quarter to ", "half past ", "499-493 ", "the last week of ",
      "this ", "the 18th ", "week ", "2024-07-13T09:30:15+02:00 ", "2024-07-13T0", "31.12.2024 ", "3Q25 ",
      "H1 ",
      "Fools' Day ", "at 8 ", "other ", "9-11am ", "minutes to three ", "the week of ", "turn of the year ",
      "tonight ", "in the morning ", "monday ",
    ]
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let day = try #require(
        CivilDate(dayNumber: Int.random(in: -719_162...2_932_896, using: &generator)))
      var end = 0
      for time in findTimes(in: text, written: WritingTime(day: day, minute: nil)) {
        #expect(
          time.span.start >= end && time.span.end > time.span.start, "\(text.debugDescription)")
        #expect(!slice(text, time.span).isEmpty && !time.value.isEmpty)
        end = time.span.end
      }
      #expect(end <= text.utf8.count)
    }
  }
}
