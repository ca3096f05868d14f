/// What a sentence says has become of something, where the opposite has a word too.
struct Status: Hashable, Sendable {
  /// What it is about: a verdict, a search, a deal.
  let topic: UInt8
  /// The side of `opposites` on which the word stands.
  let isFirst: Bool
}

/// A word that says what has become of something.
struct StatusWord: Sendable {
  let status: Status
  let span: Span
}

/// The statuses of a sentence, at most forty; a "not" up to three words before turns one into its opposite.
func statuses(in sentence: ReadSentence) -> [StatusWord] {
  var result: [StatusWord] = []
  for (i, token) in sentence.tokens.enumerated() {
    guard let found = statusWords[token.key], result.count < 40 else { continue }
    let isNegated = (1...3).contains { sentence.has(nots, at: i - $0) }
    for status in found {
      result.append(
        StatusWord(
          status: Status(topic: status.topic, isFirst: status.isFirst != isNegated),
          span: sentence.span(i..<i + 1)))
    }
  }
  return result
}

/// The first pair of opposites, where neither sentence says both.
func oppositeStatuses(_ ones: [StatusWord], _ others: [StatusWord]) -> (StatusWord, StatusWord)? {
  for one in ones {
    let opposite = Status(topic: one.status.topic, isFirst: !one.status.isFirst)
    guard !ones.contains(where: { $0.status == opposite }),
      !others.contains(where: { $0.status == one.status }),
      let other = others.first(where: { $0.status == opposite })
    else { continue }
    return (one, other)
  }
  return nil
}

/// An end that comes after what the earlier sentence says still goes on: "missing", "was found". The later
/// sentence may tell both.
func overtakenStatus(_ early: [StatusWord], by late: [StatusWord]) -> (StatusWord, StatusWord)? {
  for one in early where one.status.isFirst && one.status.topic < endingTopics {
    let end = Status(topic: one.status.topic, isFirst: false)
    guard !early.contains(where: { $0.status == end }),
      let other = late.first(where: { $0.status == end })
    else {
      continue
    }
    return (one, other)
  }
  return nil
}

/// Words that turn what follows into its opposite.
let nots = WordSet(
  """
  not never no without neither nor none don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't
  can't cannot won't wouldn't couldn't nobody nothing
  """)

/// What goes on and how it ends: what comes behind the bar overtakes what stands before it.
private let endings = """
  missing unknown unaccounted disappeared vanished search searching | found recovered located locates
    finds recovers ;
  blocked blocks closed shut suspends suspended halted | reopened reopens reopen resumed resumes
    restored ;
  grounded stranded aground | refloated salvaged towed freed ;
  lockdown quarantine curfew blockade embargo | lifted lifts eased eases ;
  outage blackout outages | restored restores ;
  fugitive wanted manhunt at-large | captured caught apprehended surrendered ;
  captive kidnapped abducted hostages | freed released frees releases rescued ;
  hospitalised hospitalized coma critical | discharged died dies recovered ;
  walkout striking | returned ;
  burning uncontrolled raging burn burns | contained extinguished quenched doused ;
  trapped besieged | rescued freed ;
  control sovereign | overthrew overthrown toppled ousted deposed resigned resigns resign ;
  underway ongoing continues continue continuing searching | ends ended complete completed suspended
    abandoned ;
  undecided unclear unresolved | decided confirmed resolved ;
  standoff siege occupation | surrendered surrenders evicted ;
  offer offers offered | declined declines rejected rejects refused refuses ;
  """

/// Opposites that cannot be true together.
private let opposites = """
  guilty convicted convicts convict conviction | acquitted acquits acquit acquittal cleared clears
    exonerated innocent ;
  charged indicted charge indicts | uncharged dropped ;
  detained custody jailed jails imprisoned remanded | released freed frees escaped escapes ;
  alive survived survives | dead died dies killed ;
  agreed agrees agree accepted accepts accept approved approves approve signed passed passes backed
    backs ratified adopted upheld upholds endorse endorsed | rejected rejects reject refused refuses
    refuse declined collapsed vetoed vetoes blocked overturned overturns defeated scrapped withdrew
    dismissed ;
  stays | resigned resigns quits quit leaves sacked fired dismissed ousted ;
  scheduled proceed proceeds on-time | cancelled canceled cancels postponed postpones delayed delays
    scrapped ;
  open opened opens reopened reopens reopen | closed closes shut shuts closing closure ;
  won wins win victory reelected re-elected | lost loses lose defeat defeated ;
  lifted lifts reinstated restored resumed allowed allows permitted permits | banned bans suspended
    suspends prohibited prohibits barred outlawed ;
  confirmed confirms admitted admits acknowledges acknowledged | denied denies deny ;
  increased increases increase rose rises raised raises grew climbed | decreased decreases decrease fell
    falls cut cuts reduced lowered shrank ;
  safe unharmed unhurt stable successfully landed touched lands | critical critically crashed crashes
    injured destroyed exploded failed fails ;
  accidental accident accidentally | deliberate arson murder intentional sabotage deliberately ;
  supports supported backs backed endorses | opposes opposed rejects condemned ;
  launch launches launched | aborted cancelled canceled scrubbed ;
  returned return returns | fled flees exile ;
  peaceful peacefully | violent violently ;
  genuine authentic | fake hoax forged ;
  hired appointed appoints appoint named | fired sacked dismissed dismisses ;
  """

private let endingTopics = UInt8(clamping: topics(endings).count)
private let statusWords = WordTable<[Status]>(readOpposites(endings + opposites))

/// A semicolon ends a topic.
private func topics(_ lines: String) -> [Substring] {
  lines.split(separator: ";").filter { $0.contains("|") }
}

private func readOpposites(_ lines: String) -> [(WordKey, [Status])] {
  var found: [WordKey: [Status]] = [:]
  for (topic, line) in topics(lines).enumerated() {
    for (side, words) in line.split(separator: "|").enumerated() {
      for word in words.split(whereSeparator: \.isWhitespace) {
        found[WordKey(word), default: []].append(
          Status(topic: UInt8(clamping: topic), isFirst: side == 0))
      }
    }
  }
  return found.map { ($0.key, $0.value) }
}
