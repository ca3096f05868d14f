import Wire

/// A refusal for people, at most a few lines: what happened and where, what became of the work, the way on.
///
/// - Parameter file: the file that was read, for a place in it; `-` is standard input.
func problemText(_ problem: ProblemJSON, file: String? = nil, layout: Layout) -> String {
  let said = problem.detail.isEmpty ? problem.title : problem.detail
  var details = said.split(whereSeparator: \.isNewline).map { shown(String($0)) }
  if problem.excerpt != nil, details.count == 1 { details = aroundExcerpt(details[0]) }
  if let file, let line = problem.line, let column = problem.column {
    let place = "\(file == "-" ? "standard input" : shown(file)):\(line):\(column): "
    if let first = details.first, !first.hasPrefix(place) { details[0] = place + first }
  }
  var lines = details.prefix(1).flatMap { layout.wrapped($0) }
  if let excerpt = problem.excerpt {
    lines += excerptLines(excerpt, caret: problem.caret)
  }
  lines += details.dropFirst().flatMap { detail in
    layout.wrapped(detail.trimmed, indent: problem.excerpt != nil || detail.hasPrefix(" ") ? 2 : 0)
  }
  lines += missingLines(problem.missing ?? [], layout: layout)
  lines += (problem.places ?? []).map { "  line \($0.line), column \($0.column) (byte \($0.offset))" }
  let next = (problem.next ?? []).prefix(3).map { shown($0) }
  if !next.isEmpty { lines += ["Next:"] + next.map { "  " + $0 } }
  return text(of: lines)
}

/// What happened goes above the line that is shown, what to do about it below: after the sentence that says what
/// became of the work.
private func aroundExcerpt(_ detail: String) -> [String] {
  for sentence in ["Nothing was filed. ", "It was not looked at. "] {
    if let range = detail.firstRange(of: sentence) {
      return [String(detail[..<range.upperBound]).trimmed, String(detail[range.upperBound...])]
    }
  }
  return [detail]
}

/// The excerpt, and under it a caret. The caret's cells count in the excerpt as it came.
private func excerptLines(_ excerpt: String, caret: Int?) -> [String] {
  guard let caret else { return ["  " + shown(excerpt)] }
  var before = ""
  var used = 0
  for character in excerpt {
    if used >= caret { break }
    before.append(character)
    used += cells(character)
  }
  return ["  " + shown(excerpt), "  " + String(repeating: " ", count: cells(shown(before))) + "^"]
}

/// One numbered line, or more, for each unmet requirement, with who can meet it.
func missingLines(_ missing: [MissingJSON], numbered: Bool = false, layout: Layout) -> [String] {
  missing.enumerated().flatMap { index, item in
    let mark = numbered ? "  \(index + 1). " : "  "
    return layout.wrapped(
      words(item), first: mark, rest: String(repeating: " ", count: numbered ? mark.count : 6))
  }
}

/// `K2: a query by ben is unanswered. Who can: ana or ben.`
func words(_ missing: MissingJSON) -> String {
  let about = missing.about.isEmpty ? "" : labelled(missing.about.map { shown($0) }) + ": "
  let sentence = shown(missing.says).trimmed
  let stop = sentence.hasSuffix(".") || sentence.hasSuffix("?") || sentence.hasSuffix("!") ? "" : "."
  // A sentence that names everybody already is left alone.
  let named = missing.who.allSatisfy { missing.says.contains($0) }
  let who = named ? "" : " Who can: \(enumerated(missing.who.map { shown($0) }, last: "or"))."
  return about + sentence + stop + who
}

extension String {
  /// Without spaces at both ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
