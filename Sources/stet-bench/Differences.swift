/// Cases that Stet means to answer otherwise than the suite they come from.
struct Difference {
  let suite: String
  /// A regular expression over a case's setting, ": " and its text, without regard to case.
  let pattern: String
  let reason: String
  /// Whether finding nothing is what is meant. Else only another answer is, and silence is a failure.
  var meansSilence = false
}

/// The first one that fits counts, and only for a case that is not met.
let differences: [Difference] = [
  Difference(
    suite: "chrono", pattern: "^engine (strict|custom|module|en)\\b",
    reason: "tests settings of chrono; Stet has one way to read"),
  Difference(
    suite: "chrono", pattern: "^[^:]*forward", reason: "news tells the past: a bare weekday is the last one"),
  Difference(
    suite: "chrono", pattern: "^[^:]*zone", reason: "a civil day has no zone, and no value keeps one"),
  Difference(
    suite: "chrono", pattern: "\\bBCE?\\b|\\bBE\\b", reason: "days are those of the years 1 to 9999",
    meansSilence: true),
  Difference(
    suite: "chrono", pattern: "\\d:\\d\\d:\\d\\d[.,:]\\d", reason: "news is not told in fractions of a second"
  ),
  Difference(
    suite: "duckling", pattern: "^[^:]*latent", reason: "a bare number is no date unless the words say so",
    meansSilence: true),
  Difference(
    suite: "duckling", pattern: "\\b(GMT|CET|EST|PST|UTC|BST|IST)\\b|\\btime ?zone",
    reason: "a civil day has no zone, and no value keeps one"),
  Difference(
    suite: "duckling", pattern: "week-?end",
    reason: "a weekend is Saturday and Sunday, without Friday's evening"),
  Difference(
    suite: "recognizers", pattern: "^[^:]*\\btimezone\\b", reason: "a zone alone is no date",
    meansSilence: true),
  Difference(
    suite: "recognizers", pattern: "^DateTimeModel(Experimental|Calendar|Tasks|Split)",
    reason: "tests modes for calendars and assistants; Stet has one way to read"),
  Difference(
    suite: "recognizers", pattern: "^[^:]*datetimealt", reason: "alternatives offered for a meeting"),
  Difference(
    suite: "sutime", pattern: "^nested", reason: "asks for dates inside of dates; Stet gives the longest one"),
  Difference(
    suite: "sutime",
    pattern: "^[A-Z]+: (last|this|next|this coming) (mon|tues|wednes|thurs|fri|satur|sun)day:",
    reason: "counts weeks; news means the nearest such day before or after the day of writing"),
  Difference(suite: "dateparser", pattern: "[а-яё]", reason: "Stet reads English", meansSilence: true),
  Difference(
    suite: "dateparser",
    pattern: "^freshness: (?!.*\\b(ago|in|yesterday|today|tomorrow|now|last|next|before)\\b)",
    reason: "a bare length of time is a duration, not that long ago"),
]
