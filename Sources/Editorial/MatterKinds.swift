import TextAnalysis

/// A kind of proceeding or event that moves, with the statuses it can have. `Texts/MatterKinds.yaml` has them all.
public struct MatterKind: Hashable, Sendable {
  public let name: String
  /// Whether each party has a status of its own.
  public let isByParty: Bool
  /// Whether each count of a party has one.
  public let isByCount: Bool
  /// In the order in which they usually come.
  public let statuses: [MatterStatus]

  /// The status of that name, or the one that is said so: "filed" and "pending" are one and the same of an appeal.
  public func status(_ said: String) -> MatterStatus? {
    statuses.first { $0.name == said }
      ?? statuses.first { $0.inWords == said || $0.inWords.replacing(" ", with: "-") == said }
  }

  /// Every kind there is. Of two that have the same words the earlier one is meant where nothing else tells.
  public static let all: [MatterKind] = {
    do {
      return try read(Policy.builtInText("MatterKinds.yaml"))
    } catch {
      // The text is compiled in and a test reads it: it cannot be wrong in a build that passed its tests.
      preconditionFailure("the kinds of matters cannot be read: \(error)")
    }
  }()

  /// The kind of that name. Throws a `Refusal` that says what there is instead.
  public static func named(_ name: String) throws -> MatterKind {
    if let kind = all.first(where: { $0.name == name }) { return kind }
    let names = all.map(\.name)
    let meant = nearestWord(to: name, among: names).map { " (did you mean “\($0)”?)" } ?? ""
    throw Refusal(
      .unreadable, "matter-kind",
      "There is no kind of matter “\(shortened(name))”\(meant): there are \(list(names, "and")). "
        + "Nothing was changed.")
  }
}

/// Where a matter can stand.
public struct MatterStatus: Hashable, Sendable {
  public let name: String
  /// How to say it: "planned", "awaiting trial".
  public let inWords: String
  /// What may follow.
  public let then: [String]
  /// Whether nothing more is expected.
  public let ends: Bool
  /// Whether it is something to come, whose day may lie ahead.
  public let isPlanned: Bool
  /// Whether proceedings are active while it lasts, so that reporting may be in contempt of court.
  public let isActive: Bool
  /// The engine's rules whose words say so. The first is the row of the shelf lives that it lasts by.
  public let rules: [String]
  /// Phrases that say so, each as its words.
  public let phrases: [[String]]
}

extension Policy {
  /// How long a status lasts, with its class and what it counts from; nil where it has no end of its own.
  public func shelfLife(of status: MatterStatus, court: String?) -> ShelfLife? {
    status.rules.first.flatMap { rule in
      let name = shelfLives[rule] == nil ? widerNames(of: rule).first { shelfLives[$0] != nil } : rule
      return name.flatMap { shelfLife(of: $0, kind: .pendingLegal, court: court) }
    }
  }
}

extension Policy.ShelfLife {
  /// "30 days from filing of judgment (Rule 12-201 NMRA), class A"; nil where time alone never asks.
  public var inWords: String? {
    guard let days, self.class != .c else { return nil }
    let unit = counts == .workingDays ? "working day" : "day"
    return "\(days) \(unit)\(days == 1 ? "" : "s")" + (from.map { " from \($0)" } ?? "")
      + " (\(why)), class \(self.class.rawValue)"
  }
}

private func read(_ yaml: String) throws -> [MatterKind] {
  guard let root = try readDocument(yaml) else { return [] }
  return try root.fieldsInOrder().map { name, field in
    let parts = try field.fields(needed: ["statuses"], others: ["each", "legal"])
    let each = try parts["each"]?.items().map { try $0.text() } ?? []
    let isLegal = try parts["legal"]?.flag() ?? false
    let statuses = try parts["statuses"]?.fieldsInOrder().map { name, field in
      try status(name, field, isLegal: isLegal)
    }
    return MatterKind(
      name: name, isByParty: each.contains("party"), isByCount: each.contains("count"),
      statuses: statuses ?? [])
  }
}

private func status(_ name: String, _ field: Field, isLegal: Bool) throws -> MatterStatus {
  let parts = try field.fields(
    needed: ["then"], others: ["as", "ends", "planned", "active", "rules", "words"])
  let ends = try parts["ends"]?.flag() ?? false
  return MatterStatus(
    name: name, inWords: try parts["as"]?.text() ?? name.replacing("-", with: " "),
    then: try parts["then"]?.items().map { try $0.text() } ?? [], ends: ends,
    isPlanned: try parts["planned"]?.flag() ?? false,
    isActive: try parts["active"]?.flag() ?? (isLegal && !ends),
    rules: try parts["rules"]?.items().map { try $0.text() } ?? [],
    phrases: try parts["words"]?.items().map { phraseTokens(try $0.text()) } ?? [])
}
