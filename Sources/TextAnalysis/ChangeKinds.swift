/// In which ways a statement differs from its earlier version; empty when its words, as they are compared, are the same.
///
/// Each version is read from its own dateline: "on Tuesday" is another day when the dateline moved by a week. `moved`
/// is never among them: one statement does not show its place.
///
/// Pure and symmetric but for the words that it names. What is doubtful counts as never trivial: to ask a reviewer once
/// too often costs a minute, a signature under other facts costs more.
public func changeKinds(
  from old: String, on oldDateline: CivilDate, to new: String, on newDateline: CivilDate
) -> Set<ChangeKind> {
  if oldDateline == newDateline, comparableWords(old).utf8.elementsEqual(comparableWords(new).utf8) {
    return []
  }
  let change = Change(
    was: ComparedText(old, dateline: oldDateline), now: ComparedText(new, dateline: newDateline))
  var kinds: Set<ChangeKind> = []
  if change.changesDate { kinds.insert(.date) }
  if change.changesNumber { kinds.insert(.number) }
  if change.changesName || change.swapsWords || change.turnsRound { kinds.insert(.name) }
  if change.changesAttribution { kinds.insert(.attribution) }
  if change.changesQuotation { kinds.insert(.quotation) }
  if change.changesNegation { kinds.insert(.negation) }
  if change.changesModality { kinds.insert(.modality) }
  if !kinds.isEmpty { return kinds }
  if !change.hunks.isEmpty || change.movesStops { return [.wording] }
  return comparableWords(old).utf8.elementsEqual(comparableWords(new).utf8) ? [] : [.typographic]
}

/// Two versions of a statement, and where their words differ.
private struct Change {
  let was: ComparedText
  let now: ComparedText
  let hunks: [Hunk]

  init(was: ComparedText, now: ComparedText) {
    self.was = was
    self.now = now
    hunks = TextAnalysis.hunks(from: was.words, to: now.words)
  }

  private var cut: [Int] { hunks.flatMap { Array($0.cut) } }
  private var added: [Int] { hunks.flatMap { Array($0.added) } }
  private var cutWords: [ComparedWord] { cut.map { was.words[$0] } }
  private var addedWords: [ComparedWord] { added.map { now.words[$0] } }

  var changesDate: Bool { was.dates != now.dates }

  // MARK: figures

  var changesNumber: Bool {
    let (before, after) = (figures(was), figures(now))
    if before.map(\.value) != after.map(\.value) { return true }
    let changed = cutWords + addedWords
    if changed.contains(where: {
      isSignOfAmount($0.text) || ChangeWords.exactnessWords.contains($0.text) && $0.date == nil
    }),
      exactness(was) != exactness(now) || signs(was) != signs(now)
    {
      return true
    }
    // "12 dead, 7 hurt" and "12 hurt, 7 dead"; "5 miles" and "5 km".
    let (things, others) = (before.map(\.of), after.map(\.of))
    return things != others
      && (things.sorted() == others.sorted()
        || zip(things, others).contains {
          $0 != $1 && (ChangeWords.units.contains($0) || ChangeWords.units.contains($1))
        })
  }

  private func figures(_ text: ComparedText) -> [(value: Double, of: String)] { readFigures(text.words) }

  private func exactness(_ text: ComparedText) -> [String] {
    text.words.filter { ChangeWords.exactnessWords.contains($0.text) && $0.date == nil }.map(\.text)
  }

  private func signs(_ text: ComparedText) -> [String] {
    text.words.map(\.text).filter(isSignOfAmount)
  }

  // MARK: names

  var changesName: Bool {
    if (cutWords + addedWords).contains(where: tellsWho), names(was) != names(now) { return true }
    return isOfMen(cutWords) && isOfWomen(addedWords) || isOfWomen(cutWords) && isOfMen(addedWords)
  }

  private func isOfMen(_ words: [ComparedWord]) -> Bool {
    words.contains { ChangeWords.men.contains($0.text) }
  }
  private func isOfWomen(_ words: [ComparedWord]) -> Bool {
    words.contains { ChangeWords.women.contains($0.text) }
  }

  private func names(_ text: ComparedText) -> [String] { text.words.filter(tellsWho).map(\.text) }

  private func tellsWho(_ word: ComparedWord) -> Bool {
    isName(word) || ChangeWords.officeWords.contains(word.text)
  }

  /// A capital that neither a date nor the beginning of a sentence explains. At the beginning it is one if the word
  /// stands with a capital elsewhere, or if it is none that sentences begin with.
  private func isName(_ word: ComparedWord) -> Bool {
    guard word.isCapital, word.date == nil, !ChangeWords.courtesies.contains(word.text),
      word.text != ownersMark,
      !isFigure(word.text)
    else { return false }
    guard word.isFirst else { return true }
    return !ChangeWords.openers.contains(word.text)
  }

  /// "Attacked by Smith" and "attacked Smith", "to Leeds" and "from Leeds", "the minister" and "the minister's driver";
  /// "Polish" and "polish".
  var turnsRound: Bool {
    let ways = { (words: [ComparedWord]) in
      words.map(\.text).filter { ChangeWords.ways.contains($0) }.sorted()
    }
    if ways(cutWords) != ways(addedWords) { return true }
    return capitals(was) != capitals(now)
  }

  /// Words that mean somebody or something else with a capital; all of a line in capitals means nothing.
  private func capitals(_ text: ComparedText) -> [String] {
    if text.words.allSatisfy({ $0.isCapital || $0.text.first?.isLetter != true }) { return [] }
    let words = text.words.filter {
      ChangeWords.capitalMatters.contains($0.text) && !$0.isFirst && $0.date == nil
    }
    // What is in capitals throughout on the other side is no change of one word.
    guard !was.words.allSatisfy(\.isCapital), !now.words.allSatisfy(\.isCapital) else { return [] }
    return words.filter(\.isCapital).map(\.text)
  }

  /// "He did not resign. After the vote he left" and "he did not resign after the vote. He left".
  var movesStops: Bool {
    guard hunks.isEmpty else { return false }
    return zip(was.words, now.words).contains { one, other in
      one.isFirst != other.isFirst && !(one.isAfterMark && other.isAfterMark)
    }
  }

  /// "The company sued the union" and "the union sued the company".
  var swapsWords: Bool {
    let telling = { (words: [ComparedWord]) in
      words.map(\.text).filter { $0.utf8.count > 2 && !isSmall($0) && !isFigure($0) }
    }
    let (cut, added) = (telling(cutWords), telling(addedWords))
    guard cut.count >= 2, cut.sorted() == added.sorted() else { return false }
    return cut != added || hunks.contains { !$0.cut.isEmpty && !$0.added.isEmpty }
  }

  // MARK: who says so

  var changesAttribution: Bool {
    if (cutWords + addedWords).contains(where: { ChangeWords.sayingForms[$0.text] != nil }),
      saying(was) != saying(now)
    {
      return true
    }
    if movesCommasAroundSpeech { return true }
    return cut.contains { isSpeaker($0, was.words) } || added.contains { isSpeaker($0, now.words) }
  }

  /// "The witness said the accused lied" and "the witness, said the accused, lied".
  private var movesCommasAroundSpeech: Bool {
    guard hunks.isEmpty else { return false }
    return was.words.indices.dropFirst().contains { i in
      ChangeWords.speech.contains(was.words[i].text) && !was.words[i - 1].isQuoted
        && was.words[i].isAfterMark != now.words[i].isAfterMark
    }
  }

  private func saying(_ text: ComparedText) -> [String] {
    text.words.compactMap { ChangeWords.sayingForms[$0.text] }
  }

  /// Whether a word is of the phrase in front of "said", or behind "according to".
  private func isSpeaker(_ index: Int, _ words: [ComparedWord]) -> Bool {
    guard !ChangeWords.courtesies.contains(words[index].text), !isSmall(words[index].text) else {
      return false
    }
    var next = index + 1
    while next < words.count, next <= index + 4, !words[next].isAfterMark {
      if ChangeWords.speech.contains(words[next].text) { return true }
      next += 1
    }
    var before = index - 1
    while before >= 1, before >= index - 4, !words[before + 1].isAfterMark {
      if words[before].text == "to", words[before - 1].text == "according" { return true }
      before -= 1
    }
    return false
  }

  // MARK: quotations

  /// Other words between quotation marks, or the same ones and other ones of them between the marks.
  var changesQuotation: Bool { quoted(was) != quoted(now) }

  private func quoted(_ text: ComparedText) -> [String] { text.words.filter(\.isQuoted).map(\.text) }

  // MARK: whether it is so

  var changesNegation: Bool {
    let changed = cutWords + addedWords
    if changed.contains(where: { isNegation($0.text) }), denials(was) != denials(now) { return true }
    return hunks.contains { hunk in
      saysOpposite(hunk.cut.map { was.words[$0].text }, hunk.added.map { now.words[$0].text })
    }
  }

  /// Each word that denies, with the word that it denies.
  private func denials(_ text: ComparedText) -> [String] {
    let words = text.words.map(\.text).flatMap(uncontracted)
    return words.indices.filter { index in
      ChangeWords.negations.contains(words[index])
        || ChangeWords.refusals.contains(words[index]) && index + 1 < words.count && words[index + 1] == "to"
    }.map { index in
      let next = words[index...].dropFirst().first { !isSmall($0) } ?? ""
      return "not " + beginning(next)
    }
  }

  var changesModality: Bool {
    if was.isQuestion != now.isQuestion { return true }
    let changed = cutWords + addedWords
    guard
      changed.contains(where: {
        uncontracted($0.text).contains { ChangeWords.modals[$0] != nil } && $0.date == nil
      })
    else {
      return false
    }
    return chances(was) != chances(now)
  }

  /// Each word that says how sure it is, with the word that it is about.
  private func chances(_ text: ComparedText) -> [String] {
    let words = text.words.filter { $0.date == nil }.map(\.text).flatMap(uncontracted)
    return words.indices.compactMap { index in
      guard let modal = ChangeWords.modals[words[index]] else { return nil }
      let next = words[index...].dropFirst().first { !isSmall($0) } ?? ""
      return modal + " " + beginning(next)
    }
  }
}

/// What two forms of a verb have in common: "go", "goes", "going".
private func beginning(_ word: String) -> String { String(word.prefix(4)) }

private func isNegation(_ word: String) -> Bool {
  uncontracted(word).contains { ChangeWords.negations.contains($0) }
}

/// "didn't" is "did not", "cannot" is "can not", "he'll" comes as "he" and "'ll".
private func uncontracted(_ word: String) -> [String] {
  switch word {
  case "can't", "cannot": return ["can", "not"]
  case "won't": return ["will", "not"]
  case "shan't": return ["shall", "not"]
  case "'ll": return ["will"]
  case "'d": return ["would"]
  default:
    guard word.hasSuffix("n't") else { return [word] }
    return [String(word.dropLast(3)), "not"]
  }
}
