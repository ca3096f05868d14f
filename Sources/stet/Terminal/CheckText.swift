import TextAnalysis

/// How much of a finding people see.
enum FindingForm: String, CaseIterable, Sendable {
  /// Place, window of the sentence with carets, and why.
  case full
  /// One line: `path:line:column: level rule: message`.
  case concise
}

/// Above so many findings one line each is enough, unless the full form is asked for.
private let mostInFull = 30

/// `stet check` for people: the findings, and the summary.
///
/// - Parameters:
///   - texts: the text of each file with findings, by the file's name.
///   - form: as asked for; nil decides by the number of findings.
func checkText(
  _ report: CheckReport, texts: [String: String], form: FindingForm? = nil, layout: Layout
) -> String {
  let chosen = form ?? (report.findings.count > mostInFull ? .concise : .full)
  var lines: [String] = []
  for finding in report.findings {
    let words = texts[finding.file] ?? ""
    switch chosen {
    case .concise: lines.append(conciseLine(finding, in: words, layout: layout))
    case .full: lines += fullLines(finding, in: words, layout: layout) + [""]
    }
  }
  if chosen == .concise, !lines.isEmpty {
    lines.append("")
    if form == nil {
      lines += layout.wrapped(
        "More than \(mostInFull) findings: one line for each. In full: --format full")
    }
  }
  let summary = summary(report)
  return text(of: lines + (layout.piped ? [summary] : layout.wrapped(summary)))
}

/// What was found in how many files, what was held back or not looked at, and whether the run fails.
func summary(_ report: CheckReport) -> String {
  func count(_ level: Level) -> Int { report.findings.count { $0.level == level } }
  var sentences = [
    "\(counted(count(.claim), "claim")), \(count(.disputed)) disputed, \(counted(count(.slip), "slip")) "
      + "in \(counted(report.files, "file"))."
  ]
  let unread = report.findings.count { $0.rule == unreadParagraph }
  if unread > 0 { sentences.append("\(counted(unread, "paragraph")) not read.") }
  let notes = report.findings.filter { $0.level == .note && $0.rule != unreadParagraph }
  let idle = Set(notes.map { "\($0.mark.start) \($0.file)" }).count
  if idle > 0 { sentences.append("\(counted(idle, "comment does", plural: "comments do")) nothing.") }
  if let baseline = report.baseline {
    sentences.append("\(counted(baseline.known, "finding")) known from the baseline.")
    if baseline.unmatched > 0 {
      sentences.append(
        "\(counted(baseline.unmatched, "entry", plural: "entries")) of it matched nothing here.")
    }
  }
  if !report.unread.isEmpty { sentences.append("\(report.unread.count) not looked at.") }
  if report.undated > 0 {
    sentences.append("\(counted(report.undated, "file")) without a dateline, read as of today.")
  }
  let verdict = report.fails ? "Found" : "Nothing"
  sentences.append("\(verdict) at or above --fail-on \(report.failOn.rawValue).")
  return sentences.joined(separator: " ")
}

/// The name that a file is shown by.
func shownFile(_ file: String) -> String { file == "-" ? "standard input" : shown(file) }

func conciseLine(_ finding: CheckReport.Finding, in text: String, layout: Layout) -> String {
  let place = "\(shownFile(finding.file)):\(finding.mark.line):\(finding.mark.column):"
  let head = " \(finding.level.rawValue) \(shown(finding.rule)): "
  let room = layout.width - cells(place) - cells(head)
  return layout.bold(place) + head + conciseMessage(finding, in: text, room: room, layout: layout)
}

/// The quotes of a finding, set against each other where there are several; of a comment what is wrong with it.
/// On a terminal a quote that is longer than its share of the room is cut to a window around the marked words.
private func conciseMessage(
  _ finding: CheckReport.Finding, in text: String, room: Int, layout: Layout
) -> String {
  if finding.level == .note { return shown(finding.reason) }
  let joint = " against "
  let marks = finding.marks
  let share = (room - (marks.count - 1) * joint.count) / max(1, marks.count) - 2
  let quotes = marks.map { mark -> String in
    let quote = shown(mark.quote)
    if layout.piped || cells(quote) <= share { return quote }
    // Room for the dots at both ends, and for a few words in any case.
    return window(of: mark.around, marking: [mark.span], in: text, room: max(24, share - 8)).0
  }
  return quotes.map { "\"\($0)\"" }.joined(separator: joint)
}

/// What a finding says where its words are not shown beside it: all its quotes, and why.
func message(_ finding: CheckReport.Finding) -> String {
  if finding.level == .note { return shown(finding.reason) }
  let quotes = finding.marks.map { "\"\(shown($0.quote))\"" }.joined(separator: " against ")
  let day = finding.expected.map { " (\(shown($0)))" } ?? ""
  return "\(quotes)\(day): \(shown(finding.reason))"
}

/// A finding with its windows.
func fullLines(_ finding: CheckReport.Finding, in text: String, layout: Layout) -> [String] {
  let place = "\(shownFile(finding.file)):\(finding.mark.line):\(finding.mark.column)"
  var lines = ["\(layout.bold(place))  \(finding.level.rawValue)  \(shown(finding.rule))"]
  lines += windowLines(finding, in: text, layout: layout)
  if let expected = finding.expected { lines.append("  day    \(shown(expected))") }
  if !finding.reason.isEmpty {
    lines += layout.wrapped(shown(finding.reason), first: "  why    ", rest: "         ")
  }
  return lines
}

/// The windows that hold all marks of a finding: one where they stand near each other in one sentence, else one for
/// each, with its place before it.
func windowLines(_ finding: CheckReport.Finding, in text: String, layout: Layout) -> [String] {
  let marks = finding.marks
  let first = marks.map(\.start).min() ?? 0
  let last = marks.map(\.end).max() ?? 0
  let sentences = Set(marks.map(\.around))
  // Room for the dots at both ends.
  let room = max(20, layout.width - 2 - 8)
  if let sentence = sentences.first, sentences.count == 1,
    cells(shown(slice(text, Span(first, last)))) <= room
  {
    let (line, carets) = window(of: sentence, marking: marks.map(\.span), in: text, room: room)
    return ["  " + line, "  " + carets]
  }
  let places = marks.map { marks.count > 1 ? "\($0.line):\($0.column)  " : "" }
  let margin = places.map(\.count).max() ?? 0
  return zip(marks, places).flatMap { mark, place -> [String] in
    let (line, carets) = window(
      of: mark.around, marking: [mark.span], in: text, room: max(20, room - margin))
    return [
      "  " + layout.padded(place, to: margin) + line, "  " + String(repeating: " ", count: margin) + carets,
    ]
  }
}
