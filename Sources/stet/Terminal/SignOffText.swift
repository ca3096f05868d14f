import Editorial
import TextAnalysis
import Wire

/// The receipt of a sign-off: the words it stands for, as the service recorded them, and what is still missing.
///
/// - Parameter asked: how many key points the command named.
func signOffText(_ answer: DraftAnswer, asked: Int, layout: Layout) -> String {
  let slug = shown(answer.draft.slug)
  let changes = answer.receipt?.signOffs ?? []
  guard let first = changes.first?.signOff else {
    return text(
      of: layout.wrapped("Nothing new was recorded for \(slug).")
        + noticeLines(answer.receipt, layout: layout))
  }
  let verb =
    switch first.verdict {
    case .approve: "Signed"
    case .query: "Queried"
    case .hold: "Held"
    }
  var title =
    "\(verb) \(changes.count) of \(max(asked, changes.count)): \(first.read.rawValue) read of "
    + "\(slug) r\(first.revision), by \(shown(first.member))"
  if let basis = first.basis { title += ", basis \(basis.rawValue)" }
  var lines = layout.wrapped(title + ".") + [""] + wordLines(changes, layout: layout)
  if let reason = first.reason, !reason.isEmpty {
    lines += layout.wrapped("Reason: \(shown(reason))", indent: 2)
  }
  if let comment = first.comment, !comment.isEmpty {
    lines += layout.wrapped("Comment: \(shown(comment))", indent: 2)
  }
  for evidence in first.evidence { lines.append("  Evidence: " + shown(evidence)) }
  if let source = first.source {
    lines += layout.wrapped(
      "A confidential source (\(shown(source.kind)), \(source.independent) independent), seen by "
        + "\(enumerated(source.seenBy.map { shown($0) })) on \(shortDay(source.on)); proof kept: \(shown(source.keptWhere)).",
      indent: 2)
  }
  if let until = first.until { lines.append("  Stands until \(shortDay(until)).") }
  if let matter = first.untilMoves { lines.append("  Stands until \(shown(matter)) moves.") }
  for words in first.stays { lines += layout.wrapped("Stands while \"\(shown(words))\" stays.", indent: 2) }
  lines += noticeLines(answer.receipt, layout: layout)
  lines += [""] + stillMissing(answer.draft, layout: layout)
  let label = shown(changes[0].label)
  lines.append("Take it back: stet withdraw \(slug) \(label) --reason TEXT")
  return text(of: lines)
}

/// The receipt of an act on a whole draft: what it still needs.
func actText(_ verb: String, _ answer: DraftAnswer, layout: Layout) -> String {
  text(
    of: layout.wrapped("\(verb), for \(shown(answer.draft.slug)) r\(answer.draft.revision).")
      + noticeLines(answer.receipt, layout: layout) + stillMissing(answer.draft, layout: layout))
}

/// The receipt of a comment.
func commentText(_ answer: DraftAnswer, label: String, layout: Layout) -> String {
  let thread = answer.draft.keyPoints.first { $0.label.uppercased() == label.uppercased() }?.comments ?? []
  return text(
    of: layout.wrapped("Written under \(shown(label)) of \(shown(answer.draft.slug)).") + [""]
      + commentLines(thread, indent: "  ", layout: layout) + noticeLines(answer.receipt, layout: layout))
}

/// `ana, 14 Jul 2024 09:12: "filed elsewhere"`, oldest first.
func commentLines(_ comments: [CommentJSON], indent: String, layout: Layout) -> [String] {
  comments.flatMap { one in
    layout.wrapped(
      "\(shown(one.member))\(one.privileged ? " (privileged)" : ""), \(moment(one.at)): \"\(shown(one.words))\"",
      first: indent, rest: indent + "  ")
  }
}

/// The receipt of a withdrawal.
func withdrawalText(_ answer: DraftAnswer, layout: Layout) -> String {
  let slug = shown(answer.draft.slug)
  let changes = answer.receipt?.signOffs ?? []
  guard let first = changes.first?.signOff else {
    return text(
      of: layout.wrapped("Nothing was withdrawn in \(slug).") + noticeLines(answer.receipt, layout: layout))
  }
  var lines = layout.wrapped(
    "Withdrawn: \(counted(changes.count, "sign-off")) of \(slug), by \(shown(first.member)).")
  lines += [""] + wordLines(changes, layout: layout) + noticeLines(answer.receipt, layout: layout)
  return text(of: lines + [""] + stillMissing(answer.draft, layout: layout))
}

/// `K3  "the words that were signed"`, never cut.
private func wordLines(_ changes: [SignOffChange], layout: Layout) -> [String] {
  changes.flatMap { change in
    let lead = "  \(shown(change.label))  "
    return layout.wrapped(
      "\"\(shown(change.words))\"", first: lead, rest: String(repeating: " ", count: cells(lead)))
  }
}

func noticeLines(_ receipt: Receipt?, layout: Layout) -> [String] {
  (receipt?.notices ?? []).flatMap { layout.wrapped(shown($0), first: "! ", rest: "  ") }
}

func stillMissing(_ draft: DraftJSON, layout: Layout) -> [String] {
  switch draft.missing.count {
  case 0:
    draft.state == .ready
      ? ["Nothing is missing: \(shown(draft.slug)) r\(draft.revision) is ready."] : ["Nothing is missing."]
  case 1: layout.wrapped("Still missing before ready: \(words(draft.missing[0]))")
  default: ["Still missing before ready:"] + missingLines(draft.missing, numbered: true, layout: layout)
  }
}

/// The receipt of a publication.
func publicationText(_ answer: DraftAnswer, layout: Layout) -> String {
  let draft = answer.draft
  let live = draft.live.map { "r\($0.revision) is live since \(shortDay($0.on))." } ?? ""
  var lines = ["Published \(shown(draft.slug)). \(live)"] + noticeLines(answer.receipt, layout: layout)
  let waiting = byUrgency(draft.claims.filter { $0.status == .live || $0.status == .due })
  if let first = waiting.first {
    let due = first.due.map { "; first due \(shortDay($0)) (\(shown(first.label)))" } ?? ""
    lines.append("\(counted(waiting.count, "claim")) with a shelf life from now on\(due).")
  }
  return text(of: lines + afterPublishing(draft, layout: layout))
}

/// The receipt of a spike or a kill.
func endingText(_ answer: DraftAnswer, layout: Layout) -> String {
  let draft = answer.draft
  let verb = draft.ended?.ending == .killed ? "Killed" : "Spiked"
  let reason = draft.ended.map { ": \(shown($0.reason))" } ?? "."
  return text(
    of: layout.wrapped("\(verb) \(shown(draft.slug)) r\(draft.revision)\(reason)")
      + noticeLines(answer.receipt, layout: layout)
      + takeDownLines(draft, layout: layout))
}
