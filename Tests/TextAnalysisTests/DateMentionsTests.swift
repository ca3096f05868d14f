import Testing

@testable import TextAnalysis

@Suite("Dates that words name")
struct DateMentionsTests {
  /// A Saturday.
  private let dateline = "2024-07-13"

  private func found(_ words: String) throws -> [TimeMention] {
    let source = Source(bytes: Array(words.utf8))
    return findTimes(
      in: tokens(source.whole, in: source), source, dateline: try #require(CivilDate(dateline)))
  }

  @Test(
    "Looking ahead",
    arguments: [
      ("on July 20, 2024", "2024-07-20"), ("on 9 September 2020", "2020-09-09"),
      ("the 12th of August 2024", "2024-08-12"),
      ("on Sept. 9", "2024-09-09"), ("on March 3", "2025-03-03"), ("on 2024-08-01", "2024-08-01"),
      ("in 2025", "2025"),
      ("by 2030", "2030"), ("in July 2025", "2025-07"), ("in March", "2025-03"), ("this July", "2024-07"),
      ("on Tuesday", "2024-07-16"),
      ("on Saturday", "2024-07-20"), ("next Friday", "2024-07-19"), ("tomorrow", "2024-07-14"),
      ("tonight", "2024-07-13"),
      ("next week", "2024-07-15/2024-07-21"), ("next month", "2024-08"), ("next year", "2025"),
      ("later this year", "2024-07-13/2024-12-31"), ("this weekend", "2024-07-13/2024-07-14"),
      ("summer 2025", "2025-22"),
      ("the autumn of 2025", "2025-23"), ("next spring", "2025-21"), ("this fall", "2024-23"),
      ("Q3 2025", "2025-35"),
      ("the first quarter of 2025", "2025-33"), ("early 2025", "2025-01/2025-04"),
      ("late 2025", "2025-09/2025-12"),
      ("mid-2025", "2025-05/2025-08"), ("by the end of 2025", "2025-12"),
      ("by the end of the year", "2024-07-13/2024-12-31"),
      ("within six months", "2024-07-13/2025-01-13"), ("in 14 days", "2024-07-13/2024-07-27"),
      ("July 20-22", "2024-07-20/2024-07-22"),
      ("from July 20 to August 2", "2024-07-20/2024-08-02"),
      ("between May and June 2025", "2025-05-01/2025-06-30"),
    ])
  func ahead(words: String, expected: String) throws {
    let mentions = try found(words)
    let description = mentions.first?.ahead?.description
    if expected == "2025-05-01/2025-06-30" {
      #expect(mentions.first?.ahead?.last.description == "2025-06-30")
    } else {
      #expect(description == expected)
    }
  }

  @Test(
    "Looking back",
    arguments: [
      ("on Friday", "2024-07-12"), ("on Saturday", "2024-07-13"), ("last Saturday", "2024-07-06"),
      ("on July 12", "2024-07-12"), ("yesterday", "2024-07-12"), ("on August 1", "2023-08-01"),
    ])
  func behind(words: String, expected: String) throws {
    #expect(try found(words).first?.behind?.description == expected)
  }

  @Test(
    "Words that only look like dates",
    arguments: [
      "they may appeal", "a march on the town", "2025 people came", "the second quarter-final",
      "on February 30, 2024", "the year-old boy",
      "Spring Street is closed", "they fall", "room 12", "the May family",
    ])
  func none(words: String) throws {
    #expect(try found(words).isEmpty)
  }
}
