import TextAnalysis

/// A correction that somebody opens.
public struct CorrectionOrder: Hashable, Sendable {
  /// Any but `kill`, which `stet kill` opens.
  public let kind: CorrectionKind
  /// Labels of the key points that it is about; none when the words stand outside of every one.
  public let keyPoints: [String]
  /// The writer's words, for the editor's note.
  public let note: String

  public init(kind: CorrectionKind, keyPoints: [String], note: String) {
    self.kind = kind
    self.keyPoints = keyPoints
    self.note = note
  }
}

extension Draft {
  /// Decides whether a member may open a correction of what is live; gives the key points that it is about, each once.
  public func openCorrection(_ order: CorrectionOrder, by member: Member) throws -> [KeyPoint] {
    try mustBeUnderReview("opened")
    try mustBeOn(member, "opened")
    guard live != nil else {
      throw Refusal(
        .conflict, "not-published", "Not opened. \(slug) is not live: change it and file it.",
        next: ["stet submit FILE --draft \(slug)"])
    }
    guard order.kind != .kill else {
      throw Refusal(
        .usage, "kill", "Not opened. To take the story back, kill it.",
        next: ["stet kill \(slug) --reason TEXT"])
    }
    var named: [KeyPoint] = []
    for label in order.keyPoints {
      guard let found = keyPoints.first(where: { $0.label.lowercased() == label.lowercased() }) else {
        throw Refusal(
          .missing, "key-point",
          "Not opened. \(slug) has no key point \(label.prefix(40)). Nothing was changed.",
          next: ["stet show \(slug)"])
      }
      if !named.contains(where: { $0.id == found.id }) { named.append(found) }
    }
    let same = corrections.first { one in
      one.state == .open && one.kind == order.kind && Set(one.about.map(\.keyPoint)) == Set(named.map(\.id))
    }
    if let same {
      throw Refusal(
        .conflict, "open",
        "Not opened. \(same.label) is open about the same since \(same.opened.inWords(today: today)), by "
          + "\(same.openedBy): \(same.note)", next: ["stet corrections \(slug)"])
    }
    return named
  }

  /// Decides whether a member may drop a correction: a chief, while nothing was done about it.
  public func dropCorrection(_ label: String, by member: Member) throws -> Correction {
    let found = try correction(label)
    guard member.roles.contains(.chief) else {
      let who = members.filter { $0.roles.contains(.chief) }.map(\.handle)
      throw Refusal(
        .notAllowed, "role",
        "Not dropped. That is for a chief of desk \(desk.slug)"
          + (who.isEmpty ? "" : ": \(list(who, "or"))") + ". Nothing was changed.")
    }
    guard found.isOpen, found.kind != .kill, found.fixed == nil, found.owed.allSatisfy({ $0.done == nil })
    else {
      throw Refusal(
        .conflict, "begun",
        "Not dropped. \(found.label) is \(found.state.rawValue)"
          + (found.kind == .kill ? " and a kill is for good" : "")
          + (found.isOpen && found.owed.contains { $0.done != nil }
            ? ", and something was done about it" : "")
          + ". Nothing was changed.", next: ["stet corrections \(slug)"])
    }
    return found
  }

  /// Decides whether a member may say that a placement has what it is owed.
  public func settleOwed(_ correction: String, at placement: String, by member: Member) throws -> (
    Correction, OwedCorrection
  ) {
    let found = try self.correction(correction)
    let place = try self.placement(placement)
    if member.handle != place.owner { try mustBeOn(member, "recorded") }
    guard let one = found.owed.first(where: { $0.placement.id == place.id }) else {
      throw Refusal(
        .conflict, "not-owed",
        "Not recorded. \(place.label) \(place.title) is owed nothing by \(found.label): it was placed with words that were "
          + "right. Nothing was changed.")
    }
    if let dropped = found.dropped {
      throw Refusal(
        .conflict, "dropped",
        "Not recorded. \(found.label) was dropped by \(dropped.by): \(dropped.reason)")
    }
    guard one.done == nil else {
      throw Refusal(
        .conflict, "placed",
        "Not recorded. \(place.label) \(place.title) is done: \(found.says(of: one, today: today)). Nothing was changed."
      )
    }
    try mustBeRight(found, one)
    return (found, one)
  }

  /// Decides whether a member may take back that a placement has what it is owed.
  public func takeBackDone(_ correction: String, at placement: String, by member: Member) throws -> (
    Correction, OwedCorrection
  ) {
    let found = try self.correction(correction)
    let place = try self.placement(placement)
    if member.handle != place.owner { try mustBeOn(member, "taken back") }
    guard let one = found.owed.first(where: { $0.placement.id == place.id }), one.done != nil else {
      throw Refusal(
        .conflict, "not-done",
        "Not taken back. Nobody said that \(place.label) \(place.title) has \(found.label). Nothing was changed.",
        next: ["stet corrections \(slug)"])
    }
    guard found.dropped == nil, place.kind != .site || found.about.isEmpty || found.kind == .kill else {
      throw Refusal(
        .conflict, "published",
        "Not taken back. The site has \(found.label) by a publication; if that is wrong, open a further correction. "
          + "Nothing was changed.", next: ["stet correct \(slug) --as correction --note TEXT"])
    }
    return (found, one)
  }

  /// The site is right by publishing, a translation by its own draft.
  private func mustBeRight(_ correction: Correction, _ one: OwedCorrection) throws {
    let place = one.placement
    if place.kind == .site, correction.kind != .kill {
      // A person may say so of what no rule can tell: a sentence outside of every key point, or one that only bears it out.
      guard place.revision <= one.after else { return }
      throw Refusal(
        .conflict, "site",
        "Not recorded. The site is right when a revision is published that was filed after r\(one.after)"
          + (correction.about.isEmpty
            ? "" : " and changes \(list(correction.about.map(\.label), "and"))")
          + ". Nothing was changed.",
        next: ["stet submit FILE --draft \(slug)", "stet publish \(slug)"])
    }
    guard let words = place.words, place.wordsEnded != .killed else { return }
    if correction.kind == .kill {
      throw Refusal(
        .conflict, "translation",
        "Not recorded. \(words) holds the words of \(place.label), and it is live. Nothing was changed.",
        next: ["stet kill \(words) --reason TEXT"])
    }
    guard place.revision > one.after else {
      throw Refusal(
        .conflict, "translation",
        "Not recorded. \(words) shows r\(place.revision), and only a revision that was filed after r\(one.after) corrects it. "
          + "Nothing was changed.",
        next: ["stet submit FILE --draft \(words)", "stet publish \(words)"])
    }
  }

  /// The correction of this label, `E1`.
  public func correction(_ label: String) throws -> Correction {
    guard let found = corrections.first(where: { $0.label == label.uppercased() }) else {
      let known = corrections.map(\.label)
      throw Refusal(
        .missing, "correction",
        "\(slug) has no correction \(label.prefix(40))"
          + (known.isEmpty
            ? ". Nothing was changed." : "; it has \(list(known, "and")). Nothing was changed."),
        next: ["stet corrections \(slug)"])
    }
    return found
  }

  /// Why the latest revision does not put a correction right on the site; nil when it does.
  ///
  /// - Parameter sameText: whether its text is that of the revision that was live when the correction was opened, but
  ///   for looks. Asked only of a correction that names no key point.
  public func falls(short correction: Correction, sameText: @autoclosure () throws -> Bool) rethrows
    -> String?
  {
    let after = correction.owed.first { $0.placement.kind == .site }?.after ?? correction.revision
    let which = "\(correction.label) stays open"
    if latest.number <= after {
      return "\(which): r\(latest.number) was filed before it was opened."
    }
    let same = correction.about.filter { one in
      guard let now = keyPoints.first(where: { $0.id == one.keyPoint }), !now.gone else { return false }
      return changeKinds(from: one.was, on: latest.dateline, to: now.words, on: latest.dateline)
        .isSubset(of: [.moved, .typographic])
    }
    if !same.isEmpty {
      return
        "\(which): \(list(same.map(\.label), "and")) still \(same.count == 1 ? "reads" : "read") the same in "
        + "r\(latest.number)."
    }
    if correction.about.isEmpty {
      return try sameText()
        ? "\(which): r\(latest.number) reads the same as r\(correction.revision)."
        : "\(which): it names no key point, so somebody has to say that r\(latest.number) puts it right: "
          + "stet placed \(slug)/\(correction.label) P1."
    }
    return nil
  }
}

extension Correction {
  /// What of it waits for a member who owns placements, or stands in for owners who are no members any more.
  public func waits(for member: String, isChief: Bool, today: CivilDate) -> [Waiting] {
    outstanding.filter { $0.placement.owner == member || (isChief && !$0.placement.ownerIsActive) }
      .map { one in
        let place = one.placement
        let command =
          if let words = place.words, kind != .kill, place.revision <= one.after, place.wordsEnded == nil {
            "stet submit FILE --draft \(words)"
          } else if place.kind == .site, kind != .kill {
            "stet show \(draft)"
          } else {
            "stet placed \(draft)/\(label) \(place.label)"
          }
        return Waiting(
          kind: .owedCorrection, draft: draft, about: [label, place.label],
          why: "\(place.title) \(says(of: one, today: today)): \(note)", since: opened.instant,
          command: command)
      }
  }

  /// That its author is to file the revision which puts it right.
  ///
  /// - Parameter short: why one that was filed already does not.
  public func waitsForRevision(short: String?) -> Waiting {
    Waiting(
      kind: .fileCorrection, draft: draft, about: [label] + about.map(\.label),
      why: "a \(kind.rawValue) is open, file the revision: \(note)" + (short.map { ". \($0)" } ?? ""),
      since: opened.instant, command: "stet submit FILE --draft \(draft)")
  }
}
