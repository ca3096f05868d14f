import Client
import Editorial
import TextAnalysis
import Wire

/// `stet diff`: what changed in reading order, each with its kind as a word, and what it did to signatures.
func diffText(_ diff: DiffAnswer, layout: Layout) -> String {
  let title =
    "\(shown(diff.slug)) r\(diff.from.revision) to r\(diff.to.revision), filed by \(shown(diff.to.filedBy)), "
    + "\(moment(diff.to.filedAt)). "
    + (diff.differences.isEmpty ? "Nothing changed." : "\(counted(diff.differences.count, "change")).")
  var lines = layout.wrapped(title).map(layout.bold)
  if diff.from.dateline != diff.to.dateline {
    lines += layout.wrapped(
      "The dateline was \(shortDay(diff.from.dateline)) and is \(shortDay(diff.to.dateline)).")
  }
  if !diff.signOffs.isEmpty { lines += layout.wrapped(signatures(diff.signOffs)) }
  for one in diff.differences { lines += [""] + differenceLines(one, layout: layout) }
  let effects =
    diff.signOffs.filter { $0.standing == .outdated } + diff.signOffs.filter { $0.standing == .carried }
  if !effects.isEmpty {
    lines += ["", layout.bold("SIGN-OFFS")]
    lines += effects.flatMap { effectLines($0, layout: layout) }
  }
  return text(of: lines)
}

/// `Signatures: 1 outdated (K1), 2 carried (K3, K4).`
private func signatures(_ effects: [DiffAnswer.Effect]) -> String {
  let approvals = effects.filter { $0.verdict == .approve }
  func told(_ standing: Standing) -> String {
    let those = approvals.filter { $0.standing == standing }
    let labels = Set(those.map(\.keyPoint)).sorted { number($0) < number($1) }.map { shown($0) }
    return "\(those.count) \(standing.rawValue)" + (labels.isEmpty ? "" : " (\(labelled(labels)))")
  }
  return "Signatures: \(told(.outdated)), \(told(.carried))."
}

private func number(_ label: String) -> Int { Int(label.dropFirst()) ?? 0 }

/// `stet verify`: what is out beside what was signed.
func verifyText(_ found: VerificationJSON, layout: Layout) -> String {
  let signed = "\(shown(found.draft)) r\(found.revision)"
  let resting = Set(found.differences.flatMap(\.bearsOut)).sorted { number($0) < number($1) }.map {
    shown($0)
  }
  let title =
    found.differences.isEmpty
    ? PublicPage.isAddress(found.live)
      ? "Every sentence of \(signed) stands on the page." : "What is out is \(signed), word for word."
    : "What is out differs from \(signed) in \(counted(found.differences.count, "place"))."
      + (resting.isEmpty
        ? "" : " \(enumerated(resting)) \(resting.count == 1 ? "rests" : "rest") on what differs.")
  return text(
    of: layout.wrapped(title) + found.differences.flatMap { [""] + differenceLines($0, layout: layout) })
}

private func differenceLines(_ one: DiffAnswer.Difference, layout: Layout) -> [String] {
  let kinds = one.kinds.filter { one.change != "changed" || $0 != .moved }
  let word =
    switch one.change {
    case "added": "NEW"
    case "cut": "CUT"
    default: kinds.map { $0.rawValue.uppercased() }.joined(separator: ", ")
    }
  var place = shown(one.place)
  if let from = one.movedFrom {
    place += ", was \(shown(from))"
  } else if one.kinds.contains(.moved) {
    place += ", moved"
  }
  if !one.bearsOut.isEmpty { place += ", bears out \(enumerated(one.bearsOut.map { shown($0) }))" }
  return layout.wrapped(
    place, first: layout.bold(word) + String(repeating: " ", count: max(1, 13 - cells(word))), rest: "  ")
    + quoteLines(one, layout: layout)
}

private func quoteLines(_ one: DiffAnswer.Difference, layout: Layout) -> [String] {
  if one.change == "moved", let now = one.now {
    return ["  " + layout.quoted(shown(now), to: layout.width - 2)]
  }
  let changes = one.pieces.filter { $0.kind != .same }.count
  // More alternations than these are read more easily as two sentences.
  if changes > 6, let was = one.was, let now = one.now {
    return layout.wrapped(shown(was), first: "  was  ", rest: "       ")
      + layout.wrapped(shown(now), first: "  now  ", rest: "       ")
  }
  return markedLines(one.pieces, layout: layout)
}

/// Words that stayed before and behind a change.
private let context = 6

/// `... thrown out on July [-12-] {+11+}, 2024 ...`: brackets as well as colour, so that nothing is told by colour alone.
private func markedLines(_ pieces: [DiffAnswer.Piece], layout: Layout) -> [String] {
  let words = pieces.enumerated().flatMap { index, piece -> [(text: String, colour: String?)] in
    let words = shown(piece.words)
    let (text, colour): (String, String?) =
      switch piece.kind {
      case .cut: ("[-\(words)-]", "31")
      case .added: ("{+\(words)+}", "32")
      case .same: (shortened(words, isFirst: index == 0, isLast: index == pieces.count - 1), nil)
      }
    return text.split(separator: " ").map { (String($0), colour) }
  }
  var lines: [String] = []
  var line = " "
  var used = 1
  for word in words {
    if used > 1, used + 1 + cells(word.text) > layout.width {
      lines.append(line)
      (line, used) = (" ", 1)
    }
    line += " " + coloured(word.text, word.colour, layout)
    used += 1 + cells(word.text)
  }
  return lines + [line]
}

private func shortened(_ words: String, isFirst: Bool, isLast: Bool) -> String {
  let all = words.split(separator: " ")
  if isFirst, isLast { return words }
  if isFirst { return all.count <= context + 2 ? words : "... " + all.suffix(context).joined(separator: " ") }
  if isLast { return all.count <= context + 2 ? words : all.prefix(context).joined(separator: " ") + " ..." }
  return all.count <= 2 * context + 2
    ? words
    : all.prefix(context).joined(separator: " ") + " ... " + all.suffix(context).joined(separator: " ")
}

private func coloured(_ text: String, _ code: String?, _ layout: Layout) -> String {
  guard layout.colour, let code else { return text }
  return "\u{1B}[\(code)m\(text)\u{1B}[0m"
}

private func effectLines(_ effect: DiffAnswer.Effect, layout: Layout) -> [String] {
  let noun = effect.verdict == .approve ? "\(effect.read.rawValue) read" : effect.verdict.rawValue
  let end = effect.standing == .outdated ? "no longer stands" : "stands"
  return layout.wrapped(
    "\(shown(effect.member))'s \(noun) \(end): \(shown(effect.because).trimmed)"
      + (effect.standing == .outdated && effect.verdict == .approve
        ? ". Turn: \(shown(effect.invitedBy ?? effect.member))" : ""),
    first: "  \(shown(effect.keyPoint))  ", rest: "      ")
}
