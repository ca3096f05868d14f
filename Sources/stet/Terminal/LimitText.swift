import Editorial
import Wire

/// What `stet show` says of who may read a draft.
func limitLines(_ draft: DraftJSON, layout: Layout) -> [String] {
  guard let limit = draft.limited else { return [] }
  return layout.wrapped("Limited to \(shown(limit.says)), by \(shown(limit.by)).")
}

/// Drafts that say otherwise than a limited one, those first that wait for a decision.
func collisionLines(_ draft: DraftJSON, layout: Layout) -> [String] {
  guard !draft.collisions.isEmpty else { return [] }
  let ordered = draft.collisions.filter { $0.outcome == nil } + draft.collisions.filter { $0.outcome != nil }
  let lines = ordered.flatMap { one in
    let fate =
      one.outcome.map { outcome in
        "Settled as \(outcome.rawValue) by \(shown(one.settledBy ?? "?"))"
          + (one.reason.map { ": \(shown($0))" } ?? ".")
      }
      ?? "Its writer is not told. Decide: stet collision \(shown(draft.slug))/\(shown(one.label)) --as told|kept|…"
    let lead = "  \(shown(one.label))  "
    return layout.wrapped(
      "\(shown(one.draft)) r\(one.revision) says: \"\(shown(one.quote))\" Yours says: \"\(shown(one.mine))\"",
      first: lead, rest: "      ")
      + layout.wrapped(fate, first: "      ", rest: "      ")
  }
  return ["", layout.bold("SAID OTHERWISE, UNKNOWN TO ITS WRITER")] + lines
}

/// The receipt of `stet limit`.
func limitText(_ answer: DraftAnswer, layout: Layout) -> String {
  let slug = shown(answer.draft.slug)
  let says =
    answer.draft.limited.map {
      "\(slug) is limited to \(shown($0.says)), and to whoever wrote it. To all others it is not there."
    } ?? "\(slug) is open: every member reads it."
  return text(of: layout.wrapped(says) + noticeLines(answer.receipt, layout: layout))
}

func collisionText(_ answer: DraftAnswer, label: String, layout: Layout) -> String {
  let outcome = answer.draft.collisions.first { $0.label.lowercased() == label.lowercased() }?.outcome
  let says =
    "\(shown(label.uppercased())) of \(shown(answer.draft.slug)) is settled as \(outcome?.rawValue ?? "?")."
  return text(of: layout.wrapped(says) + noticeLines(answer.receipt, layout: layout))
}
