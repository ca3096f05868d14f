import Editorial
import TextAnalysis
import Wire

/// `stet contradictions` over all drafts: what each is, its rule, age and whose turn it is, then the passages with
/// their stories and days.
func contradictionListText(_ list: ContradictionList, more: String?, layout: Layout) -> String {
  if layout.piped { return contradictionsText(list, draft: nil, status: "all", layout: layout) }
  guard !list.contradictions.isEmpty else { return "No contradictions.\n" }
  let blocking = list.contradictions.count { $0.blocks }
  let says =
    switch blocking {
    case 0: "None blocks publication."
    case list.contradictions.count: blocking == 1 ? "It blocks publication." : "All block publication."
    default: "\(blocking) \(blocking == 1 ? "blocks" : "block") publication."
    }
  let many = list.contradictions.count == 1 ? "" : ", the oldest first"
  var lines = layout.wrapped("\(counted(list.contradictions.count, "contradiction"))\(many). \(says)")
  for item in list.contradictions {
    lines += [""]
    lines += layout.wrapped(
      ([statusWords(item)] + facts(item, layout: layout)).joined(separator: "; "),
      first: "\(shown(item.draft))/\(shown(item.label))  ", rest: "    ")
    lines += passageLines(item.passages, layout: layout)
    // One passage alone does not show what is wrong with it.
    if item.passages.count < 2, let note = item.note, !note.isEmpty {
      lines.append("    " + layout.cut(shown(note), to: layout.width - 4))
    }
  }
  if let more { lines += ["", "More: \(more)"] }
  return text(of: lines)
}

/// The command that was typed, going on after a cursor.
func nextPageCommand(words: [String], after cursor: String) -> String {
  var kept: [String] = []
  var skipNext = false
  for word in words.dropFirst() {
    if !skipNext, word != "--after", !word.hasPrefix("--after=") { kept.append(word) }
    skipNext = word == "--after" && !skipNext
  }
  return (["stet"] + kept + ["--after", cursor]).map(shellQuoted).joined(separator: " ")
}

/// Rule, age, how the rule fares, and whose turn it is.
private func facts(_ item: ContradictionJSON, layout: Layout) -> [String] {
  var facts = [item.rule.map { shown($0) } ?? ""]
  if item.status != .settled, let raised = day(ofInstant: item.raisedAt), let today = layout.today {
    facts.append(age(of: raised, on: today))
  }
  if let says = recordWords(item) { facts.append(says) }
  if let turn = item.turn, !turn.isEmpty { facts.append("turn: \(fewNames(turn))") }
  return facts.filter { !$0.isEmpty }
}

/// `this rule: 14 of 16 confirmed here`; nil while nobody has judged any of its findings.
func recordWords(_ item: ContradictionJSON) -> String? {
  guard let record = item.record, record.settled > 0 else { return nil }
  return "this rule: \(record.confirmed) of \(record.settled) confirmed here"
}

/// `ana`, `ana or ben`, `ana, ben or 3 more`.
private func fewNames(_ handles: [String]) -> String {
  let names = handles.map { shown($0) }
  return names.count <= 3
    ? enumerated(names, last: "or") : enumerated(names.prefix(2) + ["\(names.count - 2) more"], last: "or")
}

/// One line for each passage, its quote cut to the width. The story is named once where both are of one.
private func passageLines(_ passages: [ContradictionJSON.Passage], layout: Layout) -> [String] {
  let leads = passages.enumerated().map { place, passage in
    place > 0 && passages[place - 1].draft == passage.draft
      && passages[place - 1].revision == passage.revision
      ? "" : layout.padded(shortDay(passage.dateline ?? ""), to: 11) + "  " + shown(passage.draft)
  }
  let column = min(40, leads.map(cells).max() ?? 0)
  return zip(leads, passages).map { lead, passage in
    let start = "    " + layout.padded(lead, to: column) + "  "
    return start + layout.quoted(shown(passage.quote), to: max(24, layout.width - cells(start)))
  }
}

/// What a spreadsheet gets of each.
let contradictionColumns = [
  "id", "draft", "label", "desk", "kind", "status", "outcome", "blocks", "rule", "origin", "raised at",
  "raised by", "turn", "quote", "quote's story", "quote's day", "against", "against's story", "against's day",
  "note", "other draft", "settled by", "settled at",
]

func contradictionCells(_ item: ContradictionJSON) -> [String] {
  let one = item.passages.first
  let others = item.passages.dropFirst()
  let told = [
    String(item.id), item.draft, item.label, item.desk ?? "", item.kind.rawValue, item.status.rawValue,
    item.outcome?.rawValue ?? "", item.blocks ? "yes" : "no", item.rule ?? "", item.origin.rawValue,
    item.raisedAt, item.raisedBy ?? "", (item.turn ?? []).joined(separator: " "),
  ]
  let quoted = [
    one?.quote ?? "", one?.draft ?? "", one?.dateline ?? "", others.map(\.quote).joined(separator: " / "),
    others.first?.draft ?? "", others.first?.dateline ?? "",
  ]
  return told + quoted + [item.note ?? "", item.other ?? "", item.settledBy ?? "", item.settledAt ?? ""]
}
