import TextAnalysis

/// The first day on which somebody has to look at a claim, and how it was reached.
public struct Due: Hashable, Sendable {
  /// Absent when the passing of time alone never asks.
  public let on: CivilDate?
  public let because: String
  public init(on: CivilDate?, because: String) {
    self.on = on
    self.because = because
  }
}

extension Policy {
  /// When a claim falls due.
  ///
  /// A date in the copy beats the table: due is the day after the last day that the words name. Else the shelf life
  /// counts from the anchor where one is recorded, in the way that the court counts, or from the dateline, and then the
  /// reason says so. `court` is that of the claim's matter, as in `us-nm`.
  public func due(
    rule: String, kind: ClaimKind, expected: PartialDate?, anchor: Anchor?, dateline: CivilDate,
    court: String? = nil
  ) -> Due {
    if let expected {
      return Due(
        on: expected.last.adding(days: 1),
        because: "the words name \(inWords(expected)); due the day after it ends")
    }
    guard let shelf = shelfLife(of: rule, kind: kind, court: court) else {
      return Due(on: nil, because: "the policy has no shelf life for \(rule); time alone never asks")
    }
    guard let days = shelf.days, shelf.class != .c else {
      return Due(on: nil, because: "\(shelf.why); time alone never asks")
    }
    let margin = shelf.law == true ? docketMargin : 0
    let unit = shelf.counts == .workingDays ? "working day" : "day"
    let counted =
      "\(days) \(unit)\(days == 1 ? "" : "s") (\(shelf.why))"
      + (margin > 0 ? " and \(margin) for the docket" : "")
    guard let anchor else {
      let unknown = shelf.law == true ? "; the day that the period runs from is not recorded" : ""
      return Due(
        on: dateline.adding(days: days + margin),
        because: "\(counted), counted from the dateline, \(inWords(dateline))\(unknown)")
    }
    let period = shelf.counts.period(of: days, from: anchor.on, in: court)
    return Due(
      on: period.last.adding(days: margin),
      because: "\(counted), counted from \(inWords(anchor.on)): \(anchor.what) (\(anchor.source))"
        + (shelf.law == true ? "; its last day is \(inWords(period.last))\(period.because)" : ""))
  }
}

private let months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November",
  "December",
]

/// "13 July 2024".
public func inWords(_ day: CivilDate) -> String {
  "\(day.day) \(months[(day.month - 1) % 12]) \(day.year)"
}

/// "2025", "July 2024", "13 July 2024", "13 July 2024 to 20 July 2024", "July 2024 to June 2025".
public func inWords(_ date: PartialDate) -> String {
  let (first, last) = (date.first, date.last)
  if first == last { return inWords(first) }
  let sides = date.description.split(separator: "/").compactMap { PartialDate(String($0)) }
  if sides.count == 2, sides.allSatisfy({ $0.first != $0.last }) {
    return sides.map(inWords).joined(separator: " to ")
  }
  if !date.description.utf8.contains(UInt8(ascii: "/")) {
    if first.month == 1, first.day == 1, last.month == 12, last.day == 31, first.year == last.year {
      return String(first.year)
    }
    if first.month == last.month, first.year == last.year, first.day == 1 {
      return "\(months[(first.month - 1) % 12]) \(first.year)"
    }
  }
  return "\(inWords(first)) to \(inWords(last))"
}
