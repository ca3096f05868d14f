import Testing
import TextAnalysis

@testable import stet_bench

@Suite("Values of other programs' tests")
struct ConformanceTests {
  private func moment(_ words: String) throws -> Int { try #require(seconds(words)) }

  @Test(
    "A TIMEX3 value names a stretch of time",
    arguments: [
      ("2024-07-13", "2024-07-13", "2024-07-14", Grain.day),
      ("2024-02", "2024-02-01", "2024-03-01", .month),
      ("2024", "2024-01-01", "2025-01-01", .year),
      ("199", "1990-01-01", "2000-01-01", .decade),
      ("19", "1900-01-01", "2000-01-01", .century),
      ("2024-Q4", "2024-10-01", "2025-01-01", .quarter),
      ("2024-H2", "2024-07-01", "2025-01-01", .half),
      ("2024-WI", "2024-12-01", "2025-03-01", .quarter),
      // The first week of 2021 began in January, that of 2020 in December.
      ("2021-W01", "2021-01-04", "2021-01-11", .week),
      ("2020-W01", "2019-12-30", "2020-01-06", .week),
      ("2024-W28-WE", "2024-07-13", "2024-07-15", .weekend),
      ("2024-07-13T09", "2024-07-13T09:00", "2024-07-13T10:00", .hour),
      ("2024-07-13T09:30", "2024-07-13T09:30", "2024-07-13T09:31", .minute),
      ("2024-07-13T24:00", "2024-07-14T00:00", "2024-07-14T00:01", .minute),
      ("2024-07-13TEV", "2024-07-13T18:00", "2024-07-14", .partOfDay),
      ("1960-01-01", "1960-01-01", "1960-01-02", .day),
      ("PRESENT_REF", "2024-07-13T12:00:00", "2024-07-13T12:00:01", .second),
    ])
  func stretches(timex: String, first: String, end: String, grain: Grain) throws {
    let now = try moment("2024-07-13T12:00")
    #expect(
      Stretch(timex: timex, now: now)
        == Stretch(first: try moment(first), end: try moment(end), grain: grain))
  }

  @Test(
    "A value that names no certain stretch is none",
    arguments: [
      "", "PXY", "P3D", "XXXX-07-13", "2024-XX", "FUTURE_REF", "BC0044", "2024-Q5", "2024-02-30", "2024-W60",
      "2024-07-13T25", "2024-07TMO", "null", "99999", "-1",
    ])
  func noStretch(timex: String) {
    #expect(Stretch(timex: timex, now: 0) == nil)
  }

  @Test(
    "A duration is its parts",
    arguments: [
      ("P3D", 259_200.0), ("PT2H30M", 9_000), ("P1DE", 315_360_000), ("P2W", 1_209_600), ("PT1.5S", 1.5),
    ])
  func lengths(timex: String, seconds: Double) throws {
    #expect(try #require(Length(timex: timex)).seconds == seconds)
  }

  @Test("A vague or broken duration is none", arguments: ["P", "PT", "PXY", "P3", "3D", "PT3Y", "P3.4.5D"])
  func noLength(timex: String) {
    #expect(Length(timex: timex) == nil)
  }

  @Test(
    "Prepositions, articles and signs at the ends do not count",
    arguments: [
      ("on (the) 13 July, in", 0, 20, Span(9, 16)), ("at noon", 0, 7, Span(3, 7)),
      ("in the", 0, 6, Span(0, 6)),
      ("été 2024", 0, 8, Span(0, 8)), ("x", 0, 99, Span(0, 1)),
    ])
  func bareSpans(text: String, start: Int, end: Int, expected: Span) {
    #expect(bare(Span(start, end), in: text) == expected)
  }

  private func found(_ values: [String]) -> [Found] {
    values.enumerated().map { number, value in
      Found(
        type: .date, value: value, span: Span(number * 10, number * 10 + 5),
        stretch: Stretch(timex: value, now: 0), length: Length(timex: value))
    }
  }

  @Test(
    "A case of Duckling is met by its value at its grain, and by nothing else",
    arguments: [
      (["2013-02-15"], true), (["2013-02-16"], false), (["2013-02"], false), ([], false),
      (["2013-02-15", "2013-02-15"], false),
    ])
  func duckling(values: [String], isMet: Bool) throws {
    let line =
      #"{"id":"d","text":"2/15","ref":"2013-02-12T04:30:00-02:00","latent":false,"expect":{"grain":"day","kind":"value","value":"2013-02-15T00:00:00"}}"#
    let test = try #require(try row(DucklingRow.self, from: Array(line.utf8)).cases().first)
    #expect(test.written.minute == 270)
    #expect(test.isMet(found(values)) == isMet)
  }

  @Test("A range is met by one stretch, or by its first and its last day")
  func ranges() throws {
    let from = try moment("2013-07-13")
    let to = try moment("2013-07-16")
    #expect(found(["2013-07-13", "2013-07-15"]).isRange(from: from, to: to))
    #expect(!found(["2013-07-13", "2013-07-18"]).isRange(from: from, to: to))
    #expect(!found(["2013-07-12", "2013-07-15"]).isRange(from: from, to: to))
    #expect(!found([]).isRange(from: from, to: to))
    #expect(found(["2013"]).isRange(from: try moment("2013-01-01"), to: try moment("2014-01-01")))
  }

  @Test("Every pattern of a deliberate difference can be read, and names a suite")
  func patterns() throws {
    for difference in differences {
      #expect(throws: Never.self) { try Regex(difference.pattern) }
      #expect(["chrono", "duckling", "recognizers", "sutime", "dateparser"].contains(difference.suite))
    }
  }
}
