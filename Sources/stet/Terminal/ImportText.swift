/// What an import did, and what comes of it.
func importText(_ summary: ImportSummary, layout: Layout) -> String {
  var lines: [String] = []
  let rate = summary.rate.map {
    " in \(grouped(Int(summary.seconds.rounded(.up)))) s, \(grouped(Int($0))) a second"
  }
  lines += layout.wrapped(
    "\(grouped(summary.filed)) \(summary.filed == 1 ? "story" : "stories") of \(shown(summary.name)) imported\(rate ?? ""), "
      + "as published and not signed."
      + (summary.known > 0 ? " \(grouped(summary.known)) brought in before, left as they are." : ""))
  if summary.claims > 0 {
    lines += layout.wrapped(
      "Claims found: \(grouped(summary.claims)). Due already: \(grouped(summary.waiting)), which wait, ranked: the nightly run "
        + "asks about a few each night.")
  }
  if summary.leftOut > 0 {
    lines += layout.wrapped("\(counted(summary.leftOut, "file")) of other kinds left out.")
  }
  if summary.failed > 0, let report = summary.report {
    lines += layout.wrapped(
      "\(grouped(summary.failed)) not imported; \(shown(report)) lists each with file and line. Mend them and run it again: "
        + "it goes on where it stopped.")
  }
  if let journal = summary.journal { lines.append("Journal entry \(shown(journal)).") }
  return text(of: lines)
}

/// The first items that could not be imported, a line each.
func importFaults(_ first: [ArchiveFault], of summary: ImportSummary) -> String {
  var lines = first.map { "\(shown($0.file))\($0.line.map { ":\($0)" } ?? ""): \(shown($0.why))" }
  if summary.failed > first.count { lines.append("and \(grouped(summary.failed - first.count)) more") }
  return lines.isEmpty ? "" : text(of: lines)
}
