import Editorial
import Wire

/// `stet watch list`. In a pipe: label, about, URL, minutes, last success, last look, problem, changes.
func watchesText(_ list: WatchList, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: list.watches.map { watch in
        record(
          watch.label, watch.about, watch.url, String(watch.everyMinutes), watch.lastSuccess, watch.lastLook,
          watch.problem, String(watch.changes.count))
      })
  }
  guard !list.watches.isEmpty else { return "No page is watched.\n" }
  var lines = ["\(counted(list.watches.count, "page")) watched."]
  for watch in list.watches { lines += [""] + watchLines(watch, layout: layout) }
  return text(of: lines + [""] + layout.wrapped(shown(list.note)))
}

func watchLines(_ watch: WatchJSON, layout: Layout) -> [String] {
  var lines = layout.wrapped(
    "\(shown(watch.about)), every \(interval(minutes: watch.everyMinutes)), by \(shown(watch.addedBy))",
    first: "\(shown(watch.label))  ", rest: "    ")
  lines.append("    " + shown(watch.url))
  lines += layout.wrapped(sentence(watch.says), indent: 4)
  for change in watch.changes {
    lines += layout.wrapped(
      "Changed between \(moment(change.since)) and \(moment(change.seenAt)): \(shown(change.says))",
      first: "    ",
      rest: "      ")
  }
  if !watch.changes.isEmpty { lines.append("    stet watch seen \(shown(watch.label))") }
  return lines
}

/// A watched page beside what it is watched for.
func watchedLines(_ note: WatchNoteJSON, indent: Int, layout: Layout) -> [String] {
  let space = String(repeating: " ", count: indent)
  return [space + "Watched: \(shown(note.url)) (\(shown(note.label)))"]
    + layout.wrapped(sentence(note.says) + " Quiet is no evidence.", indent: indent + 2)
}

func watchReceipt(_ watch: WatchJSON, verb: String, layout: Layout) -> String {
  let note = watch.stoppedAt == nil ? [""] + layout.wrapped(quietIsNoEvidence) : []
  return text(of: ["\(verb) \(shown(watch.label)).", ""] + watchLines(watch, layout: layout) + note)
}

/// A clause as a sentence.
private func sentence(_ clause: String) -> String {
  let plain = shown(clause)
  return plain.prefix(1).uppercased() + plain.dropFirst() + "."
}
