import FoundationEssentials

/// A row of a file, and the document by which it is put into a fold.
struct ScoredRow {
  let document: String
  let line: String

}

extension ScoredRow {
  init(_ document: String?, _ value: some Encodable) throws {
    self.init(document: document ?? "", line: try jsonLine(value))
  }
}

/// Figures by name, from 0 to 1.
typealias Figures = [String: Double]

/// One comparison that a scorer makes: annotated rows against predicted ones.
struct Comparison {
  let scorer: Scorer
  let gold: [ScoredRow]
  let predicted: [ScoredRow]
  /// What the scorer is given besides.
  var arguments: [String] = []

  /// The part of it that belongs to one fold.
  func fold(_ number: Int) -> Comparison {
    let isInside = { (row: ScoredRow) in stet_bench.fold(ofDocument: row.document) == number }
    return Comparison(
      scorer: scorer, gold: gold.filter(isInside), predicted: predicted.filter(isInside),
      arguments: arguments)
  }
}

/// The scorers, by their script.
enum Scorer: String {
  case times = "score_times.py"
  case claims = "score_claims.py"
  case conflicts = "score_conflicts.py"

  /// Reads what the script printed.
  func figures(_ printed: String) throws -> Figures {
    switch self {
    case .times, .claims:
      let figures = try row([String: Double?].self, from: Array(printed.utf8))
      return figures.compactMapValues { $0 }
    case .conflicts: return conflictFigures(printed)
    }
  }
}

/// Lines like `detect any type  full    P 1.000 R 0.062 F1 0.118 (tp 3 fp 0 fn 45)`, as `any type full P` and
/// so on; `recall strict: 4/17` as `recall strict`.
func conflictFigures(_ printed: String) -> Figures {
  var figures: Figures = [:]
  for line in printed.split(separator: "\n") {
    let words = line.split(separator: " ")
    if words.first == "recall", words.count == 3 {
      let parts = words[2].split(separator: "/").compactMap { Double($0) }
      if parts.count == 2, parts[1] > 0 {
        figures["recall \(words[1].dropLast())"] = parts[0] / parts[1]
      }
      continue
    }
    guard let first = words.firstIndex(of: "P"), words.count > first + 5 else { continue }
    // "n 116" counts the pairs.
    let name = words[1..<first].prefix { $0 != "n" }.joined(separator: " ")
    for (figure, number) in ["P", "R", "F1"].enumerated() {
      figures["\(name) \(number)"] = Double(words[first + 1 + 2 * figure])
    }
  }
  return figures
}

/// Where the scorers lie, and a folder for the files that they read.
struct ScoringRoom {
  let scorers: String
  let temporary: String

  /// Scores a comparison. Nothing to compare is no figure.
  func score(_ comparison: Comparison) async throws -> Figures {
    if comparison.gold.isEmpty { return [:] }
    let gold = try write(comparison.gold.map(\.line), to: "gold.jsonl")
    let predicted = try write(comparison.predicted.map(\.line), to: "predicted.jsonl")
    let printed = try await output(
      of: "python3",
      ["\(scorers)/\(comparison.scorer.rawValue)", gold, predicted] + comparison.arguments)
    return try comparison.scorer.figures(printed)
  }

  private func write(_ lines: [String], to name: String) throws -> String {
    let path = "\(temporary)/\(name)"
    try Data(lines.joined().utf8).write(to: URL(filePath: path))
    return path
  }
}
