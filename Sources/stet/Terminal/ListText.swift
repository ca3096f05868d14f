import Editorial
import TextAnalysis
import Wire

/// `stet list`. In a pipe: slug, revision, state, desk, dateline, live revision, live since, key points signed,
/// key points, filed by, filed at, headline.
func draftsText(_ list: DraftList, filter: [String], layout: Layout) -> String {
  if layout.piped {
    return text(
      of: list.drafts.map { draft in
        record(
          draft.slug, String(draft.revision), draft.state.rawValue, draft.desk, draft.dateline,
          draft.live.map { String($0.revision) }, draft.live?.on, String(draft.signed),
          String(draft.keyPoints),
          draft.filedBy, draft.filedAt, draft.headline)
      })
  }
  let which = filter.isEmpty ? "" : " (\(filter.map { shown($0) }.joined(separator: ", ")))"
  guard !list.drafts.isEmpty else { return "No drafts\(which).\n" }
  let rows = list.drafts.map { draft in
    [
      shown(draft.slug), "r\(draft.revision)", words(draft.state),
      draft.live.map { "r\($0.revision) \($0.origin == .imported ? "imported" : "live")" } ?? "",
      draft.keyPoints == 0 ? "nothing to sign" : "\(draft.signed) of \(draft.keyPoints) signed",
      shortDay(draft.dateline), draft.headline.map { shown($0) } ?? "",
    ]
  }
  let columns = rows[0].indices.dropLast().filter { column in rows.contains { !$0[column].isEmpty } }
  let widths = columns.map { column in rows.map { cells($0[column]) }.max() ?? 0 }
  var lines = ["\(counted(list.drafts.count, "draft"))\(which)."]
  lines.append("")
  for row in rows {
    var line = zip(columns, widths).map { layout.padded(row[$0], to: $1) }.joined(separator: "  ")
    let room = layout.width - cells(line) - 2
    if room >= 12, let headline = row.last, !headline.isEmpty {
      line += "  " + layout.cut(headline, to: room)
    }
    while line.last == " " { line.removeLast() }
    lines.append(line)
  }
  if let next = list.next { lines += ["", "More: stet list --after \(shellQuoted(shown(next)))"] }
  return text(of: lines)
}

/// `stet log`: what happened to a draft, oldest first.
func logText(_ log: LogAnswer, layout: Layout) -> String {
  if layout.piped {
    return text(of: log.entries.map { record(String($0.seq), $0.at, $0.actor, $0.act, $0.says, $0.hash) })
  }
  guard !log.entries.isEmpty else { return "Nothing is recorded yet.\n" }
  let width = log.entries.map { String($0.seq).count }.max() ?? 1
  return text(
    of: log.entries.flatMap { entry in
      let number = String(entry.seq)
      let lead = String(repeating: " ", count: width - number.count) + number + "  "
      return [lead + "\(moment(entry.at)), \(words(actor: entry.actor))"]
        + layout.wrapped(shown(entry.says), indent: width + 2)
    })
}

/// `stet whoami`.
func meText(_ me: MeAnswer, url: String, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: me.desks.map {
        record(me.member, me.name, $0.desk, $0.roles.map(\.rawValue).joined(separator: ","))
      })
  }
  let desks = me.desks.map { desk in
    "Desk \(shown(desk.desk)): \(desk.roles.isEmpty ? "no role" : enumerated(desk.roles.map(\.rawValue)))."
  }
  return text(
    of: ["\(shown(me.member)) (\(shown(me.name))) at \(url)."] + (desks.isEmpty ? ["On no desk."] : desks))
}
