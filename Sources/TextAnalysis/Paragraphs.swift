/// A run of the body that is split into sentences by itself, or is shown without being read.
struct Block {
  let span: Span
  /// False for headings, table rows, images and lines drawn across: body, but no sentences.
  let isText: Bool
}

/// The blocks of body lines, in order.
///
/// A blank line ends a block. Where a line end falls inside a sentence and lines are short, the text is
/// hard-wrapped and the lines are one paragraph; else each line is a paragraph by itself. An item of a list
/// is one too, without its bullet.
func blocks(of body: [Int], in lines: Lines) -> [Block] {
  var result: [Block] = []
  var run: [Span] = []
  let source = lines.source

  func finishRun() {
    result += joined(run, source).map { Block(span: $0, isText: true) }
    run = []
  }

  var previous: Int?
  for line in body {
    if let previous, line != previous + 1 { finishRun() }
    previous = line
    let content = lines.content(line)
    if content.isEmpty {
      finishRun()
    } else if isApparatus(content, line, lines) {
      finishRun()
      result.append(Block(span: content, isText: false))
    } else if let words = source.wordsAfterBullet(at: content.start, before: content.end, .body) {
      finishRun()
      if words < content.end { run = [Span(words, content.end)] }
    } else {
      run.append(content)
    }
  }
  finishRun()
  return result
}

private func isApparatus(_ content: Span, _ line: Int, _ lines: Lines) -> Bool {
  let source = lines.source
  if source.markdownHeading(lines[line]) != nil || lines.isRule(line) || lines.isUnderline(line, of: 0x3D) {
    return true
  }
  let first = source.byte(content.start)
  if first == 0x7C { return true }
  return first == 0x21 && source.byte(content.start + 1) == 0x5B && source.byte(content.end - 1) == 0x29
}

/// Columns up to which a line counts as wrapped by hand or by a mail program.
private let wrappedWidth = 100

private func joined(_ run: [Span], _ source: Source) -> [Span] {
  guard run.count > 1 else { return run }
  let isShort = run.allSatisfy { $0.end - $0.start <= wrappedWidth }
  let isWrapped = isShort && run.dropLast().contains { !source.endsSentence($0) }
  var result: [Span] = []
  for line in run {
    if let last = result.last, isWrapped || !source.endsSentence(last) && startsSmall(line, source) {
      result[result.count - 1] = Span(last.start, line.end)
    } else {
      result.append(line)
    }
  }
  return result
}

private func startsSmall(_ span: Span, _ source: Source) -> Bool {
  source.letter(at: span.start)?.scalar.isLower == true
}
