/// Offices that a story gives to its people. Nobody is sheriff and police chief at one time: two such offices of
/// one name are a slip, unless the story tells of a change, or two people have the name.
struct Roles {
  private struct Holding {
    let office: Office
    let span: Span
    let sentence: Span
  }

  private struct Person {
    var first: WordKey?
    /// Two first names, or a change of office.
    var isUnsure = false
    var holdings: [Holding] = []

    mutating func meet(_ name: WordKey) {
      if let first, first != name { isUnsure = true }
      first = name
    }
  }

  private static let mostPeople = 1_000
  /// Offices kept of one person.
  private static let most = 4

  private let dateline: CivilDate
  private var people: [WordKey: Person] = [:]

  init(dateline: CivilDate) { self.dateline = dateline }

  /// The first two offices of each person that exclude each other, where the story has the person's first name.
  var collisions: [ContradictionFinding] {
    people.values.compactMap { person in
      guard !person.isUnsure, person.first != nil else { return nil }
      for (index, late) in person.holdings.enumerated() {
        guard let early = person.holdings[..<index].first(where: { $0.office.excludes(late.office) })
        else { continue }
        return ContradictionFinding(
          kind: .internal, rule: "role.differs",
          sides: [early, late].map { .init(span: $0.span, says: nil, sentence: $0.sentence) })
      }
      return nil
    }
  }

  mutating func read(_ sentence: ReadSentence, _ signs: DisputeSigns) {
    let hasOffice = signs.marks.contains(.office)
    guard hasOffice || !people.isEmpty else { return }
    readNames(sentence, isOfChange: signs.marks.contains(.changes))
    guard hasOffice, !signs.marks.contains(.changes) else { return }
    let isOfThePast = sentence.times.contains { time in
      time.isExplicit && (time.behind ?? time.ahead).map { $0.last.days(until: dateline) > 365 } ?? false
    }
    guard !isOfThePast else { return }
    for (i, token) in sentence.tokens.enumerated() {
      guard let word = officeWords[token.key], let office = office(word, in: sentence, at: i) else {
        continue
      }
      if let name = nameBehind(i + 1, in: sentence) ?? nameBefore(i, in: sentence) {
        hold(office, i, name, in: sentence)
      }
    }
  }

  private mutating func hold(_ office: Office, _ title: Int, _ name: Range<Int>, in sentence: ReadSentence) {
    guard let last = name.last else { return }
    let key = sentence.tokens[last].key
    guard people[key] != nil || people.count < Roles.mostPeople else { return }
    var person = people[key] ?? Person()
    if name.count > 1 { person.meet(sentence.tokens[name.lowerBound].key) }
    if person.holdings.count < Roles.most, !person.holdings.contains(where: { $0.office == office }) {
      let start = min(title - (office.words - 1), name.lowerBound)
      person.holdings.append(
        Holding(
          office: office, span: sentence.span(start..<max(title, last) + 1), sentence: sentence.span))
    }
    people[key] = person
  }

  /// First names of people whose office is known, and who of them is in a sentence that tells of a change.
  private mutating func readNames(_ sentence: ReadSentence, isOfChange: Bool) {
    for (i, token) in sentence.tokens.enumerated() where token.isCapital {
      guard let known = people[token.key] else {
        if isOfChange, i > 0, people.count < Roles.mostPeople { people[token.key] = Person(isUnsure: true) }
        continue
      }
      guard !known.isUnsure else { continue }
      if isOfChange {
        people[token.key]?.isUnsure = true
      } else if i > 0, sentence.tokens[i - 1].isCapital, isNamePart(i - 1, in: sentence),
        i < 2 || !sentence.tokens[i - 2].isCapital || !isNamePart(i - 2, in: sentence)
      {
        people[token.key]?.meet(sentence.tokens[i - 1].key)
      }
    }
  }
}

/// An office, and the group of those that exclude each other.
private struct Office: Equatable, Sendable {
  let group: UInt8
  let number: UInt8
  /// Words that it takes: two for "police chief".
  var words = 1

  func excludes(_ other: Office) -> Bool { group == other.group && number != other.number }

  static func == (one: Office, other: Office) -> Bool {
    one.group == other.group && one.number == other.number
  }
}

/// A word that ends an office: alone, or behind one of some words.
private struct OfficeWord: Sendable {
  var alone: Office?
  var behind: [(first: WordKey, office: Office)] = []
}

/// The office whose last word stands at a place, if somebody is said to hold it.
private func office(_ word: OfficeWord, in sentence: ReadSentence, at i: Int) -> Office? {
  let tokens = sentence.tokens
  guard !sentence.has(officeEnds, at: i + 1) else { return nil }
  let found = word.behind.first { i > 0 && tokens[i - 1].key == $0.first }?.office ?? word.alone
  guard let found else { return nil }
  let first = i - (found.words - 1)
  guard !sentence.has(notNow, at: first - 1), !sentence.has(notNow, at: first - 2) else { return nil }
  return found
}

/// "Mayor Ana Ruiz": the name behind an office.
private func nameBehind(_ start: Int, in sentence: ReadSentence) -> Range<Int>? {
  let tokens = sentence.tokens
  guard start >= 1, tokens.indices.contains(start), tokens[start].isCapital,
    // "Told the judge Ruiz was out".
    tokens[start - 1].isCapital || !(1...2).contains(where: { sentence.has(articles, at: start - 1 - $0) })
  else { return nil }
  var end = start
  while end < tokens.count, end < start + 4, tokens[end].isCapital, isNamePart(end, in: sentence) { end += 1 }
  // A genitive ends the name, and "Mora County" is none.
  guard end > start, end >= tokens.count || !tokens[end].isCapital || !tokens[end].shape.contains(.spaced)
  else { return nil }
  return start..<end
}

/// "Ruiz, the county's sheriff, said": the name before an office.
private func nameBefore(_ office: Int, in sentence: ReadSentence) -> Range<Int>? {
  let tokens = sentence.tokens
  guard sentence.has(appositionEnds, at: office + 1) || office + 1 == tokens.count,
    !sentence.has(articles, at: office + 2) || !sentence.has(commas, at: office + 1),
    !sentence.has(ands, at: office + 2) || !sentence.has(commas, at: office + 1)
  else { return nil }
  var comma = office - 1
  while comma > office - 6, comma > 0, !sentence.has(nameJoints, at: comma) {
    let token = tokens[comma]
    guard
      token.isCapital || token.bare.end < token.end || sentence.has(articles, at: comma)
        || officeWords[token.key] != nil || sentence.has(qualifiers, at: comma)
    else { return nil }
    comma -= 1
  }
  guard comma > 0, comma > office - 6 else { return nil }
  if sentence.has(beings, at: comma), sentence.has(whos, at: comma - 1) { comma -= 1 }
  if sentence.has(whos, at: comma) { comma -= 1 }
  if sentence.has(commas, at: comma - 1), sentence.has(beings, at: comma) { return nil }
  let last = sentence.has(nameJoints, at: comma) ? comma - 1 : comma
  guard last >= 0, tokens[last].isCapital, isNamePart(last, in: sentence),
    tokens[last].bare.end == tokens[last].end
  else { return nil }
  var start = last
  while start > 0, start > last - 3, tokens[start - 1].isCapital, isNamePart(start - 1, in: sentence) {
    start -= 1
  }
  return start..<last + 1
}

/// Whether a capital can be part of a person's name.
private func isNamePart(_ i: Int, in sentence: ReadSentence) -> Bool {
  let token = sentence.tokens[i]
  return token.isWord && token.end - token.start > 2 && officeWords[token.key] == nil
    && !noNames.contains(token.key) && !smallWords.contains(token.key) && !titles.contains(token.key)
    && !sentence.times.contains { $0.tokens.contains(i) }
}

private let commas = WordSet(",")
private let ands = WordSet("and or")
private let articles = WordSet("the a an")
private let beings = WordSet("is")
private let whos = WordSet("who")
private let nameJoints = WordSet(", is who")
private let appositionEnds = WordSet(", . ; of for in who \" \u{2014} ) and")
private let qualifiers = WordSet(
  "city county town village state local parish republican democratic district new")
/// Behind these an office is a thing, or not held: "mayor candidate", "police chief's office".
private let officeEnds = WordSet(
  "candidate candidates nominee elect hopeful designate emeritus pro office offices and s")
/// Before an office: no longer, not yet, or another office.
private let notNow = WordSet(
  """
  former then ex deputy vice assistant associate acting interim outgoing incoming late onetime one-time past future
  retired retiring ousted longtime junior under shadow lieutenant lt wife husband son daughter brother sister aide
  spokesman spokeswoman spokesperson lawyer attorney predecessor successor sub undersecretary chief-of-staff
  another other fellow if as no not any
  """)
private let noNames = WordSet(
  """
  the a an and of in on at for to from by with he she they it his her their but this that these police county city
  department court state district office state's council board house senate party mr mrs ms miss dr sir dame
  north south east west new university school church street river group federal supreme high appeals general
  republican democrat democratic president chairman chairwoman officer detective chief
  """)

private let officeWords = WordTable<OfficeWord>(readOffices())

/// The last words of all offices.
let officeSigns = readOffices().map(\.0)

/// Each group on its own; inside it a bar parts offices that nobody holds together. Words joined by a hyphen stand
/// one behind the other.
private let offices = [
  [
    "mayor", "governor", "senator sen", "sheriff", "judge magistrate", "police-chief", "fire-chief",
    "coroner",
    "councilman councilwoman alderman alderwoman", "congressman congresswoman", "ambassador",
    "bishop archbishop",
    "prosecutor", "defense-attorney defense-lawyer defence-lawyer defence-barrister",
  ],
  [
    "foreign-minister", "interior-minister", "defense-minister defence-minister", "finance-minister",
    "health-minister", "education-minister", "justice-minister", "transport-minister",
    "agriculture-minister", "environment-minister",
  ],
  ["foreign-secretary", "home-secretary", "defence-secretary defense-secretary", "health-secretary"],
  ["plaintiff", "defendant"],
]

private func readOffices() -> [(WordKey, OfficeWord)] {
  var result: [WordKey: OfficeWord] = [:]
  for (group, lines) in offices.enumerated() {
    for (number, line) in lines.enumerated() {
      for title in line.split(separator: " ") {
        let parts = title.split(separator: "-")
        let office = Office(
          group: UInt8(clamping: group), number: UInt8(clamping: number), words: parts.count)
        guard let last = parts.last.map({ WordKey($0) }), let first = parts.first.map({ WordKey($0) }) else {
          continue
        }
        if parts.count == 1 {
          result[last, default: OfficeWord()].alone = office
        } else {
          result[last, default: OfficeWord()].behind.append((first, office))
        }
      }
    }
  }
  return result.map { ($0.key, $0.value) }
}
