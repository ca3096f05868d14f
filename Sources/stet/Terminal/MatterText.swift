import Editorial
import TextAnalysis
import Wire

/// `stet matters`. In a pipe: slug, kind, status, title.
func mattersText(_ list: MatterList, layout: Layout) -> String {
  if layout.piped { return text(of: list.matters.map { record($0.slug, $0.kind, $0.status, $0.title) }) }
  guard !list.matters.isEmpty else { return "No matters.\n" }
  let slugWidth = list.matters.map { cells(shown($0.slug)) }.max() ?? 0
  return text(
    of: ["\(counted(list.matters.count, "matter")).", ""]
      + list.matters.flatMap { matter in
        let lead =
          layout.padded(shown(matter.slug), to: slugWidth)
          + "  \(shown(matter.kind)), \(shown(matter.status))  "
        return [lead + layout.cut(shown(matter.title), to: max(16, layout.width - cells(lead)))]
          + list.watches.filter { $0.about == matter.slug }.flatMap {
            watchedLines(WatchNoteJSON($0), indent: 2, layout: layout)
          }
      })
}

/// `stet matters show`.
func matterText(_ answer: MatterPlacesAnswer, layout: Layout) -> String {
  let matter = answer.matter
  if layout.piped {
    return text(
      of: matter.timeline.map {
        record(matter.slug, $0.since, $0.status, $0.party, $0.count, $0.source, $0.by, $0.recordedOn)
      })
  }
  var lines = layout.wrapped(
    "\(shown(matter.slug)): \(shown(matter.title)). \(shown(matter.kind))"
      + (matter.court.map { ", court \(shown($0))" } ?? "") + ".")
  if matter.active { lines += layout.wrapped("Proceedings are active: mind contempt of court.") }
  lines += standingLines(matter, layout: layout)
  if matter.timeline.count > 1 {
    lines += ["", "What happened:"]
    for entry in matter.timeline { lines += entryLines(entry, layout: layout) }
  }
  for relation in matter.relations {
    let name = shown(relation.relation).replacing("-", with: " ")
    let other = "\(shown(relation.matter)), \(shown(relation.status))"
    lines += layout.wrapped(
      relation.ofThis ? "It is \(name) \(other)." : "\(other), is \(name) this one.")
  }
  if !matter.aliases.isEmpty {
    lines += layout.wrapped("Also called \(enumerated(matter.aliases.map { shown($0) })).")
  }
  lines += answer.watches.flatMap { watchedLines(WatchNoteJSON($0), indent: 0, layout: layout) }
  return text(of: lines + placeLines(answer, layout: layout))
}

private func placeLines(_ answer: MatterPlacesAnswer, layout: Layout) -> [String] {
  guard answer.linkedClaims > 0 || !answer.keyPoints.isEmpty else {
    return ["", "No story is linked to it."]
  }
  var lines = ["", "Stories speak of it in:"]
  for claim in answer.claims { lines += claimPlace(claim, layout: layout) }
  for point in answer.keyPoints {
    lines += layout.wrapped(
      "\(shown(point.draft))/\(shown(point.label)) \"\(shown(point.words))\" (\(says(point.asserts)))",
      first: "  ", rest: "    ")
  }
  let more = answer.linkedClaims - answer.claims.count
  if more > 0 { lines.append("  and \(counted(more, "more claim")).") }
  return lines
}

private func says(_ status: String?) -> String {
  status.map { "says \(shown($0).replacing("-", with: " "))" } ?? "says nothing plain; add --says STATUS"
}

private func claimPlace(_ claim: ClaimJSON, layout: Layout) -> [String] {
  layout.wrapped(
    "\(shown(claim.draft))/\(shown(claim.label)) \"\(shown(claim.quote))\" (\(says(claim.asserts)))",
    first: "  ", rest: "    ")
}

/// Where it stands, and what may follow.
private func standingLines(_ matter: MatterJSON, layout: Layout) -> [String] {
  guard !matter.standings.isEmpty else { return ["Nothing is recorded yet of where it stands."] }
  return matter.standings.flatMap { entry in
    entryLines(entry, layout: layout)
      + (entry.lasts.map { layout.wrapped("asked about after \(shown($0))", indent: 4) } ?? [])
      + (entry.then.isEmpty
        ? []
        : layout.wrapped("may become \(entry.then.map { shown($0) }.joined(separator: ", "))", indent: 4))
  }
}

/// "23 December 2024", "December 2024" of an EDTF date; what is none stays as it is.
private func partialDay(_ edtf: String) -> String { PartialDate(edtf).map { inWords($0) } ?? shown(edtf) }

/// "pending (filed)": how it is said, and how it is typed where that is another word.
private func stands(_ entry: MatterJSON.Entry) -> String {
  let isTypedSo = entry.inWords == entry.status.replacing("-", with: " ")
  return shown(entry.inWords) + (isTypedSo ? "" : " (\(shown(entry.status)))")
}

private func entryLines(_ entry: MatterJSON.Entry, layout: Layout) -> [String] {
  let whom = [entry.party.map { shown($0) }, entry.count.map { "count \(shown($0))" }].compactMap { $0 }
  return layout.wrapped(
    (whom.isEmpty ? "" : whom.joined(separator: ", ") + ": ")
      + "\(stands(entry)), \(partialDay(entry.since)), \(shown(entry.source)) (\(shown(entry.by)))"
      + (entry.forced.map { ", forced: \(shown($0))" } ?? ""), first: "  ", rest: "    ")
}

/// `stet matters new`, `relate`, `merge` and others that give the matter back.
func matterReceipt(_ matter: MatterJSON, _ done: String, layout: Layout) -> String {
  text(
    of: layout.wrapped(
      "\(done) \(shown(matter.slug)): \(shown(matter.title)). \(shown(matter.kind)), \(shown(matter.status))."
    )
  )
}

/// `stet matters move`.
func moveText(_ answer: MoveAnswer, layout: Layout) -> String {
  let slug = shown(answer.matter.slug)
  let said = "\(stands(answer.entry)), \(partialDay(answer.entry.since))"
  var lines: [String]
  switch answer.outcome {
  case .already: return "\(slug) is recorded as \(said), already. Nothing was changed.\n"
  case .putBefore:
    lines = layout.wrapped(
      "\(slug): \(said) goes before what was known. It still stands at: \(shown(answer.matter.status)).")
    return text(of: lines)
  case .moved:
    lines = [answer.tried ? "\(slug) would move to \(said)." : "\(slug) moved to \(said)."]
  }
  lines += layout.wrapped(
    answer.claims == 0
      ? "No linked claim says otherwise."
      : "\(counted(answer.claims, "claim")) in \(counted(answer.drafts, "draft")) "
        + (answer.tried ? "would be due:" : "\(answer.claims == 1 ? "is" : "are") due now:"))
  for claim in answer.places { lines += claimPlace(claim, layout: layout) }
  if answer.claims > answer.places.count {
    lines.append("  and \(counted(answer.claims - answer.places.count, "more claim")).")
  }
  for one in answer.lapsed {
    lines += layout.wrapped(
      "\(shown(one.draft))/\(shown(one.keyPoint)): the approval by \(shown(one.member)) "
        + (answer.tried ? "would lapse." : "lapsed; it is to be signed again."))
  }
  for plan in answer.plans {
    lines += layout.wrapped(
      "\(shown(plan.draft)) r\(plan.revision) "
        + (answer.tried ? "would not go out" : "does not go out as it stands")
        + ": \(shown(plan.by)) planned it for \(words(plan.moment)).", first: "! ", rest: "  ")
  }
  for relation in answer.matter.relations {
    lines += layout.wrapped(
      "Related: \(shown(relation.matter)), \(shown(relation.title)), \(shown(relation.status)). Did it move, too?"
    )
  }
  if answer.tried { lines.append("Nothing was recorded.") }
  return text(of: lines)
}

/// `stet matters link` and `confirm`.
func linkedText(_ answer: MatterPlacesAnswer, layout: Layout) -> String {
  let slug = shown(answer.matter.slug)
  guard !answer.claims.isEmpty || !answer.keyPoints.isEmpty else {
    return text(
      of: layout.wrapped(
        "Noted: it is about \(slug). No claim in it plainly says where that stands; link some: "
          + "stet matters link \(slug) DRAFT/C1 --says STATUS"))
  }
  var lines = layout.wrapped("Linked to \(slug) (\(shown(answer.matter.status))):")
  for claim in answer.claims {
    lines += claimPlace(claim, layout: layout)
    if claim.status == .due { lines += layout.wrapped("Due: \(shown(claim.dueBecause))", indent: 4) }
  }
  for point in answer.keyPoints {
    lines += layout.wrapped(
      "\(shown(point.draft))/\(shown(point.label)) \"\(shown(point.words))\" (\(says(point.asserts)))",
      first: "  ", rest: "    ")
  }
  return text(of: lines + noticeLines(answer.receipt, layout: layout))
}

/// `stet matters proposals`. In a pipe: draft, matter, reason, words.
func proposalsText(_ list: ProposalList, layout: Layout) -> String {
  if layout.piped {
    return text(of: list.proposals.map { record($0.draft, $0.matter, $0.because, $0.words) })
  }
  guard !list.proposals.isEmpty else { return "Nothing to answer.\n" }
  var lines = ["\(counted(list.proposals.count, "story to ask about", plural: "stories to ask about"))."]
  for one in list.proposals {
    lines +=
      [""] + layout.wrapped("\(shown(one.draft)) may be about \(shown(one.matter)), \(shown(one.title)).")
    lines += layout.wrapped("\(shown(one.because)): \"\(shown(one.words))\"", indent: 2)
    lines.append("  Yes: stet matters confirm \(shown(one.matter)) \(shown(one.draft))")
    lines.append("  No:  stet matters refuse \(shown(one.matter)) \(shown(one.draft))")
  }
  return text(of: lines)
}
