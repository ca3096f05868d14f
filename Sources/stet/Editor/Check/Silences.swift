import TextAnalysis

/// What the comments leave of the findings, with what is wrong about the comments themselves.
///
/// - Parameters:
///   - passages: sentences, key points and contradictions, in the order of the text.
///   - text: as it came in, comments included.
func heeding(
  _ comments: Comments, _ found: [CheckReport.Finding], passages: [Span], file: String, text: String
) -> [CheckReport.Finding] {
  guard !comments.all.isEmpty else { return found }
  var silences = Silences(comments.all, passages: passages, end: text.utf8.count)
  var kept = found.filter { !silences.cover($0, passages: passages) }
  let faults = silences.faults.sorted { $0.span < $1.span }
  let places = places(of: faults.map(\.span), in: text)
  for fault in faults where !silences.isOff(fault.rule, at: fault.span.start) {
    let words = slice(text, fault.span)
    kept.append(
      CheckReport.Finding(
        file: file, level: .note, rule: fault.rule,
        mark: mark(fault.span, quoting: words, within: fault.span, at: places), reason: fault.reason,
        words: comparableWords(words)))
  }
  return kept.sorted { ($0.mark.start, $0.level) < ($1.mark.start, $1.level) }
}

/// Where in one text which rules are silent.
private struct Silences {
  /// A rule that is silent in one passage.
  struct Ignored {
    let name: RuleName
    let comment: Span
    var isUsed = false
  }

  struct Fault {
    let rule: String
    let span: Span
    let reason: String
  }

  /// Stretches in which a rule is off, in the order of the text and apart from each other.
  private var off: [RuleName: [Span]] = [:]
  /// By the number of the passage.
  private var ignored: [Int: [Ignored]] = [:]
  private var misread: [Fault] = []

  init(_ comments: [Comments.Comment], passages: [Span], end: Int) {
    for comment in comments {
      let names = comment.words.dropFirst().map(RuleName.init(spelling:))
      guard let verb = comment.words.first, ["off", "on", "ignore"].contains(verb), !names.isEmpty else {
        misread.append(
          Fault(
            rule: unknownComment, span: comment.span,
            reason: "this is not understood; write stet off RULE, stet on RULE or stet ignore RULE"))
        continue
      }
      for name in names {
        guard name.isKnown else {
          misread.append(Fault(rule: unknownComment, span: comment.span, reason: name.unknown))
          continue
        }
        switch verb {
        case "off": switchOff(name, from: comment.span.end, to: end)
        case "on": switchOn(name, at: comment.span)
        default:
          let passage = firstIndex(endingAfter: comment.span.end, in: passages)
          ignored[passage, default: []].append(Ignored(name: name, comment: comment.span))
        }
      }
    }
  }

  private mutating func switchOff(_ name: RuleName, from start: Int, to end: Int) {
    if let last = off[name]?.last, last.end > start { return }
    off[name, default: []].append(Span(start, end))
  }

  private mutating func switchOn(_ name: RuleName, at comment: Span) {
    if let count = off[name]?.count, let last = off[name]?.last, last.end > comment.start {
      off[name]?[count - 1].end = comment.start
    } else {
      misread.append(
        Fault(rule: unusedComment, span: comment, reason: "\(name.spelling) is not off here"))
    }
  }

  func isOff(_ rule: String, at offset: Int) -> Bool {
    off.contains { name, stretches in
      guard name.covers(rule) else { return false }
      let next = firstIndex(endingAfter: offset, in: stretches)
      return next < stretches.count && stretches[next].start <= offset
    }
  }

  /// Whether a finding is silenced at one of its places; every comment that silences it counts as used.
  mutating func cover(_ finding: CheckReport.Finding, passages: [Span]) -> Bool {
    var isCovered = false
    for mark in finding.marks {
      if isOff(finding.rule, at: mark.start) { isCovered = true }
      let passage = firstIndex(endingAfter: mark.start, in: passages)
      for number in (ignored[passage] ?? []).indices
      where ignored[passage]?[number].name.covers(finding.rule) == true {
        ignored[passage]?[number].isUsed = true
        isCovered = true
      }
    }
    return isCovered
  }

  /// What is wrong about the comments, once all findings are known.
  var faults: [Fault] {
    misread
      + ignored.values.joined().filter { !$0.isUsed }.map {
        Fault(
          rule: unusedComment, span: $0.comment, reason: "\($0.name.spelling) finds nothing in that sentence")
      }
  }
}

private let unknownComment = "comment.unknown"
private let unusedComment = "comment.unused"

/// What is wrong about comments has names as well, so that it can be switched off like the rest.
let commentRules = [
  CheckRule(
    name: unknownComment, level: .note, kind: "comment to Stet",
    reason: "a comment to Stet names no rule, or cannot be understood, and does nothing",
    example: "<!-- stet off apeal.planned -->\nHer brother plans to appeal the ruling.\n",
    counterExample: "<!-- stet off appeal.planned -->\nHer brother plans to appeal the ruling.\n"),
  CheckRule(
    name: unusedComment, level: .note, kind: "comment to Stet",
    reason: "a comment to Stet silences nothing any more",
    example: "<!-- stet ignore appeal.planned -->\nHer brother went home.\n",
    counterExample: "<!-- stet ignore appeal.planned -->\nHer brother plans to appeal the ruling.\n"),
]
