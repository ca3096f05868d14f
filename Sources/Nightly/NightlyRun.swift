import Editorial
import Store
import TextAnalysis

/// What a nightly run found and asked.
public struct NightReport: Sendable {
  public let night: NightBegun
  public let dryRun: Bool
  /// Questions opened by this attempt, and those that were open already.
  public let opened: Int
  public let alreadyOpen: Int
  public let stale: [Line]
  /// Claims of imported stories that are due and wait, ranked, because nobody could answer so many.
  public let waiting: Int
  public let journal: String?

  public struct Line: Sendable {
    public let stale: StaleClaim
    /// `F1`; nil in a dry run for what would be opened.
    public let followUp: String?
    public let opened: Bool
  }
}

extension Newsroom {
  /// Runs one night: finds what is stale, asks one question per matter, records the run.
  ///
  /// Each question is one transaction, so that a run that dies half way has lost nothing and another attempt goes on
  /// where it stopped. Two runs at once open nothing twice: a claim has at most one open follow-up, and PostgreSQL
  /// keeps that. The cost follows what is due.
  ///
  /// - Parameters:
  ///   - asOf: the civil day to run for; the newsroom's today when nil. Refused when it is to come, except in a dry run.
  ///   - dryRun: looks and changes nothing.
  public func runNight(asOf: CivilDate?, dryRun: Bool, actor: Actor) async throws -> NightReport {
    guard !dryRun else { return try await tryOut(asOf: asOf) }
    let night = try await beginNight(asOf: asOf, actor: actor)
    try await nameDraftsFromBefore()
    _ = try await endTerms(on: night.date, actor: actor)
    let before = try await staleClaims(on: night.date)
    var opened: Set<String> = []
    var failure: (any Error)?
    func ask(_ question: Question, turn: String? = nil) async throws {
      do {
        if let asked = try await open(question, on: night.date, turn: turn, actor: actor), asked.opened {
          opened.insert(asked.label)
        }
      } catch is CancellationError {
        throw CancellationError()
      } catch {
        // One question that cannot be asked must not keep the others from being asked.
        failure = failure ?? error
      }
    }
    for question in Question.group(before) { try await ask(question) }
    for one in try await baselineQuestions(on: night.date) { try await ask(one.question, turn: one.turn) }
    // The run stays unfinished then: the next attempt tries again, and tonight still counts as owed.
    if let failure { throw failure }
    let after = try await staleClaims(on: night.date)
    let alreadyOpen = Set(after.compactMap(\.followUp)).subtracting(opened)
    let journal = try await finishNight(
      night, opened: opened.count, alreadyOpen: alreadyOpen.count, actor: actor)
    return NightReport(
      night: night, dryRun: false, opened: opened.count, alreadyOpen: alreadyOpen.count,
      stale: after.map { stale in
        NightReport.Line(
          stale: stale, followUp: stale.followUp, opened: stale.followUp.map(opened.contains) ?? false)
      }, waiting: try await waitingDesks(on: night.date).reduce(0) { $0 + $1.waiting }, journal: journal)
  }

  /// What each desk is asked tonight about stories that were imported, and whose turn it is.
  private func baselineQuestions(on date: CivilDate) async throws -> [(question: Question, turn: String?)] {
    var asked: [(question: Question, turn: String?)] = []
    for desk in try await waitingDesks(on: date) {
      let budget = baselineBudget(
        members: desk.members.count, open: desk.open, asked: desk.asked, on: date)
      guard budget > 0 else { continue }
      let questions = Question.group(try await nextClaimsWaiting(on: desk, atMost: budget, date: date))
      let turns = turns(for: questions.count, among: desk.members)
      asked += zip(questions, turns).map { (question: $0, turn: $1) }
    }
    return asked
  }

  private func tryOut(asOf: CivilDate?) async throws -> NightReport {
    let night = try await tryNight(asOf: asOf)
    let baseline = try await baselineQuestions(on: night.date)
    let stale =
      try await staleClaims(on: night.date)
      + baseline.flatMap { one in one.question.claims.map { $0.taken(by: one.turn) } }
    let waiting = try await waitingDesks(on: night.date).reduce(0) { $0 + $1.waiting }
    return NightReport(
      night: night, dryRun: true, opened: Question.group(stale).count,
      alreadyOpen: Set(stale.compactMap(\.followUp)).count,
      stale: stale.map { NightReport.Line(stale: $0, followUp: $0.followUp, opened: false) },
      waiting: waiting - baseline.reduce(0) { $0 + $1.question.claims.count }, journal: nil)
  }
}
