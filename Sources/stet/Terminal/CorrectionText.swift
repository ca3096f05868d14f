import Editorial
import TextAnalysis
import Wire

/// `stet corrections`. In a pipe a line for each placement: correction, kind, state, placement, its kind, its name,
/// owner, `owed` or `done`, how it stands, the writer's words.
func correctionsText(_ list: CorrectionList, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: list.corrections.flatMap { one in
        one.owed.map { owed in
          record(
            "\(one.draft)/\(one.label)", one.kind.rawValue, one.state.rawValue, owed.label,
            owed.kind.rawValue,
            owed.name ?? owed.draft, owed.owner, owed.done ? "done" : "owed", owed.says, one.note)
        }
      })
  }
  guard !list.corrections.isEmpty else { return "No corrections.\n" }
  let open = list.corrections.count { $0.isOpen }
  var lines = [layout.bold("\(counted(list.corrections.count, "correction")), \(open) open.")]
  for one in list.corrections { lines += [""] + correctionLines([one], inAll: true, layout: layout) }
  return text(of: lines)
}

/// `E1  open  correction of K1: ...`, what passed it, what every placement is owed, the note for readers.
func correctionLines(_ corrections: [CorrectionJSON], inAll: Bool = false, layout: Layout) -> [String] {
  corrections.flatMap { one -> [String] in
    let name = inAll ? "\(shown(one.draft))/\(shown(one.label))" : shown(one.label)
    let about = one.keyPoints.isEmpty ? "" : " of \(labelled(one.keyPoints.map { shown($0.label) }))"
    let title =
      "\(one.kind.rawValue)\(about), \(words(one.state)). Opened by \(shown(one.openedBy)), \(moment(one.openedAt))."
    var lines = layout.wrapped(title, first: "  \(name)  ", rest: "      ")
    lines += layout.wrapped(shown(one.note), indent: 6)
    for point in one.keyPoints {
      let passed = point.passedBy.map { "\(shown($0.member)) (\($0.read.rawValue), r\($0.revision))" }
      let by = passed.isEmpty ? "nobody had signed it" : "passed by " + enumerated(passed)
      lines += layout.wrapped("\(shown(point.label)) was \"\(shown(point.was))\"; \(by).", indent: 6)
    }
    if let dropped = one.dropped {
      return lines
        + layout.wrapped("Dropped by \(shown(dropped.by)): \(shown(dropped.reason))", indent: 6)
    }
    lines += owedLines(one, layout: layout)
    let heading = one.kind == .kill ? "Notice" : "Editor's note"
    return lines + layout.wrapped("\(heading): \(shown(one.editorsNote))", indent: 6)
  }
}

/// `! P3  partner AFP: shows r1, owed by ben`
func owedLines(_ correction: CorrectionJSON, onlyOwed: Bool = false, layout: Layout) -> [String] {
  let owed = correction.owed.filter { !onlyOwed || !$0.done }
  return owed.flatMap { one in
    let title = [one.kind.rawValue, one.name ?? one.draft].compactMap(\.self).joined(separator: " ")
    return layout.wrapped(
      "\(shown(title)): \(shown(one.says))" + (one.note.map { " (\(shown($0)))" } ?? ""),
      first: "      \(one.done ? layout.tick : "!") \(shown(one.label))  ", rest: "          ")
  }
}

/// `stet placements`. In a pipe: label, kind, name or draft, owner, revision, instant, address, how it stands.
func placementsText(_ placements: [PlacementJSON], of slug: String, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: placements.map { one in
        record(
          one.label, one.kind.rawValue, one.name ?? one.draft, one.owner, "r\(one.revision)", one.at, one.url,
          one.says)
      })
  }
  guard !placements.isEmpty else {
    return "\(shown(slug)) was never published: its words stand nowhere.\n"
  }
  return text(of: placementLines(placements, layout: layout))
}

/// `P2  push: sent 14:02, ana sees to it`
func placementLines(_ placements: [PlacementJSON], layout: Layout) -> [String] {
  placements.flatMap { one in
    layout.wrapped(
      "\(title(one)): \(shown(one.says))" + (one.owed.isEmpty ? ", \(shown(one.owner)) sees to it" : "")
        + (one.url.map { ". \(shown($0))" } ?? ""),
      first: "  \(shown(one.label))  ", rest: "      ")
  }
}

/// The receipt of a placement; of the last one when no label says which.
func placementText(_ answer: DraftAnswer, label: String?, verb: String, layout: Layout) -> String {
  let draft = answer.draft
  let found = label.map { label in draft.placements.first { $0.label == label } } ?? draft.placements.last
  return text(
    of: ["\(verb), for \(shown(draft.slug))."]
      + placementLines([found].compactMap(\.self), layout: layout)
      + noticeLines(answer.receipt, layout: layout))
}

/// The receipt of a placement that was taken back, with what is left.
func removedText(_ answer: DraftAnswer, label: String, layout: Layout) -> String {
  text(
    of: ["Took back \(shown(label)) of \(shown(answer.draft.slug)). Nothing is owed there. It stands:"]
      + placementLines(answer.draft.placements, layout: layout))
}

/// The receipt of a correction that was opened.
func openedText(_ answer: DraftAnswer, layout: Layout) -> String {
  guard let opened = answer.draft.corrections.last else { return "" }
  let (slug, label) = (shown(answer.draft.slug), shown(opened.label))
  let labels = opened.keyPoints.map { shown($0.label) }
  let changes = labels.isEmpty ? "" : "changes \(enumerated(labels)) and "
  return text(
    of: ["Opened \(label) in \(slug). Every placement is owed it:"] + owedLines(opened, layout: layout)
      + layout.wrapped("Editor's note, as of today: \(shown(opened.editorsNote))")
      + layout.wrapped(
        "The site is right when a revision that is filed from now on \(changes)is published.")
      + ["Take it back: stet correct \(slug) --drop \(label) --reason TEXT"])
}

/// What a kill leaves to do; nothing after a spike.
func takeDownLines(_ draft: DraftJSON, layout: Layout) -> [String] {
  guard let notice = draft.corrections.last(where: { $0.kind == .kill }) else { return [] }
  return ["Every placement is owed a take-down:"] + owedLines(notice, layout: layout)
    + ["Say when one is done: stet placed \(shown(draft.slug))/\(shown(notice.label)) P1"]
}

/// The receipt of a placement that has what it was owed, with what is left.
func placedText(_ answer: DraftAnswer, correction: String, placement: String, layout: Layout) -> String {
  let label = correction.uppercased()
  guard let now = answer.draft.corrections.first(where: { $0.label == label }) else { return "" }
  var lines = ["\(shown(answer.draft.slug))/\(shown(label))"]
  let done = now.owed.filter { $0.label == placement.uppercased() }
  for one in done { lines += layout.wrapped("\(shown(one.label)): \(shown(one.says)).", indent: 2) }
  if now.state == .done { return text(of: lines + ["Every placement is done."]) }
  return text(of: lines + ["Still owed:"] + owedLines(now, onlyOwed: true, layout: layout))
}

/// The receipt of a correction that was taken back.
func droppedText(_ answer: DraftAnswer, label: String, layout: Layout) -> String {
  text(
    of: layout.wrapped(
      "Dropped \(shown(label.uppercased())) of \(shown(answer.draft.slug)). Nothing is owed."))
}

/// What a publication did to corrections, and left.
func afterPublishing(_ draft: DraftJSON, layout: Layout) -> [String] {
  draft.corrections.filter(\.isOpen).flatMap { one in
    [
      one.state == .onSite
        ? "\(shown(one.label)) is on the site. Still owed:" : "\(shown(one.label)) is open:"
    ] + owedLines(one, onlyOwed: true, layout: layout)
  }
}

private func title(_ one: PlacementJSON) -> String {
  shown([one.kind.rawValue, one.name ?? one.draft].compactMap(\.self).joined(separator: " "))
}

private func words(_ state: CorrectionState) -> String {
  switch state {
  case .onSite: "on the site, not everywhere"
  case .open, .done, .dropped: state.rawValue
  }
}

extension CorrectionJSON {
  var isOpen: Bool { state == .open || state == .onSite }
}
