import TextAnalysis

/// What becomes of a sign-off that stands when the next revision is filed.
///
/// - Parameters:
///   - change: nil when the key point is not in the new revision.
///   - text: the new revision's; an approval may depend on words that stay in it.
public func standing(
  of signOff: SignOff, on keyPoint: KeyPoint, after change: KeyPointChange?, inRevision number: Int,
  under policy: Policy, text: String = ""
) -> (standing: Standing, because: String) {
  guard let change else {
    return switch signOff.verdict {
    case .approve: (.outdated, "\(keyPoint.label) is not in r\(number)")
    // Taking the words out answers no question: they could come back.
    case .query:
      (
        .carried,
        "\(keyPoint.label) is not in r\(number); the question stands until "
          + (signOff.invitedBy == nil ? "\(signOff.member) is content" : "a chief withdraws it")
      )
    case .hold:
      (
        .carried, "\(keyPoint.label) is not in r\(number); a hold stands until \(signOff.member) lifts it"
      )
    }
  }
  let own = change.kinds.subtracting(policy.survived(by: signOff.read))
  switch signOff.verdict {
  case .hold:
    if !change.kinds.isSubset(of: [.moved]) {
      return (.carried, "the words changed; a hold stands until \(signOff.member) lifts it")
    }
    return signOff.wordsDigest == wordsDigest(keyPoint.words)
      ? (.carried, unchanged(change, signOff))
      : (.carried, "a hold stands until \(signOff.member) lifts it")
  case .query:
    // What bears a point out may change as it likes: the question is about the point.
    return own.isEmpty ? (.carried, survived(change, signOff, policy)) : (.outdated, costs(change, own))
  case .approve:
    if !own.isEmpty { return (.outdated, costs(change, own)) }
    if let support = change.supports.first { return (.outdated, costs(support)) }
    if let lost = signOff.stays.first(where: { !has($0, signOff, now: change.now, text: text) }) {
      // Others see that the legal read no longer stands, not what it hung on.
      if signOff.read == .legal {
        return (.outdated, "a condition of the legal read is no longer met in r\(number)")
      }
      return (.outdated, "it was given if “\(lost)” stays, and that is not in r\(number)")
    }
    return (.carried, survived(change, signOff, policy))
  }
}

/// Whether words stay: in the key point, if they stood there when it was signed, else anywhere in the text.
private func has(_ words: String, _ signOff: SignOff, now: String, text: String) -> Bool {
  contains(words, in: contains(words, in: signOff.words) ? now : text)
}

/// Whether a text has some words, as words are compared and in letters of either case; "may" is not in "Mayor".
public func contains(_ words: String, in text: String) -> Bool {
  let wanted = Array(comparableWords(words).lowercased().unicodeScalars)
  let all = Array(comparableWords(text).lowercased().unicodeScalars)
  guard !wanted.isEmpty else { return false }
  var start = all.startIndex
  while let found = all[start...].firstRange(of: wanted) {
    let before = found.lowerBound > 0 && isOfWord(all[found.lowerBound - 1]) && isOfWord(wanted[0])
    let behind =
      found.upperBound < all.count && isOfWord(all[found.upperBound]) && isOfWord(wanted[wanted.count - 1])
    if !before, !behind { return true }
    start = found.lowerBound + 1
  }
  return false
}

private func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

private func unchanged(_ change: KeyPointChange, _ signOff: SignOff) -> String {
  "the words are those of r\(signOff.revision)" + (change.kinds.contains(.moved) ? ", in another place" : "")
}

/// Why a signature stands although something changed.
private func survived(_ change: KeyPointChange, _ signOff: SignOff, _ policy: Policy) -> String {
  let kinds = change.kinds.subtracting([.moved])
  if kinds.isEmpty {
    // Carried over a change of looks earlier, the words are not quite those that were signed.
    return signOff.wordsDigest == wordsDigest(change.now)
      ? unchanged(change, signOff) : "only marks, spaces or capitals have changed since r\(signOff.revision)"
  }
  if kinds == [.typographic] { return "only marks, spaces or capitals changed" }
  return "\(kindsInWords(kinds)) changed, which a \(signOff.read.rawValue) read survives here: "
    + changeInWords(from: change.was, to: change.now)
}

/// "A number changed: “40” became “49”."
private func costs(_ change: KeyPointChange, _ kinds: Set<ChangeKind>) -> String {
  if kinds == [.moved] { return "it moved to another place among the key points" }
  if comparableWords(change.was).utf8.elementsEqual(comparableWords(change.now).utf8) {
    return "the words are the same, and the day that they name is another since the dateline changed"
  }
  return "\(kindsInWords(kinds)) changed: " + changeInWords(from: change.was, to: change.now)
}

private func costs(_ support: SupportChange) -> String {
  guard let now = support.now else {
    return "the sentence that bears it out was cut: “\(shortened(support.was))”"
  }
  if support.kinds.isEmpty {
    return "the sentence that bears it out no longer says \(list(support.lost.map { "“\($0)”" }, "or")): "
      + changeInWords(from: support.was, to: now)
  }
  if comparableWords(support.was).utf8.elementsEqual(comparableWords(now).utf8) {
    return "the sentence that bears it out names another day since the dateline changed"
  }
  return "\(kindsInWords(support.kinds)) changed in the sentence that bears it out: "
    + changeInWords(from: support.was, to: now)
}

/// Words as they fit into a sentence: folded, at most 80 characters.
public func shortened(_ words: String) -> String {
  let folded = comparableWords(words)
  return folded.count <= 80 ? folded : folded.prefix(78) + "\u{2026}"
}

/// "a number", "a name and the wording".
func kindsInWords(_ kinds: Set<ChangeKind>) -> String { list(kinds.sorted().map(\.inWords), "and") }

extension ChangeKind {
  public var inWords: String {
    switch self {
    case .moved: "its place"
    case .typographic: "marks, spaces or capitals"
    case .wording: "the wording"
    case .number: "a number"
    case .date: "a date"
    case .name: "a name"
    case .attribution: "who says so"
    case .quotation: "a quotation"
    case .negation: "a negation"
    case .modality: "how sure it is"
    }
  }
}

/// Changes that are told word by word; what is beyond them is counted.
private let mostChangesTold = 3

/// What differs between two versions, each place by itself: "“40” became “49”; “allegedly” was cut".
public func changeInWords(from old: String, to new: String) -> String {
  var told: [String] = []
  var cut: String?
  for piece in wordChanges(from: old, to: new) {
    switch piece.kind {
    case .same:
      if let words = cut { told.append("“\(words)” was cut") }
      cut = nil
    case .cut: cut = piece.words
    case .added:
      told.append(cut.map { "“\($0)” became “\(piece.words)”" } ?? "“\(piece.words)” was added")
      cut = nil
    }
  }
  if let cut { told.append("“\(cut)” was cut") }
  if told.isEmpty { return "“\(comparableWords(old))” became “\(comparableWords(new))”" }
  let rest = told.count - mostChangesTold
  return told.prefix(mostChangesTold).joined(separator: "; ")
    + (rest > 0 ? "; and \(rest) more \(rest == 1 ? "change" : "changes")" : "")
}
