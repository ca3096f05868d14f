/// A date as exactly as the words give it, written in EDTF (ISO 8601-2): a year `2025`, a month `2024-07`,
/// a day `2024-07-13`, a season `2024-21` to `2024-24` (spring, summer, autumn, winter of the northern
/// half), a quarter `2024-33` to `2024-36`, or an interval of years, months or days
/// `2024-07-13/2024-07-20`.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  enum Part: Hashable, Sendable {
    case year(Int)
    case month(year: Int, month: Int)
    case day(CivilDate)
  }

  enum Form: Hashable, Sendable {
    case one(Part)
    case season(year: Int, number: Int)
    case quarter(year: Int, number: Int)
    case interval(Part, Part)
  }

  let form: Form

  private init(form: Form) { self.form = form }

  /// Reads EDTF in the forms named above; nil for everything else, also for an interval that runs backwards.
  public init?(_ edtf: String) {
    let bytes = Array(edtf.utf8)
    if let slash = bytes.firstIndex(of: 0x2F) {
      guard let from = Part(bytes[..<slash]), let to = Part(bytes[(slash + 1)...]) else { return nil }
      self.init(from: from, to: to)
      return
    }
    if let part = Part(bytes[...]) {
      self.init(form: .one(part))
      return
    }
    guard bytes.count == 7, bytes[4] == 0x2D, let year = decimal(bytes[..<4]), (1...9999).contains(year),
      let code = decimal(bytes[5...])
    else { return nil }
    switch code {
    case 21...24: self.init(form: .season(year: year, number: code - 20))
    case 33...36: self.init(form: .quarter(year: year, number: code - 32))
    default: return nil
    }
  }

  /// One day.
  public init(_ date: CivilDate) { self.init(form: .one(.day(date))) }

  /// A whole year, 1 to 9999.
  public init?(year: Int) {
    guard (1...9999).contains(year) else { return nil }
    self.init(form: .one(.year(year)))
  }

  /// A whole month.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.init(form: .one(.month(year: year, month: month)))
  }

  /// A season of the northern half: 1 spring, 2 summer, 3 autumn, 4 winter, which ends in the next year.
  public init?(year: Int, season: Int) {
    guard (1...9999).contains(year), (1...4).contains(season) else { return nil }
    self.init(form: .season(year: year, number: season))
  }

  /// A quarter of a calendar year, 1 to 4.
  public init?(year: Int, quarter: Int) {
    guard (1...9999).contains(year), (1...4).contains(quarter) else { return nil }
    self.init(form: .quarter(year: year, number: quarter))
  }

  /// All days from one to another, both included; nil when it runs backwards. One day is that day.
  public init?(from first: CivilDate, to last: CivilDate) {
    self.init(from: .day(first), to: .day(last))
  }

  /// All months from one to another, both included; nil when one does not exist or it runs backwards.
  public init?(fromMonth first: Int, toMonth last: Int, of year: Int) {
    guard (1...9999).contains(year), (1...12).contains(first), (1...12).contains(last) else { return nil }
    self.init(from: .month(year: year, month: first), to: .month(year: year, month: last))
  }

  private init?(from: Part, to: Part) {
    guard from.first <= to.last, from.first <= to.first else { return nil }
    self.init(form: from == to ? .one(from) : .interval(from, to))
  }

  /// First day that the words name.
  public var first: CivilDate {
    switch form {
    case .one(let part): part.first
    case .season(let year, let number): Part.month(year: year, month: number * 3).first
    case .quarter(let year, let number): Part.month(year: year, month: number * 3 - 2).first
    case .interval(let from, _): from.first
    }
  }

  /// Last day that the words name: of `2025` 2025-12-31, of the winter of 2024 2025-02-28.
  public var last: CivilDate {
    switch form {
    case .one(let part): part.last
    case .season(let year, 4):
      year == 9999 ? .latest : Part.month(year: year + 1, month: 2).last
    case .season(let year, let number): Part.month(year: year, month: number * 3 + 2).last
    case .quarter(let year, let number): Part.month(year: year, month: number * 3).last
    case .interval(_, let to): to.last
    }
  }

  /// EDTF, such that `PartialDate(date.description) == date`.
  public var description: String {
    switch form {
    case .one(let part): part.description
    case .season(let year, let number): "\(padded(year, 4))-\(20 + number)"
    case .quarter(let year, let number): "\(padded(year, 4))-\(32 + number)"
    case .interval(let from, let to): "\(from)/\(to)"
    }
  }
}

// MARK: Sums

extension PartialDate {
  /// The date that many months later, as exact as this one: a day gives a day, a month a month, a year a year where the
  /// months are whole years, and anything else the months that it can fall into. Stops at the year 9999.
  public func adding(months: Int) -> PartialDate {
    if case .one(let part) = form, let moved = part.adding(months: months) {
      return PartialDate(form: .one(moved))
    }
    if case .interval(let from, let to) = form, let from = from.adding(months: months),
      let to = to.adding(months: months), let moved = PartialDate(from: from, to: to)
    {
      return moved
    }
    return PartialDate(monthsFrom: first.adding(months: months), to: last.adding(months: months))
  }

  /// The date that many days later: a day for a day, else the months that it can fall into.
  public func adding(days: Int) -> PartialDate {
    if days == 0 { return self }
    if case .one(.day(let day)) = form { return PartialDate(day.adding(days: days)) }
    return PartialDate(monthsFrom: first.adding(days: days), to: last.adding(days: days))
  }

  private init(monthsFrom first: CivilDate, to last: CivilDate) {
    let (from, to) = (Part(monthOf: first), Part(monthOf: last))
    self.init(form: from == to ? .one(from) : .interval(from, to))
  }
}

extension PartialDate.Part {
  fileprivate init(monthOf day: CivilDate) { self = .month(year: day.year, month: day.month) }

  /// Nil where it would be less exact.
  fileprivate func adding(months: Int) -> PartialDate.Part? {
    switch self {
    case .day(let day): .day(day.adding(months: months))
    case .month: PartialDate.Part(monthOf: first.adding(months: months))
    case .year: months % 12 == 0 ? .year(first.adding(months: months).year) : nil
    }
  }
}

extension PartialDate.Part: CustomStringConvertible {
  init?(_ bytes: ArraySlice<UInt8>) {
    switch bytes.count {
    case 4:
      guard let year = decimal(bytes), (1...9999).contains(year) else { return nil }
      self = .year(year)
    case 7:
      let dash = bytes.startIndex + 4
      guard bytes[dash] == 0x2D, let year = decimal(bytes[..<dash]),
        let month = decimal(bytes[(dash + 1)...]),
        (1...9999).contains(year), (1...12).contains(month)
      else { return nil }
      self = .month(year: year, month: month)
    case 10:
      guard let date = CivilDate(String(decoding: bytes, as: UTF8.self)) else { return nil }
      self = .day(date)
    default: return nil
    }
  }

  var first: CivilDate {
    switch self {
    case .year(let year): CivilDate(year: year, month: 1, day: 1) ?? .earliest
    case .month(let year, let month): CivilDate(year: year, month: month, day: 1) ?? .earliest
    case .day(let date): date
    }
  }

  var last: CivilDate {
    switch self {
    case .year(let year): CivilDate(year: year, month: 12, day: 31) ?? .latest
    case .month(let year, let month):
      CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, year: year)) ?? .latest
    case .day(let date): date
    }
  }

  var description: String {
    switch self {
    case .year(let year): padded(year, 4)
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .day(let date): date.description
    }
  }
}
