import TextAnalysis

/// One claim as found in a revision: the engine's findings with the same kind and the same sentence are one.
public struct FoundClaim: Hashable, Sendable {
  public let kind: ClaimKind
  public let rule: String
  public let sentenceDigest: [UInt8]
  public let person: Bool
  public let expected: PartialDate?
  /// Where it is told in the revision, in reading order; at least one.
  public let occurrences: [Occurrence]

  public struct Occurrence: Hashable, Sendable {
    public let quote: String
    public let span: Span
    public init(quote: String, span: Span) {
      self.quote = quote
      self.span = span
    }
  }

  public init(
    kind: ClaimKind, rule: String, sentenceDigest: [UInt8], person: Bool, expected: PartialDate?,
    occurrences: [Occurrence]
  ) {
    self.kind = kind
    self.rule = rule
    self.sentenceDigest = sentenceDigest
    self.person = person
    self.expected = expected
    self.occurrences = occurrences
  }
}

/// The claims of a manuscript, told twice or not, in reading order of their first telling.
public func claims(in manuscript: Manuscript, dateline: CivilDate) -> [FoundClaim] {
  struct Key: Hashable {
    let kind: ClaimKind
    let digest: [UInt8]
  }
  var order: [Key] = []
  var findings: [Key: [ClaimFinding]] = [:]
  let convictions = convictions(in: manuscript, dateline: dateline)
  for finding in claims(findClaims(in: manuscript, dateline: dateline), besides: convictions) {
    let key = Key(kind: finding.kind, digest: sentenceDigest(slice(manuscript.text, finding.sentence)))
    if findings[key] == nil { order.append(key) }
    findings[key, default: []].append(finding)
  }
  return order.compactMap { key in
    guard let same = findings[key], let first = same.first else { return nil }
    // Of several triggers in one sentence the one that names a date says most.
    let telling = same.first { $0.expected != nil } ?? first
    var seen: Set<Span> = []
    let occurrences = same.compactMap { finding -> FoundClaim.Occurrence? in
      guard seen.insert(finding.sentence).inserted else { return nil }
      let best = same.first { $0.sentence == finding.sentence && $0.expected != nil } ?? finding
      return FoundClaim.Occurrence(quote: slice(manuscript.text, best.quote), span: best.quote)
    }
    return FoundClaim(
      kind: key.kind, rule: telling.rule, sentenceDigest: key.digest, person: same.contains(where: \.person),
      expected: telling.expected, occurrences: occurrences)
  }
}

/// Claims without those that take a sentence which a court has passed for somebody's being held: that it was passed
/// stays so.
public func claims(_ found: [ClaimFinding], besides convictions: [Conviction]) -> [ClaimFinding] {
  guard !convictions.isEmpty else { return found }
  return found.filter { claim in
    claim.rule != "custody"
      || !convictions.contains { !$0.tellsWhoIsHeld && $0.quote.overlaps(claim.trigger) }
  }
}

/// What makes a sentence the same one in the next revision.
public func sentenceDigest(_ sentence: String) -> [UInt8] {
  sha256(Array(comparableWords(sentence).utf8))
}

/// Every place where a quote stands in a text, at most a hundred.
public func places(of quote: String, in text: String) -> [Span] {
  let needle = Array(quote.utf8)
  return occurrences(of: needle, in: Array(text.utf8), atMost: 100).map { Span($0, $0 + needle.count) }
}

/// Where a quote stands in a text. It has to occur exactly once: a quote that occurs twice marks no place.
public func locate(_ quote: String, in text: String, named what: String) throws -> Span {
  let needle = Array(quote.utf8)
  guard !needle.isEmpty, !quote.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
    throw Refusal(.unreadable, "quote", "The quote is empty. Nothing was changed.")
  }
  let haystack = Array(text.utf8)
  let starts = occurrences(of: needle, in: haystack, atMost: 20)
  guard let start = starts.first else {
    throw Refusal(
      .unreadable, "quote-absent",
      "“\(quote)” does not stand in \(what), letter by letter. Nothing was changed; copy the words from the text."
    )
  }
  guard starts.count == 1 else {
    let places = starts.map { TextPlace(of: $0, in: text) }
    let named = places.map { "line \($0.line) column \($0.column)" }
    throw Refusal(
      .unreadable, "quote-repeated",
      "“\(quote)” occurs \(starts.count == 20 ? "20 or more" : String(starts.count)) times in \(what): "
        + "\(list(named, "and")). Nothing was changed; quote more words, so that one place is meant.",
      places: places)
  }
  return Span(start, start + needle.count)
}

/// Offsets of a byte sequence, overlapping ones too. A match never splits a character: both are UTF-8.
private func occurrences(of needle: [UInt8], in haystack: [UInt8], atMost limit: Int) -> [Int] {
  guard !needle.isEmpty, needle.count <= haystack.count else { return [] }
  var found: [Int] = []
  // The Knuth-Morris-Pratt failure table keeps a repetitive megabyte linear.
  var failure = [Int](repeating: 0, count: needle.count)
  var length = 0
  for index in needle.indices.dropFirst() {
    while length > 0, needle[index] != needle[length] { length = failure[length - 1] }
    if needle[index] == needle[length] { length += 1 }
    failure[index] = length
  }
  var matched = 0
  for index in haystack.indices {
    while matched > 0, haystack[index] != needle[matched] { matched = failure[matched - 1] }
    if haystack[index] == needle[matched] { matched += 1 }
    if matched == needle.count {
      found.append(index + 1 - matched)
      if found.count == limit { return found }
      matched = failure[matched - 1]
    }
  }
  return found
}

/// The sentence, key point or headline that a quote stands in; the quote itself where it crosses several.
public func sentence(around span: Span, in manuscript: Manuscript) -> Span {
  let candidates = manuscript.sentences + manuscript.signables.map(\.passage.span)
  return candidates.first { $0.start <= span.start && span.end <= $0.end } ?? span
}

extension Claim {
  /// Refuses acts on a claim that is dismissed or has ended.
  public func mustBeOpen(_ done: String) throws {
    if let dismissedReason {
      throw Refusal(
        .conflict, "dismissed", "Not \(done). \(label) of \(draft) is dismissed already: \(dismissedReason)")
    }
    if let retiredBecause {
      throw Refusal(.conflict, "retired", "Not \(done). \(label) of \(draft) has ended: \(retiredBecause)")
    }
  }
}
