import Testing
import TextAnalysis

@Suite("Civil days")
struct CivilDateTests {
  @Test(
    "Only days that exist are dates",
    arguments: [
      ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
      ("2024-13-01", false),
      ("2024-00-10", false), ("2024-04-31", false), ("0000-01-01", false), ("0001-01-01", true),
      ("9999-12-31", true),
      ("2024-7-13", false), ("2024-07-13 ", false), ("+024-07-13", false), ("２０２4-07", false), ("", false),
    ])
  func exists(iso: String, isDate: Bool) {
    #expect((CivilDate(iso) != nil) == isDate)
    if isDate { #expect(CivilDate(iso)?.description == iso) }
  }

  @Test(
    "Day numbers count from 1970",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("0001-01-01", -719_162),
      ("9999-12-31", 2_932_896),
    ])
  func dayNumbers(iso: String, number: Int) {
    #expect(CivilDate(iso)?.dayNumber == number)
    #expect(CivilDate(dayNumber: number)?.description == iso)
  }

  @Test("Every day of four centuries comes back from its number, with the next weekday")
  func roundTrip() throws {
    let first = try #require(CivilDate("1800-01-01"))
    var weekday = first.weekday.rawValue
    for number in stride(from: first.dayNumber, to: first.dayNumber + 146_097, by: 1) {
      let date = CivilDate(dayNumber: number)
      if date?.dayNumber != number || date?.weekday.rawValue != weekday {
        Issue.record("day \(number) became \(String(describing: date))")
        return
      }
      weekday = weekday % 7 + 1
    }
  }

  @Test("Counting stops at the ends of the calendar")
  func clamps() throws {
    let day = try #require(CivilDate("2024-07-13"))
    #expect(day.adding(days: 30).description == "2024-08-12")
    #expect(day.adding(days: .max) == .latest)
    #expect(day.adding(days: .min) == .earliest)
    #expect(day.adding(months: .max) == .latest)
    #expect(day.days(until: day.adding(days: -400)) == -400)
    #expect(CivilDate("2024-01-31")?.adding(months: 1).description == "2024-02-29")
    #expect(CivilDate("2024-01-31")?.adding(months: -2).description == "2023-11-30")
    #expect(CivilDate(dayNumber: .max) == nil)
  }

  @Test(
    "Weekdays are the calendar's",
    arguments: [
      ("2024-07-12", Weekday.friday), ("1970-01-01", .thursday), ("0001-01-01", .monday),
      ("2026-11-22", .sunday),
    ])
  func weekdays(iso: String, weekday: Weekday) {
    #expect(CivilDate(iso)?.weekday == weekday)
  }
}

@Suite("Dates as exact as the words")
struct PartialDateTests {
  @Test(
    "A partial date knows its first and last day and is written as it was read",
    arguments: [
      ("2025", "2025-01-01", "2025-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2024-07-13", "2024-07-13", "2024-07-13"), ("2024-21", "2024-03-01", "2024-05-31"),
      ("2024-22", "2024-06-01", "2024-08-31"), ("2024-23", "2024-09-01", "2024-11-30"),
      ("2024-24", "2024-12-01", "2025-02-28"), ("2023-24", "2023-12-01", "2024-02-29"),
      ("9999-24", "9999-12-01", "9999-12-31"), ("2024-33", "2024-01-01", "2024-03-31"),
      ("2024-36", "2024-10-01", "2024-12-31"), ("2024-07-13/2024-07-20", "2024-07-13", "2024-07-20"),
      ("2025-01/2025-04", "2025-01-01", "2025-04-30"), ("0044", "0044-01-01", "0044-12-31"),
    ])
  func range(edtf: String, first: String, last: String) throws {
    let date = try #require(PartialDate(edtf))
    #expect(date.first.description == first)
    #expect(date.last.description == last)
    #expect(date.description == edtf)
  }

  @Test(
    "What is not written in these forms is no partial date",
    arguments: [
      "", "25", "2024-7", "2024-13", "2024-20", "2024-25", "2024-32", "2024-37", "2024-02-30", "0000",
      "2024-07-20/2024-07-13",
      "2024/", "/2024", "2024-21/2024-22", "2024~", "2024-07-13/2024-07-20/2024-07-21", "२०२४",
    ])
  func refused(edtf: String) {
    #expect(PartialDate(edtf) == nil)
  }

  @Test("An interval of one day is that day")
  func oneDay() throws {
    let day = try #require(CivilDate("2024-07-13"))
    #expect(PartialDate(from: day, to: day) == PartialDate(day))
    #expect(PartialDate("2024-07-13/2024-07-13") == PartialDate(day))
    #expect(PartialDate(from: day, to: day.adding(days: -1)) == nil)
  }
}
