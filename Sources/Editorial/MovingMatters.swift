import TextAnalysis

/// What somebody says has become of a matter.
public struct Move: Hashable, Sendable {
  public let to: String
  public let since: PartialDate
  public let source: String
  public let party: String?
  public let count: String?
  /// Why it is recorded although it does not follow: reality is odd.
  public let forcedBecause: String?

  public init(
    to: String, since: PartialDate, source: String, party: String? = nil, count: String? = nil,
    forcedBecause: String? = nil
  ) {
    self.to = to
    self.since = since
    self.source = source
    self.party = party
    self.count = count
    self.forcedBecause = forcedBecause
  }
}

/// What a move comes to.
public enum Moved: Hashable, Sendable {
  /// The matter stands there now. `before`: where it stood.
  case moved(MatterEntry, before: MatterEntry?)
  /// It was recorded before, and is one move.
  case already(MatterEntry)
  /// It happened before what is known already, so the matter stands where it stood.
  case putBefore(MatterEntry, standing: MatterEntry)

  public var entry: MatterEntry {
    switch self {
    case .moved(let entry, _), .already(let entry), .putBefore(let entry, _): entry
    }
  }
}

extension Matter {
  /// Decides whether a move may be recorded, and where in the timeline it belongs.
  ///
  /// Refused is what the kind has no word for, what is still to come and not planned, and what does not follow, unless
  /// it is forced with a reason.
  public func move(_ move: Move, by handle: String, on today: CivilDate) throws -> Moved {
    guard !isProposed else {
      throw Refusal(
        .conflict, "matter-proposed",
        "Not moved. Nobody has said yet what kind of matter \(slug) is. Nothing was changed.",
        next: ["stet matters new \(slug) --title TITLE --kind KIND"])
    }
    let kind = MatterKind.all.first { $0.name == self.kind }
    try check(move, kind, today)
    let entry = MatterEntry(
      number: (timeline.map(\.number).max() ?? 0) + 1, status: kind?.status(move.to)?.name ?? move.to,
      since: move.since,
      source: move.source, party: move.party, count: move.count, by: handle, recordedOn: today,
      forcedBecause: move.forcedBecause)
    let track = timeline.filter { $0.speaks(of: move.party, on: move.count) }
    if let same = track.first(where: { $0.isSameMove(as: entry) }) { return .already(same) }
    let before = track.last { $0.day <= entry.day }
    let after = track.first { $0.day > entry.day }
    if move.forcedBecause == nil, let kind {
      if let before { try follow(entry.status, before, kind, entry) }
      if let after { try follow(after.status, entry, kind, entry) }
    }
    guard let standing = track.last, after != nil else { return .moved(entry, before: before) }
    return .putBefore(entry, standing: standing)
  }

  private func check(_ move: Move, _ kind: MatterKind?, _ today: CivilDate) throws {
    guard !move.source.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) else {
      throw Refusal(
        .usage, "source", "Not moved. A move needs its source: add --source URL. Nothing was changed.")
    }
    guard let kind else { return }
    let names = kind.statuses.map(\.name)
    guard let status = kind.status(move.to) else {
      let meant = nearestWord(to: move.to, among: names).map { " (did you mean “\($0)”?)" } ?? ""
      throw Refusal(
        .unreadable, "matter-status",
        "Not moved. A matter of the kind \(kind.name) is never “\(shortened(move.to))”\(meant): "
          + "there are \(list(names, "and")). Nothing was changed.")
    }
    guard move.since.first <= today || status.isPlanned else {
      throw Refusal(
        .usage, "future",
        "Not moved. \(inWords(move.since)) is still to come; today is \(inWords(today)), and nothing can be "
          + "\(status.inWords) ahead of time. Nothing was changed.")
    }
    try checkParty(move, kind)
  }

  private func checkParty(_ move: Move, _ kind: MatterKind) throws {
    if move.count != nil, !kind.isByCount || move.party == nil {
      throw Refusal(
        .usage, "count",
        kind.isByCount
          ? "Not moved. Whose count? Add --party NAME. Nothing was changed."
          : "Not moved. A matter of the kind \(kind.name) has no counts. Nothing was changed.")
    }
    guard let party = move.party else {
      guard parties.count > 1 else { return }
      throw Refusal(
        .usage, "party",
        "Not moved. \(list(parties, "and")) each have a status of their own in \(slug): say whose with "
          + "--party. Nothing was changed.",
        next: parties.prefix(3).map { "stet matters move \(slug) --to \(move.to) --party \"\($0)\"" })
    }
    guard parties.contains(party) else {
      let meant = nearestWord(to: party, among: parties).map { " Did you mean “\($0)”?" } ?? ""
      throw Refusal(
        .missing, "party",
        "Not moved. “\(shortened(party))” is no party of \(slug)"
          + (parties.isEmpty
            ? ", which has none." : ": there \(parties.count == 1 ? "is" : "are") \(list(parties, "and")).")
          + meant + " Nothing was changed.")
    }
  }

  /// Refuses what does not follow, and names what may.
  private func follow(_ next: String, _ before: MatterEntry, _ kind: MatterKind, _ new: MatterEntry) throws {
    guard let status = kind.status(before.status), !status.then.contains(next) else { return }
    let may =
      status.then.isEmpty ? "nothing follows that" : "what may follow is \(list(status.then, "or"))"
    let stood = "\(status.inWords) since \(inWords(before.since))"
    let says =
      before == new
      ? "\(phrase(for: next)) is recorded for later, and does not follow \(status.inWords): \(may)"
      : "\(slug) is \(stood), and \(may)"
    throw Refusal(
      .conflict, "does-not-follow",
      "Not moved. \(says). Nothing was changed. If it is so all the same, add --force REASON.")
  }
}

extension MatterEntry {
  fileprivate func isSameMove(as other: MatterEntry) -> Bool {
    status == other.status && since == other.since && party == other.party && count == other.count
  }

  /// Why words that say `asserted` no longer hold, in words; nil where they still do.
  ///
  /// `expected` is the day that they name. Words about something planned are overtaken too when it is planned for
  /// another day now. Words about another party are not.
  public func contradicts(
    _ asserted: String, expected: PartialDate?, of party: String?, in matter: Matter
  ) -> String? {
    guard speaks(of: party, on: nil) else { return nil }
    let isMoved = expected.map { $0.last < since.first || since.last < $0.first } ?? false
    guard asserted != status || (matter.status(status)?.isPlanned == true && isMoved) else { return nil }
    return "said \(matter.phrase(for: asserted))" + (isMoved ? " for \(inWords(expected ?? since))" : "")
      + "; \(told(in: matter))"
  }

  /// "withdrawn since 23 December 2024 (Roe), source URL".
  public func told(in matter: Matter) -> String {
    let isPlanned = matter.status(status)?.isPlanned == true && since.first > recordedOn
    let whom = [party, count.map { "count \($0)" }].compactMap { $0 }
    return "\(matter.phrase(for: status)) \(isPlanned ? "for" : "since") \(inWords(since))"
      + (whom.isEmpty ? "" : " (\(whom.joined(separator: ", ")))") + ", source \(source)"
  }
}
