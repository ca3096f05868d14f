import Editorial
import TextAnalysis
import Wire

/// `open, disputed account, does not block`
func statusWords(_ item: ContradictionJSON) -> String {
  var parts = [item.status.rawValue, words(item.kind)]
  switch item.status {
  case .open: parts.append(item.blocks ? "blocks" : "does not block")
  case .suggested: break
  case .settled: if let outcome = item.outcome { parts[0] = "settled as \(outcome.rawValue)" }
  }
  if item.gone { parts.append("its words are gone") }
  if item.quiet, item.status == .suggested { parts.append("on request only") }
  return parts.joined(separator: ", ")
}

/// `stet contradictions`.
///
/// - Parameters:
///   - draft: the draft that was asked about; nil for all.
///   - status: the status that was asked for, `all` for every one.
///   - more: the command that goes on.
func contradictionsText(
  _ list: ContradictionList, draft: String?, status: String, more: String? = nil, layout: Layout
) -> String {
  if layout.piped {
    return text(
      of: list.contradictions.map { item in
        record(
          String(item.id), item.draft, item.label, item.kind.rawValue, item.origin.rawValue,
          item.status.rawValue, item.outcome?.rawValue, item.blocks ? "blocks" : "", item.raisedAt,
          item.raisedBy,
          item.passages.map(\.quote).joined(separator: " / "), item.rule, item.desk,
          item.turn?.joined(separator: ","))
      })
  }
  let place = draft.map { " in \(shown($0))" } ?? ""
  let adjective = status == "all" ? "" : status + " "
  guard !list.contradictions.isEmpty else { return "No \(adjective)contradictions\(place).\n" }
  let blocking = list.contradictions.filter { $0.blocks }.count
  let says =
    switch (blocking, list.contradictions.count) {
    case (0, _): "None blocks publication."
    case (1, 1): "It blocks publication."
    default: "\(blocking) of them \(blocking == 1 ? "blocks" : "block") publication."
    }
  var lines = layout.wrapped(
    "\(list.contradictions.count) \(adjective)\(list.contradictions.count == 1 ? "contradiction" : "contradictions")\(place). \(says)"
  )
  for item in list.contradictions {
    lines += [""] + contradictionLines(item, named: draft == nil, layout: layout)
  }
  if let more { lines += ["", "More: \(more)"] }
  return text(of: lines)
}

/// One contradiction with its passages, quotes below each other.
func contradictionLines(_ item: ContradictionJSON, named: Bool, layout: Layout) -> [String] {
  let label = named ? "\(shown(item.draft))/\(shown(item.label))" : shown(item.label)
  let brought =
    switch item.origin {
    case .draft: "brought by the draft"
    case .person: "flagged by \(item.raisedBy.map { shown($0) } ?? "somebody")"
    case .engine: "suggested by the engine"
    }
  var since = ""
  if item.status != .settled {
    let today = layout.today
    let days =
      day(ofInstant: item.raisedAt).flatMap { day in today.map { " (\(age(of: day, on: $0)))" } } ?? ""
    since = ", since \(shortDay(ofInstant: item.raisedAt))\(days)"
  }
  var lines = layout.wrapped(
    "\(statusWords(item)), \(brought)\(since)" + (recordWords(item).map { "; \($0)" } ?? ""),
    first: label + "  ", rest: String(repeating: " ", count: 4))
  let speakers = item.passages.map { passage in
    passage.says.map { "\(shown($0)):" } ?? "\(shown(passage.draft)) r\(passage.revision):"
  }
  let column = min(24, speakers.map(cells).max() ?? 0)
  for (speaker, passage) in zip(speakers, item.passages) {
    lines += layout.wrapped(
      "\"\(shown(passage.quote))\"", first: "    " + layout.padded(speaker, to: column) + " ",
      rest: String(repeating: " ", count: column + 5))
  }
  if let note = item.note, !note.isEmpty { lines += layout.wrapped("Note: \(shown(note))", indent: 4) }
  if let other = item.other { lines.append("    See \(shown(other)).") }
  if let by = item.settledBy, let at = item.settledAt {
    lines.append("    Settled by \(shown(by)), \(shortDay(ofInstant: at)).")
  }
  return lines
}

/// The receipt of flagging, settling or confirming.
func contradictionReceipt(_ item: ContradictionJSON, verb: String, layout: Layout) -> String {
  text(
    of: ["\(verb) \(shown(item.label)) of \(shown(item.draft)).", ""]
      + contradictionLines(item, named: false, layout: layout))
}

/// `stet claims`.
func claimsText(_ list: ClaimList, draft: String?, status: String, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: list.claims.map { claim in
        record(
          String(claim.id), claim.draft, claim.label, claim.status.rawValue, claim.due, claim.kind.rawValue,
          claim.rule, claim.expected, claim.matter, claim.quote)
      })
  }
  let place = draft.map { " in \(shown($0))" } ?? ""
  let adjective = status == "all" ? "" : status + " "
  guard !list.claims.isEmpty else { return "No \(adjective)claims\(place).\n" }
  let due = list.claims.filter { $0.status == .due }.count
  var lines = [
    "\(counted(list.claims.count, adjective + "claim"))\(place), \(due == 0 ? "none" : String(due)) due."
  ]
  for claim in byUrgency(list.claims) {
    lines += [""] + claimLines(claim, named: draft == nil, layout: layout)
  }
  return text(of: lines)
}

/// One claim with its words, its day and the way the day was reached.
func claimLines(_ claim: ClaimJSON, named: Bool, layout: Layout) -> [String] {
  let label = named ? "\(shown(claim.draft))/\(shown(claim.label))" : shown(claim.label)
  let about = words(rule: claim.rule, kind: claim.kind) + (claim.quiet ? " (on request only)" : "")
  let day =
    switch claim.status {
    case .live, .due:
      claim.due.map { "due \(dayAndAge($0, on: layout.today))" } ?? "no day on which it falls due"
    case .dismissed, .retired, .gone: claim.status.rawValue
    }
  var lines = layout.wrapped("\(about), \(day)", first: label + "  ", rest: "    ")
  lines += layout.wrapped("\"\(shown(claim.quote))\"", indent: 4)
  if let expected = claim.expected { lines.append("    Names \(shown(expected)).") }
  if let matter = claim.matter { lines.append("    Matter: \(shown(matter))") }
  if !claim.dueBecause.isEmpty {
    lines += layout.wrapped("Why: \(shown(claim.dueBecause))", first: "    ", rest: "    ")
  }
  lines += claim.watches.flatMap { watchedLines($0, indent: 4, layout: layout) }
  return lines
}

/// The receipt of adding, dismissing or anchoring a claim.
func claimReceipt(_ claim: ClaimJSON, verb: String, layout: Layout) -> String {
  text(
    of: ["\(verb) \(shown(claim.label)) of \(shown(claim.draft)).", ""]
      + claimLines(claim, named: false, layout: layout))
}
