import Editorial
import TextAnalysis

public struct MatterJSON: Codable, Sendable {
  /// Where a matter stands or stood, for a party and a count or as a whole.
  public struct Entry: Codable, Sendable {
    public var status: String
    /// How to say it.
    public var inWords: String
    /// EDTF: since when, or of something planned for when.
    public var since: String
    public var source: String
    @OrNull public var party: String?
    @OrNull public var count: String?
    public var by: String
    public var recordedOn: String
    /// Why it was recorded although it does not follow.
    @OrNull public var forced: String?
    /// Whether proceedings are active while it lasts.
    public var active: Bool
    /// What may follow.
    public var then: [String]
    /// How long it usually lasts before somebody asks, from when, and why; null where nothing ends it by time.
    @OrNull public var lasts: String? = nil

    public init(
      status: String, inWords: String, since: String, source: String, party: String?, count: String?,
      by: String, recordedOn: String, forced: String?, active: Bool, then: [String]
    ) {
      self.status = status
      self.inWords = inWords
      self.since = since
      self.source = source
      self.party = party
      self.count = count
      self.by = by
      self.recordedOn = recordedOn
      self.forced = forced
      self.active = active
      self.then = then
    }
  }

  public struct Relation: Codable, Sendable {
    /// Such as `appeal-of`.
    public var relation: String
    /// Whether it is said of this matter; else of the other one.
    public var ofThis: Bool
    public var matter: String
    public var title: String
    public var status: String

    public init(relation: String, ofThis: Bool, matter: String, title: String, status: String) {
      self.relation = relation
      self.ofThis = ofThis
      self.matter = matter
      self.title = title
      self.status = status
    }
  }

  public var slug: String
  public var title: String
  public var kind: String
  /// Where it stands, in words, of every party.
  public var status: String
  @OrNull public var court: String?
  public var parties: [String]
  /// Where each party and count stands.
  public var standings: [Entry]
  /// Everything recorded, in the order in which it happened.
  public var timeline: [Entry]
  /// Whether proceedings are active for anybody in it.
  public var active: Bool
  /// Names of matters that were merged into it.
  public var aliases: [String]
  public var relations: [Relation]

  public init(
    slug: String, title: String, kind: String, status: String, court: String? = nil, parties: [String] = [],
    standings: [Entry] = [], timeline: [Entry] = [], active: Bool = false, aliases: [String] = [],
    relations: [Relation] = []
  ) {
    self.slug = slug
    self.title = title
    self.kind = kind
    self.status = status
    self.court = court
    self.parties = parties
    self.standings = standings
    self.timeline = timeline
    self.active = active
    self.aliases = aliases
    self.relations = relations
  }
}

extension MatterJSON {
  public init(_ matter: Matter, aliases: [String], relations: [Relation]) {
    self.init(
      slug: matter.slug, title: matter.title, kind: matter.kind, status: matter.statusInWords,
      court: matter.court, parties: matter.parties,
      standings: matter.standings.map { Entry($0, of: matter) },
      timeline: matter.timeline.map { Entry($0, of: matter) }, active: matter.isActive, aliases: aliases,
      relations: relations)
  }
}

extension MatterJSON.Entry {
  public init(_ entry: MatterEntry, of matter: Matter) {
    let status = matter.status(entry.status)
    self.init(
      status: entry.status, inWords: matter.phrase(for: entry.status), since: entry.since.description,
      source: entry.source, party: entry.party, count: entry.count, by: entry.by,
      recordedOn: entry.recordedOn.description, forced: entry.forcedBecause,
      active: status?.isActive ?? false, then: status?.then ?? [])
    lasts = status.flatMap { Policy.default.shelfLife(of: $0, court: matter.court) }?.inWords
  }
}

public struct MatterList: Codable, Sendable {
  public var matters: [MatterJSON]
  /// Pages that are looked at for these matters.
  public var watches: [WatchJSON] = []
  public init(matters: [MatterJSON]) { self.matters = matters }
}

public struct MatterAnswer: Codable, Sendable {
  public var matter: MatterJSON
  /// `receipt.journal` is its journal entry.
  public var receipt: Receipt?
  public init(matter: MatterJSON, receipt: Receipt? = nil) {
    self.matter = matter
    self.receipt = receipt
  }
}

/// A key point that a person linked to a matter.
public struct LinkedKeyPointJSON: Codable, Sendable {
  public var draft: String
  public var label: String
  public var words: String
  /// The status that its words assert; null when nothing can be said.
  @OrNull public var asserts: String?
  @OrNull public var party: String?

  public init(draft: String, label: String, words: String, asserts: String?, party: String?) {
    self.draft = draft
    self.label = label
    self.words = words
    self.asserts = asserts
    self.party = party
  }
}

/// `GET /v1/matters/{slug}`: a matter with the places that are linked to it.
public struct MatterPlacesAnswer: Codable, Sendable {
  public var matter: MatterJSON
  /// At most as many as were asked for.
  public var claims: [ClaimJSON]
  /// How many claims are linked to it.
  public var linkedClaims: Int
  public var keyPoints: [LinkedKeyPointJSON]
  /// Pages that are looked at for it.
  public var watches: [WatchJSON] = []
  /// Of an act: `receipt.journal` is its journal entry.
  public var receipt: Receipt?

  public init(
    matter: MatterJSON, claims: [ClaimJSON], linkedClaims: Int, keyPoints: [LinkedKeyPointJSON],
    receipt: Receipt? = nil
  ) {
    self.matter = matter
    self.claims = claims
    self.linkedClaims = linkedClaims
    self.keyPoints = keyPoints
    self.receipt = receipt
  }
}

/// `POST /v1/matters/{slug}/moves`
public struct MoveAnswer: Codable, Sendable {
  public enum Outcome: String, Codable, Sendable {
    case moved
    /// It was recorded before.
    case already
    /// It happened before what was known; the matter stands where it stood.
    case putBefore = "put-before"
  }
  public struct Lapsed: Codable, Sendable {
    public var draft: String
    public var keyPoint: String
    public var member: String

    public init(draft: String, keyPoint: String, member: String) {
      self.draft = draft
      self.keyPoint = keyPoint
      self.member = member
    }
  }

  /// A planned publication that, as it stands, does not go out any more.
  public struct Hindered: Codable, Sendable {
    public var draft: String
    public var revision: Int
    public var moment: ScheduleJSON.Moment
    /// Handle of who planned it.
    public var by: String

    public init(draft: String, revision: Int, moment: ScheduleJSON.Moment, by: String) {
      self.draft = draft
      self.revision = revision
      self.moment = moment
      self.by = by
    }
  }

  public var outcome: Outcome
  public var entry: MatterJSON.Entry
  public var matter: MatterJSON
  /// How many claims are due because of it, in how many drafts.
  public var claims: Int
  public var drafts: Int
  /// Some of them, accused people first.
  public var places: [ClaimJSON]
  /// Approvals that ended with it.
  public var lapsed: [Lapsed]
  public var plans: [Hindered]
  /// Whether nothing was recorded, because it was only tried.
  public var tried: Bool
  /// `receipt.journal` is its journal entry; absent when nothing was recorded.
  public var receipt: Receipt?

  public init(
    outcome: Outcome, entry: MatterJSON.Entry, matter: MatterJSON, claims: Int, drafts: Int,
    places: [ClaimJSON], lapsed: [Lapsed], plans: [Hindered], tried: Bool, receipt: Receipt?
  ) {
    self.outcome = outcome
    self.entry = entry
    self.matter = matter
    self.claims = claims
    self.drafts = drafts
    self.places = places
    self.lapsed = lapsed
    self.plans = plans
    self.tried = tried
    self.receipt = receipt
  }
}

/// A matter that a draft may be about.
public struct ProposalJSON: Codable, Sendable {
  public var draft: String
  public var matter: String
  public var title: String
  /// The words of the draft.
  public var words: String
  public var because: String

  public init(draft: String, matter: String, title: String, words: String, because: String) {
    self.draft = draft
    self.matter = matter
    self.title = title
    self.words = words
    self.because = because
  }
}

public struct ProposalList: Codable, Sendable {
  public var proposals: [ProposalJSON]
  public init(proposals: [ProposalJSON]) { self.proposals = proposals }
}
