/// A word, a number, or one sign, with its place and what its spelling says.
struct Token: Sendable {
  struct Shape: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    /// Letters or digits, maybe with signs inside; else it is one sign.
    static let word = Shape(rawValue: 1)
    static let capital = Shape(rawValue: 1 << 1)
    /// Two letters or more, all of them capitals.
    static let allCapitals = Shape(rawValue: 1 << 2)
    /// Digits only, with the commas and points of a number: `number` may be read.
    static let digits = Shape(rawValue: 1 << 3)
    static let hasDigit = Shape(rawValue: 1 << 4)
    static let hyphen = Shape(rawValue: 1 << 5)
    /// White space stands before it.
    static let spaced = Shape(rawValue: 1 << 6)
    static let endsED = Shape(rawValue: 1 << 7)
    static let endsING = Shape(rawValue: 1 << 8)
    static let endsLY = Shape(rawValue: 1 << 9)
    static let endsS = Shape(rawValue: 1 << 10)
    /// A point ends it that belongs to it: "Sept.", "U.S."
    static let dotted = Shape(rawValue: 1 << 11)
    /// It has a fraction: "2.5".
    static let fraction = Shape(rawValue: 1 << 12)
  }

  /// Bytes; a text is never longer than 2 GiB.
  private let first: Int32
  private let behind: Int32
  /// The word without a genitive "'s". Contracted verbs stand alone: "they", "'re". Quotation marks of any
  /// style have the key of the straight ones.
  let key: WordKey
  let shape: Shape
  /// Bytes of a genitive "'s" at the end of the span.
  let genitive: UInt8
  /// The value of digits without a fraction; -1 when it has none, or one beyond 2,000,000,000.
  let digits: Int32

  init(_ span: Span, key: WordKey, shape: Shape, genitive: Int = 0, digits: Int32 = -1) {
    first = Int32(clamping: span.start)
    behind = Int32(clamping: span.end)
    self.key = key
    self.shape = shape
    self.genitive = UInt8(clamping: genitive)
    self.digits = digits
  }

  var start: Int { Int(first) }
  var end: Int { Int(behind) }
  var span: Span { Span(start, end) }
  /// Without a genitive "'s".
  var bare: Span { Span(start, end - Int(genitive)) }

  var isWord: Bool { shape.contains(.word) }
  var isCapital: Bool { shape.contains(.capital) }

  /// Whether a phrase goes on across it: a word, or the apostrophe of "the owners' lawyers".
  var joinsWords: Bool { isWord || key == apostrophe }

  /// The value of digits, or of a number word up to ninety-nine.
  var number: Int? { digits >= 0 ? Int(digits) : numberWords[key] }
}

private let apostrophe = WordKey("'")

let numberWords = WordTable<Int>(spelledNumbers.map { (WordKey($0.word), $0.value) })

/// "zero" to "ninety-nine".
let spelledNumbers: [(word: String, value: Int)] = {
  let small = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  let tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ")
  var result = small.enumerated().map { (word: $0.element, value: $0.offset) }
  for (index, ten) in tens.enumerated() {
    let value = (index + 2) * 10
    result.append((String(ten), value))
    for unit in 1...9 { result.append(("\(ten)-\(small[unit])", value + unit)) }
  }
  return result
}()

/// The tokens of a stretch of text, in order.
func tokens(_ span: Span, in source: Source) -> [Token] {
  let start = max(0, span.start)
  let limit = min(span.end, source.count)
  guard start < limit else { return [] }
  // A token has one byte at least, and a contracted verb's apostrophe is one of two.
  return Array(capacity: limit - start) { readTokens(from: start, to: limit, source, to: &$0) }
}

private func readTokens(from start: Int, to limit: Int, _ source: Source, to result: inout OutputSpan<Token>)
{
  let bytes = source.bytes.span
  var i = start
  var isSpaced = false
  while i < limit {
    let byte = bytes[i]
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
      i &+= 1
      isSpaced = true
      continue
    }
    if byte >= 0x80, let white = source.whiteLength(at: i) {
      i += white
      isSpaced = true
      continue
    }
    if isWordByte(byte) || byte >= 0x80 && isWordLetter(at: i, source) {
      i = appendWord(from: i, to: limit, isSpaced ? [.word, .spaced] : .word, bytes, source, to: &result)
    } else {
      let sign = Span(i, byte < 0x80 ? i + 1 : source.letter(at: i)?.span.end ?? i + 1)
      result.append(Token(sign, key: signKey(sign, source), shape: isSpaced ? .spaced : []))
      i = sign.end
    }
    isSpaced = false
  }
}

private func isWordLetter(at offset: Int, _ source: Source) -> Bool {
  source.letter(at: offset).map { isWordLetter($0.scalar) } ?? false
}

private func isWordLetter(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x80 ? isWordByte(UInt8(scalar.value)) : scalar.properties.isAlphabetic
}

/// Quotation marks of any style are straight ones.
private func signKey(_ sign: Span, _ source: Source) -> WordKey {
  guard sign.end - sign.start == 3 else { return source.key(sign) }
  switch source.letter(at: sign.start)?.scalar {
  case "\u{2018}", "\u{2019}": return apostrophe
  case "\u{201C}", "\u{201D}", "\u{201E}": return quotationMark
  default: return source.key(sign)
  }
}

private let quotationMark = WordKey("\"")

/// Hyphens, apostrophes, dots and commas stay inside a word when a letter, or for commas and dots of numbers
/// a digit, follows.
@inline(__always)
private func appendWord(
  from start: Int, to limit: Int, _ shape: Token.Shape, _ bytes: Swift.Span<UInt8>, _ source: Source,
  to result: inout OutputSpan<Token>
) -> Int {
  var letters = Letters()
  var reader = WordKey.Reader()
  var i = start
  while i < limit {
    let chunk = load(bytes, i)
    let mask = letters.read(chunk)
    guard mask != 0 else { break }
    reader.read(chunk, filling: mask)
    i &+= 8 &- mask.leadingZeroBitCount &>> 3
    if mask != .max { break }
  }
  if i > limit { return appendCutWord(Span(start, limit), shape, source, to: &result) }
  if i < limit, mayGoOn(bytes[i], i + 1 < limit ? bytes[i + 1] : 0),
    let end = appendLongWord(from: start, reading: i, to: limit, shape, source, to: &result)
  {
    return end
  }
  let key = reader.key
  if i < limit, bytes[i] == 0x2E, i - start < 6, dottedAbbreviations.contains(key) {
    append(Span(start, i), shape.union(.dotted), letters, key, bytes, to: &result, end: i + 1)
    return i + 1
  }
  append(Span(start, i), shape, letters, key, bytes, to: &result)
  return i
}

/// Whether a word can go on with a byte that is no ASCII letter or digit, before another one.
@inline(__always)
private func mayGoOn(_ byte: UInt8, _ next: UInt8) -> Bool {
  if byte >= 0x80 { return true }
  guard byte == 0x2D || byte == 0x27 || byte == 0x2E || byte == 0x2C else { return false }
  return next >= 0x80 || isWordByte(next)
}

/// A word that goes on behind the end of what is read.
private func appendCutWord(
  _ word: Span, _ shape: Token.Shape, _ source: Source, to result: inout OutputSpan<Token>
) -> Int {
  append(word, shape, source, to: &result, end: word.end, isWide: false)
  return word.end
}

/// Whether a word has letters, small letters, or digits, found for eight bytes at once.
private struct Letters {
  private var letters: UInt64 = 0
  private var small: UInt64 = 0
  private var digits: UInt64 = 0

  @inline(__always) init() {}

  init(_ bytes: Swift.Span<UInt8>, _ word: Span) {
    var i = word.start
    while i < word.end {
      let chunk = load(bytes, i)
      let missing = max(0, 8 - (word.end - i))
      see(chunk, Letters.kinds(chunk), in: UInt64.max &>> UInt64(8 * missing))
      i += 8
    }
  }

  /// Bits of the bytes, from the lowest on, that are ASCII letters or digits.
  @inline(__always) mutating func read(_ chunk: UInt64) -> UInt64 {
    let kinds = Letters.kinds(chunk)
    // The lowest bit of the first byte that is neither; all below it belongs to the word.
    let others = ~(kinds.letters | kinds.digits) & 0x8080_8080_8080_8080
    let mask = others == 0 ? .max : ((others & (0 &- others)) &>> 7) &- 1
    see(chunk, kinds, in: mask)
    return mask
  }

  @inline(__always)
  private mutating func see(_ chunk: UInt64, _ kinds: (letters: UInt64, digits: UInt64), in mask: UInt64) {
    letters |= kinds.letters & mask
    // Bit 5 is set in all letters but capitals.
    small |= kinds.letters & (chunk &<< 2) & mask
    digits |= kinds.digits & mask
  }

  /// Bit 7 of each byte that is a letter, and of each that is a digit: it is set by adding what is missing to 0x80.
  @inline(__always) private static func kinds(_ chunk: UInt64) -> (letters: UInt64, digits: UInt64) {
    let ascii = ~chunk & 0x8080_8080_8080_8080
    let low = chunk & 0x7F7F_7F7F_7F7F_7F7F
    let folded = low | 0x2020_2020_2020_2020
    return (
      (folded &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(folded &+ 0x0505_0505_0505_0505) & ascii,
      (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646) & ascii
    )
  }

  var hasLetters: Bool { letters != 0 }
  var hasSmallLetters: Bool { small != 0 }
  var hasDigits: Bool { digits != 0 }
}

/// What stands inside a word besides ASCII letters and digits.
private struct Inside {
  /// Where its last apostrophe stands.
  var apostrophe: Int?
  var hasHyphen = false
  var hasPoint = false
  /// Whether it has letters or signs beyond ASCII, so that its bytes are not those of its key.
  var isWide = false

  /// The byte behind what may stand inside a word at `i`; nil when the word ends before it.
  mutating func read(at i: Int, from start: Int, to limit: Int, _ source: Source) -> Int? {
    guard let letter = source.letter(at: i), letter.span.end <= limit else { return nil }
    if letter.scalar.value >= 0x80,
      isWordLetter(letter.scalar) || letter.scalar.properties.generalCategory == .nonspacingMark
    {
      isWide = true
      return letter.span.end
    }
    guard letter.span.end < limit, let next = source.letter(at: letter.span.end)?.scalar else { return nil }
    switch letter.scalar {
    case "-", "\u{2010}", "\u{2011}":
      guard isWordLetter(next) else { return nil }
      hasHyphen = true
    case "'", "\u{2019}":
      guard isWordLetter(next) else { return nil }
      apostrophe = i
    case ".":
      let last = source.letter(before: i)?.scalar
      let isFraction = next.isDigit && last?.isDigit == true
      let isInitials = next.isUpper && last?.isUpper == true
      let isSmall = next.isLower && i - start == 1
      guard isFraction || isInitials || isSmall else { return nil }
      hasPoint = true
    case ",":
      guard next.isDigit, source.letter(before: i)?.scalar.isDigit == true else { return nil }
    default: return nil
    }
    if letter.scalar.value >= 0x80 { isWide = true }
    return letter.span.end
  }
}

/// Appends a word behind whose first letters a hyphen, apostrophe, point, comma or wide letter stands; nil when
/// the word ends before that.
private func appendLongWord(
  from start: Int, reading: Int, to limit: Int, _ shape: Token.Shape, _ source: Source,
  to result: inout OutputSpan<Token>
) -> Int? {
  var i = reading
  var inside = Inside()
  while i < limit {
    if isWordByte(source.bytes[i]) {
      i += 1
    } else if let end = inside.read(at: i, from: start, to: limit, source) {
      i = end
    } else {
      break
    }
  }
  var shape = shape
  if inside.hasHyphen { shape.insert(.hyphen) }
  if source.byte(i) == 0x2E, i < limit, keepsPoint(inside, Span(start, i), source) { shape.insert(.dotted) }
  guard i > reading || shape.contains(.dotted) else { return nil }
  let end = shape.contains(.dotted) ? i + 1 : i
  guard let mark = inside.apostrophe else {
    append(Span(start, i), shape, source, to: &result, end: end, isWide: inside.isWide)
    return end
  }
  let stem = Span(start, mark)
  let ending = contraction(at: mark, to: i, source)
  if ending == genitive, !pronouns.contains(key(of: stem, isWide: inside.isWide, source)) {
    append(stem, shape, source, to: &result, end: i, isWide: inside.isWide)
  } else if let ending, !stem.isEmpty {
    append(stem, shape, source, to: &result, end: stem.end, isWide: inside.isWide)
    result.append(Token(Span(mark, i), key: ending, shape: .word))
  } else {
    append(Span(start, i), shape, source, to: &result, end: i, isWide: inside.isWide)
  }
  return i
}

/// Whether the point behind a word belongs to it: "Sept.", "U.S.", "p.m."
private func keepsPoint(_ inside: Inside, _ word: Span, _ source: Source) -> Bool {
  if inside.hasPoint { return isASCIILetter(source.byte(word.end - 1)) }
  return word.end - word.start < 6 && !inside.isWide && dottedAbbreviations.contains(source.key(word))
}

private func key(of word: Span, isWide: Bool, _ source: Source) -> WordKey {
  isWide ? WordKey(folded(source.string(word))) : source.key(word)
}

/// In small letters, with straight apostrophes and hyphens.
func folded(_ word: String) -> String {
  String(
    word.lowercased().map { letter in
      switch letter {
      case "\u{2019}", "\u{2018}": "'"
      case "\u{2010}", "\u{2011}": "-"
      default: letter
      }
    })
}

/// `end` lies behind what belongs to the word besides: a point, or a genitive "'s".
private func append(
  _ word: Span, _ given: Token.Shape, _ source: Source, to result: inout OutputSpan<Token>, end: Int,
  isWide: Bool
) {
  let bytes = source.bytes.span
  var shape = given
  if isWide, source.letter(at: word.start)?.scalar.isUpper == true { shape.insert(.capital) }
  append(
    word, shape, Letters(bytes, word), key(of: word, isWide: isWide, source), bytes, to: &result, end: end,
    isWide: isWide)
}

@inline(__always)
private func append(
  _ word: Span, _ given: Token.Shape, _ letters: Letters, _ key: WordKey, _ bytes: Swift.Span<UInt8>,
  to result: inout OutputSpan<Token>, end: Int? = nil, isWide: Bool = false
) {
  var shape = given
  if letters.hasLetters, !isWide {
    if bytes[word.start] & 0x60 == 0x40 { shape.insert(.capital) }
    if !letters.hasSmallLetters, word.end - word.start > 1 { shape.insert(.allCapitals) }
  }
  var value: Int32 = -1
  if letters.hasDigits {
    shape.insert(.hasDigit)
    if !letters.hasLetters, !isWide, !shape.contains(.hyphen) { value = readDigits(word, bytes, &shape) }
  } else {
    addEnding(of: word, bytes, &shape)
  }
  let end = end ?? word.end
  let genitive = shape.contains(.dotted) ? 0 : end - word.end
  result.append(Token(Span(word.start, end), key: key, shape: shape, genitive: genitive, digits: value))
}

/// The value of digits with commas; -1 with a fraction, or beyond 2,000,000,000.
private func readDigits(_ word: Span, _ bytes: Swift.Span<UInt8>, _ shape: inout Token.Shape) -> Int32 {
  shape.insert(.digits)
  var value = 0
  for i in word.start..<word.end {
    let byte = bytes[i]
    if byte == 0x2E {
      shape.insert(.fraction)
      return -1
    }
    guard isDigit(byte) else { continue }
    if value > 200_000_000 { return -1 }
    value = value * 10 + Int(byte & 0x0F)
  }
  return value > 2_000_000_000 ? -1 : Int32(value)
}

@inline(__always)
private func addEnding(of word: Span, _ bytes: Swift.Span<UInt8>, _ shape: inout Token.Shape) {
  guard word.end - word.start > 3 else { return }
  let last = bytes[word.end - 1] | 0x20
  if last == 0x73 {
    shape.insert(.endsS)
  } else if last == 0x64 {
    if bytes[word.end - 2] | 0x20 == 0x65 { shape.insert(.endsED) }
  } else if last == 0x67 {
    if bytes[word.end - 2] | 0x20 == 0x6E, bytes[word.end - 3] | 0x20 == 0x69 { shape.insert(.endsING) }
  } else if last == 0x79 {
    if bytes[word.end - 2] | 0x20 == 0x6C { shape.insert(.endsLY) }
  }
}

/// The key of "'s", "'re", "'ll", "'ve" or "'d" between a mark and the word's end.
private func contraction(at mark: Int, to end: Int, _ source: Source) -> WordKey? {
  guard let letters = source.letter(at: mark)?.span.end, (1...2).contains(end - letters) else { return nil }
  let key = WordKey(bytes: [0x27] + source.bytes[letters..<end])
  return contractions.contains(key) ? key : nil
}

private let genitive = WordKey("'s")
private let contractions = WordSet("'s 're 'll 've 'd")

/// Behind these 's stands for "is" or "has". Behind a name it is the genitive and no word.
private let pronouns = WordSet(
  "he she it that there here who what where when how this everybody nobody everyone nobody let")

private let dottedAbbreviations = WordSet(
  titleAbbreviations.lowercased() + """
     jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat no
    """)
