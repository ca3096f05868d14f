import TextAnalysis

/// A proceeding or event that moves: what it is, who is in it, and where it stood when.
public struct Matter: Hashable, Sendable {
  public let slug: String
  public let title: String
  /// The name of a `MatterKind`; `unknown` for one that a draft named and nobody has described yet.
  public let kind: String
  /// Which court's periods count, as in `us-nm`.
  public let court: String?
  /// Who is in it and has a status of their own.
  public let parties: [String]
  /// In the order in which things happened.
  public let timeline: [MatterEntry]

  public init(
    slug: String, title: String, kind: String, court: String? = nil, parties: [String] = [],
    timeline: [MatterEntry] = []
  ) {
    self.slug = slug
    self.title = title
    self.kind = kind
    self.court = court
    self.parties = parties
    self.timeline = timeline.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
  }

  /// Where it has been confirmed what it is.
  public var isProposed: Bool { kind == Matter.unknownKind }

  public static let unknownKind = "unknown"
}

/// One status of a matter, with its day and its source.
public struct MatterEntry: Hashable, Sendable {
  /// Counted from 1 in the order of recording.
  public let number: Int
  public let status: String
  /// The day or days since when, as exactly as it is known; of something planned, for when.
  public let since: PartialDate
  public let source: String
  /// Nil for the matter as a whole.
  public let party: String?
  /// Nil for all counts.
  public let count: String?
  /// Handle of whoever recorded it.
  public let by: String
  public let recordedOn: CivilDate
  /// Why it was recorded although it does not follow.
  public let forcedBecause: String?

  public init(
    number: Int, status: String, since: PartialDate, source: String, party: String? = nil,
    count: String? = nil, by: String, recordedOn: CivilDate, forcedBecause: String? = nil
  ) {
    self.number = number
    self.status = status
    self.since = since
    self.source = source
    self.party = party
    self.count = count
    self.by = by
    self.recordedOn = recordedOn
    self.forcedBecause = forcedBecause
  }

  /// By which it stands in the timeline: the last day that its words leave open, as far as that has come.
  public var day: CivilDate { min(since.last, recordedOn) }
}

extension Matter {
  /// Where it stands, for a party and a count or as a whole: the last entry that speaks of them.
  public func standing(of party: String? = nil, on count: String? = nil) -> MatterEntry? {
    timeline.last { $0.speaks(of: party, on: count) }
  }

  /// Where each party and count stands; the matter as a whole where it has no parties.
  public var standings: [MatterEntry] {
    var whom: [String?] = parties
    for party in timeline.compactMap(\.party) where !whom.contains(party) { whom.append(party) }
    return (whom.isEmpty ? [nil] : whom).flatMap(standings)
  }

  private func standings(of party: String?) -> [MatterEntry] {
    var counts: [String] = []
    for entry in timeline where entry.speaks(of: party, on: nil) {
      if let count = entry.count, !counts.contains(count) { counts.append(count) }
    }
    let standing =
      counts.isEmpty ? [self.standing(of: party)] : counts.map { self.standing(of: party, on: $0) }
    // Of counts that stand where all of them do, one line says it.
    var seen: Set<Int> = []
    return standing.compactMap { entry in
      guard let entry, seen.insert(entry.number).inserted else { return nil }
      return entry.speaking(of: party)
    }
  }

  /// Whether everybody in it stands where they stand in another one: what was said of the one holds of the other.
  public func stands(as other: Matter) -> Bool {
    let place = { (entry: MatterEntry) in [entry.status, entry.since.description, entry.party, entry.count] }
    return Set(standings.map(place)) == Set(other.standings.map(place))
  }

  /// The status in words, of every party where there are several: "acquitted (Roe); convicted (Doe, count 2)".
  public var statusInWords: String {
    let all = standings
    guard !all.isEmpty else { return isProposed ? "proposed" : "nothing recorded" }
    let said = all.map { entry in
      let whom = [entry.party, entry.count.map { "count \($0)" }].compactMap { $0 }
      return phrase(for: entry.status) + (whom.isEmpty ? "" : " (\(whom.joined(separator: ", ")))")
    }
    return said.joined(separator: "; ")
  }

  /// Whether proceedings are active for anybody in it, so that reporting may be in contempt of court.
  public var isActive: Bool {
    standings.contains { entry in status(entry.status)?.isActive == true }
  }

  /// How to say a status of this matter.
  public func phrase(for name: String) -> String { status(name)?.inWords ?? name.replacing("-", with: " ") }

  /// The one party whose name, or surname where nobody else has it, stands in these words; nil where several do, of each of
  /// whom they may speak.
  public func party(namedIn words: String) -> String? {
    let tokens = phraseTokens(words)
    func named(_ name: [String]) -> Bool { !places(of: name, in: tokens).isEmpty }
    let whole = parties.filter { named(phraseTokens($0)) }
    guard whole.count < 2 else { return nil }
    if let only = whole.first { return only }
    let byName = Dictionary(grouping: parties) { phraseTokens($0).last ?? "" }
    let surnames = byName.filter { $0.key != "" && $0.value.count == 1 && named([$0.key]) }
    return surnames.count == 1 ? surnames.values.first?.first : nil
  }

  /// What its kind has to say of a status; nil for one that the kind does not have.
  public func status(_ name: String) -> MatterStatus? {
    MatterKind.all.first { $0.name == kind }?.status(name)
  }

  /// The name of a status that somebody gave by its name or as it is said.
  public func nameOfStatus(_ said: String) -> String { status(said)?.name ?? said }
}

extension MatterEntry {
  /// Whether it says something of a party and a count. What is said of the whole is said of each.
  public func speaks(of party: String?, on count: String?) -> Bool {
    (self.party == nil || party == nil || self.party == party)
      && (self.count == nil || count == nil || self.count == count)
  }

  fileprivate func speaking(of party: String?) -> MatterEntry {
    MatterEntry(
      number: number, status: status, since: since, source: source, party: party, count: count, by: by,
      recordedOn: recordedOn, forcedBecause: forcedBecause)
  }
}
