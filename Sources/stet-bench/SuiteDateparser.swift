import TextAnalysis

/// A case of dateparser: a text that is a date from end to end, or one to search in.
struct DateparserRow: Decodable {
  struct Expected: Decodable {
    let text: String?
    let value: String
    let period: String?
  }

  /// One date, or the list of a search.
  struct Answer: Decodable {
    let all: [Expected]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(Expected.self) {
        all = [one]
      } else {
        all = try container.decode([Expected].self)
      }
    }
  }

  let id: String
  let suite: String
  let text: String
  let ref: String?
  let expect: Answer

  func cases() throws(UnusableRow) -> [ConformanceCase] {
    [
      ConformanceCase(
        suite: "dateparser", id: id, text: text, setting: suite, written: try WritingTime(reference: ref)
      ) { found in
        found.count == expect.all.count && zip(found, expect.all).allSatisfy(agree)
      }
    ]
  }

  private func agree(_ found: Found, _ expected: Expected) -> Bool {
    guard let stretch = found.stretch, let value = seconds(expected.value) else { return false }
    switch expected.period {
    case "year": return stretch.contains(value) && [.year, .decade].contains(stretch.grain)
    case "month": return stretch.contains(value) && stretch.grain == .month
    case "week": return stretch.contains(value) && [.week, .day].contains(stretch.grain)
    case "day": return stretch.contains(value) && stretch.grain <= .day
    default:
      // No period: a time of day where one is named, else a day at midnight.
      return secondOfDay(at: value) == 0
        ? stretch.first == value && stretch.grain <= .day : stretch.contains(value) && stretch.grain < .day
    }
  }
}
