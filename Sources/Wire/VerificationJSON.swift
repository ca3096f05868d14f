import Editorial
import TextAnalysis

/// What `stet verify --json` prints: what is out beside what was signed.
public struct VerificationJSON: Codable, Sendable {
  public var draft: String
  /// The revision that was published.
  public var revision: Int
  /// The file or page that it was compared with.
  public var live: String
  /// Whether they differ in more than looks.
  public var differs: Bool
  public var differences: [DiffAnswer.Difference]

  public init(draft: String, revision: Int, live: String, differences: [Difference]) {
    self.draft = draft
    self.revision = revision
    self.live = live
    differs = differences.contains {
      !$0.kinds.isSubset(of: [.moved, .typographic]) || $0.was == nil || $0.now == nil
    }
    self.differences = DiffAnswer.differences(differences)
  }
}
