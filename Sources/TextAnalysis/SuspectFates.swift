/// What became of the one who attacked: nobody surrenders and is shot dead by the police.
struct SuspectFates {
  private struct Fate {
    let isAlive: Bool
    let span: Span
    let sentence: Span
  }

  private var fate: Fate?
  /// Two attackers, or more, may have fared differently.
  private var areSeveral = false
  private var collision: ContradictionFinding?

  var collisions: [ContradictionFinding] { areSeveral ? [] : collision.map { [$0] } ?? [] }

  mutating func read(_ sentence: ReadSentence, _ signs: DisputeSigns) {
    guard signs.marks.contains(.attacker), !areSeveral, collision == nil else { return }
    if sentence.first(severals, in: sentence.tokens.indices) != nil {
      areSeveral = true
      return
    }
    guard sentence.first(attackers, in: sentence.tokens.indices) != nil,
      sentence.first(doubts, in: sentence.tokens.indices) == nil
    else { return }
    var found: (index: Int, tokens: Range<Int>)?
    endings.matches(in: sentence) { index, tokens in
      if found.map({ tokens.lowerBound < $0.tokens.lowerBound }) ?? true { found = (index, tokens) }
    }
    guard let found else { return }
    let late = Fate(
      isAlive: found.index < alive.count, span: sentence.span(found.tokens), sentence: sentence.span)
    guard let early = fate else {
      fate = late
      return
    }
    guard early.isAlive != late.isAlive, early.sentence != late.sentence else { return }
    collision = ContradictionFinding(
      kind: .internal, rule: "suspect.two-fates",
      sides: [early, late].map { .init(span: $0.span, says: nil, sentence: $0.sentence) })
  }
}

private let alive = [
  "he|she|gunman|attacker|shooter|bomber|assailant|suspect|hijacker|driver ~1 surrendered|surrenders",
  "he|she|gunman|attacker|shooter|assailant|suspect|hijacker ~1 gave himself|herself up",
  "gunman|attacker|shooter|assailant|suspect|hijacker was ~1 arrested|captured|caught",
  "gunman|attacker|shooter|assailant|suspect|hijacker was taken into custody",
  "gunman|attacker|shooter|assailant|suspect|hijacker is in ~1 custody",
  "and|then|later surrendered to police|officers",
]
private let dead = [
  "gunman|attacker|shooter|assailant|suspect|hijacker was ~2 shot dead",
  "gunman|attacker|shooter|assailant|suspect|hijacker was ~2 shot and killed",
  "gunman|attacker|shooter|assailant|suspect|hijacker was killed",
  "gunman|attacker|shooter|assailant|suspect|hijacker ~1 killed|shot himself|herself",
  "shot ~1 dead|killed the gunman|attacker|shooter|assailant|suspect|hijacker",
  "killing the gunman|attacker|shooter|assailant|suspect|hijacker",
]
private let endings = Patterns(alive + dead)
private let attackers = WordSet("gunman attacker shooter bomber assailant suspect hijacker")
private let severals = WordSet(
  "gunmen attackers shooters bombers assailants suspects hijackers accomplice accomplices another second other"
)
private let doubts = WordSet("not never if could would might may until previous earlier years")

/// Words that a sentence about attackers has one of.
let attackerSigns = [
  "gunman", "attacker", "shooter", "bomber", "assailant", "suspect", "hijacker", "gunmen", "attackers",
  "shooters",
  "bombers", "assailants", "suspects", "hijackers",
]
