/// A length of time: the value of a duration.
struct Length: Equatable {
  enum Unit: String {
    case second
    case minute
    case hour
    case day
    case week
    case month
    case quarter
    case year
    case decade
    case century

    /// As other programs count: a month of 30 days, a year of 365.
    var seconds: Double {
      switch self {
      case .second: 1
      case .minute: 60
      case .hour: 3_600
      case .day: 86_400
      case .week: 7 * 86_400
      case .month: 30 * 86_400
      case .quarter: 91 * 86_400
      case .year: 365 * 86_400
      case .decade: 3_650 * 86_400
      case .century: 36_500 * 86_400
      }
    }
  }

  /// In the order of the value: 2 hours, 30 minutes of `PT2H30M`.
  let parts: [(amount: Double, unit: Unit)]

  /// Reads the TIMEX3 value of a duration; nil of one that is vague, such as `PXY`.
  init?(timex: String) {
    guard timex.first == "P" else { return nil }
    var parts: [(Double, Unit)] = []
    var isClock = false
    var number = ""
    var rest = timex.dropFirst()
    while let letter = rest.popFirst() {
      switch letter {
      case "T" where number.isEmpty: isClock = true
      case "0"..."9", ".": number.append(letter)
      default:
        // Decades and centuries are written as two letters.
        let name = rest.first == "E" ? String(letter) + "E" : String(letter)
        if name.count == 2 { rest.removeFirst() }
        guard let amount = Double(number), let unit = isClock ? clockUnits[name] : calendarUnits[name] else {
          return nil
        }
        parts.append((amount, unit))
        number = ""
      }
    }
    guard !parts.isEmpty, number.isEmpty else { return nil }
    self.parts = parts
  }

  var seconds: Double { parts.reduce(0) { $0 + $1.amount * $1.unit.seconds } }

  static func == (one: Length, other: Length) -> Bool {
    one.parts.count == other.parts.count
      && zip(one.parts, other.parts).allSatisfy { $0.amount == $1.amount && $0.unit == $1.unit }
  }
}

private let clockUnits: [String: Length.Unit] = ["H": .hour, "M": .minute, "S": .second]
private let calendarUnits: [String: Length.Unit] = [
  "D": .day, "W": .week, "M": .month, "Q": .quarter, "Y": .year, "E": .decade, "DE": .decade, "C": .century,
  "CE": .century,
]
