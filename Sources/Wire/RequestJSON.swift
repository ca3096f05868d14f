import Editorial
import TextAnalysis

// The bodies of requests. The server refuses fields that are not listed, so that a misspelt one is not ignored.

/// A request's body with the names of all its fields.
public protocol ActRequest: Codable, Sendable {
  static var fields: Set<String> { get }
  /// Those in which people write what they want. A mail address or a telephone number in one is refused unless the request
  /// has `contactDetails: true`.
  static var freeText: Set<String> { get }
}

extension ActRequest {
  public static var freeText: Set<String> { [] }
}

/// `POST /v1/drafts/{slug}/sign-offs`
public struct SignOffRequest: ActRequest {
  public static let fields: Set<String> = [
    "keyPoints", "all", "read", "verdict", "basis", "comment", "reason", "evidence", "revision", "notes",
    "files",
    "until", "untilMoves", "stays", "source", "contactDetails",
  ]
  public static let freeText: Set<String> = ["comment", "reason", "notes"]

  /// Labels such as `K1`; empty together with `all: true` for every key point of the revision.
  public var keyPoints: [String]
  public var all: Bool?
  public var read: Read
  public var verdict: Verdict
  public var basis: Basis?
  public var comment: String?
  /// Why, for a query or a hold.
  public var reason: String?
  /// Addresses of what it rests on.
  public var evidence: [String]?
  /// The revision whose words are signed. Required: 412 when it is not the latest.
  public var revision: Int
  /// What it rests on, in words.
  public var notes: [String]?
  /// Files that were brought to this draft before.
  public var files: [EvidenceFile]?
  /// The last day on which an approval stands.
  public var until: String?
  /// The matter whose next move ends it.
  public var untilMoves: String?
  /// Words that must stay in the text for an approval to stand.
  public var stays: [String]?
  public var source: SourceJSON?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?

  public struct EvidenceFile: Codable, Sendable {
    /// SHA-256 of the content, in hexadecimal.
    public var digest: String
    public var name: String
    public init(digest: String, name: String) {
      self.digest = digest
      self.name = name
    }
  }

  public init(
    keyPoints: [String], all: Bool?, read: Read, verdict: Verdict, basis: Basis?, comment: String?,
    reason: String?, evidence: [String]?, revision: Int
  ) {
    self.keyPoints = keyPoints
    self.all = all
    self.read = read
    self.verdict = verdict
    self.basis = basis
    self.comment = comment
    self.reason = reason
    self.evidence = evidence
    self.revision = revision
  }
}

/// `POST /v1/drafts/{slug}/comments`: writes under a key point.
public struct CommentRequest: ActRequest {
  public static let fields: Set<String> = ["keyPoint", "words", "privileged", "contactDetails"]
  public static let freeText: Set<String> = ["words"]

  public var keyPoint: String
  public var words: String
  /// For the legal read and its writer alone.
  public var privileged: Bool?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(keyPoint: String, words: String, privileged: Bool?, contactDetails: Bool?) {
    self.keyPoint = keyPoint
    self.words = words
    self.privileged = privileged
    self.contactDetails = contactDetails
  }
}

/// `POST /v1/drafts/{slug}/waivers`: decides that a sentence which accuses somebody needs no key point.
public struct WaiverRequest: ActRequest {
  public static let fields: Set<String> = ["sentence", "reason", "contactDetails"]
  public static let freeText: Set<String> = ["reason"]

  /// The whole sentence, as it stands in the text.
  public var sentence: String
  public var reason: String
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(sentence: String, reason: String) {
    self.sentence = sentence
    self.reason = reason
  }
}

/// `POST /v1/drafts/{slug}/override-reviews`: what somebody else finds about an override.
public struct ReviewRequest: ActRequest {
  public static let fields: Set<String> = ["upheld", "note", "contactDetails"]
  public static let freeText: Set<String> = ["note"]

  /// Whether it was right to publish as it was.
  public var upheld: Bool
  public var note: String
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(upheld: Bool, note: String) {
    self.upheld = upheld
    self.note = note
  }
}

/// `POST /v1/drafts/{slug}/agreements`: agrees to publish against the legal read. It has no field: no reason is asked for.
public struct AgreementRequest: ActRequest {
  public static let fields: Set<String> = []
  public init() {}
}

/// `POST /v1/drafts/{slug}/replies`: records how somebody who is accused by name was asked, or why nobody asked.
public struct ReplyRequest: ActRequest {
  public static let fields: Set<String> = [
    "person", "asked", "how", "until", "answer", "noAnswer", "whyNot", "contactDetails",
  ]
  public static let freeText: Set<String> = ["how", "whyNot"]

  /// The name in full, as the copy has it.
  public var person: String
  /// When they were asked and until when they had time: `14:02` of today or `2024-07-13T14:02` by the newsroom's clock, or
  /// an instant.
  public var asked: String?
  public var how: String?
  public var until: String?
  /// The words of the copy that tell the answer.
  public var answer: String?
  public var noAnswer: Bool?
  /// Why nobody asked, or waited.
  public var whyNot: String?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(
    person: String, asked: String? = nil, how: String? = nil, until: String? = nil, answer: String? = nil,
    noAnswer: Bool? = nil, whyNot: String? = nil
  ) {
    self.person = person
    self.asked = asked
    self.how = how
    self.until = until
    self.answer = answer
    self.noAnswer = noAnswer
    self.whyNot = whyNot
  }
}

/// `POST /v1/drafts/{slug}/withdrawals`: takes back one's own standing sign-offs of these key points.
public struct WithdrawalRequest: ActRequest {
  public static let fields: Set<String> = ["keyPoints", "read", "reason", "contactDetails"]
  public static let freeText: Set<String> = ["reason"]

  public var keyPoints: [String]
  /// Only sign-offs of this read; all reads when absent.
  public var read: Read?
  public var reason: String
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(keyPoints: [String], read: Read?, reason: String) {
    self.keyPoints = keyPoints
    self.read = read
    self.reason = reason
  }
}

/// `POST /v1/drafts/{slug}/contradictions`: flags a contradiction between two quotes of the latest revision,
/// or between a quote of it and one of another draft.
public struct FlagRequest: ActRequest {
  public static let fields: Set<String> = [
    "quote", "against", "againstDraft", "kind", "note", "contactDetails",
  ]
  public static let freeText: Set<String> = ["note"]

  public var quote: String
  public var against: String
  /// The other draft in which `against` stands; this one when absent.
  public var againstDraft: String?
  public var kind: ContradictionKind?
  public var note: String?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(quote: String, against: String, againstDraft: String?, kind: ContradictionKind?, note: String?)
  {
    self.quote = quote
    self.against = against
    self.againstDraft = againstDraft
    self.kind = kind
    self.note = note
  }
}

/// `POST /v1/contradictions/{ref}/settlement`
public struct SettlementRequest: ActRequest {
  public static let fields: Set<String> = ["outcome", "note", "by", "in", "contactDetails"]
  public static let freeText: Set<String> = ["note"]

  public var outcome: ContradictionOutcome
  public var note: String?
  /// The draft that supersedes this one, for `superseded`.
  public var by: String?
  /// The draft whose published revision is to be corrected, for `correct-published`.
  public var inDraft: String?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?

  enum CodingKeys: String, CodingKey {
    case outcome, note, by, contactDetails
    case inDraft = "in"
  }
  public init(outcome: ContradictionOutcome, note: String?, by: String?, inDraft: String?) {
    self.outcome = outcome
    self.note = note
    self.by = by
    self.inDraft = inDraft
  }
}

/// `POST /v1/drafts/{slug}/claims`
public struct ClaimRequest: ActRequest {
  public static let fields: Set<String> = ["quote", "kind", "expected", "matter"]

  public var quote: String
  public var kind: ClaimKind
  /// EDTF, such as `2025` or `2024-07-20`.
  public var expected: String?
  /// Slug of a matter.
  public var matter: String?
  public init(quote: String, kind: ClaimKind, expected: String?, matter: String?) {
    self.quote = quote
    self.kind = kind
    self.expected = expected
    self.matter = matter
  }
}

/// `POST /v1/claims/{ref}/dismissal`, `/v1/drafts/{slug}/spike`, `/v1/drafts/{slug}/kill`
public struct ReasonRequest: ActRequest {
  public static let fields: Set<String> = ["reason", "contactDetails"]
  public static let freeText: Set<String> = ["reason"]

  public var reason: String
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(reason: String, contactDetails: Bool? = nil) {
    self.reason = reason
    self.contactDetails = contactDetails
  }
}

/// `POST /v1/claims/{ref}/anchor`: the day that the claim's period counts from.
public struct AnchorRequest: ActRequest {
  public static let fields: Set<String> = ["date", "what", "source", "contactDetails"]
  public static let freeText: Set<String> = ["what", "source"]

  public var date: String
  public var what: String
  public var source: String
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(date: String, what: String, source: String) {
    self.date = date
    self.what = what
    self.source = source
  }
}

/// `POST /v1/drafts/{slug}/publications`
public struct PublicationRequest: ActRequest {
  public static let fields: Set<String> = [
    "on", "override", "reason", "revision", "reader", "contactDetails",
  ]
  public static let freeText: Set<String> = ["reason"]

  /// The day it was published; today when absent. A past day records a publication that happened.
  public var on: String?
  /// Publish although requirements are unmet; needs a reason, and a role that may.
  public var override: Bool?
  public var reason: String?
  /// The revision meant; 412 when it is not the latest.
  public var revision: Int?
  /// Handle of the member who gives the read that follows the publication of breaking news.
  public var reader: String?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(on: String?, override: Bool?, reason: String?, revision: Int?, reader: String? = nil) {
    self.reader = reader
    self.on = on
    self.override = override
    self.reason = reason
    self.revision = revision
  }
}

/// `POST /v1/follow-ups/{label}/closure`
public struct ClosureRequest: ActRequest {
  public static let fields: Set<String> = [
    "outcome", "source", "asOf", "next", "note", "revision", "contactDetails",
  ]
  public static let freeText: Set<String> = ["source", "note"]

  public var outcome: FollowUpOutcome
  /// Where it was seen: an address or words.
  public var source: String?
  /// The day since when, or on which, the answer is known to be so; today when absent.
  public var asOf: String?
  /// When to ask again, for `stands` and `unresolved`.
  public var next: String?
  public var note: String?
  /// The revision that says it anew, for `updated`.
  public var revision: Int?
  /// Set when words with contact details are to be stored all the same.
  public var contactDetails: Bool?
  public init(
    outcome: FollowUpOutcome, source: String?, asOf: String?, next: String?, note: String?, revision: Int?
  ) {
    self.outcome = outcome
    self.source = source
    self.asOf = asOf
    self.next = next
    self.note = note
    self.revision = revision
  }
}
