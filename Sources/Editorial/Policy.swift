import TextAnalysis
import Yams

/// What a desk asks for before a draft is ready, who may do what, and how long statements last.
///
/// Kept as YAML, in immutable versions; each revision names the version that it is judged by.
public struct Policy: Sendable, Codable, Hashable {
  public struct Requirement: Sendable, Codable, Hashable {
    /// How many members have to approve each key point.
    public let approvals: Int
  }

  /// Least number of key points; a draft below it has nothing to sign.
  public let keyPoints: Int
  public let reads: [String: Requirement]
  /// Who may give which read.
  public let readers: [String: [Role]]
  /// By read: what may change in a key point while a sign-off still stands.
  public let survives: [String: [ChangeKind]]?
  public let publish: [Role]
  public let override: [Role]
  public let settle: [Role]
  /// Kinds of open contradictions that hold up publication.
  public let blocking: [String]
  /// Days added to every period of law before anybody is asked, because a filing shows late.
  public let docketMargin: Int
  /// By the engine's rule name.
  public let shelfLives: [String: ShelfLife]
  /// By kind, for rules that have no row of their own.
  public let kinds: [String: ShelfLife]

  /// How long a statement of one kind lasts.
  public struct ShelfLife: Sendable, Codable, Hashable {
    /// Short name, as in "planned appeal".
    public let name: String
    /// Days until somebody is asked first; absent when time alone never asks.
    public let days: Int?
    /// Days after an answer until one usually asks again: what the desk goes by when it names the next date.
    public let then: [Int]?
    /// Whether the days are a period of law, to which the docket margin is added.
    public let law: Bool?
    /// Why this long, and where that comes from.
    public let why: String
    /// The question.
    public let ask: String
    /// Where to look.
    public let look: String?
  }

  /// The policy that every desk starts with.
  public static let `default`: Policy = {
    do {
      return try Policy(yaml: defaultYAML)
    } catch {
      // The text is compiled in and a test decodes it: it cannot be wrong in a build that passed its tests.
      preconditionFailure("the built-in policy does not decode: \(error)")
    }
  }()

  /// The YAML of the built-in policy, as it is stored with each desk.
  public static let defaultYAML = EmbeddedTexts.files.first { $0.name == "DefaultPolicy.yaml" }?.text ?? ""

  /// Reads a policy. Throws a `Refusal` that says what is wrong where.
  public init(yaml: String) throws {
    do {
      self = try YAMLDecoder().decode(Policy.self, from: yaml)
    } catch {
      throw Refusal(.unreadable, "policy", "The policy cannot be read: \(error)")
    }
    try Self.known(reads.keys, Read.allCases.map(\.rawValue), "reads")
    try Self.known(readers.keys, Read.allCases.map(\.rawValue), "readers")
    try Self.known((survives ?? [:]).keys, Read.allCases.map(\.rawValue), "survives")
    if let grave = (survives ?? [:]).values.joined().first(where: \.isNeverTrivial) {
      throw Refusal(
        .unreadable, "policy",
        "The policy lets a signature survive another \(grave.rawValue), which no policy may: it would stand for what "
          + "nobody signed. There are moved, typographic and wording.")
    }
    try Self.known(blocking, ContradictionKind.allCases.map(\.rawValue), "blocking")
    try Self.known(kinds.keys, ClaimKind.allCases.map(\.rawValue), "kinds")
    let numbers =
      [keyPoints, docketMargin] + reads.values.map(\.approvals)
      + [shelfLives, kinds].flatMap(\.values).flatMap { [$0.days ?? 0] + ($0.then ?? []) }
    // A hundred years; beyond that a day that is added leaves the calendar.
    if let odd = numbers.first(where: { !(0...36_525).contains($0) }) {
      throw Refusal(
        .unreadable, "policy", "The policy has a number out of range: \(odd). It goes from 0 to 36525.")
    }
  }

  private static func known(_ words: some Sequence<String>, _ all: [String], _ field: String) throws {
    for word in words where !all.contains(word) {
      throw Refusal(
        .unreadable, "policy", "The policy names “\(word)” under \(field); there are \(list(all, "and")).")
    }
  }

  /// The reads asked for, in their usual order, with how many approvals each needs.
  public var requiredReads: [(read: Read, approvals: Int)] {
    Read.allCases.compactMap { read in
      reads[read.rawValue].flatMap { $0.approvals > 0 ? (read, $0.approvals) : nil }
    }
  }

  public func mayGive(_ read: Read, _ roles: Set<Role>) -> Bool {
    !roles.isDisjoint(with: readers[read.rawValue] ?? [])
  }

  /// What may change in a key point while a sign-off for `read` still stands.
  public func survived(by read: Read) -> Set<ChangeKind> {
    survives?[read.rawValue].map(Set.init) ?? [.moved, .typographic]
  }

  public func blocks(_ kind: ContradictionKind) -> Bool { blocking.contains(kind.rawValue) }

  public func shelfLife(of rule: String, kind: ClaimKind) -> ShelfLife? {
    shelfLives[rule] ?? kinds[kind.rawValue]
  }
}
