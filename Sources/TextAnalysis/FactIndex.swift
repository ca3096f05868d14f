/// The counts and days of a body's sentences, to hold key points against.
///
/// Two counts are of the same thing when the counted noun and what happened to it are the same word; two days
/// when the verb before them is the same and the sentences share two more words. Anything hedged ("at
/// least", "about") is left alone, and so is a key point whose own figure stands somewhere in the body.
struct FactIndex {
  private struct Count {
    let value: Int
    /// The counted noun and what happened to it.
    let key: String
    let span: Span
  }

  private struct Day {
    let date: CivilDate
    let verb: String
    let words: Set<String>
    let span: Span
  }

  private struct Counts {
    let first: Count
    var values: Set<Int>
  }

  /// Days under one verb that are looked at: enough for a story, and a bound for what is none.
  private static let mostDays = 100

  private var counts: [String: Counts] = [:]
  private var days: [String: [Day]] = [:]

  init(_ sentences: [ReadSentence]) {
    for sentence in sentences {
      for count in FactIndex.counts(in: sentence) {
        counts[count.key, default: Counts(first: count, values: [])].values.insert(count.value)
      }
      for day in FactIndex.days(in: sentence) where days[day.verb, default: []].count < FactIndex.mostDays {
        days[day.verb, default: []].append(day)
      }
    }
  }

  func collisions(with point: ReadSentence) -> [ContradictionFinding] {
    var result: [ContradictionFinding] = []
    for count in FactIndex.counts(in: point) {
      guard let same = counts[count.key], !same.values.contains(count.value) else { continue }
      result.append(slip("number.differs", [same.first.span, count.span]))
    }
    for day in FactIndex.days(in: point) {
      let same = (days[day.verb] ?? []).filter { $0.words.intersection(day.words).count >= 2 }
      guard let first = same.first, !same.contains(where: { $0.date == day.date }) else { continue }
      result.append(slip("date.differs", [first.span, day.span]))
    }
    return result
  }

  private static func counts(in sentence: ReadSentence) -> [Count] {
    sentence.tokens.indices.compactMap { i in
      let token = sentence.tokens[i]
      guard let value = token.number,
        token.end - token.start < 4 || !token.shape.contains(.digits)
          || sentence.source.bytes[token.start..<token.end].contains(0x2C)
      else { return nil }
      let before = [sentence.word(i - 1), sentence.word(i - 2)]
      guard !before.contains(where: hedges.contains), !months.keys.contains(sentence.word(i - 1)) else {
        return nil
      }
      let what = sentence.word(i + 1)
      guard isContent(what) else { return nil }
      guard
        let verb = (i + 2..<i + 5).first(where: {
          isContent(sentence.word($0)) && sentence.word($0).hasSuffix("ed")
        })
          ?? (i + 2..<i + 5).first(where: { ["died", "dead", "missing", "hurt"].contains(sentence.word($0)) })
      else { return nil }
      return Count(value: value, key: "\(what) \(sentence.word(verb))", span: sentence.span(i..<verb + 1))
    }
  }

  private static func days(in sentence: ReadSentence) -> [Day] {
    sentence.times.compactMap { mention in
      guard mention.isExplicit, let date = mention.ahead, date.first == date.last else { return nil }
      let start = mention.tokens.lowerBound
      guard let verb = (max(0, start - 3)..<start).last(where: { sentence.word($0).hasSuffix("ed") }) else {
        return nil
      }
      let words = Set(sentence.tokens.indices.map { sentence.word($0) }.filter(isContent)).subtracting([
        sentence.word(verb)
      ])
      return Day(
        date: date.first, verb: sentence.word(verb), words: words,
        span: sentence.span(verb..<mention.tokens.upperBound))
    }
  }

  private static func isContent(_ word: String) -> Bool {
    word.utf8.count >= 4 && !emptyWords.contains(word) && word.utf8.allSatisfy { !isDigit($0) }
  }
}

private let hedges: Set<String> = [
  "least", "than", "about", "around", "nearly", "almost", "over", "to", "approximately", "some", "another",
  "other", "roughly",
  "most", "under", "of",
]
private let emptyWords: Set<String> = [
  "were", "have", "been", "that", "this", "with", "from", "their", "they", "which", "about", "after",
  "before", "would", "could",
  "percent", "million", "billion", "thousand", "years", "days", "months", "weeks", "hours", "minutes", "year",
  "month", "week",
]
