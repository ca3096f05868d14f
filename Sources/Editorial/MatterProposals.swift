import TextAnalysis

/// A matter that a draft may be about, with the words that say so. Only a person links.
public struct MatterProposal: Hashable, Sendable {
  /// Slug of the matter.
  public let matter: String
  /// The words of the draft.
  public let words: String
  public let because: String
  /// The name as the draft writes it, where a name is all that speaks for it: "Councillor John Smith".
  public let name: String?
}

/// What is known of a matter when a draft is compared with it.
public struct KnownMatter: Hashable, Sendable {
  public let slug: String
  public let title: String
  public let kind: String
  public let parties: [String]
  /// Slugs of the matters that it comes from, as an appeal does from a prosecution.
  public let relatedTo: [String]

  public init(slug: String, title: String, kind: String, parties: [String], relatedTo: [String] = []) {
    self.slug = slug
    self.title = title
    self.kind = kind
    self.parties = parties
    self.relatedTo = relatedTo
  }
}

/// A proposal that somebody said no to.
public struct RefusedProposal: Hashable, Sendable {
  public let matter: String
  /// Whether it was this draft of which it was said. Of others only the name counts.
  public let isHere: Bool
  /// The name as that draft wrote it, where it was only a name.
  public let name: String?
  public init(matter: String, isHere: Bool, name: String?) {
    self.matter = matter
    self.isHere = isHere
    self.name = name
  }
}

/// The matters that a draft may be about, the surest first, each once. `linked` are those that it is linked to.
///
/// A name alone proposes at most the question whether it is the same person. What somebody said no to is not
/// asked again: of the same draft never, of another one not where it has the same title before the name.
public func matterProposals(
  in manuscript: Manuscript, among matters: [KnownMatter], linked: [String], refused: [RefusedProposal]
) -> [MatterProposal] {
  let sentences = (manuscript.sentences + manuscript.keyPoints.map(\.span)).map {
    SaidWords(slice(manuscript.text, $0))
  }
  let found = matters.filter { !linked.contains($0.slug) }.compactMap { matter -> (Int, MatterProposal)? in
    guard !refused.contains(where: { $0.isHere && $0.matter == matter.slug }) else { return nil }
    return byCaseName(matter, sentences) ?? byPartyAndKind(matter, sentences) ?? byPlaceAndKind(
      matter, sentences)
      ?? byRelation(matter, linked, sentences) ?? byName(matter, sentences, refused)
  }
  return found.sorted { ($0.0, $0.1.matter) < ($1.0, $1.1.matter) }.map(\.1)
}

/// The words of names that are looked for in a draft, in small letters: an index of matters by these finds the few
/// that a draft can be about.
public func nameWords(in text: String) -> [String] {
  var seen: Set<String> = []
  return SaidWords(text).words.filter { $0.isCapital && $0.folded.count > 2 && !small.contains($0.folded) }
    .map(\.folded).filter { seen.insert($0).inserted }
}

/// The cases that a draft names and none of these matters is, each once: "R v Smith", "State v. Baldwin".
public func unknownCases(in manuscript: Manuscript, among matters: [KnownMatter]) -> [String] {
  let sentences = (manuscript.sentences + manuscript.keyPoints.map(\.span)).map {
    SaidWords(slice(manuscript.text, $0))
  }
  var seen: Set<String> = []
  return sentences.flatMap(\.caseNames).filter { name in
    !matters.contains { isNamed($0, by: name) } && seen.insert(name.words.lowercased()).inserted
  }.map(\.words)
}

// MARK: What speaks for a matter

private func byCaseName(_ matter: KnownMatter, _ sentences: [SaidWords]) -> (Int, MatterProposal)? {
  for sentence in sentences {
    guard let name = sentence.caseNames.first(where: { isNamed(matter, by: $0) }) else { continue }
    let because = "it names the case “\(name.words)”"
    return (0, MatterProposal(matter: matter.slug, words: sentence.text, because: because, name: nil))
  }
  return nil
}

/// By its title, or as the prosecution of one of its parties.
private func isNamed(_ matter: KnownMatter, by name: SaidWords.CaseName) -> Bool {
  SaidWords(matter.title).caseNames.contains { isSame($0.sides, name.sides) }
    || name.isOfTheCrown && isCriminal(matter) && matter.parties.contains { isSurname(of: $0, name.sides[1]) }
}

private func byPartyAndKind(_ matter: KnownMatter, _ sentences: [SaidWords]) -> (Int, MatterProposal)? {
  for sentence in sentences {
    guard let party = matter.parties.first(where: { sentence.name($0) != nil }),
      let said = sentence.word(of: matter.kind)
    else { continue }
    return (
      1,
      MatterProposal(
        matter: matter.slug, words: sentence.text, because: "it names \(party) and says “\(said)”",
        name: sentence.name(party))
    )
  }
  return nil
}

private func byPlaceAndKind(_ matter: KnownMatter, _ sentences: [SaidWords]) -> (Int, MatterProposal)? {
  let places = SaidWords(matter.title).capitalRuns.filter { run in
    !matter.parties.contains { $0.lowercased() == run.lowercased() } && run.contains(" ")
  }
  for sentence in sentences {
    guard let place = places.first(where: { sentence.name($0) != nil }),
      let said = sentence.word(of: matter.kind)
    else { continue }
    return (
      2,
      MatterProposal(
        matter: matter.slug, words: sentence.text, because: "it says “\(said)” and names \(place)", name: nil)
    )
  }
  return nil
}

private func byRelation(
  _ matter: KnownMatter, _ linked: [String], _ sentences: [SaidWords]
) -> (Int, MatterProposal)? {
  guard let origin = matter.relatedTo.first(where: linked.contains) else { return nil }
  for sentence in sentences {
    guard let said = sentence.word(of: matter.kind) else { continue }
    return (
      3,
      MatterProposal(
        matter: matter.slug, words: sentence.text, because: "it says “\(said)” and is about \(origin)",
        name: nil)
    )
  }
  return nil
}

private func byName(
  _ matter: KnownMatter, _ sentences: [SaidWords], _ refused: [RefusedProposal]
) -> (Int, MatterProposal)? {
  for sentence in sentences {
    for party in matter.parties {
      guard let name = sentence.name(party) else { continue }
      let isKnownOther = refused.contains { other in
        other.matter == matter.slug && other.name == name && name.lowercased() != party.lowercased()
      }
      if isKnownOther { continue }
      return (
        9,
        MatterProposal(
          matter: matter.slug, words: sentence.text, because: "same person? It names \(name)", name: name)
      )
    }
  }
  return nil
}

private func isCriminal(_ matter: KnownMatter) -> Bool {
  ["prosecution", "trial", "appeal", "sentence", "custody"].contains(matter.kind)
}

private func isSame(_ one: [[String]], _ other: [[String]]) -> Bool {
  zip(one, other).allSatisfy { mine, theirs in !mine.isEmpty && mine.last == theirs.last }
}

private func isSurname(of party: String, _ side: [String]) -> Bool {
  let words = party.lowercased().split(separator: " ").map(String.init)
  return words.last != nil && side.last == words.last && (side.count == 1 || side.first == words.first)
}

// MARK: Words with their capitals

/// A piece of text as words, for finding names in it.
private struct SaidWords {
  struct Word {
    let text: String
    let folded: String
    let isCapital: Bool
    /// Whether a sign after it ends a name.
    let isLast: Bool
  }

  struct CaseName {
    let words: String
    /// Both sides, in small letters.
    let sides: [[String]]
    let isOfTheCrown: Bool
  }

  let text: String
  let words: [Word]

  init(_ text: String) {
    self.text = text
    words = text.split(whereSeparator: \.isWhitespace).map { piece in
      let bare = piece.drop { !$0.isLetter && !$0.isNumber }
      let end = bare.lastIndex { $0.isLetter || $0.isNumber }
      var word = end.map { String(bare[...$0]) } ?? ""
      for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(2) }
      let tail = end.map { bare[bare.index(after: $0)...] } ?? ""
      return Word(
        text: word, folded: word.lowercased(), isCapital: word.first?.isUppercase == true,
        isLast: tail.contains { $0 != "." || word.count > 2 } || word.count + 1 < bare.count && tail.isEmpty)
    }
    .filter { !$0.text.isEmpty }
  }

  /// A name as it is written here, with the titles before it; nil where it does not stand.
  func name(_ name: String) -> String? {
    let wanted = name.lowercased().split(separator: " ").map(String.init)
    guard !wanted.isEmpty else { return nil }
    for start in places(of: wanted, in: words.map(\.folded)) where words[start].isCapital {
      var first = start
      while first > 0, words[first - 1].isCapital, !words[first - 1].isLast,
        first - 1 > 0 || titles.contains(words[first - 1].folded)
      {
        first -= 1
      }
      return words[first..<start + wanted.count].map(\.text).joined(separator: " ")
    }
    return nil
  }

  /// Several capitals in a row: names of people and places.
  var capitalRuns: [String] {
    var runs: [[String]] = []
    var isGoingOn = false
    for word in words {
      if word.isCapital, isGoingOn, let last = runs.indices.last {
        runs[last].append(word.text)
      } else if word.isCapital {
        runs.append([word.text])
      }
      isGoingOn = word.isCapital && !word.isLast
    }
    return runs.map { $0.joined(separator: " ") }
  }

  /// The word of a kind of matter that stands here: "lawsuit", "was charged".
  func word(of kind: String) -> String? {
    let tokens = phraseTokens(text)
    let phrases = MatterKind.all.first { $0.name == kind }?.statuses.flatMap(\.phrases) ?? []
    // One short word, such as "called", is said of too much.
    let telling = phrases.filter { $0.count > 1 || ($0.first?.count ?? 0) > 6 }
    for phrase in (kindWords[kind] ?? [kind]).map(phraseTokens) + telling {
      if let start = places(of: phrase, in: tokens).first {
        return tokens[start..<start + phrase.count].joined(separator: " ")
      }
    }
    return nil
  }

  var caseNames: [CaseName] {
    words.indices.compactMap { index in
      guard ["v", "vs", "versus"].contains(words[index].folded), index > 0, index + 1 < words.count else {
        return nil
      }
      var first = index
      while first > 0, words[first - 1].isCapital || joints.contains(words[first - 1].folded),
        index - first < 5
      {
        if words[first - 1].isLast, first < index { break }
        first -= 1
      }
      while first < index, !words[first].isCapital || leads.contains(words[first].folded) { first += 1 }
      var end = index + 1
      while end < words.count, words[end].isCapital, end - index < 5 {
        end += 1
        if words[end - 1].isLast { break }
      }
      guard first < index, end > index + 1 else { return nil }
      let sides = [words[first..<index], words[index + 1..<end]].map { $0.map(\.folded) }
      return CaseName(
        words: words[first..<end].map(\.text).joined(separator: " "), sides: sides,
        isOfTheCrown: crowns.contains(sides[0].joined(separator: " ")))
    }
  }
}

/// Who prosecutes.
private let crowns: Set<String> = [
  "r", "rex", "regina", "the king", "king", "state", "the state", "people", "united states", "commonwealth",
  "hm advocate", "us",
]
private let joints: Set<String> = ["of", "the", "and", "de", "van", "von"]
/// Capitals at the beginning of a sentence that belong to no name.
private let leads: Set<String> = [
  "in", "the", "after", "before", "since", "when", "as", "on", "at", "but", "and",
]
private let titles: Set<String> = [
  "councillor", "mr", "mrs", "ms", "dr", "prof", "professor", "sir", "lord", "lady", "judge", "justice",
  "president", "mayor", "senator", "captain", "pc", "sergeant", "inspector", "rev", "father", "sister",
]
private let small: Set<String> = [
  "the", "and", "for", "but", "his", "her", "its", "they", "this", "that", "with",
]

/// What people call a kind of matter, where its own name is not all.
private let kindWords: [String: [String]] = [
  "lawsuit": ["lawsuit*", "civil case", "civil suit", "civil cases", "civil claim", "sued", "suing"],
  "appeal": ["appeal*"], "prosecution": ["prosecution", "criminal case", "charge*", "trial", "dismissal"],
  "investigation": ["investigation", "inquiry", "probe"], "search": ["search", "missing"],
  "release": ["release*", "premiere*", "opening", "opens", "open"], "strike": ["strike*", "walkout"],
  "deal": ["deal", "merger", "takeover"], "toll": ["death toll", "dead", "killed"],
  "condition": ["condition", "hospital"], "inquiry": ["public inquiry"],
]
