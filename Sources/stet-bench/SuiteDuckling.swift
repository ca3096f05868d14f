import TextAnalysis

/// A case of Duckling's corpus: a text that is one date, range or duration from end to end, or none.
struct DucklingRow: Decodable {
  struct Expected: Decodable {
    let kind: String
    let grain: String?
    let value: String?
    let from: String?
    let toExclusive: String?
    let n: Double?
    let unit: String?
  }

  let id: String
  let text: String
  let ref: String?
  let latent: Bool
  let expect: Expected

  func cases() throws(UnusableRow) -> [ConformanceCase] {
    [
      ConformanceCase(
        suite: "duckling", id: id, text: text, setting: "\(expect.kind)\(latent ? ", latent" : "")",
        written: try WritingTime(reference: ref), isMet: isMet)
    ]
  }

  private func isMet(by found: [Found]) -> Bool {
    switch expect.kind {
    case "none": return found.isEmpty
    case "no_duration": return !found.contains { $0.type == .duration }
    case "duration":
      guard let amount = expect.n, let unit = expect.unit.flatMap(Length.Unit.init(rawValue:)) else {
        return false
      }
      guard found.count == 1, let length = found[0].length else { return false }
      return length.parts.count == 1 && length.parts[0].amount == amount && length.parts[0].unit == unit
    case "value":
      guard let value = expect.value.flatMap(seconds), found.count == 1, let stretch = found[0].stretch else {
        return false
      }
      return stretch.first == value && grains[expect.grain ?? ""]?.contains(stretch.grain) == true
    case "interval":
      guard let from = expect.from.flatMap(seconds), let to = expect.toExclusive.flatMap(seconds) else {
        return false
      }
      return found.isRange(from: from, to: to)
    case "open_interval":
      guard let value = expect.value.flatMap(seconds), let stretch = found.first?.stretch else {
        return false
      }
      return found.count == 1 && (stretch.first == value || stretch.end == value)
    default: return false
    }
  }
}

/// Stet's grains by Duckling's. A time of day is written to the minute in TIMEX3 whatever the words say.
private let grains: [String: Set<Grain>] = [
  "second": [.second, .minute], "minute": [.minute, .hour], "hour": [.hour, .minute, .partOfDay],
  "day": [.day], "week": [.week], "month": [.month], "quarter": [.quarter], "year": [.year],
]
