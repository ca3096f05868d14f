import Editorial
import TextAnalysis
import Wire

/// The receipt of a filing: what was understood, what was not found, and what it cost.
func submitText(_ answer: DraftAnswer, url: String, layout: Layout) -> String {
  let draft = answer.draft
  var lines = layout.wrapped(
    "Filed \(shown(draft.slug)) r\(draft.revision). Desk \(shown(draft.desk)), \(words(draft.state)), "
      + "dateline \(longDay(draft.dateline)).")
  lines += movedBackgroundLines(draft.movedBackground, layout: layout)
  lines += spentConvictionLines(draft.spentConvictions, layout: layout)
  lines.append("")
  func fact(_ name: String, _ value: String) {
    lines += layout.wrapped(
      value, first: "  " + layout.padded(name, to: 16), rest: String(repeating: " ", count: 18))
  }
  fact(
    "Headline", draft.headline.map { shown($0) } ?? "none found, none invented (add one: --headline \"...\")")
  fact("Body", body(draft.body))
  fact("Key points", keyPoints(draft.keyPoints.filter { $0.form == .keyPoint }))
  let around = draft.keyPoints.filter { $0.form != .keyPoint && !$0.gone }
  if !around.isEmpty { fact("To sign as well", enumerated(around.map { shown($0.label) })) }
  for line in contradictionCounts(draft.contradictions) { fact("Contradictions", line) }
  fact("Claims", claims(draft.claims))

  let notices =
    [ranTogether(draft.body.ranTogether)].compactMap { $0 }
    + (answer.receipt?.notices ?? []).map { shown($0) }
  for notice in notices { lines += [""] + layout.wrapped(notice, first: "! ", rest: "  ") }

  let cost = costLines(answer.receipt?.signOffs ?? [], layout: layout)
  if !cost.isEmpty { lines += [""] + cost }
  lines += ["", draftAddress(draft.slug, url: url)]
  return text(of: lines)
}

/// What leads on after a filing.
func submitHints(_ draft: DraftJSON) -> [String] {
  guard let point = draft.keyPoints.first(where: { $0.status == .open && !$0.gone }) else {
    return ["Next:", "  stet show \(shown(draft.slug))"]
  }
  return [
    "Next: a member who did not write these words signs them.", "  stet show \(shown(draft.slug))",
    "  stet approve \(shown(draft.slug)) \(shown(point.label)) --evidence URL",
  ]
}

private func body(_ body: DraftJSON.Body) -> String {
  guard body.sentences > 0 else { return "none: there is no story beside the sections" }
  return "\(counted(body.sentences, "sentence")) in \(counted(body.paragraphs, "paragraph"))"
}

private func keyPoints(_ points: [KeyPointJSON]) -> String {
  let here = points.filter { !$0.gone }
  guard !here.isEmpty else { return "none: there is nothing to sign" }
  let signed = here.filter { $0.status == .signed }.count
  return
    "\(here.count): \(labelled(here.map { shown($0.label) })), \(signed == 0 ? "none" : String(signed)) signed"
}

private func contradictionCounts(_ contradictions: [ContradictionJSON]) -> [String] {
  let open = contradictions.filter { $0.status != .settled }
  guard !open.isEmpty else { return ["none known"] }
  var lines: [String] = []
  for origin in [Origin.draft, .person, .engine] {
    for kind in ContradictionKind.allCases {
      let these = open.filter { $0.origin == origin && $0.kind == kind }
      guard !these.isEmpty else { continue }
      let brought =
        switch origin {
        case .draft: "brought by the draft"
        case .person: "flagged by people"
        case .engine: "suggested by the engine"
        }
      let blocking = these.contains { $0.blocks } ? ", block publication" : ""
      lines.append(
        "\(counted(these.count, words(kind))), \(brought)\(blocking): \(labelled(these.map { shown($0.label) }))"
      )
    }
  }
  return lines
}

private func claims(_ claims: [ClaimJSON]) -> String {
  let waiting = byUrgency(claims.filter { $0.status == .live || $0.status == .due })
  guard let first = waiting.first else { return "none with a shelf life" }
  let due = first.due.map { "; first due \(shortDay($0)) (\(shown(first.label)))" } ?? ""
  return "\(waiting.count) with a shelf life\(due)"
}

/// `Paragraphs ran together; split after the full stop at line 1, columns 417, 785 and 1015.`
private func ranTogether(_ places: [PlaceJSON]) -> String? {
  guard !places.isEmpty else { return nil }
  var byLine: [(line: Int, columns: [Int])] = []
  for place in places {
    if byLine.last?.line == place.line {
      byLine[byLine.count - 1].columns.append(place.column)
    } else {
      byLine.append((place.line, [place.column]))
    }
  }
  let spots = byLine.map { line, columns in
    "line \(line), \(columns.count == 1 ? "column" : "columns") \(enumerated(columns.map(String.init)))"
  }
  return "Paragraphs ran together; split after the full stop at \(spots.joined(separator: "; "))."
}

/// What a revision did to the sign-offs of the one before.
private func costLines(_ changes: [SignOffChange], layout: Layout) -> [String] {
  let signatures = changes.filter { $0.signOff.verdict == .approve }
  let outdated = signatures.filter { $0.signOff.standing == .outdated }
  let carried = signatures.filter { $0.signOff.standing == .carried }
  var lines: [String] = []
  if !outdated.isEmpty {
    lines.append("It cost \(counted(outdated.count, "signature")):")
    for change in outdated {
      lines += layout.wrapped(
        "\(shown(change.signOff.member))'s \(change.signOff.read.rawValue) read no longer stands: "
          + shown(change.signOff.because),
        first: "  \(shown(change.label))  ", rest: "      ")
    }
  }
  if !carried.isEmpty {
    var labels: [String] = []
    for change in carried where !labels.contains(change.label) { labels.append(change.label) }
    lines.append("\(counted(carried.count, "signature")) carried: \(labelled(labels.map { shown($0) })).")
  }
  for change in changes where change.signOff.verdict != .approve {
    let doubt = "\(shown(change.signOff.member))'s \(change.signOff.verdict.rawValue)"
    let fate = change.signOff.standing.stands ? "still stands" : "is answered"
    lines += layout.wrapped(
      "\(doubt) \(fate): \(shown(change.signOff.because))", first: "  \(shown(change.label))  ",
      rest: "      ")
  }
  return lines
}
