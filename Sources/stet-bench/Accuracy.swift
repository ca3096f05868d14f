import ArgumentParser
import FoundationEssentials
import TextAnalysis

struct Accuracy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compares predictions with what people annotated, beside a baseline and other programs.",
    discussion: """
      Examples:
        stet-bench accuracy data score
        stet-bench accuracy data score --write Docs/Accuracy.md
      """)

  @Argument(help: ArgumentHelp("Folder of the development data.", valueName: "data"))
  var data: String
  @Argument(help: ArgumentHelp("Folder of the scorers and the baseline.", valueName: "scorers"))
  var scorers: String
  @Option(
    name: .customLong("write"),
    help: ArgumentHelp("Write the page of figures to this file.", valueName: "file"))
  var page: String?
  @Option(
    help: ArgumentHelp(
      "The script that fits the weights of claims; with it they are also fitted to four fifths of the stories and "
        + "tried on the rest.", valueName: "file"))
  var training: String?

  func run() async throws {
    try await reportingFailures {
      try need(
        folders: ["\(data)/news", "\(data)/times", scorers],
        elseUnchecked:
          "claims, disputes, slips, pairs of stories, dates and times against what people annotated")
      let data = try AccuracyData(folder: data)
      let measured = try await withTemporaryFolder { temporary in
        try await measure(data, in: ScoringRoom(scorers: scorers, temporary: temporary))
      }
      let missed = measured.filter { !$0.figure.isReached }
      if let page {
        let sets = ScoredSet.allCases.filter { set in missed.contains { $0.set == set } }
        let text = accuracyPage(
          measured.map(\.figure), errors: sets.map(data.errors),
          conformance: suiteCounts(try conformanceAnswers(folder: self.data + "/times")))
        try Data(text.utf8).write(to: URL(filePath: page))
      }
      for figure in measured.map(\.figure) { write(try jsonLine(figure.report)) }
      write(try jsonLine(AccuracySummary(measures: measured.count, missed: missed.map(\.figure.name))))
    }
  }

  /// Every measure of the table that has a figure.
  private func measure(
    _ data: AccuracyData, in room: ScoringRoom
  ) async throws -> [(set: ScoredSet, figure: MeasuredFigure)] {
    let baselines = try await baselineRows(in: room)
    var whole: [ScoredSet: Figures] = [:]
    var folds: [ScoredSet: [Figures]] = [:]
    var baseline: [ScoredSet: Figures] = [:]
    for set in ScoredSet.allCases {
      let comparison = try data.comparison(set)
      whole[set] = try await room.score(comparison)
      for number in 0..<foldCount {
        folds[set, default: []].append(try await room.score(comparison.fold(number)))
      }
      if let rows = baselines[set] {
        baseline[set] = try await room.score(
          Comparison(scorer: comparison.scorer, gold: comparison.gold, predicted: rows))
      }
    }
    whole[.edited]?["control"] = data.quietControls
    if let training {
      let unseen = try await unseenClaims(data, training, in: room.temporary)
      whole[.claims]?["unseen f1"] = unseen.f1
      whole[.claims]?["unseen kind"] = unseen.kind
    }
    return measures.filter { training != nil || !$0.figure.hasPrefix("unseen") }.map { measure in
      let figure = MeasuredFigure(
        name: measure.name, stet: whole[measure.set]?[measure.figure] ?? 0, aim: measure.aim,
        baseline: baseline[measure.set]?[measure.figure], peers: measure.peers,
        folds: folds[measure.set]?.compactMap { $0[measure.figure] ?? measure.ofNothing } ?? [])
      return (measure.set, figure)
    }
  }

  /// How right claims are on stories that the weights have not seen: four times five parts.
  private func unseenClaims(
    _ data: AccuracyData, _ training: String, in folder: String
  ) async throws -> UnseenClaims {
    let signs = "\(folder)/signs.jsonl"
    let examples = "\(folder)/examples.jsonl"
    try Data(try data.signs.map(jsonLine).joined().utf8).write(to: URL(filePath: signs))
    try Data(try exampleSigns().map(jsonLine).joined().utf8).write(to: URL(filePath: examples))
    let told = try await output(
      of: "python3",
      [training, signs, "\(self.data)/news/claims.dev.jsonl", "--examples", examples, "--cv"])
    let lines = try told.split(separator: "\n").map { try row(UnseenClaims.self, from: Array($0.utf8)) }
    guard let line = lines.first(where: { abs($0.least - Double(leastShareOfClaims)) < 0.001 }) else {
      throw ProgramFailed(description: "\(training) does not tell of the share \(leastShareOfClaims)")
    }
    return line
  }

  /// What the baseline predicts on the news.
  private func baselineRows(in room: ScoringRoom) async throws -> [ScoredSet: [ScoredRow]] {
    _ = try await output(of: "python3", ["\(scorers)/baseline.py", "dev", "\(data)/news", room.temporary])
    var result: [ScoredSet: [ScoredRow]] = [:]
    for (set, name) in [
      (ScoredSet.claims, "claims"), (.conflicts, "conflicts"), (.edited, "internal_edited"),
    ] {
      let text = try contents(ofFile: "\(room.temporary)/baseline.\(name).dev.jsonl")
      result[set] = [ScoredRow(document: "", line: String(decoding: text, as: UTF8.self))]
    }
    return result
  }
}

extension AccuracyData {
  /// The comparison that a set stands for.
  fileprivate func comparison(_ set: ScoredSet) throws -> Comparison {
    switch set {
    case .train: return try comparison(times[0])
    case .wikiwars: return try comparison(times[1])
    case .claims:
      return Comparison(
        scorer: .claims, gold: try claims.gold.map { try ScoredRow($0.story, $0) },
        predicted: try claims.predicted.map { try ScoredRow($0.story, $0) })
    case .conflicts:
      let stories = Dictionary(conflicts.map { ($0.id, $0.a.story) }) { first, _ in first }
      return Comparison(
        scorer: .conflicts, gold: try conflicts.map { try ScoredRow($0.a.story, $0) },
        predicted: try disputes.map { try ScoredRow($0.story, $0) }
          + pairs.map { try ScoredRow(stories[$0.id] ?? nil, $0) })
    case .edited:
      return Comparison(
        scorer: .conflicts, gold: try edited.gold.map { try ScoredRow($0.a.story, $0) },
        predicted: try edited.predicted.map { try ScoredRow($0.story, $0) })
    }
  }

  private func comparison(_ times: TimesData) throws -> Comparison {
    Comparison(
      scorer: .times, gold: try times.gold.map { try ScoredRow($0.doc, $0) },
      predicted: try times.predicted.map { try ScoredRow($0.doc, $0) },
      arguments: ["--docs", times.documentsPath, "--json"])
  }

  /// Share of the unedited stories in which no slip is suggested.
  fileprivate var quietControls: Double {
    guard control.stories > 0 else { return 0 }
    let loud = Set(control.predicted.map(\.story)).count
    return Double(control.stories - loud) / Double(control.stories)
  }
}

/// A line of the training script.
private struct UnseenClaims: Decodable {
  /// The share from which a sentence counts as a claim.
  let least: Double
  let f1: Double
  let kind: Double
}

private struct AccuracySummary: Encodable {
  let bench = "accuracy"
  let measures: Int
  let missed: [String]
}

extension MeasuredFigure {
  /// As a line of the output: per cent, as in the table.
  fileprivate struct Report: Encodable {
    let bench = "accuracy"
    let measure: String
    let stet: Double
    let aim: Double?
    let baseline: Double?
    let others: String?
    let foldMean: Double?
    let foldDeviation: Double?
  }

  fileprivate var report: Report {
    let spread = meanAndDeviation(folds)
    return Report(
      measure: name, stet: percentage(stet), aim: aim.map(percentage), baseline: baseline.map(percentage),
      others: peers.isEmpty ? nil : peers, foldMean: (spread?.mean).map(percentage),
      foldDeviation: (spread?.deviation).map(percentage))
  }
}
