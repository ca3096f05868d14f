/// What a story says is over in one sentence and still going on in another: an appeal that was withdrawn and is
/// pending, a search that has ended and continues.
struct Proceedings {
  private struct Word {
    let sentence: ReadSentence
    let tokens: Range<Int>
    /// Where the proceeding's own name stands.
    let noun: Int
    let isOver: Bool
    /// "Plans to appeal": nothing that a court has said of an earlier appeal speaks against it.
    let isPlan: Bool
    /// "Withdrew": who did so has no appeal to plan.
    let isGivenUp: Bool
  }

  /// Sentences kept of one sort of proceeding.
  private static let mostOfASort = 6

  private var words: [WordKey: [Word]] = [:]
  private(set) var collisions: [ContradictionFinding] = []

  mutating func read(_ sentence: ReadSentence, _ signs: DisputeSigns) {
    guard signs.marks.contains(.proceeding), sentence.first(conditions, in: sentence.tokens.indices) == nil
    else { return }
    var found: (index: Int, tokens: Range<Int>)?
    statements.matches(in: sentence) { index, tokens in
      if found.map({ index < $0.index }) ?? true { found = (index, tokens) }
    }
    guard let (index, tokens) = found,
      let noun = tokens.first(where: { proceedings[sentence.tokens[$0].key] != nil }),
      let sort = proceedings[sentence.tokens[noun].key]
    else { return }
    let word = Word(
      sentence: sentence, tokens: tokens, noun: noun, isOver: index < givenUp.count + endings.count,
      isPlan: index >= givenUp.count + endings.count + goings.count, isGivenUp: index < givenUp.count)
    let others = words[sort] ?? []
    if let other = others.first(where: { $0.isOver != word.isOver && isSame($0, word) }) {
      let both = [other, word].sorted { $0.sentence.span < $1.sentence.span }
      collisions.append(
        slip("status.over-and-open", (both[0].sentence, both[0].tokens), (both[1].sentence, both[1].tokens)))
    }
    if others.count < Proceedings.mostOfASort { words[sort, default: []].append(word) }
  }

  /// Whether both speak of one proceeding: whose it is, what sort, and which court agree as far as they are named.
  private func isSame(_ one: Word, _ other: Word) -> Bool {
    let late = one.sentence.span < other.sentence.span ? other : one
    guard one.sentence.span != other.sentence.span, !one.isPlan || other.isGivenUp,
      !other.isPlan || one.isGivenUp,
      late.sentence.first(others, in: late.sentence.tokens.indices) == nil,
      !isNewlyNamed(late)
    else { return false }
    let ones = owners(one)
    let theirs = owners(other)
    guard ones.isEmpty || theirs.isEmpty || !ones.isDisjoint(with: theirs) else { return false }
    return sorts(one) == sorts(other)
  }

  /// "A lawsuit is pending" is another lawsuit.
  private func isNewlyNamed(_ word: Word) -> Bool {
    if word.isPlan { return false }
    for i in (max(0, word.noun - 4)..<word.noun).reversed() {
      if word.sentence.has(articles, at: i) { return true }
      if word.sentence.has(definites, at: i) || word.sentence.tokens[i].bare.end < word.sentence.tokens[i].end
      {
        return false
      }
    }
    return true
  }

  /// Whose it is: "Ruiz's appeal", "the appeal by Ruiz", "the police inquiry".
  private func owners(_ word: Word) -> Set<WordKey> {
    let sentence = word.sentence
    var result: Set<WordKey> = []
    let end = word.isPlan ? word.tokens.lowerBound : word.noun
    for i in (max(0, end - 4)..<max(0, end)).reversed() {
      let token = sentence.tokens[i]
      guard token.isWord, !sentence.has(definites, at: i), !sentence.has(articles, at: i),
        !token.shape.contains(.endsED), !sentence.has(plainVerbs, at: i)
      else { break }
      if !courtWords.contains(token.key), token.end - token.start > 2 { result.insert(token.key) }
    }
    guard sentence.has(ownings, at: word.noun + 1) else { return result }
    for i in word.noun + 2..<word.noun + 6 where sentence.tokens.indices.contains(i) {
      let token = sentence.tokens[i]
      guard token.isWord else { break }
      if !sentence.has(definites, at: i), !sentence.has(articles, at: i), token.end - token.start > 2,
        !sentence.has(plainVerbs, at: i)
      {
        result.insert(token.key)
      } else if sentence.has(plainVerbs, at: i) {
        break
      }
    }
    return result
  }

  /// "Civil", "Supreme": words by which two proceedings are told apart.
  private func sorts(_ word: Word) -> Set<WordKey> {
    let tokens = word.sentence.tokens
    let telling = tokens.indices.filter { i in
      courtWords.contains(tokens[i].key)
        && ((i + 1...i + 3).contains(word.noun) || (1...2).contains { word.sentence.has(courts, at: i + $0) })
    }
    return Set(telling.map { tokens[$0].key })
  }
}

/// What each sort of proceeding is called.
private let proceedings = WordTable<WordKey>([
  "appeal": WordKey("appeal"), "lawsuit suit": WordKey("lawsuit"),
  "investigation inquiry probe": WordKey("investigation"), "search manhunt": WordKey("search"),
  "trial": WordKey("trial"), "strike walkout": WordKey("strike"), "case": WordKey("case"),
  "siege standoff": WordKey("siege"), "evacuation": WordKey("evacuation"), "recall": WordKey("recall"),
])

private let nouns =
  "appeal|lawsuit|suit|investigation|inquiry|probe|search|manhunt|trial|strike|walkout|case|siege|standoff|evacuation|recall"

/// The words that every statement has one of.
let proceedingSigns = nouns.split(separator: "|").map(String.init)

private let givenUp = [
  "appeal was|is|has|were ~2 withdrawn|abandoned|dropped", "withdrew|abandoned|dropped ~2 appeal !of|court",
]
private let endings = [
  "appeal was|has ~2 dismissed|rejected|denied|lost",
  "lawsuit|suit|case was|is|has|were ~2 withdrawn|abandoned|dropped|dismissed|settled|closed|resolved",
  "withdrew|abandoned|dropped|settled|closed ~2 lawsuit|suit|case !of|against|law|manager",
  "investigation|inquiry|probe was|is|has|had ~2 closed|completed|concluded|ended|abandoned|dropped|over",
  "closed|completed|concluded|ended|abandoned|dropped the|its|their|an ~1 investigation|inquiry|probe",
  "search|manhunt|siege|standoff|strike|walkout|trial|evacuation was|is|has ~2 over|ended|completed|abandoned|concluded",
  "search|strike|walkout|trial was|has ~1 called off",
  "search|manhunt|siege|standoff|strike|walkout|trial|evacuation ended",
  "called off|ended|abandoned the|their|its search|manhunt|strike|walkout|siege|evacuation",
  "recall was|has|is ~1 lifted|ended|over",
]
private let goings = [
  "appeal|lawsuit|suit|case|investigation|inquiry|probe is|remains ~2 pending|ongoing|underway|open|unresolved|continuing",
  "appeal|lawsuit|suit|case|investigation|inquiry|probe|search|manhunt|trial|strike|walkout|siege|standoff|evacuation|recall is|remains ~2 ongoing|underway|continuing",
  "appeal|investigation|inquiry|probe|search|manhunt|trial|strike|evacuation is|remains ~1 under way",
  "lawsuit|suit|case|investigation|inquiry|probe|search|manhunt|trial|strike|walkout|siege|standoff|evacuation|recall continues",
  "appeal is|remains ~1 before the", "appeal is|will|has ~2 yet|still|due to? be? heard|decided",
  "appeal will be heard|decided", "lawsuit|suit|case is|remains ~1 before a|the judge|court",
]

private let plans = [
  "plans|intends|vows|promises|wants to appeal", "is|are ready|set|going|preparing|determined to appeal",
  "will appeal",
]
private let statements = Patterns(givenUp + endings + goings + plans)

private let conditions = WordSet(
  """
  if until unless would could might may once when should had not never resume resumed reopened reopen reopens
  restarted again meanwhile previously earlier since
  """)
private let others = WordSet(
  "another other second separate further new final different similar parallel third own two")
private let articles = WordSet("a an one some any each every")
private let definites = WordSet("the his her its their this that our my")
private let ownings = WordSet("by of from against into for")
private let plainVerbs = WordSet("was is has were had remains continues ended dropped withdrew settled off")
private let courts = WordSet("court courts judge judges tribunal jury")
private let courtWords = WordSet(
  """
  civil criminal federal supreme high circuit district appellate appeals constitutional european international
  internal parliamentary congressional police independent public military
  """)
