import TextAnalysis

/// When convictions are spent under one law, as its row of shelf lives says. Months.
public struct SpentTerms: Hashable, Sendable {
  /// What holds for custody up to a length.
  public struct Custody: Hashable, Sendable {
    /// The longest that it holds for; nil for any.
    public let upTo: Int?
    /// Counted from the end of the sentence.
    public let after: Int
    /// What it does not hold for, in words.
    public let except: String?

    public init(upTo: Int?, after: Int, except: String? = nil) {
      self.upTo = upTo
      self.after = after
      self.except = except
    }
  }

  /// Shorter lengths first; the last holds for any.
  public let custody: [Custody]
  /// Counted from the conviction.
  public let fine: Int

  public init(custody: [Custody], fine: Int) {
    self.custody = custody
    self.fine = fine
  }
}

/// Since when a conviction may be spent, and how that was counted.
public struct Spent: Hashable, Sendable {
  /// Nil where the law is one that nobody has written a row for: then it is not counted.
  public let since: PartialDate?
  /// The sum with its source, or why there is none.
  public let sum: String

  /// What a key point, or a sentence, shows: "tells a conviction that may be spent since March 2019".
  public var tells: String { "tells a conviction that may be spent" + (since.map { sinceInWords($0) } ?? "") }

  /// "may be spent since March 2019: legal read. The sum: …"
  public var advice: String {
    "may be spent" + (since.map { sinceInWords($0) } ?? "") + ": legal read. " + sum
  }
}

private func sinceInWords(_ date: PartialDate) -> String {
  let words = inWords(date)
  return words.contains(" to ") ? ", since some time in \(words)" : " since \(words)"
}

/// A sentence of the latest revision that tells a conviction.
public struct ToldConviction: Hashable, Sendable {
  /// Where it stands, and who wrote it.
  public let sentence: Support
  public let words: String
  /// The words in it that tell the conviction.
  public let quote: String
  public let conviction: Conviction

  public init(sentence: Support, words: String, quote: String, conviction: Conviction) {
    self.sentence = sentence
    self.words = words
    self.quote = quote
    self.conviction = conviction
  }
}

extension Draft {
  /// What its words tell of convictions that may be spent by now, in the order of the text.
  ///
  /// Nothing of what is published as it stands: an archive is not asked about, only words that are to be told again.
  public var spentConvictions: [(told: ToldConviction, spent: Spent)] {
    guard live?.revision != latest.number else { return [] }
    return convictions.compactMap { told in
      policy.spent(told.conviction, on: today).map { (told: told, spent: $0) }
    }
  }
}

extension Policy {
  /// Since when a conviction may be spent, on a day; nil while it is not, and where the words or the policy tell too
  /// little to say.
  ///
  /// The law is that of the court that the words name, else that of the desk's home. A law that the words name and the
  /// policy has no figures for is not counted: then it is said, once the sentence is over.
  public func spent(_ conviction: Conviction, on today: CivilDate) -> Spent? {
    guard let date = conviction.date, let law = conviction.law?.rawValue ?? jurisdiction else { return nil }
    let name = "spent.\(law)"
    let row = ([name] + widerNames(of: name)).lazy.compactMap { shelfLives[$0] }.first { $0.spent != nil }
    guard let row, let terms = row.spent else {
      return (conviction.law ?? Conviction.Law(home: law)).flatMap {
        uncounted($0, date, conviction.penalty, today)
      }
    }
    let (since, sum) = terms.since(conviction.penalty, date)
    guard since.first <= today else { return nil }
    return Spent(since: since, sum: "The sum: \(sum) (\(row.why)).")
  }

  private func uncounted(
    _ law: Conviction.Law, _ date: PartialDate, _ penalty: Conviction.Penalty, _ today: CivilDate
  ) -> Spent? {
    let isOver =
      switch penalty {
      case .custody(let length, _, _): date.adding(length).first <= today
      // A fine is over when it is paid; that of this month is the news itself.
      case .fine: date.adding(months: 1).first <= today
      }
    guard isOver else { return nil }
    return Spent(since: nil, sum: "It is not counted: the policy has no figures for \(law.inWords).")
  }
}

extension SpentTerms {
  /// The sum and how it is reached, with the date as exact as it is told.
  func since(_ penalty: Conviction.Penalty, _ date: PartialDate) -> (since: PartialDate, sum: String) {
    let told = inWords(date)
    switch penalty {
    case .fine:
      let since = date.adding(months: fine)
      return (since, "\(told) + \(inWords(months: fine)) = \(inWords(since))")
    case .custody(let length, let isSuspended, let ofSeveral):
      let end = date.adding(length)
      let term = custody.first { length.monthsRoundedUp <= $0.upTo ?? .max }
      let after = term?.after ?? 0
      let since = end.adding(months: after)
      let notes = [
        ofSeveral ? "of several lengths the longest" : nil,
        isSuspended ? "a suspended sentence counts like custody of its length" : nil, term?.except,
      ].compactMap(\.self)
      return (
        since,
        "\(told) + \(length.inWords) = \(inWords(end)), + \(inWords(months: after)) = \(inWords(since))"
          + notes.map { "; \($0)" }.joined()
      )
    }
  }
}

extension PartialDate {
  fileprivate func adding(_ length: PenaltyLength) -> PartialDate {
    adding(months: length.months).adding(days: length.days)
  }
}

extension PenaltyLength {
  /// "10 months", "4 years", "14 weeks".
  fileprivate var inWords: String {
    let inDays = days % 7 == 0 ? counted(days / 7, "week") : counted(days, "day")
    return [months > 0 ? Editorial.inWords(months: months) : nil, days > 0 ? inDays : nil]
      .compactMap(\.self).joined(separator: " and ")
  }
}

/// "1 month", "12 months", "18 months", "4 years".
private func inWords(months: Int) -> String {
  months > 12 && months % 12 == 0 ? counted(months / 12, "year") : counted(months, "month")
}

private func counted(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }

extension Conviction.Law {
  /// That of a desk's home, as in `scot` or `scot-solemn`.
  fileprivate init?(home: String) {
    guard let law = ([home] + widerNames(of: home)).lazy.compactMap(Conviction.Law.init(rawValue:)).first
    else { return nil }
    self = law
  }

  fileprivate var inWords: String {
    switch self {
    case .englandAndWales: "England and Wales"
    case .scotland: "Scotland"
    case .northernIreland: "Northern Ireland"
    }
  }
}
