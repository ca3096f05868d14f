import TextAnalysis

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
    let lead = before.isEmpty ? "" : "... "
    var kept = 0
    middle = String(
      middle.prefix { character in
        kept += cells(character)
        return kept <= room - 4
      })
    if let space = middle.lastIndex(of: " ") { middle = String(middle[..<space]) }
    carets = String(carets.prefix(cells(middle)))
    return (lead + middle + " ...", String(repeating: " ", count: lead.count) + carets)
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
