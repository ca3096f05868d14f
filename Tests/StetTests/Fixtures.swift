import Editorial
import TextAnalysis
import Wire

@testable import stet

// Made-up answers of the service, as small as the tests need them.

let plain = Layout(width: 80, colour: false, unicode: true, piped: false, today: CivilDate("2024-07-15"))

func with(_ layout: Layout, _ change: (inout Layout) -> Void) -> Layout {
  var copy = layout
  change(&copy)
  return copy
}

func aSignOff(
  verdict: Verdict = .approve, standing: Standing = .current, because: String = "", reason: String? = nil,
  comment: String? = nil, evidence: [String] = [], member: String = "ben"
) -> SignOffJSON {
  SignOffJSON(
    id: 1, member: member, read: .fact, verdict: verdict, basis: verdict == .approve ? .source : nil,
    revision: 1,
    at: "2024-07-13T18:40:00Z", standing: standing, because: because, comment: comment, reason: reason,
    evidence: evidence, wordsDigest: "00")
}

func aKeyPoint(
  _ label: String, _ text: String, status: KeyPointStatus = .open, signOffs: [SignOffJSON] = []
) -> KeyPointJSON {
  KeyPointJSON(
    label: label, text: text, start: 0, end: 10, status: status, wordsFrom: 1, signOffs: signOffs, gone: false
  )
}

func aContradiction(
  label: String = "X1", kind: ContradictionKind = .disputed, origin: Origin = .draft,
  status: ContradictionStatus = .open, outcome: ContradictionOutcome? = nil, blocks: Bool = false
) -> ContradictionJSON {
  ContradictionJSON(
    id: 17, label: label, draft: "harbour-fire", kind: kind, origin: origin, status: status, outcome: outcome,
    note: nil, other: nil,
    passages: [
      .init(
        draft: "harbour-fire", revision: 1, quote: "the pump was serviced", start: 0, end: 21,
        says: "owners say"),
      .init(
        draft: "harbour-fire", revision: 1, quote: "nobody touched it", start: 30, end: 47, says: "crew says"),
    ],
    raisedBy: "ana", raisedAt: "2024-07-13T18:20:00Z", settledBy: nil, settledAt: nil, blocks: blocks,
    gone: false)
}

func aClaim(
  _ label: String = "C1", quote: String = "its owner plans to appeal", rule: String = "appeal.planned",
  due: String? = "2024-08-15", status: ClaimStatus = .live, id: Int64 = 31
) -> ClaimJSON {
  ClaimJSON(
    id: id, label: label, draft: "harbour-fire", quote: quote, start: 0, end: 10, kind: .pendingLegal,
    rule: rule,
    origin: .engine, asOf: "2024-07-13", expected: nil, anchor: nil, due: due,
    dueBecause: "30 days counted from the dateline", matter: nil, status: status, revision: 1)
}

func aDraft(
  revision: Int = 1, headline: String? = nil, state: DraftState = .inReview, live: DraftJSON.Live? = nil,
  missing: [MissingJSON] = [], keyPoints: [KeyPointJSON] = [], contradictions: [ContradictionJSON] = [],
  claims: [ClaimJSON] = [], ranTogether: [PlaceJSON] = [], ended: EndedJSON? = nil
) -> DraftJSON {
  DraftJSON(
    slug: "harbour-fire", desk: "main", headline: headline, byline: [], revision: revision, state: state,
    dateline: "2024-07-13", live: live, filedBy: "ana", filedAt: "2024-07-13T18:20:00Z", policy: "main v1",
    body: .init(sentences: 14, paragraphs: 6, ranTogether: ranTogether), missing: missing,
    keyPoints: keyPoints,
    contradictions: contradictions, claims: claims, matters: [], ended: ended)
}

func aFollowUp(outcome: FollowUpOutcome? = nil) -> FollowUpJSON {
  FollowUpJSON(
    label: "F1", question: "Was a notice filed, or the plan dropped?", matter: nil,
    status: outcome == nil ? "open" : "closed", openedOn: "2024-08-15", turn: "ana",
    claims: [aClaim(status: .due)],
    outcome: outcome, source: outcome.map { _ in "https://court.example/docket" },
    asOf: outcome.map { _ in "2024-09-01" },
    next: nil, note: outcome.map { _ in "dropped" }, closedBy: outcome.map { _ in "ana" }, closedAt: nil)
}

func aStale(
  _ followUp: String?, claim: String = "C2", quote: String = "its owner plans to appeal",
  due: String = "2024-08-15",
  daysLate: Int = 829, opened: Bool = true
) -> NightlyReport.Stale {
  .init(
    followUp: followUp, draft: "harbour-fire", live: .init(revision: 1, on: "2024-07-13"), claim: claim,
    quote: quote,
    kind: .pendingLegal, rule: "appeal.planned", due: due, daysLate: daysLate,
    reason:
      "30 days to appeal and 3 for the docket, counted from publication; the day the order was filed is not "
      + "recorded. Was a notice filed, time extended, the plan dropped?",
    turn: "ana", opened: opened)
}

func aNight(
  _ stale: [NightlyReport.Stale], opened: Int = 0, alreadyOpen: Int = 0, missed: [String] = [],
  dryRun: Bool = false
) -> NightlyReport {
  NightlyReport(
    run: .init(
      date: "2026-11-22", attempt: dryRun ? 0 : 1, timeZone: "America/Denver", dryRun: dryRun, missed: missed,
      opened: opened, alreadyOpen: alreadyOpen, journal: dryRun ? nil : "newsroom#118"),
    stale: stale)
}
