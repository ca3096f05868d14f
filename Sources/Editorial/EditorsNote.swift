import TextAnalysis

/// The note that readers get with a correction, in the form of the Associated Press: what it is, when the story was
/// first published, when it was changed, and to what end in the writer's words.
///
/// The wrong words are repeated only if the writer writes them.
///
/// - Parameters:
///   - words: a clause that goes on after "to correct", such as "that the fine is £3.4 million", or sentences.
///   - updated: the day on which the story was put right, or taken back.
public func editorsNote(
  _ kind: CorrectionKind, words: String, firstPublished: CivilDate, updated: CivilDate
) -> String {
  let (first, last) = (inPressForm(firstPublished), inPressForm(updated))
  if kind == .kill {
    return "KILL: This story was first published on \(first). It was withdrawn on \(last). Do not use it."
  }
  let opening =
    "\(kind.rawValue.uppercased()): This story was first published on \(first). It was updated on \(last)"
  let said = withoutVerb(foldedLine(words))
  guard goesOn(said) else { return "\(opening) \(kind.whyInNote). \(ended(said))" }
  let verb: String =
    switch kind {
    case .correction: "correct"
    case .clarification: "clarify"
    case .update, .kill: said.hasPrefix("that ") ? "say" : "add"
    }
  return "\(opening) to \(verb) \(ended(said))"
}

extension CorrectionKind {
  /// What stands before sentences of the writer's own.
  fileprivate var whyInNote: String {
    switch self {
    case .correction: "to correct an error"
    case .clarification: "to be clearer"
    case .update, .kill: "with what is new"
    }
  }
}

/// Lower case goes on after "to correct"; a capital, a figure or a sign begins a sentence of its own.
private func goesOn(_ words: String) -> Bool {
  words.unicodeScalars.first.map(\.properties.isLowercase) ?? false
}

/// One line without doubled spaces.
private func foldedLine(_ words: String) -> String {
  words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Writers repeat the verb that the note brings.
private func withoutVerb(_ words: String) -> String {
  for verb in ["to correct ", "to clarify ", "to say ", "to add "] where words.hasPrefix(verb) {
    return String(words.dropFirst(verb.count))
  }
  return words
}

private func ended(_ words: String) -> String {
  guard let last = words.last else { return words }
  let closing: Set<Character> = ["\"", "\u{201D}", "\u{2019}", ")"]
  let mark = closing.contains(last) ? words.dropLast().last ?? last : last
  return ".!?\u{2026}".contains(mark) ? words : words + "."
}

private let pressMonths = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec."
  .split(separator: " ").map(String.init)

/// "July 13, 2024", "Aug. 14, 2024": long months are abbreviated beside a day, as the press does it.
func inPressForm(_ day: CivilDate) -> String {
  "\(pressMonths[(day.month - 1) % 12]) \(day.day), \(day.year)"
}
