import Editorial
import TextAnalysis
import Wire

/// `stet rules`. In a pipe: rule, kind, shown, held, confirmed, settled, precision, dismissed by outcome, desks on which
/// it is quiet.
func rulesText(_ list: RuleList, desk: String?, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: list.rules.map { rule in
        record(
          rule.rule, rule.kind, String(rule.shown), String(rule.held), String(rule.record.confirmed),
          String(rule.record.settled), rule.record.precision.map(String.init),
          dismissals(rule.record), rule.quietOn.joined(separator: ","))
      })
  }
  let place = desk.map { " on desk \(shown($0))" } ?? ""
  guard !list.rules.isEmpty else { return "No rule has found anything\(place) yet.\n" }
  let head = ["rule", "shown", "confirmed", "dismissed", "precision"]
  let rows = list.rules.map { rule in
    [
      shown(rule.rule), String(rule.shown), String(rule.record.confirmed),
      String(rule.record.settled - rule.record.confirmed), precision(rule.record),
    ]
  }
  let widths = head.indices.map { column in ([head] + rows).map { cells($0[column]) }.max() ?? 0 }
  func line(_ row: [String]) -> String {
    zip(row, widths).enumerated().map { column, cell in
      column == 0 || column == 4
        ? layout.padded(cell.0, to: cell.1)
        : String(repeating: " ", count: max(0, cell.1 - cells(cell.0))) + cell.0
    }.joined(separator: "  ").trimmed
  }
  var lines = ["\(counted(list.rules.count, "rule")) with findings\(place).", "", layout.bold(line(head))]
  for (rule, row) in zip(list.rules, rows) {
    lines.append(line(row))
    lines += layout.wrapped(notes(rule, desk: desk), indent: 4)
  }
  return text(of: lines)
}

/// `88% of 16`, or how many were settled where that is too few.
private func precision(_ record: RuleRecordJSON) -> String {
  record.precision.map { "\($0)% of \(record.settled)" }
    ?? (record.settled == 0 ? "none settled" : "only \(record.settled) settled")
}

/// What it finds, what the dismissed ones were, and whether it is quiet.
private func notes(_ rule: RuleList.Rule, desk: String?) -> String {
  var notes = [words(kindOfRule: rule.kind, rule: rule.rule)]
  if !rule.record.dismissed.isEmpty { notes.append("dismissed as " + dismissals(rule.record)) }
  if !rule.quietOn.isEmpty {
    notes.append("quiet" + (desk == nil ? " on \(enumerated(rule.quietOn.map { shown($0) }))" : ""))
  }
  if rule.held > 0 { notes.append("\(rule.held) on request only") }
  return notes.joined(separator: "; ")
}

/// `2 rounding, 1 not-a-contradiction`
private func dismissals(_ record: RuleRecordJSON) -> String {
  record.dismissed.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    .map { "\($0.value) \(shown($0.key))" }.joined(separator: ", ")
}

private func words(kindOfRule kind: String, rule: String) -> String {
  if let kind = ContradictionKind(rawValue: kind) { return words(kind) }
  return ClaimKind(rawValue: kind).map { "claim: " + words(rule: rule, kind: $0) } ?? shown(kind)
}

/// `stet rules try`: what the rule would say. In a pipe: draft, revision, dateline, the other draft, quotes, explanation.
func ruleTrialText(_ trial: RuleTrialAnswer, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: trial.findings.map { one in
        record(
          one.draft, String(one.revision), one.dateline, one.other, one.quotes.joined(separator: " / "),
          one.explanation)
      })
  }
  let stories = counted(trial.stories, "published story", plural: "published stories")
  let found =
    trial.count == 0
    ? "It finds nothing."
    : "\(counted(trial.count, "finding")) in \(counted(trial.storiesWithFindings, "story", plural: "stories"))."
  var lines = layout.wrapped(
    "\(shown(trial.rule)) over the last \(stories): \(found) Nothing was written.")
  for one in trial.findings {
    let other =
      one.other.map { " against \(shown($0)), \(shortDay(one.otherDateline ?? ""))" } ?? ""
    lines += [""]
    lines += layout.wrapped(
      "\(shown(one.draft)) r\(one.revision), \(shortDay(one.dateline))\(other)"
        + (one.overtakes ? ": one overtakes the other" : ""), rest: "  ")
    for quote in one.quotes { lines += layout.wrapped("\"\(shown(quote))\"", first: "    ", rest: "    ") }
    if let explanation = one.explanation { lines += layout.wrapped(shown(explanation), indent: 4) }
  }
  if trial.count > trial.findings.count {
    lines += [
      "", "These are of the newest stories; \(trial.count - trial.findings.count) more are not shown.",
    ]
  }
  return text(of: lines)
}
