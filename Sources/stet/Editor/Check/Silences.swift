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
  let faults = silences.faults.sorted { ($0.span, $0.rule) < ($1.span, $1.rule) }
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

  /// By rule: stretches in which it is off, in the order of the text and apart from each other.
  private var off: [String: [Span]] = [:]
  /// By the number of the passage.
  private var ignored: [Int: [Ignored]] = [:]
  private var misread: [Fault] = []

  init(_ comments: [Comments.Comment], passages: [Span], end: Int) {
    var suggestions = 0
    for comment in comments {
      let names = distinct(comment.words.dropFirst()).map(RuleName.init(spelling:))
      guard let verb = comment.words.first?.lowercased(), ["off", "on", "ignore"].contains(verb),
        !names.isEmpty
      else {
        misread.append(
          Fault(
            rule: unknownComment, span: comment.span,
            reason: "this is not understood; write stet off RULE, stet on RULE or stet ignore RULE"))
        continue
      }
      let known = names.filter(\.isKnown)
      if let first = names.first(where: { !$0.isKnown }) {
        let reason = suggestions < mostSuggestions ? first.unknown : first.isNoRule
        suggestions += 1
        misread.append(Fault(rule: unknownComment, span: comment.span, reason: reason))
      }
      switch verb {
      case "off": for name in known { switchOff(name, from: comment.span.end, to: end) }
      case "on": switchOn(known, at: comment.span)
      default:
        let passage = firstIndex(endingAfter: comment.span.end, in: passages)
        ignored[passage, default: []] += known.map { Ignored(name: $0, comment: comment.span) }
      }
    }
  }

  private mutating func switchOff(_ name: RuleName, from start: Int, to end: Int) {
    for rule in name.rules where !isOpen(rule, at: start) { off[rule, default: []].append(Span(start, end)) }
  }

  /// Of a family that is off a part can be switched on, and the whole family where a part of it is off.
  private mutating func switchOn(_ names: [RuleName], at comment: Span) {
    let idle = names.filter { name in !name.rules.contains { isOpen($0, at: comment.start) } }
    for rule in names.flatMap(\.rules) where isOpen(rule, at: comment.start) {
      if let count = off[rule]?.count { off[rule]?[count - 1].end = comment.start }
    }
    if !idle.isEmpty {
      misread.append(
        Fault(
          rule: unusedComment, span: comment,
          reason: "\(inShort(idle)) \(idle.count == 1 ? "is" : "are") not off here"))
    }
  }

  /// Whether the rule's last stretch goes on beyond this offset.
  private func isOpen(_ rule: String, at offset: Int) -> Bool {
    off[rule]?.last.map { $0.end > offset } ?? false
  }

  func isOff(_ rule: String, at offset: Int) -> Bool {
    guard let stretches = off[rule] else { return false }
    let next = firstIndex(endingAfter: offset, in: stretches)
    return next < stretches.count && stretches[next].start <= offset
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

  /// What is wrong about the comments, once all findings are known: each comment once for each reason.
  var faults: [Fault] {
    let unused = Dictionary(grouping: ignored.values.joined().filter { !$0.isUsed }, by: \.comment)
    return misread
      + unused.map { comment, idle in
        Fault(
          rule: unusedComment, span: comment,
          reason:
            "\(inShort(idle.map(\.name))) \(idle.count == 1 ? "finds" : "find") nothing in that sentence")
      }
  }
}

/// A name that is looked for is held against every rule there is: a text full of wrong ones would take minutes.
private let mostSuggestions = 20

/// The words in their order, each once.
private func distinct(_ words: ArraySlice<String>) -> [String] {
  var seen: Set<String> = []
  return words.filter { seen.insert($0).inserted }
}

/// All names when they are few, else the first and how many more.
private func inShort(_ names: [RuleName]) -> String {
  let spellings = names.prefix(3).map(\.spelling)
  return enumerated(names.count > 3 ? spellings + ["\(names.count - 3) more"] : spellings)
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
