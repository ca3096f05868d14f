import TextAnalysis

/// `stet check`: each finding with its place and a window of its sentence; more than thirty in short form.
///
/// - Parameter texts: the text of each file, by the file's name.
func checkText(_ report: CheckReport, texts: [String: String], layout: Layout) -> String {
  let short = report.findings.count > 30
  var lines: [String] = []
  for finding in report.findings {
    let place = "\(shown(finding.file)):\(finding.line):\(finding.column)"
    let head = "\(layout.bold(place))  \(finding.level.rawValue)  \(shown(finding.rule))"
    if short {
      lines.append(
        head + "  " + layout.quoted(shown(finding.quote), to: max(20, layout.width - cells(head) - 2)))
      continue
    }
    lines.append(head)
    if let text = texts[finding.file] { lines += windowLines(finding, in: text, layout: layout) }
    if let expected = finding.expected { lines.append("  names  \(shown(expected))") }
    if !finding.reason.isEmpty {
      lines += layout.wrapped(shown(finding.reason), first: "  why    ", rest: "         ")
    }
  }
  if !lines.isEmpty { lines.append("") }
  if short {
    lines += layout.wrapped("More than 30 findings: the short form. One file at a time shows each in full.")
  }
  func count(_ level: Level) -> Int { report.findings.filter { $0.level == level }.count }
  let verdict =
    report.fails
    ? "Found at or above --fail-on \(report.failOn.rawValue)."
    : "Nothing at or above --fail-on \(report.failOn.rawValue)."
  lines += layout.wrapped(
    "\(counted(count(.claim), "claim")), \(count(.disputed)) disputed, \(counted(count(.slip), "slip")) "
      + "in \(counted(report.files, "file")). \(verdict)")
  return text(of: lines)
}

/// A window of the sentence with carets under the words that made the rule fire.
private func windowLines(_ finding: CheckReport.Finding, in text: String, layout: Layout) -> [String] {
  let marked = Span(finding.start, finding.end)
  var windows: [(window: Span, marks: [Span])] = [(finding.sentenceSpan, [marked])]
  let others = finding.others.map { Span($0.start, $0.end) }
  let room = max(20, layout.width - 2 - 8)
  // Sides that stand far apart get a window each; near ones share it.
  let whole = others.reduce(marked) { Span(min($0.start, $1.start), max($0.end, $1.end)) }
  if cells(shown(slice(text, whole))) <= room {
    windows = [(finding.sentenceSpan, [marked] + others)]
  } else {
    windows += others.map { (finding.sentenceSpan, [$0]) }
  }
  return windows.flatMap { item -> [String] in
    let (line, carets) = window(of: item.window, marking: item.marks, in: text, room: room)
    return ["  " + line, "  " + carets]
  }
}

extension CheckReport.Finding {
  fileprivate var sentenceSpan: Span { Span(sentence.start, sentence.end) }
}

/// The part of `sentence` around `marks` that fits into `room` cells, with `...` where it goes on, and the
/// line of carets that belongs under it.
func window(of sentence: Span, marking marks: [Span], in text: String, room: Int) -> (String, String) {
  let start = marks.map(\.start).min() ?? sentence.start
  let end = marks.map(\.end).max() ?? sentence.end
  let before = words(of: slice(text, Span(min(sentence.start, start), start)))
  let after = words(of: slice(text, Span(end, max(sentence.end, end))))

  // The words between the first and the last mark, with a caret under every marked cell.
  var middle = ""
  var carets = ""
  var position = start
  for mark in marks.sorted() where mark.start >= position {
    let gap = shown(slice(text, Span(position, mark.start)))
    let inside = shown(slice(text, mark))
    middle += gap + inside
    carets += String(repeating: " ", count: cells(gap)) + String(repeating: "^", count: cells(inside))
    position = mark.end
  }
  if cells(middle) > room {
    var kept = 0
    middle = String(
      middle.prefix { character in
        kept += cells(character)
        return kept <= room - 4
      })
    if let space = middle.lastIndex(of: " ") { middle = String(middle[..<space]) }
    carets = String(carets.prefix(cells(middle)))
    return (middle + " ...", carets)
  }
  var left = ""
  var right = ""
  var remaining = room - cells(middle)
  var ahead = before[...]
  var behind = after[...]
  // Alternately a word on each side, so that the mark stays in the middle.
  while !ahead.isEmpty || !behind.isEmpty {
    var grew = false
    if let word = ahead.last, cells(word) <= remaining {
      left = word + left
      remaining -= cells(word)
      ahead = ahead.dropLast()
      grew = true
    }
    if let word = behind.first, cells(word) <= remaining {
      right += word
      remaining -= cells(word)
      behind = behind.dropFirst()
      grew = true
    }
    if !grew { break }
  }
  if ahead.isEmpty { while left.first == " " { left.removeFirst() } }
  while right.last == " " { right.removeLast() }
  let lead = ahead.isEmpty ? left : "..." + (left.first == " " ? "" : " ") + left
  let tail = behind.isEmpty ? right : right + " ..."
  return (lead + middle + tail, String(repeating: " ", count: cells(lead)) + carets)
}

/// Words of a text, each with the spaces before it, as they may be shown; a trailing space is a word of its own.
private func words(of text: String) -> [String] {
  var result: [String] = []
  var word = ""
  for character in shown(text) {
    if character == " ", let last = word.last, last != " " {
      result.append(word)
      word = ""
    }
    word.append(character)
  }
  if !word.isEmpty { result.append(word) }
  return result
}
