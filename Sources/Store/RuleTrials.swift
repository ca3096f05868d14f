import Editorial
import Postgres
import TextAnalysis

/// What a rule would have said of the published archive.
public struct RuleTrial: Sendable {
  public struct Finding: Sendable {
    /// Slug of the story, its live revision, and the day from which that speaks.
    public let draft: String
    public let revision: Int
    public let dateline: CivilDate
    public let found: TrialFinding
    /// The other story, for a rule that holds two against each other.
    public let other: (draft: String, dateline: CivilDate)?
    /// Whether it would say that one story overtakes the other, which is no contradiction.
    public let overtakes: Bool
  }

  public let rule: String
  public let kind: String
  /// Stories that were read, and how many of them it found something in.
  public var stories = 0
  public var storiesWithFindings = 0
  /// All that it found.
  public var count = 0
  /// The first of them, those of the newest stories.
  public var findings: [Finding] = []
}

extension Newsroom {
  /// Runs one rule over the live revisions of the `last` stories that were filed last. Writes nothing, and holds a
  /// few texts at a time.
  public func tryRule(_ rule: String, last: Int) async throws -> RuleTrial {
    try mustBeRule(rule)
    var trial = RuleTrial(rule: rule, kind: findingRules[rule] ?? "")
    var before = Int64.max
    while trial.stories < last {
      try Task.checkCancellation()
      let size = min(storiesAtOnce, last - trial.stories)
      let start = before
      let batch = try await read { tx in try tx.trial(of: rule, before: start, size: size) }
      for (_, found) in batch {
        trial.stories += 1
        trial.count += found.count
        if !found.isEmpty { trial.storiesWithFindings += 1 }
        trial.findings += found.prefix(mostFindings - trial.findings.count)
      }
      guard batch.count == size, let next = batch.last?.revision else { break }
      before = next
    }
    return trial
  }
}

extension Transaction {
  fileprivate func trial(
    of rule: String, before: Int64, size: Int
  ) throws -> [(revision: Int64, found: [RuleTrial.Finding])] {
    let stories = try all(
      """
      select d.id, d.slug, r.id, r.number, r.dateline, r.text
      from drafts d join revisions r on r.id = d.live_revision_id
      where d.ended is null and d.live_revision_id < \(before) order by d.live_revision_id desc limit \(size)
      """, as: (Int64, String, Int64, Int, CivilDate, String).self)
    return try stories.map { draft, slug, revision, number, dateline, text in
      let manuscript = try Filing.read(Array(text.utf8))
      func finding(
        _ found: TrialFinding, other: (String, CivilDate)? = nil, overtakes: Bool = false
      ) -> RuleTrial.Finding {
        RuleTrial.Finding(
          draft: slug, revision: number, dateline: dateline, found: found, other: other, overtakes: overtakes)
      }
      guard findingRules[rule] == ContradictionKind.archive.rawValue else {
        return (
          revision, Editorial.findings(of: rule, in: manuscript, dateline: dateline).map { finding($0) }
        )
      }
      // Each pair once, from its later filing; what is only under review is no archive.
      let pairs = try archiveFindings(in: manuscript, dateline: dateline, draft: draft)
        .filter { $0.rule == rule && $0.other.revision < revision }
      let live = Set(
        try all(
          "select live_revision_id from drafts where live_revision_id = any(\(pairs.map(\.other.revision)))",
          as: Int64.self))
      return (
        revision,
        pairs.filter { live.contains($0.other.revision) }.map { pair in
          finding(
            TrialFinding(
              quotes: [pair.mine.quote, pair.others.quote], spans: [pair.mine.span, pair.others.span],
              explanation: pair.explanation),
            other: (pair.other.slug, pair.other.dateline), overtakes: pair.overtakes)
        }
      )
    }
  }
}

/// Texts in memory at a time, of a megabyte at most each.
private let storiesAtOnce = 8
/// Findings that an answer holds; all are counted.
private let mostFindings = 200
