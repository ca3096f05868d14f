/// A word of a statement that is compared with an earlier one, or a sign that says as much as a word: "$", "%".
struct ComparedWord: Sendable {
  /// As it is compared: small letters, without the points of an abbreviation and the commas of a figure. A hyphen parts
  /// words, and so does a genitive "'s".
  let text: String
  /// Its place in the comparable text, in bytes.
  let span: Span
  let isCapital: Bool
  /// Whether a sentence begins with it, so that its capital says nothing.
  let isFirst: Bool
  let isQuoted: Bool
  /// Whether a comma, a stop or a like mark stands before it.
  let isAfterMark: Bool
  /// Which of the sentence's dates it belongs to.
  let date: Int?
}

/// A statement taken apart for comparing.
struct ComparedText {
  let source: Source
  let words: [ComparedWord]
  /// TIMEX3 values of its dates, times of day and recurring times, in order; lengths of time are figures.
  let dates: [String]
  let isQuestion: Bool

  /// - Parameter dateline: the day that the words speak from.
  init(_ statement: String, dateline: CivilDate) {
    let source = Source(bytes: Array(comparableWords(statement).utf8))
    var tokens: [Token] = []
    var times: [TimeMention] = []
    for piece in pieces(of: source.whole, in: source) {
      let read = ReadSentence(piece, in: source, dateline: dateline)
      let before = tokens.count
      tokens += read.tokens
      times += read.times.filter { $0.type != .duration && !isVague($0) }.map { $0.moved(by: before) }
    }
    var dateOf: [Int: Int] = [:]
    for (index, time) in times.enumerated() { for token in time.tokens { dateOf[token] = index } }
    var reader = WordReader(source: source)
    for index in tokens.indices { reader.read(index, in: tokens, date: dateOf[index]) }
    self.source = source
    words = reader.words
    dates = times.map(\.value.timex)
    isQuestion = tokens.contains { source.byte($0.start) == UInt8(ascii: "?") }
  }

  func shown(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last, words.indices.contains(first),
      words.indices.contains(last)
    else { return "" }
    return source.string(Span(words[first].span.start, words[last].span.end))
  }
}

/// "Now" and "recently" name no day: to leave them out is wording.
private func isVague(_ time: TimeMention) -> Bool { time.value.timex.hasSuffix("_REF") }

extension TimeMention {
  fileprivate func moved(by count: Int) -> TimeMention {
    TimeMention(
      tokens: tokens.lowerBound + count..<tokens.upperBound + count, span: span, value: value, ahead: ahead,
      behind: behind, isExplicit: isExplicit)
  }
}

/// An owner's "'s", which is another word than the "'s" of "it's".
let ownersMark = "'s-"

/// Without the points of an abbreviation and the commas of a figure; "1.5" keeps its point, and "1,5" its comma.
private func withoutPoints(_ word: String) -> String {
  let letters = Array(word)
  return String(
    letters.indices.filter { i in
      switch letters[i] {
      case ".": i + 1 < letters.count && letters[i + 1].isNumber
      case ",": letters[(i + 1)...].prefix { $0.isNumber }.count != 3
      default: true
      }
    }.map { letters[$0] })
}

/// Makes words of tokens, and keeps track of quotation marks.
private struct WordReader {
  let source: Source
  var words: [ComparedWord] = []
  private var isInDouble = false
  private var isInSingle = false
  private var beginsSentence = true
  private var isAfterMark = false

  init(source: Source) { self.source = source }

  mutating func read(_ index: Int, in tokens: [Token], date: Int?) {
    let token = tokens[index]
    guard token.isWord else { return readSign(index, in: tokens) }
    let first = words.count
    let isDigits = token.shape.contains(.digits)
    var start = token.start
    for end in token.start...token.bare.end
    where end == token.bare.end || !isDigits && source.byte(end) == UInt8(ascii: "-") {
      if end > start {
        append(Span(start, end), token, date, isFirst: beginsSentence && words.count == first)
      }
      start = end + 1
    }
    if token.bare.end < token.end {
      append(Span(token.bare.end, token.end), token, date, isFirst: false)
    }
    if words.count > first { (beginsSentence, isAfterMark) = (false, false) }
  }

  private mutating func append(_ span: Span, _ token: Token, _ date: Int?, isFirst: Bool) {
    let isGenitive = span.start == token.bare.end && token.bare.end < token.end
    let text = isGenitive ? ownersMark : withoutPoints(folded(source.string(span)))
    guard !text.isEmpty else { return }
    words.append(
      ComparedWord(
        text: text, span: span, isCapital: token.isCapital, isFirst: isFirst,
        isQuoted: isInDouble || isInSingle, isAfterMark: isAfterMark, date: date))
  }

  private mutating func readSign(_ index: Int, in tokens: [Token]) {
    let token = tokens[index]
    guard let scalar = source.letter(at: token.start)?.scalar else { return }
    switch scalar {
    case "\"":
      isInDouble.toggle()
    case "'":
      readApostrophe(index, in: tokens)
    case "-" where isMinus(index, in: tokens):
      append(token.span, token, nil, isFirst: false)
    case "/" where index > 0 && tokens[index - 1].shape.contains(.hasDigit):
      append(token.span, token, nil, isFirst: false)
    case "[", "]", "\u{2026}":
      // What was put into a quotation, or left out of it.
      if isInDouble || isInSingle { append(token.span, token, nil, isFirst: false) }
      isAfterMark = true
    case ".", "!", "?":
      (beginsSentence, isAfterMark) = (true, true)
    default:
      if isMark(scalar) {
        isAfterMark = true
      } else {
        append(token.span, token, nil, isFirst: false)
      }
    }
  }

  /// A mark of a quotation, if white space or nothing stands on its one side only; else an owners' apostrophe.
  private mutating func readApostrophe(_ index: Int, in tokens: [Token]) {
    let token = tokens[index]
    let next = tokens.indices.contains(index + 1) ? tokens[index + 1] : nil
    let opens = index == 0 || token.shape.contains(.spaced) || !tokens[index - 1].isWord
    if isInSingle {
      isInSingle = false
    } else if opens, let next, next.isWord, !next.shape.contains(.spaced), !next.shape.contains(.hasDigit) {
      isInSingle = true
    }
  }

  private func isMinus(_ index: Int, in tokens: [Token]) -> Bool {
    guard tokens.indices.contains(index + 1) else { return false }
    let next = tokens[index + 1]
    return next.shape.contains(.hasDigit) && !next.shape.contains(.spaced)
      && (index == 0 || tokens[index].shape.contains(.spaced) || !tokens[index - 1].isWord)
  }

  /// Whether a sign is only punctuation. What nobody sees, and what turns letters round, is none.
  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "\u{2030}", "&", "@", "#": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .dashPunctuation, .connectorPunctuation, .otherPunctuation,
      .initialPunctuation, .finalPunctuation:
      return true
    default: return false
    }
  }
}

/// A statement without its looks: two have the same when nothing but white space, marks and capitals parts them, so that
/// whoever made one of the other wrote no words.
///
/// Words in small letters with one space between them, each quoted one behind a quotation mark, and a question mark at
/// the end of a question. Words that a capital makes others keep it, and "said" tells whether a mark stands before it.
public func wordsWithoutLooks(_ statement: String) -> String {
  let text = ComparedText(statement, dateline: .earliest)
  let isInCapitals = text.words.allSatisfy(\.isCapital)
  return text.words.indices.map { i in
    let word = text.words[i]
    let isOther =
      word.isCapital && !word.isFirst && !isInCapitals && ChangeWords.capitalMatters.contains(word.text)
    let isParted =
      i > 0 && word.isAfterMark && !text.words[i - 1].isQuoted && ChangeWords.speech.contains(word.text)
    return (word.isQuoted ? "\"" : "") + (isOther ? "^" : "") + (isParted ? "," : "") + word.text
  }.joined(separator: " ") + (text.isQuestion ? "?" : "")
}
