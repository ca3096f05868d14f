import TextAnalysis

extension Draft {
  /// Key points that say again what a correction put right. Whoever wants them back says so by a further correction.
  var returningErrors: [Missing] {
    corrections.filter { $0.kind == .correction && $0.dropped == nil }.flatMap { correction -> [Missing] in
      guard let fixed = correction.fixed, fixed.revision < latest.number else { return [] }
      return correction.about.flatMap { about in
        keyPoints.filter { !$0.gone && says($0, what: about) && !isCorrectedSince(about, correction) }.map {
          keyPoint in
          Missing(
            about: [keyPoint.label],
            says:
              "it says again what \(correction.label) put right in r\(fixed.revision) (\(correction.note))",
            who: [keyPoint.wordsFrom.filedByHandle])
        }
      }
    }
  }

  private func says(_ keyPoint: KeyPoint, what about: Correction.About) -> Bool {
    changeKinds(from: about.was, on: latest.dateline, to: keyPoint.words, on: latest.dateline)
      .isSubset(of: [.moved, .typographic])
  }

  private func isCorrectedSince(_ about: Correction.About, _ correction: Correction) -> Bool {
    corrections.contains { later in
      later.number > correction.number && later.dropped == nil
        && later.about.contains { $0.keyPoint == about.keyPoint }
    }
  }
}
