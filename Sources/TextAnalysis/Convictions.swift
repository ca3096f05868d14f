/// What a sentence tells of the penalty that a court has passed on a person.
public struct Conviction: Hashable, Sendable {
  public enum Penalty: Hashable, Sendable {
    /// The longest that is told where `ofSeveral`: whether others ran with it is not read. A suspended one has the length
    /// that is suspended.
    case custody(PenaltyLength, isSuspended: Bool, ofSeveral: Bool)
    case fine
  }

  /// Whose courts passed it, spelled as policies name courts.
  public enum Law: String, CaseIterable, Hashable, Sendable {
    case englandAndWales = "ew"
    case scotland = "scot"
    case northernIreland = "ni"
  }

  public let penalty: Penalty
  /// When it was passed; nil where the words do not say it plainly.
  public let date: PartialDate?
  /// By the court that its sentence names, else by the only ones that the story names; nil where neither tells.
  public internal(set) var law: Law?
  /// The sentence of the body, or the key point.
  public let sentence: Span
  /// The words that tell it, with their date. Within `sentence`.
  public let quote: Span
  /// Whether the sentence also says that somebody is held: "and remains in custody".
  public let tellsWhoIsHeld: Bool

  public init(
    penalty: Penalty, date: PartialDate?, law: Law?, sentence: Span, quote: Span, tellsWhoIsHeld: Bool = false
  ) {
    self.penalty = penalty
    self.date = date
    self.law = law
    self.sentence = sentence
    self.quote = quote
    self.tellsWhoIsHeld = tellsWhoIsHeld
  }
}

/// A length of custody as it is told: whole months, and days where it is told in weeks or days.
public struct PenaltyLength: Hashable, Sendable, Comparable {
  public let months: Int
  public let days: Int

  public init(months: Int, days: Int = 0) {
    self.months = months
    self.days = days
  }

  /// The least number of whole months that it fits into, a month counted as a twelfth of 365 days.
  public var monthsRoundedUp: Int { months + (days * 12 + 364) / 365 }

  public static func < (one: PenaltyLength, other: PenaltyLength) -> Bool {
    one.months * 365 + one.days * 12 < other.months * 365 + other.days * 12
  }
}

/// The convictions that a draft's body, key points and the words around it tell of, in the order of the text, one in a
/// sentence at most.
///
/// A reading of words that lets go where it is not sure: what somebody faces, asks for or was spared is none, nor is a
/// life sentence, what a higher court undid, what is made up, or a fine of a company.
///
/// - Parameter dateline: the day the words speak from; relative dates count from it.
public func convictions(in manuscript: Manuscript, dateline: CivilDate) -> [Conviction] {
  let passages = manuscript.sentences + manuscript.signables.map(\.passage.span)
  let found = passages.sorted().flatMap { passage in
    pieces(of: passage, in: manuscript.source).compactMap { piece -> Conviction? in
      // Times are slow to read, and few sentences speak of penalties at all.
      guard tokens(piece, in: manuscript.source).contains(where: { cues.contains($0.key) }) else {
        return nil
      }
      return conviction(in: ReadSentence(piece, in: manuscript.source, dateline: dateline), passage)
    }
  }
  return knowingCourts(found, of: manuscript)
}

/// Gives convictions whose sentences name no court the law of the only ones that the story names.
func knowingCourts(_ found: [Conviction], of manuscript: Manuscript) -> [Conviction] {
  guard found.contains(where: { $0.law == nil }) else { return found }
  let named = manuscript.sentences.reduce(into: Set<Conviction.Law>()) { laws, sentence in
    for piece in pieces(of: sentence, in: manuscript.source) {
      laws.formUnion(ReadSentence(withoutTimes: piece, in: manuscript.source).laws)
    }
  }
  guard let only = named.first, named.count == 1 else { return found }
  return found.map { conviction in
    var conviction = conviction
    conviction.law = conviction.law ?? only
    return conviction
  }
}

/// What one sentence tells; its passage is a key point or the whole of a sentence that was cut.
func conviction(in sentence: ReadSentence, _ passage: Span) -> Conviction? {
  guard sentence.tokens.contains(where: { cues.contains($0.key) }),
    sentence.first(madeUp, in: sentence.tokens.indices) == nil,
    sentence.first(undone, in: sentence.tokens.indices) == nil,
    !sentence.has(questionMark, at: sentence.tokens.count - 1), let told = sentence.toldPenalty
  else { return nil }
  let date = sentence.date(of: told.tokens)
  let first = min(told.tokens.lowerBound, date?.tokens.lowerBound ?? .max)
  let quoted = first..<max(told.tokens.upperBound, date?.tokens.upperBound ?? 0)
  let laws = sentence.laws
  return Conviction(
    penalty: told.penalty, date: date?.time.behind, law: laws.count == 1 ? laws.first : nil,
    sentence: passage, quote: sentence.span(quoted), tellsWhoIsHeld: sentence.tellsWhoIsHeld(besides: quoted))
}

extension ReadSentence {
  fileprivate var toldPenalty: (penalty: Conviction.Penalty, tokens: Range<Int>)? {
    guard first(life, in: tokens.indices) == nil else { return nil }
    return custody ?? fine.map { (.fine, $0) }
  }

  fileprivate func tellsWhoIsHeld(besides quoted: Range<Int>) -> Bool {
    first(goesOn, in: tokens.indices) != nil || first(held, in: 0..<quoted.lowerBound) != nil
      || first(held, in: quoted.upperBound..<tokens.count) != nil
  }

  // MARK: Custody

  private var custody: (penalty: Conviction.Penalty, tokens: Range<Int>)? {
    var told: [(length: PenaltyLength, tokens: Range<Int>)] = []
    var words: Range<Int>?
    custodyPatterns.matches(in: self) { _, match in
      guard !isDoubtful(match.lowerBound), first(otherThings, in: match) == nil,
        let time = times.first(where: { $0.type == .duration && match.contains($0.tokens.lowerBound) }),
        let length = length(from: time)
      else { return }
      let all = match.lowerBound..<max(match.upperBound, length.tokens.upperBound)
      words = words.map { min($0.lowerBound, all.lowerBound)..<max($0.upperBound, all.upperBound) } ?? all
      if !told.contains(where: { $0.tokens == length.tokens }) { told.append(length) }
    }
    guard var words, let first = told.map(\.tokens.lowerBound).min() else { return nil }
    for time in times where time.type == .duration && time.tokens.lowerBound > first {
      guard isAdded(time.tokens.lowerBound), let length = length(from: time),
        !told.contains(where: { $0.tokens.overlaps(length.tokens) })
      else { continue }
      told.append(length)
      words = words.lowerBound..<max(words.upperBound, length.tokens.upperBound)
    }
    guard let longest = told.map(\.length).max() else { return nil }
    let isSuspended =
      self.first(suspended, in: max(0, words.lowerBound - 3)..<words.upperBound + 4) != nil
    return (
      .custody(longest, isSuspended: isSuspended, ofSeveral: told.count > 1),
      withAuxiliaries(words.lowerBound)..<words.upperBound
    )
  }

  /// "Ten months", "three years and four months"; nil for what is no length of custody, such as "two years' probation".
  private func length(from time: TimeMention) -> (length: PenaltyLength, tokens: Range<Int>)? {
    guard var length = PenaltyLength(time.value) else { return nil }
    var end = time.tokens.upperBound
    let joint = has(andOrComma, at: end) ? end + 1 : end
    if let more = self.time(startingAt: joint), let rest = PenaltyLength(more.value), rest < length,
      length.months > 0, rest.months < 12
    {
      length = PenaltyLength(months: length.months + rest.months, days: length.days + rest.days)
      end = more.tokens.upperBound
    }
    let next = (end..<end + 3).first { has(otherPenalties, at: $0) || has(andOrComma, at: $0) }
    if let next, has(otherPenalties, at: next) { return nil }
    return (length, time.tokens.lowerBound..<end)
  }

  /// "…, and a further six months".
  private func isAdded(_ start: Int) -> Bool {
    var i = start - 1
    while has(beforeLengths, at: i) { i -= 1 }
    return has(joinsLengths, at: i)
  }

  /// "Could be", "faces", "asked for", "not" before the words, in their clause.
  private func isDoubtful(_ start: Int) -> Bool {
    if has(infinitive, at: start - 1) { return true }
    var i = start - 1
    while i >= 0, start - i <= 9, !has(clauseSigns, at: i) {
      // The month of May is no doubt.
      if has(doubts, at: i), !times.contains(where: { $0.tokens.contains(i) }) { return true }
      i -= 1
    }
    return false
  }

  /// "Was", "had been" and the like before a word belong to it.
  private func withAuxiliaries(_ start: Int) -> Int {
    var i = start
    while has(auxiliaries, at: i - 1) { i -= 1 }
    return i
  }

  // MARK: A fine

  private var fine: Range<Int>? {
    guard first(ofRegulators, in: tokens.indices) == nil else { return nil }
    for i in tokens.indices where has(fined, at: i) && !isDoubtful(i) {
      let behind = i + 1..<min(tokens.count, i + 6)
      guard first(millions, in: behind) == nil, isOfPerson(withAuxiliaries(i) - 1) else { continue }
      let amount = behind.prefix(3).last { tokens[$0].digits >= 0 }
      return withAuxiliaries(i)..<(amount ?? i) + 1
    }
    return nil
  }

  /// Whether a person ends here: "he", "Jonas Reed", "Reed, 51,", and not "Acme Ltd".
  private func isOfPerson(_ end: Int) -> Bool {
    var i = end
    if has(comma, at: i), let other = (max(0, i - 12)..<max(0, i)).last(where: { has(comma, at: $0) }) {
      i = other - 1
    }
    if has(persons, at: i) { return true }
    guard tokens.indices.contains(i), tokens[i].isCapital, !has(companies, at: i) else { return false }
    return tokens.indices.contains(i - 1) && tokens[i - 1].isCapital && !has(companies, at: i - 1)
      || first(ofCourts, in: tokens.indices) != nil
  }

  // MARK: When

  /// The date that the words give for a penalty: behind it, or at the sentence's beginning, and nothing between that may
  /// have a date of its own.
  fileprivate func date(of words: Range<Int>) -> (time: TimeMention, tokens: Range<Int>)? {
    let dated = times.filter { $0.type == .date && $0.behind != nil }
    if let within = dated.first(where: { words.contains($0.tokens.lowerBound) }) {
      return (within, within.tokens)
    }
    if let next = dated.first(where: { $0.tokens.lowerBound >= words.upperBound }),
      isPlain(words.upperBound..<next.tokens.lowerBound)
    {
      return (next, next.tokens)
    }
    guard let last = dated.last(where: { $0.tokens.upperBound <= words.lowerBound }) else { return nil }
    let between = last.tokens.upperBound..<words.lowerBound
    let isFirst = last.tokens.lowerBound <= 2 && between.count <= 14 && first(ownDates, in: between) == nil
    guard isFirst || between.isEmpty else { return nil }
    let start = has(prepositions, at: last.tokens.lowerBound - 1) ? 1 : 0
    return (last, last.tokens.lowerBound - start..<last.tokens.upperBound)
  }

  /// "In", "for fraud in", "at Leeds Crown Court in"; not "for an assault in".
  private func isPlain(_ between: Range<Int>) -> Bool {
    guard between.count <= 12, first(ownDates, in: between) == nil else { return false }
    guard let of = between.first(where: { has(offences, at: $0) && !has(suspended, at: $0 - 1) }) else {
      return true
    }
    return of + 5 > between.upperBound && first(determiners, in: of..<between.upperBound) == nil
  }
}

extension PenaltyLength {
  fileprivate init?(_ value: TimeValue) {
    guard case .length(.halves(let halves), let unit) = value, halves > 0, halves <= 4_000 else { return nil }
    switch unit {
    case .year: self.init(months: halves * 6)
    case .month: self.init(months: (halves + 1) / 2)
    case .fortnight: self.init(months: 0, days: halves * 7)
    case .week: self.init(months: 0, days: (halves * 7 + 1) / 2)
    case .day: self.init(months: 0, days: (halves + 1) / 2)
    default: return nil
    }
  }
}

// MARK: Whose court

extension ReadSentence {
  /// The laws of the courts that it names.
  var laws: Set<Conviction.Law> {
    var laws: Set<Conviction.Law> = []
    courts.matches(in: self) { index, match in
      switch index {
      case 0:
        // "Leeds Crown Court", "the Crown Court in Belfast"; "in May" behind it is no place.
        let after = match.upperBound + 1
        let isBehind =
          has(atPlaces, at: after - 1) && time(startingAt: after) == nil
          && (match.lowerBound == 0 || has(definites, at: match.lowerBound - 1))
        let place = isBehind ? after : match.lowerBound - 1
        guard tokens.indices.contains(place), tokens[place].isCapital, !has(definites, at: place) else {
          return
        }
        laws.insert(has(townsOfNorthernIreland, at: place) ? .northernIreland : .englandAndWales)
      case 1...englishCourts.count: laws.insert(.englandAndWales)
      case 1...englishCourts.count + scottishCourts.count: laws.insert(.scotland)
      default: laws.insert(.northernIreland)
      }
    }
    return laws
  }
}

private let towns =
  "edinburgh|glasgow|aberdeen|dundee|inverness|paisley|perth|stirling|kilmarnock|livingston|falkirk|ayr"
private let townsInTheNorth =
  "belfast|londonderry|derry|newry|antrim|craigavon|downpatrick|dungannon|omagh|coleraine|enniskillen|ballymena|laganside"
private let englishCourts = [
  "old bailey", "english|welsh court|courts|judge|jury", "court|courts in england|wales",
]
private let scottishCourts = [
  "sheriff court", "court of justiciary", "scottish court|courts|judge|jury", "court in|at|of \(towns)",
  "\(towns) high|jp|justice court", "in scotland",
]
private let courts = Patterns(
  ["crown court"] + englishCourts + scottishCourts + [
    "in northern ireland", "northern ireland court|courts|judge|jury", "court in|at|of \(townsInTheNorth)",
    "\(townsInTheNorth) high|magistrates|county '? court",
  ])
private let townsOfNorthernIreland = WordSet(townsInTheNorth.replacing("|", with: " "))
private let atPlaces = WordSet("at in")
private let definites = WordSet("the a an this that")

// MARK: Words

/// A text without any of these, in letters of any size, tells no penalty.
public let wordsOfPenalties =
  [
    "jailed", "imprisoned", "imprisonment", "sentenced", "sentence", "prison", "jail", "custody", "custodial",
    "suspended", "fined",
  ]

private let cues = WordSet(wordsOfPenalties.joined(separator: " "))

private let custodyPatterns = Patterns([
  "jailed|imprisoned for ~4 @", "jailed|imprisoned ~4 for ~2 @", "jailed|imprisoned in|on @ for ~2 @",
  "sentenced to ~4 @", "sentenced on|in @ to ~4 @", "sentenced ~4 to ~2 @",
  "given|handed|received|got ~4 @ '? ~1 sentence|term|imprisonment|jail|prison|custody|detention|suspended",
  "given|handed|received|got|served|serving|serves ~4 sentence|term of ~1 @",
  "served|serving|serves ~3 @ ~2 sentence|term", "@ ~1 prison|jail|custodial|suspended sentence|term",
  "prison|jail|custodial|suspended sentence|term of ~1 @",
])

private let doubts = WordSet(
  """
  if unless whether could would might may should can cannot will shall 'll must faces face facing faced risk risks
  risked risking seek seeks sought seeking ask asks asked asking urge urges urged want wants wanted demand demands
  demanded request requested recommend recommends recommended proposed carry carries maximum minimum punishable not
  never no nor neither without didn't wasn't weren't hasn't hadn't isn't won't couldn't avoid avoids avoided avoiding
  escape escaped escapes spared threatened threatens threaten expected expects likely possible potential plays played
  portrays portrayed
  """)
private let infinitive = WordSet("be being")
/// Between the words of a penalty and its length: it is the length of something else, or an upper bound.
private let otherThings = WordSet(
  "up death within after over following pay community probation minimum maximum")
private let otherPenalties = WordSet(
  """
  probation supervision supervised community house home ban bans banned disqualification licence license order orders
  curfew later ago earlier older
  """)
private let goesOn = WordSet("serving serves remains remain still")
private let held = WordSet("custody held detained awaiting prison jail bars")
private let undone = WordSet(
  "quashed quashes overturned acquitted cleared exonerated pardoned wrongly wrongfully")
private let life = WordSet("life lifetime lifelong")
private let suspended = WordSet("suspended")
private let auxiliaries = WordSet("was were been had has have is")
private let clauseSigns = WordSet(", ; : \u{2014} \u{2013}")
private let comma = WordSet(",")
private let questionMark = WordSet("?")
private let andOrComma = WordSet("and ,")
private let beforeLengths = WordSet("a an another further additional the consecutive concurrent extra")
private let joinsLengths = WordSet("and plus , or")

private let fined = WordSet("fined")
private let millions = WordSet("million millions billion bn m mn")
private let persons = WordSet(
  "he she who man woman driver teenager actor actress singer footballer mp councillor")
private let companies = WordSet(
  """
  ltd limited plc inc llc gmbh group company companies corporation firm bank council trust club university airline
  airlines airways rail railways water energy holdings partners services stores media
  """)
private let ofRegulators = WordSet(
  """
  regulator regulators watchdog commission ofcom ofgem ofwat ico fca fa uefa fifa fia nfl nba league club parking
  fixed-penalty penalty
  """)
private let ofCourts = WordSet(
  "court magistrates magistrate judge sheriff pleaded admitted admitting convicted conviction guilty offence offences"
)

private let offences = WordSet("for over")
private let determiners = WordSet("a an the his her their its my on at against from between of to")
/// What is told behind these may have a day of its own.
private let ownDates = WordSet(
  """
  after when while who whom whose which that since until before following and but then committed dating occurred ;
  founded joined became
  """)
private let prepositions = WordSet("in on last")
