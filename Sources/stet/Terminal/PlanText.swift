import Wire

/// What `stet show` says of a draft's plan and embargo.
func scheduleLines(_ draft: DraftJSON, layout: Layout) -> [String] {
  guard let schedule = draft.schedule else { return [] }
  var lines: [String] = []
  if let plan = schedule.plan {
    lines += layout.wrapped("Goes out on \(words(plan.moment)), planned by \(shown(plan.by)).")
    lines +=
      plan.why.isEmpty
      ? [] : layout.wrapped("As it stands it will not: \(reasons(plan)).", first: "! ", rest: "  ")
  }
  if let refused = schedule.refused {
    lines += layout.wrapped(
      "Did not go out on \(words(refused.moment)), as \(shown(refused.by)) had planned: \(reasons(refused)).",
      first: "! ", rest: "  ")
  }
  if let embargo = schedule.embargo {
    lines += layout.wrapped("Under embargo until \(words(embargo.until)), set by \(shown(embargo.by)).")
  }
  return lines
}

/// The receipt of a planned publication.
func planText(_ answer: DraftAnswer, layout: Layout) -> String {
  let slug = shown(answer.draft.slug)
  guard let plan = answer.draft.schedule?.plan else { return actText("Planned", answer, layout: layout) }
  return text(
    of: layout.wrapped("Planned: \(slug) r\(plan.revision) goes out on \(words(plan.moment)).")
      + noticeLines(answer.receipt, layout: layout)
      + ["It is looked at again then, and what is not ready does not go out."]
      + ["Take it back: stet unplan \(slug)"])
}

/// The receipt of an embargo, or of its end.
func embargoText(_ answer: DraftAnswer, layout: Layout) -> String {
  let slug = shown(answer.draft.slug)
  let says =
    answer.draft.schedule?.embargo.map { "\(slug) is under embargo until \(words($0.until))." }
    ?? "\(slug) is under no embargo any more."
  return text(of: layout.wrapped(says) + noticeLines(answer.receipt, layout: layout))
}

/// `Tuesday 24 November 2026 06:00 (America/Denver)`
func words(_ moment: ScheduleJSON.Moment) -> String {
  let day = String(moment.local.prefix(10))
  return "\(weekdayAndDay(day)) \(shown(String(moment.local.dropFirst(11)))) (\(shown(moment.zone)))"
}

private func reasons(_ plan: ScheduleJSON.Plan) -> String {
  plan.why.map { shown($0) }.joined(separator: ". ")
}
