import TextAnalysis

/// A key point, or a headline and what else is signed like one, as it stands in the latest revision, or, when it is gone,
/// as it stood last.
public struct KeyPoint: Hashable, Sendable {
  public let id: Int64
  public let form: Form
  /// Counted by form, for life in its draft.
  public let number: Int
  public let words: String
  public let span: Span
  /// The revision that these words come from.
  public let wordsFrom: Revision
  /// The first revision that had the statement of which these are the words now.
  public let writtenIn: Revision
  /// Sentences of the body that bear it out, the likeliest first.
  public let supports: [Support]
  public let gone: Bool
  /// Newest first, whatever their standing.
  public var signOffs: [SignOff]
  /// What was said about it, oldest first.
  public var comments: [KeyPointComment] = []

  public init(
    id: Int64, form: Form = .keyPoint, number: Int, words: String, span: Span, wordsFrom: Revision,
    writtenIn: Revision, supports: [Support], gone: Bool, signOffs: [SignOff]
  ) {
    self.id = id
    self.form = form
    self.number = number
    self.words = words
    self.span = span
    self.wordsFrom = wordsFrom
    self.writtenIn = writtenIn
    self.supports = supports
    self.gone = gone
    self.signOffs = signOffs
  }

  public var label: String { form.label(number) }
  public var standing: [SignOff] { signOffs.filter(\.standing.stands) }

  /// Whether this member wrote it, last changed it, or did so with a sentence that bears it out.
  public func isBy(_ member: Member) -> Bool { part(of: member) != nil }

  /// The revision by which a member wrote or changed it, or what bears it out; nil for somebody who did neither.
  func part(of member: Member) -> (revision: Revision, ofSupport: Bool)? {
    for revision in [wordsFrom, writtenIn] where revision.isBy(member) { return (revision, false) }
    for support in supports {
      for revision in [support.wordsFrom, support.writtenIn] where revision.isBy(member) {
        return (revision, true)
      }
    }
    return nil
  }
}

/// A sentence of the body that bears a key point out.
public struct Support: Hashable, Sendable {
  public let span: Span
  /// The revision that these words come from.
  public let wordsFrom: Revision
  /// The first revision that had the sentence.
  public let writtenIn: Revision

  public init(span: Span, wordsFrom: Revision, writtenIn: Revision) {
    self.span = span
    self.wordsFrom = wordsFrom
    self.writtenIn = writtenIn
  }
}

public struct SignOff: Hashable, Sendable {
  public let id: Int64
  public let memberID: Int64
  /// The member's handle; an expert's name.
  public let member: String
  public let read: Read
  public let verdict: Verdict
  public let basis: Basis?
  public let comment: String?
  public let reason: String?
  public let evidence: [String]
  /// The revision it was given on, and the words that it stands for.
  public let revision: Int
  public let words: String
  public let wordsDigest: [UInt8]
  public let at: String
  public let standing: Standing
  public let because: String
  /// When it came to stand so, an instant; that of the sign-off where nothing is known.
  public let standingSince: String
  /// The last day on which it stands; nil when no day ends it.
  public let until: CivilDate?
  /// Words that must stay in the text for it to stand.
  public let stays: [String]
  /// A source who must not be found, for the eyes of the signer, the legal read and the chief.
  public let source: ConfidentialSource?
  /// Handle of who invited the signer, an expert of another house; nil for a member's sign-off.
  public let invitedBy: String?
  /// The matter whose next move ends it.
  public let untilMoves: String?

  public init(
    id: Int64, memberID: Int64, member: String, read: Read, verdict: Verdict, basis: Basis?, comment: String?,
    reason: String?, evidence: [String], revision: Int, words: String, wordsDigest: [UInt8], at: String,
    standing: Standing, because: String, until: CivilDate? = nil, stays: [String] = [],
    source: ConfidentialSource? = nil, invitedBy: String? = nil, untilMoves: String? = nil,
    standingSince: String? = nil
  ) {
    self.invitedBy = invitedBy
    self.id = id
    self.untilMoves = untilMoves
    self.memberID = memberID
    self.member = member
    self.read = read
    self.verdict = verdict
    self.basis = basis
    self.comment = comment
    self.reason = reason
    self.evidence = evidence
    self.revision = revision
    self.words = words
    self.wordsDigest = wordsDigest
    self.at = at
    self.standing = standing
    self.because = because
    self.standingSince = standingSince ?? at
    self.until = until
    self.stays = stays
    self.source = source
  }

  /// Whether it still speaks on a day.
  public func stands(on day: CivilDate) -> Bool { standing.stands && until.map { day <= $0 } ?? true }
}

extension Form {
  /// What people call one of a draft: `K3`, `headline`, `push1`.
  public func label(_ number: Int) -> String {
    switch self {
    case .keyPoint: "K\(number)"
    case .headline, .standfirst: rawValue
    case .caption, .push, .social: rawValue + String(number)
    }
  }
}
