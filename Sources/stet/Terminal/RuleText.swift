import TextAnalysis

/// `stet check --rules`: every rule in a line, by level; a pipe gets name, level, kind and reason.
func ruleListText(_ rules: [CheckRule], layout: Layout) -> String {
  if layout.piped { return text(of: rules.map { record($0.name, $0.level.rawValue, $0.kind, $0.reason) }) }
  let width = rules.map { $0.name.count }.max() ?? 0
  var lines: [String] = []
  for level in Level.allCases.reversed() {
    let group = rules.filter { $0.level == level }
    guard !group.isEmpty else { continue }
    lines.append(layout.bold("\(level.rawValue): \(meaning(of: level))"))
    for rule in group {
      lines += layout.wrapped(
        rule.reason, first: "  " + layout.padded(rule.name, to: width + 2),
        rest: String(repeating: " ", count: width + 4))
    }
    lines.append("")
  }
  lines.append("One of them with examples: stet check --explain RULE")
  return text(of: lines)
}

private func meaning(of level: Level) -> String {
  switch level {
  case .slip: "passages that cannot all stand as written"
  case .disputed: "accounts that parties give against each other"
  case .claim: "statements that time or events can overtake"
  case .note: "what was not read, and idle comments; no run fails for it"
  }
}

/// `stet check --explain RULE`: what it looks for and why, what it finds and what it leaves alone, shown on the engine
/// itself, and how it is switched off.
func explanation(of rule: CheckRule, layout: Layout) -> String {
  var lines = [layout.bold(rule.name), ""]
  lines.append("Looks for  \(rule.kind) (level \(rule.level.rawValue))")
  lines += layout.wrapped(rule.reason, first: "Why        ", rest: "           ")
  lines += ["", "Finds"]
  lines += findings(of: rule, inExample: rule.example).flatMap {
    windowLines($0, in: rule.example, layout: layout)
  }
  lines += ["", "Leaves alone"]
  lines += rule.counterExample.split(whereSeparator: \.isNewline).flatMap {
    layout.wrapped(shown(String($0)), indent: 2)
  }
  lines += [
    "", "To switch it off", "  for a folder     check: {off: [\(rule.name)]}  in \(Settings.fileName)",
    "  in Markdown      <!-- stet off \(rule.name) -->",
    "                   up to <!-- stet on \(rule.name) -->",
    "  in one sentence  <!-- stet ignore \(rule.name) --> before it",
  ]
  return text(of: lines)
}

/// What the engine finds by this rule.
///
/// - Parameter text: an example, read as if it came on standard input on a day that all examples can speak from.
func findings(of rule: CheckRule, inExample text: String) -> [CheckReport.Finding] {
  let day = CivilDate(year: 2024, month: 7, day: 13) ?? .earliest
  let examined = try? examine(Array(text.utf8), name: "-", dateline: day, today: day)
  return (examined?.findings ?? []).filter { $0.rule == rule.name }
}
