/// A sentence that accuses somebody who can be identified of a crime, of misconduct, or of failing in a
/// profession.
public struct Accusation: Hashable, Sendable {
  /// The sentence of the body, or the key point.
  public let sentence: Span
  /// The name without titles, or the office with what tells whose it is. Within `sentence`.
  public let person: Span
  /// Whether the person is named, and not only known by an office.
  public let isNamed: Bool
}

/// What a draft's key points and body accuse people of, in the order of the text; each person once in a
/// sentence.
///
/// A reading of words: it looks for somebody beside words of wrongdoing and lets go where it is not sure who
/// did it to whom. Denials, acquittals, conditions and what is played or made up accuse nobody.
public func accusations(in manuscript: Manuscript) -> [Accusation] {
  var people = AccusedPeople()
  var found: [Accusation] = []
  let passages = manuscript.sentences + manuscript.signables.map(\.passage.span)
  for passage in passages.sorted() {
    for piece in pieces(of: passage, in: manuscript.source) {
      found += people.accused(in: ReadSentence(withoutTimes: piece, in: manuscript.source))
        .map { Accusation(sentence: passage, person: $0.span, isNamed: $0.isNamed) }
    }
  }
  return found
}

extension ReadSentence {
  init(withoutTimes span: Span, in source: Source) {
    self.source = source
    self.span = span
    tokens = TextAnalysis.tokens(span, in: source)
    times = []
  }
}

/// Reads sentences in order, because a surname alone counts once the name in full was told.
private struct AccusedPeople {
  struct Person: Hashable {
    let tokens: Range<Int>
    let span: Span
    let isNamed: Bool
  }

  private static let mostNames = 10_000
  /// People looked at in one sentence; more of them are a list.
  private static let mostPeople = 30
  private var surnames: Set<WordKey> = []

  mutating func accused(in sentence: ReadSentence) -> [Person] {
    let people = people(in: sentence)
    guard !people.isEmpty, sentence.first(madeUp, in: sentence.tokens.indices) == nil,
      sentence.first(over, in: sentence.tokens.indices) == nil, !elsewhere.match(sentence),
      !sentence.has(questionMark, at: sentence.tokens.count - 1)
    else { return [] }
    var accused: [Person] = []
    wrongs.matches(in: sentence) { index, match in
      guard !isDoubtful(match, in: sentence) else { return }
      let isDone = index < done.count
      let isObject = index >= done.count + suffered.count
      let person =
        isObject
        ? people.first { $0.tokens.lowerBound >= match.upperBound }.flatMap {
          isObjectOf(match, $0, in: sentence) ? $0 : nil
        } : subject(of: match, isDone: isDone, people, in: sentence)
      if let person, !accused.contains(person) { accused.append(person) }
    }
    return accused.sorted { $0.span < $1.span }
  }

  // MARK: Who is in a sentence

  private mutating func people(in sentence: ReadSentence) -> [Person] {
    var people: [Person] = []
    var i = 0
    while i < sentence.tokens.count, people.count < Self.mostPeople {
      if let name = name(at: i, in: sentence) {
        i = name.upperBound
        people.append(Person(tokens: name, span: bare(name, in: sentence), isNamed: true))
      } else if let office = office(at: i, in: sentence) {
        i = office.upperBound
        people.append(Person(tokens: office, span: bare(office, in: sentence), isNamed: false))
      } else {
        i += 1
      }
    }
    return people
  }

  private func bare(_ tokens: Range<Int>, in sentence: ReadSentence) -> Span {
    Span(sentence.tokens[tokens.lowerBound].start, sentence.tokens[tokens.upperBound - 1].bare.end)
  }

  /// Two capitalised words or more, one behind a title, or a surname that is known.
  private mutating func name(at start: Int, in sentence: ReadSentence) -> Range<Int>? {
    guard couldBeName(start, in: sentence) else { return nil }
    var end = start + 1
    while sentence.tokens[end - 1].genitive == 0 {
      if couldBeName(end, in: sentence) {
        end += 1
      } else if sentence.has(particles, at: end), couldBeName(end + 1, in: sentence) {
        end += 2
      } else {
        break
      }
    }
    // "Acme Ltd", "Leeds City Council": what follows says that it is no person.
    guard !sentence.has(companies, at: end), !sentence.has(companies, at: end - 1) else { return nil }
    let key = sentence.tokens[end - 1].key
    let isPlace = sentence.has(placeWords, at: start - 1) && !surnames.contains(key)
    if end - start > 1, !isPlace {
      if surnames.count < Self.mostNames { surnames.insert(key) }
      return start..<end
    }
    return sentence.has(titleWordsOfPeople, at: start - 1) || !isPlace && surnames.contains(key)
      ? start..<end : nil
  }

  private func couldBeName(_ i: Int, in sentence: ReadSentence) -> Bool {
    guard sentence.tokens.indices.contains(i) else { return false }
    let token = sentence.tokens[i]
    return token.isWord && token.isCapital && token.bare.end - token.start > 1
      && token.shape.isDisjoint(with: [.hasDigit, .allCapitals]) && !notNames.contains(token.key)
      && !titleWordsOfPeople.contains(token.key)
      && !(i == 0 && sentenceStarters.contains(token.key))
  }

  /// "The mayor", "the school's head", "its chief executive".
  private func office(at start: Int, in sentence: ReadSentence) -> Range<Int>? {
    guard sentence.has(definites, at: start) || sentence.tokens[start].genitive > 0 else { return nil }
    for i in start + 1..<start + 5 where sentence.tokens.indices.contains(i) {
      let token = sentence.tokens[i]
      guard token.isWord else { return nil }
      if offices.contains(token.key) {
        // "The head teacher", "the mayor's office": not the end of it, or not the mayor.
        return sentence.has(offices, at: i + 1)
          ? start..<i + 2 : sentence.has(notOfficeBefore, at: i + 1) ? nil : start..<i + 1
      }
      guard token.genitive > 0 || sentence.has(officeKinds, at: i) || token.isCapital else { return nil }
    }
    return nil
  }

  // MARK: Who did it

  /// "If", "could", "not" before the words of wrongdoing.
  private func isDoubtful(_ match: Range<Int>, in sentence: ReadSentence) -> Bool {
    let before = max(0, match.lowerBound - 6)..<match.lowerBound
    let start = before.last { sentence.has(clauseSigns, at: $0) } ?? before.lowerBound
    let near = start..<match.lowerBound
    return near.contains { sentence.has(doubts, at: $0) } || sentence.first(denials, in: match) != nil
      || near.suffix(3).contains { sentence.has(denials, at: $0) }
  }

  /// The person whose doing or fate the words behind tell.
  private func subject(
    of match: Range<Int>, isDone: Bool, _ people: [Person], in sentence: ReadSentence
  ) -> Person? {
    // Words of a name or title are no wrongdoing: "What Lies Beneath".
    guard !people.contains(where: { $0.tokens.overlaps(match) }) else { return nil }
    let isOwned = sentence.has(ownedWrongs, at: match.lowerBound)
    var i = match.lowerBound - 1
    var steps = 0
    while i >= 0, steps < 24 {
      steps += 1
      if let person = people.first(where: { $0.tokens.contains(i) }) {
        // "The mayor's aide lied": not the mayor, unless it is the fraud that is the mayor's.
        let isOwner = sentence.tokens[person.tokens.upperBound - 1].genitive > 0
        guard isOwner == isOwned, isAlone(person, people, in: sentence)
        else { return nil }
        return person
      }
      if isDone, sentence.has(passives, at: i) { return nil }
      if sentence.has(comma, at: i) {
        // "Smith, 51, a former nurse, stole": over what stands between two commas.
        let other = (max(0, i - 12)..<i).last { sentence.has(comma, at: $0) }
        if let other, other != i - 1, people.contains(where: { $0.tokens.upperBound == other }) {
          i = other - 1
        } else {
          i -= 1
          if isDone, !people.contains(where: { $0.tokens.contains(i) }) { return nil }
        }
      } else if sentence.has(between, at: i) || sentence.tokens[i].shape.contains(.endsLY) {
        i -= 1
      } else if let holder = holder(before: i, people, in: sentence) {
        return holder
      } else if sentence.has(joints, at: i) {
        return first(people, upTo: i, in: sentence)
      } else {
        return nil
      }
    }
    return nil
  }

  /// "The head of the school": the person before an "of" that ends here.
  private func holder(before i: Int, _ people: [Person], in sentence: ReadSentence) -> Person? {
    guard let of = (max(0, i - 4)..<max(0, i)).last(where: { sentence.has(ofs, at: $0) }) else { return nil }
    return people.first { $0.tokens.upperBound == of && !$0.isNamed }
  }

  /// "Smith took office in 2010 and stole": whoever begins the sentence, when nobody else stands between.
  private func first(_ people: [Person], upTo end: Int, in sentence: ReadSentence) -> Person? {
    guard end <= 40, let person = people.first, person.tokens.lowerBound <= 2,
      !people.dropFirst().contains(where: { $0.tokens.lowerBound < end }),
      sentence.first(speech, in: person.tokens.upperBound..<end) == nil,
      isAlone(person, people, in: sentence)
    else { return nil }
    return person
  }

  /// "Police and Smith", "a friend of Smith", "hit by Smith": somebody else did it.
  private func isAlone(_ person: Person, _ people: [Person], in sentence: ReadSentence) -> Bool {
    var before = person.tokens.lowerBound - 1
    while sentence.has(titleWordsOfPeople, at: before) || sentence.has(definites, at: before) { before -= 1 }
    return !sentence.has(ofOthers, at: before)
  }

  private func isObjectOf(_ match: Range<Int>, _ person: Person, in sentence: ReadSentence) -> Bool {
    let between = match.upperBound..<person.tokens.lowerBound
    guard between.count <= 4,
      between.allSatisfy({ sentence.tokens[$0].isWord && !sentence.has(breaks, at: $0) }),
      // "Accused Smith's company" accuses a company.
      sentence.tokens[person.tokens.upperBound - 1].genitive == 0
    else { return false }
    guard sentence.has(wantsMore, at: match.upperBound - 1) else { return true }
    let rest = person.tokens.upperBound..<min(sentence.tokens.count, person.tokens.upperBound + 12)
    return sentence.first(ofWrongs, in: rest) != nil
  }
}

// MARK: Words of wrongdoing

private let crimes =
  "murder|manslaughter|homicide|killing|killings|fraud|theft|thefts|robbery|burglary|arson|assault|assaults|rape|rapes|"
  + "bribery|bribe|bribes|corruption|embezzlement|extortion|blackmail|perjury|forgery|conspiracy|terrorism|kidnapping|"
  + "abduction|abuse|molestation|harassment|stalking|bullying|misconduct|negligence|malpractice|racketeering|smuggling|"
  + "trafficking|laundering|evasion|treason|espionage|spying|voyeurism|grooming|battery|cruelty|neglect|plagiarism|"
  + "doping|cheating|lying|stealing|counts|count|offences|offence|offenses|offense|crimes|crime|wrongdoing|tampering|"
  + "obstruction|contempt|possession|rioting|incitement|defamation|libel|slander|collusion|sabotage|insider|"
  + "dishonesty|discrimination|racism|torture|genocide|drink-driving|drunk-driving|speeding|poaching|piracy|hacking"
private let crimeDoings =
  "murdering|killing|stealing|raping|abusing|assaulting|bribing|defrauding|embezzling|lying|falsifying|forging|"
  + "harassing|bullying|cheating|molesting|groping|laundering|smuggling|trafficking|conspiring|misleading|taking|"
  + "accepting|driving|causing|failing|attempting|plotting|planning|strangling|stabbing|shooting|perverting|hacking|"
  + "spying|leaking|destroying|altering|obstructing|evading|misusing|beating|threatening|poisoning|kidnapping"
private let records =
  "record|records|document|documents|evidence|results|files|data|accounts|vote|votes|election|tests|grades|minutes|"
  + "ballots|figures|invoices|receipts|certificates|logs|emails|signatures|returns"
private let victims =
  "man|woman|men|women|girl|boy|girls|boys|wife|husband|partner|girlfriend|boyfriend|people|child|children|pupil|pupils|"
  + "student|students|patient|patients|son|daughter|mother|father|baby|colleague|colleagues|employee|employees|staff|"
  + "civilians|protesters|prisoners|neighbour|neighbor|teenager|teenagers|resident|residents|customers|investors|"
  + "players|minors|passengers|worker|workers|officer|officers|soldiers|herself|himself|clients|pensioners"

/// What somebody did; the doer stands before it.
private let done = [
  "lied", "was|were|is lying|cheating|stealing", "perjured",
  "falsified|forged|fabricated|embezzled|defrauded|laundered|extorted|bribed|blackmailed|plagiarised|plagiarized|swindled "
    + "!by|in|at|on|during|after|when|while|as|.|,",
  "groped|raped|molested|harassed|bullied|stalked|assaulted|abused|tortured|murdered|strangled|groomed|trafficked|"
    + "kidnapped|abducted|poisoned|mistreated !by|in|at|on|during|after|when|while|as|and|.|,",
  "killed|shot|stabbed|beat|attacked|threatened|hit|punched ~4 \(victims)",
  "altered|destroyed|tampered|shredded|backdated|faked|rigged|manipulated|doctored|withheld|concealed|hid|leaked|"
    + "suppressed ~4 \(records)",
  "tampered with", "took|accepted|paid|solicited|offered|demanded ~3 bribe|bribes|kickback|kickbacks",
  "covered up", "turned a blind eye", "misled|deceived|cheated !by|.",
  "misused|misappropriated|siphoned|pocketed !by|.", "stole|steals|stealing from",
  "stole|diverted ~4 money|funds|fund|cash|grant|grants|donations|million|savings|aid|taxes|jewels|secrets",
  "failed|neglected to ~1 report|disclose|declare|act|protect|warn|inspect|diagnose|treat|investigate|safeguard|"
    + "supervise|prevent|maintain",
  "ignored ~3 warnings|warning|complaints|rules|safeguards|regulations|law|alarms",
  "broke|breached|violated|flouted ~3 law|laws|rules|code|regulations|confidentiality|trust|sanctions|bail|oath|duty",
  "threatened ~2 to kill", "beat ~3 to death", "drove ~3 drunk|drugs|alcohol",
  "orchestrated|masterminded|ordered|plotted ~4 attack|attacks|murder|murders|killing|killings|coup|fraud|scheme|"
    + "bombing|assassination|cover-up|massacre",
  "conspired to|with", "colluded with", "committed|commits ~4 \(crimes)", "engaged in ~3 \(crimes)",
  "was|is|were negligent|corrupt|dishonest|reckless|crooked|incompetent",
  "is|was|as ~3 liar|fraudster|crook|thief|rapist|murderer|conman|conwoman|predator|abuser|paedophile|pedophile|"
    + "swindler|spy|traitor",
  "responsible for ~4 death|deaths|failures|failings|abuse|fraud|massacre|killing|killings|murder|murders",
  "complicit in", "implicated in", "involved in ~3 \(crimes)", "evaded|dodged ~3 tax|taxes",
  "made|makes ~3 racist|sexist|antisemitic remark|remarks|comment|comments|slur|slurs",
  "sexually|racially assaulted|harassed|abused|molested !by|in|at|on|,|.",
  "negligence|misconduct|corruption|fraud|crimes|lies|dishonesty|wrongdoing|malpractice|recklessness|incompetence|bribery",
]

/// What came over somebody for it; the accused stands before it as well.
private let suffered = [
  "accused|suspected of ~3 \(crimes)", "accused|suspected of ~1 \(crimeDoings)",
  "accused|suspected of !being|having",
  "charged|indicted with|on|for ~4 \(crimes)", "charged with ~1 \(crimeDoings)", "was|were|been ~1 indicted",
  "was|were|been|is ~2 convicted", "convicted of|on ~4 \(crimes)", "convicted of ~1 \(crimeDoings)",
  "found|pleaded|pled|pleads guilty", "guilty of", "admitted|admits|confessed ~4 \(crimes)",
  "admitted|admits|confessed to? ~1 \(crimeDoings)",
  "was|were|been ~2 arrested", "arrested on|over|for ~3 suspicion|\(crimes)", "jailed|imprisoned for",
  "sentenced to life|death", "sentenced to ~2 # years|months|weeks|days",
  "wanted for|over|on ~3 \(crimes)|questioning|charges",
  "is|was|are|were ~1 under ~1 investigation", "being|was|is ~1 investigated for|over",
  "was|were|been ~2 sued for|over", "faces|facing|faced ~3 charge|charges|allegations|trial|accusations",
  "was|were|been ~2 fired|sacked|suspended|dismissed for|over|after|amid|following",
  "was|were|been ~1 disbarred|defrocked|impeached|censured|reprimanded|blackmailing",
  "struck off", "alleged to have", "banned for ~3 doping|cheating|\(crimes)",
]

/// What others do to somebody who is named behind it.
private let pointed = [
  "accused|accuses|accuse|accusing !of|by|in|,", "suspects|suspected !of|in|on|that",
  "arrested|indicted|convicted|prosecuted|jailed|sacked !on|for|in|by|and|at|over|after|with|,|.",
  "charged|charging|charge|blamed|blames|blaming !with|by|for|up|on|,|.", "sued|sues|suing !for|over|in|,|.",
  "allegations|accusations|charges|indictment|complaint|complaints against",
  "allegations|accusations that", "evidence against",
  "murdered|raped|assaulted|abused|stabbed|harassed|molested|groomed|bullied|defrauded|swindled|tortured|groped|stalked|"
    + "beaten|abducted|kidnapped|poisoned|strangled|bribed|blackmailed|cheated|deceived|attacked by",
  "negligence|misconduct|corruption|fraud|wrongdoing|abuse|lies|failings|malpractice|bribery|embezzlement|harassment|"
    + "bullying|dishonesty by",
  "calls|called|calling|branded|labelled|labeled", "found|finds|finding",
]

private let wrongs = Patterns(done + suffered + pointed)

/// Objects of these words are accused only if it is said of what.
private let wantsMore = WordSet(
  "accused accuses accuse accusing suspects suspected charged charging charge blamed blames blaming sued sues suing that "
    + "calls called calling branded labelled labeled found finds finding")
private let ofWrongs = WordSet(
  (crimes + "|" + crimeDoings)
    .replacing("|", with: " ")
    + " having guilty liar fraudster crook thief rapist murderer conman predator abuser corrupt negligent dishonest fraud deaths "
    + "death failures misled lied stole abused assaulted harassed falsified altered bullied raped covered misleading"
)
private let ownedWrongs = WordSet(
  "negligence misconduct corruption fraud crimes lies dishonesty wrongdoing malpractice recklessness incompetence bribery"
)

// MARK: Words about people

private let titleWordsOfPeople = WordSet(
  """
  mr mrs ms miss dr prof professor judge justice sir lord lady dame actor actress president mayor senator governor
  minister chancellor king queen prince princess pope bishop archbishop father sister rev reverend rabbi imam sheriff
  officer constable inspector superintendent sgt sergeant capt captain col colonel gen general lt lieutenant
  councillor cllr director chairman chairwoman coach manager editor headteacher principal nurse teacher detective
  surgeon doctor lawyer solicitor barrister businessman businesswoman footballer pastor trader accountant banker
  treasurer deputy former ex-president secretary commissioner ambassador congressman congresswoman representative rep sen
  """)
private let particles = WordSet("de da del della di van von der den bin al el ibn la le ter ten dos")
private let placeWords = WordSet("in at from near into across outside to")
private let companies = WordSet(
  """
  ltd limited inc corp plc llc llp gmbh co company group bank university college school hospital council county city
  state police court department ministry institute association society union party club fc united foundation trust
  church street road avenue island river lake party airlines airways motors pictures records news times post press
  partners holdings capital industries systems technologies services authority agency commission committee board league
  republic kingdom army navy force forces congress parliament senate house government office centre center museum
  """)
/// Capitalised words that are no names of people: institutions, nations and places, days and months.
private let notNames = WordSet(
  """
  court police county state department district high supreme federal united states university city council ministry
  parliament senate house congress justice attorney crown appeal appeals circuit north south east west new mexico
  party government company inc corp ltd bank hospital commission agency office union american british english french
  german european russian chinese civil the a an he she they it we i his her their
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  spanish italian japanese indian irish scottish welsh dutch greek turkish polish iraqi iranian israeli palestinian
  syrian ukrainian canadian australian brazilian african asian arab korean saudi catholic christian muslim jewish
  republican democrat democrats republicans labour conservative conservatives tory liberal
  america britain england scotland wales ireland france germany russia china japan india spain italy greece turkey
  israel iran iraq syria egypt ukraine poland canada australia brazil korea arabia africa asia europe york zealand
  london paris washington moscow beijing tokyo berlin rome madrid california texas florida carolina virginia
  prosecutors officials lawyers investigators inspectors teachers parents critics opponents residents witnesses
  """)
private let definites = WordSet("the its his her their our my")
private let offices = WordSet(
  """
  mayor head headteacher headmaster headmistress principal vice-chancellor president premier governor chancellor
  minister king queen pope bishop archbishop vicar priest rabbi imam sheriff chief executive ceo chairman chairwoman
  chair treasurer director editor coach captain commissioner surgeon judge prosecutor superintendent provost dean
  ambassador secretary-general teacher
  """)
/// "The prime minister", "the former police chief".
private let officeKinds = WordSet(
  """
  prime foreign finance interior defence defense health education justice transport police fire former deputy vice
  acting chief managing executive artistic medical general county district federal head club school company outgoing
  current first lady technical sporting town city
  """)
private let notOfficeBefore = WordSet(
  "office spokesman spokeswoman aide aides team staff lawyer lawyers son daughter wife husband")

// MARK: Words between

private let between = WordSet(
  """
  has had have having was were is are been being be also later then who that whom which ( ) aged once twice again
  repeatedly himself herself personally deliberately never 's to previously first himself and/or formally both
  """)
private let passives = WordSet("was were been being be got is are")
private let joints = WordSet("and but then")
private let comma = WordSet(",")
private let clauseSigns = WordSet(", ; : \u{2014} \u{2013}")
private let questionMark = WordSet("?")
private let ofs = WordSet("of at")
private let ofOthers = WordSet("of by and with against to from for about near")
private let speech = WordSet("said says told claimed claims alleged alleges believes wrote argued testified")
private let breaks = WordSet("that who which and but by")
private let doubts = WordSet(
  "if whether unless could would might may should denies denied denying deny refuted rejects")
private let denials = WordSet(
  "not never no neither nor without cannot didn't wasn't weren't hasn't isn't hadn't don't")
/// Whatever it was, it is over, or somebody says that it was none.
private let over = WordSet(
  """
  acquitted acquits cleared exonerated dropped drops withdrew withdrawn quashed overturned innocent pardoned
  falsely wrongly wrongfully unfounded baseless retracted
  """)
/// Told of what nobody did.
let madeUp = WordSet(
  "fictional character characters novel plot storyline stars starring sitcom thriller film's novel's drama's")
private let elsewhere = Patterns([
  "case|charge|charges|lawsuit|suit|complaint|allegations ~3 dismissed|thrown",
  "dismissed ~2 case|charge|charges|lawsuit",
  "plays|played|playing|portrays|portrayed a|an|the",
  "in ~1 new? film|movie|novel|series|play|drama|episode|sitcom",
])
