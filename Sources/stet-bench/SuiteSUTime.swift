import TextAnalysis

/// A text of SUTime's tests; each date in it is a case.
struct SUTimeRow: Decodable {
  struct Expected: Decodable {
    let text: String
    /// Absent where the words stand more than once: any place will do.
    let start: Int?
    let end: Int?
    let type: String
    let value: String?
  }

  let id: String
  let text: String
  let ref: String?
  /// The text holds dates inside of dates.
  let note: String?
  let expect: [Expected]

  func cases() throws(UnusableRow) -> [ConformanceCase] {
    let written = try WritingTime(reference: ref)
    return expect.enumerated().map { number, expected in
      ConformanceCase(
        suite: "sutime", id: "\(id)/\(number + 1)", text: text,
        setting: "\(note == nil ? "" : "nested, ")\(expected.type): \(expected.text)", written: written
      ) { found in
        let span = expected.start.flatMap { start in
          expected.end.map { bare(Span(start, $0), in: text) }
        }
        return found.contains { time in
          (span == nil || time.span == span) && time.type.rawValue == expected.type
            && (expected.value == nil || withoutSeconds(time.value) == withoutSeconds(expected.value ?? ""))
        }
      }
    }
  }
}

/// `T09:00:00` and `T09:00` are one time.
private func withoutSeconds(_ value: String) -> String {
  value.hasSuffix(":00") && value.count > 16 ? String(value.dropLast(3)) : value
}
