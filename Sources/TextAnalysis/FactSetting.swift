/// When, where and of what a sentence tells, as far as it names that: what has to agree before two facts of a
/// story are held against each other.
struct FactSetting {
  private let tokens: [Token]
  /// Words that say what it is about, without numbers, names of fates and words of every event.
  private let words: Set<WordKey>
  private let days: [ClosedRange<Int>]
  private let yearsNamed: [ClosedRange<Int>]
  /// Names behind "in", "at", "near".
  private let places: Set<WordKey>
  private let capitals: Set<WordKey>

  init(_ sentence: ReadSentence) {
    tokens = sentence.tokens
    words = Set(contentWords(of: sentence).filter { !fateWords.contains($0) && !everyEvent.contains($0) })
    var days: [ClosedRange<Int>] = []
    var yearsNamed: [ClosedRange<Int>] = []
    for time in sentence.times {
      guard let date = time.behind ?? time.ahead, date.first <= date.last else { continue }
      days.append(date.first.dayNumber...date.last.dayNumber)
      if time.isExplicit { yearsNamed.append(date.first.dayNumber...date.last.dayNumber) }
    }
    self.days = days
    self.yearsNamed = yearsNamed
    var places: Set<WordKey> = []
    var capitals: Set<WordKey> = []
    for (i, token) in sentence.tokens.enumerated() where token.isCapital {
      if i > 0 { capitals.insert(token.key) }
      let isDay = sentence.times.contains { $0.tokens.contains(i) }
      if !isDay, (1...3).contains(where: { sentence.has(placeWords, at: i - $0) }) {
        places.insert(token.key)
      }
    }
    self.places = places
    self.capitals = capitals
  }

  /// Whether nothing in this sentence names a day or a place that the earlier one does not name.
  func isNoOther(than early: FactSetting) -> Bool {
    days.allSatisfy { day in early.days.contains { $0.overlaps(day) } }
      && places.isSubset(of: early.capitals.union(early.places))
      && (places.isEmpty || early.places.isSubset(of: capitals.union(places)))
  }

  /// Whether no year that one names is missing in the other, and nothing else says that time has passed.
  func isOfOneTime(with other: FactSetting) -> Bool {
    let agree = { (ones: [ClosedRange<Int>], others: [ClosedRange<Int>]) in
      ones.allSatisfy { one in others.contains { $0.overlaps(one) } }
    }
    return agree(yearsNamed, other.yearsNamed) && agree(other.yearsNamed, yearsNamed)
      && ![self, other].contains { $0.tokens.contains { pastWords.contains($0.key) } }
  }

  /// Whether both tell of one event, "the crash", or two words say the same of what they are about.
  func sharesMatter(with other: FactSetting) -> Bool {
    let shared = words.intersection(other.words)
    if shared.contains(where: { eventWords.contains($0) }) { return true }
    let nameEvents = [words, other.words].allSatisfy { $0.contains { eventWords.contains($0) } }
    return shared.count >= 2 && !nameEvents
  }

  /// Whether the sentence brings in by "a" what the earlier one tells of: "a crash" is another crash.
  func introduces(_ early: FactSetting) -> Bool {
    tokens.indices.contains { i in
      articles.contains(tokens[i].key)
        && tokens[i...].dropFirst().prefix(3).contains { early.words.contains($0.key) }
    }
  }
}

private let placeWords = WordSet("in at near off from outside around")
private let articles = WordSet("a an")
private let eventWords = WordSet(
  """
  crash collision derailment accident fire blaze explosion blast shooting stabbing attack raid bombing earthquake
  quake flood floods flooding landslide avalanche storm hurricane cyclone typhoon tornado eruption tsunami collapse
  sinking capsizing stampede crush outbreak ambush riot riots clash clashes wildfire wildfires
  """)
private let everyEvent = WordSet("near people person police officials authorities")
private let pastWords = WordSet("ago then when former formerly previously earlier first last since later")
