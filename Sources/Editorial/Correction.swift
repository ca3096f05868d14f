import TextAnalysis

/// What is done about words that are out.
public enum CorrectionKind: String, CaseIterable, Sendable, Codable {
  /// A fact was wrong. Always called a correction.
  case correction
  /// Right, and read wrongly.
  case clarification
  /// The news moved on.
  case update
  /// The story is taken back.
  case kill
}

public enum CorrectionState: String, CaseIterable, Sendable, Codable {
  case open
  /// The site is right, and some other placement is not.
  case onSite = "on-site"
  /// Every placement is done.
  case done
  case dropped
}

/// What one placement is owed by a correction, and whether it has it.
public struct OwedCorrection: Hashable, Sendable {
  public struct Done: Hashable, Sendable {
    public let by: String
    public let at: DayAndClock
    /// The revision that did it, on the site and in a translation.
    public let revision: Int?
    public let note: String?

    public init(by: String, at: DayAndClock, revision: Int?, note: String?) {
      self.by = by
      self.at = at
      self.revision = revision
      self.note = note
    }
  }

  public let placement: Placement
  /// The latest revision of the words' draft when it fell due: only a later one corrects it.
  public let after: Int
  public let done: Done?

  public init(placement: Placement, after: Int, done: Done?) {
    self.placement = placement
    self.after = after
    self.done = done
  }
}

/// A correction, clarification or update of what is out, or the notice that it was killed.
public struct Correction: Hashable, Sendable {
  /// A key point that it is about, with the approvals that stood when its words were published.
  public struct About: Hashable, Sendable {
    public let keyPoint: Int64
    public let label: String
    /// The words that were out.
    public let was: String
    public let passed: [Passed]

    public init(keyPoint: Int64, label: String, was: String, passed: [Passed]) {
      self.keyPoint = keyPoint
      self.label = label
      self.was = was
      self.passed = passed
    }
  }

  /// An approval that let the words pass.
  public struct Passed: Hashable, Sendable {
    public let signOff: Int64
    public let member: String
    public let read: Read
    /// The revision on which it was given.
    public let revision: Int
    public let at: String

    public init(signOff: Int64, member: String, read: Read, revision: Int, at: String) {
      self.signOff = signOff
      self.member = member
      self.read = read
      self.revision = revision
      self.at = at
    }
  }

  public struct Dropped: Hashable, Sendable {
    public let by: String
    public let at: String
    public let reason: String

    public init(by: String, at: String, reason: String) {
      self.by = by
      self.at = at
      self.reason = reason
    }
  }

  public let id: Int64
  /// Slug.
  public let draft: String
  public let number: Int
  public let kind: CorrectionKind
  /// The writer's words.
  public let note: String
  /// The revision that was live when it was opened.
  public let revision: Int
  public let openedBy: String
  public let opened: DayAndClock
  public let firstPublished: CivilDate
  public let about: [About]
  /// The revision that put it right on the site, with its day.
  public let fixed: LiveRevision?
  public let dropped: Dropped?
  public let owed: [OwedCorrection]

  public init(
    id: Int64, draft: String, number: Int, kind: CorrectionKind, note: String, revision: Int,
    openedBy: String,
    opened: DayAndClock, firstPublished: CivilDate, about: [About], fixed: LiveRevision?, dropped: Dropped?,
    owed: [OwedCorrection]
  ) {
    self.id = id
    self.draft = draft
    self.number = number
    self.kind = kind
    self.note = note
    self.revision = revision
    self.openedBy = openedBy
    self.opened = opened
    self.firstPublished = firstPublished
    self.about = about
    self.fixed = fixed
    self.dropped = dropped
    self.owed = owed
  }

  /// `E1`, as in editor's note.
  public var label: String { "E\(number)" }

  /// Never done while one placement is owed.
  public var state: CorrectionState {
    if dropped != nil { return .dropped }
    if owed.allSatisfy({ $0.done != nil }) { return .done }
    return fixed == nil ? .open : .onSite
  }

  public var isOpen: Bool { state == .open || state == .onSite }

  /// What is still owed, where.
  public var outstanding: [OwedCorrection] { isOpen ? owed.filter { $0.done == nil } : [] }

  /// The note for readers; before the site is right, as it would read today.
  public func editorsNote(today: CivilDate) -> String {
    Editorial.editorsNote(
      kind, words: note, firstPublished: firstPublished,
      updated: kind == .kill ? opened.on : fixed?.on ?? today)
  }

  /// Whether a placement that turns up late shows what was wrong, and is owed this too.
  ///
  /// - Parameter revision: the revision of the draft that it shows. Of a translation nobody can say; one that was filed
  ///   after the correction was opened, and is recorded when the site is right, is taken to be made from what is right.
  public func isOwed(_ placement: Placement, showing revision: Int) -> Bool {
    guard dropped == nil else { return false }
    guard kind != .kill, let fixed else { return true }
    guard placement.kind == .translation else { return revision < fixed.revision }
    return placement.wordsFiledAt.map { $0 < opened.instant } ?? false
  }

  /// "shows r1, owed by ben"; "sent 14:02, cannot be recalled, corrective owed by ana"; "corrective sent 15:10 by ana".
  public func says(of one: OwedCorrection, today: CivilDate) -> String {
    let placement = one.placement
    guard let done = one.done else {
      let stands = placement.stands(today: today)
      if dropped != nil { return "\(stands), nothing owed" }
      if placement.kind.isSent {
        return "\(stands), cannot be recalled, \(kind.follower) owed by \(placement.owner)"
      }
      return "\(stands), \(kind == .kill ? "take-down " : "")owed by \(placement.owner)"
    }
    let when = "\(done.at.inWords(today: today)) by \(done.by)"
    if placement.kind.isSent { return "\(kind.follower) sent \(when)" }
    let verb: String =
      switch kind {
      case .correction: "corrected"
      case .clarification: "clarified"
      case .update: "updated"
      case .kill: "taken down"
      }
    return verb + (done.revision.map { " in r\($0)," } ?? "") + " \(when)"
  }
}

extension Draft {
  /// What a placement is owed by corrections that are open.
  public func owed(at placement: Placement) -> [Correction] {
    corrections.filter { $0.outstanding.contains { $0.placement.id == placement.id } }
  }

  /// How a placement stands, with what it is owed: "sent 14:02, cannot be recalled, corrective owed by ana".
  public func howItStands(_ placement: Placement) -> String {
    let owed = owed(at: placement).flatMap { correction in
      correction.outstanding.filter { $0.placement.id == placement.id }
        .map { "\(correction.says(of: $0, today: today)) (\(correction.label))" }
    }
    return owed.isEmpty ? placement.stands(today: today) : owed.joined(separator: "; ")
  }
}

extension CorrectionKind {
  /// What is sent after something that cannot be recalled.
  var follower: String {
    switch self {
    case .correction: "corrective"
    case .clarification: "clarification"
    case .update: "update"
    case .kill: "kill notice"
    }
  }
}
