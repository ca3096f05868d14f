/// `POST /v1/matters`
public struct MatterRequest: ActRequest {
  public static let fields: Set<String> = [
    "slug", "title", "kind", "status", "since", "source", "court", "parties", "contactDetails",
  ]
  public static let freeText: Set<String> = ["source"]

  public var slug: String
  public var title: String
  /// Such as `appeal`, `lawsuit`, `release`.
  public var kind: String
  /// Where it stands already.
  public var status: String?
  /// EDTF; today when absent.
  public var since: String?
  public var source: String?
  /// Whose periods of law count, as in `us-nm`.
  public var court: String?
  public var parties: [String]?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?

  public init(
    slug: String, title: String, kind: String, status: String?, since: String? = nil, source: String? = nil,
    court: String? = nil, parties: [String]? = nil
  ) {
    self.slug = slug
    self.title = title
    self.kind = kind
    self.status = status
    self.since = since
    self.source = source
    self.court = court
    self.parties = parties
  }
}

/// `POST /v1/matters/{slug}/moves`
public struct MoveRequest: ActRequest {
  public static let fields: Set<String> = [
    "to", "since", "source", "party", "count", "force", "try", "contactDetails",
  ]
  public static let freeText: Set<String> = ["source", "force"]

  public var to: String
  /// EDTF: since when, or of something planned for when.
  public var since: String
  public var source: String
  public var party: String?
  public var count: String?
  /// Why it is recorded although it does not follow.
  public var force: String?
  /// Only say what it would do.
  public var tries: Bool?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?

  enum CodingKeys: String, CodingKey {
    case to, since, source, party, count, force, contactDetails
    case tries = "try"
  }
  public init(
    to: String, since: String, source: String, party: String? = nil, count: String? = nil,
    force: String? = nil, tries: Bool? = nil
  ) {
    self.to = to
    self.since = since
    self.source = source
    self.party = party
    self.count = count
    self.force = force
    self.tries = tries
  }
}

/// `POST /v1/matters/{slug}/links`, `/v1/matters/{slug}/unlinks`
public struct MatterLinkRequest: ActRequest {
  public static let fields: Set<String> = ["places", "says", "party"]

  /// Claims and key points, as `harbour:C1` or `harbour:K2`.
  public var places: [String]
  /// The status that they assert, where it is not to be read from their words.
  public var says: String?
  public var party: String?

  public init(places: [String], says: String? = nil, party: String? = nil) {
    self.places = places
    self.says = says
    self.party = party
  }
}

/// `POST /v1/matters/{slug}/merge`: the matter that it is.
public struct MergeRequest: ActRequest {
  public static let fields: Set<String> = ["into"]

  public var into: String
  public init(into: String) { self.into = into }
}

/// `POST /v1/matters/{slug}/relations`
public struct RelationRequest: ActRequest {
  public static let fields: Set<String> = ["relation", "matter"]

  /// `appeal-of`, `retrial-of`, `part-of`, `comes-from` or `related-to`.
  public var relation: String
  public var matter: String
  public init(relation: String, matter: String) {
    self.relation = relation
    self.matter = matter
  }
}

/// `POST /v1/drafts/{slug}/proposals/{matter}`
public struct ProposalAnswerRequest: ActRequest {
  public static let fields: Set<String> = ["about"]

  /// Whether the draft is about the matter.
  public var about: Bool
  public init(about: Bool) { self.about = about }
}
