import TextAnalysis

// Instants are RFC 3339 texts in UTC as the database writes them. Nothing here knows what time it is.

/// An instant some hours after another; nil when the first is no instant.
func instant(_ hours: Int, hoursAfter instant: String) -> String? {
  guard let minutes = minutesOfDay(instant), let day = CivilDate(String(instant.prefix(10))), hours >= 0
  else {
    return nil
  }
  let (sum, overflow) = hours.addingReportingOverflow(minutes / 60)
  guard !overflow else { return nil }
  let hour = sum % 24
  return "\(day.adding(days: sum / 24))T\(hour < 10 ? "0" : "")\(hour)\(instant.dropFirst(13))"
}

/// An instant some minutes before another; nil when that is no instant.
func instant(_ minutes: Int, minutesBefore instant: String) -> String? {
  guard let after = minutesOfDay(instant), let day = CivilDate(String(instant.prefix(10))),
    (0...525_600).contains(minutes)
  else { return nil }
  // The remainder of a negative number is made positive: so many days back, so many minutes on.
  let minute = ((after - minutes) % 1_440 + 1_440) % 1_440
  let time =
    (minute / 60 < 10 ? "0" : "") + "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
  return "\(day.adding(days: (after - minutes - minute) / 1_440))T\(time)\(instant.dropFirst(16))"
}

/// Whole minutes from one instant to another, negative when the other is earlier; nil when one is no instant.
func minutes(from start: String, to end: String) -> Int? {
  guard let first = CivilDate(String(start.prefix(10))), let last = CivilDate(String(end.prefix(10))),
    let before = minutesOfDay(start), let after = minutesOfDay(end)
  else { return nil }
  return first.days(until: last) * 1_440 + after - before
}

/// "9 minutes", "1 hour", "25 hours".
func inWords(minutes: Int) -> String {
  if minutes < 120, minutes % 60 != 0 { return "\(minutes) \(minutes == 1 ? "minute" : "minutes")" }
  return inWords(hours: minutes / 60)
}

func inWords(hours: Int) -> String { "\(hours) \(hours == 1 ? "hour" : "hours")" }

private func minutesOfDay(_ instant: String) -> Int? {
  let bytes = Array(instant.utf8)
  guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
    bytes.last == UInt8(ascii: "Z")
  else { return nil }
  guard let hour = Int(String(decoding: bytes[11..<13], as: UTF8.self)), (0..<24).contains(hour),
    let minute = Int(String(decoding: bytes[14..<16], as: UTF8.self)), (0..<60).contains(minute)
  else { return nil }
  return hour * 60 + minute
}
