import Editorial
import TextAnalysis

// From the domain's values to the shapes that others read.

extension DraftJSON {
  /// - Parameters:
  ///   - reader: handle of the member who reads it. What the legal read says is for that read, and for whoever wrote
  ///     it: others see that it stands, not why.
  ///   - all: also findings of rules that were mostly dismissed.
  public init(_ draft: Draft, for reader: String, all: Bool = false) {
    let isChief = draft.members.contains { $0.handle == reader && $0.roles.contains(.chief) }
    let contradictions = draft.contradictions.filter { !$0.gone || $0.status != .suggested }
    let readsLegal = draft.members.contains { $0.handle == reader && $0.roles.contains(.legal) }
    self.init(
      slug: draft.slug, desk: draft.desk.slug, headline: draft.latest.headline, byline: draft.latest.byline,
      revision: draft.latest.number, state: draft.state, dateline: draft.latest.dateline.description,
      live: draft.end == nil ? draft.live.map(Live.init) : nil, filedBy: draft.latest.filedByHandle,
      filedAt: draft.latest.filedAt,
      policy: draft.policyName,
      body: Body(
        sentences: draft.sentences, paragraphs: draft.paragraphs,
        ranTogether: draft.ranTogether.map(PlaceJSON.init)),
      missing: draft.end == nil ? draft.missing.map(MissingJSON.init) : [],
      // A key point whose words are gone is of interest only while a doubt about it stands.
      keyPoints: draft.keyPoints.filter { !$0.gone || !$0.standing.isEmpty }.map {
        KeyPointJSON($0, in: draft, for: reader, readsLegal: readsLegal, isChief: isChief)
      },
      contradictions: contradictions.filter { all || !$0.isOnRequest }
        .map { ContradictionJSON($0, under: draft.policy) },
      claims: draft.claims.filter { all || !$0.isOnRequest }.map {
        ClaimJSON($0, status: $0.status(on: draft.today))
      }, matters: draft.matters,
      ended: draft.end.map { EndedJSON(as: $0.ending, by: $0.by, at: $0.at, reason: $0.reason) },
      tags: draft.tags, wire: draft.wire, overtakes: draft.overtakes.map(OvertakenJSON.init),
      invitations: draft.invitations.map(InvitationJSON.init),
      assignments: draft.assignments.map(AssignmentJSON.init), schedule: ScheduleJSON(draft))
    placements = draft.placements.map { PlacementJSON($0, in: draft) }
    corrections = draft.corrections.map { CorrectionJSON($0, today: draft.today) }
    movedBackground = draft.movedBackground.map(MovedBackgroundJSON.init)
    limited = draft.limit.map(LimitJSON.init)
    collisions = draft.collisions.map(CollisionJSON.init)
    spentConvictions = draft.spentConvictions.map { SpentConvictionJSON($0.told, $0.spent) }
    if !all {
      onRequest = contradictions.count(where: \.isOnRequest) + draft.claims.count(where: \.isOnRequest)
    }
  }
}

extension DraftJSON.Live {
  public init(_ live: LiveRevision) {
    self.init(revision: live.revision, on: live.on.description, origin: live.origin)
  }
}

extension PlaceJSON {
  public init(_ place: TextPlace) { self.init(offset: place.offset, line: place.line, column: place.column) }
}

extension MissingJSON {
  public init(_ missing: Missing) {
    self.init(
      about: missing.about, says: missing.says, who: missing.who, read: missing.read, due: missing.due)
  }
}

extension KeyPointJSON {
  init(_ keyPoint: KeyPoint, in draft: Draft, for reader: String, readsLegal: Bool, isChief: Bool) {
    self.init(
      label: keyPoint.label, form: keyPoint.form, text: keyPoint.words, start: keyPoint.span.start,
      end: keyPoint.span.end,
      status: draft.status(of: keyPoint), wordsFrom: keyPoint.wordsFrom.number,
      signOffs: keyPoint.signOffs.map {
        SignOffJSON(
          $0, isShown: readsLegal || $0.read != .legal || $0.member == reader,
          showsSource: readsLegal || isChief || $0.member == reader)
      },
      gone: keyPoint.gone,
      borneOutBy: keyPoint.supports.map {
        Place(start: $0.span.start, end: $0.span.end, wordsFrom: $0.wordsFrom.number)
      },
      comments: keyPoint.comments.filter { !$0.privileged || readsLegal || $0.member == reader }
        .map(CommentJSON.init))
  }
}

extension SignOffJSON {
  /// - Parameter isShown: whether the reader may see what was written with it.
  public init(_ signOff: SignOff, isShown: Bool, showsSource: Bool = false) {
    self.init(
      id: signOff.id, member: signOff.member, read: signOff.read, verdict: signOff.verdict,
      basis: signOff.basis,
      revision: signOff.revision, at: signOff.at, standing: signOff.standing,
      because: isShown || signOff.standing != .withdrawn ? signOff.because : "withdrawn by the legal read",
      comment: isShown ? signOff.comment : nil, reason: isShown ? signOff.reason : nil,
      evidence: isShown ? signOff.evidence : [],
      wordsDigest: hexadecimal(signOff.wordsDigest), until: signOff.until?.description,
      stays: isShown ? signOff.stays : [], hasSource: signOff.source != nil,
      source: showsSource ? signOff.source.map(SourceJSON.init) : nil, invitedBy: signOff.invitedBy)
    untilMoves = signOff.untilMoves
  }
}

extension SourceJSON {
  init(_ source: ConfidentialSource) {
    self.init(
      seenBy: source.seenBy, on: source.on.description, kind: source.kind, independent: source.independent,
      keptWhere: source.keptWhere)
  }
}

extension ContradictionJSON {
  public init(_ one: Contradiction, under policy: Policy) {
    self.init(
      id: one.id, label: one.label, draft: one.draft, kind: one.kind, origin: one.origin, status: one.status,
      outcome: one.outcome, note: one.note, other: one.other,
      passages: one.passages.map(Passage.init), raisedBy: one.raisedBy, raisedAt: one.raisedAt,
      settledBy: one.settledBy, settledAt: one.settledAt,
      blocks: one.blocks(under: policy), gone: one.gone)
    rule = one.rule
    quiet = one.quiet
    record = one.record.map(RuleRecordJSON.init)
  }
}

extension ContradictionJSON.Passage {
  init(_ passage: Contradiction.Passage) {
    self.init(
      draft: passage.draft, revision: passage.revision, quote: passage.quote, start: passage.span.start,
      end: passage.span.end, says: passage.says)
    dateline = passage.dateline?.description
  }
}

extension ClaimJSON {
  public init(_ claim: Claim, status: ClaimStatus) {
    self.init(
      id: claim.id, label: claim.label, draft: claim.draft, quote: claim.quote, start: claim.span.start,
      end: claim.span.end, kind: claim.kind, rule: claim.rule, origin: claim.origin,
      asOf: claim.asOf.description,
      expected: claim.expected?.description,
      anchor: claim.anchor.map { Anchor(on: $0.on.description, what: $0.what, source: $0.source) },
      due: claim.due.on?.description, dueBecause: claim.due.because, matter: claim.matter, status: status,
      revision: claim.revision)
    quiet = claim.quiet
    overtaken = claim.isOvertaken
    watches = claim.watches.map { WatchNoteJSON(label: $0.label, url: $0.url, says: $0.says) }
    asserts = claim.asserts
  }
}

extension FollowUpJSON {
  public init(_ followUp: FollowUp, today: CivilDate) {
    self.init(
      label: followUp.label, question: followUp.question, matter: followUp.matter,
      status: followUp.open ? "open" : "closed", openedOn: followUp.openedOn.description, turn: followUp.turn,
      claims: followUp.claims.map { ClaimJSON($0, status: $0.status(on: today)) }, outcome: followUp.outcome,
      source: followUp.source, asOf: followUp.asOf?.description, next: followUp.next?.description,
      note: followUp.note, closedBy: followUp.closedBy, closedAt: followUp.closedAt)
  }
}

extension NightlyReport.Stale {
  /// - Parameter date: the day of the run, from which days late are counted.
  public init(_ stale: StaleClaim, followUp: String?, opened: Bool, date: CivilDate) {
    let claim = stale.claim
    let due = claim.due.on ?? date
    self.init(
      followUp: followUp, draft: claim.draft, live: stale.live.map(DraftJSON.Live.init), claim: claim.label,
      quote: claim.quote, kind: claim.kind, rule: claim.rule, due: due.description,
      daysLate: due.days(until: date), reason: "\(stale.question) Why now: \(claim.due.because).",
      turn: stale.turn,
      opened: opened)
  }
}

extension ProblemJSON {
  /// The problem document of a refusal: its one translation for HTTP and for exit codes.
  public init(_ refusal: Refusal) {
    let (status, exitCode): (Int, Int32) =
      switch refusal.kind {
      case .unreadable: (refusal.code == "too-long" ? 413 : 422, 65)
      case .missing: (404, 66)
      case .gone: (410, 66)
      case .conflict: (409, 73)
      case .notReady: (409, 73)
      case .outdated: (412, 75)
      case .notAllowed: (403, 77)
      case .usage: (400, 64)
      }
    self.init(
      type: "/problems/\(refusal.code)", title: refusal.kind.title, status: status, detail: refusal.says,
      exitCode: exitCode, offset: refusal.place?.offset, line: refusal.place?.line,
      column: refusal.place?.column,
      excerpt: refusal.excerpt?.text, caret: refusal.excerpt?.caret,
      next: refusal.next.isEmpty ? nil : refusal.next,
      missing: refusal.missing.isEmpty ? nil : refusal.missing.map(MissingJSON.init),
      places: refusal.places.isEmpty ? nil : refusal.places.map(PlaceJSON.init))
  }
}

extension Refusal.Kind {
  var title: String {
    switch self {
    case .unreadable: "It cannot be read"
    case .missing: "There is no such thing"
    case .gone: "It is over"
    case .conflict: "It collides with what is there"
    case .notReady: "Requirements are unmet"
    case .outdated: "The work has moved on"
    case .notAllowed: "Not for this member"
    case .usage: "The request does not make sense as asked"
    }
  }
}
