import TextAnalysis

private let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
]

/// `13 Jul 2024` of an ISO 8601 day; what is none stays as it is.
func shortDay(_ iso: String) -> String {
  guard let day = CivilDate(iso) else { return shown(iso) }
  return shortDay(of: day)
}

func shortDay(of day: CivilDate) -> String {
  "\(day.day) \(monthName(day.month).prefix(3)) \(day.year)"
}

/// `13 July 2024`
func longDay(_ iso: String) -> String {
  guard let day = CivilDate(iso) else { return shown(iso) }
  return "\(day.day) \(monthName(day.month)) \(day.year)"
}

/// `Sunday 22 November 2026`
func weekdayAndDay(_ iso: String) -> String {
  guard let day = CivilDate(iso) else { return shown(iso) }
  let name: String =
    switch day.weekday {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  return name + " " + longDay(iso)
}

/// The day of an RFC 3339 instant, in UTC as the API gives it.
func day(ofInstant instant: String) -> CivilDate? {
  CivilDate(String(instant.prefix(10)))
}

/// `13 Jul 2024`
func shortDay(ofInstant instant: String) -> String {
  day(ofInstant: instant).map(shortDay(of:)) ?? shown(instant)
}

/// `13 Jul 2024 18:20 UTC`
func moment(_ instant: String) -> String {
  guard let day = day(ofInstant: instant) else { return shown(instant) }
  let time = instant.dropFirst(11).prefix(5)
  let zone = instant.hasSuffix("Z") ? " UTC" : ""
  return time.utf8.count == 5 ? "\(shortDay(of: day)) \(shown(String(time)))\(zone)" : shortDay(of: day)
}

/// `today`, `1 day`, `829 days`: how long ago `day` was.
func age(of day: CivilDate, on today: CivilDate) -> String {
  let days = day.days(until: today)
  return days == 0 ? "today" : counted(days, "day")
}

/// `15 Aug 2024, 829 days ago`; without the age when the day lies ahead or today is not known.
func dayAndAge(_ iso: String, on today: CivilDate?) -> String {
  guard let day = CivilDate(iso), let today else { return shortDay(iso) }
  let days = day.days(until: today)
  if days == 0 { return shortDay(of: day) + ", today" }
  return days < 0 ? shortDay(of: day) : "\(shortDay(of: day)), \(counted(days, "day")) ago"
}

private func monthName(_ month: Int) -> String {
  monthNames.indices.contains(month - 1) ? monthNames[month - 1] : String(month)
}
