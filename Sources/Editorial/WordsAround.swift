import TextAnalysis

extension Filing {
  /// The manuscript with the headline, standfirst, captions, push and social texts that were given beside it, and with
  /// those of the last revision of which this one says nothing: each form as a section at the end of the text, so that
  /// they are signed, compared and published from one text.
  ///
  /// Throws a `Refusal` where one form is given twice, or the text becomes too long.
  ///
  /// - Parameter before: what the last revision had; `headline` is for revisions whose headline was not signed.
  public func completed(after before: [KeyPoint], headline: String?) throws -> (
    manuscript: Manuscript, kept: [String]
  ) {
    var around: [(form: Form, words: [String])] = []
    var kept: [String] = []
    for form in Form.allCases where form != .keyPoint {
      let inText = manuscript.around.filter { $0.form == form }.map(\.words)
      let given = form == .headline ? metadata.headline.map { [$0] } : metadata.around[form]
      if let given {
        guard !given.map(comparableWords).elementsEqual(inText.map(comparableWords)) else { continue }
        guard !manuscript.sectionsAround.contains(form) else { throw twice(form) }
        guard !form.isSingle || given.count < 2 else { throw onlyOne(form) }
        if !given.isEmpty { around.append((form, given)) }
      } else if inText.isEmpty, !manuscript.sectionsAround.contains(form) {
        let old = before.filter { $0.form == form && !$0.gone }
        let words = old.isEmpty && form == .headline ? headline.map { [$0] } ?? [] : old.map(\.words)
        guard !words.isEmpty else { continue }
        around.append((form, words))
        kept += old.isEmpty ? [form.label(1)] : old.map(\.label)
      }
    }
    guard !around.isEmpty else { return (manuscript, kept) }
    let complete = try Self.read(Array(text(manuscript.text, with: around).utf8))
    guard complete.around.count <= Self.keyPointLimit else {
      throw Refusal(
        .unreadable, "too-many",
        "There are \(complete.around.count) captions, push and social texts; \(Self.keyPointLimit) is the most that "
          + "Stet takes. Nothing was filed.")
    }
    return (complete, kept)
  }

  private func twice(_ form: Form) -> Refusal {
    Refusal(
      .conflict, "given-twice",
      "The \(form.rawValue) is in the text and was given beside it in other words. Nothing was filed; leave one out."
    )
  }

  private func onlyOne(_ form: Form) -> Refusal {
    Refusal(
      .usage, "given-twice", "A story has one \(form.rawValue). Nothing was filed; leave the others out.")
  }
}
