import TextAnalysis

/// What a text is laid out for. Functions that make text take one, so that they know no terminal.
struct Layout: Sendable {
  /// Cells in a line.
  var width = 80
  var colour = false
  /// Whether symbols beyond ASCII can be shown.
  var unicode = true
  /// Whether a program reads the output: lists are then tab-separated lines, and nothing is cut.
  var piped = false
  /// The day ages are counted to (UTC).
  var today: CivilDate?

  // Bold carries weight on any palette; a dim colour would not be seen on some.
  func bold(_ text: String) -> String { colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// Stands before a word, never alone.
  var tick: String { unicode ? "✓" : "+" }

  /// `text` with spaces behind it up to `width` cells.
  func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - cells(text)))
  }

  /// `text` cut to `width` cells, with `...` where something is missing; whole in a pipe.
  func cut(_ text: String, to width: Int) -> String {
    guard !piped, cells(text) > width else { return text }
    var kept = ""
    var used = 0
    for character in text {
      let size = cells(character)
      if used + size > max(0, width - 3) { break }
      kept.append(character)
      used += size
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "..."
  }

  /// A quotation in quotation marks, cut inside them.
  func quoted(_ text: String, to width: Int) -> String {
    "\"" + cut(text, to: width - 2) + "\""
  }

  /// `text` broken between words into lines of at most `width` cells: the first line begins with `first`, the
  /// others with `rest`. A word longer than a line stays whole, so that an address can be copied.
  func wrapped(_ text: String, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var used = cells(first)
    var empty = true
    for word in text.split(separator: " ") {
      let size = cells(String(word))
      if !empty, used + 1 + size > width {
        lines.append(line)
        line = rest
        used = cells(rest)
        empty = true
      }
      if !empty {
        line += " "
        used += 1
      }
      line += word
      used += size
      empty = false
    }
    lines.append(line)
    return lines
  }

  /// The same with every line indented alike.
  func wrapped(_ text: String, indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    return wrapped(text, first: space, rest: space)
  }
}

/// Lines to one text that ends with a line end.
func text(of lines: [String]) -> String {
  lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
}

/// A line for a program: fields between tabs, nothing cut, absent ones empty.
func record(_ fields: String?...) -> String {
  fields.map { shown($0 ?? "") }.joined(separator: "\t")
}
