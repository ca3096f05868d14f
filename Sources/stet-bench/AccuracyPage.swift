/// The page of figures.
///
/// - Parameters:
///   - errors: of each task that misses an aim, in the order of the table.
func accuracyPage(
  _ figures: [MeasuredFigure], errors: [TaskErrors], conformance: [SuiteCount]
) -> String {
  var lines = [
    "# How right the text engine is",
    "",
    "Made by `make accuracy`; whoever edits it by hand loses the edit. In per cent. The texts are other people's and",
    "no part of the project: development data, on which rules were found. What is held out tells how good Stet is on",
    "what it has not seen.",
    "",
    "- *Aim*: what is good enough; where none is given, more than the baseline. A figure in bold misses it.",
    "- Figures of claims are of weights fitted on these stories, but for the two rows that say otherwise: there the",
    "  weights are fitted to four fifths of the stories and tried on the rest. The rules were written by people who",
    "  had read the stories, so new ones will fare worse than either.",
    "- *Baseline*: 40 cue words for claims, differing numbers and words of denial for the rest.",
    "- *In five parts*: mean and standard deviation over five parts of the documents. A difference smaller than the",
    "  deviation is no difference.",
    "",
    "| measure | Stet | aim | baseline | in five parts | others |",
    "|---|---|---|---|---|---|",
  ]
  lines += figures.map(tableRow)
  lines += ["", "## Forms", "", conformanceNote, ""]
  lines += ["| suite | cases | pass | differ on purpose | fail |", "|---|---|---|---|---|"]
  lines += conformance.map {
    "| \($0.suite) | \($0.cases) | \($0.passed) (\(percent($0.share))) | \($0.deliberate) | \($0.failed) |"
  }
  if !errors.isEmpty {
    lines += ["", "## Where it errs", "", errorNote]
    lines += errors.flatMap(errorLines)
  }
  return lines.joined(separator: "\n") + "\n"
}

private let conformanceNote = """
  Cases from the tests of other programs (`make conformance`). They contradict each other and the news; where Stet
  means to differ, `Sources/stet-bench/Differences.swift` says why.
  """

private let errorNote = """
  Of every task that misses an aim: all errors by class, and the last fifty. A place is a document with the code
  points of the passage.
  """

private func tableRow(_ figure: MeasuredFigure) -> String {
  let spread = meanAndDeviation(figure.folds).map { "\(percent($0.mean)) ± \(percent($0.deviation))" }
  let aim = figure.aim.map(percent) ?? (figure.baseline == nil ? "" : "> baseline")
  let cells = [
    figure.name, figure.isReached ? percent(figure.stet) : "**\(percent(figure.stet))**", aim,
    figure.baseline.map(percent) ?? "", spread ?? "", figure.peers,
  ]
  return "| \(cells.joined(separator: " | ")) |"
}

private func errorLines(_ task: TaskErrors) -> [String] {
  var lines = ["", "### \(task.title)", "", "| class | errors |", "|---|---|"]
  lines += task.byClass.map { "| \($0.name) | \($0.count) |" }
  lines += ["", "```text"]
  lines += task.errors.suffix(50).map { "\($0.kind): \($0.place): \($0.what)" }
  return lines + ["```"]
}

/// 66.4 of 0.6636.
func percentage(_ share: Double) -> Double { (share * 1000).rounded() / 10 }

private func percent(_ share: Double) -> String { "\(percentage(share))" }
