import Editorial
import TextAnalysis

/// One place where published words stand.
public struct PlacementJSON: Codable, Sendable {
  /// `P1`, for life in its draft.
  public var label: String
  public var kind: PlacementKind
  @OrNull public var name: String?
  @OrNull public var url: String?
  /// Slug of the draft that holds a translation's words.
  @OrNull public var draft: String?
  /// Handle of the member who sees to it.
  public var owner: String
  /// The revision that it shows; of a translation, the live one of its own draft.
  public var revision: Int
  /// When it was put up or sent.
  public var at: String
  /// How it stands by the newsroom's clock: `shows r1`, `sent 14:02, cannot be recalled, corrective owed by ana (E1)`.
  public var says: String
  /// Labels of corrections that it is owed.
  public var owed: [String]

  public init(_ one: Placement, in draft: Draft) {
    label = one.label
    kind = one.kind
    _name = OrNull(wrappedValue: one.name)
    _url = OrNull(wrappedValue: one.url)
    _draft = OrNull(wrappedValue: one.words)
    owner = one.owner
    revision = one.revision
    at = one.out.instant
    says = draft.howItStands(one)
    owed = draft.owed(at: one).map(\.label)
  }
}

/// The answer to `GET /v1/drafts/{slug}/placements`, by label.
public struct PlacementList: Codable, Sendable {
  public var placements: [PlacementJSON]
  public init(placements: [PlacementJSON]) { self.placements = placements }
}

/// A correction, clarification, update or kill notice, with what every placement is owed.
public struct CorrectionJSON: Codable, Sendable {
  public struct About: Codable, Sendable {
    public var label: String
    /// The words that were out.
    public var was: String
    /// The approvals that stood when these were published.
    public var passedBy: [Passed]
  }

  public struct Passed: Codable, Sendable {
    /// Id of the sign-off.
    public var signOff: Int64
    public var member: String
    public var read: Read
    /// The revision on which it was given.
    public var revision: Int
    public var at: String
  }

  public struct Owed: Codable, Sendable {
    public var label: String
    public var kind: PlacementKind
    @OrNull public var name: String?
    /// Slug of the draft that holds a translation's words.
    @OrNull public var draft: String?
    public var owner: String
    public var done: Bool
    /// In words: `sent 14:02, cannot be recalled, corrective owed by ana`.
    public var says: String
    @OrNull public var doneBy: String?
    @OrNull public var doneAt: String?
    /// The revision that did it, on the site and in a translation.
    @OrNull public var doneIn: Int?
    @OrNull public var note: String?
  }

  public struct Dropped: Codable, Sendable {
    public var by: String
    public var at: String
    public var reason: String
  }

  public var draft: String
  /// `E1`, for life in its draft.
  public var label: String
  public var kind: CorrectionKind
  public var state: CorrectionState
  /// The writer's words.
  public var note: String
  /// The note for readers; before the site is right, as it would read today.
  public var editorsNote: String
  /// The revision that was live when it was opened.
  public var revision: Int
  public var keyPoints: [About]
  public var openedBy: String
  public var openedAt: String
  /// The revision that put it right on the site.
  @OrNull public var fixedIn: Int?
  public var owed: [Owed]
  @OrNull public var dropped: Dropped?

  public init(_ one: Correction, today: CivilDate) {
    draft = one.draft
    label = one.label
    kind = one.kind
    state = one.state
    note = one.note
    editorsNote = one.editorsNote(today: today)
    revision = one.revision
    keyPoints = one.about.map { about in
      About(
        label: about.label, was: about.was,
        passedBy: about.passed.map {
          Passed(signOff: $0.signOff, member: $0.member, read: $0.read, revision: $0.revision, at: $0.at)
        })
    }
    openedBy = one.openedBy
    openedAt = one.opened.instant
    _fixedIn = OrNull(wrappedValue: one.fixed?.revision)
    owed = one.owed.map { owed in
      Owed(
        label: owed.placement.label, kind: owed.placement.kind, name: owed.placement.name,
        draft: owed.placement.words, owner: owed.placement.owner, done: owed.done != nil,
        says: one.says(of: owed, today: today), doneBy: owed.done?.by, doneAt: owed.done?.at.instant,
        doneIn: owed.done?.revision, note: owed.done?.note)
    }
    _dropped = OrNull(
      wrappedValue: one.dropped.map { Dropped(by: $0.by, at: $0.at, reason: $0.reason) })
  }
}

/// The answer to `GET /v1/corrections?draft=`: open ones first, then the latest first.
public struct CorrectionList: Codable, Sendable {
  public var corrections: [CorrectionJSON]
  public init(corrections: [CorrectionJSON]) { self.corrections = corrections }
}

/// `POST /v1/drafts/{slug}/placements`
public struct PlacementRequest: ActRequest {
  public static let fields: Set<String> = ["kind", "name", "url", "owner", "sent", "revision", "draft"]

  public var kind: PlacementKind
  /// Such as `AFP`; a partner has one.
  public var name: String?
  public var url: String?
  /// Handle; the caller when absent.
  public var owner: String?
  /// `14:02` of today or `2024-07-13T14:02` by the newsroom's clock, or an instant; now when absent.
  public var sent: String?
  /// The published revision that it shows; the live one when absent.
  public var revision: Int?
  /// Slug of the draft that holds a translation's words.
  public var draft: String?

  public init(
    kind: PlacementKind, name: String? = nil, url: String? = nil, owner: String? = nil, sent: String? = nil,
    revision: Int? = nil, draft: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.url = url
    self.owner = owner
    self.sent = sent
    self.revision = revision
    self.draft = draft
  }
}

/// `POST /v1/drafts/{slug}/placements/{label}/owner`
public struct OwnerRequest: ActRequest {
  public static let fields: Set<String> = ["owner"]

  /// Handle.
  public var owner: String
  public init(owner: String) { self.owner = owner }
}

/// `POST /v1/drafts/{slug}/corrections`; `POST …/corrections/{label}/drop` takes a `ReasonRequest`.
public struct CorrectionRequest: ActRequest {
  public static let fields: Set<String> = ["kind", "keyPoints", "note", "contactDetails"]
  public static let freeText: Set<String> = ["note"]

  /// Any but `kill`, which killing opens.
  public var kind: CorrectionKind
  /// Labels; none when the words stand outside of every key point.
  public var keyPoints: [String]?
  /// For the editor's note: what it corrects, clarifies or adds.
  public var note: String
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?

  public init(kind: CorrectionKind, keyPoints: [String]?, note: String) {
    self.kind = kind
    self.keyPoints = keyPoints
    self.note = note
  }
}

/// `POST /v1/drafts/{slug}/corrections/{label}/done`: one placement has what it was owed.
public struct PlacedRequest: ActRequest {
  public static let fields: Set<String> = ["placement", "note", "contactDetails"]
  public static let freeText: Set<String> = ["note"]

  /// `P3`
  public var placement: String
  public var note: String?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?

  public init(placement: String, note: String?) {
    self.placement = placement
    self.note = note
  }
}
