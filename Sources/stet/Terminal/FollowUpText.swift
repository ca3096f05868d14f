import Editorial
import TextAnalysis
import Wire

/// `stet follow-ups`. In a pipe, a line for each place: label, status, opened on, turn, draft, claim, due,
/// outcome, question.
func followUpsText(_ list: FollowUpList, status: String, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: list.followUps.flatMap { item in
        item.claims.map { claim in
          record(
            item.label, item.status, item.openedOn, item.turn, claim.draft, claim.label, claim.due,
            item.outcome?.rawValue, item.question)
        }
      })
  }
  let adjective = status == "all" ? "" : status + " "
  guard !list.followUps.isEmpty else { return "No \(adjective)follow-ups.\n" }
  var lines = ["\(counted(list.followUps.count, adjective + "follow-up"))."]
  for item in list.followUps { lines += [""] + followUpLines(item, layout: layout) }
  return text(of: lines)
}

func followUpLines(_ item: FollowUpJSON, layout: Layout) -> [String] {
  let indent = String(repeating: " ", count: max(4, cells(shown(item.label)) + 2))
  var title = "\(item.status), asked on \(shortDay(item.openedOn))"
  if let matter = item.matter { title += ", matter \(shown(matter))" }
  title += "."
  if item.outcome == nil, let turn = item.turn { title += " Turn: \(shown(turn))" }
  var lines = layout.wrapped(
    title, first: layout.padded(shown(item.label), to: indent.count), rest: indent)
  lines += layout.wrapped(shown(item.question), indent: indent.count)
  for claim in item.claims {
    let due = claim.due.map { " (due \(dayAndAge($0, on: layout.today)))" } ?? ""
    lines += layout.wrapped(
      "\(shown(claim.draft)) r\(claim.revision), \(shown(claim.label)): \"\(shown(claim.quote))\"\(due)",
      first: indent, rest: indent)
    if item.outcome == nil {
      lines += claim.watches.flatMap { watchedLines($0, indent: indent.count, layout: layout) }
    }
  }
  if let outcome = item.outcome {
    var end = "Outcome: \(outcome.rawValue)"
    if let by = item.closedBy { end += ", by \(shown(by))" }
    if let asOf = item.asOf { end += ", as of \(shortDay(asOf))" }
    lines += layout.wrapped(end + ".", first: indent, rest: indent)
    if let source = item.source { lines.append(indent + "Source: " + shown(source)) }
    if let note = item.note { lines += layout.wrapped("Note: \(shown(note))", first: indent, rest: indent) }
    if let next = item.next { lines.append(indent + "Ask again on \(shortDay(next)).") }
  }
  return lines
}

/// The receipt of a closure.
func closureText(_ item: FollowUpJSON, layout: Layout) -> String {
  text(of: ["Closed \(shown(item.label)).", ""] + followUpLines(item, layout: layout))
}
