/// What a sentence shows besides the words of rules, as far as it matters for whether it makes a claim.
struct ContextSigns: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(_ number: Int) { rawValue = 1 << UInt64(number) }

  /// A sign's place in `signNames` is its bit.
  static let names =
    "quotation quoted.from.start speaker addressed said opinion condition would should past present question short "
    + "long lead early late day.ahead day.either day.behind day.old disaster court vote sport research business war"

  static let quotation = ContextSigns(0)
  static let quotedFromStart = ContextSigns(1)
  static let question = ContextSigns(11)
  static let short = ContextSigns(12)
  static let long = ContextSigns(13)
  static let lead = ContextSigns(14)
  static let early = ContextSigns(15)
  static let late = ContextSigns(16)
  static let dayAhead = ContextSigns(17)
  static let dayEither = ContextSigns(18)
  static let dayBehind = ContextSigns(19)
  static let dayOld = ContextSigns(20)
}

let signNames = ContextSigns.names.split(separator: " ").map(String.init)
/// The first of the signs that say what a story is about; they need a few words of it.
private let firstTopic = 21
private let wordsOfTopic = 3

/// Which signs single words give. The topics among them count over the story.
let wordsOfSigns: [(Int, String)] = [
  (0, "\""),
  (2, "i we my our us"),
  (3, "you your"),
  (4, "said says told added stated reported announced according explained"),
  (
    5,
    "think believe hope feel love want great proud happy sad sorry best good wonderful incredible terrible bad"
  ),
  (6, "if unless"),
  (7, "would could might"),
  (8, "should must"),
  (9, "was were had"),
  (10, "is are has have 's 're"),
  (11, "?"),
  (
    21,
    """
    killed dead died injured explosion earthquake fire fires blaze crash crashed flood floods storm hurricane bomb
    bombing attack blast victims rescue survivors wounded trapped collapsed shooting wildfire evacuated typhoon
    cyclone tsunami
    """
  ),
  (
    22,
    """
    court judge trial charged convicted prosecutors lawyer attorney jury indicted lawsuit sued guilty sentenced
    alleged appeal prosecution prison
    """
  ),
  (
    23,
    """
    election elections vote voters candidate candidates party parliament minister president senate congress bill
    legislation
    """
  ),
  (
    24,
    "match game season team league cup championship goal coach player players race scored tournament final"
  ),
  (25, "spacecraft launch orbit mission scientists research study university researchers species"),
  (26, "company shares million billion market profit deal shareholders bank"),
  (27, "troops military army rebels soldiers ceasefire militants forces"),
]

/// What the sentences before tell about the story: its topics and what was claimed last.
struct StoryContext {
  private var topicWords = [Int](repeating: 0, count: 7)
  private var sentences = 0
  /// Kinds of which words stood in the last sentences, as bits, the last one first.
  private(set) var recentKinds: (UInt8, UInt8, UInt8) = (0, 0, 0)

  /// The signs of the next sentence.
  mutating func signs(of sentence: ReadSentence, _ words: [ClaimWord], dateline: CivilDate)
    -> ContextSigns
  {
    var bits: UInt64 = 0
    for word in words where word.signs != 0 {
      if word.signs < 1 << UInt32(firstTopic) {
        bits |= UInt64(word.signs)
      } else {
        topicWords[word.signs.trailingZeroBitCount - firstTopic] += 1
      }
    }
    for topic in topicWords.indices where topicWords[topic] >= wordsOfTopic {
      bits |= 1 << UInt64(topic + firstTopic)
    }
    var signs = ContextSigns(rawValue: bits)
    if sentence.has(quotationMark, at: 0) { signs.insert(.quotedFromStart) }
    if sentence.tokens.count < 8 { signs.insert(.short) }
    if sentence.tokens.count > 35 { signs.insert(.long) }
    signs.insert(sentences == 0 ? .lead : sentences < 3 ? .early : sentences > 8 ? .late : [])
    for time in sentence.times { signs.formUnion(StoryContext.sign(of: time, dateline: dateline)) }
    sentences += 1
    return signs
  }

  mutating func remember(kinds: UInt8) { recentKinds = (kinds, recentKinds.0, recentKinds.1) }

  private static func sign(of time: TimeMention, dateline: CivilDate) -> ContextSigns {
    if let ahead = time.ahead {
      if ahead.first >= dateline, time.behind == nil || time.isExplicit { return .dayAhead }
      if time.behind != nil, !time.isExplicit { return .dayEither }
    }
    guard let behind = time.behind, time.ahead == nil || time.isExplicit, behind.last < dateline
    else { return [] }
    return behind.last.days(until: dateline) <= freshDays ? .dayBehind : .dayOld
  }
}

/// Days after which an event is old: counts of its victims are closed then.
private let freshDays = 10
private let quotationMark = WordSet("\"")
