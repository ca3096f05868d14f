/// A time as TIMEX3 writes it, counted out.
enum TimeValue: Hashable, Sendable {
  case reference(TimeReference)
  case day(CivilDate)
  case days(CivilDate, CivilDate)
  case week(year: Int, number: Int)
  case weekend(year: Int, number: Int)
  case month(year: Int, number: Int)
  case quarter(year: Int, number: Int)
  case half(year: Int, number: Int)
  case season(year: Int, number: Int)
  case year(Int)
  case beforeChrist(Int)
  case decade(Int)
  case century(Int)
  case hour(CivilDate?, TimeOfDay)
  case length(TimeAmount, TimeUnit)
  case often(TimeAmount, TimeUnit)
  case everyWeekday(Weekday, DayPart?)
  case everyMonth(Int)
  case everySeason(Int)
  case everyPart(DayPart)

  var type: TimeType {
    switch self {
    case .hour: .time
    case .length: .duration
    case .often, .everyWeekday, .everyMonth, .everySeason, .everyPart: .set
    default: .date
    }
  }

  /// TIMEX3's `value`.
  var timex: String {
    switch self {
    case .reference(let reference): reference.rawValue
    case .day(let day): day.description
    case .days(let first, _): first.description
    case .week(let year, let number): "\(padded(year, 4))-W\(padded(number, 2))"
    case .weekend(let year, let number): "\(padded(year, 4))-W\(padded(number, 2))-WE"
    case .month(let year, let number): "\(padded(year, 4))-\(padded(number, 2))"
    case .quarter(let year, let number): "\(padded(year, 4))-Q\(number)"
    case .half(let year, let number): "\(padded(year, 4))-H\(number)"
    case .season(let year, let number): "\(padded(year, 4))-\(seasonLetters(number))"
    case .year(let year): padded(year, 4)
    case .beforeChrist(let year): "BC\(padded(year, 4))"
    case .decade(let decade): padded(decade, 3)
    case .century(let century): padded(century, 2)
    case .hour(let day, let hour): (day?.description ?? "XXXX-XX-XX") + hour.timex
    case .length(let amount, let unit), .often(let amount, let unit): period(amount, unit)
    case .everyWeekday(let weekday, let part):
      "XXXX-WXX-\(weekday.rawValue)" + (part.map { "T" + $0.rawValue } ?? "")
    case .everyMonth(let month): "XXXX-\(padded(month, 2))"
    case .everySeason(let season): "XXXX-\(seasonLetters(season))"
    case .everyPart(let part): "XXXX-XX-XXT\(part.rawValue)"
    }
  }

  /// The days that it covers; nil for lengths, repetitions and what has no place in the calendar.
  var dates: PartialDate? {
    switch self {
    case .day(let day): PartialDate(day)
    case .days(let first, let last): PartialDate(from: first, to: last)
    case .hour(let day, _): day.map { PartialDate($0) }
    case .week(let year, let number):
      monday(ofWeek: number, year: year).flatMap { PartialDate(from: $0, to: $0.adding(days: 6)) }
    case .weekend(let year, let number):
      monday(ofWeek: number, year: year).flatMap {
        PartialDate(from: $0.adding(days: 5), to: $0.adding(days: 6))
      }
    case .month(let year, let number): PartialDate(year: year, month: number)
    case .quarter(let year, let number): PartialDate(year: year, quarter: number)
    case .half(let year, let number):
      PartialDate(fromMonth: number * 6 - 5, toMonth: number * 6, of: year)
    case .season(let year, let number): PartialDate(year: year, season: number)
    case .year(let year): PartialDate(year: year)
    case .decade(let decade):
      PartialDate(year: decade * 10).flatMap { first in
        PartialDate(year: decade * 10 + 9).flatMap { PartialDate(from: first.first, to: $0.last) }
      }
    default: nil
    }
  }
}

extension TimeOfDay {
  fileprivate var timex: String {
    guard let minute else { return "T\(part?.rawValue ?? "")" }
    let clock = "T\(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
    return isGreenwich ? clock + "Z" : clock
  }
}

private func seasonLetters(_ number: Int) -> String {
  switch number {
  case 1: "SP"
  case 2: "SU"
  case 3: "FA"
  default: "WI"
  }
}

/// Such as P18M, PT1H, PXD, P1.5Y.
private func period(_ amount: TimeAmount, _ unit: TimeUnit) -> String {
  let number =
    switch amount {
    case .vague: "X"
    case .halves(let halves): halves % 2 == 0 ? String(halves / 2) : "\(halves / 2).5"
    }
  return switch unit {
  case .second: "PT\(number)S"
  case .minute: "PT\(number)M"
  case .hour: "PT\(number)H"
  case .day: "P\(number)D"
  case .week: "P\(number)W"
  case .weekend: "P\(number)WE"
  case .fortnight: if case .halves(let halves) = amount { "P\(halves)W" } else { "PXW" }
  case .month: "P\(number)M"
  case .quarter: "P\(number)Q"
  case .half: "P\(number)H"
  case .year: "P\(number)Y"
  case .decade: "P\(number)DE"
  case .century: "P\(number)CE"
  }
}

/// Monday of an ISO week; nil outside the years 1 to 9999.
func monday(ofWeek number: Int, year: Int) -> CivilDate? {
  guard let fourth = CivilDate(year: year, month: 1, day: 4) else { return nil }
  return fourth.adding(days: 1 - fourth.weekday.rawValue + 7 * (number - 1))
}

extension CivilDate {
  /// The ISO week that the day is in, and the year that week belongs to.
  var isoWeek: (year: Int, number: Int) {
    let thursday = adding(days: 4 - weekday.rawValue)
    let first = CivilDate(year: thursday.year, month: 1, day: 1) ?? .earliest
    return (thursday.year, first.days(until: thursday) / 7 + 1)
  }
}
