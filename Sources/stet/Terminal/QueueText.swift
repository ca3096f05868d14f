import Editorial
import TextAnalysis
import Wire

/// `stet queue`: one entry each, with the reason in words and the command that does it.
func queueText(_ queue: QueueAnswer, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: queue.waiting.map { item in
        record(
          item.kind.rawValue, item.draft, item.about.joined(separator: " "), item.since, item.why,
          item.command,
          item.standsInFor)
      })
  }
  var lines: [String]
  if queue.waiting.isEmpty {
    lines = ["Nothing waits for \(shown(queue.member))."]
  } else {
    lines = [
      layout.bold(
        "\(counted(queue.waiting.count, "thing")) \(queue.waiting.count == 1 ? "waits" : "wait") for \(shown(queue.member))."
      )
    ]
  }
  for item in queue.waiting {
    let about = item.about.isEmpty ? "" : " " + labelled(item.about.map { shown($0) })
    let standsIn = item.standsInFor.map { ", for \(shown($0))" } ?? ""
    lines += [""]
    lines += layout.wrapped(
      "\(shown(item.draft))\(about), since \(moment(item.since))\(standsIn)",
      first: layout.bold(heading(item.kind)) + "  ", rest: "  ")
    lines += layout.wrapped(shown(item.why).trimmed, indent: 2)
    lines.append("  " + shown(item.command))
  }
  if !queue.away.isEmpty {
    lines += [""]
    lines += layout.wrapped(
      "Away: "
        + queue.away.map { away in
          "\(shown(away.member)) until \(shortDay(away.until))"
            + (away.deputy.map { " (\(shown($0)) stands in)" } ?? "")
        }.joined(separator: ", ") + ".")
  }
  return text(of: lines)
}

private func heading(_ kind: Waiting.Kind) -> String {
  switch kind {
  case .liveDoubt: "LIVE, IN DOUBT"
  case .release: "NOT OUT"
  case .owed: "OWED"
  case .owedCorrection: "CORRECT"
  case .fileCorrection: "FILE"
  case .review: "REVIEW"
  case .signAgain: "SIGN AGAIN"
  case .answer: "ANSWER"
  case .decide: "DECIDE"
  case .collision: "SAID OTHERWISE"
  case .followUp: "FOLLOW UP"
  case .pageChanged: "PAGE CHANGED"
  case .sign: "SIGN"
  case .settle: "SETTLE"
  case .publish: "PUBLISH"
  }
}
