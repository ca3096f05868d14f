import Wire

/// The findings as commands of a GitHub workflow, which shows them beside the lines. What is to be mended, or does
/// nothing, is a warning, the rest a notice: the engine suggests, so nothing is an error.
///
/// The form is that of GitHub's "Workflow commands for GitHub Actions".
///
/// - Parameter here: the working folder, absolute; files are named from there.
func gitHubText(_ report: CheckReport, here: String) -> String {
  let findings = report.findings.map { finding in
    let mark = finding.mark
    var fields = [("file", pathFromHere(finding.file, here: here)), ("line", "\(mark.line)")]
    // Columns are only understood within one line.
    fields +=
      mark.endLine == mark.line
      ? [("col", "\(mark.column)"), ("endColumn", "\(mark.endColumn)")] : [("endLine", "\(mark.endLine)")]
    fields.append(("title", "\(finding.level.rawValue) \(finding.rule)"))
    return workflowCommand(gitHubKind(finding.level), fields, message(finding))
  }
  let unread = report.unread.map { item in
    var fields = [("file", pathFromHere(item.file, here: here))]
    if let line = item.problem.line { fields.append(("line", "\(line)")) }
    return workflowCommand("warning", fields + [("title", "not looked at")], item.problem.detail)
  }
  return text(of: findings + unread + [summary(report)])
}

private func gitHubKind(_ level: Level) -> String {
  switch level {
  case .slip, .note: "warning"
  case .claim, .disputed: "notice"
  }
}

/// `::notice file=a.md,line=3::words`, with everything escaped that would end a field or the command.
func workflowCommand(_ name: String, _ fields: [(name: String, value: String)], _ message: String) -> String {
  let properties = fields.map { "\($0.name)=\(escapedProperty($0.value))" }.joined(separator: ",")
  return "::\(name) \(properties)::\(escapedMessage(message))"
}

private func escapedMessage(_ text: String) -> String {
  escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
}

private func escapedProperty(_ text: String) -> String {
  escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
}

/// Signs are looked for one by one: a comma with an accent on it is one character, and yet a comma to GitHub.
private func escaped(_ text: String, _ signs: [Unicode.Scalar: String]) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let sign = signs[scalar] {
      result.append(contentsOf: sign.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}
