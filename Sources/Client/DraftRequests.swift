import Editorial
import TextAnalysis
import Wire

/// What is said about a file when it is filed; each item wins over the file's own front matter.
public struct Filing: Sendable {
  public var slug: String?
  public var headline: String?
  public var byline: [String]
  public var desk: String?
  /// The dateline, ISO 8601.
  public var published: String?
  public var matters: [String]
  /// Texts around the story, by the name of their form: `standfirst`, `caption`, `push`, `social`.
  public var around: [(form: String, words: String)]
  /// Last component of the file's path; nil for standard input.
  public var filename: String?
  /// Who may read it besides its writers: handles, and desks as `@business`; empty for every member.
  public var limitedTo: [String] = []

  public init(
    slug: String? = nil, headline: String? = nil, byline: [String] = [], desk: String? = nil,
    published: String? = nil, matters: [String] = [],
    around: [(form: String, words: String)] = [], filename: String? = nil
  ) {
    self.slug = slug
    self.headline = headline
    self.byline = byline
    self.desk = desk
    self.published = published
    self.matters = matters
    self.around = around
    self.filename = filename
  }

  var query: [(String, String?)] {
    [("slug", slug), ("headline", headline)] + byline.map { ("byline", $0) }
      + [("desk", desk), ("published", published)] + matters.map { ("matter", $0) }
      + around.map { ($0.form, $0.words) } + [("filename", filename)] + limitedTo.map { ("limited-to", $0) }
  }
}

extension StetAPI {
  /// Files `file` byte for byte: a new draft, or a revision of the one that `draft` names.
  ///
  /// - Parameter mediaType: `text/plain`, `text/markdown`, or what pandoc converts.
  public func submit(
    file: [UInt8], mediaType: String, draft: String?, filing: Filing, key: String
  ) async throws -> Answer<DraftAnswer> {
    let path = draft.map { ["drafts", $0, "revisions"] } ?? ["drafts"]
    return try await decoded(
      Exchange(
        method: .post, target: ServiceAddress.target(path, filing.query), body: file, mediaType: mediaType,
        key: key, seconds: seconds))
  }

  /// - Parameter after: the cursor `next` of the answer before.
  public func drafts(
    state: String? = nil, desk: String? = nil, limit: Int? = nil, after: String? = nil
  ) async throws -> Answer<DraftList> {
    try await get(
      ["drafts"], [("limit", limit.map(String.init)), ("after", after), ("state", state), ("desk", desk)])
  }

  /// - Parameter all: also what rules found that are mostly dismissed on its desk.
  public func draft(_ slug: String, all: Bool = false) async throws -> Answer<DraftAnswer> {
    try await get(["drafts", slug], [("all", all ? "true" : nil)])
  }

  /// The text of a revision, UTF-8; every offset in the draft's answers counts its bytes.
  public func text(of slug: String, revision: Int) async throws -> [UInt8] {
    let target = ServiceAddress.target(["drafts", slug, "revisions", String(revision), "text"])
    let exchange = Exchange(
      method: .get, target: target, body: nil, mediaType: nil, key: nil, seconds: seconds)
    return try await answered(exchange).body
  }

  public func signOff(
    _ slug: String, _ request: SignOffRequest, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "sign-offs"], request, key: key)
  }

  public func comment(
    _ slug: String, _ request: CommentRequest, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "comments"], request, key: key)
  }

  /// Brings a file that a sign-off can then name as evidence.
  public func bringEvidence(
    _ slug: String, name: String, content: [UInt8], key: String
  ) async throws -> Answer<DraftAnswer> {
    try await decoded(
      Exchange(
        method: .post, target: ServiceAddress.target(["drafts", slug, "evidence"], [("filename", name)]),
        body: content, mediaType: "application/octet-stream", key: key, seconds: seconds))
  }

  public func withdraw(
    _ slug: String, _ request: WithdrawalRequest, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "withdrawals"], request, key: key)
  }

  public func publish(
    _ slug: String, _ request: PublicationRequest, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "publications"], request, key: key)
  }

  public func spike(
    _ slug: String, reason: String, contactDetails: Bool? = nil, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(
      ["drafts", slug, "spike"], ReasonRequest(reason: reason, contactDetails: contactDetails), key: key)
  }

  public func kill(
    _ slug: String, reason: String, contactDetails: Bool? = nil, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(
      ["drafts", slug, "kill"], ReasonRequest(reason: reason, contactDetails: contactDetails), key: key)
  }

  /// What differs between two revisions; nil for the latest and the one before it.
  public func diff(of slug: String, from: Int?, to: Int?) async throws -> Answer<DiffAnswer> {
    try await get(["drafts", slug, "diff"], [("from", from.map(String.init)), ("to", to.map(String.init))])
  }

  /// What differs from the revision that the caller signed last.
  public func diffSinceMySignOff(of slug: String) async throws -> Answer<DiffAnswer> {
    try await get(["drafts", slug, "diff"], [("since", "my-sign-off")])
  }

  public func waive(_ slug: String, _ request: WaiverRequest, key: String) async throws -> Answer<DraftAnswer>
  {
    try await post(["drafts", slug, "waivers"], request, key: key)
  }

  public func reviewOverride(
    _ slug: String, _ request: ReviewRequest, key: String
  ) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "override-reviews"], request, key: key)
  }

  public func agreeAgainstLegal(_ slug: String, key: String) async throws -> Answer<DraftAnswer> {
    try await post(["drafts", slug, "agreements"], AgreementRequest(), key: key)
  }

  public func recordReply(_ slug: String, _ request: ReplyRequest, key: String) async throws -> Answer<
    DraftAnswer
  > {
    try await post(["drafts", slug, "replies"], request, key: key)
  }

  /// What waits for the caller.
  public func queue() async throws -> Answer<QueueAnswer> { try await get(["queue"]) }

  public func setAway(_ request: AwayRequest, key: String) async throws -> Answer<QueueAnswer.Away> {
    try await post(["away"], request, key: key)
  }

  /// The draft's journal.
  public func log(of slug: String) async throws -> Answer<LogAnswer> {
    try await get(["drafts", slug, "log"])
  }
}
