/// What is compared, by the files that hold it.
enum ScoredSet: String, CaseIterable {
  case train
  case wikiwars
  case claims
  case conflicts
  case edited

  /// How the list of errors calls it.
  var title: String {
    switch self {
    case .train: "Dates and times in newswire"
    case .wikiwars: "Dates and times in narrative history"
    case .claims: "Claims"
    case .conflicts: "Disputes, slips and pairs of stories"
    case .edited: "Slips in stories with one fact changed"
    }
  }
}

/// A row of the table: which figure of which comparison, and what it should reach.
struct Measure {
  let set: ScoredSet
  /// The figure's name in what the scorer prints.
  let figure: String
  let name: String
  /// From 0 to 1. Nil where the only aim is to be better than the baseline.
  var aim: Double?
  /// Other programs on the same documents.
  var peers = ""

  /// What the figure is where nothing was predicted and the scorer prints none: a precision there is none.
  var ofNothing: Double? {
    figure.hasSuffix(" P") || figure == "control" || figure.hasPrefix("unseen") ? nil : 0
  }
}

/// The figures of other programs on `train` come with the data: the same scorer, the same documents, on which
/// HeidelTime was developed. The aims there are above the best of them.
let measures: [Measure] = [
  Measure(
    set: .train, figure: "strict_F1", name: "Dates, newswire: extent, F1", aim: 0.88,
    peers: "HeidelTime 84.2, SUTime 80.3, chrono 57.7"),
  Measure(
    set: .train, figure: "relaxed_F1", name: "Dates, newswire: found, F1", aim: 0.95,
    peers: "HeidelTime 91.9, SUTime 90.5, chrono 74.6"),
  Measure(
    set: .train, figure: "type_F1", name: "Dates, newswire: type, F1", aim: 0.90,
    peers: "HeidelTime 87.6, SUTime 83.2, chrono 63.8"),
  Measure(
    set: .train, figure: "value_F1", name: "Dates, newswire: value, F1", aim: 0.86,
    peers: "HeidelTime 77.2, SUTime 68.0, chrono 49.5"),
  Measure(set: .wikiwars, figure: "strict_F1", name: "Dates, history: extent, F1"),
  Measure(set: .wikiwars, figure: "relaxed_F1", name: "Dates, history: found, F1"),
  Measure(set: .wikiwars, figure: "value_F1", name: "Dates, history: value, F1"),
  Measure(set: .claims, figure: "f1", name: "Claims: sentence, F1", aim: 0.85),
  Measure(
    set: .claims, figure: "unseen f1", name: "Claims: sentence, F1, weights fitted to other stories",
    aim: 0.85),
  Measure(
    set: .claims, figure: "unseen kind", name: "Claims: first kind right, weights fitted to other stories",
    aim: 0.90),
  Measure(set: .claims, figure: "precision", name: "Claims: precision"),
  Measure(set: .claims, figure: "recall", name: "Claims: recall"),
  Measure(set: .claims, figure: "kind_accuracy", name: "Claims: first kind right, of those found", aim: 0.90),
  Measure(set: .claims, figure: "kind_accuracy_lenient", name: "Claims: a right kind, of those found"),
  Measure(set: .claims, figure: "due_accuracy", name: "Claims: day right, of those found", aim: 0.90),
  Measure(set: .claims, figure: "due_recall", name: "Claims: day right, of all days"),
  Measure(set: .conflicts, figure: "all F1", name: "Pairs of stories: F1", aim: 0.80),
  Measure(set: .conflicts, figure: "all P", name: "Pairs of stories: precision"),
  Measure(set: .conflicts, figure: "all R", name: "Pairs of stories: recall"),
  Measure(set: .conflicts, figure: "story-to-story F1", name: "Pairs of whole stories: F1", aim: 0.75),
  Measure(set: .conflicts, figure: "edited F1", name: "Pairs with one fact changed: F1"),
  Measure(set: .conflicts, figure: "recall strict", name: "Pairs that never agreed: recall"),
  Measure(set: .conflicts, figure: "dispute full F1", name: "Disputes: every sentence, F1", aim: 0.55),
  Measure(set: .conflicts, figure: "dispute partial F1", name: "Disputes: one sentence, F1", aim: 0.75),
  Measure(set: .conflicts, figure: "internal partial F1", name: "Slips: one sentence, F1"),
  Measure(set: .edited, figure: "internal partial R", name: "Slips put in: found"),
  Measure(set: .edited, figure: "internal partial P", name: "Slips put in: precision"),
  Measure(set: .edited, figure: "control", name: "Slips put in: the same stories unedited stay quiet"),
  Measure(set: .conflicts, figure: "any type full P", name: "Shown without being asked: wholly right"),
  Measure(
    set: .conflicts, figure: "any type partial P", name: "Shown without being asked: a right sentence",
    aim: 0.85),
]

/// A measure with what was measured, from 0 to 1.
struct MeasuredFigure: Equatable {
  let name: String
  let stet: Double
  var aim: Double?
  var baseline: Double?
  var peers = ""
  var folds: [Double] = []

  /// Whether the aim, or else the baseline, is reached; true where there is neither.
  var isReached: Bool {
    if let aim { return stet >= aim }
    return baseline.map { stet > $0 } ?? true
  }
}
