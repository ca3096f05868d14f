/// The figures of a statement in order, each with the word that is counted; those of dates are none.
func readFigures(_ words: [ComparedWord]) -> [(value: Double, of: String)] {
  var found: [(value: Double, of: String)] = []
  var i = 0
  while i < words.count {
    guard words[i].date == nil, let figure = readFigure(words, at: i) else {
      i += 1
      continue
    }
    let next = figure.end < words.count ? words[figure.end...].first { !fillers.contains($0.text) } : nil
    found.append((figure.value, next?.text ?? ""))
    i = figure.end
  }
  return found
}

/// "1.5 million", "forty-nine", "three hundred and five", "a dozen", "third".
private func readFigure(_ words: [ComparedWord], at start: Int) -> (value: Double, end: Int)? {
  var total = 0.0
  var current: Double?
  var i = start
  while i < words.count, words[i].date == nil, i == start || !words[i].isAfterMark {
    let word = words[i].text
    if let plain = plainValue(word) {
      // "Twenty" goes on with "one", "hundred" with anything smaller; another figure is one by itself.
      guard let sofar = current else {
        current = plain
        i += 1
        continue
      }
      let goesOn =
        sofar >= 20 && sofar < 100 && Int(exactly: sofar).map { $0 % 10 == 0 } ?? false && plain < 10
        || sofar >= 100 && plain < 100 && Int(exactly: sofar).map { $0 % 100 == 0 } ?? false
          && words[i].text.first?.isNumber == false
      guard goesOn else { break }
      current = sofar + plain
    } else if let times = magnitudes[word] {
      guard let value = current ?? (i == start ? 1 : nil) else { break }
      if times == 100 || times == 12 || times == 20 {
        current = value * times
      } else {
        total += value * times
        current = 0
      }
    } else if word == "and", current != nil, i + 1 < words.count, total + (current ?? 0) >= 100,
      plainValue(words[i + 1].text).map({ $0 < 100 }) ?? false, words[i + 1].text.first?.isNumber == false
    {
      // "a hundred and five"
    } else {
      break
    }
    i += 1
  }
  guard let value = current else { return nil }
  return (total + value, i)
}

/// Whether a word is a figure or a part of one: "seven", "7th", "dozen".
func isFigure(_ word: String) -> Bool { plainValue(word) != nil || magnitudes[word] != nil }

private func plainValue(_ word: String) -> Double? {
  if let first = word.utf8.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") {
    return digitsValue(word)
  }
  return numberWords[WordKey(word)].map(Double.init) ?? smallNumbers[word]
}

/// "12", "1.5", "12m", "7th", "2bn", "40s".
private func digitsValue(_ word: String) -> Double? {
  let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
  guard digits.utf8.count <= 15, let value = Double(String(digits)) else { return Double(stableHash(word)) }
  switch word.dropFirst(digits.count) {
  case "": return value
  case "m", "mn": return value * 1_000_000
  case "bn", "b": return value * 1_000_000_000
  case "k": return value * 1_000
  case "tn": return value * 1_000_000_000_000
  case "st", "nd", "rd", "th": return value
  case let rest: return value + Double(stableHash(String(rest))) / 1e9
  }
}

/// A number of what is none, the same for the same word only.
private func stableHash(_ word: String) -> UInt32 { UInt32(truncatingIfNeeded: WordKey(word).hash &>> 16) }

private let magnitudes: [String: Double] = [
  "hundred": 100, "thousand": 1_000, "million": 1_000_000, "m": 1_000_000, "billion": 1_000_000_000,
  "bn": 1_000_000_000, "trillion": 1_000_000_000_000, "dozen": 12, "score": 20,
]

private let smallNumbers: [String: Double] = [
  "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
  "ninth": 9,
  "tenth": 10, "once": 1, "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "triple": 3, "tripled": 3,
  "half": 0.5,
  "halved": 0.5, "quarter": 0.25, "couple": 2, "pair": 2,
]

private let fillers: Set<String> = [
  "of", "the", "a", "an", "more", "other", "people's", "'s", "and", "or", "to", "in", "were", "was", "are",
  "is", "have",
  "had", "has", "been", "be",
]
