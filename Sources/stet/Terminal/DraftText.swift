import Editorial
import TextAnalysis
import Wire

/// `stet show`: the state, what is missing, then what is known; the address last.
func draftText(_ draft: DraftJSON, url: String, layout: Layout) -> String {
  var lines = [layout.bold(stateLine(draft))]
  let moved =
    movedBackgroundLines(draft.movedBackground, layout: layout)
    + spentConvictionLines(draft.spentConvictions, layout: layout)
  lines += moved + (moved.isEmpty ? [] : [""])
  lines += layout.wrapped(facts(draft))
  lines += limitLines(draft, layout: layout)
  lines += scheduleLines(draft, layout: layout)
  if let headline = draft.headline { lines += layout.wrapped("Headline: \(shown(headline))") }
  if !draft.byline.isEmpty { lines += layout.wrapped("By \(enumerated(draft.byline.map { shown($0) })).") }
  if !draft.matters.isEmpty {
    lines += layout.wrapped("Matters: \(draft.matters.map { shown($0) }.joined(separator: ", "))")
  }
  if !draft.tags.isEmpty {
    lines += layout.wrapped("Tags: \(draft.tags.map { shown($0) }.joined(separator: ", "))")
  }
  lines += turnLines(draft, layout: layout)
  if let wire = draft.wire { lines += layout.wrapped("Copy of \(shown(wire)).") }
  if let ended = draft.ended {
    lines += layout.wrapped(
      "\(ended.ending == .spiked ? "Spiked" : "Killed") by \(shown(ended.by)), \(moment(ended.at)): \(shown(ended.reason))"
    )
  }
  if !draft.missing.isEmpty {
    lines += ["", layout.bold("MISSING BEFORE READY")]
    lines += missingLines(draft.missing, numbered: true, layout: layout)
  }
  if !draft.corrections.isEmpty {
    lines += ["", layout.bold("CORRECTIONS")] + correctionLines(draft.corrections, layout: layout)
  }
  if !draft.placements.isEmpty {
    lines += ["", layout.bold("PLACEMENTS")] + placementLines(draft.placements, layout: layout)
  }
  let around = draft.keyPoints.filter { $0.form != .keyPoint }
  lines +=
    ["", layout.bold("KEY POINTS")]
    + keyPointLines(draft.keyPoints.filter { $0.form == .keyPoint }, layout: layout)
  if !around.isEmpty {
    lines += ["", layout.bold("AROUND THE STORY")] + keyPointLines(around, layout: layout)
  }
  lines += ["", layout.bold("CONTRADICTIONS")] + contradictionLines(draft.contradictions, layout: layout)
  lines += collisionLines(draft, layout: layout)
  if !draft.overtakes.isEmpty {
    lines += ["", layout.bold("OVERTAKES")]
    for one in draft.overtakes {
      lines += layout.wrapped(
        "\(shown(one.draft)) r\(one.revision) of \(shortDay(one.dateline)): \"\(shown(one.otherQuote))\" Here: "
          + "\"\(shown(one.quote))\"", first: "  ", rest: "  ")
    }
  }
  lines += ["", layout.bold("CLAIMS")] + claimLines(draft.claims, layout: layout)
  if draft.onRequest > 0 {
    lines += [""]
    lines += layout.wrapped(
      "\(counted(draft.onRequest, "finding")) of rules that are mostly dismissed on this desk: "
        + "stet show \(shown(draft.slug)) --all")
  }
  lines += ["", draftAddress(draft.slug, url: url)]
  return text(of: lines)
}

func draftAddress(_ slug: String, url: String) -> String { "\(url)/v1/drafts/\(shown(slug))" }

private func stateLine(_ draft: DraftJSON) -> String {
  var line = "\(shown(draft.slug)) r\(draft.revision): \(words(draft.state))"
  if draft.state == .inReview, !draft.missing.isEmpty {
    line += ", \(counted(draft.missing.count, "thing")) missing"
  }
  if draft.state == .ready { line += ", nothing missing" }
  return line
}

private func facts(_ draft: DraftJSON) -> String {
  let live =
    draft.live.map {
      "r\($0.revision) live since \(shortDay($0.on))\($0.origin == .imported ? ", imported, not signed" : "")."
    }
    ?? (draft.ended == nil ? "Not published." : "Not live.")
  return "Desk \(shown(draft.desk)). Filed by \(shown(draft.filedBy)), \(moment(draft.filedAt)). "
    + "Dateline \(shortDay(draft.dateline)). \(live) Policy \(shown(draft.policy))."
}

func keyPointLines(_ points: [KeyPointJSON], layout: Layout) -> [String] {
  guard !points.isEmpty else { return ["  none: there is nothing to sign"] }
  let labelWidth = points.map { cells(shown($0.label)) }.max() ?? 2
  return points.flatMap { point in
    let (mark, word): (String, String) =
      switch point.status {
      case _ where point.gone: (" ", "gone")
      case .open: (" ", "open")
      case .signed: (layout.tick, "signed")
      case .queried: ("?", "query")
      case .held: ("!", "hold")
      }
    let lead =
      "  \(layout.padded(shown(point.label), to: labelWidth))  \(mark) \(layout.padded(word, to: 7)) "
    let indent = String(repeating: " ", count: cells(lead))
    return layout.wrapped(shown(point.text), first: lead, rest: indent)
      + point.signOffs.filter { $0.standing != .superseded }.flatMap { signOff in
        layout.wrapped(words(signOff), first: indent, rest: indent)
          + signOff.evidence.map { indent + "Evidence: " + shown($0) }
      } + commentLines(point.comments, indent: indent, layout: layout)
  }
}

/// `fact: ben, 13 Jul 2024, source`, `fact: ben asks "..."`, or why it no longer stands.
func words(_ signOff: SignOffJSON) -> String {
  var who = shown(signOff.member)
  let because = shown(signOff.because).trimmed
  let read = signOff.read.rawValue + ": "
  guard signOff.standing.stands else {
    let noun = signOff.verdict == .approve ? "signature" : signOff.verdict.rawValue
    let end = signOff.standing == .withdrawn ? "was withdrawn" : "no longer stands"
    return read + "\(who)'s \(noun) of r\(signOff.revision) \(end)" + (because.isEmpty ? "" : ": \(because)")
  }
  if let inviter = signOff.invitedBy {
    who += ", invited by \(shown(inviter))" + (signOff.verdict == .approve ? "" : ",")
  }
  var line: String
  switch signOff.verdict {
  case .approve:
    line = "\(who), \(shortDay(ofInstant: signOff.at))"
    if let basis = signOff.basis { line += ", \(basis.rawValue)" }
  case .query: line = "\(who) asks \"\(shown(signOff.reason ?? ""))\""
  case .hold: line = "\(who) holds it: \"\(shown(signOff.reason ?? ""))\""
  }
  if let until = signOff.until { line += ", until \(shortDay(until))" }
  if let matter = signOff.untilMoves { line += ", until \(shown(matter)) moves" }
  if !signOff.stays.isEmpty { line += ", if \(enumerated(signOff.stays.map { "\"\(shown($0))\"" })) stays" }
  if signOff.hasSource { line += ", a confidential source" }
  if signOff.standing == .carried { line += ", carried from r\(signOff.revision)" }
  if let comment = signOff.comment, !comment.isEmpty { line += ", \"\(shown(comment))\"" }
  return read + line
}

private func contradictionLines(_ contradictions: [ContradictionJSON], layout: Layout) -> [String] {
  guard !contradictions.isEmpty else { return ["  none known"] }
  return contradictions.flatMap { item in
    let lead = "  \(shown(item.label))  \(statusWords(item))" + (recordWords(item).map { "; \($0)" } ?? "")
    let quotes = item.passages.map { shown($0.quote) }
    let room = layout.width - cells(lead) - 3
    let whole = quotes.joined(separator: " / ")
    if cells(whole) <= room { return [lead + "   " + whole] }
    return [lead, "      " + shares(quotes, room: layout.width - 6, layout: layout)]
  }
}

/// Quotes beside each other, cut alike: `one side / other side`.
func shares(_ quotes: [String], room: Int, layout: Layout) -> String {
  guard !quotes.isEmpty else { return "" }
  let share = max(8, (room - 3 * (quotes.count - 1)) / quotes.count)
  return quotes.map { layout.cut($0, to: share) }.joined(separator: " / ")
}

/// Columns: label, due, what it is about, quote; those that wait for their day first, soonest on top.
private func claimLines(_ claims: [ClaimJSON], layout: Layout) -> [String] {
  guard !claims.isEmpty else { return ["  none with a shelf life"] }
  let rows = byUrgency(claims).map { claim in
    (
      shown(claim.label), dueColumn(claim), words(rule: claim.rule, kind: claim.kind), shown(claim.quote),
      claim.overtaken && (claim.status == .live || claim.status == .due) ? shown(claim.dueBecause) : nil
    )
  }
  let widths = (
    rows.map { cells($0.0) }.max() ?? 0, rows.map { cells($0.1) }.max() ?? 0,
    rows.map { cells($0.2) }.max() ?? 0
  )
  return rows.flatMap { row in
    let lead =
      "  \(layout.padded(row.0, to: widths.0))  \(layout.padded(row.1, to: widths.1))  "
      + "\(layout.padded(row.2, to: widths.2))  "
    return [lead + layout.quoted(row.3, to: max(16, layout.width - cells(lead)))]
      + (row.4.map { layout.wrapped("No longer so? \($0)", first: "      ! ", rest: "        ") } ?? [])
  }
}

private func dueColumn(_ claim: ClaimJSON) -> String {
  switch claim.status {
  case .live, .due: claim.due.map { "due \(shortDay($0))" } ?? "no day"
  case .dismissed, .retired, .gone: claim.status.rawValue
  }
}

/// Live and due claims by their day, those without one after them, the others last.
func byUrgency(_ claims: [ClaimJSON]) -> [ClaimJSON] {
  func rank(_ claim: ClaimJSON) -> (Int, String, Int64) {
    let waits = claim.status == .live || claim.status == .due
    return (waits ? 0 : 1, claim.due ?? "9999-12-32", claim.id)
  }
  return claims.sorted { rank($0) < rank($1) }
}
