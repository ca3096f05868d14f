import TextAnalysis

// The words of the trade, each with the one spelling that the database, the API, the command line and the
// pages share. What a word means stands in `Docs/Architecture.md`, "Words".

/// What somebody is trusted to do on a desk. Held per desk; one member may hold several.
public enum Role: String, CaseIterable, Sendable, Codable, Comparable {
  case reporter, editor
  case factChecker = "fact-checker"
  case standards, legal, chief, admin

  public static func < (one: Role, other: Role) -> Bool { one.rawValue < other.rawValue }
}

/// A dimension of sign-off. A fact read says nothing about the legal one.
public enum Read: String, CaseIterable, Sendable, Codable {
  case desk, fact, legal, standards
}

/// What a reviewer says of a key point.
public enum Verdict: String, CaseIterable, Sendable, Codable {
  case approve, query, hold
}

/// What an approval rests on: the source itself, the author's word, or an agency.
public enum Basis: String, CaseIterable, Sendable, Codable {
  case source
  case onAuthor = "on-author"
  case wire
}

/// What has become of a sign-off at a revision.
public enum Standing: String, CaseIterable, Sendable, Codable {
  case current, carried, outdated, superseded, withdrawn

  /// Whether the sign-off still speaks at that revision.
  public var stands: Bool { self == .current || self == .carried }
}

/// Where the latest revision of a draft is. `live` says separately what readers see.
public enum DraftState: String, CaseIterable, Sendable, Codable {
  case inReview = "in-review"
  case ready, scheduled, published, spiked, withdrawn, killed
}

/// How a draft ended without, or after, publication.
public enum Ending: String, CaseIterable, Sendable, Codable {
  /// Dropped before it was published.
  case spiked
  /// Taken back after it was published.
  case killed
}

/// How a publication came to be known.
public enum PublicationOrigin: String, CaseIterable, Sendable, Codable {
  /// The gate let it out, or somebody recorded it and answered for what was missing.
  case stet
  /// An archive says so: nothing of it was signed here.
  case imported
}

public enum KeyPointStatus: String, CaseIterable, Sendable, Codable {
  case open, signed, queried, held
}

/// Who brought a contradiction or a claim up.
public enum Origin: String, CaseIterable, Sendable, Codable {
  case draft, person, engine
}

public enum ContradictionStatus: String, CaseIterable, Sendable, Codable {
  case suggested, open, settled
}

/// How a contradiction ended.
public enum ContradictionOutcome: String, CaseIterable, Sendable, Codable {
  case bothReported = "both-reported"
  case fixedHere = "fixed-here"
  case correctPublished = "correct-published"
  case superseded
  case differentScope = "different-scope"
  case rounding, cut
  case unverifiedAndSaidSo = "unverified-and-said-so"
  case notAContradiction = "not-a-contradiction"
}

/// Where a claim is in its life, seen on a given day.
public enum ClaimStatus: String, CaseIterable, Sendable, Codable {
  /// It stands and is not due yet.
  case live
  /// Its day has come and nobody has attested it since.
  case due
  /// A person said that it does not go out of date.
  case dismissed
  /// A follow-up ended it: overtaken, corrected, or left as dated.
  case retired
  /// Its words are not in the revision that is watched.
  case gone
}

/// What a person found out about a stale claim.
public enum FollowUpOutcome: String, CaseIterable, Sendable, Codable {
  /// Still true; needs as-of, source and the next date to ask.
  case stands
  /// A revision says it anew; needs the revision.
  case updated
  /// Something happened since; needs a source and says what in the note.
  case overtaken
  /// It was wrong when it was published; opens a correction; needs a note.
  case wrong
  /// Could not find out; needs where one looked and when to ask again.
  case unresolved
  /// The words carry their date, nobody will take them for today's; needs a note.
  case leftAsDated = "left-as-dated"
}

/// Who acts. A member over the API, an operator at the machine, or Stet itself.
public enum Actor: Hashable, Sendable {
  case member(handle: String)
  /// An expert of another house, who signs by invitation.
  case guest(handle: String)
  case `operator`(user: String)
  case system(part: String)

  /// As the journal writes it: `member:ana`, `operator:root`, `system:schedule`.
  public var spelling: String {
    switch self {
    case .member(let handle): "member:\(handle)"
    case .guest(let handle): "guest:\(handle)"
    case .operator(let user): "operator:\(user)"
    case .system(let part): "system:\(part)"
    }
  }
}

/// How the name of a story begins that this program exports; its slug follows.
public let exportedName = "urn:x-stet:"
