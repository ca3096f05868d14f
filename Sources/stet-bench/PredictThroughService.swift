import Client
import TextAnalysis
import Wire

/// What a service finds between the stories of the pairs, each filed as a draft of its day, the earliest first: by itself,
/// or asked about the two passages. The service should hold no other stories of those months.
func predictConflicts(
  _ pairs: [FiledPair], with service: StetAPI, asked: Bool = false
) async throws -> [PairPrediction] {
  let drafts = Dictionary(pairs.flatMap { [$0.a, $0.b] }.map { ($0.id, $0) }) { first, _ in first }
  // A run of its own can be repeated with the same service.
  let run = String(UInt32.random(in: .min ... .max), radix: 36)
  func slug(_ draft: Story) -> String { "pair-\(run)-\(draft.id)" }
  var findings: [String: Set<ServiceFinding>] = [:]
  for draft in drafts.values.sorted(by: { ($0.published, $0.id) < ($1.published, $1.id) }) {
    do {
      let answer = try await service.submit(
        file: Array(draft.body.utf8), mediaType: "text/plain", draft: nil,
        filing: Filing(slug: slug(draft), published: draft.published), key: slug(draft))
      findings[slug(draft)] = serviceFindings(in: answer.value.draft)
    } catch {
      throw ProgramFailed(description: "The story \(draft.id) was not filed: \(error)")
    }
  }
  if asked {
    var predictions: [PairPrediction] = []
    for pair in pairs {
      let answer = try await service.compare(
        slug(pair.a), with: slug(pair.b), quote: pair.words.a, against: pair.words.b)
      predictions.append(PairPrediction(id: pair.id, label: answer.value.count))
    }
    return predictions
  }
  return pairs.map { pair in
    let isFound =
      findings[slug(pair.a), default: []].contains {
        $0.draft == slug(pair.b) && isSame($0.mine, pair.words.a) && isSame($0.others, pair.words.b)
      }
      || findings[slug(pair.b), default: []].contains {
        $0.draft == slug(pair.a) && isSame($0.mine, pair.words.b) && isSame($0.others, pair.words.a)
      }
    return PairPrediction(id: pair.id, label: isFound ? 1 : 0)
  }
}

/// A pair with the stories that are filed for it. A sentence that stands alone is filed in the story of its counterpart,
/// in its counterpart's place.
struct FiledPair {
  let id: String
  let a: Story
  let b: Story
  let words: (a: String, b: String)

  init(_ pair: SentencePair, stories: [String: Story]) throws(UnusableRow) {
    guard let other = pair.b else { throw UnusableRow(why: "has no second sentence") }
    id = pair.id
    words = (pair.a.text, other.text)
    a = try FiledPair.story(of: pair.a, beside: other, in: stories, id: pair.id + "-a")
    b = try FiledPair.story(of: other, beside: pair.a, in: stories, id: pair.id + "-b")
  }

  private static func story(
    of side: SentencePair.Side, beside other: SentencePair.Side, in stories: [String: Story], id: String
  ) throws(UnusableRow) -> Story {
    if let own = side.story {
      guard let story = stories[own] else {
        throw UnusableRow(why: "points to the story \"\(own)\", which no file of stories has")
      }
      return story
    }
    guard let around = other.story.flatMap({ stories[$0] }) else {
      return Story(id: id, published: side.published, body: side.text)
    }
    let scalars = Array(around.body.unicodeScalars)
    let (start, end) = (max(0, min(other.start, scalars.count)), max(0, min(other.end, scalars.count)))
    var body = String.UnicodeScalarView(scalars[..<start])
    body.append(contentsOf: side.text.unicodeScalars)
    body.append(contentsOf: scalars[max(start, end)...])
    return Story(id: id, published: side.published, body: String(body))
  }
}

/// Two sentences that a service holds against each other, in whatever way.
private struct ServiceFinding: Hashable {
  let mine: String
  let draft: String
  let others: String
}

private func serviceFindings(in draft: DraftJSON) -> Set<ServiceFinding> {
  let collides = draft.contradictions.filter { $0.kind == .archive && $0.passages.count == 2 }.map {
    ServiceFinding(mine: $0.passages[0].quote, draft: $0.passages[1].draft, others: $0.passages[1].quote)
  }
  return Set(
    collides
      + draft.overtakes.map { ServiceFinding(mine: $0.quote, draft: $0.draft, others: $0.otherQuote) })
}

/// Whether two quotes are of one sentence; where it ends may be read otherwise.
private func isSame(_ one: String, _ other: String) -> Bool {
  one.contains(other) || other.contains(one)
}
