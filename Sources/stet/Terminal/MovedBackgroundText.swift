import Wire

/// What to look at before anything else: sentences that repeat what is overtaken by now, with what is so instead.
func movedBackgroundLines(_ found: [MovedBackgroundJSON], layout: Layout) -> [String] {
  guard !found.isEmpty else { return [] }
  var lines = ["", layout.bold("OVERTAKEN SINCE IT WAS TOLD BEFORE")]
  for one in found {
    let speakers = ["here:", "\(shown(one.draft)) r\(one.revision), \(shortDay(one.dateline)):"]
    let column = min(40, speakers.map(cells).max() ?? 0)
    for (speaker, quote) in zip(speakers, [one.quote, one.otherQuote]) {
      lines += layout.wrapped(
        "\"\(shown(quote))\"", first: "  " + layout.padded(speaker, to: column) + " ", rest: "      ")
    }
    lines += layout.wrapped(shown(one.advice), first: "  ! ", rest: "    ")
  }
  return lines
}
