import TextAnalysis

/// One thing that Stet gets wrong. No words of the text: a place, and what was expected of it.
struct AccuracyError: Equatable {
  /// What kind of error: "missed", "spurious", "wrong day" …
  let kind: String
  let place: String
  let what: String
}

/// The errors of one task, in the order of the data.
struct TaskErrors {
  let title: String
  let errors: [AccuracyError]

  /// How many of each class, most frequent first.
  var byClass: [(name: String, count: Int)] {
    Dictionary(grouping: errors, by: \.kind).map { ($0.key, $0.value.count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}

extension AccuracyData {
  func errors(in set: ScoredSet) -> TaskErrors {
    let errors =
      switch set {
      case .train: times.first { $0.name == "train" }.map(timeErrors) ?? []
      case .wikiwars: times.first { $0.name == "wikiwars" }.map(timeErrors) ?? []
      case .claims: claimErrors(claims.gold, claims.predicted)
      case .conflicts:
        collisionErrors(conflicts, disputes) + pairErrors(conflicts, pairs)
      case .edited: collisionErrors(edited.gold, edited.predicted)
      }
    return TaskErrors(title: set.title, errors: errors)
  }
}

// MARK: dates and times

/// The type of a date in `wikiwars` is not reliable, and no error there.
private func timeErrors(_ data: TimesData) -> [AccuracyError] {
  let predicted = Dictionary(grouping: data.predicted, by: \.doc)
  let gold = Dictionary(grouping: data.gold, by: \.doc)
  return Set(gold.keys).union(predicted.keys).sorted().flatMap { document -> [AccuracyError] in
    let expected = gold[document] ?? []
    let found = predicted[document] ?? []
    let pairs = matches(expected.map(\.span), found.map(\.span), least: 0)
    let wrong = pairs.flatMap { pair -> [AccuracyError] in
      let (one, other) = (expected[pair.key], found[pair.value])
      var kinds: [String] = []
      if one.span != other.span { kinds.append("wrong extent") }
      if one.type != other.type && data.name == "train" { kinds.append("wrong type") }
      if one.value != other.value { kinds.append("wrong value") }
      return kinds.map { kind in
        AccuracyError(
          kind: kind, place: place(document, one.span),
          what: "\(one.type) \(one.value), found \(other.type) \(other.value)"
            + (kind == "wrong extent" ? " at \(other.start)-\(other.end)" : ""))
      }
    }
    let missed = expected.indices.filter { pairs[$0] == nil }.map { index in
      AccuracyError(
        kind: "missed", place: place(document, expected[index].span),
        what: "\(expected[index].type) \(expected[index].value)")
    }
    let used = Set(pairs.values)
    let spurious = found.indices.filter { !used.contains($0) }.map { index in
      AccuracyError(
        kind: "spurious", place: place(document, found[index].span),
        what: "\(found[index].type) \(found[index].value)")
    }
    return wrong + missed + spurious
  }
}

extension TimePrediction {
  fileprivate var span: Span { Span(start, end) }
}

// MARK: claims

func claimErrors(_ gold: [GoldClaim], _ predicted: [ClaimPrediction]) -> [AccuracyError] {
  let byStory = Dictionary(grouping: predicted, by: \.story)
  let goldByStory = Dictionary(grouping: gold, by: \.story)
  return Set(byStory.keys).union(goldByStory.keys).sorted().flatMap { story -> [AccuracyError] in
    let expected = goldByStory[story] ?? []
    let found = byStory[story] ?? []
    let pairs = matches(
      expected.map { Span($0.start, $0.end) }, found.map { Span($0.start, $0.end) }, least: 0.5)
    var errors: [AccuracyError] = []
    for (index, claim) in expected.enumerated() {
      let place = place(story, Span(claim.start, claim.end))
      guard let match = pairs[index] else {
        errors.append(AccuracyError(kind: "missed \(claim.kind)", place: place, what: claim.due ?? "no day"))
        continue
      }
      let prediction = found[match]
      if claim.kind != prediction.kind && claim.alt?.contains(prediction.kind) != true {
        errors.append(
          AccuracyError(
            kind: "wrong kind", place: place,
            what: "\(claim.kind), found \(prediction.kind) by \(prediction.rule)"))
      }
      if let due = claim.due, !agree(due, prediction.due) {
        errors.append(
          AccuracyError(
            kind: prediction.due == nil ? "day missed" : "wrong day", place: place,
            what: "\(due), found \(prediction.due ?? "none") by \(prediction.rule)"))
      }
    }
    let used = Set(pairs.values)
    errors += found.indices.filter { !used.contains($0) }.map { index in
      AccuracyError(
        kind: "spurious \(found[index].kind)",
        place: place(story, Span(found[index].start, found[index].end)),
        what: "by \(found[index].rule)")
    }
    return errors
  }
}

/// Whether two days or ranges meet; a single day may be one off.
private func agree(_ expected: String, _ found: String?) -> Bool {
  func ends(_ due: String) -> (first: CivilDate, last: CivilDate)? {
    let days = due.split(separator: "/").compactMap { CivilDate(String($0)) }
    guard let first = days.first, let last = days.last else { return nil }
    return (first, last)
  }
  guard let expected = ends(expected), let found = found.flatMap(ends) else { return false }
  let slack = expected.first == expected.last ? 1 : 0
  return found.first.adding(days: -slack) <= expected.last && found.last.adding(days: slack) >= expected.first
}

// MARK: disputes, slips and pairs

private func collisionErrors(_ gold: [GoldConflict], _ predicted: [DisputePrediction]) -> [AccuracyError] {
  let gold = gold.filter { $0.type != "conflict" }
  var used: Set<Int> = []
  var errors: [AccuracyError] = []
  for conflict in gold {
    let spans = [conflict.a, conflict.b].compactMap { $0 }.map { Span($0.start, $0.end) }
    let match = predicted.indices.first { index in
      !used.contains(index) && predicted[index].type == conflict.type
        && predicted[index].story == conflict.a.story
        && predicted[index].spans.contains { span in spans.contains { share($0, span) >= 0.5 } }
    }
    if let match {
      used.insert(match)
    } else {
      errors.append(
        AccuracyError(
          kind: "missed \(conflict.type)", place: place(conflict.a.story ?? "", spans[0]), what: conflict.id))
    }
  }
  return errors
    + predicted.indices.filter { !used.contains($0) }.map { index in
      AccuracyError(
        kind: "spurious \(predicted[index].type)",
        place: place(predicted[index].story, predicted[index].spans[0]),
        what: "by \(predicted[index].rule)")
    }
}

extension DisputePrediction {
  fileprivate var spans: [Span] { [a, b].compactMap { $0 }.map { Span($0[0], $0[1]) } }
}

private func pairErrors(_ gold: [GoldConflict], _ predicted: [PairPrediction]) -> [AccuracyError] {
  let labels = Dictionary(predicted.map { ($0.id, $0.label) }) { first, _ in first }
  return gold.filter { $0.type == "conflict" && labels[$0.id] != $0.label }.map { pair in
    let kind = pair.label == 0 ? "pair that agrees" : pair.strict == true ? "missed pair" : "missed update"
    return AccuracyError(
      kind: kind, place: place(pair.a.story ?? "", Span(pair.a.start, pair.a.end)),
      what: "\(pair.id), \(pair.origin)")
  }
}

// MARK: matching

/// Which found span stands for which expected one, by index: exact ones, then the largest overlap first; one
/// to one. Only overlaps of more than nothing, and of at least that share of the shorter one.
private func matches(_ expected: [Span], _ found: [Span], least: Double) -> [Int: Int] {
  var candidates: [(overlap: Int, expected: Int, found: Int)] = []
  for (i, one) in expected.enumerated() {
    for (j, other) in found.enumerated() {
      let common = min(one.end, other.end) - max(one.start, other.start)
      guard common > 0, share(one, other) >= least else { continue }
      candidates.append((one == other ? .max : common, i, j))
    }
  }
  var pairs: [Int: Int] = [:]
  var used: Set<Int> = []
  for candidate in candidates.sorted(by: { ($1.overlap, $0.expected) < ($0.overlap, $1.expected) })
  where pairs[candidate.expected] == nil && used.insert(candidate.found).inserted {
    pairs[candidate.expected] = candidate.found
  }
  return pairs
}

/// How much of the shorter span lies in both, from 0 to 1.
private func share(_ one: Span, _ other: Span) -> Double {
  let common = min(one.end, other.end) - max(one.start, other.start)
  let shorter = min(one.end - one.start, other.end - other.start)
  return shorter > 0 && common > 0 ? Double(common) / Double(shorter) : 0
}

private func place(_ document: String, _ span: Span) -> String { "\(document) \(span.start)-\(span.end)" }
