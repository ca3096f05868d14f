import TextAnalysis

/// What another policy would have asked of a draft, beside the one that it was judged by.
public struct PolicyComparison: Hashable, Sendable {
  public let draft: String
  /// What is asked for in addition, and what no longer is, one line each.
  public let more: [String]
  public let less: [String]
  /// What the other policy would still have waited for as the draft stands now, and its own does not.
  public let lacking: [Missing]

  /// For people: empty when nothing is different.
  public var lines: [String] {
    more.map { "more: " + $0 } + less.map { "less: " + $0 }
      + lacking.map { missing in
        "would have waited for "
          + (missing.about.isEmpty ? "" : missing.about.joined(separator: " ") + ": ") + missing.says
      }
  }
}

/// "Of 40 drafts 12 would have been asked more, 3 less, and 25 the same."
public func summary(of comparisons: [PolicyComparison]) -> String {
  let more = comparisons.count { !$0.more.isEmpty }
  let less = comparisons.count { !$0.less.isEmpty && $0.more.isEmpty }
  return
    "Of \(comparisons.count) \(comparisons.count == 1 ? "draft" : "drafts") \(more) would have been asked more, "
    + "\(less) less, and \(comparisons.count - more - less) the same."
}

extension Draft {
  /// What `other` would have asked of this draft, from what is recorded of it.
  public func whatAPolicyWouldHaveAsked(_ other: Policy) -> PolicyComparison {
    let judged = judged(by: other)
    let (before, after) = (asked, judged.asked)
    let known = Set(missing)
    let (was, now) = (Set(before.map(\.key)), Set(after.map(\.key)))
    return PolicyComparison(
      draft: slug, more: lines(after.filter { !was.contains($0.key) }),
      less: lines(before.filter { !now.contains($0.key) }),
      lacking: (judged.missing + judged.mayFollow).filter { !known.contains($0) })
  }

  /// One thing that the policy asks for; `about` is a key point's label, or empty.
  private struct Asked {
    let about: String
    let what: String
    var because = ""

    /// It is the same thing whatever it is asked for.
    var key: [String] { [about, what] }
  }

  private var asked: [Asked] {
    var all = keyPoints.filter { !$0.gone }.flatMap { keyPoint in
      applicableReads(of: keyPoint).flatMap { read in
        // The second approval is one more than the first, not another thing.
        (1...max(1, read.approvals)).map { number in
          Asked(
            about: keyPoint.label,
            what: ordinal(number) + " \(read.read.rawValue) approval"
              + (read.wire.map { " on the basis wire (\($0))" } ?? ""),
            because: read.because.map { " because \($0)" } ?? "")
        }
      }
    }
    if policy.coverage {
      all += uncovered.map {
        Asked(about: "", what: "a key point or a waiver for “\(shortened($0.words))”")
      }
    }
    if let hours = policy.replyHours {
      all += accusedByName.map {
        Asked(about: "", what: "\(inWords(hours: hours)) for \($0.person) to answer")
      }
    }
    all += contradictions.filter { $0.blocks(under: policy) }.map {
      Asked(about: $0.label, what: "an outcome of this contradiction")
    }
    return all
  }

  /// Equal things in one line.
  private func lines(_ asked: [Asked]) -> [String] {
    var order: [String] = []
    var labels: [String: [String]] = [:]
    for one in asked {
      let what = one.what + one.because
      if labels[what] == nil { order.append(what) }
      labels[what, default: []].append(one.about)
    }
    return order.map { what in
      let about = (labels[what] ?? []).filter { !$0.isEmpty }
      return (about.isEmpty ? "" : about.joined(separator: " ") + ": ") + what
    }
  }
}

private func ordinal(_ number: Int) -> String {
  switch number {
  case 1: "one"
  case 2: "a second"
  case 3: "a third"
  default: "a \(number)th"
  }
}
