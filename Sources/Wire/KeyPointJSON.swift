import Editorial
import TextAnalysis

/// A key point, or a headline and what else is signed like one.
public struct KeyPointJSON: Codable, Sendable {
  /// `K2`, `headline`, `push1`.
  public var label: String
  public var form: Form
  public var text: String
  public var start: Int
  public var end: Int
  public var status: KeyPointStatus
  /// The revision that the words come from.
  public var wordsFrom: Int
  /// Newest first; those that no longer stand are kept and say why.
  public var signOffs: [SignOffJSON]
  /// Whether the key point is still in the latest revision.
  public var gone: Bool
  /// Sentences of the body that bear it out, the likeliest first.
  public var borneOutBy: [Place]
  /// What was said about it, oldest first; privileged notes only for those who may read them.
  public var comments: [CommentJSON]

  public struct Place: Codable, Sendable, Hashable {
    public var start: Int
    public var end: Int
    /// The revision that the words come from.
    public var wordsFrom: Int
    public init(start: Int, end: Int, wordsFrom: Int) {
      self.start = start
      self.end = end
      self.wordsFrom = wordsFrom
    }
  }

  public init(
    label: String, form: Form = .keyPoint, text: String, start: Int, end: Int, status: KeyPointStatus,
    wordsFrom: Int,
    signOffs: [SignOffJSON], gone: Bool, borneOutBy: [Place] = [], comments: [CommentJSON] = []
  ) {
    self.label = label
    self.form = form
    self.text = text
    self.start = start
    self.end = end
    self.status = status
    self.wordsFrom = wordsFrom
    self.signOffs = signOffs
    self.gone = gone
    self.borneOutBy = borneOutBy
    self.comments = comments
  }
}

/// What somebody wrote under a key point.
public struct CommentJSON: Codable, Sendable {
  public var member: String
  public var revision: Int
  public var at: String
  public var words: String
  /// For the legal read and its writer alone.
  public var privileged: Bool
  public init(_ comment: KeyPointComment) {
    member = comment.member
    revision = comment.revision
    at = comment.at
    words = comment.words
    privileged = comment.privileged
  }
}

/// A source who must not be found. There is no field for who it is.
public struct SourceJSON: Codable, Sendable, Hashable {
  /// Handles of the members who know the source.
  public var seenBy: [String]
  public var on: String
  /// What kind of source.
  public var kind: String
  /// How many say so independently of each other.
  public var independent: Int
  /// Where the proof is kept, outside Stet.
  public var keptWhere: String
  public init(seenBy: [String], on: String, kind: String, independent: Int, keptWhere: String) {
    self.seenBy = seenBy
    self.on = on
    self.kind = kind
    self.independent = independent
    self.keptWhere = keptWhere
  }
}

public struct SignOffJSON: Codable, Sendable {
  public var id: Int64
  public var member: String
  public var read: Read
  public var verdict: Verdict
  @OrNull public var basis: Basis?
  /// The revision it was given on.
  public var revision: Int
  public var at: String
  public var standing: Standing
  /// Why it stands or does not, as a sentence.
  public var because: String
  @OrNull public var comment: String?
  @OrNull public var reason: String?
  public var evidence: [String]
  /// SHA-256 of the words that were signed, in hexadecimal.
  public var wordsDigest: String
  /// The last day on which it stands; null when no day ends it.
  @OrNull public var until: String?
  /// The matter whose next move ends it.
  @OrNull public var untilMoves: String? = nil
  /// Words that must stay in the text for it to stand.
  public var stays: [String]
  /// Whether it rests on a source who must not be found; the form is `source`, for those who may read it.
  public var hasSource: Bool
  @OrNull public var source: SourceJSON?
  /// Handle of the member who invited an expert; then `member` is the expert's name.
  @OrNull public var invitedBy: String?
  public init(
    id: Int64, member: String, read: Read, verdict: Verdict, basis: Basis?, revision: Int, at: String,
    standing: Standing, because: String, comment: String?, reason: String?, evidence: [String],
    wordsDigest: String, until: String? = nil, stays: [String] = [], hasSource: Bool = false,
    source: SourceJSON? = nil, invitedBy: String? = nil
  ) {
    self.invitedBy = invitedBy
    self.id = id
    self.member = member
    self.read = read
    self.verdict = verdict
    self.basis = basis
    self.revision = revision
    self.at = at
    self.standing = standing
    self.because = because
    self.comment = comment
    self.reason = reason
    self.evidence = evidence
    self.wordsDigest = wordsDigest
    self.until = until
    self.stays = stays
    self.hasSource = hasSource
    self.source = source
  }
}
