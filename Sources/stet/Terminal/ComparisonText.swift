import Wire

/// `stet contradictions compare`. In a pipe: rule, whether one overtakes the other, both quotes, explanation.
func comparisonText(_ answer: ComparisonAnswer, layout: Layout) -> String {
  if layout.piped {
    return text(
      of: answer.findings.map {
        record($0.rule, $0.overtakes ? "overtakes" : "", $0.quote, $0.otherQuote, $0.explanation)
      })
  }
  let named = { (side: ComparisonAnswer.Side) in
    "\(shown(side.draft)) r\(side.revision), \(shortDay(side.dateline))"
  }
  var lines = layout.wrapped(
    "\(named(answer.one)) against \(named(answer.other)): "
      + (answer.count == 0 ? "nothing collides." : "\(counted(answer.count, "place")) to look at."))
  for one in answer.findings {
    lines += [""]
    lines += layout.wrapped(
      shown(one.explanation) + (one.overtakes ? "; it was right in its day." : "."), rest: "  ")
    for (side, quote) in [(answer.one, one.quote), (answer.other, one.otherQuote)] {
      lines += layout.wrapped("\(shown(side.draft)): \"\(shown(quote))\"", first: "    ", rest: "    ")
    }
  }
  if answer.count > answer.findings.count {
    lines += ["", "These have most in common; \(answer.count - answer.findings.count) more are not shown."]
  }
  return text(of: lines)
}
