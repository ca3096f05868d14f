import Editorial
import TextAnalysis
import Wire

/// The report of a night for people: how many, then question by question with its places.
func nightlyText(_ report: NightlyReport, layout: Layout) -> String {
  let run = report.run
  let attempt = run.dryRun ? "Dry run" : "Run \(run.attempt)"
  let missed =
    run.missed.isEmpty
    ? "none missed"
    : "caught up with \(counted(run.missed.count, "missed night")): \(missedNights(run.missed))"
  var lines = layout.wrapped(
    "Night of \(weekdayAndDay(run.date)) (\(shown(run.timeZone))). \(attempt), \(missed).")
  if run.dryRun {
    lines += layout.wrapped(
      "\(counted(report.stale.count, "claim")) due: \(counted(run.opened, "question")) would be opened, "
        + "\(run.alreadyOpen) already open. Nothing was written.")
  } else if report.stale.isEmpty, run.opened == 0, run.alreadyOpen == 0, run.waiting == 0 {
    lines.append("No claim is due. No story was changed.")
  } else {
    lines += layout.wrapped(
      "\(counted(report.stale.count, "claim")) due: \(counted(run.opened, "question")) opened, "
        + "\(run.alreadyOpen) already open. No story was changed.")
  }
  lines += questionLines(report.stale, layout: layout)
  if run.waiting > 0 {
    lines +=
      [""]
      + layout.wrapped(
        "and \(grouped(run.waiting)) more, ranked: the next come when these are answered."
      )
  }
  let labels = report.stale.compactMap(\.followUp)
  if let label = labels.first {
    lines += ["", "Answer: stet follow-ups close \(shown(label)) --as overtaken --source URL --note TEXT"]
  }
  if let journal = run.journal { lines.append("Journal entry \(shown(journal)).") }
  return text(of: lines)
}

/// The first and the last of many nights; each of a few.
private func missedNights(_ nights: [String]) -> String {
  guard nights.count > 3, let first = nights.first, let last = nights.last else {
    return enumerated(nights.map { shortDay($0) })
  }
  return "\(shortDay(first)) to \(shortDay(last))"
}

/// Claims of one follow-up stand together below its first line.
private func questionLines(_ stale: [NightlyReport.Stale], layout: Layout) -> [String] {
  var groups: [[NightlyReport.Stale]] = []
  var place: [String: Int] = [:]
  for item in stale {
    if let label = item.followUp, let known = place[label] {
      groups[known].append(item)
    } else {
      if let label = item.followUp { place[label] = groups.count }
      groups.append([item])
    }
  }
  let labels = groups.compactMap { $0.first?.followUp }.map { cells(shown($0)) }
  let indent = (labels.max() ?? 2) + 2
  return groups.flatMap { group -> [String] in
    guard let first = group.first else { return [] }
    let label = layout.padded(shown(first.followUp ?? "-"), to: indent)
    let space = String(repeating: " ", count: indent)
    var title = "\(words(rule: first.rule, kind: first.kind)), due \(shortDay(first.due))"
    title += first.daysLate == 0 ? ", today." : ", \(counted(first.daysLate, "day")) ago."
    if !first.opened, first.followUp != nil { title += " Already open." }
    if let turn = first.turn { title += " Turn: \(shown(turn))" }
    var lines = [""] + layout.wrapped(title, first: label, rest: space)
    for item in group {
      let revision = item.live.map { " r\($0.revision)" } ?? ", not published"
      lines += layout.wrapped(
        "\(shown(item.draft))\(revision), \(shown(item.claim)): \"\(shown(item.quote))\"", first: space,
        rest: space)
    }
    return lines + layout.wrapped(shown(first.reason), first: space, rest: space)
  }
}
