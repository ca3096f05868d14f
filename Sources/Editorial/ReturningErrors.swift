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

  /// Whether a later correction of the same key point says that the words which this one brought were wrong: it was opened on
  /// the revision that brought them, or on a later one before which nobody corrected them otherwise.
  private func isCorrectedSince(_ about: Correction.About, _ correction: Correction) -> Bool {
    guard let brought = correction.fixed?.revision else { return false }
    let later = corrections.filter { one in
      one.number > correction.number && one.dropped == nil
        && one.about.contains { $0.keyPoint == about.keyPoint }
    }
    return later.contains { one in
      one.kind == .correction && one.revision >= brought
        && !later.contains { other in
          other.number < one.number && (other.fixed.map { $0.revision <= one.revision } ?? false)
        }
    }
  }
}
