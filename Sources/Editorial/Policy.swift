import TextAnalysis

/// What a desk asks for before a draft is ready, who may do what, and how long statements last.
///
/// Kept as YAML, in immutable versions; each revision names the version that it is judged by.
/// `PolicyReading.swift` has how it is written.
public struct Policy: Sendable, Hashable {
  /// Least number of key points; a draft below it has nothing to sign.
  public let keyPoints: Int
  /// By read, each rule that asks for it; the one that asks for most counts.
  public let reads: [Read: [ReadRule]]
  /// Who may give which read.
  public let readers: [Read: [Role]]
  /// By read: what may change in a key point while a sign-off still stands. `survived(by:)` has what holds
  /// for the rest.
  public let survives: [Read: Set<ChangeKind>]
  public let publish: [Role]
  public let override: [Role]
  public let settle: [Role]
  /// Kinds of open contradictions that hold up publication.
  public let blocking: [ContradictionKind]
  /// Whether a sentence that accuses a person has to be borne out by a key point, or waived.
  public let coverage: Bool
  /// Hours that whoever is accused by name has to answer; nil where the desk does not ask for it.
  public let replyHours: Int?
  /// The one read that copy of an agency needs, on the basis `wire`, in place of the reads that are always
  /// asked for.
  public let wire: Read?
  public let publishThenRead: PublishThenRead?
  /// How many members have to agree before a hold or query of the legal read is passed over; nil where nobody
  /// may.
  public let againstLegal: Int?
  public let quietBelow: QuietBelow
  /// Whose law counts where words name no court, spelled as courts are, such as `ew`; nil where the desk does not say.
  public let jurisdiction: String?
  /// Days added to every period of law before anybody is asked, because a filing shows late.
  public let docketMargin: Int
  /// By the engine's rule name.
  public let shelfLives: [String: ShelfLife]
  /// By kind, for rules that have no row of their own.
  public let kinds: [String: ShelfLife]

  /// How often, how soon and for which key points a read is asked for.
  public struct ReadRule: Sendable, Hashable {
    /// How many members have to approve.
    public let approvals: Int
    /// Hours, counted from the filing of the words.
    public let within: Int?
    /// Nil: for every key point.
    public let when: Condition?

    public init(approvals: Int, within: Int? = nil, when: Condition? = nil) {
      self.approvals = approvals
      self.within = within
      self.when = when
    }
  }

  /// What a key point must show for a rule to apply. One of these is enough.
  public struct Condition: Sendable, Hashable {
    /// Words or phrases; a `*` at the end stands for any ending.
    public let words: [String]
    public let claims: [ClaimKind]
    /// Tags of the draft.
    public let tags: [String]
    /// Whether it accuses a person.
    public let accusation: Bool
    /// Whether it tells a conviction that may be spent.
    public let spent: Bool

    public init(
      words: [String] = [], claims: [ClaimKind] = [], tags: [String] = [], accusation: Bool = false,
      spent: Bool = false
    ) {
      self.words = words
      self.claims = claims
      self.tags = tags
      self.accusation = accusation
      self.spent = spent
    }
  }

  /// Breaking news: publication does not wait for `read`, which a named member then owes.
  public struct PublishThenRead: Sendable, Hashable {
    public let read: Read
    /// Hours from publication.
    public let hours: Int
    /// A draft that has one of these tags is breaking news.
    public let tags: [String]
  }

  /// When findings of a rule are shown on request only.
  public struct QuietBelow: Sendable, Hashable {
    /// Percent of them that people confirmed.
    public let percent: Int
    /// How many people have judged before that counts.
    public let settled: Int

    public init(percent: Int = 50, settled: Int = 20) {
      self.percent = percent
      self.settled = settled
    }
  }

  /// How long a statement of one kind lasts.
  public struct ShelfLife: Sendable, Hashable {
    /// Whether the passing of time alone may interrupt somebody.
    public enum Class: String, CaseIterable, Sendable {
      /// It opens a question by itself.
      case a = "A"
      /// It opens one while the story is the newest of its matter.
      case b = "B"
      /// Never by itself: it wakes when its matter moves, or its words are used again.
      case c = "C"
    }

    /// How far a row may be relied on.
    public enum Mark: String, CaseIterable, Sendable {
      /// The source is settled and says this.
      case sure
      /// To be confirmed before anybody relies on it.
      case check
      /// No law, but habit or judgement.
      case custom
    }

    /// Short name, as in "planned appeal".
    public let name: String
    /// A unless the row says otherwise.
    public let `class`: Class
    /// Whether a named living person stands accused in it.
    public let accused: Bool
    /// Days until somebody is asked first; absent when time alone never asks.
    public let days: Int?
    /// Days after an answer until one usually asks again: what the desk goes by when it names the next date.
    public let then: [Int]?
    /// Whether the days are a period of law, to which the docket margin is added.
    public let law: Bool?
    /// How a period of law is counted from the day that it runs from.
    public let counts: Counting
    /// What it counts from, as in "entry of judgment"; nil for publication.
    public let from: String?
    /// Why this long, and where that comes from.
    public let why: String
    /// The question.
    public let ask: String
    /// Where to look.
    public let look: String?
    /// Nil in rows of a desk's own that do not say.
    public let mark: Mark?
    /// The day on which it was last held against its source; nil for what nobody has confirmed.
    public let confirmed: CivilDate?
    /// When convictions are spent, in the rows that say it.
    public let spent: SpentTerms?
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
  public static let defaultYAML = builtInText("DefaultPolicy.yaml")

  /// Ready-made policies to start from, by name.
  public static let presets: [(name: String, yaml: String)] = [
    ("default", defaultYAML), ("small", builtInText("SmallPolicy.yaml")),
    ("agency", builtInText("AgencyPolicy.yaml")),
  ]

  /// How long statements last where a policy does not say otherwise, written as in a policy.
  public static let shelfLivesYAML = builtInText("ShelfLives.yaml")

  static func builtInText(_ name: String) -> String {
    EmbeddedTexts.files.first { $0.name == name }?.text ?? ""
  }

  public func mayGive(_ read: Read, _ roles: Set<Role>) -> Bool {
    !roles.isDisjoint(with: readers[read] ?? [])
  }

  /// What may change in a key point while a sign-off for `read` still stands.
  public func survived(by read: Read) -> Set<ChangeKind> { survives[read] ?? [.moved, .typographic] }

  public func blocks(_ kind: ContradictionKind) -> Bool { blocking.contains(kind) }

  /// The row for what a rule finds, in a court where that is known: `us-nm-magistrate` falls back on `us-nm`, that on
  /// `us`, and that on the rule's own row.
  public func shelfLife(of rule: String, kind: ClaimKind, court: String? = nil) -> ShelfLife? {
    if let court {
      let whole = "\(rule).\(court)"
      for name in [whole] + widerNames(of: whole) where name.utf8.count > rule.utf8.count {
        if let row = shelfLives[name] { return row }
      }
    }
    return shelfLives[rule] ?? kinds[kind.rawValue]
  }
}

/// The names that a row's name goes on from, the nearest first: of `a.b-c` these are `a.b` and `a`.
func widerNames(of name: String) -> [String] {
  var names: [String] = []
  var rest = name[...]
  while let cut = rest.lastIndex(where: { $0 == "." || $0 == "-" }) {
    rest = rest[..<cut]
    names.append(String(rest))
  }
  return names
}
