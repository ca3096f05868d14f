/// What kinds of words a sentence has, from one look at each: whatever costs more is done only where they
/// stand.
struct DisputeSigns {
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt16
    /// Somebody may contest something: "denied", "not", "false", "contrary".
    static let contests = Marks(rawValue: 1)
    static let accuses = Marks(rawValue: 1 << 1)
    static let says = Marks(rawValue: 1 << 2)
    /// "But", "while": two clauses are set against each other.
    static let joins = Marks(rawValue: 1 << 3)
    static let number = Marks(rawValue: 1 << 4)
    /// What may have become of people: "killed", "missing", "arrested".
    static let fate = Marks(rawValue: 1 << 5)
    /// A weekday, an age, a noun that people are counted by.
    static let slips = Marks(rawValue: 1 << 6)
    /// A mayor, a sheriff.
    static let office = Marks(rawValue: 1 << 7)
    /// "Former", "elected": somebody's office is no longer, or not yet, the one that is named.
    static let changes = Marks(rawValue: 1 << 8)
    /// An appeal, a search: what is over or goes on.
    static let proceeding = Marks(rawValue: 1 << 9)
    /// A gunman, a suspect.
    static let attacker = Marks(rawValue: 1 << 10)
  }

  private(set) var marks: Marks = []
  /// Numbers, and verbs of saying.
  private(set) var numbers = 0
  private(set) var sayings = 0

  init(_ sentence: ReadSentence) {
    // Asked for once: looking for a global costs more than looking into it.
    let words = signWords
    for token in sentence.tokens {
      if token.shape.contains(.digits) {
        numbers += 1
        marks.insert(.number)
        continue
      }
      guard let found = words[token.key] else { continue }
      marks.formUnion(found)
      if found.contains(.number) { numbers += 1 }
      if found.contains(.says) { sayings += 1 }
    }
  }
}

private let signWords = WordTable<DisputeSigns.Marks>(readSignWords())

private func readSignWords() -> [(WordKey, DisputeSigns.Marks)] {
  var result: [WordKey: DisputeSigns.Marks] = [:]
  func add(_ words: [String], _ mark: DisputeSigns.Marks) {
    for word in words { result[WordKey(word), default: []].formUnion(mark) }
  }
  for name in ["{rejects}", "{falsehood}", "{not}"] { add(wordSets[name] ?? [], .contests) }
  add(split(contestingSigns), .contests)
  add(split(accusationSigns), .accuses)
  add(split(sayingSigns), .says)
  add(["but", "while", "whereas", "however", "although", "though", ";"], .joins)
  add(split(fateSigns), .fate)
  add(split(slipSigns), .slips)
  add(split(numberSigns), .number)
  for office in officeSigns { result[office, default: []].formUnion(.office) }
  add(split(changeSigns), .changes)
  add(proceedingSigns, .proceeding)
  add(attackerSigns, .attacker)
  return result.map { ($0.key, $0.value) }
}

/// What may have become of people, as one set.
let fateWords = WordSet(fateSigns)

private func split(_ words: String) -> [String] {
  words.split(whereSeparator: \.isWhitespace).map(String.init)
}

private let contestingSigns = """
  deny denial denials contrary contrast contrasts contrasted despite odds disagree disagrees disagreed
  differ differed differing different blamed blame blaming accused accuse accuses accusing trade traded
  trading exchanged conflicting contradictory contradict no nothing unrelated unlikely politically witch
  smear pack foundation merit basis truth lied lying innocence innocent guilty doubt doubts cold stand
  stands stood shot fired hit hits countered counters retorted rebutted issue otherwise differently
  alleged allege alleges alleging decried rigged stolen fraudulent fraud respectively faked orchestrated
  disavowed disavows disclaimed disowned dispute genuinely neither
  """
private let numberSigns = """
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand million
  """
private let accusationSigns = """
  accused accuses accuse accusing alleged alleges allege alleging claimed claims claim claiming blamed
  blames blame blaming charged suspected suspects implicated allegedly accusation accusations allegation
  allegations
  """
private let sayingSigns = """
  said says say stated states told tells testified believes believe believed described describes called
  calls reported reports think thinks added wrote announced indicated indicates estimated estimates puts
  put confirmed declared declares deemed deems claimed claims claim argued argues argue insisted insists
  insist maintained maintains maintain alleged alleges allege contended contends contend asserted
  asserts assert denied denies deny disputed disputes dispute rejected rejects reject countered counters
  accused accuses accuse blamed blames blame refuted refutes contradicted contradicts according by
  counted
  """
private let fateSigns = """
  dead died deaths death toll killed killing kills bodies fatalities injured injuring injuries wounded
  hurt missing trapped rescued arrested detained arrests counts charges magnitude survivors board aboard
  """
private let changeSigns = """
  former formerly ex then-mayor then-governor then-sheriff promoted promotion elected appointed appoints nominated
  nominates nominee sworn resigned resigns resignation became becomes become becoming succeeded succeeds replaced
  replaces replacing candidate candidacy campaign campaigning ran previously served stepped ousted retired fired
  re-elected reelected elect predecessor successor ex-mayor ex-sheriff ex-governor ex-senator demoted reassigned
  transferred reshuffle reshuffled brother sister wife husband son daughter father mother
  """
private let slipSigns = """
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun aged
  people persons victims suspects passengers teenagers patients dead defendants survivors hostages percent %
  """
