import Editorial
import TextAnalysis

/// The answer to `GET /v1/drafts/{slug}/diff`: what differs between two revisions, word by word, and what that did to
/// sign-offs.
///
/// Query: `from` and `to`, numbers of revisions (default: the latest and the one before it), or `since=my-sign-off`.
public struct DiffAnswer: Codable, Sendable {
  public struct Side: Codable, Sendable {
    public var revision: Int
    public var filedBy: String
    public var filedAt: String
    public var dateline: String
    public init(_ revision: Revision) {
      self.revision = revision.number
      filedBy = revision.filedByHandle
      filedAt = revision.filedAt
      dateline = revision.dateline.description
    }
  }

  public struct Difference: Codable, Sendable {
    /// `headline`, a key point such as `K2`, or a sentence of the body such as `p3 s1`.
    public var place: String
    /// `changed`, `moved`, `added` or `cut`.
    public var change: String
    /// Kinds of the change, the mildest first; empty when it was added or cut.
    public var kinds: [ChangeKind]
    @OrNull public var was: String?
    @OrNull public var now: String?
    public var pieces: [Piece]
    /// Where something that moved stood before.
    @OrNull public var movedFrom: String?
    /// Key points that the sentence bears out.
    public var bearsOut: [String]
  }

  public struct Piece: Codable, Sendable {
    public var kind: WordPiece.Kind
    public var words: String
  }

  public struct Effect: Codable, Sendable {
    public var keyPoint: String
    public var member: String
    public var read: Read
    public var verdict: Verdict
    public var standing: Standing
    public var because: String
    /// Handle of the member who invited an expert; then `member` is the expert's name.
    @OrNull public var invitedBy: String?

    public init(
      keyPoint: String, member: String, read: Read, verdict: Verdict, standing: Standing, because: String,
      invitedBy: String? = nil
    ) {
      self.invitedBy = invitedBy
      self.keyPoint = keyPoint
      self.member = member
      self.read = read
      self.verdict = verdict
      self.standing = standing
      self.because = because
    }
  }

  public var slug: String
  public var from: Side
  public var to: Side
  public var differences: [Difference]
  /// What the revisions in between did to sign-offs.
  public var signOffs: [Effect]

  public init(
    slug: String, from: Revision, to: Revision, differences: [Editorial.Difference], signOffs: [Effect]
  ) {
    self.slug = slug
    self.from = Side(from)
    self.to = Side(to)
    self.differences = Self.differences(differences)
    self.signOffs = signOffs
  }

  /// The rules' differences in the API's shape.
  public static func differences(_ found: [Editorial.Difference]) -> [Difference] {
    found.map(Difference.init)
  }
}

extension DiffAnswer.Difference {
  fileprivate init(_ one: Editorial.Difference) {
    let change =
      switch (one.was, one.now) {
      case (nil, _): "added"
      case (_, nil): "cut"
      default: one.kinds == [.moved] ? "moved" : "changed"
      }
    self.init(
      place: one.what.inWords, change: change, kinds: one.kinds.sorted(), was: one.was, now: one.now,
      pieces: one.pieces.map { DiffAnswer.Piece(kind: $0.kind, words: $0.words) },
      movedFrom: one.movedFrom?.inWords, bearsOut: one.bearsOut)
  }
}

extension Difference.What {
  fileprivate var inWords: String {
    switch self {
    case .keyPoint(let label): label
    case .sentence(let paragraph, let sentence): "p\(paragraph) s\(sentence)"
    }
  }
}
