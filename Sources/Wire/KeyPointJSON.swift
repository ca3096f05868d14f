import Editorial
import TextAnalysis

public struct KeyPointJSON: Codable, Sendable {
  public var label: String
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
  public init(
    label: String, text: String, start: Int, end: Int, status: KeyPointStatus, wordsFrom: Int,
    signOffs: [SignOffJSON], gone: Bool
  ) {
    self.label = label
    self.text = text
    self.start = start
    self.end = end
    self.status = status
    self.wordsFrom = wordsFrom
    self.signOffs = signOffs
    self.gone = gone
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
  public init(
    id: Int64, member: String, read: Read, verdict: Verdict, basis: Basis?, revision: Int, at: String,
    standing: Standing, because: String, comment: String?, reason: String?, evidence: [String],
    wordsDigest: String
  ) {
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
  }
}
